"""Call signs, other names and document numbers: what stands beside the word that announces it."""

from __future__ import annotations

import re

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.who import Who

_LABELLED = re.compile(
    r"(?:(?:\s[^\W\d_]{1,12}){0,3}(?=\s[«“\"„]))?[\s:–—-]*(?:[«“\"„']([^»”\"“'\n]{1,40})[»”\"“']"
    r"|([^\W\d_][\w-]{1,30}(?:\s+(?:[^\W\d_a-zа-я]\.\s?){1,2}|\s+[^\W\d_a-zа-я][\w-]{1,30})?))"
)
_QUOTED_BEFORE = re.compile(r"[«“\"„]([^»”\"“\n]{1,40})[»”\"“]\s*$")  # «Медик» чакыруу белгиси
_NUMBER = re.compile(r"[\s:№N#-]*([^\W\d_]{0,3}[-\s]?[\dIlОOо]{3,}[\w-]*)")
BEHIND, BEFORE = 60, 40  # code points behind and before the word within which the label stands


def label_drafts(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """What stands beside "call sign" or "also known as", in quotation marks or as a capitalised word."""
    text = discourse.text
    number = hit.cue.property == "document_number"
    pattern = _NUMBER if number else _LABELLED
    match = pattern.match(text, hit.stop, min(sentence.stop, hit.stop + BEHIND))
    if match is None and discourse.grammar.verb_last:
        match = _QUOTED_BEFORE.search(text, max(sentence.start, hit.start - BEFORE), hit.start)
    if match is None:
        return []
    group = 1 if match.group(1) else 2
    value = match.group(group).strip()
    if group == 2 and not value[0].isupper():
        return []
    start = match.start(group)
    stop = start + len(value)
    if number:
        value = f"{text[hit.start : hit.stop]} {value}"
        start = hit.start
    return [Draft(who, hit.cue.property, value, start, stop, sentence.index)]
