"""Who brought the news of a death, to whom, and how old somebody is whose years are told without a word for them."""

from __future__ import annotations

from tizme.extract import extract_text


def told(text: str, lang: str) -> dict[str, list[str]]:
    found = extract_text(text, lang=lang, published="2025-01-15")
    labels = {s.id: s.label for s in found.subjects}
    claims: dict[str, list[str]] = {}
    for claim in found.claims:
        claims.setdefault(claim.property, []).append(labels.get(claim.value, claim.value))
    return claims


def test_a_mother_told_by_a_surgeon() -> None:
    claims = told("О гибели Бахрома Саидова матери сообщил молодой хирург.", "ru")
    assert len(claims["death_reported.to"]) == 1
    assert "seen_alive" not in claims


def test_a_widow_who_learned_of_it() -> None:
    claims = told("Бахром Саидов погиб 3 мая 2024 года. Вдова узнала о его смерти 9 июня.", "ru")
    assert len(claims["death_reported.to"]) == 1
    assert claims["death_reported.date"] == ["2024-06-09"]


def test_bare_ages_and_terms_that_are_none() -> None:
    assert told("Karim Saidov was 45 when he died near Bakhmut.", "en")["age"] == ["45"]
    claims = told(
        "Суд признал Элана Сыдыкова виновным в наёмничестве и назначил ему пять лет лишения свободы.", "ru"
    )
    assert "age" not in claims


def test_a_temperature_or_a_count_is_no_age() -> None:
    assert "age" not in told("Karim Saidov was 45 kilometres from Bakhmut when he died.", "en")
