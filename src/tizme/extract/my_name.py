"""A name that somebody gives as his own: "My name is ...", "Номаш Бахтиёр", or the last line of a post."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.christening import christen, mention_of
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.people import NameSpan
from tizme.extract.who import Ref, Who


def signed(sentence: Sentence, span: NameSpan, keys: set[str], discourse: Discourse) -> Ref:
    """A name alone at the end of a text is its writer's, never one more victim's."""
    who = discourse.narrator if discourse.narrator is not None and not discourse.narrator.named else None
    who = who or discourse.somebody(span.nominative, sentence, role="source")
    christen(who, span, keys)
    return mention_of(who, span, sentence, new=True)


def says_my_name(sentence: Sentence, span: NameSpan) -> bool:
    return any(
        h.cue.kind == "jargon"
        and (
            (h.cue.property in {"my_name", "their_name"} and 0 < span.first - h.last <= 2)
            or (h.cue.property == "name_is" and 0 < h.first - span.last <= 2)
        )
        for h in sentence.hits
    )


def own_name(
    sentence: Sentence, span: NameSpan, keys: set[str], refs: list[Ref], discourse: Discourse
) -> Ref:
    """ "My name is ...": the writer's, or a new man's where it is quoted."""
    quoted = sentence.in_quote(span.start)
    theirs = any(h.cue.property == "their_name" and h.first < span.first for h in sentence.hits)
    sought = theirs and discourse.narrates == "relative"  # "Додарамро меҷӯям. Номаш Бахтиёр": not the writer
    sought = sought or _of_a_man_called_so(sentence, span)
    who = discourse.narrator if not (quoted or sought) else None
    beside = next((r for r in reversed(refs) if r.form != "pronoun"), None)
    if beside is not None and beside.kin is not None and not beside.who.named:
        who = beside.who  # "Брат мене шукає, його звуть Ойбек"
    if who is None and theirs:
        who = _relative_just_told_of(discourse)
    about = discourse.focus
    if who is None and not quoted and about is not None and not (about.named or about.group):
        who = about if about.role == "subject" else None  # "U o'zini Sanjar deb tanishtirdi"
    who = who or discourse.somebody(span.nominative, sentence)
    if not quoted and not sought and discourse.narrates:
        discourse.narrator = who
    christen(who, span, keys)
    return mention_of(who, span, sentence, new=True)


def _of_a_man_called_so(sentence: Sentence, span: NameSpan) -> bool:
    """ "Рустам деген жигит жазды": somebody whom the writer calls so, and not the writer."""
    called = [h for h in sentence.hits if is_jargon(h, "name_is") and h.first == span.last + 1]
    return any(
        h.first < p.first <= h.last + 1 for h in called for p in sentence.hits if p.cue.kind == "person"
    )


def _relative_just_told_of(discourse: Discourse) -> Who | None:
    """ "My wife thinks that I died. Her name is Ділфуза": the relative of the sentence before."""
    before = discourse.refs[-1] if discourse.refs else []
    return next((r.who for r in reversed(before) if r.kin is not None and not r.who.named), None)
