"""The father's given name behind a patronymic."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import chain

from tizme.names.letters import Ends, by_ending, fold, script_of, suffixes_like
from tizme.names.lexicon import listed_exactly, listed_sexes
from tizme.tables import Row, rows


@lru_cache(maxsize=2)
def _suffixes(script: str) -> tuple[Ends, dict[str, tuple[str, ...]]]:
    """Suffixes by their last letters, and suffix -> what may stand in its place."""
    table = rows("names/patronymics.csv", "script", "suffix", "restores", "spoilt")
    found = {
        row["suffix"]: _restores(row) for row in table if row["script"] == script and row["spoilt"] != "only"
    }
    return by_ending(found), found


def _restores(row: Row) -> tuple[str, ...]:
    return tuple(restored.replace("-", "") for restored in row["restores"].split("|"))


@lru_cache(maxsize=100_000)
def father_name(word: str) -> str | None:
    """The given name that a one-word patronymic was built from, None where ``word`` is none.

    >>> father_name("Асанович"), father_name("Юрьевна"), father_name("Асанов")
    ('Асан', 'Юрий', None)
    """
    return built_from(word, fold(word), script_of(word))


def built_from(word: str, low: str, script: str) -> str | None:
    """As `father_name`, of a word whose folded form and script are known."""
    ends, known = _suffixes(script)
    for suffix in suffixes_like(low, ends):
        if not low.endswith(suffix):
            continue
        restores = known[suffix]
        stem_length = len(low) - len(suffix)
        if stem_length + max(map(len, restores)) < 2:
            continue
        if stem_length < 2 and not any(len(r) > 2 for r in restores):
            continue
        return _likeliest(word, low, stem_length, restores)
    return None


def father_suffixes(script: str) -> Collection[str]:
    """Every suffix that `built_from` or `surely_patronymic` knows."""
    return {*_suffixes(script)[1], *chain.from_iterable(_certain(script).values())}


def _likeliest(word: str, low: str, stem_length: int, restores: tuple[str, ...]) -> str:
    """The first name that a list holds as a man's, else the first."""
    if len(restores) > 1:
        for restored in restores:
            # Most candidates are no name's letters in any list; the others are looked at closely.
            exact = listed_exactly(low[:stem_length] + restored)
            candidate = _join(word, stem_length, restored)
            if "m" in (listed_sexes(candidate) if exact is None else exact):
                return candidate
    return _join(word, stem_length, restores[0])


def _join(word: str, stem_length: int, restored: str) -> str:
    joined = word[:stem_length] + restored
    return joined if stem_length else joined[:1].upper() + joined[1:]


@lru_cache(maxsize=2)
def _certain(script: str) -> Ends:
    table = rows("names/patronymics.csv", "script", "suffix", "certain")
    return by_ending(row["suffix"] for row in table if row["script"] == script and row["certain"] == "yes")


def surely_patronymic(low: str, script: str) -> bool:
    """Whether a folded word ends as no family name does ("ғабитұлы")."""
    return low.endswith(suffixes_like(low, _certain(script)))


# Letters of an ending (and before it) that must be there when one of them may be wrong.
_LEAST_SPOILED, _LEAST_NAME = 4, 3
# An ending with one wrong letter has its last two right, or the two before them.
_PAIR = 2
# Place in the table, the suffix, what may stand in its place.
_Spoilt = tuple[int, str, tuple[str, ...]]


@lru_cache(maxsize=4)
def _spoilable(script: str) -> tuple[dict[str, list[_Spoilt]], dict[str, list[_Spoilt]]]:
    """Suffixes by their last two letters, and by the two before those."""
    last: dict[str, list[_Spoilt]] = {}
    before: dict[str, list[_Spoilt]] = {}
    for place, row in enumerate(rows("names/patronymics.csv", "script", "suffix", "spoilt")):
        if row["script"] != script or row["spoilt"] == "no":
            continue
        suffix = row["suffix"]
        if len(suffix) < _LEAST_SPOILED:
            raise row.error(f"a suffix that may be spoilt needs {_LEAST_SPOILED} letters")
        one = (place, suffix, _restores(row))
        last.setdefault(suffix[-_PAIR:], []).append(one)
        before.setdefault(suffix[-2 * _PAIR : -_PAIR], []).append(one)
    return last, before


@lru_cache(maxsize=100_000)
def damaged_father(word: str) -> str | None:
    """The name behind a patronymic whose ending has one wrong letter ("Георгиезна"), else None.

    Only a place among the words of a name can say that such a word is a patronymic.
    """
    return spoilt_father(word, fold(word), script_of(word))


def spoilt_father(word: str, low: str, script: str) -> str | None:
    """As `damaged_father`, of a word whose folded form and script are known."""
    last, before = _spoilable(script)
    found = last.get(low[-_PAIR:], []) + before.get(low[-2 * _PAIR : -_PAIR], [])
    if not found:
        return None
    for _, suffix, restores in sorted(found):
        stem_length = len(low) - len(suffix)
        if stem_length < _LEAST_NAME:
            continue
        wrong = sum(a != b for a, b in zip(low[stem_length:], suffix, strict=True))
        if wrong <= 1:
            return _likeliest(word, low, stem_length, restores)
    return None
