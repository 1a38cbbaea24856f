"""The one case that a process serves, and how a view gets at it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tizme.store.repository import DjangoStore

ENVIRON_KEY = "tizme.site"
# A source may hold these and no page can: NUL, lone surrogates, and the marks that turn the order of letters
# round (U+202E and its kin), with which a text can be made to read as what it does not say.
_NOT_SHOWN = re.compile("[\x00\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: a store and the name under which people know the case."""

    store: DjangoStore
    title: str
    folder: str = ""


def site_of(request: HttpRequest) -> Site:
    """The site that this request was made to."""
    site = request.META[ENVIRON_KEY]
    assert isinstance(site, Site)
    return site


def page(request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The template ``tizme/<name>.html`` as a response."""
    site = request.META.get(ENVIRON_KEY)
    html = render_to_string(f"tizme/{name}.html", {"site": site, "section": name, **context})
    return HttpResponse(_NOT_SHOWN.sub("\ufffd", html), status=status)
