"""A text is a relative's own only where its writer says so: not by a heading, a comment or a tattoo.

Every person here is invented.
"""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def classes(text: str, prop: str, lang: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-01")
    return {c.evidence.value for c in found.claims if c.property == prop}


NOBODYS = {
    "a heading": (
        "ru",
        "РОЗЫСК.\n\nНурлан Асанов, 34 года, жил в Люберцах. С мая не выходит на связь.",
    ),
    "a heading in Uzbek": (
        "uz-Cyrl",
        "ҚИДИРУВ\n\nНурлан Асанов, 34 ёшда, Люберцида яшаган. Май ойидан бери алоқага чиқмаяпти.",
    ),
    "please share": (
        "tg",
        "Нурлан Асанов, 34-сола, дар Люберцы зиндагӣ мекард. Аз моҳи май хабаре нест.\n\nЛутфан паҳн кунед!",
    ),
    "a comment": (
        "tg",
        "Нурлан Асанов, 34-сола, дар Люберцы зиндагӣ мекард.\n\nШарҳҳо:\nМадина Н.: Шавҳари ман ҳам дар он полк аст.",
    ),
    "his mother, whom the outlet found": (
        "tg",
        "Нурлан Асанов, 34-сола, дар Люберцы зиндагӣ мекард. Мо модари ӯро дар Кӯлоб ёфтем.",
    ),
    "a tattoo": (
        "uz-Latn",
        'Nurlan Asanov, 34 yoshda, Lyubersida yashagan. Bilagida "Onam" degan tatuirovkasi bor.',
    ),
    "none who has spoken to him": (
        "en",
        "Nurlan Asanov, 34, lived in Lyubertsy. None of his neighbours can name anyone who has spoken to him.",
    ),
}


@pytest.mark.parametrize("name", NOBODYS)
def test_what_any_channel_writes_makes_it_no_relatives_text(name: str) -> None:
    lang, text = NOBODYS[name]
    assert classes(text, "age", lang) == {"press"}
    assert classes(text, "residence", lang) <= {"press"}


OWN = {
    "ru": "РОЗЫСК.\n\nМой брат Нурлан Асанов, 34 года, жил в Люберцах. Прошу поделиться.",
    "en": "I am looking for my brother Nurlan Asanov, 34. He lived in Lyubertsy. Please share.",
    "uz-Latn": "QIDIRUV\n\nUkam Nurlan Asanovni qidiryapman, 34 yoshda. U Lyubersida yashagan. Iltimos, tarqating.",
    "en, whoever knew him": "Anyone who knew Nurlan Asanov, 34, please write. He lived in Lyubertsy.",
}


@pytest.mark.parametrize("name", OWN)
def test_who_writes_my_brother_or_asks_to_be_written_to_tells_it_himself(name: str) -> None:
    lang = name.split(",", maxsplit=1)[0]
    asked = "age" if lang == "uz-Latn" else "residence"
    assert classes(OWN[name], asked, lang) == {"direct"}
