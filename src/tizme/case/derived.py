"""Derived files: written whole or not at all, and used again only if the ledger vouches for their bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from tizme.archive import Ledger
from tizme.archive.durable import replace_file
from tizme.model import IntegrityFailure, canonical_json, sha256_hex
from tizme.model.codec import from_json, to_json

T = TypeVar("T")

# 32 hex digits: 128 bits, enough that two inputs never share a file.
_KEY_HEX = 32


def key_of(*inputs: object) -> str:
    """The digest of everything that had a say in an output, 32 hex digits."""
    return sha256_hex(canonical_json(to_json(list(inputs))).encode())[:_KEY_HEX]


class Derived:
    """The folder ``derived/`` of a case, and what the ledger says of it."""

    def __init__(self, root: Path, ledger: Ledger) -> None:
        self.root = root
        self._ledger = ledger
        self._named: dict[str, str] = {}
        self._seen = 0

    def named(self) -> dict[str, str]:
        """Path under ``derived/`` -> SHA-256, as the ledger last said."""
        fresh = self._ledger.since(self._seen)
        for event in fresh:
            if "file" in event.body and event.body.get("derived") is True:
                self._named[event.body["file"]] = event.body["sha256"]
        self._seen += len(fresh)
        return self._named

    def load(self, relative: str) -> bytes | None:
        """The bytes of a derived file, None where it is absent or was never recorded as done.

        Raises:
            IntegrityFailure: the file holds other bytes than the ledger names.
        """
        expected = self.named().get(relative)
        path = self.root / relative
        if expected is None or not path.is_file():
            return None
        content = path.read_bytes()
        if sha256_hex(content) != expected:
            raise IntegrityFailure(
                "a derived file was changed after it was made", str(path), "run `tizme run --rebuild`"
            )
        return content

    def keep(self, relative: str, content: bytes, *, kind: str, body: dict[str, Any]) -> str:
        """Write the file, then record it; the SHA-256. Recorded once, however often it is made again.

        Where the ledger names other bytes for the same inputs and rules, both digests are recorded: rules
        changed without a new version, or a library under them did.
        """
        digest = sha256_hex(content)
        replace_file(self.root / relative, content)
        before = self.named().get(relative)
        if before != digest:
            differs = {"differs_from": before} if before is not None else {}
            recorded = {**body, **differs, "derived": True, "file": relative, "sha256": digest}
            self._ledger.append(kind, recorded)
        return digest


def ndjson(values: Iterable[object]) -> bytes:
    """One canonical line for each value."""
    return "".join(canonical_json(to_json(value)) + "\n" for value in values).encode()


def read_ndjson(kind: type[T], content: bytes, *, where: str) -> tuple[T, ...]:
    """What ``ndjson`` wrote."""
    return tuple(
        from_json(kind, json.loads(line), where=f"{where}:{number}")
        for number, line in enumerate(content.splitlines(), start=1)
    )
