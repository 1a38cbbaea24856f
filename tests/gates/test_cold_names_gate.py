"""Names that a process has never met are compared quickly: beside peers, which meet them for the first time too."""

import json
import subprocess
import sys

import pytest

from tizme.cli.measuring.shared import find_shared, part_of
from tizme.model import UnusableInput

pytestmark = pytest.mark.gate
# How many times as many pairs a second as the peer, cold, tables loaded: measured 4.4 to 5.1 of rigour's. Of WRatio's .060 to
# .064 alone on the machine (24 k and 378 k a second), .048 beside the other tests, up to .15 where WRatio had the company;
# before new words were worked on together .018 alone on the machine (docs/evaluation/names.md).
TIMES_RIGOUR, TIMES_WRATIO = 2.5, 0.04
# Processor time, so that a busy machine passes too.
_CHILD = """
import csv, json, sys
from time import process_time
from tizme import names
from tizme.cli.measuring.name_peers import name_peers
from tizme.cli.measuring.pairs import our_probabilities

rows = csv.DictReader(open(sys.argv[1], encoding="utf-8", newline=""), delimiter="\\t")
pairs = [(r["left"], r["left_lang"], r["right"], r["right_lang"]) for r in rows]
warm = [("Tokoev Aibek", "", "Токоев Айбек", "")]
our_probabilities(warm)


def ours(pairs):
    return list(names.compare_many((left, right) for left, _, right, _ in pairs))


peers = {peer.name: peer.scores for peer in name_peers() if hasattr(peer, "scores")}
found = {}
for name in ("ours", "rigour", "rapidfuzz WRatio"):
    scores = ours if name == "ours" else peers.get(name)
    if scores:
        scores(warm)
        began = process_time()
        scores(pairs)
        found[name] = len(pairs) / (process_time() - began)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def speeds() -> dict[str, float]:
    try:
        pairs = part_of(find_shared(), "data", "names", "pairs_dev.tsv")
    except UnusableInput as error:
        pytest.skip(str(error))
    # Of two fresh processes the one that others disturbed less: ours fills the caches that they empty.
    told = [
        subprocess.run([sys.executable, "-c", _CHILD, str(pairs)], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    return max((json.loads(one.stdout) for one in told), key=lambda found: found["ours"])


def test_gate_names_never_met_are_compared_at_a_share_of_the_speed_of_a_letter_ratio(
    speeds: dict[str, float],
):
    assert speeds["ours"] >= TIMES_WRATIO * speeds["rapidfuzz WRatio"]


def test_gate_names_never_met_are_compared_faster_than_by_rigour(speeds: dict[str, float]):
    if "rigour" not in speeds:
        pytest.skip("rigour is not installed; pip install 'tizme[bench]'")
    assert speeds["ours"] >= TIMES_RIGOUR * speeds["rigour"]
