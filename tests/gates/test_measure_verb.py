"""`tizme measure` says what it measured and on what, and says so where there is nothing to measure on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import tizme
from tizme.cli import cli
from tizme.cli.measuring import corpus_digest, find_shared
from tizme.cli.measuring.mixed import mixed_subjects
from tizme.model import UnusableInput

TEXT = "Айбек Токоев погиб 3 мая 2023 года. Ему было 31 год.\n"
# Stands in for the scorer that lies beside the real data: says how many claims it was shown.
SCORER = """
import json, sys
from pathlib import Path
said = [json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()]
shown = {path.stem for path in Path(sys.argv[1]).glob("*.json")}
made = [c for one in said if Path(one["file"]).stem in shown for c in one["claims"]]
print("one ru gold 2 pred 1 strict 1")
print("   missed  P1 age = 31 | 31 год")
print("  died                           1/  2")
print(json.dumps({"all": {"gold": 2, "pred": len(made), "recall": 0.5, "precision": 1.0, "evidence": 1.0,
                          "polarity": 1.0, "ads": 0, "broken": 0}}))
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    gold, bench = tmp_path / "data" / "gold", tmp_path / "data" / "bench"
    gold.mkdir(parents=True)
    bench.mkdir()
    (bench / "score_claims.py").write_text(SCORER, encoding="utf-8")
    (gold / "one.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("3 мая")
    claims = [
        {
            "property": "died.date",
            "value": "2023-05-03",
            "start": start,
            "end": start + 10,
            "quote": "3 мая 2023",
        },
        {"property": "age", "value": "13", "start": 0, "end": 5, "quote": "Айбек"},
    ]
    gold.joinpath("one.json").write_text(
        json.dumps({"lang": "ru", "doc_date": "2023-06-01", "claims": claims, "persons": [], "mentions": []}),
        encoding="utf-8",
    )
    return tmp_path / "data"


def measure(*arguments: str) -> dict:
    done = CliRunner().invoke(cli, ["measure", *arguments, "--format", "json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout.splitlines()[0])


def test_extraction_is_scored_by_the_scorer_beside_the_data_and_names_data_and_rules(shared: Path):
    told = measure("extract", "--shared", str(shared), "--by-property", "--misses")
    assert [score["name"] for score in told["files"]] == ["one"]
    assert {score["name"] for score in told["groups"]} == {"ru+en", "ru+en+seed", "all", "lang:ru"}
    assert told["corpus_sha256"] == corpus_digest(shared)
    assert told["rule"].startswith("extract-")
    died = next(row for row in told["properties"] if row["name"] == "died")
    assert (died["claims"], died["strict"]) == (2, 1)
    assert any("missed" in line for line in told["faults"])
    assert told["characters"] == len(TEXT)


def test_a_subject_that_holds_two_men_is_seen_and_one_inside_the_other_is_not():
    text = "her husband's uncle came; her husband was Aibek Tokoev"
    spans = {words: text.index(words) for words in ("her husband's uncle", "her husband was", "Aibek Tokoev")}
    uncle, husband, aibek = (
        {"start": start, "end": start + len(words.removesuffix(" was"))} for words, start in spans.items()
    )
    gold = {
        "persons": [
            {"id": "P1", "label": "husband"},
            {"id": "P2", "label": "uncle"},
            {"id": "P3", "label": "A"},
        ],
        "mentions": [
            husband | {"person": "P1", "form": "nominal"},
            uncle | {"person": "P2", "form": "nominal"},
            aibek | {"person": "P3", "form": "name"},
        ],
    }
    inside = {"start": 0, "end": len("her husband")}
    one_man = {
        "mentions": [husband | {"subject": "s1"}, inside | {"subject": "s1"}, uncle | {"subject": "s2"}]
    }
    two_men = {"mentions": [husband | {"subject": "s1"}, aibek | {"subject": "s1"}]}
    assert [mixed.persons for mixed in mixed_subjects("t", text, gold, two_men)] == [("husband", "A")]
    assert mixed_subjects("t", text, gold, one_man) == []


def test_dates_are_counted_in_the_words_that_were_marked_and_the_missed_are_named(shared: Path):
    told = measure("dates", "--shared", str(shared), "--misses")
    found = {kind["name"]: (kind["marked"], kind["found"]) for kind in told["kinds"]}
    assert found == {"dates and terms": (1, 1), "ages": (1, 0)}
    assert [one["quote"] for one in told["missed"]] == ["Айбек"]


def test_the_lists_of_phrases_are_scored_and_a_peer_that_is_not_there_is_named():
    told = measure("money")
    ours = [one for one in told["scores"] if one["tool"] == "tizme"]
    assert sum(one["right"] + one["wrong"] for one in ours) <= sum(one["phrases"] for one in ours)
    assert all(one["right"] >= 0.98 * one["phrases"] for one in ours)
    assert {one["tool"] for one in told["scores"]} | {tool for tool, _ in told["missing"]} == {
        "tizme", "natasha",
    }  # fmt: skip


def test_another_letter_in_a_text_is_another_corpus(shared: Path):
    before = corpus_digest(shared)
    (shared / "gold" / "one.txt").write_text(TEXT + "!", encoding="utf-8")
    assert corpus_digest(shared) != before


def test_without_the_data_the_verb_says_so_in_a_sentence_and_ends_with_two(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "tizme", "measure", "dates", "--shared", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "the shared data is not here; name its folder with --shared or in TIZME_SHARED" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_data_is_looked_for_beside_the_folder_one_stands_in(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("TIZME_SHARED", raising=False)
    # As if installed: no repository, and so nothing beside one.
    monkeypatch.setattr(tizme, "__file__", str(tmp_path / "a/b/c/tizme/__init__.py"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    with pytest.raises(UnusableInput, match="in neither place"):
        find_shared()
    shared.rename(tmp_path / "shared")
    assert find_shared() == tmp_path / "shared"


def test_a_folder_that_is_named_and_missing_is_not_replaced_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TIZME_SHARED", str(tmp_path / "nowhere"))
    with pytest.raises(UnusableInput, match="nowhere"):
        find_shared()


def test_a_scorer_that_fails_is_said_and_not_counted_as_nought(shared: Path):
    (shared / "bench" / "score_claims.py").write_text("raise SystemExit('out of tune')", encoding="utf-8")
    with pytest.raises(UnusableInput, match="out of tune"):
        CliRunner().invoke(
            cli,
            ["measure", "extract", "--shared", str(shared)],
            catch_exceptions=False,
            standalone_mode=False,
        )
