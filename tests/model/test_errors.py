from __future__ import annotations

import re

import pytest

from tizme import model
from tizme.model import TizmeError

ERRORS = [
    value for value in vars(model).values() if isinstance(value, type) and issubclass(value, TizmeError)
]
CHILDREN = [error for error in ERRORS if error is not TizmeError]


@pytest.mark.parametrize("error", CHILDREN)
def test_every_error_also_is_the_built_in_that_it_resembles(error: type[TizmeError]):
    built_in = [base for base in error.__mro__ if base.__module__ == "builtins"]
    assert built_in[0] not in {Exception, BaseException, object}


def test_codes_are_stable_words_and_no_two_errors_share_one():
    codes = [error.code for error in ERRORS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            model.UnusableInput("no header row", "list.csv", "name the columns"),
            ["no header row", "list.csv", "name the columns"],
        ),
        (model.MissingExtra("ocr", "reading scans"), ["ocr", "reading scans", "pip install 'tizme[ocr]'"]),
        (
            model.IntegrityFailure("bytes changed", "archive/ab", "restore it"),
            ["bytes changed", "archive/ab", "restore it"],
        ),
        (model.BadTable("a.csv", 7, "no form"), ["a.csv:7", "no form", "mend the row"]),
        (model.SpanOutsideText(3, 9, 5), ["3:9", "5 code points", "extract this item again"]),
    ],
)
def test_a_message_says_what_where_and_the_next_step(error: TizmeError, words: list[str]):
    assert [word for word in words if word not in str(error)] == []
