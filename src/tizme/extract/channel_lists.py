"""What stands in a channel's list or post is its word: "Унда ... деб кўрсатилган одам ҳам бор"."""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.spans import widen_left
from tizme.extract.voices import Scope, Voice

OPENS = 1  # tokens among which "in the list" opens a sentence
IN_ROW = 2  # tokens among which "in its seventh line" does
PUBLISHER_WITHIN = (
    5  # tokens, those of its name among them, within which the channel stands that publishes a list
)
IN_IT = "in_it"


def of_channels_list(sentences: Sequence[Sentence], at: int, discourse: Discourse) -> list[Scope]:
    """The whole sentence as the words of the channel in whose list or post it says somebody stands."""
    sentence = sentences[at]
    publishes = _publishes(sentence)
    if publishes is not None and publishes.first <= PUBLISHER_WITHIN:
        return [Scope(publishes.last + 1, len(sentence.words) - 1, _voice(sentence, publishes, discourse))]
    opening = [h for h in sentence.hits if _opens(h)]
    if not opening or sentence.entry is not None:
        return []
    if sentence.named and not any(is_jargon(h, "written") for h in sentence.hits):
        return []  # "Unda Alisher S., 27 yosh, ham bor edi": who he is the outlet says
    near = sentences[max(0, at - 1) : at] if not any(_in_list(h) for h in opening) else sentences[:at]
    channel = next((h for s in reversed(near) if (h := _publishes(s)) is not None), None)
    if channel is None:
        return []
    home = next(s for s in near if s.start <= channel.start < s.stop)
    return [Scope(0, len(sentence.words) - 1, _voice(home, channel, discourse))]


def _voice(home: Sentence, channel: Hit, discourse: Discourse) -> Voice:
    start, stop = widen_left(home, channel)
    return Voice("hearsay", discourse.text[start:stop])


def _opens(hit: Hit) -> bool:
    if is_jargon(hit, "in_row"):
        return hit.first <= IN_ROW
    return hit.first <= OPENS and (_in_list(hit) or is_jargon(hit, IN_IT))


def _in_list(hit: Hit) -> bool:
    return is_jargon(hit, "in_list") or is_jargon(hit, "in_row")


def _publishes(sentence: Sentence) -> Hit | None:
    """The channel of a sentence that says that it published a list."""
    lists = any(is_jargon(h, "a_list") for h in sentence.hits)
    says = any(
        h.cue.kind == "say" or h.cue.property == "death_reported" or is_jargon(h, "publishes")
        for h in sentence.hits
    )
    channels = (h for h in sentence.hits if h.cue.kind == "org" and h.cue.property == "hearsay")
    return next(channels, None) if lists and says and not sentence.heading else None
