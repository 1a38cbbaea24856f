"""Who says something in a sentence, and which of its words are theirs: "He left in May, his mother said"."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.by_its_data import by_its_data
from tizme.extract.cues import Hit
from tizme.extract.dash_speakers import signed_behind_dashes
from tizme.extract.described import described_speaker
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import of_any_language
from tizme.extract.named_in_quotes import quotes_of_another
from tizme.extract.own_account import by_own_account, on_film
from tizme.extract.pronoun_speakers import PRONOUNS_SPEAK, an_it, is_the_man, tells_on, whom_a_pronoun_means
from tizme.extract.saying_at_verb import SAYS_ONCE, saying_at
from tizme.extract.speech import speech_quotes
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.unnamed_speakers import (
    by_one_just_named,
    by_one_who_goes_on,
    by_whoever_told,
    in_passing,
    in_their_words,
)
from tizme.extract.voices import PRESS, Scope, Voice
from tizme.extract.who import Ref
from tizme.extract.words_of_saying import (
    QUOTE_MARKS,
    in_commas,
    is_of_an_event,
    only_names,
    says_of,
    says_so,
    says_that,
    the_writer_said,
    we_say,
)

_PARTICIPLES = ("gan", "ган", "ген", "ған")  # of "said", before what is called so


def find_sayings(
    sentence: Sentence,
    refs: list[Ref],
    discourse: Discourse,
    last: Voice | None = None,
    teller: Voice | None = None,
    spoke: Voice | None = None,
    office: Voice | None = None,
) -> list[Saying]:
    """Every saying of a sentence, in order.

    Args:
        last: Who spoke last in the paragraph: "he said" may be the neighbour who was just quoted.
        teller: Whom a pronoun for the speaker may mean in a language without gender, or behind a
            quotation that names the man whom it would mean.
        spoke: Who spoke last in the text, outside quotations.
        office: The one office of the sentence before, in the same paragraph.
    """
    told = _events_told(sentence)
    found: dict[tuple[int, int] | None, Saying] = {}
    for say in (*says_of(sentence, discourse), *signed_behind_dashes(sentence, refs, discourse)):
        if only_names(sentence, say, refs, discourse) or we_say(sentence, say, discourse):
            continue
        if the_writer_said(sentence, say):
            own = (Scope(0, say.last, PRESS),)
            found[say.first, say.last] = Saying(PRESS, None, (say.first, say.last), own, holds=False)
            continue
        of_event = any(is_of_an_event(sentence, e, say) for e in told)
        of_event = of_event and not says_that(sentence, say, discourse)
        of_event = of_event and not says_so(sentence, say, discourse)
        if of_event and not in_commas(sentence, say):
            continue
        described = an_it(sentence, say, spoke, discourse) or described_speaker(
            sentence, say, refs, last, discourse
        )
        if described is not None:
            found[described[1]] = as_saying(sentence, say, described[1], described[0], discourse)
            continue
        saying = (
            by_own_account(sentence, say, last, teller, discourse)
            or on_film(sentence, say, refs, discourse)
            or by_its_data(sentence, say, last, office, discourse)
        )
        if saying is not None:
            found[saying.speaker or saying.verb] = saying
            continue
        saying = by_one_just_named(sentence, say, last, discourse)
        saying = saying or saying_at(sentence, say, refs, discourse)
        saying = saying or in_their_words(sentence, say, teller, discourse)
        saying = saying or by_whoever_told(sentence, say, last, teller, discourse)
        if saying is None or saying.left_out:
            saying = (
                by_one_who_goes_on(sentence, say, last, discourse)
                or in_passing(sentence, say, last or tells_on(sentence, spoke, discourse), discourse)
                or saying
            )
        if saying is None:
            continue
        told_by = teller if discourse.grammar.verb_last else None
        voice = whom_a_pronoun_means(sentence, saying, refs, last, told_by, discourse)
        if voice is None and teller is not None and quotes_of_another(sentence, saying, teller, discourse):
            voice = teller
        if spoke is not None and is_the_man(sentence, saying, refs, spoke, discourse):
            voice = spoke
        if voice is not None:
            saying = replace(
                saying,
                voice=voice,
                scopes=tuple(Scope(s.first, s.last, voice) for s in saying.scopes),
                holds=voice.kind not in SAYS_ONCE,
            )
        saying = _how_far(sentence, say, saying, refs, discourse)
        key = saying.speaker or saying.verb
        found[key] = _with_what_was_said_before(found.get(key), saying)
    return list(found.values())


def _events_told(sentence: Sentence) -> list[Hit]:
    """The events whose own words may be words of saying, too: "reported missing"."""
    return [
        h
        for h in sentence.hits
        if h.cue.kind == "event"
        and h.cue.property != "death_reported"
        and h.cue.value != "deceived"  # "told he would guard a warehouse" is still said by somebody
        and not (h.cue.property == "seen_alive" and "weak" in h.cue.flags)
        and not ("amount" in h.cue.flags and not sentence.money)  # "claimed": a sum, or a saying
    ]


def _how_far(sentence: Sentence, say: Hit, saying: Saying, refs: list[Ref], discourse: Discourse) -> Saying:
    """The saying with the words that are said, and held on to no longer than it holds."""
    if _only_tells_of_him(sentence, saying, refs, discourse):
        saying = replace(saying, holds=False, once=True)
    return _of_quotation_alone(sentence, say, saying, discourse)


def _only_tells_of_him(sentence: Sentence, saying: Saying, refs: list[Ref], discourse: Discourse) -> bool:
    """ "«Это Жава, он у нас учился», — написала Мадина К.": named only to say so, of one told of before."""
    who, about = saying.voice.who, discourse.first_subject()
    if saying.voice.kind != "self" or discourse.lang not in PRONOUNS_SPEAK:
        return False
    if about is None or about is who:
        return False
    named = any(r.new and r.who is who and (r.first, r.last) == saying.speaker for r in refs)
    inside = [t.low for s in saying.scopes for t in sentence.words[s.first : s.last + 1]]
    return named and bool(sentence.quotes) and not discourse.grammar.singular_first & set(inside)


def _of_quotation_alone(sentence: Sentence, say: Hit, saying: Saying, discourse: Discourse) -> Saying:
    """ "Tergovchi “yo qamoq, yo front” degan tanlov qo'ydi": what a noun behind "degan" is called is said.

    The rest of the sentence tells of it, and so do the sentences behind.
    """
    words, rules = sentence.words, discourse.grammar
    behind = words[say.last + 1 : say.last + 2]
    if not rules.verb_last or not behind or behind[0].kind != "word" or say.first == 0:
        return saying
    called = words[say.first].low in rules.said_words and words[say.last].low.endswith(_PARTICIPLES)
    if not called or words[say.first - 1].low == "-" or behind[0].low in of_any_language("we_had_words"):
        return saying
    quotes = [(a, b) for a, b in speech_quotes(sentence, discourse.text) if 0 < say.first - b <= QUOTE_MARKS]
    if not quotes:
        return saying
    return replace(saying, scopes=(Scope(*quotes[-1], saying.voice),), holds=False)


def _with_what_was_said_before(earlier: Saying | None, saying: Saying) -> Saying:
    """ "He identified the man as Shuhrat Avezov, 41, and said he was buried": both are his words."""
    if earlier is None or earlier.voice != saying.voice or earlier.verb[1] >= saying.verb[0]:
        return saying
    before = (s for s in earlier.scopes if s.first > earlier.verb[1])
    kept = [Scope(s.first, min(s.last, saying.verb[0] - 1), s.voice) for s in before]
    return replace(saying, scopes=(*(s for s in kept if s.first <= s.last), *saying.scopes))
