"""English: whom a pronoun at the verb, a coordinated verb or a relative clause means."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Extraction


def _read(text: str, published: str = "2025-02-06") -> Extraction:
    return extract_text(text, lang="en", published=published)


def _label(found: Extraction, prop: str) -> set[str]:
    labels = {s.id: s.label for s in found.subjects}
    return {labels[c.subject] for c in found.claims if c.property == prop}


def test_the_pronoun_at_the_verb_is_missing() -> None:
    found = _read("Jasur Tokhtaev left for Kazan. His wife has already reported him missing.")
    assert _label(found, "missing") == {"Jasur Tokhtaev"}


def test_that_evening_begins_no_clause() -> None:
    found = _read(
        "Otabek Saidov came home. His cousins had read the list to his father, who had a heart attack that "
        "evening and died two days later."
    )
    assert "Otabek Saidov" not in _label(found, "died")


def test_who_tells_his_mother_tells_his_own() -> None:
    found = _read("Parviz Holov rang from a camp. Firdavs Nazarov was killed there, Holov told his mother.")
    owners = {c.subject for c in found.claims if c.property == "kin.mother"}
    assert {s.label for s in found.subjects if s.id in owners} == {"Parviz Holov"}


def test_an_age_parts_no_name_from_its_noun() -> None:
    found = _read(
        "Saida Holova did as she was told. She buried the man she believed to be her younger son, "
        "26-year-old Parviz.\n\nOn March 2 Parviz Holov rang from a camp."
    )
    assert _label(found, "seen_alive") == {"Parviz Holov"}
    assert _label(found, "buried") == {"Parviz Holov"}


def test_a_man_cried_out_is_nobody_new() -> None:
    found = _read(
        "My son Mirlan went missing on 8 April. They told me that he left the unit. A deserter! "
        "We buried him in Uzgen on 2 September."
    )
    assert _label(found, "buried") == {"Mirlan"}


def test_an_office_that_is_silent_is_not_out_of_contact() -> None:
    found = _read("Mirlan Asanov went missing in May. The prosecutor's office has not answered two letters.")
    props = {c.property for c in found.claims}
    assert "info_refused" in props
    assert "contact_lost" not in props


def test_money_that_never_came_was_not_paid() -> None:
    found = _read("Mirlan Asanov was killed in May. The compensation, five million rubles, never came.")
    paid = [c for c in found.claims if c.property.startswith("compensated")]
    assert [c.polarity.value for c in paid] == ["denied"]


def test_where_a_man_goes_and_not_his_father() -> None:
    found = _read("Islam Ergeshov, 21, came to Krasnodar in November. His father travelled to Rostov.")
    places = {c.value for c in found.claims if c.property == "migrated.place"}
    assert places == {"Krasnodar"}
