"""Normal forms in words, and where they stand on the timeline."""

import pytest

from tizme.web.timeline import bounds
from tizme.web.words import date_words, property_words, value_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022", "2022"),
        ("2022-10", "October 2022"),
        ("2022-12-04", "4 December 2022"),
        ("2022-22", "summer 2022"),
        ("2022-09~", "about September 2022"),
        ("2022?", "perhaps 2022"),
        ("2022-09|late", "late September 2022"),
        ("2022-09/2022-11", "September 2022 to November 2022"),
        ("../2022", "until 2022"),
        ("2022/..", "since 2022"),
        ("199X", "1990s"),
        ("2022-13", "2022-13"),
        ("no date", "no date"),
        ("", ""),
    ],
)
def test_a_date_is_said_in_english_and_what_is_none_is_left_alone(edtf, words):
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("died", "true", "yes"),
        ("died", "false", "no"),
        ("prior_sentence.term", "P10Y", "10 years"),
        ("deployed.duration", "P1M", "1 month"),
        ("age", "2022", "2022"),
        ("wage.amount", "100000 RUB", "100000 RUB"),
        ("unit", "P", "P"),
    ],
)
def test_a_value_is_said_in_words(name, value, words):
    assert value_words(name, value) == words


def test_an_open_interval_stands_at_its_known_end():
    low, high = bounds("2022-07/..")
    assert 2022.4 < low < high < 2022.6
    assert bounds("someday") is None


def test_a_prisoner_is_not_captured_as_an_item_is():
    assert property_words("captured.date") == "taken prisoner · date"
    assert property_words("last_contact.date") == "last contact · date"
    assert property_words("died") == "died"
