"""A neighbour named for the first time dies his own death, and not that of whom the text is about. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

DIED = {
    "uz-Latn": "27 yoshli Bobur Aliyev frontga ketgan. Bobur bilan birga ketgan qo‘shnisi Sherzod Hakimov, "
    "mish-mishlarga ko‘ra, Baxmut ostonasida halok bo‘lgan.",
    "uz-Cyrl": "27 ёшли Бобур Алиев фронтга кетган. Бобур билан бирга кетган қўшниси Шерзод Ҳакимов, "
    "эшитишимизча, Бахмут остонасида ҳалок бўлган.",
    "ky": "27 жаштагы Бобур Алиев фронтко кеткен. Аны менен чогуу кеткен кошунасы Шерзод Хакимов, "
    "ушак боюнча, Бахмутта каза болгон.",
    "tg": "Бобур Алиев, 27-сола, ба ҷанг рафт. Ҳамсояаш Шерзод Ҳакимов, ки бо ӯ рафта буд, "
    "дар Бахмут кушта шуд.",
}


def _dead(text: str, lang: str) -> set[str]:
    read = extract_text(text, lang=lang, published="2024-04-10")
    labels = {s.id: s.label.split()[0] for s in read.subjects}
    return {labels[c.subject] for c in read.claims if c.property == "died"}


@pytest.mark.parametrize(("lang", "text"), list(DIED.items()))
def test_the_neighbour_who_died_is_not_the_man_he_left_with(lang: str, text: str) -> None:
    assert _dead(text, lang) == {"Sherzod" if lang == "uz-Latn" else "Шерзод"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uz-Latn",
            (
                "27 yoshli Bobur Aliyev frontga ketgan. "
                "Bobur do‘sti Sherzod Hakimov bilan xizmat qilgan va Baxmutda halok bo‘lgan."
            ),
        ),
        (
            "uz-Latn",
            (
                "27 yoshli Bobur Aliyev frontga ketgan. "
                "Qo‘shnisi Sherzod Hakimov xabar olib keldi: Baxmutda halok bo‘lgan."
            ),
        ),
        (
            "tg",
            (
                "Бобур Алиев, 27-сола, ба ҷанг рафт. Ҳамсояаш Шерзод Ҳакимов, ки омада буд, "
                "мегӯяд, ки Бобур дар Бахмут кушта шуд."
            ),
        ),
    ],
)
def test_a_neighbour_who_is_with_him_or_tells_lives(lang: str, text: str) -> None:
    assert not _dead(text, lang) & {"Sherzod", "Шерзод"}
