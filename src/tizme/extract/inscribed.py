"""What stands on a plate, a cross, a tag or a coffin: "табличка с датами «11.03.1989 – 02.01.2023»"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.paper_sayings import saying_of
from tizme.extract.spoken import Saying

INSCRIBED_WITHIN = 8  # tokens from "a plate" to what stands on it: "with a name and days"
NAME_TOKENS = 12  # of a name with its days, in quotation marks
BESIDE = 3  # tokens between such a quotation and the word for writing: "деб", "there was"
SMALL = 3  # letters of a word that is no part of a name: "г. р."
_NO_INSCRIPTION = frozenset({"event", "say", "kin", "pron", "org"})
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


def inscription_of_a_name(sentence: Sentence, discourse: Discourse) -> Saying | None:
    """ "Тобут келди, капкагына «Осоров Б., 1990» деп жазылыптыр": a bare name with nobody who wrote it."""
    for written in (h for h in sentence.hits if is_jargon(h, "written")):
        for start, stop in sentence.quotes:
            inside = sentence.tokens_within(start, stop)
            if not inside or not _beside(written, inside[0], inside[-1]) or not _bare_name(sentence, inside):
                continue
            of_a_life = sum(sentence.words[i].kind == "number" for i in inside) > 1
            if any(_passes_on(h, written) for h in sentence.hits) or (of_a_life and not _on_what(sentence)):
                return None
            ranges = [(inside[0], inside[-1])]
            return saying_of(sentence, written, written, ranges, case=False, discourse=discourse)
    return None


def _beside(written: Hit, first: int, last: int) -> bool:
    return 0 < written.first - last <= BESIDE or 0 < first - written.last <= BESIDE


def _bare_name(sentence: Sentence, inside: list[int]) -> bool:
    """A name with its days or initials in quotation marks, and no verb: "Холов И. Ҷ., 1995"."""
    if len(inside) > NAME_TOKENS or not any(at in inside for at in sentence.named):
        return False
    if any(h.first in inside and h.cue.kind in _NO_INSCRIPTION for h in sentence.hits):
        return False
    words = (sentence.words[i] for i in inside)
    return all(t.text[0].isupper() or len(t.text) <= SMALL for t in words if t.kind == "word")


def _on_what(sentence: Sentence) -> bool:
    """A plate or a coffin is named: below a photograph the days of a life are no paper's word."""
    return any(is_jargon(h, what) for h in sentence.hits for what in ("paper_in", "paper", "in_a_coffin"))


def _passes_on(hit: Hit, written: Hit) -> bool:
    """A chat, an outlet, or somebody who writes."""
    if written.first - 1 <= hit.last and hit.first <= written.last:
        return False
    return (hit.cue.kind == "org" and hit.cue.property in {"hearsay", "press"}) or (
        hit.cue.property == "hearsay" and hit.cue.kind in {"mark", "person"}
    )
