"""What a model wrote, read as suggestions, whatever it wrote."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm_cases import claims

from tizme.extract.asking.properties import (
    MOST_CLAIMS,
    MOST_WORDS,
    properties,
    schema,
    system_prompt,
    user_prompt,
)
from tizme.extract.asking.replies import suggestions_in
from tizme.model import Polarity

GOOD = {
    "passage": 0, "person": "A B", "property": "died.date", "value": "2023", "quote": "q", "polarity": "affirmed",
}  # fmt: skip


def test_a_well_formed_answer_is_read():
    found, bad = suggestions_in(claims(GOOD))
    assert [(one.person, one.property, one.passage) for one in found] == [("A B", "died.date", 0)]
    assert bad == 0


@pytest.mark.parametrize(
    "wrapped",
    [
        "```json\n{}\n```",
        "Sure! Here is the JSON you asked for:\n{}\nI hope that helps {{smile}}",
        "<think>{{ }} hmm</think>{}",
        "{}{}",
    ],
)
def test_an_answer_inside_other_words_is_read(wrapped):
    answer = wrapped.replace("{}", claims(GOOD)).replace("{{", "{").replace("}}", "}")
    assert suggestions_in(answer)[0][0].quote == "q"


def test_of_an_answer_that_was_cut_short_the_whole_claims_are_kept():
    answer = claims(GOOD, GOOD | {"value": "2024"}, GOOD | {"value": "2025"})
    found, _ = suggestions_in(answer[:-40])
    assert [one.value for one in found] == ["2023", "2024"]


@pytest.mark.parametrize(
    "wrong",
    [
        GOOD | {"person": None}, GOOD | {"quote": ["q"]}, GOOD | {"value": {"a": 1}}, GOOD | {"property": 1.5},
        {k: v for k, v in GOOD.items() if k != "quote"}, GOOD | {"quote": "x" * (MOST_WORDS + 1)}, {},
        GOOD | {"polarity": None}, GOOD | {"value": 10**40},
    ],
)  # fmt: skip
def test_a_claim_that_is_none_is_counted_and_left_out(wrong):
    assert suggestions_in(claims(wrong)) == ((), 1)


@pytest.mark.parametrize(
    "answer",
    ["", "no", "null", "[]", "{", "{" * 5000, "[" * 5000, '{"claims": 7}', '{"a":' * 3000, "\x00\ufeff"],
)
def test_an_answer_that_is_none_gives_no_suggestion(answer):
    assert suggestions_in(answer)[0] == ()


def test_an_answer_without_claims_is_no_fault():
    assert suggestions_in('{"claims": []}') == ((), 0)


def test_a_giant_answer_is_not_looked_at_to_its_end():
    found, bad = suggestions_in(claims(*(GOOD | {"value": str(n)} for n in range(5000))))
    assert len(found) == MOST_CLAIMS or len(found) == 0
    assert bad > 0


@pytest.mark.parametrize("passage", [True, "x", -4, 10**9, 1.5, None])
def test_a_passage_that_is_no_number_is_no_passage(passage):
    found, _ = suggestions_in(claims(GOOD | {"passage": passage}))
    assert [one.passage for one in found] == [-1]


def test_half_a_surrogate_pair_does_not_come_through():
    found, _ = suggestions_in('{"claims": [' + json.dumps(GOOD).replace('"q"', '"\\ud800"') + "]}")
    found[0].quote.encode()


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_words_are_read_without_an_error(words):
    suggestions_in(words)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*GOOD, "claims"]), inner)
        ),
        max_leaves=30,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_json_is_read_without_an_error(value):
    for one in suggestions_in(json.dumps(value))[0]:
        assert len(one.quote) <= MOST_WORDS


def test_the_schema_and_the_prompt_name_every_property_of_the_table():
    item = schema()["properties"]["claims"]["items"]["properties"]
    assert item["property"]["enum"] == list(properties())
    assert item["polarity"]["enum"] == [one.value for one in Polarity]
    assert all(f"{name}: " in system_prompt() for name in properties())


def test_a_passage_with_braces_is_shown_as_it_stands():
    assert "{lang} {x}" in user_prompt([(3, "{lang} {x}")], lang="ru", published="")
