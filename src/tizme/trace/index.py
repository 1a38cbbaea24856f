"""An index: segments of several lists in one folder, made list by list."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.model import UnusableInput
from tizme.trace.build import Batch, build_segment
from tizme.trace.coverage import Coverage, coverage_of
from tizme.trace.segment import Segment, open_segment
from tizme.trace.words import rules_digest

_FILE = "index.json"
_SEGMENTS = "segments"
_SAFE = "abcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Index:
    """An opened index.

    Attributes:
        about: List name -> what it covers, as told when it was indexed.
    """

    folder: Path
    segments: tuple[Segment, ...]
    about: Mapping[str, Mapping[str, str]]

    @property
    def rows(self) -> int:
        """Rows of all lists together."""
        return sum(segment.n_rows for segment in self.segments)

    def stale(self) -> tuple[str, ...]:
        """Lists that were indexed under other rules for names: some spellings may not be met."""
        return tuple(one.list_name for one in self.segments if one.about.get("rules") != rules_digest())

    def coverage(self) -> tuple[Coverage, ...]:
        """What each searched list covers, in the order of indexing."""
        return tuple(
            coverage_of(one.list_name, one.n_rows, dict(self.about.get(one.list_name, {})))
            for one in self.segments
        )


def is_index(folder: Path) -> bool:
    """Whether an index stands in ``folder``."""
    return (folder / _FILE).is_file()


def open_index(folder: Path) -> Index:
    """The index in ``folder``; nothing is read yet but what stands in it.

    Raises:
        UnusableInput: there is none, or a part of it is not whole.
    """
    held = _held(folder)
    if not held["segments"]:
        raise UnusableInput(
            "no index stands here", str(folder), f"run `tizme index LIST... --out {folder}` first"
        )
    found = tuple(open_segment(folder / _SEGMENTS / one["folder"]) for one in held["segments"])
    return Index(folder, found, held["about"])


def _held(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        found = {"segments": found["segments"], "about": found["about"]}
    except FileNotFoundError:
        return {"segments": [], "about": {}}
    except (ValueError, KeyError, TypeError) as error:
        raise UnusableInput(
            "index.json is not whole", str(folder), "delete the folder and index again"
        ) from error
    return found


def indexed(folder: Path, list_name: str) -> str:
    """The digest of the list of that name as it was indexed, "" where it was not."""
    return next((one["digest"] for one in _held(folder)["segments"] if one["list"] == list_name), "")


def add_list(
    folder: Path,
    list_name: str,
    batches: Iterable[Batch],
    *,
    digest: str,
    about: Mapping[str, str] | None = None,
    published: str = "",
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Index one list; a list of that name that stood here gives way to it. The number of rows.

    The folder always holds a whole index: the new segment is named in index.json when it is complete.

    Args:
        digest: SHA-256 of the list's bytes and mapping, to tell whether it changed.
    """
    segments = folder / _SEGMENTS
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)  # it holds what the lists hold
    segments.mkdir(exist_ok=True)
    safe = "".join(c if c in _SAFE else "-" for c in list_name.lower())[:40]
    # Names in other alphabets look alike in ``safe``: the name itself counts, too.
    name = f"{safe}-{hashlib.sha256(f'{list_name} {digest}'.encode()).hexdigest()[:12]}"
    fresh = segments / f"{name}.part"
    shutil.rmtree(fresh, ignore_errors=True)
    count = build_segment(fresh, list_name, batches, published=published, progress=progress)
    shutil.rmtree(segments / name, ignore_errors=True)
    fresh.rename(segments / name)
    held = _held(folder)
    gone = [one for one in held["segments"] if one["list"] == list_name and one["folder"] != name]
    kept = [one for one in held["segments"] if one["list"] != list_name]
    held["segments"] = [*kept, {"list": list_name, "folder": name, "rows": count, "digest": digest}]
    if about is not None:
        held["about"][list_name] = dict(about)
    _write(folder, held)
    for one in gone:
        shutil.rmtree(segments / one["folder"], ignore_errors=True)
    return count


def tell_about(folder: Path, about: Mapping[str, Mapping[str, str]]) -> None:
    """Note what lists cover, of lists that are indexed already too."""
    held = _held(folder)
    held["about"] |= {name: dict(told) for name, told in about.items()}
    _write(folder, held)


def _write(folder: Path, held: dict[str, Any]) -> None:
    part = folder / f"{_FILE}.part"
    part.write_text(json.dumps(held, ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(folder / _FILE)
