"""Which words of a sentence say something, and are neither a name, nor an event, nor the writer's own.

"Judges ruled that he had left" does, and is no sentence they passed; "Ринат деген жігіт" does not.
"""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of, of_any_language
from tizme.extract.speech import MARKS_BEFORE, speech_quotes
from tizme.extract.who import Ref

PARENTHESIS = 3  # tokens from a comma to the verb in "..., his brother said, ..."
QUOTE_MARKS = 4  # tokens from the end of a quotation to "деп": its mark, a comma, a dash
LEMMA_ENDING = 3  # letters of an infinitive that other forms of a verb do not share
_THAT_BEHIND_A_COMMA = frozenset({"ru", "uk"})
WHO_IS_CALLED = frozenset({"person", "group", "kin", "rank", "occupation"})


def says_of(sentence: Sentence, discourse: Discourse) -> list[Hit]:
    """The words of saying of a sentence, among them "деп" where it closes a quotation."""
    says = [h for h in sentence.hits if h.cue.kind in {"say", "according"}]
    closing = [
        replace(h, cue=replace(h.cue, kind="say"))
        for h in sentence.hits
        if is_jargon(h, "closing")
        and not any(s.first <= h.first <= s.last for s in says)
        and _closes_a_quotation(sentence, h, discourse)
    ]
    return sorted((*says, *closing), key=lambda h: (h.first, h.last))


def _closes_a_quotation(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "«...», — деп үшкүрдү апасы": behind a quotation "деп" says whose it is, whatever verb follows.

    What is written stands in a paper; and "«...» деген кабар" goes round, unlike "«...», — деген апасы".
    """
    if any(
        h.first == say.last + 1 and (is_jargon(h, "written") or "passive" in h.cue.flags)
        for h in sentence.hits
    ):
        return False
    dash = say.first > 0 and sentence.words[say.first - 1].low in MARKS_BEFORE - {'"'}
    if say.cue.value == "dash" and not dash:
        return False
    return any(0 < say.first - b <= QUOTE_MARKS for _, b in speech_quotes(sentence, discourse.text))


def only_names(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Ринат деген жігіт": a young man called Rinat."""
    said = all(t.low in discourse.grammar.said_words for t in sentence.words[say.first : say.last + 1])
    noun = any(h.first == say.last + 1 and h.cue.kind in WHO_IS_CALLED for h in sentence.hits)
    if said and noun and say.first > 0 and sentence.words[say.first - 1].text[:1].isupper():
        return True  # "Kirill degan komandir": a commander called Kirill
    return said and any(r.form == "name" and r.last + 1 == say.first for r in refs)


def the_writer_said(sentence: Sentence, say: Hit) -> bool:
    """ "деб ёзган эдик", "деп жазган элек", "навишта будем": the one who writes, not who is told of."""
    behind = sentence.words[say.last + 1 : say.last + 2]
    return (
        bool(behind)
        and behind[0].low in of_any_language("we_had_words")
        and not sentence.in_quote(behind[0].start)
    )


def we_say(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Eslatib o'tamiz, ...", "xabar qilamiz": the one who writes, outside any quotation."""
    ours = sentence.words[say.last].low.endswith(endings_of(discourse.lang, "we_say_endings"))
    return ours and not sentence.in_quote(say.start)


def is_of_an_event(sentence: Sentence, event: Hit, say: Hit) -> bool:
    """True where a verb of saying is one of an event's words.

    Not where a quotation ends between the two, nor in a gap of the event: "the body came, said his uncle,
    and was handed over". "The ministry lists him as missing" is both.
    """
    if "around" in say.cue.flags or not (event.first <= say.first and say.last <= event.last):
        return False
    if any(a <= event.start < b <= say.start for a, b in sentence.quotes):
        return False
    if event.cue.loose and not _own_words(event, sentence, say):
        return False  # "His mother said nobody called": of the row "called ... mother", turned round
    if "$" in event.cue.pattern and _own_words(event, sentence, say):
        return True  # "$ask ... $office": the words of the class, "wrote to the embassy"
    parts = [word.rstrip("*~@") for part in event.cue.pattern.split() for word in part.split("|")]
    own = tuple(w[1:-LEMMA_ENDING] if w.startswith("=") else w for w in parts if w != "...")
    return "..." not in parts or all(t.low.startswith(own) for t in sentence.words[say.first : say.last + 1])


def _own_words(event: Hit, sentence: Sentence, say: Hit) -> bool:
    """Whether the verb of saying is a word of the event's row, and does not only stand in its gap."""
    stems = tuple(word for part in event.cue.parts if part for word, _ in part.signed)
    own = {word for part in event.cue.parts if part for word in part.words}
    return any(
        t.low in own or (stems and t.low.startswith(stems)) for t in sentence.words[say.first : say.last + 1]
    )


def says_that(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Judges ruled that he had left in 2021" says something, and is no sentence that they passed.

    Nor is "ба прокуратура навиштааст, ки ӯ рафт" only a request, where "that" needs a comma.
    """
    behind = [t.low for t in sentence.words[say.last + 1 : say.last + 3]]
    comma = discourse.grammar.verb_last and discourse.grammar.owner_behind
    if (comma or discourse.lang in _THAT_BEHIND_A_COMMA) and behind[:1] == [","]:
        return bool(set(behind[1:]) & discourse.grammar.that_words)
    return "that" in say.cue.flags and bool(set(behind[:1]) & discourse.grammar.that_words)


def says_so(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Kanal uni o'ldirilgan deb yozdi": behind "deb" it is said by somebody, doubtful as it may be."""
    before = sentence.words[say.first - 1].low if say.first else ""
    return discourse.grammar.verb_last and before in discourse.grammar.said_words


def in_commas(sentence: Sentence, say: Hit) -> bool:
    """ "The body, he said, was left": it parts the words of an event and is none of them."""
    before = sentence.words[max(0, say.first - PARENTHESIS) : say.first]
    behind = sentence.words[say.last + 1 : say.last + 2]
    return any(t.low == "," for t in before) and any(t.low == "," for t in behind)
