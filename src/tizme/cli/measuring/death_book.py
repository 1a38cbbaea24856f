"""How often a living man is called dead, in texts that speak of death (tests/gates/deaths).

Texts with an odd number are for development, those with an even number are only counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tizme.cli.measuring.books import HELD, OPEN, Row, books_folder, books_in, half_of, texts_of
from tizme.cli.measuring.shared import files_digest
from tizme.extract import RULE_VERSION, extract_text
from tizme.model import Claim, Extraction, Polarity

COLUMNS = ("id", "doc_date", "text", "person", "fate")
FATES = ("dead", "not_dead", "unsure")
_STEM = 4  # characters of a word that inflection leaves alone
_QUOTE_MARKS = ".,:;!?«»„“”\"'()[]"


@dataclass(frozen=True, slots=True)
class DeathScore:
    """Persons of one language and half.

    Attributes:
        lang: The book's, or ``all``.
        half: ``open`` (odd numbers) or ``held`` (even numbers).
        dead: Persons of whom the text says that they died; ``said`` are claimed to have died,
            ``denied`` to have not.
        not_dead: Persons who live or are not said to have died; ``wrong`` are claimed to have died.
        unsure: Persons whose death is left open; ``unsure_said`` are claimed to have died.
        others: Subjects claimed to have died that are none of the book's persons.
    """

    lang: str
    half: str
    dead: int
    said: int
    denied: int
    not_dead: int
    wrong: int
    unsure: int
    unsure_said: int
    others: int


@dataclass(frozen=True, slots=True)
class DeathsMeasured:
    """All books. ``faults``: (id, what, person, fate, the claim's words, text) of the open half alone."""

    rule: str
    corpus: str
    corpus_sha256: str
    scores: tuple[DeathScore, ...]
    faults: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A person of a text, or ("" as fate) nobody of it, and the claims about the death."""

    lang: str
    row: Row
    fate: str
    affirmed: tuple[Claim, ...]
    denied: tuple[Claim, ...]


def deaths_folder() -> Path | None:
    """Where the books lie in the repository; None where tizme was installed without its tests."""
    return books_folder("deaths")


def measure_deaths(folder: Path, languages: Iterable[str] = ()) -> DeathsMeasured:
    """Extract every text of the books and count whom the claims call dead.

    Raises:
        UnusableInput: no book, or one whose columns are others.
    """
    books = books_in(folder, languages, "deaths")
    judged = [one for book in books for rows in texts_of(book, COLUMNS) for one in _judge(book.stem, rows)]
    scores = [
        _score(lang, half, [one for one in judged if half_of(one.row) == half and lang in {one.lang, "all"}])
        for lang in [*(book.stem for book in books), "all"]
        for half in (OPEN, HELD)
    ]
    faults = [fault for one in judged if half_of(one.row) == OPEN and (fault := _fault(one))]
    return DeathsMeasured(RULE_VERSION, str(folder), files_digest(books), tuple(scores), tuple(faults))


def _judge(lang: str, rows: list[Row]) -> list[_Judged]:
    text = rows[0]["text"]
    found = extract_text(text, published=rows[0]["doc_date"])
    whose = _whose(found, text, [row["person"] for row in rows])
    died = [claim for claim in found.claims if claim.property == "died"]
    affirmed = [one for one in died if one.polarity is Polarity.AFFIRMED and one.value == "true"]
    denied = [one for one in died if one.polarity is Polarity.DENIED]

    def of(claims: list[Claim], person: str) -> tuple[Claim, ...]:
        return tuple(claim for claim in claims if person in whose.get(claim.subject, ()))

    judged = [
        _Judged(lang, row, row["fate"], of(affirmed, row["person"]), of(denied, row["person"]))
        for row in rows
    ]
    strangers = {claim.subject: claim for claim in affirmed if claim.subject not in whose}
    judged += [_Judged(lang, rows[0] | {"person": ""}, "", (claim,), ()) for claim in strangers.values()]
    return judged


def _whose(found: Extraction, text: str, persons: list[str]) -> dict[str, set[str]]:
    """The persons of the book that a subject is: those whose words its best mention repeats most of."""
    best: dict[str, dict[str, int]] = {}
    for mention in found.mentions:
        named = mention.form == "name"
        for person in persons:
            if named != person[:1].isupper():
                continue  # "the brother of Aibek" is not Aibek
            like = _likeness(text[mention.start : mention.stop], person)
            mine = best.setdefault(mention.subject, {})
            mine[person] = max(like, mine.get(person, 0))
    return {
        subject: {person for person, like in mine.items() if like == max(mine.values())}
        for subject, mine in best.items()
        if max(mine.values())
    }


def _likeness(quote: str, person: str) -> int:
    """Letters of the person's words with which words of the quote begin, 0 where it is another man's name."""
    said, wanted = _words(quote), _words(person)
    alike = [max((_begin(word, other) for other in said), default=0) for word in wanted]
    shared = sum(1 for letters in alike if letters)
    if shared < 2 <= min(len(said), len(wanted)) and person[:1].isupper():
        return 0  # one word in common of two on either side: a relative or another of the same name
    return sum(alike)


def _begin(word: str, other: str) -> int:
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return common if common >= min(_STEM, len(word)) else 0


def _words(words: str) -> list[str]:
    """Without initials."""
    bare = (word.strip(_QUOTE_MARKS).lower() for word in words.split())
    return [word for word in bare if len(word.replace(".", "")) > 1 and word[1:2] != "."]


def _score(lang: str, half: str, judged: list[_Judged]) -> DeathScore:
    persons = Counter(one.fate for one in judged)
    said = Counter(one.fate for one in judged if one.affirmed)
    denied = sum(1 for one in judged if one.fate == "dead" and one.denied)
    return DeathScore(
        lang, half, persons["dead"], said["dead"], denied, persons["not_dead"], said["not_dead"],
        persons["unsure"], said["unsure"], said[""],
    )  # fmt: skip


def _fault(one: _Judged) -> tuple[str, ...] | None:
    right = {"dead": "" if one.affirmed else "denied" if one.denied else "missed"}
    wrong = {"not_dead": "wrong dead", "unsure": "unsure said", "": "of another"}
    what = right[one.fate] if one.fate in right else wrong[one.fate] if one.affirmed else ""
    quotes = "; ".join(claim.quote for claim in (one.affirmed or one.denied))
    return (one.row["id"], what, one.row["person"], one.fate, quotes, one.row["text"]) if what else None
