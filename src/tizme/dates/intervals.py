"""Dates with a beginning and an end."""

from __future__ import annotations

import re

from tizme.dates.moments import Moment
from tizme.dates.points import Reading
from tizme.dates.span import Span


def _joined(low: Moment, high: Moment, *, relative: bool) -> Reading:
    left, right = low.edtf(), high.edtf()
    if left >= right:
        return None
    return f"{left}/{right}", relative


def _ends(first: tuple[int, int], second: tuple[int, int], span: Span) -> Reading:
    """Two (month, day) with their years; a missing first year is the second's or the one before."""
    years = span.years()
    if None in years:
        return None
    if len(years) >= 2:
        low_year, high_year = years[0], years[1]
    else:
        known = years[0] if years else None
        if known is None:
            found = span.without_year(*second)
            if found is None:
                return None
            known = found.year
        later_first = first > second
        stated_first = re.match(r"[^MmQOb]*[YR]", span.codes) is not None
        low_year = known if not later_first or stated_first else known - 1
        high_year = known + 1 if later_first and stated_first else known
    assert low_year is not None
    assert high_year is not None
    low, high = Moment(low_year, *first), Moment(high_year, *second)
    return _joined(low, high, relative=span.relative_year() or not years)


def days(span: Span) -> Reading:
    """ "с 3 по 9 мая", "March 3-9, 2023"."""
    found, months = span.days(), span.months()
    if len(found) != 2 or len(months) != 1 or found[0] >= found[1]:
        return None
    return _ends((months[0], found[0]), (months[0], found[1]), span)


def spans(span: Span) -> Reading:
    """ "с 28 апреля по 3 мая 2022 года"."""
    found, months = span.days(), span.months()
    if len(found) != 2 or len(months) != 2:
        return None
    return _ends((months[0], found[0]), (months[1], found[1]), span)


def months(span: Span) -> Reading:
    """ "from June to November 2022", "июндан ноябрга чейин"."""
    found = span.months()
    if len(found) != 2:
        return None
    if span.published is not None and "T" in span.codes and span.years():  # "по март нынешнего"
        first = span.years()[0]
        return None if first is None else _joined(
            Moment(first, found[0]), Moment(span.published.year, found[1]), relative=True
        )  # fmt: skip
    if span.published is not None and "L" in span.codes:  # "from last December until March"
        year = span.published.year - (found[0] >= span.published.month)
        low = Moment(year, found[0])
        return _joined(low, Moment(year + (found[1] <= found[0]), found[1]), relative=True)
    return _ends((found[0], 0), (found[1], 0), span)


def years(span: Span) -> Reading:
    """ "2019-2022", "between 2019 and 2022"."""
    found = span.years()
    if len(found) != 2 or found[0] is None or found[1] is None or found[0] >= found[1]:
        return None
    return _joined(Moment(found[0]), Moment(found[1]), relative=False)


def figures(span: Span) -> Reading:
    """ "01.02.2023 - 05.03.2023"."""
    low, high = (
        str(v) for c, v in zip(span.codes, span.lexed.values[span.first : span.last], strict=True) if c == "E"
    )
    return (f"{low}/{high}", False) if low < high else None
