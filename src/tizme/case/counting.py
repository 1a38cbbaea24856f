"""Who stands on which independent sources, as a table of counts, with every cell leading to its persons.

A list is an independent source, or several that a file puts together. A person stands on a list when
one of its claims affirms the fate that is counted. Sources that rest on one another are one: the
person is counted on the list of the one that published first.
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme import decide, link, review
from tizme.case.people import Whole, about_subjects, facts_of
from tizme.case.stages import extracted_items, finished_before
from tizme.case.standing import LastRun, last_run
from tizme.case.workplace import Workplace
from tizme.link.draws import DRAWS
from tizme.model import Claim, Cluster, CountsRow, CountsTable, Fate, Person, Polarity, UnusableInput
from tizme.tables import rows

OTHERS = "other sources"
MOST_LISTS = 6
COUNTED = (Fate.DEAD, Fate.REPORTED_DEAD, Fate.MISSING)


@dataclass(frozen=True, slots=True)
class Seen:
    """One person in one cell, with the words that put them there."""

    person: str
    label: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """The register as counts.

    Attributes:
        tables: The first by the linkage in force, then one for each linkage drawn.
        cells: (history, stratum) -> its persons, by the linkage in force.
        apart: Fate -> persons of the register, each counted apart and never added.
        definition: Who is counted, and by which rules.
    """

    tables: tuple[CountsTable, ...]
    cells: Mapping[tuple[tuple[int, ...], tuple[str, ...]], tuple[Seen, ...]]
    apart: Mapping[str, int]
    definition: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to count.

    Attributes:
        fate: One of COUNTED.
        by: Strata of tables/estimate/strata.csv.
        lists: List -> names of sources, or ``kind:press``; empty takes each source for itself.
        linkages: Linkages to draw besides the one in force; 0 for none.
    """

    fate: Fate = Fate.DEAD
    by: tuple[str, ...] = ()
    lists: Mapping[str, tuple[str, ...]] | None = None
    linkages: int = DRAWS
    seed: int = 1


def count_register(work: Workplace, wanted: Wanted) -> RegisterCounts:
    """The counts of a case, for the linkage in force and for linkages drawn from what is left open.

    Raises:
        UnusableInput: nothing was decided yet, items wait for a run, or an unknown stratum.
    """
    known = {row["stratum"] for row in rows("estimate/strata.csv", "stratum", "property", "as")}
    for name in wanted.by:
        if name not in known:
            raise UnusableInput(f"no stratum '{name}'", "--by", f"there are: {', '.join(sorted(known))}")
    run = last_run(work)
    if run is None:
        root = str(work.layout.root)
        raise UnusableInput("nothing was decided yet", root, f"run `tizme run {root}` first")
    register = _Register(work, run, wanted)
    first = register.placed(run.persons)
    names = register.list_names([place for _, places in first for place in places])
    cells = register.cells(first, names)
    tables = [register.table(cells, names, register.held_back(run.persons))]
    for clusters in register.drawn():
        persons = register.persons(clusters)
        placed = register.placed(persons)
        tables.append(register.table(register.cells(placed, names), names, register.held_back(persons)))
    fates = Counter(person.status.fate for person in run.persons)
    return RegisterCounts(
        tuple(tables), cells, {fate.value: fates[fate] for fate in COUNTED}, register.definition()
    )


Placed = tuple[Person, dict[str, tuple[Claim, ...]]]


class _Register:
    """What counting looks at, loaded once."""

    def __init__(self, work: Workplace, run: LastRun, wanted: Wanted) -> None:
        read, extracted = finished_before(work)
        self._whole = Whole(extracted_items(work, read, extracted), derived=work.derived)
        self._facts = decide.with_groups(facts_of(self._whole), lists_overlap=True)
        self._claims = {c.id: c for item in self._whole.items for c in self._whole.extraction(item).claims}
        self._policy = decide.load_policy(work.settings.policy)
        self._judgements = review.judgements(work.ledger)
        self._run, self._wanted = run, wanted
        listed = [
            row["property"]
            for row in rows("estimate/counted.csv", "count", "property")
            if row["count"] == wanted.fate
        ]
        self._whole_names = {name for name in listed if not name.endswith(".*")}
        self._prefixes = tuple(name[:-1] for name in listed if name.endswith(".*"))

    def definition(self) -> str:
        """The sentence that is printed on every figure."""
        return (
            f"persons whose fate is '{self._wanted.fate}' by policy {self._policy.id}, each on the lists of "
            "the independent sources that affirm it; other fates are counted apart and never added"
        )

    def drawn(self) -> Iterable[tuple[Cluster, ...]]:
        if not self._wanted.linkages:
            return ()
        clean = self._whole.clean_items()
        lists = {record.id: record.list_id for record in self._run.records if record.list_id in clean}
        return link.draw_linkages(
            [record.id for record in self._run.records],
            self._run.pairs,
            self._judgements,
            draws=self._wanted.linkages,
            seed=self._wanted.seed,
            clean_lists=lists,
        )

    def persons(self, clusters: Sequence[Cluster]) -> tuple[Person, ...]:
        kept = about_subjects(self._whole, clusters, self._run.records)
        return decide.decide_all(kept, self._run.records, self._claims.values(), self._facts, self._policy)

    def placed(self, persons: Iterable[Person]) -> list[Placed]:
        """Everybody counted, with the source they stand on -> its claims."""
        found = []
        for person in persons:
            if person.status.fate is not self._wanted.fate:
                continue
            claims = self._counted_claims(person)
            if claims:
                found.append((person, self._by_source(claims)))
        return found

    def held_back(self, persons: Iterable[Person]) -> int:
        """Persons whom a source calls dead, and whom the policy puts under the other of the two fates.

        A policy that asks for two sources leaves out just those who are on one list: what is left looks
        as if the lists missed nobody.
        """
        return sum(
            person.status.fate is not self._wanted.fate and bool(self._counted_claims(person))
            for person in persons
            if {person.status.fate, self._wanted.fate} <= {Fate.DEAD, Fate.REPORTED_DEAD}
        )

    def _counted_claims(self, person: Person) -> list[Claim]:
        mine = (self._claims[i] for i in person.claim_ids if i in self._claims)
        return [claim for claim in mine if self._counts(claim)]

    def _counts(self, claim: Claim) -> bool:
        named = claim.property in self._whole_names or claim.property.startswith(self._prefixes)
        return named and claim.polarity is Polarity.AFFIRMED

    def _by_source(self, claims: Sequence[Claim]) -> dict[str, tuple[Claim, ...]]:
        """Source -> claims, one source for each group of items that are independent of the others."""
        groups = decide.independent_sources(
            claims, self._facts, unnamed_are_one=self._policy.unnamed_speakers_are_one
        )
        found: dict[str, tuple[Claim, ...]] = {}
        for group in groups:
            first = min(group, key=lambda item: (self._day(item), item))
            mine = tuple(claim for claim in claims if claim.item in group)
            name = self._name(first)
            found[name] = (*found.get(name, ()), *mine)
        return found

    def _day(self, item: str) -> str:
        facts = self._facts.get(item)
        return (facts.published if facts else "") or "9999"

    def _name(self, item: str) -> str:
        """The list a source stands for: by the file of lists, else its own name, else its item."""
        facts = self._facts.get(item)
        source = facts.source if facts else None
        for name, members in (self._wanted.lists or {}).items():
            for member in members:
                if source and member in {source.name, f"kind:{source.kind}"}:
                    return name
        if self._wanted.lists:
            return OTHERS
        return (source.name if source else "") or f"item {item[:12]}"

    def list_names(self, places: Sequence[str]) -> tuple[str, ...]:
        """The lists in the order of how many they hold; beyond MOST_LISTS, one for the rest."""
        counted = Counter(places)
        names = [name for name, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
        if len(names) <= MOST_LISTS:
            return tuple(names)
        kept = [name for name in names if name != OTHERS][: MOST_LISTS - 1]
        return (*kept, OTHERS)

    def cells(
        self, placed: Sequence[Placed], names: tuple[str, ...]
    ) -> dict[tuple[tuple[int, ...], tuple[str, ...]], tuple[Seen, ...]]:
        found: dict[tuple[tuple[int, ...], tuple[str, ...]], list[Seen]] = defaultdict(list)
        for person, places in placed:
            on = {name if name in names else OTHERS for name in places}
            history = tuple(int(name in on) for name in names)
            if any(history):
                claims = tuple(claim for mine in places.values() for claim in mine)
                found[history, self._stratum(person)].append(Seen(person.id, person.label, claims))
        return {key: tuple(sorted(seen, key=lambda s: s.person)) for key, seen in sorted(found.items())}

    def table(
        self,
        cells: Mapping[tuple[tuple[int, ...], tuple[str, ...]], Sequence[Seen]],
        names: tuple[str, ...],
        held_back: int,
    ) -> CountsTable:
        counted = tuple(CountsRow(history, stratum, len(seen)) for (history, stratum), seen in cells.items())
        return CountsTable(names, self._wanted.by, counted, (), self.definition(), held_back)

    def _stratum(self, person: Person) -> tuple[str, ...]:
        claims = [self._claims[i] for i in person.claim_ids if i in self._claims]
        return tuple(_value(name, claims) for name in self._wanted.by)


def _value(stratum: str, claims: Sequence[Claim]) -> str:
    """The stratum's value, "" where no claim gives one or claims disagree."""
    for row in rows("estimate/strata.csv", "stratum", "property", "as"):
        if row["stratum"] != stratum:
            continue
        values = {
            _year(claim.value) if row["as"] == "year" else claim.value
            for claim in claims
            if claim.property == row["property"] and claim.polarity is Polarity.AFFIRMED
        } - {""}
        if len(values) == 1:
            return values.pop()
        if values:
            return ""
    return ""


def _year(edtf: str) -> str:
    """The year of an EDTF date; "" where it spans two or names none."""
    years = {part[:4] for part in edtf.split("/") if part[:4].isdigit()}
    return years.pop() if len(years) == 1 else ""


def load_lists(file: Path) -> dict[str, tuple[str, ...]]:
    """Which sources make one list, from the table [lists] of a TOML file.

    Raises:
        UnusableInput: not TOML, or no such table of names.
    """
    try:
        read: Any = tomllib.loads(file.read_text(encoding="utf-8")).get("lists")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableInput(f"not TOML ({error})", str(file), "mend it") from error
    if not isinstance(read, dict) or not all(
        isinstance(members, list) and all(isinstance(member, str) for member in members)
        for members in read.values()
    ):
        raise UnusableInput(
            "no table [lists]", str(file), 'write "Name" = ["source", "kind:press"] under [lists]'
        )
    return {name: tuple(str(member) for member in members) for name, members in read.items()}
