"""Texts in which the names are marked: the factRuEval-2016 devset and the KazNERD validation split."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tizme.cli.measuring.shared import annotation_of, gold_files, part_of
from tizme.text import normal_language

FACTRUEVAL, KAZNERD = "factrueval", "kaznerd"
# What makes the name of an object; its description ("the director") is no name.
_NAMING_SPANS = {
    "Person": frozenset({"name", "surname", "patronymic", "nickname"}),
    "Org": frozenset({"org_name"}),
    "LocOrg": frozenset({"loc_name"}),
    "Location": frozenset({"loc_name"}),
}
_FACTRUEVAL_KINDS = {"Person": "PER", "Org": "ORG", "LocOrg": "LOC", "Location": "LOC"}
KAZNERD_KINDS = {
    "PERSON": "PER", "GPE": "LOC", "LOCATION": "LOC", "FACILITY": "ORG", "ORGANISATION": "ORG",
    "POSITION": "POS", "NORP": "NORP", "PROJECT": "MISC", "ART": "MISC", "EVENT": "MISC",
}  # fmt: skip
PERSON = "PER"


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text and the names in it, each ``(start, stop, kind)``; kinds are PER, LOC, ORG and others."""

    name: str
    lang: str
    text: str
    spans: tuple[tuple[int, int, str], ...]

    def persons(self) -> set[tuple[int, int]]:
        return {(start, stop) for start, stop, kind in self.spans if kind == PERSON}


def factrueval(shared: Path) -> list[NamedText]:
    """The devset. A person's name runs from the first of its naming spans to the end of the last.

    Raises:
        UnusableInput: the data is not there.
    """
    folder = part_of(shared, "data", FACTRUEVAL, "devset")
    return [_document(path) for path in sorted(folder.glob("*.txt"))]


def _document(path: Path) -> NamedText:
    pieces: dict[str, list[tuple[str, int, int]]] = {}
    for span, kind, start, length, *_ in _fields(path.with_suffix(".spans")):
        pieces.setdefault(span, []).append((kind, int(start), int(start) + int(length)))
    found = set()
    for _, kind, *spans in _fields(path.with_suffix(".objects")):
        naming = [
            (start, stop)
            for span in spans
            for piece, start, stop in pieces.get(span, ())
            if piece in _NAMING_SPANS.get(kind, ())
        ]
        if naming:
            first, last = min(start for start, _ in naming), max(stop for _, stop in naming)
            found.add((first, last, _FACTRUEVAL_KINDS[kind]))
    text = path.read_bytes().decode("utf-8")  # no line ending may change: offsets count them
    return NamedText(path.stem, "ru", text, tuple(sorted(found)))


def _fields(path: Path) -> Iterator[list[str]]:
    """The fields of each line; what stands behind "#" only repeats them in words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split()
        if fields:
            yield fields


def kaznerd(shared: Path) -> list[NamedText]:
    """The validation split: each sentence a text, its tokens joined by blanks.

    Raises:
        UnusableInput: the data is not there.
    """
    path = part_of(shared, "data", KAZNERD, "IOB2_valid.txt")
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    found = []
    for number, block in enumerate(one for one in blocks if one.strip()):
        pairs = [line.rsplit(" ", 1) for line in block.strip("\n").split("\n") if line.strip()]
        found.append(_sentence(f"{number:05d}", pairs))
    return found


def _sentence(name: str, pairs: list[list[str]]) -> NamedText:
    spans: list[tuple[int, int, str]] = []
    at = 0
    for word, tag in pairs:
        kind = KAZNERD_KINDS.get(tag[2:], "")
        if tag.startswith("B-"):
            spans.append((at, at + len(word), kind))
        elif tag.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], at + len(word), spans[-1][2])
        at += len(word) + 1
    text = " ".join(word for word, _ in pairs)
    return NamedText(name, "kk", text, tuple(span for span in spans if span[2]))


def own_texts(shared: Path) -> list[NamedText]:
    """The annotated texts of our own kind, in all languages: mentions of persons whose form is "name".

    Raises:
        UnusableInput: the data is not there.
    """
    found = []
    for path in gold_files(shared):
        marked = annotation_of(path)
        people = {one["id"] for one in marked["persons"] if not one["group"]}
        spans = {
            (one["start"], one["end"], PERSON)
            for one in marked["mentions"]
            if one["form"] == "name" and one["person"] in people
        }
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        found.append(NamedText(path.stem, normal_language(marked["lang"], text), text, tuple(sorted(spans))))
    return found


# The shipped weights never saw every tenth text, so what is measured on these is no memory of them.
HELD_OUT_EVERY = 10


def is_held_out(number: int) -> bool:
    """Whether the text of that place in its corpus is kept from training."""
    return number % HELD_OUT_EVERY == HELD_OUT_EVERY - 1
