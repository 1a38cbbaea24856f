"""Find the files that were meant, and what is known of each before its bytes are captured."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.case.sidecar import SIDECAR, Provenance, read_sidecar
from tizme.model import UnusableInput

# Only Python's own list: what a machine has in /etc would make one capture differ from another.
_TYPES = mimetypes.MimeTypes(filenames=())


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file about to be captured."""

    path: Path
    provenance: Provenance


def find_incoming(
    paths: Iterable[Path], *, sidecar: Path | None = None, given: Mapping[str, Any], case_root: Path
) -> tuple[Incoming, ...]:
    """Every file that ``paths`` mean, folders taken apart in the order of their names.

    Args:
        sidecar: A sources.toml for all of them; None: the one in each folder, or beside each file.
        given: What the command line says of all of them; it wins over the sidecar.

    Raises:
        UnusableInput: a path that is not there, is no file, or lies in the case; a sidecar that names
            a file of the folder that is not there.
    """
    found: list[Incoming] = []
    for path in paths:
        _check(path, case_root=case_root)
        folder = path if path.is_dir() else path.parent
        book = sidecar if sidecar is not None else folder / SIDECAR
        entries = read_sidecar(book) if sidecar is not None or book.is_file() else {}
        files = list(_files_in(path)) if path.is_dir() else [path]
        if path.is_dir():
            _check_entries(entries, files, folder=folder, book=book)
        for file in files:
            known = entries.get(file.relative_to(folder).as_posix(), Provenance())
            found.append(Incoming(file, known.with_given(given, where="the options")))
    if not found:
        raise UnusableInput(
            "there is no file in it", ", ".join(map(str, paths)), "name files or a folder that holds some"
        )
    return tuple(found)


def guess_media_type(name: str) -> str:
    """What the name's ending says; the reader looks at the bytes as well."""
    return _TYPES.guess_type(name)[0] or "application/octet-stream"


def _files_in(folder: Path) -> Iterator[Path]:
    """Regular files, hidden ones, links and the sidecar left out."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink() or path.name == SIDECAR:
            continue
        if path.is_dir():
            yield from _files_in(path)
        elif path.is_file():
            yield path


def _check(path: Path, *, case_root: Path) -> None:
    if not path.exists():
        raise UnusableInput("there is no such file", str(path), "check the name")
    if not path.is_dir() and not path.is_file():
        raise UnusableInput("this is no ordinary file", str(path), "save its content to a file and add that")
    inside = path.resolve()
    if inside.is_relative_to(case_root.resolve()) or (
        path.is_dir() and case_root.resolve().is_relative_to(inside)
    ):
        raise UnusableInput(
            "the case cannot capture its own folder", str(path), "keep sources outside the case"
        )


def _check_entries(entries: Mapping[str, Provenance], files: list[Path], *, folder: Path, book: Path) -> None:
    there = {file.relative_to(folder).as_posix() for file in files}
    missing = sorted(entries.keys() - there)
    if missing:
        raise UnusableInput(f"it names '{missing[0]}', which is not there", str(book), "correct `file`")
