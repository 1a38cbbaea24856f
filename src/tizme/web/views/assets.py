"""The style and the icon; a fixed list, so that no path of a request ever reaches the disk."""

from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse

_TYPES = {"tizme.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}


def asset(request: HttpRequest, name: str) -> HttpResponse:
    """One of the files that the pages need."""
    if name not in _TYPES:
        raise Http404(name)
    content = files("tizme.web").joinpath("static", name).read_bytes()
    return HttpResponse(content, content_type=_TYPES[name])
