"""`tizme estimate COUNTS.csv|CASE`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tizme.cli.estimate_form import sheet_json, sheet_text
from tizme.model import AnswerSheet


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
    "--cap",
    type=click.FloatRange(min=0.1),
    default=20.0,
    show_default=True,
    help="Most unseen, times the seen.",
)
@click.option(
    "--classes", type=click.IntRange(1, 50), default=10, show_default=True, help="Latent classes at most."
)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="For the chains.")
@click.option("--quick", is_flag=True, help="Models only: no list left out, no sensitivity, no strata.")
@click.option("--publish", is_flag=True, help="Suppress small cells: for what leaves the house.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write an HTML page with figures."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    counts: Path,
    models: str,
    coverage: Path | None,
    cap: float,
    classes: int,
    seed: int,
    threads: int,
    quick: bool,
    publish: bool,
    report: Path | None,
    form: str,
) -> None:
    """Estimate how many people are on no list.

    COUNTS is a CSV with a 0/1 column for each list, a column count, and strata if there are any.
    """
    from tizme.estimate import Asked, answer, load_counts
    from tizme.estimate.catalogue import NAMES, Options
    from tizme.estimate.latent import LatentSettings

    latent = LatentSettings(cap=cap, classes=classes, seed=seed, threads=threads)
    names = split_names(models) or NAMES
    asked = Asked(
        models=names,
        extras=not quick,
        suppress=publish,
        options=Options(cap=cap, latent=latent, seed=1233 + seed),
    )
    table = load_counts(counts, coverage=coverage)
    sheet = answer([table], asked, tell=_tell)
    tell_sheet(sheet, form=form, report=report)


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


def tell_sheet(sheet: AnswerSheet, *, form: str, report: Path | None) -> None:
    """Print the sheet, and write its page where one is wanted."""
    if report is not None:
        from tizme.cli.estimate_report import report_html

        report.write_text(report_html(sheet), encoding="utf-8")
        _tell(f"the figures are in {report}")
    click.echo(json.dumps(sheet_json(sheet), ensure_ascii=False) if form == "json" else sheet_text(sheet))


def _tell(line: str) -> None:
    """Progress goes to standard error."""
    click.echo(line, err=True)
