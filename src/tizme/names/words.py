"""One word of a name: what it may be, and the canonical forms that it is compared by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tizme.names.cases import suffix_kind
from tizme.names.inflect import sex_votes
from tizme.names.lexicon import listed_sexes, made_sexes, only_family
from tizme.names.markers import marker, nearly_marker, short_marker, stands_before
from tizme.names.ocr import clean_ocr
from tizme.names.patronymic import damaged_father, father_name, surely_patronymic
from tizme.names.translit import canon, root, sexless

# Bits of a word's class; names/roles.py takes a name apart by these alone.
ASIDE, MARKER, FATHER, SURE, FAMILY, LISTED, GIVEN, INITIAL, CAPITALS, DAMAGED, BEFORE, SHORT = (
    1 << k for k in range(12)
)


@lru_cache(maxsize=200_000)
def word_class(word: str) -> int:
    """What a word may be in a name, as bits; CAPITALS is told of the word as written, elsewhere."""
    kind = marker(word)
    # "Аскар" is a soldier, and a given name where it is written as one; "Mullah" is a title all the same.
    named = word[:1].isupper() and bool(listed_sexes(word)) and not (kind == "title" and word.isascii())
    found = ASIDE if kind in {"rank", "title", "alias"} and not named else 0
    if kind == "patronymic-marker":
        found |= MARKER | (BEFORE if stands_before(word) else 0)
    if len(word.rstrip(".")) <= 1:
        return found | INITIAL | (SHORT if short_marker(word) else 0)
    if only_family(word):
        return found | FAMILY
    if father_name(word):
        found |= FATHER
    if surely_patronymic(word):
        found |= SURE
    if suffix_kind(word)[0] == "family":
        found |= FAMILY
    if listed_sexes(word):
        found |= LISTED | GIVEN
    elif made_sexes(word):
        found |= GIVEN
    if found == 0:
        found = MARKER if nearly_marker(word) else DAMAGED if damaged_father(word) else 0
    return found


def shouted(word: str) -> bool:
    """Whether a word is written in capitals, but for one letter at most."""
    if word[1:].islower():
        return False
    letters = [letter for letter in word if letter.lower() != letter.upper()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)


@dataclass(frozen=True, slots=True)
class WordForms:
    """A written word made ready for comparison.

    Attributes:
        kind: Bits of `word_class`, with CAPITALS.
        given, family: Canonical form, without the mark of sex in ``family``; one letter for an initial.
        father: Root of the father's name that a patronymic is built from, else of the word itself.
        bare_father: Root of the word itself.
        votes: How strongly the word tells of a man, and of a woman.
    """

    kind: int
    given: str
    family: str
    father: str
    bare_father: str
    votes: tuple[int, int] = (0, 0)


@lru_cache(maxsize=500_000)
def word_forms(word: str) -> WordForms:
    """The forms of a word as written: scan noise and CAPITALS are mended first."""
    clean = clean_ocr(word)
    kind = word_class(clean) | (CAPITALS if shouted(word) else 0)
    whole = canonical(clean)
    if kind & MARKER:
        return WordForms(kind, whole, whole, whole, whole, sex_votes(clean))
    if len(whole) <= 1:
        return WordForms(kind, whole, whole, whole, whole)
    family = sexless(whole)
    own = root(family)
    father = damaged_father(clean) if kind & DAMAGED else father_name(clean)
    named = own if father is None else root(sexless(canonical(father)))
    return WordForms(kind, whole, family, named, own, sex_votes(clean))


@lru_cache(maxsize=200_000)
def canonical(words: str) -> str:
    """Canonical forms joined without a blank: "Мухаммад Юсуф" and "Мухаммадюсуф" are one."""
    if len(words) > 1 and words.isalpha():
        return canon(words)
    pieces = words.replace("-", " ").split()
    whole = [canon(p) for p in pieces if len(p.rstrip(".")) > 1]
    return "".join(whole) or canon(words[:1])[:1]
