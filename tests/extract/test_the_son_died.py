"""A relative's words for the one told of ("сын погиб") say who died; a relative's own death is theirs."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

DIED = [
    ("ru", "Нурлан Асанов уехал в Москву. Отец говорит, что сын погиб 3 марта."),
    ("uk", "Нурлан Асанов поїхав до Москви. Мати каже, що син загинув 3 березня."),
    ("en", "Nurlan Asanov left for Moscow. His mother said her son died on 3 March."),
    ("ky", "Нурлан Асанов Москвага кеткен. Атасынын айтымында, уулу каза болгон."),
    ("kk", "Нұрлан Асанов Мәскеуге кетті. Анасы ұлы қаза болғанын айтты."),
    ("tg", "Нурлан Асанов ба Маскав рафт. Модараш мегӯяд, ки писараш ҳалок шуд."),
    ("uz-Latn", "Nurlan Asanov Moskvaga ketdi. Otasi o‘g‘li halok bo‘lganini dekabrda bilgan."),
    ("uz-Cyrl", "Нурлан Асанов Москвага кетди. Отасининг сўзларига кўра, ўғлининг ўлганини декабрда билган."),
]
LIVES = [
    ("ru", "Нурлан Асанов уехал в Москву. Его брат погиб на войне."),
    ("uz-Latn", "Nurlan Asanov Moskvaga ketdi. Uning ukasi halok bo‘lgan."),
    ("en", "Nurlan Asanov left for Moscow. His mother died in 2019."),
]


def _dead(lang: str, text: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-01-01")
    labels = {s.id: s.label for s in found.subjects}
    return {labels[c.subject] for c in found.claims if c.property == "died" and c.value == "true"}


@pytest.mark.parametrize(("lang", "text"), DIED)
def test_the_son_is_the_one_told_of(lang: str, text: str) -> None:
    assert any(label.endswith(("Асанов", "Asanov")) for label in _dead(lang, text))


@pytest.mark.parametrize(("lang", "text"), LIVES)
def test_a_relative_dies_alone(lang: str, text: str) -> None:
    assert not any(label.endswith(("Асанов", "Asanov")) for label in _dead(lang, text))
