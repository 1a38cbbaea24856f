"""Who comes home in a coffin does not come home: no sign of life is read there. Every person is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

IN_A_COFFIN = [
    ("en", "Firdavs Saidov, 28, came home to Kulob in a zinc box on 3 November."),
    ("en", "Firdavs Saidov, 28, came home as cargo 200."),
    ("ru", "Фирдавс Саидов, 28 лет, вернулся домой в цинковом гробу."),
    ("ru", "Фирдавс Саидов, 28 лет, вернулся в Куляб в закрытом гробу."),
    ("uk", "Фірдавс Саїдов, 28 років, повернувся додому вантажем 200."),
    ("ky", "Фирдавс Саидов 28 жашта, үйүнө цинк табытта кайтты."),
    ("kk", "Фирдавс Саидов 28 жаста, үйіне мырыш табытта оралды."),
    ("tg", "Фирдавс Саидов, 28-сола, дар тобути руҳӣ ба хона баргашт."),
    ("uz-Latn", "Firdavs Saidov 28 yoshda, uyiga rux tobutda qaytdi."),
    ("uz-Cyrl", "Фирдавс Саидов 28 ёшда, уйига рух тобутда қайтди."),
]
ANOTHER_LAY_THERE = [
    ("en", "Firdavs Saidov, 28, returned home in May; in the coffin lay another man."),
    ("ru", "Фирдавс Саидов, 28 лет, вернулся домой в мае, а в гробу лежал другой."),
    ("uk", "Фірдавс Саїдов, 28 років, повернувся додому в травні, а в труні лежав інший."),
]


def _properties(lang: str, text: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-01")
    return {c.property for c in found.claims if c.polarity.value == "affirmed"}


@pytest.mark.parametrize(("lang", "text"), IN_A_COFFIN)
def test_who_comes_home_in_a_coffin_has_not_returned(lang: str, text: str) -> None:
    found = _properties(lang, text)
    assert "body_repatriated" in found
    assert "returned" not in found


@pytest.mark.parametrize(("lang", "text"), ANOTHER_LAY_THERE)
def test_who_came_home_while_another_lay_in_the_coffin_has_returned(lang: str, text: str) -> None:
    assert "returned" in _properties(lang, text)
