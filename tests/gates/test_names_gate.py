"""Gate: name comparison over the annotated pairs. The pairs taught the weights: this guards against slips only."""

from __future__ import annotations

import pytest

from tizme.cli.measuring import NamesMeasured, find_shared, measure_names
from tizme.model import UnusableInput

PAIRS_SHA256 = "7d8939f3365c697a"  # its first 16 digits
# stratum -> average precision, 0.01 below what was measured; docs/evaluation/names.md. eu, ep and ofac are
# spellings that people really wrote.
FLOORS = {"all": 0.98, "eu": 0.985, "ep": 0.988, "ofac": 0.987, "rule": 0.988, "ocr": 0.966, "rig": 0.958}
# Mean gap between the probability that is said and the share that is true.
CALIBRATION_GAP_CEILING = 0.03

pytestmark = pytest.mark.gate


@pytest.fixture(scope="module")
def measured() -> NamesMeasured:
    try:
        found = measure_names(find_shared(), peers=False)
    except UnusableInput as error:
        pytest.skip(str(error))
    if not found.corpus_sha256.startswith(PAIRS_SHA256):
        pytest.skip(f"the floors are for the pairs {PAIRS_SHA256}, these are {found.corpus_sha256[:16]}")
    return found


@pytest.mark.parametrize("stratum", FLOORS)
def test_average_precision_stays_above_its_floor(measured: NamesMeasured, stratum: str):
    assert measured.methods[0].strata[stratum]["ap"] >= FLOORS[stratum]


def test_the_probability_that_is_said_is_the_share_that_is_true(measured: NamesMeasured):
    assert measured.methods[0].strata["all"]["ece"] <= CALIBRATION_GAP_CEILING


def test_the_comparison_beats_a_string_measure_on_the_same_pairs(measured: NamesMeasured):
    ours, *peers = measured.methods
    assert all(ours.strata["all"]["ap"] > peer.strata["all"]["ap"] for peer in peers)
