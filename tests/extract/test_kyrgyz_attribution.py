"""Whose word it is, in the many ways in which Kyrgyz says so. All persons are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

INTRO = "27 жаштагы Азамат Токтогулов Баткен облусунан. "
LEFT = "Азамат 2022-жылы Орусияга иштегени кеткен"
LEAVING = "Азаматтын 2022-жылы Орусияга иштегени кеткенин"
DEAD = "Азамат 2024-жылдын май айында Бахмут шаарында каза болгон"


def _evidence(text: str, prop: str = "migrated") -> set[str]:
    claims = extract_text(INTRO + text, lang="ky", published="2024-11-01").claims
    return {c.evidence.value for c in claims if c.property == prop}


@pytest.mark.parametrize(
    "verb",
    [
        "деп аңгемелейт", "деп үшкүрөт", "деп даттанат", "деп ишендирет", "деп мойнуна алды", "деп жооп кайтарды",
        "деп сөзүн улантты", "деп көзүнө жаш алды", "деп кеп баштады", "деп ырастап берди", "деген пикирде",
        "деп сыр төктү", "деп өкүнөт", "деп эскерүүсүндө жазган", "деп оюн билдирди",
    ],
)  # fmt: skip
def test_a_mother_says_it_whatever_the_verb(verb: str) -> None:
    assert _evidence(f"Апасы Гүлнара Асанова {LEFT} {verb}.") == {"direct"}


@pytest.mark.parametrize(
    "verb",
    ["деп күрсүндү", "деп башын чайкады", "деп кыстарды", "деп эки колун жайды", "— деген", "деп боздоду"],
)
def test_behind_a_quotation_that_alone_says_whose_it_is(verb: str) -> None:
    assert _evidence(f"«{LEFT}», — {verb.removeprefix('— ')} апасы Гүлнара Асанова.") == {"direct"}


def test_a_name_in_quotation_marks_is_nobodys_word() -> None:
    assert _evidence(f"{LEFT}. «Ыйык согуш үчүн күрөш» деп аталган топту апасы билбейт.") == {"press"}


@pytest.mark.parametrize(
    "verb",
    ["ачыктады", "моюндаган", "мойнуна алды", "тастыкташты", "баян кылды", "жашырбайт", "тил учуна алды"],
)
def test_what_is_said_stands_in_the_case_of_an_object(verb: str) -> None:
    assert _evidence(f"Коргоо министрлиги {LEAVING} {verb}.") == {"official"}


@pytest.mark.parametrize(
    "phrase",
    [
        "айткандары боюнча", "пикири боюнча", "оюнда", "маалымдашынча", "жазышынча", "эскерүүсүнө караганда",
        "аңгемесине караганда", "версиясы боюнча", "сөзүнө ишенсек", "жообуна ылайык", "түшүндүрмөсүнө ылайык",
    ],
)  # fmt: skip
def test_according_to_somebody(phrase: str) -> None:
    assert _evidence(f"Агасы Бакыттын {phrase}, {LEFT}.") == {"direct"}
    assert _evidence(f"Коргоо министрлигинин {phrase}, {DEAD}.", "died") == {"official"}


@pytest.mark.parametrize(
    "office",
    [
        "Сот", "Райондук аким", "УКМК", "ТИМ", "ИИМ", "ФСБ", "Военкомат", "Акимчилик", "Айыл башчысы", "Башкы консул",
        "Мамлекеттик айыптоочу", "Акыйкатчы", "Жаза аткаруу кызматы", "Укук коргоо органдары", "Тергөө комитети",
        "Министрдин орун басары", "Прокуратуранын өкүлү",
    ],
)  # fmt: skip
def test_offices_speak(office: str) -> None:
    assert _evidence(f"{office} {LEAVING} билдирди.") == {"official"}
    assert _evidence(f"«{LEFT}», — деп айтты {office[0].lower() + office[1:]}.") == {"official"}


@pytest.mark.parametrize(
    "text",
    [
        f"«{LEFT}», — деп айтылат министрликтин жообунда.",
        f"Прокуратуранын билдирүүсүнө ылайык, {LEFT}.",
        f"Прокуратуранын пресс-релизинде {LEFT} деп айтылат.",
        f"Коргоо министрлигине шилтеме берип жазгандай, {LEFT}.",
        f"Айыптоо корутундусуна ылайык, {LEFT}.",
        f"Соттун токтомунда {LEFT} деп айтылат.",
    ],
)
def test_words_of_offices_and_courts_in_papers_are_theirs(text: str) -> None:
    assert _evidence(text) == {"official"}


@pytest.mark.parametrize(
    "text",
    [
        f"Аскердик билетте {LEFT} деп көрсөтүлгөн.",
        f"Үй-бүлөсүнө буйруктун көчүрмөсү келди. Анда {LEFT} деп жазылган.",
        f"Апасы эпикриз көрсөттү. Анда {LEFT} деп жазылган.",
        f"Медициналык корутундуга ылайык, {LEFT}.",
        f"Мүрзө ташта «{LEFT}» деп жазылган.",
    ],
)
def test_papers(text: str) -> None:
    assert _evidence(text) == {"document"}


@pytest.mark.parametrize(
    "who",
    [
        "Кошунасы", "Курсташы", "Абакташы", "Куралдашы", "Адвокаты", "Активист", "Волонтёр", "Мугалими", "Имам",
        "Класс жетекчиси", "Диаспора башчысы", "Жергиликтүү тургун", "Чогуу согушкан жоокер", "Күбө", "Бригадири",
    ],
)  # fmt: skip
def test_people_who_are_no_relatives_pass_it_on(who: str) -> None:
    assert _evidence(f"{who} {LEAVING} айтты.") == {"hearsay"}
    assert _evidence(f"«{LEFT}», — дейт {who[0].lower() + who[1:]}.") == {"hearsay"}


@pytest.mark.parametrize("who", ["балдызы", "божосу", "кудасы", "туугандарынын бири", "үй-бүлө мүчөсү"])
def test_more_distant_relatives_tell_as_relatives(who: str) -> None:
    assert _evidence(f"«{LEFT}», — дейт {who}.") == {"direct"}


def test_what_relatives_say_together_is_no_rumour() -> None:
    assert _evidence(f"«{LEFT}», — дешет туугандары.") == {"direct"}


@pytest.mark.parametrize(
    "text",
    [
        f"{DEAD} деген божомолдор айтылууда.",
        f"{DEAD} деген маалыматтар жүрүп жатат.",
        f"{DEAD} деп угулуп калды.",
        f"Айылдагылар {DEAD} деп айтышат.",
        f"Үй-бүлөсү {DEAD} деп бирөөдөн уккан.",
        f"Интернетте жазылгандай, {DEAD}.",
    ],
)
def test_rumours_of_a_death(text: str) -> None:
    assert _evidence(text, "died") <= {"hearsay"}


@pytest.mark.parametrize(
    "trade", ["Санитар", "Активист", "Жергиликтүү тургун", "Класстын тренери", "Чогуу согушкан жоокер"]
)
def test_what_a_man_is_makes_no_teller_of_one_who_says_nothing(trade: str) -> None:
    text = f"{trade} Бакыт Жумаев 2023-жылы Орусияга иштегени кеткен. Ал Бахмутта жараат алган."
    claims = extract_text(text, lang="ky", published="2024-11-01").claims
    assert {"migrated", "wounded"} <= {c.property for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        f"Айрым маалыматтарга караганда, {DEAD}.",
        f"Тастыкталбаган маалымат боюнча, {DEAD}.",
        f"Социалдык тармактардагы маалыматка караганда, {DEAD}.",
        f"Эл арасындагы сөзгө караганда, {DEAD}.",
        f"Туугандарына {DEAD} деп айтышкан.",
    ],
)
def test_words_without_an_owner(text: str) -> None:
    assert _evidence(text, "died") == {"hearsay"}


@pytest.mark.parametrize(
    "text", [f"Прокуратура: «{LEFT}».", f"Коргоо министрлигинен келген жоопто {LEFT} деп айтылат."]
)
def test_answers_of_offices(text: str) -> None:
    assert _evidence(text) == {"official"}
