"""Dates, durations, ages, numbers and money in words, for ru en ky uz (both scripts) tg kk uk.

Reads: a text, its language and its item's day; tables/dates.
Writes: nothing.
Never: gives a day, month or year that the words and the item's day do not hold.
"""

from tizme.dates.bounds import is_edge
from tizme.dates.edtf import edtf_bounds, edtf_valid
from tizme.dates.find import find_ages, find_dates, parse_date
from tizme.dates.money import find_money, parse_money
from tizme.dates.numbers import find_numbers

__all__ = [
    "edtf_bounds",
    "edtf_valid",
    "find_ages",
    "find_dates",
    "find_money",
    "find_numbers",
    "is_edge",
    "parse_date",
    "parse_money",
]
