"""Who is who in a text: every mention resolved to a person or a group, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from tizme.extract.annotate import Grammar, Sentence, grammar
from tizme.extract.cues import Cue, Hit
from tizme.extract.people import NameSpan, find_names, stem
from tizme.model import Place
from tizme.names import sex_of
from tizme.text import fold

LOOK_AHEAD = 9  # tokens from a noun to the name that it introduces
NEAR = 4  # tokens between a name and the kin word, age or title that belongs to it


_ORDER = {"kin": 0, "person": 1, "group": 2, "pron": 3}
_SOMEBODY = Cue("person", "(demonym)", "subject", "", frozenset(), ())
_PEOPLE = Cue("group", "(demonyms)", "subject", "", frozenset(), ())


@dataclass(slots=True)
class Who:
    """A person or group while the text is being read."""

    id: str
    label: str
    role: str = "subject"
    named: bool = False
    group: bool = False
    name: str = ""
    sex: str = ""
    keys: set[str] = field(default_factory=set)
    age: str = ""
    origin: set[str] = field(default_factory=set)
    relation: str = ""
    anchor: Who | None = None
    head: str = ""
    paragraph: int = -1
    last_paragraph: int = -1
    since: int = -1  # index of the sentence that brought them in
    by_kin: bool = False  # brought in as somebody's husband or son
    entry: int | None = None


@dataclass(slots=True)
class Ref:
    """Words that stand for somebody: tokens ``[first, last]`` of a sentence."""

    who: Who
    start: int
    stop: int
    first: int
    last: int
    form: str  # name | nominal | pronoun
    sentence: int
    new: bool = False
    kin: Hit | None = None


@dataclass(slots=True)
class KinLink:
    """Somebody is somebody's relative, and the words that say so."""

    anchor: Who
    relation: str
    relative: Who
    start: int
    stop: int
    sentence: int


class Discourse:
    """Reads sentences in order and keeps who was spoken of.

    ``focus`` is the one person whom the text is about just now: the last subject introduced or named.
    """

    def __init__(self, text: str, *, lang: str) -> None:
        self.text, self.lang = text, lang
        self.grammar: Grammar = grammar(lang)
        self.everyone: list[Who] = []
        self.refs: list[list[Ref]] = []
        self.kin: list[KinLink] = []
        self.focus: Who | None = None
        self.latest_woman: Who | None = None
        self.latest: Who | None = None
        self._paragraph = -1
        self._names: list[NameSpan] = []
        self._focus_before: Who | None = None

    # -- reading ---------------------------------------------------------------------------------

    def read(self, sentence: Sentence) -> list[Ref]:
        """Resolve every mention of a sentence, in order, and move the focus."""
        if sentence.entry is not None and (not self._in_entry(sentence.entry)):
            self._begin_entry()
        self._paragraph = sentence.paragraph
        self._focus_before = self.focus
        refs: list[Ref] = []
        for start, what in self._candidates(sentence):
            if any(r.start <= start < r.stop and r.form != "pronoun" for r in refs):
                continue
            for ref in self._resolve(sentence, what, refs):
                refs.append(ref)
                self._notice(ref)
        if sentence.entry is not None and self.focus is None:
            refs.append(self._unnamed_entry(sentence))
            self._notice(refs[-1])
        self._tell_sources(sentence, refs)
        self._move_focus(sentence, refs)
        self.refs.append(refs)
        return refs

    def _in_entry(self, entry: int) -> bool:
        return self.focus is not None and self.focus.entry == entry

    def _begin_entry(self) -> None:
        self.focus = None

    def _candidates(self, sentence: Sentence) -> list[tuple[int, NameSpan | Hit]]:
        known = frozenset(key for who in self.everyone for key in who.keys)
        names = find_names(sentence, self.text, lang=self.lang, known=known)
        sentence.places = [p for p in sentence.places if not any(n.start <= p.start < n.stop for n in names)]
        self._names = names
        sentence.named = {i for n in names for i in range(n.first, n.last + 1)}
        found: list[tuple[int, NameSpan | Hit]] = [(n.start, n) for n in names]
        for hit in sentence.hits:
            if hit.cue.kind in {"person", "group", "kin", "pron"} and not any(
                n.start < hit.stop and hit.start < n.stop for n in names
            ):
                found.append((hit.start, hit))
        found += [(h.start, h) for h in self._people_by_country(sentence, found)]
        found.sort(
            key=lambda c: (c[0], -c[1].stop, 0 if isinstance(c[1], NameSpan) else _ORDER[c[1].cue.kind])
        )
        return found

    def _people_by_country(self, sentence: Sentence, found: list[tuple[int, NameSpan | Hit]]) -> list[Hit]:
        """ "кыргызстанца", "өзбекстандыкты": a demonym that stands for a person does what a noun would do."""
        hits = []
        for demonym in sentence.demonyms:
            covered = any(a.start < demonym.stop and demonym.start < a.stop for _, a in found)
            if not demonym.is_person or covered:
                continue
            first, last = sentence.word_at(demonym.start), sentence.word_at(demonym.stop - 1)
            plural = sentence.words[last].low.endswith(self.grammar.plural_endings)
            cue = _PEOPLE if plural else _SOMEBODY
            hits.append(Hit(cue, first, last, demonym.start, demonym.stop))
        return hits

    def _resolve(self, sentence: Sentence, what: NameSpan | Hit, refs: list[Ref]) -> list[Ref]:
        if isinstance(what, NameSpan):
            found = self._name(sentence, what, refs)
        elif what.cue.kind == "kin":
            found = self._kin(sentence, what, refs)
        elif what.cue.kind == "person" and self._possessor_of_kin(what, refs):
            refs[-1].last, refs[-1].stop = what.last, what.stop
            return []
        elif what.cue.kind == "person" and self._somebody_elses(sentence, what):
            start, first, last, stop = self._phrase(sentence, what)
            who = self._somebody(self.text[start:stop], sentence, role="source", sex=what.cue.value)
            return [Ref(who, start, stop, first, last, "nominal", sentence.index, new=True)]
        elif what.cue.kind == "person":
            name = self._name_after(sentence, what)
            if name is not None:
                return self._titled(sentence, what, name, refs)
            found = self._person(sentence, what, refs)
        elif what.cue.kind == "group":
            found = self._group(sentence, what)
        else:
            found = self._pronoun(sentence, what, refs)
        return [found] if found is not None else []

    def _possessor_of_kin(self, hit: Hit, refs: list[Ref]) -> bool:
        """ "отец погибшего": the noun only says whose father."""
        return (
            bool(refs)
            and refs[-1].kin is not None
            and hit.first == refs[-1].last + 1
            and not self.grammar.verb_last
        )

    def _somebody_elses(self, sentence: Sentence, hit: Hit) -> bool:
        """ "Чоловік Гульнари помер": a man right before a woman's name is hers, not the one in focus."""
        sexes = {"male", "female"}
        return any(
            name.first == hit.last + 1 and {hit.cue.value, sex_of(name.nominative, lang=self.lang)} == sexes
            for name in self._names
        )

    def _name_after(self, sentence: Sentence, hit: Hit) -> NameSpan | None:
        """The name that a noun introduces: "уроженец Аштского района Абубакр Назимов"."""
        after = [n for n in self._names if n.first > hit.last]
        if "another" in hit.cue.flags and after and after[0].first - hit.last <= LOOK_AHEAD:
            return after[0]
        if not after or after[0].first - hit.last > LOOK_AHEAD:
            return None
        name = after[0]
        between = sentence.words[hit.last + 1 : name.first]
        if any(t.kind == "mark" and t.low not in {".", '"'} for t in between):
            return None
        busy = {"event", "say", "pron", "kin", "mark", "group"}
        inside = [
            h for h in sentence.hits if h.first > hit.last and h.last < name.first and h.cue.kind in busy
        ]
        covered = [(p.start, p.stop) for p in sentence.places] + [
            (d.start, d.stop) for d in sentence.demonyms
        ]
        covered += [(a, b) for a, b, _ in sentence.ages]
        loose = [t for t in between if not any(a <= t.start < b for a, b in covered)]
        return name if not inside and len(loose) <= 1 else None

    def _titled(self, sentence: Sentence, hit: Hit, name: NameSpan, refs: list[Ref]) -> list[Ref]:
        if "another" in hit.cue.flags:  # "його тезко, Отабек Ергашев": a second man of that name
            other = self._somebody(name.nominative, sentence, sex=hit.cue.value)
            keys = {stem(p) for p in name.nominative.split() if len(p) > 2}
            self._christen(other, name, keys)
            other.age = self._age_beside(sentence, name.first, name.last)
            ref: Ref | None = Ref(
                other, name.start, name.stop, name.first, name.last, "name", sentence.index, new=True
            )
        else:
            ref = self._name(sentence, name, refs)
        if ref is None:
            return []
        start, first, last, stop = self._phrase(sentence, hit)
        ref.who.sex = ref.who.sex or hit.cue.value
        if ref.new and hit.cue.property in {"official", "source"}:
            ref.who.role = hit.cue.property
        noun = Ref(ref.who, start, stop, first, last, "nominal", sentence.index)
        return [noun, ref]

    def _unnamed_entry(self, sentence: Sentence) -> Ref:
        """An entry of a list that names nobody: its first words stand for the person."""
        last = next(
            (i - 1 for i, t in enumerate(sentence.words) if i and t.low in {",", ";", "."}),
            len(sentence.words) - 1,
        )
        stop = sentence.words[last].stop
        who = self._somebody(self.text[sentence.start : stop], sentence)
        return Ref(who, sentence.start, stop, 0, last, "nominal", sentence.index, new=True)

    # -- names -----------------------------------------------------------------------------------

    def _name(self, sentence: Sentence, span: NameSpan, refs: list[Ref]) -> Ref | None:
        keys = {stem(part) for part in span.nominative.replace(".", " ").split() if len(part) > 2}
        age, origin = (
            self._age_beside(sentence, span.first, span.last),
            self._origin_beside(sentence, span.first),
        )
        before = refs[-1] if refs and span.first - refs[-1].last <= NEAR else None
        if before is not None and before.form == "nominal" and self._apposed(sentence, before, span):
            return self._apposition(sentence, before, span, keys, age)
        who = self._same_name(keys, age, origin, sentence)
        if who is None and span.parts == 1 and not self._worth_one_word(sentence, span):
            return None
        new = who is None
        if who is None:
            who = self._cataphor(sentence, age, span, refs) or self._somebody(span.nominative, sentence)
            self._christen(who, span, keys)
            if self._title_before(sentence, span):
                who.role = "official"
        who.age = who.age or age
        who.origin |= origin
        if len(span.nominative.split()) > len(who.name.split()) and keys >= who.keys:
            who.name = who.label = span.nominative
        who.keys |= keys if not new else set()
        return Ref(who, span.start, span.stop, span.first, span.last, "name", sentence.index, new)

    def _apposed(self, sentence: Sentence, before: Ref, span: NameSpan) -> bool:
        """ "Брат погибшего Нурбек", "his brother, Erkin", "a native of Osh, Ayan A.": no clause between."""
        between = sentence.words[before.last + 1 : span.first]
        if before.who.group or any(t.low in {"-", ";", ":", ".", '"'} for t in between):
            return False
        first, last = before.last + 1, span.first - 1
        busy = [
            h
            for h in sentence.hits
            if h.first >= first and h.last <= last and h.cue.kind in {"event", "say", "pron"}
        ]
        if busy or sum(t.low == "," for t in between) > 2:
            return False
        if before.kin is not None and before.who.named:
            return False
        return not (before.who.named and not before.who.keys & {stem(p) for p in span.nominative.split()})

    def _apposition(self, sentence: Sentence, before: Ref, span: NameSpan, keys: set[str], age: str) -> Ref:
        if self._owns_the_kin(sentence, before, span):
            return self._owner_named(sentence, before, span, keys)
        who = before.who
        known = self._same_name(keys, age, set(), sentence)
        if known is not None and known is not who and known.role == "subject" and before.kin is not None:
            # "Жена Токтогулова узнала": the name says whose wife.
            who.anchor = known
            for link in self.kin:
                link.anchor = known if link.relative is who else link.anchor
            return Ref(known, span.start, span.stop, span.first, span.last, "name", sentence.index)
        if known is not None and known is not who and before.new:
            self._absorb(known, who)
            before.who = who = known
        new = not who.named
        if new:
            self._christen(who, span, keys)
        who.age = who.age or age
        return Ref(who, span.start, span.stop, span.first, span.last, "name", sentence.index, new)

    def _owns_the_kin(self, sentence: Sentence, before: Ref, span: NameSpan) -> bool:
        """ "Мати Далера Назарова": right behind a kin word a name in another case says whose kin."""
        if before.kin is None or self.grammar.verb_last or span.first != before.last + 1:
            return False
        return fold(self.text[span.start : span.stop]) != fold(span.nominative) and self.lang != "en"

    def _owner_named(self, sentence: Sentence, before: Ref, span: NameSpan, keys: set[str]) -> Ref:
        kin = before.who
        owner = self._same_name(keys, "", set(), sentence)
        new = owner is None
        victim = before.kin is not None and "victim" in before.kin.cue.flags
        if owner is None:
            owner = self._somebody(span.nominative, sentence, role="relative" if victim else "subject")
            self._christen(owner, span, keys)
        if victim and not before.new and owner is not kin:
            # "Чоловік Гульнари": not the one in focus but Гульнара's husband.
            before.who = self._somebody(self.text[before.start : span.stop], sentence, sex=kin.sex)
        elif not victim and kin.anchor is not owner:
            if before.new:
                self.kin = [link for link in self.kin if link.relative is not kin]
            else:
                kin = before.who = self._somebody(
                    f"{kin.relation} of {owner.label}", sentence, role="relative"
                )
            kin.anchor = owner
            relation = before.kin.cue.property if before.kin is not None else ""
            kin.relation = relation
            kin.label = f"{relation} of {owner.label}"
            self.kin.append(KinLink(owner, relation, kin, before.start, span.stop, sentence.index))
        return Ref(owner, span.start, span.stop, span.first, span.last, "name", sentence.index, new)

    def _christen(self, who: Who, span: NameSpan, keys: set[str]) -> None:
        who.named, who.name, who.label = True, span.nominative, span.nominative
        who.keys |= keys

    def _same_name(self, keys: set[str], age: str, origin: set[str], sentence: Sentence) -> Who | None:
        """Somebody met before whose name this can be, unless age or origin say it is another."""
        if sentence.entry is not None:
            pool = [w for w in self.everyone if w.entry == sentence.entry]
        else:
            pool = self.everyone
        best: Who | None = None
        for who in reversed(pool):
            if not who.named or not _keys_agree(keys, who.keys):
                continue
            if age and who.age and age.strip("~") != who.age.strip("~"):
                continue
            if origin and who.origin and not origin & who.origin:
                continue
            if origin and origin & who.origin:
                return who
            if best is None or (who is self.focus and not keys - who.keys):
                best = who
        return best

    def _worth_one_word(self, sentence: Sentence, span: NameSpan) -> bool:
        """A single given name is somebody new only beside an age or in an entry of a list."""
        return sentence.entry is not None or bool(self._age_beside(sentence, span.first, span.last))

    def _cataphor(self, sentence: Sentence, age: str, span: NameSpan, refs: list[Ref]) -> Who | None:
        """ "... buried a man who died. Nurlan Abdraimov, 34, ...": the unnamed one gets the name.

        Only one whom this sentence or the one before has just brought in, and never somebody's husband: to read
        two persons as one is the worst that this room can do.
        """
        here = [r.who for r in refs if r.new and not r.who.named and r.who.role == "subject" and not r.kin]
        who = here[-1] if here else self.focus
        if (
            who is None
            or who.by_kin
            or (sentence.index - who.since > 1 and who is not self._first_subject())
            or who.named
            or who.group
            or who.role != "subject"
            or span.parts < 2
        ):
            return None
        if who.age and age != who.age:
            return None  # whose age was told and is not told again is somebody else
        return who if sentence.paragraph - who.paragraph <= 1 and sentence.entry == who.entry else None

    def _first_subject(self) -> Who | None:
        """The one with whom the text began: "An Uzbek citizen surrendered. ... Sardor J. is from Bukhara"."""
        return next((w for w in self.everyone if w.role == "subject" and not w.group), None)

    def _title_before(self, sentence: Sentence, span: NameSpan) -> bool:
        return any(
            h.cue.kind in ({"person"} if self.grammar.verb_last else {"person", "org"})
            and h.cue.property == "official"
            and 0 < span.first - h.last <= 2
            for h in sentence.hits
        )

    # -- kin words -------------------------------------------------------------------------------

    def _kin(self, sentence: Sentence, hit: Hit, refs: list[Ref]) -> Ref | None:
        flags = hit.cue.flags
        if "count" in flags:
            return None
        owner = self._owner(hit, refs)
        if "victim" in flags:
            return self._victim_kin(sentence, hit, refs, owner)
        if (
            "maybe" in flags
            and self._speaker_is_relative(refs)
            and (owner is None or owner.role != "subject")
        ):
            return self._victim_kin(sentence, hit, refs, owner)
        anchor = owner if owner is not None and owner.role == "subject" else self._now(refs)
        start, first = self._with_possessor(sentence, hit, refs)
        if anchor is None:
            who = self._somebody(
                self.text[hit.start : hit.stop], sentence, role="relative", sex=hit.cue.value
            )
            who.relation, who.group = hit.cue.property, "plural" in flags
            return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True, kin=hit)
        relation = hit.cue.property
        known = [w for w in self.everyone if w.anchor is anchor and w.relation == relation]
        new = not known
        who = known[0] if known else self._somebody(
            f"{relation} of {anchor.label}", sentence, role="relative", sex=hit.cue.value
        )  # fmt: skip
        who.relation, who.anchor = relation, anchor
        who.group = "plural" in flags
        if new:
            self.kin.append(KinLink(anchor, relation, who, start, hit.stop, sentence.index))
        return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new, hit)

    def _victim_kin(self, sentence: Sentence, hit: Hit, refs: list[Ref], owner: Who | None) -> Ref | None:
        """ "her husband", "мой сын": the one spoken of, told from the relative's side."""
        start, first = self._with_possessor(sentence, hit, refs)
        teller = owner if owner is not None and owner.role != "subject" else None
        if teller is None and owner is None and self._new_woman(refs) is not None:
            teller = self._new_woman(refs)
        if teller is None and self._just_introduced(owner, refs):
            # "Dilfuza Qodirova eri Shuhrat Qodirovni qidirmoqda": she looks for her husband.
            teller = owner
        if teller is None:
            teller = next(
                (r.who for r in reversed(refs) if r.who.role in {"relative", "source"} and not r.who.group),
                None,
            )
        who: Who | None = self.focus if self.focus is not teller else None
        other = self._other_name_follows(sentence, hit, who)
        if other or (owner is not None and owner is self.focus and not owner.group):
            return self._kin_of_focus(sentence, hit, owner or self.focus, start, first)
        if teller is not None and self._first_person_before(sentence, hit):
            teller = None  # "незнакомый человек сказал, что мой сын ...": not the stranger's son
        fresh = (
            teller is not None
            and teller.anchor is None
            and not teller.named
            and teller.paragraph == sentence.paragraph
            and who is not None
            and who.last_paragraph != sentence.paragraph
        )
        if who is None or fresh:
            who = self._somebody(self.text[start : hit.stop], sentence, sex=hit.cue.value)
            who.by_kin = new = True
        else:
            new = False
        who.sex = who.sex or hit.cue.value
        if teller is not None and teller.anchor is None and not teller.group:
            teller.anchor, teller.role = who, "relative"
            teller.relation = inverse_relation(hit.cue.property, teller.sex)
            teller.label = teller.label if teller.named else f"{teller.relation} of {who.label}"
            self.kin.append(KinLink(who, teller.relation, teller, start, hit.stop, sentence.index))
        return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new, hit)

    def _other_name_follows(self, sentence: Sentence, hit: Hit, who: Who | None) -> bool:
        """ "её старший сын Эркин", where the text was about Азамат: another son."""
        if who is None or not who.named:
            return False
        for name in self._names:
            if 0 < name.first - hit.last <= 2 and not any(
                t.kind == "mark" for t in sentence.words[hit.last + 1 : name.first]
            ):
                keys = {stem(part) for part in name.nominative.split() if len(part) > 2}
                return not _keys_agree(keys, who.keys)
        return False

    def _kin_of_focus(self, sentence: Sentence, hit: Hit, owner: Who | None, start: int, first: int) -> Ref:
        """The son or husband of the one in focus is a person of their own.

        A woman's husband or son is whom a text is likely to be about, and she is the one who tells; of a man
        it is a relative.
        """
        her = owner is not None and sex_of(owner.name, lang=self.lang) == "female" and owner is self.focus
        role = "subject" if her else "relative"
        who = self._somebody(self.text[start : hit.stop], sentence, role=role, sex=hit.cue.value)
        if her and owner is not None and owner.anchor is None:
            owner.anchor, owner.role = who, "relative"
            owner.relation = inverse_relation(hit.cue.property, "female")
            self.kin.append(KinLink(who, owner.relation, owner, start, hit.stop, sentence.index))
        return Ref(who, start, hit.stop, first, hit.last, "nominal", sentence.index, new=True, kin=hit)

    def _just_introduced(self, owner: Who | None, refs: list[Ref]) -> bool:
        return owner is not None and any(r.new and r.who is owner for r in refs)

    def _new_woman(self, refs: list[Ref]) -> Who | None:
        """ "Gulchehra Rahimova ... o'g'li Azizbek": a woman just named, before her son or husband."""
        for ref in refs:
            if (
                ref.new
                and ref.form == "name"
                and not ref.kin
                and sex_of(ref.who.name, lang=self.lang) == "female"
            ):
                return ref.who
        return None

    def _owner(self, hit: Hit, refs: list[Ref]) -> Who | None:
        """Whose relative: the reference right before ("Abdraimov's widow", "her husband's uncle") or right after."""
        for ref in reversed(refs):
            if hit.first - ref.last <= 2 and ref.last < hit.first:
                return ref.who
        return None

    def _with_possessor(self, sentence: Sentence, hit: Hit, refs: list[Ref]) -> tuple[int, int]:
        """Where "his mother" or "her husband's uncle" begins."""
        for ref in reversed(refs):
            if 0 < hit.first - ref.last <= 2 and not any(
                t.low == "," for t in sentence.words[ref.last + 1 : hit.first]
            ):
                return ref.start, ref.first
        for other in sentence.hits:
            if other.cue.kind == "pron" and other.last == hit.first - 1:
                return other.start, other.first
        return hit.start, hit.first

    def _first_person_before(self, sentence: Sentence, hit: Hit) -> bool:
        quoted = sentence.in_quote(hit.start)
        window = sentence.words[0 if quoted else max(0, hit.first - 2) : hit.last + 2]
        return any(t.low in self.grammar.first_person for t in window)

    def _speaker_is_relative(self, refs: list[Ref]) -> bool:
        return any(r.who.role == "relative" for r in refs)

    # -- nouns for persons and groups ------------------------------------------------------------

    def _person(self, sentence: Sentence, hit: Hit, refs: list[Ref]) -> Ref | None:
        role = hit.cue.property or "subject"
        start, first, last, stop = self._phrase(sentence, hit)
        if any(
            h.cue.kind == "jargon" and h.cue.property == "as" and 0 < first - h.last <= 2
            for h in sentence.hits
        ):
            return None  # "introduced himself as a fellow soldier"
        age = self._age_beside(sentence, first, last)
        origin = self._origin_in(sentence, start, stop)
        words = self.text[start:stop]
        if role != "subject":
            known = [
                w
                for w in self.everyone
                if w.head == hit.cue.pattern and not self._is_indefinite(sentence, first)
            ]
            if not known and hit.cue.value == "female" and not self._is_indefinite(sentence, first):
                known = [self.latest_woman] if self.latest_woman is not None else []
            who = known[-1] if known else self._somebody(words, sentence, role=role, sex=hit.cue.value)
            who.head = hit.cue.pattern
            return Ref(who, start, stop, first, last, "nominal", sentence.index, not known)
        if self._many(sentence, first):
            return self._group(sentence, hit)
        named = self._named_before(sentence, first, refs)
        if named is not None:
            named.sex = named.sex or hit.cue.value
            return Ref(named, start, stop, first, last, "nominal", sentence.index)
        fresh = self._is_fresh(sentence, first, age, self._now(refs))
        if "another" in hit.cue.flags:
            fresh = True
        if sentence.entry is not None and self.focus is not None:
            fresh = False
        who = None if fresh else self._now(refs)
        if who is not None and age and who.age and age != who.age:
            who = None
        if who is None and not fresh and not age and not origin:
            return None
        new = who is None
        if who is None:
            who = self._somebody(words, sentence, sex=hit.cue.value)
        who.age = who.age or age
        who.origin |= origin
        who.sex = who.sex or hit.cue.value
        return Ref(who, start, stop, first, last, "nominal", sentence.index, new)

    def _many(self, sentence: Sentence, first: int) -> bool:
        """ "300 шаҳрванди", "40 муҳоҷир": a number above one before a noun in the singular."""
        if first == 0:
            return False
        token = sentence.words[first - 1]
        if any(a <= token.start < b for a, b, _ in sentence.ages) or any(
            d.start <= token.start < d.stop for d in (*sentence.dates, *sentence.durations)
        ):
            return False
        return token.kind == "number" and token.text.isdigit() and int(token.text) > 1

    def _is_indefinite(self, sentence: Sentence, first: int) -> bool:
        """ "a woman", "One Kyrgyzstani woman"; a language without articles counts as definite."""
        words = {t.low for t in sentence.words[max(0, first - 1) : first + 1]}
        return bool(words & self.grammar.indefinite)

    def _named_before(self, sentence: Sentence, first: int, refs: list[Ref]) -> Who | None:
        """ "Azamat T., a 31-year-old native of ...": the noun right after a name is the same person."""
        if not refs or refs[-1].form != "name" or not 0 < first - refs[-1].last <= NEAR:
            return None
        between = sentence.words[refs[-1].last + 1 : first]
        ages = [(a, b) for a, b, _ in sentence.ages]
        loose = [t for t in between if t.kind == "word" and not any(a <= t.start < b for a, b in ages)]
        return refs[-1].who if between and between[0].kind == "mark" and len(loose) <= 1 else None

    def _now(self, refs: list[Ref]) -> Who | None:
        """Whom the sentence is about so far: somebody it has just brought in, else the person in focus."""
        here = [r.who for r in refs if r.new and r.who.role == "subject" and not r.who.group]
        return here[-1] if here else self.focus

    def _is_fresh(self, sentence: Sentence, first: int, age: str, focus: Who | None) -> bool:
        """An indefinite article, "another", or an age not heard yet introduces somebody."""
        around = {t.low for t in sentence.words[max(0, first - 2) : first + 2]}
        if around & self.grammar.another:
            return True
        if age and (focus is None or (focus.age and focus.age != age)):
            return True
        if age and focus is not None and not focus.age and focus.paragraph != sentence.paragraph:
            return True
        opening = sentence.words[first].low if first < len(sentence.words) else ""
        before = {t.low for t in sentence.words[max(0, first - 2) : first]}
        if opening in self.grammar.indefinite or before & self.grammar.indefinite:
            return not self._predicate(sentence, first) or focus is None
        return focus is None

    def _predicate(self, sentence: Sentence, first: int) -> bool:
        """ "He was a soldier": the noun says what somebody is and brings in nobody."""
        return any(
            h.cue.kind == "jargon" and h.cue.property == "copula" and 0 < first - h.last <= 2
            for h in sentence.hits
        )

    def _group(self, sentence: Sentence, hit: Hit) -> Ref | None:
        role = hit.cue.property or "subject"
        start, first, last, stop = self._phrase(sentence, hit)
        known = [w for w in self.everyone if w.group and w.head == hit.cue.pattern]
        definite = sentence.words[first].low in self.grammar.definite
        bare = not self.grammar.definite and stop - start == hit.stop - hit.start
        if known and (definite or (bare and known[-1].last_paragraph == sentence.paragraph)):
            who, new = known[-1], False
        else:
            who, new = self._somebody(self.text[start:stop], sentence, role=role), True
            who.group, who.head = True, hit.cue.pattern
        return Ref(who, start, stop, first, last, "nominal", sentence.index, new)

    def _phrase(self, sentence: Sentence, hit: Hit) -> tuple[int, int, int, int]:
        """The noun with the age, demonym, place and article that stand right before it, and a place right after."""
        first = hit.first
        while first > 0 and hit.first - first < 6:
            token = sentence.words[first - 1]
            inside = [
                span
                for span in (
                    *((a, b) for a, b, _ in sentence.ages),
                    *((d.start, d.stop) for d in sentence.demonyms),
                    *((p.start, p.stop) for p in sentence.places),
                )
                if span[0] <= token.start < span[1]
            ]
            if inside:
                first = min(sentence.word_at(inside[0][0]), first - 1)
            elif token.low in self.grammar.indefinite or token.low in {"the", "this", "that"}:
                first -= 1
                break
            else:
                break
        last = hit.last
        return sentence.words[first].start, first, last, sentence.words[last].stop

    def _pronoun(self, sentence: Sentence, hit: Hit, refs: list[Ref]) -> Ref | None:
        who = self._antecedent(hit, refs)
        if who is None:
            return None
        return Ref(who, hit.start, hit.stop, hit.first, hit.last, "pronoun", sentence.index)

    def _antecedent(self, hit: Hit, refs: list[Ref]) -> Who | None:
        if "relative" in hit.cue.flags:
            return refs[-1].who if refs and hit.first - refs[-1].last <= 3 else None
        sex = hit.cue.value
        if sex == "female":
            return self.latest_woman or self.focus
        here = [r for r in refs if r.who.role == "subject" and not r.who.group and r.who.sex != "female"]
        return here[0].who if here else self.focus or self.latest

    def named_in(self, heading: Sentence) -> Who | None:
        """The subject whose name stands in a heading."""
        known = frozenset(key for who in self.everyone for key in who.keys)
        for span in find_names(heading, self.text, lang=self.lang, known=known):
            keys = {stem(part) for part in span.nominative.split() if len(part) > 2}
            who = self._same_name(keys, "", set(), heading)
            if who is not None and who.role == "subject":
                return who
        return None

    # -- bookkeeping -----------------------------------------------------------------------------

    def _somebody(self, label: str, sentence: Sentence, *, role: str = "subject", sex: str = "") -> Who:
        who = Who(f"s{len(self.everyone) + 1}", label, role, sex=sex)
        who.paragraph, who.entry, who.since = sentence.paragraph, sentence.entry, sentence.index
        self.everyone.append(who)
        return who

    def _absorb(self, into: Who, gone: Who) -> None:
        """Two that turned out to be one."""
        for refs in self.refs:
            for ref in refs:
                if ref.who is gone:
                    ref.who = into
        for link in self.kin:
            link.anchor = into if link.anchor is gone else link.anchor
            link.relative = into if link.relative is gone else link.relative
        into.age, into.sex = into.age or gone.age, into.sex or gone.sex
        into.origin |= gone.origin
        if into.relation == "" and gone.relation:
            into.relation, into.anchor, into.role = gone.relation, gone.anchor, gone.role
        if gone in self.everyone:
            self.everyone.remove(gone)
        if self.focus is gone:
            self.focus = into

    def _notice(self, ref: Ref) -> None:
        ref.who.last_paragraph = self._paragraph
        if not ref.who.group:
            self.latest = ref.who
        if ref.who.sex == "female" and not ref.who.group:
            self.latest_woman = ref.who
        if self.focus is None and ref.who.role == "subject" and not ref.who.group:
            self.focus = ref.who

    def _tell_sources(self, sentence: Sentence, refs: list[Ref]) -> None:
        """An unnamed somebody who only calls or tells ("A man phoned the widow and said ...") is a source."""
        says = [h.first for h in sentence.hits if h.cue.kind == "say"]
        for ref in refs:
            who = ref.who
            if (
                not ref.new
                or who.named
                or who.group
                or who.role != "subject"
                or who.age
                or who.origin
                or ref.kin
            ):
                continue
            after = [s for s in says if s > ref.last]
            if not after or any(d.start >= ref.start and d.stop <= ref.stop for d in sentence.demonyms):
                continue
            suffered = [
                h
                for h in sentence.hits
                if h.cue.kind == "event" and "weak" not in h.cue.flags and ref.last < h.first < after[0]
            ]
            if not suffered:
                who.role = "source"
                if self.focus is who:
                    self.focus = self._focus_before

    def _move_focus(self, sentence: Sentence, refs: list[Ref]) -> None:
        subjects = [r for r in refs if r.who.role == "subject" and not r.who.group and r.form != "pronoun"]
        if not subjects or sentence.entry is not None:
            return
        fresh = [r for r in subjects if r.new]
        self.focus = (fresh[-1] if fresh else subjects[0]).who

    def _age_beside(self, sentence: Sentence, first: int, last: int) -> str:
        for start, stop, value in sentence.ages:
            a, b = sentence.word_at(start), sentence.word_at(stop - 1)
            if 0 <= first - b <= 3 or 0 <= a - last <= 3 or (first <= a <= last):
                between = sentence.words[b + 1 : first] if b < first else sentence.words[last + 1 : a]
                if not any(t.low in {".", ";"} for t in between):
                    return value
        return ""

    def _origin_beside(self, sentence: Sentence, first: int) -> set[str]:
        """Ids of places named right before a name ("урғутлик 26 ёшли Отабек Эргашев", "чортоқлик Эргашев")."""
        found: set[str] = set()
        for match in sentence.places:
            at = sentence.word_at(match.stop - 1)
            if 0 < first - at <= 3 and match.candidates:
                found |= _with_ancestors(match.candidates[0][0])
        return found

    def _origin_in(self, sentence: Sentence, start: int, stop: int) -> set[str]:
        found: set[str] = set()
        for match in sentence.places:
            if start <= match.start < stop and match.candidates:
                found |= _with_ancestors(match.candidates[0][0])
        return found


def _with_ancestors(place: Place) -> set[str]:
    return {place.id}


def _keys_agree(a: set[str], b: set[str]) -> bool:
    """Every part of the shorter name has its like in the longer."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return bool(shorter) and all(any(_like(x, y) for y in longer) for x in shorter)


def _like(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4


def inverse_relation(relation: str, sex: str) -> str:
    """What the teller is to the one told of: husband → wife; son → mother, or father where the teller is male."""
    if relation == "husband":
        return "wife"
    if relation in {"son", "grandson"}:
        prefix = "grand" if relation == "grandson" else ""
        return prefix + {"male": "father", "female": "mother"}.get(sex, "mother")
    if relation == "nephew":
        return "aunt" if sex == "female" else "uncle"
    if relation == "wife":
        return "husband"
    return "sister" if sex == "female" else "brother"


def folded_words(text: str) -> set[str]:
    """The folded words of a label, for telling whether two labels speak of one."""
    return set(fold(text).split())
