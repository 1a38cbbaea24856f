"""Values to columns and back, without a loss.

A column holds plain text, a number, or JSON text where the dataclass has a tuple. Neither database takes
every string: PostgreSQL has no NUL, and lone surrogates have no UTF-8. Such a code point is written as SUB
and four hexadecimal digits, and read back to the letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

from tizme.model import canonical_json, sha256_hex
from tizme.model.codec import from_json, to_json

T = TypeVar("T")

_SUB = "\x1a"
_NOT_STORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_STORED = re.compile(_SUB + "([0-9a-f]{4})")


def storable(text: str) -> str:
    """``text`` as every database can hold it; ``restored`` gives the original back."""
    return _NOT_STORABLE.sub(lambda match: f"{_SUB}{ord(match.group()):04x}", text)


def restored(column: str) -> str:
    """The text that ``storable`` was given."""
    return _STORED.sub(lambda match: chr(int(match.group(1), 16)), column)


def digest_of(value: Any) -> str:
    """SHA-256 of the canonical JSON of a dataclass value."""
    return sha256_hex(canonical_json(to_json(value)).encode("utf-8", "surrogatepass"))


def column(value: Any) -> Any:
    """One field of a dataclass as a column holds it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return storable(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    return storable(canonical_json(to_json(value)))


def columns(value: Any, names: Iterable[str]) -> dict[str, Any]:
    """The named fields of a dataclass value as columns."""
    return {name: column(getattr(value, name)) for name in names}


def plain(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """The named columns of a row as the codec reads them: text restored, nothing parsed."""
    values = ((name, getattr(row, name)) for name in names)
    return {name: restored(value) if isinstance(value, str) else value for name, value in values}


def parsed(column_text: str) -> Any:
    """The JSON of a column."""
    return json.loads(restored(column_text))


def rest(value: Any, *, without: Iterable[str]) -> str:
    """Every field of a dataclass value that has no column of its own, as one JSON column."""
    left_out = set(without)
    whole: Mapping[str, Any] = to_json(value)
    return storable(canonical_json({name: part for name, part in whole.items() if name not in left_out}))


def value_of(kind: type[T], fields: Mapping[str, Any], *, where: str) -> T:
    """The dataclass value of type ``kind`` that ``fields`` spell.

    Raises:
        UnusableInput: a row does not hold what its type says.
    """
    return from_json(kind, dict(fields), where=where)
