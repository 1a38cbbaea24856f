import dataclasses
import json
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizme import model
from tizme.model import Capture, Claim, Document, Person, Record, UnusableInput
from tizme.model.codec import from_json, to_json

VALUES = [value for value in vars(model).values() if dataclasses.is_dataclass(value)]

# What a model of counts says of itself has no fixed shape: anything that JSON can hold.
PLAIN = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
SHAPELESS = st.dictionaries(st.text(), PLAIN | st.lists(PLAIN, max_size=3), max_size=3)
for value in VALUES:
    loose = [
        name for name, hint in typing.get_type_hints(value).items() if typing.Any in typing.get_args(hint)
    ]
    if loose:
        st.register_type_strategy(value, st.builds(value, **dict.fromkeys(loose, SHAPELESS)))


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_value_of_the_model_comes_back_equal_through_written_json(kind, data):
    value = data.draw(st.from_type(kind))
    if "nan" in repr(value) or "inf" in repr(value):
        return
    assert from_json(kind, json.loads(json.dumps(to_json(value)))) == value


def test_a_field_left_out_takes_its_default_so_that_old_files_stay_readable():
    assert from_json(Document, {"media_type": "text/plain", "text": "a"}).rows == ()


def test_a_missing_field_an_unknown_one_and_a_wrong_type_are_named_with_their_place():
    whole = to_json(Capture("0" * 64, 1, "o", "t", "b", "tool", "m", "n"))
    short = {key: value for key, value in whole.items() if key != "origin"}
    with pytest.raises(UnusableInput, match="'origin' is missing"):
        from_json(Capture, short)
    with pytest.raises(UnusableInput, match="unknown field 'x'"):
        from_json(Capture, {**whole, "x": 1})
    with pytest.raises(UnusableInput, match=r"here\.size_bytes: expected a whole number"):
        from_json(Capture, {**whole, "size_bytes": True}, where="here")
    with pytest.raises(UnusableInput, match=r"Capture\.source\.kind: expected one of press"):
        from_json(Capture, {**whole, "source": {"name": "a", "kind": "rumour"}})


def test_a_value_outside_the_model_is_refused_and_not_turned_into_words():
    with pytest.raises(TypeError, match="set has no JSON form"):
        to_json({"a": {1, 2}})


def test_what_may_be_absent_is_written_as_null():
    written = to_json(Record(id="r", list_id="l", subject="s", name="n"))
    assert written["born_low"] is None
    assert from_json(Record, written).born_low is None


def test_nested_places_are_named_down_to_the_item():
    with pytest.raises(UnusableInput, match=r"Person\.record_ids\[1\]: expected str"):
        from_json(Person, {"record_ids": ["a", 2], "id": "p", "label": "l"})
    with pytest.raises(UnusableInput, match=r"Claim\.speakers: expected list"):
        from_json(
            Claim,
            {
                "id": "c", "item": "", "subject": "s", "property": "p", "value": "v", "start": 0, "stop": 1, "quote": "q",
                "evidence": "press", "polarity": "affirmed", "speakers": "abc", "said_on": "", "rule": "r",
            },
        )  # fmt: skip
