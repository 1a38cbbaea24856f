"""Our numbers beside the stored ones of R programs, and beside R itself where it is installed."""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
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
        for row in mine:
            told = model_json(sheet.models[row["model"]], sheet.seen)
            found.append(_compared(row, told))
    return found


def _compared(row: Any, told: dict[str, Any]) -> Compared:
    key, theirs, tolerance = row["key"], float(row["value"]), float(row["tolerance"])
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


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one task took here, on the processor and on the clock."""

    task: str
    seconds: float
    processor: float
    told: str


def measure_speed(folder: Path) -> list[Timed]:
    """The tasks of the issue: five-list graphs, the stepwise bootstrap, chains on Kosovo."""
    import numpy as np

    from tizme.estimate import bayesian, load_counts, searches
    from tizme.estimate.catalogue import warm
    from tizme.estimate.decomposable import posterior
    from tizme.estimate.latent import LatentSettings
    from tizme.estimate.strata import dense

    warm()
    found = []

    def timed(task: str, run: Callable[[], Any], say: Callable[[Any], str]) -> None:
        start, work = time.perf_counter(), time.process_time()
        result = run()
        found.append(Timed(task, time.perf_counter() - start, time.process_time() - work, say(result)))

    def cells(name: str) -> Any:
        table = load_counts(folder / f"{name}.csv")
        return dense(table.lists, table.lists, [(row.history, row.count) for row in table.rows])

    five, kosovo = cells("ukdat_5"), cells("kosovo")
    timed(
        "graphs, five lists, 1 to 300 unseen (the example of dga's help page)",
        lambda: posterior(five.counts, 5, np.arange(1.0, 301.0)),
        lambda r: f"{len(r.graphs)} graphs",
    )
    timed(
        "graphs, five lists, 1 to 20 times the seen",
        lambda: bayesian.graphs_on_integers(five),
        lambda r: f"{r.estimate:.0f}",
    )
    timed(
        "graphs, five lists, log-spaced", lambda: bayesian.graphs_on_logs(five), lambda r: f"{r.estimate:.0f}"
    )
    timed(
        "stepwise, five lists, 1,000 resamples and BCa",
        lambda: searches.stepwise(five),
        lambda r: f"{r.estimate:.0f}",
    )
    for threads in (1, 2):
        settings = LatentSettings(threads=threads)
        timed(
            f"latent classes, Kosovo, to 400 draws, {threads} threads",
            partial(bayesian.latent_classes, kosovo, settings),
            _chains,
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found.append(Timed("peak memory of all of these, MB", peak, peak, "with Python, numpy, scipy and numba"))
    return found


def _chains(found: Any) -> str:
    told = found.measures
    return f"ESS {told['ess']:.0f}, R-hat {told['rhat']:.3f}, {found.settings['turns_a_chain']} turns a chain"


def measure_r(folder: Path, *, tell: Callable[[str], None]) -> dict[str, Any]:
    """What R says of the same tables where Rscript and the packages are installed; why not otherwise."""
    program = shutil.which("Rscript")
    if program is None:
        return {"missing": "Rscript is not installed (Debian: r-base-core); stored values stand for it"}
    tell("R")
    done = subprocess.run(  # noqa: S603  (our own script, by its full path)
        [program, "--vanilla", str(_R_SCRIPT), *(str(path) for path in sorted(folder.glob("*.csv")))],
        capture_output=True,
        text=True,
        check=False,
        timeout=_R_SECONDS,
    )
    if done.returncode:
        return {"missing": f"Rscript ended with status {done.returncode}: {done.stderr.strip()[-300:]}"}
    return {"answers": [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]}
