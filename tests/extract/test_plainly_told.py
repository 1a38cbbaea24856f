"""What a relative tells in quotation marks as the plain course of his life. All persons invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _classes(lang: str, text: str, prop: str) -> set[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    return {c.evidence.value for c in claims if c.property == prop}


PLAIN = {
    "ru": "«Сын уехал в Казань в 2021-м, — рассказывает мать, Ойдин Кенжаева. — В марте его забрали из общежития».",
    "uk": "«Син поїхав до Казані 2021-го, — розповідає мати, Ойдін Кенжаєва. — У березні його забрали з "
    "гуртожитку, відібрали паспорт».",
    "en": 'Muzaffar Kenjayev is missing. "He went to Kazan in 2021," says his mother, Oydin Kenjayeva. "In March the police took him from the '
    'hostel."',
    "ky": "Энеси Айсулуу Токтоева мындай дейт: «Уулум Нурдин 2021-жылы Казанга кеткен. Былтыр мартта аны полиция "
    "жатаканадан кармап кетти».",
    "uz-Cyrl": "«Ўғлим 2021 йилда Қозонга кетган. Мартда уни полиция ётоқхонадан ушлаб кетди», — дейди онаси "
    "Ойдин Кенжаева.",
}


@pytest.mark.parametrize("lang", PLAIN)
def test_that_he_was_taken_she_tells_as_she_tells_that_he_left(lang: str) -> None:
    assert _classes(lang, PLAIN[lang], "detained") == {"direct"}


HEARD = {
    "en": 'Muzaffar Kenjayev is missing. "In March the police took him from the hostel and told him: sign or be deported," says his mother, '
    "Oydin Kenjayeva.",
    "uz-Cyrl": "Музаффар Кенжаев бедарак. «Мартда уни полиция ётоқхонадан ушлаб кетибди», — дейди онаси Ойдин Кенжаева.",
    "tg": "Музаффар Кенҷаев бедарак аст. Модараш Ойдин Кенҷаева мегӯяд: «Моҳи март занг зада гуфт, ки полис ӯро аз хобгоҳ бурд».",
}


@pytest.mark.parametrize("lang", HEARD)
def test_what_was_said_to_him_or_how_she_knows_it_makes_it_heard(lang: str) -> None:
    assert _classes(lang, HEARD[lang], "detained") == {"hearsay"}


def test_a_sentence_of_years_ago_the_family_lived_where_the_outlet_goes_on() -> None:
    text = (
        "Rahim Sodiqov is missing. His wife, Zulfiya Sodiqova, told us that he had left for Kazan in 2019. "
        "In 2021 he was sentenced to eight years for theft."
    )
    assert _classes("en", text, "prior_sentence.term") == {"direct"}
