"""What reading with a language model asks of the outside: words in, words out, within limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from tizme.model import TizmeError


class ModelUnavailable(TizmeError, ConnectionError):
    """A language model's server cannot be reached, or does not answer as one."""

    code = "model-unavailable"

    def __init__(self, what: str, where: str) -> None:
        self.what, self.where = what, where
        super().__init__(f"{where}: {what}; check that the server runs and holds the model")


class LanguageModel(Protocol):
    """A model that answers one request at a time. It is never believed."""

    @property
    def name(self) -> str:
        """As its server calls it."""
        ...

    @property
    def is_local(self) -> bool:
        """True where what it is asked does not leave this machine."""
        ...

    def answer(self, system: str, user: str, *, schema: Mapping[str, Any]) -> str:
        """What the model writes, of bounded length.

        Args:
            schema: JSON Schema of the answer that is hoped for; the model may write anything.

        Raises:
            ModelUnavailable: no answer within the time allowed.
        """
        ...
