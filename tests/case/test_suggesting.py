"""A language model inside a case: asked once, believed where the text bears it out."""

import json
from dataclasses import dataclass, field, replace

import pytest

import tizme.extract
from tizme.case import Case, Provenance
from tizme.model import UnusableInput
from tizme.ports.language_model import ModelUnavailable

TEXT = """Азамат Турдубаев погиб 12 мая 2023 года под Бахмутом, рассказала газете его сестра.

Бакыт Осмонов, 34 года, пропал без вести в апреле 2023 года.
"""
MISSING = {
    "passage": 1, "person": "Бакыт Осмонов", "property": "missing.date", "value": "2023-04",
    "quote": "апреле 2023 года", "polarity": "affirmed",
}  # fmt: skip
LIE = {**MISSING, "value": "2023-05-01", "quote": "1 мая 2023 года"}


@dataclass
class Model:
    """Says the same of every text; ``heard`` is what it was shown."""

    says: list = field(default_factory=lambda: [MISSING, LIE])
    name: str = "parrot"
    is_local: bool = True
    heard: list = field(default_factory=list)
    fails: bool = False

    def answer(self, system, user, *, schema):
        self.heard.append(user)
        if self.fails:
            raise ModelUnavailable("it is gone", "http://127.0.0.1:1")
        return json.dumps({"claims": self.says}, ensure_ascii=False)


@pytest.fixture
def case(tmp_path, monkeypatch):
    """A case with one text of which the rules have overlooked when somebody went missing."""
    real = tizme.extract.extract_document

    def overlooking(*given, **named):
        found = real(*given, **named)
        return replace(found, claims=tuple(c for c in found.claims if c.property != "missing.date"))

    monkeypatch.setattr(tizme.extract, "extract_document", overlooking)
    made = Case.init(tmp_path / "case", who="Asel")
    made.capture(TEXT.encode(), name="news.txt", provenance=Provenance(origin="x", published="2023-06-10"))
    return made


def claims_of(case):
    return [claim for found in case.extractions().values() for claim in found.claims]


def by_model(case):
    return [claim for claim in claims_of(case) if claim.rule.startswith("llm:")]


def test_what_the_text_bears_out_becomes_a_claim_with_a_rule_of_its_own(case):
    outcome = case.run(model=Model())
    (claim,) = by_model(case)
    assert (claim.property, claim.value, claim.quote) == ("missing.date", "2023-04", "апреле 2023 года")
    assert claim.rule == "llm:parrot@llm-1"
    assert TEXT[claim.start : claim.stop] == claim.quote
    assert (outcome.heard.asked, outcome.heard.claims, outcome.heard.suggestions) == (1, 1, 1)
    assert ("llm", "parrot@llm-1") in outcome.run.rules
    # In the store as in derived/, and the person rests on it.
    stored = case.store.extraction(claim.item)
    assert claim in stored.claims
    assert any(claim.id in person.claim_ids for person in case.persons())


def test_the_rules_claims_are_the_same_with_and_without_a_model(case):
    case.run()
    before = claims_of(case)
    case.run(model=Model())
    assert [claim for claim in claims_of(case) if not claim.rule.startswith("llm:")] == before


def test_what_is_not_borne_out_is_kept_apart_with_its_reason(case):
    case.run(model=Model())
    (held,) = case.suggestions()
    assert [one.said.value for one in held.suggestions] == ["2023-05-01"]
    assert held.suggestions[0].problems[0] == "quote-not-there"
    assert "2023-05-01" not in {claim.value for claim in claims_of(case)}


def test_a_model_is_asked_once_and_a_later_run_asks_nobody(case):
    model = Model()
    case.run(model=model)
    case.run(model=model)
    assert len(model.heard) == 1
    outcome = case.run()
    assert not outcome.changed
    assert len(by_model(case)) == 1


def test_a_rebuild_gives_the_same_bytes_without_asking_anybody(case):
    case.run(model=Model())
    before = {p.name: p.read_bytes() for p in case.root.joinpath("derived").rglob("*.json*")}
    case.run(rebuild=True)
    assert {p.name: p.read_bytes() for p in case.root.joinpath("derived").rglob("*.json*")} == before
    assert len(by_model(case)) == 1


def test_the_answers_are_evidence_that_verify_hashes_again(case):
    case.run(model=Model())
    assert case.verify() == ()
    (answered,) = case._work.ledger.events("model-answered")
    path = case._work.archive.path_of(answered.body["answers"])
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    assert any(answered.body["answers"] in finding.what for finding in case.verify())


def test_a_policy_is_changed_with_the_models_claims_in_place(case):
    case.run(model=Model())
    case.change_policy("newsroom")
    assert len(by_model(case)) == 1


def test_an_answer_that_is_not_held_yet_waits_for_a_run(case):
    case.run(model=Model())
    for path in case.root.joinpath("derived", "suggest").rglob("*.json"):
        path.unlink()
    with pytest.raises(UnusableInput, match="1 items wait"):
        case.suggestions()


def test_an_item_without_an_answer_is_named_and_asked_again_next_time(case):
    outcome = case.run(model=Model(fails=True))
    assert [one.code for one in outcome.heard.not_asked] == ["model-unavailable"]
    assert outcome.run is not None
    assert by_model(case) == []
    assert case.run(model=Model()).heard.asked == 1


def test_a_server_that_is_gone_is_not_waited_for_a_hundred_times(case):
    for number in range(6):
        text = f"{TEXT}\nЖ{number}.\n"
        case.capture(text.encode(), name=f"{number}.txt", provenance=Provenance(origin="x"))
    model = Model(fails=True)
    outcome = case.run(model=model)
    assert len(model.heard) == 2
    # Those that were not even asked about are named as well.
    assert len(outcome.heard.not_asked) == 7


def test_the_answer_of_another_model_takes_the_place_of_the_first(case):
    case.run(model=Model())
    case.run(model=Model(name="owl", says=[LIE]))
    assert by_model(case) == []
    assert [held.model for held in case.suggestions()] == ["owl@llm-1"]


def test_a_list_is_not_asked_about(tmp_path):
    made = Case.init(tmp_path / "case", who="Asel")
    rows = "ФИО,Дата смерти\nОсмонов Бакыт,12.05.2023\n"
    made.capture(rows.encode(), name="list.csv", provenance=Provenance(origin="x"), media_type="text/csv")
    model = Model()
    made.run(model=model)
    assert model.heard == []
