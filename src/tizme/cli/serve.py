"""Open the case in a browser on this machine."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from tizme.case.layout import Layout
from tizme.case.settings import load_settings
from tizme.store import open_store


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0 for any free one."
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Loopback only: there is no sign-in yet."
)
def command(case: Path, port: int, host: str) -> None:
    """Serve pages over CASE to a browser on this machine, until Ctrl-C.

    Items, persons, and one person's evidence with every quote marked in its text. Nothing is changed and
    nothing is fetched from another machine.
    """
    # By name, as the verbs are: cli and web are siblings, and neither is built on the other.
    server_room = importlib.import_module("tizme.web.server")
    server_room.check_host(host)
    layout = Layout(case)
    store = open_store(layout.store_address(load_settings(layout.settings).store), create=False)
    try:
        server = server_room.make_server(
            store, title=case.resolve().name, folder=str(case.resolve()), port=port
        )
        address, bound_port = server.socket.getsockname()
        click.echo(f"http://{address}:{bound_port}/")
        click.echo(
            "reachable from this machine only, because there is no sign-in yet; end with Ctrl-C", err=True
        )
        server.run()  # returns on Ctrl-C
    finally:
        store.close()
