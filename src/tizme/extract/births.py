"""Days of birth: a date beside "г. р." and its like, or the first date of an entry of a list."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.entry_fields import alone_in_field
from tizme.extract.listed import before_events, opens_as_card
from tizme.extract.who import Who
from tizme.model import DateMatch

EARLIEST, LATEST = 1930, 2012  # years of birth of those who can be at war
YEARS_OF_A_LIFE = 14  # from one date to the other in a card
# "3-юми август" in a list of the dead is no birthday: those are written with their year.
_HAS_YEAR = re.compile(r"\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}")
BESIDE_NAME = 3  # tokens from a name to the day of birth behind it
BEHIND, BEFORE = 2, 6  # tokens behind and before a date within which "born" belongs to it


def birth_drafts(sentence: Sentence, discourse: Discourse) -> list[Draft]:
    """A day of birth for the one in focus; it is then no date of any event."""
    who = discourse.focus
    if who is None:
        return []
    named_here = any(r.who is who and r.form == "name" for r in discourse.refs[sentence.index])
    drafts = []
    for date in sentence.dates:
        life = _life(date.edtf)
        if life is not None and who.named:
            sentence.origins.add(date.start)
            first, last = life
            drafts += [
                Draft(who, "birth_date", first, date.start, date.stop, sentence.index),
                Draft(who, "died.date", last, date.start, date.stop, sentence.index, weak=True),
                Draft(who, "died", "true", date.start, date.stop, sentence.index, weak=True),
            ]
            continue
        if date.edtf[:4].isdigit() and int(date.edtf[:4]) > LATEST:
            continue  # "1991 р.н. Полонений 11.10.2024": nobody told of here was born so late
        written = discourse.text[date.start : date.stop]
        entered = sentence.entry is not None and named_here and _HAS_YEAR.search(written) is not None
        entered = entered or (date is sentence.dates[0] and opens_as_card(sentence, discourse))
        if entered and before_events(sentence, date.stop):
            stop = date.stop
        else:
            born = _born_beside(sentence, date, discourse)
            in_brackets = _in_brackets_behind(sentence, date, discourse)
            if born is None and in_brackets is None:
                continue
            stop = max(date.stop, born.stop) if born is not None else date.stop
            if in_brackets is not None:
                who = in_brackets
        sentence.origins.add(date.start)
        bearer = _named_beside(sentence, date, discourse) or _noun_behind(sentence, stop, discourse) or who
        drafts.append(Draft(bearer, "birth_date", date.edtf, date.start, stop, sentence.index))
    for start, stop, value in sentence.counts():
        at = sentence.word_at(start)
        dated = any(d.start <= start < d.stop for d in sentence.dates)
        born = next(
            (
                h
                for h in sentence.hits
                if h.cue.property == "born"
                and (0 < at - h.last <= BEHIND or (not dated and 0 < h.first - at <= BEHIND))
            ),
            None,
        )
        alone = sentence.entry is not None and named_here and alone_in_field(sentence, at)
        if (born is not None or alone) and EARLIEST <= value <= LATEST:
            drafts.append(Draft(who, "birth_date", str(int(value)), start, stop, sentence.index))
    return drafts


def _named_beside(sentence: Sentence, date: DateMatch, discourse: Discourse) -> Who | None:
    """ "Жамшид Турсунов, 1996 года рождения, и Отабек ...": the name right before is the one born."""
    at = sentence.word_at(date.start)
    names = [r for r in discourse.refs[sentence.index] if r.form == "name" and r.who.role == "subject"]
    beside = [r for r in names if 0 < at - r.last <= BESIDE_NAME]
    return beside[-1].who if beside and len(names) > 1 and discourse.lang in {"ru", "uk", "en"} else None


def _in_brackets_behind(sentence: Sentence, date: DateMatch, discourse: Discourse) -> Who | None:
    """ "Yo'ldoshev Nodirbek (2001-yil 14-iyul)": whose name stands right before a day alone in brackets."""
    first, last = sentence.word_at(date.start), sentence.word_at(date.stop - 1)
    around = sentence.words[max(0, first - 1) : first] + sentence.words[last + 1 : last + 2]
    if [t.low for t in around] != ["(", ")"] or not date.edtf[:4].isdigit():
        return None
    names = (r.who for r in discourse.refs[sentence.index] if r.form == "name" and r.last == first - 2)
    return next((who for who in names if int(date.edtf[:4]) >= EARLIEST), None)


def _noun_behind(sentence: Sentence, stop: int, discourse: Discourse) -> Who | None:
    """ "1992 йилда туғилган бошқа киши": where the verb stands last, of whom the noun right behind speaks."""
    if not discourse.grammar.verb_last or discourse.grammar.owner_behind:
        return None
    at = sentence.word_at(stop - 1) + 1
    another = at < len(sentence.words) and sentence.words[at].low in discourse.grammar.another
    nouns = (
        r.who
        for r in discourse.refs[sentence.index]
        if r.form == "nominal"
        and r.kin is None
        and r.first <= at + 1 <= r.last + 1
        and r.who.role == "subject"
    )
    return next(nouns, None) if another else None


def _life(edtf: str) -> tuple[str, str] | None:
    """(day of birth, day of death) of "12.05.1985 - 21.02.2023": longer than any contract or sentence."""
    first, slash, last = edtf.partition("/")
    if not slash or not (first[:4].isdigit() and last[:4].isdigit()):
        return None
    return (first, last) if int(last[:4]) - int(first[:4]) >= YEARS_OF_A_LIFE else None


def _born_beside(sentence: Sentence, date: DateMatch, discourse: Discourse) -> Hit | None:
    """The word for "born" that belongs to a date; in a verb-last language it stands behind the date."""
    at = sentence.word_at(date.stop - 1)
    for hit in sentence.hits:
        near = -BEFORE <= hit.first - at <= BEHIND and hit.last >= at - BEFORE
        behind = hit.last >= at or discourse.grammar.owner_behind
        if is_jargon(hit, "born") and near and behind:
            return hit
    return None
