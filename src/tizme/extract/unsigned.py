"""Who speaks in a long quotation that nobody signs and that tells of a man by his name: his relative."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

GAP = 3  # letters between two paragraphs of one quotation


def told_by_relatives(sentences: list[Sentence], refs: list[list[Ref]]) -> dict[tuple[int, int], Voice]:
    """ "Dilnoza, Sanjar's wife, spoke to us. / “Sanjar left in March. He told me ...”": she says "I".

    Who is named inside does not speak; the paragraphs of a quotation are one person's.
    """
    found: dict[tuple[int, int], Voice] = {}
    relative: Ref | None = None
    before = -1
    for sentence, here in zip(sentences, refs, strict=True):
        for quote in sentence.quotes:
            goes_on = next((v for q, v in found.items() if 0 < quote[0] - q[1] <= GAP), None)
            opens = quote[0] == sentence.start and sentence.paragraph != before
            if quote in found or not opens:
                continue
            if goes_on is not None:
                found[quote] = goes_on
            elif relative is not None and _names(quote, relative, sentences[sentence.index :], refs):
                found[quote] = Voice("relative", relative.who.label, relative.who)
        outside = [r for r in here if r.who.role == "relative" and not sentence.in_quote(r.start)]
        relative = next((r for r in reversed(outside) if not r.who.group), relative)
        before = sentence.paragraph
    return found


def _names(quote: tuple[int, int], relative: Ref, behind: list[Sentence], refs: list[list[Ref]]) -> bool:
    """Whether the quotation names whose relative it is, and nowhere the relative."""
    named = [
        r
        for s in behind
        if s.start < quote[1]
        for r in refs[s.index]
        if r.form == "name" and quote[0] <= r.start < quote[1]
    ]
    return any(r.who is relative.who.anchor for r in named) and not any(r.who is relative.who for r in named)
