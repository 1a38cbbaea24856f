"""From whom a whole list is, or a group of its entries: said over it, in its heading, or under it.

"The list was drawn up from gravestones.", "Со слов родных:", "Список составила районная администрация."
What an entry says of its own source goes before that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_voices import source_kind
from tizme.extract.source_words import hits_between, kind_in, kinds_apart, tells
from tizme.extract.voices import Voice, Voices

LEAD, FOOT = 3, 3  # sentences over and under a list that may say from whom it is
FEWEST_ENTRIES = 2
_BEHIND_LABEL = frozenset({":", "-", "–", "—", "."})
HEAD_WORDS, HEAD_WORDS_OF_A_LIST = 8, 11  # of a line over a group of entries
_WHENCE = ("list_whence", "scan_of", "unless_said")  # "если не указано иное, со слов родных"
# Who is named alone over a group may be whom the group is of: "Семьи погибших:", "Военкоматы области:".
_NEVER_LISTED = frozenset({"document", "hearsay"})


def rest_on_the_lists_own(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """Give the entries for which nobody else speaks the voice that the list names for them."""
    listed = [s.index for s in sentences if s.entry is not None]
    if own.kind != "press" or len({sentences[i].entry for i in listed}) < FEWEST_ENTRIES:
        return
    firm = {sentences[i].entry for i in listed if found[i].firm}
    whole = _voice_of_all(sentences, listed, discourse)
    group: Voice | None = None
    for sentence in sentences[listed[0] - 1 if listed[0] else 0 : listed[-1] + 1]:
        if sentence.entry is None:
            group = _voice_of_group(sentence, discourse)
            continue
        voice = group or whole
        voices = found[sentence.index]
        if voice is not None and sentence.entry not in firm and voices.base.kind == own.kind:
            voices.rest_on(voice)


def _voice_of_group(sentence: Sentence, discourse: Discourse) -> Voice | None:
    """Of a short line with a colon that names a source and no person."""
    words = [t for t in sentence.words if t.kind == "word"]
    colon = discourse.text[sentence.start : sentence.stop].rstrip(" *_").endswith(":")
    list_of = any(is_jargon(h, "a_list") for h in sentence.hits)
    longest = HEAD_WORDS_OF_A_LIST if list_of else HEAD_WORDS
    if not colon or len(words) > longest or (discourse.refs[sentence.index] and sentence.named):
        return None
    kind = kind_in(sentence.hits)
    named = list_of and kind == "official"  # "список № 6 Координационного штаба:"
    if not kind or (kind not in _NEVER_LISTED and not named and not _said(sentence.hits)):
        return None
    fate = any(h.cue.kind == "event" and h.cue.property == "died" for h in sentence.hits)
    return None if fate and kind != "document" else Voice(kind, _words(sentence, discourse))


def _said(hits: Sequence[Hit]) -> bool:
    return tells(hits) or any(
        is_jargon(h, "list_from") or (h.cue.kind == "mark" and h.cue.property == "documents") for h in hits
    )


def _voice_of_all(sentences: Sequence[Sentence], listed: Sequence[int], discourse: Discourse) -> Voice | None:
    """What a line over or under the list says; the name of the list only where none does."""
    first, last = listed[0], listed[-1]
    around = [*sentences[max(0, first - LEAD) : first], *sentences[last + 1 : last + 1 + FOOT]]
    for sentence in sorted(around, key=lambda s: s.heading):
        if sentence.entry is not None:
            continue
        names = sentence.heading and sentence.index == 0 and _named_for(sentence)
        if not names and not _says_whence(sentence, below=sentence.index > last, discourse=discourse):
            continue
        kind = kind_in(sentence.hits)
        apart = kinds_apart(sentence.hits) - {"press"}
        scan = any(is_jargon(h, "scan_of") for h in sentence.hits)
        of_an_office = scan and apart == {"document", "official"}  # "скан приказа войсковой части"
        if kind == "informant" and _from_open_sources(sentence):
            continue
        if kind and (kind == "hearsay" or len(apart) <= 1 or of_an_office):
            return Voice(kind, _words(sentence, discourse))
    return None


def _from_open_sources(sentence: Sentence) -> bool:
    """ "Составлено со слов родных и по открытым источникам": which entry is whose nobody says."""
    return any(is_jargon(h, "source_is") and h.cue.value == "press" for h in sentence.hits)


def _says_whence(sentence: Sentence, *, below: bool, discourse: Discourse) -> bool:
    """ "Список составлен по ...", "All details are taken from ...", and in its own line "Источник: ..."."""
    hits = sentence.hits
    if any(is_jargon(h, what) for h in hits for what in _WHENCE):
        return True
    made = any(is_jargon(h, "list_made") for h in hits)
    of_it = any(is_jargon(h, "a_list") or is_jargon(h, "all_of_list") for h in hits)
    if made and (of_it or (below and not discourse.refs[sentence.index])):
        return True
    label = next((h for h in hits if is_jargon(h, "source_label")), None)
    behind = sentence.words[label.last + 1 :] if label else []
    colon = bool(behind) and any(t.low == ":" for t in behind[:3])
    before = discourse.text[: sentence.start].rstrip(" \t")
    apart = before.endswith("\n\n") or (not below and before.endswith("\n"))
    return label is not None and label.first <= 1 and colon and (apart or of_it)


def _named_for(sentence: Sentence) -> bool:
    """ "Список военкомата", "Roll from the gravestones": the first line names the list by its source."""
    lists = any(is_jargon(h, "a_list") for h in sentence.hits)
    kinds = {kind for h in sentence.hits if (kind := source_kind(h))}
    return lists and (
        bool(kinds & {"document", "hearsay", "official"}) or (bool(kinds) and tells(sentence.hits))
    )


def _words(sentence: Sentence, discourse: Discourse) -> str:
    return discourse.text[sentence.start : sentence.stop].strip(" :.*_")


def rest_on_lines(sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """A line of its own under an entry that names its source: "   Источник: жена", "[photo of the grave]"."""
    text = discourse.text
    for sentence in sentences:
        at = sentence.index
        start = text.rfind("\n", 0, sentence.start) + 1
        if not at or text[start : sentence.start].strip(" \t-–—•>*_→") or not _only_names(sentence):
            continue
        above = _entry_above(sentences, at, text)
        kind = kind_in(hits_between(sentences, sentence.start, sentence.stop)) if above else ""
        if not kind:
            continue
        who = next((s.entry for s in above if s.entry is not None), None)
        subjects = (r.who for s in above for r in discourse.refs[s.index] if r.who.role == "subject")
        voice = Voice(kind, _words(sentence, discourse), next(subjects, None) if kind == "self" else None)
        if who is None and not all(s.label or len(s.words) < HEAD_WORDS for s in above):
            continue
        for other in (*above, sentence):
            voices = found[other.index]
            if voices.base.kind in {own.kind, "self"} and not voices.firm:
                voices.rest_on(voice)


def _only_names(sentence: Sentence) -> bool:
    label = next((h for h in sentence.hits if is_jargon(h, "source_label")), None)
    words = sentence.words
    if label is not None and label.first == 0 and label.last + 1 < len(words):
        return words[label.last + 1].low in _BEHIND_LABEL
    return words[0].low in "([" and words[-1].low in ")]." and len(words) <= HEAD_WORDS + 2


def _entry_above(sentences: Sequence[Sentence], at: int, text: str) -> list[Sentence]:
    """The lines right above, up to the entry that they belong to or a blank line."""
    found: list[Sentence] = []
    entry: int | None = None
    for other in reversed(sentences[:at]):
        after = found[-1].start if found else sentences[at].start
        if text[other.stop : after].count("\n") > 1 or (entry is not None and other.entry != entry):
            break
        if other.heading and other.entry is None and other.paragraph == 0:
            break
        if _only_names(other) and other.entry is None:
            break
        entry = other.entry
        found.append(other)
    return found


def rest_on_closing_labels(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """ "Загинув 20 жовтня. Джерело: наказ частини, фото є в нас.": of the paragraph that it closes."""
    for sentence, behind in zip_longest(sentences, sentences[1:]):
        label = next((h for h in sentence.hits if is_jargon(h, "source_label")), None)
        if label is None or label.first > 0 or sentence.entry is not None or sentence.heading:
            continue
        if behind is not None and behind.paragraph == sentence.paragraph:
            continue
        colon = sentence.words[label.last + 1 : label.last + 2]
        kind = kind_in([h for h in sentence.hits if h.first > label.last])
        if not colon or colon[0].low != ":" or kind in {"", "press"}:
            continue
        voice = Voice(kind, _words(sentence, discourse))
        for other in sentences[: sentence.index]:
            voices = found[other.index]
            if other.paragraph == sentence.paragraph and voices.base.kind == own.kind and not voices.firm:
                voices.rest_on(voice)


def rest_on_labels(sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """ "Source: district court" at the end of an entry, where only words of legends know the source."""
    for sentence in sentences:
        label = next((h for h in sentence.hits if is_jargon(h, "source_label")), None)
        behind = sentence.words[label.last + 1 : label.last + 2] if label is not None else []
        if sentence.entry is None or label is None or not behind or behind[0].low not in _BEHIND_LABEL:
            continue
        if len(sentence.words) - label.last > HEAD_WORDS + 2:
            continue
        kind = kind_in([h for h in sentence.hits if h.first > label.last])
        if not kind:
            continue
        voice = Voice(kind, _words(sentence, discourse))
        for other in sentences:
            voices = found[other.index]
            if other.entry == sentence.entry and voices.base.kind == own.kind and not voices.firm:
                voices.rest_on(voice)
