"""The figures of a sheet: the same on every page, readable by whoever has them alone, and free of script."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from estimate_cases import PLENTY

import tizme
from tizme.estimate.figures import figures, named, style
from tizme.estimate.page import report_html
from tizme.estimate.svg import Scale
from tizme.model import AnswerSheet, Finding, ModelAnswer


def model(name: str, *numbers: float | None, refused: str = "") -> ModelAnswer:
    estimate, low, high = numbers or (None, None, None)
    findings = (Finding(refused, "refuse", {}, "It says <nothing>."),) if refused else ()
    return ModelAnswer(name, estimate, low, high, {}, 0.0, findings=findings, assumes="People are alike.")


@pytest.fixture
def sheet() -> AnswerSheet:
    """Invented numbers, with everything that can be drawn."""
    xs = tuple(500.0 + 5 * i for i in range(100))
    ys = tuple(max(0.0, 1.0 - abs(i - 50) / 50) for i in range(100))
    return AnswerSheet(
        lists=("Papers & posts", "Graves", "Courts"),
        seen=400,
        headline=model("pooled", 700.0, 600.0, 900.0),
        models={
            "dga": model("dga", 720.0, 610.0, 930.0),
            "latent": model("latent", refused="chains-disagree"),
        },
        findings=(Finding("one-record", "warn", {}, "One person moves it."),),
        leave_one_out={"Graves": model("pooled", 680.0, 560.0, 950.0)},
        sensitivity={"prior flat": {"estimate": 705.0, "low95": 600.0, "high95": 910.0}},
        strata={"2022": model("pooled", 300.0, 250.0, 400.0), "2023": model("pooled", refused="small-cell")},
        diagnostics={},
        cannot_see=("Wrong links.",),
        linkage={"linkages": 20, "variance_share": 0.1},
        overlap=((("Graves",), 200), (("Papers & posts", "Courts"), 60), (("Courts",), -1)),
        curves={"pooled": (xs, ys), "dga-log": (xs, ys)},
        definition="the dead of an invented war",
        registry={
            "shares": [{"stratum": ["20-29", "m"], "share": 0.4, "low95": 0.3, "high95": 0.5}],
            "estimate": 750.0,
            "low95": 650.0,
            "high95": 880.0,
            "compared": {"words": "Both agree."},
        },
    )


def test_everything_that_the_sheet_holds_is_drawn(sheet: AnswerSheet):
    assert set(named(sheet)) == {
        "posterior", "models", "leave-one-out", "strata", "overlap", "registry", "roads",
    }  # fmt: skip


def test_every_figure_is_well_formed_and_prints_who_is_counted(sheet: AnswerSheet):
    for figure in figures(sheet):
        alone = ET.fromstring(figure.svg_file())
        assert "the dead of an invented war" in " ".join(alone.itertext()), figure.name
        assert "the dead of an invented war" in figure.caption
        assert "style=" not in figure.svg, "a page that forbids inline styles shows it"


def test_a_table_of_which_nobody_said_who_is_counted_says_so(sheet: AnswerSheet):
    assert "nobody said" in figures(replace(sheet, definition=""))[0].caption


def test_a_refused_model_has_no_line_and_a_hidden_cell_no_number(sheet: AnswerSheet):
    drawn = named(sheet)
    assert drawn["models"].svg.count("tz-interval") == 2
    assert "refused" in drawn["models"].svg
    assert "not told (few)" in drawn["strata"].svg
    assert "not told (few)" in drawn["overlap"].svg
    assert "-1" not in drawn["overlap"].svg


def test_words_of_others_cannot_become_markup(sheet: AnswerSheet):
    hostile = replace(
        sheet,
        lists=("<script>alert(1)</script>", "Graves", "Courts"),
        overlap=((("<script>alert(1)</script>",), 9),),
        definition="<img src=x onerror=alert(1)>",
    )
    person = {"id": "p-1", "label": "<b>x</b>", "spans": [
        {"item": "a" * 64, "start": 1, "stop": 2, "property": "died", "quote": "<script>"},
    ]}  # fmt: skip
    cell = {"lists": ["<script>alert(1)</script>"], "stratum": [], "count": 9, "persons": [person]}
    page = report_html(hostile, [cell], {"dead": 9})
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_the_page_asks_nothing_of_the_network(sheet: AnswerSheet):
    page = report_html(sheet)
    assert re.findall(r"(?:src|href)=", page) == []
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "prefers-color-scheme: dark" in style()


def test_ticks_are_round_and_stand_apart():
    for low, high in ((400, 900), (7600, 18300), (1, 3), (95, 1_000_000)):
        scale = Scale(low, high)
        ticks = scale.ticks()
        assert ticks, (low, high)
        places = [scale(tick) for tick in ticks]
        assert all(b - a >= 60 for a, b in itertools.pairwise(places))


def test_a_notebook_shows_the_sheet_and_each_figure():
    sheet = tizme.estimate(PLENTY, models=("mt",), extras=False)
    shown = sheet._repr_html_()
    assert "<svg" in shown
    assert "All models side by side" in shown
    assert set(sheet.figures()) >= {"models", "overlap"}
    assert sheet.figures()["models"]._repr_html_().count("<svg") == 1


def test_drawing_a_kept_answer_needs_no_scipy():
    """A page that only shows what was estimated starts without the models."""
    code = "import sys, tizme.estimate.page; sys.exit('scipy' in sys.modules or 'numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
