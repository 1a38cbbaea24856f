"""Words that are an office's or a paper's though nobody says them: acts, courts, letters printed or cited."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.spans import widen_left
from tizme.extract.voices import Scope, Voice, Voices
from tizme.extract.who import Ref

INTRODUCED_BY = 2  # sentences before a quotation among which its paper is announced
ACTS_WITHIN = 3  # tokens from an office to the verb of what it did
COLON_WITHIN = 3  # tokens from an office to the colon behind it: "МИД Кыргызстана:"
CITED_WITHIN = 4  # tokens from "citing" to the paper
COUNTS_WITHIN = 2  # tokens that open a sentence, one of which says which of several it tells of
# What an office does, and says by doing it.
_ACTS = frozenset({"charged", "info_refused", "missing", "deserted"})


def introduced_by_papers(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse
) -> dict[tuple[int, int], Voice]:
    r"""Quotation that opens a paragraph -> the office whose paper the sentences right before announce.

    "Ответ за подписью начальника управления получен вчера. Приводим его.\n«В отношении ...»": all of it.
    """
    found: dict[tuple[int, int], Voice] = {}
    for sentence in sentences:
        opening = next((q for q in sentence.quotes if q[0] <= sentence.words[0].start < q[1]), None)
        before = list(sentences[max(0, sentence.index - INTRODUCED_BY) : sentence.index])
        if opening is None or opening[0] < sentence.start or opening in found:
            continue
        if not before or before[-1].paragraph == sentence.paragraph:
            continue
        papers = [s for s in before if any(_is_paper(h) for h in s.hits)]
        office = next((v for s in reversed(papers) if (v := _office_in(s, refs[s.index], discourse))), None)
        if office is not None:
            found[opening] = office
    return found


def _is_paper(hit: Hit) -> bool:
    return is_jargon(hit, "paper")


def _office_in(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> Voice | None:
    for hit in sentence.hits:
        if hit.cue.kind == "org" and hit.cue.property == "official":
            start, stop = widen_left(sentence, hit)
            return Voice("official", discourse.text[start:stop])
    who = next((r.who for r in refs if r.who.role == "official"), None)
    return Voice("official", who.label, who) if who is not None else None


def of_acting_office(sentence: Sentence, discourse: Discourse) -> list[Scope]:
    """ "The security service has opened a case against a 35-year-old man": the office's word."""
    for act in sentence.hits:
        if act.cue.kind != "event" or act.cue.property not in _ACTS or "neg" in act.cue.flags:
            continue
        for hit in sentence.hits:
            acts = hit.cue.kind == "org" and hit.cue.property == "official"
            if acts and 0 < act.first - hit.last <= ACTS_WITHIN and not _told_between(sentence, hit, act):
                start, stop = widen_left(sentence, hit)
                begin = _clause_before(sentence, hit) if act.cue.property == "charged" else hit.first
                return [Scope(begin, len(sentence.words) - 1, Voice("official", discourse.text[start:stop]))]
    return []


def of_office_at_colon(sentence: Sentence, discourse: Discourse) -> list[Scope]:
    """ "МИД Кыргызстана: четверо граждан числятся пропавшими": an office opens it, and a colon its words.

    A quotation behind the colon is read elsewhere (colons.py).
    """
    words = sentence.words
    office = next((h for h in sentence.hits if h.first <= 1 and _speaks_for_state(h)), None)
    if office is None or sentence.in_quote(office.start):
        return []
    near = range(office.last + 1, min(len(words) - 1, office.last + 1 + COLON_WITHIN))
    colon = next((i for i in near if words[i].kind == "mark"), None)
    if colon is None or words[colon].low != ":" or words[colon + 1].low == '"':
        return []
    if any(h.cue.kind in {"event", "say", "according"} and h.first < colon for h in sentence.hits):
        return []
    start, stop = widen_left(sentence, office)
    return [Scope(colon + 1, len(words) - 1, Voice("official", discourse.text[start:stop]))]


def _speaks_for_state(hit: Hit) -> bool:
    offices = {"official", "recruiter"} if hit.cue.kind == "org" else {"official"}
    return hit.cue.kind in {"org", "person", "group"} and hit.cue.property in offices


def _clause_before(sentence: Sentence, hit: Hit) -> int:
    """ "Вернулся в апреле; на родине ждёт дело: ГКНБ обвиняет ...": what stands before is the outlet's."""
    marks = (i + 1 for i in range(hit.first - 1, -1, -1) if sentence.words[i].low in {";", ":"})
    return next(marks, 0)


def _told_between(sentence: Sentence, left: Hit, right: Hit) -> bool:
    return any(
        h.cue.kind in {"say", "event", "kin", "person"} and left.last < h.first and h.last < right.first
        for h in sentence.hits
    )


def rest_on_papers(sentence: Sentence, voices: Voices) -> None:
    """ "..., the spokesperson said, citing a letter from his unit": what is said rests on the letter.

    So does what an office answers "in a letter seen by this newspaper".
    """
    seen = next((h for h in sentence.hits if is_jargon(h, "seen_paper")), None)
    if seen is not None and not sentence.in_quote(seen.start):
        words = sentence.words[seen.first].low
        _rest_on(words, [s for s in voices.scopes if s.voice.kind == "official"], voices)
    for citing in (h for h in sentence.hits if is_jargon(h, "citing")):
        paper = next(
            (h for h in sentence.hits if _is_paper(h) and 0 < h.first - citing.last <= CITED_WITHIN), None
        )
        if paper is None:
            continue
        words = sentence.words[paper.first].low
        on_paper = [s for s in voices.scopes if s.voice.kind in {"official", "source"}]
        _rest_on(words, on_paper, voices)
        if not on_paper and voices.base.kind in {"press", "official"}:
            voices.scopes.append(Scope(0, len(sentence.words) - 1, Voice("document", words)))


def _rest_on(paper: str, scopes: list[Scope], voices: Voices) -> None:
    for scope in scopes:
        chain = (paper, *scope.voice.chain)
        voices.scopes[voices.scopes.index(scope)] = Scope(
            scope.first, scope.last, Voice("document", scope.voice.label, scope.voice.who, chain)
        )


def of_court(sentence: Sentence, discourse: Discourse) -> list[Scope]:
    """A court's sentence is told in the court's voice where nobody else speaks."""
    court = next((h for h in sentence.hits if h.cue.kind == "court"), None)
    if court is None:
        return []
    start, stop = widen_left(sentence, court)
    return [Scope(0, len(sentence.words) - 1, Voice("court", discourse.text[start:stop]))]


def court_of(voices: Voices) -> Voice | None:
    """ "The court gave him five years. In 2022 he left for Omsk ...": behind its sentence goes on its case.

    What of it is the court's word stands in evidence.csv under "court on"; no death is.
    """
    return next((s.voice for s in voices.scopes if s.voice.kind == "court"), None)


def names_one_of_several(
    sentences: list[Sentence], refs: list[list[Ref]], sentence: Sentence, held: Voice, discourse: Discourse
) -> bool:
    """ "Two citizens were killed, the ministry said. Karimov, 27, had left in July": of one of the two."""
    here = refs[sentence.index]
    new = [r for r in here if r.new and r.form == "name" and r.who.role == "subject" and not r.who.group]
    if held.kind != "official" or not new:
        return False
    if counts_them(sentence, discourse):
        return True
    before = [refs[s.index] for s in sentences[: sentence.index] if s.paragraph == sentence.paragraph]
    several = any(r.who.group and r.who.role == "subject" for told_of in before for r in told_of)
    return several and not any(t.low in discourse.grammar.another for t in sentence.words[: new[0].first])


def counts_them(sentence: Sentence, discourse: Discourse) -> bool:
    """ "Один, Руслан Ибраев, погиб", "The second, ...": whoever told of several goes through them."""
    opens = {t.low for t in sentence.words[:COUNTS_WITHIN]}
    ones = endings_of(discourse.lang, "one_words")
    return sentence.words[0].low in ones or any(opens & forms for forms in discourse.grammar.ordinals)
