"""Who is silent of an event: an office that has no news of it, a family that says nothing of it.

"The ministry has no information about his death": an office that knows nothing tells of no death.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.event_kinds import OF_THE_DEAD
from tizme.extract.overlaps import overlaps
from tizme.extract.who import Ref

_NEWS_ENDS = frozenset({";", "но", "однако", "але", "проте", "but", "however"})
# tokens between the words for an office's silence and those for what it is silent of
SILENT_OF = 6
SILENT_BESIDE = 2  # where those words are weak, or beside "news of"


def unknown_to_an_office(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "The ministry has no information about his death": an office that knows nothing says nothing of it."""
    for silence in hits:
        if silence.cue.property != "official_no_info":
            continue
        if _between_news_and_silence(sentence, hit, silence):
            return True
        if hit.cue.property not in OF_THE_DEAD:
            continue
        reach = SILENT_BESIDE if "weak" in silence.cue.flags else SILENT_OF
        first, last = sorted((silence, hit), key=lambda h: h.first)
        between = sentence.words[first.last + 1 : last.first]
        if len(between) <= reach and not any(t.kind == "mark" for t in between):
            return True
    return False


def office_is_silent(sentence: Sentence, hit: Hit, hits: list[Hit]) -> bool:
    """ "The prosecutor's office has not answered": whoever is silent there, it is not the one told of."""
    silent = any(overlaps(hit, prop, hits) for prop in ("official_no_info", "info_refused"))
    return silent and any(
        h.last < hit.first and (h.cue.kind == "org" or h.cue.property == "official") for h in sentence.hits
    )


def family_is_silent(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """ "Батько цього не коментує": a relative opens the sentence, and no office stands in it."""
    opens = next((r for r in refs if r.form != "pronoun"), None)
    if hit.cue.property != "official_no_info" or opens is None:
        return False
    if opens.first > 1 or opens.last >= hit.first or opens.who.role != "relative":
        return False
    return not any(
        h.cue.kind in {"org", "court"} or h.cue.property in {"official", "recruiter"} for h in sentence.hits
    )


def _between_news_and_silence(sentence: Sentence, hit: Hit, silence: Hit) -> bool:
    """ "Сведениями о нахождении в плену, а равно о гибели, не располагаем": all that "news of" opens."""
    news = [h for h in sentence.hits if is_jargon(h, "news_of")]
    for opening in news:
        if opening.last < hit.first and hit.last < silence.first:
            return not any(t.low == ";" for t in sentence.words[opening.last : silence.first])
        beside = (
            0 <= opening.first - silence.last <= SILENT_BESIDE
            or silence.first <= opening.first <= silence.last
        )
        if beside and opening.last < hit.first:
            return not any(t.low in _NEWS_ENDS for t in sentence.words[opening.last : hit.first])
    return False
