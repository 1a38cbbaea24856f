"""Put the claims of each subject together as one record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from tizme import names
from tizme.dates import edtf_bounds
from tizme.model import Claim, Extraction, Place, Polarity, Record, Subject, short_id
from tizme.tables import rows

_PLACE_PROPERTIES = ("origin", "birth_place", "residence")  # in the order of what tells most
_AGE = re.compile(r"(\d{1,3})(?:\s*[-/]\s*(\d{1,3}))?")
# "About fifty" may be three years either way, counted on nothing better than the word.
_ABOUT_YEARS = 3


class LookupPlace(Protocol):
    """As places.lookup: candidates with their scores, best first; empty where the words are not known."""

    def __call__(self, name: str, *, lang: str = "") -> Sequence[tuple[Place, float]]: ...


# The role of people whom a text only names (model.Subject).
_CONTEXT = "context"


@dataclass(slots=True)
class _Kin:
    """Names and sexes that a text's ties between its subjects give."""

    names: dict[str, list[str]] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)


def records_of(
    item: str, extraction: Extraction, *, lang: str, published: str, lookup_place: LookupPlace
) -> tuple[Record, ...]:
    """One record per person (not group) of a text, named or not, in the text's order.

    People who are only named there, of whom nothing is said, get none.

    Args:
        item: SHA-256 of the item, or what else names it.
        published: EDTF day on which the item was published, "" where not known.
        lookup_place: places.lookup, or what stands in for it.
    """
    by_subject: dict[str, list[Claim]] = {}
    for claim in extraction.claims:
        by_subject.setdefault(claim.subject, []).append(claim)
    kin = _kin(extraction)
    return tuple(
        _record(item, subject, by_subject.get(subject.id, []), kin, lang, published, lookup_place)
        for subject in extraction.subjects
        if not subject.group and (subject.role != _CONTEXT or subject.id in by_subject)
    )


def _record(
    item: str,
    subject: Subject,
    claims: list[Claim],
    kin: _Kin,
    lang: str,
    published: str,
    lookup_place: LookupPlace,
) -> Record:
    held = [claim for claim in claims if claim.polarity in {Polarity.AFFIRMED, Polarity.UNCERTAIN}]
    born, low, high = _born(held, published)
    words = tuple(dict.fromkeys(_values(held, *_PLACE_PROPERTIES)))
    found = [best[0][0] for place in words if (best := lookup_place(place, lang=lang))]
    # The finest of each first, so that the first id is what tells most; then what they lie in.
    ids = dict.fromkeys([*(place.id for place in found), *(one for place in found for one in place.admin)])
    name = subject.name or (subject.label if subject.named else "")
    sexes = _values(held, "sex")
    return Record(
        id=short_id("r", item, subject.id),
        list_id=item,
        subject=subject.id,
        name=name,
        alternate_names=tuple(dict.fromkeys(_values(held, "alternate_name"))),
        lang=lang,
        sex=sexes[0] if sexes else kin.sexes.get(subject.id) or names.sex_of(name, lang=lang),
        born=born,
        born_low=low,
        born_high=high,
        places=tuple(ids),
        place_words=words,
        unit=next(iter(_values(held, "unit")), ""),
        kin_names=tuple(dict.fromkeys(kin.names.get(subject.id, []))),
        event_dates=tuple((c.property, c.value) for c in held if c.property.endswith(".date")),
        claim_ids=tuple(claim.id for claim in claims),
    )


def _values(claims: Iterable[Claim], *properties: str) -> list[str]:
    """Values of the claims, in the order of ``properties`` first and of the text then."""
    listed = list(claims)
    return [c.value for wanted in properties for c in listed if c.property == wanted and c.value]


def _born(claims: list[Claim], published: str) -> tuple[str, int | None, int | None]:
    """EDTF of birth, and the first and last year that birth dates and ages leave open."""
    years: list[tuple[int, int]] = []
    dates = _values(claims, "birth_date")
    for date in dates:
        bounds = edtf_bounds(date)
        if bounds is not None:
            years.append((int(bounds[0][:4]), int(bounds[1][:4])))
    for claim in claims:
        if claim.property == "age" and not dates:
            years.extend(years_by_age(claim.value, claim.said_on or published))
    if not years:
        return (dates[0] if dates else ""), None, None
    # Claims that differ are all kept: the record is as wide as they are.
    return (dates[0] if dates else ""), min(low for low, _ in years), max(high for _, high in years)


def years_by_age(age: str, on: str) -> list[tuple[int, int]]:
    """First and last year of birth of one who was ``age`` on the EDTF day ``on``; empty where not told."""
    found, day = _AGE.search(age), edtf_bounds(on) if on else None
    if found is None or day is None:
        return []
    youngest, oldest = int(found.group(1)), int(found.group(2) or found.group(1))
    slack = _ABOUT_YEARS if "~" in age else 0
    return [(int(day[0][:4]) - oldest - 1 - slack, int(day[1][:4]) - youngest + slack)]


def _kin(extraction: Extraction) -> _Kin:
    """Ties from both ends: she is his wife, he is somebody of hers."""
    subjects = {subject.id: subject for subject in extraction.subjects}
    kin = _Kin()
    for claim in extraction.claims:
        tie, _, kind = claim.property.partition(".")
        relative, bearer = subjects.get(claim.value), subjects.get(claim.subject)
        if tie != "kin" or relative is None or bearer is None:
            continue
        for one, other in ((bearer, relative), (relative, bearer)):
            if other.name:
                kin.names.setdefault(one.id, []).append(other.name)
        sex = _sex_by_tie().get(kind)
        if sex:
            kin.sexes.setdefault(relative.id, sex)
    return kin


@lru_cache(maxsize=1)
def _sex_by_tie() -> dict[str, str]:
    return {row["tie"]: row["sex"] for row in rows("link/kin_sex.csv", "tie", "sex")}
