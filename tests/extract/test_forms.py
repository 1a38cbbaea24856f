"""What "тап~" and "жигит@" in a cue table stand for."""

from __future__ import annotations

import pytest

from tizme.extract.forms import word_forms


@pytest.mark.parametrize(
    ("lang", "stem", "word", "mood"),
    [
        ("ky", "бол", "болгону", "affirmed"),
        ("ky", "бол", "болбогон", "denied"),
        ("ky", "бол", "болуптур", "told"),
        ("ky", "бол", "болушу", "uncertain"),
        ("ky", "бол", "болот", "going"),
        ("kk", "тап", "таппады", "denied"),
        ("kk", "ал", "алматы", ""),
        ("uz-Latn", "bo'l", "bo'lmagan", "denied"),
        ("uz-Latn", "bo'l", "bo'libdi", "told"),
        ("uz-Cyrl", "йўқол", "йўқолганини", "affirmed"),
        ("tg", "шуд", "нашудааст", "denied"),
        ("tg", "шуд", "мешуданд", "affirmed"),
        ("uk", "загину", "загинули", "affirmed"),
    ],
)
def test_the_ending_of_a_verb_says_whether_it_happened(lang: str, stem: str, word: str, mood: str) -> None:
    assert word_forms(lang).mood(word, stem) == mood


@pytest.mark.parametrize(
    ("lang", "stem", "word"),
    [("ky", "бол", "болгондор"), ("ky", "соттол", "соттолгондун"), ("uz-Latn", "bo'l", "bo'lganlar")],
)
def test_a_participle_that_stands_for_people_is_no_form_of_the_verb(lang: str, stem: str, word: str) -> None:
    assert word_forms(lang).mood(word, stem) == ""


def test_a_noun_is_met_in_every_case_but_not_in_the_plural() -> None:
    forms = word_forms("kk")
    assert all(forms.is_noun(w, "жігіт") for w in ("жігіт", "жігіттің", "жігітке", "жігіті"))
    assert not forms.is_noun("жігіттер", "жігіт")
