"""Letters that are read out, "so wrote his sister", offices that answer relatives, lists kept by an outlet.

All is invented.
"""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _read(text: str, lang: str) -> list[tuple[str, str, str]]:
    found = extract_text(text + "\n", lang=lang, published="2024-11-01")
    return [(c.property, c.evidence.value, c.polarity.value) for c in found.claims]


def _evidence(text: str, prop: str, lang: str) -> set[str]:
    return {evidence for name, evidence, _ in _read(text, lang) if name == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uk",
            "«Бакит поїхав торік. Мамі прийшов лист: зник безвісти 9 березня», — каже сестра Бакита Осорова.",
        ),
        ("uk", "— Вдома знають?\n— Мати вже мала папір із військкомату, що я зник безвісти 15 березня."),
        ("uk", "Бакит Осоров поїхав торік. Матері надіслали довідку, що він зник безвісти 9 березня."),
        (
            "ru",
            "Бакыт Осоров уехал в прошлом году. Матери прислали бумагу из части, что он пропал без вести 9 марта.",
        ),
    ],
)
def test_what_a_paper_says_behind_a_colon_or_that_is_the_papers_word(lang: str, text: str) -> None:
    assert _evidence(text, "missing", lang) == {"document"}


@pytest.mark.parametrize(
    "text",
    [
        "Мати показала довідку і сказала, що Бакит Осоров зник безвісти 9 березня.",
        "Прийшов папір, що надіслала частина. Побратим каже, що Бакит Осоров зник безвісти 9 березня.",
    ],
)
def test_a_paper_that_is_only_shown_or_came_says_nothing(text: str) -> None:
    assert "document" not in _evidence(text, "missing", "uk")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Бакит Осоров працював монтажником у Казані. Так «Вежі» написала його сестра Жилдиз."),
        ("ru", "Бакыт Осоров работал монтажником в Казани. Так газете рассказала его сестра Жылдыз."),
        ("en", "Bakyt Osorov worked as a welder in Kazan. That is how his sister tells it."),
    ],
)
def test_what_went_before_is_hers_who_told_it_so(lang: str, text: str) -> None:
    assert _evidence(text, "occupation", lang) == {"direct"}


def test_that_a_family_wrote_to_an_office_that_answers_is_the_outlets_to_tell() -> None:
    text = (
        "Односелець сказав дружині, що Бакит Осоров загинув. "
        "Посольство на лист родини від 20 травня відповіло, що такого прізвища в списках немає."
    )
    assert _evidence(text, "info_requested", "uk") == {"press"}


@pytest.mark.parametrize(
    "ending", ["Якщо ви знаєте більше, пишіть нам.", "Хто знає про них більше, просимо повідомити редакцію."]
)
def test_a_list_whose_makers_ask_for_more_is_no_relatives_text(ending: str) -> None:
    entries = (
        "1. Данияр Осмонов, 2001 р. н. Зник безвісти в травні.\n2. Тимур Исаков, Ноокат. У полоні з липня."
    )
    assert _evidence(f"Загинули й зникли\n\n{entries}\n\n{ending}", "name", "uk") == {"press"}


def test_a_funeral_is_no_rumour_because_a_family_read_of_the_death() -> None:
    text = "У Нарині поховали Бакита Осорова, про смерть якого родина дізналася з чату."
    assert _evidence(text, "buried", "uk") == {"press"}


@pytest.mark.parametrize(
    "text",
    [
        "Двоє кубинців розповіли сестрі, що Бакита Осорова вбито під Бахмутом.",
        "Бакит Осоров зник. Сім'ї повідомили, що він загинув під Бахмутом.",
        "Бакит Осоров зник. Тітці сказали, що її племінник Бакит загинув під Бахмутом.",
    ],
)
def test_who_is_told_it_in_the_dative_does_not_say_it(text: str) -> None:
    assert _evidence(text, "died.place", "uk") == {"hearsay"}


def test_the_brother_of_whom_she_is_told_is_the_one_who_died() -> None:
    text = "Бакит Осоров зник. Побратим розповів сестрі, що її брата вбило в лютому під Бахмутом."
    assert _evidence(text, "died", "uk") == {"hearsay"}


def test_a_stranger_who_gives_his_name_is_still_the_stranger() -> None:
    text = (
        "Сестрі Бакита Осорова написав незнайомець, який назвався Даніїлом. "
        "За його словами, Бакит загинув у червні під Торецьком."
    )
    assert _evidence(text, "died.place", "uk") == {"hearsay"}


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        ("Бакит Осоров пропав. На похорон зібралося близько двохсот людей.", "died"),
        ("Бакит Осоров пропав. Родина просить повернути тіло.", "body_repatriated"),
        ("Бакит Осоров пропав. Дату репатріації не назвали.", "body_repatriated"),
        ("Бакит Осоров пропав. На відео сестра впізнала брата.", "body_identified"),
        ("За контрактом підпис стоїть під датою 19 липня, Бакит Осоров пішов.", "coercion"),
    ],
)
def test_safety_words_that_tell_of_no_death_and_no_force(text: str, prop: str) -> None:
    assert prop not in {name for name, _, _ in _read(text, "uk")}
