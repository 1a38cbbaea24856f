"""Questions in free words."""

import pytest

from tizme.trace.hints import read_question


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("Аян Алишеров", {"name": "Аян Алишеров"}),
        (
            "Аян, father's name Асан, from Кара-Суу, about 30",
            {"name": "Аян", "father": "Асан", "home": "Кара-Суу", "age": "27-33"},
        ),
        (
            "Алишеров Аян, 1993 г.р., из Оша, сидел в ИК-3 Калуга",
            {"name": "Алишеров Аян", "born": "1993", "home": "Оша", "seen": "ИК-3 Калуга"},
        ),
        ("Аян, атасы Асан, 30 жашта", {"name": "Аян", "father": "Асан", "age": "30"}),
        ("Алишеров, Аян, 1993", {"name": "Алишеров, Аян", "born": "1993"}),
        (
            "Ayan from Kara-Suu, last seen in Kaluga prison, 30 years old",
            {"name": "Ayan", "home": "Kara-Suu", "seen": "Kaluga prison", "age": "30"},
        ),
    ],
)
def test_a_question_is_read_as_name_and_facts(question, facts):
    found = read_question(question)
    assert {k: getattr(found, k) for k in found.__slots__ if k != "id" and getattr(found, k)} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Алишеров Аян, мать Бурул, жена Салтанат", {"kin": "мать Бурул; жена Салтанат"}),
        (
            "Ayan Alisherov, his mother's name is Burul, born 1992",
            {"kin": "mother's name is Burul", "born": "1992"},
        ),
        ("Айгүл, апасы Бурул, атасы Асан", {"kin": "апасы Бурул", "father": "Асан"}),
        ("Аян, отца зовут Асан", {"father": "Асан"}),
        ("Исаков Азамат 1988", {"name": "Исаков Азамат", "born": "1988"}),
        ("Исаков Азамат (12.03.1988)", {"name": "Исаков Азамат", "born": "12.03.1988"}),
        ("Исаков Азамат 34", {"name": "Исаков Азамат", "age": "34"}),
        ("Кадыров Ш.Р.", {"name": "Кадыров Ш.Р."}),
        ("родился 12.03.1988 в Кара-Суу", {"name": "", "born": "12.03.1988", "home": "Кара-Суу"}),
        ("родился 12.03.1988, Кара-Суу", {"born": "12.03.1988", "home": "Кара-Суу"}),
        ("Исаков Азамат, позывной Кедр", {"name": "Исаков Азамат", "call_sign": "Кедр"}),
        ("Аян, from Кара-Суу, 1993", {"name": "Аян", "home": "Кара-Суу", "born": "1993"}),
        ("call sign Cedar", {"name": "", "call_sign": "Cedar"}),
        ("Дед Мороз", {"name": "Дед Мороз", "kin": ""}),
    ],
)
def test_relatives_call_signs_and_bare_years_are_understood(text, facts):
    read = read_question(text)
    assert {field: getattr(read, field) for field in facts} == facts
