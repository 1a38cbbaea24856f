"""Rolls with short forms, letters of units and mothers who tell their own story, in Russian. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction

ROLL = (
    "Список погибших и пропавших уроженцев района (обновлено 02.05.2024)\n\n"
    "1) ряд. Сатаров Нурбек, 24 года, с. Ак-Суу — б/в с 11.10.2023 (Авдеевка). Мать: Сатарова Бурул.\n"
    "2) Мамытов Т. (имя уточняется), ок. 36 л. — 300, госпиталь\n"
    "3) мл. с-т Ибраев Марат Талантович, 1991 г.р., Ош. Пропал под Работино. Жив? — по словам земляков в плену\n"
)
LETTER = (
    "Уважаемая Зарина Каримовна!\n\nВаше обращение от 03.02.2024 о судьбе сына, рядового Каримова Рустама "
    "Олимовича, 1999 года рождения, рассмотрено.\n\nСообщаем, что приказом командира части от 30.11.2023 № 412 "
    "военнослужащий признан безвестно отсутствующим. Сведениями о нахождении Каримова Р. О. в плену, а равно о "
    "его гибели командование не располагает.\n"
)
MOTHER = (
    "Меня зовут Мохира, живу в Куликовском посёлке. Сын у меня один, Акрам. Акрам Юлдошев. Уехал он в "
    "девятнадцатом. Осенью двадцать второго позвонил: мама, я контракт подписал, через год буду гражданином. "
    "Один парень, Карим, мне сказал: тётя, его ранило. А другой говорит, в плену он.\n"
)


def _told(found: Extraction, name: str) -> set[tuple[str, str]]:
    who = {s.id for s in found.subjects if name in s.name}
    return {(c.property, c.value) for c in found.claims if c.subject in who}


def test_short_forms_of_a_roll():
    found = extract_text(ROLL, lang="ru", published="2024-05-20")
    first, second = _told(found, "Сатаров Нурбек"), _told(found, "Мамытов")
    assert {("missing", "true"), ("missing.date", "2023-10-11"), ("rank", "рядовой")} <= first
    assert {("wounded", "true"), ("age", "~36")} <= second
    assert "Сатарова Бурул" in {s.name for s in found.subjects}  # no genitive of a man's name
    third = [c for c in found.claims if c.property == "seen_alive"]
    assert [c.polarity.value for c in third] == ["uncertain"]
    assert not [c for c in found.claims if c.property in {"died", "group.count"}]


@pytest.mark.safety
def test_safety_an_office_that_knows_nothing_takes_nobody_captive():
    found = extract_text(LETTER, lang="ru", published="2024-03-20")
    of_son = _told(found, "Каримов Рустам")
    assert {
        ("missing", "true"),
        ("info_requested.date", "2024-02-03"),
        ("official_no_info", "true"),
    } <= of_son
    assert not [c for c in found.claims if c.property in {"captured", "died"}]
    assert {c.evidence.value for c in found.claims if c.property == "missing"} == {"official"}


def test_a_mother_tells_of_her_son_and_not_of_herself():
    found = extract_text(MOTHER, lang="ru", published="2024-03-20")
    son = _told(found, "Юлдошев")
    assert {("migrated.date", "2019"), ("contract_signed", "true"), ("captured", "true")} <= son
    assert ("contract_signed.date", "2025") not in son
    assert _told(found, "Мохира") == {("name", "Мохира")}
    assert ("wounded", "true") in son or ("wounded", "true") in _told(found, "Карим")


@pytest.mark.safety
def test_safety_a_heading_that_speaks_of_several_is_not_of_the_first():
    text = "Ещё пятеро кыргызстанцев погибли\n\nНурлан Осмонов, 31, вернулся в Ош. Азиз Карим, 22, погиб в мае.\n"
    found = extract_text(text, lang="ru", published="2024-05-20")
    assert ("died", "true") not in _told(found, "Осмонов")


CORRECTION = (
    "Поправка\n\nВ субботу мы написали, что Умед Рахимов из Исфары найден мёртвым под Волчанском. Это не так. Погиб "
    "другой человек — Умед Рахимов 1990 года рождения из Аштского района, бывший таксист, подписавший контракт в "
    "Туле.\n\nИсфаринский Умед жив. Сегодня нам позвонила его жена Матлюба: муж третий месяц в госпитале в Ростове."
    "\n\nБрат погибшего, Хуршед, просит всех, кто служил с Умедом в 30-м полку, написать ему: родным до сих пор не "
    "пришло ни извещения, ни тела.\n"
)


@pytest.mark.safety
def test_safety_another_of_that_name_died_and_the_first_lives():
    found = extract_text(CORRECTION, lang="ru", published="2024-05-20")
    claims = {(c.subject, c.property, c.value) for c in found.claims}
    living = {who for who, prop, value in claims if (prop, value) == ("seen_alive", "true")}
    dead = {who for who, prop, value in claims if (prop, value) == ("died", "true")}
    assert living
    assert dead
    assert not living & dead
    assert {who for who, prop, _ in claims if prop == "kin.brother"} == dead


def test_a_verb_left_out_belongs_to_the_next_man_too():
    text = "В январе предали земле 38-летнего Мирлана Осмонова, а 2 февраля — бывшего студента Руслана Ибраева.\n"
    found = extract_text(text, lang="ru", published="2024-05-20")
    assert {("buried", "true"), ("buried.date", "2024-02-02")} <= _told(found, "Ибраев")
    assert ("buried.date", "2024-01") in _told(found, "Осмонов")


@pytest.mark.safety
def test_safety_two_hundred_who_came_to_a_funeral_are_not_the_dead():
    text = "В селе похоронили Талайбека Осмонова, погибшего в Украине. На похороны пришли около двухсот человек.\n"
    found = extract_text(text, lang="ru", published="2024-05-20")
    group = {s.id for s in found.subjects if s.group}
    assert not [c for c in found.claims if c.subject in group and c.property in {"died", "buried"}]


def test_a_line_that_opens_as_a_card():
    text = "Холматов Достон Улугбекович, 14.02.2000, Узбекистан, Зааминский район.\nКонтракт 12.12.2023 г. в Туле.\n"
    found = extract_text(text, lang="ru", published="2024-05-20")
    told = _told(found, "Холматов")
    assert {("birth_date", "2000-02-14"), ("origin", "Зааминский район"), ("contract_signed", "true")} <= told


SONS = (
    "У Давлата и Савринисо Холовых было трое сыновей. Старший, Мехрубон, 1991 года рождения, строил дома. Средний, "
    "Фаридун, работал поваром в Калуге. Младшему, Амриддину, едва исполнилось двадцать.\n\nМехрубона задержали "
    "первым, а 30 января 2023 года он погиб при обстреле под Кременной.\n\nВ марте Амриддин позвонил из Луганска. "
    "«Плакал», — говорит Савринисо. 5 апреля связь с ним оборвалась. В ответе сказано, что рядовой Холов А. Д. "
    "«пропал без вести 8 апреля 2024 года».\n"
)


@pytest.mark.safety
def test_safety_of_three_brothers_one_died():
    found = extract_text(SONS, lang="ru", published="2024-06-20")
    named = {s.id: s.name for s in found.subjects}
    assert {named[c.subject] for c in found.claims if c.property == "died"} == {"Мехрубон"}
    youngest = _told(found, "Амриддин")
    assert {("contact_lost.date", "2024-04-05"), ("missing", "true"), ("rank", "рядовой")} <= youngest


def test_what_a_woman_says_of_herself_is_not_her_husbands():
    text = (
        "Мой муж Рустам водил маршрутку, я на рынке торговала. 14 ноября он написал из-под Купянска. 20-го — последнее "
        "сообщение. Поехала в Ростов, сдала ДНК. Ни гроба, ни бумаги.\n"
    )
    found = extract_text(text, lang="ru", published="2024-03-20")
    told = {(c.property, c.value) for c in found.claims}
    assert {
        ("occupation", "водитель"),
        ("last_contact.date", "2023-11-20"),
        ("body_repatriated", "false"),
    } <= told
    assert not {("occupation", "продавец"), ("migrated", "true")} & told


@pytest.mark.safety
def test_safety_whom_a_token_identified_is_the_one_named_behind():
    text = (
        "Сергеева Ибрагима, 41 год, уже похоронили. Третье тело числилось под фамилией Каримов. По жетону погибшего "
        "установили как Шухрата Валиева 1999 г. р. (по словам соседей, он пропал ещё в марте).\n"
    )
    found = extract_text(text, lang="ru", published="2024-06-20")
    assert ("body_identified", "true") in _told(found, "Валиев")
    assert ("body_identified", "true") not in _told(found, "Сергеев")
    assert {c.evidence.value for c in found.claims if c.property == "missing"} == {"hearsay"}


NOTICE = (
    "ВОЕННЫЙ КОМИССАРИАТ\nИЗВЕЩЕНИЕ № 88\n\nГр. Тешебаевой Розе Абдыкадыровне\n\nИзвещаю Вас о том, что Ваш супруг, "
    "младший сержант Тешебаев Кубаныч Маматович, 1983 года рождения, призванный по контракту 11 сентября 2023 года, "
    "погиб 2 февраля 2024 года.\n\nТело погибшего направлено в г. Набережные Челны и прибудет 19 февраля 2024 года. "
    "Захоронение за счёт средств министерства. Обращаться: пр. Мира, 52, каб. 14.\n"
)


@pytest.mark.safety
def test_safety_a_notice_to_a_wife_kills_her_husband_alone():
    found = extract_text(NOTICE, lang="ru", published="2024-02-20")
    named = {s.id: s.name for s in found.subjects}
    dead = {named[c.subject] for c in found.claims if c.property == "died"}
    assert dead == {"Тешебаев Кубаныч Маматович"}
    assert {c.value for c in found.claims if c.property == "died.date"} == {"2024-02-02"}
    assert not [c for c in found.claims if c.property in {"age", "buried"}]


@pytest.mark.safety
def test_safety_a_mother_late_for_a_funeral_is_not_buried():
    text = "Руслан Жумагалиев, 32, погиб 9 мая; похороны прошли в Саратове, мать на них не успела.\n"
    found = extract_text(text, lang="ru", published="2024-06-20")
    named = {s.id: s.name for s in found.subjects}
    assert {named[c.subject] for c in found.claims if c.property == "buried"} == {"Руслан Жумагалиев"}


def test_a_birth_is_of_the_name_before_it_and_an_uncle_has_his_own():
    text = (
        "Вернулись Жамшид Турсунов, 1996 года рождения, из Каттакургана, и Отабек Саидов, возраст которого не указан. "
        "Дядя Саидова Бахтиёр подтвердил, что это его племянник.\n"
    )
    found = extract_text(text, lang="ru", published="2024-06-20")
    assert ("birth_date", "1996") in _told(found, "Турсунов")
    assert "Бахтиёр" in {s.name for s in found.subjects}
