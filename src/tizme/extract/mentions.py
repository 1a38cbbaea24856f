"""Who is who in a text: every mention of a sentence resolved to a person or a group, in reading order."""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.beside import noun_phrase
from tizme.extract.cues import Cue, Hit, is_jargon
from tizme.extract.discourse import Discourse
from tizme.extract.event_kinds import OF_THE_DEAD
from tizme.extract.fields import field_name
from tizme.extract.grammar import of_any_language
from tizme.extract.kinship import inverse_relation, relate_speakers, relative_mention
from tizme.extract.named_nouns import named_noun
from tizme.extract.names_of_nouns import name_of_noun
from tizme.extract.naming import name_mention
from tizme.extract.narrator import begin_answer
from tizme.extract.nouns import (
    group_mention,
    person_mention,
    pronoun_mention,
    whom_it_presupposes,
    with_him,
)
from tizme.extract.own_names import become_told_of
from tizme.extract.owner_names import apart_from_owner
from tizme.extract.people import NameSpan, find_names
from tizme.extract.recorded import take_up_story
from tizme.extract.speech import MARKS_BEFORE
from tizme.extract.together import share_family_name
from tizme.extract.who import MALE_KIN, KinLink, Ref, Who
from tizme.model import PlaceMatch
from tizme.names import sex_of
from tizme.places import Demonym

# Of words that begin and end together the more telling kind goes first.
_CAPTIVITY = frozenset({"captured", "exchanged", "seen_alive"})
_ORDER = {"kin": 0, "person": 1, "group": 2, "pron": 3}
_SOMEBODY = Cue("person", "(demonym)", "subject", "", frozenset(), ())
# Of so many and more a bare number beside one of these fates is a group; within so many tokens.
COUNTED = frozenset(
    {"died", "missing", "captured", "wounded", "buried", "body_repatriated", "charged", "sentenced"}
)
SEVERAL, NEAR_FATE = 2, 4
OPENING_REACH = 9  # tokens from "three more", with which a sentence opens, to their fate
_NUMBERED = frozenset({"№", "#", "no", "article", "ст", "статье", "статьи", "ик", "page", "$", "€"})
CLOSING_NOUNS = 5  # words of "a volunteer driver" behind "says", its article among them
WITNESS_SAYS = 12  # tokens from somebody new to "says"
ACTS = 6  # tokens from somebody new to "him"
MEMBERS_WITHIN = 4  # tokens from "brothers" to the second of their names
_OF_THEM = (["of", "them"], ["of", "whom"], ["из", "них"])  # behind a number: some of a group
_OTHERS = frozenset({"more", "others"})  # "three more are missing"
_DEAD_AND_WOUNDED = (200, 300)  # "кто говорит двести": the army's words, and no number of people
_FIGURES = frozenset({"-", "%", "/", "№", ":"})  # behind a number that counts no people
_OF_THE_WAR = COUNTED | {"deployed", "contract_signed", "recruited", "contact_lost", "last_contact", "stayed"}
SERVED_WITHIN = 8  # tokens behind a name in which Tajik tells that he served "together" with the one told of
RINGS_WITHIN = 3  # tokens from somebody to the verb of ringing up
TRADE_GAP = 4  # tokens between "was" or "as" and the trade that somebody has
_PEOPLE = Cue("group", "(demonyms)", "subject", "", frozenset(), ())


def read_mentions(sentence: Sentence, discourse: Discourse) -> list[Ref]:
    """Resolve every mention of a sentence, in order, and move the focus."""
    focus = discourse.focus
    if sentence.entry is not None and (focus is None or focus.entry != sentence.entry):
        discourse.focus = None  # a new entry of a list is about somebody else
    begin_answer(sentence, discourse)
    discourse.paragraph = sentence.paragraph
    discourse.focus_before = discourse.focus
    refs: list[Ref] = []
    for start, what in _candidates(sentence, discourse):
        if any(r.start <= start < r.stop and r.form != "pronoun" for r in refs):
            continue
        for ref in _resolve(sentence, what, refs, discourse):
            if _comrade_tells(sentence, ref, discourse) or _calls_himself_so(sentence, ref, discourse):
                ref.who.role = "source"
            refs.append(ref)
            discourse.notice(ref)
    if sentence.entry is not None and discourse.focus is None and not sentence.preamble:
        refs.append(_unnamed_entry(sentence, discourse))
        discourse.notice(refs[-1])
    _tell_sources(sentence, refs, discourse)
    _act_on_him(sentence, refs, discourse)
    _are_agents(sentence, refs, discourse)
    relate_speakers(sentence, refs, discourse)
    _turns_to_kin(sentence, refs, discourse)
    _seeks_his_brother(sentence, refs, discourse)
    become_told_of(sentence, refs, discourse.lang)
    discourse.move_focus(sentence, refs)
    _back_from_witness(sentence, refs, discourse)
    _whose_writer(discourse)
    take_up_story(refs, discourse)
    if discourse.focus is not None:
        told = {h.cue.property for h in sentence.hits if h.cue.kind == "event" and "neg" not in h.cue.flags}
        discourse.said |= {(discourse.focus.id, prop) for prop in told}
    if any(
        h.cue.kind == "event" and h.cue.property in OF_THE_DEAD and "weak" not in h.cue.flags
        for h in sentence.hits
    ):
        discourse.deaths.add(sentence.index)
    if any(is_jargon(h, "footage") for h in sentence.hits):
        discourse.films.add(sentence.paragraph)
    discourse.refs.append(refs)
    discourse.focuses.append(discourse.focus)
    return refs


def _whose_writer(discourse: Discourse) -> None:
    """ "Пишет сестра. Бекзод Т. ...": the relative of the first one whom her text tells of."""
    about, writer = discourse.focus, discourse.narrator
    if discourse.byline is None or about is None or writer is None or about.role != "subject":
        return
    start, stop, sentence = discourse.byline
    writer.anchor, writer.label = about, f"{writer.relation} of {about.label}"
    discourse.kin.append(KinLink(about, writer.relation, writer, start, stop, sentence))
    discourse.byline = None


def _candidates(sentence: Sentence, discourse: Discourse) -> list[tuple[int, NameSpan | Hit]]:
    """Names and words for people, each with where it begins; what is a name is no place."""
    labelled = field_name(sentence, discourse)
    names = (
        [labelled]
        if labelled is not None
        else find_names(
            sentence,
            discourse.text,
            lang=discourse.lang,
            known=discourse.known_keys(),
            plain=discourse.vouched.plain,
        )
    )
    sentence.places = [
        p
        for p in sentence.places
        if not any(n.start <= p.start < n.stop for n in names) and not _in_the_name_of_an_outlet(sentence, p)
    ]
    names = [n for n in names if not _of_a_house(sentence, n)]
    names = share_family_name(sentence, apart_from_owner(sentence, names, discourse), discourse.lang)
    discourse.names = discourse.all_names[sentence.index] = names
    sentence.named = {i for n in names for i in range(n.first, n.last + 1)}
    found: list[tuple[int, NameSpan | Hit]] = [(n.start, n) for n in names]
    parents = _parents(sentence)
    found += [(hit.start, hit) for hit in parents]
    found += [
        (hit.start, hit)
        for hit in sentence.hits
        if hit.cue.kind in _ORDER
        and not (hit.cue.kind == "kin" and any(p.start <= hit.start < p.stop for p in parents))
        and not any(n.start < hit.stop and hit.start < n.stop for n in names)
        and not _names_its_members(hit, names)
        and not _begins_an_event(sentence, hit)
        and not ("counted" in hit.cue.flags and not _counted(sentence, hit))
        and not _only_left_behind(sentence, hit)
        and not _of_a_compound(sentence, hit)
        and not _of_a_camp(sentence, hit, discourse.lang)
    ]
    found += [(h.start, h) for h in _people_by_trade(sentence, found, discourse)]
    taken = [(what.start, what.stop) for _, what in found]
    found += [(h.start, h) for h in _bare_numbers(sentence, taken)]
    found += [(h.start, h) for h in _people_by_country(sentence, taken, discourse)]
    found.sort(key=lambda c: (c[0], -c[1].stop, 0 if isinstance(c[1], NameSpan) else _ORDER[c[1].cue.kind]))
    return found


def _begins_an_event(sentence: Sentence, hit: Hit) -> bool:
    """ "asir olingan": the word for a prisoner is part of how he became one."""
    return "prisoner" in hit.cue.flags and any(
        h.cue.kind == "event" and h.first == hit.first and h.last == hit.last + 1 for h in sentence.hits
    )


def _in_the_name_of_an_outlet(sentence: Sentence, place: PlaceMatch) -> bool:
    """ "Ferghana Post reported": the name of those who write, and no place."""
    behind = sentence.word_at(place.stop - 1) + 1
    return any(
        is_jargon(h, "outlet_word") and h.first == behind and sentence.words[behind].text[:1].isupper()
        for h in sentence.hits
    )


def _of_a_house(sentence: Sentence, name: NameSpan) -> bool:
    """ "on the wall of the Isakov house": whose house, and nobody who acts."""
    article = name.first > 0 and sentence.words[name.first - 1].low == "the"
    return (
        article
        and name.parts == 1
        and any(is_jargon(h, "name_of") and h.first == name.last + 1 for h in sentence.hits)
    )


def _parents(sentence: Sentence) -> list[Hit]:
    """ "a 38-year-old father of five": a noun for a man, and nobody's father who is told of."""
    hits = []
    numbers = {sentence.word_at(start) for start, _, _ in sentence.counts()}
    for hit in sentence.hits:
        counted = hit.cue.property == "one_child" or (
            hit.cue.property == "parent_of" and hit.last + 1 in numbers
        )
        if counted:
            token = sentence.words[hit.first]
            kin = next((h for h in sentence.hits if h.cue.kind == "kin" and h.first == hit.first), None)
            sex = kin.cue.value if kin is not None else ""
            cue = Cue("person", "(parent)", "subject", sex, frozenset(), ())
            hits.append(Hit(cue, hit.first, hit.first, token.start, token.stop))
    return hits


def _people_by_country(sentence: Sentence, taken: list[tuple[int, int]], discourse: Discourse) -> list[Hit]:
    """ "кыргызстанца", "өзбекстандыкты": a demonym that stands for a person does what a noun would do."""
    hits = []
    for demonym in sentence.demonyms:
        covered = any(start < demonym.stop and demonym.start < stop for start, stop in taken)
        if not demonym.is_person or covered or _describes_a_teller(sentence, demonym):
            continue
        first, last = sentence.word_at(demonym.start), sentence.word_at(demonym.stop - 1)
        plural = sentence.words[last].low.endswith(discourse.grammar.plural_endings)
        cue = _PEOPLE if plural else _SOMEBODY
        hits.append(Hit(cue, first, last, demonym.start, demonym.stop))
    return hits


def _describes_a_teller(sentence: Sentence, demonym: Demonym) -> bool:
    """ "Украиналық журналист", "qirg'izistonlik yigit": right before a noun it says where he is from."""
    behind = sentence.word_at(demonym.stop - 1) + 1
    return any(
        h.first == behind
        and h.cue.kind == "person"
        and h.cue.property in {"source", "official", "subject"}
        and not _begins_an_event(sentence, h)
        for h in sentence.hits
    )


def _counted(sentence: Sentence, hit: Hit) -> bool:
    """ "two brothers", "троих друзей": some words are a group of victims only behind a number."""
    return any(0 < hit.first - sentence.word_at(stop - 1) <= 2 for _, stop, _ in sentence.counts())


def _only_left_behind(sentence: Sentence, hit: Hit) -> bool:
    """ "остались двое младших братьев", "двое сыновей": relatives who are counted are no group of victims."""
    if hit.cue.kind != "group" or "counted" not in hit.cue.flags:
        return False
    children = any(
        h.cue.kind == "kin" and "count" in h.cue.flags and h.first == hit.first for h in sentence.hits
    )
    left = any(is_jargon(h, "survivors") for h in sentence.hits)
    return children or left


def _of_a_compound(sentence: Sentence, hit: Hit) -> bool:
    """ "mercenary activity", "prisoner exchange": a noun that only says of what kind the next one is."""
    if hit.cue.kind not in {"person", "group"}:
        return False
    if any(
        h.first <= hit.last < h.last and hit.first < h.first and h.cue.kind in {"person", "group"}
        for h in sentence.hits
    ):
        return True  # "the dead man" is no "the dead"
    charged = any(
        h.cue.kind == "charge" and h.first <= hit.first and hit.last < h.last for h in sentence.hits
    )
    return charged or any(is_jargon(h, "compound") and h.first == hit.last + 1 for h in sentence.hits)


def _of_a_camp(sentence: Sentence, hit: Hit, lang: str) -> bool:
    """ "у таборі для військовополонених", "обмін полоненими": part of the words for captivity, and nobody."""
    cased = lang in {"ru", "uk"}  # "taken by infantry" ends in those who take him
    return (
        cased
        and hit.cue.kind == "group"
        and any(
            h.cue.kind == "event"
            and h.cue.property in _CAPTIVITY
            and h.first < hit.first
            and hit.last == h.last
            for h in sentence.hits
        )
    )


def _names_its_members(hit: Hit, names: list[NameSpan]) -> bool:
    """ "Two brothers, Said and Amin Gulov": the names behind are the group."""
    behind = [n for n in names if 0 < n.first - hit.last <= MEMBERS_WITHIN]
    return hit.cue.kind == "group" and len(behind) > 1 and behind[0].first - hit.last <= 2


def _people_by_trade(
    sentence: Sentence, found: list[tuple[int, NameSpan | Hit]], discourse: Discourse
) -> list[Hit]:
    """ "gave a former bus driver five years", "26-летний таксист": a trade behind an article or an age."""
    hits = []
    for hit in sentence.hits:
        if hit.cue.kind != "occupation" or any(
            what.start < hit.stop and hit.start < what.stop for _, what in found
        ):
            continue
        if hit.last > hit.first and not _names_a_trade(sentence, hit):
            continue  # "found a job in a car wash"
        before = sentence.words[max(0, hit.first - 3) : hit.first]
        article = any(t.low in discourse.grammar.indefinite for t in before) and discourse.lang == "en"
        aged = any(sentence.word_at(stop - 1) == hit.first - 1 for _, stop, _ in sentence.ages)
        says_what = any(
            h.cue.kind == "jargon"
            and h.cue.property in {"copula", "as"}
            and 0 < hit.first - h.last <= TRADE_GAP
            for h in sentence.hits
        )
        comma = _is_apposed(sentence, hit.first - len(before), hit.first, found)
        if (article or aged) and not says_what and not comma:
            hits.append(Hit(_SOMEBODY, hit.first, hit.last, hit.start, hit.stop))
    return hits


def _names_a_trade(sentence: Sentence, hit: Hit) -> bool:
    words = [t.low for t in sentence.words[hit.first : hit.last + 1]]
    return hit.cue.value.split()[-1] in words or words[-1].endswith(("er", "or", "man"))


def _is_apposed(sentence: Sentence, first: int, last: int, found: list[tuple[int, NameSpan | Hit]]) -> bool:
    """ "Husan M., a plasterer", not "In another case, a plasterer": somebody stands before the comma."""
    comma = next((i for i in range(last - 1, first - 1, -1) if sentence.words[i].low == ","), None)
    if comma is None or comma == 0:
        return False
    before = sentence.words[comma - 1]
    if before.kind != "word" or before.low.endswith("."):
        return True
    return any(what.start < before.stop and before.start < what.stop for _, what in found)


def _bare_numbers(sentence: Sentence, taken: list[tuple[int, int]]) -> list[Hit]:
    """ "погибло не менее 17", "at least 30 are dead": a number that nothing follows which it could count."""
    fates = [h for h in sentence.hits if h.cue.kind == "event" and h.cue.property in COUNTED]
    hits: list[Hit] = []
    for start, stop, value in sentence.counts():
        first, last = sentence.word_at(start), sentence.word_at(stop - 1)
        if any(
            h.cue.kind == "group" and h.cue.property == "subject" and h.first - last <= MEMBERS_WITHIN
            for h in sentence.hits
        ):
            continue  # "выходцев из области погибло не менее 17": the number is theirs
        if value < SEVERAL or value != int(value) or any(a < stop + 1 and start < b + 2 for a, b in taken):
            continue
        behind = sentence.words[last + 1] if last + 1 < len(sentence.words) else None
        sign = sentence.words[first - 1].low if first else ""
        if sign in _NUMBERED or (behind is not None and behind.low in _FIGURES):
            continue
        if any(h.cue.kind in {"unit", "prison"} and h.first <= first <= h.last for h in sentence.hits):
            continue  # "в/ч 12345": a number of a unit
        if _of_the_event(sentence, first) or _counts_a_limb(sentence, last) or value in _DEAD_AND_WOUNDED:
            continue
        if sign == "," and behind is not None and behind.low == ",":
            continue  # "B., 28, received ...": an age
        if any(0 < first - i <= NEAR_FATE and not _said_between(sentence, i, first) for i in sentence.named):
            continue  # "Said and Amin Gulov, 22 and 25": their ages
        of_them = [t.low for t in sentence.words[last + 1 : last + 3]] in _OF_THEM
        last += len(_OF_THEM[0]) if of_them else 0
        others = behind is not None and behind.low in _OTHERS
        last += 1 if others else 0
        counts_nothing = (
            of_them or others or behind is None or behind.kind == "mark" or _verb_at(sentence, last + 1)
        )
        reach = OPENING_REACH if others and first <= 1 else NEAR_FATE
        if counts_nothing and any(-NEAR_FATE <= h.first - last <= reach for h in fates):
            hits.append(Hit(_PEOPLE, first, last, sentence.words[first].start, sentence.words[last].stop))
    return hits


def _said_between(sentence: Sentence, name: int, number: int) -> bool:
    """ "Azamat Karimov said 17 were missing": what he said, and no age of his."""
    return any(h.cue.kind == "say" and name < h.first < number for h in sentence.hits)


def _of_the_event(sentence: Sentence, at: int) -> bool:
    """ "Груз 200", "получил два осколочных ранения": a number that is itself what is told."""
    low = sentence.words[at].low
    return any(
        h.first <= at <= h.last
        and (
            any(part is not None and low in part.words for part in h.cue.parts)
            or (h.cue.property == "wounded" and h.first < at < h.last)
        )
        for h in sentence.hits
        if h.cue.kind == "event"
    )


def _counts_a_limb(sentence: Sentence, last: int) -> bool:
    """ "екі қолынан жараланып": the words of a wound right behind a number begin with what it counts."""
    return any(
        h.cue.property == "wounded" and h.first == last + 1 and h.last > h.first and h.cue.kind == "event"
        for h in sentence.hits
    )


_HAVE = frozenset({"had", "have"})


def _verb_at(sentence: Sentence, at: int) -> bool:
    """A verb begins here: what befell, or "were" and "had" before it."""
    if at < len(sentence.words) and sentence.words[at].low in _HAVE:
        at += 1  # "17 had died", "17 had been killed"
    return any(
        h.first <= at <= h.last and (h.cue.kind == "event" or h.cue.property in {"copula", "not"})
        for h in sentence.hits
    )


def _resolve(sentence: Sentence, what: NameSpan | Hit, refs: list[Ref], discourse: Discourse) -> list[Ref]:
    if isinstance(what, NameSpan):
        found = name_mention(sentence, what, refs, discourse)
    elif what.cue.kind == "kin":
        found = relative_mention(sentence, what, refs, discourse)
    elif what.cue.kind == "person":
        return _resolve_noun(sentence, what, refs, discourse)
    elif what.cue.kind == "group":
        found = group_mention(sentence, what, discourse)
    else:
        found = pronoun_mention(sentence, what, refs, discourse)
    return [found] if found is not None else []


def _resolve_noun(sentence: Sentence, hit: Hit, refs: list[Ref], discourse: Discourse) -> list[Ref]:
    """A noun for one person: it belongs to a kin word, to somebody else, to a name, or stands for itself."""
    if _possessor_of_kin(hit, refs, discourse):
        refs[-1].last, refs[-1].stop = hit.last, hit.stop
        _turn_to_the_dead(hit, refs[-1], discourse)
        return []
    closing = _closes_what_is_said(sentence, hit, discourse)
    if closing is not None or _somebody_elses(hit, discourse):
        start, first, last, stop = noun_phrase(sentence, hit, lang=discourse.lang)
        last, stop = (closing, sentence.words[closing].stop) if closing is not None else (last, stop)
        who = discourse.somebody(discourse.text[start:stop], sentence, role="source", sex=hit.cue.value)
        return [Ref(who, start, stop, first, last, "nominal", sentence.index, new=True)]
    name = name_of_noun(sentence, hit, discourse)
    if name is not None:
        return named_noun(sentence, hit, name, refs, discourse)
    found = person_mention(sentence, hit, refs, discourse)
    return [found] if found is not None else []


def _possessor_of_kin(hit: Hit, refs: list[Ref], discourse: Discourse) -> bool:
    """ "отец погибшего": the noun only says whose father."""
    return (
        bool(refs)
        and refs[-1].kin is not None
        and hit.first == refs[-1].last + 1
        and discourse.grammar.owner_behind
    )


def _turn_to_the_dead(hit: Hit, kin: Ref, discourse: Discourse) -> None:
    """ "Брат погибшего просит ...": of two of whom a text tells the one who died."""
    owner = kin.who.anchor
    meant = whom_it_presupposes(hit, owner, discourse)
    if not kin.new or owner is None or meant is None or meant is owner or discourse.narrates == "relative":
        return
    kin.who.anchor, kin.who.label = meant, f"{kin.who.relation} of {meant.label}"
    for link in discourse.kin:
        link.anchor = meant if link.relative is kin.who else link.anchor
    discourse.focus = meant


def _somebody_elses(hit: Hit, discourse: Discourse) -> bool:
    """ "Чоловік Гульнари помер": a man right before a woman's name is hers, not the one in focus."""
    sexes = {"male", "female"}
    return any(
        name.first == hit.last + 1 and {hit.cue.value, sex_of(name.nominative, lang=discourse.lang)} == sexes
        for name in discourse.names
    )


def _closes_what_is_said(sentence: Sentence, hit: Hit, discourse: Discourse) -> int | None:
    """The last token of "a volunteer medic" in "Wounded near Bakhmut, says a volunteer medic".

    Somebody new tells it there, and not the one told of. None where the noun stands otherwise.
    """
    words = sentence.words
    say = next(
        (
            h.last
            for h in reversed(sentence.hits)
            if h.cue.kind == "say" and "to" not in h.cue.flags and 0 < hit.first - h.last <= CLOSING_NOUNS
        ),
        0,
    )
    if discourse.lang != "en" or say < 2 or words[say - 1].low not in MARKS_BEFORE:
        return None
    last = next((i - 1 for i in range(say + 1, len(words)) if words[i].kind == "mark"), len(words) - 1)
    nouns = words[say + 1 : last + 1]
    closed = 1 < len(nouns) <= CLOSING_NOUNS and all(t.text.islower() for t in nouns)
    return last if closed and nouns[0].low in discourse.grammar.indefinite else None


def _unnamed_entry(sentence: Sentence, discourse: Discourse) -> Ref:
    """An entry of a list that names nobody: its first words stand for the person."""
    last = next(
        (i - 1 for i, t in enumerate(sentence.words) if i and t.low in {",", ";", "."}),
        len(sentence.words) - 1,
    )
    stop = sentence.words[last].stop
    who = discourse.somebody(discourse.text[sentence.start : stop], sentence)
    return Ref(who, sentence.start, stop, 0, last, "nominal", sentence.index, new=True)


def _are_agents(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """ "He had been recruited by a compatriot, Jamol": who did it is not whom it befell."""
    for ref in refs:
        behind_by = ref.first > 0 and sentence.words[ref.first - 1].low == "by" and discourse.lang == "en"
        done = any(h.cue.kind == "event" and 0 <= ref.first - 1 - h.last <= 1 for h in sentence.hits)
        if (
            ref.new
            and behind_by
            and done
            and ref.who.role == "subject"
            and ref.kin is None
            and not ref.who.group
        ):
            ref.who.role = "source"
            if discourse.focus is ref.who:
                discourse.focus = discourse.focus_before


def _act_on_him(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """ "A nurse from Tokmok identified him": somebody new who does something to the one told of."""
    for ref in refs:
        who = ref.who
        passes_by = ref.new and ref.form == "nominal" and who.role in {"subject", "source"} and not who.group
        if not passes_by or who.named or who.age or ref.kin:
            continue
        patient = next(
            (
                h.first
                for h in sentence.hits
                if h.cue.kind == "pron"
                and "patient" in h.cue.flags
                and ref.last < h.first <= ref.last + _reach_of(sentence, ref)
            ),
            None,
        )
        if patient is None or any(t.kind == "mark" for t in sentence.words[ref.last + 1 : patient]):
            continue
        if any(r.who is not who and ref.last < r.first < patient for r in refs):
            continue
        who.role = "source"
        if discourse.focus is who or discourse.focus is None:
            discourse.focus = discourse.focus_before
        for pronoun in refs:
            if pronoun.first >= patient and pronoun.who is who and discourse.focus_before is not None:
                pronoun.who = discourse.focus_before


def _tell_sources(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """An unnamed somebody who only calls or tells ("A man phoned the widow and said ...") is a source."""
    says = [h.first for h in sentence.hits if h.cue.kind == "say"]
    for ref in refs:
        if _only_brought_in(ref, origins=True) and _calls(sentence, ref, discourse):
            ref.who.role = "source"
            discourse.focus = discourse.focus_before
            _not_the_caller(ref, refs, discourse.focus)
            continue
        after = [s for s in says if s > ref.last]
        if not after or not _only_brought_in(ref) or _another_says(sentence, ref, after[0]):
            continue
        if any(who is ref.who for who in discourse.ordinals.values()):
            continue  # "Uchinchi asir ismini aytmadi": one of those told of
        from_there = any(d.start >= ref.start and d.stop <= ref.stop for d in sentence.demonyms)
        if from_there and not with_him(sentence, ref.first, discourse):
            continue
        suffered = any(
            h.cue.kind == "event" and "weak" not in h.cue.flags and ref.last < h.first < after[0]
            for h in sentence.hits
        )
        if not suffered:
            ref.who.role = "source"
            if discourse.focus is ref.who:
                discourse.focus = discourse.focus_before


def _comrade_tells(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Нурлан менен чогуу кызмат кылган Артур агасына жазып, ...": who served with him only brings word.

    Not where something befell the comrade "too" ("Артур да").
    """
    about, who = discourse.focus_before, ref.who
    named = ref.form == "name" or _writes_to_one(sentence, ref.last, discourse)
    if about is None or about is who or not (ref.new and named and who.role == "subject" and not ref.kin):
        return False
    behind = [t.low for t in sentence.words[ref.last + 1 : ref.last + 1 + SERVED_WITHIN]]
    together = with_him(sentence, ref.first, discourse) or (
        discourse.grammar.verb_last
        and discourse.grammar.owner_behind
        and bool(of_any_language("together_words") & set(behind))
    )
    tells = any((h.cue.kind == "say" or is_jargon(h, "called")) and h.first > ref.last for h in sentence.hits)
    return (
        together and tells and not any(is_jargon(h, "too") and h.first == ref.last + 1 for h in sentence.hits)
    )


def _calls_himself_so(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "өзүн «Саша» деп тааныштырган орус кат жазды": who only gives a name to the family brings word."""
    about, who = discourse.focus_before, ref.who
    brought = ref.new and ref.form == "name" and who.role == "subject" and ref.first == ref.last
    if about is None or about is who or not about.named or not brought or not discourse.grammar.verb_last:
        return False
    himself = any(is_jargon(h, "whom_himself") and 0 < ref.first - h.last <= 2 for h in sentence.hits)
    return himself and any(is_jargon(h, "name_is") and 0 < h.first - ref.last <= 2 for h in sentence.hits)


def _writes_to_one(sentence: Sentence, last: int, discourse: Discourse) -> bool:
    """ "бир өзбек жигит Чыңгызга үн кат жөнөтүп": right behind him stands whom he writes to."""
    behind = sentence.words[last + 1 : last + 2]
    return any(t.text[:1].isupper() and t.low.endswith(discourse.grammar.dative_endings) for t in behind)


def _reach_of(sentence: Sentence, ref: Ref) -> int:
    """How far "him" may stand from somebody new: "a lad from Y. who lies in B. says he saw him"."""
    witness = any(
        h.cue.kind == "say" and 0 < h.first - ref.last <= WITNESS_SAYS and not sentence.in_quote(h.start)
        for h in sentence.hits
    )
    return WITNESS_SAYS + ACTS if witness else ACTS


def _another_says(sentence: Sentence, ref: Ref, say: int) -> bool:
    """ "... a term to a man who fought, the court's press service said": an office stands nearer the verb."""
    return any(
        h.cue.kind == "org" and h.cue.property != "press" and ref.last < h.first and 0 < say - h.last <= 1
        for h in sentence.hits
    )


def _turns_to_kin(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """ "Сатаровдун бөлөсү, 24 жаштагы Нурсултан Маматов да ошол ротада болгон": the text turns to the cousin.

    He opens a paragraph with name and age, says nothing there, and something of the war befell him.
    """
    before = discourse.refs[-1] if discourse.refs else []
    if any(r.who.paragraph == sentence.paragraph for r in before):
        return
    for ref in refs:
        kin = ref.who.relation in MALE_KIN and ref.who.role == "relative" and ref.form == "name" and ref.new
        told = any(
            h.cue.kind == "unit" or (h.cue.kind == "event" and h.cue.property in _OF_THE_WAR)
            for h in sentence.hits
            if h.first > ref.last
        )
        silent = not any(h.cue.kind in {"say", "according"} for h in sentence.hits)
        if kin and told and silent and ref.who.age and discourse.grammar.verb_last:
            ref.who.role = "subject"


def _seeks_his_brother(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """ "Інісі Асылжан Өтепов келісімшартқа отырған": of two brothers the one whom something befell.

    He opens the sentence in the nominative and is alone in it, and of the other no fate was told.
    """
    about = discourse.focus_before
    named = next((r for r in refs if r.form == "name"), None)
    if (
        about is None
        or named is None
        or not discourse.grammar.verb_last
        or len({id(r.who) for r in refs}) > 1
    ):
        return
    who = named.who
    brother = who.role == "relative" and who.anchor is about and who.relation in MALE_KIN and named.new
    acts = any(
        h.cue.kind == "event" and h.cue.property in _OF_THE_WAR and h.first > named.last
        for h in sentence.hits
    )
    silent = not any(h.cue.kind in {"say", "according"} for h in sentence.hits)
    untold = about.role == "subject" and not any((about.id, p) in discourse.said for p in _OF_THE_WAR)
    if not (brother and acts and silent and untold and refs[0].first == 0):
        return
    sex = about.sex or sex_of(about.name, lang=discourse.lang)
    about.role, about.anchor = "relative", who
    about.relation = inverse_relation(who.relation, sex)
    who.role, who.anchor, who.relation = "subject", None, ""
    for link in discourse.kin:
        if link.relative is who and link.anchor is about:
            link.anchor, link.relative, link.relation = who, about, about.relation
    discourse.focus = who


def _back_from_witness(sentence: Sentence, refs: list[Ref], discourse: Discourse) -> None:
    """ "Один парень, Фарух, сказал мне: не ждите": who tells a mother is not whom she tells of."""
    about, now = discourse.focus_before, discourse.focus
    if discourse.narrates != "relative" or about is None or now is about or now is None:
        return
    told_me = any(
        h.cue.kind == "say"
        and any(
            t.low in discourse.grammar.ages_whom for t in sentence.words[max(0, h.first - 2) : h.last + 3]
        )
        for h in sentence.hits
    )
    if told_me and any(r.new and r.who is now for r in refs) and about.role == "subject":
        discourse.focus = about


def _not_the_caller(caller: Ref, refs: list[Ref], about: Who | None) -> None:
    """ "Бір жігіт телефон соғып, оны ... айтыпты": "him" is the one told of."""
    for ref in refs:
        if about is not None and ref.form == "pronoun" and ref.who is caller.who and ref.first > caller.last:
            ref.who = about


def _calls(sentence: Sentence, ref: Ref, discourse: Discourse) -> bool:
    """ "Бир орус киши чалып, ...", "бір жігіт телефон соғып": who only rings about the one told of."""
    about = discourse.focus_before
    if about is None or not discourse.grammar.verb_last or ref.who is about:
        return False
    opening = {t.low for t in sentence.words[max(0, ref.first - 2) : ref.first + 1]}
    rings = any(is_jargon(h, "called") and 0 < h.first - ref.last <= RINGS_WITHIN for h in sentence.hits)
    return rings and bool(opening & discourse.grammar.indefinite)


def _only_brought_in(ref: Ref, *, origins: bool = False) -> bool:
    """True for somebody new of whom the text tells neither name, age, origin nor kin."""
    who = ref.who
    told = who.named or who.group or who.age or (who.origin and not origins) or ref.kin
    return ref.new and who.role == "subject" and not told
