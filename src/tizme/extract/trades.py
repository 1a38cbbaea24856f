"""Trades that no row names, known by their place and their ending: "a 38-year-old crane operator"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tizme.extract.cues import Cue, Hit, words_of
from tizme.extract.grammar import grammar
from tizme.tables import rows
from tizme.text import Token

LONGEST = 3  # words of a trade
SHORTEST_WORD = 5  # letters of a word known by its ending alone
OLD_WITHIN = 2  # words from an age to the trade behind it
WORKS_WITHIN = 2  # words from "as" to "worked"
PATTERN = "(trade)"  # of the cues made here
_FORMER = frozenset({"former", "retired", "ex", "qualified", "trained", "professional", "unemployed"})
# Words of these kinds say who somebody is in a way of their own.
_TAKEN = frozenset({"occupation", "person", "kin", "group", "rank", "unit", "event", "org", "prison"})


@cache
def _words(lang: str, kind: str) -> frozenset[str]:
    return frozenset(
        word
        for row in rows("extract/trade_endings.csv", "lang", "kind", "words")
        if row["lang"] == lang and row["kind"] == kind
        for word in row["words"].split()
    )


def trade_hits(
    words: Sequence[Token], hits: Sequence[Hit], ages: Sequence[tuple[int, int, str]], lang: str
) -> list[Hit]:
    """Cues for the trades of a sentence: behind an age, or behind a comma or "was" and an article."""
    taken = {i for h in hits if h.cue.kind in _TAKEN for i in words_of(h)}
    aged = {stop for _, stop, _ in ages}
    if grammar(lang).verb_last or not _words(lang, "endings"):
        return [*_worked_as(words, taken, lang), *_by_ending(words, taken, aged, lang)]
    found = []
    for at, token in enumerate(words):
        article = token.low in grammar(lang).indefinite and at > 0
        behind_comma = article and words[at - 1].low == "," and at > 1 and words[at - 2].text[:1].isupper()
        is_one = article and any(h.cue.property == "copula" and h.last == at - 1 for h in hits)
        if token.stop in aged or behind_comma or is_one:
            hit = _trade_from(words, at + 1, taken, lang)
            if hit is not None:
                found.append(hit)
    return found


def _worked_as(words: Sequence[Token], taken: set[int], lang: str) -> list[Hit]:
    """ "pitsachi bo'lib ishlagan", "пиццачы болуп иштеген": the noun before "as" and a verb of working."""
    linking, works = _words(lang, "as"), tuple(_words(lang, "works"))
    found = []
    for at, token in enumerate(words):
        if token.low not in linking or at == 0 or at - 1 in taken:
            continue
        trade = words[at - 1]
        behind = words[at + 1 : at + 1 + WORKS_WITHIN]
        plain = trade.kind == "word" and trade.text == trade.low and len(trade.low) >= SHORTEST_WORD
        if plain and trade.low not in _words(lang, "not") and any(t.low.startswith(works) for t in behind):
            cue = Cue("occupation", PATTERN, trade.low, trade.low, frozenset(), ())
            found.append(Hit(cue, at - 1, at - 1, trade.start, trade.stop))
    return found


def _by_ending(words: Sequence[Token], taken: set[int], aged: set[int], lang: str) -> list[Hit]:
    """ "30 жастағы дәнекерлеуші", "барлаушы болған": behind an age or before "was"."""
    found = []
    for at, token in enumerate(words):
        if token.kind != "word" or at in taken or token.low != token.text:
            continue
        was = at + 1 < len(words) and words[at + 1].low in _words(lang, "was")
        old = any(words[n].stop in aged for n in range(max(0, at - OLD_WITHIN), at))
        in_order = token.low.endswith(tuple(_words(lang, "ordinals")))  # "екінші": a number
        if (was or old) and not in_order and _is_trade(token.low, lang):
            cue = Cue("occupation", PATTERN, token.low, token.low, frozenset(), ())
            found.append(Hit(cue, at, at, token.start, token.stop))
    return found


def _trade_from(words: Sequence[Token], at: int, taken: set[int], lang: str) -> Hit | None:
    while at < len(words) and (words[at].low in _FORMER or words[at].low == "-"):
        at += 1
    last = at
    while (
        last < len(words)
        and last - at < LONGEST
        and words[last].kind == "word"
        and words[last].low == words[last].text
    ):
        if last in taken:
            return None
        if _is_trade(words[last].low, lang):
            value = " ".join(t.low for t in words[at : last + 1])
            cue = Cue("occupation", PATTERN, value, value, frozenset(), ())
            return Hit(cue, at, last, words[at].start, words[last].stop)
        last += 1
    return None


def _is_trade(low: str, lang: str) -> bool:
    """True for a noun of one who does something."""
    if low in _words(lang, "words"):
        return True
    endings = tuple(_words(lang, "endings"))
    return len(low) >= SHORTEST_WORD and low.endswith(endings) and low not in _words(lang, "not")
