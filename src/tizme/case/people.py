"""The stages that look at the whole case: records, pairs, clusters, sources, persons.

Each gives back the same bytes for the same inputs; what was made before is found by its key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tizme import __version__, decide, link, places
from tizme.case.derived import Derived, key_of, ndjson, read_ndjson
from tizme.case.engines import engine_named
from tizme.case.items import CapturedItem
from tizme.case.reading import Output, load_document, load_extraction
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

    def extraction(self, item: Extracted) -> Extraction:
        key = item.captured.item
        if key not in self._extractions:
            self._extractions[key] = load_extraction(item.extracted, self.derived)
        return self._extractions[key]

    def document(self, item: Extracted) -> Document:
        return load_document(item.read, self.derived)

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
                published=item.captured.published,
                lookup_place=places.lookup,
            )

    inputs = [(item.captured.item, item.extracted.digest, item.captured.published) for item in whole.items]
    return whole.stage("records", Record, (__version__, table_digest(), inputs), make)


def make_pairs(whole: Whole, records: Sequence[Record], *, engine: str) -> tuple[Pair, ...]:
    """Records compared, by the engine that case.toml names."""

    def make() -> Iterable[Pair]:
        return engine_named(engine).pairs([link.features(record) for record in records], link.plan())

    return whole.stage("pairs", Pair, (__version__, table_digest(), whole.digests(), engine), make)


def make_clusters(
    whole: Whole, records: Sequence[Record], pairs: Sequence[Pair], judgements: Sequence[Judgement]
) -> tuple[Cluster, ...]:
    """Records held to be one human being; what a person judged goes before what was computed."""
    verdicts = [(judgement.left, judgement.right, judgement.verdict) for judgement in judgements]
    inputs = (__version__, table_digest(), whole.digests(), verdicts)
    return whole.stage("clusters", Cluster, inputs, lambda: link.cluster(records, pairs, judgements))


def make_sources(whole: Whole) -> tuple[OneSource, ...]:
    """Groups of items that are one source."""
    inputs = [(item.captured, item.read.digest) for item in whole.items]
    found = lambda: (OneSource(group) for group in decide.same_sources(_facts(whole)))  # noqa: E731
    return whole.stage("sources", OneSource, (__version__, table_digest(), inputs), found)


def make_persons(
    whole: Whole, clusters: Sequence[Cluster], records: Sequence[Record], *, policy: decide.Policy
) -> tuple[Person, ...]:
    """Fate and whereabouts of each, with reasons, by one policy."""

    def make() -> Iterable[Person]:
        claims = [claim for item in whole.items for claim in whole.extraction(item).claims]
        facts = decide.with_groups(_facts(whole))
        return decide.decide_all(clusters, records, claims, facts, policy)

    inputs = (__version__, table_digest(), whole.digests(), policy.id, policy.digest)
    return whole.stage("persons", Person, inputs, make)


def _facts(whole: Whole) -> list[decide.ItemFacts]:
    """What deciding needs to know of each item besides its claims."""
    found = []
    for item in whole.items:
        document = whole.document(item)
        found.append(
            decide.ItemFacts(
                item=item.captured.item,
                source=item.captured.source,
                captures=tuple(capture for _, capture in item.captured.captures),
                published=item.captured.published or document.published,
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
