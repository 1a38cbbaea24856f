"""Follow the voices of a text: who says it, to whom, and how they came to know."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from tizme.extract.annotate import Sentence
from tizme.extract.answering import answers_of_offices
from tizme.extract.begins_telling import begins_telling
from tizme.extract.by_its_data import office_named_before
from tizme.extract.carried import of_carried_papers
from tizme.extract.channel_lists import of_channels_list
from tizme.extract.colons import behind_a_colon, opened_with_a_colon, rung_up, says_an_i, through
from tizme.extract.convicted import read_as_verdicts
from tizme.extract.cues import is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.entry_notes import hear_notes
from tizme.extract.entry_sources import rest_on_sources
from tizme.extract.entry_voices import (
    confirm_entries,
    hear_relatives_in_brackets,
    name_sources_of_entries,
    speak_for_entries,
)
from tizme.extract.framed import framed_by_outlet
from tizme.extract.genre import gives_background, told_by_outlet
from tizme.extract.grammar import endings_of, of_any_language
from tizme.extract.heard_from import goes_on_with_what_he_said, heard_from_another, learnt_from_another
from tizme.extract.legends import read_by_legend
from tizme.extract.list_keys import read_by_key
from tizme.extract.list_voices import (
    rest_on_closing_labels,
    rest_on_labels,
    rest_on_lines,
    rest_on_the_lists_own,
)
from tizme.extract.named_after import named_after
from tizme.extract.named_in_quotes import relative_before
from tizme.extract.office_voices import (
    court_of,
    introduced_by_papers,
    names_one_of_several,
    of_acting_office,
    of_court,
    of_office_at_colon,
    rest_on_papers,
)
from tizme.extract.own_words import stands_oblique
from tizme.extract.papers import with_papers
from tizme.extract.passed_on import between_two_sayings, through_others
from tizme.extract.quoted_next import quoted_next
from tizme.extract.registers import read_from_register
from tizme.extract.rung_with_a_colon import told_by_callers
from tizme.extract.sayings import find_sayings
from tizme.extract.self_named import give_own_names
from tizme.extract.speech import SPEECH_WORDS, speech_quotes, that_behind
from tizme.extract.spoken import TELLERS, Saying, in_dashes
from tizme.extract.stories import office_goes_on, stories
from tizme.extract.unsigned import told_by_relatives, written_by_relatives
from tizme.extract.voices import PAPERS, PRESS, Scope, Voice, Voices
from tizme.extract.who import Ref

OPENING = 3  # sentences of a text, its heading among them, in which an office that passes it on is named
_PASS_ON = frozenset({"source", "hearsay", "told", "official"})
_LIVED = frozenset({"relative", "self", "told"})  # who tells of one man, and not of all
# Whoever tells in a paragraph is whom it quotes without saying so.
_NOT_HIS_TO_TELL = frozenset({"died", "death_reported", "buried", "body_repatriated"})
_BRINGS_IN = frozenset({"org", "court", "kin", "person", "group", "say", "according"})
_QUOTED_NEXT = TELLERS | {"self"}
# Behind whose words a relative who opens the sentence is the outlet's to bring in.
_STEPS_BACK = frozenset({"official", "self", "relative", "told", "court"})
_GO_ON = frozenset({"relative", "official"})
_NO_WE = frozenset({"relative", "official", "court", "source", "told"})
QUOTE_BEHIND = 3  # sentences of a quotation behind the one that begins with who says it
LONG_QUOTE = 12  # words
WHOLE_QUOTE = 6  # words of a quotation that fills its sentences
_NO_RELEASE = frozenset({"source"})  # who speaks in an outlet's text and in no office's
HEADING_SPEAKER = 6  # tokens before the colon of a heading
SIGNED_WITH = 8  # words of a signature
# An item of their own: whoever is quoted in it, the next sentence is theirs again.
_NARRATES = frozenset({"relative", "self", "official"})
# Whoever is held to go on telling after having been told something tells of their own life again.
_GOES_ON_AS = {"told": "relative"}


def attribute(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse, own: Voice = PRESS
) -> list[Voices]:
    """The voices of every sentence. A voice holds until its paragraph ends or another subject comes in."""
    sayings = _all_sayings(sentences, refs, discourse)
    spoken = _announced(sentences, sayings, discourse) | _speakers_of_quotes(sentences, sayings)
    spoken |= quoted_next(sentences, refs, sayings, spoken, discourse)
    introduced = written_by_relatives(sentences, discourse) | told_by_relatives(sentences, refs)
    introduced |= introduced_by_papers(sentences, refs, discourse)
    own = _offices_own(sentences, sayings, own, discourse)
    found: list[Voices] = []
    interview = any(s.turn for s in sentences)
    narrator, own = own, PRESS if interview else own
    held, writer, paragraph = own, own, -1
    framed = framed_by_outlet(sentences, refs, discourse, own)
    told_in = {} if own.kind in _NARRATES or interview else stories(sentences, refs, sayings)
    last_quoted: Voice | None = None
    colons: dict[tuple[int, int], Voice] = {}
    for sentence, here, said in zip(sentences, refs, sayings, strict=True):
        if writer.kind in {"relative", "self"} and _editor_writes(sentence, paragraph):
            held = writer = PRESS
        own = PRESS if framed.get(sentence.paragraph) else writer
        if sentence.heading:
            found.append(Voices(own, own, _told_over(sentence, discourse)))
            continue
        if sentence.paragraph != paragraph and (
            interview
            or not (
                _goes_on(sentence, _first_told_of(sentences, refs, sentence), refs, held, discourse, colons)
                or office_goes_on(sentences, sentence, here, held, sayings, found)
            )
        ):  # around questions and answers it is the outlet's again
            held = told_in.get(sentence.paragraph, own)
        cites = own.kind == "official" and held.kind in PAPERS and sentence.paragraph == paragraph
        one_of_them = names_one_of_several(sentences, refs, sentence, held, discourse)
        another = _turns_to_a_relative(here, held) or (_brings_in_another(here, held) and not one_of_them)
        if another or (own.kind in _NARRATES and not cites):
            held = own  # a writer who says "I" goes on telling, whoever was quoted
        held = _who_begins(sentence, said, held, narrator, own)
        paragraph = sentence.paragraph
        scopes = [*_of_quotes(sentence, spoken, discourse), *_of_letters(sentence, introduced)]
        voices = Voices(
            _base(sentence, said, held, own),
            own,
            scopes,
            letter=_letter(sentence, introduced, discourse),
            introduces=one_of_them,
        )
        last_quoted = held if held.kind in _QUOTED_NEXT else last_quoted
        colons |= opened_with_a_colon(sentence, spoken, discourse, here, voices)
        voices.scopes += [
            replace(s, voice=through(voices.at(s.first), s.voice))
            for s in _of_unsigned_quotes(sentence, spoken, last_quoted, introduced, discourse)
        ]
        for saying in said:
            voices.scopes += _scopes(saying, voices, sentence)
        if not any(s.scopes for s in said):
            voices.scopes += _of_news(sentence, held, discourse)
        if all(s.left_out for s in said) and own.kind == "press":
            voices.scopes += of_court(sentence, discourse)
            voices.scopes += of_channels_list(sentences, sentence.index, discourse)
        if own.kind == "press":
            voices.scopes += [
                *of_acting_office(sentence, discourse),
                *(() if said or sentence.entry is not None else of_office_at_colon(sentence, discourse)),
                *of_carried_papers(sentence, voices, discourse),
            ]
        rest_on_papers(sentence, voices)
        found.append(voices)
        last_quoted = next((spoken[q] for q in sentence.quotes if q in spoken), last_quoted)
        held = court_of(voices) or _who_goes_on(sentence, said, behind_a_colon(sentence, colons, held), own)
        held = begins_telling(sentence, here, said, discourse) or held
    _hear_again(sentences, refs, sayings, found, discourse)
    _speak_in_lists(sentences, sayings, found, own, discourse)
    return found


def _all_sayings(
    sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse
) -> list[list[Saying]]:
    """The sayings of every sentence, with those of offices that answer and of strangers who ring."""
    through = through_others(sentences, refs, _in_order(sentences, refs, discourse), discourse)
    answered = answers_of_offices(sentences, refs, through, discourse)
    return told_by_callers(sentences, refs, answered, discourse)


def _hear_again(
    sentences: list[Sentence],
    refs: list[list[Ref]],
    sayings: list[list[Saying]],
    found: list[Voices],
    discourse: Discourse,
) -> None:
    """What only the whole text shows: whose a sentence between sayings is, who was named or told before."""
    between_two_sayings(sentences, refs, sayings, found)
    named_after(sentences, sayings, found)
    heard_from_another(sentences, refs, found, discourse)
    goes_on_with_what_he_said(sentences, sayings, found)
    learnt_from_another(sentences, refs, found)
    give_own_names(sentences, refs, found, discourse)


def _speak_in_lists(
    sentences: list[Sentence],
    sayings: list[list[Saying]],
    found: list[Voices],
    own: Voice,
    discourse: Discourse,
) -> None:
    """Who speaks for the entries of lists, by what stands over, in, behind and below them."""
    read_from_register(sentences, found, own, discourse)
    speak_for_entries(sentences, sayings, found)
    hear_relatives_in_brackets(sentences, found, discourse)
    name_sources_of_entries(sentences, found, own, discourse)
    rest_on_labels(sentences, found, own, discourse)
    rest_on_closing_labels(sentences, found, own, discourse)
    rest_on_lines(sentences, found, own, discourse)
    read_by_legend(sentences, found, own, discourse)
    read_by_key(sentences, found, own, discourse)
    read_as_verdicts(sentences, found, own)
    confirm_entries(sentences, found, discourse)
    hear_notes(sentences, found, own, discourse)
    rest_on_sources(sentences, found, own, discourse)
    rest_on_the_lists_own(sentences, found, own, discourse)


def _in_order(sentences: list[Sentence], refs: list[list[Ref]], discourse: Discourse) -> list[list[Saying]]:
    """The sayings of every sentence; who spoke last in a paragraph may be its next "he".

    "За його словами, ..." opens the next paragraph with him too, unless it names somebody else before.
    """
    found: list[list[Saying]] = []
    last: Voice | None = None
    spoke: Voice | None = None
    paragraph = spoke_at = -1
    before: list[tuple[Sentence, Ref]] = []
    for sentence, here in zip(sentences, refs, strict=True):
        if sentence.paragraph != paragraph:
            last = last if _opens_in_his_words(sentence) else None
            paragraph, before = sentence.paragraph, before if last is not None else []
        before += [(sentence, ref) for ref in here]
        teller = (
            _teller_before(before, spoke, discourse, spoke_here=spoke_at == sentence.paragraph)
            if discourse.grammar.verb_last
            else relative_before(before, discourse)
        )
        office = office_named_before(sentences, sentence.index, discourse)
        said = (
            [] if sentence.heading else find_sayings(sentence, here, discourse, last, teller, spoke, office)
        )
        found.append(said if sentence.heading else with_papers(said, sentences, sentence.index, discourse))
        outside = [
            s for s in found[-1] if in_dashes(sentence, s) or not sentence.in_quote(_verb_start(sentence, s))
        ]
        # behind "«The investigator told me: sign»" it is still the one quoted who spoke last
        last = outside[-1].voice if outside else last
        outer = [s for s in outside if not s.left_out]
        spoke, spoke_at = (outer[-1].voice, paragraph) if outer else (spoke, spoke_at)
    return found


def _verb_start(sentence: Sentence, saying: Saying) -> int:
    return sentence.words[saying.verb[0]].start


def _teller_before(
    before: list[tuple[Sentence, Ref]], spoke: Voice | None, discourse: Discourse, *, spoke_here: bool = True
) -> Voice | None:
    """Who tells, where one word means he and she: whom the paragraph began with, or who spoke last.

    "Ерасылдың анасы ұлының тірі екеніне сенеді: «Балам тірі», – дейді ол": she does.
    """
    just_before = _told_of_right_before(before, discourse)
    if just_before is not None:
        return just_before
    for sentence, ref in before:
        if ref.form == "pronoun" or ref.who.group or sentence.in_quote(ref.start):
            continue
        if stands_oblique(sentence, ref, discourse.lang) or _apposed_to_oblique(
            sentence, ref, before, discourse
        ):
            continue  # "Ерланның анасы": the name only says whose mother
        if ref.who.role in TELLERS:
            return Voice(ref.who.role, ref.who.label, ref.who)
        earlier = sentence is not before[-1][0]
        if earlier and (not spoke_here or _quotes_an_i(before[-1][0], discourse)):
            return None  # "Сотталушы кінәсін мойындады. «Мені ешкім зорлаған жоқ», — деді ол": he does
        break
    if spoke is None or spoke.who is None:
        return None
    if spoke.kind == "source" and before and not _quotes_an_i(before[-1][0], discourse):
        return spoke  # «Алмаз декабрда каза болгон», – дейт ал: not the one of whom it tells
    return spoke if spoke.kind in _GO_ON else None


def _apposed_to_oblique(
    sentence: Sentence, ref: Ref, before: list[tuple[Sentence, Ref]], discourse: Discourse
) -> bool:
    """ "Досы Нұрлан Әбеновтің анасы": the noun right before a name stands in its case."""
    return any(
        s is sentence
        and r.who is ref.who
        and r.first == ref.last + 1
        and stands_oblique(s, r, discourse.lang)
        for s, r in before
    )


def _quotes_an_i(sentence: Sentence, discourse: Discourse) -> bool:
    """Whether a quotation that ends in the sentence says "I", in whichever of its sentences."""
    words = [w for start, stop in sentence.quotes for w in discourse.text[start:stop].split()]
    return says_an_i(words, discourse)


def _told_of_right_before(before: list[tuple[Sentence, Ref]], discourse: Discourse) -> Voice | None:
    """ "Падараш инро рад мекунад. «Писарам занг намезанад», мегӯяд ӯ": the relative with whom the last
    sentence outside a quotation begins.
    """
    outside = [s for s, r in before[:-1] if not s.in_quote(r.start) and not s.quotes]
    if not outside or before[-1][0].index - outside[-1].index > QUOTE_BEHIND:
        return None
    first = next((r for s, r in before if s is outside[-1] and r.form != "pronoun"), None)
    if first is None or first.first > 0 or first.who.role not in TELLERS or first.who.group:
        return None
    low = outside[-1].words[first.last].low
    if low.endswith(discourse.grammar.oblique_endings):
        return None
    return Voice(first.who.role, first.who.label, first.who)


def _told_over(heading: Sentence, discourse: Discourse) -> list[Scope]:
    own = _own_words_over(heading, discourse) or of_office_at_colon(heading, discourse)
    return own or _of_a_relative_over(heading, discourse)


def _of_a_relative_over(heading: Sentence, discourse: Discourse) -> list[Scope]:
    """ "Мать солдата: сына обманули": a relative before the colon of a heading says what stands behind."""
    colon = next((i for i, t in enumerate(heading.words) if t.low == ":"), 0)
    kin = [h for h in heading.hits if h.cue.kind == "kin" and h.last < colon and "count" not in h.cue.flags]
    if not 0 < colon <= HEADING_SPEAKER or len(kin) != 1:
        return []
    if heading.words[kin[0].last].low.endswith(endings_of(discourse.lang, "oblique_endings")):
        return []
    voice = Voice("relative", discourse.text[kin[0].start : kin[0].stop])
    return [Scope(colon + 1, len(heading.words) - 1, voice)]


def _own_words_over(heading: Sentence, discourse: Discourse) -> list[Scope]:
    """ "«Вдома мене вже поховали»: у полоні ...": an "I" quoted over a text, with no relative, is his."""
    who = discourse.first_subject()
    if who is None or discourse.narrates == "source":
        return []
    if any(h.cue.kind in {"kin", "say", "according"} for h in heading.hits):
        return []
    own = discourse.grammar.singular_first
    return [
        Scope(first, last, Voice("self", who.label, who))
        for first, last in speech_quotes(heading, discourse.text)
        if any(t.low in own for t in heading.words[first : last + 1])
    ]


def _opens_in_his_words(sentence: Sentence) -> bool:
    """ "По его словам, ...": words for what somebody says, with a pronoun in them, begin the sentence."""
    return any(
        said.cue.kind == "according"
        and said.first <= 1
        and any(p.cue.kind == "pron" and said.first <= p.first <= said.last for p in sentence.hits)
        for said in sentence.hits
    )


def _offices_own(
    sentences: list[Sentence], sayings: list[list[Saying]], own: Voice, discourse: Discourse
) -> Voice:
    """A text that an office opens as only offices do ("с прискорбием извещает") is the office's."""
    if own.kind != "press" or told_by_outlet(sentences, lang=discourse.lang):
        return own
    if _signed_by_an_office(sentences):
        return Voice("official")
    opening = [
        saying.voice
        for sentence, said in zip(sentences[:OPENING], sayings[:OPENING], strict=True)
        for saying in said
        if saying.voice.kind == "official" and _in_office_style(sentence)
    ]
    others = any(s.voice.kind in _NO_RELEASE and not s.left_out for said in sayings for s in said)
    return Voice("official", opening[0].label, opening[0].who) if opening and not others else own


def _signed_by_an_office(sentences: list[Sentence]) -> bool:
    """ "... Bog'iston MFY raisi R. Xudoyberganov": a notice whose last line is an office and a name."""
    if not sentences:
        return False
    last = sentences[-1]
    words = [t for t in last.words if t.kind == "word"]
    office = any(h.cue.kind == "person" and h.cue.property == "official" for h in last.hits)
    tells = any(h.cue.kind in {"event", "say", "according", "kin"} for h in last.hits)
    alone = len(sentences) > OPENING and last.paragraph != sentences[-2].paragraph and last.entry is None
    return alone and office and not tells and len(words) <= SIGNED_WITH and words[-1].text[:1].isupper()


def _editor_writes(sentence: Sentence, paragraph: int) -> bool:
    """ "UPD 10.02. Админ на связи.": from this paragraph on it is the channel's voice again."""
    return sentence.paragraph != paragraph and any(
        is_jargon(h, "editor") and h.first <= 1 for h in sentence.hits
    )


def _who_begins(sentence: Sentence, said: list[Saying], held: Voice, narrator: Voice, own: Voice) -> Voice:
    """Whose a sentence is before its own words for that: in an interview whoever answers."""
    if sentence.turn:
        held = narrator if sentence.turn == "answer" else PRESS
    if not said and held.kind in _PASS_ON and _opens_with_an_office(sentence):
        return own  # "Минобороны на её запрос не ответило": no witness tells of it
    if not said and held.kind in _LIVED and own.kind == "press" and gives_background(sentence):
        return own
    if held.kind in _LIVED and own.kind == "press" and _office_answers(sentence, said):
        return own  # "Посольство на лист матері відповіло, що": the outlet tells that she wrote
    return held


def _base(sentence: Sentence, said: list[Saying], held: Voice, own: Voice) -> Voice:
    """ "We met him in a camp": outside quotations the "we" is the outlet's, whoever told before."""
    met = any(is_jargon(h, "outlet_met") and not sentence.in_quote(h.start) for h in sentence.hits)
    met = met or (held.kind in _NO_WE and _opens_with_we(sentence))
    return own if met and not said and own.kind == "press" else held


def _opens_with_we(sentence: Sentence) -> bool:
    """ "We had mistaken him for another": who retells a mother or an office says no "we" for her."""
    opens = sentence.words[0].low
    return (
        opens in of_any_language("we_words")
        and not sentence.turn
        and not sentence.quotes
        and not sentence.heading
    )


def _opens_with_an_office(sentence: Sentence) -> bool:
    offices = {"official", "recruiter"}
    return any(h.cue.kind == "org" and h.cue.property in offices and h.first <= 1 for h in sentence.hits)


def _office_answers(sentence: Sentence, said: list[Saying]) -> bool:
    """An office that opens the sentence is whoever says something in it, outside quotation marks."""
    outer = [s for s in said if not s.left_out and not _inside_a_quotation(sentence, s)]
    return bool(outer) and outer[0].voice.kind == "official" and _opens_with_an_office(sentence)


def _in_office_style(sentence: Sentence) -> bool:
    """Not by the office alone: "деп хабарлады соттың баспасөз қызметі", "как рассказал военный комиссар"."""
    offices = [h for h in sentence.hits if h.cue.kind in {"org", "person"}]
    return any(
        is_jargon(h, "office_style") and not any(o.first <= h.first <= o.last for o in offices)
        for h in sentence.hits
    )


def _of_unsigned_quotes(
    sentence: Sentence,
    spoken: dict[tuple[int, int], Voice],
    last: Voice | None,
    introduced: dict[tuple[int, int], Voice],
    discourse: Discourse,
) -> list[Scope]:
    """A long quotation that nobody signs: the last one quoted, a paper that is announced, or an "I"."""
    found = []
    for quote in sentence.quotes:
        words = discourse.text[quote[0] : quote[1]].split()
        rung = rung_up(sentence, quote)
        fewest = SPEECH_WORDS if rung else WHOLE_QUOTE if _is_all(sentence, quote) else LONG_QUOTE
        if quote in spoken or len(words) < fewest:
            continue
        says_i = says_an_i(words, discourse)
        who = discourse.focuses[sentence.index]
        voice = last or introduced.get(quote)
        if voice is None and says_i and who is not None and who.role == "subject":
            voice = Voice("self", who.label, who)
        inside = [i for i, t in enumerate(sentence.words) if quote[0] <= t.start < quote[1]]
        if voice is not None and inside:
            found.append(Scope(inside[0], inside[-1], voice))
    return found


def _of_letters(sentence: Sentence, introduced: dict[tuple[int, int], Voice]) -> list[Scope]:
    """What stands in a quotation of several sentences whose speaker is introduced before it."""
    found = []
    for quote, voice in introduced.items():
        inside = [i for i, t in enumerate(sentence.words) if quote[0] <= t.start < quote[1]]
        if inside and (quote[0] < sentence.start or quote[1] > sentence.stop):
            found.append(Scope(inside[0], inside[-1], voice))
    return found


def _letter(
    sentence: Sentence, introduced: dict[tuple[int, int], Voice], discourse: Discourse
) -> Voice | None:
    """Whose letter of several paragraphs the sentence is a part of."""
    return next(
        (v for (a, b), v in introduced.items() if a <= sentence.start < b and "\n" in discourse.text[a:b]),
        None,
    )


def _is_all(sentence: Sentence, quote: tuple[int, int]) -> bool:
    """Whether nothing but the quotation stands in the sentence."""
    return all(quote[0] - 1 <= t.start < quote[1] + 1 for t in sentence.words if t.kind != "mark")


def _announced(
    sentences: list[Sentence], sayings: list[list[Saying]], discourse: Discourse
) -> dict[tuple[int, int], Voice]:
    """ "... айтат:" at the end of a paragraph: what the next one quotes is theirs."""
    found: dict[tuple[int, int], Voice] = {}
    for before, sentence in pairwise(sentences):
        said = sayings[before.index]
        if said and discourse.text[: before.stop].rstrip().endswith(":"):
            found |= {quote: said[-1].voice for quote in sentence.quotes if quote[0] == sentence.start}
    return found


def _of_quotes(sentence: Sentence, spoken: dict[tuple[int, int], Voice], discourse: Discourse) -> list[Scope]:
    """The parts of the sentence that stand in a quotation whose speaker is known."""
    return [
        Scope(first, last, spoken[quote])
        for quote in sentence.quotes
        if quote in spoken
        for first, last in speech_quotes(sentence, discourse.text)
        if quote[0] <= sentence.words[first].start and sentence.words[last].stop <= quote[1]
    ]


def _who_goes_on(sentence: Sentence, said: list[Saying], held: Voice, own: Voice) -> Voice:
    """Whose voice the next sentence carries: the last one's who spoke, unless they say things only once.

    Behind a paper or a neighbour the outlet goes on, whoever told before: "В извещении сказано ...".
    """
    for saying in reversed([s for s in said if not _inside_a_quotation(sentence, s)]):
        if saying.scopes and (saying.holds or saying.once):
            return _held(saying.voice) if saying.holds else own
    return held


def _held(voice: Voice) -> Voice:
    return Voice(_GOES_ON_AS.get(voice.kind, voice.kind), voice.label, voice.who)


def _first_told_of(sentences: list[Sentence], refs: list[list[Ref]], first: Sentence) -> Sentence:
    """The sentence that says of whom a paragraph tells: its first, or the next where that names nobody."""
    after = sentences[first.index + 1 : first.index + 2]
    silent = not refs[first.index] and not any(h.cue.kind in _BRINGS_IN for h in first.hits)
    if silent and after and after[0].paragraph == first.paragraph and not after[0].quotes:
        return after[0]
    return first


def _goes_on(
    opens: Sentence,
    sentence: Sentence,
    refs: list[list[Ref]],
    held: Voice,
    discourse: Discourse,
    colons: dict[tuple[int, int], Voice],
) -> bool:
    """A man who tells of himself goes on in the next paragraph where it begins with him.

    Not one whom the outlet only quoted behind a colon.

    Args:
        opens: The first sentence of the paragraph.
        sentence: The first that tells of anybody.
    """
    if held.kind != "self" or any(h.cue.property in _NOT_HIS_TO_TELL for h in (*opens.hits, *sentence.hits)):
        return False
    if any(v.who is held.who for v in colons.values()):
        return False
    first = next((r for r in refs[sentence.index] if r.who.role == "subject" and not r.who.group), None)
    return (
        first is not None
        and first.who is held.who
        and not stands_oblique(sentence, first, discourse.lang)
        and not any(h.cue.kind in {"org", "court"} and h.first < first.first for h in sentence.hits)
    )


def _brings_in_another(refs: list[Ref], held: Voice) -> bool:
    """True where the sentence names a subject not met before: the voice before spoke of somebody else."""
    return held.kind not in {"press", "case"} and any(
        r.new and r.form == "name" and r.who.role == "subject" and not r.who.group for r in refs
    )


def _turns_to_a_relative(refs: list[Ref], held: Voice) -> bool:
    """ "His elder sister, Mavjuda, tells a different story": the outlet's again, whoever spoke before.

    So it is where a witness opens the sentence behind an office: "Sinfdoshi Jamshid uni mayda ko'rgan".
    """
    first = next((r for r in refs if r.form != "pronoun" and r.who is not held.who), None)
    roles = {"relative", "official", *({"source"} if held.kind == "official" else ())}
    new = first is not None and first.new and first.who.role in roles and first.first <= 1
    return held.kind in _STEPS_BACK and new


def _scopes(saying: Saying, voices: Voices, sentence: Sentence) -> list[Scope]:
    """The words of a saying; what a stranger tells inside a mother's words reaches us through her.

    The words that name a speaker are the outlet's, or those of a relative who goes on telling.
    """
    outer = voices.at(saying.first)
    if saying.left_out and outer.kind != "relative":
        return []
    inside = any(s.first <= saying.first <= s.last for s in voices.scopes)
    inside = inside or _relative_tells(outer, saying.voice)
    passed_on = inside and outer.who is not saying.voice.who and outer.kind not in {"told", *PAPERS}
    passed_on = passed_on and saying.voice.kind not in PAPERS  # whoever shows a paper, it is the paper's word
    # a wife who writes that "they answered that ..." gives the office's own words
    writers = voices.writes(outer) or (voices.own.kind == "relative" and outer.who is voices.own.who)
    passed_on = passed_on and not (saying.voice.kind == "official" and writers)
    found = list(saying.scopes)
    if passed_on:
        chain = (*saying.voice.chain, *((saying.voice.label,) if saying.voice.label else ()))
        told = Voice("told", outer.label, outer.who, chain)
        around = [s for s in voices.scopes if s.first <= saying.first <= s.last]
        first = max((s.first for s in around), default=0)
        last = min((s.last for s in around), default=max((s.last for s in found), default=0))
        found = [
            Scope(max(s.first, first), min(s.last, last), told)
            for s in found
            if s.first <= last and s.last >= first
        ]
    elif saying.speaker and (
        voices.base.kind not in {"relative", "told"}
        or voices.base.who is saying.voice.who
        or (saying.voice.kind == "official" and voices.own.kind == "press")
    ):
        # who answers a question names those who told them: "Отец сказал: беги"
        found.append(Scope(*saying.speaker, voices.base if sentence.turn == "answer" else voices.own))
    return found


def _relative_tells(outer: Voice, inner: Voice) -> bool:
    """ "Он сам набрал: сижу в Каменке": it reaches us through the relative who goes on telling."""
    return outer.kind == "relative" and inner.kind in {"self", "source"}


def _of_news(sentence: Sentence, held: Voice, discourse: Discourse) -> list[Scope]:
    """ "Residents began receiving word that ...": what follows was told them, nobody says by whom."""
    found = []
    ours = endings_of(discourse.lang, "we_say_endings")
    for hit in sentence.hits:
        if hit.cue.kind == "event" and hit.cue.property == "death_reported":
            if any(t.low.endswith(ours) for t in sentence.words[hit.first : hit.first + 2]):
                continue  # "хабар медиҳем, ки ...": the one who writes reports it
            that = that_behind(sentence, hit)
            if that is not None:
                found.append(Scope(that, len(sentence.words) - 1, Voice("told", held.label, held.who)))
    return found


def _speakers_of_quotes(
    sentences: list[Sentence], sayings: list[list[Saying]]
) -> dict[tuple[int, int], Voice]:
    """Quotation -> who says it; one that runs over several sentences has its speaker in one of them."""
    return {
        quote: _held(saying.voice) if saying.voice.kind == "told" else saying.voice
        for sentence, said in zip(sentences, sayings, strict=True)
        for quote in sentence.quotes
        for saying in said
        if not (saying.left_out and (saying.quoted or _nested(sentence, quote)))
        and (not quote[0] < sentence.words[saying.first].start < quote[1] or in_dashes(sentence, saying))
        and any(_meet(sentence, scope, quote) for scope in saying.scopes)
    }


def _inside_a_quotation(sentence: Sentence, saying: Saying) -> bool:
    """ "“... and an officer said, sign.”": whoever is quoted passes it on, and the officer does not go on."""
    inside = sentence.in_quote(sentence.words[saying.verb[0]].start)
    return inside and not saying.left_out and not in_dashes(sentence, saying)


def _nested(sentence: Sentence, quote: tuple[int, int]) -> bool:
    """ "«Ол "аға, мені ұстады" деді», – дейді ағасы": what a speaker quotes is told by the speaker."""
    return any(a <= quote[0] and quote[1] <= b and (a, b) != quote for a, b in sentence.quotes)


def _meet(sentence: Sentence, scope: Scope, quote: tuple[int, int]) -> bool:
    return quote[0] <= sentence.words[scope.first].stop and sentence.words[scope.last].start < quote[1]
