"""Claims about one property that cannot all be true; all are kept and shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from tizme.decide.facts import ItemFacts
from tizme.decide.weigh import Days, days, is_about_group, word_days
from tizme.model import Claim, Conflict, Polarity
from tizme.tables import rows
from tizme.text import fold

# "28 years old" leaves two years of birth; one more for an age counted by the year, as lists often do.
AGE_SLACK_YEARS = 1


@lru_cache(maxsize=1)
def _how() -> dict[str, str]:
    found = {}
    for row in rows("status/conflicts.csv", "property", "compare"):
        if row["compare"] not in {"date", "word", "place", "birth", "range"}:
            raise row.error(f"no comparison '{row['compare']}'")
        found[row["property"]] = row["compare"]
    return found


def conflicts_of(claims: Sequence[Claim], facts: Mapping[str, ItemFacts]) -> tuple[Conflict, ...]:
    """Every conflict among affirmed and uncertain values, by property; then affirmed against denied."""
    about_one = [claim for claim in claims if not is_about_group(claim, facts)] or list(claims)
    ordered = sorted({claim.id: claim for claim in about_one}.values(), key=lambda c: c.id)
    held = [c for c in ordered if c.polarity in {Polarity.AFFIRMED, Polarity.UNCERTAIN} and c.value]
    found = []
    for property_, how in _how().items():
        mine = [claim for claim in held if claim.property == property_]
        if how in {"date", "birth"}:
            conflict = _of_days(property_, mine, facts, birth=how == "birth")
        elif how == "range":
            conflict = _of_numbers(property_, mine)
        else:
            conflict = _of_words(property_, mine, place=how == "place")
        if conflict is not None:
            found.append(conflict)
    return (*found, *_denied(ordered))


def _of_days(
    property_: str, claims: Sequence[Claim], facts: Mapping[str, ItemFacts], *, birth: bool
) -> Conflict | None:
    spans: dict[str, Days] = {}
    for claim in claims:
        span = _birth_days(claim, facts) if birth and claim.property == "age" else days(claim.value)
        if span is not None:
            spans[claim.id] = span
    if not _some_apart(tuple(spans.values())):
        return None
    mine = [claim for claim in claims if claim.id in spans]
    values = tuple(
        sorted({c.value for c in mine}, key=lambda v: (min(spans[c.id] for c in mine if c.value == v), v))
    )
    return Conflict(property_, values, tuple(c.id for c in mine), f"{values[0]}/{values[-1]}")


def _birth_days(claim: Claim, facts: Mapping[str, ItemFacts]) -> Days | None:
    """First and last day of birth that an age leaves open on the day it was said."""
    if not claim.value.isdecimal():
        return None
    first, last = word_days(claim, facts)
    low, high = (
        int(first[:4]) - int(claim.value) - 1 - AGE_SLACK_YEARS,
        int(last[:4]) - int(claim.value) + AGE_SLACK_YEARS,
    )
    return (f"{max(low, 1):04d}-01-01", f"{min(max(high, 1), 9999):04d}-12-31")


def _some_apart(spans: Sequence[Days]) -> bool:
    """Whether any two of the spans do not touch: the latest beginning lies after the earliest end."""
    return bool(spans) and max(first for first, _ in spans) > min(last for _, last in spans)


def _of_numbers(property_: str, claims: Sequence[Claim]) -> Conflict | None:
    numbers = {
        c.id: int(digits) for c in claims if (digits := c.value.strip("~").replace(" ", "")).isdecimal()
    }
    if len(set(numbers.values())) < 2:
        return None
    mine = [claim for claim in claims if claim.id in numbers]
    values = tuple(
        sorted({c.value for c in mine}, key=lambda v: (min(numbers[c.id] for c in mine if c.value == v), v))
    )
    least, most = min(numbers.values()), max(numbers.values())
    return Conflict(property_, values, tuple(c.id for c in mine), f"{least}/{most}")


def _of_words(property_: str, claims: Sequence[Claim], *, place: bool) -> Conflict | None:
    by_fold: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: (c.value, c.id)):
        by_fold.setdefault(" ".join(fold(claim.value).split()), claim.value)
    values = tuple(by_fold[key] for key in sorted(by_fold))
    if len(values) < 2 or (place and all(_may_be_one_place(values[0], other) for other in values[1:])):
        return None
    return Conflict(property_, values, tuple(claim.id for claim in claims), " / ".join(values))


def _may_be_one_place(left: str, right: str) -> bool:
    """Whether one place may lie in the other, or be the other in another alphabet."""
    from tizme.decide.places import same_or_within

    return same_or_within(left, right)


def _denied(claims: Sequence[Claim]) -> tuple[Conflict, ...]:
    """The same property and value affirmed by one claim and denied by another ("he volunteered")."""
    found = []
    for property_ in sorted({claim.property for claim in claims} - {"died"}):
        mine = [claim for claim in claims if claim.property == property_]
        for value in sorted({claim.value for claim in mine if claim.polarity is Polarity.DENIED}):
            yes = [c for c in mine if c.polarity is Polarity.AFFIRMED and c.value in {value, "true"}]
            no = [c for c in mine if c.polarity is Polarity.DENIED and c.value == value]
            if yes:
                ids = tuple(sorted({c.id for c in (*yes, *no)}))
                shown = "true / false" if value in {"true", "false"} else f"{value} / not {value}"
                found.append(Conflict(property_, tuple(shown.split(" / ")), ids, shown))
    return tuple(found)
