"""An open case: its folder, its settings, its archive and its ledger, and what may happen to them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tizme.archive import Archive, Ledger
from tizme.archive.durable import make_folder, sweep
from tizme.case.derived import Derived
from tizme.case.items import CapturedItem, captured_items
from tizme.case.layout import Layout
from tizme.case.settings import Settings, load_settings, save_settings
from tizme.model import UnusableInput
from tizme.ports import Clock

OPENED = "case-opened"
POLICY_CHANGED = "policy-changed"
MODEL_ANSWERED = "model-answered"


@dataclass(frozen=True, slots=True)
class Workplace:
    """What every act on a case needs."""

    layout: Layout
    settings: Settings
    archive: Archive
    ledger: Ledger
    derived: Derived

    def items(self) -> dict[str, CapturedItem]:
        """Item -> its facts, in the order of first capture.

        Raises:
            IntegrityFailure: the chain is broken.
        """
        return captured_items(self.ledger.events())


def open_workplace(root: Path, *, clock: Clock | None = None) -> Workplace:
    """The case in ``root``.

    Raises:
        UnusableInput: there is none, or its case.toml cannot be used.
    """
    layout = Layout(root)
    settings = load_settings(layout.settings)
    ledger = Ledger(layout.ledger, clock=clock)
    return Workplace(layout, settings, Archive(layout.archive), ledger, Derived(layout.derived, ledger))


def start_case(root: Path, settings: Settings, *, clock: Clock | None = None) -> Workplace:
    """A new case in ``root``, which must be empty or not there yet.

    case.toml is written last: a folder without one is not a case, and a start that was cut short can be
    made again.

    Raises:
        UnusableInput: a case or something else is there already.
    """
    layout = Layout(root)
    if layout.settings.exists():
        raise UnusableInput("this is a case already", str(root), f"add to it with `tizme add {root} FILE...`")
    if root.exists() and not root.is_dir():
        raise UnusableInput("this is a file", str(root), "name a new folder")
    ours = {"archive", "derived", "ledger.ndjson", "ledger.head", "ledger.lock"}
    strangers = sorted(p.name for p in root.iterdir() if p.name not in ours) if root.exists() else []
    strangers = [name for name in strangers if not name.startswith(".tmp-")]
    if strangers:
        raise UnusableInput(
            f"the folder is not empty ('{strangers[0]}')", str(root), "name a new or empty folder"
        )
    make_folder(layout.archive)
    make_folder(layout.derived)
    ledger = Ledger(layout.ledger, clock=clock)
    if not ledger.events(OPENED):
        ledger.append(OPENED, {"by": settings.who, "policy": settings.policy, "format": settings.format})
    save_settings(layout.settings, settings)
    return open_workplace(root, clock=clock)


@contextmanager
def one_run_at_a_time(layout: Layout) -> Iterator[None]:
    """Keep every other run of this case out, and sweep away what a killed one left half-written.

    Raises:
        UnusableInput: another run is at work.
    """
    handle = os.open(layout.run_lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UnusableInput(
                "another run is at work on this case", str(layout.root), "wait for it to end"
            ) from None
        for folder in (layout.root, layout.archive):
            sweep(folder)
        sweep(layout.derived, below=True)
        yield
    finally:
        os.close(handle)
