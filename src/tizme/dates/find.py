"""Find dates, durations and ages in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from tizme.dates import intervals, lengths, points, relatives
from tizme.dates.edtf import edtf_valid
from tizme.dates.grammar import grammar
from tizme.dates.lexer import Lexed
from tizme.dates.moments import STORY_AFTER_MONTHS, Moment
from tizme.dates.numbers import known_language, lex_numbers
from tizme.dates.points import Reading
from tizme.dates.span import Span, Told, edtf_moment
from tizme.dates.spoken_years import numbered_days, spoken_years
from tizme.model import DateMatch

# How far before ``start`` the dates that "a month later" may go by are read.
CONTEXT_CHARS = 2000
_TOLD_KEPT = 12
# Languages in which a verb ends its sentence, and the tokens from a day of birth to its verb.
_VERB_LAST = frozenset({"kk", "ky", "uz-Latn", "uz-Cyrl", "tg"})
BORN_WITHIN = 16
LATEST_SPOKEN = 2030  # of years said in words, where the item's own day is not known
_SENTENCE_END, _OTHER_DATE = re.compile(r"[.|]"), re.compile(r"[dYEio]")

_READERS: dict[str, Callable[[Span], Reading]] = {
    "days": intervals.days, "spans": intervals.spans, "months": intervals.months, "years": intervals.years,
    "figures": intervals.figures, "day": points.day, "full": points.full, "noyear": points.no_year,
    "part": points.part, "month": points.month, "lastmonth": points.last_month, "season": points.season,
    "year": points.year, "decade": points.decade, "lastunit": points.last_unit, "weekday": points.weekday,
    "weekdayof": points.weekday_of_week,
    "ago": relatives.ago, "earlier": relatives.earlier, "later": relatives.later,
    "anchor": relatives.anchor, "monthprev": relatives.month_by_told,
}  # fmt: skip
_MAY_BE_ABOUT = frozenset({"day", "full", "noyear", "month", "season", "year", "ago"})
_LENGTHS: dict[str, Callable[[Span], str | None]] = {"length": lengths.length, "compound": lengths.compound}


def published_moment(published: str) -> Moment | None:
    """The day of an item; None where it is not known. A time of day after it is passed over.

    >>> published_moment("2024-05-01T10:00:00Z")
    Moment(year=2024, month=5, day=1)
    """
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published.strip())
    if match is None or not edtf_valid(match.group()):
        return None
    return Moment(int(match[1]), int(match[2] or 0), int(match[3] or 0))


def _found(
    text: str, lexed: Lexed, lang: str, published: Moment | None, start: int, stop: int
) -> Iterator[tuple[str, Span, DateMatch | None]]:
    """(rule, span, date or duration) in order; None for an age."""
    first = bisect_left(lexed.starts, start)
    last = bisect_left(lexed.starts, stop)
    pattern, told = grammar(lang), ()  # type: re.Pattern[str], tuple[Told, ...]
    pos = first
    while pos < last:
        match = pattern.search(lexed.codes, pos, last)
        if match is None or match.lastgroup is None:
            return
        rule = match.lastgroup.rpartition("_")[0]
        span = Span(lexed, match.start(), match.end(), lang, text, published, told)
        if rule == "age" and not lengths.term_of_age(span):
            yield rule, span, None
            pos = match.end()
            continue
        found = _read(rule, span)
        if found is None:
            pos = match.start() + 1
            continue
        if found.kind == "age":
            yield "age", span, None
        else:
            yield rule, span, found
            told = _remember(told, found, span)
        pos = match.end()


def _remember(told: tuple[Told, ...], found: DateMatch, span: Span) -> tuple[Told, ...]:
    moment = edtf_moment(found.edtf) if found.kind == "date" else None
    if moment is None:
        return told
    before_it = span.lexed.codes[max(0, span.first - 3) : span.first]
    around = before_it + span.lexed.codes[span.last : span.last + 4]
    # "Rahmatov, born 14.07.1990 in Kulob": the comma parts the word from the name, not from the day
    born = "X" in span.codes or "X" in before_it.rpartition(",")[2]
    born = born or "X" in around.split(",", maxsplit=1)[0] or _born_at_the_end(span)
    before = span.same_paragraph()
    story = found.relative and before is not None and (before.story or _of_older_years(before.moment, span))
    return (*told[-_TOLD_KEPT:], Told(moment, found.start, found.stop, born, story))


def _born_at_the_end(span: Span) -> bool:
    """ "1991 жылы 14 наурызда Май ауданының Көктүбек ауылында туған": the verb stands behind the place."""
    if span.lang not in _VERB_LAST:
        return False
    behind = _SENTENCE_END.split(span.lexed.codes[span.last : span.last + BORN_WITHIN], maxsplit=1)[0]
    return "X" in behind and not _OTHER_DATE.search(behind.partition("X")[0])


def _of_older_years(moment: Moment, span: Span) -> bool:
    return span.published is not None and span.published.months() - moment.months() > STORY_AFTER_MONTHS


def _read(rule: str, span: Span) -> DateMatch | None:
    if rule in _READERS:
        reading = _READERS[rule](span)
        if reading is None or not edtf_valid(reading[0]):
            return None
        edtf, relative = reading
        if rule in _MAY_BE_ABOUT and span.about() and edtf[-1].isdigit() and "/" not in edtf:
            edtf += "~"
        return DateMatch(span.start, span.stop, edtf, relative)
    if rule == "age":
        years = lengths.age_years(span)
        return DateMatch(span.start, span.stop, lengths.duration(years, "y"), kind="duration")
    length = _LENGTHS[rule](span)
    if length is None or lengths.until_age(span):
        return None
    kind = "age" if rule == "length" and lengths.bare_age(span) else "duration"
    return DateMatch(span.start, span.stop, length, kind=kind)


def find_dates(
    text: str, *, lang: str, published: str = "", start: int = 0, stop: int | None = None
) -> list[DateMatch]:
    """Dates and durations in ``text[start:stop]``, in order, offsets in the whole text.

    Args:
        lang: Any code that tizme.text.normal_language knows.
        published: EDTF day of the item; "" means unknown, and then words that need it give no match.
        start, stop: Where to look. "A month later" goes by dates up to CONTEXT_CHARS before ``start``.

    Raises:
        UnknownLanguage: ``lang`` is not covered.
    """
    known = known_language(lang, text)
    end = len(text) if stop is None else stop
    lexed = lex_numbers(text, known)
    moment = published_moment(published)
    found = _found(text, lexed, known, moment, max(0, start - CONTEXT_CHARS), end)
    dates = [date for _, _, date in found if date is not None and start <= date.start and date.stop <= end]
    latest = moment.year if moment is not None else LATEST_SPOKEN
    spoken = spoken_years(text, lang=known, latest=latest, start=start, stop=end)
    kept = [d for d in dates if not any(d.start < s.stop and s.start < d.stop for s in spoken)]
    kept = sorted([*kept, *spoken], key=lambda d: d.start)
    numbered = numbered_days(text, kept, lang=known, start=start, stop=end)
    return sorted([*kept, *numbered], key=lambda d: d.start)


def parse_date(text: str, *, lang: str, published: str = "") -> str:
    """EDTF of the first date in a short text, "" where it holds none; never a day that was not written."""
    for found in find_dates(text, lang=lang, published=published):
        if found.kind == "date":
            return found.edtf
    return ""


def find_ages(text: str, *, lang: str, start: int = 0, stop: int | None = None) -> list[tuple[int, int, str]]:
    """(start, stop, age in years) in ``text[start:stop]``, "~50" where the words say about."""
    known = known_language(lang, text)
    end = len(text) if stop is None else stop
    lexed = lex_numbers(text, known)
    worded = [
        (span.start, span.stop, lengths.age_value(span))
        for _, span, date in _found(text, lexed, known, None, max(0, start - 80), end)
        if date is None
    ]
    taken = [(a, b) for a, b, _ in worded]
    bare = [
        (a, b, value)
        for a, b, value in lengths.comma_ages(text, max(0, start - 80), end)
        if not any(a < y and x < b for x, y in taken)
    ]
    return sorted(item for item in worded + bare if item[2] and start <= item[0] and item[1] <= end)
