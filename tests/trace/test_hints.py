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
