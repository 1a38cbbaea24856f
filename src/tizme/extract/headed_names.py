"""Names in headings: the text below begins with "he" or "our brother", or has a given name alone."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.christening import christen, mention_of
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import keys_agree, name_keys
from tizme.extract.people import NameSpan, find_names
from tizme.extract.same_name import same_name
from tizme.extract.who import Ref, Who

NAMED_SOON = 2  # sentences of the body within which a text that has a subject of its own names them


def named_over(sentences: list[Sentence], discourse: Discourse) -> Ref | None:
    """Whom an obituary names in its heading alone: the text below begins with "he" or "our brother"."""
    heading = next((s for s in sentences if s.heading), None)
    body = [s for s in sentences if not s.heading][:NAMED_SOON]
    if (
        heading is None
        or not body
        or heading.index > body[0].index
        or any(_names_in(s, discourse) for s in body)
    ):
        return None
    names = [name for name in _names_in(heading, discourse) if name.parts > 1]
    if len(names) != 1:
        return None
    who = discourse.somebody(names[0].nominative, heading)
    christen(who, names[0], name_keys(names[0].nominative.replace(".", " ")))
    return mention_of(who, names[0], heading, new=True)


def names_in_headings(sentences: list[Sentence], discourse: Discourse) -> list[NameSpan]:
    """The names of two words and more that stand in headings."""
    headings = [s for s in sentences if s.heading]
    return [name for s in headings for name in _names_in(s, discourse) if name.parts > 1]


def _names_in(sentence: Sentence, discourse: Discourse) -> list[NameSpan]:
    return find_names(
        sentence,
        discourse.text,
        lang=discourse.lang,
        known=discourse.vouched.stems,
        plain=discourse.vouched.plain,
    )


def named_in(heading: Sentence, discourse: Discourse) -> Who | None:
    """The subject whose name stands in a heading."""
    for span in find_names(
        heading,
        discourse.text,
        lang=discourse.lang,
        known=discourse.known_keys(),
        plain=discourse.vouched.plain,
    ):
        keys = name_keys(span.nominative)
        first = (
            w for w in discourse.everyone if w.named and w.role == "subject" and keys_agree(keys, w.keys)
        )
        if span.parts == 1 and (told := next(first, None)) is not None:
            return told  # "Rustam is alive": of two called so the first, whom the text is about
        who = same_name(name_keys(span.nominative), "", set(), heading, discourse)
        if who is not None and who.role == "subject":
            return who
    return None


def fuller_in_heading(who: Who, keys: set[str], discourse: Discourse) -> None:
    """Give the full name that a heading alone has: "Хуршед Акрамов барнагашт. ... Модари Хуршед"."""
    names = discourse.headed
    if len(names) != 1 or len(keys) != 1 or who.role != "subject":
        return
    whole = name_keys(names[0].nominative)
    if keys <= whole and len(whole) > 1:
        who.name = who.label = names[0].nominative
        who.keys |= whole
