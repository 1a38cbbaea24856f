"""Who says something in a sentence, and which of its words are theirs."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from tizme.extract.annotate import Sentence
from tizme.extract.bare_names import by_a_bare_name
from tizme.extract.by_its_data import by_its_data
from tizme.extract.cited import end_of_citing
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.dash_speakers import signed_behind_dashes
from tizme.extract.described import described_speaker
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of, of_any_language
from tizme.extract.hearers import THAT_ENDINGS, listener_of, passed_on_by, told_to_somebody
from tizme.extract.named_in_quotes import quotes_of_another
from tizme.extract.own_account import by_own_account, on_film
from tizme.extract.plain_nouns import by_a_plain_noun, by_some_one
from tizme.extract.speakers import (
    offices_saying,
    outlet_that_hears,
    outside_what_is_said,
    papers_saying,
    people_saying,
    quoted_outlet,
)
from tizme.extract.speech import BESIDE, MARKS_BEFORE, is_passive, speech_quotes
from tizme.extract.spoken import TELLERS, Saying, as_saying
from tizme.extract.unnamed_speakers import (
    by_a_tradesman,
    by_a_witness,
    by_one_just_named,
    by_one_left_out,
    by_one_who_goes_on,
    by_whoever_told,
    in_passing,
    in_their_words,
    of_this_before,
    said_in_a_place,
    says_something,
    told_by_nobody,
    told_passively,
)
from tizme.extract.voices import PRESS, Scope, Voice
from tizme.extract.who import Ref, Who
from tizme.names import sex_of

Candidate = tuple[float, Voice, int, int]  # cost, voice, first and last token
PARENTHESIS = 3  # tokens from a comma to the verb in "..., his brother said, ..."
# Of a verb that is told of: "ketgani aytildi", "кеткени айтылды", "кеткендиги билдирилди".
_NOUN_ENDINGS = (
    *("gani", "kani", "qani", "ligi", "гани", "қани", "кани", "лиги"),
    *("ганы", "каны", "гени", "кени", "гону", "кону", "гөнү", "көнү", "дыгы", "диги", "дугу", "дүгү"),
    *("ғаны", "қаны", "гені", "кені", "тыгы", "тиги", "тугу", "түгү", "тығы", "тігі", "дығы", "дігі"),
)
QUOTE_MARKS = 4  # tokens from the end of a quotation to "деп": its mark, a comma, a dash
# Of such a verb in the case that "complained of" and "hinted at" ask for.
_CLAUSE_CASES = ("ganidan", "ganiga", "kaniga", "ligiga", "ганидан", "ганига", "канига", "лигига")
_ONLY_OFFICES = frozenset({"release", "office"})  # flags of verbs that no person says it with
NOBODY_WITHIN = 4  # tokens from "nobody" to its verb
UNSAID = "unsaid"  # of "as is said": somebody's who stands before it, else everybody's
LEMMA_ENDING = 3  # letters of an infinitive that other forms of a verb do not share
_PRONOUNS_SPEAK = frozenset({"en", "ru", "uk"})  # where a verb needs a pronoun for "he" and for "I"
_THAT_BEHIND_A_COMMA = frozenset({"ru", "uk"})
_WHO_IS_CALLED = frozenset({"person", "group", "kin", "rank", "occupation"})
_SPEAK_AS_IT = frozenset({"official", "document", "case", "hearsay", "press", "court"})
_SAYS_ONCE = frozenset({"source", "hearsay"})
_PARTICIPLES = ("gan", "ган", "ген", "ған")  # of "said", before what is called so


def find_sayings(
    sentence: Sentence,
    refs: list[Ref],
    discourse: Discourse,
    last: Voice | None = None,
    teller: Voice | None = None,
    spoke: Voice | None = None,
    office: Voice | None = None,
) -> list[Saying]:
    """Every saying of a sentence, in order.

    Args:
        last: Who spoke last in the paragraph: "he said" may be the neighbour who was just quoted.
        teller: Whom a pronoun for the speaker may mean in a language without gender, or behind a
            quotation that names the man whom it would mean.
        spoke: Who spoke last in the text, outside quotations.
        office: The one office of the sentence before, in the same paragraph.
    """
    told = [
        h
        for h in sentence.hits
        if h.cue.kind == "event"
        and h.cue.property != "death_reported"
        and h.cue.value != "deceived"  # "told he would guard a warehouse" is still said by somebody
        and not (h.cue.property == "seen_alive" and "weak" in h.cue.flags)
        and not ("amount" in h.cue.flags and not sentence.money)  # "claimed": a sum, or a saying
    ]
    found: dict[tuple[int, int] | None, Saying] = {}
    for say in (*_says_of(sentence, discourse), *signed_behind_dashes(sentence, refs, discourse)):
        if _only_names(sentence, say, refs, discourse) or _we_say(sentence, say, discourse):
            continue
        if _the_writer_said(sentence, say):
            own = (Scope(0, say.last, PRESS),)
            found[say.first, say.last] = Saying(PRESS, None, (say.first, say.last), own, holds=False)
            continue
        of_event = any(_holds(sentence, e, say) for e in told) and not _says_that(sentence, say, discourse)
        of_event = of_event and not _says_so(sentence, say, discourse)
        if of_event and not _in_commas(sentence, say):
            continue
        described = _an_it(sentence, say, spoke, discourse) or described_speaker(
            sentence, say, refs, last, discourse
        )
        if described is not None:
            found[described[1]] = as_saying(sentence, say, described[1], described[0], discourse)
            continue
        saying = (
            by_own_account(sentence, say, last, teller, discourse)
            or on_film(sentence, say, refs, discourse)
            or by_its_data(sentence, say, last, office, discourse)
        )
        if saying is not None:
            found[saying.speaker or saying.verb] = saying
            continue
        saying = by_one_just_named(sentence, say, last, discourse) or _saying(sentence, say, refs, discourse)
        saying = saying or in_their_words(sentence, say, teller, discourse)
        saying = saying or by_whoever_told(sentence, say, last, teller, discourse)
        if saying is None or saying.left_out:
            saying = (
                by_one_who_goes_on(sentence, say, last, discourse)
                or in_passing(sentence, say, last or _tells_on(sentence, spoke, discourse), discourse)
                or saying
            )
        if saying is None:
            continue
        told_by = teller if discourse.grammar.verb_last else None
        voice = _whom_a_pronoun_means(sentence, saying, refs, last, told_by, discourse)
        if voice is None and teller is not None and quotes_of_another(sentence, saying, teller, discourse):
            voice = teller
        if spoke is not None and _is_the_man(sentence, saying, refs, spoke, discourse):
            voice = spoke
        if voice is not None:
            saying = replace(
                saying,
                voice=voice,
                scopes=tuple(Scope(s.first, s.last, voice) for s in saying.scopes),
                holds=voice.kind not in _SAYS_ONCE,
            )
        saying = _how_far(sentence, say, saying, refs, discourse)
        key = saying.speaker or saying.verb
        found[key] = _with_what_was_said_before(found.get(key), saying)
    return list(found.values())


def _how_far(sentence: Sentence, say: Hit, saying: Saying, refs: list[Ref], discourse: Discourse) -> Saying:
    """The saying with the words that are said, and held on to no longer than it holds."""
    if _only_tells_of_him(sentence, saying, refs, discourse):
        saying = replace(saying, holds=False, once=True)
    return _of_quotation_alone(sentence, say, saying, discourse)


def _only_tells_of_him(sentence: Sentence, saying: Saying, refs: list[Ref], discourse: Discourse) -> bool:
    """ "«Это Жава, он у нас учился», — написала Мадина К.": named only to say so, of one told of before."""
    who, about = saying.voice.who, discourse.first_subject()
    if saying.voice.kind != "self" or discourse.lang not in _PRONOUNS_SPEAK:
        return False
    if about is None or about is who:
        return False
    named = any(r.new and r.who is who and (r.first, r.last) == saying.speaker for r in refs)
    inside = [t.low for s in saying.scopes for t in sentence.words[s.first : s.last + 1]]
    return named and bool(sentence.quotes) and not discourse.grammar.singular_first & set(inside)


def _tells_on(sentence: Sentence, spoke: Voice | None, discourse: Discourse) -> Voice | None:
    """ "Восени, розповідає, його зупинили" opens a new paragraph: no office tells on unnamed, he does."""
    who = discourse.focuses[sentence.index]
    if spoke is None or spoke.kind != "official" or who is None or who.role != "subject" or who.group:
        return spoke
    return Voice("self", who.label, who)


def _of_quotation_alone(sentence: Sentence, say: Hit, saying: Saying, discourse: Discourse) -> Saying:
    """ "Tergovchi “yo qamoq, yo front” degan tanlov qo'ydi": what a noun behind "degan" is called is said.

    The rest of the sentence tells of it, and so do the sentences behind.
    """
    words, rules = sentence.words, discourse.grammar
    behind = words[say.last + 1 : say.last + 2]
    if not rules.verb_last or not behind or behind[0].kind != "word" or say.first == 0:
        return saying
    called = words[say.first].low in rules.said_words and words[say.last].low.endswith(_PARTICIPLES)
    if not called or words[say.first - 1].low == "-" or behind[0].low in of_any_language("we_had_words"):
        return saying
    quotes = [(a, b) for a, b in speech_quotes(sentence, discourse.text) if 0 < say.first - b <= QUOTE_MARKS]
    if not quotes:
        return saying
    return replace(saying, scopes=(Scope(*quotes[-1], saying.voice),), holds=False)


def _with_what_was_said_before(earlier: Saying | None, saying: Saying) -> Saying:
    """ "He identified the man as Shuhrat Avezov, 41, and said he was buried": both are his words."""
    if earlier is None or earlier.voice != saying.voice or earlier.verb[1] >= saying.verb[0]:
        return saying
    before = (s for s in earlier.scopes if s.first > earlier.verb[1])
    kept = [Scope(s.first, min(s.last, saying.verb[0] - 1), s.voice) for s in before]
    return replace(saying, scopes=(*(s for s in kept if s.first <= s.last), *saying.scopes))


def _an_it(
    sentence: Sentence, say: Hit, spoke: Voice | None, discourse: Discourse
) -> tuple[Voice, tuple[int, int]] | None:
    """ "He gave himself up on March 9, it said": the office or the outlet that spoke last, and no person."""
    before = say.first - 1
    if discourse.lang != "en" or before < 0 or sentence.words[before].low != "it" or say.cue.kind != "say":
        return None
    if spoke is None or spoke.kind not in _SPEAK_AS_IT or sentence.in_quote(say.start):
        return None
    return spoke, (before, before)


def _says_of(sentence: Sentence, discourse: Discourse) -> list[Hit]:
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


def _only_names(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Ринат деген жігіт": a young man called Rinat."""
    said = all(t.low in discourse.grammar.said_words for t in sentence.words[say.first : say.last + 1])
    noun = any(h.first == say.last + 1 and h.cue.kind in _WHO_IS_CALLED for h in sentence.hits)
    if said and noun and say.first > 0 and sentence.words[say.first - 1].text[:1].isupper():
        return True  # "Kirill degan komandir": a commander called Kirill
    return said and any(r.form == "name" and r.last + 1 == say.first for r in refs)


def _the_writer_said(sentence: Sentence, say: Hit) -> bool:
    """ "деб ёзган эдик", "деп жазган элек", "навишта будем": the one who writes, not who is told of."""
    behind = sentence.words[say.last + 1 : say.last + 2]
    return (
        bool(behind)
        and behind[0].low in of_any_language("we_had_words")
        and not sentence.in_quote(behind[0].start)
    )


def _we_say(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Eslatib o'tamiz, ...", "xabar qilamiz": the one who writes, outside any quotation."""
    ours = sentence.words[say.last].low.endswith(endings_of(discourse.lang, "we_say_endings"))
    return ours and not sentence.in_quote(say.start)


def _whom_a_pronoun_means(
    sentence: Sentence,
    saying: Saying,
    refs: list[Ref],
    last: Voice | None,
    teller: Voice | None,
    discourse: Discourse,
) -> Voice | None:
    """Who speaks where a pronoun alone does: whoever spoke last, or in a language without gender the teller.

    "Балам тірі, – дейді ол", "Анын айтымында". None where nothing says that it is another than read so far.
    """
    if saying.voice.kind != "self":
        return None
    ref = next((r for r in refs if (r.first, r.last) == saying.speaker and r.form == "pronoun"), None)
    if ref is None:
        return None
    if last is not None and _is_still(sentence, saying, ref, last, discourse):
        return last
    if last is not None and _a_stranger_goes_on(sentence, saying, ref, last, discourse):
        return last
    if sentence.in_quote(ref.start):
        return None
    if teller is None and discourse.grammar.verb_last and _another_is_named(ref, refs):
        return Voice("source", sentence.words[ref.last].text)
    return teller


def _another_is_named(pronoun: Ref, refs: list[Ref]) -> bool:
    """ "Ал Сабыр менен бир окопто болгонун айткан": he who says so of Sabyr is not Sabyr."""
    return any(r.form == "name" and r.who is pronoun.who and r.first > pronoun.last for r in refs)


def _holds(sentence: Sentence, event: Hit, say: Hit) -> bool:
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


def _says_that(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Judges ruled that he had left in 2021" says something, and is no sentence that they passed.

    Nor is "ба прокуратура навиштааст, ки ӯ рафт" only a request, where "that" needs a comma.
    """
    behind = [t.low for t in sentence.words[say.last + 1 : say.last + 3]]
    comma = discourse.grammar.verb_last and discourse.grammar.owner_behind
    if (comma or discourse.lang in _THAT_BEHIND_A_COMMA) and behind[:1] == [","]:
        return bool(set(behind[1:]) & discourse.grammar.that_words)
    return "that" in say.cue.flags and bool(set(behind[:1]) & discourse.grammar.that_words)


def _says_so(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Kanal uni o'ldirilgan deb yozdi": behind "deb" it is said by somebody, doubtful as it may be."""
    before = sentence.words[say.first - 1].low if say.first else ""
    return discourse.grammar.verb_last and before in discourse.grammar.said_words


def _in_commas(sentence: Sentence, say: Hit) -> bool:
    """ "The body, he said, was left": it parts the words of an event and is none of them."""
    before = sentence.words[max(0, say.first - PARENTHESIS) : say.first]
    behind = sentence.words[say.last + 1 : say.last + 2]
    return any(t.low == "," for t in before) and any(t.low == "," for t in behind)


def _is_the_man(
    sentence: Sentence, saying: Saying, refs: list[Ref], last: Voice, discourse: Discourse
) -> bool:
    """ "«Він дзвонив із Саратова», — каже чоловік": the uncle who was quoted right before, not the nephew."""
    if last.who is None or last.kind not in TELLERS or discourse.lang not in {"ru", "uk"}:
        return False
    ref = next((r for r in refs if (r.first, r.last) == saying.speaker and r.form == "nominal"), None)
    noun = next(
        (h for h in sentence.hits if ref is not None and h.cue.kind == "person" and h.first == ref.first),
        None,
    )
    if ref is None or noun is None or ref.first != saying.verb[1] + 1 or ref.first != ref.last:
        return False
    sex = last.who.sex or (sex_of(last.who.name, lang=discourse.lang) if last.who.named else "")
    return bool(noun.cue.value) and noun.cue.value == sex and not sentence.in_quote(ref.start)


def _is_still(sentence: Sentence, saying: Saying, ref: Ref, last: Voice, discourse: Discourse) -> bool:
    """ "A neighbour saw him. He was beaten, he said": a pronoun beside the verb is whoever spoke last."""
    if last.who is None or last.kind not in TELLERS:
        return False
    long_quote = any(start < sentence.start for start, _ in sentence.quotes)
    goes_on = discourse.grammar.verb_last and long_quote and last.kind == "relative"
    if discourse.lang not in _PRONOUNS_SPEAK and not goes_on:
        return False
    inside = saying.verb[0] <= ref.first and ref.last <= saying.verb[1]  # "за його словами"
    beside = inside or ref.last + 1 == saying.verb[0] or saying.verb[1] + 1 == ref.first
    if goes_on:
        return beside  # "«... Ман гуфтам, нарав. ...», нақл кард ӯ": no pronoun tells him from her
    says_i = any(
        t.low in discourse.grammar.singular_first and sentence.in_quote(t.start) for t in sentence.words
    )
    sex = last.who.sex or (sex_of(last.who.name, lang=discourse.lang) if last.who.named else "")
    return beside and not says_i and not last.who.group and sex != "female"


def _a_stranger_goes_on(
    sentence: Sentence, saying: Saying, ref: Ref, last: Voice, discourse: Discourse
) -> bool:
    """ "Бир жоокер жазып, ... билдирген. Анын кабарында ...": in the words of who was heard right before."""
    opens = ref.first == 0 and saying.verb[0] <= ref.last + 1 and not sentence.in_quote(ref.start)
    cased = discourse.grammar.verb_last and not discourse.grammar.owner_behind
    return opens and cased and last.kind == "source" and last.who is None


def _rumour(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying:
    """ "Neighbours whisper that ...", "Word has it that ...": nobody's words, and the outlet goes on."""
    voice = Voice("hearsay", discourse.text[say.start : say.stop])
    return replace(as_saying(sentence, say, None, voice, discourse), holds=False, once=True)


def _by_several_unnamed(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Qismdan u yo'qolganini aytishgan", "... deb gapirishadi": several, none of them named."""
    if say.cue.kind != "say" or not discourse.grammar.verb_last or discourse.grammar.owner_behind:
        return None
    endings = endings_of(discourse.lang, "they_say_endings")
    closes = sentence.words[say.last].low in discourse.grammar.said_words
    verb = sentence.words[say.last + 1 : say.last + 2] if closes else [sentence.words[say.last]]
    if not endings or not verb or not verb[0].low.endswith(endings):
        return None
    behind_it = say.first > 0 and sentence.words[say.first - 1].low == ","
    told = closes or behind_it or _tells_of(sentence, say, discourse)
    return _rumour(sentence, say, discourse) if told and not sentence.in_quote(say.start) else None


def _i_heard(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "“I heard that he fell,” his mother says": from others, whom she does not name."""
    heard = "heard" in say.cue.flags and sentence.in_quote(say.start)
    return _rumour(sentence, say, discourse) if heard else None


def _saying(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    if say.cue.property == "rumour":
        return _rumour(sentence, say, discourse)
    if is_passive(sentence, say, discourse.lang):
        return told_passively(sentence, say, refs, discourse)
    if _says_nothing(sentence, say, refs, discourse):
        return None
    unknown = (
        by_a_tradesman(sentence, say, discourse)
        or by_some_one(sentence, say, discourse)
        or by_a_plain_noun(sentence, say, refs, discourse)
        or by_a_bare_name(sentence, say, refs, discourse)
    )
    if unknown is not None:
        return unknown
    papers, candidates = _who_may_say_it(sentence, say, refs, discourse)
    outside = outside_what_is_said(sentence, say, candidates, refs, discourse)
    best = min(outside, key=itemgetter(0), default=None)
    if say.cue.property == "they_say" and (best is None or best[1].kind == "self"):
        return _rumour(sentence, say, discourse)  # "... деседі": a verb of many, none of whom is named
    if best is None and say.cue.flags & _ONLY_OFFICES:
        return None  # of a release the office named before it (answering.py)
    if best is None:
        return (
            _by_one_cited(sentence, say, discourse)
            or _i_heard(sentence, say, discourse)
            or told_by_nobody(sentence, say, refs, discourse)
            or by_a_witness(sentence, say, refs, discourse)
            or (_rumour(sentence, say, discourse) if say.cue.property == UNSAID else None)
            or _by_several_unnamed(sentence, say, discourse)
            or by_one_left_out(sentence, say, discourse)
        )
    _, voice, first, last = best
    by_pronoun = any(r.form == "pronoun" and (r.first, r.last) == (first, last) for r in refs)
    if voice.who is not None and not by_pronoun and not say.first <= first <= last <= say.last:
        first, last = _with_appositions(voice.who, first, last, refs)
    first, last = _with_clause(sentence, say, voice, (first, last), refs, discourse)
    voice = passed_on_by(sentence, say, refs, voice, discourse)
    spoken = as_saying(sentence, say, (first, last), voice, discourse)
    if voice.kind == "self" and listener_of(sentence, say, refs, voice.who, discourse) is not None:
        return replace(spoken, holds=False)  # "he told his wife he would be back": the outlet goes on
    if _told_a_family(voice):
        return replace(spoken, holds=False)
    if voice.kind in _SAYS_ONCE or any(c[1] is voice for c in papers):
        # a neighbour or a notice said so much, and the outlet goes on; a verdict tells a whole story
        return replace(spoken, holds=False, once=True)
    return spoken


def _by_one_cited(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Как рассказала нам бригадир цеха, Бердиев ...": whoever stands in the clause, and not Berdiev."""
    end = end_of_citing(sentence, say)
    if end is None:
        return None
    label = discourse.text[sentence.words[say.last + 1].start : sentence.words[end - 1].stop]
    spoken = as_saying(sentence, say, (say.last + 1, end - 1), Voice("source", label), discourse)
    return replace(spoken, holds=False, once=True)


def _told_a_family(voice: Voice) -> bool:
    """ "An officer told the family that ...", "the commissariat informed the mother": the outlet goes on."""
    family = voice.kind == "told" and voice.who is not None and voice.who.group
    return family or (voice.kind == "official" and bool(voice.chain))


def _says_nothing(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """True where a verb that has another sense, too, has it here."""
    flags = say.cue.flags
    if _by_nobody(sentence, say) or _published_by_another(sentence, say, discourse):
        return True
    if "that" in flags and not says_something(sentence, say, discourse):
        return True  # "he telephoned his uncle on 19 October": nobody says of what
    if "to" in flags and not (
        told_to_somebody(sentence, say, refs, discourse) or of_this_before(sentence, say)
    ):
        return True  # "he was stopped and told his citizenship would be cancelled"
    if "passive" in flags and not _said_in_an_office(sentence, say, discourse):
        heard = listener_of(sentence, say, refs, None, discourse) is not None  # "oilaga ... aytilgan"
        return not (_of_a_clause(sentence, say, discourse) and (heard or say.cue.property == UNSAID))
    if "clause" in flags and not _tells_a_clause(sentence, say, discourse):
        return True  # "кінәсін мойындады": he pleads guilty, and tells nothing
    return "object" in flags and not _tells_of(sentence, say, discourse)  # "he spoke Russian"


def _published_by_another(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "A list published by Moscow": of a participle whoever stands before it says nothing."""
    if discourse.lang != "en" or say.cue.kind != "say" or "after" in say.cue.flags:
        return False
    behind = sentence.words[say.last + 1 : say.last + 2]
    comma = say.first > 0 and sentence.words[say.first - 1].low == ","
    return comma and bool(behind) and behind[0].low == "by" and sentence.words[say.last].low.endswith("ed")


def _by_nobody(sentence: Sentence, say: Hit) -> bool:
    """ "Nobody has answered", "эч ким жооп берген жок": what stands before it is nobody's words."""
    return any(
        is_jargon(h, "nobody")
        and 0 < say.first - h.last <= NOBODY_WITHIN
        and not any(
            o.cue.kind in _WHO_IS_CALLED | {"org", "court"} and h.last < o.first < say.first
            for o in sentence.hits
        )
        for h in sentence.hits
    )


def _who_may_say_it(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[list[Candidate], list[Candidate]]:
    """The papers among those who may say it, and all of them."""
    if say.cue.flags & _ONLY_OFFICES:
        return [], offices_saying(sentence, say, discourse)  # "it was established that": by no person
    if "passive" in say.cue.flags:
        return [], [*offices_saying(sentence, say, discourse), *_in_court(sentence, say, discourse)]
    if say.cue.property == UNSAID:
        told = people_saying(sentence, say, refs, discourse)
        unsaid = papers_saying(sentence, say, discourse)
        others = [c for c in told if c[1].kind != "self"]
        return unsaid, [*unsaid, *others, *offices_saying(sentence, say, discourse)]
    # "guvohnoma suratini joylagan": what is shown says nothing, whoever shows it does
    papers = [] if "shows" in say.cue.flags else papers_saying(sentence, say, discourse)
    candidates = [
        *papers,
        *people_saying(sentence, say, refs, discourse),
        *(_by_its_head(c, refs) for c in offices_saying(sentence, say, discourse)),
        *quoted_outlet(sentence, say, discourse),
        *said_in_a_place(sentence, say, discourse),
    ]
    candidates = _without_where(sentence, say, candidates, discourse)
    heard_by = outlet_that_hears(sentence, say, refs, discourse)
    end = end_of_citing(sentence, say)
    candidates = [c for c in candidates if end is None or c[2] < end]
    return papers, [c for c in candidates if heard_by is None or not heard_by[0] <= c[2] <= heard_by[1]]


def _by_its_head(office: Candidate, refs: list[Ref]) -> Candidate:
    """ "Раиси ҷамоати деҳот гуфт": its head says it, whom the next "ба гуфтаи ӯ" means."""
    cost, voice, first, last = office
    head = next((r.who for r in refs if r.first == first and r.who.role == "official"), None)
    if head is None or head.group or voice.kind != "official":
        return office
    return cost, replace(voice, who=head), first, last


def _without_where(
    sentence: Sentence, say: Hit, candidates: list[Candidate], discourse: Discourse
) -> list[Candidate]:
    """ "Akasi Facebook sahifasida yozgan": where he wrote it does not write it."""
    if say.cue.kind != "say" or not any(c[1].kind in TELLERS for c in candidates):
        return candidates
    endings = discourse.grammar.locative_endings
    if not endings or not discourse.grammar.verb_last:
        return candidates
    where = {
        h.last
        for h in sentence.hits
        if h.cue.kind == "org"
        and h.cue.property in {"hearsay", "press"}
        and any(t.low.endswith(endings) for t in sentence.words[h.last : h.last + 2])
    }
    return [c for c in candidates if c[1].kind in TELLERS or c[3] not in where]


def _said_in_an_office(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Prokuraturada uning ketgani aytildi": in an office it is said, of a verb in the case of an object."""
    clause = _of_a_clause(sentence, say, discourse)
    if clause and _in_court(sentence, say, discourse):
        return True
    return clause and any(
        h.cue.kind == "org"
        and h.cue.property in {"official", "hearsay", "press"}
        and h.last < say.first
        and sentence.words[h.last].low.endswith(discourse.grammar.locative_endings)
        for h in sentence.hits
    )


def _of_a_clause(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    before = sentence.words[say.first - 1].low if say.first > 0 else ""
    return before.endswith((*discourse.grammar.object_endings, *_NOUN_ENDINGS))


def _in_court(sentence: Sentence, say: Hit, discourse: Discourse) -> list[Candidate]:
    """ "Сотта ... кеткені анықталды": what comes to light in court is the court's word."""
    return [
        (0.0, Voice("official", discourse.text[h.start : h.stop]), h.first, h.last)
        for h in sentence.hits
        if is_jargon(h, "in_court") and h.last < say.first and not sentence.in_quote(h.start)
    ]


def _tells_a_clause(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Кеткенін мойындады", "кеткені туралы баяндады": a verb that is told of stands before it."""
    before = sentence.words[say.first - 1].low if say.first > 0 else ""
    return before.endswith((*THAT_ENDINGS, *_NOUN_ENDINGS)) or says_something(sentence, say, discourse)


def _tells_of(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Ketganini gapiradi": what is told stands right before the verb; or behind it, in quotation marks."""
    before = sentence.words[say.first - 1].low if say.first > 0 else ""
    told = before.endswith((*discourse.grammar.object_endings, *THAT_ENDINGS, *_CLAUSE_CASES))
    told = told and not any(h.cue.kind == "pron" and h.last == say.first - 1 for h in sentence.hits)
    return told or says_something(sentence, say, discourse)


def _with_appositions(who: Who, first: int, last: int, refs: list[Ref]) -> tuple[int, int]:
    """The speaker with the other words for them beside: "Модараш, Саодат Раҳимова,"."""
    for ref in sorted((r for r in refs if r.who is who and r.form != "pronoun"), key=lambda r: r.first):
        if ref.first <= last + BESIDE + 1 and first - BESIDE - 1 <= ref.last:
            first, last = min(first, ref.first), max(last, ref.last)
    return first, last


def _with_clause(
    sentence: Sentence, say: Hit, voice: Voice, at: tuple[int, int], refs: list[Ref], discourse: Discourse
) -> tuple[int, int]:
    """ "His uncle Rahmon, who met the coffin, said": who speaks, and what the outlet tells of him there."""
    if voice.who is None or sentence.words[at[0]].low not in discourse.grammar.relative_words:
        return at
    named = [r.first for r in refs if r.who is voice.who and r.form != "pronoun" and r.last < at[0]]
    closed = at[0] < say.first and sentence.words[say.first - 1].low == ","
    return (min(named), say.first - 1) if named and closed else at
