"""Signs, numbers, stars, emoji and colours that the key of a list explains, and that its entries bear.

"🟢 — документ; 🔴 — чат", "** relatives", "1) document" below the list and "... near Toretsk 1)" in it,
"green: papers" and "[green]". Letters and short words in brackets are read by legends.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.source_words import hits_between, kind_in
from tizme.extract.voices import Voice, Voices

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹"
_EMOJI = "[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?"
_SIGN = rf"\*{{1,6}}|[†‡§#?!+°•]{{1,2}}|[{_RAISED}]+|{_EMOJI}|[(\[]?\d{{1,2}}[)\]]|\d{{1,2}}"
_ITEM = re.compile(
    rf"[\s(\[]*(?P<sign>{_SIGN}|[^\W\d_]{{3,12}})[\])]?(?P<sep>\s*[—–=:-]+\s*|\s+|)(?P<what>[^\W\d_][^\n]*)"
)
_HEAD = re.compile(r"[^\W\d_][^:;,—–=\n\d]{0,40}:\s*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_STANDS_APART = frozenset("—–=:-")
WORDS = 7  # of what a sign stands for, at most
FEWEST = 2  # signs that a key explains, and entries that bear one of them


def read_by_key(sentences: list[Sentence], found: list[Voices], own: Voice, discourse: Discourse) -> None:
    """Give every entry that bears a sign the voice that the key of the list gives the sign."""
    entries: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.entry is not None:
            entries.setdefault(sentence.entry, []).append(sentence)
    if len(entries) < FEWEST:
        return
    key, lines = _key(sentences, discourse.text)
    if len(key) < FEWEST:
        return
    borne = {}
    for number, entry in entries.items():
        sign = "" if entry[0].start in lines else _sign_of(entry, key, discourse.text)
        if sign:
            borne[number] = key[sign]
    if len(borne) < FEWEST:
        return
    for number, voice in borne.items():
        for sentence in entries[number]:
            voices = found[sentence.index]
            if not voices.firm:
                voices.rest_on(voice)
                voices.scopes = [s for s in voices.scopes if s.voice.kind != own.kind]


def _key(sentences: Sequence[Sentence], text: str) -> tuple[dict[str, Voice], set[int]]:
    """Sign -> whom it stands for; and where the sentences begin that say so."""
    key: dict[str, Voice] = {}
    lines: set[int] = set()
    for match in _LINE.finditer(text):
        start, stop = match.span()
        head = _HEAD.match(text, start, stop)
        items = _items(sentences, text, head.end() if head else start, stop)
        if not items and head:
            items = _items(sentences, text, start, stop)  # "green: papers; red: chats"
        for sign, voice in items.items():
            key.setdefault(sign, voice)
        if items:
            lines |= {s.start for s in sentences if start <= s.start < stop}
    return key, lines


def _items(sentences: Sequence[Sentence], text: str, start: int, stop: int) -> dict[str, Voice]:
    """The signs that a line explains; nothing where it holds anything else."""
    found: dict[str, Voice] = {}
    at = start
    for part in re.split(r"[;,]", text[start:stop]):
        match = _ITEM.fullmatch(text, at, at + len(part))
        at += len(part) + 1
        if match is None or len(match["what"].split()) > WORDS:
            return {}
        sign, word = _bare(match["sign"]), match["sign"][0].isalpha()
        apart = any(c in _STANDS_APART for c in match["sep"])
        if not apart and (word or match["sign"].isdecimal()):
            return {}  # only what cannot be a word or a number of the text needs no dash behind it
        kind = kind_in(hits_between(sentences, match.start("what"), match.end("what")))
        if kind:
            found[sign] = Voice(kind, match["what"].strip(" .;"))
        elif word:
            return {}
    return found


def _bare(sign: str) -> str:
    return sign.strip("()[]").lower().rstrip("\ufe0f")


def _sign_of(entry: Sequence[Sentence], key: Mapping[str, Voice], text: str) -> str:
    """The one sign of the key that an entry bears: at its end, behind its name, or before it."""
    begin = text.rfind("\n", 0, entry[0].start) + 1
    words = text[begin : entry[-1].stop]
    rest = text[entry[-1].stop : (text.find("\n", entry[-1].stop) + 1 or len(text) + 1) - 1]
    words = (words + rest).strip()
    found = {sign for sign in key if _bears(words, sign)}
    return found.pop() if len(found) == 1 else ""


def _bears(words: str, sign: str) -> bool:
    quoted = re.escape(sign)
    if sign.isdecimal():
        return re.search(rf"(?:[(\[]{quoted}[)\]]|(?<=[\s.]){quoted}\))[.;\s]*$", words) is not None
    if sign[0].isalpha():
        return re.search(rf"[(\[]{quoted}[)\]]", words, re.IGNORECASE) is not None
    own = re.escape(sign[0])
    alone = rf"(?<!{own}){quoted}(?!{own})"
    if sign[0] in "?!#+-":
        return re.search(rf"(?:(?<=\s)|[(\[]){alone}[)\].;]*$", words) is not None
    if sign[0] == "*":
        return re.search(rf"{alone}[.;,\s]*$|(?<=\w){alone}", words) is not None
    return re.search(alone, words) is not None
