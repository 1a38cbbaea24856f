"""Which kind of source words name that only name a source: "свидетельство о смерти", "his wife, by phone"."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.entry_voices import is_of_a_court, source_kind
from tizme.extract.obituaries import PUBLISHERS, besides_obituaries, names_obituary

_TELLS = frozenset({"say", "according"})
_NOBODY = frozenset({"person", "org"})


def kind_of_hit(hit: Hit) -> str:
    """A voice of evidence.csv, as a source that is named; a plain "document" is one, too."""
    if is_jargon(hit, "unconfirmed"):
        return "hearsay"
    if is_jargon(hit, "legend_is"):
        return hit.cue.value
    if hit.cue.kind == "mark" and hit.cue.property in {"document", "documents"}:
        return "document"
    if is_jargon(hit, "paper_in"):
        return "document"
    if hit.cue.kind == "according" and "paper" in hit.cue.flags:
        return "official" if hit.cue.property == "case" else "document"  # "Аз рӯи шартнома."
    if hit.cue.kind == "mark" and hit.cue.property == "hearsay":
        return "hearsay"
    return "official" if hit.cue.kind == "court" else source_kind(hit)


def kind_in(hits: Sequence[Hit]) -> str:
    """The one kind that all these words together name; "" where they name none."""
    if names_obituary(hits):
        publisher = kind_in(besides_obituaries(hits))
        return publisher if publisher in PUBLISHERS else "press"
    hits = _without_labels(hits)
    found = [(h, kind) for h in sorted(hits, key=lambda h: (h.first, -h.last)) if (kind := kind_of_hit(h))]
    passed_on = {h.last for h, kind in found if kind == "hearsay"}
    found = [(h, kind) for h, kind in found if kind != "document" or h.last not in passed_on]  # "Telegram"
    if not found:
        neighbours = any(h.cue.kind == "group" and h.cue.property == "source" for h in hits)
        return "official" if _footage_of_captors(hits) else "hearsay" if neighbours and tells(hits) else ""
    found = [
        f for f in found if f[0].cue.kind != "mark" or f[1] != "hearsay"
    ] or found  # "со слов жены": hers
    kinds = [kind for _, kind in found]
    if any(is_jargon(h, "unconfirmed") for h in hits):
        return "hearsay"  # "телеграм-каналы, не подтверждено"
    if "self" in kinds and "informant" not in kinds:
        return "self"
    papers = [h for h, kind in found if kind == "document"]
    letters = any(is_jargon(h, "letter") for h in hits) or (
        bool(papers) and all(is_jargon(h, "paper_in") for h in papers)
    )
    if "informant" in kinds and letters:
        return "informant"  # a letter of relatives is their own word
    if "document" in kinds:
        return "official" if any(is_of_a_court(h) or _of_a_case(h) for h in hits) else "document"
    return kinds[0]


def _without_labels(hits: Sequence[Hit]) -> list[Hit]:
    """ "Source:" and "Джерело" before the source are nobody."""
    labels = {h.first for h in hits if is_jargon(h, "source_label")}
    return [h for h in hits if not (h.cue.kind in _NOBODY and h.first in labels)]


def _footage_of_captors(hits: Sequence[Hit]) -> bool:
    """ "(видео украинской армии)": those who hold him show him."""
    footage = any(is_jargon(h, "footage") for h in hits)
    return footage and any(h.cue.kind == "org" and h.cue.property == "captor" for h in hits)


def _of_a_case(hit: Hit) -> bool:
    """A verdict, the file of a case: what stands there is the court's word."""
    return is_jargon(hit, "case_paper") or (is_jargon(hit, "paper_in") and hit.cue.value == "case")


def kinds_apart(hits: Sequence[Hit]) -> set[str]:
    """The kinds of the several sources that are named side by side; words of two kinds count for one."""
    found: set[str] = set()
    by_word: dict[int, set[str]] = {}
    for hit in _without_labels(hits):
        if kind := kind_of_hit(hit):
            by_word.setdefault(hit.last, set()).add(kind)
    for kinds in by_word.values():
        if not kinds & found:
            found.add(min(kinds))
    return found


def hits_between(sentences: Sequence[Sentence], start: int, stop: int) -> list[Hit]:
    """The cues that stand in ``[start, stop)`` of the text."""
    return [h for s in sentences if s.start < stop and start < s.stop for h in s.hits
            if start <= h.start and h.stop <= stop]  # fmt: skip


def tells(hits: Sequence[Hit]) -> bool:
    """A word of saying stands among them."""
    return any(h.cue.kind in _TELLS or is_jargon(h, "told_by") for h in hits)
