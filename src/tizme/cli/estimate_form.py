"""An answer sheet as JSON and as text."""

from __future__ import annotations

import math
from typing import Any

from tizme.estimate.sentences import headline_words, rounded
from tizme.model import AnswerSheet, Finding, ModelAnswer

_SHORT = {
    "pooled": "the headline: both Bayesian families, mixed",
    "dga": "decomposable graphs, every whole number",
    "dga-log": "decomposable graphs, log-spaced grid",
    "lcmcr": "latent classes",
}


def sheet_json(sheet: AnswerSheet) -> dict[str, Any]:
    """The sheet under the names of the door: per model estimate, low95, high95, settings, seconds."""
    return {
        "lists": list(sheet.lists),
        "seen": sheet.seen,
        "definition": sheet.definition,
        "headline": model_json(sheet.headline, sheet.seen),
        "models": {name: model_json(found, sheet.seen) for name, found in sheet.models.items()},
        "diagnostics": _plain(dict(sheet.diagnostics)),
        "warnings": [_finding(f) for f in sheet.findings if f.severity == "warn"],
        "refused": [_finding(f) for f in (*sheet.headline.refused, *_refusals(sheet))],
        "leave_one_out": {name: model_json(found, sheet.seen) for name, found in sheet.leave_one_out.items()},
        "sensitivity": _plain(dict(sheet.sensitivity)),
        "strata": {name: model_json(found, 0) for name, found in sheet.strata.items()},
        "linkage": _plain(dict(sheet.linkage)),
        "registry": _plain(dict(sheet.registry)),
        "overlap": [{"lists": list(names), "count": None if n < 0 else n} for names, n in sheet.overlap],
        "cannot_see": list(sheet.cannot_see),
        "seconds": round(sheet.seconds, 3),
    }


def _refusals(sheet: AnswerSheet) -> list[Finding]:
    """Refusals of the table itself, where the headline does not already carry them."""
    told = {found.code for found in sheet.headline.refused}
    return [f for f in sheet.findings if f.severity == "refuse" and f.code not in told]


def model_json(found: ModelAnswer, seen: int) -> dict[str, Any]:
    """One model; a refused one has null numbers, and what it would have said under ``computed``."""
    told: dict[str, Any] = {
        "estimate": _number(found.estimate),
        "low95": _number(found.low95),
        "high95": _number(found.high95),
        "dark_figure": None if found.estimate is None or not seen else _number(found.estimate - seen),
        "settings": _plain(dict(found.settings)),
        "seconds": round(found.seconds, 4),
        "diagnostics": _plain(dict(found.diagnostics)),
        "refused": [_finding(f) for f in found.refused],
        "warnings": [_finding(f) for f in found.findings if f.severity == "warn"],
        "assumes": found.assumes,
    }
    if any(value is not None for value in found.computed):
        estimate, low, high = (_number(value) for value in found.computed)
        told["computed"] = {"estimate": estimate, "low95": low, "high95": high}
    return told


def _finding(found: Finding) -> dict[str, Any]:
    return {"code": found.code, "values": _plain(dict(found.values)), "words": found.words}


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(value)


def _plain(value: Any) -> Any:
    """Numbers of numpy as numbers, what is not finite as None."""
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, bool | str) or value is None:
        return value
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value


def sheet_text(sheet: AnswerSheet) -> str:
    """The sheet for a terminal: the headline, its warnings, then every model beside it."""
    lines = [
        f"{sheet.seen:,} people are on at least one of {len(sheet.lists)} lists ({', '.join(sheet.lists)})."
    ]
    if sheet.definition:
        lines.append(f"Counted: {sheet.definition}")
    lines.append(headline_words(sheet))
    lines += [f"  ! {found.words}" for found in sheet.findings if found.severity == "warn"]
    lines += ["", f"{'model':<24}{'estimate':>12}{'95 % from':>12}{'to':>12}"]
    lines += [_row(name, found) for name, found in (("pooled", sheet.headline), *sheet.models.items())]
    for title, others in (("without list", sheet.leave_one_out), ("stratum", sheet.strata)):
        if others:
            lines += ["", title]
            lines += [_row(name, found) for name, found in others.items()]
    if sheet.linkage:
        share = sheet.linkage["variance_share"]
        lines += [
            "",
            f"{share:.0%} of the variance comes from {sheet.linkage['linkages']} possible linkages.",
        ]
    lines += _registry_lines(sheet)
    lines += ["", "What no count can see:", *(f"  - {words}" for words in sheet.cannot_see)]
    return "\n".join(lines)


def _registry_lines(sheet: AnswerSheet) -> list[str]:
    """The second road, where a registry was given."""
    told = sheet.registry
    if not told:
        return []
    lines = ["", "Found in the registry, by stratum:"]
    lines += [
        f"  {' / '.join(row['stratum'])}: {row['share']:.0%} ({row['low95']:.0%} to {row['high95']:.0%})"
        for row in told["shares"]
    ]
    if "estimate" in told:
        low, high = rounded(told["low95"]), rounded(told["high95"])
        lines.append(f"By the registry about {rounded(told['estimate']):,} ({low:,} to {high:,}).")
    if "compared" in told:
        lines.append(told["compared"]["words"])
    return lines


def _row(name: str, found: ModelAnswer) -> str:
    if found.estimate is None:
        why = ", ".join(f.code for f in found.refused) or "no estimate"
        return f"{name:<24}{'refused':>12}  {why}"
    cells = (found.estimate, found.low95, found.high95)
    return f"{name:<24}" + "".join(f"{'-' if c is None else format(round(c), ','):>12}" for c in cells)
