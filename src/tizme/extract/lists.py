"""What the sentences over a list say of all who stand in it: "Домой возвращены двое. 1. ... 2. ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.name_words import GIVEN
from tizme.extract.who import Who
from tizme.names import token_kinds

NAMED_AT = 3  # code points from the start of a sentence to its name
LEAD = 3  # sentences before the first entry that speak of the list
FEWEST_ENTRIES = 2
# Never a death: whoever is wrongly counted among the entries would be killed by it.
_SHARED = frozenset({"exchanged", "returned", "captured", "missing"})


def shared_fates(sentences: Sequence[Sentence], discourse: Discourse, drafts: Sequence[Draft]) -> list[Draft]:
    """What befell the group over a list, for each of its entries that tells nothing else of that event."""
    entries = [s for s in sentences if s.entry is not None]
    if not entries:
        return []
    people = _people(entries, discourse)
    if len(people) < FEWEST_ENTRIES:
        return []
    lead = {s.index for s in sentences if s.entry is None and 0 < entries[0].index - s.index <= LEAD}
    told = [d for d in drafts if d.sentence in lead and d.who.group and d.property.split(".")[0] in _SHARED]
    groups = {d.who.id for d in told}
    counts = {d.value for d in drafts if d.property == "group.count" and d.who.id in groups}
    if len(groups) != 1 or counts != {str(len(people))}:
        return []
    own = {(d.who.id, d.property.split(".")[0]) for d in drafts}
    return [
        replace(draft, who=who)
        for who in people
        for draft in told
        if draft.polarity == "affirmed" and (who.id, draft.property.split(".")[0]) not in own
    ]


def mark_preambles(sentences: Sequence[Sentence], *, lang: str) -> None:
    """Mark what stands in an entry before its person: "3. ИК-9, Оренбургская область. Улугбек ..."."""
    for sentence in sentences:
        if sentence.opens_with_source:
            sentence.preamble = True
            continue
        if sentence.entry is None or sentence.persons or any(h.cue.kind == "person" for h in sentence.hits):
            continue
        rest = [s for s in sentences[sentence.index + 1 :] if s.entry == sentence.entry]
        before = [s for s in sentences[: sentence.index] if s.entry == sentence.entry]
        told = any(h.cue.kind == "event" for h in sentence.hits)
        sentence.preamble = (
            not told and all(s.preamble for s in before) and any(_begins_named(s, lang) for s in rest[:1])
        )


def _begins_named(sentence: Sentence, lang: str) -> bool:
    """True for a sentence that begins with a name: the recogniser's, a listed one, a word with an age."""
    first = sentence.words[0]
    if any(start - sentence.start <= NAMED_AT for start, _ in sentence.persons):
        return True
    given = bool(token_kinds(first.text, lang=lang) & GIVEN)
    return first.text[:1].isupper() and (
        given or any(start - first.stop <= NAMED_AT for start, _, _ in sentence.ages)
    )


def _people(entries: Sequence[Sentence], discourse: Discourse) -> list[Who]:
    found: dict[int, Who] = {}
    for sentence in entries:
        who = discourse.focuses[sentence.index]
        if sentence.entry is not None and who is not None and who.role == "subject" and not who.group:
            found.setdefault(sentence.entry, who)
    return list(found.values())
