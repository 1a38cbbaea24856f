import pytest

from tizme.archive import Ledger
from tizme.model import UnusableInput, Verdict
from tizme.review import judge, judgements, standing, withdraw


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "ledger.ndjson")


def test_a_judgement_names_who_and_when_and_orders_its_two_records(ledger):
    made = judge(ledger, "r-b", "r-a", Verdict.SAME, by="Aida", note="same father")
    assert (made.left, made.right, made.verdict) == ("r-a", "r-b", Verdict.SAME)
    assert made.made_by == "Aida"
    assert made.made_at.endswith("Z")
    assert judgements(Ledger(ledger.path)) == (made,)


def test_a_later_judgement_replaces_an_earlier_one_whichever_way_round_it_is_given(ledger):
    judge(ledger, "r-a", "r-b", Verdict.SAME, by="Aida")
    second = judge(ledger, "r-b", "r-a", Verdict.DIFFERENT, by="Bakyt")
    assert standing(judgements(ledger)) == (second,)
    assert len(judgements(ledger)) == 2


def test_a_withdrawn_judgement_no_longer_stands_but_stays_in_the_ledger(ledger):
    judge(ledger, "r-a", "r-b", Verdict.DIFFERENT, by="Aida")
    taken_back = withdraw(ledger, "r-b", "r-a", by="Aida", note="wrong pair")
    assert taken_back.withdrawn
    assert standing(judgements(ledger)) == ()
    assert [made.withdrawn for made in judgements(ledger)] == [False, True]


def test_a_judgement_made_again_after_a_withdrawal_stands(ledger):
    judge(ledger, "r-a", "r-b", Verdict.SAME, by="Aida")
    withdraw(ledger, "r-a", "r-b", by="Aida")
    again = judge(ledger, "r-a", "r-b", Verdict.UNSURE, by="Aida")
    assert standing(judgements(ledger)) == (again,)


def test_what_was_never_judged_cannot_be_withdrawn(ledger):
    with pytest.raises(UnusableInput, match="no judgement stands"):
        withdraw(ledger, "r-a", "r-b", by="Aida")


@pytest.mark.parametrize(("left", "right", "by"), [("r-a", "r-b", "  "), ("r-a", "r-a", "Aida")])
def test_a_judgement_without_a_name_or_against_itself_is_refused_and_leaves_no_trace(ledger, left, right, by):
    with pytest.raises(UnusableInput):
        judge(ledger, left, right, Verdict.SAME, by=by)
    assert judgements(ledger) == ()
