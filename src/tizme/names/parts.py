"""Take a written name apart: any order, any letter case, initials, uulu, ranks, nicknames."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from tizme.model import NameParts
from tizme.names.cases import suffix_kind
from tizme.names.inflect import nominative, sex_of
from tizme.names.lexicon import listed_sexes, made_sexes
from tizme.names.markers import marker, marker_forms
from tizme.names.ocr import clean_ocr
from tizme.names.patronymic import father_name, surely_patronymic
from tizme.text import script_of

_QUOTED = re.compile(r"[«“„\"]([^»”“\"]+)[»”“\"]")
_BRACKETED = re.compile(r"[(\[]([^)\]]*)[)\]]")
_INITIALS = re.compile(r"(?<![^\W\d_])([^\W\d_])\.\s*")
_EDGE = ' ,;:.()[]"«»“”—–\t\n\u00a0'
# Doubts, from 0 (plain) to 1 (a guess); see NameParts.doubt.
_ORDER_GUESSED, _ONE_WORD = 0.5, 0.3


@dataclass(slots=True)
class _Draft:
    """Parts as they are found; ``free`` are words that no rule has placed yet, as indexes."""

    words: list[str]
    capitals: list[bool]
    comma_after: int  # index of the last word before the comma, -1 where there is none
    given: list[int] = field(default_factory=list)
    family: list[int] = field(default_factory=list)
    patronymic: list[int] = field(default_factory=list)
    father: str = ""
    free: list[int] = field(default_factory=list)
    doubt: float = 0.0


@lru_cache(maxsize=100_000)
def parse(text: str, *, lang: str, in_nominative: bool = False) -> NameParts:
    """The parts of a written name, each in the nominative and in the script that it came in.

    A word that is a relative's order to the family ("Асан уулу") fills ``father`` and leaves
    ``family`` empty: it is no family name, and a reader must not compare it with one.

    Args:
        text: The name as written, perhaps with a rank, a nickname in quotes, initials.
        lang: One of text.LANGUAGES.
        in_nominative: The name is known to stand in the nominative (a list, a headword): case
            endings are left alone.

    >>> parse("ШАРИФ0В Фирдавс Саидович", lang="ru").father
    'Саид'
    """
    bare, other = _set_aside(text)
    capitals_and_words = _words(bare)
    words = [word for word, _ in capitals_and_words]
    joined = " ".join(words)
    brought = joined if in_nominative else nominative(joined, lang=lang)
    draft = _Draft(brought.split(" ") if brought else [], [c for _, c in capitals_and_words], _comma(bare))
    others = [w for w in draft.words if marker(w) in {"rank", "title", "alias"}]
    draft.free = [i for i, w in enumerate(draft.words) if marker(w) not in {"rank", "title", "alias"}]
    for step in (_take_marked_father, _take_patronymic, _take_by_comma, _take_by_form, _take_the_rest):
        step(draft)
    return _parts(text, draft, (*others, *other), lang)


def _set_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """Nicknames in quotes and what stands in brackets, out of the name."""
    other = [found.strip() for found in (*_QUOTED.findall(text), *_BRACKETED.findall(text)) if found.strip()]
    bare = _BRACKETED.sub(" ", _QUOTED.sub(" ", text))
    for form in marker_forms("alias"):
        bare = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", " ", bare, flags=re.IGNORECASE)
    return bare, tuple(other)


def _words(bare: str) -> list[tuple[str, bool]]:
    """(word, written in capitals); initials come apart and keep their full stop."""
    found = []
    for piece in re.split(r"[\s,;]+", _INITIALS.sub(r" \1. ", bare)):
        word = piece if len(piece.rstrip(".")) <= 1 else piece.strip(_EDGE)
        if any(map(str.isalpha, word)):
            letters = [letter for letter in word if letter.isalpha()]
            shouted = len(letters) > 1 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)
            found.append((clean_ocr(word), shouted))
    return found


def _comma(bare: str) -> int:
    head, comma, tail = bare.partition(",")
    if not comma or not tail.strip(_EDGE):
        return -1
    return len(_words(head)) - 1


def _take_marked_father(draft: _Draft) -> None:
    for i, word in enumerate(draft.words):
        if marker(word) == "patronymic-marker" and i > 0 and i - 1 in draft.free:
            draft.father = draft.words[i - 1]
            draft.patronymic = [i - 1, i]
            draft.free = [j for j in draft.free if j not in (i - 1, i)]
            return


def _take_patronymic(draft: _Draft) -> None:
    if draft.patronymic:
        return
    for i in reversed(draft.free):
        word = draft.words[i]
        father = father_name(word)
        # "Абрамович" may be a family name: only a third word, or one after a given name, is a father's.
        alone = len(draft.free) == 2 and (
            i == 0 or draft.capitals[i] or not _is_given(draft.words[draft.free[0]])
        )
        sure = surely_patronymic(word)
        if father and len(draft.free) > 1 and (sure or (suffix_kind(word)[0] != "family" and not alone)):
            draft.father, draft.patronymic = father, [i]
            draft.free.remove(i)
            return


def _take_by_comma(draft: _Draft) -> None:
    if draft.comma_after >= 0:
        draft.family = [i for i in draft.free if i <= draft.comma_after]
        draft.free = [i for i in draft.free if i > draft.comma_after]


def _take_by_form(draft: _Draft) -> None:
    """Family by CAPITALS against the rest, or by a suffix, where exactly one word shows it."""
    if draft.family or len(draft.free) < 2:
        return
    shouted = [i for i in draft.free if draft.capitals[i]]
    by_suffix = [
        i for i in draft.free if suffix_kind(draft.words[i])[0] == "family" and not _listed(draft, i)
    ]
    whole_words = [i for i in draft.free if len(draft.words[i].rstrip(".")) > 1]
    if shouted and len(shouted) < len(whole_words):
        draft.family = shouted
    elif len(by_suffix) == 1:
        draft.family = by_suffix
    elif len(whole_words) == 1 and len(draft.free) > 1:
        # "Шарифов Ф." but "Фахриддин Р."
        initials = [i for i in draft.free if i not in whole_words]
        draft.family = initials[-1:] if _is_given(draft.words[whole_words[0]]) else whole_words
    elif draft.patronymic and len(draft.free) == 2:
        first, second = draft.free
        # "Family Given Patronymic" and "Given Patronymic Family" are the two orders in use.
        draft.family = [second] if second > draft.patronymic[0] else [first]
    draft.free = [i for i in draft.free if i not in draft.family]


def _take_the_rest(draft: _Draft) -> None:
    if draft.family:
        initials = [i for i in draft.free if len(draft.words[i].rstrip(".")) <= 1]
        if len(initials) >= 2 and not draft.patronymic and len(initials) == len(draft.free):
            draft.given, draft.patronymic = initials[:1], initials[1:2]
        elif len(draft.free) == 2 and not draft.patronymic and draft.free[1] in initials:
            draft.given, draft.patronymic = draft.free[:1], initials
        elif (
            len(draft.free) == 2
            and not draft.patronymic
            and all(_is_given(draft.words[i]) for i in draft.free)
        ):
            # Tajik and Uzbek habit: the father's bare name follows one's own.
            draft.given, draft.patronymic = draft.free[:1], draft.free[1:]
            draft.father, draft.doubt = draft.words[draft.free[1]], _ORDER_GUESSED
        else:
            draft.given = draft.free
        return
    if len(draft.free) == 1:
        only = draft.free[0]
        is_family = suffix_kind(draft.words[only])[0] == "family" and not _listed(draft, only)
        (draft.family if is_family and not draft.patronymic else draft.given).append(only)
        draft.doubt = _ONE_WORD
    elif draft.free and not draft.patronymic:
        _guess_order(draft)
    else:
        draft.given = draft.free


def _guess_order(draft: _Draft) -> None:
    """No suffix tells: the one word that no list knows is the family; else the last, as in the press."""
    unknown = [i for i in draft.free if not _is_given(draft.words[i])]
    draft.family = unknown if len(unknown) == 1 else draft.free[-1:]
    draft.given = [i for i in draft.free if i not in draft.family]
    draft.doubt = _ORDER_GUESSED


def _listed(draft: _Draft, i: int) -> bool:
    return bool(listed_sexes(draft.words[i]))


def _is_given(word: str) -> bool:
    return bool(listed_sexes(word) or made_sexes(word))


def _parts(text: str, draft: _Draft, other: tuple[str, ...], lang: str) -> NameParts:
    def joined(indexes: list[int]) -> str:
        return " ".join(draft.words[i] for i in indexes)

    name = joined([i for i, w in enumerate(draft.words) if marker(w) not in {"rank", "title", "alias"}])
    return NameParts(
        as_written=text,
        nominative=name,
        given=joined(draft.given),
        father=draft.father,
        family=joined(draft.family),
        script=script_of(name),
        patronymic=joined(draft.patronymic),
        other=other,
        sex=sex_of(name, lang=lang),
        doubt=draft.doubt,
    )
