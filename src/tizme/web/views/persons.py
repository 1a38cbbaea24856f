"""The persons, and one person with everything that was said and the words it was read from."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse

from tizme.model import Capture, Claim, Document, Fate, Person, Reason
from tizme.web import lookup, marks, sayings
from tizme.web.origin import Origin, origin_at
from tizme.web.site import page, site_of
from tizme.web.timeline import bounds, events, picture
from tizme.web.words import value_words


def index(request: HttpRequest) -> HttpResponse:
    """Persons by fate and name."""
    store = site_of(request).store
    fate, name = request.GET.get("fate", ""), request.GET.get("name", "").strip()
    if fate not in {known.value for known in Fate}:
        fate = ""
    conflict = request.GET.get("conflict") == "1"
    pages, lines = lookup.persons(
        store, number=request.GET.get("page", "1"), fate=fate, name=name, in_conflict=conflict
    )
    chosen = {"name": name, "fate": fate, "conflict": "1" if conflict else ""}
    query = urlencode({key: value for key, value in chosen.items() if value})
    return page(
        request,
        "persons",
        {
            "pages": pages,
            "lines": lines,
            "seen": lookup.overview(store),
            "query": query and f"{query}&",
            **chosen,
        },
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as the page shows it."""

    number: int
    claim: Claim
    value: str
    quote: marks.Quote
    lang: str
    origin: Origin
    part: int


@dataclass(frozen=True, slots=True)
class ShownReason:
    """One reason as a sentence with the numbers of its claims."""

    sentence: str
    numbers: tuple[tuple[int, str], ...]
    sources: int


def one(request: HttpRequest, person_id: str) -> HttpResponse:
    """One person."""
    store = site_of(request).store
    person = store.person(person_id)
    if person is None:
        raise Http404(person_id)
    claims = store.claims(dict.fromkeys(person.claim_ids))
    wanted = dict.fromkeys(claim.item for claim in claims)
    documents = lookup.documents_of(store, wanted)
    captures = {item: found[0] for item in wanted if (found := lookup.captures_of(store, item))}
    labels = _labels(store, wanted)
    told = [(claim, _origin(claim, documents, captures)) for claim in claims]
    told.sort(key=_reading_order)
    evidence = [
        _evidence(number, claim, origin, documents.get(claim.item), labels)
        for number, (claim, origin) in enumerate(told, start=1)
    ]
    found_events = events(told)
    numbers = {line.claim.id: line.number for line in evidence}
    context = {
        "person": person,
        "status": person.status,
        "fate_sentence": sayings.fate(person.status.fate),
        "policy_sentence": sayings.policy(person.status.policy),
        "whereabouts_sentence": sayings.whereabouts(person.status.whereabouts),
        "reasons_for": _reasons(person.status.reasons_for, numbers),
        "reasons_against": _reasons(person.status.reasons_against, numbers),
        "conflicts": [
            (conflict, _shown_as(conflict), _numbers(conflict.claim_ids, numbers))
            for conflict in person.status.conflicts
        ],
        "open_questions": [sayings.question(code) for code in person.status.open_questions],
        "events": [(event, _numbers(event.claim_ids, numbers)) for event in found_events],
        "picture": picture(found_events),
        "evidence": evidence,
        "groups": _by_origin(evidence),
        "items": len(wanted),
        "other_names": _other_names(person, claims),
    }
    return page(request, "person", context)


def _labels(store, wanted) -> dict[tuple[str, str], str]:
    extractions = ((item, store.extraction(item)) for item in wanted)
    return {
        (item, subject.id): subject.label
        for item, extraction in extractions
        if extraction is not None
        for subject in extraction.subjects
    }


def _origin(claim: Claim, documents: dict[str, Document], captures: dict[str, Capture]) -> Origin:
    return origin_at(
        claim.item, claim.start, document=documents.get(claim.item), capture=captures.get(claim.item)
    )


def _reading_order(told: tuple[Claim, Origin]) -> tuple:
    """By the day of publication, unknown days last; within an item as it is read."""
    claim, origin = told
    span = bounds(origin.published)
    return (span is None, span or (0.0, 0.0), claim.item, claim.start, claim.stop, claim.property, claim.id)


def _evidence(number: int, claim: Claim, origin: Origin, document: Document | None, labels: dict) -> Evidence:
    return Evidence(
        number=number,
        claim=claim,
        value=labels.get((claim.item, claim.value), value_words(claim.property, claim.value)),
        quote=marks.quote_of(claim, document),
        lang=_lang_at(document, claim.start),
        origin=origin,
        part=marks.part_of(document, claim.start) if document else 1,
    )


def _lang_at(document: Document | None, start: int) -> str:
    if document is None:
        return ""
    inside = (passage.lang for passage in document.passages if passage.start <= start < passage.stop)
    return next(inside, document.lang)


def _reasons(reasons: tuple[Reason, ...], numbers: dict[str, int]) -> list[ShownReason]:
    return [
        ShownReason(sayings.reason(reason), _numbers(reason.claim_ids, numbers), len(reason.source_ids))
        for reason in reasons
    ]


def _numbers(claim_ids: tuple[str, ...], numbers: dict[str, int]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted((numbers[claim], claim) for claim in dict.fromkeys(claim_ids) if claim in numbers))


def _shown_as(conflict) -> str:
    return value_words(conflict.property, conflict.shown_as)


def _by_origin(evidence: list[Evidence]) -> list[tuple[Origin, list[Evidence]]]:
    """The claims under the item, or the message of it, that they stand in."""
    groups: dict[Origin, list[Evidence]] = {}
    for line in evidence:
        groups.setdefault(line.origin, []).append(line)
    return list(groups.items())


def _other_names(person: Person, claims: tuple[Claim, ...]) -> list[str]:
    written = (claim.value for claim in claims if claim.property in {"name", "alternate_name", "call_sign"})
    return [name for name in dict.fromkeys(written) if name != person.label]
