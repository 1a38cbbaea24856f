"""A plain answer to "is this record the one who is sought?", one record at a time.

The default for watches where no index stands; what each level of agreement weighs is letters/weights.csv.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from tizme import names
from tizme.dates import edtf_bounds
from tizme.model import NameComparison, Place, Record
from tizme.model.request import Sought
from tizme.tables import rows

_LIKELY, _UNLIKELY = 0.6, 0.15  # of names.compare, for a father's or a relative's name alone
_COUNTRY_ID_LENGTH = 2
_LEAST_SHARE = 0.2  # of all weight, from which a reading of a place's words counts


@dataclass(frozen=True, slots=True)
class Weighed:
    """One thing that speaks for or against.

    Attributes:
        code: Field and level, e.g. "born:agree", "father:contradicted".
        bits: log2 of the likelihood ratio; above 0 speaks for.
        properties: Claims of these properties hold the words it rests on.
    """

    code: str
    bits: float
    properties: tuple[str, ...]

    @property
    def field(self) -> str:
        return self.code.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Found:
    """A record that may be the one who is sought.

    Attributes:
        probability: 0..1.
        would_decide: Code of the one further fact that would tell most, "" where nothing is open.
    """

    record: str
    probability: float
    reasons: tuple[Weighed, ...]
    would_decide: str = ""


class Search(Protocol):
    """Whatever finds candidates: this module's ``weigh_all``, or an index."""

    def __call__(self, sought: Sought, records: Sequence[Record]) -> Iterable[Found]:
        """A ``Found`` for each of ``records`` that may be the one; the rest may be left out."""
        ...


class LookupPlace(Protocol):
    """As places.lookup: candidates with their scores, best first."""

    def __call__(self, name: str, *, lang: str = "") -> Sequence[tuple[Place, float]]: ...


def weigher(lookup_place: LookupPlace) -> Search:
    """``weigh`` over many records, as a Search."""

    def search(sought: Sought, records: Sequence[Record]) -> tuple[Found, ...]:
        starts = frozenset[str]().union(*(_starts(name) for name in sought.names))
        return tuple(
            weigh(sought, record, lookup_place=lookup_place)
            for record in records
            if any(starts & _starts(name) for name in (record.name, *record.alternate_names))
        )

    return search


@lru_cache(maxsize=1 << 18)
def _starts(name: str) -> frozenset[str]:
    """How each word begins, in consonants: who shares no beginning with a name does not bear it."""
    bones = (names.bones(names.canon(word)) for word in name.split())
    return frozenset(skeleton[:2] for skeleton in bones if skeleton)


def weigh(sought: Sought, record: Record, *, lookup_place: LookupPlace) -> Found:
    """How likely the record is the one who is sought, with what speaks for and against."""
    reasons = tuple(
        reason
        for reason in (
            *_name(sought, record),
            _father(sought, record),
            _born(sought, record),
            _place(sought, record, lookup_place),
            _sex(sought, record),
            _kin(sought, record),
            _alive_after(sought, record),
        )
        if reason is not None
    )
    return Found(record.id, probability(reasons), reasons, would_decide(reasons))


def probability(reasons: Iterable[Weighed]) -> float:
    """0..1 from the prior and the bits of the reasons."""
    bits = _weights()["prior"] + sum(reason.bits for reason in reasons)
    return float(1 / (1 + 2 ** -max(min(bits, 40.0), -40.0)))


def pool(found: Sequence[Found]) -> tuple[Weighed, ...]:
    """The reasons of several records of one human being as one list, a reason a field.

    Where records agree on a field, what it weighs counts once; where one speaks for and another against,
    the two are averaged: a second source neither doubles a name nor silences a contradiction.
    """
    by_field: dict[str, list[Weighed]] = {}
    for one in found:
        for reason in one.reasons:
            by_field.setdefault(reason.field, []).append(reason)
    pooled = []
    for reasons in by_field.values():
        best, worst = max(reasons, key=_bits), min(reasons, key=_bits)
        kept = worst if best.bits <= 0 or -worst.bits > best.bits else best
        bits = (best.bits + worst.bits) / 2 if worst.bits < 0 < best.bits else kept.bits
        pooled.append(Weighed(kept.code, bits, kept.properties))
    return tuple(pooled)


def would_decide(reasons: Iterable[Weighed]) -> str:
    """The field that is not compared yet and would tell most, by letters/weights.csv."""
    compared = set()
    for reason in reasons:
        if reason.bits:
            compared |= {
                part.partition(":")[0] for part in reason.code.split(":", 1)[1].split(",") if ":" in part
            }
            compared.add(reason.field)
        if "father:left-out" in reason.code:
            compared.discard("father")
    order = [code.partition(":")[0] for code in _weights() if code.endswith(":agree")]
    return next((field for field in order if field not in compared), "")


def _bits(reason: Weighed) -> float:
    return reason.bits


def _name(sought: Sought, record: Record) -> list[Weighed]:
    written = [name for name in (record.name, *record.alternate_names) if name]
    if not written:
        return []
    compared = [names.compare(ours, theirs) for ours in sought.names if ours.strip() for theirs in written]
    best = _fullest(compared)
    # Two names that differ say so once: below the floor the other fields would have no chance to be heard.
    bits = min(max(best.weight_bits, _weights()["name:floor"]), _weights()["name:cap"])
    return [Weighed(f"name:{','.join(best.reasons)}", bits, ("name", "alternate_name"))]


def _fullest(compared: Sequence[NameComparison]) -> NameComparison:
    """The best comparison, unless a fuller spelling of the same name shows that the fathers differ.

    A short spelling, which leaves the patronymic out, must not hide that the full one contradicts.
    """
    best = max(compared, key=lambda comparison: comparison.weight_bits)
    if any(reason.startswith("father:agree") for reason in best.reasons):
        return best
    against = [
        one
        for one in compared
        if "father:contradicted" in one.reasons
        and not {"given:contradicted", "family:contradicted"} & set(one.reasons)
    ]
    return max(against, key=lambda comparison: comparison.weight_bits, default=best)


def _father(sought: Sought, record: Record) -> Weighed | None:
    """A father's name that the request gives apart, against the patronymic of the record's name."""
    if not sought.father or not record.name or any(_father_in(name) for name in sought.names):
        return None
    theirs = _father_in(record.name, record.lang)
    if not theirs:
        return None
    chance = names.compare(sought.father, theirs).probability
    level = "agree" if chance >= _LIKELY else "contradicted" if chance <= _UNLIKELY else "doubtful"
    return _weighed("father", level, "name")


def _father_in(name: str, lang: str = "") -> str:
    return names.parse(name, lang=names.language_of_name(name, lang=lang)).father


def _born(sought: Sought, record: Record) -> Weighed | None:
    properties = ("birth_date", "age")
    if len(sought.birth_date) == len("1990-05-14") and sought.birth_date == record.born:
        return _weighed("born", "agree", *properties)
    ours, low, high = born_years(sought), record.born_low, record.born_high
    if ours is None or low is None or high is None:
        return None
    apart = max(low - ours[1], ours[0] - high, 0)
    if apart == 0:
        close = max(high - low, ours[1] - ours[0]) <= 1
        return _weighed("born", "agree-by-year" if close else "fits", *properties)
    return _weighed("born", "a-year-apart" if apart == 1 else "contradicted", *properties)


def born_years(sought: Sought) -> tuple[int, int] | None:
    """Earliest and latest year of birth that the request allows."""
    if sought.birth_date:
        bounds = edtf_bounds(sought.birth_date)
        return (int(bounds[0][:4]), int(bounds[1][:4])) if bounds else None
    digits = "".join(char if char.isdigit() else " " for char in sought.age).split()
    day = sought.age_on or sought.last_contact_on
    bounds = edtf_bounds(day) if day else None
    if not digits or bounds is None:
        return None
    slack = 0 if sought.age.strip().isdigit() else int(_weights()["about:years"])
    youngest, oldest = int(digits[0]), int(digits[-1])
    return int(bounds[0][:4]) - oldest - 1 - slack, int(bounds[1][:4]) - youngest + slack


def _place(sought: Sought, record: Record, lookup_place: LookupPlace) -> Weighed | None:
    said = [words for words in (sought.origin, sought.birth_place, sought.residence) if words]
    theirs = [place for place in record.places if len(place) > _COUNTRY_ID_LENGTH]
    if not said or not theirs:
        return None
    # Several villages bear one name: each reading that is not far-fetched may be the one meant.
    ours = [
        (place.id, *(one for one in place.admin if len(one) > _COUNTRY_ID_LENGTH))
        for words in said
        for part in words.split(",")
        for place, share in lookup_place(part.strip())
        if share >= _LEAST_SHARE
    ]
    if not ours:
        return None
    properties = ("origin", "birth_place", "residence")
    if any(chain[0] in theirs for chain in ours):
        return _weighed("place", "agree", *properties)
    shared = any(set(chain) & set(theirs) for chain in ours)
    return _weighed("place", "shares" if shared else "contradicted", *properties)


def _sex(sought: Sought, record: Record) -> Weighed | None:
    if not sought.sex or not record.sex or sought.sex == record.sex:
        return None
    return _weighed("sex", "contradicted", "name", "sex")


def _kin(sought: Sought, record: Record) -> Weighed | None:
    ours = [name for name in (sought.mother, *sought.kin) if name]
    if not ours or not record.kin_names:
        return None
    alike = any(names.compare(a, b).probability >= _LIKELY for a in ours for b in record.kin_names)
    return _weighed("kin", "agree", "kin.mother", "kin.wife", "kin.brother") if alike else None


def _alive_after(sought: Sought, record: Record) -> Weighed | None:
    """A man who was heard from after the record's death is another man, or the record errs."""
    heard = edtf_bounds(sought.last_contact_on) if sought.last_contact_on else None
    died = next((day for prop, day in record.event_dates if prop == "died.date"), "")
    bounds = edtf_bounds(died) if died else None
    if heard is None or bounds is None or heard[0] <= bounds[1]:
        return None
    return _weighed("last_contact", "after-death", "died.date")


def _weighed(field: str, level: str, *properties: str) -> Weighed:
    return Weighed(f"{field}:{level}", _weights()[f"{field}:{level}"], properties)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return {row["code"]: float(row["bits"]) for row in rows("letters/weights.csv", "code", "bits")}
