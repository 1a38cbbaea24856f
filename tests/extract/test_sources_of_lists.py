"""How a list says from whom it is: keys, lines of their own, leads, groups, columns. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_document, extract_text
from tizme.model import Document, Extraction
from tizme.readers import read_bytes


def _wounded(read: Extraction) -> list[str]:
    found = sorted((c for c in read.claims if c.property == "wounded"), key=lambda c: c.start)
    return [c.evidence.value for c in found]


def _read(text: str, lang: str = "ru") -> list[str]:
    return _wounded(extract_text(text, lang=lang, published="2024-11-01"))


ONE = "Беков Тимур, 1985 г. р., Ош. Ранен в мае 2024 г."
TWO = "Сапаров Улан, 27 лет, Талас. Ранен 11.01.2024 под Купянском."
THREE = "Орозов Ильяс, 34 года, Узген. Ранен в июне 2024 г."


@pytest.mark.parametrize(
    ("key", "signs"),
    [
        ("Обозначения: 🟢 — документ; 🔴 — чат", ("🟢", "🔴")),
        ("* документ\n** чат или телеграм-канал", ("*", "**")),
        ("1) документ\n2) чат", ("1)", "2)")),
        ("¹ документ; ² чат", ("¹", "²")),
        ("Обозначения: зелёный — документ; красный — чат.", ("[зелёный]", "[красный]")),
        ("† = документ; ? = чат", ("†", "?")),
    ],
)
def test_a_sign_that_the_key_explains_speaks_for_its_entry(key: str, signs: tuple[str, str]) -> None:
    text = f"Список\n\n1. {ONE} {signs[0]}\n2. {TWO} {signs[1]}\n3. {THREE}\n\n{key}\n"
    assert _read(text) == ["document", "hearsay", "press"]


@pytest.mark.parametrize(
    ("lead", "evidence"),
    [
        ("Список составлен по надписям на надгробиях.", "document"),
        ("Список предоставлен военкоматом.", "official"),
        ("Все сведения получены от родственников.", "direct"),
        ("Имена взяты из телеграм-каналов.", "hearsay"),
        ("Список составлен по некрологам, данным судов и рассказам соседей.", "press"),
        ("Список составлен редакцией.", "press"),
        ("Родственники ждут ответа военкомата.", "press"),
    ],
)
def test_what_is_said_over_a_list_speaks_for_all_of_it(lead: str, evidence: str) -> None:
    assert _read(f"Список\n{lead}\n\n1. {ONE}\n2. {TWO}\n") == [evidence, evidence]


def test_an_entry_that_names_its_own_source_goes_before_the_lead() -> None:
    text = f"Список\nСписок составлен по надписям на надгробиях.\n\n1. {ONE}\n2. {TWO} Источник: жена.\n"
    assert _read(text) == ["document", "direct"]


def test_a_line_over_a_group_speaks_for_its_entries() -> None:
    text = f"Список\n\nСо слов родных:\n1. {ONE}\n\nПо слухам:\n2. {TWO}\n\nВ госпиталях:\n3. {THREE}\n"
    assert _read(text) == ["direct", "hearsay", "press"]


@pytest.mark.parametrize("line", ["   Источник: военкомат", "— Источник: военкомат", "[военкомат]"])
def test_a_line_of_its_own_under_an_entry_names_its_source(line: str) -> None:
    assert _read(f"Список\n\n1. {ONE}\n{line}\n2. {TWO}\n")[0] == "official"


@pytest.mark.parametrize("opening", ["(со слов жены) ", "Со слов жены: "])
def test_a_source_that_opens_an_entry_speaks_for_it_and_is_nobody(opening: str) -> None:
    text = f"Список\n\n1. {opening}{ONE}\n2. {TWO}\n"
    read = extract_text(text, lang="ru", published="2024-11-01")
    assert _wounded(read) == ["direct", "press"]
    hurt = {c.subject for c in read.claims if c.property == "wounded"}
    assert hurt == {s.id for s in read.subjects if s.named}


def test_one_bracket_may_be_a_remark_and_many_are_sources() -> None:
    ends = ("(районный суд)", "(сельсовет)", "(посольство)")
    lines = [
        f"{n}. {e[:-1]} {end}." for n, (e, end) in enumerate(zip((ONE, TWO, THREE), ends, strict=True), 1)
    ]
    assert _read("Список\n\n" + "\n".join(lines) + "\n") == ["official"] * 3


@pytest.mark.parametrize("words", ["Документов нет.", "Жена и двое детей.", "Работал в суде."])
def test_a_last_sentence_that_tells_something_else_names_no_source(words: str) -> None:
    assert _read(f"Список\n\n1. {ONE} {words}\n2. {TWO}\n")[0] == "press"


def test_a_column_of_sources_speaks_for_its_row() -> None:
    text = (
        "ФИО | Дата рождения | Что известно | Источник\n"
        "Беков Тимур | 1985 | Ранен в мае 2024 г. | военкомат\n"
        "Сапаров Улан | 1991 | Ранен в мае 2024 г. | телеграм-канал\n"
        "Орозов Ильяс | 1990 | Ранен в мае 2024 г. | https://example.org/a\n"
        "Асанов Бакыт | 1990 | Ранен в мае 2024 г. |  \n"
    )
    document = read_bytes(text.encode(), name="a.txt")
    assert isinstance(document, Document)
    found = extract_document(document, item="", published="2024-11-01")
    assert _wounded(found) == ["official", "hearsay", "press", "press"]


@pytest.mark.parametrize(
    ("lang", "lead", "entries"),
    [
        ("en", "The list was drawn up from gravestones.", ("BEKOV Timur, 34, Osh. Wounded in May 2024.",)),
        (
            "uk",
            "Список складено за написами на надгробках.",
            ("Беков Тимур, 34 роки, Ош. Поранений у травні 2024 року.",),
        ),
        (
            "ky",
            "Тизме мүрзө таштарындагы жазуулар боюнча түзүлгөн.",
            ("Беков Тимур, 34 жашта, Ош. 2024-жылдын майында жарадар болгон.",),
        ),
        (
            "kk",
            "Тізім құлпытастардағы жазулар бойынша жасалған.",
            ("Беков Тимур, 34 жаста, Тараз. 2024 жылғы мамырда жараланды.",),
        ),
        (
            "uz-Latn",
            "Ro'yxat qabrtoshlardagi yozuvlar asosida tuzilgan.",
            ("Bekov Temur, 34 yosh, Jizzax. 2024-yil mayida yaralangan.",),
        ),
        (
            "tg",
            "Рӯйхат аз рӯи навиштаҷоти сангҳои қабр тартиб дода шуд.",
            ("Беков Темур, 34-сола, Кӯлоб. Моҳи майи соли 2024 захмӣ шуд.",),
        ),
    ],
)
def test_a_lead_is_heard_in_every_language(lang: str, lead: str, entries: tuple[str, ...]) -> None:
    lines = "".join(f"{n}. {entries[0]}\n" for n in (1, 2))
    assert set(_read(f"List\n{lead}\n\n{lines}", lang)) == {"document"}
