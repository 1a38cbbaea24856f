"""The answer to one query: ranked candidates with reasons, the deciding fact, what was searched."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from time import perf_counter
from typing import Any

import numpy as np

from tizme import names
from tizme.tables import rows as table_rows
from tizme.trace.coverage import Coverage, missed_share
from tizme.trace.evidence_columns import form_of
from tizme.trace.evidence_rows import Known, bits_of, codes_of, days_to_try, known_of, row_facts, sides
from tizme.trace.index import Index
from tizme.trace.query import Query, Wanted, wanted
from tizme.trace.reasons import NEITHER
from tizme.trace.search import Matches, search_segment
from tizme.trace.search import weights as search_weights
from tizme.trace.search_facts import search_facts
from tizme.trace.segment import Segment

_DECIDE_AMONG = 5  # candidates among which a further fact is looked for
_LOOKED_AT = 80  # rows of a list that are weighed against each other
_WORTH_ASKING = 0.02  # share of the first candidate's chance from which a rival counts
_COMPARED = 20  # rows whose names are compared part by part, if they are near enough to the first
_RIVAL_BITS, _ALWAYS_COMPARED = 8.0, 3
_MOST_PARTS = 3  # words of a name that has the usual parts
_MOST_BITS = 12.0
_SON_OF = "уулу"  # a father's name given apart is read as the father's
_NOT_QUITE = (":close", ":some-agree", ":agree-in-part")
_DECIDED = frozenset({"born:same-day", "call-sign:agree"})  # facts that few share
_FEW = 5  # candidates that can be looked at one by one
_DOUBTED = frozenset({"given:doubtful", "father:doubtful"})  # given and father the other way round
_CROSSED = "given:is-the-fathers"
# Facts in the order in which a family can most often tell them.
FACTS = ("birth_date", "father", "home", "kin", "seen", "unit", "call_sign")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be the one sought.

    Attributes:
        probability: 0..1; over all candidates of an answer at most 1, the rest is "none of these".
        reasons_for, reasons_against: Codes (tables/trace/sentences.csv). What one side leaves out is neither.
        would_decide: The one further fact that tells most, one of FACTS; "" where none does.
        holds: What the row says of that fact.
        facts: What the row says beside the name.
    """

    list: str
    id: str
    name: str
    probability: float
    bits: float
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    would_decide: str = ""
    holds: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found.

    Attributes:
        verdict: "likely", "possible" or "not-found". Never that somebody is alive or dead.
        missed: Chance that a listed man of such a query would not be among ten candidates.
        elapsed_ms: Time from the query's words to this answer.
    """

    query_id: str
    candidates: tuple[Candidate, ...]
    coverage: tuple[Coverage, ...]
    verdict: str
    missed: float
    elapsed_ms: float


@dataclass(slots=True)
class _Found:
    segment: Segment
    name: int
    row: int
    bits: float
    codes: tuple[str, ...]
    shape: tuple[int, int, int]


# What a family must not be told past: it may be a slip in the list, and it may be another man.
_DECISIVE = frozenset(
    {"father:contradicted", "kin:father-contradicted", "born:contradicted", "sex:contradicted"}
)


@lru_cache(maxsize=1)
def _calibration() -> dict[str, float]:
    return {row["what"]: float(row["value"]) for row in table_rows("trace/calibration.csv", "what", "value")}


def answer(index: Index, query: Query, *, top: int = 10) -> Answer:
    """Search every list of an index for one person. Nothing is written, and nothing of the query is kept."""
    began = perf_counter()
    sought = wanted(query)
    known = known_of(query, kin_told=any(len(segment.kin) for segment in index.segments))
    found: list[_Found] = []
    for segment in index.segments if sought.units else ():
        matches = search_segment(segment, sought, days=days_to_try(known))
        found += _best_rows(segment, _of_call_sign(segment, matches, query), known)
    if not query.name.strip():
        for segment in index.segments:
            found += _best_rows(segment, search_facts(segment, known), known)
        found = _once(found)
    found.sort(key=lambda one: -one.bits)
    near = [
        one
        for i, one in enumerate(found[:_COMPARED])
        if i < _ALWAYS_COMPARED or one.bits > found[0].bits - _RIVAL_BITS
    ]
    reasons = _compared(near, query, sought)
    found.sort(key=lambda one: -one.bits)
    shares = _shares(found, index.rows)
    chosen = found[:top]
    candidates = tuple(
        _candidate(one, share, reasons.get(id(one)) or _by_words(one))
        for one, share in zip(chosen, shares[: len(chosen)], strict=True)
    )
    candidates = with_deciding_fact(candidates, query)
    elapsed = (perf_counter() - began) * 1000
    missed = missed_share(sought)
    verdict = _verdict(shares, candidates)
    if verdict == "not-found" and _all_told_fits(chosen, candidates, sought):
        verdict = "possible"
    return Answer(query.id, candidates, index.coverage(), verdict, missed, round(elapsed, 3))


def _all_told_fits(found: Sequence[_Found], candidates: Sequence[Candidate], sought: Wanted) -> bool:
    """Whether few rows bear every word of the question as it stands, and nothing speaks against them.

    Their chance may be small, since others bear such names who stand in no list; "not found" it is not.
    """
    fitting = [
        one
        for one, shown in zip(found, candidates, strict=True)
        if not shown.reasons_against and (_bears_all(one, shown, sought) or _told_well(shown, sought))
    ]
    whole = sum(len(word.form) > 1 for word in sought.units[: sought.plain])
    return bool(fitting) and (whole > 1 or len(fitting) < len(found) or len(found) < _FEW)


def _told_well(shown: Candidate, sought: Wanted) -> bool:
    """Whether a fact that few share agrees or, where no name is known, two of any kind do."""
    return bool(_DECIDED.intersection(shown.reasons_for)) or (not sought.plain and len(shown.reasons_for) > 1)


def _bears_all(one: _Found, shown: Candidate, sought: Wanted) -> bool:
    agree, against, _ = one.shape
    initials = any(len(word.form) == 1 for word in sought.units[: sought.plain])
    doubtful = any(
        reason.endswith(_NOT_QUITE) or (reason.endswith(":initial") and not initials)
        for reason in shown.reasons_for
    )
    # One word is too easily like another for more than the comparison of names as wholes.
    alone = sought.plain == 1 and "words:agree" in shown.reasons_for
    return sought.plain > 0 and agree >= sought.plain and not (against or doubtful or alone)


def _of_call_sign(segment: Segment, matches: Matches, query: Query) -> Matches:
    """Where a call sign is all that is known, the names that hold it as it is: Кедр is not like Кадыров."""
    if query.name.strip() or not query.call_sign:
        return matches
    sign = form_of(query.call_sign)
    held = [any(form_of(word) == sign for word in segment.name(name).split()) for name in matches.names]
    keep = np.array(held, np.bool_)
    return Matches(matches.names[keep], matches.bits[keep], matches.shapes[keep])


def _once(found: list[_Found]) -> list[_Found]:
    """Each row by what says most of it."""
    best: dict[tuple[str, int], _Found] = {}
    for one in sorted(found, key=lambda one: -one.bits):
        best.setdefault((one.segment.list_name, one.row), one)
    return list(best.values())


def _verdict(shares: Sequence[float], candidates: Sequence[Candidate]) -> str:
    """What the chances say together: twenty namesakes, or one man in many lists, are not "not found".

    Whom another father, birth date or sex speaks against is never called likely, whatever the chance.
    """
    limits, first = _calibration(), max(shares, default=0.0)
    contradicted = bool(candidates) and not _DECISIVE.isdisjoint(candidates[0].reasons_against)
    if first >= limits["likely"] and not contradicted:
        return "likely"
    alike = math.fsum(share for share in shares if share >= first / 2)
    return "possible" if first >= limits["possible"] or alike >= limits["together"] else "not-found"


def _best_rows(segment: Segment, matches: Matches, known: Known) -> Iterable[_Found]:
    """The best name of each row, with what the row says beside it."""
    if known.nothing:
        matches = Matches(*(values[:_LOOKED_AT] for values in (matches.names, matches.bits, matches.shapes)))
    codes = codes_of(segment, matches.names, known)
    bits = matches.bits + bits_of(codes) if len(codes) else matches.bits
    seen: set[int] = set()
    rows = segment.row_of[matches.names].tolist() if len(matches.names) else []
    for place in np.argsort(-bits, kind="stable").tolist():
        row = rows[place]
        if len(seen) == _LOOKED_AT:
            return
        if row not in seen:
            seen.add(row)
            shape = matches.shapes[place].tolist()
            yield _Found(
                segment, int(matches.names[place]), row, float(bits[place]), codes[place], tuple(shape)
            )


def _shares(found: Sequence[_Found], n_rows: int) -> list[float]:
    """Chance of each candidate, the rest being that he stands in no list."""
    fit = _calibration()
    listed = fit["listed"]
    # The same names that search.weights() adds to a list's own, so that a short list makes nobody likely.
    among = max(fit["fewest"], n_rows + search_weights().unseen_names)
    weights = [2.0 ** min(200.0, fit["slope"] * one.bits + fit["offset"]) * listed / among for one in found]
    total = math.fsum(weights) + (1 - listed)
    return [weight / total for weight in weights]


def _compared(found: Sequence[_Found], query: Query, sought: Wanted) -> dict[int, tuple[str, ...]]:
    """Names of the usual parts compared part by part: the bits of ``found`` changed, the reasons by id.

    Names of four words and more (given, father's, grandfather's, family) and alphabets that ``names`` does
    not read are left to the comparison word by word.
    """
    given = query.name.strip() or query.father.strip()
    if not given or sought.plain > _MOST_PARTS or not found or not all(map(names.canon, query.name.split())):
        return {}
    said = f"{query.name} {query.father} {_SON_OF}" if query.father else query.name
    written = [one.segment.name(one.name) for one in found]
    weight = _calibration()["parts"]
    reasons = {}
    for one, told in zip(found, names.compare_many((said, name) for name in written), strict=True):
        bits = max(-_MOST_BITS, min(_MOST_BITS, told.weight_bits))
        reasons[id(one)] = told.reasons
        if _DOUBTED.issubset(told.reasons) and _other_way_round(query, one.segment.name(one.name)):
            bits, reasons[id(one)] = -_MOST_BITS, (_CROSSED,)
        one.bits += weight * bits
    return reasons


def _other_way_round(query: Query, name: str) -> bool:
    """Whether he is called as the father of the one sought, and his father as the one sought."""
    sought = names.parse(query.name, lang=names.language_of_name(query.name, lang=query.lang))
    parts = names.parse(name, lang=names.language_of_name(name, lang=""), in_nominative=True)
    fathers = names.canon(query.father or sought.father)
    given, father = names.canon(parts.given), names.canon(parts.father)
    return given == fathers != father and father in map(names.canon, query.name.split())


def _by_words(one: _Found) -> tuple[str, ...]:
    """Reasons of a comparison that knows words but no parts."""
    agree, against, _ = one.shape
    return (
        *(("words:agree",) if agree and not against else ("words:some-agree",) if agree else ()),
        *(("words:contradicted",) if against else ()),
    )


def _candidate(one: _Found, share: float, compared: Sequence[str]) -> Candidate:
    reasons = [reason for reason in compared if not reason.endswith(NEITHER)]
    against = tuple(reason for reason in reasons if reason.endswith((":contradicted", _CROSSED)))
    told = sides()
    return Candidate(
        list=one.segment.list_name,
        id=one.segment.row_id(one.row),
        name=one.segment.name(one.name),
        probability=round(share, 6),
        bits=round(one.bits, 2),
        reasons_for=(*(r for r in reasons if r not in against), *(c for c in one.codes if told[c] == "for")),
        reasons_against=(*against, *(c for c in one.codes if told[c] == "against")),
        facts=row_facts(one.segment, one.row),
    )


def with_deciding_fact(candidates: tuple[Candidate, ...], query: Query) -> tuple[Candidate, ...]:
    """The candidates with the one fact that parts the likeliest of them best, and what each says of it."""
    if not candidates:
        return candidates
    rivals = [
        c for c in candidates[:_DECIDE_AMONG] if c.probability >= _WORTH_ASKING * candidates[0].probability
    ]
    said = [facts_of(one) if len(rivals) > 1 else {k: str(v) for k, v in one.facts.items()} for one in rivals]
    asked = [fact for fact in FACTS if not _given(query, fact)]
    best = max(asked, key=lambda fact: _parts(fact, rivals, said), default="")
    return tuple(
        replace(one, would_decide=best, holds=str(said[i].get(best, ""))) if i < len(rivals) else one
        for i, one in enumerate(candidates)
    )


def facts_of(one: Candidate) -> dict[str, str]:
    """A candidate's facts with the father's name that stands in his name."""
    father = names.parse(one.name, lang=names.language_of_name(one.name, lang=""), in_nominative=True).father
    return {**{k: str(v) for k, v in one.facts.items()}, **({"father": father} if len(father) > 1 else {})}


def _given(query: Query, fact: str) -> bool:
    if fact == "father":
        return bool(query.father) or len(names.name_keys(query.name, lang=query.lang).father) > 1
    given = {"birth_date": query.born, "home": query.home, "seen": query.seen, "unit": query.unit}
    return bool({**given, "kin": query.kin, "call_sign": query.call_sign}[fact])


def _parts(fact: str, rivals: Sequence[Candidate], said: Sequence[Mapping[str, str]]) -> tuple[float, float]:
    """Bits that the fact is expected to give among the rivals; then whether any of them holds it at all."""
    total = sum(one.probability for one in rivals) or 1.0
    by_value: dict[str, float] = {}
    for one, facts in zip(rivals, said, strict=True):
        if fact in facts:
            by_value[facts[fact]] = by_value.get(facts[fact], 0.0) + one.probability / total
    spread = -sum(share * math.log2(share) for share in by_value.values() if share > 0)
    return (spread if len(by_value) > 1 else 0.0), sum(by_value.values())
