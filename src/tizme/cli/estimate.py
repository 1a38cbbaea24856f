"""`tizme estimate COUNTS.csv|CASE`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from tizme.cli.estimate_case import cells_text, keep, tell_cells
from tizme.cli.estimate_form import sheet_json, sheet_text
from tizme.model import AnswerSheet, CountsTable, UnusableInput


@click.command()
@click.argument("counts", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--models", default="", help="Names by commas, such as dga,lcmcr,loglinear:[12,3]. Default: all."
)
@click.option(
    "--coverage",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML that says which list leaves out which strata.",
)
@click.option(
    "--registry",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV of how many of ours a civil or probate registry holds, by age and sex.",
)
@click.option(
    "--cap",
    type=click.FloatRange(min=0.1),
    default=20.0,
    show_default=True,
    help="Most unseen, times the seen.",
)
@click.option(
    "--classes", type=click.IntRange(1, 50), default=10, show_default=True, help="Latent classes at most."
)
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True)
@click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="For the chains.")
@click.option("--quick", is_flag=True, help="Models only: no list left out, no sensitivity, no strata.")
@click.option("--by", default="", help="Of a case: strata by commas, of period, place, origin, pathway.")
@click.option(
    "--count",
    "fate",
    type=click.Choice(["dead", "reported_dead", "missing"]),
    default="dead",
    show_default=True,
    help="Of a case: whom to count. They are never added.",
)
@click.option(
    "--lists",
    "lists_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Of a case: TOML that says which sources make one list.",
)
@click.option(
    "--linkages",
    type=click.IntRange(0, 500),
    default=20,
    show_default=True,
    help="Of a case: ways in which its records may be persons, besides the one in force.",
)
@click.option("--publish", is_flag=True, help="Suppress small cells: for what leaves the house.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write an HTML page with figures."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    counts: Path,
    models: str,
    coverage: Path | None,
    registry: Path | None,
    cap: float,
    classes: int,
    seed: int,
    threads: int,
    quick: bool,
    by: str,
    fate: str,
    lists_file: Path | None,
    linkages: int,
    publish: bool,
    report: Path | None,
    form: str,
) -> None:
    """Estimate how many people are on no list.

    COUNTS is a CSV with a 0/1 column for each list, a column count, and strata if there are any; or a
    case folder, whose persons are counted by their independent sources.
    """
    from tizme.estimate import Asked, answer, load_counts, with_coverage
    from tizme.estimate.catalogue import NAMES, Options
    from tizme.estimate.latent import LatentSettings
    from tizme.estimate.registry import load_registry

    if report is not None and not report.parent.is_dir():
        raise UnusableInput("no such folder", str(report.parent), "make it first, or name another file")
    latent = LatentSettings(cap=cap, classes=classes, seed=seed, threads=threads)
    options = Options(cap=cap, latent=latent, seed=1233 + seed)
    rows = load_registry(registry) if registry else ()
    asked = Asked(split_names(models) or NAMES, not quick, publish, rows, options)
    if counts.is_dir():
        from tizme.cli.estimate_case import count_case

        counted = count_case(counts, by=by, fate=fate, lists_file=lists_file, linkages=linkages, seed=seed)
        tables = [table if coverage is None else with_coverage(table, coverage) for table in counted.tables]
        drilled = counted
    else:
        tables, drilled = [load_counts(counts, coverage=coverage)], None
    if publish:
        refuse_few(tables, str(counts))
    sheet = answer(tables, asked, tell=_tell)
    told = tell_cells(drilled, publish=publish) if drilled else {}
    if drilled and not publish:
        _tell(f"kept for `tizme serve`: derived/{keep(counts, drilled, sheet, by=by, fate=fate)}")
    tell_sheet(sheet, form=form, report=report, besides=told)


def split_names(models: str) -> tuple[str, ...]:
    """Names between commas; commas within the brackets of a model's own name do not divide."""
    names, depth, last = [], 0, ""
    for sign in models:
        depth += (sign == "[") - (sign == "]")
        if sign == "," and depth == 0:
            names.append(last)
            last = ""
        else:
            last += sign
    return tuple(name.strip() for name in [*names, last] if name.strip())


def tell_sheet(
    sheet: AnswerSheet, *, form: str, report: Path | None, besides: Mapping[str, Any] | None = None
) -> None:
    """Print the sheet, and write its page where one is wanted."""
    if report is not None:
        from tizme.estimate.page import report_html

        told = besides or {}
        page = report_html(sheet, told.get("cells", ()), told.get("counted_apart"))
        report.write_text(page, encoding="utf-8")
        _tell(f"the figures are in {report}")
    if form == "json":
        click.echo(json.dumps({**sheet_json(sheet), **(besides or {})}, ensure_ascii=False))
        return
    click.echo(sheet_text(sheet))
    if besides:
        click.echo(cells_text(besides))


def refuse_few(tables: Sequence[CountsTable], where: str) -> None:
    """Refuse to publish a table of fewer people than a small cell has.

    Raises:
        UnusableInput: so few are counted.
    """
    from tizme.estimate.suppressing import SMALL

    if any(table.seen < SMALL for table in tables):
        raise UnusableInput(
            f"fewer than {SMALL} people are counted, and so few do not leave the house",
            where,
            "leave --publish out to look at it inside",
        )


def _tell(line: str) -> None:
    """Progress goes to standard error."""
    click.echo(line, err=True)
