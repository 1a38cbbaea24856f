"""Whose word it is, by every way in which Kazakh says so. All people and outlets are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

INTRO = "Думан Ержанов 27 жаста, Түркістан қаласының тумасы."
SIGNED = "Думан 2024 жылдың мамырында Қазанда келісімшартқа отырған"
SIGNING = "Думанның 2024 жылдың мамырында Қазанда келісімшартқа отырғанын"


def _class(sentence: str, prop: str = "contract_signed") -> set[str]:
    read = extract_text(f"{INTRO} {sentence}", lang="kk", published="2024-11-01")
    return {c.evidence.value for c in read.claims if c.property == prop}


@pytest.mark.parametrize(
    "verb",
    [
        *("мойындады", "нақтылады", "жасырмады", "жоққа шығармады", "алға тартты", "тілге тиек етті"),
        *("баяндап берді", "есіне алды", "айғақтады", "атап өтті", "ескертті", "әшкереледі"),
    ],
)
def test_a_verb_that_says_something_behind_what_is_told(verb: str) -> None:
    assert _class(f"Анасы Күлән {SIGNING} {verb}.") == {"direct"}
    assert _class(f"Полиция өкілі Бауыр Қалиев {SIGNING} {verb}.") == {"official"}


@pytest.mark.parametrize(
    "verb",
    [
        *("күрсінді", "жылады", "сенеді", "ойлайды", "қынжылады", "ағынан жарылды", "сөзін жалғады"),
        *("қосты", "басын изеді", "түсініктеме берді", "ой бөлісті", "үн қатты", "отыр", "өкінеді"),
    ],
)
def test_a_verb_beside_what_is_quoted(verb: str) -> None:
    assert _class(f"«{SIGNED}», – деп {verb} анасы Күлән.") == {"direct"}


@pytest.mark.parametrize(
    "words",
    [
        *("мәлімдеуінше", "пікірінше", "болжамынша", "есебінше", "нұсқасы бойынша", "ақпараты бойынша"),
        *("мәлімдемесіне сүйенсек", "сөзіне сенсек", "жауабына қарағанда", "ақпаратына сәйкес"),
    ],
)
def test_in_the_words_of_an_office(words: str) -> None:
    assert _class(f"Полицияның {words}, {SIGNED}.") == {"official"}
    assert _class(f"Анасының {words}, {SIGNED}.") == {"direct"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Полиция таратқан ақпаратқа сәйкес, {SIGNED}.",
        f"Прокуратурадан алынған мәлімет бойынша, {SIGNED}.",
        f"Ресми деректерге сүйенсек, {SIGNED}.",
        f"Сот мәліметінше, {SIGNED}.",
        f"ІІМ-нің мәліметінше, {SIGNED}.",
        f"СІМ {SIGNING} растады.",
        f"Мемлекеттік айыптаушы {SIGNING} айтты.",
        f"Судья {SIGNING} айтты.",
        f"Ауыл әкімі {SIGNING} хабарлады.",
        f"Түрме әкімшілігі {SIGNING} хабарлады.",
        f"Полиция департаментінің жауабында {SIGNED} делінген.",
        f"Сыртқы істер министрлігінің сайтында {SIGNED} деп жазылған.",
        f"Прокуратура таратқан хабарламада {SIGNED} делінген.",
        f"Әкімдіктен біздің сауалымызға {SIGNED} деген жауап келді.",
        f"Елшілікте {SIGNED} деп хабарланды.",
    ],
)
def test_an_office_says_it(sentence: str) -> None:
    assert _class(sentence) == {"official"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Көршісі {SIGNING} айтты.",
        f"Досы {SIGNING} растады.",
        f"Жұрт {SIGNED} деседі.",
        f"{SIGNED} деседі.",
        f"{SIGNED} деп айтып жүр.",
        f"Расталмаған ақпаратқа сүйенсек, {SIGNED}.",
        f"Бейресми деректер бойынша, {SIGNED}.",
        f"Қауесетке сенсек, {SIGNED}.",
        f"{SIGNED} деген болжам бар.",
        f"Фейсбуктегі топта {SIGNED} деп жазылды.",
        f"Желі қолданушылары {SIGNED} деп жазды.",
        f"Біреулердің айтуынша, {SIGNED}.",
    ],
)
def test_what_neighbours_and_rumour_say_is_hearsay(sentence: str) -> None:
    assert _class(sentence) == {"hearsay"}


@pytest.mark.parametrize(
    "behind",
    ["Бұны анасы Күлән айтты.", "Осылай дейді анасы Күлән.", "Анасы Күлән осылай деп мәлімдеді."],
)
def test_who_said_it_is_named_behind(behind: str) -> None:
    assert _class(f"{SIGNED}. {behind}") == {"direct"}


def test_who_pleads_guilty_or_is_brought_home_tells_nothing() -> None:
    assert _class(f"{SIGNED}, кейін кінәсін мойындады.") == {"press"}
    assert _class(f"Әкесі көрші ауылда тұрады. {SIGNED}.") == {"press"}
    assert _class("Айта кетейік, Думан соғысып, мәйіті ауылға жеткізілді.", "deployed") <= {"press"}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (f"Контрактіде {SIGNED} деп жазылған.", "document"),
        (f"Әскери билетінде {SIGNED} делінген.", "document"),
        (f"Бұйрықтың көшірмесінде {SIGNED} деп көрсетілген.", "document"),
        (f"Анасына жеделхат келді. Онда {SIGNED} деп жазылған.", "document"),
        (f"Хаттамаға сәйкес, {SIGNED}.", "document"),
        (f"Айыптау актісіне сәйкес, {SIGNED}.", "official"),
        (f"Сот шешімінде {SIGNED} делінген.", "official"),
        ("Сотта Думанның Қазанда келісімшартқа отырғаны анықталды.", "official"),
        ("Тергеу барысында Думанның Қазанда келісімшартқа отырғаны белгілі болды.", "official"),
        (f"Қайын енесі {SIGNING} айтты.", "direct"),
        (f"Туыстарының бірі {SIGNING} айтты.", "direct"),
        (f"Қаруласы {SIGNING} айтты.", "hearsay"),
        (f"Диаспора жетекшісі {SIGNING} айтты.", "hearsay"),
        (f"«{SIGNED}», – дейді хирург.", "hearsay"),
    ],
)
def test_papers_courts_and_more_of_those_who_tell(sentence: str, evidence: str) -> None:
    assert _class(sentence) == {evidence}
