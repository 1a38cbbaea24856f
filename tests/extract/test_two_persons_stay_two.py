"""Two persons read as one give one man the other's name, mother and death."""

from __future__ import annotations

import json

import pytest

from tizme.cli.measuring import find_shared
from tizme.extract import extract_text
from tizme.model import Extraction, UnusableInput

TEXT = (
    "Relatives Still Search\n\n"
    "One Uzbek woman told the paper that she had not heard from her husband since May, when he was serving a sentence in "
    "a Tula prison. In March, her husband's cousin told her that her husband had died near Soledar back in December.\n\n"
    "The first known funeral of a contract soldier held in Termez was in April, when the body of 24-year-old Sanjar "
    "Holiqov was sent to Termez from Rostov. His mother was given 50,000 rubles in cash.\n"
)


def _subject_with(found: Extraction, prop: str, value: str) -> set[str]:
    return {c.subject for c in found.claims if c.property == prop and c.value == value}


@pytest.mark.safety
def test_a_woman_s_husband_does_not_become_the_next_named_man() -> None:
    found = extract_text(TEXT, lang="en", published="2024-06-10")
    named = _subject_with(found, "name", "Sanjar Holiqov")
    husband = _subject_with(found, "died.place", "Soledar")
    assert len(named) == len(husband) == 1
    assert not named & husband
    assert _subject_with(found, "compensated.amount", "50000 RUB") == named
    assert {c.subject for c in found.claims if c.property == "kin.cousin"} == husband


@pytest.mark.safety
def test_the_seed_gives_its_three_subjects_apart_and_whole() -> None:
    try:
        folder = find_shared() / "gold"
    except UnusableInput as error:
        pytest.skip(str(error))
    published = json.loads((folder / "seed.json").read_text(encoding="utf-8"))["doc_date"]
    found = extract_text((folder / "seed.txt").read_text(encoding="utf-8"), published=published)
    said = {(c.subject, c.property, c.value, c.evidence.value) for c in found.claims}
    (husband,) = _subject_with(found, "died.place", "Bakhmut")
    (ayan,) = _subject_with(found, "name", "Ayan Alisherov")
    (sentenced,) = _subject_with(found, "age", "31")
    assert len({husband, ayan, sentenced}) == 3
    assert (husband, "died", "true", "hearsay") in said
    assert (husband, "died.date", "2022-10", "hearsay") in said
    uncle = next(c for c in found.claims if c.subject == husband and c.property == "died")
    assert [speaker.split(" of ")[0] for speaker in uncle.speakers] == ["uncle", "wife"]
    assert {(p, v) for s, p, v, _ in said if s == ayan} >= {
        ("age", "28"),
        ("body_repatriated.place", "Osh"),
        ("body_repatriated.from", "Moscow"),
        ("body_repatriated.date", "2023-01"),
        ("compensated.amount", "100000 RUB"),
        ("compensated.amount", "1191 USD"),
    }
    assert {(p, v) for s, p, v, _ in said if s == sentenced} >= {
        ("sentenced.term", "P10Y"),
        ("sentenced.date", "2023-05"),
        ("residence", "Bishkek"),
    }
    assert {p for s, p, _, _ in said if s == husband} >= {"kin.wife", "kin.uncle", "prison", "grave_identity"}


def test_a_letter_wrapped_at_a_fixed_width_is_read_across_its_lines() -> None:
    text = (
        "Sanjar Holiqov, 24, a welder from the Urgut district, signed a contract with\n"
        "the Defense Ministry in May 2023 and was killed near Avdiivka, his brother said\n"
        "on the phone.\n"
    )
    found = extract_text(text, lang="en", published="2024-06-10")
    assert {(c.property, c.value) for c in found.claims} >= {
        ("died.place", "Avdiivka"),
        ("contract_signed.date", "2023-05"),
        ("pathway", "mod_contract"),
    }


def test_her_husband_is_the_man_whose_widow_she_was_said_to_be() -> None:
    """Not the man of the sentence before."""
    text = (
        "The remains of Nurlan Sadykov, 43, were flown to Osh. He leaves a widow, Aida.\n\n"
        "The other victim, Azamat Isaev, 26, was killed near Bakhmut on 19 January.\n\n"
        "Aida Sadykova said her husband had been detained by police in Moscow.\n"
    )
    found = extract_text(text, lang="en", published="2025-03-01")
    names = {s.id: s.name for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.property == "detained"} == {"Nurlan Sadykov"}


@pytest.mark.parametrize(
    "text",
    [
        "Осуждён Кочкоров Эрмек Асанович, 27 лет. Его брат, Кочкоров Н., пропал без вести под Бахмутом.",
        "Осуждён Кочкоров Эрмек Асанович, 27 лет. Его сослуживец, Кочкоров Н., пропал без вести под Бахмутом.",
    ],
)
def test_initials_that_are_not_his_make_another_bearer_of_his_family_name(text: str) -> None:
    found = extract_text(text + "\n", lang="ru", published="2025-03-01")
    names = {s.id: s.name for s in found.subjects}
    missing = {names[c.subject] for c in found.claims if c.property == "missing"}
    assert missing <= {"Н. Кочкоров", "Кочкоров Н."}


def test_whoever_confirms_a_death_has_not_died() -> None:
    text = "Nurlan Sadykov is alive. An official of Osh, Sharif Ganiev, cited as confirming the death, denied it.\n"
    found = extract_text(text, lang="en", published="2025-03-01")
    assert not [c for c in found.claims if c.property == "died" and c.value == "true"]


@pytest.mark.parametrize(
    ("text", "lang", "dead"),
    [
        (
            "The wife of Altynbek Zhoroev, killed on 8 August, asked for money.",
            "en",
            {"Altynbek Zhoroev"},
        ),
        (
            "Нуржана Алпысбаева из Оша, как рассказала его вдова, не стало под Бахмутом.",
            "ru",
            {"Алпысбаев Нуржан", "Нуржан Алпысбаев"},
        ),
        ("Nurlan Sadykov, 40, sent nine men to the war. Four of them are dead.", "en", {""}),
        (
            "Nurlan Sadykov, 40, was killed in May. His wife said she was told of his death by Daniyar Asanov.",
            "en",
            {"Nurlan Sadykov"},
        ),
    ],
)
def test_a_death_is_the_right_mans(text: str, lang: str, dead: set[str]) -> None:
    found = extract_text(text + "\n", lang=lang, published="2025-03-01")
    names = {s.id: s.name for s in found.subjects}
    died = {names[c.subject] for c in found.claims if c.property == "died" and c.value == "true"}
    assert died
    assert died <= dead


def test_parents_named_in_passing_do_not_take_the_focus() -> None:
    text = (
        "Погиб Эркинбек Кадырбеков, 37 лет. Эркинбек родился в семье чабана Шаршена Кадырбекова и учительницы "
        "Бурул Асановой. В июле его мобилизовали.\n"
    )
    found = extract_text(text, lang="ru", published="2025-03-01")
    names = {s.id: s.name for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.value == "mobilised"} == {"Эркинбек Кадырбеков"}


def test_a_man_whom_a_chat_declared_dead_and_who_called_has_not_died() -> None:
    text = (
        "Абдирашит Мамасадыков, 30 лет, на прошлой неделе был объявлен погибшим в группе «Сузак». "
        "Вчера он сам вышел на видеосвязь из госпиталя.\n"
    )
    found = extract_text(text, lang="ru", published="2025-03-01")
    assert not [c for c in found.claims if c.property == "died" and c.polarity.value == "affirmed"]
