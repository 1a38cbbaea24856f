"""A bracket, a line before a colon or a sentence of an entry that only names its source.

"1. (со слов жены) Асанов, 1991.", "1. According to his wife: Asanov ...", "... Так написано на надгробии."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.source_words import kind_in, kind_of_hit, tells
from tizme.extract.voices import Voice

ALIKE = 3  # entries that must end alike
LONGEST = 11  # tokens of a sentence that only names a source
_OF_TELLING = frozenset({"death_reported", "info_requested", "last_contact", "official_no_info"})
_SHOWN = frozenset({"list_made", "list_from", "paper_in", "written", "at_hand", "own_account"})


@dataclass(frozen=True, slots=True)
class Source:
    """Tokens ``[first, last]`` of a sentence that name a source."""

    sentence: Sentence
    first: int
    last: int

    def hits(self) -> list[Hit]:
        return [h for h in self.sentence.hits if self.first <= h.first and h.last <= self.last]


def opened_with_a_source(entry: Sequence[Sentence]) -> Source | None:
    """ "(со слов жены)", "Со слов жены:" as the first sentence of an entry."""
    first = entry[0]
    if len(entry) < 2 or not first.opens_with_source:
        return None
    return Source(first, 0, len(first.words) - 1)


def closed_with_a_source(entry: Sequence[Sentence], discourse: Discourse) -> Source | None:
    """A last sentence in which nothing happens and nobody is named, and which says whence it is known."""
    last = entry[-1]
    if len(entry) < 2 or len(last.words) > LONGEST or last.quotes or last.dates or last.places:
        return None
    hits = last.hits
    if any(t.kind == "number" for t in last.words):
        return None
    if not (tells(hits) or any(is_jargon(h, what) for h in hits for what in _SHOWN)):
        return None
    names = [h for h in hits if kind_of_hit(h)]
    events = [h for h in hits if _happens(h, hits)]
    beside = any(abs(e.first - n.last) <= 2 or e.first <= n.last <= e.last for e in events for n in names)
    refused = any(
        (h.cue.kind == "mark" and h.cue.property in {"denied", "uncertain"})
        or is_jargon(h, "no") or is_jargon(h, "seeks") or is_jargon(h, "searches")
        for h in hits
    )  # fmt: skip
    people = any(
        r.form == "name" and r.who.role == "subject" and r.who.named for r in discourse.refs[last.index]
    )
    if refused or people or (events and not (beside and "document" in map(kind_of_hit, names))):
        return None
    return Source(last, 0, len(last.words) - 1) if kind_in(hits) else None


def voice_of_source(source: Source, discourse: Discourse) -> Voice | None:
    kind = kind_in(source.hits())
    words = source.sentence.words
    said = discourse.text[words[source.first].start : words[source.last].stop].strip(" ()[].;,:")
    if not kind:
        return None
    refs = (r.who for r in discourse.refs[source.sentence.index] if r.kin is not None)
    if kind == "self":
        refs = (
            r.who for s_refs in discourse.refs for r in s_refs
            if r.who.role == "subject" and r.who.entry == source.sentence.entry
        )  # fmt: skip
    return Voice(kind, said, next(refs, None) if kind in {"self", "informant"} else None)


def alike_closings(entries: Sequence[Sequence[Sentence]], *, bracketed: bool = False) -> dict[int, Source]:
    """First sentence -> the source in the bracket or behind the dash with which most entries of a list end.

    "... захмӣ шуд (раиси ҷамоат).", "... пропал — по книге учёта госпиталя.": one such end may be a remark.

    Args:
        bracketed: The list says that its brackets name sources.
    """
    found: dict[int, Source] = {}
    for how in (_in_the_last_bracket, _behind_the_last_dash):
        alike = {entry[0].index: source for entry in entries if (source := how(entry[-1])) is not None}
        said = bracketed and how is _in_the_last_bracket
        if said or (len(alike) >= ALIKE and 2 * len(alike) >= len(entries)):
            found |= alike
    return found


def bracketed_before(entry: Sequence[Sentence], source: Source) -> list[tuple[int, Source]]:
    """ "Killed near Soledar (death certificate). Buried in Osh (neighbours).": the last speaks for its own.

    Where a bracket closes the entry, each bracket of another kind that closes a sentence before it.
    """
    last = _in_the_last_bracket(entry[-1])
    if last is None or source.sentence is not entry[-1] or source.first < last.first:
        return []
    kind = kind_in(last.hits())
    before = [(at, _in_the_last_bracket(s)) for at, s in enumerate(entry[:-1])]
    named = [(at, s) for at, s in before if s is not None and _closes(s)]
    return named if any(kind_in(s.hits()) != kind for _, s in named) else []


def _closes(source: Source) -> bool:
    """Nothing but a stop stands behind the bracket."""
    return all(t.kind not in {"word", "number"} for t in source.sentence.words[source.last + 1 :])


def brackets_name_sources(sentences: Sequence[Sentence]) -> bool:
    """ "Если в скобках не указано иное, сведения со слов родных.": brackets of the entries name sources."""
    return any(
        s.entry is None
        and any(is_jargon(h, "brackets") for h in s.hits)
        and any(is_jargon(h, what) for h in s.hits for what in ("unless_said", "source_label"))
        for s in sentences
    )


def _in_the_last_bracket(sentence: Sentence) -> Source | None:
    words = sentence.words
    closing = next((i for i in range(len(words) - 1, -1, -1) if words[i].low not in {".", ";"}), -1)
    if closing < 0 or words[closing].low not in {")", "]"}:
        return None
    opening = next((i for i in range(closing, -1, -1) if words[i].low in {"(", "["}), -1)
    return _sole(Source(sentence, opening + 1, closing - 1)) if opening >= 0 else None


def _behind_the_last_dash(sentence: Sentence) -> Source | None:
    words = sentence.words
    dash = next((i for i in range(len(words) - 2, 0, -1) if words[i].low in {"-", "–", "—"}), -1)
    apart = dash > 0 and words[dash - 1].stop < words[dash].start
    return _sole(Source(sentence, dash + 1, len(words) - 1)) if apart else None


def _sole(source: Source) -> Source | None:
    """Short, without a day, and nothing happens in it that is not the matter of a paper."""
    hits = source.hits()
    words = source.sentence.words[source.first : source.last + 1]
    kind = kind_in(hits)
    told = any(_happens(h, hits) for h in hits)
    if not kind or len(words) > LONGEST - 2 or (told and kind != "document"):
        return None
    return None if any(t.kind == "number" for t in words) or any(is_jargon(h, "no") for h in hits) else source


def _happens(hit: Hit, hits: Sequence[Hit]) -> bool:
    """An event, other than that somebody tells, and none of a phrase that is no event ("судя по")."""
    if hit.cue.kind != "event" or hit.cue.property.split(".")[0] in _OF_TELLING:
        return False
    return not any(h.cue.kind == "stop" and h.first <= hit.first and hit.last <= h.last for h in hits)
