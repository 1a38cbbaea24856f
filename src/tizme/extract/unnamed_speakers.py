"""Who says it where no mention of the sentence does: a pronoun left out, a trade, whoever spoke before."""

from __future__ import annotations

from dataclasses import replace

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.dash_speakers import WITH_DASHES, signs_what_is_said
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of
from tizme.extract.hearers import listener_of
from tizme.extract.speech import MARKS_BEFORE, THAT_WITHIN, is_passive, speech_quotes, that_behind
from tizme.extract.spoken import TELLERS, Saying, as_saying
from tizme.extract.voices import Scope, Voice
from tizme.extract.who import Ref, Who

TRADE_WORDS = 4  # tokens of "волонтёр-медик"
QUOTE_BESIDE = 3  # tokens from a quotation to the verb that says it, marks among them
_NO_SPEAKERS_YET = frozenset({"occupation", "group"})  # "по словам односельчан": a group is told of elsewhere
# Of what closes an entry: somebody who is known otherwise, or no speaker at all.
_SPEAK_OTHERWISE = frozenset({"pron", "kin", "org", "court", "say", "mark"})
_WITHOUT_ARTICLES = frozenset({"ru", "uk"})
_SOME = frozenset({"a", "an", "his", "her", "their", "one", "another"})
_QUALIFIES = frozenset({"former", "retired", "local", "village", "old", "young", "fellow", "school"})
_SAID_BEFORE = frozenset({",", "!", "?", "…", '"'})  # before the dash behind what is said
TO_ME_WITHIN = 3  # tokens from "to me" to the verb: "мне ведь писали"
_TO_ME = frozenset({"мне", "нам", "мені"})
THAT_NEAR = 3  # tokens from a verb that opens its sentence to its "that", a comma among them
_TELLS_NOW = {"ru": ("ет", "ит"), "uk": ("є", "ить", "же", "ше")}  # ends of "говорит", "розповідає"
PLACE_WORDS = 4  # tokens of "дар шабакаҳои иҷтимоӣ"
_IN = frozenset({"дар"})  # before a place, of a language whose owners stand behind
_IS_SAID = frozenset({"мешавад", "мешуд", "шуд", "шудааст"})  # behind "гуфта"
_CASED = ("ом", "ем", "єм", "ою", "ею", "єю", "ам", "ям", "ах", "ях", "ами", "ями")  # of no subject
_PARTS = frozenset({",", "-"})  # around a verb of saying put in passing


def by_one_just_named(
    sentence: Sentence, say: Hit, last: Voice | None, discourse: Discourse
) -> Saying | None:
    """ "«...», – деді әкім": a noun that is no mention closes the sentence; it is whoever spoke before."""
    if last is None or last.who is None or last.kind not in TELLERS or not discourse.grammar.verb_last:
        return None
    behind = [t for t in sentence.words[say.last + 1 :] if t.kind == "word"]
    known = {h.first for h in sentence.hits if h.cue.kind in {"kin", "pron", "org", "person"}}
    if len(behind) != 1 or behind[0].text[:1].isupper() or sentence.words.index(behind[0]) in known:
        return None
    closes = any(0 < say.first - b <= QUOTE_BESIDE for _, b in speech_quotes(sentence, discourse.text))
    return as_saying(sentence, say, None, last, discourse) if closes else None


def in_their_words(sentence: Sentence, say: Hit, teller: Voice | None, discourse: Discourse) -> Saying | None:
    """ "Айтуынша, ...", "Aytishicha, ...": the ending alone says "his" or "her", of whoever tells."""
    if teller is None or "theirs" not in say.cue.flags or sentence.in_quote(say.start):
        return None
    return as_saying(sentence, say, None, teller, discourse)


def in_passing(sentence: Sentence, say: Hit, voice: Voice | None, discourse: Discourse) -> Saying | None:
    """ "Восени, розповідає, його зупинили": a verb between commas has whoever spoke last for its speaker."""
    if voice is None or voice.kind not in TELLERS | {"self"} or discourse.lang not in {"ru", "uk"}:
        return None
    words = sentence.words
    parted = (
        say.first > 0
        and say.last + 1 < len(words)
        and {words[say.first - 1].low, words[say.last + 1].low} <= _PARTS
    )
    many = words[say.first].low.endswith(endings_of(discourse.lang, "they_say_endings"))
    one = voice.who is None or not voice.who.group
    if not parted or say.cue.kind != "say" or (many and one):
        return None
    return as_saying(sentence, say, None, voice, discourse)


def by_whoever_told(
    sentence: Sentence, say: Hit, last: Voice | None, teller: Voice | None, discourse: Discourse
) -> Saying | None:
    """ "Мегӯянд, ки ...", "Дар деҳа мегӯянд, ки ...": whoever told before goes on, or so it is said.

    Of a verb that opens its sentence, where nobody stands before it and "that" right behind.
    """
    words, rules = sentence.words, discourse.grammar
    behind = [t.low for t in words[say.last + 1 : say.last + 1 + THAT_NEAR]]
    opens = say.first == 0 or (words[0].low in _IN and say.first <= PLACE_WORDS)
    if not (rules.verb_last and rules.owner_behind) or say.cue.kind != "say" or not opens:
        return None
    if any(is_jargon(h, "answers") and h.first == say.first for h in sentence.hits):
        return None  # "Посух омад, ки ...": of whom an office was asked, and it is the office's
    bare = say.first == 0 and behind[:1] == [","]  # "Мегӯянд, ӯ ҳалок шуд"
    if not (bare or rules.that_words & set(behind)) or sentence.in_quote(say.start):
        return None
    passive = behind[0] in _IS_SAID
    many = words[say.last].low.endswith(endings_of(discourse.lang, "they_say_endings"))
    voice = next((v for v in (last, teller) if v is not None and v.kind in TELLERS), None)
    several = voice is not None and (voice.who is None or voice.who.group)
    if voice is not None and say.first == 0 and not passive and several == many:
        return as_saying(sentence, say, None, voice, discourse)
    if not (many or passive):
        return _whom_it_is_about(sentence, say, discourse)
    heard = Voice("hearsay", discourse.text[say.start : say.stop])
    return replace(as_saying(sentence, say, None, heard, discourse), holds=False, once=True)


def by_one_who_goes_on(
    sentence: Sentence, say: Hit, last: Voice | None, discourse: Discourse
) -> Saying | None:
    """ "Каже, завербували в СІЗО", "Рассказывает, что": a verb in the present that opens a sentence.

    Whoever spoke last goes on, else he whom the text is about.
    """
    endings = _TELLS_NOW.get(discourse.lang, ())
    low, behind = sentence.words[say.last].low, sentence.words[say.last + 1 : say.last + 2]
    if say.first > 0 or say.cue.kind != "say" or not endings or not low.endswith(endings):
        return None
    if not behind or behind[0].low != "," or sentence.in_quote(say.start) or sentence.turn:
        return None
    if last is not None and last.kind in TELLERS | {"self"}:
        return as_saying(sentence, say, None, last, discourse)
    return _whom_it_is_about(sentence, say, discourse)


def _whom_it_is_about(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Мегӯяд, ки дар Казон кор мекард": where nobody told before, he who is spoken of goes on to tell."""
    who = discourse.focuses[sentence.index]
    if say.first > 0 or who is None or who.role != "subject" or who.group:
        return None
    return as_saying(sentence, say, None, Voice("self", who.label, who), discourse)


def said_in_a_place(
    sentence: Sentence, say: Hit, discourse: Discourse
) -> list[tuple[float, Voice, int, int]]:
    """ "Дар бригада тасдиқ карданд, ки ...": in a unit, a prison or a hospital several say it."""
    words, rules = sentence.words, discourse.grammar
    if not (rules.verb_last and rules.owner_behind) or say.cue.kind != "say" or words[0].low not in _IN:
        return []
    if not words[say.last].low.endswith(endings_of(discourse.lang, "they_say_endings")):
        return []
    place = next(
        (
            h
            for h in sentence.hits
            if h.first <= 1 <= h.last < say.first
            and (h.cue.kind in {"unit", "prison"} or is_jargon(h, "hospital"))
        ),
        None,
    )
    parted = place is None or any(t.kind == "mark" and t.low == "," for t in words[place.last : say.first])
    if place is None or parted or sentence.in_quote(say.start):
        return []
    return [(0.0, Voice("official", discourse.text[place.start : place.stop]), 0, place.last)]


def told_passively(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """What relatives were told, by nobody knows whom; the sentences behind are the outlet's again."""
    hearers = [r for r in refs if r.last < say.first and r.who.role == "relative"]
    if not hearers or not any(t.kind == "word" for t in sentence.words[say.last + 1 :]):
        return None  # "the next of kin have been notified": nobody says of what
    hearer = hearers[-1]
    voice = Voice("told", hearer.who.label, hearer.who)
    spoken = as_saying(sentence, say, (hearer.first, hearer.last), voice, discourse)
    return replace(spoken, holds=False)


def told_by_nobody(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """ "Ей сказали, что он погиб": nobody says who told it, but somebody was told."""
    listener = listener_of(sentence, say, refs, None, discourse)
    if listener is None and _they_told_me(sentence, say, discourse):
        return replace(as_saying(sentence, say, None, Voice("told"), discourse), holds=False)
    if listener is None:
        return None
    voice = Voice("told", listener.label, listener)
    return as_saying(sentence, say, None, voice, discourse)


def _they_told_me(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "«Мне сказали, что он погиб», — говорит отец": he was told it, by nobody knows whom."""
    before = sentence.words[max(0, say.first - TO_ME_WITHIN) : say.first]
    return (
        say.cue.kind == "say"
        and any(t.low in _TO_ME for t in before)
        and all(t.kind == "word" for t in before[-1:])
        and (sentence.in_quote(say.start) or discourse.narrates == "relative")
        and sentence.words[say.first].low.endswith(endings_of(discourse.lang, "they_say_endings"))
        and that_behind(sentence, say) is not None
    )


def by_a_witness(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> Saying | None:
    """ "... со слов санитара", "по словам медсестры": one known by a trade alone; nobody to be told of.

    At the end of an entry of a list any plain noun will do: "- санитардын айтуусунда", ", дейт санитар".
    """
    behind = _nouns_behind(sentence, say, refs, discourse)
    if behind is not None:
        words = " ".join(t.text for t in sentence.words[behind[0] : behind[1] + 1])
        spoken = as_saying(sentence, say, behind, Voice("hearsay", words), discourse)
        return replace(spoken, holds=False, once=True)
    trade = _trade_beside(sentence, say, refs, discourse)
    if trade is not None:
        spoken = as_saying(sentence, say, trade, Voice("hearsay", sentence.words[trade[0]].text), discourse)
        return replace(spoken, holds=False, once=True)
    closes = sentence.entry is not None and not any(t.kind == "word" for t in sentence.words[say.last + 1 :])
    if say.cue.kind != "according" and not (closes and discourse.grammar.verb_last):
        return None
    at = say.last + 1 if "after" in say.cue.flags else say.first - 1
    if not 0 <= at < len(sentence.words) or any(r.first <= at <= r.last for r in refs):
        return None
    token = sentence.words[at]
    known = any(h.cue.kind == "occupation" and h.first <= at <= h.last for h in sentence.hits)
    taken = any(h.cue.kind not in _NO_SPEAKERS_YET and h.first <= at <= h.last for h in sentence.hits)
    plain = token.kind == "word" and token.low == token.text and not taken
    ends = at == len(sentence.words) - 1 or sentence.words[at + 1].low in {".", ")"} or at < say.first
    trade_alone = plain and ends and sentence.entry is not None and say.cue.kind == "according"
    comma = at + 1 == len(sentence.words) or sentence.words[at + 1].low in {",", ".", ")"}
    in_prose = plain and comma and discourse.lang in _WITHOUT_ARTICLES and say.cue.kind == "according"
    if not (known or trade_alone or in_prose):
        return None
    spoken = as_saying(sentence, say, (at, at), Voice("hearsay", token.text), discourse)
    return replace(spoken, holds=False, once=True, closes_entry=spoken.closes_entry or closes)


def by_a_tradesman(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "A taxi driver said", "according to his teacher": known by a trade alone."""
    if discourse.lang != "en" or is_passive(sentence, say, discourse.lang):
        return None
    # "..., said a driver", "according to a driver"; not "lists him as a driver"
    closes = say.first > 0 and sentence.words[say.first - 1].low in MARKS_BEFORE
    may_follow = closes or "after" in say.cue.flags
    for hit in (h for h in sentence.hits if h.cue.kind == "occupation"):
        first, article = hit.first, sentence.words[hit.first - 1].low if hit.first else ""
        if article in _QUALIFIES and first > 1:
            first, article = first - 1, sentence.words[first - 2].low
        known = article in _SOME or (article == "the" and sentence.words[hit.first - 1].low in _QUALIFIES)
        beside = hit.last + 1 == say.first or (may_follow and first - 2 == say.last)
        if beside and known and sentence.in_quote(hit.start) == sentence.in_quote(say.start):
            voice = Voice("hearsay", discourse.text[sentence.words[first - 1].start : hit.stop])
            spoken = as_saying(sentence, say, (first - 1, hit.last), voice, discourse)
            return replace(spoken, holds=False, once=True)
    return None


def _trade_beside(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[int, int] | None:
    """ "«...», — каже таксист", "Медсестра розповіла, що": one known by a trade, beside the verb."""
    if discourse.lang not in WITH_DASHES or say.cue.kind != "say" or sentence.in_quote(say.start):
        return None
    signed = signs_what_is_said(sentence, say)
    for h in sentence.hits:
        beside = (signed and h.first == say.last + 1) or h.last == say.first - 1
        if (
            h.cue.kind != "occupation"
            or not beside
            or any(r.first <= h.last and h.first <= r.last for r in refs)
        ):
            continue
        plain = not sentence.words[h.last].low.endswith(_CASED)
        if plain:
            return h.first, h.last
    return None


def _nouns_behind(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[int, int] | None:
    """Plain nouns behind a verb of saying that close an entry: "..., говорит волонтёр-медик.".

    Or the sentence behind a quotation, where the verb stands last: "«...», – дейді хирург.", and there a
    name that no mention is, too: "“...”, — deydi qo'shni Muhabbat opa."
    """
    words, first = sentence.words, say.last + 1
    quoted = _closes_a_quotation(sentence, say, discourse)
    if (sentence.entry is None and not quoted) or say.cue.kind != "say" or say.first == 0:
        return None
    last = max((i for i in range(first, len(words)) if words[i].kind == "word"), default=-1)
    if words[say.first - 1].low not in MARKS_BEFORE or not first <= last < first + TRADE_WORDS:
        return None
    own = discourse.grammar.first_person
    plain = all(
        t.kind == "word" and (quoted or t.text.islower()) and t.low not in own
        for t in words[first : last + 1]
    )
    known = any(r.first <= last and first <= r.last and r.form != "nominal" for r in refs)
    taken = any(h.cue.kind in _SPEAK_OTHERWISE and first <= h.first <= last for h in sentence.hits)
    return (first, last) if plain and not known and not taken else None


def _closes_a_quotation(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """Whether a quotation stands before the verb, and behind it no word that says where, how or to whom."""
    grammar = discourse.grammar
    if not grammar.verb_last or sentence.words[say.last].low in grammar.said_words:
        return False  # "«...» деген жазу шықты": nobody says it
    if not any(0 < say.first - b <= QUOTE_BESIDE for _, b in speech_quotes(sentence, discourse.text)):
        return False
    behind = [t.low for t in sentence.words[say.last + 1 :] if t.kind == "word"]
    return bool(behind) and not behind[-1].endswith(
        (*grammar.oblique_endings, *grammar.locative_endings, *("п", "б", "p", "b"))
    )


def of_this_before(sentence: Sentence, say: Hit) -> bool:
    """ "Так ... написала", "That is how his sister tells it": it went before."""
    return any(is_jargon(h, "of_this") and h.first <= 1 and h.first < say.first for h in sentence.hits)


def says_something(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """True where "that" or a quotation follows, or the verb closes a quotation: "«...», — пригадує він".

    So it is behind "this" that went before: "Так газеті написала його сестра".
    """
    words = discourse.grammar.that_words
    if of_this_before(sentence, say):
        return True
    behind = {t.low for t in sentence.words[say.last + 1 : say.last + 1 + THAT_WITHIN]}
    if bool(behind & (words | {":"})) or _behind_a_dash(sentence, say, discourse):
        return True
    closing = _PARTS if discourse.grammar.verb_last else {"-"}  # Tajik "«...», пурсид падараш"
    if discourse.lang in WITH_DASHES and signs_what_is_said(sentence, say):
        return True
    return any(
        a > say.last or (0 < say.first - b <= QUOTE_BESIDE and sentence.words[say.first - 1].low in closing)
        for a, b in speech_quotes(sentence, discourse.text)
    )


def _behind_a_dash(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "«Он ушел, — плачет мать. — ...»", "— Он ушел, — плачет мать": what was said ends before the dash."""
    before = [t.low for t in sentence.words[max(0, say.first - 2) : say.first]]
    return discourse.lang in {"ru", "uk"} and before[1:] == ["-"] and before[0] in _SAID_BEFORE


def by_one_left_out(sentence: Sentence, say: Hit, discourse: Discourse) -> Saying | None:
    """ "Сказал, что подписал контракт": whom the text is about says it, and the verb alone tells so."""
    who = discourse.focuses[sentence.index]
    if say.cue.kind != "say" or who is None or who.role != "subject" or who.group:
        return None
    if discourse.grammar.verb_last:
        return _left_out_before_verb(sentence, say, who, discourse)
    if discourse.lang not in {"ru", "uk"}:
        return None
    low = sentence.words[say.first].low
    in_past = low.endswith("в" if discourse.lang == "uk" else "л") and who.sex != "female"
    if not in_past or not says_something(sentence, say, discourse):
        return None
    spoken = as_saying(sentence, say, None, Voice("self", who.label, who), discourse)
    quote = next(((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= say.first <= b), None)
    scopes = spoken.scopes
    if quote is not None:  # the words of the one who is quoted end with the quotation
        scopes = tuple(replace(s, last=min(s.last, quote[1])) for s in scopes if s.first <= quote[1])
    else:
        # "Вышел на связь 19.02 из района Работино, сказал «едем»": before the verb the text goes on itself
        scopes = tuple(s for s in scopes if s.first > say.first)
    return replace(spoken, scopes=scopes, holds=False, left_out=True)


def _left_out_before_verb(sentence: Sentence, say: Hit, who: Who, discourse: Discourse) -> Saying | None:
    """ "Октябрда чалып, «апа, мени алып кетишти» деди": a quotation beside a verb not of an "I"."""
    if sentence.words[say.last].low.endswith(endings_of(discourse.lang, "i_say_endings")):
        return None
    quote = next(
        (
            (a, b)
            for a, b in speech_quotes(sentence, discourse.text)
            if 0 < say.first - b <= QUOTE_BESIDE or 0 < a - say.last <= QUOTE_BESIDE
        ),
        None,
    )
    voice = Voice("self", who.label, who)
    if quote is None and (_himself_before(sentence, say) or _told_me(sentence, say, discourse)):
        return replace(as_saying(sentence, say, None, voice, discourse), holds=False, left_out=True)
    if quote is None:
        return None
    return Saying(
        voice, None, (say.first, say.last), (Scope(*quote, voice),), holds=False, left_out=True, quoted=True
    )  # fmt: skip


def _told_me(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "«Шартнома туздим, деди», — дейди онаси", "«гуфт, ки имзо кардам»": in what a relative says he does.

    Of a verb that means no "I" and no "they" and stands inside a quotation, or in a relative's own letter;
    that he lives she hears herself.
    """
    last = sentence.words[say.last].low
    several = last.endswith(endings_of(discourse.lang, "they_say_endings"))
    lives = any(h.cue.kind == "event" and h.cue.property == "seen_alive" for h in sentence.hits)
    if several or lives or last in discourse.grammar.said_words:
        return False
    if not sentence.in_quote(say.start) and discourse.narrates != "relative":
        return False
    return that_behind(sentence, say) is not None or _closes_a_clause(sentence, say)


def _closes_a_clause(sentence: Sentence, say: Hit) -> bool:
    """ "..., кетип жатам, деди.": what is said stands before the verb, and no more of the clause behind."""
    words = sentence.words
    behind = words[say.last + 1].kind if say.last + 1 < len(words) else "mark"
    told = any(h.cue.kind == "event" and h.last < say.first for h in sentence.hits)
    return told and behind == "mark"


def _himself_before(sentence: Sentence, say: Hit) -> bool:
    """ "«Өзү мага келишим түздүм деп айткан»": in a relative's words he himself told it to her."""
    himself = [h for h in sentence.hits if is_jargon(h, "himself") and h.last < say.first]
    if not himself or not sentence.in_quote(say.start):
        return False
    at = himself[-1].last
    between = [t.low for t in sentence.words[at + 1 : say.first]]
    opens = at == 0 or sentence.words[himself[-1].first - 1].kind == "mark"
    return opens and not {'"', ";"} & set(between)
