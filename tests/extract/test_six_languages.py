"""What is read in Kyrgyz, Uzbek, Tajik, Kazakh and Ukrainian alike. Every person, place of death and sum is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

PUBLISHED = "2025-06-10"


def _said(text: str, lang: str, label: str) -> set[tuple[str, str, str]]:
    found = extract_text(text, lang=lang, published=PUBLISHED)
    ids = {s.id for s in found.subjects if s.label == label}
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


def test_a_name_withheld_as_initials_is_somebody() -> None:
    text = "Guliston shahar sudi 36 yoshli A.Q.ni yollanmalikda aybdor deb topib, 6 yilga ozodlikdan mahrum qildi.\n"
    said = _said(text, "uz-Latn", "A.Q.")
    assert ("age", "36", "affirmed") in said
    assert ("sentenced.term", "P6Y", "affirmed") in said


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        (
            "ky",
            "34 жаштагы Авазбек Тойчиев 2022-жылы баңгизат менен кармалып, соту аны жети жылга кескен.\n",
            "Авазбек Тойчиев",
        ),
        (
            "kk",
            "31 жастағы Ерлан Сейтқазиев былтыр ұрлық жасады деп төрт жылға сотталды.\n",
            "Ерлан Сейтқазиев",
        ),
        ("uz-Latn", "Jasurbek Toshmatov o‘g‘irlikda ayblanib, 5 yilga qamalgan.\n", "Jasurbek Toshmatov"),
    ],
)
def test_a_sentence_for_an_ordinary_crime_came_before_the_war(lang: str, text: str, name: str) -> None:
    properties = {p for p, _, _ in _said(text, lang, name)}
    assert "prior_sentence.term" in properties
    assert not {p for p in properties if p.startswith("sentenced")}


def test_a_mother_or_wife_beside_the_word_for_the_dead_is_not_dead() -> None:
    text = "Jasurbek Toshmatov halok bo‘ldi. Marhumdan rafiqasi va ikki nafar farzandi qoldi.\n"
    found = extract_text(text, lang="uz-Latn", published=PUBLISHED)
    wives = {c.value for c in found.claims if c.property == "kin.wife"}
    assert not [c for c in found.claims if c.property == "died" and c.subject in wives]
    assert ("kin.children", "2", "affirmed") in _said(text, "uz-Latn", "Jasurbek Toshmatov")


def test_the_day_of_the_news_is_not_the_day_of_the_death() -> None:
    text = "2023 жылы қыркүйекте 24 жастағы Данил Петренконың Бахмут маңында қаза тапқаны белгілі болған.\n"
    said = _said(text, "kk", "Данил Петренко")
    assert ("death_reported.date", "2023-09", "affirmed") in said
    assert not [v for p, v, _ in said if p == "died.date"]


def test_whose_brother_stands_behind_the_kin_word_in_tajik() -> None:
    text = "Шарофиддин Каримов дар ҷанги Украина кушта шуд. Дар ин бора бародари марҳум Насриддин Каримов хабар дод.\n"
    found = extract_text(text, lang="tg", published=PUBLISHED)
    roles = {s.label: s.role for s in found.subjects}
    assert roles["Насриддин Каримов"] == "relative"
    assert ("died", "true", "affirmed") not in _said(text, "tg", "Насриддин Каримов")


def test_the_sister_looks_and_the_brother_is_looked_for() -> None:
    text = (
        "Самарқандлик Нилуфар Эгамбердиева укасини қидирмоқда. 26 ёшли Достон Эгамбердиев бедарак йўқолган.\n"
    )
    assert ("missing", "true", "affirmed") in _said(text, "uz-Cyrl", "Достон Эгамбердиев")


def test_a_plan_to_bury_is_a_plan() -> None:
    text = "28 жаштагы Нурлан Сатаров курман болду. Анын сөөгү эртең айылда жерге берилет.\n"
    assert ("buried", "true", "promised") in _said(text, "ky", "Нурлан Сатаров")


def test_lines_of_an_interview_are_no_list() -> None:
    text = (
        "Туткундагы 26 жаштагы Эрлан Асылбеков менен сүйлөштүк.\n– Качан келдиңиз?\n"
        "– Новосибирскиге 2019-жылы барып, курьер болуп иштегем.\n– Жарадар болдуңузбу?\n– Бутумдан жараландым.\n"
    )
    found = extract_text(text, lang="ky", published=PUBLISHED)
    assert len({c.subject for c in found.claims}) == 1


def test_the_day_of_the_body_is_not_the_day_of_the_death_told_beside_it() -> None:
    text = "Кечээ, 21-июнда, Чалдыбар айылына согушта каза болгон Мирлан Абакировдун сөөгү келди.\n"
    said = _said(text, "ky", "Мирлан Абакиров")
    assert ("body_repatriated.date", "2024-06-21", "affirmed") in said
    assert not [v for p, v, _ in said if p in {"died.date", "died.place"}]


def test_the_elder_brother_is_dead_and_the_prisoner_is_not() -> None:
    text = (
        "Воїни бригади взяли в полон 38-річного Сардора Юсупова. "
        "Його мати вже поховала старшого сина: той загинув під Бахмутом.\n"
    )
    assert "died" not in {p for p, _, _ in _said(text, "uk", "Сардор Юсупов")}
    assert "buried" not in {p for p, _, _ in _said(text, "uk", "Сардор Юсупов")}


def test_a_prisoner_is_called_what_he_calls_himself() -> None:
    text = (
        "Vovchansk yaqinida o‘zbekistonlik asirga olindi. U o‘zini Sanjar deb tanishtirdi.\n"
        "Sanjar 2020-yilda Rossiyaga kelgan.\n"
    )
    said = _said(text, "uz-Latn", "Sanjar")
    assert ("captured", "true", "affirmed") in said
    assert ("migrated.date", "2020", "affirmed") in said


def test_a_husband_told_of_beside_his_wife_is_the_one_in_focus() -> None:
    text = "Баҳодир Юнусов 2019 йилда қамалган. Юнусовнинг рафиқаси Нозима у эрининг шартнома имзолаганини айтди.\n"
    assert "contract_signed" in {p for p, _, _ in _said(text, "uz-Cyrl", "Баҳодир Юнусов")}


def test_a_wife_and_a_son_left_behind_are_relatives_of_the_dead() -> None:
    text = "Бекзат Оспанов қаза тапты. Артында жары Айгерім мен төрт жасар ұлы қалды.\n"
    found = extract_text(text, lang="kk", published=PUBLISHED)
    assert [s.label for s in found.subjects if s.role == "subject"] == ["Бекзат Оспанов"]


def test_a_place_before_a_prison_is_not_where_he_was_sent() -> None:
    text = "36 ёшли Баҳодир Юнусов март ойида Мордовиядаги колониядан урушга олиб кетилган.\n"
    assert not [v for p, v, _ in _said(text, "uz-Cyrl", "Баҳодир Юнусов") if p == "deployed.place"]


def test_lines_of_a_post_without_full_stops_are_no_headings() -> None:
    text = (
        "Қайғыра хабарлаймыз\n\nАуылымыздың азаматы Нұржан Әбдіқадыров дүниеден озды 😢\n\n"
        "Нұржан 1994 жылы Сайрам ауданында туған\nШымкентте аспазшы болып жұмыс істеді\n"
        "Бахмут маңында жараланып, Ростовтағы госпитальда көз жұмды\nДенесі кеше ауылға келді\n"
    )
    said = _said(text, "kk", "Нұржан Әбдіқадыров")
    assert ("died", "true", "affirmed") in said
    assert ("wounded", "true", "affirmed") in said


def test_our_brother_is_the_one_an_obituary_tells_of_and_a_front_town_is_no_name() -> None:
    text = "Бір жыл бұрын бауырымыз Серікбол Соледар маңында мерт болды.\n"
    found = extract_text(text, lang="kk", published=PUBLISHED)
    died = [c for c in found.claims if c.property == "died"]
    roles = {s.id: s.role for s in found.subjects}
    assert [roles[c.subject] for c in died] == ["subject"]


def test_his_name_is_that_of_the_brother_just_spoken_of() -> None:
    text = "«Брат мене шукає, його звуть Ойбек. Мати померла», — каже 27-річний Отабек Ергашев, якого взяли в полон.\n"
    found = extract_text(text, lang="uk", published=PUBLISHED)
    ojbek = {s.id for s in found.subjects if s.name == "Ойбек"}
    assert not [c for c in found.claims if c.property == "kin.mother" and c.subject in ojbek]


def test_a_home_right_behind_a_name_is_told_from_a_place_of_death() -> None:
    home = _said(
        "31 yoshli Sardor Jo‘rayev Buxoro viloyatidan. U asirga tushgan.\n", "uz-Latn", "Sardor Jo‘rayev"
    )
    assert ("origin", "Buxoro viloyati", "affirmed") in home
    text = "33 жаштагы Бекболсун Тилеков Запорожье облусунда набыт болгон.\n"
    assert "origin" not in {p for p, _, _ in _said(text, "ky", "Бекболсун Тилеков")}


def test_an_obituary_that_names_its_man_in_the_heading_alone_is_about_him() -> None:
    text = (
        "Нұржан Сейілханұлы Әбдіқадыров (1994–2024)\n\n"
        "Ауыр қаза. Жүрегі жомарт досымыз 17 қаңтарда Авдеевка түбінде мерт болды. Ол Сайрамда туған.\n"
    )
    said = _said(text, "kk", "Нұржан Сейілханұлы Әбдіқадыров")
    assert ("name", "Нұржан Сейілханұлы Әбдіқадыров", "affirmed") in said
    assert ("died", "true", "affirmed") in said


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        (
            "kk",
            "Аты-жөні: Асқар Әбенов\nТуған күні: 07.09.1991\nСоңғы байланыс: 08.12.2024\nШақыру белгісі: Батыр\n",
            "Асқар Әбенов",
        ),
        (
            "uz-Latn",
            "Ism-sharifi: Sanjar Umarov\nTug'ilgan sanasi: 07.09.1991\nOxirgi aloqa: 08.12.2024\nLaqabi: Batir\n",
            "Sanjar Umarov",
        ),
    ],
)
def test_the_labels_of_a_search_card_are_known(lang: str, text: str, name: str) -> None:
    said = _said(text, lang, name)
    assert ("birth_date", "1991-09-07", "affirmed") in said
    assert ("last_contact.date", "2024-12-08", "affirmed") in said
    assert "call_sign" in {p for p, _, _ in said}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("kk", "Сәуле Оспанованың ұлы Нұрбек 2023 жылы Ресейге кеткен.", "Нұрбек"),
        ("ky", "Бурулай Кадырованын уулу Эрмек 2023-жылы Россияга кеткен.", "Эрмек"),
        ("uz-Latn", "Oysha Qodirovaning o‘g‘li Jahongir 2023-yilda Rossiyaga ketgan.", "Jahongir"),
        ("uz-Cyrl", "Ойша Қодированинг ўғли Жаҳонгир 2023 йилда Россияга кетган.", "Жаҳонгир"),
    ],
)
def test_behind_a_womans_name_in_the_genitive_the_son_is_the_one_told_of(
    lang: str, text: str, name: str
) -> None:
    found = extract_text(text, lang=lang, published="2025-02-03")
    son = next(s for s in found.subjects if s.name == name)
    assert son.role == "subject"
    told = {c.property: c for c in found.claims}
    assert told["migrated"].subject == son.id
    assert told["kin.mother"].subject == son.id


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "Ерлан Оспанов 1989 жылы туған, Қостанай облысынан."),
        ("ky", "Эрлан Осмонов 1989-жылы туулган, Нарын облусунан."),
        ("uz-Latn", "Erlan Usmonov 1989-yilda tug‘ilgan, Namangan viloyatidan."),
    ],
)
def test_a_year_of_birth_and_a_home_that_ends_its_clause_are_read(lang: str, text: str) -> None:
    told = {c.property: c.value for c in extract_text(text, lang=lang, published="2025-02-03").claims}
    assert told["birth_date"] == "1989"
    assert "origin" in told


def test_a_day_before_a_describing_participle_is_the_main_verbs() -> None:
    text = "Өткен дүйсенбіде Түркістан облысына Украинада қаза тапқан Ерлан Оспановтың денесі жеткізілді."
    told = {c.property for c in extract_text(text, lang="kk", published="2025-02-03").claims}
    assert "body_repatriated.date" in told
    assert "died.date" not in told


def test_pay_by_the_month_is_a_wage_in_kazakh_and_kyrgyz() -> None:
    for lang, text in (
        ("kk", "Ерлан Оспанов келісімшарт жасасып, айына 240 мың рубль алған."),
        ("ky", "Эрлан Осмонов келишим түзүп, айына 240 миң рубль алган."),
    ):
        told = {c.property: c.value for c in extract_text(text, lang=lang, published="2025-02-03").claims}
        assert told["wage.amount"] == "240000 RUB/month"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Если ваш родственник погиб или пропал без вести, напишите нам.\n"),
        ("uk", "Якщо ваш родич загинув або зник безвісти, напишіть нам.\n"),
        ("ky", "Эгер сиздин тууганыңыз согушта каза болсо, бизге жазыңыз.\n"),
        ("kk", "Егер сіздің туысыңыз соғыста қаза тапса, бізге жазыңыз.\n"),
        ("uz-Latn", "Agar sizning yaqiningiz urushda halok bo‘lgan bo‘lsa, bizga yozing.\n"),
        ("uz-Cyrl", "Агар сизнинг яқинингиз урушда ҳалок бўлган бўлса, бизга ёзинг.\n"),
        ("tg", "Агар хешованди шумо дар ҷанг кушта шуда бошад, ба мо нависед.\n"),
    ],
)
def test_readers_who_are_asked_about_their_own_are_nobody(lang: str, text: str) -> None:
    assert not extract_text(text, lang=lang, published=PUBLISHED).claims
