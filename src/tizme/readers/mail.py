"""EML: the letter's own words; what is attached is named and has to be added as an item of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from tizme.model import Document, Section
from tizme.readers.assemble import Stretch, assemble
from tizme.readers.decode import decode
from tizme.readers.failure import UnreadableError
from tizme.readers.html import html_document
from tizme.text import paragraphs


def read_mail(content: bytes) -> Document:
    """The body, plain text before HTML.

    Raises:
        UnreadableError: neither body holds words.
    """
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
    if _is_saved_page(message):
        return _saved_page(message)
    plain, html = (message.get_body(preferencelist=(kind,)) for kind in ("plain", "html"))
    attached = [_file_name(part) for part in message.iter_attachments()] if message.is_multipart() else []
    warnings = _attached(attached)
    if plain is not None and (words := _words(plain)).strip():
        found = Document("message/rfc822", words, warnings=warnings)
        found = assemble(found, [Stretch(start, stop) for start, stop in paragraphs(words)])
    elif html is not None:
        found = html_document(_words(html), warnings=warnings)
    else:
        raise UnreadableError("no-text", " ".join(("The letter's body holds no words.", *warnings)))
    published, sender = _day(_header(message, "date")), _header(message, "from")
    section = Section(0, len(found.text), published=published, author=sender, address="letter")
    return replace(
        found,
        media_type="message/rfc822",
        title=_header(message, "subject"),
        published=published,
        publisher=sender,
        sections=(section,),
        links=(*found.links, *(f"attachment:{name}" for name in attached)),
    )


def _is_saved_page(message: EmailMessage) -> bool:
    """Whether a browser wrote this: a page with its pictures in one file (.mhtml)."""
    return (
        message.get_content_type() == "multipart/related"
        and message.get("Snapshot-Content-Location") is not None
    ) or _header(message, "from").strip("<>").lower().startswith("saved by")


def _saved_page(message: EmailMessage) -> Document:
    """The page; its day is its own, not the one on which it was saved."""
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    if part is None:
        raise UnreadableError("no-text", "The saved page holds no HTML; save it once more as .html.")
    found = html_document(_words(part))
    location = _header(message, "snapshot-content-location") or (part.get("Content-Location") or "").strip()
    host = (urlsplit(location).hostname or "").removeprefix("www.")
    return replace(found, title=found.title or _header(message, "subject"), publisher=found.publisher or host)


def _words(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    return decode(content, declared=part.get_content_charset() or "").text.replace("\r\n", "\n")


def _attached(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    return (f"The letter's attachments were not read; add them as items of their own: {', '.join(names)}.",)


def _file_name(part: MIMEPart) -> str:
    return " ".join((part.get_filename() or f"unnamed {part.get_content_type()}").split())


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; its own parser fails on what spam and old programs write there."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except (MessageError, ValueError, LookupError, AttributeError, TypeError):
        raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
        return " ".join(raw.split())


def _day(written: str) -> str:
    """The day in the sender's own time zone, "" where the header holds none."""
    try:
        moment: datetime = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return ""
    return moment.date().isoformat()
