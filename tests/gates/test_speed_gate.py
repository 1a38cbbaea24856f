"""Extraction stays quick: measured against a counting loop on the same core, so that a busy machine passes too."""

from time import process_time

import pytest

from tizme.cli.measuring.shared import annotation_of, find_texts
from tizme.cli.measuring.speed import yardstick
from tizme.extract import extract_text

pytestmark = pytest.mark.gate
# Code points read in the time of a million rounds of the loop. Measured 2,467 over all languages (`tizme measure
# speed`), where 20,000 a second would have been about 600 to 1,400, by the machine.
FLOOR = 500


def test_gate_a_core_reads_many_characters_in_the_time_of_a_million_rounds():
    texts = [
        (path.with_suffix(".txt").read_bytes().decode(), annotation_of(path)["lang"])
        for path in find_texts("open")
    ]
    assert texts
    for text, lang in texts:
        extract_text(text, lang=lang)  # tables loaded, words met
    rounds = yardstick()
    best = float("inf")
    for ending in (" ", "  "):
        began = process_time()
        for text, lang in texts:
            extract_text(text + ending, lang=lang, published="2023-03-14")
        best = min(best, process_time() - began)
    assert sum(len(text) for text, _ in texts) / best / (rounds / 1e6) >= FLOOR


def test_gate_a_long_list_of_names_takes_no_more_for_each_name_than_a_short_one():
    line = "Осмонов{0} Бакыт{0} Жолдошевич, {1} года рождения, погиб {2} октября 2022 года.\n"
    letters = str.maketrans("0123456789", "абвгдежзик")

    def seconds_per_name(names):
        listed = "".join(
            line.format(str(n).translate(letters), 1970 + n % 30, n % 28 + 1) for n in range(names)
        )
        began = process_time()
        extract_text(listed, lang="ru")
        return (process_time() - began) / names

    seconds_per_name(100)
    assert seconds_per_name(1_600) < 8 * seconds_per_name(200)
