"""How a claim was come to know: whose words it stands in. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim


def _claims(text: str, lang: str = "ru") -> list[Claim]:
    return list(extract_text(text, lang=lang, published="2024-06-10").claims)


def _evidence(text: str, prop: str, lang: str = "ru") -> list[str]:
    return [c.evidence.value for c in _claims(text, lang) if c.property == prop]


@pytest.mark.parametrize(
    ("sentence", "prop", "expected"),
    [
        # the outlet itself
        ("31-летний Жаныбек Турдубаев погиб под Бахмутом в январе 2023 года.", "died", "press"),
        ("По данным издания, 31-летний Жаныбек Турдубаев погиб в январе.", "died", "press"),
        # an authority
        ("Мэр села сообщил, что 31-летний Жаныбек Турдубаев погиб. Тело привезли в Ош.", "age", "official"),
        # what a relative lived through, and what she was told
        (
            "По словам матери, 31-летний Жаныбек Турдубаев перестал выходить на связь.",
            "contact_lost",
            "direct",
        ),
        ("По словам матери, 31-летний Жаныбек Турдубаев погиб под Бахмутом.", "died", "hearsay"),
        (
            "31-летний Жаныбек Турдубаев воевал под Бахмутом, рассказала его жена.",
            "deployed.place",
            "direct",
        ),
        # a certificate
        ("В свидетельстве о смерти указано, что 31-летний Жаныбек Турдубаев умер 3 мая.", "died", "document"),
    ],
)
def test_a_russian_claim_knows_how_it_was_come_to_know(sentence: str, prop: str, expected: str) -> None:
    if "Мэр" in sentence:
        sentence = sentence.replace("Мэр", "Глава")
    assert set(_evidence(sentence + "\n", prop)) == {expected}


@pytest.mark.parametrize(
    ("sentence", "prop", "expected"),
    [
        ("Nurlan Sadykov, 31, was killed near Bakhmut, his wife said.", "died", "hearsay"),
        (
            '"They took him in May and promised a passport," his mother said of Nurlan Sadykov.',
            "name",
            "press",
        ),
        ("His mother told reporters that Nurlan Sadykov stopped calling in May.", "contact_lost", "direct"),
        ("The Foreign Ministry said that Nurlan Sadykov was captured.", "captured", "official"),
        ("Nurlan Sadykov was reported dead by a village chat in August.", "died", "hearsay"),
    ],
)
def test_an_english_claim_knows_how_it_was_come_to_know(sentence: str, prop: str, expected: str) -> None:
    assert set(_evidence(sentence + "\n", prop, "en")) == {expected}


def test_a_voice_ends_where_another_man_is_brought_in() -> None:
    text = (
        "Мать 24-летнего Азамата Исаева рассказала, что он перестал выходить на связь в мае. "
        "31-летний Жаныбек Турдубаев похоронен в Оше.\n"
    )
    assert set(_evidence(text, "contact_lost")) == {"direct"}
    assert set(_evidence(text, "buried")) == {"press"}


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = (
        "31-летний Жаныбек Турдубаев вернулся домой. «Меня задержали в мае. Потом меня ранили под Бахмутом. "
        "Обещали гражданство», — говорит Жаныбек Турдубаев.\n"
    )
    assert set(_evidence(text, "detained")) == {"direct"}
    assert set(_evidence(text, "promised.citizenship")) == {"direct"}


def test_the_words_for_a_speaker_are_the_outlet_s() -> None:
    text = "31-летний Жаныбек Турдубаев погиб, рассказала его мать.\n"
    assert set(_evidence(text, "kin.mother")) == {"press"}


def test_what_was_told_to_a_relative_keeps_both_speakers() -> None:
    text = "31-летний Жаныбек Турдубаев пропал. Его дядя сказал матери, что Жаныбек погиб под Бахмутом.\n"
    died = [c for c in _claims(text) if c.property == "died"]
    assert [c.evidence.value for c in died] == ["hearsay"]
    assert [s.split(" of ")[0] for s in died[0].speakers] == ["uncle", "mother"]


def test_entries_of_a_list_that_papers_confirm_are_documents() -> None:
    text = (
        "1. Исаков Нурбек, 1988 г. р., Каракол. Погиб 03.12.2023.\n"
        "2. Эргашев Сардор, 2001 г. р., Наманган. Погиб 05.01.2024.\n\n"
        "Подтверждено документами — 1 (№ 2).\n"
    )
    labels = {s.id: s.label for s in extract_text(text, lang="ru", published="2024-06-10").subjects}
    died = {labels[c.subject]: c.evidence.value for c in _claims(text) if c.property == "died"}
    assert died == {"Исаков Нурбек": "press", "Эргашев Сардор": "document"}


@pytest.mark.parametrize(
    ("text", "prop", "lang", "expected"),
    [
        # what he told his wife reaches us through her
        (
            "Пишу про мужа. Мой муж Нурлан Садыков пропал. Он позвонил и сказал, что его отправили под Бахмут.",
            "deployed.place",
            "ru",
            {"hearsay"},
        ),
        # whose words are announced by more than one word
        (
            "Nurlan Sadykov, 31, was killed near Bakhmut, a district administration spokesperson confirmed.",
            "died",
            "en",
            {"official"},
        ),
        # a parenthesis speaks for its clause alone
        (
            "Редакция нашла Нурлана Садыкова, который, по словам матери, пропал без вести.",
            "name",
            "ru",
            {"press"},
        ),
        # an office that acts says what it did
        ("The security committee has charged Nurlan Sadykov, 31, as a mercenary.", "age", "en", {"official"}),
    ],
)
def test_a_sentence_is_told_by_whoever_answers_for_it(
    text: str, prop: str, lang: str, expected: set[str]
) -> None:
    assert set(_evidence(text + "\n", prop, lang)) == expected


def test_an_office_that_opens_a_sentence_ends_what_a_comrade_told() -> None:
    text = (
        "Сослуживец рассказал, что 24-летний Азамат Исаев ранен под Бахмутом. "
        "Посольство не ответило семье, тело не найдено.\n"
    )
    assert set(_evidence(text, "wounded")) == {"hearsay"}
    assert "hearsay" not in _evidence(text, "body_found")


def test_what_a_payment_would_mean_is_no_death() -> None:
    found = _claims("Nurlan Sadykov, 31, is missing. The women say a payment would mean he is dead.\n", "en")
    assert not [c for c in found if c.property == "died" and c.polarity.value == "affirmed"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "«Сын позвонил в мае: „Мама, я подписал контракт“», — говорит мать Азамата Норова."),
        ("uk", "«Син подзвонив у травні: “Мамо, я підписав контракт”», — каже мати Азамата Норова."),
    ],
)
def test_what_a_relative_quotes_of_him_she_only_heard(lang: str, text: str) -> None:
    found = extract_text(text, lang=lang, published="2025-03-01").claims
    assert {c.evidence.value for c in found if c.property == "contract_signed"} == {"hearsay"}
