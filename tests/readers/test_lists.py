from __future__ import annotations

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from old_excel import xls

from tizme.model import Document, ReadFailure
from tizme.readers import Limits, read_bytes
from tizme.readers.headers import letter_of, property_of
from tizme.readers.sections import section_of
from tizme.text import LANGUAGES


def workbook(*rows: list[object], sheet: str = "Лист1") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def read(content: bytes, name: str = "list.xlsx", **behaviour: object) -> Document:
    answer = read_bytes(content, name=name, **behaviour)
    assert isinstance(answer, Document), answer
    return answer


def fields(document: Document, at: int) -> dict[str, str]:
    row = document.rows[at]
    values = {cell.header: cell.value for cell in row.cells}
    return {name: values[header] for name, header in row.fields}


def test_every_cell_stands_in_the_text_where_it_says():
    found = read(
        workbook(["№", "ФИО", "Примечание"], [1, "Асанов  Эркин", "две\nстроки"], [2, None, "без имени"])
    )
    assert found.text == "№; ФИО; Примечание\n1; Асанов Эркин; две строки\n2; без имени\n"
    for row in found.rows:
        assert [found.text[cell.start : cell.stop] for cell in row.cells] == [
            cell.value for cell in row.cells
        ]
    assert [row.address for row in found.rows] == ["Лист1!2", "Лист1!3"]
    assert [(c.column, c.row) for c in found.rows[1].cells] == [("A", 3), ("C", 3)]


def test_the_header_is_found_under_title_rows_and_empty_ones():
    found = read(
        workbook(
            ["Погибшие и пропавшие, 2024"],
            [],
            ["Данные с 2022 г."],
            ["Фамилия", "Имя", "Дата гибели"],
            ["Асанов", "Эркин", "3.05.2023"],
        )
    )
    assert [p.kind for p in found.passages] == ["heading", "heading", "header", "row"]
    assert fields(found, 0) == {"family": "Асанов", "given": "Эркин", "died.date": "3.05.2023"}


def test_a_header_of_two_rows_is_read_together():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ФИО", "Дата", None, "Место", None])
    sheet.append([None, "рождения", "смерти", "рождения", "смерти"])
    sheet.append(["Асанов Эркин", "1998", "2022", "Алай", "Бахмут"])
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("D1:E1")
    found = read(saved(book))
    assert fields(found, 0) == {
        "name": "Асанов Эркин",
        "birth_date": "1998",
        "died.date": "2022",
        "birth_place": "Алай",
        "died.place": "Бахмут",
    }


def test_dates_are_iso_whether_cells_or_day_numbers_and_years_stay_years():
    found = read(
        workbook(
            ["ФИО", "Год рождения", "Дата гибели", "Дата похорон", "Часть"],
            ["Асанов Эркин", 1998, dt.date(2022, 11, 14), 44950, 44950],
        )
    )
    assert [cell.value for cell in found.rows[0].cells] == [
        "Асанов Эркин",
        "1998",
        "2022-11-14",
        "2023-01-24",
        "44950",
    ]
    assert "day numbers" in found.warnings[0]


def test_a_formula_without_a_result_is_shown_as_its_text():
    found = read(workbook(["ФИО", "Возраст"], ["Асанов", "=2022-1998"]))
    assert found.rows[0].cells[1].value == "=2022-1998"


def test_group_lines_and_repeated_headers_are_not_rows():
    header = ["№", "ФИО", "Район"]
    found = read(
        workbook(header, ["Баткенская область"], [1, "Асанов", "Лейлек"], header, [2, "Исаков", "Кадамжай"])
    )
    assert [row.address for row in found.rows] == ["Лист1!3", "Лист1!5"]
    assert [p.kind for p in found.passages] == ["header", "heading", "row", "header", "row"]


def test_hidden_and_further_sheets_are_read_and_said():
    book = openpyxl.Workbook()
    book.active.title = "Погибшие"
    book.active.append(["ФИО", "Дата гибели"])
    book.active.append(["Асанов", "2022"])
    other = book.create_sheet("Черновик")
    other.sheet_state = "hidden"
    other.append(["ФИО", "Дата гибели"])
    other.append(["Исаков", "2023"])
    found = read(saved(book))
    assert [row.address for row in found.rows] == ["Погибшие!2", "Черновик!2"]
    assert "hidden" in found.warnings[0]


def test_a_given_mapping_wins_over_the_header_and_can_leave_a_column_alone():
    content = workbook(["ФИО", "Район", "Статус"], ["Асанов", "Алай", "погиб"])
    mapping = {("", "Район"): "residence", ("Лист1", "Статус"): ""}
    found = read(content, mapping=mapping)
    assert found.mapping == (
        ("Лист1", "ФИО", "name"),
        ("Лист1", "Район", "residence"),
        ("Лист1", "Статус", ""),
    )
    assert fields(found, 0) == {"name": "Асанов", "residence": "Алай"}


def test_two_columns_of_one_header_are_told_apart():
    found = read(workbook(["ФИО", "Дата", "Дата"], ["Асанов", "2021", "2022"]))
    assert [header for _, header, _ in found.mapping] == ["ФИО", "Дата", "Дата [C]"]
    assert [name for name, _ in found.rows[0].fields] == ["name", "event.date", "event.date"]


def test_a_list_without_a_header_keeps_its_rows_and_says_so():
    found = read(workbook(["Асанов Эркин", 1998], ["Исаков Азамат", 1988]))
    assert len(found.rows) == 2
    assert [header for _, header, _ in found.mapping] == ["A", "B"]
    assert "No header row" in found.warnings[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_csv_comes_right_whatever_its_delimiter_and_encoding(delimiter: str, encoding: str):
    lines = [
        ["ФИО", "Год рождения", "Район"],
        ["Асанов Эркин", "1998", "Алай"],
        ["Исаков Азамат", "1988", "Ноокат"],
    ]
    content = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    found = read(content, "list.csv")
    assert fields(found, 0) == {"name": "Асанов Эркин", "birth_date": "1998", "origin": "Алай"}
    assert found.rows[1].address == "list!3"


def test_quoted_cells_keep_commas_and_line_breaks_as_one_cell():
    found = read('ФИО,Примечание\n"Асанов, Эркин","погиб,\nсо слов дяди"\n'.encode(), "list.csv")
    assert [cell.value for cell in found.rows[0].cells] == ["Асанов, Эркин", "погиб, со слов дяди"]


def test_a_list_with_too_many_cells_is_too_large_and_not_cut():
    answer = read_bytes(b"name,age\n" + b"x,1\n" * 600, name="list.csv", limits=Limits(cells=1000))
    assert isinstance(answer, ReadFailure)
    assert answer.reason == "too-large"


HEADERS = {
    "ru": ("Ф. И. О.", "Дата рождения (дд.мм.гггг)", "Место гибели"),
    "en": ("Full name", "Date of Birth", "Place of death"),
    "ky": ("Аты-жөнү", "Туулган күнү", "Каза болгон жери"),
    "kk": ("Аты-жөні", "Туған күні", "Қаза тапқан жері"),
    "uz-Latn": ("F.I.Sh.", "Tug‘ilgan sanasi", "Halok bo‘lgan joyi"),
    "uz-Cyrl": ("Ф.И.Ш.", "Туғилган санаси", "Ҳалок бўлган жойи"),
    "tg": ("Ному насаб", "Санаи таваллуд", "Ҷойи ҳалокат"),
    "uk": ("ПІБ", "Дата народження", "Місце загибелі"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headers_are_known_in_every_language(lang: str):
    assert [property_of(header) for header in HEADERS[lang]] == ["name", "birth_date", "died.place"]


@pytest.mark.parametrize(
    "header", ["Шкаф", "Дата", "Рост", "", "Погода в день похорон и другие обстоятельства" * 3]
)
def test_a_header_that_is_not_known_or_vague_is_not_made_a_property_of_an_event(header: str):
    assert property_of(header) in {"", "event.date"}


def test_columns_are_lettered_as_a_spreadsheet_does():
    assert [letter_of(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_heading_over_the_rows_holds_for_each_of_them_and_leads_back_to_its_own_cell():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Лист1"
    for line in (
        ["№", "ФИО", "Дата рождения"],
        ["Баткенская область (2 чел.)"],
        [1, "Асанов Эркин", "1998"],
        ["Итого:", 2],
        ["в/ч 12345"],
        [2, "Бакиров Нурлан", "1999"],
        ["Прочие"],
        [3, "Сыдыков Тилек", "2000"],
        ["* Данные уточняются"],
    ):
        sheet.append(line)
    found = read(saved(book))
    assert [row.address for row in found.rows] == ["Лист1!3", "Лист1!6", "Лист1!8"]
    carried = [
        {name: cell for name, header in row.fields for cell in row.carried if cell.header == header}
        for row in found.rows
    ]
    assert carried[0]["origin"].value == "Баткенская область"
    assert (carried[0]["origin"].column, carried[0]["origin"].row) == ("A", 2)
    assert found.text[carried[0]["origin"].start : carried[0]["origin"].stop] == "Баткенская область"
    assert {name: cell.value for name, cell in carried[1].items()} == {
        "origin": "Баткенская область",
        "unit": "в/ч 12345",
    }
    assert carried[2] == {}


def test_a_cell_merged_down_over_several_rows_holds_for_all_of_them():
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (
        ["Район", "ФИО", "Год рождения"],
        ["Алайский", "Асанов Эркин", 1998],
        [None, "Бакиров Нурлан", 1999],
        ["Кочкор", "Сыдыков Тилек", 2000],
    ):
        sheet.append(line)
    sheet.merge_cells("A2:A3")
    found = read(saved(book))
    assert [dict(row.fields).get("origin") for row in found.rows] == ["Район"] * 3
    assert [cell.value for cell in found.rows[1].carried] == ["Алайский"]
    assert not found.rows[2].carried


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("ПОГИБШИЕ", ("died", "ПОГИБШИЕ")),
        ("Пропавшие без вести:", ("missing", "Пропавшие без вести")),
        ("Halok bo‘lganlar — 12 kishi", ("died", "Halok bo‘lganlar")),
        ("Военнопленные", ("captured", "Военнопленные")),
        ("Қаза тапқандар", ("died", "Қаза тапқандар")),
        ("Погибшие и пропавшие без вести", ("", "")),
        ("Родственники погибших", ("", "")),
        ("Предположительно погибшие", ("", "")),
        ("Families of the missing", ("", "")),
        ("Прочие", ("", "")),
    ],
)
def test_a_heading_says_of_the_rows_only_what_it_says_of_all_of_them(heading: str, said: tuple[str, str]):
    """A wrong "dead" here would be told of every row below."""
    assert section_of(heading) == said


def test_columns_without_a_header_are_taken_by_what_stands_in_them_and_the_reader_says_so():
    found = read(
        workbook(
            [1, "Осмонов Эрлан Бакирович", "12.03.1990", "Кочкор", "погиб", "12.03.2023"],
            [2, "Жумалиев Тилек", "1988", "Ат-Баши", "пропал без вести", "2023"],
            [3, "Сыдыков Айбек Нурланович", "05.05.1995", "Нарын", "в плену", None],
        )
    )
    assert fields(found, 0) == {
        "name": "Осмонов Эрлан Бакирович",
        "birth_date": "12.03.1990",
        "origin": "Кочкор",
        "status": "погиб",
        "event.date": "12.03.2023",
    }
    assert any("B for name" in said for said in found.warnings)


def test_a_sheet_of_places_and_numbers_is_no_list_of_people():
    found = read(workbook(["Бишкек", 12], ["Ош", 14], ["Нарын", 3]))
    assert all(not row.fields for row in found.rows)


def ods(*rows: list[str], name: str = "Лист1") -> bytes:
    """An OpenDocument spreadsheet, as little of it as programs need."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
        for one in ("office", "table", "text")
    )
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{name}">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("content.xml", body)
        packed.writestr("META-INF/manifest.xml", manifest)
    return into.getvalue()


def test_an_open_document_list_is_read_like_a_workbook():
    found = read(
        ods(
            ["Список"],
            ["ФИО", "Год рождения", "Судьба"],
            ["Баткенская область"],
            ["Асанов Эркин", "1998", "погиб"],
        ),
        name="list.ods",
    )
    assert found.media_type.endswith("opendocument.spreadsheet")
    assert [row.address for row in found.rows] == ["Лист1!4"]
    assert dict(found.rows[0].fields)["origin"] == "heading: origin"
    assert fields_with_carried(found, 0)["origin"] == "Баткенская область"


def fields_with_carried(document: Document, at: int) -> dict[str, str]:
    row = document.rows[at]
    values = {cell.header: cell.value for cell in (*row.cells, *row.carried)}
    return {name: values[header] for name, header in row.fields}


def test_a_workbook_of_old_excel_is_read_like_a_new_one():
    content = xls(
        ("ФИО", "Год рождения", "Судьба"),
        ("Баткенская область",),
        ("Асанов Эркин", 1998.0, "погиб"),
        ("Исаков Тимур", "", "жив"),
    )
    found = read(content, name="list.xls")
    assert found.media_type == "application/vnd.ms-excel"
    assert [row.address for row in found.rows] == ["Лист1!3", "Лист1!4"]
    assert [cell.value for cell in found.rows[0].cells] == ["Асанов Эркин", "1998", "погиб"]
    assert fields_with_carried(found, 0)["origin"] == "Баткенская область"
    assert dict(found.rows[1].fields)["name"] == "ФИО"


def test_an_old_workbook_that_is_cut_off_is_a_failure_and_no_crash_of_the_case():
    content = xls(("ФИО", "Год рождения"), ("Асанов Эркин", 1998.0))
    for length in (600, 1_100, 1_700):
        found = read_bytes(content[:length], name="list.xls")
        assert isinstance(found, ReadFailure), length
