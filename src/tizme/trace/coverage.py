"""What the searched lists cover, and what follows when nobody is found."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from tizme.model import UnusableInput
from tizme.tables import rows
from tizme.trace.query import Wanted

_OF_A_CASE = ("items", "unread", "waiting", "unnamed")
_FIELDS = ("whom", "where", "from", "until", "leaves_out", "captured")


@dataclass(frozen=True, slots=True)
class Coverage:
    """One list: whom it covers, as whoever indexed it told. "" where nobody told.

    Attributes:
        since, until: EDTF days of the first and last events that the list covers.
        leaves_out: Whom it leaves out, in words.
        captured: EDTF day on which the list was taken.
        items, unread, waiting: Of a case: how many items its persons were read from, how many could not be
            read, how many wait for a run; "" where none.
        unnamed: Of a case: persons without a name, whom no name can find.
    """

    list: str
    rows: int
    whom: str = ""
    where: str = ""
    since: str = ""
    until: str = ""
    leaves_out: str = ""
    captured: str = ""
    items: str = ""
    unread: str = ""
    waiting: str = ""
    unnamed: str = ""

    @property
    def told(self) -> bool:
        """Whether anybody said what the list covers."""
        return bool(self.whom or self.where or self.since or self.until or self.items)


def read_about(path: Path) -> dict[str, dict[str, str]]:
    """List name -> what it covers, from a TOML file with a table for each list.

    Raises:
        UnusableInput: not TOML, or a key that means nothing.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableInput(str(error), str(path), "mend the file and run again") from error
    for name, entry in table.items():
        if not isinstance(entry, dict):
            raise UnusableInput(
                f"'{name}' is not a table", str(path), f"write [{name}] and its keys below it"
            )
        for key in entry:
            if key not in _FIELDS:
                raise UnusableInput(
                    f"unknown key '{key}' in [{name}]", str(path), f"use {', '.join(_FIELDS)}"
                )
    return {name: {key: str(value) for key, value in entry.items()} for name, entry in table.items()}


def coverage_of(list_name: str, n_rows: int, about: dict[str, Any]) -> Coverage:
    """A list's coverage from what was told of it."""
    known = {*_FIELDS, *_OF_A_CASE}
    told = {("since" if key == "from" else key): str(value) for key, value in about.items() if key in known}
    return Coverage(list_name, n_rows, **told)


def kind_of(sought: Wanted) -> str:
    """What a query gives: "three-words", "two-words", "initials" or "one-word"."""
    plain = sought.units[: sought.plain]
    whole = sum(len(word.form) > 1 for word in plain)
    if whole >= 3:
        return "three-words"
    if whole == 2:
        return "two-words"
    return "initials" if len(plain) > whole else "one-word"


@lru_cache(maxsize=1)
def _found_shares() -> dict[str, float]:
    return {row["kind"]: float(row["found"]) for row in rows("trace/recall.csv", "kind", "found")}


def missed_share(sought: Wanted) -> float:
    """Chance that a man who stands in a list is not among the first ten answers to such a query.

    1.0 for a query with no word that can be searched for.
    """
    if not sought.units:
        return 1.0
    return round(1.0 - _found_shares()[kind_of(sought)], 4)
