"""The style and the icon; a fixed list, so that no path of a request ever reaches the disk."""

from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse

_CSS = "text/css; charset=utf-8"
# Name -> type, and where it stands in the package.
_ASSETS = {
    "tizme.css": (_CSS, "web/static/tizme.css"),
    "figures.css": (_CSS, "estimate/figures.css"),
    "icon.svg": ("image/svg+xml", "web/static/icon.svg"),
}


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """One of the files that the pages need."""
    if name not in _ASSETS:
        raise Http404(name)
    kind, place = _ASSETS[name]
    return HttpResponse(files("tizme").joinpath(place).read_bytes(), content_type=kind)
