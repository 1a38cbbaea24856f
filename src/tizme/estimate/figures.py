"""The figures of an answer sheet, the same on the command line's page, the web page and in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

from tizme.estimate import svg
from tizme.estimate.sentences import counted
from tizme.model import AnswerSheet, ModelAnswer

HEADLINE = "headline (both families)"
_NAMES = {
    "pooled": "headline: both families mixed",
    "dga-log": "graphs of dependent lists",
    "latent": "hidden groups of people",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        svg: The drawing; its colours come from ``style()``.
        caption: What it shows, and who is counted by which rules.
    """

    name: str
    title: str
    svg: str
    caption: str

    def html(self) -> str:
        """The figure with its caption, for a page that has the style."""
        return (
            f'<figure class="tz-figure" id="figure-{self.name}">{self.svg}'
            f"<figcaption>{escape(self.caption)}</figcaption></figure>"
        )

    def svg_file(self) -> str:
        """The drawing as a file of its own, with its colours and its caption printed on it."""
        return svg.alone(self.svg, style(), self.caption)

    def _repr_html_(self) -> str:
        return f'<div class="tz-sheet"><style>{style()}</style>{self.html()}</div>'


@cache
def style() -> str:
    """The rules of figures.css, for light paper and dark."""
    return files("tizme.estimate").joinpath("figures.css").read_text(encoding="utf-8")


def figures(sheet: AnswerSheet) -> tuple[Figure, ...]:
    """Every figure that the sheet has something to draw for."""
    return tuple(
        Figure(name, title, drawing, f"{caption} {counted(sheet)}")
        for name, title, drawing, caption in _drawn(sheet)
        if drawing
    )


def _drawn(sheet: AnswerSheet) -> Iterator[tuple[str, str, str, str]]:
    told = counted(sheet)
    curves = dict(sorted(sheet.curves.items(), key=lambda item: item[0] != "pooled"))
    yield (
        "posterior",
        "How likely each number of people is",
        svg.density(curves, sheet.seen, names=_NAMES, told=told),
        "How likely each number of people is, by the headline and the families it mixes; tops at one height.",
    )
    title = "All models side by side"
    rows = _rows([(HEADLINE, sheet.headline), *sheet.models.items()])
    yield (
        "models",
        title,
        svg.forest(rows, sheet.seen, title=title, told=told, first_leads=True),
        "Estimate and 95 % interval of every model, on a logarithmic scale. Broken line: those seen.",
    )
    for name, title, others, caption in (
        (
            "leave-one-out",
            "Without one of the lists",
            sheet.leave_one_out,
            "The headline with each list left out in turn.",
        ),
        (
            "strata",
            "By stratum",
            sheet.strata,
            "The headline of each stratum, estimated for itself, and of all strata added.",
        ),
    ):
        drawing = svg.forest(_rows(others.items()), None, title=title, told=told) if others else ""
        yield name, title, drawing, caption
    yield (
        "overlap",
        "How the lists overlap",
        svg.upset(sheet.overlap, sheet.lists, told=told),
        "People on exactly the lists that are marked, and on no other.",
    )
    yield from _of_registry(sheet, told)


def _of_registry(sheet: AnswerSheet, told: str) -> Iterator[tuple[str, str, str, str]]:
    registry = sheet.registry
    if not registry:
        return
    title = "Found in the registry"
    shares = [
        (" / ".join(row["stratum"]) or "all", (row["share"], row["low95"], row["high95"]), "")
        for row in registry["shares"]
    ]
    yield (
        "registry",
        title,
        svg.forest(shares, None, title=title, told=told, shares=True),
        "Share of the people on our lists whom a registry made for another purpose holds as well.",
    )
    if "estimate" in registry:
        title = "Two roads to one number"
        roads = [
            ("by the lists", _numbers(sheet.headline), "refused"),
            ("by the registry", (registry["estimate"], registry["low95"], registry["high95"]), ""),
        ]
        yield (
            "roads",
            title,
            svg.forest(roads, sheet.seen, title=title, told=told),
            "The estimate from the overlap of lists, and that from the registry. They share no assumption.",
        )


def _rows(answers: Iterable[tuple[str, ModelAnswer]]) -> list[tuple[str, svg.Numbers, str]]:
    return [(name, _numbers(found), _instead(found)) for name, found in answers]


def _numbers(found: ModelAnswer) -> svg.Numbers:
    return found.estimate, found.low95, found.high95


def _instead(found: ModelAnswer) -> str:
    codes = [one.code for one in found.refused]
    return "not told (few)" if "small-cell" in codes else "refused"


def named(sheet: AnswerSheet) -> Mapping[str, Figure]:
    """Figures by name, e.g. ``named(sheet)["models"]``."""
    return {figure.name: figure for figure in figures(sheet)}
