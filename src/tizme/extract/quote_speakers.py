"""Who says a quotation: named in a sentence of it, announced before it, or the last one who was quoted.

"... айтат:" at the end of a paragraph says whose the quotation is with which the next one begins.
"""

from __future__ import annotations

from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.colons import rung_up, says_an_i
from tizme.extract.discourse import Discourse
from tizme.extract.going_on import held_as
from tizme.extract.speech import SPEECH_WORDS, speech_quotes
from tizme.extract.spoken import Saying, in_dashes
from tizme.extract.voices import Scope, Voice
from tizme.extract.who import Who

LONG_QUOTE = 12  # words
WHOLE_QUOTE = 6  # words of a quotation that fills its sentences


def of_unsigned_quotes(
    sentence: Sentence,
    spoken: dict[tuple[int, int], Voice],
    last: Voice | None,
    introduced: dict[tuple[int, int], Voice],
    discourse: Discourse,
) -> list[Scope]:
    """A long quotation that nobody signs: the last one quoted, a paper that is announced, or an "I"."""
    found: list[Scope] = []
    for quote in sentence.quotes:
        words = discourse.text[quote[0] : quote[1]].split()
        rung = rung_up(sentence, quote)
        fewest = SPEECH_WORDS if rung else WHOLE_QUOTE if _is_all(sentence, quote) else LONG_QUOTE
        if quote in spoken or len(words) < fewest:
            continue
        says_i = says_an_i(words, discourse)
        who = discourse.focuses[sentence.index]
        voice = last or introduced.get(quote)
        if voice is None and says_i and who is not None and who.role == "subject":
            voice = Voice("self", who.label, who)
            if _told_of_in(quote, who, discourse):
                voice = Voice("relative" if _calls_him_hers(quote, discourse) else "source")
        if voice is not None:
            found += _within(sentence, quote, voice)
    return found


def _told_of_in(quote: tuple[int, int], who: Who, discourse: Discourse) -> bool:
    """ "«Мы с Латиповым были в одном отделении. Погиб он ...»": whom a quotation names does not say it."""
    return any(
        r.form == "name" and r.who is who and quote[0] <= r.start < quote[1]
        for refs in discourse.refs
        for r in refs
    )


def _calls_him_hers(quote: tuple[int, int], discourse: Discourse) -> bool:
    """ "— Балам Нурбек 1996-жылы туулган.": whoever calls him a son, in any of its sentences, is kin."""
    return any(
        r.kin is not None and "victim" in r.kin.cue.flags and quote[0] <= r.start < quote[1]
        for refs in discourse.refs
        for r in refs
    )


def of_letters(sentence: Sentence, introduced: dict[tuple[int, int], Voice]) -> list[Scope]:
    """What stands in a quotation of several sentences whose speaker is introduced before it."""
    found: list[Scope] = []
    for quote, voice in introduced.items():
        if quote[0] < sentence.start or quote[1] > sentence.stop:
            found += _within(sentence, quote, voice)
    return found


def _within(sentence: Sentence, quote: tuple[int, int], voice: Voice) -> list[Scope]:
    """The part of the sentence that stands in a quotation."""
    inside = sentence.tokens_within(*quote)
    return [Scope(inside[0], inside[-1], voice)] if inside else []


def letter_of(
    sentence: Sentence, introduced: dict[tuple[int, int], Voice], discourse: Discourse
) -> Voice | None:
    """Whose letter of several paragraphs the sentence is a part of."""
    return next(
        (v for (a, b), v in introduced.items() if a <= sentence.start < b and "\n" in discourse.text[a:b]),
        None,
    )


def _is_all(sentence: Sentence, quote: tuple[int, int]) -> bool:
    """Whether nothing but the quotation stands in the sentence."""
    return all(quote[0] - 1 <= t.start < quote[1] + 1 for t in sentence.words if t.kind != "mark")


def announced(
    sentences: list[Sentence], sayings: list[list[Saying]], discourse: Discourse
) -> dict[tuple[int, int], Voice]:
    """ "... айтат:" at the end of a paragraph: what the next one quotes is theirs."""
    found: dict[tuple[int, int], Voice] = {}
    for before, sentence in pairwise(sentences):
        said = sayings[before.index]
        if said and discourse.text[: before.stop].rstrip().endswith(":"):
            found |= {quote: said[-1].voice for quote in sentence.quotes if quote[0] == sentence.start}
    return found


def of_quotes(sentence: Sentence, spoken: dict[tuple[int, int], Voice], discourse: Discourse) -> list[Scope]:
    """The parts of the sentence that stand in a quotation whose speaker is known."""
    return [
        Scope(first, last, spoken[quote])
        for quote in sentence.quotes
        if quote in spoken
        for first, last in speech_quotes(sentence, discourse.text)
        if quote[0] <= sentence.words[first].start and sentence.words[last].stop <= quote[1]
    ]


def speakers_of_quotes(
    sentences: list[Sentence], sayings: list[list[Saying]]
) -> dict[tuple[int, int], Voice]:
    """Quotation -> who says it; one that runs over several sentences has its speaker in one of them."""
    return {
        quote: held_as(saying.voice) if saying.voice.kind == "told" else saying.voice
        for sentence, said in zip(sentences, sayings, strict=True)
        for quote in sentence.quotes
        for saying in said
        if not (saying.left_out and (saying.quoted or _nested(sentence, quote)))
        and (not quote[0] < sentence.words[saying.first].start < quote[1] or in_dashes(sentence, saying))
        and any(_meet(sentence, scope, quote) for scope in saying.scopes)
    }


def _nested(sentence: Sentence, quote: tuple[int, int]) -> bool:
    """ "«Ол "аға, мені ұстады" деді», – дейді ағасы": what a speaker quotes is told by the speaker."""
    return any(a <= quote[0] and quote[1] <= b and (a, b) != quote for a, b in sentence.quotes)


def _meet(sentence: Sentence, scope: Scope, quote: tuple[int, int]) -> bool:
    return quote[0] <= sentence.words[scope.first].stop and sentence.words[scope.last].start < quote[1]
