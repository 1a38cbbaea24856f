"""Several under one verb, reports taken back, relatives who are only addressed. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _said(text: str, lang: str) -> set[tuple[str, str, str, str]]:
    found = extract_text(text, lang=lang, published="2024-06-10")
    labels = {s.id: s.label for s in found.subjects}
    return {
        (labels[c.subject], c.property, labels.get(c.value, c.value), c.polarity.value) for c in found.claims
    }


@pytest.mark.parametrize(
    ("text", "lang", "first", "second"),
    [
        (
            "Two brothers, Said and Amin Gulov, were killed near Avdiivka in February.",
            "en",
            "Said Gulov",
            "Amin Gulov",
        ),
        ("Братья Саид и Амин Гуловы погибли под Бахмутом в мае.", "ru", "Саид Гулов", "Амин Гулов"),
    ],
)
def test_two_under_one_verb_in_the_plural_share_what_it_tells(
    text: str, lang: str, first: str, second: str
) -> None:
    said = _said(text + "\n", lang)
    for who in (first, second):
        assert (who, "name", who, "affirmed") in said
        assert (who, "died", "true", "affirmed") in said
    assert len({value for _, prop, value, _ in said if prop == "died.place"}) == 1


@pytest.mark.safety
def test_a_verb_in_the_singular_kills_only_one_of_two() -> None:
    said = _said("Жаныбек Турдубаев и Болот Исаев служили вместе. Болот Исаев погиб под Бахмутом.\n", "ru")
    assert ("Болот Исаев", "died", "true", "affirmed") in said
    assert not any(who == "Жаныбек Турдубаев" and prop == "died" for who, prop, *_ in said)


@pytest.mark.safety
def test_who_was_reported_dead_and_then_phoned_is_not_dead() -> None:
    said = _said(
        "Ulan Sadykov, 33, who was reported dead by a village chat in August, called his parents last week.\n",
        "en",
    )
    assert ("Ulan Sadykov", "died", "false", "denied") in said
    assert not any(prop == "died" and polarity == "affirmed" for _, prop, _, polarity in said)


@pytest.mark.safety
def test_a_sister_who_is_phoned_is_not_the_prisoner() -> None:
    said = _said("31-летний Жаныбек Турдубаев в мае позвонил сестре, находится в плену у ВСУ.\n", "ru")
    assert ("Жаныбек Турдубаев", "captured", "true", "affirmed") in said
    assert not any("sister" in who for who, *_ in said)


@pytest.mark.safety
def test_the_news_of_a_death_is_not_the_day_of_the_death() -> None:
    said = _said("О смерти 31-летнего Жаныбека Турдубаева стало известно 6 ноября.\n", "ru")
    assert not any(prop == "died.date" for _, prop, *_ in said)


def test_what_a_family_is_offered_is_promised_for_a_death() -> None:
    said = _said("Ulan Sadykov, 33, was killed. His family was promised five million rubles.\n", "en")
    assert ("Ulan Sadykov", "compensation_promised.amount", "5000000 RUB", "promised") in said


def test_an_answer_says_what_the_question_asked_of() -> None:
    said = _said(
        "Дилшод Рахимов, 34 года, в плену с октября.\n\n— Где вы подписали контракт?\n— В Казани, 3 мая 2023 года.\n",
        "ru",
    )
    assert ("Дилшод Рахимов", "contract_signed.date", "2023-05-03", "affirmed") in said


def test_a_quotation_goes_on_over_paragraphs_and_holds_others() -> None:
    text = (
        "Комил Рахимов, 31 год, попал в плен.\n\n«Меня забрали из электрички. Я поставил подпись.\n\n"
        "Позывной мне дали «Плов». Меня ранило в ногу», — рассказывает Комил Рахимов.\n"
    )
    found = extract_text(text, lang="ru", published="2024-06-10")
    evidence = {c.property: c.evidence.value for c in found.claims}
    assert evidence["contract_signed"] == "direct"
    assert {c.value for c in found.claims if c.property == "call_sign"} == {"Плов"}


def test_a_trade_is_the_noun_behind_worked_as() -> None:
    assert ("Rustam Isaev", "occupation", "night guard", "affirmed") in _said(
        "Rustam Isaev, 29, worked as a night guard in Perm.\n", "en"
    )
    assert ("Жаныбек Турдубаев", "occupation", "экспедитор", "affirmed") in _said(
        "31-летний Жаныбек Турдубаев трудился экспедитором в Перми.\n", "ru"
    )
