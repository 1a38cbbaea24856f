"""Whose word it is in Ukrainian where it is only pointed at: "this", "its data", strangers. All is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.extract.turns import part_answers

CAPTURED = "Бакит Осоров потрапив у полон 6 березня біля Торецька"
DIED = "Бакит Осоров загинув 6 березня біля Торецька"


def _evidence(text: str, prop: str) -> set[str]:
    found = extract_text(text + "\n", lang="uk", published="2024-11-01")
    return {c.evidence.value for c in found.claims if c.property == prop}


@pytest.mark.parametrize(
    "text",
    [
        CAPTURED
        + ". Таку інформацію поширила поліція області за підсумками допиту затриманого вербувальника.",
        CAPTURED + ". Ці дані оприлюднила прокуратура, яка розслідує загибель іншого найманця.",
        CAPTURED + ". Такі подробиці навели в поліції.",
        "Ролик оприлюднила пресслужба бригади. За її даними, " + CAPTURED + ".",
        "Справу розслідує прокуратура. За її версією, " + CAPTURED + ".",
        CAPTURED + ", ідеться у відповіді Координаційного штабу на наш запит.",
        "За даними легіону, " + CAPTURED + ".",
        CAPTURED + ", підтвердили в легіоні.",
        "Адміністрація колонії відписала: " + CAPTURED + ".",
    ],
)
def test_an_office_that_is_pointed_at_says_it(text: str) -> None:
    assert _evidence(text, "captured") == {"official"}


@pytest.mark.parametrize(
    "text",
    [
        "Невідомий чоловік стверджував, що {}.",
        "Житель цього села підтвердив нам: {}.",
        "Якийсь офіцер каже, що {}.",
        "В групі випускників писали, що {}.",
        "У коментарях під фото пишуть, що {}.",
        "Оголошення вийшло в групі області. Там писали, що {}.",
        "Голосовими переказували, що {}.",
        "Ширяться перекази, що {}.",
        "За поголосками, {}.",
    ],
)
def test_strangers_and_networks_only_pass_it_on(text: str) -> None:
    assert _evidence(text.format(DIED), "died.date") == {"hearsay"}


def test_safety_a_stranger_is_not_the_man_himself() -> None:
    text = "Бакит Осоров зник у травні. Невідомий чоловік стверджував, що був поранений під Торецьком."
    found = extract_text(text, lang="uk", published="2024-11-01")
    assert all(c.evidence.value != "direct" for c in found.claims)


def test_his_data_stay_a_mans_where_he_spoke_last() -> None:
    text = "Ми питали в прокуратурі. Адвокат Марат Ісаєв каже, що справу закрили. За його даними, " + CAPTURED
    assert "official" not in _evidence(text, "captured")


def test_a_question_and_its_answer_may_share_a_line() -> None:
    text = (
        "Розмова з полоненим\n\n— Звідки ви родом? — З Оша, тридцять років.\n\n"
        "— Де вас поранили? — Під Торецьком, 14 січня. У полон потрапив за тиждень.\n"
    )
    assert _evidence(text, "wounded.date") == {"direct"}
    assert _evidence(text, "captured") == {"direct"}


def test_whoever_only_reports_a_question_answers_nothing() -> None:
    text = "— Де він? — спитала мати.\n— А ви? — сказав сусід.\n"
    lines = [(0, 25), (26, len(text) - 1)]
    assert part_answers(text, lines) == lines


def test_the_head_of_a_village_who_is_interviewed_answers_for_it() -> None:
    text = (
        "Розмова з головою аулу Кизил-Суу\n\n— Скільки ваших воює? — П’ятеро.\n\n"
        "— Когось поховали? — Бакита Осорова поховали в липні.\n"
    )
    assert _evidence(text, "buried") == {"official"}


@pytest.mark.parametrize(
    "text",
    [
        "Бланк виписки, який сфотографувала мати: «{}».",
        "Мати простягає аркуш із печаткою: «{}».",
        "Довідка, яку показала мати: «{}».",
    ],
)
def test_a_paper_that_is_shown_speaks_behind_the_colon(text: str) -> None:
    assert _evidence(text.format(DIED), "died") == {"document"}


def test_an_inscription_of_a_name_and_years_is_a_papers() -> None:
    text = "На цвинтарі рядок хрестів. На хресті табличка: «Осоров Бакит, 1990–2023»."
    assert _evidence(text, "name") == {"document"}


@pytest.mark.parametrize(
    "text",
    [
        "З військкомату Твері надійшла відповідь: {}.",
        "Дружина писала в міністерство. Надійшла відписка: {}.",
        "З прокуратури прийшло: {}.",
        "{}, це підтвердив Координаційний штаб.",
    ],
)
def test_an_answer_that_came_is_the_offices(text: str) -> None:
    assert _evidence(text.format(CAPTURED), "captured") == {"official"}


def test_a_source_inside_an_office_does_not_speak_for_it() -> None:
    assert _evidence(f"Джерело в правоохоронних органах стверджує: {DIED}.", "died") == {"hearsay"}


@pytest.mark.parametrize(
    "opening",
    ["Бакит Осоров розповідає неохоче.", "Бакит Осоров говорить повільно.", "Бакит Осоров тихо розповідає."],
)
def test_whoever_begins_to_tell_tells_the_next_sentences(opening: str) -> None:
    text = opening + " До Росії приїхав у 2019-му. Контракт підписав у Казані."
    assert _evidence(text, "migrated") == {"direct"}
    assert _evidence(text.replace("розповідає", "не розповідає"), "migrated") <= {"direct", "press"}


def test_a_death_that_the_mother_heard_of_from_a_neighbour_is_hearsay() -> None:
    text = "Бакит Осоров воював під Торецьком. Про смерть сина мати дізналася від сусідки."
    assert _evidence(text, "died") == {"hearsay"}


def test_a_list_of_those_whom_families_seek_is_theirs_and_no_one_writers() -> None:
    text = (
        "ШУКАЮ СВОЇХ. Запити родин, випуск 12\n\n"
        "1. Осоров Бакит, 1996 р. н., Ош. Шукає сестра Айгуль. Поїхав до Росії 2022-го.\n\n"
        "2. Асанов Марат, 1990 р. н., Талас. Розшукує дружина. Поїхав до Росії 2021-го.\n"
    )
    found = extract_text(text, lang="uk", published="2024-11-01")
    assert {c.evidence.value for c in found.claims if c.property == "migrated"} == {"direct"}
    assert {c.evidence.value for c in found.claims if c.property == "birth_date"} == {"press"}
    assert {c.value for c in found.claims if c.property == "name"} >= {"Осоров Бакит", "Асанов Марат"}


@pytest.mark.parametrize(
    "text",
    [
        "В аймачній управі підтвердили: {}.",
        "Як сказано в повідомленні пресслужби прокуратури, {}.",
        "Посольство заперечило цю версію. «{}», — йдеться в заяві.",
        "Черговий військкомату сказав, що {}.",
        "Казахстанська сторона підтвердила, що {}.",
        "Із відповіді міністерства випливає, що {}.",
    ],
)
def test_offices_say_it_in_other_words(text: str) -> None:
    assert _evidence(text.format(CAPTURED), "captured") == {"official"}


@pytest.mark.parametrize(
    "text",
    [
        "Матері подзвонив якийсь лейтенант і прочитав із папірця: загинув 13 січня.",
        "Дружині зателефонував незнайомець: чоловік загинув 13 січня.",
        "Побратим написав дружині: Бакит загинув 13 січня.",
        "Матері прийшло голосове з чужого номера: син загинув 13 січня.",
        "Родичам хтось написав, що Бакит загинув 13 січня.",
        "Сусід по палаті відписав дружині, що Бакит загинув 13 січня.",
    ],
)
def test_what_somebody_rings_or_writes_is_only_heard(text: str) -> None:
    assert _evidence("Бакит Осоров служив під Торецьком. " + text, "died") == {"hearsay"}


def test_safety_a_father_who_names_himself_is_not_the_son_of_whom_he_tells() -> None:
    text = (
        "Я Гулом Рахматов, шістдесят два роки, живу біля Ісфари. Сина мого звуть Шухрат. "
        "Десять років він працював у Росії. Він загинув під Торецьком.\n"
    )
    found = extract_text(text, lang="uk", published="2024-11-01")
    names = {s.id: s.name for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.property == "died"} == {"Шухрат"}
    assert {c.evidence.value for c in found.claims if c.property == "died"} == {"hearsay"}


def test_whoever_asks_not_to_spread_rumours_tells_none() -> None:
    text = "У ТЦК просять не поширювати чуток: Бакит Осоров вважається зниклим безвісти з 6 березня."
    assert _evidence(text, "missing") == {"official"}


def test_several_prisoners_in_whose_words_it_is_only_pass_it_on() -> None:
    assert _evidence("Зі слів інших полонених, " + DIED + ".", "died") == {"hearsay"}


def test_a_quotation_in_brackets_leaves_the_entry_to_the_list() -> None:
    text = (
        "Список загиблих і зниклих джамоату\n\n"
        "1. Осоров Бакит, 2001 р. н., зник 8 квітня під Вугледаром (батько: «того дня він писав мені, "
        "потім телефон замовк»).\n\n2. Асанов Марат, 1990 р. н., загинув 5 травня під Торецьком.\n"
    )
    assert "direct" not in _evidence(text, "missing.date")


def test_a_community_that_announces_its_dead_speaks_as_an_office() -> None:
    text = (
        "Громада втратила Захисника\n\nЗі скорботою сповіщаємо, що 29 серпня поблизу Торецька загинув наш "
        "земляк Бакит Осоров, 1983 року народження.\n\nПрацював трактористом.\n\nТраурний кортеж прибуде 4 "
        "вересня.\n\nСлава Герою.\n"
    )
    assert _evidence(text, "died") == {"official"}
    school = "Хвилина мовчання в ліцеї\n\nНа війні загинув наш випускник Бакит Осоров. Висловлюємо щирі співчуття.\n"
    assert _evidence(school, "died") == {"press"}
