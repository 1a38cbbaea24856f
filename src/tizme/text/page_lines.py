"""Kinds of lines that are not article and are told by several words together, not by how they begin.

Teasers, pleas for money, offers, credits, counters. The words are in tables/text/page_words.csv. Each asks
for the folded line and the written one, of the same length: capitals tell a name from a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tizme.text.page_forms import (
    WORD,
    begins_with_stem,
    forms,
    has_content,
    holds,
    holds_words,
    starts,
    stems_in,
    words_of,
)

_LABEL_WORDS = 5
_NAME_WORDS = 4
_TITLE_WORDS = 2
_LINE_LENGTH = 220
_CREDIT_LENGTH = 160
# How many marks an offer shows.
_OFFER = 3

_LABEL = re.compile(r"^([^:|.!?\"]{3,60}?)(?::|\||\s-(?=\s))\s*")
_AFTER_DASHES = re.compile(r"^[\W_]*")
_QUOTED = re.compile(r'"([^"]*)"(\s*)(\S?)')
_PRICE = re.compile(
    r"[$€₽₸]\s?\d|\d\s?(?:[$€₽₸%]|тыс\w*\b|(?:млн|миллион|million|ming|миң|мың|минг|ҳазор)\w*\b|(?:руб|сом|сум|сўм|тенге|теңге|долл|гривен|"
    r"гривн|грн|евро|євро|so'm|rubl|dollar|som|tenge|euro|usd)\w*)"
)
_PHONE = re.compile(r"(?<!\w)\+?\d[\d\s()-]{6,}\d(?!\w)|\b(?:тел|tel)\b\.?")
_CONTACT = re.compile(
    r"\S+@\S+\.\w+|(?<!\w)@\w{3,}|\bwww\.|https?://|\b[\w-]+\.(?:example|org|com|net|info|ru|kz|kg|uz|tj|ua)\b"
)
_QUOTES = re.compile(r"[«“\"„][^«»“”\"„]*[»”\"“]")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.")
_DIGIT = re.compile(r"\d")
_HASHTAGS = re.compile(r"^(?:#[\w-]+[\s,.|]*)+$")
_SENTENCES = re.compile(r"(?<!\b\w)[.;|](?:\s+|$)|[!?]+\s*")
_CLAUSE_END = re.compile(r"[.,;:!?]\s|[.!?]?$")
# The endings of a finished deed where the verb closes its clause (ky kk uz tg) and anywhere (ru uk en).
_CLOSING = re.compile(
    r"(?:[гғкқ][аеоөэ]н(?:дар|дер|ым|им|быз)?|gan(?:lar|man|miz)?|[дт][ыіиуү](?:м|к|қ|ңыз)?|di(?:m|k|lar)?|[чш][ыуүт][уы]?|"
    r"[аейі]т[ыі]н|дилар|едик|эди|эле|еді|edi|анд|андем|бошад|буд|шуд|дод|кард|рафт|гирифт|гуфт|дид|ёфт|монд|омад)$|^(?:на)?ме\w{3,}д$"
)
_PRESENT = re.compile(r"\w(?:ады|еді|йді|adi|ydi|ади|йди)$")
_DEED = re.compile(
    r"\w{2,}(?:[аяиыеуо]л(?:а|и|о)?(?:сь|ся)?|[аяиу]в(?:ся)?|[аяиіу]л[аио](?:ся)?|[сзгкрх]л[аио](?:сь)?)$"
)
_DEEDS_EN = re.compile(r"\w{3,}(?:[^aeiou]ed|ied|ated|used)$")


def is_speech(low: str) -> bool:
    """Whether somebody's words stand in the line, and not only a name in quotes: «Name» bank."""
    for found in _QUOTED.finditer(low):
        words, after = WORD.findall(found[1]), found[3]
        if len(words) > _NAME_WORDS or found[1][-1:] in {",", "?", "!"}:
            return True
        told = after == "," or (after == "-" and found[2])
        if told and found.start() == 0:
            return True
        if after == "," and len(words) > _TITLE_WORDS:
            return True
    return low.count('"') % 2 == 1


def is_teaser(low: str, written: str) -> bool:
    """A label made of teaser's words alone ("More from the region:"), and a headline after it."""
    found = _LABEL.match(low)
    if not found:
        return False
    words = WORD.findall(found[1])
    if not 1 <= len(words) <= _LABEL_WORDS or not begins_a_headline(written[found.end() :]):
        return False
    known = {match: words_of("teaser", match) for match in ("key", "pair", "word")}
    alone = any(word in known["key"] for word in words)
    paired = len(words) > 1 and any(begins_with_stem(word, known["pair"]) for word in words)
    return (alone or paired) and all(
        word in known["key"] or begins_with_stem(word, known["pair"]) or word in known["word"]
        for word in words
    )


def begins_a_headline(after: str) -> bool:
    """Whether what follows a label begins as a headline does, or nothing follows."""
    first = _AFTER_DASHES.sub("", after)[:1]
    return not first or first.isupper() or first.isdigit()


def is_plea(low: str) -> bool:
    """A call to give to the outlet or to join it: what to do, and something that only an outlet is."""
    if len(low) > _LINE_LENGTH or is_speech(low):
        return False
    if not has_content(low) and holds(low, forms()["plea", "any"]):
        return True
    if not holds_words(low, forms()["plea", "verb"]) or not (
        stems_in(low, "plea", "outlet") or _named_outlet(low)
    ):
        return False
    return not has_content(low) or starts(low, forms()["plea", "verb"])


def _named_outlet(low: str) -> bool:
    """«Name» and how to give: the name of whoever asks is unknown, so a card, a sum or an address tells."""
    gives = _PRICE.search(low) or _CONTACT.search(low) or stems_in(low, "plea", "means")
    return low.count('"') == 2 and bool(gives)


def is_offer(low: str) -> bool:
    """An advertisement that does not say so: goods, work or a service, and its price, phone or address."""
    if len(low) > _LINE_LENGTH or is_speech(low):
        return False
    offered = stems_in(low, "offer", "stem")
    strong = starts(low, forms()["offer", "start"]) or stems_in(low, "offer", "strong")
    if not (offered or strong) or has_content(low) or stems_in(low, "offer", "not"):
        return False
    marks = (_PRICE.search(low), _PHONE.search(low), _CONTACT.search(low), low.endswith("!"), "%" in low)
    score = offered + sum(map(bool, marks))
    return score + 2 * bool(strong) >= _OFFER and not narrates(low)


def narrates(low: str) -> bool:
    """Whether a verb of the line tells a finished deed, as an advertisement does not."""
    words = WORD.findall(low)
    clauses = (WORD.findall(clause) for clause in _CLAUSE_END.split(low))
    closing = [clause[-1] for clause in clauses if clause]
    nouns, told = words_of("offer", "noun"), words_of("offer", "told")
    return (
        any(_CLOSING.search(word) and not _PRESENT.search(word) and word not in nouns for word in closing)
        or any((_DEED.match(word) or _DEEDS_EN.match(word)) and word not in nouns for word in words)
        or any(word in told for word in words)
    )


def is_service(low: str) -> bool:
    """The weather, the rates, the desk's own notices."""
    if len(low) > _LINE_LENGTH or has_content(low, weak=False):
        return False
    if holds(low, forms()["notice", "weak"]):
        return True
    if has_content(low):
        return False
    if starts(low, forms()["service", "start"]):
        return True
    return (
        bool(_CONTACT.search(low))
        and not stems_in(low, "offer", "not")
        and bool(stems_in(low, "service", "desk"))
    )


def is_counter(low: str, written: str) -> bool:
    """Hashtags alone, or a number of views, comments, minutes."""
    if _HASHTAGS.match(written):
        return True
    words = WORD.findall(low)
    counted = words_of("counter", "word")
    return (
        len(words) <= _LABEL_WORDS
        and any(c.isdigit() for c in low)
        and bool(words)
        and counted.issuperset(words)
    )


def is_credit(low: str, written: str, known: Callable[[str], bool]) -> bool:
    """Whoever wrote, compiled, took the photo: a sentence of a role and of names.

    Under a photo, or before the role, they are names that the text does not use again.
    """
    if len(low) > _CREDIT_LENGTH or has_content(low):
        return False
    start, credited = 0, False
    for end in [*(found.end() for found in _SENTENCES.finditer(low)), len(low)]:
        if _credits(low[start:end], written[start:end], known):
            credited = True
        elif narrates(low[start:end]):
            return False
        start = end
    if credited:
        return True
    # "Set at the «Valley», managing editor B. Kadyrov": after a comma a name with its initial
    tail = low.rfind(", ") + 2
    return tail > 1 and bool(_INITIAL.search(written, tail)) and _credits(low[tail:], written[tail:], known)


def _credits(low: str, written: str, known: Callable[[str], bool]) -> bool:
    before = _AFTER_DASHES.match(low)
    skip = before.end() if before else 0
    low, written = low[skip:].rstrip(), written[skip:].rstrip()
    for match, sure in (("maker", True), ("photo", False)):
        for form in forms()["credit", match]:
            if low.startswith(form) and not low[len(form) : len(form) + 1].isalpha():
                rest = written[len(form) :]
                if is_names(rest) and (sure or "/" in rest or not (_DIGIT.search(rest) or known(rest))):
                    return True
    for form in forms()["credit", "last"]:
        if low.rstrip(".").endswith(form) and not low[: -len(form)].rstrip(".")[-1:].isalpha():
            rest = written[: low.rindex(form)]
            if is_names(rest) and not known(rest):
                return True
    return False


def is_names(rest: str) -> bool:
    """Names, outlets and the small words between them: "Мадина Юсупова, специально для «Вестника»"."""
    small = words_of("credit", "word")
    words = WORD.findall(_QUOTES.sub(" X ", rest))
    names = [word for word in words if word[:1].isupper()]
    return len(names) >= 1 and all(word[:1].isupper() or word.lower() in small for word in words)
