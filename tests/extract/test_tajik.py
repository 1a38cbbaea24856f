"""What is read from Tajik texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Extraction

DEATH = (
    "Ҷасади Сӯҳроб Назриев 9-уми феврал ба ноҳияи Фархор оварда шуд ва ҳамон рӯз дар деҳаи Зафар "
    "дафн карданд. Модараш мегӯяд, ки писараш соли 2022 барои кор ба Маскав рафта буд.\n"
)
COURT = (
    "Суди шаҳри Кӯлоб сокини 35-солаи ноҳияи Восеъ Икром Шоевро барои зархаридӣ ба нӯҳ соли зиндон "
    "маҳкум кард. Ҳукм 11-уми апрели соли 2024 содир шуд.\n"
)
ALIVE = (
    "Неъмат Қурбонов, 25-сола, зинда аст. Ӯ рӯзи 4-уми май дар наздикии Купянск захмӣ шуд, вале намурдааст.\n"
    "Хоҳараш мегӯяд: «Мо фикр мекардем, ки ӯ ҳалок шудааст».\n"
)
BROTHER = (
    "Далер Назаров, 29-сола, моҳи июн дар назди Покровск асир афтод. "
    "Бародари ӯ соли 2019 дар Сибир аз садамаи нақлиёт фавтид.\n"
)
MANY = (
    "Исмоил Раҷабов, 31-сола, дар Луганск захмӣ шуд.\n"
    "Ба гуфтаи журналистон, беш аз 200 шаҳрванди Тоҷикистон дар ин ҷанг ҳалок шудаанд.\n"
)


def _read(text: str) -> Extraction:
    return extract_text(text, lang="tg", published="2025-02-14")


def _said(text: str, name: str) -> set[tuple[str, str, str]]:
    """(property, value, polarity) of everything claimed of the person called ``name``."""
    found = _read(text)
    ids = {s.id for s in found.subjects if s.label == name}
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


def test_a_body_brought_home_carries_its_day_and_place() -> None:
    said = _said(DEATH, "Сӯҳроб Назриев")
    assert ("body_repatriated", "true", "affirmed") in said
    assert ("body_repatriated.date", "2025-02-09", "affirmed") in said
    assert ("buried", "true", "affirmed") in said
    assert ("migrated.date", "2022", "affirmed") in said


def test_a_sentence_carries_court_term_charge_and_day() -> None:
    said = _said(COURT, "Икром Шоев")
    assert ("sentenced.term", "P9Y", "affirmed") in said
    assert ("sentenced.charge", "зархаридӣ", "affirmed") in said
    assert ("sentenced.date", "2024-04-11", "affirmed") in said
    assert ("age", "35", "affirmed") in said


def test_nobody_dies_who_is_said_to_live() -> None:
    said = _said(ALIVE, "Неъмат Қурбонов")
    assert ("seen_alive", "true", "affirmed") in said
    assert ("died", "false", "denied") in said
    assert ("died", "true", "affirmed") not in said


def test_a_brothers_death_stays_with_the_brother() -> None:
    said = _said(BROTHER, "Далер Назаров")
    assert ("captured", "true", "affirmed") in said
    assert not [row for row in said if row[0].startswith("died")]


def test_a_number_of_dead_is_no_death_of_the_man_in_focus() -> None:
    assert not [row for row in _said(MANY, "Исмоил Раҷабов") if row[0] == "died"]
    groups = {s.id for s in _read(MANY).subjects if s.group}
    counts = {c.value for c in _read(MANY).claims if c.subject in groups and c.property == "group.count"}
    assert any(value.strip("~") == "200" for value in counts)


def test_one_who_never_went_to_the_war_is_denied_to_have_gone() -> None:
    text = "Анвар Ҳакимов, 22-сола, дар Самара кор мекунад ва ба ҷанг нарафтааст.\n"
    assert ("deployed", "false", "denied") in _said(text, "Анвар Ҳакимов")


def test_missing_is_not_dead() -> None:
    text = "Фирӯз Латифов, 24-сола, аз моҳи сентябр бедарак шудааст. Тамос бо ӯ қатъ гардид.\n"
    said = _said(text, "Фирӯз Латифов")
    assert ("missing", "true", "affirmed") in said
    assert not [row for row in said if row[0] == "died"]


def test_letters_of_a_russian_keyboard_are_read_too() -> None:
    text = "Чавони точик Саидчон Каримов, 24-сола, дар чанги Украина халок шуд.\n"
    assert ("died", "true", "affirmed") in _said(text, "Саидчон Каримов")


def test_between_a_body_and_its_coming_may_stand_who_it_was() -> None:
    text = (
        "Пайкари Темур Салимов, 24-сола, сокини деҳаи Пӯлотони ноҳияи Конибодом, рӯзи 28 ноябр ба "
        "фурудгоҳи Хуҷанд расид. Рӯзи дигар ӯро ба хок супориданд.\n"
    )
    claims = {(c.property, c.value) for c in extract_text(text, lang="tg", published="2024-12-02").claims}
    assert ("body_repatriated", "true") in claims
    assert ("body_repatriated.date", "2024-11-28") in claims
    assert not any(prop == "buried.place" for prop, _ in claims)  # "рӯз" is a day


def test_a_court_bears_the_name_of_its_town_and_whoever_killed_nobody_lives() -> None:
    text = (
        "Суди шаҳри Кӯлоб Темур Салимовро барои зархаридӣ ба 12 соли зиндон маҳкум кард. Ҳамсараш "
        "мегӯяд, ки ӯ касеро накуштааст.\n"
    )
    claims = {(c.property, c.value) for c in extract_text(text, lang="tg", published="2025-07-08").claims}
    assert ("sentenced.court", "Суди шаҳри Кӯлоб") in claims
    assert not any(prop == "died" for prop, _ in claims)


def test_an_expulsion_home_is_a_threat_and_no_place_of_recruitment() -> None:
    text = "Темур Салимов гуфт: «Ё ба Тоҷикистон ихроҷ мешавӣ, ё коғазро имзо мекунӣ, гуфтанд».\n"
    claims = {(c.property, c.value) for c in extract_text(text, lang="tg", published="2025-07-08").claims}
    assert ("pathway", "coerced_contract") in claims
    assert not any(prop == "recruited.place" for prop, _ in claims)


def test_whom_they_took_him_for_is_told_of_too() -> None:
    text = (
        "Дар фейсбук навиштанд, ки Темур Салимов дар ҷанг ҳалок шудааст. Темур гуфт: «Ман зинда ва сиҳатам».\n\n"
        "Шояд ӯро бо ҳамдеҳааш Темур Назарбеков иштибоҳ карда бошанд, ки моҳи июл дар Харков кушта шуд. "
        "Назарбеков 30 сол дошт. Тобуташро 22 август ба Хоруғ оварданд.\n"
    )
    found = extract_text(text, lang="tg", published="2024-10-10")
    names = {s.id: s.label for s in found.subjects}
    deaths = {(names[c.subject], c.polarity.value) for c in found.claims if c.property == "died"}
    assert ("Темур Назарбеков", "affirmed") in deaths
    assert not any(name == "Темур Салимов" and said == "affirmed" for name, said in deaths)
    assert {names[c.subject] for c in found.claims if c.property == "body_repatriated"} == {
        "Темур Назарбеков"
    }


def test_the_asked_one_is_somebody_and_did_not_die() -> None:
    text = (
        "- Шуморо кӣ бурд?\n- Соли 2022 маро барои маводи мухаддир ҳашт сол доданд.\n"
        "- Хонавода хабар дошт?\n- Не. Ба модарам гуфта буданд, ки кушта шудам.\n"
    )
    claims = extract_text(text, lang="tg", published="2025-01-27").claims
    assert ("prior_sentence.term", "P8Y") in {(c.property, c.value) for c in claims}
    assert {c.polarity.value for c in claims if c.property == "died"} == {"denied"}


def test_his_own_age_parts_nobody_from_his_death() -> None:
    text = (
        "Дар деҳа се бародари Салимовҳоро ҳама медонанд. Бародари калонӣ, Темур, 41-сола, соли 2023 дар "
        "Бахмут кушта шуд.\n"
    )
    found = extract_text(text, lang="tg", published="2025-04-22")
    names = {s.id: s.label for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.property == "died"} == {"Темур"}


def test_soldiers_into_whose_hands_he_fell_are_not_captured() -> None:
    text = (
        "Темур Салимов, ки хешовандонаш ӯро фавтида мепиндоштанд, зинда аст. Ҳамсараш гуфт: «Коғаз омад, ки "
        "Темур ҳалок шудааст».\n\nСалимов 6 ноябри соли 2024 дар Торетск ба дасти ҷанговарони бригадаи 28 "
        "афтодааст.\n"
    )
    found = extract_text(text, lang="tg", published="2025-03-30")
    names = {s.id: s.label for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.property == "captured"} == {"Темур Салимов"}
    assert {c.polarity.value for c in found.claims if c.property == "died"} == {"denied"}


def test_a_heading_alone_may_hold_his_whole_name() -> None:
    text = (
        "Темур Салимов барнагашт\n\nМодари Темур конверт гирифт. Дар он навишта буд: «Писари шумо Салимов Т. Б. "
        "11 декабри соли 2022 дар Бахмут ҳалок гардид».\n\nТемур соли 2015 ба Русия рафта буд.\n"
    )
    found = extract_text(text, lang="tg", published="2025-02-18")
    subjects = {c.subject for c in found.claims if c.property in {"died", "migrated", "died.date"}}
    assert len(subjects) == 1
