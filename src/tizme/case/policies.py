"""Decide again by another policy, from the same claims, and say who moved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tizme import decide
from tizme.case.progress import Progress
from tizme.case.settings import change_setting
from tizme.case.stages import extracted_items, finish, finished_before, whole_case
from tizme.case.workplace import OPENED, POLICY_CHANGED, Workplace
from tizme.model import Fate, Person
from tizme.ports import Run


@dataclass(frozen=True, slots=True)
class Move:
    """A person whose fate is another one by the new policy."""

    person: Person
    before: Fate
    after: Fate


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """What a change of policy did.

    Attributes:
        stayed: Persons whose fate is the same by both.
    """

    before: str
    after: str
    moved: tuple[Move, ...]
    stayed: tuple[Person, ...]


def policy_in_force(work: Workplace) -> str:
    """The policy that the ledger last named; case.toml may have been edited since."""
    events = work.ledger.events(OPENED, POLICY_CHANGED)
    return str(events[-1].body["policy"]) if events else work.settings.policy


def record_policy(work: Workplace, policy: str, *, by: str) -> bool:
    """Record that ``policy`` is in force, unless it is already; whether anything was recorded."""
    before = policy_in_force(work)
    if before == policy:
        return False
    work.ledger.append(POLICY_CHANGED, {"policy": policy, "before": before, "by": by})
    return True


def change_policy(work: Workplace, name: str, *, by: str, progress: Progress) -> PolicyChange:
    """Put another policy in force and decide again; nothing is read or extracted.

    Raises:
        UnusableInput: there is no such policy, or items wait for a run.
    """
    wanted = decide.load_policy(name).name
    read, extracted = finished_before(work)
    items = extracted_items(work, read, extracted)
    before, _ = whole_case(work, items, policy=policy_in_force(work), progress=progress)
    change_setting(work.layout.settings, "policy", wanted)
    record_policy(work, wanted, by=by)
    changed = replace(work, settings=replace(work.settings, policy=wanted))
    after = finish(changed, read, extracted, progress=progress).run
    assert after is not None
    return _compare(before, after)


def _compare(before: Run, after: Run) -> PolicyChange:
    fates = {person.id: person.status.fate for person in before.persons}
    moved = tuple(
        Move(person, fates[person.id], person.status.fate)
        for person in after.persons
        if fates[person.id] is not person.status.fate
    )
    stayed = tuple(person for person in after.persons if fates[person.id] is person.status.fate)
    return PolicyChange(before.policy, after.policy, moved, stayed)
