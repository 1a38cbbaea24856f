"""The case folder.

    my-case/
      case.toml                  who, policy, engine, store address: may be edited by hand
      archive/3f/2a/3f2a…        captured bytes under their SHA-256, written once, mode 0444
      ledger.ndjson              one line per event, each carrying the digest of the one before
      ledger.head                number and digest of the newest line
      ledger.lock, run.lock      held for one append, and for one run
      ledger.torn-1              a line that a crash cut short, set aside (only after a crash)
      case.sqlite                what a person opens; or a PostgreSQL address in case.toml
      requests/                  who searches for whom, sealed (sealed.py draws it); mode 0700
      derived/                   may be deleted; `tizme run` makes the same bytes again
        read/3f/3f2a….<key>.json      what a reader made of an item, or why it could not
        extract/3f/3f2a….<key>.json   mentions and claims of an item
        records/<key>.ndjson          the claims of each mention chain, put together
        pairs/<key>.ndjson            records compared
        clusters/<key>.ndjson         records held to be one human being
        sources/<key>.ndjson          items that are one source
        persons/<key>.ndjson          fate and whereabouts by one policy, with reasons
        estimates/<question>.json     the last answer of `tizme estimate`; not made by `tizme run`

``<key>`` is the digest of everything that had a say: the inputs' digests and the rules' versions. Archive and
ledger are the truth; the rest follows from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of one case stands."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "case.toml"

    @property
    def archive(self) -> Path:
        return self.root / "archive"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.ndjson"

    @property
    def requests(self) -> Path:
        return self.root / "requests"

    @property
    def run_lock(self) -> Path:
        return self.root / "run.lock"

    @property
    def derived(self) -> Path:
        return self.root / "derived"

    def sqlite_files(self, store: str) -> tuple[Path, ...]:
        """The files of an SQLite store that stands in this folder, none for any other store."""
        if "://" in store:
            return ()
        path = self.root / store
        return tuple(path.with_name(path.name + end) for end in ("", "-wal", "-shm", "-journal"))

    def store_address(self, store: str) -> str:
        """The address to open: a bare file name in case.toml means SQLite in this folder."""
        if "://" in store:
            return store
        return f"sqlite:///{quote(str((self.root / store).resolve()).lstrip('/'))}"
