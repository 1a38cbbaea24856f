"""The father's given name behind a patronymic."""

from __future__ import annotations

from functools import lru_cache

from tizme.names.letters import by_last_letter, fold, script_of
from tizme.names.lexicon import listed_sexes
from tizme.tables import Row, rows


@lru_cache(maxsize=2)
def _suffixes(script: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Suffixes by their last letter, and suffix -> what may stand in its place."""
    table = rows("names/patronymics.csv", "script", "suffix", "restores", "spoilt")
    found = {
        row["suffix"]: _restores(row) for row in table if row["script"] == script and row["spoilt"] != "only"
    }
    return by_last_letter(found), found


def _restores(row: Row) -> tuple[str, ...]:
    return tuple(restored.replace("-", "") for restored in row["restores"].split("|"))


@lru_cache(maxsize=100_000)
def father_name(word: str) -> str | None:
    """The given name that a one-word patronymic was built from, None where ``word`` is none.

    >>> father_name("Асанович"), father_name("Юрьевна"), father_name("Асанов")
    ('Асан', 'Юрий', None)
    """
    low = fold(word)
    ends, known = _suffixes(script_of(word))
    for suffix in ends.get(low[-1:], ()):
        if not low.endswith(suffix):
            continue
        restores = known[suffix]
        stem_length = len(low) - len(suffix)
        if stem_length + max(map(len, restores)) < 2:
            continue
        if stem_length < 2 and not any(len(r) > 2 for r in restores):
            continue
        candidates = [_join(word, stem_length, restored) for restored in restores]
        return next((c for c in candidates if "m" in listed_sexes(c)), candidates[0])
    return None


def _join(word: str, stem_length: int, restored: str) -> str:
    joined = word[:stem_length] + restored
    return joined if stem_length else joined[:1].upper() + joined[1:]


@lru_cache(maxsize=2)
def _certain(script: str) -> tuple[str, ...]:
    table = rows("names/patronymics.csv", "script", "suffix", "certain")
    return tuple(row["suffix"] for row in table if row["script"] == script and row["certain"] == "yes")


def surely_patronymic(word: str) -> bool:
    """Whether ``word`` ends as no family name does ("Ғабитұлы")."""
    return fold(word).endswith(_certain(script_of(word)))


# Letters of an ending (and before it) that must be there when one of them may be wrong.
_LEAST_SPOILED, _LEAST_NAME = 4, 3


@lru_cache(maxsize=4)
def _spoilable(script: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = rows("names/patronymics.csv", "script", "suffix", "spoilt")
    return tuple(
        (row["suffix"], _restores(row)) for row in table if row["script"] == script and row["spoilt"] != "no"
    )


@lru_cache(maxsize=100_000)
def damaged_father(word: str) -> str | None:
    """The name behind a patronymic whose ending has one wrong letter ("Георгиезна"), else None.

    Only a place among the words of a name can say that such a word is a patronymic.
    """
    low = fold(word)
    for suffix, restores in _spoilable(script_of(word)):
        stem, end = word[: -len(suffix)], low[-len(suffix) :]
        # Of two letters that follow each other one must be right; asked first because it is quick.
        if len(stem) < _LEAST_NAME or (end[0] != suffix[0] and end[1] != suffix[1]):
            continue
        wrong = sum(a != b for a, b in zip(end, suffix, strict=True))
        if wrong <= 1:
            candidates = [_join(word, len(stem), restored) for restored in restores]
            return next((c for c in candidates if "m" in listed_sexes(c)), candidates[0])
    return None
