"""A bare "brother" behind the sister of the one told of is he: "Сестра написала нам. Брат жил ..."."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.who import Ref, Who

_SPEAKS = frozenset({"say", "according"})
NAME_WITHIN = 2  # tokens from "brother" to his own name: "Брат Бакыт ездил"


def her_brother(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """Him whose sister the sentence before brings in, where "brother" opens the sentence and says nothing."""
    before = discourse.refs[-1] if discourse.refs else []
    opens = hit.first == 0 and hit.cue.property == "brother" and "plural" not in hit.cue.flags
    if not opens or refs or not before or "object" in hit.cue.flags:
        return None
    sister = next((r for r in before if r.form != "pronoun" and r.who.role != "subject"), None)
    if sister is None or sister.who.relation != "sister" or sister.who.paragraph != sentence.paragraph:
        return None
    about = sister.who.anchor
    named = any(0 < n.first - hit.last <= NAME_WITHIN for n in discourse.names)
    speaks = any(h.cue.kind in _SPEAKS and not sentence.in_quote(h.start) for h in sentence.hits)
    another = any(is_jargon(h, "order") for h in sentence.hits)
    if about is None or about.role != "subject" or about.group or about.sex == "female":
        return None
    return None if named or speaks or another else about
