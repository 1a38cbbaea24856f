"""What stands before every page: loopback names only, reading only, headers that keep a browser home."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from tizme.model import TizmeError
from tizme.web.site import page

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=()",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


class Shield:
    """Django middleware; the outermost, so that errors carry the headers too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._refusal(request) or self.get_response(request)
        for name, value in _HEADERS.items():
            response[name] = value
        return response

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        try:
            request.get_host()
        except DisallowedHost:
            # A page of another site that had its name pointed at this machine (DNS rebinding).
            return HttpResponse(
                "400: this address is not served; open the address that `tizme serve` printed\n",
                status=400,
                content_type="text/plain; charset=utf-8",
            )
        if request.method not in {"GET", "HEAD"}:
            refused = HttpResponse(
                "405: these pages are for reading\n", status=405, content_type="text/plain"
            )
            refused["Allow"] = "GET, HEAD"
            return refused
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Our own errors say what to do, so they are shown; others become a bare 500."""
        if isinstance(exception, TizmeError):
            return page(request, "error", {"code": exception.code, "message": str(exception)}, status=500)
        return None
