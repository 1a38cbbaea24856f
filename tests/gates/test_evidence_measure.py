"""`tizme measure evidence` compares classes of evidence with a reader's, and the texts it reads are well formed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tizme.cli import cli
from tizme.cli.measuring.evidence_book import COLUMNS, evidence_folder, measure_evidence
from tizme.model import UnusableInput

FOLDER = Path(__file__).parent / "evidence"
TABLES = sorted(FOLDER.glob("*/*.csv"))
CLASSES = {"document", "official", "direct", "hearsay", "press", "inferred", ""}
TEXT = "Нурлан Асанов, 34 года, погиб под Бахмутом 3 мая 2023 года. Его похоронили в родном селе."


def _marked(folder: Path, *rows: str) -> Path:
    here = folder / "open"
    here.mkdir()
    (here / "ru_x.txt").write_text(TEXT, encoding="utf-8")
    (here / "ru_x.json").write_text(
        '{"lang": "ru", "doc_date": "2023-06-01", "publisher": ""}', encoding="utf-8"
    )
    (here / "ru_x.csv").write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return folder


def test_only_right_claims_that_are_still_made_are_counted_and_faults_are_shown(tmp_path: Path):
    folder = _marked(
        tmp_path,
        "0,13,Нурлан Асанов,name,Нурлан Асанов,Нурлан Асанов,yes,press,",
        "24,29,Нурлан Асанов,died,true,погиб,yes,hearsay,сосед",
        "15,22,Нурлан Асанов,age,34,34 года,no,press,",
        "24,29,Нурлан Асанов,captured,true,погиб,yes,press,",
    )
    measured = measure_evidence(folder, {})
    ru = next(one for one in measured.scores if (one.lang, one.half) == ("ru", "open"))
    assert (ru.marked, ru.claimed, ru.right) == (3, 2, 1)
    assert [fault[:2] + fault[3:] for fault in measured.faults] == [("ru_x", "died", "hearsay", "press")]


def test_two_readers_are_compared_claim_by_claim(tmp_path: Path):
    folder, texts = _marked(tmp_path), tmp_path / "annotated"
    texts.mkdir()
    claims = [{"evidence": "press", "polarity": "affirmed"}, {"evidence": "direct", "polarity": "denied"}]
    (texts / "a.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
    second = folder / "second" / "set"
    second.mkdir(parents=True)
    rows = "number,evidence,polarity\n1,hearsay,denied\n0,press,affirmed\n"
    for name in ("a", "elsewhere"):
        (second / f"{name}.csv").write_text(rows, encoding="utf-8")
    (found,) = measure_evidence(folder, {"set": texts}).agreements
    assert (found.texts, found.claims, found.agreed, found.same_polarity) == ("set", 2, 1, 2)


def test_no_text_and_other_columns_are_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match="no text"):
        measure_evidence(tmp_path, {})
    folder = _marked(tmp_path)
    (folder / "open" / "ru_x.csv").write_text("id\n1\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="columns"):
        measure_evidence(folder, {})


@pytest.mark.parametrize(
    "table", [t for t in TABLES if t.parent.name in {"open", "held"}], ids=lambda t: t.stem
)
def test_every_marked_claim_quotes_its_text_and_has_a_class(table: Path):
    text = table.with_suffix(".txt").read_text(encoding="utf-8")
    assert set(json.loads(table.with_suffix(".json").read_text(encoding="utf-8"))) == {
        "lang",
        "doc_date",
        "publisher",
    }
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["right"] in {"yes", "no"}
        assert row["evidence"] in CLASSES


@pytest.mark.gate
def test_the_verb_says_shares_and_agreement_and_hides_the_half_that_is_only_counted():
    if evidence_folder() is None:
        pytest.skip("tests/gates/evidence is not here")
    told = CliRunner().invoke(cli, ["measure", "evidence", "--misses"])
    if told.exit_code == 2:
        pytest.skip(told.output)
    assert "two readers agree" in told.output
    held = {table.stem for table in TABLES if table.parent.name == "held"}
    assert not [line for line in told.output.splitlines() if line.split(" | ")[0] in held]
