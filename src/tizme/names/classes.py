"""What words may be in a name, told of many words at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tizme.names.cases import NO_KIND, kind_by_suffix, kind_suffixes
from tizme.names.inflect import votes_by, votes_of
from tizme.names.lexicon import family_only, listed_many, made_many, only_families
from tizme.names.markers import marker_of, markers_by_form, nearly_marker, short_marker, stands_before
from tizme.names.patronymic import built_from, father_suffixes, spoilt_father, surely_patronymic
from tizme.names.translit import canon
from tizme.tables import rows

# Bits of a word's class; names/roles.py takes a name apart by these alone.
ASIDE, MARKER, FATHER, SURE, FAMILY, LISTED, GIVEN, INITIAL, CAPITALS, DAMAGED, BEFORE, SHORT, HEAD = (
    1 << k for k in range(13)
)
_ASIDE_KINDS = frozenset({"rank", "title", "alias"})


class Told(NamedTuple):
    """What a word tells.

    Attributes:
        kind: Bits of its class.
        father: The name that its bearer's father had, None where the word does not say.
        votes: How strongly it tells of a man, and of a woman (`inflect.votes_of`).
    """

    kind: int
    father: str | None
    votes: tuple[int, int]


def tell(word: str, low: str, script: str, key: str) -> Told:
    """What a word tells whose folded form, script and canonical form are known."""
    return tell_many([word], [low], [script], [key])[0]


def tell_many(
    words: Sequence[str], lows: Sequence[str], scripts: Sequence[str], keys: Sequence[str]
) -> list[Told]:
    """As `tell`, of many words."""
    ends, markers, only, found = _endings(), markers_by_form(), only_families(), list[Told]()
    heads = _heads()
    columns = (words, lows, scripts, keys, listed_many(lows, scripts, keys), made_many(keys))
    for word, low, script, key, given, made in zip(*columns, strict=True):
        pieces = "" if given else made
        endings = ends.get(low[-3:], 0) | ends.get(low[-2:], 0) | ends.get(low[-1:], 0)
        if endings & _BY_STOP or not low[1:] or low in markers or key in only:
            found.append(_told(word, low, script, key, given, pieces))
            continue
        told = _by_form(kind_by_suffix(low, script) if endings else NO_KIND, given, pieces)
        if endings & _BY_FATHER:
            told = _with_father(told, word, low, script)
        if key in heads and told.kind & GIVEN:
            told = told._replace(kind=told.kind | HEAD)
        found.append(told if told.kind else _guessed(word, low, script, told))
    return found


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """Canonical forms that begin a given name of two words."""
    return frozenset(canon(row["word"]) for row in rows("names/compound_heads.csv", "word"))


@lru_cache(maxsize=1024)
def _by_form(suffix: tuple[str, str, bool], given: str, pieces: str) -> Told:
    """What a word tells that is neither a marker nor an initial nor a patronymic."""
    found = FAMILY if suffix[0] == "family" else 0
    found |= LISTED | GIVEN if given else GIVEN if pieces else 0
    return Told(found, None, votes_by(suffix, given, pieces))


# How a word may end: a suffix of `kind_by_suffix`, one of `built_from` or `surely_patronymic`, a full stop.
_BY_KIND, _BY_FATHER, _BY_STOP = 1, 2, 4


@lru_cache(maxsize=1)
def _endings() -> dict[str, int]:
    """The last letters of each suffix, three where it has as many -> which of the above have them."""
    found = {".": _BY_STOP}
    for bit, suffixes in ((_BY_KIND, kind_suffixes), (_BY_FATHER, father_suffixes)):
        for script in ("Cyrl", "Latn"):
            for suffix in suffixes(script):
                found[suffix[-3:]] = found.get(suffix[-3:], 0) | bit
    return found


def _with_father(told: Told, word: str, low: str, script: str) -> Told:
    father = built_from(word, low, script)
    found = (FATHER if father else 0) | (SURE if surely_patronymic(low, script) else 0)
    return Told(told.kind | found, father, told.votes) if found else told


def _told(word: str, low: str, script: str, key: str, given: str, pieces: str) -> Told:
    """As `tell_many`, of a word that may be a marker, an initial or a family name alone."""
    role = marker_of(low)
    kind = role[0]
    found = 0
    if kind in _ASIDE_KINDS:
        # "Аскар" is a soldier, and a given name where it is written as one; "Mullah" is a title all the same.
        named = word[:1].isupper() and given and not (kind == "title" and word.isascii())
        found = 0 if named else ASIDE
    elif kind == "patronymic-marker":
        found = MARKER | (BEFORE if stands_before(word) else 0)
    if len(word.rstrip(".")) <= 1:
        return Told(found | INITIAL | (SHORT if short_marker(word) else 0), None, (0, 0))
    suffix = kind_by_suffix(low, script)
    votes = votes_of(word, role, suffix, given, pieces)
    if family_only(key):
        return Told(found | FAMILY, built_from(word, low, script), votes)
    told = Told(found | _by_form(suffix, given, pieces).kind, None, votes)
    return _guessed(word, low, script, _with_father(told, word, low, script))


def _guessed(word: str, low: str, script: str, told: Told) -> Told:
    """A word that is nothing so far may be a marker or a patronymic with one wrong letter."""
    if told.kind:
        return told
    if nearly_marker(low):
        return told._replace(kind=MARKER)
    father = spoilt_father(word, low, script)
    return told._replace(kind=DAMAGED, father=father) if father else told
