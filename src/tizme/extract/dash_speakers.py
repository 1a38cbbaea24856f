"""Who says what stands before a dash, a comma or "as", whatever verb stands there.

"«Він загинув», — витирає сльози мати", "Он погиб, вздыхает его брат": a Slavic press text signs a quotation
behind a dash with any verb, of weeping as of saying, so no table holds them all.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import is_object
from tizme.extract.own_words import stands_oblique
from tizme.extract.spoken import TELLERS
from tizme.extract.who import Ref

WITH_DASHES = frozenset({"ru", "uk"})
SIGNED_WITHIN = 8  # tokens from a dash to the end of the words that say whose the quotation is
ADVERBS = 4  # words between the dash and the verb: "крізь сльози", "з гіркотою", "його мати"
CLOSES_WITHIN = 9  # tokens from a comma to the end of a sentence in "..., зазначає його мати Гульнара."
_ENDS_SPEECH = frozenset({",", "!", "?", "...", "…", '"'})
_STOPS = frozenset({".", "-", ",", ":", ";", '"', "(", "!", "?", "…", "..."})
_SPEAKS = frozenset({"say", "according", "org", "court"})
_SIGNS = Cue("say", "(behind a dash)", "", "", frozenset({"that"}), ())


def signs_what_is_said(sentence: Sentence, say: Hit) -> bool:
    """True of a verb behind a dash, behind "as" or "of this", or in a last clause that tells nothing else."""
    words, before = sentence.words, say.first - 1
    if any(is_jargon(h, "of_this") and h.last < say.first for h in sentence.hits):
        return True
    if before < 0:
        return False
    if _behind_a_dash(sentence, say.first):
        return True
    if any(is_jargon(h, "as") and h.last == before for h in sentence.hits):
        return True
    rest = words[say.last + 1 :]
    closes = words[before].low == "," and 1 < len(rest) <= CLOSES_WITHIN
    return closes and not any(t.low in _STOPS for t in rest[:-1]) and not _tells(sentence, say.last + 1)


def _behind_a_dash(sentence: Sentence, first: int) -> bool:
    """ "«...», — каже мати", "«...», — крізь сльози пригадує мати"."""
    words = sentence.words
    for at in range(first - 1, max(0, first - ADVERBS - 2), -1):
        if words[at].low == "-":
            return words[at - 1].low in _ENDS_SPEECH
        if words[at].kind != "word":
            return False
    return False


def _tells(sentence: Sentence, first: int, stop: int | None = None) -> bool:
    last = len(sentence.words) if stop is None else stop
    return any(h.cue.kind == "event" and first <= h.first < last for h in sentence.hits)


def signed_behind_dashes(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Hit]:
    """Behind each dash that ends what is quoted: the verb, of no table, where a teller stands beside."""
    if discourse.lang not in WITH_DASHES and not discourse.grammar.verb_last:
        return []
    words, found = sentence.words, []
    opens = bool(words) and words[0].low == "-"
    for at in range(1, len(words) - 1):
        if words[at].low != "-" or words[at - 1].low not in _ENDS_SPEECH:
            continue
        near = range(at + 1, min(len(words), at + SIGNED_WITHIN + 1))
        stop = next((i for i in near if words[i].low in _STOPS), len(words))
        if stop not in near or not (opens or _quoted_before(sentence, at)):
            continue
        tellers = [r for r in refs if at < r.first and r.last < stop and _may_sign(sentence, r, discourse)]
        if not tellers or _said_otherwise(sentence, at, stop) or _tells(sentence, at, stop):
            continue
        verb = next((i for i in range(at + 1, stop) if not _of_a_mention(refs, i)), None)
        if verb is not None:
            start, end = words[verb].start, words[verb].stop
            found.append(Hit(_SIGNS, verb, verb, start, end))
    return found


def _quoted_before(sentence: Sentence, dash: int) -> bool:
    """Whether a quotation ends right before a dash, or is cut by it."""
    at = sentence.words[dash].start
    inside = sentence.in_quote(at)
    return inside or any(0 <= at - stop <= QUOTE_END for _, stop in sentence.quotes)


QUOTE_END = 4  # characters from the end of a quotation to the dash: its mark, a comma and a blank


def _may_sign(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    if ref.who.role not in TELLERS or is_object(sentence, ref, discourse):
        return False
    return not stands_oblique(sentence, ref, discourse.lang)


def _said_otherwise(sentence: Sentence, dash: int, stop: int) -> bool:
    """Where a verb of saying, an office or a paper stands there, it is read as such."""
    return any(
        dash < h.first < stop
        and (h.cue.kind in _SPEAKS or (h.cue.kind == "jargon" and h.cue.property in {"written", "paper_in"}))
        for h in sentence.hits
    )


def _of_a_mention(refs: list[Ref], at: int) -> bool:
    return any(r.first <= at <= r.last for r in refs)
