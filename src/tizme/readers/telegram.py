"""Telegram Desktop's export (result.json): every message a section with its own day and author."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tizme.model import Document, Section
from tizme.readers.assemble import Stretch, TextBuilder, assemble
from tizme.readers.days import day_of
from tizme.readers.decode import decode
from tizme.readers.failure import UnreadableError

_MOST_LISTED = 20
_ATTACHED = ("photo", "file", "contact_information", "location_information")


@dataclass(slots=True)
class _Export:
    builder: TextBuilder = field(default_factory=TextBuilder)
    stretches: list[Stretch] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    edited: list[str] = field(default_factory=list)


def read_telegram(content: bytes) -> Document:
    """The messages of all chats in the export.

    Raises:
        UnreadableError: not JSON, another kind of JSON, or no message holds words.
    """
    decoded = decode(content)
    try:
        value = json.loads(decoded.text, strict=False)
    except (ValueError, RecursionError) as error:
        said = f"The file is not JSON that can be read ({type(error).__name__}); export it once more."
        raise UnreadableError("malformed", said) from error
    chats = list(_chats(value))
    if not chats:
        said = "Of JSON files only Telegram Desktop's export (result.json) is read; turn others into .csv."
        raise UnreadableError("unknown-type", said)
    return chats_document(chats, "application/json", warnings=decoded.warnings)


def chats_document(
    chats: list[dict[str, Any]], media_type: str, *, warnings: tuple[str, ...] = ()
) -> Document:
    """Every message of the chats a section, with its day, its author, what it repeats and what it answers.

    Raises:
        UnreadableError: no message holds words.
    """
    export = _Export()
    for chat in chats:
        where = f"{_name(chat)}, " if len(chats) > 1 else ""
        for message in chat["messages"]:
            if isinstance(message, dict):
                _add(export, message, where)
    if not export.sections:
        raise UnreadableError("no-text", "No message of the export holds words. " + _left_out(export))
    title = ", ".join(name for name in map(_name, chats) if name)
    document = Document(
        media_type,
        export.builder.text(),
        title=title,
        published=_one_day(export.sections),
        publisher=title,
        sections=tuple(export.sections),
        links=tuple(export.links),
        warnings=(*warnings, *filter(None, [_left_out(export), _edited(export)])),
    )
    return assemble(document, export.stretches)


def _chats(value: Any) -> Iterator[dict[str, Any]]:
    """The chats of an export of one chat, or of a whole account."""
    if not isinstance(value, dict):
        return
    messages = value.get("messages")
    if isinstance(messages, list) and any(
        isinstance(m, dict) and "id" in m and "date" in m for m in messages
    ):
        yield value
    for group in ("chats", "left_chats"):
        listed = value.get(group, {})
        for chat in listed.get("list", []) if isinstance(listed, dict) else []:
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield chat


def _add(export: _Export, message: dict[str, Any], where: str) -> None:
    text = _words(message.get("text") or message.get("text_entities"), export.links)
    if isinstance(message.get("poll"), dict):
        text = "\n".join(filter(None, [text, _poll(message["poll"])]))
    for kind in _ATTACHED:
        if message.get(kind):
            export.left_out[str(message.get("media_type") or kind).replace("_", " ")] += 1
    if not any(char.isalnum() for char in text):
        if message.get("type") == "service":
            export.left_out["service notice"] += 1
        return
    if message.get("edited"):
        export.edited.append(str(message.get("id", "?")))
    answered = message.get("reply_to_message_id")
    start, stop = export.builder.add(text.strip())
    export.builder.add("\n\n")
    reposted = message.get("forwarded_from") or message.get("saved_from") or ""
    export.sections.append(
        Section(
            start,
            stop,
            published=day_of(str(message.get("date") or "")),
            author=_one_line(message.get("from") or message.get("author") or message.get("actor")),
            address=f"{where}message {message.get('id', '?')}",
            repost_of=_one_line(reposted),
            answers=f"{where}message {answered}" if answered else "",
        )
    )
    export.stretches.append(Stretch(start, stop, "message"))


def _words(text: Any, links: dict[str, None]) -> str:
    """A message's text, which is a string or a list of strings and marked-up pieces."""
    if isinstance(text, str):
        return text
    pieces = []
    for piece in text if isinstance(text, list) else []:
        if isinstance(piece, dict):
            pieces.append(str(piece.get("text", "")))
            target = piece.get("href") or (piece.get("text") if piece.get("type") == "link" else "")
            if isinstance(target, str) and target:
                links[target] = None
        else:
            pieces.append(str(piece))
    return "".join(pieces)


def _poll(poll: dict[str, Any]) -> str:
    answers = poll.get("answers")
    options = [
        str(one.get("text", ""))
        for one in (answers if isinstance(answers, list) else [])
        if isinstance(one, dict)
    ]
    return "\n".join([str(poll.get("question", "")), *options])


def _left_out(export: _Export) -> str:
    attached = {kind: count for kind, count in sorted(export.left_out.items()) if kind != "service notice"}
    if not attached:
        return ""
    listed = ", ".join(f"{count} x {kind}" for kind, count in attached.items())
    return f"Attachments are not in the export's text ({listed}); add them as items of their own."


def _edited(export: _Export) -> str:
    if not export.edited:
        return ""
    listed = ", ".join(export.edited[:_MOST_LISTED]) + (", …" if len(export.edited) > _MOST_LISTED else "")
    return (
        f"Messages that were edited after they were sent, of which only the last wording is here: {listed}."
    )


def _one_day(sections: list[Section]) -> str:
    days = {section.published for section in sections}
    return days.pop() if len(days) == 1 else ""


def _name(chat: dict[str, Any]) -> str:
    return _one_line(chat.get("name")) or _one_line(chat.get("id"))


def _one_line(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
