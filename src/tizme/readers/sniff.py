"""What kind of file some bytes are, from the bytes first and the name second."""

from __future__ import annotations

import re
import zlib
from pathlib import PurePath

from tizme.tables import rows

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLS = "application/vnd.ms-excel"
UNKNOWN = "application/octet-stream"

_HEAD = 4096
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rb"^(?:received|from|to|date|subject|message-id|mime-version|return-path|delivered-to|dkim-signature):",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_HEADERS_NEEDED = 3
_JSON = re.compile(rb"^(?:\xef\xbb\xbf)?\s*[\[{]")
# Names of parts, as they stand uncompressed in a zip's directory.
_ZIP_PARTS = (
    (b"word/document", DOCX),
    (b"xl/workbook", XLSX),
    (b"application/vnd.oasis.opendocument.spreadsheet", ODS),
    (b"datapackage.json", "application/wacz"),
)
_OLE_PARTS = (
    ("EncryptedPackage", "application/x-encrypted-office"),
    ("WordDocument", "application/msword"),
    ("Workbook", XLS),
    ("Book", XLS),
)


def sniff(content: bytes, name: str) -> str:
    """The media type of ``content``. The name decides only where the bytes leave it open.

    Returns:
        A media type; ``application/octet-stream`` where nothing tells.
    """
    certain = _by_bytes(content)
    if certain:
        return certain
    by_name = type_by_name(name)
    head = content[:_HEAD]
    if _is_utf16(head):
        head = head.replace(b"\x00", b"")
    elif b"\x00" in head:
        return UNKNOWN
    if _HTML.search(head) and by_name not in {"message/rfc822", "application/json"}:
        return "text/html"
    if by_name == UNKNOWN and _JSON.match(head):
        return "application/json"
    if by_name in {UNKNOWN, "text/plain"} and _is_mail(head):
        return "message/rfc822"
    if by_name in _TEXTUAL:
        return by_name
    return "text/plain" if _looks_like_text(head) else UNKNOWN


_TEXTUAL = frozenset(
    ["text/plain", "text/html", "text/csv", "text/tab-separated-values", "application/json", "message/rfc822"]
)


def _by_bytes(content: bytes) -> str:
    for row in rows("readers/magic.csv", "hex", "offset", "media_type"):
        at = int(row["offset"])
        mark = bytes.fromhex(row["hex"])
        if content[at : at + len(mark)] == mark:
            found = row["media_type"]
            return _inside(content, found) if found in _HOLDS_OTHERS else found
    # Some writers put a line before the header; Acrobat looks in the first 1,024 bytes too.
    return "application/pdf" if b"%PDF-" in content[:1024] else ""


_HOLDS_OTHERS = frozenset(("application/zip", "application/x-ole", "application/gzip"))


def _inside(content: bytes, outer: str) -> str:
    if outer == "application/gzip":
        return "application/warc" if _unpacked_head(content).startswith(b"WARC/") else outer
    if outer == "application/zip":
        return next((kind for part, kind in _ZIP_PARTS if part in content), outer)
    return next((kind for part, kind in _OLE_PARTS if part.encode("utf-16-le") in content), outer)


def _unpacked_head(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:_HEAD], 64)
    except zlib.error:
        return b""


def type_by_name(name: str) -> str:
    """The media type that the ending of ``name`` promises, ``application/octet-stream`` for none we know."""
    suffix = PurePath(name.lower()).suffix
    for row in rows("readers/suffixes.csv", "suffix", "media_type"):
        if row["suffix"] == suffix:
            return row["media_type"]
    return UNKNOWN


def _is_mail(head: bytes) -> bool:
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return len({found.lower() for found in _MAIL_HEADER.findall(top)}) >= _MAIL_HEADERS_NEEDED


def _is_utf16(head: bytes) -> bool:
    """With a mark, or with the zero or 0x04 high bytes that Latin and Cyrillic letters have there."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    even, odd = head[0::2], head[1::2]
    return any(_is_high(half) for half in (even, odd) if len(half) >= 4)


def _is_high(half: bytes) -> bool:
    return half.count(0) + half.count(4) > 0.8 * len(half)


def _looks_like_text(head: bytes) -> bool:
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0c\x1b" for byte in head)
    return not head or controls < 0.01 * len(head)
