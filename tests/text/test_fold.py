"""Every offset rests on this: a folded text is exactly as long as the text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizme.text import fold


@given(st.text())
def test_fold_never_changes_the_length(text: str):
    assert len(fold(text)) == len(text)


def test_fold_keeps_the_length_of_every_single_code_point():
    every = [chr(n) for n in range(sys.maxunicode + 1) if not 0xD800 <= n < 0xE000]
    assert [char for char in every if len(fold(char)) != 1] == []


@given(st.text())
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_fold_of_two_texts_is_the_two_folds(left: str, right: str):
    """Otherwise a sentence folded alone would not match the same sentence folded in its text."""
    assert fold(left + right) == fold(left) + fold(right)


@pytest.mark.parametrize("apostrophe", "'’‘ʻʼ`´′")
def test_every_apostrophe_of_uzbek_o_becomes_one(apostrophe: str):
    assert fold(f"O{apostrophe}g{apostrophe}li") == "o'g'li"


def test_yo_quotes_dashes_and_hard_spaces_fold():
    assert fold("«Ёлка» — 100\u00a0000") == '"елка" - 100 000'


def test_kyrgyz_and_tajik_letters_stay_themselves():
    assert fold("ӨҮҢ ҒӢҚӮҲҶ Ў ЇЄҐ") == "өүң ғӣқӯҳҷ ў їєґ"
