"""Dates that name a day, a month, a season or a year."""

from __future__ import annotations

from datetime import date, timedelta

from tizme.dates.moments import Moment, is_past, last_weekday, week_before
from tizme.dates.span import FIRST_SHORT_YEAR_OF_1900S, Span
from tizme.dates.vocabulary import Word

# EDTF and whether the words needed the item's own date; None where they are no date after all.
Reading = tuple[str, bool] | None
# "12.05" is a time of day where a word of the clock stands so near.
_CLOCK_WITHIN_TOKENS = 3
_CUES_BEFORE, _CUES_AFTER = "pPFSULTWz&~", "SUBaR"


def month_or_day(month: int, day: int, span: Span, year_at: int = -1) -> Reading:
    """A month or day with the year that the span gives, or the one that fits best."""
    years = span.years()
    if years:
        year = years[year_at]
        return None if year is None else (Moment(year, month, day).edtf(), span.relative_year())
    found = span.without_year(month, day)
    return None if found is None else (found.edtf(), True)


def day(span: Span) -> Reading:
    """ "28 апреля 2022 года", "December 7, 2023", "19-январында"."""
    days, months = span.days(), span.months()
    if (
        set("fLT") & set(span.codes)
        and "a" in span.codes
        and not months
        and span.published is not None
        and span.published.month
    ):
        month_ = last_unit(span)  # "10 числа прошлого месяца"
        return None if month_ is None else (f"{month_[0]}-{days[0]:02}", True)
    if len(days) == 2 and span.codes[-1] in "yj." and len(months) == 1:
        return Moment(_short(days.pop()), months[0], days[0]).edtf(), False
    if "0" in span.codes and not _month_owns_its_day(span):
        return None
    if len(days) != 1 or len(months) != 1 or not 1 <= days[0] <= 31 or _is_in_a_name(span):
        return None
    if not span.years() and (_is_name_of_a_day(span) or _is_ordinal_season(span)):
        return None
    return month_or_day(months[0], days[0], span)


def _month_owns_its_day(span: Span) -> bool:
    """ "декабрдын жетисинде", not "декабрда жетисинде": a Turkic genitive stands before."""
    return any(
        span.form(at).endswith(("н", "ң", "нг", "ng"))
        for at in range(span.first, span.last)
        if span.lexed.codes[at] in "MmQOa"
    )


def _is_name_of_a_day(span: Span) -> bool:
    """ "улица 8 Марта": in these languages a month takes a capital only in a name."""
    if span.lang == "en" or span.text.isupper():
        return False
    for at in range(span.first, span.last):
        if span.lexed.codes[at] in "Mmb" and at > span.first:
            written = span.text[span.lexed.starts[at] : span.lexed.stops[at]]
            return written[0].isupper() and written[1:].islower()
    return False


def _is_in_a_name(span: Span) -> bool:
    """ "улица 1905 года", "12 May be": beside a word for a street, or an English verb for a month."""
    before = span.lexed.codes[max(0, span.first - 2) : span.first]
    street = before.endswith(("4", "4.")) or span.after() == "4"
    return street or (span.after() == "5" and "m" in span.codes and not span.years())


def _short(years: int) -> int:
    return years + (2000 if years < FIRST_SHORT_YEAR_OF_1900S else 1900)


def _is_ordinal_season(span: Span) -> bool:
    """Kazakh "4-інші маусым": the fourth season of a show, where 4 June has no ordinal ending."""
    return span.lang == "kk" and "m" in span.codes and ("u" in span.codes or "o" in span.codes)


def full(span: Span) -> Reading:
    """ "09.02.1997", "2022-10-05"."""
    for at in range(span.first, span.last):
        if span.lexed.codes[at] == "E":
            return str(span.lexed.values[at]), False
    return None


def no_year(span: Span) -> Reading:
    """ "03.12" beside a preposition or between marks, resolved against the item's day."""
    value = next(
        str(v) for c, v in zip(span.codes, span.lexed.values[span.first : span.last], strict=True) if c == "i"
    )
    beside = span.before() in {"", "(", ",", "|", "-", ";", "."} or (span.before() == "_" and value[3] == "0")
    if span.codes == "i" and (not beside or span.after() == "C"):
        return None
    if span.codes.startswith("p") or "2" in span.lexed.codes[span.last : span.last + _CLOCK_WITHIN_TOKENS]:
        return None  # "в 12.05 по московскому времени"
    found = span.without_year(int(value[:2]), int(value[3:]))
    return None if found is None else (found.edtf(), True)


def month(span: Span) -> Reading:
    """ "в январе 2022 года", "In May", "2023-yil mart oyida"."""
    months = span.months()
    if len(months) != 1:
        return None
    if not span.years() and span.codes[-1] in "yj." and span.days():
        return Moment(_short(span.days()[0]), months[0]).edtf(), False
    if not span.years() and not _is_surely_month(span):
        return None
    return month_or_day(months[0], 0, span)


def _is_surely_month(span: Span) -> bool:
    code = next(c for c in span.codes if c in "MmQOb")
    if code == "b":
        return span.before() in {"p", "F", "S"} and span.after() in {".", ""}
    capital = span.lang != "en" and span.text[span.start].isupper()
    before = set(_CUES_BEFORE) - ({"&"} if capital else set())  # "Мәскеу және Қазан": a town
    return code != "m" or "a" in span.codes or span.before() in before or span.after() in set(_CUES_AFTER)


def last_month(span: Span) -> Reading:
    """ "last July", "this May": the latest one that is over, or the one of this year."""
    published = span.published
    if published is None:
        return None
    wanted = span.months()[0]
    year = published.year
    if _back(span):
        year -= _back(span) - (wanted < (published.month or 12))
    return Moment(year, wanted).edtf(), True


def part(span: Span) -> Reading:
    """ "late September 2022", "в начале 2023 года", "март айынын башында"."""
    word = span.word("z")
    named, _, adverb = (word.value if word is not None else _part_of_day(span)).partition(" ")
    if adverb and span.codes.endswith("z") and span.codes[0] in "RYy":
        return year(span)  # "былтыр кеч келди": came late, some time last year
    if span.word("sq"):
        inner = season(span)
    elif span.months():
        inner = month_or_day(span.months()[0], 0, span)
    elif span.word("a"):
        inner = last_unit(span)
    elif set("UFS") & set(span.codes) and not span.years():
        inner = _this_year(span)
    else:
        inner = year(span)
    if named.startswith("q") and inner is not None and len(inner[0]) == 4:  # "in the fourth quarter of 2022"
        first = int(named[1]) * 3 - 2
        return f"{inner[0]}-{first:02}/{inner[0]}-{first + 2:02}", inner[1]
    return None if inner is None or not named else (f"{inner[0].rstrip('~')}|{named}", inner[1])


def _this_year(span: Span) -> Reading:
    """ "до конца года", "с начала года": this year's; "с конца года" the last one's."""
    word = span.word("z")
    if span.published is None or word is None:
        return None
    over = word.value == "late" and "U" not in span.codes
    return Moment(span.published.year - over).edtf(), True


def _part_of_day(span: Span) -> str:
    """ "в 20-х числах мая" is late May."""
    days = span.days()
    return {0: "early", 1: "mid", 2: "late"}.get(days[0] // 10, "") if days else ""


def season(span: Span) -> Reading:
    """ "летом 2022 года", "last summer"; without a year the latest one that has begun."""
    word = span.word("sq")
    if word is None or (
        span.codes.startswith("p")
        and "q" in span.codes
        and not span.years()
        and span.form(span.first) not in {"in", "during"}
    ):
        return None
    number, years = int(word.value), span.years()
    if "E" in span.codes:  # "the winter of 2022/23"
        whole = full(span)
        return None if whole is None else (f"{whole[0][:4]}-{number}", False)
    if len(years) == 2 and None not in years:  # "the winter of 2022-2023"
        years = years[:1]
    if years:
        return None if years[-1] is None else (f"{years[-1]:04}-{number}", span.relative_year())
    short = span.short_year()
    if short is not None:
        return f"{short:04}-{number}", False
    if span.published is None:
        return None
    if _back(span):
        return _last_season(number, span), True
    return f"{_latest_begun(number, span.published):04}-{number}", True


def _latest_begun(number: int, published: Moment) -> int:
    begins = Moment(published.year, {21: 3, 22: 6, 23: 9, 24: 12}[number])
    return published.year if is_past(begins, published) else published.year - 1


def _last_season(number: int, span: Span) -> str:
    """In Russian and Ukrainian "last summer" is last year's; in English the latest that is over.

    Where this year's is over too, the two could be meant, and the value is approximate.
    """
    assert span.published is not None
    this_year, now = span.published.year - _back(span) + 1, span.published.month or 12
    over = number != 24 and now > {21: 5, 22: 8, 23: 11}[number]
    if number == 24:  # the winter that began in December before last December's, once a winter is under way
        return f"{this_year - 1:04}-24" if now > 2 else f"{this_year - 2:04}-24"
    if over:
        return f"{this_year if span.lang == 'en' else this_year - 1:04}-{number}~"
    return f"{this_year - 1:04}-{number}"


def year(span: Span) -> Reading:
    """ "в 2020 г.", "соли 2019", "торік"."""
    years = span.years()
    if not years and span.short_year() is not None:
        return f"{span.short_year():04}", False
    if len(years) != 1 or years[0] is None:
        return None
    if _is_in_a_name(span):
        return None
    if years[0] == 2000 and not set(span.codes) & set("yjR") and span.after() not in {"", ".", ",", ")"}:
        return None  # "in 2000 villages"
    about = "~" if "~" in span.codes else ""
    return f"{years[0]:04}{about}", span.relative_year()


def decade(span: Span) -> Reading:
    """ "1990-х", "1990s"."""
    number = int(span.numbers("Y")[0])
    return (f"{number // 10:03}X", False) if number % 10 == 0 else (f"{number:04}", False)


def _back(span: Span) -> int:
    """How many units back: 1 for "last", 2 for "the one before last", 0 where neither is said."""
    word = span.word("L9")
    return int(word.value or 1) if word is not None else 0


def last_unit(span: Span) -> Reading:
    """ "last week", "this month"."""
    published = span.published
    if published is None:
        return None
    if "k" in span.codes:
        week = week_before(published, weeks=_back(span))
        return None if week is None else (week, True)
    if not published.month:
        return None
    months = published.months() - _back(span)
    return Moment(months // 12, months % 12 + 1).edtf(), True


def weekday(span: Span) -> Reading:
    """ "on Tuesday", "last Friday"."""
    word = span.word("w8")
    if word is None or span.published is None or (span.lang == "tg" and _is_city(span)):
        return None
    day_ = last_weekday(
        span.published, int(word.value), before=_back(span) > 0, weeks=max(0, _back(span) - 1)
    )
    return None if day_ is None else (day_, True)


def weekday_of_week(span: Span) -> Reading:
    """ "o'tgan haftaning chorshanbasida", "в среду на прошлой неделе"."""
    word = span.word("w8")
    if word is None or span.published is None or not span.published.day:
        return None
    published = span.published
    day_ = date(published.year, published.month, published.day)
    back = 0 if "T" in span.codes else _back(span)
    found = day_ + timedelta(days=int(word.value) - day_.weekday() - 7 * back)
    return Moment(found.year, found.month, found.day).edtf(), True


def _is_city(span: Span) -> bool:
    """Dushanbe is a city with a capital and Monday without."""
    at = next(at for at in range(span.first, span.last) if span.lexed.codes[at] == "w")
    return at > 0 and span.text[span.lexed.starts[at]].isupper() and not span.text.isupper()


def words_of(span: Span) -> list[Word]:
    """Every word of the span that a table lists."""
    return [v for v in span.lexed.values[span.first : span.last] if isinstance(v, Word)]
