"""The unnamed one of whom a text told gets the name that follows.

"... buried a man who died. Nurlan Abdraimov, 34, ...": he is the man.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import name_keys
from tizme.extract.people import NameSpan
from tizme.extract.who import Ref, Who
from tizme.names import sex_of

NAMED_SOON = 2  # sentences from whoever stands trial to his name
WITH_AGE = 3  # tokens of an age before the name with which a sentence opens
WAITED_SOON = 2  # sentences from whoever waits for him to his name


def named_only_now(
    sentence: Sentence, age: str, span: NameSpan, refs: list[Ref], discourse: Discourse
) -> Who | None:
    """ "... buried a man who died. Nurlan Abdraimov, 34, ...": the unnamed one gets the name.

    Only one whom this sentence or the one before has just brought in, and never somebody's husband: to read
    two persons as one is the worst that this room can do.
    """
    waited_for = _waited_for(sentence, span, age, refs, discourse)
    if waited_for is not None:
        return waited_for
    here = [r.who for r in refs if r.new and not r.who.named and r.who.role == "subject" and not r.kin]
    who = here[-1] if here else discourse.focus
    sought = discourse.narrates == "relative" and who is discourse.focus
    if (
        who is None
        or (who.by_kin and not sought and not _of_her_family(span, who, discourse))
        or who.named
        or who.group
        or who.role != "subject"
        or (span.parts < 2 and not (sought and who.since == sentence.index))
    ):
        return None
    if sentence.index - who.since > 1 and who is not discourse.first_subject():
        return None
    if who.age and age != who.age and (age or not _only_one_so_far(sentence, span, who, discourse)):
        return None  # whose age was told and is not told again is somebody else
    return who if sentence.paragraph - who.paragraph <= 1 and sentence.entry == who.entry else None


def _waited_for(
    sentence: Sentence, span: NameSpan, age: str, refs: list[Ref], discourse: Discourse
) -> Who | None:
    """ "Айнура күйөөсүнөн дайын таппай жүрөт. 31 жаштагы Эрмек ... барган": whom she waits for.

    Only a name with an age that opens one of the next sentences, where she is told of by her own name, no
    other man is, and nobody else stands before him.
    """
    who = discourse.focus
    if who is None or not age or who.named or who.group or who.age or who.role != "subject":
        return None
    opens = span.first <= WITH_AGE and not any(r.form != "pronoun" for r in refs)
    soon = 0 < sentence.index - who.since <= WAITED_SOON and sentence.entry is None
    waits = [link.relative for link in discourse.kin if link.anchor is who]
    others = any(
        w is not who and not w.group and (w.role == "subject" or w.since > who.since)
        for w in discourse.everyone
    )
    sex = sex_of(span.nominative, lang=discourse.lang)
    fits = not sex or who.sex in {"", sex}
    speaks = any(h.cue.kind in {"say", "according", "kin"} for h in sentence.hits)
    named = len(waits) == 1 and waits[0].named
    return who if opens and soon and named and fits and not others and not speaks else None


def _of_her_family(span: NameSpan, who: Who, discourse: Discourse) -> bool:
    """ "Mavluda Tojiboyeva ... o'g'lidan xabar ololmayapti. ... Jahongir Tojiboyev": of her family name."""
    if discourse.two_of_one_name:
        return False
    tellers = [w for w in discourse.everyone if w.anchor is who and w.named and " " in w.name]
    keys = {key.rstrip("aа") for key in name_keys(span.nominative)}  # Latin and Cyrillic a: hers
    shared = [keys & {key.rstrip("aа") for key in w.keys} for w in tellers]
    shares = any(0 < len(one) < len(keys) for one in shared)
    sex = sex_of(span.nominative, lang=discourse.lang)
    return shares and (not sex or who.sex in {"", sex})


def _only_one_so_far(sentence: Sentence, span: NameSpan, who: Who, discourse: Discourse) -> bool:
    """ "A 33-year-old man went on trial. Umed Gulov was ...": the name heads what follows on the one man."""
    if sentence.entry is not None:
        others = [w for w in discourse.everyone if w.entry == sentence.entry and w is not who]
    else:
        others = [w for w in discourse.everyone if w is not who]
    alone = not any(w.role == "subject" and not w.group for w in others)
    heads = span.first == 0 or sentence.entry is not None
    return alone and heads and discourse.lang == "en" and sentence.index - who.since <= NAMED_SOON
