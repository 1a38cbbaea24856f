"""How many and of which sex a verb of saying shows its speaker: "сообщили", "подтвердила"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit
from tizme.extract.grammar import endings_of
from tizme.extract.who import Ref
from tizme.names import sex_of


def they_say(sentence: Sentence, say: Hit, lang: str) -> bool:
    """ "сообщили", "деп айтышты": several say it."""
    if lang in {"ru", "uk"}:
        return sentence.words[say.first].low.endswith("ли")
    endings = endings_of(lang, "they_say_endings")
    return bool(endings) and sentence.words[say.last].low.endswith(endings)


def disagrees(sentence: Sentence, say: Hit, ref: Ref, lang: str) -> bool:
    """A Russian or Ukrainian verb in the past agrees with its subject in sex and number."""
    if lang not in {"ru", "uk"} or say.cue.kind != "say":
        return False
    low = sentence.words[say.first].low
    if low.endswith("ли"):
        return not ref.who.group
    if low.endswith("ло"):
        return True
    sex = (ref.kin.cue.value if ref.kin else "") or ref.who.sex
    if not sex and ref.who.named:
        sex = sex_of(ref.who.name, lang=lang)
    if low.endswith("ла"):
        return sex == "male"
    return low.endswith(("л", "в")) and sex == "female"
