"""The cue tables: words that tell of an event, a role, a speaker, a doubt.

One file per language, ``tables/extract/cues_<lang>.csv``. A pattern is words with blanks between;
``stem*`` matches any ending, ``stem~`` the forms of a verb, ``stem!`` its denied forms, ``stem@`` those of
a noun, ``a|b`` either, ``_`` any one word, ``#`` a figure, ``...`` up to eight tokens that are not the end
of a clause.
Patterns are compared with folded tokens (text.fold).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tizme.extract.emphatic import with_emphatic_verbs
from tizme.extract.forms import Forms, without_letters, word_forms
from tizme.extract.grammar import grammar
from tizme.extract.lexemes import expanded
from tizme.tables import Row, rows
from tizme.text import Token, fold, is_abbreviation

MAX_GAP = 8
FAR_GAP = 22  # of a row flagged "far": offices and courts put much between a noun and its verb
LONGEST_JOINED = 8  # tokens more in a gap where words are joined by hyphens
LOOSE_GAP = 4  # tokens that may come between the words of a pattern that has no gap
# Words that turn a pattern into its contrary: it is read as it stands.
_DENYING = frozenset({"не", "ни", "нет", "без", "not", "no", "never", "ні", "нема", "немає"})
_COLUMNS = ("kind", "pattern", "property", "value", "flags")
SAY_OTHERWISE = frozenset({"neg", "unsure", "promise"})
_CLOSING = frozenset({"»", "”"})
_CLAUSE_ENDS = frozenset({";", ".", "!", "?", ":"})
KINDS = frozenset(
    (
        *("event", "mark", "say", "according", "kin", "person", "group", "pron"),
        *("occupation", "rank", "unit", "prison", "court", "org", "charge", "cause", "label"),
        *("jargon", "stop"),
    )
)
# Moods that a helping verb gives to the converb before it.
_OF_HELPERS = frozenset({"going", "denied", "uncertain", "wished"})
# Of these the third column is the value in normal form: "occupation,welder,welder,,".
_VALUE_THIRD = frozenset({"occupation", "rank", "charge", "cause", "pron"})
# Per element of a pattern its alternatives; None for a gap.
Parts = tuple["Part | None", ...]
_SIGNS = frozenset("*~!@")
# Of each element that can be looked up: its words, and the first two letters of its stems.
Needs = tuple[tuple[frozenset[str], frozenset[str]], ...]
FIGURE = "#"  # "контракт #": any figure


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a pattern; without words it takes any one word.

    Attributes:
        words: The words that it takes as they stand.
        signed: (word, sign): "*" any ending, "~" a form of the verb, "!" a denied one, "@" a noun.
    """

    words: frozenset[str]
    signed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of a cue table.

    Attributes:
        kind: What the words are; see docs/tables.md.
        property: For events the property they affirm; for other kinds what the kind asks for.
        value: Normal form, "" for the kind's usual one.
        flags: Words such as "left", "right", "nobare"; see docs/tables.md.
        parts: The pattern, element by element.
        gap: Tokens that may stand where ``parts`` has a gap.
        loose: Made of a row by letting words in between or turning its order round (loosened).
        needs: What no sentence can do without in which it stands (_needs).
    """

    kind: str
    pattern: str
    property: str
    value: str
    flags: frozenset[str]
    parts: Parts
    gap: int = MAX_GAP
    loose: bool = False
    needs: Needs = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: the tokens ``[first, last]`` of a sentence.

    Attributes:
        mood: What the form of its verb says (forms.MOODS).
    """

    cue: Cue
    first: int
    last: int
    start: int
    stop: int
    mood: str = "affirmed"


def words_of(hit: Hit) -> Sequence[int]:
    """The tokens of a cue itself: of one with a gap ("жасадни ... танилган") its two ends."""
    return (hit.first, hit.last) if None in hit.cue.parts else range(hit.first, hit.last + 1)


def is_jargon(hit: Hit, what: str) -> bool:
    """Whether a cue is a word of the kind "jargon" with this property."""
    return hit.cue.kind == "jargon" and hit.cue.property == what


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cues of a language, indexed by the first word of their patterns."""

    exact: dict[str, tuple[Cue, ...]]
    stems: dict[str, tuple[tuple[str, Cue], ...]]  # first three letters -> (stem, cue)
    forms: Forms


@cache
def cue_table(lang: str, *, plain: bool = False) -> CueTable:
    """The cues of ``lang``, checked.

    Args:
        plain: As those write them who have no letters of their own on the keyboard (without_letters).

    Raises:
        BadTable: a row has an unknown kind, an unknown class or an empty pattern.
    """
    exact: dict[str, list[Cue]] = {}
    stems: dict[str, list[tuple[str, Cue]]] = {}
    forms = word_forms(lang, plain=plain)
    for row in rows(f"extract/cues_{lang}.csv", *_COLUMNS):
        cue = _read(row, lang, plain=plain)
        if cue.parts[0] is None or not (cue.parts[0].words or cue.parts[0].signed):
            raise row.error("a pattern must begin with a word")
        for one in (cue, *_loosened(cue, grammar(lang).small_words)):
            _index(one, exact, stems, forms)
    return CueTable({k: tuple(v) for k, v in exact.items()}, {k: tuple(v) for k, v in stems.items()}, forms)


def _index(
    cue: Cue, exact: dict[str, list[Cue]], stems: dict[str, list[tuple[str, Cue]]], forms: Forms
) -> None:
    """Where a cue is looked for: under the first word of its pattern."""
    first = cue.parts[0]
    if first is None:
        return
    for word in first.words:
        exact.setdefault(word, []).append(cue)
    for word, sign in first.signed:
        for prefix, _ in forms.prefixes if sign in "~!" else (("", ""),):
            stems.setdefault((prefix + word)[:3], []).append((prefix + word, cue))


def _loosened(cue: Cue, small: frozenset[str]) -> list[Cue]:
    """An event's words in the other order, and with others in between: "подписал в мае контракт".

    Only patterns of two parts, and none that denies; small words stay with the word behind them.
    """
    if cue.kind != "event" or not small or cue.flags & {"neg", "asis"}:
        return []
    chunks = _chunks(cue.parts, small)
    if len(chunks) != 2 or any(part.words & _DENYING for chunk in chunks for part in chunk):
        return []
    first, second = chunks
    ways: list[tuple[Parts, int]] = [((*second, None, *first), LOOSE_GAP)]
    if None not in cue.parts:
        ways.append(((*first, None, *second), LOOSE_GAP))
    return [
        replace(cue, parts=parts, gap=gap, loose=True, needs=_needs(parts))
        for parts, gap in ways
        if parts[0] is not None and (parts[0].words or parts[0].signed)
    ]


def _chunks(parts: Parts, small: frozenset[str]) -> list[list[Part]]:
    """The parts around gaps and between words of weight; small words go with the word behind them."""
    chunks: list[list[Part]] = []
    begun: list[Part] = []
    for part in parts:
        if part is None:
            continue
        begun.append(part)
        if part.signed or not part.words & small:
            chunks.append(begun)
            begun = []
    if begun and chunks:
        chunks[-1] += begun  # "signed up"
    return chunks


def _read(row: Row, lang: str, *, plain: bool) -> Cue:
    if row["kind"] not in KINDS:
        raise row.error(f"unknown kind '{row['kind']}' (known: {', '.join(sorted(KINDS))})")
    parts: list[Part | None] = []
    try:
        pattern = expanded(fold(row["pattern"]), lang)
        pattern = without_letters(pattern) if plain else pattern
    except LookupError as error:
        raise row.error(str(error.args[0])) from error
    for element in pattern.split():
        if element == "...":
            parts.append(None)
        elif element == "_":
            parts.append(Part(frozenset(), ()))
        else:
            parts.append(_part(row, element))
    if not parts:
        raise row.error("the pattern is empty")
    return Cue(
        row["kind"],
        row["pattern"],
        row["property"],
        row["value"] or (row["property"] if row["kind"] in _VALUE_THIRD else ""),
        frozenset(row["flags"].split()),
        tuple(parts),
        FAR_GAP if "far" in row["flags"].split() else MAX_GAP,
        needs=_needs(tuple(parts)),
    )


def _needs(parts: Parts) -> Needs:
    """What each element behind the first asks of a sentence, of those that take words or "stem*" alone.

    Most patterns begin with a common word and end nowhere: this tells without going through the sentence.
    """
    return tuple(
        (part.words, frozenset(stem[:2] for stem, _ in part.signed))
        for part in parts[1:]
        if part is not None
        and (part.words or part.signed)
        and FIGURE not in part.words
        and all(sign == "*" for _, sign in part.signed)
    )


def _part(row: Row, element: str) -> Part:
    found = [_alternative(row, word) for word in element.split("|")]
    return Part(
        frozenset(word for word, sign in found if not sign),
        tuple((word, sign) for word, sign in found if sign),
    )


def _alternative(row: Row, word: str) -> tuple[str, str]:
    if word[-1] in _SIGNS:
        if len(word) < 3:
            raise row.error(f"the stem '{word}' is too short: two letters at least")
        return word[:-1], word[-1]
    return word, ""


def find_cues(lang: str, words: list[Token], *, plain: bool = False) -> list[Hit]:
    """Every cue in a sentence's tokens, in order; of two of one kind that overlap the longer stays.

    Args:
        plain: Whether the text is written without the letters of its language (forms.writes_plainly).
    """
    table = cue_table(lang, plain=plain)
    if plain:
        words = [replace(token, low=without_letters(token.low)) for token in words]
    if lang == "en":
        words = with_emphatic_verbs(words)
    found: list[Hit] = []
    bare = [_bare(token.low) for token in words]
    here, begun = frozenset(bare), frozenset(low[:2] for low in bare)
    for position, token in enumerate(words):
        if token.kind == "mark" and token.low not in table.exact:
            continue
        for cue in _beginning_with(table, bare[position]):
            if cue.needs and _lacks(cue.needs, here, begun):
                continue
            if (
                cue.kind == "say"
                and position
                and token.text[0].isupper()
                and (words[position - 1].kind == "word" or words[position - 1].low == ",")
            ):
                continue  # "the brothers Said and Amin": a name, not a verb
            matched = _match(cue.parts, 0, words, position, position, table.forms, cue.gap)
            if matched is not None:
                last, mood = matched
                if "close" in cue.flags and any(t.low == "," for t in words[position:last]):
                    continue
                if mood == "affirmed" and cue.kind == "event":
                    mood = _mood_behind(words, last, table.forms)
                if "unsure" in cue.flags and _leaves_quotation(words, position, last):
                    continue
                found.append(Hit(cue, position, last, token.start, words[last].stop, mood))
    return _longest(_plain_first(found, words))


def _lacks(needs: Needs, here: frozenset[str], begun: frozenset[str]) -> bool:
    """Whether a sentence cannot hold it: ``here`` its words, ``begun`` the first two letters of each."""
    for words, stems in needs:  # noqa: SIM110 - asked of every cue a word may begin: any() takes twice as long
        if words.isdisjoint(here) and stems.isdisjoint(begun):
            return True
    return False


def _mood_behind(words: list[Token], last: int, forms: Forms) -> str:
    """The mood of the helping verb behind a converb: "өлүп калам" is a fear, "алып келейин" a wish."""
    at = last
    while at + 1 < len(words) and words[at + 1].kind == "word":
        mood = forms.helper_mood(words[at].low, words[at + 1].low)
        if mood in _OF_HELPERS:
            return mood
        if not mood:
            break
        at += 1
    return "affirmed"


def _leaves_quotation(words: list[Token], first: int, last: int) -> bool:
    """ "«Аскар С. 2 июнда ҳалок бўлган» деб ёзилган": who is quoted says it, and says it surely.

    "«Ҳалок бўлган» деб ёзилган", those words alone in quotation marks, is the outlet's doubt.
    """
    alone = first > 0 and words[first - 1].low == '"'
    return not alone and any(t.text in _CLOSING for t in words[first : last + 1])


def _plain_first(found: list[Hit], words: list[Token]) -> list[Hit]:
    """Without what only a loosened pattern reads where a plain one says it too, and without denied ones."""
    plain = [hit for hit in found if not hit.cue.loose]
    kept = list(plain)
    for hit in found:
        if not hit.cue.loose:
            continue
        said = any(
            h.cue.kind == "event"
            and h.cue.property == hit.cue.property
            and h.first <= hit.last
            and hit.first <= h.last
            for h in plain
        )
        denied = any(token.low in _DENYING for token in words[hit.first : hit.last])
        if not said and not denied:
            kept.append(hit)
    return kept


def _bare(low: str) -> str:
    """A word without what English hangs on it: "he'd", "his brother's"."""
    if "'" not in low:
        return low
    for ending in ("'s", "'d", "'ll", "'ve", "'re", "'m"):
        low = low.removesuffix(ending)
    return low


def _beginning_with(table: CueTable, low: str) -> list[Cue]:
    cues = list(table.exact.get(low, ()))
    cues += [cue for stem, cue in table.stems.get(low[:3], ()) if low.startswith(stem)]
    if len(low) > 2:
        cues += [cue for stem, cue in table.stems.get(low[:2], ()) if low.startswith(stem)]
    return cues


def _ends_clause(words: list[Token], at: int) -> bool:
    """A mark behind which another clause begins, or a stroke between two fields: " / ", not "б/в"."""
    low = words[at].low
    if low == "." and at and words[at - 1].stop == words[at].start and is_abbreviation(words[at - 1].text):
        return False  # "сөөгү Луганск обл. табылган"
    return low in _CLAUSE_ENDS or (low == "/" and at > 0 and words[at - 1].stop < words[at].start)


def _match(
    parts: Parts, at: int, words: list[Token], position: int, last: int, forms: Forms, gap: int
) -> tuple[int, str] | None:
    """(last token, mood) that ``parts[at:]`` take up from ``position`` on; ``last`` is what went before."""
    if at == len(parts):
        return last, "affirmed"
    part = parts[at]
    if part is None:
        counted = 0  # "a 40-year-old native": what hyphens join is one word
        for skip in range(gap + LONGEST_JOINED + 1):
            if position + skip > len(words):
                return None
            if skip and _ends_clause(words, position + skip - 1):
                return None
            counted += 1 if skip and not _joined(words, position + skip - 1) else 0
            if counted > gap:
                return None
            reached = _match(parts, at + 1, words, position + skip, last, forms, gap)
            if reached is not None:
                return reached
        return None
    while position < len(words) and words[position].low == '"':
        position += 1  # "ЧВК «Вагнер»" is "чвк вагнер"
    if position >= len(words):
        return None
    mood = _mood_of(part, _bare(words[position].low), forms)
    if not mood or (words[position].kind == "mark" and not (part.words or part.signed)):
        return None
    rest = _match(parts, at + 1, words, position + 1, position, forms, gap)
    if rest is None or mood == "affirmed":
        return rest
    return rest[0], mood if rest[1] != "denied" else "denied"


def _joined(words: list[Token], at: int) -> bool:
    """A hyphen inside a word, or what stands right behind one."""
    if words[at].low == "-":
        return 0 < at < len(words) - 1 and words[at - 1].stop == words[at].start
    return at > 1 and words[at - 1].low == "-" and words[at - 1].stop == words[at].start


def _mood_of(part: Part, low: str, forms: Forms) -> str:
    """What a word says where it is one of the alternatives of an element, "" where it is none."""
    if low in part.words or not (part.words or part.signed):
        return "affirmed"
    if FIGURE in part.words and low[:1].isdigit():
        return "affirmed"
    for word, sign in part.signed:
        mood = _mood_as(word, sign, low, forms)
        if mood:
            return mood
    return ""


def _mood_as(word: str, sign: str, low: str, forms: Forms) -> str:
    if sign == "*":
        fits = low.startswith(word)
    elif sign == "@":
        fits = forms.is_noun(low, word)
    elif word not in low:
        return ""
    elif sign == "!":
        fits = forms.mood(low, word) == "denied"  # the row itself says what is denied
    else:
        return forms.mood(low, word)
    return "affirmed" if fits else ""


def _longest(hits: list[Hit]) -> list[Hit]:
    """Drop a hit that lies inside a longer one of its kind; a "stop" silences whatever lies inside it.

    Rows flagged "also" neither silence nor are silenced: one phrase may say two things.
    """
    kept = [hit for hit in hits if not any(_silences(other, hit) for other in hits)]
    kept.sort(
        key=lambda h: bool(h.cue.flags & SAY_OTHERWISE)
    )  # of two at one place the one that denies stays
    unique = {_place_of(h): h for h in kept}
    return sorted(unique.values(), key=lambda h: (h.first, h.last))


def _place_of(hit: Hit) -> tuple[str | int, ...]:
    """What two hits must share for one of them to stay: a word is one relative or one person only.

    The row further down the table stays: "досымыз" is our friend, not a friend of his.
    """
    if hit.cue.kind in {"kin", "person"}:
        return (hit.cue.kind, hit.first, hit.last)
    return (hit.cue.kind, hit.cue.property, hit.cue.value, hit.first, hit.last)


def _silences(other: Hit, hit: Hit) -> bool:
    if other is hit or not (other.first <= hit.first and hit.last <= other.last):
        return False
    if (other.last - other.first) <= (hit.last - hit.first):
        return False
    if other.cue.kind == "stop":
        return True
    if other.cue.kind != hit.cue.kind or "also" in other.cue.flags or "also" in hit.cue.flags:
        return False
    # "bodies of people killed in ... began arriving": what stands in a gap says something of its own.
    return None not in other.cue.parts or other.cue.property == hit.cue.property
