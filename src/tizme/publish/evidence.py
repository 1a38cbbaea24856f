"""What a store holds about the current run's persons, read once."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.model import Capture, Claim, Extraction, Person, UnusableInput
from tizme.ports import Run, Store


@dataclass(frozen=True, slots=True)
class Evidence:
    """The current run and everything that its persons rest on.

    Attributes:
        claims: By id.
        captures: First capture of each item, by item.
        published: EDTF day of each item, "" where not known.
        extractions: By item.
    """

    run: Run
    claims: dict[str, Claim]
    captures: dict[str, Capture]
    published: dict[str, str]
    extractions: dict[str, Extraction]

    def of(self, person: Person) -> tuple[Claim, ...]:
        """The person's claims, in the order of their ids."""
        return tuple(self.claims[claim_id] for claim_id in sorted(person.claim_ids))

    def source_name(self, item: str) -> str:
        """Who published or handed over the item, "" where nobody said."""
        capture = self.captures.get(item)
        return capture.source.name if capture else ""


def gather(store: Store, persons: tuple[Person, ...] | None = None) -> Evidence:
    """Read what the given persons rest on, every person of the current run where none are given.

    Raises:
        UnusableInput: the case was never run.
    """
    run = store.current_run()
    if run is None:
        raise UnusableInput("nothing was decided yet", "case", "run: tizme run CASE")
    chosen = run.persons if persons is None else persons
    ids = sorted({claim_id for person in chosen for claim_id in person.claim_ids})
    claims = {claim.id: claim for claim in store.claims(ids)}
    captures: dict[str, Capture] = {}
    for capture in store.captures():
        captures.setdefault(capture.sha256, capture)
    items = sorted({claim.item for claim in claims.values()})
    published, extractions = {}, {}
    for item in items:
        document, extraction = store.document(item), store.extraction(item)
        first = captures[item].published if item in captures else ""
        published[item] = first or (document.published if document else "")
        if extraction is not None:
            extractions[item] = extraction
    return Evidence(run, claims, captures, published, extractions)
