"""Which word of a name is what, told by the words' classes alone.

Whole lists share a few thousand shapes ("unknown word, word in -ов, patronymic"), so a shape is
worked out once and a name of a list costs a dictionary look-up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from tizme.names.classes import (
    ASIDE,
    BEFORE,
    CAPITALS,
    DAMAGED,
    FAMILY,
    FATHER,
    GIVEN,
    HEAD,
    INITIAL,
    LISTED,
    MARKER,
    SHORT,
    SURE,
)

# Doubts, from 0 (plain) to 1 (a guess); see NameParts.doubt.
_ORDER_GUESSED, _ONE_WORD = 0.5, 0.3
# How the father's name stands in the name.
MARKED, BUILT, BARE = "marked", "built", "bare"


@dataclass(frozen=True, slots=True)
class Roles:
    """Indexes of words by what they are.

    Attributes:
        patronymic: The words of it, marker included.
        father: Index of the word that tells the father's name, -1 where none does.
        father_is: "marked" ("Асан уулу"), "built" ("Асанович"), "bare" ("Фирдавс Саид Шарифов"), or "".
        aside: Ranks, titles, "alias".
    """

    given: tuple[int, ...]
    family: tuple[int, ...]
    patronymic: tuple[int, ...]
    father: int
    father_is: str
    aside: tuple[int, ...]
    doubt: float


@dataclass(slots=True)
class _Draft:
    """Roles as they are found; ``free`` are words that no rule has placed yet."""

    kinds: tuple[int, ...]
    comma_after: int  # index of the last word before the comma, -1 where there is none
    given: list[int] = field(default_factory=list)
    family: list[int] = field(default_factory=list)
    patronymic: list[int] = field(default_factory=list)
    father: int = -1
    father_is: str = ""
    free: list[int] = field(default_factory=list)
    doubt: float = 0.0

    def has(self, i: int, bits: int) -> bool:
        return bool(self.kinds[i] & bits)

    def place(self, part: list[int]) -> None:
        self.free = [i for i in self.free if i not in part]


@lru_cache(maxsize=200_000)
def roles(kinds: tuple[int, ...], comma_after: int = -1) -> Roles:
    """Take a name apart by its words' classes (see names/words.py)."""
    draft = _Draft(kinds, comma_after)
    aside = tuple(i for i, kind in enumerate(kinds) if kind & ASIDE)
    if len(aside) == len(kinds):
        aside = ()  # "Хаджи" alone is somebody's name
    draft.free = [i for i in range(len(kinds)) if i not in aside]
    for step in (_take_marked_father, _take_patronymic, _take_by_comma, _take_by_form, _take_the_rest):
        step(draft)
    return Roles(
        tuple(draft.given), tuple(draft.family), tuple(draft.patronymic), draft.father, draft.father_is,
        aside, draft.doubt,
    )  # fmt: skip


def _take_marked_father(draft: _Draft) -> None:
    for i, kind in enumerate(draft.kinds):
        at = i + 1 if kind & BEFORE else i - 1
        short = kind & SHORT and i > 0 and draft.has(i - 1, GIVEN) and len(draft.free) > 2
        if (kind & MARKER or short) and i > 0 and at in draft.free:
            draft.father, draft.father_is = at, MARKED
            draft.patronymic = sorted((at, i))
            draft.place(draft.patronymic)
            return


def _take_patronymic(draft: _Draft) -> None:
    if draft.patronymic or len(draft.free) < 2:
        return
    found = [i for i in draft.free if draft.has(i, FATHER) and _likely_patronymic(draft, i)]
    if not found and len(draft.free) > 2:
        found = [i for i in draft.free if draft.has(i, DAMAGED) and not _stands_out(draft, i)][-1:]
    if found:
        # Of "Иван Петрович Пашкевич" the last is the family, of "Пашкевич Иван Петрович" the first.
        both = found[-2:] == draft.free[-2:] and len(draft.free) > 2
        at = found[-2] if both else found[-1]
        draft.father, draft.father_is, draft.patronymic = at, BUILT, [at]
        draft.place([at])


def _likely_patronymic(draft: _Draft, i: int) -> bool:
    # "Абрамович" may be a family name: only a third word, or one after a given name, is a father's.
    alone = len(draft.free) == 2 and (
        i == draft.free[0] or draft.has(i, CAPITALS) or not draft.has(draft.free[0], GIVEN)
    )
    return draft.has(i, SURE) or not (draft.has(i, FAMILY) or alone or _stands_out(draft, i))


def _stands_out(draft: _Draft, i: int) -> bool:
    """Whether a word is in CAPITALS among others that are not: only family names are so."""
    return draft.has(i, CAPITALS) and not all(draft.has(k, CAPITALS | INITIAL) for k in draft.free)


def _take_by_comma(draft: _Draft) -> None:
    if draft.comma_after >= 0:
        draft.family = [i for i in draft.free if i <= draft.comma_after]
        draft.place(draft.family)


def _take_by_form(draft: _Draft) -> None:
    """Family by CAPITALS against the rest, or by a suffix, where exactly one word shows it."""
    if draft.family or len(draft.free) < 2:
        return
    shouted = [i for i in draft.free if draft.has(i, CAPITALS)]
    by_suffix = [i for i in draft.free if draft.has(i, FAMILY) and not draft.has(i, LISTED)]
    whole_words = [i for i in draft.free if not draft.has(i, INITIAL)]
    if shouted and len(shouted) < len(whole_words):
        draft.family = shouted
    elif len(by_suffix) == 1:
        draft.family = by_suffix
    elif len(whole_words) == 1 and len(draft.free) > 1:
        # "Шарифов Ф." but "Фахриддин Р."
        initials = [i for i in draft.free if i not in whole_words]
        draft.family = initials[-1:] if draft.has(whole_words[0], GIVEN) else whole_words
    elif draft.patronymic and len(draft.free) == 2:
        first, second = draft.free
        # "Family Given Patronymic" and "Given Patronymic Family" are the two orders in use.
        draft.family = [second] if second > draft.patronymic[0] else [first]
    draft.place(draft.family)


def _take_the_rest(draft: _Draft) -> None:
    if draft.family:
        _take_beside_family(draft)
    elif len(draft.free) == 1:
        only = draft.free[0]
        is_family = draft.has(only, FAMILY) and not draft.has(only, LISTED)
        (draft.family if is_family and not draft.patronymic else draft.given).append(only)
        draft.doubt = _ONE_WORD
    elif draft.free and not draft.patronymic:
        # No suffix tells: the one word that no list knows is the family; else the last, as in the press.
        unknown = [i for i in draft.free if not draft.has(i, GIVEN)]
        draft.family = unknown if len(unknown) == 1 else draft.free[-1:]
        draft.given = [i for i in draft.free if i not in draft.family]
        draft.doubt = _ORDER_GUESSED
    else:
        draft.given = draft.free


def _take_beside_family(draft: _Draft) -> None:
    initials = [i for i in draft.free if draft.has(i, INITIAL)]
    pair = len(draft.free) == 2 and not draft.patronymic
    if len(initials) >= 2 and not draft.patronymic and len(initials) == len(draft.free):
        draft.given, draft.patronymic = initials[:1], initials[1:2]
    elif pair and draft.free[1] in initials:
        draft.given, draft.patronymic = draft.free[:1], initials
    elif pair and draft.has(draft.free[0], HEAD):
        draft.given, draft.doubt = draft.free, _ORDER_GUESSED  # "Мухаммад Али Каримов" is as often one name
    elif pair and all(draft.has(i, GIVEN) for i in draft.free):
        # Tajik and Uzbek habit: the father's bare name follows one's own.
        draft.given, draft.patronymic = draft.free[:1], draft.free[1:]
        draft.father, draft.father_is, draft.doubt = draft.free[1], BARE, _ORDER_GUESSED
    else:
        draft.given = draft.free
