"""A case, as the command line, the pages and Python open it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from tizme import __version__, decide, review
from tizme.archive import Finding
from tizme.archive.durable import make_folder
from tizme.case.adding import Incoming, find_incoming, guess_media_type
from tizme.case.answers import KeptAnswer, KeptCell, answers, keep_answer
from tizme.case.checking import check_case
from tizme.case.counting import RegisterCounts, Wanted, count_register
from tizme.case.items import CAPTURED, MAPPING_SET, MARKED_CONFIDENTIAL, CapturedItem
from tizme.case.people import Whole
from tizme.case.policies import PolicyChange, change_policy, policy_in_force, record_policy
from tizme.case.progress import Progress, Silent
from tizme.case.settings import Settings
from tizme.case.sidecar import Provenance
from tizme.case.stages import Outcome, extracted_items, finished_before, run_stages
from tizme.case.standing import LastRun, Standing, last_run, standing
from tizme.case.storing import open_case_store
from tizme.case.suggesting import Held, held
from tizme.case.workplace import Workplace, one_run_at_a_time, open_workplace, start_case
from tizme.model import (
    AnswerSheet,
    Capture,
    Claim,
    Extraction,
    IntegrityFailure,
    Judgement,
    Person,
    UnusableInput,
    Verdict,
)
from tizme.model.codec import to_json
from tizme.ports import Clock, Store, SystemClock
from tizme.ports.language_model import LanguageModel
from tizme.text.safe import storable_text


@dataclass(frozen=True, slots=True)
class Added:
    """A capture that is recorded. ``new`` is False where the item was there and got one more capture."""

    capture: Capture
    new: bool


_UNMARKED = CapturedItem("", ())


class Case:
    """One case folder. Every act reads the ledger anew and refuses where its chain is broken."""

    def __init__(self, work: Workplace, *, clock: Clock) -> None:
        self._work = work
        self._clock = clock
        self._store: Store | None = None

    @classmethod
    def init(
        cls,
        root: Path,
        *,
        who: str,
        policy: str = "two-sources",
        engine: str = "plain",
        clock: Clock | None = None,
    ) -> Case:
        """A new case in an empty or new folder.

        Raises:
            UnusableInput: something is there already, or there is no such policy.
        """
        settings = Settings(who=storable_text(who), policy=decide.load_policy(policy).name, engine=engine)
        return cls(start_case(root, settings, clock=clock), clock=clock or SystemClock())

    @classmethod
    def open(cls, root: Path, *, clock: Clock | None = None) -> Case:
        """The case in ``root``.

        Raises:
            UnusableInput: there is none, or its case.toml cannot be used.
        """
        return cls(open_workplace(root, clock=clock), clock=clock or SystemClock())

    @property
    def root(self) -> Path:
        return self._work.layout.root

    @property
    def settings(self) -> Settings:
        return self._work.settings

    # -- acts -----------------------------------------------------------------------------------------

    def capture(
        self,
        content: bytes | BinaryIO,
        *,
        name: str,
        provenance: Provenance,
        by: str = "",
        media_type: str = "",
    ) -> Added:
        """Bytes, kept and recorded.

        Raises:
            IntegrityFailure: the chain is broken, or the archive holds other bytes under this digest.
            UnusableInput: nobody is named as having captured them.
        """
        who = storable_text(by or self.settings.who).strip()
        if not who:
            raise UnusableInput(
                "a capture needs a name", str(self.root), "give --by NAME, or set `who` in case.toml"
            )
        known = self._work.items()  # refuses before any byte is written
        stored = self._work.archive.put(content)
        capture = Capture(
            sha256=stored.sha256,
            size_bytes=stored.size_bytes,
            origin=storable_text(provenance.origin),
            captured_at=self._clock.now(),
            captured_by=who,
            tool=f"tizme {__version__}",
            media_type=media_type or guess_media_type(name),
            original_name=storable_text(name),
            published=provenance.published,
            source=replace(provenance.source, name=storable_text(provenance.source.name)),
        )
        if provenance.confidential and not (known.get(stored.sha256) or _UNMARKED).confidential:
            # Before the capture, so that no power cut leaves the item without its mark.
            self._work.ledger.append(MARKED_CONFIDENTIAL, {"item": stored.sha256, "by": who})
        self._work.ledger.append(CAPTURED, {"capture": to_json(capture)})
        return Added(capture, new=stored.sha256 not in known)

    def add(
        self,
        paths: Iterable[Path],
        *,
        sidecar: Path | None = None,
        given: Mapping[str, Any] | None = None,
        by: str = "",
    ) -> Iterator[Added]:
        """Each file captured and recorded, one by one, as it is asked for.

        Args:
            paths: Files, and folders of files.
            sidecar: A sources.toml for all of them (sidecar.py); None looks beside them.
            given: Fields as in sources.toml that hold for all of them.
            by: Who captures; "" takes ``who`` from case.toml.

        Raises:
            UnusableInput: a path or the sidecar cannot be used; found out before anything is captured.
        """
        found = find_incoming(tuple(paths), sidecar=sidecar, given=given or {}, case_root=self.root)
        return (self._add(incoming, by=by) for incoming in found)

    def set_mapping(self, item: str, mapping: Mapping[tuple[str, str], str], *, by: str = "") -> None:
        """What the columns of a list hold; the next run reads it so. A later mapping replaces it whole.

        Args:
            mapping: (sheet, header) -> property, "" for a column to be left alone; the sheet "" stands for
                every sheet. Columns that it does not name are taken as their headers say.

        Raises:
            UnusableInput: no such item.
        """
        if item not in self._work.items():
            raise UnusableInput(f"no item '{item}'", str(self.root), "add the file first")
        triples = sorted(
            (storable_text(sheet), storable_text(header), held) for (sheet, header), held in mapping.items()
        )
        body = {"item": item, "mapping": to_json(triples), "by": self._by(by)}
        self._work.ledger.append(MAPPING_SET, body)

    def run(
        self,
        *,
        progress: Progress | None = None,
        stop: Callable[[], bool] = lambda: False,
        rebuild: bool = False,
        model: LanguageModel | None = None,
    ) -> Outcome:
        """Read, extract, link and decide what is new.

        Args:
            stop: Asked between items; True ends the run there, with nothing lost.
            rebuild: Delete everything derived first, and make it again.
            model: A language model that is also asked about each text. Of what it says only what the text
                bears out becomes a claim, of its own rule; nothing confidential is shown to one elsewhere.

        Raises:
            IntegrityFailure: evidence is missing, changed or out of chain.
            UnusableInput: another run is at work.
        """
        self._work.items()
        make_folder(self._work.layout.derived)
        with one_run_at_a_time(self._work.layout):
            record_policy(self._work, decide.load_policy(self.settings.policy).name, by=self.settings.who)
            if rebuild:
                self._delete_derived()
            return run_stages(self._work, progress=progress or Silent(), stop=stop, model=model)

    def judge(
        self, left: str, right: str, verdict: Verdict, *, by: str = "", note: str = ""
    ) -> tuple[Judgement, ...]:
        """A verdict on two records, or on two persons: then on the pair of records that stand for them.

        Raises:
            UnusableInput: an id is not known, or nobody is named.
        """
        pairs = self._record_pairs(left, right, verdict)
        return tuple(
            review.judge(self._work.ledger, a, b, verdict, by=self._by(by), note=storable_text(note))
            for a, b in pairs
        )

    def withdraw(self, left: str, right: str, *, by: str = "", note: str = "") -> tuple[Judgement, ...]:
        """Every standing verdict on two records, or between two persons' records, taken back.

        Raises:
            UnusableInput: an id is not known, or no verdict stands.
        """
        members = self._members(left, right)
        both = [tuple(sorted((a, b))) for a in members[left] for b in members[right]]
        stand = {(made.left, made.right) for made in review.standing(review.judgements(self._work.ledger))}
        # Where none stands, review's own refusal says so.
        pairs = [pair for pair in both if pair in stand] or both[:1]
        return tuple(
            review.withdraw(self._work.ledger, a, b, by=self._by(by), note=storable_text(note))
            for a, b in pairs
        )

    def change_policy(self, name: str, *, by: str = "", progress: Progress | None = None) -> PolicyChange:
        """Put another policy in force and decide again, without reading or extracting anything.

        Raises:
            UnusableInput: there is no such policy, or items wait for a run.
        """
        with one_run_at_a_time(self._work.layout):
            change = change_policy(self._work, name, by=self._by(by), progress=progress or Silent())
        self._work = open_workplace(self.root, clock=self._clock)
        return change

    # -- looking --------------------------------------------------------------------------------------

    def verify(self) -> tuple[Finding, ...]:
        """Everything hashed again; each thing that is not as it was left."""
        return check_case(self._work)

    def status(self) -> Standing:
        """Where the case stands."""
        return standing(self._work)

    def policy(self) -> str:
        """The policy in force."""
        return policy_in_force(self._work)

    @property
    def store(self) -> Store:
        """What a person opens of this case: rows, without reading derived/. ``close`` closes it.

        Raises:
            UnusableInput: nothing was ever run in this case.
        """
        if self._store is None:
            self._store = open_case_store(self._work, create=False)
        return self._store

    def close(self) -> None:
        """Close the store if it was opened; the case can be used again after."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def items(self) -> tuple[CapturedItem, ...]:
        """Every captured item, in the order of first capture."""
        return tuple(self._work.items().values())

    def persons(self) -> tuple[Person, ...]:
        """Everyone the last run holds, in the order of their ids."""
        return self._last().persons

    def person(self, person_id: str) -> Person:
        """One of them.

        Raises:
            UnusableInput: nobody has that id.
        """
        for person in self.persons():
            if person.id == person_id:
                return person
        raise UnusableInput(
            f"no person '{person_id}'", str(self.root), f"`tizme status {self.root}` lists whom it holds"
        )

    def counts(self, wanted: Wanted) -> RegisterCounts:
        """Who stands on which independent sources, with every cell leading to its persons and their claims.

        Raises:
            UnusableInput: nothing was decided yet, or items wait for a run.
        """
        return count_register(self._work, wanted)

    def keep_answer(
        self,
        *,
        fate: str,
        by: Sequence[str],
        sheet: AnswerSheet,
        cells: tuple[KeptCell, ...],
        apart: Mapping[str, int],
    ) -> str:
        """Keep an answer so that the pages can show it; its file under derived/."""
        return keep_answer(self._work, fate=fate, by=by, sheet=sheet, cells=cells, apart=apart)

    def answers(self) -> tuple[KeptAnswer, ...]:
        """Every answer of `tizme estimate` that is kept."""
        return answers(self._work)

    def claims(self, person: Person | str) -> tuple[Claim, ...]:
        """The claims that a person rests on, in the order of their ids."""
        held = self.person(person) if isinstance(person, str) else person
        known = {claim.id: claim for extraction in self.extractions().values() for claim in extraction.claims}
        return tuple(known[claim_id] for claim_id in held.claim_ids)

    def extractions(self) -> dict[str, Extraction]:
        """Item -> what was extracted from it, of every item that could be.

        Raises:
            UnusableInput: items wait for a run.
        """
        read, extracted = finished_before(self._work)
        items = extracted_items(self._work, read, extracted)
        whole = Whole(items, derived=self._work.derived)
        return {item.captured.item: whole.extraction(item) for item in items}

    def suggestions(self) -> tuple[Held, ...]:
        """What language models suggested, item by item: the claims that came of it, and what is no claim.

        Raises:
            UnusableInput: items wait for a run.
        """
        return tuple(held(self._work, finished_before(self._work)[1]))

    # -- how ------------------------------------------------------------------------------------------

    def _add(self, incoming: Incoming, *, by: str) -> Added:
        provenance = incoming.provenance
        if not provenance.origin:
            provenance = replace(provenance, origin=str(incoming.path))
        try:
            with incoming.path.open("rb") as stream:
                return self.capture(stream, name=incoming.path.name, provenance=provenance, by=by)
        except PermissionError:
            raise UnusableInput("it may not be read", str(incoming.path), "change its permissions") from None

    def _delete_derived(self) -> None:
        """Only what can be made again: derived/ and an SQLite store that stands in the case."""
        for path in sorted(self._work.layout.derived.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for path in self._work.layout.sqlite_files(self.settings.store):
            with suppress(FileNotFoundError):
                path.unlink()

    def _by(self, by: str) -> str:
        return storable_text(by or self.settings.who)

    def _last(self) -> LastRun:
        found = last_run(self._work)
        if found is None:
            raise UnusableInput(
                "nothing was decided yet", str(self.root), f"run `tizme run {self.root}` first"
            )
        return found

    def _record_pairs(self, left: str, right: str, verdict: Verdict) -> tuple[tuple[str, str], ...]:
        members = self._members(left, right)
        # Two persons are different only if none of their records are one; they are the same if any two are.
        if verdict is Verdict.DIFFERENT:
            return tuple((a, b) for a in members[left] for b in members[right])
        return ((members[left][0], members[right][0]),)

    def _members(self, *ids: str) -> dict[str, tuple[str, ...]]:
        """Id -> the records it stands for."""
        run = self._last()
        known: dict[str, tuple[str, ...]] = {record.id: (record.id,) for record in run.records}
        known |= {person.id: person.record_ids for person in run.persons}
        for given in ids:
            if given not in known:
                next_step = f"`tizme status {self.root}` names the open pairs"
                raise UnusableInput(f"no record or person '{given}'", str(self.root), next_step)
        return {given: known[given] for given in ids}


def check_intact(findings: Iterable[Finding], *, root: Path) -> None:
    """Nothing if no finding is a failure.

    Raises:
        IntegrityFailure: at least one is.
    """
    wrong = [finding for finding in findings if not finding.harmless]
    if wrong:
        count = f"{len(wrong)} thing{'s' if len(wrong) > 1 else ''} not as left"
        raise IntegrityFailure(
            count, str(root), "restore what is named above from a backup, and look for who changed it"
        )
