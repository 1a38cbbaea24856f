"""Gate: persons' names, found to the letter, in texts that the weights have not seen."""

from __future__ import annotations

import pytest

from tizme.cli.measuring import RecognitionMeasured, find_shared, measure_recognition
from tizme.model import UnusableInput

# (texts, way) -> F1, a little below what was measured; docs/models/recogniser.md.
FLOORS = {
    ("factrueval, held out", "recogniser"): 0.95,
    ("factrueval, held out", "extract"): 0.95,
    ("kaznerd, held out", "recogniser"): 0.925,
    ("kaznerd, held out", "extract"): 0.915,
}
# The first 16 digits of the texts' digests.
TEXTS_SHA256 = {"factrueval, held out": "084041fe4dc097bb", "kaznerd, held out": "874ee196e0b56032"}

pytestmark = pytest.mark.gate


@pytest.fixture(scope="module")
def measured() -> RecognitionMeasured:
    try:
        found = measure_recognition(find_shared(), peers=False)
    except UnusableInput as error:
        pytest.skip(str(error))
    for name, digest in found.corpora:
        if not digest.startswith(TEXTS_SHA256.get(name, "")):
            pytest.skip(f"the floors are for {name} {TEXTS_SHA256[name]}, these texts are {digest[:16]}")
    return found


@pytest.mark.parametrize(("texts", "way"), FLOORS)
def test_names_of_persons_are_found_to_the_letter(measured: RecognitionMeasured, texts: str, way: str):
    assert measured.way(texts, way).f1 >= FLOORS[texts, way]
