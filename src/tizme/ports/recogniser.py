"""What extraction asks of a recogniser of names, and where the doors put the one in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Words that name somebody or something: ``text[start:stop]``.

    Attributes:
        kind: person | place | organisation.
    """

    start: int
    stop: int
    kind: str


class Recogniser(Protocol):
    """Finds names in running text."""

    def recognise(self, text: str, *, lang: str) -> tuple[NamedSpan, ...]:
        """The names in a text, left to right, none over another.

        Args:
            text: As it came; offsets of the answer are its code points.
            lang: One of text.LANGUAGES.
        """
        ...


_makers: list[Callable[[], Recogniser]] = []
_made: list[Recogniser] = []


def install_recogniser(make: Callable[[], Recogniser]) -> None:
    """Have extraction use the recogniser that ``make`` gives, made when it is first asked for."""
    _makers[:] = [make]
    _made.clear()


def installed_recogniser() -> Recogniser | None:
    """The recogniser in use; None where no door has installed one."""
    if not _made and _makers:
        _made.append(_makers[0]())
    return _made[0] if _made else None
