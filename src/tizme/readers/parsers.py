"""Which parser reads which kind of file."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

from tizme.model import Document
from tizme.readers.failure import UnreadableError
from tizme.readers.limits import Limits
from tizme.readers.sniff import DOCX, ODS, XLS, XLSX
from tizme.tables import rows

# media type -> module that reads it, and the libraries it needs, loaded once before any file is seen.
_MODULES: Mapping[str, tuple[str, ...]] = {
    "text/html": ("tizme.readers.html", "trafilatura"),
    "text/csv": ("tizme.readers.delimited",),
    "text/tab-separated-values": ("tizme.readers.delimited",),
    "application/json": ("tizme.readers.telegram",),
    "message/rfc822": ("tizme.readers.mail", "trafilatura"),
    "application/pdf": ("tizme.readers.pdf", "pypdfium2"),
    "application/warc": ("tizme.readers.web_archive", "warcio", "trafilatura"),
    "application/wacz": ("tizme.readers.web_archive", "warcio", "trafilatura"),
    "image/png": ("tizme.readers.picture", "PIL.Image"),
    "image/jpeg": ("tizme.readers.picture", "PIL.Image"),
    "image/tiff": ("tizme.readers.picture", "PIL.Image"),
    "image/webp": ("tizme.readers.picture", "PIL.Image"),
    "image/gif": ("tizme.readers.picture", "PIL.Image"),
    DOCX: ("tizme.readers.docx", "docx"),
    XLSX: ("tizme.readers.spreadsheet", "python_calamine"),
    ODS: ("tizme.readers.spreadsheet", "python_calamine"),
    XLS: ("tizme.readers.spreadsheet", "python_calamine"),
}


def is_parsed(media_type: str) -> bool:
    """Whether there is a parser for this kind of file."""
    return media_type in _MODULES


def load(media_type: str) -> None:
    """Import what the parser needs, so that a process forked from this one has it."""
    for module in _MODULES.get(media_type, ()):
        importlib.import_module(module)


def is_picture(media_type: str) -> bool:
    """Whether the words of such a file can only be read off it."""
    return media_type.startswith("image/") and is_parsed(media_type)


def parse(
    content: bytes, *, name: str, media_type: str, mapping: Mapping[tuple[str, str], str], limits: Limits,
    ocr: bool, lang: str,
) -> Document:  # fmt: skip
    """What the parser for ``media_type`` makes of the bytes.

    Raises:
        UnreadableError: with the reason that is to be stored.
        Exception: anything at all; the caller stands at the one boundary that stores it.
    """
    module = importlib.import_module(_MODULES[media_type][0])
    document: Document
    if media_type in {XLSX, ODS, XLS}:
        document = module.read_spreadsheet(content, media_type=media_type, mapping=mapping, limits=limits)
    elif media_type in {"text/csv", "text/tab-separated-values"}:
        sheet = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        document = module.read_delimited(
            content, name=sheet, media_type=media_type, mapping=mapping, limits=limits
        )
    elif media_type == DOCX:
        document = module.read_docx(content, mapping=mapping)
    elif media_type == "application/pdf":
        document = module.read_pdf(content, ocr=ocr, lang=lang)
    elif is_picture(media_type):
        document = module.read_picture(content, media_type=media_type, lang=lang)
    else:
        verb = {"application/json": "telegram", "message/rfc822": "mail"}.get(media_type)
        document = getattr(module, f"read_{verb or media_type.rsplit('/', 1)[-1]}")(content)
    return document


def unread(media_type: str) -> UnreadableError:
    """Why a kind of file without a parser is not read, and what to do."""
    for row in rows("readers/unread_types.csv", "media_type", "reason", "next_step"):
        if media_type.startswith(row["media_type"]):
            return UnreadableError(row["reason"], row["next_step"])
    return UnreadableError(
        "unknown-type",
        f"No reader knows this kind of file ({media_type}); save it as text, PDF, DOCX, HTML, CSV or XLSX.",
    )
