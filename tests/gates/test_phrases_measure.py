"""`tizme measure phrases` counts what a book asks for, shows the faults of its odd rows alone, and sees a trap."""

from __future__ import annotations

from pathlib import Path

import pytest

from tizme.cli.measuring.claim_phrases import measure_phrases
from tizme.model import UnusableInput

HEAD = "id,doc_date,text,subject,property,value,polarity\n"
DEAD = '"Айбек Токоев погиб 3 мая 2023 года, сообщили власти."'
# Stands in for the scorer that lies beside the real data.
SCORER = "def same_value(prop, gold, pred):\n    return str(gold) == str(pred)\n"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "score_claims.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def book(folder: Path, *rows: str) -> Path:
    (folder / "ru.csv").write_text(HEAD + "".join(row + "\n" for row in rows), encoding="utf-8")
    return folder


def test_claims_are_counted_by_half_and_only_odd_rows_are_shown(shared: Path) -> None:
    folder = book(
        shared,
        f"ru-001,2023-06-01,{DEAD},Айбек Токоев,died,true,affirmed",
        f"ru-001,2023-06-01,{DEAD},Айбек Токоев,died.date,2023-05-04,affirmed",
        f"ru-001,2023-06-01,{DEAD},Айбек Токоев,!died,true,affirmed",
        f"ru-002,2023-06-01,{DEAD},Айбек Токоев,died.date,2023-05-04,affirmed",
        f"ru-002,2023-06-01,{DEAD},Айбек Токоев,died,true,denied",
    )
    measured = measure_phrases(folder, shared)
    opened, held = measured.scores
    assert (opened.half, opened.wanted, opened.right, opened.polarity) == ("open", 2, 1, 1)
    assert (opened.traps, opened.fallen) == (1, 1)
    assert (held.half, held.wanted, held.right, held.polarity, held.traps) == ("held", 2, 1, 0, 0)
    assert [fault[:5] for fault in measured.faults] == [
        ("ru-001", "value", "died.date", "2023-05-04", "2023-05-03 affirmed"),
        ("ru-001", "fallen", "!died", "true", ""),
    ]


def test_another_man_of_the_sentence_is_not_the_subject(shared: Path) -> None:
    folder = book(shared, f"ru-001,2023-06-01,{DEAD},Марат Сыдыков,died,true,affirmed")
    assert measure_phrases(folder, shared).faults[0][1] == "subject"


def test_a_book_with_other_columns_is_refused(shared: Path) -> None:
    (shared / "ru.csv").write_text("id,text\n1,x\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match="columns"):
        measure_phrases(shared, shared)


def test_a_language_without_a_book_is_said(shared: Path) -> None:
    with pytest.raises(UnusableInput, match="no book"):
        measure_phrases(book(shared), shared, ["kk"])
