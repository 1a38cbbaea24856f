"""Words of a person's name that would be cues elsewhere: of Төлөгөн, Berdi, Тұрсын no verb is meant."""

from __future__ import annotations

from tizme.extract.cues import Hit
from tizme.extract.grammar import grammar
from tizme.names import clean_ocr, token_kinds
from tizme.text import Token

_READ_IN_NAMES = frozenset({"event", "stop", "mark", "say", "occupation"})
# Kinds of tokens that are given names.
GIVEN = frozenset({"given-m", "given-f"})


def without_names(hits: list[Hit], words: list[Token], lang: str) -> list[Hit]:
    """Cues without those read in a name: of Төлөгөн Маматов "төлөгөн" does not say that he paid.

    Many a name of the languages whose verbs stand last is a verb in the past or a noun of the language.
    """
    if not grammar(lang).verb_last:
        return hits
    return [
        hit
        for hit in hits
        if hit.cue.kind not in _READ_IN_NAMES
        or not any(_in_a_name(words, i, lang) for i in (hit.first, hit.last))
    ]


def _in_a_name(words: list[Token], at: int, lang: str) -> bool:
    """A capitalised given name beside another capitalised word: before a family name, or in a sentence."""
    token = words[at]
    if token.kind != "word" or not token.text[0].isupper() or not _kinds(token, lang) & GIVEN:
        return False
    begins = at == 0 or words[at - 1].kind == "mark"
    behind = words[at + 1] if at + 1 < len(words) and not words[at + 1].start - words[at].stop > 1 else None
    before = words[at - 1] if at and words[at].start - words[at - 1].stop <= 1 else None
    if behind is not None and behind.kind == "word" and behind.text[:1].isupper():
        return not begins or bool(_kinds(behind, lang) & {"family", "patronymic"})
    return before is not None and before.text[:1].isupper() and "family" in _kinds(before, lang)


def _kinds(token: Token, lang: str) -> frozenset[str]:
    return token_kinds(clean_ocr(token.text), lang=lang)
