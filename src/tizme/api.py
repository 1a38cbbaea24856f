"""The Python doors: the same values as the command line gives, as frozen dataclasses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tizme.case import Case

__all__ = ["open_case"]


def open_case(path: str | Path) -> Case:
    """The case in the folder ``path``: its persons, items, claims, and every act on it.

    Raises:
        UnusableInput: there is no case.

    >>> import tizme
    >>> case = tizme.open_case("demo-case")  # doctest: +SKIP
    >>> [person.label for person in case.persons()]  # doctest: +SKIP
    """
    from tizme.case import Case

    return Case.open(Path(path))
