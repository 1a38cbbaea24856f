"""What several say of whom none is named: "Neighbours whisper that ...", "... deb gapirishadi"."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.says_nothing import tells_of
from tizme.extract.spoken import Saying, as_saying
from tizme.extract.voices import Voice


def as_rumour(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying:
    """ "Neighbours whisper that ...", "Word has it that ...": nobody's words, and the outlet goes on."""
    voice = Voice("hearsay", discourse.text[say.start : say.stop])
    return replace(as_saying(sentence, say, None, voice, discourse), holds=False, once=True)


def by_several_unnamed(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Qismdan u yo'qolganini aytishgan", "... deb gapirishadi": several, none of them named."""
    if say.cue.kind != "say" or not discourse.grammar.verb_last or discourse.grammar.owner_behind:
        return None
    endings = endings_of(discourse.lang, "they_say_endings")
    closes = sentence.words[say.last].low in discourse.grammar.said_words
    verb = sentence.words[say.last + 1 : say.last + 2] if closes else [sentence.words[say.last]]
    if not endings or not verb or not verb[0].low.endswith(endings):
        return None
    behind_it = say.first > 0 and sentence.words[say.first - 1].low == ","
    told = closes or behind_it or tells_of(sentence, say, discourse)
    return as_rumour(sentence, say, discourse) if told and not sentence.in_quote(say.start) else None


def i_heard(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "“I heard that he fell,” his mother says": from others, whom she does not name."""
    heard = "heard" in say.cue.flags and sentence.in_quote(say.start)
    return as_rumour(sentence, say, discourse) if heard else None
