"""Persons' names, found to the letter: the recogniser alone, whole extraction, and natasha beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tizme.cli.measuring.named_texts import (
    FACTRUEVAL,
    KAZNERD,
    NamedText,
    factrueval,
    is_held_out,
    kaznerd,
    own_texts,
)
from tizme.model import Extraction
from tizme.ports import installed_recogniser

Spans = set[tuple[int, int]]
Finder = Callable[[NamedText], Spans]
_SHOWN_BESIDE = 40  # code points around a fault
OWN = "gold"


@dataclass(frozen=True, slots=True)
class NamesFound:
    """How one way to find names did on one set of texts.

    Attributes:
        marked, found, right: Names; right ones begin and end where the annotators' do.
        characters_per_second: Of the way alone, on one core, tables loaded.
        faults: "missed" or "false", the words and what stands around them.
    """

    texts: str
    way: str
    number: int
    marked: int
    found: int
    right: int
    characters_per_second: float
    faults: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.marked + self.found) if self.marked + self.found else 0.0


@dataclass(frozen=True, slots=True)
class RecognitionMeasured:
    """Names of persons, measured; ``corpora``: (name, SHA-256 over the texts and their marks)."""

    corpora: tuple[tuple[str, str], ...]
    ways: tuple[NamesFound, ...]

    def way(self, texts: str, way: str) -> NamesFound:
        return next(one for one in self.ways if (one.texts, one.way) == (texts, way))


def measure_recognition(
    shared: Path, *, peers: bool = True, tell: Callable[[str], None] = lambda _: None
) -> RecognitionMeasured:
    """Score on the texts that training did not see, and on annotated texts of our own kind.

    Raises:
        UnusableInput: the annotated data is not there.
    """
    sets = {
        f"{FACTRUEVAL}, held out": held_out(factrueval(shared)),
        f"{KAZNERD}, held out": held_out(kaznerd(shared)),
        OWN: own_texts(shared),
    }
    ways: dict[str, Finder] = {"recogniser": _recognised, "extract": _extracted}
    natasha = natasha_finder() if peers else None
    found = []
    for name, texts in sets.items():
        mine = dict(ways)
        if natasha is not None and all(text.lang == "ru" for text in texts):
            mine["natasha"] = natasha
        for way, finder in mine.items():
            tell(f"{name}: {way}")
            found.append(_scored(name, way, texts, finder))
    return RecognitionMeasured(tuple((name, digest(texts)) for name, texts in sets.items()), tuple(found))


def held_out(texts: Sequence[NamedText]) -> list[NamedText]:
    return [text for number, text in enumerate(texts) if is_held_out(number)]


def digest(texts: Sequence[NamedText]) -> str:
    """SHA-256 over texts and marked names, hexadecimal."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(f"{text.name}\n{text.lang}\n{text.text}\n{text.spans}\n".encode())
    return whole.hexdigest()


def _scored(name: str, way: str, texts: Sequence[NamedText], finder: Finder) -> NamesFound:
    for text in texts[:3]:
        finder(text)  # tables are loaded and loops compiled before the clock starts
    started = perf_counter()
    answers = [finder(text) for text in texts]
    seconds = perf_counter() - started
    faults = [fault for text, spans in zip(texts, answers, strict=True) for fault in _faults(text, spans)]
    return NamesFound(
        name, way, len(texts),
        marked=sum(len(text.persons()) for text in texts),
        found=sum(map(len, answers)),
        right=sum(len(spans & text.persons()) for text, spans in zip(texts, answers, strict=True)),
        characters_per_second=sum(len(text.text) for text in texts) / seconds,
        faults=tuple(faults),
    )  # fmt: skip


def _faults(text: NamedText, spans: Spans) -> list[str]:
    told = [("missed", span) for span in text.persons() - spans] + [
        ("false", span) for span in spans - text.persons()
    ]
    return [
        f"{kind} {text.name} «{text.text[start:stop]}» … {_around(text.text, start, stop)}"
        for kind, (start, stop) in sorted(told, key=lambda one: one[1])
    ]


def _around(text: str, start: int, stop: int) -> str:
    return " ".join(text[max(0, start - _SHOWN_BESIDE) : stop + _SHOWN_BESIDE].split())


def _recognised(text: NamedText) -> Spans:
    reader = installed_recogniser()
    found = reader.recognise(text.text, lang=text.lang) if reader is not None else ()
    return {(span.start, span.stop) for span in found if span.kind == "person"}


def _extracted(text: NamedText) -> Spans:
    from tizme.extract import extract_text

    found: Extraction = extract_text(text.text, lang=text.lang)
    return {(mention.start, mention.stop) for mention in found.mentions if mention.form == "name"}


def natasha_finder() -> Finder | None:
    """natasha as its documentation shows it; None where nobody installed it."""
    from importlib.util import find_spec

    if find_spec("natasha") is None:
        return None
    import sys

    import pymorphy3

    sys.modules.setdefault("pymorphy2", pymorphy3)  # natasha 1.6 asks for a package that fails on Python 3.11
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def find(text: NamedText) -> Spans:
        doc = Doc(text.text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return {(span.start, span.stop) for span in doc.spans if span.type == "PER"}

    return find
