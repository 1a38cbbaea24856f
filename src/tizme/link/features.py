"""All work on names, places and dates, once per record, so that engines only compare columns."""

from __future__ import annotations

from tizme import names
from tizme.dates import edtf_bounds
from tizme.link.event_days import event_days
from tizme.model import Record
from tizme.ports import RecordFeatures

_COUNTRY_ID_LENGTH = 2  # ISO 3166-1 alpha-2; sharing a country says next to nothing


def features(record: Record, *, clean: bool = True) -> RecordFeatures:
    """The columns of one record.

    Args:
        clean: The record's list is known to hold each person once, so that no two of its records
            are ever one person.
    """
    keys = names.name_keys(record.name, lang=record.lang) if record.name else None
    given, father, family = (keys.given, keys.father, keys.family) if keys else ("", "", "")
    died, captured = _days(record, "died.date"), _days(record, "captured.date")
    born_day = record.born if _is_day(record.born) else None
    places = tuple(place for place in record.places if len(place) > _COUNTRY_ID_LENGTH)
    return RecordFeatures(
        id=record.id,
        apart=record.list_id if clean else record.id,
        given=given or None,
        given_bones=_bones(given),
        given_initials=names.initials_of(given),
        given_short=len(given) == 1,
        father=father or None,
        father_bones=_bones(father),
        father_initials=names.initials_of(father),
        father_short=len(father) == 1,
        family=family if len(family) > 1 else None,
        family_bones=_bones(family),
        family_initial=family[:1] or None,
        family_root=_root(keys) if keys else None,
        family_roots=_roots(record, keys),
        born_low=record.born_low,
        born_high=record.born_high,
        born_day=born_day,
        place=places[0] if places else None,
        places=places,
        died_low=died[0] if died else None,
        died_high=died[1] if died else None,
        captured_low=captured[0] if captured else None,
        captured_high=captured[1] if captured else None,
        sex=record.sex or None,
        unit=_bones(names.canon(record.unit)) if record.unit else None,
        kin=tuple(sorted({key for name in record.kin_names if (key := _kin_key(name))})),
    )


def _bones(canonical: str) -> str | None:
    """None for what is too short to bring two records together."""
    return names.bones(canonical) or canonical if len(canonical) > 1 else None


def _root(keys: names.NameKeys) -> str | None:
    if keys.root:
        return keys.root
    return keys.father if not keys.family and len(keys.father) > 1 else None


def _roots(record: Record, keys: names.NameKeys | None) -> tuple[str, ...]:
    others = [names.name_keys(name, lang=record.lang) for name in record.alternate_names]
    roots = {_root(one) for one in (*others, *([keys] if keys else []))}
    return tuple(sorted(root for root in roots if root))


def _kin_key(name: str) -> str:
    """A relative's given name: families of kin agree anyhow."""
    keys = names.name_keys(name)
    return _bones(keys.given) or ""


def _days(record: Record, event: str) -> tuple[int, int] | None:
    """From the earliest to the latest day that the record gives for an event."""
    found = [b for kind, edtf in record.event_dates if kind == event and (b := event_days(edtf))]
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def _is_day(edtf: str) -> bool:
    bounds = edtf_bounds(edtf) if edtf else None
    return bounds is not None and bounds[0] == bounds[1] and "~" not in edtf
