"""What the verbs that work on a case say, and how they stop."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from tizme.case.reading import Columns, Output
from tizme.text.safe import safe_text

SHORT_ID = 12  # hex digits of a SHA-256 that a person is shown


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 item", "3 items"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


class Telling:
    """A run's progress on standard error: one line for each item that was worked on, one for each stage."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet

    def stage(self, name: str, count: int | None = None, of: str = "") -> None:
        """A stage begins."""
        if not self._quiet:
            click.echo(f"{name}{'' if count is None else f': {count} {of}'}", err=True)

    def item(self, output: Output, *, name: str) -> None:
        """An item's output is recorded, or was found as recorded before."""
        if self._quiet or not output.fresh:
            return
        stage = output.file.split("/", 1)[0]
        shown = f"{output.item[:SHORT_ID]} {safe_text(name, limit=60)}"
        if output.failure is None:
            click.echo(f"  {stage} {shown}", err=True)
            if output.columns:
                click.echo(f"    columns: {_columns(output.columns)}", err=True)
        else:
            reason = f"{output.failure.reason} ({safe_text(output.failure.detail, limit=120)})"
            click.echo(f"  {stage} {shown}: could not be done: {reason}", err=True)


def _columns(columns: Columns) -> str:
    """What each column of a list was taken to hold, to be checked by eye."""
    return "; ".join(
        f"{safe_text(header, limit=40)} = {held or '(left alone)'}" for _, header, held in columns
    )


@contextmanager
def stops_on_ctrl_c() -> Iterator[Callable[[], bool]]:
    """Asks whether Ctrl-C was pressed. The first lets the item at hand be finished, the second breaks off."""
    pressed = False

    def press(_signal: int, _frame: object) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True
        print("stopping after this item; press again to break off", file=sys.stderr)

    before = signal.signal(signal.SIGINT, press)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)
