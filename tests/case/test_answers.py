"""Answers that are kept: the same when read back, the same bytes when made again, and old when the case moved on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tizme.case import Case
from tizme.case.counting import Wanted
from tizme.cli import cli
from tizme.model import Fate, UnusableInput


def verb(*words: str) -> Result:
    done = CliRunner().invoke(cli, list(words))
    assert done.exit_code in {0, 1}, done.output
    return done


def estimate(folder: Path, *more: str) -> Result:
    return verb("estimate", str(folder), "--quick", "--models", "mt", "--linkages", "1", *more)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers") / "case"
    verb("demo", str(folder))
    estimate(folder)
    return folder


def test_an_answer_is_read_back_whole_with_the_persons_behind_each_count(example: Path):
    (kept,) = Case.open(example).answers()
    assert (kept.question, kept.current) == ("dead", True)
    assert kept.at
    assert kept.sheet.headline.estimate is None
    assert kept.sheet.definition.startswith("persons whose fate is 'dead'")
    counted = Case.open(example).counts(Wanted(linkages=0))
    assert [len(cell.persons) for cell in kept.cells] == [len(seen) for seen in counted.cells.values()]
    texts = Case.open(example).extractions()
    for cell in kept.cells:
        for person in cell.persons:
            assert all(span.item in texts for span in person.spans)


def test_the_same_answer_made_again_is_the_same_bytes(example: Path):
    file = example / "derived" / "estimates" / "dead.json"
    before = file.read_bytes()
    estimate(example)
    assert file.read_bytes() == before


def test_what_is_made_to_leave_the_house_is_not_kept_inside(example: Path):
    before = {path: path.read_bytes() for path in (example / "derived" / "estimates").iterdir()}
    done = CliRunner().invoke(cli, ["estimate", str(example), "--publish", "--quick", "--models", "mt"])
    assert isinstance(done.exception, UnusableInput), "the example counts fewer than five"
    assert "so few do not leave the house" in str(done.exception)
    assert {path: path.read_bytes() for path in before} == before


def test_an_answer_is_old_once_other_persons_were_decided(example: Path, tmp_path: Path):
    moved = tmp_path / "moved"
    shutil.copytree(example, moved)
    verb("policy", str(moved), "newsroom")
    (kept,) = Case.open(moved).answers()
    assert not kept.current


def test_who_is_left_out_for_one_source_only_is_told_and_refuses(example: Path):
    case = Case.open(example)
    held = case.counts(Wanted(linkages=0)).tables[0].held_back
    reported = {p.id for p in case.persons() if p.status.fate is Fate.REPORTED_DEAD}
    assert 0 < held <= len(reported)
    told = json.loads(estimate(example, "--format", "json").stdout)
    assert "policy-holds-back" in {found["code"] for found in told["refused"]}
