"""The register as counts by independent sources, each cell leading to its persons and their words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tizme.case import Case
from tizme.case.counting import OTHERS, Wanted, load_lists
from tizme.cli import cli
from tizme.cli.estimate_case import tell_cells
from tizme.model import Fate, UnusableInput


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example case, built from its raw sources."""
    folder = tmp_path_factory.mktemp("counting") / "case"
    done = CliRunner().invoke(cli, ["demo", str(folder)])
    assert done.exit_code in {0, 1}, done.output
    return folder


@pytest.fixture(scope="module")
def counted(example: Path):
    return Case.open(example).counts(Wanted(by=("period",), linkages=20))


def test_every_person_counted_is_dead_by_the_policy_and_counted_once(example: Path, counted):
    dead = {p.id for p in Case.open(example).persons() if p.status.fate is Fate.DEAD}
    seen = [one.person for cell in counted.cells.values() for one in cell]
    assert len(seen) == len(set(seen))
    assert set(seen) <= dead
    assert counted.apart["dead"] == len(dead)
    assert set(counted.apart) == {"dead", "reported_dead", "missing"}, "apart, and no sum"


def test_a_cell_leads_to_the_words_that_put_a_person_there(example: Path, counted):
    case = Case.open(example)
    texts = case.extractions()
    for (history, _), cell in counted.cells.items():
        for one in cell:
            assert one.claims
            assert sum(history) <= len({claim.item for claim in one.claims})
            for claim in one.claims:
                assert claim.item in texts
                assert claim.stop > claim.start


def test_a_repost_is_no_list_of_its_own(counted):
    names = counted.tables[0].lists
    assert len(names) == len(set(names))
    for history, _ in counted.cells:
        assert len(history) == len(names)


def test_a_death_has_the_year_that_its_claims_agree_on(counted):
    strata = {stratum for _, stratum in counted.cells}
    assert strata <= {("2022",), ("2023",), ("2024",), ("",)}
    assert ("2022",) in strata


def test_every_linkage_is_a_table_of_the_same_lists(counted):
    assert len(counted.tables) == 21
    assert {table.lists for table in counted.tables} == {counted.tables[0].lists}
    assert "never added" in counted.definition


def test_outside_the_house_no_person_and_no_small_cell_is_told(counted):
    inside, outside = (tell_cells(counted, publish=publish) for publish in (False, True))
    assert all("persons" in cell for cell in inside["cells"])
    assert all("persons" not in cell for cell in outside["cells"])
    assert all(cell["count"] is None for cell in outside["cells"]), "the example's cells are small"
    assert "Турганбаев" not in json.dumps(outside, ensure_ascii=False)


def test_sources_may_be_put_together_by_a_file(example: Path, tmp_path: Path):
    file = tmp_path / "lists.toml"
    file.write_text('[lists]\n"Newsrooms" = ["kind:press"]\n', encoding="utf-8")
    found = Case.open(example).counts(Wanted(lists=load_lists(file), linkages=0))
    assert set(found.tables[0].lists) <= {"Newsrooms", OTHERS}
    file.write_text("lists = 3\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="no table"):
        load_lists(file)


def test_an_unknown_stratum_is_named(example: Path):
    with pytest.raises(UnusableInput, match="no stratum 'weather'"):
        Case.open(example).counts(Wanted(by=("weather",)))


def test_the_verb_counts_a_case_and_refuses_what_few_cannot_carry(example: Path):
    command = ["estimate", str(example), "--quick", "--models", "mt", "--linkages", "2", "--format", "json"]
    done = CliRunner().invoke(cli, command)
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["cells"][0]["persons"][0]["spans"]
    assert told["counted_apart"]["missing"] >= 1
