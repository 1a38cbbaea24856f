"""Texts each stretch of which is marked with whose knowledge it is (tests/gates/evidence/spoken).

A file holds several texts. ``# name<TAB>day<TAB>outlet<TAB>kind`` begins one; each line below is a stretch:
``class<TAB>speaker<TAB>words``. An empty line ends a paragraph; stretches of a paragraph are joined by a
blank, one whose class begins with "+" by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tizme.model import UnusableInput

CLASSES = frozenset({"document", "official", "direct", "hearsay", "press", "inferred"})
_HEAD_CELLS, _CELLS = 4, 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Code points ``[start, stop)`` of a text and whose knowledge they are."""

    start: int
    stop: int
    evidence: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """One text. ``published``: EDTF day."""

    name: str
    published: str
    text: str
    stretches: tuple[Stretch, ...]

    def evidence_at(self, offset: int) -> str:
        """The class of the stretch that holds a code point, "" between two."""
        return next((s.evidence for s in self.stretches if s.start <= offset < s.stop), "")


def read_spoken(path: Path) -> Iterator[Spoken]:
    """The texts of a file, in order.

    Raises:
        UnusableInput: a line that is no head, stretch or paragraph's end.
    """
    head: list[str] = []
    text, fresh = "", True
    stretches: list[Stretch] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# "):
            if head:
                yield Spoken(head[0], head[1], text.rstrip("\n"), tuple(stretches))
            head = line[2:].split("\t")
            if len(head) != _HEAD_CELLS:
                raise UnusableInput("not name, day, outlet, kind", f"{path}:{number}", "mend the line")
            text, stretches, fresh = "", [], True
        elif not line.strip():
            text, fresh = (f"{text.rstrip(chr(10))}\n\n" if text else ""), True
        else:
            evidence, speaker, words = _cells(line, f"{path}:{number}")
            text += "" if fresh or evidence.startswith("+") else " "
            stretches.append(Stretch(len(text), len(text) + len(words), evidence.lstrip("+"), speaker))
            text, fresh = text + words, False
    if head:
        yield Spoken(head[0], head[1], text.rstrip("\n"), tuple(stretches))


def _cells(line: str, where: str) -> tuple[str, str, str]:
    cells = line.split("\t")
    if len(cells) != _CELLS or cells[0].lstrip("+") not in CLASSES:
        raise UnusableInput("not class, speaker, words", where, f"classes are {', '.join(sorted(CLASSES))}")
    return cells[0], cells[1], cells[2]
