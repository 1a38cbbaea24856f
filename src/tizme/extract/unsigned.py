"""Who speaks in a long quotation that nobody signs and that tells of a man by his name: his relative."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.narrator import writers_kin
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


def written_by_relatives(sentences: list[Sentence], discourse: Discourse) -> dict[tuple[int, int], Voice]:
    """ "«Мен Нилуфар. Эрим Даврон кетган. ...»": whoever says "my husband" in it is his relative."""
    found: dict[tuple[int, int], Voice] = {}
    for sentence in sentences:
        for quote in sentence.quotes:
            if quote in found or quote[0] != sentence.start or quote[1] <= sentence.stop:
                continue
            mine = _first_of_kin(quote, sentences, discourse)
            if mine is not None:
                link = next((k for k in discourse.kin if mine.kin and k.start == mine.kin.start), None)
                teller = link.relative if link is not None and link.anchor is mine.who else None
                found[quote] = Voice("relative", teller.label if teller else "", teller)
    return found


def _first_of_kin(quote: tuple[int, int], sentences: list[Sentence], discourse: Discourse) -> Ref | None:
    """ "My husband", of whom the text tells, with nobody named before him; not "his wife", "my mother"."""
    for sentence in sentences:
        for ref in discourse.refs[sentence.index]:
            if not quote[0] <= ref.start < quote[1] or ref.who.role != "subject" or ref.form == "pronoun":
                continue
            mine = ref.kin is not None and writers_kin(sentence, ref.kin, discourse)
            return ref if mine and not ref.who.group else None
    return None


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
