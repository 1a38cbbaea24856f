from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizme.text.safe import safe_text

pytestmark = pytest.mark.safety


@given(st.text())
def test_safety_nothing_that_moves_the_cursor_reaches_a_terminal(text: str):
    for char in safe_text(text):
        assert char in "\u200c\u200d" or unicodedata.category(char)[0] != "C"
        assert unicodedata.category(char) not in {"Zl", "Zp"}


@given(st.text(alphabet="абвәқҳ o‘g'л-12"))
def test_safety_ordinary_words_are_printed_as_they_are(text: str):
    assert safe_text(text) == text


def test_safety_what_is_cut_off_is_seen_to_be_cut_off():
    assert safe_text("абвгд", limit=3) == "аб…"
    assert safe_text("абв", limit=3) == "абв"
