"""What relatives, prisoners and papers tell in Tajik and Ukrainian. Everybody is invented."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Claim


def _claims(text: str, lang: str) -> list[Claim]:
    return list(extract_text(text, lang=lang, published="2025-05-20").claims)


def _of(claims: list[Claim], prop: str) -> list[tuple[str, str, str]]:
    return [(c.value, c.polarity.value, c.evidence.value) for c in claims if c.property == prop]


def test_a_body_laid_in_earth_is_buried_and_not_brought() -> None:
    found = _claims("Шоми 16-уми феврал дар Исфара ҷасади Комрон Назировро ба хок супориданд.", "tg")
    assert not _of(found, "body_repatriated")
    assert [v for v, _, _ in _of(found, "buried.date")] == ["2025-02-16"]


def test_the_war_before_a_verb_at_the_end_says_where_he_died() -> None:
    found = _claims("Комрон Назиров дар ҷанги Украина ҳалок шудааст.", "tg")
    assert _of(found, "died")
    assert not _of(found, "deployed")


def test_relatives_in_the_plural_tell() -> None:
    text = "Комрон Назиров дафн шуд. Хешовандонаш мегӯянд, ки ӯ барои дуздӣ нӯҳ сол гирифта буд."
    assert [e for _, _, e in _of(_claims(text, "tg"), "prior_sentence.term")] == ["hearsay"]


def test_the_day_behind_that_is_of_the_death() -> None:
    text = "Бародари Комрон Назиров мегӯяд, ки ҳамхизматаш паём фиристод, ки Комрон 11-уми январ кушта шуд."
    assert [v for v, _, _ in _of(_claims(text, "tg"), "died.date")] == ["2025-01-11"]


def test_a_paper_with_a_cause_tells_of_no_wound() -> None:
    text = (
        "Комрон Назиров ҳалок шудааст. Дар шаҳодатномаи марг 14-уми январи 2025 ва «ҷароҳати тарқишӣ» сабт "
        "шудааст."
    )
    found = _claims(text, "tg")
    assert not _of(found, "wounded")
    assert ("true", "affirmed", "document") in _of(found, "died")
    assert [v for v, _, _ in _of(found, "died.cause")] == ["ҷароҳати тарқишӣ"]


PRISONER = (
    "Кухар із Худжанда, якого оплакала родина, живий\n\n«Мене взяли пораненим», — каже 38-річний Далер Назаров. "
    "Ми зустрілися з ним у таборі для військовополонених. Восени 2024 року, розповідає, його зупинили на ринку.\n\n"
    "У Худжанді отримали сповіщення: Далер Назаров загинув 29 січня 2025 року. Сестра Мехрі каже, що труну "
    "привезли 3 березня і поховали того ж дня.\n\nРечник 3-ї штурмової бригади повідомив, що Назаров живий."
)


def test_another_lies_in_the_grave_of_one_who_lives() -> None:
    found = _claims(PRISONER, "uk")
    assert {p for _, p, _ in _of(found, "died")} == {"denied"}
    assert [v for v, _, _ in _of(found, "buried")] == ["false"]
    assert [v for v, _, _ in _of(found, "body_repatriated")] == ["false"]


def test_a_camp_for_prisoners_is_nobody_and_a_spokesmans_brigade_not_his() -> None:
    found = _claims(PRISONER, "uk")
    assert not _of(found, "unit")
    assert ("true", "affirmed", "press") in _of(found, "seen_alive")
    assert [v for v, _, _ in _of(found, "occupation")] == ["кухар"]


def test_a_verb_put_in_passing_is_of_him_who_spoke_last() -> None:
    found = _claims(PRISONER, "uk")
    assert [e for _, _, e in _of(found, "detained")] == ["direct"]


def test_a_line_behind_a_dash_that_says_i_is_speech() -> None:
    text = (
        "«Нас кинули під Куп’янськ», — розповів Далер Назаров, 38 років.\n\n"
        "— Мене поранило в ногу другого дня, і хлопці понесли мене назад до бліндажа під вогнем, а потім поїхали.\n\n"
        "Газета надіслала запит."
    )
    assert [e for _, _, e in _of(_claims(text, "uk"), "wounded")] == ["direct"]


def test_the_man_who_says_it_is_the_uncle_who_was_just_quoted() -> None:
    text = (
        "Сухроба Каримзода, 24 роки, поховали в кишлаку Чилдухтарон. Його дядько Назарбек розповів, що хлопець "
        "виїхав до Росії. «Він дзвонив із Саратова. У травні прийшов папір, що загинув під Часовим Яром», — каже "
        "чоловік."
    )
    died = next(c for c in _claims(text, "uk") if c.property == "died")
    assert died.speakers == ("Назарбек",)
    assert died.polarity.value == "affirmed"


def test_who_is_buried_on_the_network_lives() -> None:
    text = (
        "Як узбека поховали у фейсбуці\n\nПабліки розіслали: «Ліквідовано найманця Шерзода Назарова».\n\nШерзод "
        "Назаров живий. «Мене розбудила мама», — пояснив він. Речниця бригади каже, що тіло з його документом "
        "підняли 17 лютого."
    )
    assert {p for _, p, _ in _of(_claims(text, "uk"), "died")} == {"denied"}


def test_the_father_just_told_of_says_what_is_quoted_of_his_son() -> None:
    text = (
        "Судшаванда Сангин Раҳматов ба понздаҳ сол маҳкум шуд. Падараш Ҷӯрабой инро рад мекунад. «Писарам аз "
        "август занг намезанад. Намедонем, зинда аст ё не», — мегӯяд ӯ."
    )
    found = _claims(text, "tg")
    lost = next(c for c in found if c.property == "contact_lost")
    assert lost.speakers == ("Ҷӯрабой",)
    assert not _of(found, "seen_alive")


def test_a_part_of_an_article_is_no_unit() -> None:
    text = "Фаррух Ҳомидов бо моддаи 401 қисми 1 Кодекси ҷиноятӣ ба ҳашт сол аз озодӣ маҳрум шуд."
    assert not _of(_claims(text, "tg"), "unit")


def test_a_village_office_that_asks_relatives_is_no_relative() -> None:
    text = (
        "ЭЪЛОНИ ҶАМОАТИ ДЕҲОТИ «САРБАНД»\n\nБа маълумоти сокинон мерасонем, ки маросими дафн рӯзи 6-уми декабр баргузор "
        "мегардад.\n\n1. Комрон Назиров, 1991 – ҳалок, 02.11.2024\n2. Далер Каримов, 1988 – бедарак аз моҳи августи "
        "2024\n\nАз пайвандони Далер Каримов хоҳиш мекунем, ки ба ҷамоат муроҷиат намоянд.\n\nРаиси ҷамоат Қ. Одинаев"
    )
    found = _claims(text, "tg")
    assert ("true", "affirmed", "official") in _of(found, "died")
    assert [v for v, _, _ in _of(found, "died.date")] == ["2024-11-02"]
    assert {e for _, _, e in _of(found, "missing")} == {"official"}


def test_a_sheep_killed_for_a_wake_is_nobodys_death_and_he_who_answers_lives() -> None:
    text = (
        "Радио бо асири 24-сола Манучеҳр Назиров сӯҳбат кард.\n\n— Кай ба асорат афтодед?\n— Ман 11-уми марти ҳамин "
        "сол афтодам.\n— Аз хона хабар доред?\n— Не.\n\nМодари Манучеҳр гуфт, ки зане занг зада, гуфтааст, ки писараш "
        "мурдааст. «Ду гӯсфанд куштем», — гуфт ӯ."
    )
    assert not {p for _, p, _ in _of(_claims(text, "tg"), "died")} - {"denied"}


def test_who_stepped_on_a_mine_and_lost_a_foot_lives() -> None:
    text = "4 червня Єрлан Назаров підірвався на «пелюстці» і втратив стопу. Знайшли його розвідники 42-ї бригади."
    found = _claims(text, "uk")
    assert not _of(found, "died")
    assert not _of(found, "unit")
    assert _of(found, "wounded")
