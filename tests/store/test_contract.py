"""What every store must do, run against the fake, SQLite and a real PostgreSQL server."""

from dataclasses import replace

import pytest

from tizme.model import Fate, IntegrityFailure, Polarity, ReadFailure
from tizme.ports import StoredFailure

pytestmark = pytest.mark.contract


def test_an_empty_store_answers_every_question_with_nothing(store, values):
    assert store.captures() == store.failures() == store.judgements() == store.run_ids() == ()
    assert store.document(values.item) is None
    assert store.extraction(values.item) is None
    assert store.current_run() is None
    assert store.person("p-1") is None
    assert store.claims([]) == ()


def test_a_capture_comes_back_to_the_letter(store, values):
    store.save_capture(values.capture(), ledger_seq=3)
    assert store.captures() == (values.capture(),)


def test_captures_come_in_ledger_order_whatever_the_order_of_saving(store, values):
    for seq in (30, 10, 20):
        store.save_capture(values.capture(f"{seq}.txt"), ledger_seq=seq)
    assert [capture.original_name for capture in store.captures()] == ["10.txt", "20.txt", "30.txt"]


def test_the_same_bytes_received_twice_are_two_captures_of_one_item(store, values):
    store.save_capture(values.capture(), ledger_seq=1)
    store.save_capture(values.capture(), ledger_seq=2)
    assert [capture.sha256 for capture in store.captures()] == [values.item] * 2


def test_a_document_comes_back_to_the_letter_with_nul_and_lone_surrogates(store, values):
    store.save_document(values.item, values.document, reader="text@1")
    assert store.document(values.item) == values.document
    assert store.document(values.item).text == values.text


def test_the_reader_version_saved_last_is_the_one_read(store, values):
    older, newer = values.document, replace(values.document, title="Новое чтение")
    store.save_document(values.item, older, reader="text@1")
    store.save_document(values.item, newer, reader="text@2")
    assert store.document(values.item) == newer
    store.save_document(values.item, older, reader="text@1")
    assert store.document(values.item) == older


def test_an_extraction_comes_back_to_the_letter(store, values):
    store.save_extraction(values.item, values.extraction, rule="extract@1")
    assert store.extraction(values.item) == values.extraction


def test_claims_come_in_the_order_asked_for(store, values):
    store.save_extraction(values.item, values.extraction, rule="extract@1")
    asked = ["c-3", "c-1", "c-3", "c-2"]
    assert [claim.id for claim in store.claims(iter(asked))] == asked
    assert store.claims(["c-2"]) == (values.extraction.claims[1],)


def test_an_unknown_claim_is_an_error_that_names_it(store, values):
    store.save_extraction(values.item, values.extraction, rule="extract@1")
    with pytest.raises(LookupError, match="c-99"):
        store.claims(["c-1", "c-99"])


def test_a_claim_is_read_by_the_rule_version_saved_last(store, values):
    first = values.extraction
    second = replace(first, claims=(replace(first.claims[0], polarity=Polarity.UNCERTAIN, rule="extract@2"),))
    store.save_extraction(values.item, first, rule="extract@1")
    store.save_extraction(values.item, second, rule="extract@2")
    assert store.claims(["c-1"])[0].polarity is Polarity.UNCERTAIN
    assert store.claims(["c-2"]) == (first.claims[1],)
    store.save_extraction(values.item, first, rule="extract@1")
    assert store.claims(["c-1"])[0].polarity is Polarity.AFFIRMED
    assert store.extraction(values.item) == first


def test_more_claims_than_one_query_takes_come_back(store, values):
    many = tuple(replace(values.extraction.claims[0], id=f"c-{n:05}") for n in range(1203))
    store.save_extraction(values.item, replace(values.extraction, claims=many), rule="extract@1")
    asked = [claim.id for claim in reversed(many)]
    assert [claim.id for claim in store.claims(asked)] == asked


def test_a_failure_is_kept_once_and_another_reason_is_another_failure(store, values):
    other = StoredFailure(values.other_item, "read", ReadFailure("timed-out", "60 seconds"))
    for failure in (values.failure, other, values.failure):
        store.save_failure(failure, reader="pdf@1")
    store.save_failure(values.failure, reader="pdf@2")
    assert store.failures() == (values.failure, other)


def test_judgements_come_in_ledger_order_with_the_withdrawn_ones(store, values):
    withdrawn = replace(values.judgement, withdrawn=True)
    store.save_judgement(withdrawn, ledger_seq=9)
    store.save_judgement(values.judgement, ledger_seq=4)
    assert store.judgements() == (values.judgement, withdrawn)


def test_a_run_comes_back_to_the_letter(store, values):
    store.save_run(values.run())
    assert store.current_run() == values.run()
    assert store.run_ids() == ("r-1",)


def test_a_person_is_the_current_runs(store, values):
    store.save_run(values.run("r-1", Fate.MISSING))
    store.save_run(values.run("r-2", Fate.DEAD))
    assert store.person("p-2") == values.run("r-2", Fate.DEAD).persons[0]
    assert store.person("p-99") is None


def test_a_run_saved_again_becomes_the_current_one_and_is_not_stored_twice(store, values):
    first, second = values.run("r-1", Fate.MISSING), values.run("r-2", Fate.DEAD)
    for run in (first, second, first):
        store.save_run(run)
    assert store.current_run() == first
    assert store.run_ids() == ("r-1", "r-2")


def test_saving_everything_twice_changes_nothing(store, values):
    for _ in range(2):
        store.save_capture(values.capture(), ledger_seq=1)
        store.save_document(values.item, values.document, reader="text@1")
        store.save_failure(values.failure, reader="pdf@1")
        store.save_extraction(values.item, values.extraction, rule="extract@1")
        store.save_judgement(values.judgement, ledger_seq=2)
        store.save_run(values.run())
    assert store.captures() == (values.capture(),)
    assert store.failures() == (values.failure,)
    assert store.judgements() == (values.judgement,)
    assert store.run_ids() == ("r-1",)
    assert store.extraction(values.item) == values.extraction


def test_the_same_key_with_other_content_is_an_integrity_failure(store, values):
    store.save_capture(values.capture(), ledger_seq=1)
    store.save_document(values.item, values.document, reader="text@1")
    store.save_extraction(values.item, values.extraction, rule="extract@1")
    store.save_judgement(values.judgement, ledger_seq=2)
    store.save_run(values.run())
    with pytest.raises(IntegrityFailure, match="other content"):
        store.save_capture(values.capture("another.txt"), ledger_seq=1)
    with pytest.raises(IntegrityFailure, match="other content"):
        store.save_document(values.item, replace(values.document, text="changed"), reader="text@1")
    with pytest.raises(IntegrityFailure, match="other content"):
        store.save_extraction(values.item, replace(values.extraction, claims=()), rule="extract@1")
    with pytest.raises(IntegrityFailure, match="other content"):
        store.save_judgement(replace(values.judgement, note="changed"), ledger_seq=2)
    with pytest.raises(IntegrityFailure, match="other content"):
        store.save_run(replace(values.run(), persons=()))
    assert store.captures() == (values.capture(),)
    assert store.document(values.item) == values.document
    assert store.current_run() == values.run()


def test_closing_twice_does_nothing(store):
    store.close()
    store.close()
