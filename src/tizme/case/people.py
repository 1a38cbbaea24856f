"""The stages that look at the whole case: records, pairs, clusters, sources, persons.

Each gives back the same bytes for the same inputs; what was made before is found by its key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tizme import __version__, decide, link, places
from tizme.case.derived import Derived, key_of, ndjson, read_ndjson
from tizme.case.items import CapturedItem
from tizme.case.reading import Output, load_document, load_extraction
from tizme.engines import link_engine
from tizme.model import (
    Cluster,
    Document,
    Extraction,
    Judgement,
    Pair,
    Person,
    Record,
    sha256_hex,
)
from tizme.tables import table_digest

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extracted:
    """An item whose claims are read, and where its outputs stand."""

    captured: CapturedItem
    read: Output
    extracted: Output


@dataclass(frozen=True, slots=True)
class OneSource:
    """Items that are one source: copies, reposts, translations."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a stage made: its values, and its file with the digest of its bytes."""

    stage: str
    file: str
    digest: str


class Whole:
    """The extracted items of a case, loaded as the stages ask for them."""

    def __init__(self, items: Sequence[Extracted], *, derived: Derived) -> None:
        self.items = items
        self.derived = derived
        self.made: list[Made] = []
        self._extractions: dict[str, Extraction] = {}
        self._clean: frozenset[str] | None = None

    def extraction(self, item: Extracted) -> Extraction:
        key = item.captured.item
        if key not in self._extractions:
            self._extractions[key] = load_extraction(item.extracted, self.derived)
        return self._extractions[key]

    def document(self, item: Extracted) -> Document:
        return load_document(item.read, self.derived)

    def published(self, item: Extracted) -> str:
        """The day that whoever captured the item gave, else the item's own."""
        return item.captured.published or self.document(item).published

    def clean_items(self) -> frozenset[str]:
        """Items in which two records are two human beings: neither lists nor what holds many messages.

        A list of rows gathered from many hands holds the same man twice, spelled in two ways.
        """
        if self._clean is None:
            documents = ((item.captured.item, self.document(item)) for item in self.items)
            self._clean = frozenset(
                name for name, document in documents if len(document.sections) <= 1 and not document.rows
            )
        return self._clean

    def stage(
        self, name: str, kind: type[T], inputs: Sequence[object], make: Callable[[], Iterable[T]]
    ) -> tuple[T, ...]:
        """The values of a stage, found as made before or made now and recorded."""
        file = f"{name}/{key_of(name, *inputs)}.ndjson"
        found = self.derived.load(file)
        if found is not None:
            values, digest = read_ndjson(kind, found, where=file), sha256_hex(found)
        else:
            values = tuple(make())
            digest = self.derived.keep(file, ndjson(values), kind="derived", body={"stage": name})
        self.made.append(Made(name, file, digest))
        return values

    def digests(self) -> tuple[str, ...]:
        """Of every stage so far, in order."""
        return tuple(made.digest for made in self.made)


def make_records(whole: Whole) -> tuple[Record, ...]:
    """The claims of each mention chain, put together, item by item."""

    def make() -> Iterable[Record]:
        for item in whole.items:
            extraction = whole.extraction(item)
            yield from link.records_of(
                item.captured.item,
                extraction,
                lang=extraction.lang,
                published=whole.published(item),
                lookup_place=places.lookup,
            )

    inputs = [(item.captured.item, item.extracted.digest, item.captured.published) for item in whole.items]
    return whole.stage("records", Record, (__version__, table_digest(), inputs), make)


def make_pairs(whole: Whole, records: Sequence[Record], *, engine: str) -> tuple[Pair, ...]:
    """Records compared, by the engine that case.toml names."""

    def make() -> Iterable[Pair]:
        clean = whole.clean_items()
        features = [link.features(record, clean=record.list_id in clean) for record in records]
        return link_engine(engine).pairs(features, link.plan())

    return whole.stage("pairs", Pair, (__version__, table_digest(), whole.digests(), engine), make)


def make_clusters(
    whole: Whole, records: Sequence[Record], pairs: Sequence[Pair], judgements: Sequence[Judgement]
) -> tuple[Cluster, ...]:
    """Records held to be one human being; what a person judged goes before what was computed.

    Args:
        judgements: Every one ever made, in ledger order: what is newer decides where two exclude each other.
    """

    def make() -> Iterable[Cluster]:
        clean = whole.clean_items()
        lists = {record.id: record.list_id for record in records if record.list_id in clean}
        return link.cluster([record.id for record in records], pairs, judgements, clean_lists=lists)

    inputs = (__version__, table_digest(), whole.digests(), tuple(judgements))
    return whole.stage("clusters", Cluster, inputs, make)


def make_sources(whole: Whole) -> tuple[OneSource, ...]:
    """Groups of items that are one source."""
    inputs = [(item.captured, item.read.digest) for item in whole.items]
    found = lambda: (OneSource(group) for group in decide.same_sources(facts_of(whole)))  # noqa: E731
    return whole.stage("sources", OneSource, (__version__, table_digest(), inputs), found)


def make_persons(
    whole: Whole, clusters: Sequence[Cluster], records: Sequence[Record], *, policy: decide.Policy
) -> tuple[Person, ...]:
    """Fate and whereabouts of each, with reasons, by one policy."""

    def make() -> Iterable[Person]:
        claims = [claim for item in whole.items for claim in whole.extraction(item).claims]
        facts = decide.with_groups(facts_of(whole))
        return decide.decide_all(about_subjects(whole, clusters, records), records, claims, facts, policy)

    inputs = (__version__, table_digest(), whole.digests(), policy.id, policy.digest)
    return whole.stage("persons", Person, inputs, make)


def about_subjects(
    whole: Whole, clusters: Sequence[Cluster], records: Sequence[Record]
) -> tuple[Cluster, ...]:
    """The clusters that some text is about: not a relative, an official or a teller and nothing else."""
    about = {
        (item.captured.item, subject.id)
        for item in whole.items
        for subject in whole.extraction(item).subjects
        if subject.role == "subject"
    }
    ids = {record.id for record in records if (record.list_id, record.subject) in about}
    return tuple(cluster for cluster in clusters if not ids.isdisjoint(cluster.record_ids))


def facts_of(whole: Whole) -> list[decide.ItemFacts]:
    """What deciding needs to know of each item besides its claims."""
    found = []
    for item in whole.items:
        document = whole.document(item)
        found.append(
            decide.ItemFacts(
                item=item.captured.item,
                source=item.captured.source,
                captures=tuple(capture for _, capture in item.captured.captures),
                published=whole.published(item),
                text=_without_boilerplate(document),
                links=document.links,
                repeats=tuple(section.repost_of for section in document.sections if section.repost_of),
                subjects=whole.extraction(item).subjects,
            )
        )
    return found


def _without_boilerplate(document: Document) -> str:
    kept, at = [], 0
    for start, stop in sorted(document.boilerplate):
        kept.append(document.text[at : max(at, start)])
        at = max(at, stop)
    return "".join([*kept, document.text[at:]])
