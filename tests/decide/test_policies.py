"""Every rule of domain.md section 3, by policy. A wrong "dead" is the worst thing that this code can say."""

import pytest
import yaml
from decide_cases import P1, claim, facts, item

from tizme.decide import decide, load_policy, load_policy_file, policy_names
from tizme.model import BadTable, Evidence, Fate, Subject, UnusableInput
from tizme.tables import table_root

POLICIES = ("two-sources", "newsroom", "strict")
A, B, C = item("a", name="Alpha"), item("b", name="Beta"), item("c", name="Gamma")


def fate(claims, *items, policy="two-sources"):
    return decide(claims, policy=load_policy(policy), facts=facts(*(items or (A, B, C)))).fate


def status(claims, *items, policy="two-sources"):
    return decide(claims, policy=load_policy(policy), facts=facts(*(items or (A, B, C))))


def codes(reasons):
    return [reason.code for reason in reasons]


def test_three_policies_are_shipped_and_the_default_comes_first():
    assert policy_names() == ("two-sources", "newsroom", "strict")


def test_an_unknown_policy_names_those_that_exist():
    with pytest.raises(UnusableInput, match="two-sources, newsroom, strict"):
        load_policy("rumour")


def test_a_policy_can_be_asked_for_by_version_and_an_absent_version_is_refused():
    assert load_policy("strict@1").id == "strict@1"
    with pytest.raises(UnusableInput):
        load_policy("strict@99")


@pytest.mark.parametrize("policy", POLICIES)
def test_no_claims_is_unknown(policy):
    found = status([], policy=policy)
    assert found.fate is Fate.UNKNOWN
    assert found.open_questions == ("no-word-of-fate",)


# -- two sources ----------------------------------------------------------------------------------


@pytest.mark.parametrize("evidence", ["document", "official"])
@pytest.mark.parametrize("prop", ["died", "died.date", "buried", "body_identified"])
def test_one_document_or_notice_is_dead_for_two_sources(evidence, prop):
    value = "2022-11-24" if prop.endswith("date") else "true"
    assert fate([claim(prop, value, evidence=evidence)]) is Fate.DEAD


def test_a_court_notice_is_dead_for_two_sources():
    court = item("a", name="Court", kind="court", interest="state_of_origin")
    assert fate([claim("died", evidence="official", speakers=("district court",))], court) is Fate.DEAD


def test_one_newspaper_is_reported_dead_for_two_sources_and_says_what_is_wanting():
    found = status([claim("died")])
    assert found.fate is Fate.REPORTED_DEAD
    assert "needs-second-independent-source" in found.open_questions
    assert "needs-source-that-is-not-hearsay" not in found.open_questions


def test_two_independent_sources_of_which_one_is_not_hearsay_are_dead():
    found = status(
        [claim("died"), claim("died", item="b", evidence="hearsay", speakers=("uncle", "wife", "Beta"))]
    )
    assert found.fate is Fate.DEAD
    assert codes(found.reasons_for) == ["two-independent-sources"]
    assert found.reasons_for[0].source_ids == ("a", "b")


def test_hearsay_and_hearsay_is_not_dead():
    two = [
        claim("died", evidence="hearsay", speakers=("uncle Anvar", "Alpha")),
        claim("died", item="b", evidence="hearsay", speakers=("fellow soldier Timur", "Beta")),
    ]
    found = status(two)
    assert found.fate is Fate.REPORTED_DEAD
    assert found.open_questions == ("needs-document-or-notice", "needs-source-that-is-not-hearsay")


def test_two_reposts_of_one_text_are_one_source():
    from tizme.decide import with_groups

    words = "Погиб под Бахмутом уроженец нашего района, похороны пройдут завтра в родном селе, сообщили родные и близкие."
    known = with_groups(
        [item("a", name="Alpha", text=words), item("b", name="Beta", text="Перепечатка. " + words)]
    )
    found = decide([claim("died"), claim("died", item="b")], policy=load_policy("two-sources"), facts=known)
    assert found.fate is Fate.REPORTED_DEAD
    assert found.reasons_for[0].source_ids == ("a",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("uncle", "her husband's uncle"),
        ("дядя Анвар", "амакиси"),
        ("uncle (P3)", "дядя (P7)"),
        ("Anvar Qodirov", "Анвар Қодиров"),
    ],
)
def test_an_uncle_who_told_two_outlets_is_one_source(one, other):
    two = [
        claim("died", evidence="direct", speakers=(one, "Alpha")),
        claim("died", item="b", evidence="direct", speakers=(other, "Beta")),
    ]
    assert fate(two) is Fate.REPORTED_DEAD


@pytest.mark.parametrize(("one", "other"), [("uncle Anvar", "uncle Salim"), ("мать", "амакиси Анвар")])
def test_two_relatives_are_two_sources(one, other):
    two = [
        claim("died", evidence="direct", speakers=(one, "Alpha")),
        claim("died", item="b", evidence="direct", speakers=(other, "Beta")),
    ]
    assert fate(two) is Fate.DEAD


def test_an_outlet_that_names_the_other_outlet_is_no_second_source():
    two = [claim("died", speakers=("Alpha",)), claim("died", item="b", speakers=("радио «Alpha»", "Beta"))]
    assert fate(two) is Fate.REPORTED_DEAD


def test_two_articles_of_one_outlet_are_one_source():
    assert fate([claim("died"), claim("died", item="b")], A, item("b", name="Alpha")) is Fate.REPORTED_DEAD


def test_two_unnamed_speakers_are_not_shown_to_be_two():
    two = [
        claim("died", evidence="direct", speakers=("незнакомый человек", "Alpha")),
        claim("died", item="b", evidence="direct", speakers=("a source", "Beta")),
    ]
    assert fate(two) is Fate.REPORTED_DEAD


def test_a_document_heard_of_over_a_chain_is_hearsay():
    assert (
        fate([claim("died", evidence="document", speakers=("uncle", "wife", "Alpha"))]) is Fate.REPORTED_DEAD
    )


def test_a_list_of_a_party_to_the_conflict_is_no_official_notice():
    party = item("a", name="Party", kind="list", interest="party_to_conflict")
    assert fate([claim("died", evidence="official")], party) is Fate.REPORTED_DEAD


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("polarity", ["uncertain", "denied", "promised"])
@pytest.mark.parametrize("evidence", list(Evidence))
def test_a_death_that_is_not_affirmed_is_never_dead_nor_reported_dead(policy, polarity, evidence):
    three = [
        claim(p, item=i, evidence=evidence, polarity=polarity)
        for i in "abc"
        for p in ("died", "buried", "body_identified")
    ]
    assert fate(three, policy=policy) not in {Fate.DEAD, Fate.REPORTED_DEAD}


@pytest.mark.parametrize("policy", POLICIES)
def test_a_doubt_about_the_event_is_not_undone_by_its_date(policy):
    doubted = [
        claim("died", polarity="uncertain"),
        claim("died.date", "2022-10"),
        claim("died.place", "Бахмут"),
    ]
    assert fate(doubted, policy=policy) is Fate.UNKNOWN


@pytest.mark.parametrize("policy", POLICIES)
def test_a_report_of_a_report_is_reported_dead_at_most(policy):
    assert (
        fate(
            [claim("death_reported.date", "2023-01", item=i, evidence="press") for i in "abc"], policy=policy
        )
        is Fate.REPORTED_DEAD
    )


@pytest.mark.parametrize("policy", POLICIES)
def test_inferred_claims_never_reach_dead(policy):
    assert (
        fate([claim("died", item=i, evidence="inferred") for i in "abc"], policy=policy) is Fate.REPORTED_DEAD
    )


# -- graves ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", POLICIES)
def test_a_grave_found_but_not_confirmed_is_not_dead(policy):
    grave = [
        claim("grave_found", evidence="direct"),
        claim("grave_found.place", "Fryanovo", evidence="direct"),
        claim("grave_identity", "unconfirmed", evidence="direct", polarity="uncertain"),
        claim("buried", evidence="direct", polarity="uncertain"),
    ]
    found = status(grave, policy=policy)
    assert found.fate is Fate.UNKNOWN
    assert "grave-not-identified" in found.open_questions
    heard = status(
        [*grave, claim("died", evidence="hearsay", speakers=("uncle", "wife", "Alpha"))], policy=policy
    )
    assert heard.fate is Fate.REPORTED_DEAD
    assert (heard.whereabouts.kind, heard.whereabouts.place, heard.whereabouts.certainty) == (
        "grave",
        "Fryanovo",
        "doubtful",
    )
    assert "grave-not-confirmed" in codes(heard.reasons_against)


# -- newsroom -------------------------------------------------------------------------------------


def test_an_obituary_alone_is_reported_dead_for_two_sources_and_dead_for_newsroom():
    obituary = item("a", name="Village page", kind="obituary", interest="family")
    assert fate([claim("died")], obituary) is Fate.REPORTED_DEAD
    assert fate([claim("died")], obituary, policy="newsroom") is Fate.DEAD


def test_one_named_publication_is_dead_for_newsroom_and_an_unnamed_one_is_not():
    assert fate([claim("died")], policy="newsroom") is Fate.DEAD
    assert fate([claim("died")], item("a", name=""), policy="newsroom") is Fate.REPORTED_DEAD


def test_hearsay_in_a_named_publication_is_reported_dead_for_newsroom():
    assert (
        fate([claim("died", evidence="hearsay", speakers=("uncle", "wife", "Alpha"))], policy="newsroom")
        is Fate.REPORTED_DEAD
    )


@pytest.mark.parametrize("evidence", list(Evidence))
@pytest.mark.parametrize("prop", ["died", "buried", "body_identified"])
def test_a_list_of_a_party_alone_is_never_dead_for_newsroom(evidence, prop):
    party = item("a", name="Party", kind="list", interest="party_to_conflict")
    assert fate([claim(prop, evidence=evidence)], party, policy="newsroom") is Fate.REPORTED_DEAD


@pytest.mark.parametrize("evidence", list(Evidence))
@pytest.mark.parametrize("prop", ["died", "buried", "body_identified"])
def test_a_relatives_search_alone_is_never_dead_for_newsroom(evidence, prop):
    search = item("a", name="Брат", kind="relative", interest="family")
    assert fate([claim(prop, evidence=evidence)], search, policy="newsroom") is Fate.REPORTED_DEAD


def test_an_identified_grave_is_dead_for_newsroom():
    assert fate([claim("grave_identity", "confirmed", evidence="direct")], policy="newsroom") is Fate.DEAD


def test_an_official_statement_is_dead_for_newsroom():
    assert fate([claim("died", evidence="official", speakers=("Ministry",))], policy="newsroom") is Fate.DEAD


# -- strict ---------------------------------------------------------------------------------------


def test_many_newspapers_and_an_authority_are_not_dead_for_strict():
    many = [
        claim("died", item="a"),
        claim("died", item="b", evidence="direct"),
        claim("died", item="c", evidence="official"),
    ]
    found = status(many, policy="strict")
    assert found.fate is Fate.REPORTED_DEAD
    assert found.open_questions == ("needs-death-certificate", "needs-identified-remains")


def test_a_death_certificate_is_dead_for_strict():
    assert fate([claim("died.date", "2022-11-24", evidence="document")], policy="strict") is Fate.DEAD


def test_remains_identified_by_an_authority_or_who_saw_them_are_dead_for_strict():
    assert fate([claim("body_identified", evidence="official")], policy="strict") is Fate.DEAD
    assert (
        fate([claim("body_identified", evidence="direct", speakers=("brother", "Alpha"))], policy="strict")
        is Fate.DEAD
    )


def test_a_body_that_a_cousin_is_said_to_have_identified_is_not_dead_for_strict():
    said = claim("body_identified", evidence="hearsay", speakers=("cousin", "brother", "Alpha"))
    assert fate([said], policy="strict") is Fate.REPORTED_DEAD


def test_a_certificate_posted_in_a_messenger_is_not_dead_for_strict():
    assert (
        fate([claim("died", evidence="document")], item("a", name="Chat", kind="messenger"), policy="strict")
        is Fate.REPORTED_DEAD
    )


# -- groups and the unnamed -----------------------------------------------------------------------


def test_a_claim_about_a_group_never_decides_a_persons_fate():
    group = Subject(id="g1", named=False, group=True, label="men of the village")
    known = facts(item("a", name="Alpha", subjects=(P1, group)), B)
    mixed = [claim("died", evidence="official", subject="g1"), claim("contact_lost")]
    found = decide(mixed, policy=load_policy("two-sources"), facts=known)
    assert found.fate is Fate.MISSING


def test_a_group_and_an_unnamed_person_have_a_fate_of_their_own():
    group = Subject(id="g1", named=False, group=True, label="men of the village")
    unnamed = Subject(id="s9", named=False, group=False, label="31-year-old Bishkek resident")
    known = item("a", name="Alpha", subjects=(group, unnamed))
    assert fate([claim("died", subject="g1")], known) is Fate.REPORTED_DEAD
    assert fate([claim("seen_alive", subject="s9")], known) is Fate.ALIVE


def test_a_doubtful_union_of_records_is_not_called_dead():
    certain = [claim("died", evidence="document")]
    found = decide(certain, policy=load_policy("strict"), facts=facts(A), joined_certainty=0.6)
    assert found.fate is Fate.REPORTED_DEAD
    assert "one-person-or-two" in found.open_questions


# -- tables, not code -----------------------------------------------------------------------------


def test_a_changed_table_changes_the_answer_without_code(tmp_path):
    table = yaml.safe_load((table_root() / "status/two-sources.yaml").read_text(encoding="utf-8"))
    table["name"], table["version"] = "three-sources", 7
    need = next(need for need in table["dead"] if need["code"] == "two-independent-sources")
    need["sources"] = 3
    path = tmp_path / "three.yaml"
    path.write_text(yaml.safe_dump(table, allow_unicode=True), encoding="utf-8")
    own = load_policy_file(path)
    two = [claim("died"), claim("died", item="b")]
    assert fate(two) is Fate.DEAD
    found = decide(two, policy=own, facts=facts(A, B, C))
    assert (found.fate, found.policy) == (Fate.REPORTED_DEAD, "three-sources@7")
    assert decide([*two, claim("died", item="c")], policy=own, facts=facts(A, B, C)).fate is Fate.DEAD


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [("fates", ["buried-alive"], "not a policy"), ("dead", [{"code": "x", "says": ["deth"], "evidence": ["press"]}], "deth"),
     ("dead", [{"code": "x", "says": ["death"], "evidence": ["rumour"]}], "rumour")],
)  # fmt: skip
def test_a_policy_table_that_cannot_be_used_is_named(tmp_path, key, value, says):
    table = yaml.safe_load((table_root() / "status/two-sources.yaml").read_text(encoding="utf-8"))
    table[key] = value
    path = tmp_path / "bad.yaml"
    path.write_text(yaml.safe_dump(table), encoding="utf-8")
    with pytest.raises(BadTable, match=says):
        load_policy_file(path)


SHIPPED = {
    "two-sources@1": "564b0b1d1c4280ee",
    "newsroom@1": "0a4548d13a1f247e",
    "strict@1": "072ae2e4c3a6f8c8",
}


@pytest.mark.parametrize("policy", POLICIES)
def test_a_shipped_policy_is_not_changed_without_a_new_version(policy):
    """Old policy and same evidence must give the old answer: change a table, give it a new number."""
    found = load_policy(policy)
    assert SHIPPED[found.id] == found.digest[:16]
