"""English "he did die": a fact, told with the bare form of its verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.lexemes import english_past
from tizme.text import Token

_DID = "did"
_HELPS = frozenset({"indeed", "later", "eventually", "also", "really", "finally", "then", "in", "fact"})
_SUBJECT_BEHIND = frozenset(
    {"he", "she", "they", "it", "you", "we", "i", "the", "a", "his", "her", "their", "your", "my", "not"}
)
_OPENS = frozenset({".", ":", ";", "-", '"', "(", "what", "why", "how", "where", "when", "who"})
ADVERBS = 2  # tokens between "did" and its verb


def with_emphatic_verbs(words: Sequence[Token]) -> list[Token]:
    """The tokens with "did die" read as "did died": the patterns of facts know no bare forms.

    Not in a question ("what did he sign", "did the army pay") nor in a denial ("did not die").
    """
    found = list(words)
    for at, token in enumerate(words[:-1]):
        if token.low != _DID or at == 0 or words[at - 1].low in _OPENS:
            continue
        verb = next(
            (i for i in range(at + 1, min(len(words), at + 2 + ADVERBS)) if words[i].low not in _HELPS), None
        )
        if verb is None or words[verb].low in _SUBJECT_BEHIND or words[verb].text != words[verb].low:
            continue
        if words[verb].kind == "word" and words[verb].low.isalpha():
            found[verb] = replace(words[verb], low=english_past(words[verb].low))
    return found
