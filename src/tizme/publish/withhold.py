"""What does not leave by default: relatives, speakers who are private people, contacts, identity documents.

A leaked family is the third worst thing that this software could do, so a doubt withholds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from tizme.model import Claim, Person, SourceKind
from tizme.model import Evidence as EvidenceClass
from tizme.publish.evidence import Evidence
from tizme.tables import rows
from tizme.text import fold

WITHHELD = "[withheld]"
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# Seven digits and more in one run of digits, blanks and brackets; _DAYS are let through.
_PHONE = re.compile(r"\+?\(?\d(?:[\s().\u00a0-]*\d){6,}")
_DAYS = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?:/\d{4}-\d{2}(?:-\d{2})?)?[~?]?|\d{1,2}\.\d{1,2}\.\d{4}")
_MAILBOX = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_MESSENGER = re.compile(
    r"(?<!\w)@\w{3,}|(?:t\.me|wa\.me|vk\.com|ok\.ru|instagram\.com|facebook\.com|imo\.im)/\S+", re.IGNORECASE
)
_PRIVATE_ROLES = {"relative", "source"}
_PRIVATE_KINDS = {SourceKind.RELATIVE}
# Below this many letters a word of a name is a particle ("уулу" stays above it) and would hide every text.
_FEWEST_LETTERS = 3


class Withholding:
    """Answers with what may leave and counts what may not, by reason.

    Args:
        inside: True lets everything through: the export stays where the evidence is.
    """

    def __init__(self, evidence: Evidence, *, inside: bool) -> None:
        self.evidence = evidence
        self.inside = inside
        self.counts: Counter[str] = Counter()
        self._relatives: dict[str, frozenset[str]] = {}

    def persons(self, persons: Iterable[Person]) -> tuple[Person, ...]:
        """Those who stand in the evidence as somebody the register is about."""
        kept = []
        for person in persons:
            if self.inside or not self._only_beside(person):
                kept.append(person)
            else:
                self.counts["relative-person"] += 1
        return tuple(kept)

    def claim_reason(self, claim: Claim) -> str:
        """Why value and quote of the claim stay in the house, "" where they may leave."""
        if self.inside:
            return ""
        listed = _listed(claim.property)
        if listed:
            return listed
        if self._kind(claim.item) in _PRIVATE_KINDS:
            return "private-letter"
        if self._marks_relative(claim) or self.names_relative(
            f"{claim.value} {claim.quote}", claim.item, claim.subject
        ):
            return "relative"
        return "contact" if holds_contact(claim.quote) or holds_contact(claim.value) else ""

    def text_of_person(self, text: str, person: Person) -> str:
        """A label or place of a person, withheld where it names a relative or holds a contact."""
        if self.inside or not text:
            return text
        subjects = {(c.item, c.subject) for c in self.evidence.of(person)}
        if any(self.names_relative(text, item, subject) for item, subject in sorted(subjects)):
            self.counts["relative"] += 1
            return WITHHELD
        if holds_contact(text):
            self.counts["contact"] += 1
            return WITHHELD
        return text

    def speakers(self, claim: Claim) -> tuple[str, ...]:
        """The chain with every private person in it withheld: the publisher and authorities stay."""
        return tuple(self._speaker(name, claim, at) for at, name in enumerate(claim.speakers))

    def source_name(self, item: str) -> str:
        """The source's name, withheld where the source is a private person."""
        name = self.evidence.source_name(item)
        if self.inside or self._kind(item) not in _PRIVATE_KINDS or not name:
            return name
        self.counts["speaker"] += 1
        return WITHHELD

    def names_relative(self, text: str, item: str, subject: str) -> bool:
        """Whether the text holds a word of a relative's or source's name that is not the subject's own."""
        own = self._name_words(item, {subject})
        words = [word for word in _WORD.findall(fold(text)) if not any(_one_name(word, name) for name in own)]
        private = self._private_words(item)
        return any(_one_name(word, name) for word in words for name in private)

    def _speaker(self, name: str, claim: Claim, at: int) -> str:
        public = (
            name == self.evidence.source_name(claim.item) and self._kind(claim.item) not in _PRIVATE_KINDS
        )
        authority = at == 0 and claim.evidence in {EvidenceClass.OFFICIAL, EvidenceClass.DOCUMENT}
        if self.inside or public or (authority and not self.names_relative(name, claim.item, "")):
            return name
        self.counts["speaker"] += 1
        return WITHHELD

    def _kind(self, item: str) -> SourceKind:
        capture = self.evidence.captures.get(item)
        return capture.source.kind if capture else SourceKind.UNKNOWN

    def _only_beside(self, person: Person) -> bool:
        roles = set()
        for claim in self.evidence.of(person):
            extraction = self.evidence.extractions.get(claim.item)
            roles |= (
                {s.role for s in extraction.subjects if s.id == claim.subject} if extraction else {"subject"}
            )
        return bool(roles) and roles <= {"relative", "source", "official"}

    def _marks_relative(self, claim: Claim) -> bool:
        """Whether a name-mention of a private person lies in the quoted span."""
        extraction = self.evidence.extractions.get(claim.item)
        if extraction is None:
            return False
        private = {s.id for s in extraction.subjects if s.role in _PRIVATE_ROLES} - {claim.subject}
        return any(
            m.subject in private and m.form == "name" and m.start < claim.stop and claim.start < m.stop
            for m in extraction.mentions
        )

    def _private_words(self, item: str) -> frozenset[str]:
        if item not in self._relatives:
            extraction = self.evidence.extractions.get(item)
            private = {s.id for s in extraction.subjects if s.role in _PRIVATE_ROLES} if extraction else set()
            self._relatives[item] = self._name_words(item, private) | self._kin_values(item)
        return self._relatives[item]

    def _name_words(self, item: str, subjects: set[str]) -> frozenset[str]:
        """The words of the subjects' names, as the text writes them too (in whatever case form)."""
        extraction = self.evidence.extractions.get(item)
        if extraction is None:
            return frozenset()
        written = [s.name for s in extraction.subjects if s.id in subjects]
        document_words = [
            c.quote
            for c in extraction.claims
            if c.subject in subjects and c.property in {"name", "alternate_name"}
        ]
        return _words((*written, *document_words))

    def _kin_values(self, item: str) -> frozenset[str]:
        """Names that stand as values of kin.* ("Гульнара"), not the ids of subjects."""
        extraction = self.evidence.extractions.get(item)
        if extraction is None:
            return frozenset()
        ids = {s.id for s in extraction.subjects}
        return _words(
            c.value for c in extraction.claims if c.property.startswith("kin.") and c.value not in ids
        )


def holds_contact(text: str) -> bool:
    """Whether a telephone number, a mailbox or a messenger's address stands in the text."""
    return bool(_PHONE.search(_DAYS.sub(" ; ", text)) or _MAILBOX.search(text) or _MESSENGER.search(text))


def _one_name(word: str, name: str) -> bool:
    """Whether ``word`` is the name in some case form; a chance likeness withholds rather too much."""
    return len(word) >= _FEWEST_LETTERS and word.startswith(name[: max(_FEWEST_LETTERS, len(name) - 2)])


def _words(written: Iterable[str]) -> frozenset[str]:
    return frozenset(w for text in written for w in _WORD.findall(fold(text)) if len(w) >= _FEWEST_LETTERS)


@lru_cache(maxsize=1)
def _withheld() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole, parts = {}, []
    for row in rows("status/withhold.csv", "property", "reason"):
        if row["property"].endswith(".*"):
            parts.append((row["property"][:-1], row["reason"]))
        else:
            whole[row["property"]] = row["reason"]
    return whole, tuple(parts)


def _listed(property_: str) -> str:
    whole, parts = _withheld()
    return whole.get(property_) or next(
        (reason for start, reason in parts if property_.startswith(start)), ""
    )


def listed(property_: str) -> bool:
    """Whether the table withholds every value of the property."""
    return bool(_listed(property_))
