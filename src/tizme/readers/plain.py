"""Plain text: its own code points, untouched."""

from __future__ import annotations

from tizme.model import Document
from tizme.readers.assemble import Stretch, assemble
from tizme.readers.decode import decode
from tizme.text import paragraphs

_HEADING_LENGTH = 120


def read_plain(content: bytes) -> Document:
    """The file as text. U+FEFF and every line break stay where they are.

    Raises:
        UnreadableError: the file holds no words.
    """
    decoded = decode(content, keep_mark=True)
    found = paragraphs(decoded.text)
    title = _title(decoded.text, found)
    stretches = [
        Stretch(start, stop, "heading" if at == 0 and title else "body")
        for at, (start, stop) in enumerate(found)
    ]
    document = Document("text/plain", decoded.text, title=title, warnings=decoded.warnings)
    return assemble(document, stretches)


def _title(text: str, found: list[tuple[int, int]]) -> str:
    """The first line, where it is short, ends without a full stop and more text follows."""
    if len(found) < 2:
        return ""
    first = text[slice(*found[0])].strip("\ufeff")
    return first if len(first) <= _HEADING_LENGTH and first[-1:] not in {".", ",", ";", ":"} else ""
