"""A letter set as DOCX: A4, one clear order, no trace of who wrote it where."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tizme.trace.letters import Letter, words_of
from tizme.trace.terms import day_in_words

_LOCALES = {"ru": "ru-RU", "ky": "ky-KG", "en": "en-GB"}
_FONT, _POINTS = "Times New Roman", 12
_MARGIN_CM = 2.0
_ADDRESS_INDENT_CM = 8.0
_COLUMNS_CM = (4.6, 7.6, 4.8)  # the width between the margins of an A4 page is 17 cm
_LINE = "_" * 30


def docx_bytes(letter: Letter) -> bytes:
    """The letter as the bytes of a DOCX file."""
    import docx

    document = docx.Document()
    words = words_of(letter.lang)
    _set_page(document, letter, words)
    _address_block(document, letter, words)
    _paragraph(
        document, f"{words['dated']} {day_in_words(letter.dated, words)}    {words['number']} {'_' * 12}"
    )
    _heading(document, letter.title, centred=True)
    _paragraph(document, letter.intro)
    if letter.rows:
        _heading(document, words["known"])
        _facts_table(document, letter, words["headers"])
    _heading(document, words["questions_heading"])
    for number, question in enumerate(letter.questions, start=1):
        _numbered(document, f"{number}.", question)
    if letter.ground:
        _heading(document, words["ground_heading"])
        _paragraph(document, letter.ground)
    if letter.due:
        _paragraph(document, letter.due_line, bold=True)
    for remark in letter.remarks:
        _paragraph(document, remark)
    _signature(document, letter, words)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_page(document: Any, letter: Letter, words: Mapping[str, Any]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(_POINTS)
    properties = style.element.get_or_add_rPr()
    # Word takes Cyrillic from "cs" and "hAnsi"; without them it falls back to the theme's font.
    for kind in ("w:hAnsi", "w:cs", "w:eastAsia"):
        properties.rFonts.set(qn(kind), _FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[letter.lang])
    properties.append(language)
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.title, core.language = letter.title, _LOCALES[letter.lang]
    core.created = core.modified = datetime.fromisoformat(f"{letter.dated}T00:00:00")
    footer = section.footer.paragraphs[0]
    footer.alignment = 2  # right
    footer.add_run(f"{words['page']} ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    shown = OxmlElement("w:r")
    number = OxmlElement("w:t")
    number.text = "1"  # until a program counts the pages
    shown.append(number)
    field.append(shown)
    footer._p.append(field)  # noqa: SLF001  (python-docx 1.2 has no public way to add a field)


def _address_block(document: Any, letter: Letter, words: Mapping[str, Any]) -> None:
    from docx.shared import Cm

    fill = words["fill_in"]
    for label, value in (
        (words["to"], letter.addressee.name),
        (words["address"], letter.addressee.address or fill),
        (words["from"], letter.signatory or fill),
        (words["reply_to"], letter.reply_to or fill),
    ):
        paragraph = _paragraph(document, "", after=2)
        paragraph.paragraph_format.left_indent = Cm(_ADDRESS_INDENT_CM)
        paragraph.add_run(f"{label} ").bold = True
        paragraph.add_run(value)
    _paragraph(document, "", after=4)


def _facts_table(document: Any, letter: Letter, headers: Sequence[str]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(headers))
    table.style = "Table Grid"
    table.autofit = False
    # LibreOffice takes the widths from the grid, Word from the cells.
    for column, width in zip(table.columns, _COLUMNS_CM, strict=True):
        column.width = Cm(width)
    for cell, header in zip(table.rows[0].cells, headers, strict=True):
        cell.paragraphs[0].add_run(header).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  (repeats on each page)
    for row in letter.rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, (row.label, row.value, row.source), strict=True):
            cell.paragraphs[0].add_run(value)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell, width in zip(row.cells, _COLUMNS_CM, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].paragraph_format.space_after = Cm(0.05)
    _paragraph(document, "", after=2)


def _signature(document: Any, letter: Letter, words: Mapping[str, Any]) -> None:
    _paragraph(document, words["closing"], keep=True)
    for label, value in (
        (words["signature"], _LINE),
        (words["signatory"], letter.signatory or _LINE),
        (words["signatory_role"], _LINE),
    ):
        _paragraph(document, f"{label} {value}", keep=label != words["signatory_role"])


def _heading(document: Any, text: str, *, centred: bool = False) -> None:
    from docx.shared import Pt

    paragraph = _paragraph(document, "", keep=True)
    paragraph.paragraph_format.space_before = Pt(8)
    paragraph.add_run(text).bold = True
    if centred:
        paragraph.alignment = 1


def _numbered(document: Any, number: str, text: str) -> None:
    from docx.shared import Cm

    paragraph = _paragraph(document, f"{number}\t{text}", after=3)
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.first_line_indent = Cm(-0.8)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))


def _paragraph(document: Any, text: str, *, bold: bool = False, after: int = 6, keep: bool = False) -> Any:
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    if text:
        paragraph.add_run(text).bold = bold
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.keep_with_next = keep
    return paragraph
