"""The cue tables themselves."""

from __future__ import annotations

from collections import Counter

import pytest

from tizme.tables import rows
from tizme.text import LANGUAGES


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
def test_no_row_of_a_cue_table_is_said_again_further_down(lang: str) -> None:
    """Of two the one further down is read, so that whoever mends the other mends nothing."""
    table = rows(f"extract/cues_{lang}.csv", "kind", "pattern", "property", "value", "flags")
    said = Counter((row["kind"], row["pattern"], row["property"], row["value"]) for row in table)
    assert [row for row, times in said.items() if times > 1] == []
