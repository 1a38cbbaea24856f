"""Names that a man and a woman may bear, and quotations of nobody named. All people are invented."""

from __future__ import annotations

from tizme.extract import extract_text


def _names(text: str, lang: str) -> list[str]:
    read = extract_text(text, lang=lang, published="2024-09-01")
    return [c.value for c in read.claims if c.property == "name"]


def test_his_age_says_that_he_is_no_woman() -> None:
    russian = "Суд в Костанае признал 33-летнего Дамира Оспанбекова виновным в наёмничестве.\n"
    assert _names(russian, "ru") == ["Дамир Оспанбеков"]
    ukrainian = "Біля Торецька взяли в полон 29-річного громадянина Даніяра Асанова.\n"
    assert "Асанова" not in _names(ukrainian, "uk")[0]


def test_a_woman_of_that_age_stays_one() -> None:
    assert _names("Суд осудил 33-летнюю Дамиру Оспанбекову.\n", "ru") == ["Дамира Оспанбекова"]


def test_a_short_quotation_that_is_all_of_its_sentence_is_his_who_was_quoted_last() -> None:
    text = (
        "Шерзод, 24 роки, з Ангрена. «До Росії приїхав торік у лютому, розвозив їжу», — згадує "
        "узбекистанець. Потрапив, каже, у 1435-й полк. 9 травня здався бійцям «Рубежа».\n\n"
        "Говорити він погодився. «Мамі писав у травні, вона думає, що я кур’єр».\n"
    )
    read = extract_text(text, lang="uk", published="2024-09-01")
    assert {c.evidence.value for c in read.claims if c.property == "kin.mother"} == {"direct"}
