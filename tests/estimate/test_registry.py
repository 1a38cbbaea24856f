"""Completeness against a registry, and the two roads beside each other."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tizme.estimate.registry import RegistryRow, compare_roads, completeness, load_registry
from tizme.model import UnusableInput


def made(rng: np.random.Generator, shares: list[float]) -> list[RegistryRow]:
    """Strata of 2,000 dead each; 300 of ours in each, found by the stratum's share."""
    rows = []
    for i, share in enumerate(shares):
        found = int(rng.binomial(300, share))
        in_registry = int(rng.binomial(2000, share))
        rows.append(RegistryRow((f"age {i}",), 300, found, in_registry, np.sqrt(in_registry)))
    return rows


def test_the_interval_holds_the_true_number_as_often_as_it_says():
    held = 0
    for seed in range(100):
        rows = made(np.random.default_rng(seed), [0.3, 0.4, 0.5, 0.6])
        total = completeness(rows, seed=seed).total
        assert total is not None
        held += total.low <= 8000 <= total.high
    assert held >= 90


def test_a_stratum_of_few_is_drawn_towards_the_others():
    rows = [RegistryRow(("a",), 400, 200, None, 0.0), RegistryRow(("b",), 380, 195, None, 0.0)]
    rows.append(RegistryRow(("c",), 3, 3, None, 0.0))
    found = completeness(rows)
    assert found.shares["c",][0] < 0.75, "three of three is not completeness"
    assert found.total is None, "without an excess there is no number of the dead"


def test_roads_that_differ_by_more_than_their_doubt_are_called_so():
    rng = np.random.default_rng(1)
    near = compare_roads(rng.normal(1000, 60, 4000), rng.normal(1040, 60, 4000))
    far = compare_roads(rng.normal(1000, 30, 4000), rng.normal(1600, 60, 4000))
    assert near.agree
    assert "agree" in near.words
    assert not far.agree
    assert "1.60 times" in far.words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("age,listed,found\n20-29,10,12\n", "12 found of 10 listed"),
        ("age,listed,found\n20-29,ten,2\n", "no number"),
        ("age,found\n20-29,2\n", "no column 'listed'"),
        ("age,listed,found\n", "no rows"),
        ("age,listed,found\n20-29,10\n", "2 cells where the header has 3"),
        ("age,listed,found,excess\n20-29,10,2,nan\n", "an excess that is no number"),
        ("age,listed,found\n20-29,10,2\n20-29,9,3\n", "the stratum of line 2 again"),
    ],
)
def test_what_is_wrong_in_a_registry_table_is_told(tmp_path: Path, text: str, words: str):
    file = tmp_path / "registry.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput, match=words):
        load_registry(file)


def test_a_registry_table_is_read_with_its_strata(tmp_path: Path):
    file = tmp_path / "registry.csv"
    file.write_text("age,sex,listed,found,excess,excess_error\n20-29,m,100,40,900,50\n", encoding="utf-8")
    (row,) = load_registry(file)
    assert row.stratum == ("20-29", "m")
    assert (row.listed, row.found, row.excess, row.excess_error) == (100, 40, 900.0, 50.0)
