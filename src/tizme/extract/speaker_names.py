"""A name beside a verb of saying is the speaker's: "Мати дізналася ... «...», каже Гулчехра Назарова"."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import keys_agree, name_keys
from tizme.extract.people import NameSpan
from tizme.extract.titled_names import TITLE_WITHIN, TITLES
from tizme.extract.told_before import GENDERED
from tizme.extract.who import Who
from tizme.names import sex_of
from tizme.text import fold

FULL_NAME = 2  # parts of a name that is said in full
_HER_ENDINGS, _HIS_VERBS = ("а", "я"), ("в", "л", "ли")


def _saying_beside(sentence: Sentence, span: NameSpan) -> Hit | None:
    """The verb of saying right beside a name: "каже Гулчехра Назарова", with no title between."""
    titled = any(h.cue.kind in TITLES and 0 < span.first - h.last <= TITLE_WITHIN for h in sentence.hits)
    if titled:
        return None
    says = [h for h in sentence.hits if h.cue.kind == "say"]
    himself = any(is_jargon(h, "himself") and h.last == span.first - 1 for h in sentence.hits)
    before = span.first - 1 - himself  # "сообщил сам Абдумумин"
    return next((h for h in says if h.last == before or h.first == span.last + 1), None)


def relative_who_speaks(sentence: Sentence, span: NameSpan, discourse: Discourse) -> Who | None:
    """ "Мати дізналася ... «...», каже Гулчехра Назарова.": the one relative spoken of gets her name."""
    if _saying_beside(sentence, span) is None or span.first == 0 or sentence.entry is not None:
        return None
    sex = sex_of(span.nominative, lang=discourse.lang)
    unnamed = [
        w for w in discourse.everyone
        if w.role == "relative" and not w.named and not w.group and w is not discourse.narrator
        and w.last_paragraph == sentence.paragraph and (not sex or not w.sex or sex == w.sex)
    ]  # fmt: skip
    if len(unnamed) == 1 and sex and unnamed[0].sex:
        return unnamed[0]
    return _official_who_speaks(sentence, span, sex, discourse) if not unnamed else None


def _official_who_speaks(
    sentence: Sentence, span: NameSpan, sex: str | None, discourse: Discourse
) -> Who | None:
    """ "... the head of the village said on Monday. "He is angry," said Kanybek E.": that head's name."""
    if span.parts < FULL_NAME or sentence.in_quote(span.start):
        return None
    unnamed = [
        w for w in discourse.everyone
        if w.role == "official" and not w.named and not w.group
        and sentence.paragraph - 1 <= w.last_paragraph <= sentence.paragraph
        and (not sex or not w.sex or sex == w.sex)
    ]  # fmt: skip
    return unnamed[0] if len(unnamed) == 1 else None


def woman_who_speaks(sentence: Sentence, span: NameSpan, who: Who, discourse: Discourse) -> Who | None:
    """ "Назарова каже", where Назарова is his mother and "Назарова захопили" is himself: she alone speaks."""
    say = _saying_beside(sentence, span)
    if say is None or who.role != "subject" or discourse.lang not in GENDERED:
        return None
    written = fold(discourse.text[span.start : span.stop])
    feminine = written.endswith(_HER_ENDINGS) and not sentence.words[say.first].low.endswith(_HIS_VERBS)
    keys = name_keys(span.nominative)
    hers = [
        w for w in discourse.everyone
        if w.named and w.role != "subject" and keys_agree(keys, w.keys)
        and "female" in {w.sex, sex_of(w.name, lang=discourse.lang)}
    ]  # fmt: skip
    return hers[-1] if feminine and hers else None
