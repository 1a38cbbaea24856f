"""sources.toml: where each file of a folder came from, which its bytes cannot say.

    [[source]]
    file = "01_mother_news.html"     # as it stands under the folder that is added
    origin = "https://…"             # where it came from; left out: the path it was added from
    published = "2023-01-28"         # EDTF; left out where the file says so itself
    name = "Вести Нарына"            # who published it or handed it over
    kind = "press"                   # one of model.SourceKind: press, official, court, list, relative, …
    interest = "none"                # none family party_to_conflict state_of_origin unknown
    reliability = "B"                # NATO grading of the source, A-F; F cannot be judged
    credibility = 2                  # NATO grading of the piece, 1-6; 6 cannot be judged
    confidential = true              # nothing of it may leave this machine; left out: false

Only ``file`` is needed. A file that the sidecar does not name is added all the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tizme.model import Interest, Source, SourceKind, UnusableInput

SIDECAR = "sources.toml"
# The dates a source can carry: a year, month, day or season, approximate or not, or an interval of two.
_EDTF = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?[~?%]?)(/(\d{4}(-\d\d(-\d\d)?)?[~?%]?|\.\.))?")
_KEYS = {
    "file",
    "origin",
    "published",
    "name",
    "kind",
    "interest",
    "reliability",
    "credibility",
    "confidential",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is known of where bytes came from, besides the bytes. ``origin`` "" means: the path itself."""

    origin: str = ""
    published: str = ""
    source: Source = field(default_factory=lambda: Source(name=""))
    confidential: bool = False

    def with_given(self, given: Mapping[str, Any], *, where: str) -> Provenance:
        """These, with every field that ``given`` holds (as in sources.toml) put in its place."""
        source, name = self.source, given.get("name")
        if name is not None:
            source = replace(source, name=str(name))
        if given.get("kind") is not None:
            source = replace(source, kind=_one_of(SourceKind, given["kind"], where))
        if given.get("interest") is not None:
            source = replace(source, interest=_one_of(Interest, given["interest"], where))
        if given.get("reliability") is not None:
            source = replace(source, reliability=_reliability(given["reliability"], where))
        if given.get("credibility") is not None:
            source = replace(source, credibility=_credibility(given["credibility"], where))
        published = (
            self.published if given.get("published") is None else published_day(given["published"], where)
        )
        origin = self.origin if given.get("origin") is None else str(given["origin"])
        confidential = _yes_or_no(given.get("confidential", self.confidential), where)
        return Provenance(origin=origin, published=published, source=source, confidential=confidential)


def read_sidecar(path: Path) -> dict[str, Provenance]:
    """File (as written there) -> what the sidecar says of it.

    Raises:
        UnusableInput: not TOML, an unknown key, a value out of range, or a file named twice.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnusableInput(f"not readable as TOML ({error})", str(path), "mend the file") from error
    entries: dict[str, Provenance] = {}
    for number, entry in enumerate(found.get("source", []), start=1):
        where = f"{path}, source {number}"
        unknown = sorted(entry.keys() - _KEYS)
        if unknown or "file" not in entry:
            problem = f"unknown key '{unknown[0]}'" if unknown else "no 'file'"
            raise UnusableInput(problem, where, f"use: {', '.join(sorted(_KEYS))}")
        file = Path(str(entry["file"])).as_posix()
        if file in entries:
            raise UnusableInput(f"'{file}' is named twice", where, "keep one of the two")
        entries[file] = Provenance().with_given(entry, where=where)
    return entries


def _one_of(kind: Any, value: object, where: str) -> Any:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise UnusableInput(f"'{value}' is not known", where, f"use one of: {known}") from None


def _reliability(value: object, where: str) -> str:
    if str(value).upper() not in set("ABCDEF"):
        raise UnusableInput(f"reliability '{value}' is no grade", where, "use A to F (F: cannot be judged)")
    return str(value).upper()


def _credibility(value: object, where: str) -> int:
    if str(value) not in set("123456"):
        raise UnusableInput(f"credibility '{value}' is no grade", where, "use 1 to 6 (6: cannot be judged)")
    return int(str(value))


def _yes_or_no(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise UnusableInput(f"confidential '{value}' is neither true nor false", where, "write true or false")
    return value


def published_day(value: object, where: str) -> str:
    """A day, month or year of publication as EDTF, "" where nothing is given.

    Raises:
        UnusableInput: it is none of these.
    """
    written = str(value).strip()  # TOML's own dates print as EDTF does
    if written and not _EDTF.fullmatch(written):
        raise UnusableInput(f"'{written}' is no date", where, "write 2023-01-28, 2023-01 or 2023 (EDTF)")
    return written
