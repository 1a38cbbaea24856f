"""Share of the gold claims' dates, terms, sums and ages that are found where the annotators marked them."""

import json
import os
from pathlib import Path

import pytest

from tizme.dates import find_ages, find_dates, find_money

SHARED = Path(os.environ.get("TIZME_SHARED", Path(__file__).resolve().parents[3] / "shared"))
GOLD = SHARED / "gold"
TIMES = {"date", "birth_date", "reported_date", "term", "duration"}
# 131 of 132 when measured; the one left is "since June", which the gold holds as an interval of deaths up
# to the day of publication: extract makes it, not this room. Lowering the floor takes a decision record.
FLOOR_SHARE = 0.98


def bare(value):
    return value.split("|")[0].rstrip("~")


def found_in(text, gold):
    """(kind, start, stop, value) of everything found."""
    lang = gold["lang"]
    for m in find_dates(text, lang=lang, published=gold["doc_date"]):
        yield "time", m.start, m.stop, bare(m.edtf)
    for m in find_money(text, lang=lang):
        yield "money", m.start, m.stop, f"{m.amount:.0f} {m.currency}" + (f"/{m.per}" if m.per else "")
    for start, stop, value in find_ages(text, lang=lang):
        yield "age", start, stop, value


def kind_of(claim):
    last = claim["property"].split(".")[-1]
    return (
        "time" if last in TIMES else "money" if last in {"amount", "pay"} else "age" if last == "age" else ""
    )


@pytest.mark.gate
def test_dates_terms_sums_and_ages_of_the_gold_texts_are_found_in_their_words():
    if not GOLD.is_dir():
        pytest.skip(f"the gold texts are not at {GOLD}; set TIZME_SHARED")
    hits, missed = 0, []
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        found = list(found_in(text, gold))
        for claim in filter(kind_of, gold["claims"]):
            wanted = (kind_of(claim), bare(claim["value"]))
            if any((k, v) == wanted and a < claim["end"] and claim["start"] < b for k, a, b, v in found):
                hits += 1
            else:
                missed.append((path.stem, claim["property"], claim["value"], claim["quote"]))
    assert hits / (hits + len(missed)) >= FLOOR_SHARE, missed
