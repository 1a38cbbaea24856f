"""The answer sheet: refusals, masks, strata whose field is missing, and linkages."""

from __future__ import annotations

import json

import numpy as np
import pytest
from click.testing import CliRunner
from estimate_cases import NO_OVERLAP_WITH_C, PLENTY

import tizme
from tizme.cli import cli
from tizme.estimate import Asked, answer, table_of
from tizme.estimate.catalogue import Options, check_names, middle_of
from tizme.estimate.combine import added, between, pooled
from tizme.estimate.latent import LatentSettings
from tizme.estimate.loading import read_counts
from tizme.estimate.result import Result, spread
from tizme.estimate.strata import impute, parts
from tizme.model import CountsTable, UnusableInput

QUICK = Options(latent=LatentSettings(burn_in=500, thin=4), bootstraps=50)


def asked(*models: str, extras: bool = False, suppress: bool = False) -> Asked:
    return Asked(models=models or ("dga", "mt"), extras=extras, suppress=suppress, options=QUICK)


def test_the_headline_and_every_model_stand_side_by_side():
    sheet = answer(
        [table_of(PLENTY)], asked("dga", "lcmcr", "loglinear-bic", "stepwise", "mth-darroch", "chao")
    )
    assert sheet.headline.estimate is not None
    assert sheet.seen < sheet.headline.low95 < sheet.headline.estimate < sheet.headline.high95
    assert set(sheet.headline.diagnostics["weights"]) == {"dga-log", "latent"}
    for found in sheet.models.values():
        assert found.assumes
        assert found.settings
        assert found.estimate is None or found.low95 <= found.estimate <= found.high95


def test_fewer_than_three_lists_are_refused_with_a_sentence_to_quote():
    sheet = answer([table_of({"11": 15, "10": 17, "01": 19})], asked())
    assert sheet.headline.estimate is None
    assert [found.code for found in sheet.headline.refused] == ["fewer-than-three-lists"]
    assert all(found.estimate is None for found in sheet.models.values())


def test_lists_that_never_meet_are_refused():
    sheet = answer([table_of({"100": 5, "010": 7, "001": 9})], asked())
    assert "no-overlap" in {found.code for found in sheet.headline.refused}


def test_a_refused_model_keeps_its_number_apart():
    sheet = answer([table_of(NO_OVERLAP_WITH_C)], asked("dga", "loglinear:[12,3]"))
    graph, own = sheet.models["dga"], sheet.models["loglinear:[12,3]"]
    assert graph.estimate is None
    assert graph.computed[0] is not None
    assert "saturated-graph" in {found.code for found in graph.refused}
    assert own.estimate is None
    assert [found.code for found in own.refused] == ["no-estimate"]
    codes = {found.code for found in sheet.findings}
    assert {"low-sample-coverage", "three-lists-only", "list-without-overlap"} <= codes


STRATIFIED = """A,B,C,D,period,count
1,0,0,0,1,60
0,1,0,0,1,70
0,0,1,0,1,80
0,0,0,1,1,50
1,1,0,0,1,22
1,0,1,0,1,25
0,1,1,0,1,24
0,0,1,1,1,18
1,1,1,0,1,9
1,0,0,1,1,12
1,0,0,,2,50
0,1,0,,2,60
0,0,1,,2,55
1,1,0,,2,20
0,1,1,,2,21
1,0,1,,2,19
1,1,1,,2,8
"""


def test_a_list_that_could_hold_nobody_is_not_a_zero():
    table = read_counts(STRATIFIED)
    found = parts(table, np.random.default_rng(1))
    assert [part.cells.lists for part in found] == [("A", "B", "C", "D"), ("A", "B", "C")]
    assert sum(part.cells.seen for part in found) == table.seen
    sheet = answer([table], asked("dga-log"))
    assert sheet.diagnostics["parts"] == 2
    assert sheet.headline.estimate is not None
    naive = answer(
        [
            CountsTable(
                table.lists, (), tuple(row.__class__(row.history, (), row.count) for row in table.rows)
            )
        ],
        asked("dga-log"),
    )
    assert naive.models["dga-log"].estimate != sheet.models["dga-log"].estimate


def test_people_whose_stratum_is_missing_are_drawn_and_never_a_stratum_of_their_own():
    table = read_counts(STRATIFIED + "1,0,0,0,,40\n1,0,1,1,,3\n")
    drawn = impute(table, np.random.default_rng(2))
    assert sorted(drawn) == [("1",), ("2",)]
    assert sum(sum(counts.values()) for counts in drawn.values()) == table.seen
    assert drawn["2",].get((1, 0, 1, 1), 0) == 0, "list D covers nobody of stratum 2"
    moved = drawn["1",][1, 0, 0, 0] - 60
    assert 5 < moved < 35, "by the shares of those on the same lists"


def test_missing_strata_that_fit_nobody_are_refused():
    table = read_counts("A,B,C,s,t,count\n1,1,0,x,p,5\n0,1,1,y,q,5\n1,0,0,x,,5\n1,0,0,z,,5\n")
    with pytest.raises(UnusableInput, match="nobody whose stratum is known"):
        impute(table, np.random.default_rng(1))


def test_draws_of_parts_add_up_and_draws_of_linkages_are_pooled():
    a = Result(10.0, 9.0, 11.0, {}, {}, {"ess": 100.0, "rhat": 1.0}, spread(np.linspace(9, 11, 500)))
    b = Result(20.0, 19.0, 21.0, {}, {}, {"ess": 100.0, "rhat": 1.1}, spread(np.linspace(19, 21, 500)))
    both = added([a, b])
    assert both.estimate == pytest.approx(30, abs=0.1)
    assert both.low == pytest.approx(28.4, abs=0.3), "narrower than the ends added"
    mixed, share = pooled([a, b])
    assert share > 0.9
    assert mixed.measures["ess"] == 200
    assert mixed.low == pytest.approx(9.1, abs=0.2)
    assert mixed.high == pytest.approx(20.9, abs=0.2)
    assert between(np.stack([a.draws, a.draws])) == pytest.approx(0.0)


def test_every_model_runs_on_every_linkage_and_its_share_of_the_variance_is_told():
    rng = np.random.default_rng(4)
    tables = []
    for _ in range(20):
        drawn = {history: int(count + rng.integers(-2, 3)) for history, count in PLENTY.items()}
        tables.append(table_of({history: max(count, 0) for history, count in drawn.items()}))
    sheet = answer(tables, asked("dga", "mt"))
    assert sheet.linkage["linkages"] == 20
    assert 0.0 < sheet.linkage["variance_share"] < 1.0
    assert sheet.models["dga"].settings["tables"] == 20


def test_small_cells_do_not_leave_the_house():
    sheet = answer([table_of(PLENTY)], asked("mt", suppress=True))
    counts = dict(sheet.overlap)
    assert counts["L1", "L2", "L3", "L4"] == -1
    assert counts["L3",] == 110


def test_a_model_that_does_not_exist_is_named():
    with pytest.raises(UnusableInput, match="no model 'dgaa'"):
        check_names(("dgaa",))
    with pytest.raises(UnusableInput, match="no model 'loglinear:"):
        check_names(("loglinear:[12]+bent",))
    assert check_names(("loglinear:[12]+darroch",))


def test_the_door_prints_the_names_that_others_measure_through(tmp_path):
    file = tmp_path / "counts.csv"
    lines = ["A,B,C,D,count", *(",".join([*history, str(count)]) for history, count in PLENTY.items())]
    file.write_text("\n".join(lines), encoding="utf-8")
    page = tmp_path / "page.html"
    done = CliRunner().invoke(
        cli,
        [
            "estimate",
            str(file),
            "--models",
            "dga,loglinear:[12,34]",
            "--quick",
            "--format",
            "json",
            "--report",
            str(page),
        ],
    )
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    for found in (told["headline"], told["models"]["dga"], told["models"]["loglinear:[12,34]"]):
        assert {"estimate", "low95", "high95", "settings", "seconds", "diagnostics", "refused"} <= set(found)
    assert told["cannot_see"]
    html = page.read_text(encoding="utf-8")
    assert "<svg" in html
    assert "<script" not in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in html


def test_the_text_form_gives_a_sentence_and_what_counts_cannot_see(tmp_path):
    file = tmp_path / "counts.csv"
    file.write_text("A,B,count\n1,0,4\n0,1,5\n1,1,2\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["estimate", str(file)])
    assert done.exit_code == 0
    assert "No estimate is given." in done.stdout
    assert "What no count can see" in done.stdout


def test_the_python_door_is_the_room_called():
    sheet = tizme.estimate(PLENTY, models=("mt",), extras=False)
    assert sheet.models["mt"].estimate is not None


def test_the_headline_has_the_middle_of_one_prior_and_the_ends_of_the_wider():
    rng = np.random.default_rng(5)
    inner, wide = np.sort(rng.lognormal(7.0, 0.1, 4001)), np.sort(rng.lognormal(7.1, 0.4, 4001))
    joined = middle_of(inner, ends_of=wide)
    assert np.median(joined) == pytest.approx(np.median(inner), rel=1e-3)
    for share in (0.001, 0.02, 0.98, 0.999):
        assert np.quantile(joined, share) == pytest.approx(np.quantile(wide, share), rel=1e-3)
    assert (np.diff(joined) >= 0).all()


def test_two_lists_of_the_very_same_people_are_one():
    """Every list holding everybody would otherwise pass for three lists that agree."""
    told = answer([table_of({"111": 100, "010": 40})], Asked(models=("mt",), extras=False))
    assert told.headline.estimate is None
    assert "fewer-than-three-lists" in {found.code for found in told.findings}
