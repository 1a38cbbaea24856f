"""What words may be in a name, told of many words at once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tizme.names.cases import NO_KIND, kind_by_suffix, kind_suffixes
from tizme.names.inflect import votes_for, votes_of
from tizme.names.lexicon import family_only, listed, made
from tizme.names.markers import is_marker, marker_of, nearly_marker, short_marker, stands_before
from tizme.names.patronymic import built_from, father_suffixes, spoilt_father, surely_patronymic

# Bits of a word's class; names/roles.py takes a name apart by these alone.
ASIDE, MARKER, FATHER, SURE, FAMILY, LISTED, GIVEN, INITIAL, CAPITALS, DAMAGED, BEFORE, SHORT = (
    1 << k for k in range(12)
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
    given = listed(low, script, key)
    pieces = "" if given else made(key)
    ends = _endings()
    endings = ends.get(low[-3:], 0) | ends.get(low[-2:], 0) | ends.get(low[-1:], 0)
    if endings or not low[1:] or is_marker(low) or family_only(key):
        return _told(word, low, script, key, given, pieces, endings)
    if given or pieces:
        return _by_given(given, pieces)
    return _guessed(word, low, script, Told(0, None, (0, 0)))


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


@lru_cache(maxsize=16)
def _by_given(listed_as: str, made_as: str) -> Told:
    kind = LISTED | GIVEN if listed_as else GIVEN
    return Told(kind, None, votes_for(listed_as or made_as, "given"))


def _told(word: str, low: str, script: str, key: str, given: str, pieces: str, endings: int) -> Told:
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
    suffix = kind_by_suffix(low, script) if endings & _BY_KIND else NO_KIND
    father, sure = None, False
    if endings & _BY_FATHER:
        father, sure = built_from(word, low, script), surely_patronymic(low, script)
    votes = votes_of(word, role, suffix, given, pieces)
    if family_only(key):
        return Told(found | FAMILY, father, votes)
    found |= FATHER if father else 0
    found |= SURE if sure else 0
    found |= FAMILY if suffix[0] == "family" else 0
    found |= LISTED | GIVEN if given else GIVEN if pieces else 0
    return _guessed(word, low, script, Told(found, father, votes))


def _guessed(word: str, low: str, script: str, told: Told) -> Told:
    """A word that is nothing so far may be a marker or a patronymic with one wrong letter."""
    if told.kind:
        return told
    if nearly_marker(low):
        return told._replace(kind=MARKER)
    father = spoilt_father(word, low, script)
    return told._replace(kind=DAMAGED, father=father) if father else told
