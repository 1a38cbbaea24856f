"""What stands on a plate, a cross or a tag: "табличка с датами «11.03.1989 – 02.01.2023»"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit

INSCRIBED_WITHIN = 8  # tokens from "a plate" to what stands on it: "with a name and days"
_WITH = frozenset({"с", "со", "з", "із", "зі", "with", "bearing", "reading"})
_INSCRIPTIONS = ("надпис", "напис", "inscription")


def inscription_behind(sentence: Sentence, paper: Hit) -> int | None:
    """The token before the quotation marks of what is written there; None where nothing is quoted."""
    words, behind = sentence.words, paper.last + 1
    if behind >= len(words):
        return None
    led = words[behind].low in _WITH or words[paper.last].low.startswith(_INSCRIPTIONS)
    opens = next((i for i in range(behind, len(words)) if words[i].kind != "word"), None)
    if not led or opens is None or opens - paper.last > INSCRIBED_WITHIN:
        return None
    return opens - 1 if any(a <= words[opens].start < b for a, b in sentence.quotes) else None


def is_inscribed(sentence: Sentence, before: int) -> bool:
    """ "На хресті табличка: «Осоров Б., 1990–2023»": a name or days, and no verb, in quotation marks."""
    opened = sentence.words[before + 1 : before + 3]
    quoted = bool(opened) and any(a <= opened[-1].start < b for a, b in sentence.quotes)
    days = any(d.start >= sentence.words[before].start for d in sentence.dates)
    return quoted and (days or any(at > before for at in sentence.named))
