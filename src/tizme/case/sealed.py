"""The sealed book of a case: events that nobody reads without a key.

    requests/                 mode 0700
      case.pub                the case's public key: whoever may write into the folder can seal
      keys/<8 hex>.age        the case's secret key, sealed for one keyholder each
      log/3f2a….age           one event each, named by the SHA-256 of its sealed bytes
      files/3f2a….age         whole files, such as an answer that names the family

Every file has mode 0600 and is encrypted with age (https://age-encryption.org, X25519 and ChaCha20-Poly1305).
The ledger says only that something was sealed, and its digest: order and completeness are checked by it,
and it names nobody. What is sealed is padded, so that its size does not tell a short history from a long one.
"""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from tizme.archive import Ledger
from tizme.archive.durable import flush_folder, make_folder, temporary_file, write_all
from tizme.model import IntegrityFailure, MissingExtra, UnusableInput, canonical_json, sha256_hex
from tizme.trace.requests import SealedEvent

SEALED = "sealed"
FOLDER_MODE, FILE_MODE = 0o700, 0o600
# A request with a few steps and consents is two to four KB long.
_PAD_BYTES = 8192
_RESTORE = "restore the folder requests/ from a backup"


class Key(Protocol):
    """A secret key that was opened: an age identity."""

    def to_public(self) -> Any: ...


def age() -> Any:
    """The module that seals.

    Raises:
        MissingExtra: it is not installed. Nothing is ever kept unsealed instead.
    """
    try:
        return importlib.import_module("pyrage")  # ships no types
    except ImportError:
        raise MissingExtra("sealed", "keeping who searches for whom sealed") from None


class SealedBook:
    """The sealed events of one case."""

    def __init__(self, root: Path, ledger: Ledger) -> None:
        self.root = root
        self._ledger = ledger

    @property
    def exists(self) -> bool:
        return self._public_key_file.exists()

    # -- keys -----------------------------------------------------------------------------------------

    def start(self, keyholder: str) -> None:
        """Make the case's own key and seal it for the first keyholder (an ``age1…`` public key).

        Raises:
            UnusableInput: the case has a key already, or that is no public key.
        """
        if self.exists:
            raise UnusableInput("the case has a key already", str(self.root), "grant it to others instead")
        recipient = _recipient(keyholder)
        own = age().x25519.Identity.generate()
        for folder in (self.root, self.root / "keys", self.root / "log", self.root / "files"):
            make_folder(folder)
            folder.chmod(FOLDER_MODE)
        self._seal_key(own, recipient, keyholder)
        # Last: without it there is no book, and a start that was cut short can be made again.
        _write(self._public_key_file, f"{own.to_public()}\n".encode())

    def grant(self, key: Key, keyholder: str) -> None:
        """Let one more keyholder read the whole book.

        Raises:
            UnusableInput: ``key`` opens nothing here, or that is no public key.
        """
        self._seal_key(self._own(key), _recipient(keyholder), keyholder)

    def _seal_key(self, own: Any, recipient: Any, keyholder: str) -> None:
        path = self.root / "keys" / f"{sha256_hex(keyholder.strip().encode())[:8]}.age"
        _write(path, age().encrypt(str(own).encode(), [recipient]))

    def _own(self, key: Key) -> Any:
        """The case's secret key, opened by a keyholder's."""
        pyrage = age()
        self._demand()
        for path in sorted((self.root / "keys").glob("*.age")):
            try:
                return pyrage.x25519.Identity.from_str(pyrage.decrypt(path.read_bytes(), [key]).decode())
            except pyrage.DecryptError:
                continue
        raise UnusableInput(
            "this key does not open the requests of this case",
            str(self.root),
            "use the key file it was started with, or have a keyholder grant yours",
        )

    # -- writing --------------------------------------------------------------------------------------

    def append(self, kind: str, body: dict[str, Any], *, at: str, by: str) -> str:
        """Seal one event and record that something was sealed; the SHA-256 of the sealed bytes.

        Raises:
            UnusableInput: the case has no key yet, or nobody is named.
        """
        if not by.strip():
            raise UnusableInput(
                "a request needs a caseworker's name",
                str(self.root),
                "give --by NAME, or set `who` in case.toml",
            )
        event = canonical_json({"kind": kind, "at": at, "by": by.strip(), "body": body}).encode()
        return self._keep("log", event + b" " * (-len(event) % _PAD_BYTES))

    def keep_file(self, content: bytes) -> str:
        """Seal a whole file; the SHA-256 of the sealed bytes."""
        return self._keep("files", content)

    def _keep(self, folder: str, content: bytes) -> str:
        self._demand()
        recipient = _recipient(self._public_key_file.read_text(encoding="ascii"))
        sealed: bytes = age().encrypt(content, [recipient])
        digest = sha256_hex(sealed)
        _write(self.root / folder / f"{digest}.age", sealed)
        self._ledger.append(SEALED, {"sha256": digest})
        return digest

    # -- reading --------------------------------------------------------------------------------------

    def events(self, key: Key) -> tuple[SealedEvent, ...]:
        """Every event, oldest first.

        Raises:
            UnusableInput: the key opens nothing here.
            IntegrityFailure: a sealed file is missing, is not what the ledger says, or is sealed for
                another key than the case's.
        """
        own, found = self._own(key), []
        for path in self._recorded():
            if path.parent.name == "log":
                value = json.loads(self._open(path, own))
                found.append(SealedEvent(value["kind"], value["at"], value["by"], value["body"]))
        return tuple(found)

    def read_file(self, key: Key, digest: str) -> bytes:
        """A file that was sealed.

        Raises:
            IntegrityFailure: it is missing or changed.
        """
        return self._open(self.root / "files" / f"{digest}.age", self._own(key))

    def check(self) -> tuple[tuple[str, str], ...]:
        """(problem, file under requests/) of everything that is not as it was left; needs no key."""
        try:
            recorded = set(self._recorded())
        except IntegrityFailure as error:
            return (("missing", error.where),)
        changed = [path for path in sorted(recorded) if sha256_hex(path.read_bytes()) != path.stem]
        strangers = [
            path
            for path in sorted(self.root.glob("*/*.age"))
            if path.parent.name != "keys" and path not in recorded
        ]
        return (
            *(("changed", self._inside(path)) for path in changed),
            *(("unfinished", self._inside(path)) for path in strangers),
        )

    def _recorded(self) -> Iterator[Path]:
        """The file of each ``sealed`` line, in order."""
        for event in self._ledger.events(SEALED):
            name = f"{event.body['sha256']}.age"
            for folder in ("log", "files"):
                if (self.root / folder / name).exists():
                    yield self.root / folder / name
                    break
            else:
                raise IntegrityFailure("a sealed event is missing", f"requests/{name}", _RESTORE)

    def _open(self, path: Path, own: Any) -> bytes:
        try:
            sealed = path.read_bytes()
        except FileNotFoundError:
            raise IntegrityFailure("a sealed file is missing", self._inside(path), _RESTORE) from None
        if sha256_hex(sealed) != path.stem:
            raise IntegrityFailure("a sealed file was changed", self._inside(path), _RESTORE)
        pyrage = age()
        try:
            content: bytes = pyrage.decrypt(sealed, [own])
        except pyrage.DecryptError:
            raise IntegrityFailure(
                "it is sealed for another key than the case's: case.pub was replaced",
                self._inside(path),
                _RESTORE,
            ) from None
        return content

    def _demand(self) -> None:
        if not self.exists:
            raise UnusableInput(
                "this case has no key for requests yet",
                str(self.root.parent),
                f"make one with `tizme request key {self.root.parent} --new FILE`",
            )

    def _inside(self, path: Path) -> str:
        return path.relative_to(self.root.parent).as_posix()

    @property
    def _public_key_file(self) -> Path:
        return self.root / "case.pub"


def new_key_file(path: Path, *, passphrase: str = "") -> str:
    """Write a new key for a keyholder to ``path``, mode 0600, and give back its public half.

    Args:
        passphrase: Asked for whenever the key is used; "" leaves the file as its own protection.

    Raises:
        UnusableInput: a file is there already.
    """
    pyrage = age()
    key = pyrage.x25519.Identity.generate()
    content = f"# public key: {key.to_public()}\n{key}\n".encode()
    if passphrase:
        content = pyrage.passphrase.encrypt(content, passphrase)
    write_private(path, content)
    return str(key.to_public())


def open_key(content: bytes, *, where: str, passphrase: str = "") -> Key:
    """The key in a key file, as this tool or ``age-keygen`` writes it.

    Raises:
        UnusableInput: it holds no age key, or the passphrase does not open it.
    """
    pyrage = age()
    if needs_passphrase(content):
        try:
            content = pyrage.passphrase.decrypt(content, passphrase)
        except pyrage.DecryptError:
            raise UnusableInput("the passphrase does not open it", where, "try again") from None
    for line in content.decode("utf-8", "replace").splitlines():
        if line.startswith("AGE-SECRET-KEY-1"):
            try:
                key: Key = pyrage.x25519.Identity.from_str(line.strip())
            except pyrage.IdentityError:
                break
            return key
    raise UnusableInput("it holds no age key", where, "name the file that `tizme request key --new` wrote")


def needs_passphrase(content: bytes) -> bool:
    """Whether the key file is itself sealed with a passphrase."""
    return content.startswith(b"age-encryption.org/")


def write_private(path: Path, content: bytes) -> None:
    """A new file that only its owner reads.

    Raises:
        UnusableInput: something is there already, or it cannot be written.
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)
    except OSError as error:
        problem = (
            "a file of this name is there already"
            if path.exists()
            else f"cannot be written ({error.strerror})"
        )
        raise UnusableInput(problem, str(path), "name a new file: nothing is overwritten") from error
    try:
        write_all(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)


def _recipient(public: str) -> Any:
    pyrage = age()
    try:
        return pyrage.x25519.Recipient.from_str(public.strip())
    except pyrage.RecipientError:
        raise UnusableInput(
            f"'{public.strip()[:40]}' is no public key", "requests", "give the line that begins with age1"
        ) from None


def _write(path: Path, content: bytes) -> None:
    with temporary_file(path.parent) as (handle, temporary):
        os.fchmod(handle, FILE_MODE)
        write_all(handle, content)
        os.fsync(handle)
        temporary.replace(path)
    flush_folder(path.parent)
