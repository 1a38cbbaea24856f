"""Speech that a dash opens is its speaker's; the paragraphs around it are the paper's. Everybody is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

TEXTS = {
    "ru": "Газета поговорила с матерью солдата.\n\n— Мой сын Нурлан Асанов уехал в Москву в 2022 году. Он подписал "
    "контракт, — рассказывает Гулнара Асанова.\n\nНурлан Асанов погиб 3 марта под Бахмутом.",
    "uz-Latn": "Gazeta askarning onasi bilan suhbatlashdi.\n\n— O‘g‘lim Jasur Xolmatov 2022-yilda Moskvaga ishlagani "
    "ketgan. U kontrakt imzolagan, — deydi Nargiza Xolmatova.\n\nJasur Xolmatov 3-mart kuni Baxmutda halok bo‘lgan.",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_a_dash_quotes_and_the_paper_goes_on(lang: str) -> None:
    found = extract_text(TEXTS[lang], lang=lang, published="2025-03-14")
    said = {c.property: (c.evidence.value, c.speakers) for c in found.claims}
    assert said["died"][1] == ()
    assert said["migrated"][0] == "direct"
    assert said["migrated"][1]


def test_a_mothers_paragraphs_behind_dashes_are_no_list() -> None:
    text = (
        "Mastura Qodirova o‘g‘lidan xabar kutadi.\n\n– Mening o‘g‘lim Ilhomjon 2021-yilda Rossiyaga ketdi.\n\n"
        "– Koloniyadan menga qo‘ng‘iroq qildi. Keyin Luganskka olib ketishdi.\n\n– Men unga borma dedim."
    )
    found = extract_text(text, lang="uz-Latn", published="2025-03-14")
    told_of = [s for s in found.subjects if s.role == "subject"]
    assert [s.label for s in told_of] == ["Ilhomjon"]
    assert any(c.property == "kin.mother" and c.subject == told_of[0].id for c in found.claims)
