from __future__ import annotations

import json

import pytest

from tizme.extract import extract_document
from tizme.model import Document, Extraction
from tizme.readers import read_bytes

DEAD = "Житель Нарына Сыдыков Айбек Нурланович, 1995 года рождения, погиб 2 февраля 2023 года под Соледаром."


def chat(*said: tuple[str, str, int | None]) -> Extraction:
    """(who, text, number of the message that is answered), numbered from 1, a day apart."""
    messages = [
        {"id": at, "type": "message", "date": f"2023-02-{at:02}T10:00:00", "from": who, "text": text}
        | ({"reply_to_message_id": answered} if answered else {})
        for at, (who, text, answered) in enumerate(said, start=1)
    ]
    document = read_bytes(
        json.dumps({"name": "x", "id": 1, "messages": messages}).encode(), name="result.json"
    )
    assert isinstance(document, Document)
    found = extract_document(document, item="", published="")
    assert all(document.text[c.start : c.stop] == c.quote for c in found.claims)
    return found


def fates(found: Extraction, message: int) -> set[tuple[str, str, str]]:
    names = {one.id: one.name for one in found.subjects}
    return {
        (names[c.subject], c.property, c.polarity.value)
        for c in found.claims
        if c.subject.startswith(f"m{message}.") and c.property in {"died", "seen_alive"}
    }


@pytest.mark.parametrize(
    "correction",
    [
        "Опровержение. Ранее мы сообщали о гибели Сыдыкова Айбека Нурлановича. Это ошибка: он жив.",
        "Вчера мы писали, что Сыдыков Айбек Нурланович погиб. Приносим извинения: он жив, звонил матери.",
    ],
)
def test_what_a_later_message_takes_back_is_denied(correction: str):
    found = fates(chat(("Вести", DEAD, None), ("Вести", correction, 1)), 2)
    assert ("Сыдыков Айбек Нурланович", "died", "denied") in found
    assert ("Сыдыков Айбек Нурланович", "seen_alive", "affirmed") in found
    assert ("Сыдыков Айбек Нурланович", "died", "affirmed") not in found


def test_a_reply_that_names_nobody_is_about_the_one_it_answers():
    found = fates(chat(("Вести", DEAD, None), ("Вести", "Ошибка! Он жив, звонил матери вчера.", 1)), 2)
    assert found == {
        ("Сыдыков Айбек Нурланович", "died", "denied"),
        ("Сыдыков Айбек Нурланович", "seen_alive", "affirmed"),
    }


def test_condolences_under_a_post_say_nothing_of_anybody():
    found = chat(("Вести", DEAD, None), ("Нурлан", "Пусть земля будет пухом 🙏", 1))
    assert not [one for one in found.subjects if one.id.startswith("m2.")]


def test_a_correction_that_brings_a_death_does_not_deny_it():
    """Otherwise a mended report of a death would read as a sign of life."""
    text = "Исправление: мы ошиблись в дате. Сыдыков Айбек Нурланович погиб 3 февраля 2023 года."
    assert ("Сыдыков Айбек Нурланович", "died", "affirmed") in fates(
        chat(("Вести", text, None), ("Б", "да", None)), 1
    )


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("8. SATYBALDIEV Joldosh, 52. In our second edition as killed: WRONG. Drives a lorry in Osh.\n9. BEKOV T.\n", "died"),
        ("5. Мирзаев Бахтиёр, Бекобод. Олдинги рўйхатда ўлган деб кўрсатилган эди, бу нотўғри: у асирга олинган.\n", "died"),
    ],
)  # fmt: skip
def test_what_an_earlier_edition_said_is_taken_back_and_what_follows_is_not(text: str, denied: str) -> None:
    document = read_bytes(text.encode(), name="list.txt")
    assert isinstance(document, Document)
    found = extract_document(document, item="", published="2025-11-01").claims
    assert {c.polarity.value for c in found if c.property == denied} <= {"denied"}
    assert {c.polarity.value for c in found if c.property == "captured"} <= {"affirmed"}


def test_a_message_without_words_stops_nothing() -> None:
    found = chat(("x", "", None), ("x", "🕯", None), ("x", DEAD, None))
    assert "died" in {c.property for c in found.claims if c.polarity.value == "affirmed"}
