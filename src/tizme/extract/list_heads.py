"""A line over a list that says what became of all who stand in it: "Пропали без вести:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.model import Claim, Evidence, Extraction, short_id
from tizme.tables import rows
from tizme.text import fold

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_MARK = re.compile(
    r"\s*(?:(?:№\s*)?\d{1,4}[.)]|[(\[]\d{1,4}[)\]]|[-–—•*·▪►●■✓✔‣◦]|[\u2600-\u27bf\U0001f300-\U0001faff])\s*\S"
)
_WORDS = re.compile(r"[^\w/']+")
_FATES = frozenset(("died", "missing", "captured", "wounded", "returned"))
# An entry that says itself what became of its person is left alone.
_SAYS_ITSELF = _FATES | {"seen_alive", "buried", "exchanged", "deserted"}
_LONGEST_HEAD = 80
_FEWEST_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class ListHead:
    """``[start, stop)`` says ``fate`` of everyone who stands in ``[stop, end)``."""

    start: int
    stop: int
    end: int
    fate: str


def list_heads(text: str, outside: Sequence[tuple[int, int]]) -> tuple[ListHead, ...]:
    """The heads of lists in a text, in order.

    Args:
        outside: Ranges that are not looked at.
    """
    lines = [
        (m.start(), m.end())
        for m in _LINE.finditer(text)
        if not any(start < m.end() and m.start() < stop for start, stop in outside)
    ]
    found = []
    for at, (start, stop) in enumerate(lines):
        words = text[start:stop].strip()
        if len(words) > _LONGEST_HEAD or words[-1:] not in {":", "："} or _MARK.match(words):
            continue
        after = at + 1
        while after < len(lines) and _MARK.match(text, *lines[after]):
            after += 1
        fate = _fate_of(words) if after - at > _FEWEST_ENTRIES else ""
        if fate:
            found.append(ListHead(start, stop, lines[after - 1][1], fate))
    return tuple(found)


def carried(
    extraction: Extraction, text: str, heads: Sequence[ListHead], *, said: Claim | None
) -> Extraction:
    """The extraction with what the heads say of each person in their lists.

    Args:
        said: A claim of this text, for its outermost speaker and its day; None where it claims nothing.
    """
    claims = list(extraction.claims)
    tells = {c.subject for c in claims if c.property.split(".")[0] in _SAYS_ITSELF}
    for head in heads:
        listed = dict.fromkeys(
            m.subject for m in extraction.mentions if m.form == "name" and head.stop <= m.start < head.end
        )
        people = {s.id for s in extraction.subjects if s.named and s.role == "subject"}
        for subject in listed:
            if said is None or subject not in people or subject in tells:
                continue
            name = short_id("c", said.item, head.start, head.stop, subject, head.fate, "true")
            quote = text[head.start : head.stop]
            claims.append(
                replace(
                    said, id=name, subject=subject, property=head.fate, value="true",
                    start=head.start, stop=head.stop, quote=quote, evidence=Evidence.PRESS,
                    speakers=said.speakers[-1:],
                )
            )  # fmt: skip
    return replace(extraction, claims=tuple(claims))


def _fate_of(words: str) -> str:
    key = f" {_key(words)} "
    table = _forms()
    if any(f" {form}" in key for kind, _, _, form in table if kind == "not_of_rows"):
        return ""
    fates = {
        prop
        for kind, prop, match, form in table
        if kind == "section" and prop in _FATES and (f" {form} " if match == "word" else f" {form}") in key
    }
    return fates.pop() if len(fates) == 1 else ""


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, str, str, str], ...]:
    table = rows("readers/list_lines.csv", "kind", "property", "match", "lang", "form")
    return tuple((row["kind"], row["property"], row["match"], _key(row["form"])) for row in table)


def _key(words: str) -> str:
    return " ".join(_WORDS.sub(" ", fold(words)).split())
