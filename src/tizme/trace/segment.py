"""One list's part of an index on disk: arrays that are opened without being read.

    DIR/index.json               the segments, and what the lists cover
    DIR/segments/<name>-<id>/
      segment.json               list, rows, version, columns found
      names.bin, ids.bin         UTF-8, cut by names_at.npy and ids_at.npy
      *.npy                      forms, postings, rows' words, evidence (see _ARRAYS)
      words.json                 places, units, call signs and relatives that rows name, by number

An index holds what its lists hold and nothing of any query.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from tizme.model import UnusableInput

Array: TypeAlias = np.ndarray[Any, Any]

VERSION = 4
MOST_KIN = 4  # relatives of a row that are kept
# name -> what it holds. n names (an alternate name is a name of its own), r rows, f forms, k keys.
ARRAYS = {
    "names_at": "int64 (n + 1): where each name starts in names.bin",
    "ids_at": "int64 (r + 1): where each row's id starts in ids.bin",
    "row_of": "int32 (n): the row that bears the name",
    "word_at": "int64 (n + 1): where each name's words start in words",
    "words": "int32: form ids in written order",
    "forms": "uint8 (f, 24): letters, 0 behind the end",
    "lengths": "uint8 (f)",
    "roots": "uint8 (f): letters without the suffix",
    "bags": "uint32 (f): set of letters",
    "bones": "uint32 (f): hash of the skeleton, 0 where too short",
    "root_bones": "uint32 (f): hash of the root's skeleton",
    "post_at": "int64 (f + 1): where each form's postings start",
    "post": "int32: names that bear the form, ascending",
    "keys": "uint32 (k): ascending; see kernels.fill_keys",
    "key_forms": "int32 (k)",
    "buckets": "int32 (65537): where the keys of each upper half start",
    "born_day": "int32 (r): ordinal day, 0 unknown",
    "born_low": "int16 (r): first possible year of birth, 0 unknown",
    "born_high": "int16 (r)",
    "age": "int8 (r): years as the list writes them, -1 unknown",
    "sex": "int8 (r): 0 unknown, 1 male, 2 female",
    "home": "int32 (r): number of the places of origin, birth, residence; -1 unknown",
    "seen": "int32 (r): number of the places of prison, last contact, death; -1 unknown",
    "unit": "int32 (r): number of the unit; -1 unknown",
    "call_sign": "int32 (r): number of the call sign; -1 unknown",
    "kin": "int32 (r, 4): numbers of relatives' given names, -1 none; (0, 4) where the list tells of none",
    "kin_tie": "int8 (r, 4): what each is (evidence_kin.TIES)",
    "days": "int32: days of birth that stand in the list, ascending",
    "day_at": "int64: where each day's rows start in day_rows",
    "day_rows": "int32: names of those rows",
}


@dataclass
class Segment:
    """An opened segment. Arrays are mapped, and read as they are touched."""

    folder: Path
    about: dict[str, Any]
    _scratch: dict[str, Array] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Array:
        """An array of ARRAYS, mapped at first use."""
        if name not in ARRAYS:
            raise AttributeError(name)
        try:
            mapped = np.load(self.folder / f"{name}.npy", mmap_mode="r" if self._large(name) else None)
        except (OSError, ValueError, EOFError) as error:
            raise UnusableInput(
                "a part of the index is not whole", str(self.folder / f"{name}.npy"),
                "delete the folder of the index and run `tizme index` again",
            ) from error  # fmt: skip
        plain: Array = mapped.view(np.ndarray)
        plain.flags.writeable = False
        object.__setattr__(self, name, plain)
        return plain

    def _large(self, name: str) -> bool:
        return (self.folder / f"{name}.npy").stat().st_size > 1024  # an empty file cannot be mapped

    @property
    def list_name(self) -> str:
        return str(self.about["list"])

    @property
    def n_names(self) -> int:
        return int(self.about["names"])

    @property
    def n_rows(self) -> int:
        return int(self.about["rows"])

    @cached_property
    def _names(self) -> Array:
        return _bytes(self.folder / "names.bin")

    @cached_property
    def _ids(self) -> Array:
        return _bytes(self.folder / "ids.bin")

    @cached_property
    def interned(self) -> dict[str, Any]:
        """ "places", "units", "call_signs" and "kin": what rows name, by number."""
        found: dict[str, Any] = json.loads((self.folder / "words.json").read_text(encoding="utf-8"))
        return found

    def name(self, number: int) -> str:
        """A name as the list writes it."""
        return bytes(self._names[self.names_at[number] : self.names_at[number + 1]]).decode()

    def row_id(self, row: int) -> str:
        """A row's id as the list writes it."""
        return bytes(self._ids[self.ids_at[row] : self.ids_at[row + 1]]).decode()

    def scratch(self, name: str, shape: int | tuple[int, int], kind: type) -> Array:
        """A zeroed array to work in, kept between queries; whoever uses it zeroes what it touched."""
        if name not in self._scratch:
            self._scratch[name] = np.zeros(shape, kind)
        return self._scratch[name]


def _bytes(path: Path) -> Array:
    return np.memmap(path, np.uint8, "r").view(np.ndarray) if path.stat().st_size else np.zeros(0, np.uint8)


def open_segment(folder: Path) -> Segment:
    """The segment in ``folder``.

    Raises:
        UnusableInput: it was made by another version, or is not whole.
    """
    try:
        about = json.loads((folder / "segment.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnusableInput(
            "a part of the index is not whole", str(folder), "run `tizme index` again"
        ) from error
    if about.get("version") != VERSION:
        raise UnusableInput(
            f"made by version {about.get('version')} of the index, not {VERSION}",
            str(folder), "run `tizme index` again",
        )  # fmt: skip
    return Segment(folder, about)
