"""Letters and signs at the end of the entries of a list, and the line that says what they stand for.

"д - есть документ; р - со слов родных" ... "/ погиб 07.02.2023 / д", "[д]" and "Пометка [д] - у нас есть
свидетельство о смерти", "* - тасдиқланмаган". Whoever a sign stands for speaks for the entry from end to end.
"""

from __future__ import annotations

from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_voices import source_kind
from tizme.extract.voices import Scope, Voice, Voices

_SIGNS = frozenset({"*", "+", "†", "•", "✓", "°"})
_STANDS_FOR = frozenset({"-", "=", ":"})
_BEFORE = frozenset({"/", "|", "(", "[", ";", ".", ",", "-", ":"})
_AROUND = frozenset({"(", "[", ")", "]", ".", ";"})
LONGEST, AT_THE_END = 2, 6  # letters of a sign, and tokens from it to the end of its entry


def read_by_legend(sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """Give every entry that ends in a sign the voice that the legend of the list gives the sign."""
    legend = _legend(sentences, discourse)
    if not legend:
        return
    last = {s.entry: s for s in sentences if s.entry is not None}
    for entry, sentence in last.items():
        voice = next((v for sign, v in legend.items() if _ends_in(sentence, sign)), None)
        if voice is None:
            continue
        for other in (s for s in sentences if s.entry == entry):
            voices = found[other.index]
            if voices.base.kind == own.kind:
                voices.rest_on(voice)
            voices.scopes += [Scope(h.first, h.last, own) for h in other.hits if h.cue.kind == "kin"]


def _legend(sentences: list[Sentence], discourse: Discourse) -> dict[str, Voice]:
    """Sign -> the voice it stands for, from the lines outside the entries."""
    found: dict[str, Voice] = {}
    for sentence in sentences:
        if sentence.entry is not None:
            continue
        words = sentence.words
        signs = [at for at in range(len(words)) if _is_sign(sentence, at) and _explained(sentence, at)]
        for at, behind in pairwise([*signs, len(words)]):
            kinds = [k for h in sentence.hits if at < h.first < behind and (k := _kind_of(h))]
            if kinds:  # a paper before those who showed it
                kind = "document" if "document" in kinds else kinds[0]
                said = discourse.text[words[at].stop : words[behind - 1].stop].strip(" )].,;:=-–—([")
                found.setdefault(words[at].low, Voice(kind, said))
    return found


def _kind_of(hit: Hit) -> str:
    """As of a source that is named; a plain "document" is one, too."""
    if hit.cue.kind == "mark" and hit.cue.property in {"document", "documents"}:
        return "document"
    if is_jargon(hit, "unconfirmed"):
        return "hearsay"
    if is_jargon(hit, "paper_in"):
        return "document"
    return source_kind(hit)


def _is_sign(sentence: Sentence, at: int) -> bool:
    token = sentence.words[at]
    if token.low in _SIGNS:
        return True
    opens = at == 0 or sentence.words[at - 1].low in _BEFORE
    return opens and token.kind == "word" and len(token.text) <= LONGEST


def _explained(sentence: Sentence, at: int) -> bool:
    """True where a dash, a colon or "=" follows, behind a bracket that may close."""
    behind = [t.low for t in sentence.words[at + 1 : at + 3]]
    return bool(behind) and (behind[0] in _STANDS_FOR or (behind[0] in _AROUND and behind[-1] in _STANDS_FOR))


def _ends_in(sentence: Sentence, sign: str) -> bool:
    """The sign is the last word of the entry, or only a bracket follows: "/ р (сестра)"."""
    words = sentence.words
    for at in range(len(words) - 1, max(-1, len(words) - 1 - AT_THE_END), -1):
        if words[at].low == sign and _is_sign(sentence, at):
            rest = words[at + 1 :]
            in_brackets = not rest or (rest[0].low == "(" and rest[-1].low in {")", "."})
            told_by = rest and rest[0].low in _STANDS_FOR and rest[-1].low in {")", "]"}  # "(р - мать)"
            return in_brackets or bool(told_by) or all(t.low in _AROUND for t in rest)
    return False
