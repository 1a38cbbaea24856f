"""Write the PDF, DOCX, XLSX and EML sources from the plain texts in plain/.

Only the standard library is used and every date inside the files is fixed, so that the same
plain texts always give the same bytes: ``python make_sources.py`` after a change, then commit both.
"""

from __future__ import annotations

import base64
import csv
import io
import textwrap
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
PLAIN, SOURCES = HERE / "plain", HERE / "sources"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
A4 = (595, 842)  # PDF points
MARGIN, LINE_HEIGHT, LINE_LETTERS, PAGE_LINES = 62, 16, 84, 44


def archive(parts: dict[str, str]) -> bytes:
    """The bytes of a ZIP whose members carry one fixed date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as zipped:
        for name, content in parts.items():
            zipped.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content.encode())
    return buffer.getvalue()


def package(main: str, main_type: str, parts: dict[str, str], overrides: dict[str, str]) -> bytes:
    """An Office package around its main part."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for name, kind in ({main: main_type} | overrides).items()
    )
    return archive(
        {
            "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/relationships/officeDocument" Target="{main}"/></Relationships>',
            **parts,
        }
    )


def docx(lines: list[str]) -> bytes:
    """A Word file with one paragraph a line; a line that starts with "# " is bold and centred."""
    paragraphs = []
    for line in lines:
        heading = line.startswith("# ")
        layout = '<w:pPr><w:jc w:val="center"/></w:pPr>' if heading else ""
        run = "<w:rPr><w:b/></w:rPr>" if heading else ""
        words = escape(line.removeprefix("# "))
        paragraphs.append(f'<w:p>{layout}<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>')
    body = "".join(paragraphs)
    document = (
        f'{XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    return package("word/document.xml", "wordprocessingml.document.main", {"word/document.xml": document}, {})


def xlsx(title: str, rows: list[list[str]]) -> bytes:
    """A workbook with one sheet: the title in row 1, row 2 empty, the header and the rows below."""
    lines = []
    for number, cells in enumerate([[title], [], *rows], start=1):
        written = "".join(
            f'<c r="{chr(65 + column)}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for column, cell in enumerate(cells)
            if cell
        )
        lines.append(f'<row r="{number}">{written}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = {
        "xl/workbook.xml": f'{XML}<workbook xmlns="{main}" xmlns:r="{OFFICE}/relationships">'
        '<sheets><sheet name="Список" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{main}"><sheetData>{"".join(lines)}'
        "</sheetData></worksheet>",
    }
    return package(
        "xl/workbook.xml",
        "spreadsheetml.sheet.main",
        parts,
        {"xl/worksheets/sheet1.xml": "spreadsheetml.worksheet"},
    )


def pdf(lines: list[str], *, title: str) -> bytes:
    """A PDF in Helvetica, one of the fonts that every reader has; Latin letters only."""
    wrapped: list[tuple[str, str]] = []
    for line in lines:
        font = "F2" if line.startswith("# ") else "F1"
        wrapped += [(font, part) for part in textwrap.wrap(line.removeprefix("# "), LINE_LETTERS) or [""]]
    pages = [wrapped[at : at + PAGE_LINES] for at in range(0, len(wrapped), PAGE_LINES)]
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) /CreationDate (D:20241015090000Z) >>",
    ]
    for n, page in enumerate(pages):
        drawn = ["BT", f"{LINE_HEIGHT} TL", f"{MARGIN} {A4[1] - MARGIN} Td"]
        for font, words in page:
            safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn += [f"/{font} 11 Tf", f"({safe}) Tj", "T*"]
        content = "\n".join([*drawn, "ET"])
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] /Contents {7 + 2 * n} 0 R {fonts} >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    written, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{value}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode() + trailer.encode()


def eml(body: str, *, sender: str, address: str, subject: str, date: str) -> bytes:
    """A letter as a mail program stores it: base64 body, encoded header words."""

    def word(text: str) -> str:
        return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="

    encoded = "\r\n".join(textwrap.wrap(base64.b64encode(body.encode()).decode(), 76))
    headers = (
        f"From: {word(sender)} <{address}>",
        "To: search@example.org",
        f"Subject: {word(subject)}",
        f"Date: {date}",
        "Message-ID: <20240418.1@example.org>",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: base64",
    )
    return ("\r\n".join(headers) + "\r\n\r\n" + encoded + "\r\n").encode()


def plain_lines(name: str) -> list[str]:
    return (PLAIN / name).read_text(encoding="utf-8").splitlines()


def main() -> None:
    with (PLAIN / "list.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    notice = docx([line for line in plain_lines("court_notice.txt") if line])
    made = {
        "06_autumn_brief.pdf": pdf(plain_lines("brief.txt"), title="Recruited far from home: autumn brief"),
        "08_court_notice.docx": notice,
        "09_list.xlsx": xlsx("Погибшие и пропавшие земляки, по состоянию на 20.05.2024", rows),
        "10_brothers_search.eml": eml(
            (PLAIN / "search.txt").read_text(encoding="utf-8"),
            sender="Фаррух Давлатов",
            address="farrukh@example.org",
            subject="Ищу брата",
            date="Thu, 18 Apr 2024 14:05:00 +0500",
        ),
        # Cut off on its way, as a download over a bad line is: kept and listed, never dropped.
        "13_cut_off.docx": notice[: len(notice) // 2],
    }
    for name, content in made.items():
        (SOURCES / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")


if __name__ == "__main__":
    main()
