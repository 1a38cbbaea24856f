"""Captured bytes, each under the SHA-256 of what it holds, written once and never again.

    archive/
      3f/2a/3f2a…      the bytes, mode 0444; the name is their SHA-256
      .tmp-…           half-received bytes of a process that was stopped; never read

What is known about how bytes were received is the ledger's ``captured`` event, the only copy: a name
that a sender chose stands there and is never used as a path.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tizme.archive.durable import flush_folder, make_folder, temporary_file, write_all
from tizme.model import IntegrityFailure

_CHUNK_BYTES = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """Bytes that are on the disk. ``new`` is False where the archive already held them."""

    sha256: str
    size_bytes: int
    new: bool


class Archive:
    """The captured bytes of one case."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path_of(self, sha256: str) -> Path:
        """Where the bytes of ``sha256`` stand or would stand.

        Raises:
            ValueError: not 64 lower-case hexadecimal digits.
        """
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256 in lower-case hexadecimal: {sha256!r}")
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def put(self, content: bytes | BinaryIO) -> Stored:
        """The bytes, kept; a stream is read once, in pieces, and never held whole.

        Raises:
            IntegrityFailure: the archive holds a file of this name with other bytes.
        """
        make_folder(self.root)
        with temporary_file(self.root) as (handle, temporary):
            sha256, size_bytes = _copy(content, handle)
            path = self.path_of(sha256)
            if path.exists():
                self._check_unchanged(sha256)
                return Stored(sha256, size_bytes, new=False)
            os.fchmod(handle, 0o444)
            os.fsync(handle)
            make_folder(path.parent)
            _enter_without_overwriting(temporary, path)
            flush_folder(path.parent)
        return Stored(sha256, size_bytes, new=True)

    def read(self, sha256: str) -> bytes:
        """The bytes, re-hashed on the way out.

        Raises:
            IntegrityFailure: they are missing or changed.
        """
        path = self.path_of(sha256)
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise IntegrityFailure(
                "captured bytes are missing", str(path), "restore the file from a backup"
            ) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise _changed(path)
        return content

    def digest_on_disk(self, sha256: str) -> str | None:
        """SHA-256 of what the file holds today, None where there is no file."""
        try:
            with self.path_of(sha256).open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except FileNotFoundError:
            return None

    def files(self) -> Iterator[Path]:
        """Every file under the archive, half-received ones too, in a fixed order."""
        yield from sorted(path for path in self.root.rglob("*") if not path.is_dir())

    def _check_unchanged(self, sha256: str) -> None:
        if self.digest_on_disk(sha256) != sha256:
            raise _changed(self.path_of(sha256))


def _copy(content: bytes | BinaryIO, handle: int) -> tuple[str, int]:
    if isinstance(content, bytes):
        write_all(handle, content)
        return hashlib.sha256(content).hexdigest(), len(content)
    whole, size_bytes = hashlib.sha256(), 0
    while chunk := content.read(_CHUNK_BYTES):
        whole.update(chunk)
        size_bytes += len(chunk)
        write_all(handle, chunk)
    return whole.hexdigest(), size_bytes


def _enter_without_overwriting(temporary: Path, path: Path) -> None:
    """A hard link fails where the name is taken; a rename would overwrite."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return  # another process captured the same bytes in this moment
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}:
            raise
        # A file system without hard links (FAT, some network shares). Names are digests, so what a
        # second writer could put here in between is the same bytes.
        temporary.rename(path)


def _changed(path: Path) -> IntegrityFailure:
    return IntegrityFailure(
        "captured bytes have changed since they were captured", str(path), "restore the file from a backup"
    )
