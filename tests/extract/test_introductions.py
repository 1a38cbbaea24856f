"""A relative who introduces herself is never the one whom her text tells of. Every person is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

OPENINGS = {
    "ru": ("Я Нодира, мама Темура Салимова. ", "Он погиб под Торецком. Тело мне не привезли.\n"),
    "uk": ("Я Нодіра, мама Темура Салімова. ", "Він загинув під Торецьком. Тіло мені не привезли.\n"),
    "tg": ("Ман Нодира, модари Темур Салимов. ", "Писарам дар Торетск ҳалок шуд. Ман бовар накардам.\n"),
    "uz-Latn": (
        "Men Nodira, Temur Salimovning onasiman. ",
        "O'g'lim Toretskda halok bo'ldi. Men ishonmadim.\n",
    ),
    "ky": ("Мен Нодира, Темур Салимовдун апасымын. ", "Уулум Торецкте каза болду. Мен ишенбедим.\n"),
}


@pytest.mark.parametrize("lang", sorted(OPENINGS))
def test_whoever_says_whose_mother_she_is_did_not_die(lang: str) -> None:
    found = extract_text("".join(OPENINGS[lang]), lang=lang, published="2025-05-19")
    mother = next(s for s in found.subjects if "Nodira" in s.name or "Нод" in s.name)
    assert mother.role == "relative"
    dead = {c.subject for c in found.claims if c.property == "died"}
    assert dead
    assert mother.id not in dead


def test_whoever_is_unnamed_is_known_by_the_tie_alone() -> None:
    text = (
        "Ман ҳамсари Шариф Назаров ҳастам. Шавҳарам соли 2022 ба Русия рафт.\n"
        "Моҳи июн ҳамсафаш занг зада гуфт, ки Шариф ҳалок шудааст. Ман бовар накардам.\n"
    )
    found = extract_text(text, lang="tg", published="2025-05-19")
    names = {s.id: s.label for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.property == "died"} == {"Шариф Назаров"}
    assert any(c.property == "kin.wife" and names[c.subject] == "Шариф Назаров" for c in found.claims)
