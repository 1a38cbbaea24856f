"""Dates told by their distance from the item's own day, or from the date told before."""

from __future__ import annotations

from datetime import date, timedelta

from tizme.dates.moments import Moment, shifted
from tizme.dates.points import Reading
from tizme.dates.span import Span

_DAYS_OF_A_MONTH = 30.44
# In these languages one word means both "ago" and "before that".
_BEFORE_IS_AGO = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl", "tg"})
# In these "later" stands behind the time that passed; before it the same word is "then".
_LATER_BEHIND = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl"})


def distance(span: Span) -> tuple[float, str] | None:
    """(amount, unit) of "three weeks", "полтора года", "год"; None where the amount is left open."""
    if "D" in span.codes:
        return 6, "a"
    amounts = span.numbers("dnc")
    unit = next((c for c in span.codes if c in "yakte"), "")
    word = span.word(unit) if unit else None
    if word is None:
        return None
    times = int(word.value) if word.value.isdigit() else 1  # a fortnight is two weeks
    half = 0.5 if "h" in span.codes or "H" in span.codes else 0.0
    if amounts:
        return (amounts[0] + half) * times, unit
    if "1" in span.codes:
        return (1 + (half if "H" in span.codes else -half)) * times, unit
    if half:
        return (1.5 if "H" in span.codes else half), unit
    if word.value != "one" or (span.before() in {"_", "d", "n", "c"} and _vague_before(span)):
        return None
    return 1, unit


def _vague_before(span: Span) -> bool:
    return span.before() != "_"


def _shift(base: Moment | None, span: Span, sign: int) -> Reading:
    far = distance(span)
    if base is None or far is None:
        return None
    found = shifted(base, sign * far[0], far[1])
    if found is None:
        return None
    about = "~" in span.codes or span.about_by_ending() or span.codes[:2] in {"yd", "yc"}
    return (found + "~" if about and not found.endswith("~") else found), True


def _months_and_a_half(base: Moment, months: float) -> str:
    day = date(base.year, base.month, base.day) - timedelta(days=round(months * _DAYS_OF_A_MONTH))
    return Moment(day.year, day.month).edtf() + "~"


def ago(span: Span) -> Reading:
    """ "eight years ago", "Үш ай бұрын"; of days told in the sentence of another day, before that day."""
    if span.lang in _BEFORE_IS_AGO and "t" in span.codes:
        return _shift(span.same_sentence_day() or span.published, span, -1)
    base = span.published
    far = distance(span)
    amount = 0.0 if far is None else far[0]
    if base is not None and "a" in span.codes and amount != int(amount) and base.day:
        return _months_and_a_half(base, amount), True
    if base is not None and (set("aDhH") & set(span.codes) or amount != int(amount)):
        base = Moment(base.year, base.month)  # "three months ago" names no day
    return _shift(base, span, -1)


def earlier(span: Span) -> Reading:
    """ "three months earlier": before the date told last."""
    return _shift(span.last_told(), span, -1)


def later(span: Span) -> Reading:
    """ "A year later", "бір айдан кейін": after the date told last; "Keyin olti yilga kesildi" is no date."""
    if span.lang in _LATER_BEHIND and span.codes.startswith("B"):
        return None
    return _shift(span.last_told(), span, 1)


def anchor(span: Span) -> Reading:
    """ "yesterday", "эртаси куни", "шу куни"; table values "pub-1", "prev+1", "prev0"."""
    word = span.word("Z")
    if word is None:
        return None
    by_item = word.value.startswith("pub")
    base = span.published if by_item else span.last_told(to_the_day=True)
    offset = int(word.value.removeprefix("pub").removeprefix("prev"))
    if base is None or not base.day:
        return None
    found = shifted(base, offset, "t")
    return None if found is None else (found, True)


def month_by_told(span: Span) -> Reading:
    """ "в том же месяце", "the following month"."""
    word, base = span.word("l"), span.last_told()
    if word is None or base is None or not base.month:
        return None
    months = base.months() + int(word.value)
    return Moment(months // 12, months % 12 + 1).edtf(), True
