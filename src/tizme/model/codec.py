"""Dataclasses to JSON and back, strictly: what was written is what is read, or an error names the place.

Every field is written, in full, under its own name. Enums are written as their value, tuples as lists.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast

from tizme.model.errors import UnusableInput

T = TypeVar("T")

_PLAIN: tuple[type, ...] = (str, bool, int, float)
_NEXT_STEP = (
    "delete derived/ and run `tizme run` again; if it is the ledger that is meant, run `tizme verify`"
)


def to_json(value: Any) -> Any:
    """``value`` as dicts, lists, strings, numbers, booleans and None.

    Raises:
        TypeError: the value holds something that ``from_json`` could not give back.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, _PLAIN):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [to_json(part) for part in value]
    if isinstance(value, Mapping):
        return {str(key): to_json(part) for key, part in value.items()}
    raise TypeError(f"{type(value).__name__} has no JSON form here; make it a dataclass, a tuple or a string")


def from_json(kind: type[T], value: Any, *, where: str = "") -> T:
    """The value of type ``kind`` that ``to_json`` wrote as ``value``.

    Args:
        kind: A dataclass, an enum, a plain type, or a tuple/dict/union of those.
        where: Said in the error before the field's own path, e.g. a file name.

    Raises:
        UnusableInput: a field is missing, unknown or of another type.
    """
    return cast("T", _decode(kind, value, where or getattr(kind, "__name__", str(kind))))


def _decode(kind: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(kind)
    if kind is Any:
        return value
    if origin in (Union, types.UnionType):
        return _decode_union(kind, value, where)
    if origin in (tuple, dict, Mapping):
        decode = _decode_tuple if origin is tuple else _decode_dict
        return decode(typing.get_args(kind), value, where)
    if is_dataclass(kind):
        return _decode_dataclass(kind, value, where)
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    return _decode_enum(kind, value, where) if is_enum else _decode_plain(kind, value, where)


def _decode_plain(kind: Any, value: Any, where: str) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is int and isinstance(value, bool):
        raise _wrong("a whole number", value, where)
    if kind in _PLAIN or kind is type(None):
        return _expect(value, kind, where)
    raise TypeError(f"{where}: the codec does not know the type {kind!r}")


def _decode_union(kind: Any, value: Any, where: str) -> Any:
    for part in typing.get_args(kind):
        try:
            return _decode(part, value, where)
        except UnusableInput:
            continue
    raise _wrong(str(kind), value, where)


def _decode_tuple(parts: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    values = _expect(value, list, where)
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_decode(parts[0], inner, f"{where}[{n}]") for n, inner in enumerate(values))
    if len(values) != len(parts):
        raise _wrong(f"a list of {len(parts)}", value, where)
    return tuple(
        _decode(part, inner, f"{where}[{n}]")
        for n, (part, inner) in enumerate(zip(parts, values, strict=True))
    )


def _decode_dict(parts: tuple[Any, ...], value: Any, where: str) -> dict[str, Any]:
    items = _expect(value, dict, where).items()
    return {key: _decode(parts[1], inner, f"{where}[{key!r}]") for key, inner in items}


def _decode_enum(kind: type[Enum], value: Any, where: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        raise _wrong(f"one of {', '.join(str(member.value) for member in kind)}", value, where) from None


def _decode_dataclass(kind: Any, value: Any, where: str) -> Any:
    given = _expect(value, dict, where)
    shape = _shape(kind)
    unknown = given.keys() - shape.keys()
    if unknown:
        raise UnusableInput(f"unknown field {min(unknown)!r}", where, _NEXT_STEP)
    found = {}
    for name, (field, part) in shape.items():
        if name in given:
            found[name] = _decode(part, given[name], f"{where}.{name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise UnusableInput(f"field {name!r} is missing", where, _NEXT_STEP)
    return kind(**found)


@cache
def _shape(kind: Any) -> dict[str, tuple[Field[Any], Any]]:
    hints = typing.get_type_hints(kind)
    return {field.name: (field, hints[field.name]) for field in fields(kind)}


def _expect(value: Any, kind: type, where: str) -> Any:
    if not isinstance(value, kind):
        raise _wrong(kind.__name__, value, where)
    return value


def _wrong(expected: str, value: Any, where: str) -> UnusableInput:
    return UnusableInput(f"expected {expected}, found {str(value)[:60]!r}", where, _NEXT_STEP)
