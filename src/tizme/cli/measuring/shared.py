"""Where the annotated data lies, which data it is, and its scorers."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tizme
from tizme.model import UnusableInput
from tizme.tables import table_root

VARIABLE = "TIZME_SHARED"
_NEXT_STEP = f"name its folder with --shared or in {VARIABLE} (it holds gold/, data/ and bench/)"


def find_shared(given: Path | None = None) -> Path:
    """The folder of the shared data: as given, TIZME_SHARED's, or ../shared beside the repository or here.

    Raises:
        UnusableInput: the folder named is not one, or none was named and none is found.
    """
    named = given or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named is not None:
        if not (named / "bench").is_dir():
            raise UnusableInput("the shared data is not here", str(named), _NEXT_STEP)
        return named.resolve()
    repository = Path(tizme.__file__).resolve().parents[2]
    tried = (repository.parent / "shared", Path.cwd().parent / "shared")
    for folder in tried:
        if (folder / "bench").is_dir():
            return folder
    where = " and ".join(sorted({str(folder) for folder in tried}))
    raise UnusableInput(
        "the annotated data, which is not part of tizme, is in neither place", where, _NEXT_STEP
    )


def part_of(shared: Path, *names: str) -> Path:
    """A file or folder of the shared data.

    Raises:
        UnusableInput: it is not there.
    """
    path = shared.joinpath(*names)
    if not path.exists():
        raise UnusableInput("this part of the shared data is missing", str(path), _NEXT_STEP)
    return path


def file_digest(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files_digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and digests of files, in their order, hexadecimal."""
    lines = (f"{path.name} {file_digest(path)}\n" for path in paths)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def room_rule(room: str) -> str:
    """The rule version of a room that has no number of its own: tizme's, and the digest of its tables."""
    tables = (path for path in sorted((table_root() / room).rglob("*")) if path.suffix in {".csv", ".yaml"})
    return f"{room}-{tizme.__version__}+{files_digest(tables)[:12]}"


def gold_files(shared: Path, texts: Path | None = None) -> list[Path]:
    """The annotations, NAME.json, each beside its NAME.txt, by name.

    Args:
        texts: A folder of annotated texts to take instead of the shared ones.

    Raises:
        UnusableInput: there are none.
    """
    folder = part_of(shared, "gold") if texts is None else texts
    found = [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").is_file()]
    if not found:
        raise UnusableInput("no annotated text (NAME.txt beside NAME.json) is in it", str(folder), _NEXT_STEP)
    return found


def find_texts(half: str) -> list[Path]:
    """The project's own annotated texts (tests/gates/texts), where this runs in a clone; else none.

    Args:
        half: "open" or "held".
    """
    folder = Path(tizme.__file__).resolve().parents[2] / "tests/gates/texts" / half
    return [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").is_file()]


def corpus_digest(shared: Path, texts: Path | None = None) -> str:
    """SHA-256 over the names and digests of the annotated texts and their annotations."""
    return files_digest(
        path
        for annotation in gold_files(shared, texts)
        for path in (annotation, annotation.with_suffix(".txt"))
    )


def text_of(annotation: Path) -> str:
    """The annotated text, every letter kept: the offsets count in it."""
    return annotation.with_suffix(".txt").read_bytes().decode("utf-8")


def annotation_of(path: Path) -> dict[str, Any]:
    """What the annotators marked."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def run_scorer(shared: Path, scorer: str, *arguments: str) -> list[str]:
    """The lines that ``bench/<scorer>`` prints, run as it lies there.

    Raises:
        UnusableInput: the scorer is missing or ends with an error.
    """
    path = part_of(shared, "bench", scorer)
    done = subprocess.run(  # noqa: S603  (the scorer that the user named, with paths made here)
        [sys.executable, "-X", "utf8", str(path), *arguments],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise UnusableInput(f"the scorer ended with an error: {said}", str(path), _NEXT_STEP)
    return done.stdout.splitlines()
