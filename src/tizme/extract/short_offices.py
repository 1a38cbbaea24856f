r"""An office that a text has named in full, and then calls by the one word of what it is.

"The Coordination Headquarters published the video. By the headquarters' account, he was taken in May.": any
staff or project may be meant by the one word, but where the text has named one it is that.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.overlaps import meet

PATTERN = "(short office)"  # of the cues made here
_ITS_WORD = 1  # tokens beside the words for an office in which the word for what it is may stand
_TAKEN = frozenset({"org", "person", "court"})


def name_offices_shortly(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences, with the offices that are called by one word where the text has named such a one."""
    named: dict[str, Hit] = {}
    for sentence in sentences:
        offices = [h for h in sentence.hits if h.cue.kind == "org" and h.cue.property == "official"]
        for word in [h for h in sentence.hits if is_jargon(h, "short_office")]:
            full = next((h for h in offices if _holds(h, word)), None)
            if full is not None:
                named[word.cue.value] = full
            elif word.cue.value in named and not _is_anothers(sentence, word):
                sentence.hits = [h for h in sentence.hits if not _is_somebodys(h, word)]
                sentence.hits.append(replace(word, cue=_as_office(named[word.cue.value].cue)))
    return sentences


def _holds(office: Hit, word: Hit) -> bool:
    """ "Координационный штаб", "«Хочу жить» долбоору": the word is one of the name, or stands beside it."""
    return office.first - _ITS_WORD <= word.first and word.last <= office.last + _ITS_WORD


def _is_anothers(sentence: Sentence, word: Hit) -> bool:
    """ "Проект «Имена»", "a spokesman of the bureau": a name of its own, or a word of other words."""
    behind = sentence.words[word.last + 1 : word.last + 2]
    before = sentence.words[max(0, word.first - 1) : word.first]
    if any(t.low == '"' for t in (*behind, *before)):
        return True
    if any(t.text[:1].isupper() for t in behind) or any(t.low.isdigit() for t in (*behind, *before)):
        return True
    return any(h.cue.kind in _TAKEN and meet(h, word) and not _is_somebodys(h, word) for h in sentence.hits)


def _is_somebodys(hit: Hit, word: Hit) -> bool:
    """ "Проект" alone is a hearsay of anybody's where the text names none: these words and no more."""
    return (
        hit.cue.kind == "org"
        and hit.cue.property == "hearsay"
        and (hit.first, hit.last) == (word.first, word.last)
    )


def _as_office(cue: Cue) -> Cue:
    return replace(cue, pattern=PATTERN, flags=frozenset())
