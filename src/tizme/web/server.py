"""Serve one case on this machine's loopback address with waitress."""

from __future__ import annotations

import importlib
import importlib.util
import socket
from collections.abc import Callable
from typing import Any

from tizme.model import MissingExtra, UnusableInput
from tizme.store.settings import configure

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = 8321
_THREADS = 4


def application(store: Any, *, title: str, folder: str = "") -> Callable[..., Any]:
    """The WSGI application over ``store``."""
    configure()
    from django.core.handlers.wsgi import WSGIHandler

    from tizme.web.site import ENVIRON_KEY, Site

    site, handler = Site(store=store, title=title, folder=folder), WSGIHandler()

    def serve_site(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        environ[ENVIRON_KEY] = site
        return handler(environ, start_response)

    return serve_site


def check_host(host: str) -> None:
    """Refuse to be reached from another machine: there is no sign-in, and a case names the living.

    Raises:
        UnusableInput: ``host`` is not the loopback address.
    """
    if host not in {LOOPBACK, "localhost"}:
        raise UnusableInput(
            "the pages have no sign-in yet, so they are served to this machine only",
            f"--host {host}",
            f"leave --host out; from elsewhere use: ssh -L {DEFAULT_PORT}:{LOOPBACK}:{DEFAULT_PORT} MACHINE",
        )


def make_server(store: Any, *, title: str, folder: str = "", port: int = DEFAULT_PORT) -> Any:
    """A waitress server, bound and not yet running; ``.socket`` says where, ``.run()`` serves.

    Raises:
        MissingExtra: waitress is not installed.
        UnusableInput: the port is taken.
    """
    if importlib.util.find_spec("waitress") is None:
        raise MissingExtra("web", "`tizme serve`")
    waitress = importlib.import_module("waitress")
    return waitress.create_server(
        application(store, title=title, folder=folder),
        sockets=[_bound(port)],
        threads=_THREADS,
        ident="tizme",
    )


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise UnusableInput(
            f"the port cannot be used ({error})", f"--port {port}", "name another with --port, or 0 for any"
        ) from error
    return listener
