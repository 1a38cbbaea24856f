"""Whoever looks for a relative is not the missing one. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _of(text: str, lang: str, name: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-06-20")
    who = {s.id for s in found.subjects if name in s.name}
    return {c.property for c in found.claims if c.subject in who}


@pytest.mark.parametrize(
    ("lang", "text", "seeker", "sought"),
    [
        (
            "en",
            "Rahmon Isaev looks for his brother Ruslan Isaev, who left for Moscow in 2023.",
            "Rahmon",
            "Ruslan",
        ),
        (
            "en",
            "Gulnara Isaeva has been searching for her brother, Timur Sadykov, since March.",
            "Gulnara",
            "Timur",
        ),
        ("en", "Gulnara Isaeva is looking for her nephew Timur Sadykov, 22.", "Gulnara", "Timur"),
        ("ru", "Гульнара Исаева ищет брата Тимура Садыкова, 24 лет.", "Гульнара", "Тимур"),
        ("uk", "Гульнара Ісаєва шукає брата Тимура Садикова, 24 років.", "Гульнара", "Тимур"),
    ],
)
def test_who_is_looked_for_is_missing(lang: str, text: str, seeker: str, sought: str) -> None:
    assert "missing" not in _of(text, lang, seeker)
    assert "missing" in _of(text, lang, sought)


def test_a_man_named_behind_his_wife_is_not_she() -> None:
    text = (
        "Bakyt Sadykov, 24, left Naryn in 2023. The unit told his wife Azamat Sadykov had been killed. She "
        "waits in Naryn."
    )
    found = extract_text(text, lang="en", published="2025-06-20")
    wives = {c.value for c in found.claims if c.property == "kin.wife"}
    assert not wives & {s.id for s in found.subjects if "Azamat" in s.name}


def test_an_imam_speaks_for_no_office() -> None:
    text = (
        "In the village the imam keeps a list. “Mirlan Joldoshev was wounded near Lyman,” the imam recalled."
    )
    found = extract_text(text, lang="en", published="2025-06-20")
    assert "official" not in {c.evidence for c in found.claims}


def test_a_semicolon_ends_what_is_told() -> None:
    text = (
        "Bakyt Sulaimanov, 41, left Osh in 2023. In December a cousin heard from an acquaintance that Sulaimanov "
        "had been wounded; his wife, Aida, waits at home."
    )
    found = extract_text(text, lang="en", published="2025-06-20")
    assert {c.evidence for c in found.claims if c.property == "kin.wife"} == {"press"}
    assert {c.evidence for c in found.claims if c.property == "wounded"} == {"hearsay"}


def test_a_given_name_in_the_genitive_is_no_place_behind_in() -> None:
    text = (
        "In the courtyard nobody sits in Rustam's chair. His father-in-law, Abdulhamid Sattorov, keeps his "
        "papers. Rustam Yusupov, 32, was captured near Lyman."
    )
    assert {"captured", "kin.father_in_law"} <= _of(text, "en", "Rustam")
