"""What going or being sent somewhere is: to war where that is in Ukraine, else abroad, or a return home.

"Anvar was sent to Luhansk" is a deployment, "he went to Moscow" a migration.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.bearers import HOMES
from tizme.extract.cues import Hit
from tizme.extract.spans import leaves_from, places_left

_TOLD_TRAVELS = frozenset({"migrated", "deployed", "returned", "deserted", "body_repatriated", "captured"})
_ROADS_IN_TABLE = frozenset({"ru"})
TRAVEL_GAP = 4  # tokens between a verb of going and the place gone to


def travelled(name: str, hit: Hit, sentence: Sentence, lang: str) -> str:
    """What going or being sent to a place is: to war where that is in Ukraine, else abroad; "" at home."""
    if any(h.cue.kind == "say" and h.first <= hit.first <= hit.last <= h.last for h in sentence.hits):
        return ""  # "ovozli xabar yubordi": word was sent, and nobody
    told = {h.cue.property for h in sentence.hits if h.cue.kind == "event" and h.first <= hit.last <= h.last}
    bodies = any(h.cue.property == "body_repatriated" for h in sentence.hits if h.cue.kind == "event")
    if told & _TOLD_TRAVELS or bodies:
        return ""
    reach = range(hit.first - TRAVEL_GAP, hit.last + TRAVEL_GAP + 1)
    near = [
        p.candidates[0][0].country
        for p in places_left(sentence, lang)
        if p.candidates and sentence.word_at(p.start) in reach and not leaves_from(sentence, p, lang)
    ]
    if name == "came":
        return "returned" if near and near[-1] in HOMES else ""  # "вернулся в Токмок"
    if name == "stayed":
        works = any(h.cue.kind == "occupation" for h in sentence.hits)
        abroad = "residence" if near and near[-1] not in HOMES and works else ""
        return "deployed" if near and near[-1] == "UA" else abroad  # "Донецк облысында барлаушы болған"
    if "UA" in near or (name == "sent" and near and lang not in _ROADS_IN_TABLE):
        return "deployed"
    if lang in _ROADS_IN_TABLE:
        return ""  # "попал в Ростов": what else going is, the table says verb by verb
    return "migrated" if near and near[-1] not in HOMES and name == "went" else ""
