"""A text cut into sentences, each with everything in it that was recognised."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from tizme.dates import find_ages, find_dates, find_money, find_numbers
from tizme.extract.cards import field_of, is_card_line, is_roll_line
from tizme.extract.cues import Hit, find_cues, is_jargon
from tizme.extract.forms import writes_plainly
from tizme.extract.grammar import grammar, of_any_language
from tizme.extract.name_words import without_names
from tizme.extract.openings import end_of_opening, without_labels
from tizme.extract.quotes import LONGEST, dash_quotes, find_quotes
from tizme.extract.trades import trade_hits
from tizme.extract.turns import find_turns, part_answers, turn_of
from tizme.extract.verb_senses import with_their_sense
from tizme.model import DateMatch, MoneyMatch, PlaceMatch
from tizme.places import Demonym, find_demonyms, find_places
from tizme.text import Token, fold, paragraphs, sentences, tokens

_ENTRY = re.compile(
    r"(?:File|Case|Entry|Дело|Случай|Запись)\s\d{1,4}[.:]\s|[A-ZА-Я]{1,3}-\d{1,4}[.):]\s"
    r"|(?:№\s*)?\d{1,5}\s*[.)]\s|(?:№|#|No\.?|Nr\.?)\s*\d{1,5}[.:)]?\s|\d{1,4}(?:\)|\.)(?=[^\W\d_])"
    r"|\(\d{1,4}\)\s*|\[\d{1,4}\]\s*|\d{1,4}\s*[/|]\s|\d{1,4}\s[–—-]\s(?=[^\W\d_])"
    r"|[-•*–—·▪►‣◦●○■□◆◇]\s|[а-яa-z]\)\s"
)
# An emoji before a line, or a number in a box: a mark of a list where the lines are short, else an ornament.
_EMOJI_ENTRY = re.compile(
    "(?:(?:[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+"
    r"|(?:\d\ufe0f?\u20e3)+)\s*(?=[^\W_])"
)
_EMOJI_ENTRY_LENGTH = 200  # of a longer one two must begin with a name: notices of those who are sought
_CAPITALISED = r"[A-ZА-ЯЁІЇЄҐӨҮҢҚҒҲЎҶӢӮӘҰҺ][\w'’ʻ‘-]*"
_TWO_CAPITALS = re.compile(rf"{_CAPITALISED}\s+{_CAPITALISED}")
# Lines of an interview begin with a dash as entries of a list do, but one of them asks or tells who says it.
_DASHES = frozenset("-–—")
_SPOKEN = re.compile(r"\?\s*$|[,!?…]\s*[–—-]\s")
# A heading is short, stands alone and does not end like a sentence.
_AGED = frozenset({"aged", "age"})
_YEARS_CUT = re.compile(r"(?<=, )([1-7]\d)(?= ?г\.?,)")  # "Бекболот, 22 г., Баткен": not a year
_WHOLE_YEARS = re.compile(r"P(\d\d)Y")
YOUNGEST, OLDEST = 14, 75  # of those who are told of here
SIGNED_TEXT = 3  # sentences before a name that is a signature
_HEADING_LENGTH = 140
_STOPLESS_FROM, STOPLESS_LINES = 25, 3  # code points of a line, and lines, that show how a writer ends them
_YEAR_OR_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}\b")  # a line with a date tells something
ROLL_LINES = 3  # so many lines that begin with a name and hold a figure are a list without marks
WRAPPED_LINES, WIDEST, EVEN_SHARE = 3, 110, 0.75  # of a block wrapped at a fixed width
_WRAPPED_AT = 50  # code points: a line shorter than this ended where its writer wanted it to
_AROUND = '.,;:!?…«»“”"()–—-'  # what may hang on a word
SAID_WORDS = 3  # behind a colon; fewer are a value
_LAST_MARKS = frozenset(".!?…»”\"':,;)")

# "д — документ, р — родные": a line that says what the signs of a list stand for, and no wrapped one.
_SIGN_EXPLAINED = re.compile(r"[^\W\d_]{1,3}\.?\s*[-–—=:]\s*[^\W\d_]")
_DATELINE = re.compile(
    r"[A-ZА-ЯЁІЇЄҐӨҮҢҚҒҲЎҶӢӮӘҰҺ][A-ZА-ЯЁІЇЄҐӨҮҢҚҒҲЎҶӢӮӘҰҺ’'-]{2,}[^\n]{0,40}?\s(?:--|—|–|-)\s"
    # "Eurasianet, February 3, 2025 -- In Osh ...": an outlet and a day before the dash
    r"|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3},?\s[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s20\d\d\s(?:--|—|–|-)\s"
)


_stop = attrgetter("stop")


@dataclass(slots=True)
class Sentence:
    """One sentence and what was found in it. Offsets are those of the whole text."""

    index: int
    start: int
    stop: int
    paragraph: int
    heading: bool
    entry: int | None
    words: list[Token]
    hits: list[Hit] = field(default_factory=list)
    persons: list[tuple[int, int]] = field(default_factory=list)  # names by the recogniser
    dates: list[DateMatch] = field(default_factory=list)
    durations: list[DateMatch] = field(default_factory=list)
    ages: list[tuple[int, int, str]] = field(default_factory=list)
    money: list[MoneyMatch] = field(default_factory=list)
    places: list[PlaceMatch] = field(default_factory=list)
    demonyms: list[Demonym] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    numbers: list[tuple[int, int, float]] = field(default_factory=list)
    named: set[int] = field(default_factory=set)  # tokens that are part of a person's name
    signature: bool = False  # a name alone at the end of a text: who wrote it
    label: str = ""  # the property that the label of the line announces
    value_start: int = 0
    turn: str = ""  # question | answer, in an interview whose lines begin with a dash
    preamble: bool = (
        False  # opens an entry of a list before anybody is named in it: "3. ИК-9, Оренбургская область."
    )
    opens_with_source: bool = False  # "(со слов жены)" before the person of an entry
    origins: set[int] = field(default_factory=set)  # starts of places that only say where somebody is from

    def word_at(self, offset: int) -> int:
        """Index of the token that holds or follows ``offset``."""
        at = bisect_right(self.words, offset, key=_stop)
        return min(at, len(self.words) - 1)

    def tokens_within(self, start: int, stop: int) -> list[int]:
        """Indices of the tokens that begin in ``[start, stop)`` of the text."""
        return [i for i, token in enumerate(self.words) if start <= token.start < stop]

    def says_unquoted(self, *jargon: str) -> bool:
        """Whether words of such a kind (cues of kind jargon) stand outside quotation marks."""
        return any(is_jargon(h, what) and not self.in_quote(h.start) for h in self.hits for what in jargon)

    def counts(self) -> list[tuple[int, int, float]]:
        """Numbers that are no part of a date, a duration, a sum or an age."""
        otherwise = [
            *((d.start, d.stop) for d in (*self.dates, *self.durations)),
            *((m.start, m.stop) for m in self.money),
            *((a, b) for a, b, _ in self.ages),
        ]
        return [n for n in self.numbers if not any(a < n[1] and n[0] < b for a, b in otherwise)]

    def in_quote(self, offset: int) -> bool:
        return any(start <= offset < stop for start, stop in self.quotes)


def annotate(
    text: str, *, lang: str, published: str, start: int, stop: int, boilerplate: Sequence[tuple[int, int]]
) -> list[Sentence]:
    """The sentences of ``text[start:stop]`` outside boilerplate, each with what was recognised in it."""
    folded = fold(text)
    found: list[Sentence] = []
    lines = _unwrapped(text, [(a, b) for a, b in paragraphs(text) if start <= a < stop], boilerplate)
    lines = part_answers(text, lines)
    entries = _entry_lines(text, lines, lang)
    turns = find_turns(text, lines)
    plain = writes_plainly(text[start:stop], lang)
    entries = {n: begin for n, begin in entries.items() if n not in turns}
    spoken = dash_quotes(text, lines, {*turns, *entries}, grammar(lang).first_person)
    quotes = sorted([*find_quotes(text, start, stop), *spoken])
    stopless = _writes_without_stops(text, lines)
    own = [number for number, (a, b) in enumerate(lines) if not any(x < b and a < y for x, y in boilerplate)]
    for number in own:
        a, b = lines[number]
        begin = entries.get(number, a)
        # "Prisoner: Yes." in an interview says who speaks, and no name
        label, value = field_of(text, begin, b) if number not in turns else ("", begin)
        if number == own[0] and len(own) > 1 and _is_said(text, value, b):
            label = ""
        heading = (
            number not in entries
            and number not in turns
            and not label
            and not (number != own[0] and (stopless or _EMOJI_ENTRY.match(text, a, b)))
            and _is_heading(text, a, b, first=number == own[0], lines=len(lines))
            and not is_card_line(text, a, b, lang)
        )
        opening = end_of_opening(text, begin, b, lang) if number in entries else begin
        told = sentences(text, opening, min(b, stop), across_lines="\n" in text[a:b])
        for s, e in [(begin, opening), *told] if opening > begin else told:
            words = tokens(text, s, e, folded=folded)
            if not words:
                continue
            named, at = (label, value) if s == begin or number in turns else field_of(text, s, e)
            found.append(
                Sentence(
                    len(found), s, e, number, heading, number if number in entries else None, words,
                    hits=without_names(find_cues(lang, words, plain=plain), words, lang),
                    quotes=_around(quotes, s, e),
                    label=named, value_start=at,
                    turn=turn_of(text, (s, e), turns.get(number, ""), first=s == begin),
                    opens_with_source=s < opening,
                )
            )  # fmt: skip
    if len(found) > SIGNED_TEXT and is_card_line(text, found[-1].start, found[-1].stop, lang):
        found[-1].signature = True
    _bucket(found, text, lang=lang, published=published, start=start, stop=stop)
    for sentence in found:
        if sentence.entry is not None:
            sentence.hits = without_labels(sentence.hits, sentence.words)
        _drop_dateline(sentence, text)
        sentence.ages = [age for age in sentence.ages if not _is_term(sentence, age, lang)]
        sentence.ages += _ages_in_words(sentence, lang) + _ages_between_strokes(sentence, text)
        sentence.hits = with_their_sense(sentence)
        sentence.hits += trade_hits(sentence.words, sentence.hits, sentence.ages, lang)
    return found


def _around(quotes: list[tuple[int, int]], start: int, stop: int) -> list[tuple[int, int]]:
    """The quotations that hold some of ``[start, stop)``; one inside another ends before it."""
    near = quotes[bisect_left(quotes, (start - LONGEST,)) : bisect_left(quotes, (stop,))]
    return [quote for quote in near if quote[1] > start]


def _unwrapped(
    text: str, lines: list[tuple[int, int]], boilerplate: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The lines, with those of a letter wrapped at a fixed width put together again.

    A long line goes on in the next where it ends in no mark and the next begins small.
    """
    found: list[tuple[int, int]] = []
    wrapped = _wrapped_lines(text, lines)
    for number, (a, b) in enumerate(lines):
        ad = any(x < b and a < y for x, y in boilerplate)
        if (
            found
            and not ad
            and number in wrapped
            and not any(x < found[-1][1] and found[-1][0] < y for x, y in boilerplate)
        ):
            found[-1] = (found[-1][0], b)
            continue
        if found and not ad and text[a].islower() and _SIGN_EXPLAINED.match(text, a, b) is None:
            before, end = found[-1]
            width = end - (text.rfind("\n", before, end) + 1 or before)
            beside = text[end:a].count("\n") == 1
            whole = text[end - 1] in _LAST_MARKS and text[end - 1] != ","
            if (
                beside
                and not whole
                and width >= _WRAPPED_AT
                and not any(x < end and before < y for x, y in boilerplate)
            ):
                found[-1] = (before, b)
                continue
        found.append((a, b))
    return found


def _writes_without_stops(text: str, lines: list[tuple[int, int]]) -> bool:
    """A post whose lines mostly end without a mark: what ends so is no heading there."""
    long = [(a, b) for a, b in lines[1:] if _STOPLESS_FROM <= b - a <= _HEADING_LENGTH]
    bare = sum(_last_letter(text, a, b).isalnum() for a, b in long)
    return len(long) >= STOPLESS_LINES and 2 * bare > len(long)


def _last_letter(text: str, start: int, stop: int) -> str:
    """The last letter or mark of a line, emoji passed over."""
    while stop > start and not (text[stop - 1].isalnum() or text[stop - 1] in _LAST_MARKS):
        stop -= 1
    return text[stop - 1 : stop] if stop > start else ""


def _wrapped_lines(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """Lines that go on from the one before: of a block of three or more that all but the last are as wide."""
    blocks: list[list[int]] = []
    for number, (a, _) in enumerate(lines):
        if blocks and text[lines[blocks[-1][-1]][1] : a].count("\n") == 1:
            blocks[-1].append(number)
        else:
            blocks.append([number])
    found: set[int] = set()
    for block in blocks:
        if len(block) < WRAPPED_LINES:
            continue
        widths = [lines[n][1] - lines[n][0] for n in block[:-1]]
        marked = any(
            _entry_mark(text, *lines[n]) or is_roll_line(text, *lines[n]) or field_of(text, *lines[n])[0]
            for n in block
        )
        even = min(widths) >= EVEN_SHARE * max(widths) and _WRAPPED_AT <= max(widths) <= WIDEST
        flows = any(text[lines[n][0]].islower() for n in block[1:])  # a line of a post begins anew
        if even and flows and not marked and lines[block[-1]][1] - lines[block[-1]][0] <= max(widths):
            found |= set(block[1:])
    return found


def _drop_dateline(sentence: Sentence, text: str) -> None:
    """ "BATKEN, Kyrgyzstan, May 20 -- ..." says where and when a text was written, not what happened."""
    match = _DATELINE.match(text, sentence.start, sentence.stop)
    if match is not None:
        sentence.places = [p for p in sentence.places if p.start >= match.end()]
        sentence.dates = [d for d in sentence.dates if d.start >= match.end()]


def _entry_lines(text: str, lines: list[tuple[int, int]], lang: str) -> dict[int, int]:
    """line number -> where its words begin, for lines of a numbered or bulleted list of two or more."""
    marked = {n: m.end() for n, (a, b) in enumerate(lines) if (m := _entry_mark(text, a, b))}
    dashed = [n for n in marked if text[lines[n][0]] in _DASHES]
    if any(_SPOKEN.search(text, *lines[n]) for n in dashed) or _tell(text, [lines[n] for n in dashed], lang):
        marked = {n: at for n, at in marked.items() if n not in dashed}
    pictured = [n for n in marked if _ENTRY.match(text, *lines[n]) is None]
    named = [n for n in pictured if _TWO_CAPITALS.match(text, marked[n], lines[n][1])]
    long = any(lines[n][1] - lines[n][0] > _EMOJI_ENTRY_LENGTH for n in pictured)
    if 2 * len(named) < len(pictured) or (long and len(named) < 2):
        # A post adorns its paragraphs; a list puts a name behind each emoji.
        marked = {n: at for n, at in marked.items() if n not in pictured}
    if len(marked) > 1:
        return marked
    rolls = {n: a for n, (a, b) in enumerate(lines) if is_roll_line(text, a, b)}
    return rolls if len(rolls) >= ROLL_LINES else {}


def _tell(text: str, lines: list[tuple[int, int]], lang: str) -> bool:
    """True for dashed lines that mostly say "I": a paper prints what a mother tells so, and no list."""
    own = grammar(lang).first_person
    said = sum(any(fold(w.strip(_AROUND)) in own for w in text[a:b].split()) for a, b in lines)
    return 2 * said > len(lines)


def _entry_mark(text: str, start: int, stop: int) -> re.Match[str] | None:
    return _ENTRY.match(text, start, stop) or _EMOJI_ENTRY.match(text, start, stop)


def _is_said(text: str, start: int, stop: int) -> bool:
    """ "Мать: моего сына обманули" over a text: what she says, unlike "Мать: Иванова Мария" in a card."""
    said = text[start:stop].strip()
    return len(said.split()) >= SAID_WORDS and (said[0].islower() or said[0] in '«“"„')


def _is_heading(text: str, start: int, stop: int, *, first: bool, lines: int) -> bool:
    if lines < 2 or stop - start > _HEADING_LENGTH:
        return False
    while stop > start and not (text[stop - 1].isalnum() or text[stop - 1] in _LAST_MARKS):
        stop -= 1  # an obituary post may end in emoji
    ends_like_sentence = text[stop - 1] in ".!…" or text[max(start, stop - 2) : stop] in {
        ".»",
        ".”",
        '."',
        "».",
    }
    if first:
        return text[stop - 1 : stop] != "."
    alone = text[:start].endswith("\n\n") or text[:start].rstrip(" \t").endswith("\n\n")
    tells = _YEAR_OR_DAY.search(text, start, stop) is not None
    return alone and not tells and not ends_like_sentence and text[stop - 1] not in ":,;"


def _bucket(found: list[Sentence], text: str, *, lang: str, published: str, start: int, stop: int) -> None:
    starts = [s.start for s in found]

    def home(offset: int) -> Sentence | None:
        at = bisect_right(starts, offset) - 1
        return found[at] if at >= 0 and offset < found[at].stop else None

    for date in find_dates(text, lang=lang, published=published, start=start, stop=stop):
        if (sentence := home(date.start)) is not None:
            (sentence.durations if date.kind == "duration" else sentence.dates).append(date)
    for number in find_numbers(text, lang=lang, start=start, stop=stop):
        _put(home(number[0]), "numbers", number)
    for age in find_ages(text, lang=lang, start=start, stop=stop):
        _put(home(age[0]), "ages", age)
    for money in find_money(text, lang=lang, start=start, stop=stop):
        _put(home(money.start), "money", money)
    for place in find_places(text, lang=lang, start=start, stop=stop):
        _put(home(place.start), "places", place)
    for demonym in find_demonyms(text, lang=lang, start=start, stop=stop):
        if text[max(0, demonym.start - 3) : demonym.start].lower() != "по-":  # "по-русски": a language
            _put(home(demonym.start), "demonyms", demonym)


def _is_term(sentence: Sentence, age: tuple[int, int, str], lang: str) -> bool:
    """ "назначил ему пять лет лишения свободы": years that a court gave are nobody's age."""
    behind = sentence.words[sentence.word_at(age[1] - 1) + 1 :][:2]
    return any(token.low in grammar(lang).term_words for token in behind)


def _ages_in_words(sentence: Sentence, lang: str) -> list[tuple[int, int, str]]:
    """ "a man of 31", "aged 22", "ему уже тридцать": a number that the words before make an age."""
    found = []
    for start, stop, value in sentence.counts():
        at = sentence.word_at(start)
        before = sentence.words[at - 1].low if at else ""
        noun = any(h.cue.kind in {"person", "occupation"} and h.last == at - 2 for h in sentence.hits)
        aged = before in _AGED or (before == "of" and noun) or _says_age(sentence, at, stop, lang)
        aged = aged or _is_so_old(sentence, at, stop)
        if aged and YOUNGEST <= value <= OLDEST and value == int(value):
            found.append((start, stop, str(int(value))))
    # "in his forties"
    found += [(h.start, h.stop, h.cue.value) for h in sentence.hits if is_jargon(h, "decade")]
    return found


def _ages_between_strokes(sentence: Sentence, text: str) -> list[tuple[int, int, str]]:
    """ "/ 34 года /": years that are all of a field in an entry of a list are an age, and no term."""
    found = []
    for length in sentence.durations if sentence.entry is not None else ():
        years = _WHOLE_YEARS.fullmatch(length.edtf)
        before = text[sentence.start : length.start].rstrip()[-1:]
        behind = text[length.stop : sentence.stop].lstrip()[:1]
        if years and YOUNGEST <= int(years.group(1)) <= OLDEST and before == "/" and behind in {"/", ""}:
            found.append((length.start, length.stop, years.group(1)))
    sentence.durations = [d for d in sentence.durations if not any(a == d.start for a, _, _ in found)]
    if sentence.entry is not None:
        found += [
            (m.start(1), m.end(1), m.group(1))
            for m in _YEARS_CUT.finditer(text, sentence.start, sentence.stop)
        ]
    return found


def _says_age(sentence: Sentence, at: int, stop: int, lang: str) -> bool:
    """True for a bare number behind "he was" or "ему уже", with nothing behind it that it could count."""
    rules = grammar(lang)
    behind = sentence.words[sentence.word_at(stop - 1) + 1 :][:1]
    counts = any(token.kind != "mark" and token.low not in rules.subordinators for token in behind)
    before = [token.low for token in sentence.words[max(0, at - 2) : at]]
    if counts or not before or any(d.start <= sentence.words[at].start < d.stop for d in sentence.dates):
        return False
    if before[-1] in rules.ages_whom:
        return True
    if before[-1] not in rules.age_words or len(before) < 2:
        return False
    person = sentence.words[at - 2]
    somebody = person.low in rules.ages_whom or any(
        h.cue.kind in {"pron", "kin", "person"} and h.last == at - 2 for h in sentence.hits
    )
    return somebody or (person.kind == "word" and person.text[:1].isupper())


def _is_so_old(sentence: Sentence, at: int, stop: int) -> bool:
    """ "Sherali is 33 and", "who was 45,": behind somebody and a word for being, nothing counted behind."""
    being = next(
        (h for h in sentence.hits if is_jargon(h, "so_old") and h.last == at - 1 and h.first > 0),
        None,
    )
    if being is None:
        return False
    before, end = sentence.words[being.first - 1], sentence.word_at(stop - 1)
    somebody = before.text[:1].isupper() or any(
        h.cue.kind == "pron" and h.last == being.first - 1 for h in sentence.hits
    )
    behind = sentence.words[end + 1] if end + 1 < len(sentence.words) else None
    joined = behind is None or behind.kind == "mark" or behind.low in of_any_language("conjunctions")
    return somebody and joined and (behind is None or behind.low not in {"%", "/", ":", "-"})


def _put(sentence: Sentence | None, kind: str, what: object) -> None:
    if sentence is not None:
        getattr(sentence, kind).append(what)
