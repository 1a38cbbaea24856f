"""Judgements as events of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from tizme.model import Judgement, UnusableInput, Verdict

JUDGED = "judged"


class LoggedEvent(Protocol):
    """One event of the ledger, as far as it matters here."""

    @property
    def at(self) -> str: ...
    @property
    def body(self) -> dict[str, Any]: ...


class EventLog(Protocol):
    """The ledger, as far as it matters here."""

    def append(self, kind: str, body: dict[str, Any]) -> LoggedEvent: ...
    def events(self, *kinds: str) -> Sequence[LoggedEvent]: ...


def judge(
    ledger: EventLog, left_record: str, right_record: str, verdict: Verdict, *, by: str, note: str = ""
) -> Judgement:
    """The verdict, kept. It replaces an earlier one on the same two records, which stays in the ledger.

    Raises:
        UnusableInput: nobody is named, or the two records are one.
    """
    return _append(ledger, left_record, right_record, verdict, by=by, note=note, withdrawn=False)


def withdraw(ledger: EventLog, left_record: str, right_record: str, *, by: str, note: str = "") -> Judgement:
    """The standing verdict on the two records, taken back; the records are then as if never judged.

    Raises:
        UnusableInput: nobody is named, or no verdict stands on these two records.
    """
    left, right = sorted((left_record, right_record))
    for judgement in standing(judgements(ledger)):
        if (judgement.left, judgement.right) == (left, right):
            return _append(ledger, left, right, judgement.verdict, by=by, note=note, withdrawn=True)
    raise UnusableInput(
        "no judgement stands on these two records",
        f"{left} and {right}",
        "`tizme status` lists those that stand",
    )


def judgements(ledger: EventLog) -> tuple[Judgement, ...]:
    """Every judgement ever made, withdrawals too, oldest first."""
    return tuple(_judgement(event) for event in ledger.events(JUDGED))


def standing(made: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The newest judgement on each two records, unless it was taken back; sorted by the records.

    Args:
        made: Oldest first.
    """
    newest = {(judgement.left, judgement.right): judgement for judgement in made}
    return tuple(newest[pair] for pair in sorted(newest) if not newest[pair].withdrawn)


def _append(
    ledger: EventLog, left: str, right: str, verdict: Verdict, *, by: str, note: str, withdrawn: bool
) -> Judgement:
    if not by.strip():
        raise UnusableInput("a judgement needs a name", "--by", "give --by NAME, or set `who` in case.toml")
    if left == right:
        raise UnusableInput("a record cannot be judged against itself", left, "name two records")
    first, second = sorted((left, right))
    body = {
        "left": first,
        "right": second,
        "verdict": verdict.value,
        "made_by": by.strip(),
        "note": note,
        "withdrawn": withdrawn,
    }
    return _judgement(ledger.append(JUDGED, body))


def _judgement(event: LoggedEvent) -> Judgement:
    body = event.body
    return Judgement(
        left=body["left"],
        right=body["right"],
        verdict=Verdict(body["verdict"]),
        made_by=body["made_by"],
        made_at=event.at,
        note=body["note"],
        withdrawn=body["withdrawn"],
    )
