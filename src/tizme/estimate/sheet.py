"""The answer sheet: every model side by side, what moves them, what they assume, and what to refuse.

variants   ways the table may have been: linkages drawn, missing strata drawn
parts      of each variant: people that one set of lists covers
models     on each part; added over parts, pooled over variants
rules      on the table, on each model, on all together
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from tizme.estimate import measures
from tizme.estimate.bayesian import graphs_on_logs
from tizme.estimate.catalogue import FAMILIES, NAMES, POOLED, Options, check_names, run_models
from tizme.estimate.combine import added, pooled
from tizme.estimate.decomposable import MOST_LISTS
from tizme.estimate.latent import LatentSettings
from tizme.estimate.registry import RegistryRow, compare_roads, completeness
from tizme.estimate.result import Cells, Floats, Result
from tizme.estimate.rules import assumption, cannot_see, findings
from tizme.estimate.strata import by_stratum, missing_people, parts
from tizme.estimate.suppressing import SMALL, hidden
from tizme.model import AnswerSheet, CountsTable, Finding, ModelAnswer, UnusableInput

IMPUTATIONS = 20  # draws of missing strata; as many as linkages
_LIGHT_ESS, _LIGHT_TURNS = 400.0, 40_000
_CURVE = 160  # points of a density in the figures


@dataclass(frozen=True, slots=True)
class Asked:
    """What to answer.

    Attributes:
        models: Names of the catalogue; the headline is always made.
        extras: Leave-one-out, sensitivity and strata besides, which take longer than the models.
        suppress: Overlap cells and strata of fewer than SMALL people are not told.
    """

    models: tuple[str, ...] = NAMES
    extras: bool = True
    suppress: bool = False
    registry: tuple[RegistryRow, ...] = ()
    options: Options = field(default_factory=Options)


def answer(
    tables: Sequence[CountsTable], asked: Asked, *, tell: Callable[[str], None] = lambda _: None
) -> AnswerSheet:
    """Everything that these tables say; several tables are one register linked in several ways.

    Raises:
        UnusableInput: no table, tables of different lists, or a model that there is not.
    """
    start = time.perf_counter()
    if not tables or len({table.lists for table in tables}) > 1:
        raise UnusableInput(
            "tables of different lists", "tizme.estimate", "give the same lists in every linkage"
        )
    names = tuple(dict.fromkeys((POOLED, *check_names(asked.models))))
    variants = _variants(tables, asked.options.seed)
    many = len(variants) > 1
    options = _light(asked.options, tables=len(variants)) if many else asked.options
    table, first = tables[0], variants[0]
    at_table = measures.of_table(table, first)
    on_table = findings("table", at_table)
    refused_table = tuple(found for found in on_table if found.severity == "refuse")
    runs: dict[str, tuple[Result, float, float]] = {}
    if not refused_table:
        runs = _run_all(variants, names, options, tell)
    models = {
        name: _judged(name, *runs[name][:2]) if name in runs else _refused(name, refused_table)
        for name in names
    }
    headline = models.pop(POOLED)
    seen = round(float(np.mean([t.seen for t in tables])))
    side = {
        "disagreement": measures.disagreement(models, seen),
        "families_standing": runs[POOLED][0].measures.get("families_standing", 0.0) if runs else 0.0,
    }
    linkage: dict[str, Any] = {}
    if len(tables) > 1 and runs:
        linkage = {
            "linkages": len(tables),
            "variance_share": runs[POOLED][2],
            "by_model": {n: r[2] for n, r in runs.items()},
        }
        side["linkage_share"] = runs[POOLED][2]
    whole = first[0] if len(first) == 1 else None
    left_out: dict[str, ModelAnswer] = {}
    sensitivity: dict[str, Any] = {}
    if whole is not None and not refused_table:
        side["one_record_movement"] = measures.one_record_movement(whole.cells)
    if asked.extras and not refused_table:
        left_out = _leave_one_out(whole.cells if whole else None, asked.options, tell)
        sensitivity = _sensitivity(whole.cells if whole else None, runs, asked.options, tell)
        moved = [_dark_move(other, headline, seen) for other in left_out.values()]
        known = [move for move in moved if move is not None]
        if known:
            side["leave_one_out_movement"] = max(known)
    strata = _strata(tables, asked, tell) if asked.extras and table.stratum_columns else {}
    on_sheet = () if refused_table else findings("sheet", side)
    refusals = tuple(found for found in on_sheet if found.severity == "refuse")
    headline = replace(headline, findings=(*headline.findings, *refusals))
    if headline.refused:
        headline = replace(headline, estimate=None, low95=None, high95=None)
    return AnswerSheet(
        lists=table.lists,
        seen=seen,
        headline=headline,
        models=models,
        findings=(*on_table, *on_sheet),
        leave_one_out=left_out,
        sensitivity=sensitivity,
        strata=strata,
        diagnostics={
            **_told_outside(at_table, suppress=asked.suppress),
            **side,
            "parts": len(first),
            "tables": len(variants),
        },
        cannot_see=cannot_see(),
        linkage=linkage,
        overlap=_overlap(tables, suppress=asked.suppress),
        curves={
            n: _density(r[0].draws)
            for n, r in runs.items()
            if r[0].draws is not None and n in (POOLED, *FAMILIES)
        },
        definition=table.definition,
        registry=_registry(asked.registry, runs, suppress=asked.suppress),
        seconds=time.perf_counter() - start,
    )


def _told_outside(at_table: Mapping[str, float], *, suppress: bool) -> dict[str, float]:
    """What was measured on the table, without counts of few people where it leaves the house."""
    counts = {"people_seen", "overlapping_people"}
    return {k: v for k, v in at_table.items() if not (suppress and k in counts and 0 < v < SMALL)}


def _variants(tables: Sequence[CountsTable], seed: int) -> list[tuple[Any, ...]]:
    """Each way the table may have been, as parts; missing strata are drawn only where a mask needs them."""
    found = []
    for at, table in enumerate(tables):
        need = bool(table.uncovered) and missing_people(table) > 0
        repeats = max(1, IMPUTATIONS // len(tables)) if need else 1
        found += [parts(table, np.random.default_rng([seed, at, i])) for i in range(repeats)]
    return found


def _light(options: Options, *, tables: int = 1) -> Options:
    """Shorter chains, for one of many tables: what they are worth adds up over the tables."""
    ess = max(_LIGHT_ESS / tables, 60.0)
    light = replace(options.latent, ess=ess, most=_LIGHT_TURNS, burn_in=1000, thin=5)
    return replace(options, latent=light)


def _run_all(
    variants: list[tuple[Any, ...]], names: tuple[str, ...], options: Options, tell: Callable[[str], None]
) -> dict[str, tuple[Result, float, float]]:
    """Model -> (result over parts and variants, seconds, share of variance between variants)."""
    collected: dict[str, list[Result]] = {name: [] for name in names}
    seconds = dict.fromkeys(names, 0.0)
    for at, variant in enumerate(variants, start=1):
        if len(variants) > 1:
            tell(f"table {at} of {len(variants)}")
        by_part = [run_models(part.cells, names, options) for part in variant]
        for name in names:
            collected[name].append(added([done[name][0] for done in by_part]))
            seconds[name] += sum(done[name][1] for done in by_part)
    return {
        name: (found, seconds[name], share)
        for name, results in collected.items()
        for found, share in (pooled(results),)
    }


def _judged(name: str, found: Result, seconds: float) -> ModelAnswer:
    """A result after the rules: refused numbers move to ``computed``."""
    spoken = findings("model", found.measures, model=name)
    numbers = (found.estimate, found.low, found.high)
    refused = any(finding.severity == "refuse" for finding in spoken) or found.estimate is None
    shown: tuple[float | None, float | None, float | None] = (None, None, None) if refused else numbers
    diagnostics = {**found.diagnostics, **{k: v for k, v in found.measures.items() if k != "exists"}}
    return ModelAnswer(
        name,
        *shown,
        found.settings,
        seconds,
        diagnostics,
        spoken,
        numbers if refused else (None, None, None),
        assumption(name.split(":", maxsplit=1)[0] if name.startswith("loglinear:") else name),
    )


def _refused(name: str, why: tuple[Finding, ...]) -> ModelAnswer:
    return ModelAnswer(name, None, None, None, {}, 0.0, {}, why, (None, None, None), assumption(name))


def _registry(
    rows: tuple[RegistryRow, ...], runs: Mapping[str, tuple[Result, float, float]], *, suppress: bool
) -> dict[str, Any]:
    """The second road beside the first, where a registry is given."""
    if not rows:
        return {}
    found = completeness(rows)
    few = {row.stratum for row in rows if suppress and row.listed < SMALL}
    told: dict[str, Any] = {
        "shares": [
            {"stratum": list(stratum), "share": share[0], "low95": share[1], "high95": share[2]}
            for stratum, share in found.shares.items()
            if stratum not in few
        ]
    }
    if found.total is not None:
        told |= {**_numbers(found.total), "settings": dict(found.total.settings)}
        lists = runs[POOLED][0].draws if runs else None
        if lists is not None and found.total.draws is not None:
            roads = compare_roads(lists, found.total.draws)
            told["compared"] = {"ratio": list(roads.ratio), "agree": roads.agree, "words": roads.words}
    return told


def _leave_one_out(
    cells: Cells | None, options: Options, tell: Callable[[str], None]
) -> dict[str, ModelAnswer]:
    """The headline without each list in turn; below four lists nothing is left to compare."""
    if cells is None or cells.n_lists < 4:
        return {}
    found = {}
    for i, name in enumerate(cells.lists):
        tell(f"without list {name}")
        less = cells.without(i)
        run, seconds = run_models(less, (POOLED,), _light(options))[POOLED]
        found[name] = _judged(POOLED, run, seconds)
    return found


def _sensitivity(
    cells: Cells | None,
    runs: Mapping[str, tuple[Result, float, float]],
    options: Options,
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """What other priors and caps would have given."""
    told: dict[str, Any] = {}
    draws = runs[POOLED][0].draws if runs else None
    if draws is not None:
        told["prior of N flat instead of 1/N"] = _weighted(draws, draws)
        told["prior of N 1/N^2 instead of 1/N"] = _weighted(draws, 1.0 / draws)
    for name in FAMILIES:
        if name in runs and "cap_quadrupled" in runs[name][0].diagnostics:
            told[f"cap quadrupled, {name}"] = dict(runs[name][0].diagnostics["cap_quadrupled"])
    if cells is None:
        return told
    if cells.n_lists <= MOST_LISTS:
        for factor in (0.25, 4.0):
            found = graphs_on_logs(cells, cap=options.cap, delta=factor * 2.0**-cells.n_lists)
            told[f"prior count of a cell times {factor:g}, dga-log"] = _numbers(found)
    tell("latent classes with five classes")
    light = _light(options)
    fewer = replace(light, latent=replace(light.latent, classes=5))
    found = run_models(cells, ("lcmcr",), fewer)["lcmcr"][0]
    told["five classes, lcmcr"] = {**_numbers(found), "rhat": found.measures.get("rhat")}
    return told


def _numbers(found: Result) -> dict[str, Any]:
    return {"estimate": found.estimate, "low95": found.low, "high95": found.high}


def _weighted(draws: Floats, weights: Floats) -> dict[str, Any]:
    order = np.argsort(draws)
    reached = np.cumsum(weights[order])
    middle, low, high = np.interp([0.5, 0.025, 0.975], reached / reached[-1], draws[order])
    return {"estimate": float(middle), "low95": float(low), "high95": float(high)}


def _dark_move(other: ModelAnswer, headline: ModelAnswer, seen: int) -> float | None:
    if other.estimate is None or headline.estimate is None or headline.estimate <= seen:
        return None
    return abs((other.estimate - seen) / (headline.estimate - seen) - 1.0)


def _strata(
    tables: Sequence[CountsTable], asked: Asked, tell: Callable[[str], None]
) -> dict[str, ModelAnswer]:
    """The headline of each stratum, and of all strata added; missing strata drawn anew each time."""
    options = _light(asked.options)
    repeats = 1
    if any(missing_people(table) for table in tables):
        repeats = max(1, IMPUTATIONS // len(tables))
    collected: dict[str, list[Result]] = {}
    totals: list[Result] = []
    spent = time.perf_counter()
    for at, table in enumerate(tables):
        for i in range(repeats):
            tell(f"strata, table {at * repeats + i + 1} of {len(tables) * repeats}")
            drawn = by_stratum(table, np.random.default_rng([options.seed, 7, at, i]))
            each = {}
            for stratum, cells in drawn.items():
                each[" / ".join(stratum)] = _of_stratum(cells, options)
            for name, found in each.items():
                collected.setdefault(name, []).append(found)
            totals.append(added(list(each.values())))
    told = {name: _judged(POOLED, pooled(found)[0], 0.0) for name, found in collected.items()}
    told["all strata added"] = _judged(POOLED, pooled(totals)[0], time.perf_counter() - spent)
    return _without_small(told) if asked.suppress else told


def _of_stratum(cells: Cells, options: Options) -> Result:
    """The headline of one stratum, refused where the table alone forbids one."""
    at = measures.of_table(CountsTable(cells.lists, (), ()), (_whole(cells),))
    spoken = [found.code for found in findings("table", at) if found.severity == "refuse"]
    if spoken:
        settings = {"seen": cells.seen}
        return Result(None, None, None, settings, {"refused": spoken, "seen": cells.seen}, {"exists": 0.0})
    found = run_models(cells, (POOLED,), options)[POOLED][0]
    return replace(found, settings={**found.settings, "seen": cells.seen})


def _whole(cells: Cells) -> Any:
    from tizme.estimate.strata import Part

    return Part(cells)


def _without_small(told: dict[str, ModelAnswer]) -> dict[str, ModelAnswer]:
    """The strata, those in which few were seen without their numbers, nor any that would give one away."""
    seen = {name: int(found.settings["seen"]) for name, found in told.items() if "seen" in found.settings}
    gone = hidden(seen, [tuple(seen)])
    why = Finding(
        "small-cell", "refuse", {"below": SMALL}, f"Fewer than {SMALL} people; not told outside the house."
    )
    bare = ModelAnswer(POOLED, None, None, None, {}, 0.0, findings=(why,), assumes=assumption(POOLED))
    return {name: bare if name in gone else found for name, found in told.items()}


def _overlap(tables: Sequence[CountsTable], *, suppress: bool) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Sets of lists -> how many stand on exactly these, averaged over linkages; -1 where suppressed."""
    totals: dict[tuple[str, ...], float] = {}
    for table in tables:
        for row in table.rows:
            if row.count:
                key = tuple(name for name, on in zip(table.lists, row.history, strict=True) if on)
                totals[key] = totals.get(key, 0.0) + row.count / len(tables)
    rounded = {key: round(value) for key, value in totals.items()}
    gone = hidden(rounded, [tuple(rounded)]) if suppress else frozenset()
    # A hidden cell stands after the others, and not where its size would put it.
    counted = sorted(
        rounded.items(), key=lambda item: (item[0] in gone, -item[1] * (item[0] not in gone), item[0])
    )
    return tuple((key, -1 if key in gone else value) for key, value in counted)


def _density(draws: Floats | None) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """A smooth curve through draws: people in all, and density with its top at 1."""
    assert draws is not None, "only results with draws have a curve"
    low, high = np.quantile(draws, [0.002, 0.985])
    edges = np.linspace(low, max(high, low + 1.0), _CURVE + 1)
    counts, _ = np.histogram(draws, bins=edges)
    kernel = np.exp(-0.5 * (np.arange(-12, 13) / 4.0) ** 2)
    smooth = np.convolve(counts, kernel / kernel.sum(), mode="same")
    middle = (edges[:-1] + edges[1:]) / 2.0
    return tuple(float(v) for v in middle), tuple(float(v) for v in smooth / max(smooth.max(), 1e-12))


def settings_with(seed: int, threads: int) -> LatentSettings:
    """The chains' settings with a seed and a number of threads."""
    return LatentSettings(seed=seed, threads=threads)
