"""Find the written names in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tizme.extract.annotate import Sentence
from tizme.extract.beside import age_beside
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.grammar import endings_of_any_language, grammar
from tizme.extract.name_words import GIVEN
from tizme.extract.nicknames import bracketed_names
from tizme.extract.recognised import trusted
from tizme.model import PlaceMatch
from tizme.names import clean_ocr, nominative, sex_of, token_kinds
from tizme.places import find_places
from tizme.tables import rows
from tizme.text import Token, fold, sentence_openers

_ARABIC = re.compile(r"(?:[ae]l|аль?|[эе]ль)-[^\W\d_]", re.IGNORECASE)  # "Mohammed al-Hamdani"
_INFLECTED_CAPITALS = re.compile(r"[А-ЯЁ]{3,}[а-яё]{1,3}")  # "ОМОНа" is no Омон
# A family name in the plural.
_SEVERAL = {
    "uk": re.compile(r"(?:ов|єв|ев|ін|їн|ин)(?:и|их)$"),
    "ru": re.compile(r"(?:ов|ев|ёв|ин)(?:ы|ых)$"),
    "tg": re.compile(r"(?:ов|ев|зода|ӣ|ин)(?:ҳо|ҳоро|ҳои)$"),
}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ADJECTIVAL = ("ий", "ій", "ого", "ому", "ої", "ою", "ська", "цька")
INITIALS_BESIDE = 3  # tokens between initials and the noun before, half as many as to a birth behind
MAX_PARTS = 4
_CLOSED = frozenset("бвгґджзйклмнпрстфхцчшщь")  # ends of a man's name in the nominative
_MEN_IN_A = frozenset(
    {"илья", "никита", "данила", "данило", "микита", "ілля", "лука", "фома", "саша", "миша"}
)
_CASE_IS_LAST = frozenset({"ky", "kk", "uz-Latn", "uz-Cyrl"})
OWNER_AND_NAME = 2  # words: whose relative, and who
UNIT_WORDS = 4  # tokens from the number of a unit to its noun
BEHIND_KIN = 2  # tokens from a kin word to the name of that relative
_HERS = re.compile(r"(?:[оеё]ва|ина|ая)\b")  # a woman's family name in the nominative
SHORT_WORD = 2  # letters: an initial may be typed in another script
LONGEST_ENDING = 4  # letters of a case ending behind an initial
_CASED = frozenset({"ru", "uk"})
_OF_AN_AGE = {
    "male": ("летнего", "летнему", "летним", "летнем", "річного", "річному", "річним"),
    "female": ("летней", "летнюю", "річної", "річній", "річну", "річною"),
}
AGED_WITHIN = 4  # tokens from his age to his name
BEHIND_PAPER = 6  # tokens from a paper to the colon and the name
_OWNERS = ("ова", "ева", "ина", "єва", "іна", "їна")  # family names in the genitive
TITLE_WORDS = 3
_NAME_KINDS = frozenset({"given-m", "given-f", "family", "patronymic"})
# Words of these kinds are no part of anybody's name.
_GENITIVES = ("а", "я", "ы", "и", "і", "ї")
_NICKNAMES = frozenset({"call_sign", "alternate_name"})
_NOT_NAMES = frozenset(
    (
        *("court", "unit", "org", "stop", "rank", "event", "say", "kin", "person", "group"),
        *("mark", "prison", "occupation", "pron", "charge"),
    )
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A written name: tokens ``[first, last]``.

    Attributes:
        nominative: In the nominative, OCR slips mended.
        parts: Number of words and initials.
    """

    first: int
    last: int
    start: int
    stop: int
    nominative: str
    parts: int


def find_names(
    sentence: Sentence, text: str, *, lang: str, known: frozenset[str], plain: frozenset[str] = frozenset()
) -> list[NameSpan]:
    """The names in a sentence, left to right.

    Args:
        plain: Folded words that are in the nominative as they stand.
        known: Folded stems of name parts met before in this text: alone they count as a name again.
    """
    blocked, firm = blocked_tokens(sentence, lang, known), _firm(sentence, lang)
    found: list[NameSpan] = []
    position = 0
    while position < len(sentence.words):
        run = _run(sentence.words, position, blocked, firm, lang)
        if not run:
            position += 1
            continue
        run = _up_to_a_case(sentence, _owner_alone(sentence, run, lang, known), lang)
        span = _judge(sentence, run, text, lang, known)
        if (
            span is not None
            and plain
            and any(t.low in plain for t in sentence.words[span.first : span.last + 1])
        ):
            span = replace(span, nominative=text[span.start : span.stop])
        if span is not None:
            found.append(span)
            position = span.last + 1
        else:
            position = run[-1] + 1
    found = [span for span in found if _vouched(sentence, span, lang, known)]
    return sorted([*found, *_recognised(sentence, found, firm, text, lang)], key=lambda span: span.first)


def _up_to_a_case(sentence: Sentence, run: list[int], lang: str) -> list[int]:
    """ "Мээримге Наташа жазган", "Нурисламдын Авдеевка": in Turkic a case stands on the last part alone."""
    if lang not in _CASE_IS_LAST:
        return run
    for n, at in enumerate(run[:-1]):
        written = sentence.words[at].text
        base = nominative(written, lang=lang)
        cased = len(base) < len(written) and written.lower().startswith(base.lower())
        if cased and token_kinds(base, lang=lang) & (GIVEN | {"family"}):
            return run[: n + 1]
    return run


def _owner_alone(sentence: Sentence, run: list[int], lang: str, known: frozenset[str]) -> list[int]:
    """ "Дядя Саидова Бахтиёр", "брат Лазиза Акмаль": whose relative, and in the next words who."""
    words = sentence.words
    if lang not in _CASED or len(run) < OWNER_AND_NAME:
        return run
    first, met = words[run[0]], stem(words[run[0]].low) in known
    if not any(h.cue.kind == "kin" and h.last == run[0] - 1 for h in sentence.hits):
        return run
    if met and len(run) == OWNER_AND_NAME and first.low.endswith(_OWNERS):
        given = token_kinds(nominative(words[run[1]].text, lang=lang), lang=lang) & GIVEN
        return run[:1] if given or part_kinds(words[run[1]], lang) & GIVEN else run
    if not _is_a_mans_in_a_case(first.text, lang):
        return run
    behind = next((n for n, i in enumerate(run) if n and _is_given_as_it_stands(words[i], lang)), None)
    return run if behind is None else run[:behind]


def _is_given_as_it_stands(word: Token, lang: str) -> bool:
    """A name in the nominative, which is no part of one in the genitive."""
    if is_initial(word) or _is_marker(word, lang):
        return False
    if word.low in _MEN_IN_A or word.low[-1:] in _CLOSED:
        return True
    return part_kinds(word, lang) == {"given-f"}


def _vouched(sentence: Sentence, span: NameSpan, lang: str, known: frozenset[str]) -> bool:
    """False for words that only look like a name, in running text that the recogniser is trusted with."""
    if lang == "en" and _goes_on(sentence, span.last) and not _in_lists(sentence, span, lang):
        return False
    if not sentence.heading and _in_a_title(sentence, span):
        return False
    if any(h.cue.property == "no_name" and span.first <= h.first <= span.last for h in sentence.hits):
        return False  # "Lenin Street"
    if not trusted(lang) or sentence.entry is not None or sentence.label or sentence.heading:
        return True
    heard = any(start < span.stop and span.start < stop for start, stop in sentence.persons)
    if heard and not _goes_on(sentence, span.last):
        return True
    words = [token for token in sentence.words[span.first : span.last + 1] if token.kind == "word"]
    if all(is_initial(token) for token in words):
        return True  # what stands beside them has vouched already
    if len(words) == 1 and _between_commas_behind_kin(sentence, words[0]):
        return True
    if any(_met(token, lang, known) for token in words if len(token.low) > 2):
        return True
    kinds = [part_kinds(token, lang) for token in words]
    return sum(bool(one & _NAME_KINDS) for one in kinds) > 1 or any(
        "patronymic-marker" in one for one in kinds
    )


def _in_a_title(sentence: Sentence, span: NameSpan) -> bool:
    """ "«Erkin so'z» nashri", "«Bobo ota» qabristoni": a word of what a thing is called."""
    for start, stop in sentence.quotes:
        inside = [t for t in sentence.words if start <= t.start < stop and t.kind == "word"]
        if not (start <= span.start < stop and 1 < len(inside) <= TITLE_WORDS):
            continue
        if span.parts > 1 and not _outlet_behind(sentence, stop):
            continue
        behind = sentence.word_at(stop)
        token = sentence.words[behind]
        told = any(h.cue.kind in {"event", "say"} and start <= h.start < stop for h in sentence.hits)
        return not told and token.start >= stop and token.kind == "word" and token.text[:1].islower()
    return False


def _outlet_behind(sentence: Sentence, stop: int) -> bool:
    """ "«Erkin Yevropa» muxbirlari": a word for who reports right behind the quotation."""
    behind = sentence.word_at(stop)
    return any(
        h.first == behind and (is_jargon(h, "outlet_style") or is_jargon(h, "source_is"))
        for h in sentence.hits
    )


def _recognised(
    sentence: Sentence, found: list[NameSpan], firm: set[int], text: str, lang: str
) -> Iterator[NameSpan]:
    """Names of two words and more that no list knows a part of and the recogniser takes for a person's."""
    for start, stop in sentence.persons if trusted(lang) and not sentence.heading else ():
        if any(span.start < stop and start < span.stop for span in found):
            continue
        first, last = sentence.word_at(start), sentence.word_at(stop - 1)
        words = [i for i in range(first, last + 1) if sentence.words[i].kind == "word"]
        whole = [i for i in words if not is_initial(sentence.words[i])]
        if not whole or firm & set(words) or _goes_on(sentence, last):
            continue
        if sentence.words[first].low in openers(lang):
            continue  # "In Kazan": a preposition with a capital is nobody's given name
        if len(words) < 2 and (first == 0 or not sentence.words[first].text[1:].islower()):
            continue  # one word alone: not where every word begins with a capital
        written = text[start:stop]
        yield NameSpan(first, last, start, stop, nominative(written, lang=lang), len(words))


def _in_lists(sentence: Sentence, span: NameSpan, lang: str) -> bool:
    words = [token for token in sentence.words[span.first : span.last + 1] if token.kind == "word"]
    return all(part_kinds(token, lang) & _NAME_KINDS for token in words)


def _goes_on(sentence: Sentence, last: int) -> bool:
    """ "Valley Rights Monitor": with one more capitalised word behind it is the name of something else."""
    behind = sentence.words[last + 1] if last + 1 < len(sentence.words) else None
    return (
        behind is not None
        and behind.kind == "word"
        and behind.text[:1].isupper()
        and behind.start - sentence.words[last].stop == 1
    )


def stem(word: str) -> str:
    """A folded name part without its ending, for meeting it again in another case.

    >>> stem("Алымкулова")
    'алымкул'
    """
    low = fold(word).strip(".'")
    low = low.removesuffix("'s") if len(low) > LONGEST_ENDING else low
    for ending in endings_of_any_language("name_endings"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return low[: -len(ending)]
    return low


def _met(token: Token, lang: str, known: frozenset[str]) -> bool:
    """True for a name part met before, in whatever case it stands now ("Choriyevning", "Каримбердига")."""
    return stem(token.low) in known or stem(nominative(token.text, lang=lang)) in known


def blocked_tokens(sentence: Sentence, lang: str, known: frozenset[str]) -> set[int]:
    """Tokens that stand in a place, a date, a court, a unit, or are words of an event or a role."""
    taken: set[int] = set()
    spans = [
        (p.start, p.stop)
        for p in sentence.places
        if p.candidates and not _may_be_name(sentence, p, lang, known)
    ]
    for hit in sentence.hits:
        if hit.cue.kind in _NOT_NAMES:
            spans += own_words(sentence, hit)
        if hit.cue.kind in {"court", "org"}:
            spans += _office_name(sentence, hit)
        if hit.cue.kind == "unit":
            spans += _unit_name(sentence, hit)
        if hit.cue.kind == "label" and hit.cue.property in _NICKNAMES:
            spans += _nickname(sentence, hit)
    spans += [(sentence.words[a].start, sentence.words[b].stop) for a, b in bracketed_names(sentence)]
    spans += _prison_towns(sentence)
    spans += [(t.start, t.stop) for t in sentence.words if _INFLECTED_CAPITALS.fullmatch(t.text)]
    spans += [(d.start, d.stop) for d in sentence.dates]
    spans += [(d.start, d.stop) for d in sentence.demonyms]
    for index, token in enumerate(sentence.words):
        if any(a < token.stop and token.start < b for a, b in spans):
            taken.add(index)
    return taken


def _office_name(sentence: Sentence, hit: Hit) -> list[tuple[int, int]]:
    """The capitalised words before a capitalised head: "Issyk-Kul Regional Court"."""
    head = sentence.words[hit.last]
    if not head.text[0].isupper() or hit.last == 0:
        return []
    first = hit.first
    while (
        first > 0
        and sentence.words[first - 1].text[:1].isupper()
        and sentence.words[first - 1].kind == "word"
    ):
        first -= 1
    return [(sentence.words[first].start, head.start)] if first < hit.first else []


def _unit_name(sentence: Sentence, hit: Hit) -> list[tuple[int, int]]:
    """The words from the number of a unit to its noun: "810th Marine Bde"."""
    for at in range(hit.first - 1, max(-1, hit.first - UNIT_WORDS - 1), -1):
        token = sentence.words[at]
        if token.kind == "number":
            return [(token.start, hit.start)]
        if token.kind != "word":
            break
    return []


def _firm(sentence: Sentence, lang: str) -> set[int]:
    """Tokens that can be no family name: countries and regions, places with a kind word, words of a cue."""
    taken: set[int] = set()
    for place in sentence.places:
        first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
        kinds = {p.kind for p, _ in place.candidates[:1]}
        at_war = bool(place.candidates) and place.candidates[0][0].country == "UA"
        native = lang in {"ru", "uk"} and _whose_native(sentence, first, place)
        if last > first or at_war or native or kinds & {"country", "region"}:
            taken |= set(range(first, last + 1))
    for hit in sentence.hits:
        if hit.cue.kind in _NOT_NAMES and None not in hit.cue.parts:
            taken |= set(range(hit.first, hit.last + 1))
    return taken


def own_words(sentence: Sentence, hit: Hit) -> list[tuple[int, int]]:
    """The words of a cue itself: of a pattern with a gap only its two ends ("body of Ayan A. was sent")."""
    if None not in hit.cue.parts:
        return [(hit.start, hit.stop)]
    first, last = sentence.words[hit.first], sentence.words[hit.last]
    return [(first.start, first.stop), (last.start, last.stop)]


def _prison_towns(sentence: Sentence) -> list[tuple[int, int]]:
    """ "из ИК-2 Салават,": the town behind the number of a prison, though men bear its name too."""
    words = sentence.words
    found = []
    for hit in sentence.hits:
        at = hit.last + 1
        while hit.cue.kind == "prison" and at < len(words) and words[at].low in {"-", "№"}:
            at += 1
        numbered = at < len(words) and (words[at].kind == "number" or words[at - 1].kind == "number")
        at += 1 if numbered and words[at].kind == "number" else 0
        if hit.cue.kind != "prison" or not numbered or at >= len(words):
            continue
        alone = at + 1 == len(words) or words[at + 1].kind == "mark"
        if words[at].text[:1].isupper() and alone:
            found.append((words[at].start, words[at].stop))
    return found


def _nickname(sentence: Sentence, label: Hit) -> list[tuple[int, int]]:
    """ "он же «Тима»", "по прозвищу Тихий": a call sign, and no second person of that name."""
    at = label.last + 1
    while at < len(sentence.words) and sentence.words[at].low in {":", "-", '"'}:
        at += 1
    if at >= len(sentence.words):
        return []
    token = sentence.words[at]
    quoted = next((q for q in sentence.quotes if q[0] <= token.start < q[1] and q[0] >= label.stop), None)
    if quoted is not None:
        return [quoted]
    return [(token.start, token.stop)] if label.cue.property == "call_sign" else []


def _may_be_name(sentence: Sentence, place: PlaceMatch, lang: str, known: frozenset[str]) -> bool:
    """A village called as a man is called ("Фирдавс") gives way, unless a kind word stands with it.

    So does one called as somebody whom the text has named ("Назарова"), unless "in" stands before it.
    """
    first, last = sentence.word_at(place.start), sentence.word_at(place.stop - 1)
    if first != last or (place.candidates and place.candidates[0][0].kind in {"country", "region"}):
        return False  # "Кыргызстандын Башкы консулдугу"
    rules, low = grammar(lang), sentence.words[first].low
    if rules.verb_last and low.endswith(rules.locative_endings) and low != fold(place.nominative):
        return False  # "Жороев Самарада": where somebody is has a case
    if lang in {"ru", "uk"} and _whose_native(sentence, first, place):
        return False
    inside = first > 0 and sentence.words[first - 1].low in rules.in_words
    met = stem(sentence.words[first].low) in known and not inside and not grammar(lang).verb_last
    met = met or _family_beside_given(sentence.words, first, lang)
    return bool(part_kinds(sentence.words[first], lang) & GIVEN) or met


def _whose_native(sentence: Sentence, at: int, place: PlaceMatch) -> bool:
    """ "уроженцу Таласа", "жительница Назарова,": where from, and no part of a name."""
    native = any(
        h.cue.kind == "event" and h.cue.property in {"origin", "residence"} and h.last == at - 1
        for h in sentence.hits
    )
    behind = sentence.words[at + 1 : at + 2]
    named = any(t.kind == "word" and t.text[:1].isupper() for t in behind)
    low = sentence.words[at].low
    return native and not named and low != fold(place.nominative) and low.endswith(_GENITIVES)


def _family_beside_given(words: list[Token], at: int, lang: str) -> bool:
    """ "Гафуров Далер": a town that is called as a family, right before or behind a given name."""
    if "family" not in part_kinds(words[at], lang):
        return False
    beside = [words[i] for i in (at - 1, at + 1) if 0 <= i < len(words)]
    return any(t.kind == "word" and t.text[:1].isupper() and part_kinds(t, lang) & GIVEN for t in beside)


def _run(words: list[Token], position: int, blocked: set[int], firm: set[int], lang: str) -> list[int]:
    """Indexes of a run of capitalised words, initials and patronymic markers that begins here."""
    run: list[int] = []
    at = position
    parts = 0
    while at < len(words) and parts < MAX_PARTS:
        token = words[at]
        if token.text == "." and run and is_initial(words[run[-1]]):
            run.append(at)
        elif (
            at in blocked
            and not (
                run
                and not (parts > 1 and _gone_to(token, lang))
                and (_is_marker(token, lang) or (at not in firm and "family" in part_kinds(token, lang)))
            )
        ) or (not run and _opener(words, at)):
            break
        elif token.kind == "word" and (
            token.text[0].isupper() or (run and (_is_marker(token, lang) or _ARABIC.match(token.text)))
        ):
            if run and (_gap(words, at) or _hers(words[run[-1]], token, lang)):
                break
            if run and _of_another_script(words[run[-1]], token):
                break  # "Айнұрға WhatsApp арқылы"
            run.append(at)
            parts += 1
        else:
            break
        at += 1
    while run and words[run[-1]].kind != "word" and not (len(run) > 1 and is_initial(words[run[-2]])):
        run.pop()
    return run


def _gone_to(token: Token, lang: str) -> bool:
    """ "Токтосун Калыбеков Ростовго барган": behind a whole name a place in a case is where he went."""
    rules = grammar(lang)
    return rules.verb_last and token.low.endswith((*rules.dative_endings, *rules.from_endings))


def _of_another_script(before: Token, token: Token) -> bool:
    longer = min(len(before.text), len(token.text)) > SHORT_WORD
    return longer and bool(_CYRILLIC.search(before.text)) != bool(_CYRILLIC.search(token.text))


def _opener(words: list[Token], at: int) -> bool:
    """ "In Kazan, from 2020 on.": a word that opens a sentence and begins no name."""
    initial = at + 1 < len(words) and words[at + 1].text == "."
    first = at == 0 or words[at - 1].kind == "mark"
    return first and not initial and words[at].low in sentence_openers()


def _hers(before: Token, marker: Token, lang: str) -> bool:
    """ "Гүлнара Осмонова уулу Бактияр", "Асановдун уулу", "Апасы Бүбүсара уулу жөнүндө": a child, no father.

    So it is behind a woman's name and behind a name in the genitive.
    """
    if not _is_marker(marker, lang):
        return False
    if before.low.endswith(endings_of_any_language("her_name_endings")):
        return True
    if before.low.endswith(endings_of_any_language("genitive_endings")):
        return True
    rules = grammar(lang)
    if rules.verb_last and before.low.endswith(rules.dative_endings) and not part_kinds(before, lang):
        return True  # "Ozodlikka o'g'li haqida aytdi": to a paper, of her son
    return sex_of(before.text, lang=lang) == "female"


def _gap(words: list[Token], at: int) -> bool:
    return words[at].start - words[at - 1].stop > 1


def is_initial(token: Token) -> bool:
    return token.kind == "word" and len(token.text) <= 2 and token.text[0].isupper()


def part_kinds(token: Token, lang: str) -> frozenset[str]:
    written = _without_possessive(token.text) if lang == "en" else token.text
    return token_kinds(clean_ocr(written), lang=lang)


def _without_possessive(word: str) -> str:
    """ "Odinaev's" is a form of Odinaev."""
    return word[:-2] if len(word) > LONGEST_ENDING and word[-2:] in {"'s", "’s"} else word


def _is_marker(token: Token, lang: str) -> bool:
    return "patronymic-marker" in part_kinds(token, lang)


def _judge(
    sentence: Sentence, run: list[int], text: str, lang: str, known: frozenset[str]
) -> NameSpan | None:
    """The name that a run holds, trimmed of words that only stand beside it, or None."""
    words = sentence.words
    alone = words[run[0]] if len(run) == 1 else None
    vouched = alone is not None and (
        _between_commas_behind_kin(sentence, alone) or _opens_with_an_age(sentence, alone, lang)
    )
    if not vouched and not (len(run) == OWNER_AND_NAME and _on_a_paper(sentence, words[run[0]])):
        run = _trim(words, run, lang, known)
    if not run:
        return None
    run = _unjoined(words, run, lang)
    if len(run) == 2 and grammar(lang).verb_last and _names_an_office(words, run[1], lang):
        run = run[:1]
    if words[run[0]].low in openers(lang) and (
        _all_in_places(sentence, run[1:]) or _no_name_before(words, run[0], lang)
    ):
        return None  # "In Samara", "Key:", "Per his wife", where a list of names knows an "In" and a "Per"
    tokens_in = [words[i] for i in run if words[i].kind == "word"]
    if not _is_name(sentence, tokens_in, lang, known):
        return None
    start, stop = words[run[0]].start, words[run[-1]].stop
    if lang == "en":
        stop -= len(words[run[-1]].text) - len(_without_possessive(words[run[-1]].text))
    written = text[start:stop]
    sex = _sex_by_age(words, run[0])
    hers = not sex and _named_as_a_woman(sentence, run[0], written, lang)
    plain = written if hers else nominative(written, lang=lang, sex=sex)
    return NameSpan(run[0], run[-1], start, stop, plain, len(tokens_in))


def _no_name_before(words: list[Token], at: int, lang: str) -> bool:
    """A colon or "his" stands right behind."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return behind == ":" or behind in grammar(lang).possessives


def _sex_by_age(words: list[Token], at: int) -> str:
    """ "33-летнего Дамира Оспанбекова", "30-річну громадянку Даніяру": the age says whose name it is."""
    for token in reversed(words[max(0, at - AGED_WITHIN) : at]):
        for sex, endings in _OF_AN_AGE.items():
            if token.low.endswith(endings):
                return sex
        if token.kind != "word":
            break
    return ""


def _named_as_a_woman(sentence: Sentence, at: int, written: str, lang: str) -> bool:
    """ "Мать: Турдубаева Анара", "сестра Каримова Зулайхо": no genitive of a man's name.

    "Мать Умеда Салихова" is of a man: no list knows a woman called so.
    """
    kin = any(
        h.cue.kind == "kin"
        and h.cue.value == "female"
        and "object" not in h.cue.flags
        and 0 < at - h.last <= BEHIND_KIN
        and all(t.low in {":", "-", ","} for t in sentence.words[h.last + 1 : at])
        for h in sentence.hits
    )
    return (
        kin
        and lang in _CASED
        and sex_of(written, lang=lang) == "female"
        and _HERS.search(written) is not None
        and not any(_is_a_mans_in_a_case(word, lang) for word in written.split())
    )


def _is_a_mans_in_a_case(word: str, lang: str) -> bool:
    kinds = token_kinds(word, lang=lang)
    given = kinds & GIVEN
    return given == {"given-m"} and fold(nominative(word, lang=lang)) != fold(word)


def _names_an_office(words: list[Token], at: int, lang: str) -> bool:
    """ "Shohjahon Termiz davlat universitetida o'qigan": the town begins the name of something else."""
    if part_kinds(words[at], lang) or at + 1 >= len(words):
        return False
    small = words[at + 1].kind == "word" and words[at + 1].text[0].islower()
    return small and bool(find_places(words[at].text, lang=lang))


def _all_in_places(sentence: Sentence, run: list[int]) -> bool:
    return bool(run) and all(
        any(p.start <= sentence.words[i].start < p.stop for p in sentence.places) for i in run
    )


def _on_a_paper(sentence: Sentence, first: Token) -> bool:
    """ "При нём нашли паспорт Непала: Бикаш Тапа, 24 года": a name that no list knows, behind the colon."""
    at = sentence.word_at(first.start)
    papers = [h.last for h in sentence.hits if is_jargon(h, "carried") and h.last < at]
    return at > 0 and sentence.words[at - 1].low == ":" and any(at - p <= BEHIND_PAPER for p in papers)


def _is_name(sentence: Sentence, words: list[Token], lang: str, known: frozenset[str]) -> bool:
    """Whether capitalised words are a name: two parts need one sign of it, one alone needs more."""
    full = [part_kinds(token, lang) for token in words if not is_initial(token)]
    if not full:
        return _initials_of_somebody(sentence, words)
    marked = any("patronymic-marker" in part_kinds(token, lang) for token in words)
    met = any(_met(token, lang, known) for token in words if len(token.low) > 2)
    signs = sum(bool(kinds & _NAME_KINDS) for kinds in full)
    has_given = any(kinds & GIVEN for kinds in full)
    if len(words) < 2:
        return _one_word_is_name(sentence, words[0], lang, met=met)
    if sentence.heading:
        return met or marked or signs >= 2  # in a heading every word may be capitalised
    if len(words) == 2 and (_unlisted_given(words[0], words[1], lang) or _on_a_paper(sentence, words[0])):
        return True
    if signs and sentence.entry is not None and sentence.word_at(words[0].start) == 0:
        return True  # "5. Karimov Sayod": an entry of a list begins with a name
    beside_initial = len(words) > len(full) and signs > 0
    at, end = sentence.word_at(words[0].start), sentence.word_at(words[-1].start)
    if _given_inside(sentence, words, lang):
        return True
    if signs and len(words) == len(full) and age_beside(sentence, at, end):
        return True  # "Хушнуд Рахимов, 31": a family name and an age vouch for a given name not listed
    return met or marked or signs >= 2 or has_given or beside_initial


def _one_word_is_name(sentence: Sentence, word: Token, lang: str, *, met: bool) -> bool:
    """Whether one capitalised word is a name: it was met, is a given name, or stands beside a relative."""
    kinds = frozenset() if is_initial(word) else part_kinds(word, lang)
    if lang in _SEVERAL and _SEVERAL[lang].search(word.low):
        return False  # "родина Умарових", "Ғуломовҳо": a family, and none of its men
    if _opens_with_an_age(sentence, word, lang):
        return True
    in_place = any(p.start <= word.start < p.stop for p in sentence.places)
    at = sentence.word_at(word.start)
    behind_in = at > 0 and sentence.words[at - 1].low in grammar(lang).in_words
    if lang == "en" and behind_in and not met and _without_possessive(word.text) == word.text:
        return False  # "across the border at Syrym"; "in Rustam's room" is no place
    beside_kin = any(
        h.cue.kind == "kin" and h.stop <= word.start <= h.stop + 1 for h in sentence.hits
    )  # "Агасы Манастын айтымында": no place is anybody's brother
    if not in_place and not sentence.heading:
        rules = grammar(lang)
        places = rules.dative_endings + (rules.locative_endings if rules.verb_last else ())
        to_it = not kinds and bool(places) and word.low.endswith(places)  # "o'g'lining Klishchiyevkada"
        names_kin = grammar(lang).verb_last or (lang in _CASED and word.text[1:].islower())
        if beside_kin and names_kin and not to_it:
            return True  # "отаси Валижон ака", "його брат Акмаль": a name that no list holds
        if _between_commas_behind_kin(sentence, word):
            return True  # "his mother, Bibijon, said"
        if "family" in kinds and announced(sentence, at):
            return True  # "под фамилией Каримов"
    return met or (bool(kinds & GIVEN) and not sentence.heading and (beside_kin or not in_place))


def _opens_with_an_age(sentence: Sentence, word: Token, lang: str) -> bool:
    """ "Шаҳром 34 сол дорад": a word that no list holds opens the sentence, with an age right behind."""
    rules = grammar(lang)
    opens = sentence.words[0] is word and not sentence.heading and rules.verb_last and rules.owner_behind
    known = any(h.first == 0 for h in sentence.hits) or any(p.start == word.start for p in sentence.places)
    aged = any(start == word.stop + 1 for start, _, _ in sentence.ages)
    return opens and aged and not known and word.text[1:].islower() and len(word.text) > LONGEST_ENDING


def announced(sentence: Sentence, at: int) -> bool:
    """ "под фамилией Каримов", "установили как Шухрата Валиева": words that say that a name follows."""
    return any(h.cue.property == "named_as" and h.last == at - 1 and h.first < h.last for h in sentence.hits)


def _between_commas_behind_kin(sentence: Sentence, word: Token) -> bool:
    at = sentence.word_at(word.start)
    around = sentence.words[max(0, at - 1) : at + 2]
    commas = len(around) > 2 and around[0].low == "," and around[-1].low in {",", ".", ")"}
    told_which = (h for h in sentence.hits if h.cue.kind == "kin" or h.cue.property == "sibling")
    return commas and any(h.last == at - 2 for h in told_which)


def _initials_of_somebody(sentence: Sentence, words: list[Token]) -> bool:
    """ "A.K., born 1990", "Defendant T. (31)": initials are somebody's beside an age, a birth or a noun."""
    first, last = sentence.word_at(words[0].start), sentence.word_at(words[-1].start)
    if last + 1 >= len(sentence.words) or sentence.words[last + 1].text != ".":
        return False
    if age_beside(sentence, first, last + 1) or _inflected(sentence, last + 1):
        return True
    return any(
        (h.cue.kind == "person" and 0 < first - h.last <= INITIALS_BESIDE)
        or (h.cue.property == "named_as" and 0 < first - h.last <= 1)
        or (is_jargon(h, "born") and 0 < h.first - last <= 2 * INITIALS_BESIDE)
        for h in sentence.hits
    )


def _inflected(sentence: Sentence, point: int) -> bool:
    """ "X.ni", "Н.-ді": a case ending that hangs on the point of an initial."""
    behind = sentence.words[point + 1 : point + 3]
    if behind and behind[0].low == "-":
        behind = behind[1:]
    if not behind or behind[0].start - sentence.words[point].stop > 1:
        return False
    ending = behind[0]
    glued = ending.start == sentence.words[point].stop or sentence.words[point + 1].low == "-"
    return glued and ending.kind == "word" and ending.text.islower() and len(ending.low) <= LONGEST_ENDING


def _unjoined(words: list[Token], run: list[int], lang: str) -> list[int]:
    """One of two names that stand side by side: "Anvar Dilfuzaga ... aytgan" (Anvar told Dilfuza)."""
    words_in = [i for i in run if words[i].kind == "word"]
    if grammar(lang).verb_last and len(words_in) > 2:
        another = _begins_another(words, words_in, lang)
        run = [i for i in run if another is None or i < another]
        words_in = [i for i in words_in if i in run]
    if len(words_in) == 3 and not grammar(lang).verb_last:
        kinds = [part_kinds(words[i], lang) for i in words_in]
        only_family = "family" in kinds[0] and not kinds[0] & GIVEN
        if only_family and kinds[1] & GIVEN and "family" in kinds[2] and not kinds[2] & {"patronymic"}:
            return [i for i in run if i >= words_in[1]]  # "Адвокат Тургунбекова Нурлан Эсенов"
    if len(words_in) == 2 and lang in _CASED:
        first, second = (words[i] for i in words_in)
        given = all(
            part_kinds(t, lang) & GIVEN and "family" not in part_kinds(t, lang) for t in (first, second)
        )
        oblique = fold(nominative(first.text, lang=lang)) != first.low
        if given and oblique and fold(nominative(second.text, lang=lang)) == second.low:
            return [i for i in run if i < words_in[1]]  # "сестра Комила Мунира": his sister Мунира
    if len(run) != 2 or not grammar(lang).verb_last:
        return run
    first, second = (words[i] for i in run)
    both_given = all(
        part_kinds(t, lang) & GIVEN and "family" not in part_kinds(t, lang) for t in (first, second)
    )
    return run[:1] if both_given and fold(nominative(second.text, lang=lang)) != second.low else run


def _begins_another(words: list[Token], run: list[int], lang: str) -> int | None:
    """Where a second name begins: "өкілі Айбек Смадияров Ерасыл Есжановтың хабарын растады" (A. S. of E. E.).

    Where the verb stands last its subject and its object meet with no mark between them.
    """
    kinds = [part_kinds(words[i], lang) for i in run]
    given = [bool(one & GIVEN) for one in kinds]
    family = ["family" in one and not one & GIVEN for one in kinds]
    four = len(run) > 3 and family[1] and family[3]  # "Қайрат Омаров Дәулет Сабыровтың"
    whole = four or (given[0] and family[1]) or (family[0] and given[1] and len(run) > 3 and family[2])
    begins = four or given[2] or (family[2] and len(run) > 3 and given[3])
    marked = kinds[2] & {"patronymic", "patronymic-marker"} or (
        len(run) > 3 and kinds[3] & {"patronymic-marker"}
    )
    return run[2] if whole and begins and not marked else None


@cache
def openers(lang: str) -> frozenset[str]:
    """Words that begin a sentence and are no name; empty where none are listed."""
    return frozenset(
        word for row in rows("extract/openers.csv", "lang", "words") if row["lang"] == lang
        for word in row["words"].split()
    )  # fmt: skip


def _unlisted_given(first: Token, second: Token, lang: str) -> bool:
    """ "Zair Ibragimov died": before a family name a word that opens no sentence is a given name."""
    if not openers(lang) or first.kind != "word" or second.kind != "word":
        return False
    unlisted = not part_kinds(first, lang) and first.text.isalpha() and not first.text.isupper()
    return unlisted and first.low not in openers(lang) and "family" in part_kinds(second, lang)


def _given_inside(sentence: Sentence, words: list[Token], lang: str) -> bool:
    """ "tumanidan bo'lgan Izzatillo Rahmonov": inside a sentence a capital is no accident.

    An unlisted word right before a family name is a given name there, where a language writes few other
    words with a capital.
    """
    if not (grammar(lang).verb_last or lang == "uk") or len(words) != 2:
        return False
    first, second = words
    if lang == "uk" and first.low.endswith(_ADJECTIVAL):
        return False  # "Київського Петрова": an adjective of a place or an office
    at = sentence.word_at(first.start)
    opens = at == 0 or sentence.words[at - 1].kind == "mark"
    plain = first.text.isalpha() and first.text[1:].islower() and len(first.text) > 2
    in_place = any(p.start <= first.start < p.stop for p in sentence.places)
    return not opens and plain and not in_place and "family" in part_kinds(second, lang)


def _whole_name(words: list[Token], run: list[int], lang: str) -> bool:
    """ "Қуанышкерей Нұрболат Ғабитұлы": a family name of any shape, a given and a father's name."""
    if len(run) != len(("family", "given", "father")) or any(words[i].kind != "word" for i in run):
        return False
    return bool(part_kinds(words[run[1]], lang) & GIVEN) and "patronymic" in part_kinds(words[run[2]], lang)


def _trim(words: list[Token], run: list[int], lang: str, known: frozenset[str]) -> list[int]:
    """Cut words without any name sign off both ends ("Улітку Отабек", "In January Ayan")."""

    def speaks(index: int) -> bool:
        token = words[index]
        if token.kind != "word":
            return True
        kinds = part_kinds(token, lang)
        told = bool(kinds) or _met(token, lang, known) or is_initial(token)
        return told or bool(_ARABIC.match(token.text))

    def first_of_sentence(index: int) -> bool:
        return index == 0 or words[index - 1].kind == "mark"

    if len(run) == 2 and _unlisted_given(words[run[0]], words[run[1]], lang):
        return run
    if _whole_name(words, run, lang) and not first_of_sentence(run[0]):
        return run
    while run and not speaks(run[0]) and (first_of_sentence(run[0]) or len(run) > 2):
        run = run[1:]
    while len(run) > 2 and not speaks(run[-1]):
        run = run[:-1]
    while len(run) > 1 and words[run[-1]].low in openers(lang) and words[run[-2]].text == ".":
        run = run[:-1]  # "Jasur T. No guards sat in": the next sentence begins
    return run
