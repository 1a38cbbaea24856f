"""Claims of single sentences that stand in books of phrases (tests/gates/phrases), one claim a row.

Texts that are annotated whole show how well a story is read; these show which wordings are not known at all.
Rows with an odd number are for development, those with an even number are only counted.
"""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.cli.measuring.books import HELD, OPEN, Row, books_folder, books_in, half_of, texts_of
from tizme.cli.measuring.claims import SCORER
from tizme.cli.measuring.shared import files_digest, part_of
from tizme.extract import RULE_VERSION, extract_document
from tizme.model import Extraction, ReadFailure, UnusableInput
from tizme.readers import read_bytes

_COLUMNS = ("id", "doc_date", "text", "subject", "property", "value", "polarity")
_TRAP = "!"
_STEM = 4  # characters of a word that inflection leaves alone
SameValue = Callable[[str, str, object], bool]


@dataclass(frozen=True, slots=True)
class PhraseScore:
    """Claims of one language and half.

    Attributes:
        half: ``open`` (odd numbers) or ``held`` (even numbers).
        wanted: Claims that the book asks for; ``right`` have property, value and subject,
            ``polarity`` of these also the polarity.
        traps: Claims that must not be affirmed; ``fallen`` are.
    """

    lang: str
    half: str
    wanted: int
    right: int
    polarity: int
    traps: int
    fallen: int


@dataclass(frozen=True, slots=True)
class PhrasesMeasured:
    """All books. ``faults``: (id, what, property, value, given, text) of the open half alone."""

    rule: str
    corpus: str
    corpus_sha256: str
    scores: tuple[PhraseScore, ...]
    faults: tuple[tuple[str, ...], ...]


def phrases_folder() -> Path | None:
    """Where the books lie in the repository; None where tizme was installed without its tests."""
    return books_folder("phrases")


def measure_phrases(folder: Path, shared: Path, languages: Iterable[str] = ()) -> PhrasesMeasured:
    """Extract every text of the books and count their claims; values are compared as the shared scorer does.

    Raises:
        UnusableInput: no book, or one whose columns are others.
    """
    books = books_in(folder, languages, "phrases")
    same = _same_value(part_of(shared, "bench", SCORER))
    scores, faults = list[PhraseScore](), list[tuple[str, ...]]()
    for book in books:
        judged = [one for rows in texts_of(book, _COLUMNS) for one in _judge(rows, same)]
        for half in (OPEN, HELD):
            mine = [(row, what) for row, what, _ in judged if half_of(row) == half]
            scores.append(_score(book.stem, half, mine))
        faults += [
            (row["id"], what, row["property"], row["value"], given, row["text"])
            for row, what, given in judged
            if what not in {"right", "not fallen"} and half_of(row) == OPEN
        ]
    return PhrasesMeasured(RULE_VERSION, str(folder), files_digest(books), tuple(scores), tuple(faults))


def _judge(rows: list[Row], same: SameValue) -> Iterator[tuple[Row, str, str]]:
    """(row, what became of it, what was given instead) for every claim of one text."""
    text = rows[0]["text"]
    document = read_bytes(text.encode(), name=f"{rows[0]['id']}.txt")
    if isinstance(document, ReadFailure):
        raise UnusableInput(f"not read ({document.reason}): {document.detail}", rows[0]["id"], "mend the row")
    found = extract_document(document, item="", published=rows[0]["doc_date"])
    names = _names(found, document.text)
    for row in rows:
        trap = row["property"].startswith(_TRAP)
        prop = row["property"].removeprefix(_TRAP)
        own = [claim for claim in found.claims if claim.property == prop]
        mine = [claim for claim in own if _is_called(names[claim.subject], row["subject"])]
        if trap:
            fallen = any(claim.polarity.value == "affirmed" for claim in mine)
            yield row, "fallen" if fallen else "not fallen", ""
            continue
        right = [claim for claim in mine if same(prop, row["value"], claim.value)]
        given = "; ".join(f"{claim.value} {claim.polarity.value}" for claim in mine or own)
        if any(claim.polarity.value == row["polarity"] for claim in right):
            yield row, "right", ""
        else:
            what = "polarity" if right else "value" if mine else "subject" if own else "missed"
            yield row, what, given


def _names(found: Extraction, text: str) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {claim.subject: [] for claim in found.claims}
    for mention in found.mentions:
        names.setdefault(mention.subject, []).append(text[mention.start : mention.stop])
    return names


def _is_called(quotes: list[str], name: str) -> bool:
    """Whether one of the subject's mentions shares a word's beginning with the name in the book."""
    wanted = _stems(name)
    return any(wanted & _stems(quote) for quote in quotes)


def _stems(words: str) -> set[str]:
    return {word.strip(".,«»\"'()").lower()[:_STEM] for word in words.split()} - {""}


def _score(lang: str, half: str, judged: list[tuple[Row, str]]) -> PhraseScore:
    became = Counter(what for _, what in judged)
    traps = became["fallen"] + became["not fallen"]
    return PhraseScore(
        lang, half, len(judged) - traps, became["right"] + became["polarity"], became["right"],
        traps, became["fallen"],
    )  # fmt: skip


def _same_value(scorer: Path) -> SameValue:
    """The scorer's own comparison of values, so that both measures mean the same."""
    spec = importlib.util.spec_from_file_location("score_claims", scorer)
    if spec is None or spec.loader is None:
        raise UnusableInput("the scorer cannot be loaded", str(scorer), "use the scorer of the shared data")
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.same_value  # type: ignore[no-any-return]
