"""What a date, a duration or an age looks like as a string of word classes (see vocabulary.CODES).

The first alternative that fits at the leftmost place wins, so longer readings stand first.
"""

from __future__ import annotations

import re
from functools import cache

YEAR = r"(?:yY|Y(?:-?[uv])?(?:-?(?:y|j\.?))?|[Rr])"
DAY = r"(?:d(?:-?u)?|o)"
MONTH = r"(?:a-?)?(?:[MmQO]|b\.?)(?:-?a)?"
AMOUNT = r"(?:[dnc1](?:[&-]?[1]?[hH])?|h1?)"
UNIT = r"[yakte]"
OF_YEAR = rf"(?:[,-]?p?{YEAR}(?!-?[CKG%]))"
# "5 мая 22 года", "двадцять другого року": two figures or words of a year, only behind a month.
SHORT_YEAR = r"(?:(?:d(?:-?u)?|o)(?:y|j\.?))"
WEEKDAY = r"(?:p?[w8],?p?)"
# Languages in which the month stands before its day ("March 5").
MONTH_FIRST = frozenset({"en"})
# Languages that join a number and its unit by a hyphen in a duration ("three-day").
HYPHENED = frozenset({"en"})


def _ranges(*, month_first: bool) -> list[tuple[str, str]]:
    days = rf"(?:F?{DAY}(?:-|U){DAY}|F{DAY}[Pp]{DAY}|W{DAY}&{DAY})"
    found = [
        ("days", rf"(?:{YEAR},?)?{days}-?p?{MONTH}{OF_YEAR}?"),
        ("spans", rf"F?{DAY}-?{MONTH}{OF_YEAR}?(?:-|U){DAY}-?{MONTH}{OF_YEAR}?"),
        ("spans", rf"W{DAY}-?{MONTH}{OF_YEAR}?&{DAY}-?{MONTH}{OF_YEAR}?"),
        ("spans", rf"(?:{YEAR},?)?{DAY}-?Q(?:{YEAR},?)?{DAY}-?(?:{MONTH}U|O)"),
        ("days", rf"(?:{YEAR},?)?{DAY}-?3{DAY}-?(?:{MONTH}U|O)"),
        ("figures", r"F?E(?:j\.?|y)?(?:-|U)E(?:j\.?|y)?"),
        ("months", rf"p?{YEAR},?F{MONTH}(?:-|U){MONTH}(?!-?{DAY}|[,-]?p?[YyRT])"),
        ("months", rf"F?{MONTH}{OF_YEAR}?(?:-|U){MONTH}(?:{OF_YEAR}|T(?!{UNIT}))?(?!-?{DAY})"),
        ("months", rf"FL{MONTH}U{MONTH}(?!-?{DAY})"),
        ("months", rf"F{MONTH}Uz{MONTH}(?!-?{DAY})"),
        ("months", rf"W{MONTH}{OF_YEAR}?&{MONTH}{OF_YEAR}?"),
        ("months", rf"(?:{YEAR})?[Mm]-?a?&[MmQO]-?a?W"),
        (
            "months",
            rf"(?:{YEAR},?)?(?:[Qm]-?a?(?:{YEAR},?)?(?:[Mm]-?a?U|O)|[Mm]-?a?(?:-|U)[MmQO]-?a?)(?!-?{DAY})",
        ),
        ("years", r"F?y?Y-?y?(?:-|U)Y(?:-?u)?(?:-?(?:y|j\.?))?U?|WY&Y(?:-?(?:y|j\.?))?|Y-?yY-?(?:yU|7)"),
    ]
    if month_first:
        month_days = rf"(?:F?{MONTH}{DAY}(?:-|U){DAY}|W{MONTH}{DAY}&{DAY})"
        spans = rf"F?{MONTH}{DAY}{OF_YEAR}?(?:-|U){MONTH}{DAY}{OF_YEAR}?"
        both = rf"W{MONTH}{DAY}{OF_YEAR}?&{MONTH}{DAY}{OF_YEAR}?"
        found = [("spans", spans), ("spans", both), ("days", rf"{month_days}{OF_YEAR}?"), *found]
    return found


def _points(*, month_first: bool) -> list[tuple[str, str]]:
    # "began in March" is no early March: only English needs a preposition between part and month.
    of = "p?p?" if month_first else ""
    # Only Tajik puts "last" behind.
    after = "(?!)" if month_first else "L(?!y)"
    found = [
        ("day", rf"{WEEKDAY}?{YEAR},?p?{DAY}-?{MONTH}(?:-?t)?"),
        ("day", rf"{WEEKDAY}?{DAY}-?{MONTH}{SHORT_YEAR}"),
        ("day", rf"{WEEKDAY}?{DAY}-?p?(?:{MONTH}|x(?=,?Y)){OF_YEAR}?(?:-?t)?"),
        ("day", rf"(?:{YEAR})?[MmQO]-?a{DAY}-?t"),
        ("day", rf"(?:{YEAR})?[MmQO](?:-?a)?d(?:-[t6]|6)"),
        ("day", rf"(?:{YEAR},?)?[MmQO](?:-?a)?0"),
        ("day", r"[LT]a(?:d(?:-?[t6]|6)|0)|d-?ua[LT]|d-?u" + ("pp?" if month_first else "") + "[LT]a"),
        ("full", rf"{WEEKDAY}?E(?:j\.?|y)?"),
        ("noyear", r"(?:[pFSU])?i"),
        ("part", rf"z-?{of}[LT]?(?:{MONTH}|{of}[sq])(?!-?{DAY}){OF_YEAR}?"),
        ("part", rf"(?:{YEAR},?p?)?{MONTH}z(?!y)"),
        ("decade", r"z-?p?p?Y-?v"),
        ("part", rf"p?{YEAR},?[pP]?z{of}(?:{MONTH}(?!-?{DAY})|[sq](?!y))"),
        ("part", rf"z-?p?{YEAR}|Y-?yz" + ("" if month_first else "|Rz(?![LTRYMmQbsqdo])")),
        ("part", rf"z-?{of}[LT]a|[LT]az|zaL|[FU]{of}z{of}y|yz[US]|(?:{YEAR},?p?)?[sq]z"),
        ("day", r"d(?:-?u)?f[LT]a"),
        ("part", rf"d-?vf{MONTH}{OF_YEAR}?"),
        ("month", rf"(?:{YEAR},p|{YEAR}p?){MONTH}(?!-?d(?!d|-?[Gg]))"),
        ("month", rf"{MONTH}(?:{OF_YEAR}|{SHORT_YEAR})"),
        ("lastmonth", rf"[LT](?:[MmQ]|b\.?)|(?:a)?[MmQ](?:{after}|9)"),
        (
            "season",
            rf"[sq]p?(?:Y[-/]Y-?(?:y|j\.?)?|E)|(?:{YEAR}p?)[sq]|[LT]?[sq]p?{YEAR}|[LT][sq]|[sq](?:{after}|9)|[sq]p?d-u(?![Mmb])|s"
            + (f"|pp?q(?:p?E|{OF_YEAR})?" if month_first else ""),
        ),
    ]
    if month_first:
        found = [("day", rf"{WEEKDAY}?{MONTH}{DAY}(?![CK%]){OF_YEAR}?"), *found]
    return found


def _relatives(joined: str) -> list[tuple[str, str]]:
    return [
        ("ago", rf"(?:(?:~\.?)?{AMOUNT}{joined}~?)?{UNIT}A"),
        ("ago", r"DA|1?[yak]HA|y[dc]A"),
        ("earlier", rf"(?:~\.?)?{AMOUNT}{joined}{UNIT}V"),
        ("later", rf"(?:~?{AMOUNT}{joined}~?)?{UNIT}[BN]|D[BN]|[BN]~?(?:{AMOUNT})?{UNIT}|[BN]D"),
        ("weekdayof", r"[LT]k[w8]|[pS]?[w8],?[pP]?[LT]k|wkL"),
        ("lastunit", r"[LT][ak]|[ak]L(?![akyMmQwsqb])|[ak]9"),
        ("decade", r"p?p?Y-?vy?"),
        ("weekday", r"(?<!!)(?:[pLt][w8](?!v)|[w8][tL9]|8|[FS]w(?!v|-?[U&])|wS)"),
        ("anchor", rf"Z(?!{DAY}-?{MONTH})"),
        ("monthprev", r"l"),
        ("month", rf"{MONTH}"),
        ("year", r"pd-uy"),
        ("year", r"Y-?7"),
        ("year", r"yY|Y(?:-?u)?-?(?:y|j\.?)|Y-u|[FSUp~]Y(?:-?u)?(?!-?[yjakt]|[CK%\d])|[Rr]|YX"),
        ("year", r"(?:^|(?<=[,(|]))Y(?=$|[,.;:)|](?!Y))"),
    ]


def _lengths(joined: str) -> list[tuple[str, str]]:
    return [
        (
            "age",
            rf"(?:~\.?)?{AMOUNT}-?y-?[Gg]|I~?(?:n|d|c)(?:-?y)?|@"
            + ("" if joined else rf"|(?:~\.?)?{AMOUNT}-?G|y[dc](?!-?[MmbQCA])"),
        ),
        ("compound", rf"(?:~\.?)?{AMOUNT}{joined}y&?{AMOUNT}a"),
        ("compound", rf"(?:~\.?)?{AMOUNT}{joined}a&?{AMOUNT}t"),
        ("compound", rf"P?(?<![dncYRLTpz-])y&{AMOUNT}a"),
        ("length", r"P?1[yak]H"),
        ("length", rf"(?:~\.?)?{AMOUNT}{joined}[yakte](?![Gg])"),
        ("length", r"P1?[yakte]|D"),
    ]


@cache
def grammar(lang: str) -> re.Pattern[str]:
    """One pattern over classes; the name of its last group, less the number, says what was found."""
    joined = "-?" if lang in HYPHENED else ""
    ages, lengths = _lengths(joined)[:1], _lengths(joined)[1:]
    first = lang in MONTH_FIRST
    rules = [
        *ages,
        *_relatives(joined)[:4],
        *_ranges(month_first=first),
        *_points(month_first=first),
        *_relatives(joined)[4:],
        *lengths,
    ]
    return re.compile("|".join(f"(?P<{name}_{number}>{rule})" for number, (name, rule) in enumerate(rules)))
