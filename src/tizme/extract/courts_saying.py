"""Whether a court says something or is only where it is said: "Суд підтвердив", and "В суде он рассказал"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.speech import that_behind
from tizme.extract.verb_agreement import they_say
from tizme.extract.who import Ref

COURT_BESIDE = 4  # tokens from a court to its verb of saying
_SESSIONS = frozenset({"ҷаласаи", "маҷлиси", "мурофиаи", "толори", "бинои"})  # of a court
_IN = frozenset({"дар"})  # before a place in a language that marks it by no ending
_CASES = frozenset({"ru", "uk"})  # where the case of "court" tells whether it says or hears
_LOCATIVE = ("е", "и", "і")  # of an office as the place where something is said
WHERE_WITHIN = 3  # tokens from "in" to the office
_WHERE = frozenset({"в", "во", "на", "у", "при"})  # before it
_WHEN = frozenset(
    {"ходе", "ході", "время", "рамках", "этапе", "етапі", "стадии", "стадії", "процессе", "процесі"}
)
_ONE_SAYS = ("л", "ла", "лся", "лась", "ет", "ит", "в", "вся", "є", "ить")  # of one person


def court_says(sentence: Sentence, court: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "Соттун айтымында", "Сот Азаматтын кеткенин билдирди", not "сотто айтты", "сот залында деди"."""
    if discourse.lang == "en":
        return _english_court_says(sentence, court, say)
    if discourse.lang in _CASES:  # "за даними суду", "У суді повідомили"; not "сказав суду"
        return say.cue.kind == "according" or not sentence.words[court.last].low.endswith(("у", "ом", "ам"))
    if say.cue.kind == "according" and "after" in say.cue.flags:
        return court.first == say.last + 1  # "тибқи иттилои суд"
    if not discourse.grammar.verb_last:
        return _court_says_that(sentence, court, say)
    if _in_session(sentence, court):
        return True
    if say.cue.kind == "according":
        return court.last + 1 == say.first
    if sentence.words[court.last].low.endswith(discourse.grammar.oblique_endings):
        return False
    behind = sentence.words[court.last + 1 : court.last + 2]
    closes = all(t.kind == "mark" for t in behind)
    if court.first > say.last:
        return closes
    if court.last + 1 == say.first:
        return True
    return court.first <= 1 and any(
        t.kind == "mark" or (t.text[:1].isupper() and not t.low.endswith(discourse.grammar.locative_endings))
        for t in behind
    )


def only_hears_it(sentence: Sentence, court: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "Ӯ дар ҷаласаи суд изҳор дошт": one man says it there; not "дар суд гуфтанд", "дар суд маълум шуд"."""
    if one_says_there(sentence, court, say, discourse.lang):
        return True
    if not discourse.grammar.verb_last or not _in_session(sentence, court):
        return False
    return not (say.first < court.first <= say.last or they_say(sentence, say, discourse.lang))


def one_says_there(sentence: Sentence, office: Hit | Ref, say: Hit, lang: str) -> bool:
    """ "В суде он рассказал, что ...", "говорил на следствии": of one person; not "в суде рассказали"."""
    before = [t.low for t in sentence.words[max(0, office.first - WHERE_WITHIN) : office.first]]
    there = sentence.words[office.last].low.endswith(_LOCATIVE) and any(t in _WHERE for t in before)
    where = lang in _CASES and (there or any(t in _WHEN for t in before))
    return where and say.cue.kind == "say" and sentence.words[say.first].low.endswith(_ONE_SAYS)


def _in_session(sentence: Sentence, court: Hit) -> bool:
    """ "Дар суд", "дар ҷаласаи суд": where it is said."""
    before = [t.low for t in sentence.words[max(0, court.first - 2) : court.first]]
    return before[-1:] != [] and (before[-1] in _IN or (before[0] in _IN and before[-1] in _SESSIONS))


def _english_court_says(sentence: Sentence, court: Hit, say: Hit) -> bool:
    """ "The court said", "according to the court"; not "he told the court"."""
    if "after" in say.cue.flags:
        return 0 < court.first - say.last <= COURT_BESIDE
    if say.cue.kind == "according" and say.first <= court.first <= say.last:
        return True  # "as the court has it"
    between = sentence.words[court.last + 1 : say.first]
    return court.last < say.first and len(between) <= COURT_BESIDE and all(t.kind == "word" for t in between)


def _court_says_that(sentence: Sentence, court: Hit, say: Hit) -> bool:
    """ "Суд подтвердил, что", "в сообщении суда говорится, что": the court beside the verb."""
    beside = court.last + 1 == say.first or say.first <= court.first <= say.last
    return beside and that_behind(sentence, say) is not None
