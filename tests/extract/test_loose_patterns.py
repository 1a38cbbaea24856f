"""Cue patterns are read in the other order and with words in between, and denials as they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tizme.extract.cues import cue_table, find_cues
from tizme.extract.lexemes import expanded, with_classes, word_classes
from tizme.model import BadTable
from tizme.tables import rows, table_root
from tizme.text import fold, tokens


def properties(text: str, lang: str = "ru") -> set[str]:
    words = tokens(text, 0, len(text), folded=fold(text))
    return {hit.cue.property for hit in find_cues(lang, words) if hit.cue.kind == "event"}


@pytest.mark.parametrize(
    "text",
    ["Он подписал контракт.", "Контракт он подписал сам.", "Подписал в мае годовой контракт."],
)
def test_an_event_is_read_in_either_order_and_with_words_between(text: str) -> None:
    assert "contract_signed" in properties(text)


def test_a_participle_beside_its_noun_states_the_event() -> None:
    assert "wounded" in properties("Солдат, получивший тяжёлое ранение, лежит в госпитале.")


def test_a_denial_is_not_turned_round() -> None:
    assert "body_found" not in properties("Не зная покоя, мать нашли дома.")


def test_a_word_in_between_that_denies_silences_the_loosened_pattern() -> None:
    text = "Контракт он так и не подписал."
    words = tokens(text, 0, len(text), folded=fold(text))
    assert not [hit for hit in find_cues("ru", words) if hit.cue.loose]


def test_a_class_stands_for_all_its_words() -> None:
    assert "deployed" in properties("Их бросили прямо на передовую.")
    assert "|" in with_classes("$send ... $front", "ru")
    assert "отправил" in expanded("$send на", "ru")


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(LookupError):
        with_classes("$nothing_like_it", "ru")


def test_an_unknown_class_in_a_cue_table_is_named_with_its_file_line_and_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = tmp_path / "tables"
    shutil.copytree(table_root(), copied)
    table = copied / "extract" / "cues_kk.csv"
    before = table.read_text(encoding="utf-8")
    table.write_text(before + "event,$nothing_like_it ... майданға,deployed,,\n", encoding="utf-8")
    monkeypatch.setattr("tizme.tables.loader.table_root", lambda: copied)
    for remembered in (rows, word_classes, cue_table):
        remembered.cache_clear()
    try:
        with pytest.raises(BadTable) as raised:
            cue_table("kk")
    finally:
        monkeypatch.undo()
        for remembered in (rows, word_classes, cue_table):
            remembered.cache_clear()
    assert raised.value.line == before.count("\n") + 1
    assert raised.value.path == "extract/cues_kk.csv"
    assert "$nothing_like_it" in raised.value.problem
    assert "extract/word_classes.csv" in raised.value.problem


def test_an_unlisted_given_name_at_the_head_of_a_sentence_is_part_of_the_name() -> None:
    from tizme.extract import extract_text

    found = extract_text("Zair Ibragimov died near Svatove on 17 November 2023.", lang="en")
    assert [s.name for s in found.subjects] == ["Zair Ibragimov"]
    found = extract_text("When Ibragimov died near Svatove, nobody told his mother.", lang="en")
    assert "When Ibragimov" not in [s.name for s in found.subjects]


def test_every_loosened_cue_keeps_the_meaning_of_its_row() -> None:
    table = cue_table("ru")
    loose = [cue for cues in table.exact.values() for cue in cues if cue.loose]
    assert loose
    assert not [cue for cue in loose if "neg" in cue.flags or cue.kind != "event"]
