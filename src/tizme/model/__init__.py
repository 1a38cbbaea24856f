"""Frozen values that the stages exchange, their ids, and the errors.

Reads: nothing. Writes: nothing. Never: imports anything of ours, or holds behaviour.
"""

from tizme.model.claim import Claim, Evidence, Extraction, Mention, Polarity, Subject
from tizme.model.counts import AnswerSheet, CountsRow, CountsTable, Finding, ModelAnswer, Uncovered
from tizme.model.dates import DateMatch, MoneyMatch
from tizme.model.errors import (
    BadTable,
    IntegrityFailure,
    MissingExtra,
    SpanOutsideText,
    TizmeError,
    UnknownLanguage,
    UnusableInput,
)
from tizme.model.ids import canonical_json, sha256_hex, short_id
from tizme.model.item import (
    Capture,
    Cell,
    Document,
    Interest,
    ListRow,
    PageBox,
    Passage,
    ReadFailure,
    Section,
    Source,
    SourceKind,
)
from tizme.model.names import NameComparison, NameParts
from tizme.model.person import Conflict, Fate, Person, Reason, Status, Whereabouts
from tizme.model.places import Place, PlaceMatch
from tizme.model.record import Cluster, Judgement, Pair, Record, Verdict
from tizme.model.suggestion import Asked, Suggested, Suggestion

__all__ = [
    "AnswerSheet",
    "Asked",
    "BadTable",
    "Capture",
    "Cell",
    "Claim",
    "Cluster",
    "Conflict",
    "CountsRow",
    "CountsTable",
    "DateMatch",
    "Document",
    "Evidence",
    "Extraction",
    "Fate",
    "Finding",
    "IntegrityFailure",
    "Interest",
    "Judgement",
    "ListRow",
    "Mention",
    "MissingExtra",
    "ModelAnswer",
    "MoneyMatch",
    "NameComparison",
    "NameParts",
    "PageBox",
    "Pair",
    "Passage",
    "Person",
    "Place",
    "PlaceMatch",
    "Polarity",
    "ReadFailure",
    "Reason",
    "Record",
    "Section",
    "Source",
    "SourceKind",
    "SpanOutsideText",
    "Status",
    "Subject",
    "Suggested",
    "Suggestion",
    "TizmeError",
    "Uncovered",
    "UnknownLanguage",
    "UnusableInput",
    "Verdict",
    "Whereabouts",
    "canonical_json",
    "sha256_hex",
    "short_id",
]
