"""What is known so far of the people in a text, and whom it is about just now."""

from __future__ import annotations

from dataclasses import dataclass, field

from tizme.extract.annotate import Sentence
from tizme.extract.company import in_company
from tizme.extract.grammar import Grammar, grammar
from tizme.extract.people import NameSpan
from tizme.extract.vouched_names import Vouched
from tizme.extract.who import KinLink, Ref, Who
from tizme.model import Subject
from tizme.names import sex_of
from tizme.text import fold

_CASED = frozenset({"ru", "uk"})


@dataclass(slots=True, eq=False)
class Discourse:
    """Keeps who was spoken of, sentence by sentence; mentions.py reads, this only remembers.

    Attributes:
        everyone: In the order in which the text brought them in.
        refs: Per sentence the words that stand for somebody.
        focus: The one person whom the text is about just now: the last subject introduced or named.
        focus_before: Who that was when the sentence began.
        names: The written names of the sentence being read; ``all_names`` keeps those of every sentence.
        focuses: Per sentence whom the text was about when it ended.
        paragraph: Number of the paragraph being read.
        met: How many were brought in, those counted who turned out to be somebody else.
        narrator: Who says "I" outside quotation marks, once met; ``narrates`` is the kind of
            voice ("relative", "self", "source", "official") or "".
        byline: Start, stop and sentence of the words that say which relative writes, while nobody is told of.
        story_of: Where the relative stands whose story an outlet wrote down, until they are met.
        ordinals: Who was brought in as "the second prisoner" or "the third body", by that number.
        said: (id of whom a sentence left in focus, property of an event in it), so far.
        vouched: Names that no table knows.
        two_of_one_name: The text says that it speaks of namesakes. two_brothers: of two brothers or friends.
    """

    text: str
    lang: str = field(kw_only=True)
    everyone: list[Who] = field(default_factory=list)
    refs: list[list[Ref]] = field(default_factory=list)
    kin: list[KinLink] = field(default_factory=list)
    focus: Who | None = None
    focus_before: Who | None = None
    latest: Who | None = None
    latest_woman: Who | None = None
    names: list[NameSpan] = field(default_factory=list)
    all_names: dict[int, list[NameSpan]] = field(default_factory=dict)
    focuses: list[Who | None] = field(default_factory=list)
    paragraph: int = -1
    met: int = 0
    court: tuple[int, int, int] | None = None  # paragraph, start, stop of the last court with a name
    narrator: Who | None = None
    narrates: str = ""
    byline: tuple[int, int, int] | None = None
    story_of: int | None = None
    headed: list[NameSpan] = field(default_factory=list)  # full names in the headings
    films: set[int] = field(default_factory=set)  # paragraphs that speak of a film or a photograph
    deaths: set[int] = field(default_factory=set)  # sentences that tell of a death or of word of one
    said: set[tuple[str, str]] = field(default_factory=set)
    published: str = ""
    two_of_one_name: bool = False
    two_brothers: bool = False
    ordinals: dict[int, Who] = field(default_factory=dict)
    vouched: Vouched = field(default_factory=Vouched)

    @property
    def grammar(self) -> Grammar:
        return grammar(self.lang)

    def known_keys(self) -> frozenset[str]:
        """Folded stems of every name part met so far, and of those that the text vouches for somewhere."""
        return self.vouched.stems.union(*(who.keys for who in self.everyone))

    def first_subject(self) -> Who | None:
        """The one with whom the text began: "An Uzbek citizen surrendered. ... Sardor J. is from Bukhara"."""
        return next((w for w in self.everyone if w.role == "subject" and not w.group), None)

    def about_now(self, refs: list[Ref]) -> Who | None:
        """Whom the sentence is about so far: somebody it has just brought in, else the person in focus."""
        subjects = [r for r in refs if r.who.role == "subject" and not r.who.group]
        here = [r.who for r in subjects if r.new] or [r.who for r in subjects if r.form == "name"]
        return here[-1] if here else self.focus

    def somebody(self, label: str, sentence: Sentence, *, role: str = "subject", sex: str = "") -> Who:
        """A person or group not met before."""
        self.met += 1  # not how many there are: of two that turn out to be one, one goes
        who = Who(f"s{self.met}", label, role, sex=sex)
        who.paragraph, who.entry, who.since = sentence.paragraph, sentence.entry, sentence.index
        self.everyone.append(who)
        return who

    def begin_with(self, subject: Subject, keys: set[str]) -> None:
        """Somebody whom another text spoke of, and whom this one is about until it names another.

        Args:
            keys: Folded stems of the parts of their name.
        """
        self.met += 1
        who = Who(f"s{self.met}", subject.label, named=subject.named, name=subject.name)
        who.keys = keys
        self.everyone.append(who)
        self.focus = self.latest = who

    def absorb(self, into: Who, gone: Who) -> None:
        """Two that turned out to be one."""
        for refs in self.refs:
            for ref in refs:
                if ref.who is gone:
                    ref.who = into
        for link in self.kin:
            link.anchor = into if link.anchor is gone else link.anchor
            link.relative = into if link.relative is gone else link.relative
        self.ordinals = {n: into if who is gone else who for n, who in self.ordinals.items()}
        into.age, into.sex = into.age or gone.age, into.sex or gone.sex
        into.origin |= gone.origin
        if into.relation == "" and gone.relation:
            into.relation, into.anchor, into.role = gone.relation, gone.anchor, gone.role
        if gone in self.everyone:
            self.everyone.remove(gone)
        if self.focus is gone:
            self.focus = into
        self.latest = into if self.latest is gone else self.latest
        self.focus_before = into if self.focus_before is gone else self.focus_before
        self.focuses = [into if who is gone else who for who in self.focuses]
        self.said |= {(into.id, prop) for who, prop in self.said if who == gone.id}

    def notice(self, ref: Ref) -> None:
        """Remember that somebody was just spoken of."""
        ref.who.last_paragraph = self.paragraph
        if not ref.who.group:
            self.latest = ref.who
        sex = ref.who.sex or (sex_of(ref.who.name, lang=self.lang) if ref.form == "name" else "")
        if sex == "female" and not ref.who.group and not self._only_passes_by(ref.who):
            self.latest_woman = ref.who
        if self.focus is None and ref.who.role == "subject" and not ref.who.group:
            self.focus = ref.who

    def _only_passes_by(self, who: Who) -> bool:
        """ "A cellmate's sister messaged her": "she" stays the relative of whom the paragraph tells."""
        woman = self.latest_woman
        return (
            who.role == "source"
            and woman is not None
            and woman.role == "relative"
            and woman.last_paragraph == self.paragraph
        )

    def _stands_alone(self, ref: Ref) -> bool:
        """False for a name in another case than the nominative: it only says whose or with whom."""
        if ref.form != "name" or self.lang not in _CASED:
            return ref.form == "name"
        name = next((n for n in self.names if n.start == ref.start), None)
        written = fold(self.text[ref.start : ref.stop]).split()
        return name is None or sorted(written) == sorted(fold(name.nominative).split())

    def move_focus(self, sentence: Sentence, refs: list[Ref]) -> None:
        """Turn to the last subject that the sentence brought in, else to the first that it names."""
        subjects = [r for r in refs if r.who.role == "subject" and not r.who.group and r.form != "pronoun"]
        if self.focus is not None:
            subjects = [r for r in subjects if not in_company(sentence, r)]
        if not subjects or sentence.entry is not None:
            return
        known = [r for r in subjects if not r.new]
        fresh = [r for r in subjects if r.new and (_described(r) or _opens(sentence, r, subjects))]
        if self.focus is not None and self.focus.named:
            fresh = [r for r in fresh if not _only_counted(sentence, r) and not _anybody(sentence, r)]
        if any(self._stands_alone(r) for r in known):
            fresh = [r for r in fresh if r.form != "name" or r.who.age or self._stands_alone(r)]
        if fresh or known or self.focus is None or self.focus.role != "subject":
            self.focus = (fresh or known or subjects)[-1 if fresh else 0].who


def _only_counted(sentence: Sentence, ref: Ref) -> bool:
    """ "There were twelve of us, Uzbeks, Tajiks, one Nepali": quoted words that count men tell of none."""
    quoted = sentence.in_quote(ref.start) and ref.form == "nominal" and ref.kin is None
    return (
        quoted
        and not ref.who.age
        and any(d.start < ref.stop and ref.start < d.stop for d in sentence.demonyms)
    )


def _anybody(sentence: Sentence, ref: Ref) -> bool:
    """ "A clean man does not need a list", in somebody's mouth: a man of whom nothing is told."""
    quoted = sentence.in_quote(ref.start) and ref.form == "nominal" and ref.kin is None
    told = any(h.cue.kind == "event" and "weak" not in h.cue.flags for h in sentence.hits)
    return quoted and not told and not ref.who.age and not ref.who.origin and not ref.who.named


def _opens(sentence: Sentence, ref: Ref, subjects: list[Ref]) -> bool:
    """True for the first subject of a sentence, with no event told before it."""
    told = any(h.cue.kind == "event" and h.last < ref.first for h in sentence.hits)
    return ref.who is subjects[0].who and not told


def _described(ref: Ref) -> bool:
    """True for somebody new of whom more is told than that they were there: "accompanied by a soldier"."""
    who = ref.who
    return bool(who.named or who.age or who.origin or who.by_kin)
