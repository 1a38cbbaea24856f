"""How many are on no list: the answers that `tizme estimate` kept, and who stands behind each count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from tizme.case import Case
from tizme.case.answers import KeptAnswer, KeptCell
from tizme.case.layout import Layout
from tizme.estimate.page import body_html
from tizme.model import Fate
from tizme.web import lookup
from tizme.web.site import Site, page, site_of

_ON_PAGE = 50
# Confirmed, reported and missing are counted apart; adding them would count a hope as a death.
_APART = (Fate.DEAD, Fate.REPORTED_DEAD, Fate.MISSING)


@dataclass(frozen=True, slots=True)
class CellLine:
    """One count and where its persons are shown."""

    number: int
    lists: str
    stratum: str
    count: int


def index(request: HttpRequest) -> HttpResponse:
    """The counts of the register, each fate apart, and the answers that are kept."""
    site = site_of(request)
    fates = dict(lookup.overview(site.store).by_fate)
    return page(
        request,
        "counts",
        {
            "apart": [(fate.value, fates.get(fate.value, 0)) for fate in _APART],
            "waiting": _unread(site),
            "answers": _answers(site),
        },
    )


def one(request: HttpRequest, question: str) -> HttpResponse:
    """One answer whole: headline, warnings, figures, every model, and the counts with their persons."""
    kept = _asked(request, question)
    cells = [
        CellLine(number, " + ".join(cell.lists), _stratum(cell), len(cell.persons))
        for number, cell in enumerate(kept.cells, start=1)
    ]
    first = {cell.lists: number for number, cell in reversed(list(enumerate(kept.cells, start=1)))}

    def link(lists: tuple[str, ...]) -> str:
        return f"#cell-{first[lists]}" if lists in first else ""

    # Every word in it was escaped where it was put in, and the ledger vouches for the file it comes from.
    body = mark_safe(body_html(kept.sheet, link=link))  # noqa: S308
    return page(request, "count", {"kept": kept, "body": body, "cells": cells})


def cell(request: HttpRequest, question: str, number: int) -> HttpResponse:
    """The persons of one count, each with the words that put them there."""
    kept = _asked(request, question)
    if not 1 <= number <= len(kept.cells):
        raise Http404(str(number))
    chosen = kept.cells[number - 1]
    pages = Paginator(chosen.persons, _ON_PAGE).get_page(request.GET.get("page", "1"))
    return page(
        request,
        "count_cell",
        {"kept": kept, "lists": " + ".join(chosen.lists), "stratum": _stratum(chosen), "pages": pages},
    )


def _asked(request: HttpRequest, question: str) -> KeptAnswer:
    for kept in _answers(site_of(request)):
        if kept.question == question:
            return kept
    raise Http404(question)


def _answers(site: Site) -> tuple[KeptAnswer, ...]:
    """What is kept; none for a store that is served without its folder."""
    if not site.folder or not Layout(Path(site.folder)).settings.exists():
        return ()
    return Case.open(Path(site.folder)).answers()


def _unread(site: Site) -> int:
    """Items of which nothing is counted yet: the backlog, which is no person and is never added."""
    seen = lookup.overview(site.store)
    return max(seen.items - seen.documents, 0)


def _stratum(cell: KeptCell) -> str:
    return ", ".join(value or "not known" for value in cell.stratum)
