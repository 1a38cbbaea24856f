"""Our numbers beside the stored ones of R programs, and beside R itself where it is installed."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.cli.estimate_form import model_json
from tizme.tables import rows

_R_SCRIPT = Path(__file__).with_name("estimate_peers.R")
_R_SECONDS = 1200


@dataclass(frozen=True, slots=True)
class Compared:
    """One stored value and ours. ``told`` says "agrees", "differs" or why there is nothing to compare."""

    file: str
    model: str
    key: str
    theirs: float
    ours: float | None
    tolerance: float
    told: str
    source: str


def measure_tables(folder: Path, *, tell: Callable[[str], None]) -> list[Compared]:
    """Every row of tables/estimate/references.csv whose table is in ``folder``."""
    from tizme.estimate import Asked, answer, load_counts

    wanted = defaultdict(list)
    for row in rows("estimate/references.csv", "file", "model", "key", "value", "tolerance", "source"):
        wanted[row["file"]].append(row)
    found = []
    for name, mine in wanted.items():
        file = folder / f"{name}.csv"
        if not file.is_file():
            tell(f"{name}: no such table in {folder.name}")
            continue
        tell(name)
        models = tuple(dict.fromkeys(row["model"] for row in mine))
        sheet = answer([load_counts(file)], Asked(models=models, extras=False))
        chance = _chance_of_lcmcr(file) if any(row["tolerance"] == "mcse" for row in mine) else {}
        for row in mine:
            told = model_json(sheet.models[row["model"]], sheet.seen)
            found.append(_compared(row, told, chance))
    return found


def _chance_of_lcmcr(file: Path) -> dict[str, float]:
    """Monte Carlo errors of one run of LCMCR as its own example runs it, from the same sampler here."""
    from tizme.estimate import bayesian, load_counts
    from tizme.estimate.latent import LatentSettings
    from tizme.estimate.strata import dense

    table = load_counts(file)
    cells = dense(table.lists, table.lists, [(row.history, row.count) for row in table.rows])
    # No target for the worth of the draws: the run ends when it is as long as the example's.
    alike = LatentSettings(
        chains=1, jumps=0, burn_in=10_000, thin=100, ess=float("inf"), most=110_000, threads=1
    )
    told = bayesian.latent_classes(cells, alike).diagnostics
    return {"estimate": told["mcse"], "low95": told["mcse_low95"], "high95": told["mcse_high95"]}


def _compared(row: Any, told: dict[str, Any], chance: dict[str, float]) -> Compared:
    key, theirs = row["key"], float(row["value"])
    if row["tolerance"] == "mcse":
        mine = told["diagnostics"]["mcse" if key == "estimate" else f"mcse_{key}"]
        tolerance = 4.0 * math.hypot(mine, chance[key]) / theirs
    else:
        tolerance = float(row["tolerance"])
    if key == "refused":
        ours = float(bool(told["refused"]))
        verdict = "agrees" if ours == theirs else "differs"
        return Compared(row["file"], row["model"], key, theirs, ours, tolerance, verdict, row["source"])
    numbers = told.get("computed", told)
    ours = numbers[key] if key in numbers else told["diagnostics"].get(key)
    refused = ", ".join(finding["code"] for finding in told["refused"])
    if ours is None:
        verdict = f"no number ({refused or 'not computed'})"
    else:
        # Half a unit of the last digit that was printed is no difference.
        printed = 0.5 * 10.0 ** -len(row["value"].partition(".")[2])
        near = abs(ours - theirs) <= tolerance * abs(theirs) + printed
        verdict = "agrees" if near else "differs"
        verdict += f", refused here: {refused}" if refused else ""
    return Compared(row["file"], row["model"], key, theirs, ours, tolerance, verdict, row["source"])


def measure_r(folder: Path, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """What R says of the same tables where Rscript and the packages are installed; why not otherwise."""
    program = shutil.which("Rscript")
    if program is None:
        return {"missing": "Rscript is not installed (Debian: r-base-core); stored values stand for it"}
    tell("R")
    return run_r(program, _R_SCRIPT, sorted(folder.glob("*.csv")))


def run_r(program: str, script: Path, files: Sequence[Path]) -> dict[str, Any]:
    """The JSON lines that one of our R scripts prints about these tables, or why it ended."""
    done = subprocess.run(  # noqa: S603  (our own script, by its full path)
        [program, "--vanilla", str(script), *(str(path) for path in files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=_R_SECONDS,
    )
    if done.returncode:
        return {"missing": f"Rscript ended with status {done.returncode}: {done.stderr.strip()[-300:]}"}
    return {"answers": [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]}
