from __future__ import annotations

from pathlib import Path

import pytest

from tizme.model import UnknownLanguage
from tizme.text import LANGUAGES, detect_language, normal_language, script_of

SOURCES = Path(__file__).parents[2] / "examples" / "01_first_case" / "sources"
TEXTS = {
    "02_village_funeral.txt": "ky",
    "04_he_called.txt": "uz-Cyrl",
    "05_no_word_since_march.txt": "tg",
    "11_prisoner.txt": "uk",
    "12_kordai.txt": "kk",
}


@pytest.mark.parametrize(("name", "lang"), TEXTS.items())
def test_the_example_texts_are_in_their_languages(name: str, lang: str):
    assert detect_language((SOURCES / name).read_text(encoding="utf-8")) == lang


@pytest.mark.parametrize(("name", "lang"), TEXTS.items())
def test_every_paragraph_of_the_example_is_in_its_languages(name: str, lang: str):
    """A passage read as its neighbour's language would lose its dates and its dead."""
    paragraphs = [p for p in (SOURCES / name).read_text(encoding="utf-8").split("\n") if len(p) > 80]
    wrong = [(detect_language(p), p[:40]) for p in paragraphs if detect_language(p) != lang]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ayolning so‘zlariga ko‘ra, eri shartnoma imzolagan.", "uz-Latn"),
        ("His mother said that he was killed near Bakhmut.", "en"),
        ("Его мать сказала, что он погиб под Бахмутом.", "ru"),
        ("Его похоронили в родном селе, сообщила мать.", "ru"),
        ("Його поховали в рідному селі, повідомила мати.", "uk"),
    ],
)
def test_one_sentence_is_enough(text: str, lang: str):
    assert detect_language(text) == lang


@pytest.mark.parametrize("text", ["", " ", "12.03.2024", "№", "\ud800", "Ж"])
def test_a_text_without_words_still_gets_one_of_our_languages(text: str):
    assert detect_language(text) in LANGUAGES


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("RU", "ru"),
        ("uz_Cyrl", "uz-Cyrl"),
        ("UZ-latn", "uz-Latn"),
        ("kir", "ky"),
        ("tgk", "tg"),
        (" en ", "en"),
    ],
)
def test_a_language_is_taken_as_people_write_it(written: str, lang: str):
    assert normal_language(written) == lang


def test_bare_uzbek_is_decided_by_the_script_of_the_text():
    assert normal_language("uz", "Тирикман") == "uz-Cyrl"
    assert normal_language("uz", "Tirikman") == "uz-Latn"


def test_an_unknown_language_names_those_that_are_known():
    with pytest.raises(UnknownLanguage, match=r"'fr' is not covered; use one of: ru, en, ky"):
        normal_language("fr")


@pytest.mark.parametrize(
    ("text", "script"),
    [("Ош", "Cyrl"), ("Osh", "Latn"), ("2024", "Zyyy"), ("Telegram канал", "Latn"), ("Ўш", "Cyrl")],
)
def test_script_is_the_alphabet_of_most_letters(text: str, script: str):
    assert script_of(text) == script
