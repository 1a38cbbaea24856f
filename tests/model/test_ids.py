from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizme.model import canonical_json, sha256_hex, short_id

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), JSON))
def test_equal_values_have_one_canonical_line(value: dict):
    backwards = dict(reversed(value.items()))
    assert canonical_json(value) == canonical_json(backwards)
    assert "\n" not in canonical_json(value)


def test_canonical_json_is_the_same_on_every_machine():
    """Ledger lines and ids rest on these very bytes; a change breaks every existing case."""
    value = {"б": [1, True, None], "a": "Ош «х»"}
    assert canonical_json(value) == '{"a":"Ош «х»","б":[1,true,null]}'


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(number: float):
    with pytest.raises(ValueError, match="Out of range"):
        canonical_json({"a": number})


def test_an_id_depends_on_its_parts_and_on_where_they_are_cut():
    assert short_id("c", "ab", "c") != short_id("c", "a", "bc")
    assert short_id("c", "a") == short_id("c", "a")
    assert short_id("c", 1) == short_id("c", "1")


def test_an_id_is_stable_across_versions():
    assert short_id("c", "item", 3, 9) == "c-" + hashlib.sha256(b'["item","3","9"]').hexdigest()[:16]


def test_sha256_is_the_published_one():
    assert sha256_hex(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
