"""A request's history, and what the family's consent allows."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tracing_cases import MOTHER, SOUGHT, WATCH, consent, event, request

from tizme.case.request_form import empty_form, read_form
from tizme.model import UnusableInput
from tizme.model.request import Purpose
from tizme.trace.requests import (
    consenting,
    correction,
    demand_consent,
    find_request,
    live_consent,
    opening,
    requests_of,
    withdrawing,
    withdrawing_consent,
)

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("sought", "requester", "missing"),
    [
        (replace(SOUGHT, names=("  ",)), MOTHER, "nobody is named"),
        (SOUGHT, replace(MOTHER, relation=""), "relation"),
        (replace(SOUGHT, birth_date="3 мая 1988"), MOTHER, "no date"),
    ],
)
def test_a_request_says_what_it_lacks(sought, requester, missing):
    with pytest.raises(UnusableInput, match=missing):
        opening("r-1", sought, requester, ())


def test_a_consent_needs_to_be_informed_dated_and_for_a_recipient_that_fits():
    for wrong, said in (
        ({"informed": " "}, "informed"),
        ({"given_on": "yesterday"}, "no day"),
        ({"until": "2026-13-01"}, "no day"),
    ):
        with pytest.raises(UnusableInput, match=said):
            consenting("r-1", consent(**wrong))
    with pytest.raises(UnusableInput, match="does not fit"):
        consenting("r-1", consent(Purpose.WATCH, "icrc"))
    with pytest.raises(UnusableInput, match="does not fit"):
        consenting("r-1", consent(Purpose.INQUIRY, "case"))


def test_a_consent_for_one_office_and_purpose_allows_no_other():
    held = request(consent(Purpose.INQUIRY, "icrc", "identity"))
    assert live_consent(held, Purpose.INQUIRY, "icrc", today=TODAY) is not None
    assert live_consent(held, Purpose.INQUIRY, "ministry", today=TODAY) is None
    assert live_consent(held, Purpose.WATCH, "case", today=TODAY) is None
    with pytest.raises(UnusableInput, match="gave no consent for inquiry to ministry"):
        demand_consent(held, Purpose.INQUIRY, "ministry", today=TODAY)


def test_a_consent_that_ran_out_allows_nothing_after_its_last_day():
    held = request(consent(Purpose.INQUIRY, "icrc", until="2026-11-10"))
    assert live_consent(held, Purpose.INQUIRY, "icrc", today="2026-11-10") is not None
    with pytest.raises(UnusableInput, match="ran out on 2026-11-10"):
        demand_consent(held, Purpose.INQUIRY, "icrc", today="2026-11-11")


def history(*acts):
    kind, body = opening("r-1", SOUGHT, MOTHER, (WATCH,))
    events = [event(kind, body)]
    for act in acts:
        made = act(requests_of(events)["r-1"])
        events.append(event(*made, at=f"2026-11-1{len(events)}T10:00:00Z"))
    return requests_of(events)["r-1"]


def test_a_withdrawn_consent_stops_from_its_day_on_and_stays_in_the_history():
    held = history(lambda r: withdrawing_consent(r, Purpose.WATCH, "case", on="2026-11-12"))
    assert live_consent(held, Purpose.WATCH, "case", today="2026-11-11") is not None
    assert live_consent(held, Purpose.WATCH, "case", today="2026-11-12") is None
    assert [given.withdrawn_on for given in held.consents] == ["2026-11-12"]
    with pytest.raises(UnusableInput, match="no consent stands"):
        withdrawing_consent(held, Purpose.WATCH, "case", on="2026-11-13")


def test_a_consent_given_again_after_it_was_withdrawn_holds():
    held = history(
        lambda r: withdrawing_consent(r, Purpose.WATCH, "case", on="2026-11-12"),
        lambda r: consenting(r.id, WATCH),
    )
    assert live_consent(held, Purpose.WATCH, "case", today=TODAY) is not None


def test_a_withdrawn_request_allows_nothing_whatever_was_agreed_to():
    held = history(lambda r: withdrawing(r, on="2026-11-12"))
    assert live_consent(held, Purpose.WATCH, "case", today=TODAY) is None
    with pytest.raises(UnusableInput, match="withdrawn on 2026-11-12"):
        demand_consent(held, Purpose.WATCH, "case", today=TODAY)
    with pytest.raises(UnusableInput, match="withdrawn"):
        withdrawing(held, on="2026-11-13")


def test_a_correction_is_in_force_and_what_was_held_before_is_kept():
    held = history(lambda r: correction(r.id, replace(SOUGHT, birth_date="1989-05-03"), MOTHER))
    assert held.sought.birth_date == "1989-05-03"
    assert [step.sought.birth_date for step in held.corrections] == ["1988-05-03", "1989-05-03"]
    assert held.consents


def test_an_id_may_be_shortened_while_it_is_clear():
    held = {"r-12ab": request(), "r-12cd": request()}
    assert find_request(held, "12a") is held["r-12ab"]
    for unclear in ("r-12", "r-99"):
        with pytest.raises(UnusableInput):
            find_request(held, unclear)


def test_the_empty_form_can_be_filled_in_and_an_unknown_field_is_named():
    filled = empty_form().replace("names = []", 'names = ["Асанов Бакыт"]', 1)
    filled = filled.replace('name = ""', 'name = "Асанова Жамиля"', 1).replace(
        'relation = ""', 'relation = "мать"', 1
    )
    sought, requester, consents = read_form(filled, where="form")
    assert (sought.names, requester.relation, consents) == (("Асанов Бакыт",), "мать", ())
    with pytest.raises(UnusableInput, match="unknown field 'nmae'"):
        read_form('[sought]\nnmae = "x"\n', where="form")
    with pytest.raises(UnusableInput, match="no category 'everything'"):
        read_form(
            '[[consent]]\npurpose = "inquiry"\nrecipient = "icrc"\ngiven_on = "2026-11-01"\ninformed = "x"\ncovers = ["everything"]\n',
            where="form",
        )


def test_the_form_takes_steps_consents_and_tomls_own_dates():
    sought, _, consents = read_form(
        """
[sought]
names = ["Асанов Бакыт"]
birth_date = 1990-05-14
[[sought.previous_steps]]
on = "2023"
to = "military office"
[requester]
name = "Асанова Жамиля"
relation = "mother"
[[consent]]
purpose = "inquiry"
recipient = "icrc"
given_on = 2026-11-01
informed = "in Kyrgyz"
covers = ["identity", "parents"]
""",
        where="form",
    )
    assert sought.birth_date == "1990-05-14"
    assert sought.previous_steps[0].to == "military office"
    assert (consents[0].purpose, consents[0].given_on, consents[0].covers) == (
        Purpose.INQUIRY,
        "2026-11-01",
        ("identity", "parents"),
    )
