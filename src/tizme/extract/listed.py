"""An entry of a list: places and dates that stand there without a verb."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import FIELD
from tizme.extract.spans import places_left
from tizme.model import PlaceMatch


def listed_place(sentence: Sentence, place: PlaceMatch, discourse: Discourse) -> str:
    """ "origin" for a place without a verb beside the name, "residence" later on, "" where it is neither."""
    if sentence.entry is None or place not in places_left(sentence, discourse.lang):
        return ""
    if not before_events(sentence, place.stop):
        return ""
    sentence.origins.add(place.start)
    named_here = any(r.who is discourse.focus and r.form != "pronoun" for r in discourse.refs[sentence.index])
    return "origin" if named_here else "residence"


def before_events(sentence: Sentence, stop: int) -> bool:
    """True where the words stand before every event of the sentence, with a comma between."""
    events = [h.first for h in sentence.hits if h.cue.kind == "event"]
    if not events:
        return True
    last, first = sentence.word_at(stop - 1), min(events)
    return last < first and any(t.low in {",", ";", "."} | FIELD for t in sentence.words[last + 1 : first])
