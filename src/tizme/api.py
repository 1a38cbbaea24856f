"""The Python doors: the same values as the command line gives, as frozen dataclasses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tizme.case import Case
    from tizme.model import NameComparison

__all__ = ["compare_names", "open_case"]


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


def compare_names(a: str, b: str, *, left_lang: str = "", right_lang: str = "") -> NameComparison:
    """How likely two written names, in any of our alphabets, are one person's name.

    >>> import tizme
    >>> tizme.compare_names("Аян Алишеров", "Ayan Alisherov").probability > 0.9
    True
    """
    from tizme.names import compare

    return compare(a, b, left_lang=left_lang, right_lang=right_lang)
