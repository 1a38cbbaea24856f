"""Offices, outlets and bodies that say something: "The brigade says it took him", "повідомили у прокуратурі".

Not one that is only asked, called or told: "An inmate who called our hotline said".
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.bodies_saying import body_says, opens_as_subject
from tizme.extract.courts_saying import court_says, one_says_there, only_hears_it
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.hearers import office_is_told
from tizme.extract.overlaps import meet
from tizme.extract.reach import Candidate, reach
from tizme.extract.spans import widen_left
from tizme.extract.speech import speech_quotes
from tizme.extract.voices import Voice

INSIDE_WITHIN = 4  # tokens from "a source" to the office it is in
CLAUSE_OF = 7  # tokens from "who" to the office of its clause
_OWN = frozenset({"худ", "өз", "ўз", "o'z", "своем", "своей", "своему", "своїй", "своєму", "its", "own"})
# What an office of each kind speaks as: a recruiting office, too, speaks for the state.
_SPEAKS_AS = {
    "official": "official",
    "recruiter": "official",
    "hearsay": "hearsay",
    "press": "press",
    "document": "document",
}


def offices_saying(sentence: Sentence, say: Hit, discourse: Discourse) -> list[Candidate]:
    """Offices, papers and the like that may be the speaker: (cost, voice, first, last)."""
    found = []
    quoted = speech_quotes(sentence, discourse.text)
    for hit in sentence.hits:
        # "the court found that he left in 2021"
        finds = (hit.cue.kind == "court" and not only_hears_it(sentence, hit, say, discourse)) and (
            "that" in say.cue.flags
            or say.cue.property == "finding"
            or court_says(sentence, hit, say, discourse)
        )
        body = body_says(sentence, hit, say, discourse.lang)
        if not (finds or body) and (hit.cue.kind != "org" or hit.cue.property not in _SPEAKS_AS):
            continue
        if any(a < hit.first <= b and not a <= say.first <= b for a, b in quoted):
            continue  # ""Police took us all," he says": they are spoken of
        if office_is_told(sentence, hit, say, discourse) or _of_an_insider(sentence, hit):
            continue
        if _is_its_page(sentence, hit):
            continue
        if _whom_somebody_called(sentence, hit, say, discourse) or _publishes_footage(sentence, hit, say):
            continue
        if hit.cue.kind == "org" and one_says_there(sentence, hit, say, discourse.lang):
            continue
        if say.cue.kind == "say" and ("object" in hit.cue.flags or _only_asked(sentence, hit)):
            continue  # "рассказал он изданию", "ответили на запрос редакции": the paper only hears it
        cost = reach(sentence, say, hit.first, hit.last, discourse.lang)
        if body and opens_as_subject(sentence, hit, say, discourse.lang):
            cost = 0.0  # whoever stands nearer to the verb is told of
        if cost is not None:
            start, stop = widen_left(sentence, hit)
            kind = "official" if finds or body else _SPEAKS_AS[hit.cue.property]
            paper = _paper_of(sentence, hit, discourse.lang)
            stop = paper.stop if paper is not None else stop
            voice = Voice("document" if paper is not None else kind, discourse.text[start:stop])
            found.append(
                (cost, voice, sentence.word_at(start), paper.last if paper is not None else hit.last)
            )
    return found


def _is_its_page(sentence: Sentence, page: Hit) -> bool:
    """ "Раёсати ҷамоат дар саҳифаи худ хабар дод": on its own page the office says it, and no channel."""
    beside = {t.low for t in sentence.words[max(0, page.first - 1) : page.last + 2]}
    return (
        page.cue.property == "hearsay"
        and bool(beside & _OWN)
        and any(
            h.cue.kind == "org" and h.cue.property == "official" and h.last < page.first
            for h in sentence.hits
        )
    )


def _publishes_footage(sentence: Sentence, office: Hit, say: Hit) -> bool:
    """ "Бригада колго түшкөн жигиттин видеосун жарыялады": who is seen there the outlet says."""
    posts = any(is_jargon(h, "publishes") and meet(h, say) for h in sentence.hits)
    return posts and any(
        is_jargon(h, "footage") and office.last < h.first and h.last < say.first for h in sentence.hits
    )


def _only_asked(sentence: Sentence, outlet: Hit) -> bool:
    """ "На запрос редакции в акимате ответили", "в комментарии изданию": whose question is answered."""
    return outlet.cue.property == "press" and any(
        is_jargon(h, "to_outlet") and h.last == outlet.first - 1 for h in sentence.hits
    )


def _whom_somebody_called(sentence: Sentence, office: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "An inmate who called our hotline said": the clause only says whom he called."""
    if discourse.lang != "en" or office.last >= say.first or "after" in say.cue.flags:
        return False
    before = [t.low for t in sentence.words[max(0, office.first - CLAUSE_OF) : office.first]]
    who = max((i for i, low in enumerate(before) if low in {"who", "whom"}), default=-1)
    clause = before[who + 1 :]
    comma = any(t.low == "," for t in sentence.words[office.last + 1 : say.first])
    return who >= 0 and bool(clause) and "," not in clause and not comma


def _of_an_insider(sentence: Sentence, office: Hit) -> bool:
    """ "Джерело в правоохоронних органах стверджує": in an office, and does not speak for it."""
    return any(
        is_jargon(h, "insider")
        and 0 < office.first - h.last <= INSIDE_WITHIN
        and not any(t.kind == "mark" for t in sentence.words[h.last + 1 : office.first])
        for h in sentence.hits
    )


def _paper_of(sentence: Sentence, office: Hit, lang: str) -> Hit | None:
    """ "according to a Defense Ministry notice": the paper, and not the ministry, which only wrote it."""
    return next(
        (
            h
            for h in sentence.hits
            if lang == "en"
            and is_jargon(h, "paper_in")
            and h.first == h.last == office.last + 1
            and not sentence.words[h.first].low.startswith("record")  # "the ministry records him as dead"
        ),
        None,
    )
