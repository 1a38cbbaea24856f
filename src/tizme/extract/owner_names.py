"""Two names side by side behind one noun: "земляк Сантоша Дургеш Магар" says whose, and who he is."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.people import NameSpan, stem
from tizme.names import nominative, token_kinds
from tizme.text import fold

_CASED = frozenset({"ru", "uk"})
_OWNER_AND_FULL = 3  # words: whose, and a given and a family name


def apart_from_owner(sentence: Sentence, names: list[NameSpan], discourse: Discourse) -> list[NameSpan]:
    """The names, each that begins with somebody's met before parted from whose friend or brother it says."""
    if discourse.lang not in _CASED:
        return names
    found: list[NameSpan] = []
    for name in names:
        parted = name.parts > 1 and _begins_with_owner(sentence, name, discourse)
        found += _parted(sentence, name, discourse) if parted else [name]
    return found


def _begins_with_owner(sentence: Sentence, name: NameSpan, discourse: Discourse) -> bool:
    """Behind a noun for a relative or a friend a name of somebody told of, in the genitive, and another's."""
    if not any(h.cue.kind in {"kin", "person"} and h.last == name.first - 1 for h in sentence.hits):
        return False
    words = [t for t in sentence.words[name.first : name.last + 1] if t.kind == "word"]
    first, rest = words[0], words[1:]
    if any(len(word.low) < _OWNER_AND_FULL for word in words):
        return False  # initials
    inflected = fold(nominative(first.text, lang=discourse.lang)) != first.low
    own = token_kinds(rest[-1].text, lang=discourse.lang) & {"patronymic", "patronymic-marker"}
    full = len(words) == _OWNER_AND_FULL and not own
    for who in discourse.everyone:
        if not who.named or who.group or who.role != "subject" or stem(first.low) not in who.keys:
            continue
        another = not any(stem(word.low) in who.keys for word in rest)
        family = full and stem(who.name.split()[-1]) == stem(first.low)
        if another and ((inflected and fold(who.name.split()[0]) != first.low) or family):
            return True
    return False


def _parted(sentence: Sentence, name: NameSpan, discourse: Discourse) -> list[NameSpan]:
    first = sentence.words[name.first]
    begin = sentence.words[name.first + 1]
    rest = discourse.text[begin.start : name.stop]
    return [
        NameSpan(
            name.first, name.first, first.start, first.stop, nominative(first.text, lang=discourse.lang), 1
        ),
        NameSpan(
            name.first + 1, name.last, begin.start, name.stop,
            nominative(rest, lang=discourse.lang), name.parts - 1,
        ),
    ]  # fmt: skip
