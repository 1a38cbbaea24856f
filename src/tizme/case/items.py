"""What the ledger says of each item: its captures, in order, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from tizme.archive import Event
from tizme.model import Capture, Source
from tizme.model.codec import from_json

CAPTURED = "captured"
MAPPING_SET = "mapping-set"
MARKED_CONFIDENTIAL = "marked-confidential"
Mapping: TypeAlias = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class CapturedItem:
    """One captured item.

    Attributes:
        captures: Oldest first, with the number of the ledger event of each.
        published: From the newest capture that gives one, so that adding a file again corrects it.
        source: Likewise.
        mapping: (sheet, header, property) as a person set them; None where the reader finds them.
        confidential: Nothing of it may leave this machine. Once marked it stays so.
    """

    item: str
    captures: tuple[tuple[int, Capture], ...]
    mapping: Mapping | None = None
    confidential: bool = False

    @property
    def name(self) -> str:
        return self._newest("original_name")

    @property
    def media_type(self) -> str:
        return self._newest("media_type")

    @property
    def published(self) -> str:
        return self._newest("published")

    @property
    def source(self) -> Source:
        named = [capture.source for _, capture in self.captures if capture.source.name]
        return named[-1] if named else self.captures[-1][1].source

    def _newest(self, field: str) -> str:
        given = [str(getattr(capture, field)) for _, capture in self.captures]
        return next((value for value in reversed(given) if value), "")


def captured_items(events: Iterable[Event]) -> dict[str, CapturedItem]:
    """Item -> its facts, in the order of first capture."""
    captures: dict[str, list[tuple[int, Capture]]] = {}
    mappings: dict[str, Mapping] = {}
    confidential: set[str] = set()
    for event in events:
        where = f"ledger.ndjson:{event.seq + 1}"
        if event.kind == CAPTURED:
            capture = from_json(Capture, event.body["capture"], where=where)
            captures.setdefault(capture.sha256, []).append((event.seq, capture))
        elif event.kind == MAPPING_SET:
            mappings[event.body["item"]] = from_json(Mapping, event.body["mapping"], where=where)
        elif event.kind == MARKED_CONFIDENTIAL:
            confidential.add(event.body["item"])
    return {
        item: CapturedItem(item, tuple(of_item), mappings.get(item), item in confidential)
        for item, of_item in captures.items()
    }
