"""Places in invented sentences of all eight languages."""

from __future__ import annotations

import time

import pytest

from tizme.places import display, find_demonyms, find_places, lookup, place, same_or_inside


def only(text: str, lang: str) -> tuple[str, str, str]:
    """(words, nominative, id of the best candidate or "") of the one place in the text."""
    (match,) = find_places(text, lang=lang)
    best = match.candidates[0][0].id if match.candidates else ""
    return text[match.start : match.stop], match.nominative, best


@pytest.mark.parametrize(
    ("lang", "text", "words", "nominative", "place_id"),
    [
        ("ru", "Он погиб под Бахмутом.", "Бахмутом", "Бахмут", "UA-713174"),
        (
            "ru",
            "уроженец Аштского района Согдийской области",
            "Аштского района Согдийской области",
            "Аштский район Согдийской области",
            "TJ-SU-asht",
        ),
        ("ru", "Bосейский р-н", "Bосейский р-н", "Восейский район", "TJ-KT-vose"),
        ("ru", "р-н Спитамен", "р-н Спитамен", "Спитамен", "TJ-SU-spitamen"),
        ("ru", "г. Куляб, 1990 г. р.", "г. Куляб", "Куляб", "TJ-1221194"),
        ("ru", "Курская обл.", "Курская обл.", "Курская область", "RU-KRS"),
        (
            "ru",
            "живут в районе Джалолиддини Балхи",
            "районе Джалолиддини Балхи",
            "район Джалолиддини Балхи",
            "TJ-KT-jalolidini-balhi",
        ),
        ("ru", "снимал жильё в Подмосковье", "Подмосковье", "Подмосковье", "RU-MOS"),
        ("ru", "отправили в Нижний Новгород", "Нижний Новгород", "Нижний Новгород", "RU-520555"),
        (
            "ru",
            "служил в Артёмовске Донецкой области",
            "Артёмовске Донецкой области",
            "Артёмовск",
            "UA-713174",
        ),
        ("uk", "під Авдіївкою", "Авдіївкою", "Авдіївка", "UA-713122"),
        ("uk", "поблизу Києва", "Києва", "Київ", "UA-703448"),
        (
            "uk",
            "з Ургутського району Самаркандської області",
            "Ургутського району Самаркандської області",
            "Ургутський район Самаркандської області",
            "UZ-SA-urgut",
        ),
        ("en", "a village in the Leilek district", "Leilek district", "Leilek district", "KG-B-leilek"),
        ("en", "in the Luhansk region", "Luhansk region", "Luhansk region", "UA-LH"),
        ("en", "from Rudny", "Rudny", "Rudny", "KZ-1519843"),
        ("ky", "Донецк облусунда согушкан", "Донецк облусунда", "Донецк облусу", "UA-DN"),
        ("ky", "Өзгөндө төрөлгөн", "Өзгөндө", "Өзгөн", "KG-1527513"),
        ("kk", "Новосібірде тұрған", "Новосібірде", "Новосібір", "RU-1496747"),
        ("kk", "Гиссар қаласында жерленді", "Гиссар қаласында", "Гиссар", "TJ-1221714"),
        (
            "kk",
            "Таулы Бадахшан автономиялы облысы Ванж ауданының тұрғыны",
            "Таулы Бадахшан автономиялы облысы Ванж ауданының",
            "Таулы Бадахшан автономиялы облысы Ванж ауданы",
            "TJ-GB-vanj",
        ),
        ("uz-Latn", "U Buxoro viloyatidan edi", "Buxoro viloyatidan", "Buxoro viloyati", "UZ-BU"),
        ("uz-Latn", "Ellikqal’a tumanida", "Ellikqal’a tumanida", "Ellikqal’a tumani", "UZ-QR-elikala"),
        (
            "uz-Cyrl",
            "Наманган вилояти Чортоқ тумани",
            "Наманган вилояти Чортоқ тумани",
            "Наманган вилояти Чортоқ тумани",
            "UZ-NG-chortok",
        ),
        ("tg", "ба ноҳияи Восеъ оварданд", "ноҳияи Восеъ", "ноҳияи Восеъ", "TJ-KT-vose"),
        ("tg", "дар шаҳри Бохтар", "шаҳри Бохтар", "Бохтар", "TJ-1220747"),
    ],
)
def test_a_place_is_found_with_its_kind_word_and_brought_to_the_nominative(
    lang: str, text: str, words: str, nominative: str, place_id: str
) -> None:
    assert only(text, lang) == (words, nominative, place_id)


@pytest.mark.parametrize(
    ("lang", "text", "words", "nominative"),
    [
        ("ru", "похоронен в деревне Малые Пупки", "деревне Малые Пупки", "деревня Малые Пупки"),
        ("tg", "дар деҳаи Тугарак", "деҳаи Тугарак", "деҳаи Тугарак"),
        ("en", "in the village of Zzyltau", "village of Zzyltau", "Zzyltau"),
        ("ky", "Зылтоо айылынан", "Зылтоо айылынан", "Зылтоо айылы"),
        ("uz-Latn", "Zzilariq qishlog‘ida", "Zzilariq qishlog‘ida", "Zzilariq qishlog'i"),
    ],
)
def test_an_unknown_village_is_found_by_its_kind_word_and_has_no_candidates(
    lang: str, text: str, words: str, nominative: str
) -> None:
    assert only(text, lang) == (words, nominative, "")


@pytest.mark.parametrize(
    ("lang", "text", "place_id"),
    [
        ("uz-Cyrl", "урғутлик йигит", "UZ-1215839"),
        ("uz-Latn", "buxorolik yigit", "UZ-1217662"),
        ("uz-Cyrl", "22 ёшли қашқадарёлик", "UZ-QA"),
        ("tg", "ҷавони восеъгӣ", "TJ-KT-vose"),
        ("ru", "погиб наманганец", "UZ-1513157"),
        ("ky", "Лейлектик жигит", "KG-B-leilek"),
        ("kk", "шымкенттік жігіт", "KZ-1518980"),
    ],
)
def test_a_word_for_somebody_from_a_town_gives_the_town(lang: str, text: str, place_id: str) -> None:
    (match,) = find_places(text, lang=lang)
    assert match.demonym
    assert match.candidates[0][0].id == place_id


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Айбек Алымкулов сказал, что Орлов и Роман Казаков не пришли."),
        ("ru", "Мир не наступил. Победа далеко. Май был холодным. Строитель, 1990 г. р."),
        ("ru", "Фирдавс Шарифов, Владимир Петров и Манас Токтосунов"),
        ("en", "Will Smith said the Bar was closed. May Day. Mary Kay came. Serhiy Kharkov said so."),
        ("en", "Osman Jails nobody"),
        ("uz-Latn", "Yoshlik, tinchlik va birlik kuni"),
        ("kk", "Алайда бұл аудан туралы хабар жоқ. Абай айтты."),
        ("tg", "Ба гуфтаи ӯ, додараш нарафт."),
        ("uk", "Вони казали правду. Казали всі."),
    ],
)
def test_personal_names_and_common_words_are_no_places(lang: str, text: str) -> None:
    assert find_places(text, lang=lang) == []


def test_other_places_of_the_text_choose_between_two_of_one_name() -> None:
    (near_rostov, _) = find_places("Приехал из Донецка, это Ростовская область.", lang="ru")
    (alone,) = find_places("Приехал из Донецка.", lang="ru")
    share = {p.id: score for p, score in near_rostov.candidates}
    share_alone = {p.id: score for p, score in alone.candidates}
    assert share["RU-565348"] > share_alone["RU-565348"]
    assert alone.candidates[0][0].id == "UA-709717"


def test_crimea_and_donetsk_lie_in_ukraine() -> None:
    for name in ("Севастополь", "Керчь", "Донецк", "Мелитополь", "Крым", "ДНР"):
        assert lookup(name, lang="ru")[0][0].country == "UA", name


def test_a_latin_letter_inside_a_cyrillic_word_is_read_as_its_look_alike() -> None:
    assert only("г. Кинeшма", "ru")[1:] == ("Кинешма", "RU-548605")


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "Москва. Он погиб под Бахмутом. Тула."
    (match,) = find_places(text, lang="ru", start=8, stop=30)
    assert text[match.start : match.stop] == "Бахмутом"


def test_the_district_lies_in_its_region_and_country() -> None:
    urgut = place("UZ-SA-urgut")
    assert urgut is not None
    assert urgut.admin == ("UZ-SA", "UZ")
    assert same_or_inside("UZ-1215839", "UZ-SA-urgut")
    assert same_or_inside("UZ-SA-urgut", "UZ-SA-urgut")
    assert not same_or_inside("UZ-SA", "UZ-SA-urgut")
    assert place("UZ-NOWHERE") is None


def test_a_name_is_shown_in_the_readers_language() -> None:
    assert display("KG-O", "ru") == "Ошская область"
    assert display("KG-O", "en") == "Osh region"
    assert display("KG-O", "ky") == "Ош облусу"
    assert display("UA-703448", "ru") == "Киев"


@pytest.mark.parametrize(
    ("lang", "text", "words", "country", "kind", "is_person"),
    [
        ("ru", "убитого кыргызстанца", "кыргызстанца", "KG", "citizen", True),
        ("ru", "граждане Таджикистана", "граждане Таджикистана", "TJ", "phrase", True),
        ("ru", "был таджик", "таджик", "TJ", "ethnic", True),
        ("ru", "паспорт российский", "паспорт", "", "", False),
        ("uk", "громадянин Узбекистану", "громадянин Узбекистану", "UZ", "phrase", True),
        ("en", "One Kyrgyzstani woman", "Kyrgyzstani", "KG", "adjective", False),
        ("en", "a citizen of Tajikistan", "citizen of Tajikistan", "TJ", "phrase", True),
        ("en", "two Uzbeks", "Uzbeks", "UZ", "citizen", True),
        ("ky", "өзбекстандыкты кесишти", "өзбекстандыкты", "UZ", "citizen", True),
        ("ky", "Кыргызстандын жараны", "Кыргызстандын жараны", "KG", "phrase", True),
        ("kk", "тәжікстандықтың денесі", "тәжікстандықтың", "TJ", "citizen", True),
        ("kk", "Ресей азаматтығын алмаған", "Ресей азаматтығын", "RU", "phrase", False),
        ("uz-Latn", "O‘zbekiston fuqarosi", "O‘zbekiston fuqarosi", "UZ", "phrase", True),
        ("uz-Cyrl", "ўзбекистонликлар", "ўзбекистонликлар", "UZ", "citizen", True),
        ("tg", "шаҳрванди Тоҷикистон", "шаҳрванди Тоҷикистон", "TJ", "phrase", True),
    ],
)
def test_demonyms_and_citizenship_phrases_tell_the_country(
    lang: str, text: str, words: str, country: str, kind: str, *, is_person: bool
) -> None:
    found = find_demonyms(text, lang=lang)
    if not country:  # an adjective after its noun stands alone
        assert [(d.country, d.kind) for d in found] == [("RU", "adjective")]
        return
    assert [(text[d.start : d.stop], d.country, d.kind, d.is_person) for d in found] == [
        (words, country, kind, is_person)
    ]


def test_a_family_name_like_a_people_is_no_demonym() -> None:
    assert find_demonyms("Пришёл Роман Казаков.", lang="ru") == []


def test_a_long_text_is_read_at_a_usable_speed() -> None:
    text = "Уроженец Лейлекского района погиб под Авдеевкой, сообщил его дядя из Оша. " * 700
    find_places(text[:1000], lang="ru")
    began = time.process_time()
    find_places(text, lang="ru")
    # Measured 350,000 code points a second of processor time; the floor leaves room for a busy machine.
    assert len(text) / (time.process_time() - began) > 50_000
