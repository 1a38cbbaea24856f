"""Which items are one source, and how many independent sources stand behind claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from tizme.decide.facts import ItemFacts
from tizme.decide.speakers import read_speaker, same_speaker
from tizme.model import Claim
from tizme.tables import tree
from tizme.text.fingerprint import fingerprint, similarity

_FIGURE = re.compile(r"\d{1,3}(?:[\u00a0 ,]\d{3})+(?!\d)|\d{2,}")


def same_sources(items: Sequence[ItemFacts], *, lists_overlap: bool = False) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more items that are one source by their texts, links and publishers.

    One source: near copies, translations (the figures agree), an item that links to or reposts the
    other, items of one publisher. Whether two items rest on one speaker depends on what is claimed
    and is computed for each set of claims (``independent_sources``).

    Args:
        lists_overlap: Two lists of people are one source only where one is nearly whole in the other. For
            deciding who is dead, lists that share less are held to be copied in part; for counting how
            lists overlap, the overlap is what is asked.
    """
    ordered = sorted(items, key=lambda facts: facts.item)
    pairs = _pairs(ordered, lists_overlap=lists_overlap)
    groups = _components([facts.item for facts in ordered], pairs)
    return tuple(group for group in groups if len(group) > 1)


def with_groups(items: Iterable[ItemFacts], *, lists_overlap: bool = False) -> dict[str, ItemFacts]:
    """Item -> its facts, with ``same_source`` filled in from ``same_sources``."""
    found = {facts.item: facts for facts in items}
    for group in same_sources(tuple(found.values()), lists_overlap=lists_overlap):
        for item in group:
            found[item] = replace(found[item], same_source=group[0])
    return found


def independent_sources(
    claims: Sequence[Claim], facts: Mapping[str, ItemFacts], *, unnamed_are_one: bool
) -> tuple[tuple[str, ...], ...]:
    """Groups of items behind ``claims``: connected components over items and who first said it.

    Args:
        unnamed_are_one: Two speakers without name or relation are not shown to be two people.

    Returns:
        Each group sorted, the groups in order of their first item. Their number is the number of
        independent sources.
    """
    said: dict[str, set[str]] = {}
    for claim in claims:
        said.setdefault(claim.item, set()).update(_voices(claim, facts.get(claim.item)))
    items = sorted(said)
    pairs = [
        (a, b)
        for at, a in enumerate(items)
        for b in items[at + 1 :]
        if _one_group(facts.get(a), facts.get(b))
        or _any_same(
            said[a] | _publisher(facts.get(a)),
            said[b] | _publisher(facts.get(b)),
            unnamed_are_one=unnamed_are_one,
        )
    ]
    return _components(items, pairs)


def _voices(claim: Claim, facts: ItemFacts | None) -> set[str]:
    """The innermost speaker, and everyone whom the item has it from besides its own publisher."""
    own = _publisher(facts)
    return {
        speaker
        for speaker in claim.speakers
        if speaker and not any(same_speaker(speaker, name) for name in own)
    }


def _publisher(facts: ItemFacts | None) -> set[str]:
    return {facts.source.name} if facts is not None and facts.source.name else set()


def _one_group(left: ItemFacts | None, right: ItemFacts | None) -> bool:
    return (
        left is not None
        and right is not None
        and bool(left.same_source)
        and left.same_source == right.same_source
    )


def _any_same(left: set[str], right: set[str], *, unnamed_are_one: bool) -> bool:
    return any(
        same_speaker(a, b) or (unnamed_are_one and read_speaker(a).anonymous and read_speaker(b).anonymous)
        for a in sorted(left)
        for b in sorted(right)
    )


def _pairs(items: Sequence[ItemFacts], *, lists_overlap: bool) -> list[tuple[str, str]]:
    same_text = _same_text(items, lists_overlap=lists_overlap)
    return [
        (a.item, b.item)
        for at, a in enumerate(items)
        for b in items[at + 1 :]
        if _same_publisher(a, b) or _refers(a, b) or _refers(b, a) or same_text(a, b)
    ]


def _same_publisher(left: ItemFacts, right: ItemFacts) -> bool:
    return bool(left.source.name and right.source.name) and same_speaker(left.source.name, right.source.name)


def _refers(item: ItemFacts, other: ItemFacts) -> bool:
    """Whether ``item`` says that it has it from ``other``: by a link to it, or as its repost."""
    origins = {_address(capture.origin) for capture in other.captures} - {""}
    if origins & {_address(link) for link in item.links}:
        return True
    return bool(other.source.name) and any(
        same_speaker(name, other.source.name) for name in item.repeats if name
    )


def _address(url: str) -> str:
    """Host and path of a web address, "" for anything else and for a bare front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    if parts.scheme not in {"http", "https"} or not path:
        return ""
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{parts.query}"


def _same_text(items: Sequence[ItemFacts], *, lists_overlap: bool) -> Callable[[ItemFacts, ItemFacts], bool]:
    limits = tree("status/independence.yaml")
    long_enough = [facts for facts in items if len(facts.text) >= limits["shortest_text"]]
    prints = {facts.item: fingerprint(facts.text) for facts in long_enough}
    figures = {facts.item: _figures(facts.text) for facts in long_enough}
    rows = {facts.item: _rows_of_figures(facts.text) for facts in long_enough}
    is_list = {item: len(found) >= limits["list_rows_at_least"] for item, found in rows.items()}

    def same(left: ItemFacts, right: ItemFacts) -> bool:
        if left.item not in prints or right.item not in prints:
            return False
        # Any two lists of people share all days and years; of a translated list the rows agree.
        by_rows = is_list[left.item] and is_list[right.item]
        near = limits["list_copy_at_least" if by_rows and lists_overlap else "near_copy_at_least"]
        if similarity(prints[left.item], prints[right.item]) >= near:
            return True
        ours, theirs = ((rows if by_rows else figures)[facts.item] for facts in (left, right))
        shared, every = len(ours & theirs), len(ours | theirs)
        enough = min(len(ours), len(theirs)) >= limits["translation_figures_at_least"]
        return enough and bool(shared >= limits["translation_share_at_least"] * every)

    return same


def _figures(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", found) for found in _FIGURE.findall(text))


def _rows_of_figures(text: str) -> frozenset[tuple[str, ...]]:
    """The figures of each line that has two or more, in their order."""
    lines = (tuple(re.sub(r"\D", "", found) for found in _FIGURE.findall(line)) for line in text.splitlines())
    return frozenset(line for line in lines if len(line) >= 2)


def _components(items: Sequence[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    root = {item: item for item in items}

    def find(item: str) -> str:
        while root[item] != item:
            item = root[item]
        return item

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        root[high] = low
    groups: dict[str, list[str]] = {}
    for item in sorted(items):
        groups.setdefault(find(item), []).append(item)
    return tuple(tuple(group) for _, group in sorted(groups.items()))
