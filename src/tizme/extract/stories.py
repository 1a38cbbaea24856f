"""Whose story a paragraph is before its teller is heard: it ends in her own words, or an office goes on.

"One woman from Fergana spent a year looking for her husband. ... she said." "Рос Тимур без отца, в двадцать
один уехал к дяде. ... «Передачи я возила», — вспоминает она": an outlet gives a part of what somebody told in
its own words, and quotes the rest.
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.office_accounts import ACCOUNTS
from tizme.extract.refuted import REMAINS
from tizme.extract.spoken import Saying, in_dashes
from tizme.extract.voices import Voice, Voices
from tizme.extract.who import Ref, Who

Paragraph = list[tuple[Sentence, list[Ref], list[Saying]]]
_OFFICES = frozenset({"org", "court"})
_OFFICIAL = frozenset({"official", "court", "case"})
_ACTS = frozenset({"sentenced", "charged"})
_CAUGHT = frozenset({"detained", "captured", "recruited", "coercion"})
_OTHERS_SPEAK = frozenset({"kin", "say", "according", "org"})
_OF_THEIR_LIVES = frozenset({"relative", "self"})


def stories(
    sentences: list[Sentence], refs: list[list[Ref]], sayings: list[list[Saying]]
) -> dict[int, Voice]:
    """Paragraph -> whose story it is, from its first sentence on."""
    found: dict[int, Voice] = {}
    met: list[Who] = []
    offices = False
    for paragraph in _paragraphs(sentences, refs, sayings):
        voice = _begun_with(paragraph) or _ended_by(paragraph, met, offices=offices)
        offices = offices or _an_office_tells(paragraph)
        if voice is not None:
            found[paragraph[0][0].paragraph] = voice
        met += [r.who for _, here, _ in paragraph for r in here]
    return found


def _paragraphs(
    sentences: list[Sentence], refs: list[list[Ref]], sayings: list[list[Saying]]
) -> list[Paragraph]:
    found: list[Paragraph] = []
    for told in zip(sentences, refs, sayings, strict=True):
        if not found or found[-1][0][0].paragraph != told[0].paragraph:
            found.append([])
        found[-1].append(told)
    return found


def _begun_with(paragraph: Paragraph) -> Voice | None:
    """A relative without a name with whom the paragraph begins, and who speaks further down in it."""
    teller = next((r.who for r in paragraph[0][1] if r.form != "pronoun"), None)
    if teller is None or teller.role != "relative" or teller.group or teller.named:
        return None
    speaks = any(saying.voice.who is teller for _, _, said in paragraph[1:] for saying in said)
    return Voice("relative", teller.label, teller) if speaks else None


def _ended_by(paragraph: Paragraph, met: list[Who], *, offices: bool) -> Voice | None:
    """Whoever is the first to speak in it, known from before, behind sentences that name nobody new.

    Of one who tells of himself not where an office stands in them: they may be the office's.

    Args:
        offices: Whether an office or a court has told something before.
    """
    told = (
        (n, saying) for n, (s, _, said) in enumerate(paragraph) for saying in said if _is_outer(s, saying)
    )
    at, saying = next(told, (0, None))
    if saying is None or at == 0 or paragraph[0][0].heading:
        return None
    who, kind = saying.voice.who, saying.voice.kind
    if who is None or who.group or kind not in _OF_THEIR_LIVES or not saying.holds:
        return None
    before = paragraph[:at]
    if not any(w is who for w in met) or any(
        r.new and r.form == "name" for _, here, _ in before for r in here
    ):
        return None
    if kind == "self" and any(_is_an_offices(s, offices=offices) for s, _, _ in before):
        return None
    if kind == "self" and any(r.who is not who and _is_told_of(r) for _, here, _ in before for r in here):
        return None  # "Karimov went to Omsk in 2023. ... «It was his cough», she said": of him, not of her
    if any(s.says_unquoted("outlet_met") for s, _, _ in before):
        return None
    return Voice(kind, saying.voice.label, who)


def _is_an_offices(sentence: Sentence, *, offices: bool) -> bool:
    """An office, a court, or what only they do: "Каримову назначили восемь лет. Сам он сказал, что ...".

    Not who caught him, as long as no office was heard before.
    """
    acts = any(h.cue.kind == "event" and h.cue.property in _ACTS for h in sentence.hits)
    named = any(h.cue.kind in _OFFICES for h in sentence.hits)
    caught = any(h.cue.kind == "event" and h.cue.property in _CAUGHT for h in sentence.hits)
    return acts or (named and (offices or not caught))


def _an_office_tells(paragraph: Paragraph) -> bool:
    said = (s.voice.kind for _, _, saying in paragraph for s in saying)
    return bool(_OFFICIAL & set(said)) or any(h.cue.kind == "court" for s, _, _ in paragraph for h in s.hits)


def _is_told_of(ref: Ref) -> bool:
    return ref.who.role == "subject" and not ref.who.group


def _is_outer(sentence: Sentence, saying: Saying) -> bool:
    """Not of whom somebody quoted tells: "«... On May 3 he told me: sign»"."""
    start = sentence.words[saying.verb[0]].start
    return not saying.left_out and (in_dashes(sentence, saying) or not sentence.in_quote(start))


def office_goes_on(
    sentences: list[Sentence],
    sentence: Sentence,
    refs: list[Ref],
    held: Voice,
    sayings: list[list[Saying]],
    voices: list[Voices],
) -> bool:
    """Whether a paragraph is still the account of an office, the only one that the text has heard so far.

    The paragraph before is the office's to the last sentence, and this one brings in nobody: "Суд установил,
    что он бежал из части.", and in the next "В апреле он подписал второй контракт". A report of which an
    office tells only the end goes on as the outlet's, and so does a paragraph that tells of a death.

    Args:
        sentence: The first one of the paragraph.
        refs: Who stands in it.
    """
    if held.kind not in ACCOUNTS:
        return False
    if any(_tells_of_death(s) for s in sentences[sentence.index :] if s.paragraph == sentence.paragraph):
        return False
    earlier = sentences[: sentence.index]
    told = (s for said in sayings[: len(earlier)] for s in said if not s.left_out)
    if any(s.voice.kind not in ACCOUNTS for s in told):
        return False
    before = [s for s in earlier if s.paragraph == earlier[-1].paragraph]
    if not all(voices[s.index].base.kind in ACCOUNTS or sayings[s.index] for s in before):
        return False
    named = any(r.new and r.form == "name" for r in refs)
    return not named and not any(h.cue.kind in _OTHERS_SPEAK for h in sentence.hits)


def _tells_of_death(sentence: Sentence) -> bool:
    return any(h.cue.kind == "event" and h.cue.property in REMAINS | {"died"} for h in sentence.hits)
