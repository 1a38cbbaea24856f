"""A language model behind any OpenAI-compatible server: Ollama, vLLM, llama.cpp.

What is asked for, as far as the server allows: an answer after a JSON schema, else any JSON object, else
plain words. No proxy, no redirect, no cookies; an answer is cut off at a length and given up after a time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from tizme.engines.llm_address import Address, address_of
from tizme.model import MissingExtra
from tizme.ports.language_model import ModelUnavailable

MODES = ("json_schema", "json_object", "plain")
# Bytes of a server's answer that are read at most; forty claims with their quotes take about 20,000.
MOST_BYTES = 256 * 1024
MOST_TOKENS = 1_500
_TRIES = 3
_FIRST_WAIT_S = 0.5  # doubled after each try
_CONNECT_S = 5.0
# The server does not know what was asked for; with fewer wishes it may.
_NOT_SUPPORTED = frozenset({400, 404, 405, 415, 422, 501})
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})


class OpenAICompatible:
    """One model of one server. It remembers which form of answer the server can give."""

    def __init__(
        self,
        url: str,
        model: str,
        *,
        named_host: str = "",
        key: str = "",
        seconds: float = 120.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """``seconds``: longest wait for one answer, all tries together. ``key``: sent as a bearer token.

        Raises:
            MissingExtra: httpx is not installed.
            StaysHere: the address is not this machine's and nobody named it.
        """
        self._address = address_of(url, named_host=named_host)
        self._model, self._key, self._seconds, self._sleep = model, key, seconds, sleep
        self._mode = 0
        self._http = _httpx()

    @property
    def name(self) -> str:
        """As the server calls it."""
        return self._model

    @property
    def is_local(self) -> bool:
        """True where the server is this machine."""
        return self._address.is_local

    @property
    def address(self) -> Address:
        """Where the server is."""
        return self._address

    @property
    def mode(self) -> str:
        """The form of answer asked for at present, one of MODES."""
        return MODES[self._mode]

    def answer(self, system: str, user: str, *, schema: Mapping[str, Any]) -> str:
        """What the model writes, "" where it writes nothing.

        Raises:
            ModelUnavailable: the server is not there, refuses, or takes too long.
        """
        deadline = time.monotonic() + self._seconds
        while True:
            status, body = self._tried(self._request(system, user, schema), deadline)
            if status == 200:
                return self._words(body)
            if status in _NOT_SUPPORTED and self._mode + 1 < len(MODES):
                self._mode += 1
                continue
            raise self._unavailable(f"it answered with status {status}: {_shown(body)}")

    def _request(self, system: str, user: str, schema: Mapping[str, Any]) -> dict[str, Any]:
        asked: dict[str, Any] = {
            "model": self._model,
            "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
            "temperature": 0,
            "seed": 1,
            "max_tokens": MOST_TOKENS,
            "stream": False,
        }
        if self.mode == "json_schema":
            wish = {"name": "claims", "strict": True, "schema": dict(schema)}
            asked["response_format"] = {"type": "json_schema", "json_schema": wish}
        elif self.mode == "json_object":
            asked["response_format"] = {"type": "json_object"}
        return asked

    def _tried(self, request: dict[str, Any], deadline: float) -> tuple[int, bytes]:
        wait, last = _FIRST_WAIT_S, ""
        for _ in range(_TRIES):
            left = deadline - time.monotonic()
            if left <= 0:
                break
            try:
                status, body = self._posted(request, deadline)
            except self._http.HTTPError as error:
                last = f"{type(error).__name__}: {error}"
            else:
                if status not in _BUSY:
                    return status, body
                last = f"it answered with status {status}: {_shown(body)}"
            self._sleep(min(wait, max(0.0, deadline - time.monotonic())))
            wait *= 2
        raise self._unavailable(last or f"no answer in {self._seconds:g} seconds")

    def _posted(self, request: dict[str, Any], deadline: float) -> tuple[int, bytes]:
        """Status and body, the body cut off at MOST_BYTES and at the deadline, however slowly it drips."""
        left = max(0.01, deadline - time.monotonic())
        timeout = self._http.Timeout(left, connect=min(_CONNECT_S, left))
        headers = {"Accept-Encoding": "identity"} | (
            {"Authorization": f"Bearer {self._key}"} if self._key else {}
        )
        # A client for each request: nothing is kept between them, and nothing is read from the environment.
        with (
            self._http.Client(timeout=timeout, trust_env=False, follow_redirects=False) as client,
            client.stream(
                "POST", f"{self._address.base}/chat/completions", json=request, headers=headers
            ) as response,
        ):
            pieces, size = [], 0
            for piece in response.iter_raw():
                pieces.append(piece)
                size += len(piece)
                if size > MOST_BYTES:
                    raise self._unavailable(f"its answer is longer than {MOST_BYTES} bytes")
                if time.monotonic() > deadline:
                    raise self._unavailable(f"no whole answer in {self._seconds:g} seconds")
            return response.status_code, b"".join(pieces)

    def _words(self, body: bytes) -> str:
        try:
            words = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError, RecursionError):
            raise self._unavailable(f"it does not answer as such servers do: {_shown(body)}") from None
        return words if isinstance(words, str) else ""

    def _unavailable(self, what: str) -> ModelUnavailable:
        return ModelUnavailable(what, f"model '{self._model}' at {self._address.base}")


def _httpx() -> Any:
    try:
        import httpx
    except ImportError:
        raise MissingExtra("llm", "asking a language model") from None
    return httpx


def _shown(body: bytes) -> str:
    """The beginning of an answer, for an error message."""
    return repr(body[:120].decode("utf-8", "replace"))
