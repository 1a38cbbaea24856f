"""Somebody tells of themselves: "by his own account", "ба гуфтаи худаш", "o'zining aytishicha".

No name and no pronoun stands there: it is whoever spoke last in the paragraph, whom the paragraph began with,
or the one the text is about.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of, of_any_language
from tizme.extract.spoken import OPENS, TELLERS, Saying, as_saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

_GO_ON = TELLERS | {"self"}


def by_own_account(
    sentence: Sentence, say: Hit, last: Voice | None, teller: Voice | None, discourse: Discourse
) -> Saying | None:
    """The saying at words for somebody's own account, or None where the verb stands in no such words."""
    own = next(
        (
            h
            for h in sentence.hits
            if is_jargon(h, "own_account") and h.first <= say.first and say.last <= h.last
        ),
        None,
    )
    if own is None or sentence.in_quote(own.start):
        return None
    voice = _who(sentence, last, teller, discourse)
    return as_saying(sentence, say, (own.first, own.last), voice, discourse) if voice is not None else None


def on_film(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """ "На видео говорит, что подписал контракт", "Videoda imzolaganini aytadi": whom the video shows."""
    who = discourse.focuses[sentence.index]
    if say.cue.kind != "say" or who is None or who.role != "subject" or who.group:
        return None
    if sentence.in_quote(say.start) or any(r.last < say.first for r in refs):
        return None
    many = sentence.words[say.last].low.endswith(endings_of(discourse.lang, "they_say_endings"))
    if many or not any(_shown_in(sentence, h, say, discourse) for h in sentence.hits):
        return None
    return as_saying(sentence, say, None, Voice("self", who.label, who), discourse)


def _shown_in(sentence: Sentence, film: Hit, say: Hit, discourse: Discourse) -> bool:
    """A video in the case of a place, or behind "on", with which the sentence begins."""
    if not is_jargon(film, "footage") or film.first > OPENS or film.last >= say.first:
        return False
    if discourse.grammar.locative_endings:
        return sentence.words[film.last].low.endswith(discourse.grammar.locative_endings)
    before = {t.low for t in sentence.words[: film.first]}
    return bool(before & (of_any_language("in_words") | {"на", "on"}))


def _who(sentence: Sentence, last: Voice | None, teller: Voice | None, discourse: Discourse) -> Voice | None:
    if last is not None and last.kind in _GO_ON:
        return last
    if teller is not None and teller.kind in TELLERS:
        return teller
    who = discourse.focuses[sentence.index]
    if who is None or who.role != "subject" or who.group:
        return None
    return Voice("self", who.label, who)
