"""What `tizme estimate CASE` counts, and how each cell leads to its persons and their words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tizme.text.safe import safe_text

if TYPE_CHECKING:
    from tizme.case.counting import RegisterCounts, Seen
    from tizme.model import AnswerSheet, Claim
    from tizme.model.counts import History

_SHOWN = 3  # words of a person in the text form
_QUOTE = 90  # letters of a quote in the text form


def count_case(
    folder: Path, *, by: str, fate: str, lists_file: Path | None, linkages: int, seed: int
) -> RegisterCounts:
    """The counts of a case.

    Raises:
        UnusableInput: no case, nothing decided yet, an unknown stratum or list.
    """
    from tizme.case import Case
    from tizme.case.counting import Wanted, load_lists
    from tizme.model import Fate

    strata = tuple(name.strip() for name in by.split(",") if name.strip())
    lists = load_lists(lists_file) if lists_file else None
    return Case.open(folder).counts(Wanted(Fate(fate), strata, lists, linkages, seed))


def keep(folder: Path, counted: RegisterCounts, sheet: AnswerSheet, *, by: str, fate: str) -> str:
    """Keep the answer in the case, where `tizme serve` shows it; its file."""
    from tizme.case import Case
    from tizme.case.answers import KeptCell, KeptPerson, KeptSpan

    names = counted.tables[0].lists
    cells = tuple(
        KeptCell(
            tuple(name for name, on in zip(names, history, strict=True) if on),
            stratum,
            tuple(
                KeptPerson(
                    one.person,
                    one.label,
                    tuple(KeptSpan(c.id, c.item, c.start, c.stop, c.property, c.quote) for c in one.claims),
                )
                for one in seen
            ),
        )
        for (history, stratum), seen in counted.cells.items()
    )
    strata = [name.strip() for name in by.split(",") if name.strip()]
    return Case.open(folder).keep_answer(fate=fate, by=strata, sheet=sheet, cells=cells, apart=counted.apart)


def tell_cells(counted: RegisterCounts, *, publish: bool) -> dict[str, Any]:
    """Every cell with its persons and their spans; outside the house counts alone, and no small ones."""
    names = counted.tables[0].lists
    gone = _hidden(counted) if publish else frozenset()
    return {
        "counted_apart": dict(counted.apart) if not publish else _few(counted.apart),
        "cells": [
            _cell(names, *key, seen, publish=publish, hide=key in gone) for key, seen in counted.cells.items()
        ],
    }


def _hidden(counted: RegisterCounts) -> frozenset[tuple[History, tuple[str, ...]]]:
    """Cells that may not be told: sums by history, by stratum and of all are known to a reader."""
    from tizme.estimate.suppressing import hidden

    counts = {key: len(seen) for key, seen in counted.cells.items()}
    sums: list[list[tuple[History, tuple[str, ...]]]] = [list(counts)]
    for part in (0, 1):
        groups: dict[Any, list[tuple[History, tuple[str, ...]]]] = {}
        for key in counts:
            groups.setdefault(key[part], []).append(key)
        sums += [group for group in groups.values() if len(group) > 1]
    return hidden(counts, sums)


def _cell(
    names: tuple[str, ...],
    history: History,
    stratum: tuple[str, ...],
    seen: tuple[Seen, ...],
    *,
    publish: bool,
    hide: bool,
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "lists": [name for name, on in zip(names, history, strict=True) if on],
        "stratum": list(stratum),
        "count": None if hide else len(seen),
    }
    if not publish:
        told["persons"] = [
            {"id": one.person, "label": one.label, "spans": [_span(claim) for claim in one.claims]}
            for one in seen
        ]
    return told


def _span(claim: Claim) -> dict[str, Any]:
    where = {"item": claim.item, "start": claim.start, "stop": claim.stop}
    return {"claim": claim.id, **where, "property": claim.property, "quote": claim.quote}


def _few(apart: Mapping[str, int]) -> dict[str, int | None]:
    from tizme.estimate.suppressing import SMALL

    return {fate: count if count >= SMALL or count == 0 else None for fate, count in apart.items()}


def cells_text(told: Mapping[str, Any]) -> str:
    """The cells for a terminal."""
    apart = ", ".join(
        f"{fate} {count if count is not None else 'few'}" for fate, count in told["counted_apart"].items()
    )
    lines = ["", f"Counted apart, never added: {apart}", "", "Who stands where:"]
    for cell in told["cells"]:
        where = " + ".join(cell["lists"]) + (
            f" ({', '.join(v or '?' for v in cell['stratum'])})" if cell["stratum"] else ""
        )
        lines.append(f"  {where}: {cell['count'] if cell['count'] is not None else 'not told (few)'}")
        for person in cell.get("persons", ()):
            lines.append(f"    {safe_text(person['label'], limit=60)}  [{person['id']}]")
            lines += [
                f"      {span['item'][:12]} {span['start']}-{span['stop']}: "
                f"{safe_text(span['quote'], limit=_QUOTE)}"
                for span in person["spans"][:_SHOWN]
            ]
    return "\n".join(lines)
