"""The recogniser's names, and how far extraction follows it in each language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from tizme.extract.annotate import Sentence
from tizme.names import token_kinds
from tizme.ports import installed_recogniser
from tizme.tables import rows


def named_persons(text: str, *, lang: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Half-open ranges of the persons' names in ``text[start:stop]``; none without a recogniser."""
    reader = installed_recogniser()
    if reader is None or lang not in _use():
        return []
    found = reader.recognise(text[start:stop], lang=lang)
    return [(span.start + start, span.stop + start) for span in found if span.kind == "person"]


def note_persons(
    sentences: Sequence[Sentence], text: str, *, lang: str, start: int, stop: int
) -> list[tuple[int, int]]:
    """The persons' names of a section, each noted at its sentence.

    Those in the entries of a list are left out: there the rules for lists know better what is a name and
    what the place beside it. So are those in boilerplate, and where the recogniser is only heard, those of
    which no list knows a word.
    """
    starts = [sentence.start for sentence in sentences]
    kept = []
    for first, last in named_persons(text, lang=lang, start=start, stop=stop):
        at = bisect_right(starts, first) - 1
        home = sentences[at] if at >= 0 and first < sentences[at].stop else None
        if home is None or home.entry is not None:
            continue
        if trusted(lang) or (_known(text[first:last], lang) and not _is_kin(home, first)):
            home.persons.append((first, last))
            kept.append((first, last))
    return kept


def _is_kin(sentence: Sentence, start: int) -> bool:
    """ "Родина Бішну": the word for a family, with which a sentence begins."""
    return any(hit.cue.kind == "kin" and hit.start == start for hit in sentence.hits)


def _known(name: str, lang: str) -> bool:
    kinds = [kind for word in name.split() for kind in token_kinds(word.strip(".,'’"), lang=lang)]
    return any(kind.startswith("given") or kind in {"family", "patronymic"} for kind in kinds)


@lru_cache(maxsize=1)
def _use() -> dict[str, str]:
    return {row["lang"]: row["use"] for row in rows("extract/recogniser_use.csv", "lang", "use")}


def trusted(lang: str) -> bool:
    """Whether in this language the recogniser has the last word on names."""
    return _use().get(lang) == "trust" and installed_recogniser() is not None
