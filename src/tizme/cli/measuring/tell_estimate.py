"""The measurement of estimates as a whole, as JSON and as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tizme.cli.measuring.shared import find_shared

PARTS = ("tables", "speed", "scenarios", "coverage", "linkage")


def measure_estimate(
    shared: Path | None,
    *,
    parts: tuple[str, ...],
    replicates: int,
    workers: int,
    only: tuple[str, ...],
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Every part that is asked for; tables and speed need the shared data."""
    from tizme.cli.measuring.estimate_coverage import measure_coverage_warning
    from tizme.cli.measuring.estimate_speed import measure_speed
    from tizme.cli.measuring.estimate_tables import measure_r, measure_tables
    from tizme.cli.measuring.estimation import measure_scenarios
    from tizme.cli.measuring.linked_doubt import measure_linked

    wanted = parts or PARTS
    told: dict[str, Any] = {}
    if {"tables", "speed"} & set(wanted):
        folder = find_shared(shared) / "data" / "estimate"
        if "tables" in wanted:
            told["tables"] = [asdict(one) for one in measure_tables(folder, tell=tell)]
            told["r"] = measure_r(folder, tell=tell)
        if "speed" in wanted:
            told["speed"] = [asdict(one) for one in measure_speed(folder, tell=tell)]
    if "scenarios" in wanted:
        measured = measure_scenarios(replicates=replicates, workers=workers, only=only, tell=tell)
        told["scenarios"] = [asdict(one) for one in measured]
    if "coverage" in wanted:
        told["coverage"] = [asdict(one) for one in measure_coverage_warning(replicates=replicates)]
    if "linkage" in wanted:
        linked = measure_linked(replicates=replicates, workers=workers, tell=tell)
        told["linkage"] = [asdict(one) for one in linked]
    return told


def tell_estimate(told: dict[str, Any]) -> str:
    """Tables for a terminal, one for each part."""
    lines: list[str] = []
    if "tables" in told:
        lines += ["table, model, value: theirs, ours", *(_row(one) for one in told["tables"])]
        lines.append(f"R: {told['r'].get('missing', '')}" if "missing" in told["r"] else "R:")
        lines += [f"  {one}" for one in told["r"].get("answers", [])]
    if "speed" in told:
        lines += ["", "task: seconds (processor)", *(_speed(one) for one in told["speed"])]
    for one in told.get("scenarios", ()):
        lines += ["", *_scenario(one)]
    for one in told.get("coverage", ()):
        lines.append(
            f"{one['population']}, {'warned' if one['warned'] else 'not warned'} of low sample coverage, "
            f"{one['tables']} tables: error {one['error']:.3f}, of the unseen {one['error_of_unseen']:.2f}, "
            f"held {one['held']:.2f}"
        )
    for one in told.get("linkage", ()):
        lines.append(
            f"{one['ambiguous']:.0%} of links ambiguous, {one['replicates']} times: held {one['held']:.2f} "
            f"(best linkage alone {one['plug_in_held']:.2f}), width {one['width']:.2f} of the true one's, "
            f"{one['variance_share']:.0%} of the variance"
        )
    return "\n".join(lines)


def _speed(one: dict[str, Any]) -> str:
    line = f"  {one['task']}: {one['seconds']:.4f} ({one['processor']:.4f})  {one['told']}"
    if one["memory"] is not None:
        line += f"; {one['memory']:.0f} MB added"
    if one["peer"] is not None:
        line += f"; {one['peer_told']} {one['peer']:.3f} s, {one['peer'] / one['seconds']:.1f} times as long"
    return line


def _row(one: dict[str, Any]) -> str:
    ours = "-" if one["ours"] is None else f"{one['ours']:,.2f}"
    value = f"{one['file']}, {one['model']}, {one['key']}: {one['theirs']:,}, {ours}"
    return f"  {value}  {one['told']} ({one['source']})"


def _scenario(one: dict[str, Any]) -> list[str]:
    flags = ", ".join(f"{flag} {share:.2f}" for flag, share in one["flags"].items() if share)
    head = f"{one['name']}, {one['size']:,} people, {one['replicates']} times: warned {one['flagged']:.2f}"
    lines = [f"{head} ({flags}); held or warned {one['held_or_flagged']:.2f}"]
    lines += [
        f"  {model['model']:<24} held {model['held']:.2f}  error {model['error']:.3f}  "
        f"bias {model['bias']:+.3f}  width {model['width']:.2f}  refused {model['refused']:.2f}"
        for model in one["models"]
    ]
    return lines
