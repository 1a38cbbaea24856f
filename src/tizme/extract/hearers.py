"""Who only hears what a verb of saying says, and through whom it comes to the text then."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.grammar import endings_of, of_any_language
from tizme.extract.voices import Voice
from tizme.extract.who import Ref, Who
from tizme.text import Token, fold

TO_AN_OFFICE = 3  # tokens from "wrote" to the office it went to: "to", an article, "district"
LISTENER_GAP = 2  # tokens between "told" and the one who was told
# Of a verb that is told of, in the case of an object.
THAT_ENDINGS = (
    *("ganini", "kanini", "ligini", "ганини", "қанини", "канини", "лигини"),
    *(
        "ганын",
        "канын",
        "генин",
        "кенин",
        "гонун",
        "конун",
        "көнүн",
        "гөнүн",
        "дыгын",
        "дигин",
        "дугун",
        "дүгүн",
        "тыгын",
        "тигин",
        "тугун",
        "түгүн",
    ),
    *("ғанын", "қанын", "генін", "кенін", "тығын", "тігін", "дығын", "дігін", "тынын", "тінін"),
)
FAR = 16  # tokens from the one who was told to a verb that stands last


def is_object(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """A mention in another case than the nominative does not speak: "ей сказали", "мать Айбека"."""
    dative = discourse.grammar.dative_endings if ref.kin is not None or ref.form == "nominal" else ()
    if dative and sentence.words[ref.last].low.endswith(dative):
        return True  # "жакындарына көңүл айтат", "биздин кабарчыга айтты"
    before = sentence.words[ref.first - 1].low if ref.first else ""
    if before in discourse.grammar.hearer_words and ref.form != "name" and ref.kin is None:
        return True  # "ба хабарнигори мо нақл кард", "ба ӯ гуфтааст"
    if ref.form != "pronoun" and discourse.grammar.hearer_words and _stands_with(sentence, ref):
        return True  # "бо хешу ақрабои марҳум ҳамдардӣ изҳор менамояд"
    kinds = {"pron", "person", "group"}
    words = ref.kin or next((h for h in sentence.hits if h.cue.kind in kinds and h.last == ref.last), None)
    if words is not None and "object" in words.cue.flags:
        return True
    hears = discourse.grammar.hearer_endings
    if hears and ref.kin is not None and sentence.words[ref.last].low.endswith(hears):
        return True  # "onasiga aytdi": she is told it
    if ref.who.role == "relative" and _named_as_hearer(sentence, ref, discourse):
        return True
    if ref.form == "nominal" and _spoken_with(sentence, ref, discourse):
        return True
    if ref.form != "name" or discourse.lang not in {"ru", "uk"}:
        return False
    name = next((n for n in discourse.all_names.get(sentence.index, ()) if n.start == ref.start), None)
    if name is None:
        return False
    written = fold(discourse.text[name.start : name.stop]).split()
    return sorted(written) != sorted(fold(name.nominative).split())


def _stands_with(sentence: Sentence, ref: Ref) -> bool:
    return any(is_jargon(h, "with_whom") and h.last == ref.first - 1 for h in sentence.hits)


def _spoken_with(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Prokuror jurnalistlar bilan uchrashuvda aytdi": those with whom he met.

    Where the word for "with" stands behind: "bobosi bilan buvisi aytdi", too, leaves the other to speak.
    """
    if not discourse.grammar.verb_last or discourse.grammar.hearer_words:
        return False
    return any(is_jargon(h, "with_whom") and h.first == ref.last + 1 for h in sentence.hits)


def _named_as_hearer(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Унинг хотини Ойшага сафдоши ёзди", "ба занаш навишт": a name bears the case, or a word before it."""
    words, grammar = sentence.words, discourse.grammar
    own = [r for r in discourse.refs[sentence.index] if r.who is ref.who and r.form != "pronoun"]
    beside = [r for r in own if r is ref or ref.first - r.last in {1, 2} or r.first - ref.last in {1, 2}]
    if any(r.first and words[r.first - 1].low in grammar.hearer_words for r in beside):
        return True
    named = next((r for r in beside if r.form == "name"), None)
    if named is None or not grammar.dative_endings:
        return False
    low = words[named.last].low
    known = {word.lower() for word in ref.who.name.split()}
    return low.endswith(grammar.dative_endings) and low not in known


def only_hears(sentence: Sentence, say: Hit, ref: Ref, lang: str) -> bool:
    """ "A comrade wrote to his sister that ...": she only reads it."""
    before = [t.low for t in sentence.words[max(say.last + 1, ref.first - 2) : ref.first]]
    return lang == "en" and ref.first > say.last and bool(set(before) & of_any_language("to_words"))


def office_is_told(sentence: Sentence, office: Hit, say: Hit, discourse: Discourse) -> bool:
    """ "газетамизга айтишича", "ба рӯзнома гуфт": whom it is said to; not "тергов маълумотига кўра"."""
    if discourse.lang == "en" and say.cue.kind == "say" and "after" not in say.cue.flags:
        behind = sentence.words[say.last + 1 : office.first]  # "she wrote to the prosecutor"
        return 0 < len(behind) <= TO_AN_OFFICE and behind[0].low == "to"
    if not discourse.grammar.verb_last:
        return False
    if say.cue.kind == "say" and _is_partner(sentence, office, before=bool(discourse.grammar.hearer_words)):
        return True
    if any(is_jargon(h, "ones_request") and h.first == office.last + 1 for h in sentence.hits):
        return True  # "prokuratura tahririyat so'roviga javoban yozdi": the newsroom asked
    told = sentence.words[say.first].low.startswith(endings_of(discourse.lang, "told_stems"))
    if say.cue.kind == "according" and not told:
        return False
    to = office.first > 0 and sentence.words[office.first - 1].low in discourse.grammar.hearer_words
    return to or sentence.words[office.last].low.endswith(discourse.grammar.dative_endings)


def _is_partner(sentence: Sentence, office: Hit, *, before: bool) -> bool:
    """ "министрлиги менен келишим түзгөн", "vazirligi bilan shartnoma": with whom one signed says nothing.

    Args:
        before: The word for "with" stands before whom it means: "бо вазорат шартнома баст".
    """
    return any(
        is_jargon(h, "with_whom")
        and (
            (h.first == office.last + 1 and not before)
            or h.last == office.first - 1
            or h.first == h.last == office.last
        )
        for h in sentence.hits
    )


def told_to_somebody(sentence: Sentence, say: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """True where somebody stands right behind "told": else the subject was told and does not tell."""
    near = range(say.last + 1, say.last + LISTENER_GAP + 2)
    if any(r.first in near and r.form != "pronoun" for r in refs):
        return True
    own, words = discourse.grammar.first_person, sentence.words
    behind = [t for t in words[near.start : near.stop] if t.kind == "word"]
    if any(t.low in own or t.text[:1].isupper() for t in behind):
        return True
    if words[say.last + 1 : say.last + 2] and words[say.last + 1].text[:1].isdigit():
        return True  # "told 24.kg"
    return any(
        h.first in near
        and (
            h.cue.kind in {"org", "group", "kin", "court", "person"}
            or is_jargon(h, "audience")
            or _not_his(h, words)
        )
        for h in sentence.hits
    )


def _not_his(hit: Hit, words: list[Token]) -> bool:
    """ "told him that", not "told his citizenship would be cancelled"."""
    return hit.cue.kind == "pron" and words[hit.first].low in {"him", "her", "them"}


def passed_on_by(sentence: Sentence, say: Hit, refs: list[Ref], voice: Voice, discourse: Discourse) -> Voice:
    """ "Her husband's uncle told her that ...": what the uncle said, the wife passes on."""
    if "heard" in say.cue.flags and voice.kind == "press":
        return voice  # "журналисты узнали, что": what an outlet found out
    if "heard" in say.cue.flags or _tells_what_was_heard(sentence, say):
        return Voice("told", voice.label, voice.who)
    listener = listener_of(sentence, say, refs, voice.who, discourse)
    if listener is not None and voice.kind == "self" and _said_unseen(sentence, say, discourse):
        return Voice("told", listener.label, listener, (voice.label,))
    if listener is None or voice.kind not in {"relative", "source", "official", "hearsay"}:
        return voice
    if voice.kind == "official" and not _in_uniform(sentence, refs, voice.who):
        return Voice("official", listener.label, None, (voice.label,))
    return Voice("told", listener.label, listener, (voice.label,))


def heard_of(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Айылдашынан укканын айтты": from whom it was heard, who does not speak here."""
    endings = discourse.grammar.from_endings
    return (
        discourse.grammar.verb_last
        and bool(endings)
        and sentence.words[ref.last].low.endswith(endings)
        and any(is_jargon(h, "hears_it") and h.first == ref.last + 1 for h in sentence.hits)
    )


def _tells_what_was_heard(sentence: Sentence, say: Hit) -> bool:
    """ "... жердешинен укканын айтат": the verb of hearing right before the one of saying."""
    return say.cue.kind == "say" and any(
        is_jargon(h, "hears_it") and h.last == say.first - 1 for h in sentence.hits
    )


def _parted(sentence: Sentence, first: int, stop: int) -> bool:
    """True at a comma, but not in "onasiga yaralanganini, qo'li kesilganini aytdi": both are told."""
    words = sentence.words
    return any(
        words[i].low == "," and not (i and words[i - 1].low.endswith(THAT_ENDINGS))
        for i in range(first, stop)
    )


def _said_unseen(sentence: Sentence, say: Hit, discourse: Discourse) -> bool:
    """ "Yigit onasiga ... yaralanganini aytibdi": his mother passed it on."""
    return sentence.words[say.last].low.endswith(endings_of(discourse.lang, "evidential_endings"))


def _in_uniform(sentence: Sentence, refs: list[Ref], who: Who | None) -> bool:
    """ "An officer of the regiment told the family by telephone": one man's word, and no office's paper."""
    return who is not None and any(
        is_jargon(h, "in_uniform") and r.first <= h.first <= r.last
        for r in refs
        if r.who is who
        for h in sentence.hits
    )


def listener_of(
    sentence: Sentence, say: Hit, refs: list[Ref], teller: Who | None, discourse: Discourse
) -> Who | None:
    """The relative who was told: right behind the verb, or in the dative before it."""
    if say.cue.kind != "say" and teller is not None:
        return None  # "Таланттын айтымында, үй-бүлөгө акча которулган": the family was paid
    if discourse.lang == "en" and [t.low for t in sentence.words[say.last + 1 : say.last + 2]] == ["by"]:
        return None  # "(told by his sister)": she tells it
    for ref in refs:
        if ref.who.role != "relative" or ref.who is teller:
            continue
        behind = say.last < ref.first <= say.last + LISTENER_GAP
        cased = discourse.lang in {"ru", "uk"} or bool(
            discourse.grammar.hearer_endings or discourse.grammar.hearer_words
        )
        one_clause = not _parted(sentence, ref.last, say.first)
        far = FAR if discourse.grammar.verb_last and one_clause else LISTENER_GAP
        called = any(is_jargon(h, "calls") and ref.last < h.first < say.first for h in sentence.hits)
        if cased and teller is None and called:
            far = LISTENER_GAP * 2  # "матері зателефонували й повідомили"
        before = 0 < say.first - ref.last <= far and cased
        if behind and (discourse.lang == "en" or is_object(sentence, ref, discourse)):
            return ref.who
        if before and is_object(sentence, ref, discourse):
            return ref.who
    return None
