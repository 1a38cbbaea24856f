"""How long the models take, beside base R where it is installed, and beside the published sampler."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from tizme.cli.measuring.estimate_tables import run_r

_BASE_R = Path(__file__).with_name("estimate_base.R")
_REPEATS = 5  # of what takes less than a second: the fastest counts
_SHORT = 1.0  # seconds


@dataclass(frozen=True, slots=True)
class Timed:
    """How long one task took here, on the clock and on the processor.

    Attributes:
        peer: Seconds of the yardstick named in ``peer_told``, None where it did not run.
        memory: Megabytes that the task added to the process, None where that was not looked at.
    """

    task: str
    seconds: float
    processor: float
    told: str
    memory: float | None = None
    peer: float | None = None
    peer_told: str = ""


def measure_speed(folder: Path, *, tell: Callable[[str], None] = lambda _: None) -> list[Timed]:
    """Five-list graphs, the stepwise bootstrap, chains on Kosovo; R alone beside the first two."""
    from tizme.estimate import bayesian, load_counts, searches
    from tizme.estimate.catalogue import warm
    from tizme.estimate.decomposable import posterior
    from tizme.estimate.strata import dense

    warm()

    def cells(name: str) -> Any:
        table = load_counts(folder / f"{name}.csv")
        return dense(table.lists, table.lists, [(row.history, row.count) for row in table.rows])

    five, kosovo = cells("ukdat_5"), cells("kosovo")
    few = np.arange(1.0, 301.0)
    tell("graphs and stepwise")
    found = [
        _timed("graphs, 1 to 300 unseen", lambda: posterior(five.counts, 5, few), _graphs),
        _timed("graphs, 1 to 54880 unseen", lambda: bayesian.graphs_on_integers(five), _estimate),
        _timed("graphs, the same on the log-spaced grid", lambda: bayesian.graphs_on_logs(five), _estimate),
        _timed("stepwise, 1,000 resamples and the jackknife", lambda: searches.stepwise(five), _estimate),
    ]
    program = shutil.which("Rscript")
    if program is not None:
        tell("base R")
        found = _beside(found, run_r(program, _BASE_R, [folder / "ukdat_5.csv"]))
    tell("latent classes")
    return [*found, *_chains(kosovo)]


def _timed(task: str, run: Callable[[], Any], say: Callable[[Any], str]) -> Timed:
    """The fastest of a few runs; memory is that of the first, which is the one that allocates."""
    before, best, memory = _resident(reset=True), None, None
    for _ in range(_REPEATS):
        start, work = time.perf_counter(), time.process_time()
        result = run()
        taken = time.perf_counter() - start, time.process_time() - work
        if memory is None and before is not None:
            memory = (_resident(reset=False) or before) - before
        best = taken if best is None or taken < best else best
        if taken[0] > _SHORT:
            break
    assert best is not None, "it ran at least once"
    return Timed(task, best[0], best[1], say(result), memory)


def _resident(*, reset: bool) -> float | None:
    """Megabytes in use now (after a reset of the peak), or at the peak since; None where Linux is not."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    wanted = "VmRSS:" if reset else "VmHWM:"
    return next((float(line.split()[1]) / 1024 for line in lines if line.startswith(wanted)), None)


def _beside(found: list[Timed], r: dict[str, Any]) -> list[Timed]:
    """Each task with the seconds that R took for it; the log-spaced grid stands beside R's whole numbers."""
    took = {one["task"]: float(one["seconds"]) for one in r.get("answers", ())}
    took["graphs, the same on the log-spaced grid"] = took.get("graphs, 1 to 54880 unseen", 0.0)
    return [
        replace(one, peer=took[one.task], peer_told="base R") if took.get(one.task) else one for one in found
    ]


def _chains(kosovo: Any) -> list[Timed]:
    """Kosovo to 400 effective draws on one thread and two, and what the published sampler reaches."""
    from tizme.estimate import bayesian
    from tizme.estimate.latent import LatentSettings

    def run(**changes: Any) -> Timed:
        settings = LatentSettings(**changes)
        task = f"latent classes, Kosovo, to 400 draws, {settings.threads} thread(s)"
        start, work = time.perf_counter(), time.process_time()
        result = bayesian.latent_classes(kosovo, settings)
        seconds = time.perf_counter() - start
        return Timed(task, seconds, time.process_time() - work, _agreement(result))

    one, two = run(threads=1), run(threads=2)
    # The same target drawn as published: no steps with the chances integrated out. Its turns are given
    # to it until it has drawn as long as ours, so that effective draws a second can be told.
    start = time.perf_counter()
    published = bayesian.latent_classes(kosovo, LatentSettings(threads=1, jumps=0, most=162_000))
    seconds = time.perf_counter() - start
    a_draw = seconds / max(float(published.measures["ess"]), 1.0)
    told = f"the published sampler, compiled alike: {_agreement(published)} in {seconds:.1f} s"
    one = replace(one, peer=400.0 * a_draw, peer_told=told)
    return [one, replace(two, peer=one.seconds, peer_told="one thread")]


def _graphs(found: Any) -> str:
    return f"{len(found.graphs)} graphs"


def _estimate(found: Any) -> str:
    return f"{found.estimate:.0f}"


def _agreement(found: Any) -> str:
    told = found.measures
    return f"ESS {told['ess']:.0f}, R-hat {told['rhat']:.3f}, {found.settings['turns_a_chain']} turns a chain"
