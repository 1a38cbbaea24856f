"""What an office wrote in a paper that the outlet saw is the paper's. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

EN = "Rustam Yusupov, 32, left Kulob for Krasnoyarsk in 2023. "
RU = "Рустам Юсупов, 32 года, из Куляба, уехал в Красноярск в 2023 году. "


@pytest.mark.parametrize(
    ("lang", "text", "prop"),
    [
        ("en", EN + "The enlistment office answered in a line seen by the Ledger: “Yusupov R. K. absent from his "
         "unit without leave since May 4.”", "deserted"),
        ("en", EN + "In a reply shown to the Ledger, the military commissariat wrote that Yusupov was wounded "
         "near Lyman.", "wounded"),
        ("ru", RU + "Военкомат Красноярска сообщил в письме, которое видела редакция, что Юсупов ранен под "
         "Лиманом.", "wounded"),
        ("ru", RU + "В ответе, показанном нам, Министерство обороны сообщает, что он дезертировал в мае.",
         "deserted"),
    ],
)  # fmt: skip
def test_a_paper_that_the_outlet_saw(lang: str, text: str, prop: str) -> None:
    found = extract_text(text, lang=lang, published="2025-06-20")
    assert {c.evidence for c in found.claims if c.property == prop} == {"document"}


def test_an_office_that_only_answers_is_official() -> None:
    text = (
        EN + "In a reply to the family, the military commissariat wrote that Yusupov was wounded near Lyman."
    )
    found = extract_text(text, lang="en", published="2025-06-20")
    assert {c.evidence for c in found.claims if c.property == "wounded"} == {"official"}
