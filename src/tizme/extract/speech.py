"""Which words of a sentence are a speaker's: a quotation, what "that" begins, or the rest of it."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_fields import field_start
from tizme.extract.forms import word_forms
from tizme.extract.grammar import grammar, of_any_language

# In tokens.
THAT_WITHIN = 12  # tokens behind a verb of saying within which its "that" stands
_OF_WHAT = frozenset({"про", "о", "об"})  # before what is told, in Ukrainian and Russian
SPEECH_WORDS = 3  # fewer words in quotation marks are a name or a scare quote
BESIDE_VERB = 2  # tokens from the end of a quotation to the verb, its mark among them
BESIDE = 3  # between a quotation and the words that say whose it is
TURNS_WITHIN = 2  # tokens from a semicolon to whoever begins the next clause
_WHEN = frozenset({"when", "after", "before", "as", "while", "once"})  # open a clause that a comma ends
HEARER = 4  # tokens from a verb of saying to the comma behind whoever hears it
PHRASE_WORDS = 5  # tokens from an article to the noun that it belongs to
CLOSING = 8  # tokens of what may stand behind "said" at the end of a sentence: to whom, when
_CLOSED_BY = frozenset({",", ":", ";", "-", '"', "("})
_VERBS = frozenset({"event", "say", "according"})
_NO_THAT = frozenset({"ru", "uk", "tg"})  # where "that" may be left out behind a comma
_WHILE = ("ая", "яя", "уя", "ся", "сь", "вши", "ючи", "ачи", "ши", "в")  # of a Slavic gerund
MARKS_BEFORE = frozenset({",", "-", '"'})  # before a verb of saying that follows what is said
_BEING = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_ADVERBS = frozenset({"also", "later", "then", "only", "first", "not", "finally", "never"})
_OF = frozenset({"of", "for", "at"})
_OPENS_SPEECH = frozenset({":", "-"})  # without quotation marks
_PAUSES = frozenset({"-", ";", ":", ".", "("})


def speech_quotes(sentence: Sentence, text: str) -> list[tuple[int, int]]:
    """Tokens ``(first, last)`` of every quotation that is speech and not a name in quotation marks."""
    found = []
    for start, stop in sentence.quotes:
        if len(text[start:stop].split()) < SPEECH_WORDS:
            continue
        inside = sentence.tokens_within(start, stop)
        if inside:
            found.append((inside[0], inside[-1]))
    return found


def _told_inside(sentence: Sentence, bracket: int, speaker: int) -> tuple[int, int] | None:
    """ "(по словам соседей, он погиб в феврале)": what a bracket tells itself, behind who says it."""
    closing = next(
        (i for i in range(bracket + 1, len(sentence.words)) if sentence.words[i].low == ")"),
        len(sentence.words),
    )
    told = any(h.cue.kind == "event" and speaker < h.first and h.last < closing for h in sentence.hits)
    opened = [t.start for t in sentence.words[speaker + 1 : speaker + 4]]  # "(батько: «він писав мені»)"
    told = told or any(a <= start < b for a, b in sentence.quotes for start in opened)
    return (speaker + 1, closing - 1) if told and closing - 1 > speaker else None


def content_of(
    sentence: Sentence, say: Hit, speaker: tuple[int, int] | None, discourse: Discourse
) -> list[tuple[int, int]]:
    """The tokens that are the speaker's: a quotation beside, what "that" begins, or the rest."""
    parts = sorted([(say.first, say.last), *([speaker] if speaker else [])])
    low, high = parts[0][0], max(b for _, b in parts)
    end = len(sentence.words) - 1
    bracket = bracket_before(sentence, low)
    between = (parts[0][1] + 1, parts[-1][0] - 1)
    inside = (
        _quoted_in_the_end(sentence, say, between, discourse)
        if bracket is None
        else _told_inside(sentence, bracket, high)
    )
    if inside is not None:
        return [inside]
    if bracket is not None:
        return [(max(after_pause(sentence, bracket), field_start(sentence, bracket)), bracket - 1)]
    low = _group_start(sentence, say, _phrase_start(sentence, low, discourse), high)
    that = _that(sentence, say, high, discourse.lang)
    that = None if _of_the_speaker(sentence, say, speaker, that) else that
    behind = [(that, _told_until(sentence, that))] if that is not None and that > high else []
    before, after = (field_start(sentence, low), low - 1), (high + 1, end)
    opens = "opens" in say.cue.flags or _opens_without_that(sentence, say, high, discourse)
    if high < end and (opens or _told_before_a_colon(sentence, say, high, discourse)):
        return [(say.first, end)] if "around" in say.cue.flags else [after]
    postposed = low > 1 and sentence.words[low - 1].low in MARKS_BEFORE
    quoted = [
        (a, b)
        for a, b in speech_quotes(sentence, discourse.text)
        if _beside(sentence, (a, b), (low, high), far=say.cue.kind == "say")
    ]
    if quoted and not any(b < low and _partial(sentence, a) for a, b in quoted):
        if (
            that is None
            and all(a > high for a, _ in quoted)
            and postposed
            and not _hangs(sentence, low, discourse.lang)
        ):
            return [before, (high + 1, quoted[0][0] - 1), *quoted]
        if _told_as_object(sentence, between, quoted, high, discourse):
            return [between, *quoted]
        if _told_behind_a_comma(sentence, say, high, quoted[0][0], discourse) or _told_behind_a_colon(
            sentence, say, high, quoted[0][0]
        ):
            return [after]
        return [*quoted, *behind]
    if that is not None and say.cue.kind == "say":
        return [(that, _told_until(sentence, that))]
    clause = _relative_clause_before(sentence, low, discourse)
    if say.cue.kind == "say" and not any(t.low == "," for t in sentence.words[high + 1 : high + HEARER + 1]):
        clause = None  # in "where, he told our lawyer, guards ..." the words of the speaker stand in commas
    if clause is not None:
        return [(clause, low - 1), after]
    postposed = postposed and not _told_behind_an_apposition(sentence, say, high, discourse)
    if grammar(discourse.lang).verb_last or say.cue.kind == "according" or postposed:
        return [before, between, after]
    topic = say.cue.kind == "say" and _told_as_topic(sentence, low)
    return [before, between] if end - high < SPEECH_WORDS or topic else [after]


def _told_as_topic(sentence: Sentence, low: int) -> bool:
    """ "Про загибель повідомив голова сільради; дати не назвав": of what he told stands before the verb."""
    opens = low > 0 and sentence.words[0].low in _OF_WHAT
    clause = not any(t.kind == "mark" for t in sentence.words[:low])
    return opens and clause and any(h.cue.kind == "event" and h.first < low for h in sentence.hits)


def _told_behind_an_apposition(sentence: Sentence, say: Hit, high: int, discourse: Discourse) -> bool:
    """ "When the coffin came, the escort, a sergeant, told the family he had died": only the end is told."""
    if discourse.lang != "en" or say.cue.kind != "say" or sentence.words[0].low not in _WHEN:
        return False
    behind = sentence.words[high + 1 :]
    return len(behind) >= SPEECH_WORDS and not any(t.low == "," for t in behind[:HEARER])


def _opens_without_that(sentence: Sentence, say: Hit, high: int, discourse: Discourse) -> bool:
    """ "... нест, фармондеҳаш гуфтааст - бедарак": a dash or a colon stands where Tajik has its "that"."""
    words, rules = sentence.words, discourse.grammar
    if say.cue.kind != "say" or not (rules.verb_last and rules.owner_behind) or say.last != high:
        return False
    opened = high + 2 < len(words) and words[high + 1].low in _OPENS_SPEECH
    return opened and words[high + 2].kind == "word" and not sentence.in_quote(say.start)


def _quoted_in_the_end(
    sentence: Sentence, say: Hit, between: tuple[int, int], discourse: Discourse
) -> tuple[int, int] | None:
    """ "Begona raqamdan chiqib, “oyi, men xizmatdaman” dedi": what he did before he does not say."""
    converbs = word_forms(discourse.lang).converbs
    if say.cue.kind != "say" or not converbs or not discourse.grammar.verb_last:
        return None
    for a, b in speech_quotes(sentence, discourse.text):
        led = [t for t in sentence.words[between[0] : a] if t.low != '"']
        beside = between[0] < a and 0 < say.first - b <= BESIDE_VERB
        if beside and len(led) > 1 and led[-1].low == "," and led[-2].low.endswith(converbs):
            return a, b
    return None


def _told_until(sentence: Sentence, that: int) -> int:
    """ "... heard that he had died; his wife, Aida, waits": somebody else behind a semicolon ends it."""
    for at in range(that + 1, len(sentence.words) - 1):
        if sentence.words[at].low == ";" and not sentence.in_quote(sentence.words[at].start):
            near = range(at + 1, at + TURNS_WITHIN + 1)
            if any(h.cue.kind in {"kin", "org"} and h.first in near for h in sentence.hits):
                return at - 1
    return len(sentence.words) - 1


def _told_before_a_colon(sentence: Sentence, say: Hit, high: int, discourse: Discourse) -> bool:
    """ "According to his brother, he may be alive: "...": the words before the quotation are his too."""
    if say.cue.kind != "according":
        return False
    opened = next((a for a, _ in speech_quotes(sentence, discourse.text) if a > high + 1), None)
    if opened is None or sentence.words[opened - 1].low != ":":
        return False
    between = [t for t in sentence.words[high + 1 : opened - 1] if t.kind == "word"]
    return len(between) >= SPEECH_WORDS


def _told_as_object(
    sentence: Sentence,
    between: tuple[int, int],
    quoted: list[tuple[int, int]],
    verb: int,
    discourse: Discourse,
) -> bool:
    """ "Ukasi akasi halok bo'lganini tasdiqladi: «...»": what he confirms stands before the verb too."""
    if not discourse.grammar.verb_last or between[0] > between[1] or any(a <= verb for a, _ in quoted):
        return False
    return sentence.words[between[1]].low.endswith(discourse.grammar.object_endings)


def _told_behind_a_comma(sentence: Sentence, say: Hit, high: int, quote: int, discourse: Discourse) -> bool:
    """ "Бародараш гуфт, ҷасадро оварданд: «...»": what stands between the verb and the colon is told too.

    Not what he did while he spoke: "сказал он, показывая справку: «...»".
    """
    words = sentence.words
    if (
        say.cue.kind != "say"
        or quote <= high + 2
        or words[high + 1].low != ","
        or words[quote - 1].low != ":"
    ):
        return False
    between = words[high + 2 : quote - 1]
    opens = between[0].low if between else ""
    if discourse.lang not in _NO_THAT or opens.endswith(_WHILE) or opens in discourse.grammar.subordinators:
        return False
    return any(h.cue.kind == "event" and high < h.first and h.last < quote for h in sentence.hits)


def _told_behind_a_colon(sentence: Sentence, say: Hit, high: int, quote: int) -> bool:
    """ "Хоҳараш тасдиқ кард: бародараш зиндонӣ буд, «баъд худаш занг зад»": all behind the colon is hers."""
    if say.cue.kind != "say" or quote <= high + 1 or sentence.words[high + 1].low != ":":
        return False
    return any(h.cue.kind == "event" and high < h.first and h.last < quote for h in sentence.hits)


def _of_the_speaker(sentence: Sentence, say: Hit, speaker: tuple[int, int] | None, that: int | None) -> bool:
    """ "«...», — ба ёд меорад модари Далер, ки тобутро гирифт": it tells of the speaker, and is no "that"."""
    if that is None or speaker is None or speaker[0] <= say.last or say.first == 0:
        return False
    closes = sentence.words[say.first - 1].low in MARKS_BEFORE
    return closes and that - speaker[1] <= 2 and sentence.words[that - 1].low == ","


def _group_start(sentence: Sentence, say: Hit, low: int, high: int) -> int:
    """ "..., court secretary Zebo Holova told Zarafshon Post.": where whoever closes a sentence begins."""
    closes = not any(t.low in _CLOSED_BY for t in sentence.words[high + 1 : -1])
    if say.cue.kind != "say" or not closes or len(sentence.words) - high > CLOSING:
        return low
    for at in range(low - 1, max(0, low - PHRASE_WORDS) - 1, -1):
        token = sentence.words[at]
        if token.low in MARKS_BEFORE:
            return at + 1
        if token.kind != "word" or any(
            h.first <= at <= h.last and h.cue.kind in _VERBS for h in sentence.hits
        ):
            return low
    return low


def _phrase_start(sentence: Sentence, first: int, discourse: Discourse) -> int:
    """Where a speaker's words begin: "a district administration spokesperson" begins at "a"."""
    if first and sentence.words[first - 1].low in discourse.grammar.possessives:
        return first - 1  # "..., his lawyer said outside"
    articles = discourse.grammar.indefinite | discourse.grammar.definite
    for at in range(first - 1, max(-1, first - PHRASE_WORDS - 1), -1):
        token = sentence.words[at]
        if token.kind != "word" or any(
            h.first <= at <= h.last and h.cue.kind in _VERBS for h in sentence.hits
        ):
            break
        if token.low in articles:
            before = sentence.words[at - 1].low if at else ""
            # "the head of the village administration said": it begins where the head does
            return _phrase_start(sentence, at - 1, discourse) if before in _OF else at
    return first


def _relative_clause_before(sentence: Sentence, low: int, discourse: Discourse) -> int | None:
    """ "пятерых граждан, которые, по сообщениям близких, попали на фронт": where "которые" stands."""
    at = low - 2 if low > 1 and sentence.words[low - 1].low == "," else -1
    words = discourse.grammar.relative_words | discourse.grammar.subordinators
    return at if at >= 0 and sentence.words[at].low in words else None


_IS_TOLD = frozenset(
    (
        *("указан", "указана", "указаны", "назван", "названа", "названы", "упомянут", "упомянута"),
        *("упомянуты", "подчеркнут", "подчеркнута", "подчеркнуты", "написан", "написана", "написаны"),
        *("отмечен", "отмечена", "отмечены", "рассказана", "рассказаны", "подтверждены", "подтверждена"),
    )
)


_HEARD = frozenset({"told", "informed", "notified"})


def is_passive(sentence: Sentence, say: Hit, lang: str) -> bool:
    """ "Relatives were told", "have been notified": who stands before the verb only hears it."""
    if lang == "ru" and say.cue.kind == "say":
        return sentence.words[say.first].low in _IS_TOLD  # "возраст которого не указан"
    if lang != "en" or say.cue.kind != "say" or not sentence.words[say.first].low.endswith(("ed", "told")):
        return False
    before = [t.low for t in sentence.words[max(0, say.first - 2) : say.first]]
    by = any(t.low == "by" for t in sentence.words[say.last + 1 : say.last + 2])
    by = by and sentence.words[say.first].low not in _HEARD  # "was told by a clerk that he fell"
    return (
        not by and bool(before) and (before[-1] in _BEING or (before[-1] in _ADVERBS and before[0] in _BEING))
    )


def _hangs(sentence: Sentence, low: int, lang: str) -> bool:
    """ "... came via Osh, where, his brother said, "...": the quotation goes on from "where"."""
    rules = grammar(lang)
    return low > 1 and sentence.words[low - 2].low in rules.subordinators | rules.relative_words


def _beside(sentence: Sentence, quote: tuple[int, int], group: tuple[int, int], *, far: bool = True) -> bool:
    """Whether a quotation stands beside the words that say whose it is.

    Args:
        far: Also where more stands before its colon; not so "Айтуынша, ол жазған: «...»": all is hers.
    """
    if quote[1] < group[0]:
        between = sentence.words[quote[1] + 1 : group[0]]
    elif quote[0] > group[1]:
        between = sentence.words[group[1] + 1 : quote[0]]
        if any(t.low == ":" for t in between) and (far or len(between) <= BESIDE):
            return True
    else:
        return False  # inside the quotation: told by whoever is quoted
    return sum(t.kind != "mark" for t in between) <= BESIDE - 1 and not any(t.low == ";" for t in between)


def _partial(sentence: Sentence, first: int) -> bool:
    """ "he was "forced to sign", she said": the words before the quotation are hers too."""
    return first > 1 and sentence.words[first - 1].low not in {":", "-", ",", "."}


def that_behind(sentence: Sentence, hit: Hit, *, within: int = BESIDE, lang: str = "") -> int | None:
    """The "that" behind words that tell of news, within a few tokens.

    Args:
        lang: Whose "that" it is; of any language by default. Ukrainian "як" is Tajik for "a".
    """
    words = grammar(lang).that_words if lang else of_any_language("that_words")
    reach = range(hit.first + 1, min(len(sentence.words), hit.last + within + 1))
    return next((at for at in reach if sentence.words[at].low in words), None)


def _that(sentence: Sentence, say: Hit, high: int, lang: str) -> int | None:
    words = grammar(lang).that_words
    for at in range(say.last + 1, min(len(sentence.words), max(high, say.last) + THAT_WITHIN)):
        if sentence.words[at].low in words and not _points(sentence, at):
            # "I wrote to the commissariat, they answered that ...": theirs
            own = not any(h.cue.kind == "say" and say.last < h.first and h.last < at for h in sentence.hits)
            if own and at > high + 2 and sentence.words[at - 1].low in of_any_language("conjunctions"):
                return high + 1  # "claims Ulan died in a cellar and that he was buried there"
            return at if own else None
    return None


def _points(sentence: Sentence, at: int) -> bool:
    """ "Laid in the earth that same evening": no "that" of what is said."""
    return any(is_jargon(h, "that_time") and h.first == at for h in sentence.hits)


def bracket_before(sentence: Sentence, first: int) -> int | None:
    for at in range(first - 1, max(-1, first - BESIDE - 1), -1):
        if sentence.words[at].low == ")":
            return None
        if sentence.words[at].low == "(":
            return at
    return None


def after_pause(sentence: Sentence, before: int) -> int:
    """Where the clause before a token begins: behind a dash, a colon or a full stop."""
    for at in range(before - 1, -1, -1):
        if sentence.words[at].low in _PAUSES:
            return at + 1
    return 0
