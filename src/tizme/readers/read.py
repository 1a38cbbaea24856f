"""The door of the room: bytes in, a Document or the reason why there is none out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from tizme.model import Document, ReadFailure
from tizme.readers.failure import UnreadableError, failure_of
from tizme.readers.limits import DEFAULT, Limits
from tizme.readers.ocr import missing_part
from tizme.readers.parsers import is_parsed, is_picture, unread
from tizme.readers.pdf import EMPTY_PAGES
from tizme.readers.plain import read_plain
from tizme.readers.sniff import UNKNOWN, sniff, type_by_name
from tizme.readers.wire import Request, mapping_triples
from tizme.readers.worker import WORKER
from tizme.tables import table_root
from tizme.text import normal_language

# Raised by hand when a reader's code makes another Document of the same bytes.
_RULES = "1"
# For tests alone: see faults.py.
_FAULT = "TIZME_READER_FAULT"


def read_bytes(
    content: bytes,
    *,
    name: str,
    media_type: str = "",
    mapping: Mapping[tuple[str, str], str] | None = None,
    lang: str = "",
    limits: Limits = DEFAULT,
) -> Document | ReadFailure:
    """What an item says, or why it could not be read. Never raises on account of the bytes.

    Args:
        name: The file's name as it came; only its ending and, for CSV, its stem are used.
        media_type: What the sender said it is; used where neither bytes nor name tell.
        mapping: For lists: (sheet, header) -> property, "" for a column to be left alone; the sheet ""
            stands for every sheet. It wins over what the headers were taken to mean.
        lang: As people write it, for words in pictures; found from a first look where "", and for "uz",
            which leaves the alphabet open.

    Raises:
        UnknownLanguage: the code is not one of ours.
    """
    code = normal_language(lang) if lang and normal_language(lang, "a") == normal_language(lang, "я") else ""
    try:
        return _read(content, name, media_type, mapping, code, limits)
    except Exception as error:  # noqa: BLE001  (the per-item boundary; what is returned is stored)
        return failure_of(error, media_type=media_type or "this file")


def _read(
    content: bytes,
    name: str,
    media_type: str,
    mapping: Mapping[tuple[str, str], str] | None,
    lang: str,
    limits: Limits,
) -> Document | ReadFailure:
    if not content:
        raise UnreadableError("no-text", "The file is empty (0 bytes); fetch it again.")
    if len(content) > limits.input_bytes:
        said = (
            f"The file has {len(content)} bytes, more than the {limits.input_bytes} that are read; split it."
        )
        raise UnreadableError("too-large", said)
    found = sniff(content, name)
    stated = media_type.partition(";")[0].strip().lower()
    if found == UNKNOWN or (found == "text/plain" and is_parsed(stated) and stated.startswith("text/")):
        found = stated if is_parsed(stated) and b"\x00" not in content[:4096] else found
    if found == "text/plain":
        return read_plain(content)
    if not is_parsed(found):
        raise unread(found)
    request = Request(
        name, found, len(content), limits, mapping_triples(mapping), lang, fault=os.environ.get(_FAULT, "")
    )
    answer = _off_pictures(request, content) if is_picture(found) else WORKER.ask(request, content)
    if found == "application/pdf" and _has_pictures_of_text(answer):
        answer = _off_pictures(request, content, otherwise=answer)
    return _said_otherwise(answer, found, name)


def _off_pictures(
    request: Request, content: bytes, *, otherwise: Document | ReadFailure | None = None
) -> Document | ReadFailure:
    """The words in pictures, or why they cannot be read; ``otherwise`` is what was read without them."""
    missing = missing_part()
    if not missing:
        limits = replace(request.limits, seconds=max(request.limits.seconds, request.limits.ocr_seconds))
        return WORKER.ask(replace(request, ocr=True, limits=limits), content)
    if isinstance(otherwise, Document):
        said = f"To read them too, {missing} and run again."
        return replace(otherwise, warnings=(*otherwise.warnings, said))
    said = f"Its words are a picture: {missing}, then run again"
    return ReadFailure("missing-extra", f"{said}; or type what it says into a .txt file and add that too.")


def _has_pictures_of_text(answer: Document | ReadFailure) -> bool:
    """Whether a PDF has pages without words of their own."""
    if isinstance(answer, ReadFailure):
        return answer.reason == "no-text"
    return any(said.startswith(EMPTY_PAGES) for said in answer.warnings)


def _said_otherwise(answer: Document | ReadFailure, found: str, name: str) -> Document | ReadFailure:
    """The answer with a warning where the name's ending promises another kind of file."""
    promised = type_by_name(name)
    if isinstance(answer, ReadFailure) or promised in {UNKNOWN, "text/plain", found}:
        return answer
    said = f"The name ends like {promised}, the bytes are {found}; they were read as what they are."
    return replace(answer, warnings=(said, *answer.warnings))


@lru_cache(maxsize=1)
def reader_version() -> str:
    """Changes whenever another Document could come of the same bytes."""
    whole = hashlib.sha256()
    root = table_root()
    for path in sorted([*(root / "readers").glob("*.csv"), *(root / "text").glob("*.csv")]):
        whole.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return f"readers@{_RULES}+{whole.hexdigest()[:12]}"


READER_VERSION = reader_version()
