from __future__ import annotations

import datetime as dt
import io

import docx
import pytest

from tizme.model import Document, ReadFailure
from tizme.readers import ocr, read_bytes


def pdf(*pages: list[str], extra: str = "") -> bytes:
    """A PDF written by hand; its font's codes name their letters, Cyrillic ones too."""
    letters = sorted({char for page in pages for line in page for char in line})
    code_of = {char: 33 + at for at, char in enumerate(letters)}
    names = " ".join(f"/uni{ord(char):04X}" for char in letters)
    font = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 33 /LastChar 250 "
        f"/Widths [{' '.join(['600'] * 218)}] /Encoding << /Type /Encoding /Differences [33 {names}] >> >>"
    )
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font,
    ]
    for n, page in enumerate(pages):
        shown = [f"<{''.join(f'{code_of[char]:02x}' for char in line)}> Tj T*" for line in page]
        stream = "\n".join(["BT /F1 10 Tf 14 TL 50 780 Td", *shown, "ET"])
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    written, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{value}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{len(written)}\n%%EOF\n"
    )
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


LINES = [
    "Эркин Асанов, двадцати четырёх лет, погиб под Бахмутом в октябре",
    "прошлого года. Об этом нашей газете рассказала его мать, кото-",
    "рая живёт в Алае и ждала его звонка до самого Нового года, а",
    "потом узнала обо всём.",
    "В министерстве ответили, что сведений нет.",
]


def read(content: bytes, name: str) -> Document:
    answer = read_bytes(content, name=name)
    assert isinstance(answer, Document), answer
    return answer


def test_pdf_lines_become_paragraphs_and_cut_words_whole():
    found = read(pdf(LINES), "a.pdf")
    first, second = found.text.strip().split("\n")
    assert "Бахмутом в октябре прошлого года." in first
    assert "мать, которая живёт" in first
    assert first.endswith("обо всём.")
    assert second == "В министерстве ответили, что сведений нет."
    assert found.lang == "ru"


def test_every_pdf_line_has_its_box_from_the_pages_top_left():
    found = read(pdf(LINES, ["Вторая страница о том же."]), "a.pdf")
    assert [box.page for box in found.page_boxes] == [1, 1, 1, 1, 1, 2]
    words = [found.text[box.start : box.stop] for box in found.page_boxes]
    assert words[0] == LINES[0]
    assert words[-1] == "Вторая страница о том же."
    tops = [box.box[1] for box in found.page_boxes[:5]]
    assert tops == sorted(tops)
    left, top, right, bottom = found.page_boxes[0].box
    assert left == pytest.approx(50, abs=2)
    assert 40 < top < bottom < 70
    assert right == pytest.approx(50 + 6 * len(LINES[0]), abs=8)


def test_pages_without_a_text_layer_are_named_and_a_scan_is_a_failure():
    found = read(pdf(LINES, []), "a.pdf")
    assert "Pages without a text layer: 2" in found.warnings[0]
    answer = read_bytes(pdf([], []), name="scan.pdf")
    assert isinstance(answer, ReadFailure)
    assert answer.reason == ("missing-extra" if ocr.missing_part() else "no-text")


def test_a_pdf_under_a_password_is_said_to_be_encrypted():
    locked = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> "
        f"/ID [<{'43' * 16}> <{'43' * 16}>]"
    )
    answer = read_bytes(pdf(LINES, extra=locked), name="a.pdf")
    assert isinstance(answer, ReadFailure)
    assert answer.reason == "encrypted"


def test_an_office_file_under_a_password_is_said_to_be_encrypted():
    content = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    )
    for name in ("a.docx", "a.xlsx"):
        answer = read_bytes(content, name=name)
        assert isinstance(answer, ReadFailure)
        assert answer.reason == "encrypted"


def document(*, day: dt.datetime | None = None) -> bytes:
    made = docx.Document()
    made.add_heading("Сообщение о приговоре", level=1)
    made.add_paragraph("Суд приговорил Исакова Азамата к семи годам.\nПриговор не вступил в силу.")
    table = made.add_table(rows=2, cols=3)
    for at, words in enumerate(["ФИО", "Год рождения", "Срок", "Исаков Азамат", "1999", "7 лет"]):
        table.cell(at // 3, at % 3).text = words
    made.add_paragraph("После таблицы.")
    if day:
        made.core_properties.created = made.core_properties.modified = day
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


def test_docx_paragraphs_headings_and_tables_stand_in_order():
    found = read(document(), "a.docx")
    assert found.text.split("\n") == [
        "Сообщение о приговоре",
        "Суд приговорил Исакова Азамата к семи годам.",
        "Приговор не вступил в силу.",
        "ФИО; Год рождения; Срок",
        "Исаков Азамат; 1999; 7 лет",
        "После таблицы.",
        "",
    ]
    assert found.title == "Сообщение о приговоре"
    assert [p.kind for p in found.passages] == ["heading", "body", "body", "header", "row", "body"]
    assert found.rows[0].address == "table 1!2"
    assert found.rows[0].fields[2] == ("sentenced.term", "Срок")


def test_docx_gives_the_day_it_was_saved_and_never_its_templates():
    found = read(document(day=dt.datetime(2024, 9, 13, 8, tzinfo=dt.UTC)), "a.docx")
    assert found.published == "2024-09-13"
    assert "saved" in found.warnings[0]
    assert read(document(), "a.docx").published == ""
