"""What is read from Russian texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

COURT = (
    "Ошский городской суд 21 мая приговорил 31-летнего Жаныбека Турдубаева к восьми годам лишения свободы "
    "за наёмничество. В октябре 2022 года он подписал контракт с ЧВК «Вагнер».\n"
)
BROTHER = "31-летний Жаныбек Турдубаев живёт в Оше. Его брат Эркин погиб под Бахмутом в январе 2023 года.\n"
LISTED = (
    "12. Исаков Нурбек, 1988 г. р., Каракол. Пропал без вести в октябре 2023 г.\n"
    "16. Эргашев Сардор, 2001, Наманган. Ранее числился погибшим, что не подтвердилось: жив, вернулся домой "
    "в апреле 2024 г.\n"
)
MAN = "31-летний Жаныбек Турдубаев"
OF_MAN = "31-летнего Жаныбека Турдубаева"


def _said(text: str) -> set[tuple[str, str, str, str]]:
    """(label of the subject, property, value, polarity) of every claim."""
    found = extract_text(text, lang="ru", published="2024-06-10")
    labels = {s.id: s.label for s in found.subjects}
    return {
        (labels[c.subject], c.property, labels.get(c.value, c.value), c.polarity.value) for c in found.claims
    }


def _affirmed(text: str) -> set[tuple[str, str, str]]:
    return {claim[:3] for claim in _said(text) if claim[3] == "affirmed"}


def test_a_court_sentence_carries_court_term_charge_and_day() -> None:
    man = "Жаныбек Турдубаев"
    assert {
        (man, "name", man),
        (man, "age", "31"),
        (man, "sentenced.court", "Ошский городской суд"),
        (man, "sentenced.term", "P8Y"),
        (man, "sentenced.charge", "наёмничество"),
        (man, "sentenced.date", "2024-05-21"),
        (man, "unit", "Вагнер"),
        (man, "contract_signed.date", "2022-10"),
    } <= _affirmed(COURT)


def test_a_countryman_of_an_obituary_is_its_subject() -> None:
    read = _affirmed(
        "С прискорбием сообщаем, что погиб наш земляк Рустам Сатторов. Рустам работал электриком.\n"
    )
    assert {
        ("Рустам Сатторов", "died", "true"),
        ("Рустам Сатторов", "occupation", "электрик"),
    } <= read


def test_a_burial_still_to_come_is_only_planned() -> None:
    said = _said(f"{MAN} погиб под Бахмутом. Похоронят его в Оше.\n")
    assert ("Жаныбек Турдубаев", "buried", "true", "promised") in said


def test_an_amputation_is_a_wound() -> None:
    assert ("Жаныбек Турдубаев", "wounded", "true") in _affirmed(f"{MAN} потерял ногу под Бахмутом.\n")


def test_a_guilt_not_admitted_leaves_the_sentence() -> None:
    assert not any(
        polarity == "denied" for *_, polarity in _said(COURT + "Сам осуждённый вину не признал.\n")
    )


def test_a_body_never_found_is_denied() -> None:
    said = _said(f"{MAN} погиб под Бахмутом. Тело его так и не нашли.\n")
    assert ("Жаныбек Турдубаев", "body_found", "false", "denied") in said


@pytest.mark.safety
def test_the_death_of_a_brother_is_the_brothers() -> None:
    read = _affirmed(BROTHER)
    assert ("Эркин", "died", "true") in read
    assert not any(who == "Жаныбек Турдубаев" and prop.startswith("died") for who, prop, _ in read)


@pytest.mark.safety
def test_a_man_once_listed_as_dead_is_alive() -> None:
    said = _said(LISTED)
    assert ("Эргашев Сардор", "died", "false", "denied") in said
    assert ("Эргашев Сардор", "seen_alive", "true", "affirmed") in said
    assert ("Исаков Нурбек", "missing", "true", "affirmed") in said
    assert not any(prop == "died" and polarity == "affirmed" for _, prop, _, polarity in said)


@pytest.mark.safety
@pytest.mark.parametrize(
    "sentence",
    [
        f"{MAN} не погиб.",
        f"По словам жены, {MAN} не был убит.",
        f"Возможно, {MAN} погиб под Бахмутом.",
        f"{MAN}, вероятно, погиб под Бахмутом.",
        f"{MAN} якобы погиб под Бахмутом.",
        f"Родные {OF_MAN} опасаются, что он погиб.",
        f"Родные не верят, что {MAN} погиб.",
        f"Неизвестно, погиб ли {MAN}.",
        f"Жена опровергла, что {MAN} погиб.",
        f"Слухи о гибели {OF_MAN} не подтвердились.",
        f"{OF_MAN} считали погибшим.",
        f"{OF_MAN} ошибочно объявили погибшим.",
        f"Минобороны не подтвердило гибель {OF_MAN}.",
        f"{MAN} жив, вопреки сообщениям о его гибели.",
        f"Родным {OF_MAN} сообщили о его смерти, но это оказалось ошибкой.",
        f"{MAN} чуть не погиб под Бахмутом.",
        f"{MAN} погиб бы, если бы не помощь.",
        f"{MAN} вернулся домой. «Жене сказали, что я погиб», — говорит он.",
        f"{MAN} живёт в Оше. Его мать умерла в 2021 году.",
        f"{MAN} живёт в Оше. Его двоюродный брат погиб на войне.",
        f"{MAN} служил с Болотом Исаевым, который погиб под Бахмутом.",
        f"{MAN} утверждает, что 27-летний Болот Исаев погиб под Бахмутом.",
        f"{MAN} приехал на похороны Болота Исаева.",
        f"{MAN} в списках погибших не значится.",
        f"{MAN} жив. Сведения в сетях о его гибели не соответствуют действительности.",
        f"{MAN} не числится среди погибших.",
        f"{MAN} подорвался на мине и лишился ноги.",
        f"{MAN} служил в Оше. Имена погибших не называют.",
    ],
)
def test_nobody_dies_of_what_is_denied_doubted_or_befell_another(sentence: str) -> None:
    read = _affirmed(sentence + "\n")
    assert ("Жаныбек Турдубаев", "name", "Жаныбек Турдубаев") in read
    assert ("Жаныбек Турдубаев", "died", "true") not in read


@pytest.mark.safety
def test_a_namesake_of_another_age_dies_alone() -> None:
    text = f"{MAN} вернулся домой. Его тёзка, 24-летний Жаныбек Турдубаев, погиб в марте.\n"
    found = extract_text(text, lang="ru", published="2024-06-10")
    dead = {c.subject for c in found.claims if c.property == "died"}
    ages = {c.subject: c.value for c in found.claims if c.property == "age"}
    assert {ages[who] for who in dead} == {"24"}


@pytest.mark.safety
def test_a_mother_who_tells_of_her_son_lives() -> None:
    read = _affirmed("Зарина Исаева говорит, что её сын Азамат погиб под Бахмутом.\n")
    assert ("Азамат", "died", "true") in read
    assert ("Зарина Исаева", "died", "true") not in read


@pytest.mark.safety
def test_a_mother_of_the_dead_who_is_paid_or_confirms_lives() -> None:
    for text in (
        "31-летний Жаныбек Турдубаев погиб. Гибель Турдубаева под Бахмутом подтвердила его мать.\n",
        "31-летний Жаныбек Турдубаев погиб. Зарине Исаевой, матери погибшего, перечислили 5 млн рублей.\n",
    ):
        dead = {who for who, prop, value in _affirmed(text) if (prop, value) == ("died", "true")}
        assert dead == {"Жаныбек Турдубаев"}


def test_a_body_that_is_taken_somewhere_detains_nobody() -> None:
    text = "Алишер Каримов погиб 5 мая. Тело доставлено в аэропорт Ош 3 октября."
    properties = {claim[1] for claim in _affirmed(text)}
    assert {"body_repatriated", "body_repatriated.date"} <= properties
    assert not {prop for prop in properties if prop.startswith("detained")}
