"""Names that no table holds, told by what stands beside them: an age, a relative, a rank, a home, a verb.

A text about Bishnu Tamang of Dhading names somebody whom no list of names knows a part of. One place that
tells so is enough: then the words are a name wherever the text writes them. What stands beside must be what
stands beside persons alone; a false name does more harm than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import AND, endings_of, grammar, of_any_language
from tizme.extract.people import blocked_tokens, is_initial, openers, part_kinds, stem
from tizme.extract.recognised import trusted
from tizme.names import nominative
from tizme.text import Token, script_of, sentence_openers

FULL = 2  # words of a name that a weaker sign may vouch for
GROWTHS = 2  # "Suraj" vouches for "Suraj Thapa", and that for "Maya Devi Thapa"
MOST = 4  # words; more are what a thing is called
TITLE_WORDS = 3  # of a quotation that is what a thing is called
KIN_BEHIND = 4  # tokens from "Dipak," to "brother" in "Dipak, his elder brother,"
CLOSED_WITHIN = 6  # tokens from that word to the mark that ends the apposition
_DESCRIBES = frozenset({"kin", "occupation", "person"})
_OF_MEN = frozenset({"died", "missing", "wounded", "captured", "contact_lost", "buried", "deployed"})
_INTRODUCES = frozenset({"named_as", "my_name", "their_name"})
_CLOSING = frozenset(",.;:)-?!…")
_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
_CALLED = frozenset({"named", "called"})
_CASED = frozenset({"ru", "uk"})
_IN_LATIN = frozenset({"en", "uz-Latn"})
_INSIDE = re.compile("[-'’ʻ‘ʼ]")
_ADJECTIVAL = (
    "ий",
    "ій",
    "ый",
    "ой",
    "ая",
    "ое",
    "ого",
    "его",
    "ому",
    "ему",
    "ої",
    "ою",
    "ий",
    "ській",
    "цька",
    "ська",
    "ські",
)
_BEHIND_AGE = frozenset(
    {"of", "from", "who", "whose", "was", "is", "has", "had", "and", "were", "did", "could", "would", "left"}
) | {"went", "died", "told", "said", "says", "flew", "signed"}


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words that may be a name: tokens ``[first, last]``."""

    sentence: Sentence
    first: int
    last: int
    lang: str

    @property
    def parts(self) -> int:
        return self.last - self.first + 1

    @property
    def words(self) -> list[Token]:
        return self.sentence.words[self.first : self.last + 1]

    def low(self, at: int) -> str:
        """The folded token at an index, a full stop outside the sentence."""
        return self.sentence.words[at].low if 0 <= at < len(self.sentence.words) else "."


@dataclass(frozen=True, slots=True)
class Vouched:
    """What a text tells of names that no table knows.

    Attributes:
        stems: Folded stems of the words that are somebody's name in one place of the text at least.
        plain: Folded words of these that stand in the nominative, though they end as a genitive does.
    """

    stems: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()


def vouched_names(sentences: Sequence[Sentence], *, lang: str) -> Vouched:
    """The names that something beside them vouches for."""
    runs = [
        run
        for sentence in sentences
        if not sentence.heading and any(_is_strange(token, lang) for token in sentence.words)
        for run in _runs(sentence, lang)
    ]
    found = [
        run
        for run in runs
        if any(sign(run) for sign in _SURE) or (_is_heard(run) and any(sign(run) for sign in _LIKELY))
    ]
    if not found:
        return Vouched()
    small = {token.low for s in sentences for token in s.words if token.text.islower()}
    stems = frozenset(
        one for run in found for one in _stems(run, run.words[_begins_with_another(run) :], small)
    )
    for _ in range(GROWTHS):
        stems |= {one for run in runs for one in _stems(run, _grown(run, stems), small)}
        stems |= {one for a, b in pairwise(runs) if _joined(a, b, stems) for one in _stems(a, a.words, small)}
    return Vouched(stems, frozenset(one for run in found for one in _plain(run)))


def _plain(run: _Run) -> Iterator[str]:
    """ "каже Бірендра Рокая", "Рокая загинув": whoever acts stands in the nominative."""
    if run.lang in _CASED and (
        _says(run) or _remembers(run) or _befallen(run) or _entered(run) or _is_countryman(run, run.first - 1)
    ):
        yield from (t.low for t in run.words if t.low.endswith(("а", "я")) and _is_strange(t, run.lang))


def _begins_with_another(run: _Run) -> bool:
    """ "Насправді Мельничук, кухар": a word that only a sentence's beginning has in capitals."""
    if run.lang == "en" or run.sentence.entry is not None:
        return False  # there the words that open sentences are listed
    others = run.words[1:]
    return (
        _opens(run) and _is_strange(run.words[0], run.lang) and any(part_kinds(t, run.lang) for t in others)
    )


def _opens(run: _Run) -> bool:
    before = run.sentence.words[run.first - 1] if run.first else None
    return before is None or (before.kind == "mark" and before.low != ",")


def _grown(run: _Run, stems: frozenset[str]) -> list[Token]:
    """The words that stand with one that is a name's, but for one that opens the sentence."""
    if grammar(run.lang).verb_last:
        return []  # subject and object meet there with no mark between them
    known = any(stem(token.low) in stems for token in run.words)
    return run.words[_opens(run) :] if known else []


def _joined(a: _Run, b: _Run, stems: frozenset[str]) -> bool:
    """ "Kwabena Ofori-Atta and Yaw Dankwah": full names that "and" joins, of which the second is one."""
    beside = a.sentence is b.sentence and b.first - a.last == FULL and min(a.parts, b.parts) >= FULL
    return beside and a.low(a.last + 1) in AND and all(stem(token.low) in stems for token in b.words)


def _stems(run: _Run, words: Sequence[Token], small: set[str]) -> Iterator[str]:
    """Stems of words of a name, without those that the text writes small, too."""
    for token in words:
        written = token.text.removesuffix("'s").removesuffix("’s") if run.lang == "en" else token.text
        plain = stem(nominative(written, lang=run.lang))
        if len(written) > FULL and not {stem(token.low), plain, token.low} & small:
            yield from (stem(token.low), plain)


def _is_strange(token: Token, lang: str) -> bool:
    """A word written as a name is, of which no table knows that it is one."""
    return _is_written_as_name(token, lang) and not part_kinds(token, lang)


def _is_written_as_name(token: Token, lang: str) -> bool:
    if token.kind != "word" or not token.text[0].isupper() or len(token.text) < FULL:
        return False
    pieces = _INSIDE.split(token.text)
    shaped = all(not piece[1:] or (piece.isalpha() and piece[1:].islower()) for piece in pieces)
    return shaped and (script_of(token.text) == "Latn") == (lang in _IN_LATIN)


def _runs(sentence: Sentence, lang: str) -> Iterator[_Run]:
    """Runs of words written as names are, one of them strange, that nothing else claims."""
    words = sentence.words
    blocked = blocked_tokens(sentence, lang, frozenset())
    at = 0
    while at < len(words):
        first = at
        while at < len(words) and _goes_on(words, at, first, blocked, lang):
            at += 1
        if at > first and any(_is_strange(words[i], lang) for i in range(first, at)):
            run = _Run(sentence, first, _end_of_name(words, first, at - 1, lang), lang)
            if run.parts <= MOST and not _is_a_thing(run) and not _hangs_on(run, blocked):
                yield run
        at = max(at, first + 1)


def _end_of_name(words: list[Token], first: int, last: int, lang: str) -> int:
    """ "Shavkat Bozorovni Jinoyat kodeksi": a strange word there is no part of a listed name."""
    if not grammar(lang).verb_last:
        return last
    listed = [i for i in range(first, last) if part_kinds(words[i], lang)]
    return (
        next((i - 1 for i in range(listed[0] + 1, last + 1) if _is_strange(words[i], lang)), last)
        if listed
        else last
    )


def _goes_on(words: list[Token], at: int, first: int, blocked: set[int], lang: str) -> bool:
    token = words[at]
    if at in blocked or not (_is_written_as_name(token, lang) or (at > first and is_initial(token))):
        return False
    begins = at == 0 or words[at - 1].kind == "mark"
    if at == first:
        return not (begins and (token.low in sentence_openers() or token.low in openers(lang)))
    return token.start - words[at - 1].stop == 1 and words[at - 1].low[-2:] not in {"'s", "’s"}


def _hangs_on(run: _Run, blocked: set[int]) -> bool:
    """ "Kathmandu Valley", "Upper Mustang": one word beside a capitalised one that is something else."""
    words = run.sentence.words
    for at, gap in ((run.first - 1, run.first), (run.last + 1, run.last + 1)):
        if not 0 <= at < len(words) or at not in blocked or not words[at].text[:1].isupper():
            continue
        if words[gap].start - words[gap - 1].stop != 1:
            continue
        fellow = at < run.first and _is_countryman(run, at)
        if not fellow and not any(
            h.first <= at <= h.last for h in _hits(run, *_DESCRIBES, "rank", "event", "say")
        ):
            return True
    return False


def _is_countryman(run: _Run, at: int) -> bool:
    """ "Непалець Біджай Тапа": a word for a person of a country, where it is no adjective as well."""
    token = run.sentence.words[at] if at >= 0 else None
    return (
        run.lang in _CASED
        and token is not None
        and any(d.is_person and d.start <= token.start < d.stop for d in run.sentence.demonyms)
    )


def _behind_countrymen(run: _Run, at: int) -> bool:
    """ "Two Ghanaians, Kwabena Ofori-Atta and Yaw Dankwah", "A Yemeni, Mohammed al-Hamdani,"."""
    token = run.sentence.words[at] if at >= 0 else None
    told = token is not None and any(
        d.is_person and d.start <= token.start < d.stop for d in run.sentence.demonyms
    )
    return told and run.low(run.last + 1) in _CLOSING | AND


def _is_a_thing(run: _Run) -> bool:
    """In a case of places, behind "the", in a title, or with a word that is an office's or an outlet's."""
    sentence = run.sentence
    rules, last = grammar(run.lang), run.words[-1].low
    if rules.verb_last and last.endswith(
        (*rules.dative_endings, *rules.locative_endings, *rules.from_endings)
    ):
        return True  # "ўғлининг Клишчиевкада ҳалок бўлганини": where, or whither
    if run.low(run.first - 1) in of_any_language("article") or (
        run.lang in _CASED and run.words[0].low.endswith(_ADJECTIVAL) and (run.parts > 1 or _opens(run))
    ):
        return True
    if any(
        (h.cue.property == "no_name" or is_jargon(h, "outlet_word") or h.cue.kind == "org")
        and run.first - 1 <= h.last and h.first <= run.last + 1
        and sentence.words[h.last].text[:1].isupper()
        for h in sentence.hits
    ):  # fmt: skip
        return True
    start, stop = run.words[0].start, run.words[-1].stop
    return any(
        a <= start and stop <= b
        and sum(t.kind == "word" for t in sentence.words if a <= t.start < b) <= TITLE_WORDS
        for a, b in sentence.quotes
    )  # fmt: skip


def _hits(run: _Run, *kinds: str) -> Iterator[Hit]:
    return (h for h in run.sentence.hits if h.cue.kind in kinds)


def _behind_preposition(run: _Run) -> bool:
    rules = grammar(run.lang)
    return run.low(run.first - 1) in rules.in_words | rules.from_words | of_any_language("to_words")


def _aged(run: _Run) -> bool:
    """ "Bishnu Tamang, 29,", "Suraj (26)", "33-річний Тапа"; not "a 31-year-old Dhading resident"."""
    sentence = run.sentence
    for start, stop, _ in sentence.ages:
        a, b = sentence.word_at(start), sentence.word_at(stop - 1)
        closed = run.low(b + 1) in _CLOSING
        article = run.low(run.last + 2) in grammar(run.lang).indefinite  # "Etienne Fouda, a 31-year-old cook"
        if run.low(run.last + 1) in {",", "("} and (
            (a - run.last == 2 and closed) or (a - run.last == 3 and article and run.low(run.last + 1) == ",")
        ):
            return run.parts >= FULL or not _behind_preposition(run)
        if a - run.last == 1 and grammar(run.lang).verb_last and closed:
            return run.first == 0 or run.parts >= FULL
        if run.first - b == 1:
            return _named_behind_age(run)
    return False


def _named_behind_age(run: _Run) -> bool:
    behind = run.low(run.last + 1)
    described = any(h.first == run.last + 1 for h in _hits(run, "kin", "occupation", "person", "group"))
    if described or run.words[-1].low.endswith(endings_of(run.lang, "attributive_endings") or ("\0",)):
        return False
    if run.lang != "en":
        return not (run.words[0].low.endswith(_ADJECTIVAL) and behind not in _CLOSING)
    told = any(h.first == run.last + 1 for h in _hits(run, "event", "say"))
    return behind in _CLOSING or behind in _BEHIND_AGE or told


def _beside_kin(run: _Run) -> bool:
    """ "her elder brother Dipak", "his mother, Sita Devi, said", "the wife of Suraj Thapa"."""
    for kin in _hits(run, "kin"):
        if kin.cue.property == "legal_representative":
            continue
        several = "plural" in kin.cue.flags or "count" in kin.cue.flags
        if kin.last == run.first - 1:
            return run.parts >= FULL or not several
        if kin.last == run.first - 2 and run.low(run.first - 1) == ",":
            return run.low(run.last + 1) in _CLOSING and not several
        if run.lang == "en" and kin.last == run.first - 2 and run.low(run.first - 1) == "of":
            return run.parts >= FULL or not several
    return False


def _whose_kin(run: _Run) -> bool:
    """ "Suraj's wife", "Бишнунун агасы"."""
    if run.lang == "en":
        owner = run.words[-1].text.endswith(("'s", "’s"))
    else:
        endings = endings_of(run.lang, "genitive_endings")
        owner = bool(endings) and run.words[-1].low.endswith(endings)
    return owner and any(
        h.first == run.last + 1 and not {"plural", "count"} & h.cue.flags for h in _hits(run, "kin")
    )


def _described_behind(run: _Run) -> bool:
    """ "Sarita, the wife,", "Dipak Gurung, a hotel cook,": an apposition that a mark closes."""
    if run.low(run.last + 1) != "," or _behind_preposition(run):
        return False
    words = run.sentence.words
    for noun in _hits(run, *_DESCRIBES):
        if not 0 < noun.first - run.last - 1 <= KIN_BEHIND:
            continue
        between = words[run.last + 2 : noun.first]
        if any(not t.text.islower() for t in between):
            continue
        if run.lang == "en" and not (between or words[noun.first].low in of_any_language("possessives")):
            continue
        end = next(
            (i for i in range(noun.last + 1, noun.last + CLOSED_WITHIN) if run.low(i) in _CLOSING), None
        )
        told = any(noun.last < h.first <= (end or noun.last) for h in _hits(run, "event", "say"))
        if end is not None and not told:
            return True
    return False


def _of_a_home(run: _Run) -> bool:
    """ "Bimal Gurung of Myagdi, who", "Bishnu Tamang, from Dhading,", "Загинув Бішну з Покхари"."""
    told_before = run.lang in _CASED and _befell(run, run.first - 1)
    if (run.parts < FULL and not told_before) or run.low(run.first - 1) == "of":
        return False
    at = run.last + (2 if run.low(run.last + 1) == "," else 1)
    if run.low(at) not in grammar(run.lang).origin_words:
        return False
    words = run.sentence.words
    end = at + 1
    while end < len(words) and words[end].text[:1].isupper():
        end += 1
    told = any(h.first == end for h in _hits(run, "event", "say"))
    return end > at + 1 and (run.low(end) in _CLOSING or run.low(end) == "who" or told)


def _says(run: _Run) -> bool:
    """ "каже Діпак Гурунг", "Bimal Gurung told us": a full name that begins or ends what it stands in."""
    if run.parts < FULL:
        return False
    return any(
        (say.first == run.last + 1 and (_opens(run) or run.low(run.first - 1) == ","))
        or (say.last == run.first - 1 and "to" not in say.cue.flags and run.low(run.last + 1) in _CLOSING)
        for say in _hits(run, "say")
    )


def _remembers(run: _Run) -> bool:
    """ "Суніта згадує", "... , recalls Dipak.": what no outlet and no office does."""
    for verb in run.sentence.hits:
        if is_jargon(verb, "remembers") and not _behind_preposition(run):
            if verb.first == run.last + 1:
                return True
            if verb.last == run.first - 1 and run.low(run.last + 1) in _CLOSING:
                return True
    return False


def _titled(run: _Run) -> bool:
    """ "Private Bishnu Tamang", "agent Ram Shrestha", "Mr Thapa", "односелець Діпак Гурунг"."""
    words, before = run.sentence.words, run.first - 1
    if run.lang == "en" and run.low(before if run.low(before) != "." else before - 1) in _TITLES:
        return run.low(before) != "." or before > 0
    if run.parts < FULL:
        return False
    if _is_countryman(run, before):
        return True
    return any(
        h.last == before and (h.cue.kind != "rank" or run.lang != "en" or words[before].text[:1].isupper())
        for h in _hits(run, "rank", "person", "occupation")
    )


def _introduced(run: _Run) -> bool:
    """ "a man named Suraj", "на ім'я Бішну"."""
    before = run.first - 1
    if run.lang == "en" and run.low(before) in _CALLED:
        return any(0 <= before - 1 - h.last <= 0 for h in _hits(run, "person", "kin", "occupation"))
    if run.low(before) == "," and run.parts >= FULL and _behind_countrymen(run, before - 1):
        return True
    if run.low(before) == "," and run.low(run.last + 1) in _CLOSING:
        return any(h.last == before - 1 for h in _hits(run, "person"))  # "the comrade, Kojo, lost a leg"
    return (run.lang != "en" or run.parts >= FULL) and any(
        h.cue.property in _INTRODUCES and h.last == before for h in run.sentence.hits
    )


def _entered(run: _Run) -> bool:
    """ "3. Bishnu Tamang, Dhading, 29": an entry of a list of people."""
    sentence = run.sentence
    if sentence.entry is None or run.first > 0 or run.parts < FULL:
        return False
    born = any(h.cue.property in {"birth", "born"} for h in sentence.hits)
    told = any(h.cue.property in _OF_MEN for h in _hits(run, "event"))
    return bool(sentence.ages) or born or (told and bool(sentence.dates))


def _befallen(run: _Run) -> bool:
    """ "Bishnu Tamang was killed", "Загинув Бікаш Тапа"."""
    if run.parts < FULL:
        return False
    where = {"buried"} if grammar(run.lang).verb_last else set()  # "Hazrati Bilol qabristoniga dafn qilindi"
    return any(
        h.cue.property in _OF_MEN - where and h.first == run.last + 1 for h in _hits(run, "event")
    ) or (run.lang in _CASED and _befell(run, run.first - 1))


def _befell(run: _Run, at: int) -> bool:
    """Whether a verb of what befalls men ends at a token."""
    return any(h.cue.property in _OF_MEN and h.last == at for h in _hits(run, "event"))


def _is_heard(run: _Run) -> bool:
    """Where the recogniser is trusted, whether it hears the same words as a person, too."""
    start, stop = run.words[0].start, run.words[-1].stop
    return not trusted(run.lang) or any(a <= start and stop <= b for a, b in run.sentence.persons)


_SURE = (_aged, _beside_kin, _introduced)
_LIKELY = (_whose_kin, _described_behind, _of_a_home, _says, _remembers, _titled, _entered, _befallen)
