"""A watch over indexed lists: a standing request against the lists that came in since its last run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tizme import names
from tizme.model.request import Moved, Sought, SpanNews, TracingRequest, Watching
from tizme.trace.answer import Candidate, answer
from tizme.trace.index import Index, indexed
from tizme.trace.query import Query
from tizme.trace.watches import MOVED_BY, SHOWN, Looked

LISTED = "listed"
_TOP = 10


def look_in_lists(request: TracingRequest, watching: Watching, index: Index) -> Looked:
    """Who in lists that are new, or were indexed anew, may be the one.

    A list that did not change is not searched. The row's name stands as the quote; the item is "list!row",
    its span the whole name.
    """
    digests = {one.list_name: indexed(index.folder, one.list_name) for one in index.segments}
    seen = dict(watching.lists)
    new = tuple(one for one in index.segments if seen.get(one.list_name) != digests[one.list_name])
    if not new:
        return Looked((), watching)
    found = _found(request.sought, replace(index, segments=new))
    before = {key: chance for key, chance in watching.listed if key.partition("!")[0] in digests}
    moved = tuple(
        _moved(request, key, one, before.get(key))
        for key, one in found.items()
        if one.probability >= SHOWN and abs(one.probability - before.get(key, 0.0)) >= MOVED_BY
    )
    searched = {one.list_name for one in new}
    kept = {key: chance for key, chance in before.items() if key.partition("!")[0] not in searched}
    kept |= {key: one.probability for key, one in found.items() if one.probability >= SHOWN}
    watching = replace(
        watching,
        lists=tuple(sorted((seen | digests).items())),
        listed=tuple(sorted(kept.items())),
    )
    return Looked(tuple(sorted(moved, key=lambda one: (-one.after, one.candidate))), watching)


def query_of(sought: Sought, name: str) -> Query:
    """A search for one spelling of the name, with everything else that is known.

    The father's name is always given along, so that a short spelling cannot hide that another row's father
    differs.
    """
    fullest = sought.names[0]
    father = sought.father or names.parse(fullest, lang=names.language_of_name(fullest, lang="")).father
    return Query(
        id="watch",
        name=name,
        born=sought.birth_date,
        age=sought.age,
        on=sought.age_on or sought.last_contact_on,
        home=sought.origin,
        seen=sought.prison or sought.last_contact_place,
        father=father,
        sex=sought.sex,
        unit=sought.unit,
    )


def _found(sought: Sought, index: Index) -> Mapping[str, Candidate]:
    """Row -> the best that any spelling of the name says of it."""
    best: dict[str, Candidate] = {}
    for name in sought.names:
        for one in answer(index, query_of(sought, name), top=_TOP).candidates if name.strip() else ():
            key = f"{one.list}!{one.id}"
            if key not in best or best[key].probability < one.probability:
                best[key] = one
    return best


def _moved(request: TracingRequest, key: str, one: Candidate, before: float | None) -> Moved:
    reasons = [*one.reasons_for, *one.reasons_against]
    span = SpanNews(f"{LISTED}:{','.join(reasons)}", "", key, 0, len(one.name), one.name)
    return Moved(request.id, key, one.name, before, one.probability, (span,), would_decide=one.would_decide)
