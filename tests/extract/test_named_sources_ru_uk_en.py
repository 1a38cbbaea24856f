"""Offices, strangers and papers that a report names, in Russian, Ukrainian and English. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

PROPERTIES = {"captured", "contract_signed", "deployed", "detained", "migrated", "wounded", "died", "missing"}


@pytest.mark.parametrize(
    ("lang", "text", "evidence"),
    [
        (
            "ru",
            "В Федеральной таможенной службе рассказали, что Рустам Латыпов уехал в сентябре.",
            "official",
        ),
        ("ru", "Участковый милиционер рассказал, что Бакыт Алимов уехал из села весной.", "official"),
        ("ru", "Мажилисмен сообщил, что Ерлан Мусаев подписал контракт.", "official"),
        ("ru", "В ректорате университета сообщили, что Мерген Аннаев подписал контракт.", "official"),
        ("ru", "Крестный Игоря Кима вспомнил, что парень уехал в Россию после армии.", "direct"),
        ("ru", "Выписка из госпиталя свидетельствует, что Шерали Рузиев получил ранение бедра.", "document"),
        ("uk", "Аким району розповів, що Бакит Ісаков поїхав на заробітки до Сургута.", "official"),
        ("uk", "За словами командира батальйону, Бакита Юлдашева взяли в полон.", "official"),
        ("uk", "Близнюк Алішера Рахмонова розповів, що вони разом поїхали до Росії.", "direct"),
        ("uk", "Випадковий попутник розказав, що Рустама Алієва поранило під час обстрілу.", "hearsay"),
        ("uk", "Як пишуть користувачі «Одноклассников», Рустам Сафаров зник під Соледаром.", "hearsay"),
        ("uk", "За даними військового квитка, Рустам Ганієв служив у 74-й бригаді.", "document"),
        ("en", "The General Staff said that Rustam Bekov was captured near Toretsk.", "official"),
        ("en", "Acquaintances say that Rustam Rajabov ended up at the front near Luhansk.", "hearsay"),
        ("en", "Posts on social networks claim that Rustam Ziyayev was killed near Marinka.", "hearsay"),
        ("en", "A copy of the contract shows that Rustam Razzakov signed it in Ufa.", "document"),
        ("en", "The travel order shows that Rustam Tashev was sent to Luhansk.", "document"),
    ],
)
def test_whose_word_it_is(lang: str, text: str, evidence: str) -> None:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    assert {c.evidence.value for c in claims if c.property in PROPERTIES} == {evidence}
