"""Sources of cards and entries that stand in one paragraph below them all, each behind its number or letter.

"Звідки що. А: поліція Дніпра. Б: вирок, опублікований на сайті суду.", "№ 1, 2 - есть документы."
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.source_words import hits_between, kind_in
from tizme.extract.voices import Voice, Voices

_SIGN = r"[A-ZА-ЯЁІЇЄҐӨҮҢҚҒҲЎҶӢӮӘҰҺ]|\d{1,3}"
_WORD = r"[^\W\d_]{2,}"
# A line like «Картка А», «Card 2 (withdrawn)» or «№ 3».
_CARD = re.compile(
    rf"[^\w\n№]*(?:{_WORD}[ \t]+)?(?:(?<=[ \t])|№[ \t]*)(?P<sign>{_SIGN})(?!\w)"
    r"(?:[^\w\n]*|[ \t]*[—–(:-]+[^\n\d]{1,40})"
)
_CARD_BEHIND = re.compile(rf"[^\w\n]*(?P<sign>{_SIGN})[ \t-]+{_WORD}[^\w\n]*")  # "2-карточка"
_ENTRY = re.compile(rf"[ \t]*(?:№[ \t]*)?(?P<sign>{_SIGN})[ \t]*[.)|:]")
_NOTE = re.compile(
    rf"(?:^|(?<=[.;:»\"])[ \t]+|(?<=[«\"]))(?:№[ \t]*)?(?P<signs>(?:{_SIGN})(?:[ \t]*[,&][ \t]*(?:{_SIGN}))*)"
    rf"[ \t]*(?::|[ \t][—–-])[ \t]*(?P<what>[^.;\n]+)",
    re.MULTILINE,
)
FEWEST = 2  # cards of which one paragraph names the sources


def rest_on_sources_below(
    sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse
) -> None:
    """Give every card or entry the voice that the paragraph below gives its number or letter."""
    if own.kind != "press":
        return
    cards = _cards(sentences, discourse.text)
    named = _sources(sentences, cards, discourse.text)
    for sign, (kind, words) in named.items():
        voice = Voice(kind, words)
        for sentence in cards[sign]:
            voices = found[sentence.index]
            if voices.base.kind == own.kind and not voices.firm:
                voices.rest_on(voice)


def _cards(sentences: Sequence[Sentence], text: str) -> dict[str, list[Sentence]]:
    """Number or letter -> the sentences of its card, or of its entry; none for one that stands twice."""
    cards: dict[str, list[Sentence]] = {}
    twice: set[str] = set()
    sign, entry = "", None
    for sentence in sentences:
        start = text.rfind("\n", 0, sentence.start) + 1
        stop = (text.find("\n", start) + 1 or len(text) + 1) - 1
        first = not text[start : sentence.start].strip(" \t№.)|0123456789-–—•")
        if sentence.entry is not None and sentence.entry != entry and first:
            match = _ENTRY.match(text, start, stop)
        elif sentence.entry is None and first and not sentence.label:
            match = _CARD.fullmatch(text, start, stop) or _CARD_BEHIND.fullmatch(text, start, stop)
        else:
            match = None
        if match is not None:
            sign = match["sign"]
            twice |= {sign} & cards.keys()
            cards[sign] = []
        elif sign and sentence.entry is None and (entry is not None or not _goes_on(sentence)):
            sign = ""
        entry = sentence.entry
        if sign:
            cards[sign].append(sentence)
    return {sign: card for sign, card in cards.items() if sign not in twice}


def _goes_on(sentence: Sentence) -> bool:
    """No note about the cards: a line of a card does not begin with another's number or letter."""
    return not (sentence.words[0].text.isupper() and len(sentence.words[0].text) == 1)


def _sources(
    sentences: Sequence[Sentence], cards: Mapping[str, list[Sentence]], text: str
) -> dict[str, tuple[str, str]]:
    """Number or letter -> the kind and the words of the source that a line below the cards names for it."""
    own = {s.index for card in cards.values() for s in card if s.entry is not None}
    outside = [(s.start, s.stop) for s in sentences if s.index not in own]
    below = max((card[0].start for card in cards.values() if card), default=len(text))
    found: dict[str, tuple[str, str]] = {}
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        if line.start() < below or not any(a < line.end() and line.start() < b for a, b in outside):
            continue
        notes = list(_NOTE.finditer(text, line.start(), line.end()))
        signs = [s for note in notes for s in re.findall(_SIGN, note["signs"])]
        if len(signs) < FEWEST or not set(signs) <= cards.keys():
            continue
        for note in notes:
            hits = hits_between(sentences, note.start("what"), note.end("what"))
            kind = kind_in(hits)
            if kind and not any(is_jargon(h, "no") for h in hits):  # "№ 1, 2: документов нет"
                words = note["what"].strip(" .»")
                found |= dict.fromkeys(re.findall(_SIGN, note["signs"]), (kind, words))
    return found
