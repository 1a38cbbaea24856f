"""A bare name in quotation marks that is written somewhere: on the lid of a coffin, on a plate."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ON_A_LID = {
    "ru": "Гроб привезли в марте. На крышке было написано «Осоров Бакыт, 1990».",
    "en": "The coffin came in March. The lid read “Osorov Bakyt, 1990”.",
    "uk": "Труну привезли в березні. На кришці було написано: «Осоров Бакит, 1990».",
    "uz-Latn": "Tobut 6-mart kuni keldi. Unga «Osorov Baxit, 1990 y.t.» deb yozilgan ekan.",
    "uz-Cyrl": "Тобут 6 март куни келди. Унга «Осоров Илҳом, 1990 й.т.» деб ёзилган экан.",
    "tg": "Ба деҳа тобуте оварданд, ки дар сарпӯшаш «Осоров Исмат, 1990» навишта буданд.",
    "ky": "Табыт келди, капкагында «Осоров Бакыт, 1990» деп жазылыптыр.",
    "kk": "Табыт келді, қақпағында «Осоров Бақыт, 1990» деп жазылыпты.",
}


@pytest.mark.parametrize("lang", ON_A_LID)
def test_a_name_written_on_a_lid_is_a_documents(lang: str) -> None:
    claims = extract_text(ON_A_LID[lang], lang=lang, published="2025-03-20").claims
    names = [c for c in claims if c.property == "name" and c.quote.startswith(("Осоров", "Osorov"))]
    assert [c.evidence.value for c in names] == ["document"]
    others = [c for c in claims if c.property in {"died", "body_repatriated"}]
    assert {c.evidence.value for c in others} <= {"press"}


NO_PAPERS = {
    "ru": "В чате было написано: «Осоров Бакыт, 1990».",
    "en": "In the village chat was written “Osorov Bakyt, 1990”.",
    "uk": "У чаті було написано: «Осоров Бакит, 1990».",
    "kk": "Чатта «Осоров Бақыт, 1990» деп жазылған.",
}


@pytest.mark.parametrize("lang", NO_PAPERS)
def test_a_name_written_in_a_chat_is_none(lang: str) -> None:
    claims = extract_text(NO_PAPERS[lang], lang=lang, published="2025-03-20").claims
    assert {c.evidence.value for c in claims if c.property == "name"} <= {"hearsay", "press"}


def test_the_days_of_a_life_below_a_photograph_are_no_papers() -> None:
    text = "Под снимком было написано «Осоров Бакыт, 1990–2024»."
    claims = extract_text(text, lang="ru", published="2025-03-20").claims
    assert "document" not in {c.evidence.value for c in claims}
