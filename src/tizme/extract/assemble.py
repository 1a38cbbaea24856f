"""Run the readers of a text in order and put the claims together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence, annotate
from tizme.extract.answers import read_answer
from tizme.extract.arguments import note_court
from tizme.extract.attributes import (
    at_fullest_names,
    kin_drafts,
    note_ages,
    read_attributes,
    sexes_of_pronouns,
)
from tizme.extract.attribution import attribute
from tizme.extract.bearers import names_two
from tizme.extract.body_at_home import know_of_deaths
from tizme.extract.context import CONTEXT, with_persons
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.doubted import doubt_deaths
from tizme.extract.draft import Draft
from tizme.extract.earlier_terms import earlier_terms
from tizme.extract.events import read_events
from tizme.extract.evidence_weights import EvidenceWeights
from tizme.extract.headed_names import named_in, named_over, names_in_headings
from tizme.extract.implied_deaths import deaths_from_remains
from tizme.extract.legends import outside_legend
from tizme.extract.lists import mark_preambles, shared_fates
from tizme.extract.mentions import read_mentions
from tizme.extract.name_stems import name_keys
from tizme.extract.narrator import narrators_voice, set_narrator
from tizme.extract.recognised import note_persons
from tizme.extract.refuted import (
    denies_death,
    deny_what_hangs_on_refuted_deaths,
    take_back_refuted_deaths,
    take_back_reported_deaths,
)
from tizme.extract.roads import forced_to_sign, roads_told_together
from tizme.extract.short_offices import name_offices_shortly
from tizme.extract.since_then import calls_before_silence
from tizme.extract.voices import own_voice, settle
from tizme.extract.vouched_names import vouched_names
from tizme.extract.who import Ref, Who
from tizme.model import (
    Claim,
    Evidence,
    Extraction,
    Mention,
    Polarity,
    SpanOutsideText,
    Subject,
    short_id,
)

# Said once for a person these are said: a second telling adds nothing but noise.
# What decides a fate is kept with every class of evidence that says it.
ONCE = frozenset(
    (
        *("name", "sex", "citizenship", "age", "kin", "occupation", "unit", "rank", "origin", "residence"),
        *("pathway", "recruiter", "recruited", "contract_signed", "deployed", "migrated", "death_reported"),
        *("info_requested", "info_refused", "coercion", "prison", "imprisoned", "marks", "call_sign"),
    )
)

# What a heading may tell of a text's first subject; the road that led there it tells of many.
TOLD_BY_HEADINGS = frozenset(
    {
        "died",
        "buried",
        "captured",
        "missing",
        "wounded",
        "seen_alive",
        "returned",
        "body_repatriated",
        "exchanged",
    }
)


# Properties whose value may be somebody of the text.
_OF_PERSONS = ("kin.", "death_reported.")
# What is told of those who only pass by, too.
_OF_ANYBODY = frozenset({"name", "sex", "occupation", "rank", "kin", "alternate_name"})


def extract_section(
    text: str,
    *,
    lang: str,
    published: str,
    publisher: str,
    item: str,
    rule: str,
    start: int,
    stop: int,
    boilerplate: Sequence[tuple[int, int]],
    source_kind: str = "press",
    about: Subject | None = None,
) -> Extraction:
    """Everything that ``text[start:stop]`` says, as one voice's text of one day.

    Args:
        about: Whom the text is about before it names anybody: the one of whom the message speaks that it
            answers. Stands first among the subjects.
    """
    sentences = name_offices_shortly(
        annotate(text, lang=lang, published=published, start=start, stop=stop, boilerplate=boilerplate)
    )
    persons = note_persons(sentences, text, lang=lang, start=start, stop=stop)
    mark_preambles(sentences, lang=lang)
    discourse = Discourse(
        text, lang=lang, published=published, two_of_one_name=names_two(sentences),
        two_brothers=any(is_jargon(h, "two_brothers") for s in sentences for h in s.hits),
        vouched=vouched_names(sentences, lang=lang),
    )  # fmt: skip
    if about is not None:
        discourse.begin_with(about, name_keys(about.name.replace(".", " ")))
    discourse.headed = names_in_headings(sentences, discourse)
    set_narrator(sentences, discourse)
    over = named_over(sentences, discourse) if about is None else None
    refs = [_mentions(sentence, discourse, over) for sentence in sentences]
    own = own_voice(source_kind)
    voices = attribute(sentences, refs, discourse, narrators_voice(sentences, discourse, own))
    drafts: list[Draft] = []
    if over is not None:
        drafts.append(Draft(over.who, "name", over.who.name, over.start, over.stop, over.sentence))
    asked: list[Sentence] = []
    answered: set[str] = set()
    for sentence in outside_legend(sentences, discourse):
        if sentence.heading:
            note_court(sentence, discourse)
        if sentence.turn == "question":
            asked = [q for q in asked if q.paragraph == sentence.paragraph] + [sentence]
            answered = set()
        elif not sentence.heading:
            here, discourse.focus = refs[sentence.index], discourse.focuses[sentence.index]
            drafts += read_attributes(sentence, here, discourse)
            told_here = read_events(
                sentence, here, discourse, published=published, voices=voices[sentence.index]
            )
            drafts += told_here
            if asked and sentence.turn == "answer":
                first = sentences[sentence.index - 1].turn == "question"
                told = read_answer(sentence, asked, discourse, first=first, said=answered)
                answered |= {draft.property for draft in (*told, *told_here)}
                drafts += told
    drafts += _read_headings([s for s in sentences if s.heading], discourse, drafts, published)
    sexed = {d.who.id for d in drafts if d.property == "sex"}
    drafts += sexes_of_pronouns(sentences, discourse, sexed)
    drafts += shared_fates(sentences, discourse, drafts)
    drafts += [*roads_told_together(drafts), *forced_to_sign(drafts)]
    drafts += calls_before_silence(sentences, drafts)
    at_fullest_names(drafts, discourse)
    drafts = earlier_terms(drafts) + deaths_from_remains(sentences, drafts)
    take_back_reported_deaths(drafts)
    drafts += kin_drafts(discourse)
    settled = [
        (d, *settle(d, sentences[d.sentence], voices[d.sentence], publisher))
        for d in _kept(drafts, sentences)
    ]
    settled = know_of_deaths(settled, sentences, voices)
    take_back_refuted_deaths(settled, sentences, voices)
    doubt_deaths(settled, sentences, refs, text, lang)
    deny_what_hangs_on_refuted_deaths(settled)
    # Where the case says who published it the rules know better: the weights never saw such a text.
    weights = EvidenceWeights(sentences, voices, lang, silent=own.kind != "press")
    claims = [
        _claim(draft, text, item, rule, published, evidence, speakers)
        for (draft, _, speakers), evidence in zip(settled, weights.classes(settled), strict=True)
    ]
    return _put_together(discourse, claims, lang, boilerplate, persons)


def _kept(drafts: list[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts that no better one of the same person makes needless."""
    strong = {(d.who.id, d.property) for d in drafts if not d.weak}
    forced = {d.who.id for d in drafts if d.property == "pathway" and d.value == "coerced_contract"}
    # Who was made to sign came by that; with whom they signed is told by the recruiter.
    kept = [d for d in drafts if not (d.value == "mod_contract" and d.who.id in forced)]
    kept = _without_bystanders_sex(kept)
    return [
        d
        for d in kept
        if not (d.weak and (d.who.id, d.property) in strong) or _on_paper(d, sentences[d.sentence])
    ]


def _on_paper(draft: Draft, sentence: Sentence) -> bool:
    """ "She learned the rest from the death certificate": what a paper says is a claim of its own."""
    return draft.property == "died" and any(
        h.cue.kind == "mark" and h.cue.property == "document" and h.start <= draft.start < h.stop
        for h in sentence.hits
    )


def _without_bystanders_sex(drafts: list[Draft]) -> list[Draft]:
    """ "accompanied by a soldier": of somebody of whom nothing is told the text says no sex either."""
    told = {d.who.id for d in drafts if d.property.split(".")[0] not in _OF_ANYBODY}
    return [d for d in drafts if d.property != "sex" or d.who.id in told]


def _mentions(sentence: Sentence, discourse: Discourse, over: Ref | None) -> list[Ref]:
    """The words of a sentence that stand for somebody; a heading brings in only whom it alone names."""
    if sentence.heading:
        here = [over] if over is not None and over.sentence == sentence.index else []
        discourse.refs.append(here)
        if here:
            discourse.focus = here[0].who
        discourse.focuses.append(discourse.focus)
        return here
    refs = read_mentions(sentence, discourse)
    note_ages(sentence, refs, discourse)
    return refs


def _read_headings(
    headings: list[Sentence], discourse: Discourse, drafts: list[Draft], published: str
) -> list[Draft]:
    """A heading speaks of the text's first subject; it adds what the text below does not say."""
    people = [w for w in discourse.everyone if w.role == "subject" and not w.group]
    if not people or not headings:
        return []
    said = {(d.who.id, d.property) for d in drafts}
    found: list[Draft] = []
    for heading in (h for h in headings if h.paragraph == headings[0].paragraph):
        named = named_in(heading, discourse)
        if named is None and _of_several(heading, people, discourse.grammar.another):
            continue
        discourse.focus = named or people[0]
        told = read_events(heading, [], discourse, published=published)
        found += [
            draft
            for draft in told
            if ((draft.who.id, draft.property) not in said or denies_death(draft))
            and draft.property.split(".")[0] in TOLD_BY_HEADINGS
        ]
        found += [d for d in _who_he_is(heading, discourse) if (d.who.id, d.property) not in said]
    return found


def _who_he_is(heading: Sentence, discourse: Discourse) -> list[Draft]:
    """ "Кухар із Худжанда ... живий": what a heading calls the one man it speaks of."""
    if sum(h.cue.kind == "occupation" for h in heading.hits) > 1:
        return []  # "Сварщик из Сардобы и студент из Хаваста"
    drafts = read_attributes(heading, [], discourse)
    return [d for d in drafts if d.property in {"occupation", "origin"}]


def _of_several(heading: Sentence, people: list[Who], another: frozenset[str]) -> bool:
    """ "Погибшие и пропавшие", "Five natives of Osh killed": of no one man, least of all of the first.

    So is the heading over a list: what it says of all, its entries say of each.
    """
    entries = {w.entry for w in people if w.entry is not None}
    if len(people) > 1 and {t.low for t in heading.words} & another:
        return True  # "Third Soldier Buried As Fourth Man Is Found Alive"
    groups = any(h.cue.kind == "group" and h.cue.property == "subject" for h in heading.hits)
    if groups and any(value > 1 for _, _, value in heading.counts()):
        return True  # "Bodies Of 21 Citizens Sent Home"
    return len(entries) > 1 or (len(people) > 1 and groups)


def _claim(
    draft: Draft, text: str, item: str, rule: str, said_on: str, evidence: str, speakers: tuple[str, ...]
) -> Claim:
    if not 0 <= draft.start < draft.stop <= len(text):
        raise SpanOutsideText(draft.start, draft.stop, len(text))
    subject = draft.who.id
    value = draft.target.id if draft.target is not None else draft.value
    return Claim(
        id=short_id("c", item, draft.start, draft.stop, subject, draft.property, value),
        item=item, subject=subject, property=draft.property, value=value,
        start=draft.start, stop=draft.stop, quote=text[draft.start : draft.stop],
        evidence=Evidence(evidence), polarity=Polarity(draft.polarity), speakers=speakers,
        said_on=said_on, rule=rule,
    )  # fmt: skip


def _put_together(
    discourse: Discourse,
    claims: list[Claim],
    lang: str,
    boilerplate: Sequence[tuple[int, int]],
    persons: Sequence[tuple[int, int]],
) -> Extraction:
    kept = _without_repeats(claims)
    spoken_of = {c.subject for c in kept} | {c.value for c in kept if c.property.startswith(_OF_PERSONS)}
    subjects = [w for w in discourse.everyone if w.id in spoken_of or w.role == "subject"]
    shown = {id(who) for who in subjects}  # they change while they are read, so that none can be hashed
    ruled = {
        Mention(ref.who.id, ref.start, ref.stop, ref.form)
        for refs in discourse.refs
        for ref in refs
        if id(ref.who) in shown
    }
    mentions, more = with_persons(ruled, persons, discourse.everyone, discourse.text, lang=lang)
    beside = [replace(_subject(w), role=CONTEXT) for w in more if id(w) not in shown]
    return Extraction(
        lang=lang,
        boilerplate=tuple(boilerplate),
        subjects=(*(_subject(w) for w in subjects), *beside),
        mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.stop, m.subject, m.form))),
        claims=tuple(sorted(kept, key=lambda c: (c.start, c.stop, c.property, c.value, c.subject))),
    )


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    seen: set[tuple[str, ...]] = set()
    kept = []
    for claim in sorted(claims, key=lambda c: (c.start, c.stop)):
        key: tuple[str, ...] = (claim.subject, claim.property, claim.value)
        if claim.property.split(".")[0] not in ONCE:
            key = (*key, claim.evidence, claim.polarity)
        if claim.property in {"sex", "name"}:
            key = (claim.subject, claim.property)
        if key not in seen:
            seen.add(key)
            kept.append(claim)
    return kept


def _subject(who: Who) -> Subject:
    return Subject(who.id, who.named, who.group, who.label, who.role, who.name)
