"""Quotations that nobody signs, behind whoever is quoted. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _class(text: str, lang: str, prop: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-20")
    return {c.evidence for c in found.claims if c.property == prop}


PROSECUTOR = (
    "Prosecutor Aigul Bektasova told the court that Daniyar Seitov, 29, crossed into Russia on Oct. 3, 2023."
    "\n\n"
)


@pytest.mark.parametrize(
    "opening",
    [
        "Seitov, speaking from the dock, gave another account.",
        "Seitov sees it differently.",
        "Seitov had his own version.",
    ],
)
def test_whoever_opens_the_sentence_before_is_quoted(opening: str) -> None:
    text = PROSECUTOR + opening + " “I drove to Chelyabinsk to sell a car. I was wounded near Lyman.”"
    assert _class(text, "en", "wounded") == {"direct"}


def test_a_relative_named_behind_according_to_is_quoted_next() -> None:
    text = (
        "Officials insist that most go by choice.\n\nKomron Latifov, 24, left Vahdat in March, according to "
        "his sister Sitora. “He signed a contract in Ryazan and rang me in April.”"
    )
    assert _class(text, "en", "contract_signed") == {"direct"}


def test_whoever_is_quoted_goes_on_and_not_an_officer_in_his_words() -> None:
    text = (
        "Mirlan Asanov, 31, tells how it went. “They held me for two nights and an officer said, ‘Sign.’” "
        "He signed a contract in May."
    )
    assert "official" not in _class(text, "en", "contract_signed")


def test_no_sentence_ends_at_a_month_cut_short() -> None:
    text = "Daniyar Seitov, 29, crossed the border and on Oct. 3, 2023 signed a contract."
    found = extract_text(text, lang="en", published="2025-03-20")
    assert any(c.property == "contract_signed.date" and c.value == "2023-10-03" for c in found.claims)
