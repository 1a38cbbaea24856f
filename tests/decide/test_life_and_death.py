"""Word of a death against signs of life: the more careful state wins, and nothing is dropped."""

import pytest
from decide_cases import P1, claim, facts, item

from tizme.decide import decide, load_policy
from tizme.model import Fate

POLICIES = ("two-sources", "newsroom", "strict")
A, B, C = item("a", name="Alpha"), item("b", name="Beta"), item("c", name="Gamma")


def status(claims, policy="two-sources", known=(A, B, C)):
    return decide(claims, policy=load_policy(policy), facts=facts(*known))


def dead_in_any_policy(item_="a", said="2023-01-30", day="2022-10-12"):
    """A certificate and identified remains: enough for every policy."""
    return [
        claim("died", item=item_, evidence="document", said=said),
        claim("died.date", day, item=item_, evidence="document", said=said),
        claim("body_identified", item=item_, evidence="official", said=said),
    ]


def call(day="2024-06-23", said="2024-06-25", evidence="press", item_="b"):
    return [
        claim("seen_alive", item=item_, evidence=evidence, said=said),
        claim("seen_alive.date", day, item=item_, evidence=evidence, said=said),
    ]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_phone_call_after_the_day_of_death_is_alive_and_lists_who_was_told_otherwise(policy):
    deaths = dead_in_any_policy()
    found = status([*deaths, *call()], policy)
    assert found.fate is Fate.ALIVE
    told = next(reason for reason in found.reasons_against if reason.code == "told-otherwise")
    assert set(told.claim_ids) == {one.id for one in deaths if one.property != "died.date"} | {deaths[1].id}
    assert told.source_ids == ("a",)
    assert any(conflict.property == "fate" for conflict in found.conflicts)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("evidence", ["hearsay", "inferred"])
def test_a_later_sign_of_life_by_hearsay_blocks_dead_but_does_not_make_alive(policy, evidence):
    found = status([*dead_in_any_policy(), *call(evidence=evidence)], policy)
    assert found.fate is Fate.REPORTED_DEAD
    assert "alive-or-dead" in found.open_questions
    assert "sign-of-life-against" in [reason.code for reason in found.reasons_against]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_death_certified_after_the_sign_of_life_was_told_stays_open(policy):
    found = status([*dead_in_any_policy(said="2024-12-01"), *call()], policy)
    assert found.fate is Fate.REPORTED_DEAD
    assert "alive-or-dead" in found.open_questions


@pytest.mark.parametrize("policy", POLICIES)
def test_a_sign_of_life_before_the_death_says_nothing_against_it(policy):
    found = status([*dead_in_any_policy(), *call(day="2022-09-21", said="2023-02-01")], policy)
    assert found.fate is Fate.DEAD
    assert found.reasons_against == ()


@pytest.mark.parametrize("policy", POLICIES)
def test_an_undated_sign_of_life_told_after_the_death_blocks_dead_and_asks_for_its_day(policy):
    found = status([*dead_in_any_policy(), claim("captured", item="b", said="2024-06-18")], policy)
    assert found.fate is Fate.REPORTED_DEAD
    assert "needs-day-of-sign-of-life" in found.open_questions


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("evidence", ["document", "official", "direct", "press", "hearsay"])
def test_a_denied_death_blocks_dead_unless_the_death_is_told_after_it(policy, evidence):
    denial = claim("died", "false", item="b", evidence=evidence, polarity="denied", said="2023-02-10")
    assert status([*dead_in_any_policy(said="2023-01-30"), denial], policy).fate is not Fate.DEAD
    assert status([*dead_in_any_policy(said="2023-03-01"), denial], policy).fate is Fate.DEAD


def test_hearsay_denied_by_those_who_know_is_alive():
    rumour = claim("died", evidence="hearsay", said="2023-01-30", speakers=("village chat", "Alpha"))
    denial = claim("died", "false", item="b", evidence="direct", polarity="denied", said="2023-02-10")
    found = status([rumour, denial])
    assert found.fate is Fate.ALIVE
    assert [reason.code for reason in found.reasons_for] == ["death-denied"]


def test_a_relatives_denial_does_not_undo_a_certificate():
    denial = claim("died", "false", item="b", evidence="direct", polarity="denied", said="2023-02-10")
    found = status([*dead_in_any_policy(), denial])
    assert found.fate is Fate.REPORTED_DEAD
    assert "death-denied-against" in [reason.code for reason in found.reasons_against]


def test_a_channel_that_takes_its_word_back_in_a_later_message_is_believed():
    """An export is one item; its messages have days of their own."""
    first = claim("died", speakers=("Alpha",), said="2023-02-10")
    withdrawn = claim("died", "false", polarity="denied", speakers=("Alpha",), said="2023-02-20", start=90)
    alive = claim("seen_alive", speakers=("Alpha",), said="2023-02-20", start=99)
    assert status([first, withdrawn, alive]).fate is Fate.ALIVE


def test_a_channel_that_contradicts_itself_on_one_day_has_taken_nothing_back():
    first = claim("died", speakers=("Alpha",), said="2023-02-20")
    denied = claim("died", "false", polarity="denied", speakers=("Alpha",), said="2023-02-20", start=90)
    assert status([first, denied]).fate is not Fate.ALIVE


def test_a_source_that_takes_its_own_word_back_is_believed():
    first = claim("died", evidence="press", said="2023-01-30")
    withdrawn = claim("died", "false", item="b", evidence="press", polarity="denied", said="2023-03-01")
    found = status([first, withdrawn], known=(item("a", name="Alpha"), item("b", name="Alpha")))
    assert found.fate is Fate.ALIVE


def test_a_party_to_the_conflict_that_denies_a_death_does_not_make_alive():
    rumour = claim("died", evidence="hearsay", said="2023-01-30")
    denial = claim("died", "false", item="b", evidence="official", polarity="denied", said="2023-02-10")
    party = item("b", name="Party", kind="official", interest="party_to_conflict")
    assert status([rumour, denial], known=(A, party)).fate is Fate.REPORTED_DEAD


@pytest.mark.parametrize("policy", POLICIES)
def test_who_speaks_to_the_paper_is_alive_whatever_was_rumoured(policy):
    rumour = claim("died", evidence="hearsay", item="b", said="2023-01-30")
    spoken = claim("deployed", evidence="direct", said="2023-06-14", speakers=("Асан Токтосунов", "Alpha"))
    assert status([rumour, spoken], policy).fate is Fate.ALIVE


@pytest.mark.parametrize("policy", POLICIES)
def test_an_obituary_that_quotes_the_dead_is_no_sign_of_life(policy):
    quoted = claim(
        "migrated.place",
        "Самара",
        evidence="direct",
        said="2023-01-30",
        speakers=("Асан Токтосунов", "Alpha"),
    )
    assert status([*dead_in_any_policy(), quoted], policy).fate is Fate.DEAD


def test_a_search_that_quotes_the_last_call_is_no_sign_of_life():
    lost = [
        claim("contact_lost", evidence="press"),
        claim("deployed", evidence="direct", speakers=("Асан Токтосунов", "Alpha")),
    ]
    assert status(lost).fate is Fate.MISSING
    letter = item("a", name="Брат", kind="relative", interest="family")
    assert status(lost[1:], known=(letter,)).fate is Fate.UNKNOWN


def test_relatives_of_a_man_are_not_the_man_speaking():
    told = claim("age", "28", evidence="direct", speakers=("relatives of Асан Токтосунов", "Alpha"))
    assert status([told]).fate is Fate.UNKNOWN


def test_words_passed_on_by_a_widow_are_not_the_man_speaking():
    passed_on = claim(
        "coercion",
        evidence="hearsay",
        item="b",
        said="2024-06-14",
        speakers=("Асан Токтосунов", "widow", "Beta"),
    )
    assert status([*dead_in_any_policy(), passed_on]).fate is Fate.DEAD


@pytest.mark.parametrize("prop", ["seen_alive", "captured", "exchanged", "returned", "sentenced"])
def test_a_sign_of_life_alone_is_alive(prop):
    assert status([claim(prop)]).fate is Fate.ALIVE


@pytest.mark.parametrize("polarity", ["uncertain", "denied", "promised"])
def test_a_sign_of_life_that_is_not_affirmed_is_not_alive(polarity):
    assert status([claim("seen_alive", polarity=polarity)]).fate is Fate.UNKNOWN


def test_no_contact_is_missing_and_asks_for_the_last_day():
    found = status([claim("contact_lost")])
    assert found.fate is Fate.MISSING
    assert found.open_questions == ("needs-day-of-last-contact",)
    assert status([claim("contact_lost"), claim("contact_lost.date", "2024-03")]).open_questions == ()


def test_silence_after_a_sign_of_life_is_missing_and_a_capture_after_silence_is_alive():
    lost = [
        claim("contact_lost", said="2024-08-12"),
        claim("contact_lost.date", "2024-03", said="2024-08-12"),
    ]
    assert status([*lost, *call(day="2024-01-05", said="2024-01-06")]).fate is Fate.MISSING
    assert status([*lost, *call(day="2024-06-05", said="2024-06-06")]).fate is Fate.ALIVE
    assert status([*lost, claim("captured", item="b", said="2024-09-01")]).fate is Fate.ALIVE
    assert status([*lost, claim("seen_alive", item="b", said="2024-09-01")]).fate is Fate.MISSING


def test_reported_dead_stands_between_missing_and_dead():
    lost = claim("contact_lost", said="2022-12-01")
    heard = claim("died", evidence="hearsay", item="b", said="2023-01-10")
    assert [status([lost]).fate, status([lost, heard]).fate] == [Fate.MISSING, Fate.REPORTED_DEAD]
    assert status([lost, heard, *dead_in_any_policy("c")]).fate is Fate.DEAD


def test_a_prisoner_is_in_custody_with_the_day():
    found = status(
        [claim("captured"), claim("captured.date", "2024-06-09"), claim("captured.place", "Сіверськ")]
    )
    assert (found.whereabouts.kind, found.whereabouts.place, found.whereabouts.as_of) == (
        "custody",
        "",
        "2024-06-09",
    )


def test_two_days_of_death_are_kept_as_a_conflict_with_a_range():
    october = claim("died.date", "2022-10", evidence="hearsay", item="b")
    november = claim("died.date", "2022-11-24", evidence="document")
    found = status([october, november])
    assert found.fate is Fate.DEAD
    (conflict,) = found.conflicts
    assert (conflict.values, conflict.shown_as) == (("2022-10", "2022-11-24"), "2022-10/2022-11-24")
    assert "conflicting-death-dates" in found.open_questions


def test_a_finer_day_is_no_conflict_with_its_month():
    assert status([claim("died.date", "2022-11"), claim("died.date", "2022-11-24", item="b")]).conflicts == ()


def test_a_town_is_no_conflict_with_its_region_and_another_country_is():
    assert status([claim("buried.place", "Ош"), claim("buried.place", "Osh", item="b")]).conflicts == ()
    far = status([claim("buried.place", "Ош"), claim("buried.place", "Ростов-на-Дону", item="b")])
    assert [conflict.property for conflict in far.conflicts] == ["buried.place"]


def test_ages_years_apart_conflict_and_ages_said_years_apart_do_not():
    assert (
        status(
            [claim("age", "28", said="2023-01-01"), claim("age", "30", item="b", said="2025-01-01")]
        ).conflicts
        == ()
    )
    found = status([claim("age", "27", said="2023-01-01"), claim("age", "41", item="b", said="2023-01-01")])
    assert [conflict.property for conflict in found.conflicts] == ["age"]


def test_persons_are_named_by_the_fullest_name_and_the_unnamed_by_what_the_text_calls_them():
    from tizme.decide import decide_all
    from tizme.model import Cluster, Record, Subject

    death = claim("died")
    unnamed_claim = claim("sentenced", item="b", subject="s9")
    records = [
        Record("r1", "a", "s1", "Токтосунов", claim_ids=(death.id,)),
        Record("r2", "a", "s1", "Токтосунов Асан Маратович"),
        Record("r3", "b", "s9", "", claim_ids=(unnamed_claim.id,)),
    ]
    known = facts(
        A,
        item("b", subjects=(Subject("s9", named=False, group=False, label="31-year-old Bishkek resident"),)),
    )
    clusters = [Cluster("p-2", ("r3",), 1.0), Cluster("p-1", ("r2", "r1"), 0.95)]
    one, two = decide_all(clusters, records, [death, unnamed_claim], known, load_policy("two-sources"))
    assert (one.id, one.label, one.status.fate) == ("p-1", "Токтосунов Асан Маратович", Fate.REPORTED_DEAD)
    assert (two.id, two.label, two.status.fate) == ("p-2", "31-year-old Bishkek resident", Fate.ALIVE)
    assert P1.named
