"""What is said of a person without an event: name, age, sex, work, rank, unit, prison, kin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tizme.extract.annotate import YOUNGEST, Sentence
from tizme.extract.beside import NEAR
from tizme.extract.births import birth_drafts
from tizme.extract.causes import cause_drafts
from tizme.extract.cues import Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.draft import Draft
from tizme.extract.fields import field_drafts
from tizme.extract.gaps import gap_cost
from tizme.extract.grammar import grammar
from tizme.extract.groups import children_drafts, group_drafts
from tizme.extract.labels import apposed_to, label_drafts
from tizme.extract.nicknames import nickname_drafts
from tizme.extract.origins import citizenship_drafts, origin_drafts
from tizme.extract.polarity import polarity_at
from tizme.extract.spans import prison_span, widen_left
from tizme.extract.who import KinLink, Ref, Who
from tizme.extract.whose import find_subject
from tizme.names import sex_of
from tizme.tables import rows

_SEXED_PRONOUNS = frozenset({"en", "ru", "uk"})
CASELESS = 3  # code points that must stay when an ending is cut off
_TOLD_BY_CUES = frozenset({"occupation", "rank", "unit", "prison", "cause", "label"})
SAYS_WITHIN = 2  # tokens from a unit to the verb of saying whose subject it is
SPOKESMAN_GAP = 5  # tokens from "spokesman of the" to "brigade"
MARK_TOKENS = 3  # "(", the mark and ")"
UNIT_WORDS = 6  # tokens from the number of a unit to "regiment"
_SIGNED = frozenset({"recruited", "contract_signed"})
_CONTRACTS = frozenset({"mod_contract", "coerced_contract"})


def read_attributes(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """Drafts for everything in a sentence that describes somebody."""
    drafts = [
        Draft(ref.who, "name", ref.who.name, ref.start, ref.stop, sentence.index)
        for ref in refs
        if ref.form == "name" and (ref.new or not _named_before(discourse, ref))
    ]
    drafts += _ages(sentence, refs, discourse)
    drafts += _sexes(sentence, refs, discourse.lang)
    drafts += citizenship_drafts(sentence, refs, discourse)
    drafts += origin_drafts(sentence, refs, discourse)
    drafts += birth_drafts(sentence, discourse)
    for hit in sentence.hits:
        drafts += _from_cue(sentence, hit, refs, discourse)
    drafts += group_drafts(sentence, refs)
    drafts += nickname_drafts(sentence, refs, discourse.text)
    drafts += field_drafts(sentence, discourse)
    drafts += children_drafts(sentence, refs, discourse.focus)
    drafts += _recruiters(sentence, refs, discourse)
    return drafts


# Nobody has two of these: a second word for one is the same relative spoken of again.
_ONE_EACH = frozenset({"mother", "father", "wife", "husband"})


def kin_drafts(discourse: Discourse) -> list[Draft]:
    """One kin claim for every tie that the text names."""
    first: dict[tuple[str, str], KinLink] = {}
    for link in discourse.kin:
        one = link.relation in _ONE_EACH
        first.setdefault((link.anchor.id, link.relation if one else link.relative.id), link)
    return [
        Draft(
            link.anchor, f"kin.{link.relation}", link.relative.id, link.start, link.stop, link.sentence,
            target=link.relative,
        )
        for link in first.values()
        if link.anchor.role == "subject" and not link.relative.group and link.relation != "relatives"
    ]  # fmt: skip


def at_fullest_names(drafts: list[Draft], discourse: Discourse) -> None:
    """Let a name be claimed where it is first written in full: "Gulzat ... Gulzat Mamyrova"."""
    for draft in drafts:
        if draft.property != "name":
            continue
        refs = [r for here in discourse.refs for r in here if r.who is draft.who and r.form == "name"]
        refs = [
            r for r in refs if "." not in discourse.text[r.start : r.stop]
        ]  # "Н. Токтоматов" is no fuller
        words = {id(r): len(discourse.text[r.start : r.stop].split()) for r in refs}
        own = len(discourse.text[draft.start : draft.stop].split())
        most = max(words.values(), default=0)
        fuller = next((r for r in refs if words[id(r)] == most and most > own), None)
        if own == 1 and fuller is not None:
            draft.start, draft.stop, draft.sentence = fuller.start, fuller.stop, fuller.sentence


def _named_before(discourse: Discourse, ref: Ref) -> bool:
    return any(
        other.who is ref.who and other.form == "name" and other is not ref and other.start < ref.start
        for refs in discourse.refs
        for other in refs
    )


def note_ages(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """Remember how old those are whose age a sentence tells: another age later is somebody else's."""
    for draft in _ages(sentence, refs, discourse):
        draft.who.age = draft.who.age or draft.value


def _ages(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    told = [
        (_described(sentence, start, stop, refs) or _spoken_of(start, refs, discourse), start, stop, value)
        for start, stop, value in sentence.ages
        if not value.isdigit() or int(value) >= YOUNGEST  # a child's
    ]
    return [
        Draft(who, "age", value, start, stop, sentence.index)
        for who, start, stop, value in told
        if who is not None and not who.group
    ]


def _spoken_of(start: int, refs: list[Ref], discourse: Discourse) -> Who | None:
    """The one in focus, but not behind words for several: "two other men, both in their thirties"."""
    here = [r.who for r in refs if r.who.role == "subject" and r.stop <= start]
    return None if here and here[-1].group else discourse.focus


def _described(sentence: Sentence, start: int, stop: int, refs: list[Ref]) -> Who | None:
    """The person whose mention holds the words, or stands nearest; of two as near the one that follows."""
    first, last = sentence.word_at(start), sentence.word_at(stop - 1)
    best: tuple[float, Who] | None = None
    for ref in refs:
        if ref.form == "pronoun" or ref.who.role == "official":
            continue
        if ref.first <= first and last <= ref.last:
            return ref.who
        cost = (
            gap_cost(sentence, last, ref.first)
            if ref.first > last
            else gap_cost(sentence, ref.last, first) + 0.5
        )
        if cost <= NEAR + 5 and (best is None or cost < best[0]):
            best = (cost, ref.who)
    return best[1] if best else None


def _sexes(sentence: Sentence, refs: list[Ref], lang: str) -> list[Draft]:
    """Sex from what somebody is called ("her husband", "a man") or from whose relative it is ("his wife")."""
    drafts = _marked_sexes(sentence, refs)
    for ref in refs:
        who = ref.who
        if ref.kin is not None and who.sex and _told_of(ref):
            drafts.append(Draft(who, "sex", who.sex, ref.start, ref.stop, sentence.index))
        elif ref.kin is not None and who.anchor is not None and who.role == "relative":
            sex = _possessor_sex(sentence, ref)
            if sex and who.anchor.role == "subject":
                drafts.append(Draft(who.anchor, "sex", sex, ref.start, ref.stop, sentence.index))
        elif ref.says_sex and who.role == "subject" and not who.group:
            drafts.append(Draft(who, "sex", ref.says_sex, ref.start, ref.stop, sentence.index, weak=True))
        elif sentence.entry is not None and _is_a_woman_listed(ref, lang):
            drafts.append(Draft(who, "sex", "female", ref.start, ref.stop, sentence.index, weak=True))
    return drafts


@cache
def _sex_marks() -> dict[str, str]:
    return {row["mark"]: row["sex"] for row in rows("extract/sex_marks.csv", "mark", "sex")}


def _marked_sexes(sentence: Sentence, refs: list[Ref]) -> list[Draft]:
    """ "B-1. Alisher Nazarov (m), b. 4 February 1998": the letter behind the name."""
    drafts = []
    for ref in (r for r in refs if r.form == "name" and r.who.role == "subject"):
        behind = sentence.words[ref.last + 1 : ref.last + 1 + MARK_TOKENS]
        sex = _sex_marks().get(behind[1].low, "") if len(behind) == MARK_TOKENS else ""
        if sex and behind[0].low == "(" and behind[2].low in {")", ",", "."}:
            drafts.append(Draft(ref.who, "sex", sex, behind[0].start, behind[2].stop, sentence.index))
            ref.who.sex = ref.who.sex or sex
    return drafts


def _is_a_woman_listed(ref: Ref, lang: str) -> bool:
    """ "5. Sattorova Mahfuza, 1987": among the men of a list a name tells that she is none of them."""
    who = ref.who
    told = ref.form == "name" and ref.new and who.role == "subject" and " " in who.name
    return told and sex_of(who.name, lang=lang) == "female"


def sexes_of_pronouns(sentences: Sequence[Sentence], discourse: Discourse, said: set[str]) -> list[Draft]:
    """Sex from the first "he" or "его" of those of whom no noun tells it.

    Args:
        said: Ids of those of whom one does.
    """
    drafts: dict[str, Draft] = {}
    for sentence in sentences:
        for ref in discourse.refs[sentence.index] if discourse.lang in _SEXED_PRONOUNS else ():
            who = ref.who
            if ref.form != "pronoun" or who.role != "subject" or who.group or who.id in said or not who.named:
                continue
            sex = next(
                (h.cue.value for h in sentence.hits if h.cue.kind == "pron" and h.first == ref.first), ""
            )
            if sex:
                drafts.setdefault(who.id, Draft(who, "sex", sex, ref.start, ref.stop, sentence.index))
    return list(drafts.values())


def _told_of(ref: Ref) -> bool:
    """ "my son", and "his younger brother" where that is the one told of."""
    flags = ref.kin.cue.flags if ref.kin is not None else frozenset()
    return "victim" in flags or ("maybe" in flags and ref.who.role == "subject")


def _possessor_sex(sentence: Sentence, ref: Ref) -> str:
    if ref.kin is not None and ref.kin.cue.property == "wife":
        return "male"
    for hit in sentence.hits:
        if hit.cue.kind == "pron" and ref.first <= hit.first <= ref.last and hit.cue.value:
            return hit.cue.value
    return ""


def _from_cue(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """What a word for a trade, rank, unit, prison, cause of death or label says, and of whom."""
    kind = hit.cue.kind
    if kind not in _TOLD_BY_CUES or _of_captors(sentence, hit):
        return []
    who = _described_by(sentence, hit, refs, discourse)
    if who is None:
        return []
    if _says_nothing(sentence, hit, refs):
        return []
    if kind == "rank":
        return _rank(sentence, hit, refs) or _rank_of_entry(sentence, hit, discourse)
    if kind == "label":
        return label_drafts(sentence, hit, who, discourse)
    if kind == "cause":
        return cause_drafts(sentence, hit, who, discourse)
    polarity = polarity_at(sentence, hit, discourse.lang)
    if kind == "prison":
        start, stop = prison_span(sentence, hit)
        if (start, stop) == (hit.start, hit.stop) and "weak" not in hit.cue.flags:
            return []
        value = _without_case(_prison_value(sentence, start, stop, discourse.text), discourse.lang)
        return [Draft(who, "prison", value, start, stop, sentence.index, polarity)]
    if kind == "unit" and not hit.cue.value:
        numbered = _numbered_unit(sentence, hit, who, discourse)
        if numbered or "numbered" in hit.cue.flags:
            return numbered
    value = hit.cue.value or discourse.text[hit.start : hit.stop]
    if "words" in hit.cue.flags:
        value = discourse.text[hit.start : hit.stop]
    return [Draft(who, kind, value, hit.start, hit.stop, sentence.index, polarity)]


def _described_by(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> Who | None:
    """Whom a word describes: a name right before a label or a trade, else as for events."""
    if hit.cue.kind == "label" and hit.cue.property != "occupation":
        before = next((r.who for r in refs if 0 < hit.first - r.last <= 2 and r.form != "pronoun"), None)
    else:
        before = apposed_to(sentence, hit, refs, discourse.lang) if hit.cue.kind == "occupation" else None
        if hit.cue.kind == "occupation" and before is None:
            before = _teller_with_a_trade(hit, refs)
    return before or find_subject(sentence, hit, refs, discourse)


def _teller_with_a_trade(hit: Hit, refs: list[Ref]) -> Who | None:
    """ "Advokati Gulnora Azimova", "Akasi, haydovchi Sherzod": the name right behind is a teller's.

    So is a noun that holds the trade: "says a volunteer medic".
    """
    return next(
        (
            r.who
            for r in refs
            if (r.form == "name" and r.first == hit.last + 1 and r.who.role != "subject")
            or (r.form == "nominal" and r.first < hit.first <= r.last and r.who.role == "source")
        ),
        None,
    )


def _prison_value(sentence: Sentence, start: int, stop: int, text: str) -> str:
    """The words of a prison, its place in the nominative: "ИК-17 Красноярска" is ИК-17, Красноярск."""
    for place in sentence.places:
        if start <= place.start and place.stop <= stop and not place.demonym:
            before, behind = text[start : place.start].strip(), text[place.stop : stop].strip()
            return " ".join(f"{before} {place.nominative} {behind}".split())
    return " ".join(text[start:stop].split())


def _without_case(value: str, lang: str) -> str:
    """ "Мордовиядагы түрмөдө": the last word without its ending of place, in languages that add them."""
    rules = grammar(lang)
    endings = sorted(rules.locative_endings + rules.from_endings, key=len, reverse=True)
    for ending in endings if rules.verb_last else ():
        if value.endswith(ending) and len(value) - len(ending) > CASELESS:
            return value.removesuffix(ending)
    return value


def _of_captors(sentence: Sentence, hit: Hit) -> bool:
    """ "бійці 47-ї бригади взяли його в полон", "захвачен бойцами 47-й бригады ВСУ": not his brigade."""
    captors = [h for h in sentence.hits if h.cue.kind == "org" and h.cue.property == "captor"]
    return hit.cue.kind == "unit" and any(
        (c.first <= hit.first and hit.last <= c.last) or 0 < c.first - hit.last <= 2 for c in captors
    )


def _numbered_unit(sentence: Sentence, hit: Hit, who: Who, discourse: Discourse) -> list[Draft]:
    """ "115-й полк", "the 1st Motor Rifle Regiment": only with its number before it."""
    first = hit.first
    while first > 0 and hit.first - first < UNIT_WORDS and sentence.words[first].kind != "number":
        first -= 1
    token = sentence.words[first]
    parts = sentence.words[first : hit.first]
    behind = sentence.words[hit.last + 1 : hit.last + 3]
    number = next((t for t in behind if t.kind == "number"), None)
    counted = [(d.start, d.stop) for d in sentence.dates] + [(m.start, m.stop) for m in sentence.money]
    if number is not None and any(a <= number.start < b for a, b in counted):
        number = None  # "polkiga 700 ming rubl"
    if token.kind != "number" and number is not None and behind[0].low not in {",", ";", ".", "("}:
        # "полки 1435", "в/ч 91704"
        return [
            Draft(
                who, "unit", discourse.text[hit.start : number.stop], hit.start, number.stop, sentence.index
            )
        ]
    dated = any(d.start <= token.start < d.stop for d in (*sentence.dates, *sentence.durations))
    if token.kind != "number" or dated or any(t.low in {",", ";", ".", "(", ")"} for t in parts):
        return []
    value = _without_case(discourse.text[token.start : hit.stop], discourse.lang)
    return [Draft(who, "unit", value, token.start, hit.stop, sentence.index)]


def _in_a_name(sentence: Sentence, hit: Hit) -> bool:
    """ "told Steppe Courier": a capital behind another in the middle of a sentence makes no trade."""
    before = sentence.words[hit.first - 1] if hit.first > 1 else None
    capital = sentence.words[hit.first].text[:1].isupper()
    return capital and before is not None and before.kind == "word" and before.text[:1].isupper()


def _says_nothing(sentence: Sentence, hit: Hit, refs: list[Ref]) -> bool:
    """Whether a word says nothing of anybody who is told of.

    "a fight with a policeman", "A nurse identified him", "The 36th Marine Brigade posted a video"; and a weak
    word beside a plainer one.
    """
    kind = hit.cue.kind
    if kind == "unit" and (_of_a_spokesman(sentence, hit) or _of_a_law(sentence, hit)):
        return True
    if kind == "unit":
        return any(h.cue.kind == "say" and 0 < h.first - hit.last <= SAYS_WITHIN for h in sentence.hits)
    if kind not in {"occupation", "cause"}:
        return False
    if "weak" in hit.cue.flags and _plainer(sentence, hit):
        return True
    if kind == "occupation" and (_tells_it(sentence, hit) or _in_a_name(sentence, hit)):
        return True
    others = any(h.cue.property == "others_noun" and h.last == hit.first - 1 for h in sentence.hits)
    bystander = any(
        r.new and r.form == "nominal" and r.first <= hit.first <= r.last and r.who.role == "source"
        for r in refs
    )
    return kind == "occupation" and (others or (bystander and not any(r.form == "name" for r in refs)))


def _tells_it(sentence: Sentence, hit: Hit) -> bool:
    """ "со слов санитара", "санитардын айтуусунда": one who only tells of somebody else."""
    return any(
        h.cue.kind == "according"
        and (
            ("after" in h.cue.flags and h.last + 1 == hit.first)
            or ("before" in h.cue.flags and hit.last + 1 == h.first)
        )
        for h in sentence.hits
    )


def _of_a_law(sentence: Sentence, hit: Hit) -> bool:
    """ "моддаи 401 қисми 1": part one of an article."""
    return any(is_jargon(h, "office_style") and h.first < hit.first <= h.last for h in sentence.hits)


def _of_a_spokesman(sentence: Sentence, hit: Hit) -> bool:
    """ "уточнив речник 3-ї штурмової бригади": the unit of him who speaks for it."""
    return any(
        is_jargon(h, "spokesman")
        and (0 < hit.first - h.last <= SPOKESMAN_GAP or 0 < h.first - hit.last <= 1)
        and not any(t.low in {",", ";", ":"} for t in sentence.words[h.last + 1 : hit.first])
        for h in sentence.hits
    )


def _plainer(sentence: Sentence, hit: Hit) -> bool:
    """ "omborda yuk tashuvchi bo'lgan": a word for the trade itself goes before one for the place of work."""
    return any(
        h.cue.kind == hit.cue.kind and "weak" not in h.cue.flags and h is not hit for h in sentence.hits
    )


def _rank(sentence: Sentence, hit: Hit, refs: list[Ref]) -> list[Draft]:
    """A rank is that of whoever stands within two tokens; one flagged "name" needs a written name there."""
    beside = [r for r in refs if abs(r.first - hit.last) <= 2 or abs(hit.first - r.last) <= 2]
    if "name" in hit.cue.flags and not any(r.form == "name" for r in beside):
        return []
    return [Draft(r.who, "rank", hit.cue.value, hit.start, hit.stop, sentence.index) for r in beside[:1]]


def _rank_of_entry(sentence: Sentence, hit: Hit, discourse: Discourse) -> list[Draft]:
    """ "3. Осмонов Бактыяр, 1986 г. р., ефрейтор.": in an entry a rank between marks is its man's."""
    who, words = discourse.focus, sentence.words
    before = words[hit.first - 1] if hit.first else None
    behind = words[hit.last + 1] if hit.last + 1 < len(words) else None
    apart = before is None or before.kind == "mark"
    ends = behind is None or behind.kind in {"mark", "number"}
    alone = sentence.entry is not None or (discourse.narrates == "official" and hit.first > 0)
    if not alone or who is None or who.group or not (apart and ends):
        return []
    return [Draft(who, "rank", hit.cue.value, hit.start, hit.stop, sentence.index)]


def _recruiters(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> list[Draft]:
    """A ministry or company named beside a contract or a recruitment is the recruiter."""
    signed = [
        h
        for h in sentence.hits
        if h.cue.kind == "event" and (h.cue.property in _SIGNED or h.cue.value in _CONTRACTS)
    ]
    drafts: list[Draft] = []
    for hit in sentence.hits:
        if not signed or not _may_recruit(sentence, hit, signed):
            continue
        nearest = min(signed, key=lambda h: abs(h.first - hit.first))
        who = find_subject(sentence, nearest, refs, discourse)
        if who is not None:
            start, stop = widen_left(sentence, hit)
            value = hit.cue.value or " ".join(discourse.text[start:stop].split())
            drafts.append(Draft(who, "recruiter", value, start, stop, sentence.index))
    return drafts + _persons_who_recruit(sentence, signed, refs, discourse)


def _persons_who_recruit(
    sentence: Sentence, signed: list[Hit], refs: list[Ref], discourse: Discourse
) -> list[Draft]:
    """ "recruited by a compatriot, Jamol": a person, by name where there is one."""
    drafts = []
    for hit in signed:
        agents = [r for r in refs if r.who.role == "source" and 0 <= r.first - hit.last <= 2]
        by = any(t.low == "by" for t in sentence.words[hit.first : hit.last + 2])
        who = find_subject(sentence, hit, refs, discourse) if agents and by else None
        if who is not None and who is not agents[0].who:
            value = agents[0].who.name or agents[0].who.label
            named = next((r for r in refs if r.who is agents[0].who and r.form == "name"), agents[0])
            drafts.append(Draft(who, "recruiter", value, named.start, named.stop, sentence.index))
    return drafts


def _may_recruit(sentence: Sentence, hit: Hit, signed: list[Hit]) -> bool:
    """An office that recruits, or a company right beside the word for recruiting."""
    if hit.cue.kind == "org":
        return hit.cue.property == "recruiter"
    return hit.cue.kind == "unit" and any(
        h.cue.property == "recruited"
        and gap_cost(sentence, min(h.last, hit.last), max(h.first, hit.first)) <= 3
        for h in signed
    )
