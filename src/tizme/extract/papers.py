"""What is read from a paper: "in the notice it is written that ...", an inscription on a coffin.

A court tells through the papers of its case (voice "case" of evidence.csv); any other paper is a document.

The words for a paper, and those for what stands in it, are rows of the cue tables (paper_in, in_it, written,
and "according" rows flagged paper). Of case papers (a verdict, the file of a case) a whole story is told: the
sentences behind go on in their voice. A certificate or a letter says its words, and the outlet goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.brought_papers import papers_brought
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.inscribed import inscription_behind, is_inscribed
from tizme.extract.paper_clauses import told_before_verb, told_behind_quotation
from tizme.extract.spans import colon_behind
from tizme.extract.speech import content_of, is_passive, speech_quotes
from tizme.extract.spoken import Saying
from tizme.extract.voices import Scope, Voice
from tizme.extract.whose_paper import in_a_relatives_letter, in_ones_message, of_its_office, paper_handed_over
from tizme.text import Token

SHOWN_WITHIN = 4  # tokens from "showed" to the paper: to whom, which
COMES_WITHIN = 4  # tokens from a paper to the colon behind it: "came from the office"
IN_IT_WITHIN = 4  # tokens among which "in it" stands before a colon: "two lines in it"
QUOTED_WITHIN = 7  # with a quotation behind it: "the discharge summary of a hospital in Belgorod: “...”"
CLAUSE_WITHIN = 12  # with a clause between the two: "which the mother showed us"
BETWEEN = 8  # tokens from a paper to "says", where that stands right behind it
FEW = 6  # tokens of a quotation that is only a part of what stands in a paper
QUOTED_WORDS = 2  # so many words in quotation marks can be an inscription: a name and a year
BEHIND = 4  # tokens from "it is written" to the "that" or the colon of what is written
PUBLISHED_WITHIN = 2  # sentences from "published" to "it says"
OFFICE_PAPER = 6  # tokens from an office to its answer or its site
OPENS = 3  # tokens among which an office, or "as is written there", opens a sentence
IN_A_CHAT = 5  # tokens from "a message" to the chat in which it was
CASE, CASE_PAPER, HEARSAY = "case", "case_paper", "hearsay"
STANDS = "stands"  # value of a word that says no more than that it is there
IN_ITS_PAPER = 3  # tokens from "in" to the paper: "in its second letter"
OWNER = 5  # tokens of whose paper it is, between the paper and ", which came with the coffin,"
PLURAL_BEHIND = 4  # letters of a word before which no ending begins
# That a paper came is told by whoever got it.
_ARRIVES = frozenset(
    {"death_reported", "info_requested", "info_refused", "official_no_info", "body_repatriated"}
)
_HAS_HIM = frozenset({"has", "had"})
_PARTS = frozenset({"and", "but", "и", "а", "но", "і", "та", "й", "але"})


def with_papers(
    said: list[Saying], sentences: Sequence[Sentence], at: int, discourse: Discourse
) -> list[Saying]:
    """The sayings of a sentence with those of the papers that are cited in it."""
    sentence = sentences[at]
    cited = _by_verdict(sentences, at, discourse) or _cited(sentence, discourse)
    told = (
        _written(sentences, at, discourse)
        or _opened_with_a_colon(sentence, discourse)
        or _by_it(sentences, at, discourse)
        or _in_it_behind_a_colon(sentences, at, discourse)
    )
    found = [s for s in (*cited, told) if s is not None] or papers_brought(sentence, discourse)
    if not found:
        return said
    kept = [s for s in said if not any(_same_words(s, paper) for paper in found)]
    return sorted((*kept, *found), key=lambda s: s.verb)


def _same_words(saying: Saying, paper: Saying) -> bool:
    """True for a saying read from the words of a paper, or that takes what stands in it for somebody's."""
    if saying.verb[0] <= paper.verb[1] and paper.verb[0] <= saying.verb[1]:
        return True
    inside = [s for s in saying.scopes if _holds(paper, s.first, s.last)]
    return bool(inside) and not (_holds(paper, *saying.verb) and len(inside) == len(saying.scopes))


def _holds(paper: Saying, first: int, last: int) -> bool:
    return any(p.first <= first and last <= p.last for p in paper.scopes)


def _cited(sentence: Sentence, discourse: Discourse) -> list[Saying]:
    """ "According to the verdict, ...": of all that is told in the sentence."""
    found = []
    for hit in sentence.hits:
        if hit.cue.kind == "according" and "paper" in hit.cue.flags:
            ranges = content_of(sentence, hit, None, discourse)
            ranges += [(hit.first, hit.last)] if _begins_an_event(sentence, hit) else []
            found.append(
                _saying(sentence, hit, hit, ranges, case=_is_case(sentence, hit), discourse=discourse)
            )
    return found


def _by_verdict(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> list[Saying]:
    """ "The newsroom has read the verdict. According to the document, ...": behind it the court's word."""
    sentence = sentences[at]
    by = next((h for h in sentence.hits if is_jargon(h, "by_document") and h.first <= OPENS), None)
    verdict = _verdict_before(sentences, at)
    if by is None or verdict is None:
        return []
    ranges = content_of(sentence, by, None, discourse)
    return [_saying(sentence, verdict, by, ranges, case=True, discourse=discourse)]


def _written(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Saying | None:
    """ "In the letter it is said that ...", "Унда «...» деб ёзилган": the first such words in it."""
    sentence = sentences[at]
    for written in (h for h in sentence.hits if is_jargon(h, "written")):
        office = _published(sentences, at, written)
        paper = office or _paper_of(sentence, written, discourse) or _paper_before(sentences, at, written)
        if office is None:
            paper = _chat_of(sentence, paper, written) or paper
        paper = paper or _in_channel(sentences, at, written) or _of_an_office(sentence, written, discourse)
        if paper is None or _denied(sentence, written):
            continue
        ranges = _in_the_quotation(
            sentence, written, _content(sentence, paper, written, discourse), discourse
        )
        if ranges:
            case = office is not None or _is_case(sentence, paper)
            read = _saying(sentence, paper, written, ranges, case=case, discourse=discourse)
            relative = in_a_relatives_letter(sentence, paper)
            if relative is not None:
                return replace(read, voice=relative, scopes=_with_voice(read, relative))
            passed_on = _went_round(sentences, at, paper) or in_ones_message(sentence, paper, discourse)
            return _as_rumour(read) if passed_on else read
    return None


def _by_it(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Saying | None:
    """ "The family keeps his contract. In it he undertakes to serve for a year": all of it stands there."""
    sentence = sentences[at]
    it = next((h for h in sentence.hits if is_jargon(h, "by_it") and h.first == 0), None)
    if it is None or at == 0 or sentences[at - 1].paragraph != sentence.paragraph:
        return None
    before = sentences[at - 1]
    says = any(h.cue.kind in {"say", "according"} and h.first > it.last for h in sentence.hits)
    if says or before.entry != sentence.entry:
        return None
    papers = [h for h in before.hits if _is_paper(h) and not _of_a_channel(before, h)]
    if not papers or before.in_quote(papers[-1].start):
        return None
    paper, end = papers[-1], len(sentence.words) - 1
    case = _is_case(before, paper)
    return _saying(sentence, paper, it, [(it.last + 1, end)], case=case, discourse=discourse)


def _opened_with_a_colon(sentence: Sentence, discourse: Discourse) -> Saying | None:
    """ "The enlistment office sent a notice: he was killed near Toretsk": the words behind are the paper's.

    Not where somebody says "I" in it: a letter of his own. Nor in an entry of a list.
    """
    words, own = sentence.words, discourse.grammar.singular_first
    for paper in (h for h in sentence.hits if is_jargon(h, "paper_in") or _quoted_at_once(sentence, h)):
        colon = _colon_behind(sentence, paper, discourse)
        colon = inscription_behind(sentence, paper) if colon is None else colon
        if colon is None or sentence.entry is not None or sentence.in_quote(paper.start):
            continue
        tells = any(h.cue.kind == "event" and h.first > colon for h in sentence.hits)
        if not (tells or is_inscribed(sentence, colon)):
            continue
        if _says_i(words[colon:], own) or _of_a_channel(sentence, paper):
            continue
        if paper.cue.value == "notice" and _of_an_authority(sentence, paper):
            continue
        verb = replace(paper, first=paper.first, last=colon)
        return _saying(
            sentence, paper, verb, _quoted(sentence, paper, discourse.text) or [(colon + 1, len(words) - 1)],
            case=_is_case(sentence, paper), discourse=discourse,
        )  # fmt: skip
    return None


def _in_it_behind_a_colon(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> Saying | None:
    """ "She keeps the certificate in a box. Two lines in it are underlined: he was killed near Lyman."""
    sentence = sentences[at]
    in_it = next((h for h in sentence.hits if is_jargon(h, "in_it") and h.first <= IN_IT_WITHIN), None)
    colon = colon_behind(sentence, in_it, within=CLAUSE_WITHIN) if in_it is not None else None
    if in_it is None or colon is None or sentence.entry is not None:
        return None
    if sentence.quotes and sentence.words[colon + 1].low != '"':
        return None
    others = [
        h for h in sentence.hits if h.cue.kind in {"say", "according", "kin", "person"} and h.first < colon
    ]
    if not all(is_passive(sentence, h, discourse.lang) for h in others):
        return None  # "in it, she says, ..."; but "в ней подчёркнуты" is nobody's saying
    paper = _paper_before(sentences, at, replace(in_it, first=colon, last=colon))
    if paper is None or _says_i(sentence.words[colon:], discourse.grammar.singular_first):
        return None
    ranges = [(colon + 1, len(sentence.words) - 1)]
    verb = replace(in_it, last=colon)
    return _saying(sentence, paper, verb, ranges, case=_is_case(sentence, paper), discourse=discourse)


def _quoted_at_once(sentence: Sentence, paper: Hit) -> bool:
    """ "Бул — госпиталдын эпикризи: «...»": a quotation right behind a paper by which nobody answers."""
    behind = [t.low for t in sentence.words[paper.last + 1 : paper.last + 3]]
    return is_jargon(paper, "paper") and behind == [":", '"'] and not _of_an_authority(sentence, paper)


def _colon_behind(sentence: Sentence, paper: Hit, discourse: Discourse) -> int | None:
    """Where the colon of a paper stands: behind a few words, or a clause on who has it or showed it.

    "Бланк виписки, який сфотографувала мати: «...»", "довідка з печаткою: «...»"; not "показала довідку і
    сказала: ...".
    """
    words = sentence.words
    colon = colon_behind(sentence, paper, within=CLAUSE_WITHIN)
    if colon is None:
        return None
    says = any(h.cue.kind == "say" and h.first < colon and not _shows(h, paper) for h in sentence.hits)
    between = words[paper.last + 1 : colon]
    within = QUOTED_WITHIN if words[colon + 1].low == '"' else COMES_WITHIN
    if not says and len(between) <= within and all(t.kind == "word" for t in between):
        return colon
    comma = next((i for i, t in enumerate(between) if t.kind != "word"), len(between) - 1)
    clause = between[comma + 1 :][:1] if comma <= COMES_WITHIN else []
    opens = bool(clause) and clause[0].low in discourse.grammar.relative_words
    one = sum(t.kind != "word" for t in between) == 1
    before = any(
        h.cue.kind == "say" and h.first < paper.first and not _shows(h, paper) for h in sentence.hits
    )
    return colon if opens and one and between[comma].low == "," and not before else None


def _shows(say: Hit, paper: Hit) -> bool:
    """ "Сестра показала нам листок: «Погиб 5 мая»": a verb that tells only behind "that", and here shows."""
    return "that" in say.cue.flags and 0 < paper.first - say.last <= SHOWN_WITHIN


def _says_i(words: Sequence[Token], own: frozenset[str]) -> bool:
    """Not the initial of "Yusupov R. I."."""
    behind = [t.low for t in words[1:]] + [""]
    return any(t.low in own and dot != "." for t, dot in zip(words, behind, strict=True))


def _saying(
    sentence: Sentence,
    paper: Hit,
    verb: Hit,
    ranges: list[tuple[int, int]],
    *,
    case: bool,
    discourse: Discourse,
) -> Saying:
    # What a court tells through the papers of its case is the court's own word; a lone paper is a document.
    papers = CASE in {paper.cue.property, paper.cue.value} or _is_case_paper(paper)
    papers = papers or (case and _several(sentence, paper, discourse))
    kind = "official" if paper.cue.kind in {"org", "court"} else "case" if papers else "document"
    if paper.cue.kind == "org" and paper.cue.property == HEARSAY:
        kind, case = HEARSAY, False
    voice = Voice(kind, discourse.text[paper.start : paper.stop])
    scopes = tuple(Scope(a, b, voice) for a, b in ranges if a <= b)
    told = not sentence.in_quote(verb.start)  # whoever quotes a paper goes on for themselves
    return Saying(
        voice, None, (verb.first, verb.last), scopes, holds=case and told, once=not case and told
    )  # fmt: skip


def _went_round(sentences: Sequence[Sentence], at: int, paper: Hit) -> bool:
    """ "Топтордо ... деген билдирүү тарады. Анда ... деп жазылган": a message that goes round is no paper."""
    if at == 0 or paper.start >= sentences[at].start or paper.cue.kind == "org":
        return False
    return any(
        h.cue.kind == "mark"
        and h.cue.property == HEARSAY
        and "weak" not in h.cue.flags
        and h.first <= paper.first <= h.last
        for h in sentences[at - 1].hits
    )


def _as_rumour(read: Saying) -> Saying:
    voice = Voice(HEARSAY, read.voice.label)
    return replace(read, voice=voice, scopes=_with_voice(read, voice), holds=False, once=True)


def _with_voice(read: Saying, voice: Voice) -> tuple[Scope, ...]:
    return tuple(Scope(s.first, s.last, voice) for s in read.scopes)


def _chat_of(sentence: Sentence, paper: Hit | None, written: Hit) -> Hit | None:
    """The chat where it is written, or where the message was that seems a paper: "a Telegram chat said"."""
    chats = [
        h
        for h in sentence.hits
        if h.cue.kind == "org" and h.cue.property == "hearsay" and h.last < written.first
    ]
    if paper is None:
        own = of_its_office(sentence, chats[-1]) if chats else None
        return own or (chats[-1] if chats else None)
    return next((c for c in chats if paper.first <= c.first <= paper.last + IN_A_CHAT), None)


def _of_an_office(sentence: Sentence, written: Hit, discourse: Discourse) -> Hit | None:
    """ "Полицияның жауабында ... делінген", "прокуратурадан ... деген жауап келді": the office says so."""
    if not discourse.grammar.verb_last:
        return None
    papers = [h for h in sentence.hits if is_jargon(h, "office_paper") and h.last < written.first]
    for office in (h for h in sentence.hits if h.cue.kind == "court" or h.cue.property == "official"):
        low = sentence.words[office.last].low
        if office.cue.kind not in {"org", "court"} or office.last >= written.first:
            continue
        if sentence.in_quote(office.start) != sentence.in_quote(written.start):
            continue
        answers = office.first <= OPENS and low.endswith(
            (*discourse.grammar.from_endings, *discourse.grammar.locative_endings)
        )
        if answers or any(0 < p.first - office.last <= OFFICE_PAPER for p in papers):
            return office
    return None


def _published(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """ "Айыл өкмөтү көңүл айтуу жарыялады. Анда жазылгандай, ...": the office that published it."""
    sentence = sentences[at]
    in_it = sentence.words[written.first].low == "it" or any(
        is_jargon(h, "in_it") and h.last < written.first for h in sentence.hits
    )
    behind = any(
        is_jargon(h, "paper_in") and h.cue.value == "notice" and h.first == written.last + 1
        for h in sentence.hits
    )
    if not (in_it or behind):
        return None
    before = [s for s in sentences[max(0, at - PUBLISHED_WITHIN) : at] if s.paragraph == sentence.paragraph]
    for other in reversed(before):
        if any(is_jargon(h, "publishes") for h in other.hits):
            offices = (h for h in other.hits if h.cue.kind == "org" and h.cue.property == "official")
            return next((h for h in offices if h.first <= OPENS), None)
    return None


def _in_channel(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """ "Телеграм-канал published a list. In it a man is written down who ...": the channel says so."""
    sentence = sentences[at]
    in_it = any(is_jargon(h, "in_it") and h.first <= OPENS and h.last < written.first for h in sentence.hits)
    if not in_it or at == 0 or sentences[at - 1].paragraph != sentence.paragraph:
        return None
    orgs = (h for h in sentences[at - 1].hits if h.cue.kind == "org" and h.cue.property == HEARSAY)
    return next(orgs, None)


def _several(sentence: Sentence, paper: Hit, discourse: Discourse) -> bool:
    """ "Sud hujjatlariga ko'ra", and not "sud hujjatida"."""
    low = sentence.words[paper.first].low
    return any(ending in low[PLURAL_BEHIND:] for ending in discourse.grammar.plural_endings)


def _is_case(sentence: Sentence, paper: Hit) -> bool:
    """A verdict, the file of a case; "ҳужжатларида" where they are a court's ("суд ҳужжатларида")."""
    if CASE in {paper.cue.property, paper.cue.value} or _is_case_paper(paper):
        return True
    return any(
        h.cue.kind == "org" and h.cue.property == "document" and h.first <= paper.first <= h.last + 1
        for h in sentence.hits
    )


def _denied(sentence: Sentence, written: Hit) -> bool:
    """ "В приговоре не указано, где": nothing is written."""
    return any(
        h.cue.kind == "mark" and h.cue.property == "denied" and h.last == written.first - 1
        for h in sentence.hits
    )


def _paper_of(sentence: Sentence, written: Hit, discourse: Discourse) -> Hit | None:
    """The paper in which it is written: before the word for that, outside any quotation."""
    for paper in reversed([h for h in sentence.hits if is_jargon(h, "paper_in") and h.last < written.first]):
        if sentence.in_quote(paper.start) != sentence.in_quote(written.start) or _of_a_channel(
            sentence, paper
        ):
            continue
        if paper.cue.value == "notice" and _of_an_authority(sentence, paper):
            continue
        if _in_which_an_office_says(sentence, paper, written):
            continue
        if _writes_it_himself(sentence, paper, written, discourse):
            continue
        if written.cue.value == STANDS and not _opens_and_closes(sentence, paper, written):
            continue
        if discourse.lang != "en" or _says_itself(sentence, paper, written):
            return paper
    return _paper_right_behind(sentence, written, discourse)


def _in_which_an_office_says(sentence: Sentence, paper: Hit, written: Hit) -> bool:
    """ "The ministry lists him, and in a letter of June 3 it says": the office says it, in its letter."""
    words = sentence.words
    before = {t.low for t in words[max(0, paper.first - IN_ITS_PAPER) : paper.first]}
    itself = words[written.first].low == "it" and "in" in before
    offices = (h for h in sentence.hits if h.cue.kind == "org" and h.cue.property == "official")
    return itself and any(h.last < paper.first for h in offices)


def _writes_it_himself(sentence: Sentence, paper: Hit, written: Hit, discourse: Discourse) -> bool:
    """ "Суҳроб дар мактубаш навиштааст, ки": whoever stands before his letter says it, and no paper."""
    if not (discourse.grammar.verb_last and discourse.grammar.owner_behind) or paper.first == 0:
        return False
    says = any(h.cue.kind == "say" and h.first <= written.first <= h.last for h in sentence.hits)
    return says and sentence.words[paper.last].low.endswith("аш")


def _opens_and_closes(sentence: Sentence, paper: Hit, written: Hit) -> bool:
    """ "Дар билети ҳарбии ӯ лақаби «Кӯҳ» ҳаст": "is" alone, with the paper first and nothing behind."""
    return paper.first == 0 and not any(t.kind == "word" for t in sentence.words[written.last + 1 :])


def _paper_right_behind(sentence: Sentence, written: Hit, discourse: Discourse) -> Hit | None:
    """ "«...», омадааст дар айбнома": Tajik closes what is written with where that stands."""
    if not (discourse.grammar.verb_last and discourse.grammar.owner_behind):
        return None
    return next(
        (h for h in sentence.hits if is_jargon(h, "paper_in") and h.first == written.last + 1),
        None,
    )


def _says_itself(sentence: Sentence, paper: Hit, written: Hit) -> bool:
    """ "The letter from his unit says", not "she showed the letter and said".

    Nor "he signed a contract, said his mother".
    """
    between = sentence.words[paper.last + 1 : written.first]
    if any(h.cue.kind == "event" and h.first < paper.first <= h.last for h in sentence.hits):
        return False
    if len(between) > 1 and between[0].low == between[-1].low == ",":
        return True  # "the letter, dated October 8 and shown to us, states that"
    if len(between) > BETWEEN or any(t.low in _PARTS for t in between):
        return False
    return not any(
        h.cue.kind in {"kin", "person", "group", "pron", "say", "event"}
        and paper.last < h.first
        and h.last < written.first
        for h in sentence.hits
    )


def _of_an_authority(sentence: Sentence, paper: Hit) -> bool:
    """ "В сообщении МИД говорится": what a ministry publishes is its own word, and no paper."""
    before = [h for h in sentence.hits if h.last < paper.first]
    offices = any(h.cue.kind == "org" and h.cue.property == "official" for h in before)
    return offices and not any(is_jargon(h, "notifies") for h in before)


def _paper_before(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """The paper that the sentence before, or the one where the quotation opens, speaks of."""
    sentence = sentences[at]
    opened = next((q[0] for q in sentence.quotes if q[0] < sentence.start), None)
    if opened is not None and not sentence.in_quote(written.start):
        opening = next((s for s in sentences[:at] if s.start <= opened < s.stop), None)
        papers = [h for h in opening.hits if is_jargon(h, "paper_in") and h.start < opened] if opening else []
        if papers:
            return papers[-1]
    led = paper_handed_over(sentence, written)
    if led is not None:
        return led
    in_it = next((h for h in sentence.hits if is_jargon(h, "in_it") and h.last < written.first), None)
    if in_it is None:
        itself = sentence.words[written.first].low == "it" or _opens_with_it(sentence, written)
        return _verdict_before(sentences, at) or _paper_shown(sentences, at, written) if itself else None
    here = [h for h in sentence.hits if (is_jargon(h, "paper") or _is_mark(h)) and h.last < in_it.first]
    if here and sentence.in_quote(here[-1].start) == sentence.in_quote(written.start):
        return here[-1]  # "кат келди, анда ... деп жазылыптыр"
    if at == 0:
        return None
    papers = [h for h in sentences[at - 1].hits if _is_paper(h) and not _of_a_channel(sentences[at - 1], h)]
    if (
        not papers
        and at > 1
        and sentences[at - 2].paragraph == sentence.paragraph
        and _of_one(sentences[at - 1])
    ):
        papers = [h for h in sentences[at - 2].hits if _is_paper(h)]  # "one says that ... The other says ..."
    same_entry = sentences[at - 1].entry == sentence.entry
    return _verdict_before(sentences, at) or (papers[-1] if papers and same_entry else None)


def _of_one(sentence: Sentence) -> bool:
    """A sentence that opens with what stands in one of several papers: "Биринчисинде ... деп жазылган"."""
    return any(is_jargon(h, "in_it") and h.first == 0 for h in sentence.hits) and any(
        is_jargon(h, "written") for h in sentence.hits
    )


def _opens_with_it(sentence: Sentence, written: Hit) -> bool:
    """ "It is dated December 3 and informs her that he died": nobody else stands before the verb."""
    others = {"kin", "person", "group", "org", "say"}
    before = (h for h in sentence.hits if h.last < written.first)
    named = any(at < written.first for at in sentence.named)
    return sentence.words[0].low == "it" and not named and not any(h.cue.kind in others for h in before)


def _paper_shown(sentences: Sequence[Sentence], at: int, written: Hit) -> Hit | None:
    """ "His mother showed us a discharge summary. It says that ...": the one paper of the sentence before."""
    if at == 0 or sentences[at - 1].paragraph != sentences[at].paragraph:
        return None
    if written.first > 0 and not _opens_with_it(sentences[at], written):
        return None
    before = sentences[at - 1]
    papers = [h for h in before.hits if is_jargon(h, "paper_in") and not _of_a_channel(before, h)]
    # "a Russian military ticket", "a notice, stamped by the commissariat": an office only as the paper's own
    offices = any(
        h.cue.kind in {"org", "court"}
        and not any(h.first <= p.first <= h.last or p.last < h.first for p in papers)
        for h in before.hits
    )
    return papers[-1] if papers and not offices else None


def _verdict_before(sentences: Sequence[Sentence], at: int) -> Hit | None:
    """ "A copy of the verdict is in the newsroom." right before a sentence."""
    before = [h for h in sentences[at - 1].hits if _is_case_paper(h)] if at else []
    return before[-1] if before and sentences[at - 1].entry == sentences[at].entry else None


def _of_a_channel(sentence: Sentence, paper: Hit) -> bool:
    """ "The Telegram channel", "the Red Cross": no telegram came, and no cross was written on."""
    return any(
        h.cue.kind == "org"
        and h.first <= paper.first <= h.last
        and (h.cue.property == HEARSAY or (h.cue.property == "official" and h.first < paper.first))
        for h in sentence.hits
    )


def _is_paper(hit: Hit) -> bool:
    return any(is_jargon(hit, what) for what in ("paper_in", "paper", "news_paper", "at_hand")) or _is_mark(
        hit
    )


def _is_case_paper(hit: Hit) -> bool:
    return is_jargon(hit, CASE_PAPER)


def _is_mark(hit: Hit) -> bool:
    return hit.cue.kind == "mark" and hit.cue.property == "document"


def _content(sentence: Sentence, paper: Hit, written: Hit, discourse: Discourse) -> list[tuple[int, int]]:
    """The tokens that stand in the paper: a quotation, what "that" or a colon begins, or what is between."""
    words, end = sentence.words, len(sentence.words) - 1
    quoted = _quoted(sentence, paper, discourse.text)
    named = [paper] if paper.start >= sentence.start else []
    named += [h for h in sentence.hits if is_jargon(h, "in_it")]
    before = max((h.last + 1 for h in named if h.last < written.first), default=0)
    if paper.start >= sentence.start and paper_handed_over(sentence, written) is paper:
        before = (colon_behind(sentence, paper, within=COMES_WITHIN) or 0) + 1
    before = _with_the_papers_event(sentence, paper, before)
    if quoted and discourse.grammar.verb_last and all(a > written.last + 1 for a, _ in quoted):
        # "Анда 21-ноябрда каза болгон деп жазылган, себеби «жараат»": what stands before is written too
        before = _behind_clause(sentence, before, written, discourse)
        return [(before, written.first - 1), (written.last + 1, end)]
    if quoted and not _more_than_quoted(sentence, paper, written, quoted, discourse):
        if told_behind_quotation(sentence, written, quoted):
            return [(0, written.first - 1), (written.last + 1, end)]
        whole = _tells_before(sentence, written, quoted, discourse)
        return [(written.last + 1, end)] if whole else quoted
    if words[min(end, written.last + 1)].low == "," and (written.last < OPENS or _opens_as_told(sentence)):
        return [(written.last + 2, end)]  # "Анда жазылгандай, ..."
    opens = discourse.grammar.that_words | {":"}
    behind = next(
        (i for i in range(written.last + 1, min(end, written.last + BEHIND) + 1) if words[i].low in opens), 0
    )
    if behind and behind < end:
        return [(behind, end)]
    if not discourse.grammar.verb_last:
        # "the register has him buried on June 11"
        start = written.last if words[written.first].low in _HAS_HIM else written.last + 1
        rest = [(start, end)] if written.last < end else []
        return [*told_before_verb(sentence, before, written), *rest]
    before = _behind_clause(sentence, before, written, discourse)
    return [(before, written.first - 1)] if before < written.first else []


def _in_the_quotation(
    sentence: Sentence, written: Hit, ranges: list[tuple[int, int]], discourse: Discourse
) -> list[tuple[int, int]]:
    """ "«..., в нём написано, что он погиб», — говорит брат": what is read in a quotation ends with it."""
    around = next(
        ((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= written.first <= b), None
    )
    if around is None:
        return ranges
    return [(max(a, around[0]), min(b, around[1])) for a, b in ranges if a <= around[1] and b >= around[0]]


def _with_the_papers_event(sentence: Sentence, paper: Hit, before: int) -> int:
    """ "Shartnoma nusxasida imzo sanasi ... deb ko'rsatilgan": the paper begins what it tells."""
    return min((before, *_events_from(sentence, paper))) if paper.start >= sentence.start else before


def _begins_an_event(sentence: Sentence, paper: Hit) -> bool:
    """ "Shartnoma nusxasiga qaraganda, u Omskda imzo chekkan": the paper is one of the words for it."""
    return bool(_events_from(sentence, paper))


def _events_from(sentence: Sentence, paper: Hit) -> list[int]:
    return [
        h.first
        for h in sentence.hits
        if h.cue.kind == "event" and h.cue.property not in _ARRIVES and h.first <= paper.last < h.last
    ]


def _opens_as_told(sentence: Sentence) -> bool:
    """ "Тавре дар нома навишта шудааст, ...": as the letter says, and not what stands before "says"."""
    return any(is_jargon(h, "as_told") and h.first <= 1 for h in sentence.hits)


def _tells_before(
    sentence: Sentence, written: Hit, quoted: list[tuple[int, int]], discourse: Discourse
) -> bool:
    """ "The form puts his death at August 29 and gives “blast injury” as the cause": all of it is written.

    So it is with "states that he “left his unit” on July 4".
    """
    if not 0 <= written.last < quoted[0][0] or any(b - a >= FEW for a, b in quoted):
        return False
    between = range(written.last + 1, quoted[0][0])
    if any(sentence.words[i].low in discourse.grammar.that_words for i in between):
        return True
    dated = any(sentence.word_at(d.start) in between for d in sentence.dates)
    return dated or any(h.cue.kind == "event" and h.first in between for h in sentence.hits)


def _more_than_quoted(
    sentence: Sentence, paper: Hit, written: Hit, quoted: list[tuple[int, int]], discourse: Discourse
) -> bool:
    """ "Дар ҳуҷҷат санаи марг 29-уми январ ва сабабаш «захми тарканда» сабт шудааст": all before the verb."""
    if not discourse.grammar.verb_last or not paper.last < quoted[0][0] <= written.first:
        return False
    if quoted[-1][1] - quoted[0][0] >= FEW:
        return False
    start = _behind_clause(sentence, paper.last + 1, written, discourse)
    dated = any(start <= sentence.word_at(d.start) < written.first for d in sentence.dates)
    return dated or any(
        h.cue.kind == "event" and start <= h.first and h.last < quoted[0][0] for h in sentence.hits
    )


def _behind_clause(sentence: Sentence, start: int, written: Hit, discourse: Discourse) -> int:
    """Where what the paper says begins: behind "of the unit, which came with the coffin, "."""
    words = sentence.words
    clause = discourse.grammar.that_words | discourse.grammar.relative_words
    comma = next((i for i in range(start, min(written.first, start + OWNER)) if words[i].low == ","), -1)
    if comma < 0 or comma + 1 >= written.first or words[comma + 1].low not in clause:
        return start
    return next((i + 1 for i in range(comma + 2, written.first) if words[i].low == ","), start)


def _quoted(sentence: Sentence, paper: Hit, text: str) -> list[tuple[int, int]]:
    found = []
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop]
        if not inside or len(text[start:stop].split()) < QUOTED_WORDS or start <= paper.start < stop:
            continue
        found.append((inside[0], inside[-1]))
    return found
