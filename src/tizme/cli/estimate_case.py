"""What `tizme estimate CASE` counts, and how each cell leads to its persons and their words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tizme.text.safe import safe_text

if TYPE_CHECKING:
    from tizme.case.counting import RegisterCounts, Seen
    from tizme.model import Claim

_SMALL = 5  # people; a cell below it is suppressed in what leaves the house
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


def tell_cells(counted: RegisterCounts, *, publish: bool) -> dict[str, Any]:
    """Every cell with its persons and their spans; outside the house counts alone, and no small ones."""
    names = counted.tables[0].lists
    return {
        "counted_apart": dict(counted.apart) if not publish else _suppressed(counted.apart),
        "cells": [_cell(names, *key, seen, publish=publish) for key, seen in counted.cells.items()],
    }


def _cell(
    names: tuple[str, ...],
    history: tuple[int, ...],
    stratum: tuple[str, ...],
    seen: tuple[Seen, ...],
    *,
    publish: bool,
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "lists": [name for name, on in zip(names, history, strict=True) if on],
        "stratum": list(stratum),
        "count": len(seen),
    }
    if publish:
        return told if len(seen) >= _SMALL else {**told, "count": None}
    told["persons"] = [
        {
            "id": one.person,
            "label": one.label,
            "spans": [
                {
                    "claim": c.id,
                    "item": c.item,
                    "start": c.start,
                    "stop": c.stop,
                    "property": c.property,
                    "quote": c.quote,
                }
                for c in one.claims
            ],
        }
        for one in seen
    ]
    return told


def _span(claim: Claim) -> dict[str, Any]:
    where = {"item": claim.item, "start": claim.start, "stop": claim.stop}
    return {"claim": claim.id, **where, "property": claim.property, "quote": claim.quote}


def _suppressed(apart: Mapping[str, int]) -> dict[str, int | None]:
    return {fate: count if count >= _SMALL or count == 0 else None for fate, count in apart.items()}


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
        lines.append(f"  {where}: {cell['count'] if cell['count'] is not None else 'fewer than 5'}")
        for person in cell.get("persons", ()):
            lines.append(f"    {safe_text(person['label'], limit=60)}  [{person['id']}]")
            lines += [
                f"      {span['item'][:12]} {span['start']}-{span['stop']}: "
                f"{safe_text(span['quote'], limit=_QUOTE)}"
                for span in person["spans"][:_SHOWN]
            ]
    return "\n".join(lines)
