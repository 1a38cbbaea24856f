"""What a language model says that a text says, before and after it was held against the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggested:
    """One thing that a model answered, as it answered it. Nothing of it is believed.

    Attributes:
        passage: Number of the passage that it names, counted from 0 in the text; -1 where it names none.
        person, property, value, quote, polarity: Its words, cut to a length and otherwise untouched.
    """

    passage: int
    person: str
    property: str
    value: str
    quote: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion that is no claim, for a human to look at.

    Attributes:
        problems: Codes of what could not be shown, the first found first; see docs/evaluation/llm.md.
        start, stop: Where the quote stands in the text; both -1 where it does not stand there once.
    """

    said: Suggested
    problems: tuple[str, ...]
    start: int = -1
    stop: int = -1


@dataclass(frozen=True, slots=True)
class Asked:
    """What a model was asked about one text and what it answered.

    Attributes:
        model: Name of the model, as its server calls it.
        failures: One sentence for each request that came to nothing.
        malformed: How many answers, or parts of answers, could not be read as suggestions.
    """

    model: str
    suggested: tuple[Suggested, ...]
    failures: tuple[str, ...] = ()
    malformed: int = 0
