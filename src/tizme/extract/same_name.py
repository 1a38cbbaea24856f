"""Whom of those met before a name means: "Rustamov" is Sanjar Rustamov, unless their ages differ."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.another_bearer import another_bearer, of_the_other_sex
from tizme.extract.bearers import Beside, is_another
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import HEAD, keys_agree
from tizme.extract.who import Who


def same_name(
    keys: set[str],
    age: str,
    origin: set[str],
    sentence: Sentence,
    discourse: Discourse,
    *,
    written: str = "",
    told: Beside | None = None,
) -> Who | None:
    """Somebody met before whose name this can be, unless age, birth or origin say it is another."""
    best: Who | None = None
    heads = {key[:HEAD] for key in keys}
    for who in reversed(discourse.everyone):
        if sentence.entry is not None and who.entry != sentence.entry:
            continue
        if not who.named or heads.isdisjoint([key[:HEAD] for key in who.keys]):
            continue
        if not keys_agree(keys, who.keys) or (written and another_bearer(written, who.name, discourse.lang)):
            continue
        if age and who.age and age.strip("~") != who.age.strip("~"):
            continue
        if written and discourse.lang == "en" and of_the_other_sex(written, who.name):
            continue
        if told is not None and is_another(
            who, told, discourse.published, two_of_one_name=discourse.two_of_one_name
        ):
            continue
        if origin & who.origin:
            return who
        if origin and who.origin and not _within(origin, who.origin):
            continue
        if best is None or (who is discourse.focus and not keys - who.keys):
            best = who
        elif best.role != "subject" and who.role == "subject" and len(keys) == 1:
            best = who  # a family name alone is rather the one told of than his father
    return best or (_other_of_two(keys, discourse) if told is not None and told.other else None)


def _within(origin: set[str], known: set[str]) -> bool:
    """ "surxondaryolik ...": "Sho'rchi tumani" of that region says the same; ids tell what lies in what."""
    return any(a.startswith(f"{b}-") or b.startswith(f"{a}-") for a in origin for b in known)


def bearer_before(keys: set[str], who: Who, discourse: Discourse) -> Who | None:
    """The one met before who has the same name as somebody new."""
    return next((w for w in discourse.everyone if w is not who and w.named and keys == w.keys), None)


def _other_of_two(keys: set[str], discourse: Discourse) -> Who | None:
    """ "the other Ulan Asanov", where two were told of: the one whom the text is not about just now."""
    bearers = [w for w in discourse.everyone if w.named and keys_agree(keys, w.keys)]
    return next((w for w in bearers if w is not discourse.focus), None) if len(bearers) > 1 else None
