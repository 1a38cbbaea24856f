"""Whom an outlet met: "Дарханның әйелі Гүлмирамен Павлодарда кездестік. Күйеуі ...": what follows is hers.

So it is with whoever it finds where it went: "Биз Риштонга бордик. Отаси Абдулла ака 66 ёшда. Ўғли ...".
"""

from __future__ import annotations

from collections.abc import Sequence

from tizme.extract.annotate import Sentence
from tizme.extract.spoken import Saying
from tizme.extract.voices import Voice
from tizme.extract.who import Ref

OPENS = 2  # tokens among which a relative opens the sentence behind the journey: "Шуҳратнинг отаси"


def told_when_met(
    sentence: Sentence, sentences: Sequence[Sentence], refs: list[Ref], said: list[Saying], own: Voice
) -> Voice | None:
    """The one relative in a sentence by which the outlet met them, or behind the sentence of its journey."""
    before = sentences[sentence.index - 1] if sentence.index else None
    if own.kind != "press" or said or sentence.heading or sentence.turn or sentence.entry is not None:
        return None
    relatives = [
        r for r in refs if r.who.role == "relative" and r.form != "pronoun" and not sentence.in_quote(r.start)
    ]
    if not relatives or relatives[0].who.group or any(r.who is not relatives[0].who for r in relatives):
        return None
    met = sentence.says_unquoted("outlet_met")
    found = (
        before is not None
        and before.paragraph == sentence.paragraph
        and before.says_unquoted("outlet_went")
        and relatives[0].first <= OPENS
        and not any(h.cue.kind == "event" and "weak" not in h.cue.flags for h in sentence.hits)
    )
    who = relatives[0].who
    return Voice("relative", who.label, who) if met or found else None
