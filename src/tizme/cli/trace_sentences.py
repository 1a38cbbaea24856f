"""An answer to a search as lines for a terminal. The sentences themselves stand in tables/trace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tizme.tables import rows
from tizme.text.safe import safe_text
from tizme.trace.answer import Answer, Candidate
from tizme.trace.coverage import Coverage
from tizme.trace.query import Query

_FIELDS = (
    "whom", "where", "since", "until", "leaves_out", "items", "unread", "waiting", "unnamed", "captured",
)  # fmt: skip
# Fact (tables/trace/sentences.csv, "fact.") -> field of a query.
_ASKED = {
    "father": "father", "birth_date": "born", "age": "age", "on": "on", "home": "home", "seen": "seen",
    "kin": "kin", "call_sign": "call_sign", "unit": "unit", "sex": "sex",
}  # fmt: skip
_NEAREST = 3  # candidates shown under "not found"


@lru_cache(maxsize=1)
def _sentences() -> dict[tuple[str, str], str]:
    table = rows("trace/sentences.csv", "code", "lang", "sentence")
    return {(row["code"], row["lang"]): row["sentence"] for row in table}


def trace_sentence(code: str, *, lang: str = "en", n: str = "", value: str = "") -> str:
    """The sentence for a code, in English where ``lang`` has none; the code itself where nobody wrote one."""
    table = _sentences()
    written = table.get((code, lang)) or table.get((code, "en")) or code
    return written.replace("{n}", n).replace("{value}", value)


def answer_lines(query: Query, found: Answer, *, lang: str) -> Iterator[str]:
    """The verdict, the candidates with reasons, what was searched, and what such a search misses."""
    yield from _understood(query, lang=lang)
    yield trace_sentence(f"verdict.{found.verdict}", lang=lang)
    shown = found.candidates
    if found.verdict == "not-found" and shown:
        yield trace_sentence("heading.nearest", lang=lang)
        shown = shown[:_NEAREST]
    for number, one in enumerate(shown, start=1):
        yield from _candidate_lines(number, one, lang=lang)
    yield trace_sentence("heading.searched", lang=lang)
    for covered in found.coverage:
        yield f"  - {_coverage_line(covered, lang=lang)}"
    if query.name.strip():
        yield trace_sentence("missed", lang=lang, n=f"{found.missed * 100:.0f}")
    else:
        yield trace_sentence("missed.no-name", lang=lang)


def _understood(query: Query, *, lang: str) -> Iterator[str]:
    """The name, and how every other word of the question was read, so that a misreading is seen."""
    if query.name:
        yield safe_text(query.name)
    known = [(fact, getattr(query, field)) for fact, field in _ASKED.items() if getattr(query, field)]
    if known:
        told = "; ".join(f"{trace_sentence(f'fact.{fact}', lang=lang)}: {safe_text(v)}" for fact, v in known)
        yield f"{trace_sentence('heading.read-as', lang=lang)}: {told}"


def _candidate_lines(number: int, one: Candidate, *, lang: str) -> Iterator[str]:
    facts = ", ".join(safe_text(str(value)) for value in one.facts.values())
    where = f"{safe_text(one.list)} {safe_text(one.id)}"
    beside = f" ({facts})" if facts else ""
    yield f"  {number}. {one.probability:.3f}  {safe_text(one.name)}{beside}  [{where}]"
    for heading, codes in (("for", one.reasons_for), ("against", one.reasons_against)):
        if codes:
            said = "; ".join(trace_sentence(code, lang=lang) for code in codes)
            yield f"       {trace_sentence(f'heading.{heading}', lang=lang)}: {said}"
    if one.would_decide:
        fact = trace_sentence(f"fact.{one.would_decide}", lang=lang)
        here = f" ({safe_text(one.holds)})" if one.holds else ""
        yield f"       {trace_sentence('heading.would-decide', lang=lang)}: {fact}{here}"


def _coverage_line(covered: Coverage, *, lang: str) -> str:
    said = [trace_sentence("coverage.rows", lang=lang, n=str(covered.rows))]
    for field in _FIELDS:
        value = str(getattr(covered, field))
        if value:
            said.append(trace_sentence(f"coverage.{field}", lang=lang, value=safe_text(value)))
    if not covered.told:
        said.append(trace_sentence("coverage.unknown", lang=lang))
    return f"{safe_text(covered.list)}: {'; '.join(said)}"
