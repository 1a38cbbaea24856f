"""The items, and one item with the words of every claim marked in it."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from tizme.model import Claim, Document, Extraction
from tizme.web import lookup, marks
from tizme.web.site import page, site_of
from tizme.web.words import value_words


def index(request: HttpRequest) -> HttpResponse:
    """Every item, or those that failed."""
    failed = request.GET.get("failed") == "1"
    pages, lines = lookup.items(
        site_of(request).store, number=request.GET.get("page", "1"), only_failed=failed
    )
    return page(request, "items", {"pages": pages, "lines": lines, "only_failed": failed})


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim in the list beside the text."""

    claim: Claim
    value: str
    subject: str
    person_id: str
    part: int


def one(request: HttpRequest, sha256: str) -> HttpResponse:
    """One item: its captures, its text or table, its claims."""
    store = site_of(request).store
    captures = lookup.captures_of(store, sha256)
    if not captures:
        raise Http404(sha256)
    document, extraction = store.document(sha256), store.extraction(sha256)
    found = {
        "sha256": sha256,
        "captures": captures,
        "document": document,
        "title": (document.title if document else "") or captures[0].original_name or sha256,
        "media_type": document.media_type if document else captures[0].media_type,
        "lang": document.lang if document else "",
        "source": captures[0].source.name or (document.publisher if document else ""),
        "published": captures[0].published or (document.published if document else ""),
        "failures": lookup.open_failures(store).get(sha256, ()),
        "lines": _claim_lines(document, extraction, lookup.persons_of_claims(store, sha256)),
    }
    if document is not None:
        found |= _part(document, extraction, request.GET.get("part", "1"))
    return page(request, "item", found)


def _claim_lines(
    document: Document | None, extraction: Extraction | None, persons: dict[str, tuple[str, str]]
) -> list[ClaimLine]:
    if extraction is None or document is None:
        return []
    labels = {subject.id: subject.label for subject in extraction.subjects}
    return [
        ClaimLine(
            claim=claim,
            value=labels.get(claim.value, value_words(claim.property, claim.value)),
            subject=labels.get(claim.subject, claim.subject),
            person_id=persons.get(claim.id, ("", ""))[0],
            part=marks.part_of(document, claim.start),
        )
        for claim in sorted(extraction.claims, key=lambda claim: (claim.start, claim.stop, claim.property))
    ]


def _part(document: Document, extraction: Extraction | None, asked: str) -> dict:
    parts = marks.part_count(document)
    part = min(max(int(asked) if asked.isascii() and asked.isdigit() else 1, 1), parts)
    claims = extraction.claims if extraction else ()
    boilerplate = document.boilerplate + (extraction.boilerplate if extraction else ())
    shown = {"part": part, "parts": parts, "part_numbers": range(1, parts + 1)}
    if document.is_list:
        return shown | {"table": _table(document, claims, part)}
    start = (part - 1) * marks.PART_LENGTH
    stop = min(start + marks.PART_LENGTH, len(document.text))
    return shown | {
        "segments": marks.segments(
            document.text, start, stop, claims=claims, boilerplate=boilerplate, sections=document.sections
        )
    }


def _table(document: Document, claims: tuple[Claim, ...], part: int) -> dict:
    """The rows of one part, each cell cut at its claims, under the headers of its columns."""
    rows = document.rows[(part - 1) * marks.ROWS_ON_PAGE : part * marks.ROWS_ON_PAGE]
    starts = [cell.start for row in rows for cell in row.cells]
    stops = [cell.stop for row in rows for cell in row.cells]
    near = [
        claim
        for claim in claims
        if claim.stop > min(starts, default=0) and claim.start < max(stops, default=0)
    ]
    columns: dict[str, str] = {}
    for row in rows:
        for cell in row.cells:
            columns.setdefault(cell.column, cell.header)
    ordered = sorted(columns, key=lambda column: (len(column), column))
    return {
        "headers": [(column, columns[column]) for column in ordered],
        "rows": [(row.address, [_cell(document, row, column, near) for column in ordered]) for row in rows],
    }


def _cell(document, row, column, near):
    cell = next((cell for cell in row.cells if cell.column == column), None)
    if cell is None:
        return ()
    inside = [claim for claim in near if claim.start < cell.stop and claim.stop > cell.start]
    return marks.segments(document.text, cell.start, cell.stop, claims=inside, boilerplate=())
