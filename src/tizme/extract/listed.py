"""An entry of a list: places and dates that stand there without a verb."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import FIELD
from tizme.extract.spans import places_left
from tizme.model import PlaceMatch

_FULL = re.compile(r"(?:19[3-9]\d|200\d)-\d\d-\d\d")  # a day on which somebody at war can be born


def listed_place(sentence: Sentence, place: PlaceMatch, discourse: Discourse) -> str:
    """ "origin" for a place without a verb beside the name, "residence" later on, "" where it is neither."""
    listed = sentence.entry is not None or opens_as_card(sentence, discourse)
    if not listed or place not in places_left(sentence, discourse.lang):
        return ""
    if not before_events(sentence, place.stop):
        return ""
    sentence.origins.add(place.start)
    named_here = any(r.who is discourse.focus and r.form != "pronoun" for r in discourse.refs[sentence.index])
    return "origin" if named_here else "residence"


def opens_as_card(sentence: Sentence, discourse: Discourse) -> bool:
    """ "Холматов Достонбек Улугбекович, 14.02.2000, Зааминский район.": no list, but its style."""
    for ref in discourse.refs[sentence.index]:
        if ref.form == "name" and ref.first <= 1 and ref.who is discourse.focus:
            at = ref.last + 2
            comma = at < len(sentence.words) and sentence.words[at - 1].low in {",", "("}
            days = (d for d in sentence.dates if sentence.word_at(d.start) == at)
            return comma and any(_FULL.fullmatch(d.edtf) for d in days)
    return False


def before_events(sentence: Sentence, stop: int) -> bool:
    """True where the words stand before every event of the sentence, with a comma between."""
    events = [h.first for h in sentence.hits if h.cue.kind == "event"]
    if not events:
        return True
    last, first = sentence.word_at(stop - 1), min(events)
    parting = {",", ";", ".", "-"} | FIELD  # "с. Кулунду - погиб 6.02"
    return last < first and any(t.low in parting for t in sentence.words[last + 1 : first])
