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


def test_a_possessor_is_not_who_died() -> None:
    found = _read("Ulugbek Mamatov is alive. Two of Mamatov's fellow villagers have been confirmed dead.")
    assert "Ulugbek Mamatov" not in _label(found, "died")


def test_a_family_name_without_its_ending_is_not_his_mothers() -> None:
    found = _read(
        "For seven months Roza Ismailova believed the worst. The commander of her son's unit wrote to her "
        "that Aibek was gone.\n\nIsmailov, 27, was captured on October 29, 2024, near Sudzha."
    )
    assert "Roza Ismailova" not in _label(found, "captured")


def test_the_only_man_so_far_is_named_in_the_next_sentence() -> None:
    found = _read(
        "A 33-year-old Tajik man went on trial in Dushanbe on Monday.\n\n"
        "Umed Gulov was captured near Robotyne on 4 September 2023."
    )
    assert _label(found, "age") == {"Umed Gulov"}


def test_a_noun_before_he_is_he() -> None:
    found = _read("Umed Gulov is 33. A refrigerated-truck driver by trade, he was detained in Kotelniki.")
    assert _label(found, "detained") == {"Umed Gulov"}


def test_alive_against_a_report_beats_the_coffin() -> None:
    found = _read(
        "A resident of Osh whose death was announced last autumn is alive and in captivity, his relatives said."
        "\n\nThe family of Ulugbek Mamatov held a funeral for him on October 21, after being handed a "
        "certificate stating that the 35-year-old had died of shrapnel wounds near Selydove."
    )
    assert {c.polarity.value for c in found.claims if c.property == "died"} == {"denied"}


def test_a_denied_report_denies_what_it_reported() -> None:
    found = _read(
        "The embassy denied a report that a student at the university, Firuz Davlatov, had been sent to the "
        "front."
    )
    assert {c.polarity.value for c in found.claims if c.property == "deployed"} == {"denied"}
    assert {c.polarity.value for c in found.claims if c.property == "occupation"} <= {"affirmed"}


def test_what_an_appeal_asks_is_not_told() -> None:
    found = _read(
        "Looking for my brother Sherzod Eshonqulov. If anyone has seen him in a hospital, please write."
    )
    assert not {c.property for c in found.claims} & {"wounded", "seen_alive"}


def test_who_speaks_in_an_interview_has_no_answer_for_a_name() -> None:
    found = _read(
        "Interviewer: State your name.\nPrisoner: Kubanychbek Mamadaliev, from Nookat.\n"
        "Interviewer: Do you have a passport?\nPrisoner: Yes, since 2021.\n"
        "Interviewer: Are you wounded?\nPrisoner: Frostbite. They cut off three toes.\n"
    )
    names = {c.value for c in found.claims if c.property == "name"}
    assert names == {"Kubanychbek Mamadaliev"}


def test_the_elder_is_no_official_and_a_birth_brings_in_the_younger() -> None:
    found = _read(
        "Jahongir Boymurodov, the elder, spent eleven years in Russia and was killed near Marinka.\n\n"
        "The younger, Shohruh, born in 2001, was detained in Kazan in August."
    )
    assert _label(found, "died") == {"Jahongir Boymurodov"}
    assert _label(found, "detained") == {"Shohruh"}


def test_the_day_of_a_certificate_is_not_the_day_of_the_death() -> None:
    found = _read(
        "A widow showed researchers a death certificate issued in Rostov-on-Don on April 11, 2024, which gives "
        "the cause of her husband's death as an explosive injury."
    )
    assert "2024-04-11" not in {c.value for c in found.claims if c.property == "died.date"}
    assert not [c for c in found.claims if c.property == "died.place"]


def test_who_is_cited_did_not_die() -> None:
    found = _read(
        "Rustam Hayitov was from Pop. According to his uncle he was killed on 18 August near Kupiansk."
    )
    assert _label(found, "died") == {"Rustam Hayitov"}


def test_what_befalls_his_mother_is_hers() -> None:
    found = _read("Rustam Hayitov is missing. Rustam's mother fell ill, she was taken away by ambulance.")
    assert not {c.property for c in found.claims} & {"captured", "detained"}


def test_a_heading_speaks_of_the_first_of_two_called_so() -> None:
    found = _read(
        "DO NOT SHARE -- Rustam is alive\n\nSince yesterday several groups have been posting that our colleague "
        "Rustam Haydarov from Namangan has died near Kupiansk. This is not true.\n\n"
        "The person who really died is Rustam Hayitov, b. 1988, from Pop district."
    )
    labels = {s.id: s.label for s in found.subjects}
    died = {labels[c.subject]: c.polarity.value for c in found.claims if c.property == "died"}
    assert died["Rustam Haydarov"] == "denied"
    assert _label(found, "seen_alive") == {"Rustam Haydarov"}


def test_whom_a_captive_saw_killed_is_not_himself() -> None:
    found = _read("Khurshed Abdulloev, 34, was captured in March. He names two Tajiks he saw killed.")
    assert "Khurshed Abdulloev" not in _label(found, "died")


def test_what_somebody_faces_is_no_sentence() -> None:
    found = _read(
        "Anton Belenko was picked up on September 14. He faces up to nine years in prison under Article 172."
    )
    assert "sentenced" not in {c.property for c in found.claims}


def test_a_nurse_who_identifies_him_is_not_told_of() -> None:
    found = _read(
        "Almaz Duishenbiev, a 29-year-old welder, was in a hospital. A nurse from Tokmok identified him by a "
        "tattoo on his shoulder."
    )
    assert {c.value for c in found.claims if c.property == "occupation"} == {"welder"}
    assert _label(found, "marks") == {"Almaz Duishenbiev"}


def test_a_street_is_nobody() -> None:
    found = _read('He introduces himself as Khurshed Abdulloev, "from the city of Khujand, Lenin Street".')
    assert {c.value for c in found.claims if c.property == "name"} == {"Khurshed Abdulloev"}


def test_who_sits_before_the_reporter_did_not_die() -> None:
    found = _read(
        "Bakyt, 44, arrived in Bishkek in January, he says, after walking out of a hospital. His mother was "
        "informed on July 1 that he had died, and in August a coffin was delivered to Jalal-Abad. She buried it."
        '\n\n"She touched my face and fell down," Bakyt says.',
        "2024-05-30",
    )
    assert {c.polarity.value for c in found.claims if c.property == "died"} == {"denied"}


def test_who_recruits_is_not_who_is_recruited() -> None:
    found = _read(
        "Ikrom Matyoqubov is missing. He had been recruited by a compatriot, Jamol, while serving four years in "
        "a colony in the Samara region, and signed on February 3."
    )
    assert _label(found, "contract_signed") == {"Ikrom Matyoqubov"}
    assert {c.value for c in found.claims if c.property == "recruiter"} == {"Jamol"}


def test_the_husband_is_the_one_whose_wife_was_told_of() -> None:
    found = _read(
        "Gulbahor Matyoqubova saw a man with grey hair. Her husband Ikrom Matyoqubov was thirty-three. The dead man was Umar Yazov, 51, a driver, killed by "
        "shelling in Shebekino.\n\nThe husband himself remains missing."
    )
    assert "Umar Yazov" not in _label(found, "missing")


def test_a_list_of_deserters_kills_nobody() -> None:
    found = _read(
        'My husband Dilshod is missing since January. The office says: "he is on the list of those who left '
        'their unit".'
    )
    assert "died" not in {c.property for c in found.claims}


def test_a_semicolon_parts_two_funerals() -> None:
    found = _read(
        "Kholmahmad Saidov, 38, and Abdukarim Rajabov, 25, were killed in April. Saidov was taken to Farkhor and "
        "buried the same day; Rajabov's funeral is to be held on Sunday."
    )
    told = {c.subject for c in found.claims if c.property == "buried" and c.polarity.value == "affirmed"}
    assert {s.label for s in found.subjects if s.id in told} == {"Kholmahmad Saidov"}


def test_who_is_called_brother_is_nobodys_brother() -> None:
    found = _read(
        '"Somebody sent me the link and wrote: brother, may you rest in peace," says Otabek Saidov. '
        "He was wounded near Klishchiivka."
    )
    assert _label(found, "wounded") == {"Otabek Saidov"}
