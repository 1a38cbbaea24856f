"""Entries of a list whose fields are parted by strokes: "Ким С. / 1990 / Ташкент / ранен 08.11.2023"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence

FIELD = frozenset({"/", "|"})
FIELDS = 3  # so many strokes make an entry one of fields


def in_fields(sentence: Sentence) -> bool:
    """True for an entry of a list whose fields are parted by strokes."""
    return sentence.entry is not None and len(_strokes(sentence)) >= FIELDS


def without_fields(sentences: list[Sentence]) -> list[list[Sentence]]:
    """The sentences of every entry, where its fields are not parted by strokes."""
    found: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.entry is not None and not in_fields(sentence):
            found.setdefault(sentence.entry, []).append(sentence)
    return list(found.values())


def field_start(sentence: Sentence, before: int) -> int:
    """The token at which the field of a token begins; 0 in a sentence without fields."""
    strokes = _strokes(sentence) if sentence.entry is not None else []
    if len(strokes) < FIELDS:
        return 0
    return next((at + 1 for at in reversed(strokes) if at < before), 0)


def alone_in_field(sentence: Sentence, at: int) -> bool:
    """True for a token that is all of its field."""
    strokes = _strokes(sentence)
    return (
        len(strokes) >= FIELDS and at - 1 in strokes and (at + 1 in strokes or at + 1 == len(sentence.words))
    )


def _strokes(sentence: Sentence) -> list[int]:
    """Tokens that part fields: strokes with blanks on both sides, not those of "б/в"."""
    words = sentence.words
    return [
        at
        for at, token in enumerate(words)
        if token.low in FIELD
        and (at == 0 or words[at - 1].stop < token.start)
        and (at + 1 == len(words) or token.stop < words[at + 1].start)
    ]
