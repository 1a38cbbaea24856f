"""Who says a quotation that names the man whom "he" would mean. All people are invented."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Extraction


def _read(text: str, lang: str = "ru") -> Extraction:
    return extract_text(text, lang=lang, published="2024-06-10")


def _evidence(text: str, prop: str, lang: str = "ru") -> set[str]:
    return {c.evidence.value for c in _read(text, lang).claims if c.property == prop}


def test_he_is_the_brother_where_the_quotation_names_the_man() -> None:
    text = (
        "Бакыт Жумалиев, 27 лет, уехал в Россию в 2022 году.\n\n"
        "Его старший брат Нурлан узнал о контракте от соседей. "
        "«Бакыта задержали в марте, он подписал контракт», — говорит он.\n"
    )
    speakers = [s for c in _read(text).claims if c.property == "contract_signed" for s in c.speakers]
    assert speakers
    assert not any("Бакыт Жумалиев" in (s if isinstance(s, str) else "") for s in speakers)


def test_what_somebody_did_not_understand_he_does_not_say() -> None:
    text = (
        "Как следует из материалов дела, в марте Алмаз Сыдыков приехал в Тулу. "
        "Там его заставили подписать контракт; что в нём, он не понял. Под Купянском получил ранение.\n"
    )
    assert _evidence(text, "wounded") == {"official"}


def test_a_district_executive_is_an_office() -> None:
    text = (
        "Алмаз Сыдыков, 30 лет, пропал.\n\nВ исполкоме Ванчского района сказали, что Сыдыков погиб в мае.\n"
    )
    assert _evidence(text, "died") == {"official"}
