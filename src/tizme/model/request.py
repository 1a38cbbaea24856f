"""A family's request: who is sought, by whom, what they agreed to, and what was done about it.

Who searches for whom is itself a secret (domain.md §4): these values stand sealed in a case and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a consent is for. One consent holds for one purpose and one recipient."""

    SEARCH = "search"  # look in the case and its lists, once
    WATCH = "watch"  # keep looking as new items come in
    INQUIRY = "inquiry"  # write to an office
    EVIDENCE = "evidence"  # keep an answer that names the family among the case's items


OWN_CASE = "case"  # the recipient of what stays inside the case


@dataclass(frozen=True, slots=True)
class Step:
    """What the family, or somebody for them, did before. ``on`` is EDTF."""

    on: str = ""
    to: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """Everything known of the one who is sought, as the family says it; "" and () where it is not known.

    The fields are the ICRC minimum set (domain.md §5).

    Attributes:
        names: In any alphabet and order, the fullest first; then other spellings and nicknames.
        birth_date: EDTF. age: in years, "about 30" too. age_on: EDTF, the day to which the age refers.
        origin: Where he is from: village, district, region.
        last_contact_on: EDTF. last_contact_with: who heard or saw; another person's name, never in a letter.
        kin: Names of relatives, which may stand beside his in a source.
        also: Anything else the family wants kept; never in a letter.
    """

    names: tuple[str, ...]
    father: str = ""
    mother: str = ""
    grandfather: str = ""
    sex: str = ""
    birth_date: str = ""
    birth_place: str = ""
    age: str = ""
    age_on: str = ""
    citizenship: str = ""
    origin: str = ""
    residence: str = ""
    occupation: str = ""
    document_number: str = ""
    call_sign: str = ""
    unit: str = ""
    prison: str = ""
    pathway: str = ""
    last_contact_on: str = ""
    last_contact_place: str = ""
    last_contact_how: str = ""
    last_contact_with: str = ""
    clothing: str = ""
    marks: str = ""
    kin: tuple[str, ...] = ()
    previous_steps: tuple[Step, ...] = ()
    also: str = ""


@dataclass(frozen=True, slots=True)
class Requester:
    """Who asks.

    Attributes:
        relation: To the one who is sought: mother, brother, ...
        tell_how: How, by whom and with whom beside them they want to be told bad news.
    """

    name: str
    relation: str
    address: str = ""
    phone: str = ""
    email: str = ""
    lang: str = ""
    tell_how: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """What the requester agreed to, after it was explained.

    Attributes:
        recipient: ``OWN_CASE``, or the office an inquiry goes to, such as "icrc".
        covers: Categories of tables/letters/facts.csv that the recipient may learn; () where nothing leaves.
        given_on: ISO day. until: the last day it holds, "" where it holds until withdrawn.
        informed: How, in which language and by whom the purpose and the risks were explained.
    """

    purpose: Purpose
    recipient: str
    given_on: str
    informed: str
    covers: tuple[str, ...] = ()
    until: str = ""


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """A consent as it stands. ``withdrawn_on`` "" where it was not taken back."""

    consent: Consent
    recorded_by: str
    withdrawn_on: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Facts that replace those held before; the earlier ones stay in the history."""

    at: str
    by: str
    sought: Sought
    requester: Requester


@dataclass(frozen=True, slots=True)
class TracingRequest:
    """A request as its history leaves it.

    Attributes:
        id: Drawn at random, so that it tells nothing of the name.
        withdrawn_on: ISO day, "" while the request stands.
        corrections: Every version of the facts, oldest first; the last is the one in force.
    """

    id: str
    opened_at: str
    opened_by: str
    sought: Sought
    requester: Requester
    consents: tuple[GivenConsent, ...] = ()
    withdrawn_on: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A letter to an office, what it disclosed, and what came back. Days are ISO.

    Attributes:
        recipient: The kind of office, as consents name it. addressee: its row in addressees.csv.
        disclosed: Keys of tables/letters/facts.csv that stand in the letter.
        letter_sha256: Of the DOCX as drafted.
        deadline: By when an answer is due; counted from ``sent_on``, before that from the letter's date.
        answer: SHA-256 of the item in the archive, or "sealed:" and the SHA-256 of a sealed file.
    """

    id: str
    request: str
    recipient: str
    addressee: str
    lang: str
    dated: str
    law: str
    disclosed: tuple[str, ...]
    letter_sha256: str
    drafted_by: str
    deadline: str = ""
    sent_on: str = ""
    answered_on: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class SpanNews:
    """The words of one new claim that bear on a candidate.

    Attributes:
        reason: Code of what the claim agrees or disagrees in, e.g. "born:agree"; "fate:dead" for a fate.
        item: SHA-256. start, stop: half open, code points of the item's text.
    """

    reason: str
    claim: str
    item: str
    start: int
    stop: int
    quote: str
    bits: float = 0.0


@dataclass(frozen=True, slots=True)
class Moved:
    """A candidate whose probability changed, and the words that changed it.

    Attributes:
        candidate: A person's id, or a record's where it stands alone.
        before: 0..1; None where the candidate is new.
    """

    request: str
    candidate: str
    label: str
    before: float | None
    after: float
    spans: tuple[SpanNews, ...]
    fate: str = ""
    would_decide: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """News that a caseworker must look at. It is never sent to anybody by itself.

    Attributes:
        level: act | check | note, by tables/letters/notices.csv.
        code: What the news is, e.g. "death-held", "death-claimed", "candidate".
        released_by: The human who let a text for telling be made; "" until then.
        told_on: ISO day on which the family was told, how it was told, and by whom.
    """

    id: str
    request: str
    candidate: str
    level: str
    code: str
    at: str
    spans: tuple[SpanNews, ...] = ()
    for_caseworker: bool = True
    released_by: str = ""
    released_at: str = ""
    told_on: str = ""
    told_by: str = ""
    told_how: str = ""


@dataclass(frozen=True, slots=True)
class Watching:
    """How far a request's watch has looked.

    Attributes:
        seen_seq: Number of the ledger event up to which outputs were looked at; -1 before the first run.
        candidates: (candidate's id, probability) as the last run left them.
        lists: (indexed list, digest) as they were last searched. listed: ("list!row", probability).
        told: Claims that were shown as news before: read again by newer rules, they are none.
    """

    request: str
    seen_seq: int = -1
    candidates: tuple[tuple[str, float], ...] = ()
    told: tuple[str, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    listed: tuple[tuple[str, float], ...] = ()
