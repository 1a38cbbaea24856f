"""How often the intervals of an estimate hold a size that is known, beside the peers' own models."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np

from tizme.cli.measuring.scenarios import Scenario, scenarios
from tizme.model import AnswerSheet, ModelAnswer

# The peers' models as we compute them; each agrees with its R package on the tables of docs/evaluation.
PEERS = ("dga", "lcmcr", "stepwise", "loglinear-average-bic")
# Warnings that tell a reader not to lean on the interval.
FLAGS = ("models-disagree", "low-sample-coverage", "hidden-groups", "three-lists-only", "one-record")


@dataclass(frozen=True, slots=True)
class Coverage:
    """One model in one scenario.

    Attributes:
        held: Share of replicates whose interval holds the size, of those with an interval.
        error: Root of the mean squared error of the point, as a share of the size.
        refused: Share of replicates without a number.
    """

    model: str
    held: float
    error: float
    bias: float
    width: float
    refused: float


@dataclass(frozen=True, slots=True)
class ScenarioMeasured:
    """One scenario: the headline, the peers, and how often a reader is warned."""

    name: str
    size: int
    kind: str
    peers_right: bool
    replicates: int
    models: tuple[Coverage, ...]
    flagged: float
    flags: dict[str, float]
    held_or_flagged: float
    seconds: float


def measure_scenarios(
    *, replicates: int, workers: int, only: tuple[str, ...] = (), tell: Callable[[str], None]
) -> list[ScenarioMeasured]:
    """Every scenario so many times; the same seeds give the same tables."""
    found = []
    with ProcessPoolExecutor(workers) as pool:
        for scenario in scenarios():
            if only and scenario.name not in only:
                continue
            start = time.perf_counter()
            jobs = [(scenario.name, i) for i in range(replicates)]
            drawn = list(pool.map(_replicate, jobs))
            found.append(_measured(scenario, drawn, seconds=time.perf_counter() - start))
            tell(f"{scenario.name}: {found[-1].seconds:.0f} s")
    return found


@dataclass(frozen=True, slots=True)
class _Drawn:
    numbers: dict[str, tuple[float | None, float | None, float | None]]
    warned: tuple[str, ...]


def _replicate(job: tuple[str, int]) -> _Drawn:
    from tizme.estimate import Asked, answer
    from tizme.estimate.catalogue import Options
    from tizme.estimate.latent import LatentSettings

    name, number = job
    scenario = next(s for s in scenarios() if s.name == name)
    rng = np.random.default_rng([20261129, number, sum(map(ord, name))])
    made = scenario.make(rng)
    options = Options(latent=LatentSettings(threads=1, seed=number), bootstraps=200)
    asked = Asked(models=(*PEERS, "dga-log", "latent", "mth-darroch"), extras=False, options=options)
    sheet = answer([made], asked)
    return _Drawn(
        {
            "pooled": _numbers(sheet.headline),
            **{n: _numbers(sheet.models[n]) for n in (*PEERS, "latent", "mth-darroch")},
        },
        _warned(sheet),
    )


def _numbers(found: ModelAnswer) -> tuple[float | None, float | None, float | None]:
    return found.estimate, found.low95, found.high95


def _warned(sheet: AnswerSheet) -> tuple[str, ...]:
    codes = [f.code for f in sheet.findings if f.severity == "warn" and f.code in FLAGS]
    return (*codes, *(["refused"] if sheet.headline.estimate is None else []))


def _measured(scenario: Scenario, drawn: list[_Drawn], *, seconds: float) -> ScenarioMeasured:
    models = []
    for name in drawn[0].numbers:
        numbers = [d.numbers[name] for d in drawn]
        whole = [(low, high) for _, low, high in numbers if low is not None and high is not None]
        points = np.array([e for e, _, _ in numbers if e is not None]) / scenario.size - 1.0
        models.append(
            Coverage(
                name,
                float(np.mean([low <= scenario.size <= high for low, high in whole])) if whole else 0.0,
                float(np.sqrt((points**2).mean())) if points.size else float("nan"),
                float(points.mean()) if points.size else float("nan"),
                float(np.median([(high - low) / scenario.size for low, high in whole])) if whole else 0.0,
                1.0 - len(points) / len(numbers),
            )
        )
    either = []
    for d in drawn:
        _, low, high = d.numbers["pooled"]
        held = low is not None and high is not None and low <= scenario.size <= high
        either.append(held or bool(d.warned))
    return ScenarioMeasured(
        scenario.name,
        scenario.size,
        scenario.kind,
        scenario.peers_right,
        len(drawn),
        tuple(models),
        float(np.mean([bool(d.warned) for d in drawn])),
        {flag: float(np.mean([flag in d.warned for d in drawn])) for flag in (*FLAGS, "refused")},
        float(np.mean(either)),
        seconds,
    )
