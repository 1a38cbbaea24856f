"""A name is taken apart however it is written: order, initials, CAPITALS, ranks, apostrophes."""

import csv
from pathlib import Path

import pytest

from tizme import names

TABLE = Path(__file__).parent / "parse_shapes.tsv"
CASES = list(
    csv.DictReader(
        (line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")),
        delimiter="\t",
    )
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}-{case['text']}")
def test_a_written_form_is_taken_apart(case: dict[str, str]):
    parts = names.parse(case["text"], lang=case["lang"])
    initial = parts.patronymic if len(parts.patronymic.rstrip(".")) == 1 else ""
    assert (parts.given, parts.father or initial, parts.family) == (
        case["given"],
        case["father"],
        case["family"],
    )
