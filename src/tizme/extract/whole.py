"""Extract a whole text or document: by section, each in its own language and of its own day."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.assemble import extract_section
from tizme.extract.retractions import take_back
from tizme.extract.rows import extract_rows
from tizme.model import Document, Extraction, Section, Source
from tizme.tables import table_digest
from tizme.text import detect_language, normal_language
from tizme.text.boilerplate import boilerplate_lines

# The code's own version; the tables' digest stands beside it, so that a changed word is a changed rule.
CODE_VERSION = "extract-1"
RULE_VERSION = f"{CODE_VERSION}+{table_digest()[:12]}"


def extract_text(
    text: str, *, lang: str | None = None, published: str | None = None, publisher: str = "", item: str = ""
) -> Extraction:
    """Everything that a plain text says.

    Args:
        lang: One of text.LANGUAGES or a code as people write it; found from the text where None.
        published: EDTF day of the text; without it relative dates stay unresolved.
        item: SHA-256 of the item the text was read from, "" where there is none.
    """
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
    publisher = (source.name if source else "") or document.publisher
    kind = source.kind.value if source else "press"
    if document.is_list:
        return extract_rows(
            document, document.rows, item=item, published=published, publisher=publisher, rule=RULE_VERSION
        )
    main = normal_language(lang, document.text) if lang else document.lang or detect_language(document.text)
    parts = []
    for section in document.sections or (Section(0, len(document.text)),):
        voice = _without_address(section.repost_of or section.author) or publisher
        parts.append(
            _section(
                document, section, lang=_language(document, section, main),
                published=section.published or published, publisher=voice, kind=kind, item=item,
            )
        )  # fmt: skip
    return parts[0] if len(parts) == 1 else _joined(parts, main, document)


def _section(
    document: Document, section: Section, *, lang: str, published: str, publisher: str, kind: str, item: str
) -> Extraction:
    """The prose of a section, and the rows of its tables and cards."""
    rows = [row for row in document.rows if section.start <= row.cells[0].start < section.stop]
    taken = [(cell.start, cell.stop) for row in rows for cell in row.cells]
    prose = extract_section(
        document.text, lang=lang, published=published, publisher=publisher, source_kind=kind, item=item,
        rule=RULE_VERSION, start=section.start, stop=section.stop,
        boilerplate=sorted((*document.boilerplate, *taken)),
    )  # fmt: skip
    prose = take_back(prose, document.text, section.start, section.stop)
    prose = replace(prose, boilerplate=document.boilerplate)
    if not rows:
        return prose
    listed = extract_rows(
        document, rows, item=item, published=published, publisher=publisher, rule=RULE_VERSION
    )
    return replace(
        prose,
        subjects=prose.subjects + listed.subjects,
        mentions=prose.mentions + listed.mentions,
        claims=prose.claims + listed.claims,
    )


def _without_address(author: str) -> str:
    """An author without the address that stands with the name in a letter's header."""
    return author.partition("<")[0].strip(' "')


def _language(document: Document, section: Section, main: str) -> str:
    """The language of most letters of a section."""
    weight: dict[str, int] = {}
    for passage in document.passages:
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
