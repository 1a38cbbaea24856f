"""A workbook as recorders hand them over: titles, sections and totals between the rows, persons more than once.

Every person is invented. ``ROWS`` is the truth: who stands where, and what the columns say.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass, field

import openpyxl

HEADER_RU = (
    ["№ п/п", "Ф.И.О.", "Дата", None, "Место жительства", "Место гибели", "Судьба", "Примечание"],
    [None, None, "рождения", "гибели", None, None, None, None],
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: the person's number in the truth, the cells, and what reading must give."""

    person: int
    cells: tuple[object, ...]
    fields: dict[str, str] = field(default_factory=dict)
    claims: dict[str, str] = field(default_factory=dict)


DAY = dt.date
# Sections of the first sheet: heading, rows. Names: number of the person, then the cells.
RU: tuple[tuple[str, tuple[tuple[int, tuple[object, ...]], ...]], ...] = (
    (
        "Баткенская область",
        (
            (1, ("Абдыкадыров Нурлан Сапарович", DAY(1994, 3, 12), DAY(2023, 1, 19), "Баткенский район, с. Самаркандек", "г. Бахмут", "погиб", None)),
            (2, ("Токтосунов Эрмек Бакытович", "07.11.1989", "март 2023", "Лейлекский район", "Соледар", "погиб", "ЧВК")),
            (3, ("Маматкулов Азизбек Тургунбаевич", DAY(2001, 6, 30), None, "Кадамжайский район", None, "пропал без вести", None)),
            (4, ("Жороев Улан", 1990, DAY(2022, 12, 5), "г. Сулюкта", "Донецкая область", "погиб", None)),
            (5, ("САТЫБАЛДИЕВ КАНАТ МЕДЕРОВИЧ", "15.08.1979", None, "г. Кызыл-Кия", None, "в плену", None)),
            (6, ("Осмонов Бекжан уулу Тилек", DAY(1998, 1, 2), DAY(2023, 4, 14), "Баткенский район", "Бахмут", "погиб", None)),
            (7, ("Ражапов Шерзод Илхомович", DAY(1985, 9, 9), "2023", "Кадамжайский район", None, "погиб", "из колонии")),
            (8, ("Эргешов Таалайбек Жоомартович", "1992 г.", DAY(2024, 2, 11), "Лейлекский район", "Авдеевка", "погиб", None)),
        ),
    ),
    (
        "Джалал-Абадская область",
        (
            (9, ("Мырзаев Айбек Русланович", DAY(1996, 12, 24), DAY(2022, 11, 3), "Сузакский район", "Луганская область", "погиб", None)),
            (10, ("Сайдуллаев Достонбек Кахрамонович", DAY(1999, 5, 17), DAY(2023, 7, 8), "Ноокенский район", "Клещеевка", "погиб", None)),
            (11, ("Тешебаев Руслан Акматович", "03.04.1983", None, "г. Таш-Кумыр", None, "ранен", None)),
            (12, ("Кочкоров Максат", DAY(2000, 10, 10), None, "Аксыйский район", None, "пропал без вести", "связи нет с мая")),
            (13, ("Юнусов Ильхом Абдуллаевич", DAY(1977, 2, 28), DAY(2023, 2, 2), "Базар-Коргонский район", "Бахмут", "погиб", None)),
            (14, ("Абдраимов Чынгыз Эмилович", DAY(1995, 7, 7), None, "г. Джалал-Абад", None, "вернулся домой", None)),
            (15, ("Исмаилов Азамат", DAY(1991, 4, 4), DAY(2023, 3, 3), "Сузакский район", "Бахмут", "погиб", None)),
            (16, ("Исмаилов Азамат", DAY(1978, 9, 21), DAY(2024, 1, 15), "Аксыйский район", "Марьинка", "погиб", None)),
            (17, ("Кенжебаев Медербек Сейитбекович", "01.01.1988", DAY(2023, 6, 6), "Токтогульский район", "Работино", "погиб", None)),
        ),
    ),
    (
        "г. Бишкек",
        (
            (18, ("Ким Вадим Сергеевич", DAY(1986, 11, 30), DAY(2022, 10, 27), "г. Бишкек", "Херсонская область", "погиб", None)),
            (19, ("Дуйшеналиев Бактыяр Кубанычбекович", DAY(1993, 8, 19), DAY(2023, 5, 20), "г. Бишкек, ж/м Арча-Бешик", "Бахмут", "погиб", None)),
            (20, ("Соколов Андрей Игоревич", "12.12.1990", None, "г. Бишкек", None, "в плену", None)),
            (1, ("Абдукадыров Нурлан", DAY(1994, 3, 12), DAY(2023, 1, 19), "Баткенский район", "Бахмут", "погиб", "повторно: прописан в Бишкеке")),
            (21, ("Асанбеков Сыймык Талантбекович", DAY(2002, 3, 3), DAY(2023, 9, 1), "г. Бишкек", "Вербовое", "погиб", None)),
            (22, ("Джумабаев Эльдар Маратович", DAY(1984, 5, 5), None, "г. Бишкек", None, "жив", "письмо от 01.02.2024")),
            (7, ("Ражапов Шерзод Ильхамович", DAY(1985, 9, 9), "2023", "Баткенская область", None, "погиб", None)),
            (23, ("Шаршенов Нурсултан Болотбекович", DAY(1997, 1, 25), DAY(2023, 1, 28), "Сокулукский район", "Соледар", "погиб", None)),
        ),
    ),
)  # fmt: skip
# The second sheet: columns of its own, in Uzbek; a unit instead of a region over the rows.
UZ: tuple[tuple[str, tuple[tuple[int, tuple[object, ...]], ...]], ...] = (
    (
        "Farg‘ona viloyati",
        (
            (24, ("Qodirov", "Shuhrat", "Rustamovich", "14.02.1990", "Quva tumani", "22.01.2023")),
            (25, ("Yo‘ldoshev", "Jasurbek", "G‘ayratovich", DAY(1987, 7, 1), "Rishton tumani", DAY(2023, 3, 9))),
            (26, ("Mirzayev", "Otabek", "Anvarovich", DAY(1995, 10, 13), "Marg‘ilon shahri", None)),
            (27, ("Ergashev", "Sanjar", None, 1999, "Oltiariq tumani", DAY(2022, 12, 18))),
            (28, ("To‘xtasinov", "Umidjon", "Qobilovich", DAY(1982, 6, 21), "Beshariq tumani", DAY(2023, 8, 30))),
            (29, ("Abdullayev", "Farrux", "Olimovich", DAY(1993, 12, 1), "Qo‘qon shahri", DAY(2023, 2, 17))),
        ),
    ),
    (
        "Samarqand viloyati",
        (
            (30, ("Nazarov", "Ulug‘bek", "Shavkatovich", DAY(1980, 3, 29), "Urgut tumani", DAY(2023, 1, 5))),
            (31, ("Xolmatov", "Dilshod", "Baxtiyorovich", DAY(1996, 11, 11), "Kattaqo‘rg‘on tumani", DAY(2023, 10, 22))),
            (13, ("Yunusov", "Ilhom", "Abdullayevich", DAY(1977, 2, 28), "Bozor-Qo‘rg‘on tumani", DAY(2023, 2, 2))),
            (32, ("Saidov", "Rustam", "Ikromovich", DAY(1991, 5, 6), "Payariq tumani", DAY(2022, 11, 25))),
            (33, ("Hamroyev", "Bobur", "Asliddinovich", DAY(2000, 9, 15), "Ishtixon tumani", DAY(2023, 6, 11))),
            (24, ("Kadirov", "Shuxrat", "Rustamovich", "14.02.1990", "Quva tumani", "22.01.2023")),
        ),
    ),
)  # fmt: skip
# The third: one column holds it all, in Tajik, without a numbering column.
TG: tuple[tuple[int, tuple[object, ...]], ...] = (
    (34, ("Раҳимов Фаррух Саидович", "1992", "Восеъ", "12.03.2023")),
    (35, ("Шарипов Далер Ҷамшедович", "1988", "Ҳисор", "01.02.2023")),
    (36, ("Назарзода Сӯҳроб", "1999", "Кӯлоб", "18.12.2022")),
    (37, ("Холов Мирзо Қурбонович", "1975", "Панҷакент", "25.05.2023")),
    (38, ("Одинаев Абдусалом Ғафурович", "1994", "Рашт", "30.11.2023")),
    (39, ("Юсупов Илҳом Рустамович", "1983", "Исфара", "07.01.2024")),
    (35, ("Шарифов Далер Джамшедович", "1988", "Гиссар", "01.02.2023")),
)
# The fourth: English, family and given names apart, Excel's own serial numbers.
EN: tuple[tuple[int, tuple[object, ...]], ...] = (
    (40, ("Bekov", "Azamat", 33970, "Osh", "killed", 44944)),
    (41, ("Tursunov", "Jamshid", 32509, "Andijan region", "missing", None)),
    (6, ("Osmonov", "Tilek", 35797, "Batken district", "killed", 45030)),
    (42, ("Karimov", "Davron", 31048, "Namangan", "captured", None)),
    (43, ("Sultanov", "Arsen", 36526, "Talas", "killed", 45000)),
    (21, ("Asanbekov", "Syimyk", 37318, "Bishkek", "killed", 45170)),
    (44, ("Petrenko", "Oleh", 29221, "Almaty", "wounded", None)),
    (45, ("Zhumagulov", "Yerlan", 33239, "Shymkent", "killed", 45061)),
    (46, ("Akhmedov", "Parviz", 34335, "Khujand", "killed", 44899)),
    (45, ("Jumagulov", "Erlan", 33239, "Shymkent", "killed", 45061)),
    (47, ("Musaev", "Bakhtiyar", 30682, "Kara-Suu", "killed", 45122)),
    (48, ("Ibragimov", "Ruslan", 35065, "Uzgen", "missing", None)),
    (49, ("Nurmatov", "Kubanych", 33604, "Nookat", "killed", 45200)),
    (50, ("Sadykov", "Timur", 32874, "Tokmok", "killed", 45245)),
    (51, ("Voronov", "Maksim", 34000, "Kara-Balta", "killed", 45255)),
    (52, ("Alimov", "Sherali", 35500, "Jalal-Abad", "killed", 45260)),
)


def workbook() -> tuple[bytes, dict[str, int]]:
    """The workbook, and row address -> person."""
    book = openpyxl.Workbook()
    truth: dict[str, int] = {}
    _russian(book, truth)
    _uzbek(book, truth)
    _tajik(book, truth)
    _english(book, truth)
    hidden = book.create_sheet("справочник")
    hidden.sheet_state = "hidden"
    for line in (
        ["Область", "Статус"],
        ["Баткенская", "погиб"],
        ["Ошская", "пропал без вести"],
        ["Нарынская", "в плену"],
    ):
        hidden.append(line)
    into = io.BytesIO()
    book.save(into)
    return into.getvalue(), truth


def _title(sheet, words: str, width: int) -> None:
    sheet.append([words])
    sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width)


def _russian(book: openpyxl.Workbook, truth: dict[str, int]) -> None:
    sheet = book.active
    sheet.title = "Список"
    _title(sheet, "СПИСОК граждан Кыргызской Республики, участвовавших в боевых действиях", 8)
    _title(sheet, "по состоянию на 1 марта 2024 года (составлен по открытым источникам)", 8)
    sheet.append([])
    for line in HEADER_RU:
        sheet.append(list(line))
    for merged in ("A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5", "G4:G5", "H4:H5"):
        sheet.merge_cells(merged)
    number = 0
    for heading, rows in RU:
        _title(sheet, heading, 8)
        for person, (name, born, died, home, place, fate, note) in rows:
            number += 1
            sheet.append([number, name, born, died, home, place, fate, note])
            truth[f"Список!{sheet.max_row}"] = person
        sheet.append([None, f"Итого: {len(rows)}", None, None, None, None, None, None])
    sheet.append([None, "ВСЕГО", number])
    sheet.append([])
    sheet.append(["* Даты гибели уточняются. Замечания присылайте на почту redaktor@vesti-naryna.example"])


def _uzbek(book: openpyxl.Workbook, truth: dict[str, int]) -> None:
    sheet = book.create_sheet("O‘zbekiston")
    _title(sheet, "Halok bo‘lganlar ro‘yxati", 7)
    sheet.append(
        [
            "T/r",
            "Familiyasi",
            "Ismi",
            "Otasining ismi",
            "Tug‘ilgan sanasi",
            "Yashash joyi",
            "Vafot etgan sanasi",
        ]
    )
    number = 0
    for heading, rows in UZ:
        _title(sheet, heading, 7)
        for person, cells in rows:
            number += 1
            sheet.append([number, *cells])
            truth[f"O‘zbekiston!{sheet.max_row}"] = person
    sheet.append(["Jami:", number])


def _tajik(book: openpyxl.Workbook, truth: dict[str, int]) -> None:
    sheet = book.create_sheet("Тоҷикистон")
    sheet.append([])
    sheet.append([None, "Ному насаб", "Соли таваллуд", "Ноҳия", "Санаи марг"])
    for person, cells in TG:
        sheet.append([None, *cells])
        truth[f"Тоҷикистон!{sheet.max_row}"] = person


def _english(book: openpyxl.Workbook, truth: dict[str, int]) -> None:
    sheet = book.create_sheet("Other")
    _title(sheet, "Other entries, to be checked", 7)
    sheet.append(["No.", "Surname", "First name", "Date of birth", "From", "Status", "Date of death"])
    for number, (person, cells) in enumerate(EN, start=1):
        if number == 9:
            sheet.append(["No.", "Surname", "First name", "Date of birth", "From", "Status", "Date of death"])
        sheet.append([number, *cells])
        truth[f"Other!{sheet.max_row}"] = person
    sheet.append(["Source: relatives and obituaries"])


if __name__ == "__main__":
    import json
    import sys
    from pathlib import Path

    content, truth = workbook()
    Path(sys.argv[1]).write_bytes(content)
    Path(sys.argv[1] + ".truth.json").write_text(json.dumps(truth, ensure_ascii=False))
