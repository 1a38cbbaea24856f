"""The last stage: what the archive, the ledger and derived/ hold, put where a person can open it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from tizme import review
from tizme.case.reading import Output, load_document, load_extraction
from tizme.case.workplace import Workplace
from tizme.ports import Run, Store, StoredFailure


def open_case_store(work: Workplace, *, create: bool) -> Store:
    """The case's store; whoever asks for it closes it.

    Raises:
        UnusableInput: it does not open, or is not there and ``create`` is False.
    """
    from tizme.store import open_store

    return open_store(work.layout.store_address(work.settings.store), create=create)


def store_everything(
    work: Workplace, run: Run, *, read: Sequence[Output], extracted: Sequence[Output]
) -> None:
    """Save what is new. Every save is idempotent, so a stopped one is simply made again."""
    with closing(open_case_store(work, create=True)) as store:
        captures = [pair for item in work.items().values() for pair in item.captures]
        for seq, capture in sorted(captures, key=lambda pair: pair[0]):
            store.save_capture(capture, ledger_seq=seq)
        for output in read:
            if output.failure is not None:
                store.save_failure(StoredFailure(output.item, "read", output.failure), reader=output.rule)
            else:
                store.save_document(output.item, load_document(output, work.derived), reader=output.rule)
        for output in extracted:
            if output.failure is not None:
                store.save_failure(StoredFailure(output.item, "extract", output.failure), reader=output.rule)
            else:
                store.save_extraction(output.item, load_extraction(output, work.derived), rule=output.rule)
        events = work.ledger.events(review.JUDGED)
        for event, judgement in zip(events, review.judgements(work.ledger), strict=True):
            store.save_judgement(judgement, ledger_seq=event.seq)
        store.save_run(run)
