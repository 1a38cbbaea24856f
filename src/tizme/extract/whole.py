"""Extract a whole text or document: by section, each in its own language and of its own day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol, TypeVar

from tizme.extract.assemble import extract_section
from tizme.extract.evidence_words import model_bytes
from tizme.extract.list_heads import carried, list_heads
from tizme.extract.remembered import forget_rare_words
from tizme.extract.retractions import take_back
from tizme.extract.rows import extract_rows
from tizme.model import Document, Extraction, Polarity, Section, Source, Subject, short_id
from tizme.tables import table_digest
from tizme.text import detect_language, normal_language
from tizme.text.boilerplate import boilerplate_lines

# The code's own version; the digest of tables and weights stands beside it: a changed word is a changed rule.
CODE_VERSION = "extract-1"
RULE_VERSION = f"{CODE_VERSION}+{sha256(table_digest().encode() + model_bytes()).hexdigest()[:12]}"


def extract_text(
    text: str, *, lang: str | None = None, published: str | None = None, publisher: str = "", item: str = ""
) -> Extraction:
    """Everything that a plain text says.

    Args:
        lang: One of text.LANGUAGES or a code as people write it; found from the text where None.
        published: EDTF day of the text; without it relative dates stay unresolved.
        item: SHA-256 of the item the text was read from, "" where there is none.
    """
    forget_rare_words()
    code = normal_language(lang, text) if lang else detect_language(text)
    return extract_section(
        text, lang=code, published=published or "", publisher=publisher, item=item, rule=RULE_VERSION,
        start=0, stop=len(text), boilerplate=boilerplate_lines(text),
    )  # fmt: skip


def extract_document(
    document: Document, *, item: str, published: str, source: Source | None = None, lang: str = ""
) -> Extraction:
    """Everything that a document says: its rows if it is a list, its sections if it has any, else its text.

    Args:
        published: EDTF day of the item; a section's own day goes before it.
        source: Who published it: the outermost speaker of every claim.
        lang: Overrides what the reader found.
    """
    forget_rare_words()
    publisher = (source.name if source else "") or document.publisher
    kind = source.kind.value if source else "press"
    if document.is_list:
        return extract_rows(
            document, document.rows, item=item, published=published, publisher=publisher, rule=RULE_VERSION
        )
    main = normal_language(lang, document.text) if lang else document.lang or detect_language(document.text)
    sections = document.sections or (Section(0, len(document.text)),)
    parts: list[Extraction] = []
    told: dict[str, Extraction] = {}  # by address, for those that answer it
    for section in sections:
        voice = _Voice(
            lang=_language(document, section, main),
            published=section.published or published,
            publisher=_without_address(section.repost_of or section.author) or publisher,
            kind=kind,
            item=item,
        )
        found = _section(document, section, voice)
        answered = told.get(section.answers) if section.answers else None
        if answered is not None and not any(one.named for one in found.subjects):
            found = _answer(document, section, voice, answered) or found
        told[section.address] = found
        parts.append(found)
    return parts[0] if len(parts) == 1 else _joined(parts, main, document)


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks in a section, when, and in which language."""

    lang: str
    published: str
    publisher: str
    kind: str
    item: str


def _answer(document: Document, section: Section, voice: _Voice, answered: Extraction) -> Extraction | None:
    """What a reply says of the one person whom it answers about, None where that is nobody or nothing."""
    spoken_of = {claim.subject for claim in answered.claims}
    people = [one for one in answered.subjects if one.named and one.role == "subject" and one.id in spoken_of]
    if len(people) != 1:
        return None
    about = people[0]
    fates = frozenset(
        claim.property
        for claim in answered.claims
        if claim.subject == about.id and claim.polarity is Polarity.AFFIRMED
    )
    found = _section(document, section, voice, about=about, fates=fates)
    return found if any(claim.subject == "s1" for claim in found.claims) else None


def _section(
    document: Document,
    section: Section,
    voice: _Voice,
    *,
    about: Subject | None = None,
    fates: frozenset[str] = frozenset(),
) -> Extraction:
    """The prose of a section, and the rows of its tables and cards.

    Args:
        about: Of whom the message speaks that this section answers.
        fates: What that message says of them.
    """
    rows = [row for row in document.rows if section.start <= row.cells[0].start < section.stop]
    taken = [(cell.start, cell.stop) for row in rows for cell in row.cells]
    text = document.text[section.start : section.stop]
    outside = [
        (max(0, start - section.start), stop - section.start)
        for start, stop in sorted((*document.boilerplate, *taken))
        if start < section.stop and section.start < stop
    ]
    heads = list_heads(text, outside)
    # By itself, so that a chat of a thousand messages costs a thousand messages and not their square.
    prose = extract_section(
        text, lang=voice.lang, published=voice.published, publisher=voice.publisher, source_kind=voice.kind,
        item=voice.item, rule=RULE_VERSION, start=0, stop=len(text),
        boilerplate=sorted((*outside, *((head.start, head.stop) for head in heads))), about=about,
    )  # fmt: skip
    plain = next((claim for claim in prose.claims if claim.polarity is Polarity.AFFIRMED), None)
    prose = carried(prose, text, heads, said=plain) if heads else prose
    prose = take_back(prose, text, said_before=fates)
    prose = replace(_moved(prose, section.start), boilerplate=document.boilerplate)
    if not rows:
        return prose
    listed = extract_rows(
        document, rows, item=voice.item, published=voice.published, publisher=voice.publisher,
        rule=RULE_VERSION,
    )  # fmt: skip
    return replace(
        prose,
        subjects=prose.subjects + listed.subjects,
        mentions=prose.mentions + listed.mentions,
        claims=prose.claims + listed.claims,
    )


def _moved(part: Extraction, by: int) -> Extraction:
    """The extraction of a part of a text, at its place in the whole."""
    if not by:
        return part
    claims = []
    for one in part.claims:
        start, stop = one.start + by, one.stop + by
        name = short_id("c", one.item, start, stop, one.subject, one.property, one.value)
        claims.append(replace(one, id=name, start=start, stop=stop))
    mentions = tuple(replace(one, start=one.start + by, stop=one.stop + by) for one in part.mentions)
    return replace(part, mentions=mentions, claims=tuple(claims))


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def stop(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def _overlapping(placed: Sequence[_P], section: Section) -> Iterator[_P]:
    """Those of ``placed``, which stand in order and apart, that share a code point with a section."""
    at = bisect_right(placed, section.start, key=lambda one: one.stop)
    while at < len(placed) and placed[at].start < section.stop:
        yield placed[at]
        at += 1


def _without_address(author: str) -> str:
    """An author without the address that stands with the name in a letter's header."""
    return author.partition("<")[0].strip(' "')


def _language(document: Document, section: Section, main: str) -> str:
    """The language of most letters of a section."""
    weight: dict[str, int] = {}
    for passage in _overlapping(document.passages, section):
        inside = min(passage.stop, section.stop) - max(passage.start, section.start)
        if inside > 0:
            weight[passage.lang] = weight.get(passage.lang, 0) + inside
    return (
        max(sorted(weight), key=lambda lang: weight[lang]) if weight and len(document.sections) > 1 else main
    )


def _joined(parts: list[Extraction], lang: str, document: Document) -> Extraction:
    """Sections side by side; the subjects of each are its own (linking joins them, not reading)."""
    subjects, mentions, claims = [], [], []
    for number, part in enumerate(parts, start=1):
        names = {s.id: f"m{number}.{s.id}" for s in part.subjects}
        subjects += [replace(s, id=names[s.id]) for s in part.subjects]
        mentions += [replace(m, subject=names[m.subject]) for m in part.mentions]
        claims += [
            replace(c, subject=names[c.subject], value=names.get(c.value, c.value)) for c in part.claims
        ]
    return Extraction(lang, document.boilerplate, tuple(subjects), tuple(mentions), tuple(claims))
