"""A death that the text itself refutes: it was reported, and then the man calls, comes home or is found.

Only what was told is taken back: hearsay, a report, a doubt. What the outlet, an office or a paper says
in its own voice stands, and so does every death behind which the text goes on to a body or a grave.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tizme.extract.alive_after import deny_deaths_before_signs_of_life
from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.draft import Draft, Settled
from tizme.extract.voices import Voices
from tizme.extract.who import Who

_HERE_AGAIN = frozenset({"seen_alive", "returned"})
_ALIVE = _HERE_AGAIN | {"exchanged"}
_LIVES = _ALIVE | {"captured"}
REMAINS = frozenset({"buried", "body_repatriated", "body_identified", "body_found", "grave_found"})
# Remains that were taken for his.
_ANOTHERS = frozenset({"buried", "body_repatriated"})
TOLD_ITSELF = frozenset({"press", "official", "document", "direct"})  # evidence of what nobody only heard of
_YEAR_TO_DAY = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")  # the part of an EDTF day that is no season
_OUTSIDE_PAPERS = frozenset({"press", "official"})
_PLAIN = frozenset({"press", "official", "document"})
_WE = frozenset({"we", "us", "our", "мы", "нам", "нас", "наш", "нашу", "нашей", "нашего", "ми", "нашої"})
_HAD, HAD_WITHIN = frozenset({"had"}), 2  # tokens from "had" to "told"
SAYS_NOW = 2  # sentences with "he says" that make somebody one who sits before the reporter
_UNBELIEVED = frozenset({"relative"})  # a family that does not believe it refutes nothing


def take_back_reported_deaths(drafts: list[Draft]) -> None:
    """ "... was reported dead in August, called his parents last week": the report was wrong."""
    alive = {
        (d.who.id, d.start) for d in drafts if d.property in _HERE_AGAIN and _is_true(d) and not d.hearsay
    }
    for draft in drafts:
        reported = draft.property == "died" and draft.hearsay and draft.polarity == "affirmed"
        if reported and any(who == draft.who.id and at > draft.start for who, at in alive):
            draft.value, draft.polarity = "false", "denied"


def take_back_refuted_deaths(
    settled: Sequence[Settled], sentences: Sequence[Sentence], voices: Sequence[Voices]
) -> None:
    """Deny the reported deaths of those who are alive further on in the text."""
    against = _alive_against_reports(settled)
    lives = _says_he_lives(settled, sentences)
    for draft, evidence, _ in settled:
        if draft.property != "died" or draft.value != "true" or draft.polarity == "denied":
            continue
        if draft.who.id in against:
            draft.value, draft.polarity = "false", "denied"
            continue
        told = draft.hearsay or evidence == "hearsay" or draft.polarity == "uncertain"
        # "Паблики розіслали: «Ліквідовано ...»": what is quoted is not the outlet's, whoever said it
        told = told or (evidence == "press" and sentences[draft.sentence].in_quote(draft.start))
        if evidence == "document" and not told and _notice_was_wrong(draft, settled, sentences):
            draft.value, draft.polarity = "false", "denied"
        if not told:
            continue
        if _speaks_now(draft.who, sentences, voices) or _met_by_us(draft.who, settled, sentences):
            draft.value, draft.polarity = "false", "denied"
            continue
        sign = _sign_of_life(draft, settled, sentences, voices)
        if sign is None:
            sign = _died_in_his_stead(draft, settled)
        sign = sign if sign is not None else _on_a_later_day(draft, settled)
        sign = sign if sign is not None else _lives_since(draft, settled, sentences)
        if sign is None:
            continue
        himself = draft.who.id in lives
        tells = any(_says_i(s, v, draft.who) for s, v in zip(sentences, voices, strict=True))
        if not _dead_all_the_same(sign, draft.who, settled, himself=himself, tells=tells):
            draft.value, draft.polarity = "false", "denied"
            if himself:
                _doubt_remains(draft.who, settled)


def _says_he_lives(settled: Sequence[Settled], sentences: Sequence[Sentence]) -> set[str]:
    """Ids of those of whom the text tells that they called, and quotes, in its heading too, "I am alive"."""
    said = [
        s for s in sentences for h in s.hits if is_jargon(h, "i_live")
    ]  # fmt: skip
    return {d.who.id for d, _, _ in settled if said and d.property == "seen_alive" and _is_true(d)}


def _doubt_remains(who: Who, settled: Sequence[Settled]) -> None:
    """Of one who says that he is alive another was buried or brought home."""
    for draft, _, _ in settled:
        root = draft.property.split(".")[0]
        if draft.who is who and root in REMAINS and draft.polarity == "affirmed":
            draft.polarity = "uncertain"


def _alive_against_reports(settled: Sequence[Settled]) -> set[str]:
    """Ids of those of whom one sentence says that their death was reported and that they are alive.

    "A man whose death was announced last autumn is alive": the coffin and the certificate that the text goes
    on to were somebody else's. Not where the text's own voice says further on that he died after all.
    """
    reported = {
        (d.who.id, d.sentence)
        for d, _, _ in settled
        if d.property.startswith("death_reported") or denies_death(d)
    }
    alive = {
        d.who.id
        for d, evidence, _ in settled
        if d.property == "seen_alive" and _is_true(d) and evidence in TOLD_ITSELF
        and (d.who.id, d.sentence) in reported
    }  # fmt: skip
    later = {
        d.who.id for d, evidence, _ in settled if d.property == "died" and _is_true(d) and evidence == "press"
    }
    return alive - later


def denies_death(draft: Draft) -> bool:
    """ "He did not die"; over a text that goes on to the notice of his death too."""
    return draft.property == "died" and draft.polarity == "denied"


def _died_in_his_stead(death: Draft, settled: Sequence[Settled]) -> int | None:
    """ "The dead man was another Sherali": where a namesake's death is told behind the report of his."""
    return next(
        (
            d.start
            for d, _, _ in settled
            if d.property == "died" and _is_true(d) and d.who.namesake is death.who and d.start > death.start
        ),
        None,
    )


def deny_what_hangs_on_refuted_deaths(settled: Sequence[Settled]) -> None:
    """Of one who is not dead the day and place of his death were only told, too; his grave is another's."""
    deny_deaths_before_signs_of_life(settled)
    deaths: dict[str, set[str]] = {}
    for draft, _, _ in settled:
        if draft.property == "died":
            deaths.setdefault(draft.who.id, set()).add(draft.polarity)
    refuted = {who for who, told in deaths.items() if told == {"denied"}}
    lives = refuted & _surely_alive(settled)
    for draft, _, _ in settled:
        of_death = draft.property.startswith("died.") and draft.polarity == "affirmed"
        if of_death and draft.who.id in refuted:
            draft.polarity = "uncertain"
        root, _, part = draft.property.partition(".")
        if root in _ANOTHERS and draft.who.id in lives and draft.polarity != "denied":
            draft.polarity = "uncertain" if part else "denied"
            draft.value = draft.value if part else "false"


def _surely_alive(settled: Sequence[Settled]) -> set[str]:
    """Ids of those who live or are held as the outlet or an office says, or as they tell themselves."""
    return {
        draft.who.id
        for draft, evidence, speakers in settled
        if draft.property in _LIVES
        and _is_true(draft)
        and (evidence in _OUTSIDE_PAPERS or (evidence == "direct" and draft.who.label in speakers[:1]))
    }


def _sign_of_life(
    death: Draft, settled: Sequence[Settled], sentences: Sequence[Sentence], voices: Sequence[Voices]
) -> int | None:
    """Where the text shows, behind a reported death, that he lives; None where it does not."""
    who = death.who
    for draft, evidence, _ in settled:
        if draft.who is not who or evidence == "hearsay":
            continue
        if draft.property == "died" and draft.polarity == "denied" and evidence in _OUTSIDE_PAPERS:
            return draft.start  # "whom his family believed dead", wherever the outlet says so
        above = sentences[draft.sentence].heading and draft.property == "seen_alive"
        if draft.start <= death.start and not above:
            continue
        if _shows_alive(draft) and not _told_of_before(draft, death, settled):
            return draft.start
        believed = voices[draft.sentence].base.kind not in _UNBELIEVED and evidence in TOLD_ITSELF
        if draft.property == "died" and draft.polarity == "denied" and believed:
            return draft.start
    # The words of a dead man are quoted too, from his last messages; those of a prisoner are not.
    taken = [d.start for d, _, _ in settled if d.who is who and _is_true(d) and d.property == "captured"]
    speaks = bool(taken) and any(
        _says_i(sentence, here, who)
        for sentence, here in zip(sentences, voices, strict=True)
        if sentence.index > death.sentence
    )
    return min(taken) if speaks else None


def _is_true(draft: Draft) -> bool:
    return draft.value == "true" and draft.polarity == "affirmed"


def _shows_alive(draft: Draft) -> bool:
    return draft.property in _ALIVE and _is_true(draft)


def _speaks_now(who: Who, sentences: Sequence[Sentence], voices: Sequence[Voices]) -> bool:
    """ "..., says Bakyt. ... Bakyt recalls.": who is quoted so, time and again, sits before the reporter.

    What a dead man wrote or said in a video is told in the past, or once. So does he who answers questions.
    """
    asked = any(
        s.turn == "answer" and here.base.kind == "self" and here.base.who is who
        for s, here in zip(sentences, voices, strict=True)
    )
    if asked:
        return True
    told = sum(
        s.says_unquoted("says_now")
        and any(scope.voice.kind == "self" and scope.voice.who is who for scope in here.scopes)
        for s, here in zip(sentences, voices, strict=True)
    )
    return told >= SAYS_NOW


def _met_by_us(who: Who, settled: Sequence[Settled], sentences: Sequence[Sentence]) -> bool:
    """ "We met him in a camp", "he walked into our office": whoever writes has seen him himself."""
    return any(
        d.who is who
        and d.property == "seen_alive"
        and _is_true(d)
        and evidence == "press"
        and any(
            t.low in _WE and not sentences[d.sentence].in_quote(t.start) for t in sentences[d.sentence].words
        )
        for d, evidence, _ in settled
    )


def _says_i(sentence: Sentence, voices: Voices, who: Who) -> bool:
    """Whether he says "I" in words of his own."""
    said = [h.first for h in sentence.hits if h.cue.kind == "mark" and h.cue.property == "i"]
    spoken = [voices.at(token) for token in said]
    return any(voice.kind == "self" and voice.who is who and not voice.chain for voice in spoken)


def _told_of_before(sign: Draft, death: Draft, settled: Sequence[Settled]) -> bool:
    """Whether he was seen on a day before that on which he is said to have died."""
    seen, died = _day_of(sign, settled), _day_of(death, settled)
    return bool(seen and died) and seen < died[: len(seen)]


def _notice_was_wrong(death: Draft, settled: Sequence[Settled], sentences: Sequence[Sentence]) -> bool:
    """ "The notice said that he was killed ... In autumn he phoned from a camp": the outlet tells he lives.

    It must say so itself, or he, or an office, behind the notice or over the text, and nowhere that he died
    or lies buried.
    """
    own = [
        draft
        for draft, evidence, speakers in settled
        if draft.who is death.who
        and (evidence in _OUTSIDE_PAPERS or (evidence == "direct" and death.who.label in speakers[:1]))
    ]
    dead = any(d.property in REMAINS | {"died"} and _is_true(d) for d in own)
    later = [
        d
        for d in own
        if (d.start > death.start or sentences[d.sentence].heading or _seen_since(d, death, settled))
        and not _told_of_before(d, death, settled)
    ]
    refuted = any(denies_death(d) and e == "press" for d, e, _ in settled if d.who is death.who)
    lives = any(_shows_alive(d) or (d.property == "captured" and _is_true(d)) for d in later)
    return not dead and (refuted or lives)


def _seen_since(sign: Draft, death: Draft, settled: Sequence[Settled]) -> bool:
    """Whether the day of a sign of life, wherever the text tells of it, lies behind that of the death."""
    seen, died = _day_of(sign, settled), _day_of(death, settled)
    return sign.property in _LIVES and bool(seen and died) and _later(seen, died)


def _on_a_later_day(death: Draft, settled: Sequence[Settled]) -> int | None:
    """Where he is told of as taken, exchanged or home again on a day behind that of the death or its news.

    Wherever the text says so: "Exchanged on 18 October ... in August 2023 they wrote that he was killed".
    """
    reports = [d.value for d, _, _ in settled if d.who is death.who and d.property == "death_reported.date"]
    died = _day_of(death, settled) or min(reports, default="")
    for draft, evidence, _ in settled:
        lives = draft.who is death.who and draft.property in _LIVES and _is_true(draft)
        seen = _day_of(draft, settled) if lives and evidence != "hearsay" else ""
        if died and seen and _later(seen, died):
            return draft.start
    return None


def _lives_since(death: Draft, settled: Sequence[Settled], sentences: Sequence[Sentence]) -> int | None:
    """ "He was held in a camp ... In November an officer had told them that he was killed": before that.

    What English tells as having been said before the rest of the story does not outlive a sign of life in it.
    """
    sentence = sentences[death.sentence]
    before = [
        h
        for h in sentence.hits
        if h.cue.kind == "say" and h.last < sentence.word_at(death.start)
        and _HAD & {t.low for t in sentence.words[max(0, h.first - HAD_WITHIN) : h.first]}
    ]  # fmt: skip
    if not before:
        return None
    return next(
        (
            d.start
            for d, evidence, _ in settled
            if d.who is death.who and d.property in _LIVES and _is_true(d) and evidence in TOLD_ITSELF
            and d.start < death.start
        ),
        None,
    )  # fmt: skip


def _later(day: str, other: str) -> bool:
    """Whether a day lies behind another as far as both are told: seasons and spans count by their year."""
    one, two = _YEAR_TO_DAY.match(day), _YEAR_TO_DAY.match(other.rpartition("/")[2])
    if one is None or two is None:
        return False
    known = min(len(one.group()), len(two.group()))
    return one.group()[:known] > two.group()[:known]


def _day_of(event: Draft, settled: Sequence[Settled]) -> str:
    days = [d.value for d, _, _ in settled if d.who is event.who and d.property == f"{event.property}.date"]
    return min(days, default="")


def _dead_all_the_same(
    sign: int, who: Who, settled: Sequence[Settled], *, himself: bool = False, tells: bool = False
) -> bool:
    """Whether a body or a grave is told of that nobody doubts, or the text's own voice says that he died.

    Args:
        himself: He says himself that he lives: whom they buried before was another.
        tells: He is quoted; where the outlet says that he lives, a body that was found is another's.
    """
    lives = tells and any(
        d.who is who and d.property == "seen_alive" and _is_true(d) and e in TOLD_ITSELF
        for d, e, _ in settled
    )
    for draft, evidence, _ in settled:
        if draft.who is not who or draft.polarity != "affirmed" or draft.value == "false":
            continue
        if draft.property == "body_found" and lives:
            continue
        if draft.property in REMAINS and (draft.start > sign or (evidence in _PLAIN and not himself)):
            return True
        if draft.property == "died" and evidence in _PLAIN and not draft.hearsay:
            return True
    return False
