"""Who of a sentence may be the speaker of its verb of saying, and how far each is from it."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import endings_of, of_any_language
from tizme.extract.hearers import LISTENER_GAP, heard_of, is_object, office_is_told, only_hears
from tizme.extract.own_words import acts_in_what_is_said, may_tell_himself, stands_oblique
from tizme.extract.spans import widen_left
from tizme.extract.speech import MARKS_BEFORE, THAT_WITHIN, speech_quotes, that_behind
from tizme.extract.spoken import OPENS, TELLERS
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who
from tizme.names import sex_of
from tizme.text import Token

# In tokens, as gap_cost counts them.
REACH_LEFT, REACH_RIGHT = 30.0, 16.0
SIDE_COST = 2.0  # for a speaker on the side where the verb rarely has one
BESIDE_A_COMMA = 2  # tokens
IN_A_BODY = 3  # tokens from "in" to the body somebody is in: "in the same unit"
OUTLET_WORDS, BEHIND_A_MARK = 3, 2  # words of an outlet's name, and tokens from the verb to its first
TELLER_BEHIND = 5  # tokens from an outlet's name in which whoever told it follows
SELF_COST = 8.0  # the one spoken of says it only where nobody else can
DISAGREES = 6.0  # "подтвердила" beside a man
PAPER_BEHIND = 3  # tokens from a verb of saying to a paper that says it
RUNG_AND_SAID = 2  # tokens from whoever is rung up to "said" behind "and"
COURT_BESIDE = 4  # tokens from a court to its verb of saying
CITED_NAME = 5  # tokens from "in the words of" to the end of a name: "his mother, Zulfiya"
CITED_WITHIN = 2  # tokens from "in the words of" to a group
INSIDE_WITHIN = 4  # tokens from "a source" to the office it is in
SOMEBODY_WITHIN, CALLS_WITHIN = 2, 4  # tokens from "a" to a noun, and from there to the verb of a call
PAPER_OF = 2  # tokens from a paper to the office that wrote it
_HE = frozenset({"he", "she", "they"})  # subjects in English alone
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their"})
LONGEST_SUBJECT = 4  # tokens before the last one of whoever is told of
_SAYS_WITHOUT_THAT = frozenset({"said", "says", "say"})
_BEGIN_A_VERB = frozenset(
    (
        *("had", "has", "have", "was", "were", "is", "are", "did", "does", "would", "could", "will", "never"),
        *("left", "went", "died", "served", "worked", "lived", "joined", "signed", "called", "told", "came"),
    )
)
_OF_THE_VERB = frozenset({"has", "have", "had", "later", "then", "also", "since", "only", "first"})
CLAUSE_OF = 7  # tokens from "who" to the office of its clause
OF_A_BODY = 5  # tokens from "of" to a body: "of the 255 th regiment"
BODY_WITHIN = 2  # tokens between a body and its verb
_HANG_ON = frozenset({"for", "of", "with", "from", "about", "to"})
_SESSIONS = frozenset({"ҷаласаи", "маҷлиси", "мурофиаи", "толори", "бинои"})  # of a court
_IN = frozenset({"дар"})  # before a place in a language that marks it by no ending
_STOPS = frozenset({".", "!", "?"})
_CASES = frozenset({"ru", "uk"})  # where the case of "court" tells whether it says or hears
_LOCATIVE = ("е", "и", "і")  # of an office as the place where something is said
WHERE_WITHIN = 3  # tokens from "in" to the office
_WHERE = frozenset({"в", "во", "на", "у", "при"})  # before it
_WHEN = frozenset(
    {"ходе", "ході", "время", "рамках", "этапе", "етапі", "стадии", "стадії", "процессе", "процесі"}
)
_ONE_SAYS = ("л", "ла", "лся", "лась", "ет", "ит", "в", "вся", "є", "ить")  # of one person
# What an office of each kind speaks as: a recruiting office, too, speaks for the state.
_SPEAKS_AS = {
    "official": "official",
    "recruiter": "official",
    "hearsay": "hearsay",
    "press": "press",
    "document": "document",
}


def outside_what_is_said(
    sentence: Sentence,
    say: Hit,
    candidates: list[tuple[float, Voice, int, int]],
    refs: list[Ref],
    discourse: Discourse,
) -> list[tuple[float, Voice, int, int]]:
    """Without those who act in what somebody else says, where that one stands before them."""
    candidates = _of_the_quotation(sentence, say, candidates, discourse)
    oblique = {(r.first, r.last) for r in refs if stands_oblique(sentence, r, discourse.lang)}
    candidates = [c for c in candidates if not _in_a_clause(sentence, c[2], c[3], say, discourse)]
    begins = min((c[3] for c in candidates if c[2:] not in oblique), default=len(sentence.words))
    inside = [
        c for c in candidates if c[2] > begins and acts_in_what_is_said(sentence, c[3], say, discourse.lang)
    ]
    return [c for c in candidates if c not in inside]


def _in_a_clause(sentence: Sentence, first: int, last: int, say: Hit, discourse: Discourse) -> bool:
    """ "Двоє товаришів, з якими зв'язалася редакція, стверджують": who stands in a clause that commas part.

    Where every such clause has its commas, in Russian and Ukrainian; the "who" itself may speak.
    """
    if discourse.lang not in _CASES or say.cue.kind != "say" or last > say.first:
        return False
    words, clause = sentence.words, discourse.grammar.relative_words
    comma = next((i for i in range(first - 1, -1, -1) if words[i].low in {",", ";"}), None)
    closes = any(words[i].low == "," for i in range(last + 1, say.first))
    if comma is None or not closes or words[comma].low != ",":
        return False
    opens = next((i for i in range(comma + 1, min(first, comma + 3)) if words[i].low in clause), None)
    return opens is not None and not first <= opens <= last


def _of_the_quotation(
    sentence: Sentence, say: Hit, candidates: list[tuple[float, Voice, int, int]], discourse: Discourse
) -> list[tuple[float, Voice, int, int]]:
    """ "Rustamov aytadi: «Yo qamoq, yo front, deyishdi»": who says it in a quotation does not stand outside.

    Unless the verb stands behind a dash: "«..., — дейди у. — ...»" are the outlet's words.
    """
    if say.first > 0 and sentence.words[say.first - 1].low == "-":
        return candidates
    around = next(((a, b) for a, b in speech_quotes(sentence, discourse.text) if a <= say.first <= b), None)
    if around is None:
        return candidates
    return [c for c in candidates if around[0] <= c[2] and c[3] <= around[1]]


def people_saying(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> list[tuple[float, Voice, int, int]]:
    """Those of whom the sentence speaks who may be the speaker: (cost, voice, first, last)."""
    found = []
    refs = _inside_what_is_cited(sentence, say, refs, discourse.lang)
    kin = [r for r in refs if r.kin is not None]
    spoken = [(a, b) for a, b in speech_quotes(sentence, discourse.text) if not a <= say.first <= b]
    for ref in refs:
        if any(a <= ref.first <= b for a, b in spoken):
            continue  # "he phoned and said: “Mother, ...”": who is spoken to or of does not say it
        if ref.form == "pronoun" and any(k.first <= ref.first <= k.last for k in kin):
            continue  # "according to his sister": she speaks, not he
        if say.cue.kind == "say" and (
            is_object(sentence, ref, discourse)
            or only_hears(sentence, say, ref, discourse.lang)
            or heard_of(sentence, ref, discourse)
            or (ref.who.role == "official" and _one_says_there(sentence, ref, say, discourse.lang))
            or (ref.first > say.last and _only_belongs(sentence, ref, discourse))
        ):
            continue
        if _is_identified(sentence, say, ref) or (
            discourse.lang == "en" and _says_nothing_here(sentence, say, ref, refs)
        ):
            continue
        cost = _reach(sentence, say, ref.first, ref.last, discourse.lang, pronoun=ref.form == "pronoun")
        if cost is None and _opens_a_long_telling(sentence, say, ref, discourse):
            cost = REACH_LEFT
        voice = _voice_of_group(say, ref, discourse.lang) or voice_of(ref.who)
        voice = voice or _as_tellers(sentence, ref) or _cited_group(say, ref)
        if cost is None or voice is None:
            continue
        plural = say.cue.kind == "say" and _they_say(sentence, say, discourse.lang)
        if plural and (voice.kind == "self" or _one_of_whom_they_tell(ref, refs, discourse)):
            continue  # "Актилек был в армии, а 21 января пришли двое и сообщили": not he
        voice = _as_caller(sentence, say, ref, voice, discourse)
        if voice.kind == "self" and (
            _said_to_his_family(sentence, discourse)
            or not may_tell_himself(sentence, say, ref, refs, discourse.lang)
        ):
            continue
        if voice.kind == "self":
            cost += SELF_COST
        if _disagrees(sentence, say, ref, discourse.lang):
            cost += DISAGREES
        found.append((cost, voice, ref.first, ref.last))
    return found


def _said_to_his_family(sentence: Sentence, discourse: Discourse) -> bool:
    """ "“Your son has been wounded,” the man said": whoever speaks of "your son" and not of himself."""
    yours = [h for h in sentence.hits if "yours" in h.cue.flags and sentence.in_quote(h.start)]
    own = discourse.grammar.singular_first
    return bool(yours) and not any(t.low in own and sentence.in_quote(t.start) for t in sentence.words)


def _only_belongs(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Хабарласқан он бір жігіттің жетеуі": behind the verb a mention in another case than a subject's."""
    owns = endings_of(discourse.lang, "genitive_endings")
    cased = discourse.grammar.verb_last and bool(owns) and sentence.words[ref.last].low.endswith(owns)
    return stands_oblique(sentence, ref, discourse.lang) or (cased and ref.form == "nominal")


def _one_of_whom_they_tell(ref: Ref, refs: list[Ref], discourse: Discourse) -> bool:
    """ "Unga akasi Bakinskayada ko'milgan, deyishgan": several say it, of the one brother."""
    if not discourse.grammar.verb_last or discourse.grammar.owner_behind:
        return False
    several = ref.who.group or sum(r.kin is not None and not r.who.group for r in refs) > 1
    return ref.who.role == "relative" and not several


def _they_say(sentence: Sentence, say: Hit, lang: str) -> bool:
    """ "сообщили", "деп айтышты": several say it."""
    if lang in {"ru", "uk"}:
        return sentence.words[say.first].low.endswith("ли")
    endings = endings_of(lang, "they_say_endings")
    return bool(endings) and sentence.words[say.last].low.endswith(endings)


def _as_tellers(sentence: Sentence, ref: Ref) -> Voice | None:
    """ "Safdoshlari aytishdi": comrades may be whom it befell, and may tell it."""
    tells = any(
        h.cue.kind == "group" and "tells" in h.cue.flags and h.last == ref.last for h in sentence.hits
    )
    return Voice("source", ref.who.label, ref.who) if tells else None


def _cited_group(say: Hit, ref: Ref) -> Voice | None:
    """ "Зі слів інших полонених": in whose words it is may be several of those whom it could befall."""
    beside = 0 < ref.first - say.last <= CITED_WITHIN
    cited = say.cue.kind == "according" and "after" in say.cue.flags and ref.form == "nominal" and beside
    return Voice("source", ref.who.label, ref.who) if cited and ref.who.group else None


def _as_caller(sentence: Sentence, say: Hit, ref: Ref, voice: Voice, discourse: Discourse) -> Voice:
    """ "Гульнаре позвонил мужчина, сказал, что": behind the verb of a call a noun brings in somebody new.

    So it does before one in "бир жоокер жазып, ... кайтпаганын билдирген", "«Барс» деген жоокер".
    """
    if voice.kind != "self" or (ref.form != "nominal" and not _is_called_so(sentence, ref)):
        return voice
    if discourse.lang in {"ru", "uk"}:
        calls = any(
            (is_jargon(h, "calls") or is_jargon(h, "told_by")) and ref.first - 2 <= h.last < ref.first
            for h in sentence.hits
        )
    else:
        before = {t.low for t in sentence.words[max(0, ref.first - SOMEBODY_WITHIN) : ref.last]}
        named = sentence.words[ref.first - 1].low in discourse.grammar.said_words if ref.first else False
        named = named or _is_called_so(sentence, ref)
        named = named or any(is_jargon(h, "name_is") and h.last == ref.first - 1 for h in sentence.hits)
        calls = (named or bool(before & discourse.grammar.indefinite)) and any(
            is_jargon(h, "rings_or_comes")
            and ref.last < h.first <= ref.last + CALLS_WITHIN
            and h.last <= say.last
            for h in sentence.hits
        )
    return Voice("source", sentence.words[ref.last].text) if calls else voice


def _is_called_so(sentence: Sentence, ref: Ref) -> bool:
    """ "Наташа аттуу кыз": a name that the text gives somebody only now."""
    called = any(is_jargon(h, "name_is") and h.first == ref.last + 1 for h in sentence.hits)
    return called and ref.form == "name" and ref.new


def _is_spoken_of(sentence: Sentence, say: Hit, ref: Ref, refs: list[Ref]) -> bool:
    """ "Two men came and said Azamat had died": who stands between two verbs is whom it is about."""
    opens = say.first == 0 or sentence.words[say.first - 1].low in MARKS_BEFORE
    opens = opens and not any(r.who is not ref.who and 0 < say.first - r.last <= BESIDE_A_COMMA for r in refs)
    behind = sentence.words[ref.last + 1 : ref.last + 2]
    return (
        say.cue.kind == "say"
        and not opens
        and ref.form == "name"
        and ref.first == say.last + 1
        and any(t.kind == "word" for t in behind)
    )


def _says_nothing_here(sentence: Sentence, say: Hit, ref: Ref, refs: list[Ref]) -> bool:
    return (
        _is_spoken_of(sentence, say, ref, refs)
        or _hangs_on_a_noun(sentence, say, ref)
        or _only_leads_to(sentence, say, ref)
    )


def _hangs_on_a_noun(sentence: Sentence, say: Hit, ref: Ref) -> bool:
    """ "In a chat for soldiers' mothers, a user claims": whom the chat is for claims nothing."""
    at = ref.first - 1
    while (
        at > 0
        and ref.first - at <= LONGEST_SUBJECT
        and (sentence.words[at].low in _ARTICLES or sentence.words[at].low.endswith(("'", "s")))
    ):
        at -= 1
    hangs = at > 0 and sentence.words[at].low in _HANG_ON and ref.form != "pronoun"
    return hangs and say.cue.kind == "say" and ref.last < say.first and sentence.words[at - 1].kind == "word"


def _voice_of_group(say: Hit, ref: Ref, lang: str) -> Voice | None:
    """ "Fellow villagers said": of him, or of themselves."""
    told_of = ref.who.group and ref.who.role not in TELLERS | {"press"}
    return (
        Voice("self", ref.who.label, ref.who)
        if told_of and lang == "en" and say.first == ref.last + 1
        else None
    )


def _only_leads_to(sentence: Sentence, say: Hit, ref: Ref) -> bool:
    """ "The family's lawyer said", "someone close to the family": a lawyer or a friend does.

    Nor "a stranger rang his mother and said": she only hears it.
    """
    words = sentence.words
    if say.first <= ref.first <= say.last:
        return False
    whose = words[ref.last].low.endswith(("'s", "s'")) and ref.last + 1 < min(len(words), say.first)
    if whose and ref.kin is not None and words[ref.last + 1].kind == "word":
        return True
    if any(h.cue.kind == "person" and h.first < ref.first and ref.last <= h.last for h in sentence.hits):
        return ref.kin is not None
    rung = any(is_jargon(h, "brings_news") and h.last == ref.first - 1 and h.first > 0 for h in sentence.hits)
    return rung and 0 < say.first - ref.last <= RUNG_AND_SAID and words[say.first - 1].low == "and"


def _inside_what_is_cited(sentence: Sentence, say: Hit, refs: list[Ref], lang: str) -> list[Ref]:
    """ "Ба гуфтаи падар, писараш гуфтааст, ки": the father tells that his son said it, and did not say it."""
    if say.cue.kind != "say":
        return refs
    for cited in (h for h in sentence.hits if h.cue.kind == "according" and h.last <= say.last):
        by = [r for r in refs if min(abs(r.first - cited.last), abs(cited.first - r.last)) <= 1]
        named = [r for r in refs if any(r.who is b.who for b in by) and r.first <= cited.last + CITED_NAME]
        end = max((cited.last, *(r.last for r in named)))
        if by and any(
            end < r.first < say.first
            and r.form != "pronoun"
            and not r.who.group
            and not stands_oblique(sentence, r, lang)
            for r in refs
        ):
            return [r for r in refs if r not in named]
    return refs


def _is_identified(sentence: Sentence, say: Hit, ref: Ref) -> bool:
    """ "A neighbour identified the second man as Shuhrat and said": neither the man nor Shuhrat tells."""
    return any(
        is_jargon(h, "identifies")
        and h.first < ref.first
        and ref.last < say.first
        and ref.first <= h.last + 2
        for h in sentence.hits
    )


def _opens_a_long_telling(sentence: Sentence, say: Hit, ref: Ref, discourse: Discourse) -> bool:
    """ "Karimov 2018-yilda kelgani, ..., frontga ketganini aytgan edi": however much he tells between."""
    if not discourse.grammar.verb_last or ref.first > OPENS or say.first == 0 or ref.form != "name":
        return False
    return sentence.words[say.first - 1].low.endswith(discourse.grammar.object_endings)


def offices_saying(sentence: Sentence, say: Hit, discourse: Discourse) -> list[tuple[float, Voice, int, int]]:
    """Offices, papers and the like that may be the speaker: (cost, voice, first, last)."""
    found = []
    quoted = speech_quotes(sentence, discourse.text)
    for hit in sentence.hits:
        # "the court found that he left in 2021"
        finds = (hit.cue.kind == "court" and not _only_hears_it(sentence, hit, say, discourse)) and (
            "that" in say.cue.flags
            or say.cue.property == "finding"
            or _court_says(sentence, hit, say, discourse)
        )
        body = _body_says(sentence, hit, say)
        if not (finds or body) and (hit.cue.kind != "org" or hit.cue.property not in _SPEAKS_AS):
            continue
        if any(a < hit.first <= b and not a <= say.first <= b for a, b in quoted):
            continue  # ""Police took us all," he says": they are spoken of
        if office_is_told(sentence, hit, say, discourse) or _of_an_insider(sentence, hit):
            continue
        if _whom_somebody_called(sentence, hit, say, discourse):
            continue
        if hit.cue.kind == "org" and _one_says_there(sentence, hit, say, discourse.lang):
            continue
        if say.cue.kind == "say" and ("object" in hit.cue.flags or _only_asked(sentence, hit)):
            continue  # "рассказал он изданию", "ответили на запрос редакции": the paper only hears it
        cost = _reach(sentence, say, hit.first, hit.last, discourse.lang)
        if cost is not None:
            start, stop = widen_left(sentence, hit)
            kind = "official" if finds or body else _SPEAKS_AS[hit.cue.property]
            paper = _paper_of(sentence, hit, discourse.lang)
            stop = paper.stop if paper is not None else stop
            voice = Voice("document" if paper is not None else kind, discourse.text[start:stop])
            found.append(
                (cost, voice, sentence.word_at(start), paper.last if paper is not None else hit.last)
            )
    return found


def _only_asked(sentence: Sentence, outlet: Hit) -> bool:
    """ "На запрос редакции в акимате ответили", "в комментарии изданию": whose question is answered."""
    return outlet.cue.property == "press" and any(
        is_jargon(h, "to_outlet") and h.last == outlet.first - 1 for h in sentence.hits
    )


def _whom_somebody_called(sentence: Sentence, office: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "An inmate who called our hotline said": the clause only says whom he called."""
    if discourse.lang != "en" or office.last >= say.first or "after" in say.cue.flags:
        return False
    before = [t.low for t in sentence.words[max(0, office.first - CLAUSE_OF) : office.first]]
    who = max((i for i, low in enumerate(before) if low in {"who", "whom"}), default=-1)
    clause = before[who + 1 :]
    comma = any(t.low == "," for t in sentence.words[office.last + 1 : say.first])
    return who >= 0 and bool(clause) and "," not in clause and not comma


def _of_an_insider(sentence: Sentence, office: Hit) -> bool:
    """ "Джерело в правоохоронних органах стверджує": in an office, and does not speak for it."""
    return any(
        is_jargon(h, "insider")
        and 0 < office.first - h.last <= INSIDE_WITHIN
        and not any(t.kind == "mark" for t in sentence.words[h.last + 1 : office.first])
        for h in sentence.hits
    )


def _body_says(sentence: Sentence, hit: Hit, say: Hit) -> bool:
    """ "The brigade says it took him", "the colony replied": a body that speaks only beside its verb.

    Not "a man who served in the same unit told her".
    """
    if not is_jargon(hit, "body_says"):
        return False
    if say.cue.kind == "according":
        return say.first < hit.first <= say.last  # "by the regiment's account"
    if say.cue.kind != "say":
        return False
    before = [t.low for t in sentence.words[max(0, hit.first - IN_A_BODY) : hit.first]]
    if hit.last < say.first and set(before) & (of_any_language("in_words") | of_any_language("from_words")):
        return False
    between = sentence.words[hit.last + 1 : say.first] if hit.last < say.first else None
    # "an officer of the 255th regiment had told her": not the regiment
    of_body = any(
        t.low in {"of", "from", "in"} for t in sentence.words[max(0, hit.first - OF_A_BODY) : hit.first]
    )
    beside = between is not None and len(between) <= BODY_WITHIN and all(_passes(t) for t in between)
    beside = beside and not (between and of_body)
    return beside or ("after" in say.cue.flags and hit.first - say.last in {1, 2})


def _passes(token: Token) -> bool:
    """ "Unit 41680 answered", "the brigade has said": what stands between a body and its verb."""
    return token.low.isdigit() or token.low in _OF_THE_VERB


def _court_says(sentence: Sentence, court: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "Соттун айтымында", "Сот Азаматтын кеткенин билдирди", not "сотто айтты", "сот залында деди"."""
    if discourse.lang == "en":
        return _english_court_says(sentence, court, say)
    if discourse.lang in _CASES:  # "за даними суду", "У суді повідомили"; not "сказав суду"
        return say.cue.kind == "according" or not sentence.words[court.last].low.endswith(("у", "ом", "ам"))
    if say.cue.kind == "according" and "after" in say.cue.flags:
        return court.first == say.last + 1  # "тибқи иттилои суд"
    if not discourse.grammar.verb_last:
        return _court_says_that(sentence, court, say)
    if _in_session(sentence, court):
        return True
    if say.cue.kind == "according":
        return court.last + 1 == say.first
    if sentence.words[court.last].low.endswith(discourse.grammar.oblique_endings):
        return False
    behind = sentence.words[court.last + 1 : court.last + 2]
    closes = all(t.kind == "mark" for t in behind)
    if court.first > say.last:
        return closes
    if court.last + 1 == say.first:
        return True
    return court.first <= 1 and any(
        t.kind == "mark" or (t.text[:1].isupper() and not t.low.endswith(discourse.grammar.locative_endings))
        for t in behind
    )


def _only_hears_it(sentence: Sentence, court: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "Ӯ дар ҷаласаи суд изҳор дошт": one man says it there; not "дар суд гуфтанд", "дар суд маълум шуд"."""
    if _one_says_there(sentence, court, say, discourse.lang):
        return True
    if not discourse.grammar.verb_last or not _in_session(sentence, court):
        return False
    return not (say.first < court.first <= say.last or _they_say(sentence, say, discourse.lang))


def _one_says_there(sentence: Sentence, office: Hit | Ref, say: Hit, lang: str) -> bool:
    """ "В суде он рассказал, что ...", "говорил на следствии": of one person; not "в суде рассказали"."""
    before = [t.low for t in sentence.words[max(0, office.first - WHERE_WITHIN) : office.first]]
    there = sentence.words[office.last].low.endswith(_LOCATIVE) and any(t in _WHERE for t in before)
    where = lang in _CASES and (there or any(t in _WHEN for t in before))
    return where and say.cue.kind == "say" and sentence.words[say.first].low.endswith(_ONE_SAYS)


def _in_session(sentence: Sentence, court: Hit) -> bool:
    """ "Дар суд", "дар ҷаласаи суд": where it is said."""
    before = [t.low for t in sentence.words[max(0, court.first - 2) : court.first]]
    return before[-1:] != [] and (before[-1] in _IN or (before[0] in _IN and before[-1] in _SESSIONS))


def _english_court_says(sentence: Sentence, court: Hit, say: Hit) -> bool:
    """ "The court said", "according to the court"; not "he told the court"."""
    if "after" in say.cue.flags:
        return 0 < court.first - say.last <= COURT_BESIDE
    if say.cue.kind == "according" and say.first <= court.first <= say.last:
        return True  # "as the court has it"
    between = sentence.words[court.last + 1 : say.first]
    return court.last < say.first and len(between) <= COURT_BESIDE and all(t.kind == "word" for t in between)


def _court_says_that(sentence: Sentence, court: Hit, say: Hit) -> bool:
    """ "Суд подтвердил, что", "в сообщении суда говорится, что": the court beside the verb."""
    beside = court.last + 1 == say.first or say.first <= court.first <= say.last
    return beside and that_behind(sentence, say) is not None


def _paper_of(sentence: Sentence, office: Hit, lang: str) -> Hit | None:
    """ "according to a Defense Ministry notice": the paper, and not the ministry, which only wrote it."""
    return next(
        (
            h
            for h in sentence.hits
            if lang == "en"
            and is_jargon(h, "paper_in")
            and h.first == h.last == office.last + 1
            and not sentence.words[h.first].low.startswith("record")  # "the ministry records him as dead"
        ),
        None,
    )


def outlet_that_hears(
    sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse
) -> tuple[int, int] | None:
    """ "сообщил «Радио Хатлон» представитель посольства": who stands behind the outlet's name tells it."""
    if say.cue.kind != "say" or discourse.lang not in {"ru", "uk"}:
        return None
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop and t.kind == "word"]
        if not 0 < len(inside) <= OUTLET_WORDS or not 0 < inside[0] - say.last <= BEHIND_A_MARK:
            continue
        near = range(inside[-1] + 1, inside[-1] + TELLER_BEHIND)
        tells = any(
            r.first in near and r.who.role in TELLERS and not is_object(sentence, r, discourse) for r in refs
        )
        if tells or any(h.cue.kind == "org" and h.first in near for h in sentence.hits):
            return inside[0], inside[-1]
    return None


def quoted_outlet(sentence: Sentence, say: Hit, discourse: Discourse) -> list[tuple[float, Voice, int, int]]:
    """ "По данным «Газеты.uz»", "сообщает «Фергана»": a name in quotation marks right behind the verb."""
    for start, stop in sentence.quotes:
        inside = [i for i, t in enumerate(sentence.words) if start <= t.start < stop and t.kind == "word"]
        words = discourse.text[start:stop].strip('«»“”„"')
        short = 0 < len(words.split()) <= OUTLET_WORDS and words[:1].isupper()
        if inside and short and inside[0] - say.last == BEHIND_A_MARK and discourse.lang in {"ru", "uk"}:
            return [(0.0, Voice("press", words), inside[0], inside[-1])]
    return []


def papers_saying(sentence: Sentence, say: Hit, discourse: Discourse) -> list[tuple[float, Voice, int, int]]:
    """ "В извещении военкомата сказано", "a notice signed by the commander states": the paper says it."""
    found: list[tuple[float, Voice, int, int]] = []
    if discourse.lang == "en" and any(
        h.cue.kind == "pron" and h.last == say.last - 1 and "object" not in h.cue.flags for h in sentence.hits
    ):
        return found  # "on forged papers, he says": he does
    for mark in sentence.hits:
        if mark.cue.kind != "mark" or mark.cue.property != "document":
            continue
        if any(h.cue.kind == "org" and h.first < mark.first <= h.last for h in sentence.hits):
            continue  # "court documents show": they are the court's word
        if mark.first > say.last + PAPER_BEHIND:
            continue  # "said it had come together with a death certificate"
        if _somebody_beside(sentence, mark, say):
            continue  # "he was stopped in a document check, the spokesman said"
        cost = _reach(
            sentence, say, mark.first, min(mark.last, max(mark.first, say.first - 1)), discourse.lang
        )
        if cost is not None:
            words = discourse.text[mark.start : sentence.words[mark.first].stop]
            of_office = any(
                h.cue.kind == "org" and 0 < h.first - mark.last <= PAPER_OF for h in sentence.hits
            )
            covered = mark.first <= say.first <= mark.last
            cost = 0.0 if covered else cost - (PAPER_OF if of_office else 0.0)
            found.append((cost, Voice("document", words), mark.first, mark.first))
    return found


def _somebody_beside(sentence: Sentence, paper: Hit, say: Hit) -> bool:
    """Whether a noun for somebody stands between a paper and the verb, right before it."""
    return any(
        h.cue.kind in {"person", "kin", "group"} and paper.first < h.first and h.last == say.first - 1
        for h in sentence.hits
    )


def _reach(
    sentence: Sentence, say: Hit, first: int, last: int, lang: str, *, pronoun: bool = False
) -> float | None:
    """How far a speaker is from a verb of saying, or None where it cannot be its speaker."""
    after, before = "after" in say.cue.flags, "before" in say.cue.flags
    if "beside" in say.cue.flags and last + 1 != say.first:
        return None  # "Nozimaga ko'ra", and not "uning onasi qonunga ko'ra ..."
    if first > say.last and any(t.low in _STOPS for t in sentence.words[say.last + 1 : first]):
        return None  # "..., deya so'z boshladi u. — Politsiya ...": the next sentence of what is said
    if first > say.last and any(t.low == ":" for t in sentence.words[say.last + 1 : first]):
        return None  # "он говорил на следствии: вербовщики обещали ...": not the recruiters
    if first > say.last:
        if "to" in say.cue.flags and first - say.last <= LISTENER_GAP:
            return None  # "an officer told the father": he only hears it
        that = that_behind(sentence, say, within=THAT_WITHIN, lang=lang)
        if before or (that is not None and first >= that):
            return None  # "the paper says that Mirbek died": Mirbek does not
        before_it = sentence.words[say.first - 1].low if say.first > 0 else ""
        closing = before_it in MARKS_BEFORE | of_any_language("said_words")  # "..., deya so'z boshladi u"
        if not after and not pronoun and _begins_what_is_said(sentence, say, first, last):
            return None  # "his mother said Aibek had left": not Aibek
        if pronoun and not after and (not closing or _goes_on_with_a_verb(sentence, last)):
            return None  # "examiners say he died": not he
        if after and any(t.low == "," for t in sentence.words[say.last + 1 : first]):
            return None  # "according to the indictment, T. signed": not T.
        cost = gap_cost(sentence, say.last, first) + (0 if after or closing else SIDE_COST)
        return cost if cost <= REACH_RIGHT else None
    if last < say.first:
        cost = gap_cost(sentence, last, say.first)
        if say.first - last == BESIDE_A_COMMA and sentence.words[last + 1].low == ",":
            cost = 1.0  # "My brother, Sardorbek, says the police come": not the police
        return cost if not after and cost <= REACH_LEFT else None
    return 0.0


def _begins_what_is_said(sentence: Sentence, say: Hit, first: int, last: int) -> bool:
    """ "said Sattorov had been wounded": English leaves out "that", and a verb stands behind the name."""
    if sentence.words[say.first].low not in _SAYS_WITHOUT_THAT:
        return False
    between = sentence.words[say.last + 1 : first]  # "said a recruiter called Murod had promised him work"
    led = not between or between[0].low in _ARTICLES
    if not led or len(between) > LONGEST_SUBJECT or any(t.kind != "word" for t in between):
        return False
    behind = sentence.words[last + 1].low if last + 1 < len(sentence.words) else ""
    return behind in _BEGIN_A_VERB


def _goes_on_with_a_verb(sentence: Sentence, pronoun: int) -> bool:
    """ "Her uncle, who came, said he was handed", where the uncle speaks: unlike "..., said he"."""
    behind = sentence.words[pronoun + 1 : pronoun + 2]
    return sentence.words[pronoun].low in _HE and any(t.kind == "word" for t in behind)


def voice_of(who: Who) -> Voice | None:
    """Whom somebody speaks as; None for a group that is told of."""
    if who.role in {"relative", "official", "source", "press"}:
        return Voice(who.role, who.label, who)
    return None if who.group else Voice("self", who.label, who)


def _disagrees(sentence: Sentence, say: Hit, ref: Ref, lang: str) -> bool:
    """A Russian or Ukrainian verb in the past agrees with its subject in sex and number."""
    if lang not in {"ru", "uk"} or say.cue.kind != "say":
        return False
    low = sentence.words[say.first].low
    if low.endswith("ли"):
        return not ref.who.group
    if low.endswith("ло"):
        return True
    sex = (ref.kin.cue.value if ref.kin else "") or ref.who.sex
    if not sex and ref.who.named:
        sex = sex_of(ref.who.name, lang=lang)
    if low.endswith("ла"):
        return sex == "male"
    return low.endswith(("л", "в")) and sex == "female"
