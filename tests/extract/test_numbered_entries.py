"""Entries that a note under the list names by number, and lists from open sources. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ENTRIES = {
    "ru": "{n}. Беков Тимур{m}, 1985 г. р., Ош. Погиб 11.01.2024 под Купянском.",
    "uk": "{n}. Беков Тимур{m}, 1985 р. н., Ош. Загинув 11.01.2024 під Куп’янськом.",
    "en": "{n}. Bekov Timur{m}, b. 1985, Osh. Killed on 11.01.2024 near Kupiansk.",
    "kk": "{n}. Беков Тимур{m}, 1985 ж. т., Ош. 11.01.2024 Купянск түбінде қаза тапқан.",
    "ky": "{n}. Беков Тимур{m}, 1985-ж. т., Ош. 11.01.2024 Купянск түбүндө каза болгон.",
    "tg": "{n}. Беков Тимур{m}, соли таваллуд 1985, Ош. 11.01.2024 дар назди Купянск ҳалок шуд.",
    "uz-Latn": "{n}. Bekov Timur{m}, 1985 y. t., O‘sh. 11.01.2024 kuni Kupyanskda halok bo‘lgan.",
    "uz-Cyrl": "{n}. Беков Тимур{m}, 1985 й. т., Ўш. 11.01.2024 куни Купянскда ҳалок бўлган.",
}
NOTES = {
    "ru": "Данные о № 1 и 3 подтвердило Министерство обороны, остальное — из чатов.",
    "uk": "Дані за № 1 і 3 підтвердив Координаційний штаб, решта — з відкритих джерел і від родичів.",
    "en": "Nos. 1 and 3 were confirmed by the Ministry of Defence, the rest is from open sources.",
    "kk": "№ 1 және 3 деректерін Қорғаныс министрлігі растады, қалғаны — ашық көздерден.",
    "ky": "№ 1 жана 3 маалыматын Коргоо министрлиги тастыктады, калганы — ачык булактардан.",
    "tg": "Маълумоти № 1 ва 3-ро Вазорати мудофиа тасдиқ кард, боқимонда — аз манбаъҳои кушода.",
    "uz-Latn": "№ 1 va 3 ma’lumotlarini Mudofaa vazirligi tasdiqladi, qolgani — ochiq manbalardan.",
    "uz-Cyrl": "№ 1 ва 3 маълумотларини Мудофаа вазирлиги тасдиқлади, қолгани — очиқ манбалардан.",
}
LEADS = {
    "ru": "Список составлен со слов родных и по открытым источникам.",
    "uk": "Список складено зі слів рідних і з відкритих джерел.",
    "en": "The list was compiled from relatives and open sources.",
    "kk": "Тізім туыстардың айтуынан және ашық көздерден құралды.",
    "ky": "Тизме ачык булактардан жана туугандардын айтканынан түзүлдү.",
    "uz-Latn": "Ro‘yxat ochiq manbalar va qarindoshlar so‘zlari asosida tuzildi.",
    "uz-Cyrl": "Рўйхат очиқ манбалар ва қариндошлар сўзлари асосида тузилди.",
    "tg": "Рӯйхат аз манбаъҳои кушода ва гуфтаи хешовандон тартиб дода шуд.",
}


def _deaths(lang: str, lead: str, note: str) -> list[str]:
    entries = [ENTRIES[lang].format(n=n, m=m) for n, m in ((1, ""), (2, "bek"), (3, "jon"))]
    text = "\n\n".join(part for part in (lead, "\n".join(entries), note) if part)
    read = extract_text(text + "\n", lang=lang, published="2025-08-01")
    found = sorted((c for c in read.claims if c.property == "died"), key=lambda c: c.start)
    return [c.evidence.value for c in found]


@pytest.mark.parametrize("lang", NOTES)
def test_an_office_confirms_the_entries_that_the_note_names(lang: str) -> None:
    assert _deaths(lang, "", NOTES[lang]) == ["official", "press", "official"]


@pytest.mark.parametrize("lang", LEADS)
def test_a_list_from_relatives_and_open_sources_is_neithers(lang: str) -> None:
    assert _deaths(lang, LEADS[lang], "") == ["press", "press", "press"]


def test_an_office_behind_the_stop_confirms_nothing() -> None:
    note = "№ 1 подтвердила жена погибшего, Министерство обороны не ответило."
    assert _deaths("ru", "", note)[1:] == ["press", "press"]
    assert "official" not in _deaths("ru", "", note)


UNCONFIRMED = {
    "ru": "Данные по № 1 генштаб не подтвердил, остальное из открытых источников.",
    "ru, passive": "№ 1 и № 2 не подтверждены генштабом.",
    "ru, papers": "Документами не подтверждены № 1, 2.",
    "en, papers": "Not confirmed by documents: No. 1, 2.",
    "en": "Nos. 1 and 2 have not been confirmed by the Defense Ministry.",
    "uk": "Дані за № 1 Координаційний штаб поки не підтвердив.",
    "kk": "№ 1 деректі Бас штаб растамады.",
    "uz-Latn": "№ 1 ma'lumotini Bosh shtab tasdiqlamadi.",
    "uz-Cyrl": "№ 1 маълумотини Бош штаб тасдиқламади.",
    "ky": "№ 1 маалыматын Башкы штаб ырастаган жок.",
    "tg": "Маълумоти № 1-ро Ситоди кулл тасдиқ накард.",
}
DEAD = {
    "ru": "погиб 3 мая 2024 года",
    "en": "killed on 3 May 2024",
    "uk": "загинув 3 травня 2024 року",
    "kk": "2024 жылғы 3 мамырда қаза тапты",
    "uz-Latn": "2024-yil 3-mayda halok bo'lgan",
    "uz-Cyrl": "2024 йил 3 майда ҳалок бўлган",
    "ky": "2024-жылдын 3-майында каза тапкан",
    "tg": "3 майи соли 2024 кушта шуд",
}


@pytest.mark.parametrize("name", UNCONFIRMED)
def test_what_an_office_did_not_confirm_is_not_its_word(name: str) -> None:
    lang = name.split(",", maxsplit=1)[0]
    entries = f"1. Bekov Azamat, {DEAD[lang]}.\n2. Osmonov Talant, {DEAD[lang]}."
    if lang not in {"en", "uz-Latn"}:
        entries = entries.replace("Bekov Azamat", "Беков Азамат").replace("Osmonov Talant", "Осмонов Талант")
    claims = extract_text(f"{entries}\n\n{UNCONFIRMED[name]}", lang=lang, published="2025-03-01").claims
    died = {c.evidence.value for c in claims if c.property == "died"}
    assert died
    assert died <= {"press", "hearsay"}
