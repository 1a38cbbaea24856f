"""Records, pairs, judgements and clusters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a human said about two records."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Record:
    """The claims of one mention chain (one subject of one item), put together for comparison.

    Attributes:
        id: Derived from the item and the subject.
        list_id: Item, or list name, the record stands in: records of one subject list are never one.
        born: EDTF, "" where not known.
        born_low, born_high: Earliest and latest year of birth that the claims allow, None where open.
        event_dates: (property, EDTF), e.g. ("died.date", "2022-11").
        claim_ids: Every claim that went into it.
    """

    id: str
    list_id: str
    subject: str
    name: str
    alternate_names: tuple[str, ...] = ()
    lang: str = ""
    sex: str = ""
    born: str = ""
    born_low: int | None = None
    born_high: int | None = None
    places: tuple[str, ...] = ()  # gazetteer ids of origin, birth and residence
    place_words: tuple[str, ...] = ()
    unit: str = ""
    kin_names: tuple[str, ...] = ()
    event_dates: tuple[tuple[str, str], ...] = ()
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records compared.

    Attributes:
        left, right: Record ids, ``left < right``.
        weight_bits: Evidence for "same", log2.
        probability: 0..1, with the prior of the run.
        reasons: Codes by field, e.g. "name:given:agree-by-form", "born:contradicted".
    """

    left: str
    right: str
    weight_bits: float
    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A human's verdict on two records, signed and dated. A later one on the same pair replaces it.

    Attributes:
        made_at: UTC, RFC 3339 with a trailing "Z".
        withdrawn: True where the human takes an earlier verdict on this pair back.
    """

    left: str
    right: str
    verdict: Verdict
    made_by: str
    made_at: str
    note: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Records held to be one human being.

    Attributes:
        id: The person's id; kept while the cluster's oldest record stays in it.
        certainty: 0..1, of the weakest link that holds the cluster together; 1 for a single record.
    """

    id: str
    record_ids: tuple[str, ...]
    certainty: float
