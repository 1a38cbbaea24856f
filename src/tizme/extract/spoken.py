"""What somebody says in a sentence: which words are theirs, and whether the text goes on in their voice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.speech import bracket_before, content_of, speech_quotes
from tizme.extract.voices import Scope, Voice

OPENS = 2  # tokens among which "according to" opens a sentence
TELLERS = frozenset({"official", "relative", "source"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something.

    Attributes:
        speaker, verb: First and last token of the speaker, where they are named, and of the verb.
        scopes: The words that are theirs.
        holds: Whether the sentences behind go on in this voice.
        closes_entry: Stands at the end of an entry of a list and speaks for all of it.
        left_out: Nobody is named as the speaker; it counts only inside a relative's words.
        quoted: Of those the ones that only a quotation beside the verb vouches for.
        once: Whoever told before does not go on behind it either: the outlet does.
    """

    voice: Voice
    speaker: tuple[int, int] | None
    verb: tuple[int, int]
    scopes: tuple[Scope, ...]
    holds: bool
    closes_entry: bool = False
    once: bool = False
    left_out: bool = False
    quoted: bool = False

    @property
    def first(self) -> int:
        """Where the speaker and the verb begin."""
        return min(self.verb[0], self.speaker[0]) if self.speaker else self.verb[0]


def as_saying(
    sentence: Sentence, say: Hit, speaker: tuple[int, int] | None, voice: Voice, discourse: Discourse
) -> Saying:
    """What stands at a verb of saying as the words of this voice, within what the sentence gives it."""
    ranges = _within_quotation(
        sentence, say, speaker, content_of(sentence, say, speaker, discourse), discourse
    )
    in_brackets = bracket_before(sentence, min(say.first, speaker[0] if speaker else say.first)) is not None
    closes = sentence.entry is not None and not in_brackets and say.cue.kind == "according"
    last = max(say.last, speaker[1] if speaker else say.last)
    # "Жив? - по словам однополчан, в плену": they say only that
    closes = closes and not any(t.kind == "word" for t in sentence.words[last + 1 :])
    scopes = tuple(Scope(a, b, voice) for a, b in ranges if a <= b)
    opens = min(say.first, speaker[0] if speaker else say.first) <= OPENS
    # "..., according to a cellmate.": of this sentence alone; a release goes on
    trailing = _is_according(sentence, say) and not opens and "release" not in say.cue.flags
    in_clause = say.cue.kind == "according" and any(
        sentence.words[a].low in discourse.grammar.relative_words for a, _ in ranges[:1]
    )
    holds = not in_brackets and not in_clause and not trailing and not _in_whole_quotation(sentence, say)
    return Saying(
        voice, speaker, (say.first, say.last), scopes, holds=holds,
        closes_entry=closes and bool(scopes),
    )  # fmt: skip


def _in_whole_quotation(sentence: Sentence, say: Hit) -> bool:
    """ ""An officer said: sign."": whoever is quoted passes it on, and ends with the quotation."""
    return any(
        a <= sentence.words[say.first].start < b and a <= sentence.start + 1 and b <= sentence.stop + 1
        for a, b in sentence.quotes
    )


def _within_quotation(
    sentence: Sentence,
    say: Hit,
    speaker: tuple[int, int] | None,
    ranges: list[tuple[int, int]],
    discourse: Discourse,
) -> list[tuple[int, int]]:
    """ "Akasining aytishicha, u tirik: «Bir ayol uni yarador dedi»": of the woman's no word outside."""
    whole = (min(say.first, speaker[0]), max(say.last, speaker[1])) if speaker else (say.first, say.last)
    for a, b in speech_quotes(sentence, discourse.text):
        if a <= whole[0] and whole[1] <= b:
            return [(max(a, first), min(b, last)) for first, last in ranges if first <= b and a <= last]
    return ranges


def spoken_in_voice(sentence: Sentence, say: Hit, voice: Voice, discourse: Discourse) -> Saying:
    """What stands at a verb of saying as the words of somebody whom it does not name; the outlet goes on."""
    return replace(as_saying(sentence, say, None, voice, discourse), holds=False)


def _is_according(sentence: Sentence, say: Hit) -> bool:
    return (
        say.cue.kind == "according"
        or "after" in say.cue.flags
        or sentence.words[say.first].low == "according"
    )


def in_dashes(sentence: Sentence, saying: Saying) -> bool:
    """ "«Мен у ерда эдим, — дея сўз бошлади у. — ...»": between dashes the outlet says who is quoted."""
    last = max(saying.verb[1], saying.speaker[1] if saying.speaker else 0)
    before = sentence.words[max(0, saying.first - 2) : saying.first]
    behind = sentence.words[last + 1 : last + 3]
    return any(t.low == "-" for t in before) and any(t.low == "-" for t in behind)
