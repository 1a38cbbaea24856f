"""Who somebody is that gives a name as his own: "gave his name as ...", "ўзини ... деб таништирди"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import grammar
from tizme.extract.people import NameSpan
from tizme.extract.who import Ref, Who

GIVEN_WITHIN = 3  # tokens from "gives his name" to the name, "as" among them


def who_gives_it(sentence: Sentence, span: NameSpan, refs: Sequence[Ref], lang: str) -> Who | None:
    """ "A thin man gives his name as Azamat Toktogulov": he is the one of that name, met before or not."""
    if not _given(sentence, span, lang):
        return None
    men = [
        r.who
        for r in refs
        if r.form == "nominal" and r.new and r.last < span.first and not sentence.in_quote(r.start)
        if r.who.role in {"subject", "source"} and not r.who.named and not r.who.group
    ]
    return men[0] if len(men) == 1 else None


def become_told_of(sentence: Sentence, refs: Sequence[Ref], lang: str) -> None:
    """ "Дар навор марде худро Ҷамшед Ёров муаррифӣ мекунад": the text is about him."""
    if sentence.heading or not any(is_jargon(h, "footage") for h in sentence.hits):
        return
    for himself, verb in namings(sentence, verb_last=grammar(lang).verb_last):
        before = himself.first if himself is not None else verb.first
        men = [r.who for r in refs if r.form == "nominal" and r.last < before and r.kin is None]
        new = any(r.new and men and r.who is men[-1] for r in refs)
        if new and men[-1].role == "source" and not men[-1].group:
            men[-1].role = "subject"


def _given(sentence: Sentence, span: NameSpan, lang: str) -> bool:
    """Whether the name is given by its bearer, outside any quotation."""
    for himself, verb in namings(sentence, verb_last=grammar(lang).verb_last):
        if himself is None:
            given = 0 < span.first - verb.last <= GIVEN_WITHIN
        else:
            given = himself.last < span.first and 0 < verb.first - span.last <= GIVEN_WITHIN
        if given:
            return True
    return False


def namings(sentence: Sentence, *, verb_last: bool) -> Iterator[tuple[Hit | None, Hit]]:
    """Each verb by which somebody names himself outside quotations, and the "himself" before it, if any."""
    for verb in (h for h in sentence.hits if is_jargon(h, "introduces") and not sentence.in_quote(h.start)):
        if not verb_last:
            yield None, verb
            continue
        himself = [h for h in sentence.hits if is_jargon(h, "whom_himself") and h.last < verb.first]
        if himself:
            yield himself[-1], verb
