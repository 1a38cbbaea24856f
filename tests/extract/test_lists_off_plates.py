"""Lists read off the plates of graves are a document's words. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

LEADS = {
    "ru": "Записи переписаны волонтёром с табличек в мае.",
    "uk": "Записи списала волонтерка з табличок у травні.",
    "en": "The entries were copied by a volunteer from the plates in May.",
    "kk": "Жазуды ерікті мамырда тақтайшалардан көшірді.",
    "uz-Latn": "Yozuvlarni ko‘ngilli may oyida lavhalardan ko‘chirdi.",
}
ENTRIES = {
    "ru": "{n}. Беков Тимур{m}, 1985 г. р. Умер 11.01.2024.",
    "uk": "{n}. Беков Тимур{m}, 1985 р. н. Помер 11.01.2024.",
    "en": "{n}. Bekov Timur{m}, b. 1985. Died on 11.01.2024.",
    "kk": "{n}. Беков Тимур{m}, 1985 ж. т. 11.01.2024 қайтыс болған.",
    "uz-Latn": "{n}. Bekov Timur{m}, 1985 y. t. 11.01.2024 vafot etgan.",
}


@pytest.mark.parametrize("lang", LEADS)
def test_what_was_read_off_the_plates_is_a_documents(lang: str) -> None:
    entries = "\n".join(ENTRIES[lang].format(n=n, m=m) for n, m in ((1, ""), (2, "bek")))
    read = extract_text(f"{LEADS[lang]}\n\n{entries}\n", lang=lang, published="2025-08-01")
    assert [c.evidence.value for c in read.claims if c.property == "died"] == ["document", "document"]
