"""How often a claim has the class of evidence that a reader gives it (tests/gates/evidence).

``open/`` is for development, ``held/`` is only counted. ``second/`` holds what a second reader gave the
claims of annotated texts without seeing their class: how far two readers agree is as far as rules can be
measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.cli.measuring.books import HELD, OPEN, Row, books_folder, rows_of
from tizme.cli.measuring.claims import _predict, _read
from tizme.cli.measuring.shared import files_digest
from tizme.extract import RULE_VERSION
from tizme.model import UnusableInput

COLUMNS = ("start", "end", "subject", "property", "value", "quote", "right", "evidence", "speaker")
_MAIN = frozenset({"ru", "en"})


@dataclass(frozen=True, slots=True)
class EvidenceScore:
    """Claims of one language (or ``ru+en``, ``others``) and half.

    Attributes:
        marked: Claims that a reader called right and gave a class.
        claimed: Those that these rules still claim; ``right`` of them have the reader's class.
    """

    lang: str
    half: str
    marked: int
    claimed: int
    right: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers of one set of annotated texts: of its ``claims`` the classes and polarities in common."""

    texts: str
    claims: int
    agreed: int
    same_polarity: int


@dataclass(frozen=True, slots=True)
class EvidenceMeasured:
    """All texts. ``faults``: (text, property, words, the reader's class, ours) of the open half alone."""

    rule: str
    corpus: str
    corpus_sha256: str
    scores: tuple[EvidenceScore, ...]
    agreements: tuple[Agreement, ...]
    faults: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    lang: str
    half: str
    text: str
    row: Row
    ours: str | None


def evidence_folder() -> Path | None:
    """Where the texts lie in the repository; None where tizme was installed without its tests."""
    return books_folder("evidence")


def measure_evidence(folder: Path, annotated: dict[str, Path]) -> EvidenceMeasured:
    """Extract every text and compare the class of evidence with the reader's.

    Args:
        annotated: Name of a folder of ``second/`` -> where its annotated texts lie.

    Raises:
        UnusableInput: no text, or a table whose columns are others.
    """
    tables = [table for half in (OPEN, HELD) for table in sorted((folder / half).glob("*.csv"))]
    if not tables:
        raise UnusableInput("no text with marked evidence", str(folder), "take them from the repository")
    marked = [one for table in tables for one in _marked(table)]
    langs = sorted({one.lang for one in marked})
    groups = [*((lang, {lang}) for lang in langs), ("ru+en", _MAIN), ("others", set(langs) - _MAIN)]
    scores = [
        _score(name, half, [one for one in marked if one.half == half and one.lang in members])
        for name, members in groups
        for half in (OPEN, HELD)
    ]
    faults = [
        (one.text, one.row["property"], one.row["quote"], one.row["evidence"], one.ours)
        for one in marked
        if one.half == OPEN and one.ours is not None and one.ours != one.row["evidence"]
    ]
    agreements = [
        _agreement(name, sorted((folder / "second" / name).glob("*.csv")), texts)
        for name, texts in annotated.items()
    ]
    return EvidenceMeasured(
        RULE_VERSION, str(folder), files_digest(tables), tuple(scores), tuple(agreements), tuple(faults)
    )


def _marked(table: Path) -> Iterator[_Marked]:
    told = json.loads(table.with_suffix(".json").read_text(encoding="utf-8"))
    claims = _predict(_read(table.with_suffix(".txt")), table.stem, told["doc_date"])["claims"]
    for row in rows_of(table, COLUMNS):
        if row["right"] == "yes" and row["evidence"]:
            yield _Marked(told["lang"], table.parent.name, table.stem, row, _ours(row, claims))


def _ours(row: Row, claims: Iterable[dict[str, Any]]) -> str | None:
    """The class of the claim with the property and value of a row that stands there."""
    start, end = int(row["start"]), int(row["end"])
    for claim in claims:
        same = claim["property"] == row["property"] and str(claim["value"]) == row["value"]
        if same and claim["start"] < end and start < claim["end"]:
            return str(claim["evidence"])
    return None


def _score(lang: str, half: str, marked: list[_Marked]) -> EvidenceScore:
    claimed = [one for one in marked if one.ours is not None]
    right = sum(one.ours == one.row["evidence"] for one in claimed)
    return EvidenceScore(lang, half, len(marked), len(claimed), right)


def _agreement(name: str, tables: list[Path], texts: Path) -> Agreement:
    claims = agreed = same_polarity = 0
    for table in tables:
        annotation = texts / f"{table.stem}.json"
        if not annotation.is_file():
            continue  # the annotated data here is another
        gold = json.loads(annotation.read_text(encoding="utf-8"))["claims"]
        for row in rows_of(table, ("number", "evidence", "polarity")):
            first = gold[int(row["number"])]
            claims += 1
            agreed += first["evidence"] == row["evidence"]
            same_polarity += first["polarity"] == row["polarity"]
    return Agreement(name, claims, agreed, same_polarity)
