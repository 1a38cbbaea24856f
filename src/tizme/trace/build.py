"""Make a segment from the rows of one list, batch by batch, larger than memory if need be."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from tizme.trace import kernels, postings
from tizme.trace.evidence_columns import EvidenceColumns
from tizme.trace.segment import VERSION, Array
from tizme.trace.words import LONGEST, Word, join_words, particle, pieces, rules_digest, word_of

_CHUNK = 4_000  # raw words handed to a helper process at a time
_WORTH_HELPERS = 60_000  # raw words from which helper processes pay for their start
_MOST_HELPERS = 4
_RAW_AT_ONCE = 4_000_000  # raw words remembered; more are worked out again


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a list.

    Attributes:
        ids, names: One for each row; a name may be "".
        cells: Property (domain.md §2) -> one cell for each row.
        others: Row (place in this batch) -> further names that the row gives.
    """

    ids: Sequence[str]
    names: Sequence[str]
    cells: dict[str, Sequence[str]] = field(default_factory=dict)
    others: dict[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class _Forms:
    """The forms of a list so far, by number."""

    ids: dict[tuple[str, int], int] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    raw: dict[str, tuple[int, ...] | None] = field(default_factory=dict)

    def number(self, word: Word) -> int:
        found = self.ids.get((word.form, word.root))
        if found is None:
            found = self.ids[word.form, word.root] = len(self.words)
            self.words.append(word)
        return found

    def of_name(self, name: str) -> Iterable[int]:
        found: list[int] = []
        for raw in name.split():
            numbers = self.raw.get(raw)
            if numbers is None:  # a small word that belongs to another: the whole name is looked at
                return [self.number(word) for word in join_words(pieces(name))]
            found += numbers
        return found


def _readings(raws: list[str]) -> list[tuple[Word, ...] | None]:
    """The words in each raw word; None where one of its pieces belongs to what stands beside it."""
    found: list[tuple[Word, ...] | None] = []
    for raw in raws:
        parts = pieces(raw)
        if any(particle(part) for part in parts):
            found.append(None)
        else:
            found.append(tuple(word for part in parts if (word := word_of(part)) is not None))
    return found


class _Helpers:
    """Processes that read raw words, started when there are many."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def readings(self, raws: list[str]) -> Iterator[tuple[str, tuple[Word, ...] | None]]:
        count = min(_MOST_HELPERS, os.cpu_count() or 1)
        if count == 1 or (self._pool is None and len(raws) < _WORTH_HELPERS):
            yield from zip(raws, _readings(raws), strict=True)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
        chunks = [raws[at : at + _CHUNK] for at in range(0, len(raws), _CHUNK)]
        for chunk, found in zip(chunks, self._pool.map(_readings, chunks), strict=True):
            yield from zip(chunk, found, strict=True)

    def stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


@contextmanager
def _helpers() -> Iterator[_Helpers]:
    found = _Helpers()
    try:
        yield found
    finally:
        found.stop()


@dataclass(slots=True)
class _Rows:
    """What is known of the rows so far."""

    names_at: Any = field(default_factory=lambda: array("q", [0]))
    ids_at: Any = field(default_factory=lambda: array("q", [0]))
    row_of: Any = field(default_factory=lambda: array("i"))
    word_at: Any = field(default_factory=lambda: array("q", [0]))
    words: Any = field(default_factory=lambda: array("i"))


def build_segment(
    folder: Path,
    list_name: str,
    batches: Iterable[Batch],
    *,
    published: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Write a list's segment into an empty ``folder``; the number of rows.

    Args:
        published: EDTF day to which ages in the list refer, "" where not known.
        progress: Told the number of rows read so far, batch by batch.
    """
    forms, rows, evidence = _Forms(), _Rows(), EvidenceColumns(published=published)
    folder.mkdir(parents=True, exist_ok=True)
    columns: set[str] = set()
    with (
        (folder / "names.bin").open("wb") as names,
        (folder / "ids.bin").open("wb") as ids,
        _helpers() as helpers,
    ):
        for batch in batches:
            _learn(batch, forms, helpers)
            _add_rows(batch, forms, rows, names, ids)
            evidence.add(batch.cells, count=len(batch.ids))
            columns |= set(batch.cells)
            progress(len(rows.ids_at) - 1)
    arrays = _name_arrays(rows) | _form_arrays(forms) | evidence.arrays()
    arrays |= _posting_arrays(arrays) | _day_arrays(arrays)
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", values)
    (folder / "words.json").write_text(json.dumps(evidence.interned(), ensure_ascii=False), encoding="utf-8")
    about = {
        "version": VERSION, "list": list_name, "rows": len(rows.ids_at) - 1, "names": len(rows.row_of),
        "forms": len(forms.words), "columns": sorted(columns), "published": published,
        "rules": rules_digest(),
    }  # fmt: skip
    (folder / "segment.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    return len(rows.ids_at) - 1


def _learn(batch: Batch, forms: _Forms, helpers: _Helpers) -> None:
    """Work out every raw word of the batch that was not seen before."""
    if len(forms.raw) > _RAW_AT_ONCE:
        forms.raw.clear()
    fresh: dict[str, None] = {}
    for name in (*batch.names, *(other for found in batch.others.values() for other in found)):
        for raw in name.split():
            if raw not in forms.raw:
                fresh[raw] = None
    for raw, words in helpers.readings(list(fresh)):
        forms.raw[raw] = None if words is None else tuple(forms.number(word) for word in words)


def _add_rows(batch: Batch, forms: _Forms, rows: _Rows, names: BinaryIO, ids: BinaryIO) -> None:
    written: list[bytes] = []
    for place, name in enumerate(batch.names):
        row = len(rows.ids_at) - 1
        for one in (name, *batch.others.get(place, ())):
            content = one.encode()
            written.append(content)
            rows.names_at.append(rows.names_at[-1] + len(content))
            rows.words.extend(forms.of_name(one))
            rows.word_at.append(len(rows.words))
            rows.row_of.append(row)
        rows.ids_at.append(rows.ids_at[-1] + len(batch.ids[place].encode()))
    names.write(b"".join(written))
    ids.write("".join(batch.ids).encode())


def _name_arrays(rows: _Rows) -> dict[str, Array]:
    return {
        "names_at": np.frombuffer(rows.names_at, np.int64),
        "ids_at": np.frombuffer(rows.ids_at, np.int64),
        "row_of": np.frombuffer(rows.row_of or array("i"), np.int32),
        "word_at": np.frombuffer(rows.word_at, np.int64),
        "words": np.frombuffer(rows.words or array("i"), np.int32),
    }


def letters_of(texts: Sequence[str]) -> tuple[Array, Array]:
    """(texts, LONGEST) uint8 of their letters, 0 behind the end, and their lengths."""
    packed = np.array([text.encode() for text in texts] or [b""], dtype=f"S{LONGEST}")
    found = packed.view(np.uint8).reshape(-1, LONGEST)[: len(texts)]
    return found, np.count_nonzero(found, axis=1).astype(np.uint8)


def one_word(text: str) -> Array:
    """``letters_of`` one text: LONGEST letters."""
    return np.frombuffer(text.encode().ljust(LONGEST, b"\0"), np.uint8)


def _form_arrays(forms: _Forms) -> dict[str, Array]:
    words = forms.words
    letters, lengths = letters_of([word.form for word in words])
    roots = np.array([word.root for word in words], np.uint8)
    bones, bones_lengths = letters_of([word.root_bones for word in words])
    keys = np.empty(kernels.count_keys(lengths, roots, bones_lengths), np.uint64)
    kernels.fill_keys(letters, lengths, roots, bones, bones_lengths, keys)
    keys = np.unique(keys)
    high = (keys >> np.uint64(32)).astype(np.uint32)
    bags = np.empty(len(words), np.uint32)
    kernels.fill_bags(letters, lengths, bags)
    return {
        "forms": letters, "lengths": lengths, "roots": roots, "bags": bags,
        "bones": np.array([bones_key(word.bones) for word in words], np.uint32),
        "root_bones": np.array([bones_key(word.root_bones) for word in words], np.uint32),
        "keys": high, "key_forms": (keys & np.uint64(0xFFFFFFFF)).astype(np.int32),
        "buckets": np.searchsorted(high >> np.uint32(16), np.arange(65_537)).astype(np.int32),
    }  # fmt: skip


def bones_key(bones: str) -> int:
    """A number for a skeleton, 0 for one too short to say anything."""
    if len(bones) < kernels.SHORTEST_BONES:
        return 0
    found = 2166136261
    for letter in bones.encode():
        found = ((found ^ letter) * 16777619) & 0xFFFFFFFF
    return found or 1


def _posting_arrays(arrays: dict[str, Array]) -> dict[str, Array]:
    starts = np.zeros(len(arrays["lengths"]) + 1, np.int64)
    post = np.empty(len(arrays["words"]), np.int32)
    postings.words_by_form((arrays["word_at"], arrays["words"]), starts, post)
    return {"post_at": starts, "post": post}


def _day_arrays(arrays: dict[str, Array]) -> dict[str, Array]:
    """The names of the rows of each day of birth."""
    of_name = arrays["born_day"][arrays["row_of"]] if len(arrays["row_of"]) else np.zeros(0, np.int32)
    known = np.flatnonzero(of_name).astype(np.int32)
    order = known[np.argsort(of_name[known], kind="stable")]
    days, first = np.unique(of_name[order], return_index=True)
    return {
        "days": days.astype(np.int32),
        "day_at": np.append(first, len(order)).astype(np.int64),
        "day_rows": order,
    }
