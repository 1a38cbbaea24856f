"""Never a day that was not written: the one error of this room that could mislead a court or a family."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizme.dates import edtf_valid, find_ages, find_dates, find_money
from tizme.dates.vocabulary import vocabulary
from tizme.text import LANGUAGES

# Words that count days or weeks, or point from one day to another, may give a day without a figure.
COUNTS_DAYS = set("tkw8ZABVNlaDoc0")
DAYLESS = {
    lang: sorted(form for form, word in vocabulary(lang).words.items() if word.code not in COUNTS_DAYS)
    for lang in LANGUAGES
}
MONTHS = {
    lang: sorted(form for form, word in vocabulary(lang).words.items() if word.code in "MmbQ")
    for lang in LANGUAGES
}
PUBLISHED = ("", "2024-02-29", "2023-06", "2025")


@st.composite
def phrases_without_days(draw):
    lang = draw(st.sampled_from(LANGUAGES))
    years = st.integers(1950, 2049).map(str)
    words = draw(
        st.lists(st.one_of(st.sampled_from(DAYLESS[lang]), st.sampled_from(MONTHS[lang]), years), max_size=9)
    )
    return lang, draw(st.sampled_from((" ", "-", ", "))).join(words)


@pytest.mark.safety
@settings(max_examples=300, deadline=None)
@given(phrases_without_days(), st.sampled_from(PUBLISHED))
def test_safety_no_day_comes_out_of_words_that_hold_none(phrase, published):
    lang, text = phrase
    for found in find_dates(text, lang=lang, published=published):
        assert not re.search(r"\d{4}-\d\d-\d\d", found.edtf), (text, found)


@pytest.mark.safety
@settings(max_examples=300, deadline=None)
@given(phrases_without_days(), st.integers(1, 31), st.integers(0, 8))
def test_safety_the_day_that_comes_out_is_one_that_was_written(phrase, day, at):
    lang, words = phrase
    pieces = words.split(" ")
    text = " ".join([*pieces[:at], str(day), *pieces[at:]])
    for found in find_dates(text, lang=lang, published="2024-02-29"):
        for written in re.findall(r"\d{4}-\d\d-(\d\d)", found.edtf):
            assert int(written) == day, (text, found)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(max_size=60), st.sampled_from(PUBLISHED))
def test_any_text_gives_valid_values_and_spans_within_it(lang, text, published):
    for found in find_dates(text, lang=lang, published=published):
        assert 0 <= found.start < found.stop <= len(text)
        assert found.kind == "duration" or edtf_valid(found.edtf)
    for start, stop, _ in find_ages(text, lang=lang):
        assert 0 <= start < stop <= len(text)
    for money in find_money(text, lang=lang):
        assert 0 <= money.start < money.stop <= len(text)
