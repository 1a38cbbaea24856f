"""A language model beside the rules, as the command line has it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

import click

from tizme.engines import language_model
from tizme.engines.llm_address import StaysHere, address_of
from tizme.extract.asking import Verified, ask, verified
from tizme.model import Asked, Document, Extraction, Suggestion
from tizme.ports.language_model import LanguageModel
from tizme.text.safe import safe_text

_F = TypeVar("_F", bound=Callable[..., Any])


def llm_options(command: _F) -> _F:
    """The options that name a language model: ``url``, ``llm_model``, ``llm_host``, ``llm_seconds``."""
    for option in (
        click.option(
            "--llm-seconds",
            default=120.0,
            show_default=True,
            help="Longest wait for one answer of the model.",
        ),
        click.option(
            "--llm-host", metavar="HOST", default="", help="The one host besides this machine to speak to."
        ),
        click.option("--llm-model", metavar="NAME", default="", help="Which model the server is to use."),
        click.option(
            "--llm", "url", metavar="URL", help="Also ask a language model at this address (extra 'llm')."
        ),
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Asking:
    """A model that may be asked."""

    model: LanguageModel

    def read(
        self, document: Document, rules: Extraction, *, published: str, lang: str, stop: Callable[[], bool]
    ) -> tuple[Asked, Verified]:
        """Ask about a document and hold the answers against it."""
        day = published or document.published
        asked = ask(document, self.model, published=day, lang=lang, stop=stop)
        return asked, verified(document, rules, asked, published=day, lang=lang)


def asking_of(url: str, model: str, *, host: str, seconds: float, confidential: bool = False) -> Asking:
    """The model at ``url``; the server's key is taken from TIZME_LLM_KEY.

    Raises:
        StaysHere: it is not this machine and was not named, or what is to be read is confidential.
    """
    address = address_of(url, named_host=host)
    if confidential and not address.is_local:
        raise StaysHere("a confidential text", address.host, "use a server on this machine (127.0.0.1)")
    key = os.environ.get("TIZME_LLM_KEY", "")
    return Asking(language_model(url, model, named_host=host, key=key, seconds=seconds))


def told_json(asking: Asking, asked: Asked, done: Verified) -> dict[str, Any]:
    """The fields that stand beside the claims."""
    return {
        "suggestions": [suggestion_json(one) for one in done.suggestions],
        "llm": {
            "model": asking.model.name,
            "suggested": len(asked.suggested),
            "verified": len(done.added),
            "agreed": done.agreed,
            "malformed": asked.malformed,
            "failures": list(asked.failures),
        },
    }


def suggestion_json(one: Suggestion) -> dict[str, Any]:
    """What the model said, where its quote stands, and why it is no claim."""
    return asdict(one.said) | {"start": one.start, "end": one.stop, "problems": list(one.problems)}


def told_text(asking: Asking, asked: Asked, done: Verified) -> str:
    """The same for people: suggestions are no claims and look like none."""
    lines = [
        f"\n  {safe_text(asking.model.name)}: {len(asked.suggested)} suggestions",
        f"  {len(done.added)} borne out by the text and taken, {done.agreed} that the rules had found",
    ]
    if done.suggestions:
        lines.append("  Not borne out; no claims, for a human to look at:")
    lines += [suggestion_line(one) for one in done.suggestions]
    return "\n".join(lines)


def suggestion_line(one: Suggestion) -> str:
    """A suggestion for people, the reason first."""
    return (
        f"    ({', '.join(one.problems)}) {safe_text(one.said.person, limit=60)}: "
        f"{safe_text(one.said.property, limit=40)} {safe_text(one.said.value, limit=60)} "
        f'"{safe_text(one.said.quote, limit=120)}"'
    )
