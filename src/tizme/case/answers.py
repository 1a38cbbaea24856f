"""Answers to "how many are on no list", kept in derived/ so that the pages can show them.

An answer is made by `tizme estimate CASE`, which takes minutes; a page only reads it. It carries the run
that it rests on, so that a page can say that the case has been run since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from tizme.case.stages import RAN
from tizme.case.workplace import Workplace
from tizme.model import AnswerSheet, canonical_json
from tizme.model.codec import from_json, to_json

ESTIMATED = "estimated"
_FOLDER = "estimates"


@dataclass(frozen=True, slots=True)
class KeptSpan:
    """The words that put somebody on a list, and where they stand."""

    claim: str
    item: str
    start: int
    stop: int
    property: str
    quote: str


@dataclass(frozen=True, slots=True)
class KeptPerson:
    """Somebody in a cell, with their words."""

    id: str
    label: str
    spans: tuple[KeptSpan, ...]


@dataclass(frozen=True, slots=True)
class KeptCell:
    """Those who stand on exactly these lists, in one stratum."""

    lists: tuple[str, ...]
    stratum: tuple[str, ...]
    persons: tuple[KeptPerson, ...]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """One answer of the case.

    Attributes:
        by: Strata that were asked for.
        persons_file: The derived file of persons that it rests on.
        at: When it was made, UTC; "" in the file itself, the ledger knows.
        current: Whether the last run still rests on the same persons.
    """

    fate: str
    by: tuple[str, ...]
    persons_file: str
    sheet: AnswerSheet
    cells: tuple[KeptCell, ...]
    apart: Mapping[str, int]
    at: str = ""
    current: bool = True

    @property
    def question(self) -> str:
        """What was asked, as it stands in addresses and file names: "dead", "dead-by-period+place"."""
        return "-by-".join(part for part in (self.fate, "+".join(self.by)) if part)

    @property
    def warnings(self) -> int:
        """How many warnings stand beside the headline."""
        return sum(found.severity == "warn" for found in self.sheet.findings)


def keep_answer(
    work: Workplace,
    *,
    fate: str,
    by: Sequence[str],
    sheet: AnswerSheet,
    cells: tuple[KeptCell, ...],
    apart: Mapping[str, int],
) -> str:
    """Keep an answer, in place of an earlier one to the same question; its file under derived/."""
    kept = KeptAnswer(fate, tuple(by), _persons_file(work), _timeless(sheet), cells, apart)
    file = f"{_FOLDER}/{kept.question}.json"
    content = (canonical_json(to_json(_plain(asdict(kept)))) + "\n").encode()
    work.derived.keep(file, content, kind=ESTIMATED, body={"fate": fate, "by": list(by)})
    return file


def answers(work: Workplace) -> tuple[KeptAnswer, ...]:
    """Every answer that is kept, in the order of its question."""
    persons_file = _persons_file(work)
    made = {event.body["file"]: event.at for event in work.ledger.events(ESTIMATED)}
    found = []
    for file in sorted(made):
        content = work.derived.load(file)
        if content is not None:
            kept = from_json(KeptAnswer, json.loads(content), where=file)
            found.append(replace(kept, at=made[file], current=kept.persons_file == persons_file))
    return tuple(found)


def _persons_file(work: Workplace) -> str:
    ran = work.ledger.events(RAN)
    return str(ran[-1].body["outputs"]["persons"]["file"]) if ran else ""


def _timeless(sheet: AnswerSheet) -> AnswerSheet:
    """The sheet without the seconds it took, so that the same answer is the same bytes."""
    return replace(
        sheet,
        seconds=0.0,
        headline=replace(sheet.headline, seconds=0.0),
        models={name: replace(found, seconds=0.0) for name, found in sheet.models.items()},
        leave_one_out={name: replace(found, seconds=0.0) for name, found in sheet.leave_one_out.items()},
        strata={name: replace(found, seconds=0.0) for name, found in sheet.strata.items()},
    )


def _plain(value: Any) -> Any:
    """Numbers of numpy as numbers; what is not finite is no number in JSON and becomes None."""
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float) and value - value != 0.0:
        return None
    return value
