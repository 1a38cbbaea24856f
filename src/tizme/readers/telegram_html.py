"""Telegram Desktop's other export (messages.html), brought to the shape of result.json."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

_ID = re.compile(r"message-?(\d+)")
_TARGET = re.compile(r"go_to_message(\d+)")
_STAMP = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?")
_BREAKS = frozenset({"br", "p", "div", "li", "blockquote"})
_MEDIA = {
    "photo_wrap": "photo", "media_photo": "photo", "video_file_wrap": "file", "media_video": "file",
    "media_voice_message": "file", "media_file": "file", "media_audio_file": "file",
}  # fmt: skip


def chat_of(root: etree._Element) -> dict[str, Any] | None:
    """The chat that a page holds, as result.json would say it, None for a page that is no export."""
    history = _first(root, "history")
    if history is None or _first(history, "message") is None:
        return None
    header = _first(root, "page_header")
    title = _first(header, "text") if header is not None else None
    messages: list[dict[str, Any]] = []
    sender = ""
    for element in history:
        names = _classes(element)
        if "message" not in names:
            continue
        found = _message(element)
        if "service" in names:
            found |= {"type": "service", "text": ""}
        elif "joined" in names and not found["from"]:
            found["from"] = sender
        sender = str(found["from"] or sender)
        messages.append(found)
    return {"name": _line(title) if title is not None else "", "messages": messages}


def _message(element: etree._Element) -> dict[str, Any]:
    number = _ID.search(element.get("id") or "")
    body = _first(element, "body")
    found: dict[str, Any] = {
        "id": number.group(1) if number else "?",
        "type": "message",
        "date": "",
        "from": "",
        "text": "",
    }
    if body is None:
        return found
    forwarded = _first(body, "forwarded", "body")
    own = _first(body, "from_name", outside=forwarded)
    stamp = _first(body, "date", outside=forwarded)
    found["from"] = _line(own) if own is not None else ""
    found["date"] = _day(stamp)
    inner = body
    if forwarded is not None:
        inner = forwarded
        source = _first(forwarded, "from_name")
        found["forwarded_from"] = (
            re.sub(r"\s*\d{1,2}\.\d{1,2}\.\d{4}.*$", "", _line(source)) if source is not None else "?"
        )
    text = _first(inner, "text")
    found["text"] = _words(text) if text is not None else ""
    reply = _first(body, "reply_to")
    target = _TARGET.search(etree.tostring(reply, encoding="unicode")) if reply is not None else None
    if target:
        found["reply_to_message_id"] = target.group(1)
    poll = _first(inner, "media_poll")
    if poll is not None:
        found["poll"] = _poll(poll)
    for name, kind in _MEDIA.items():
        if _first(inner, name) is not None:
            found[kind] = True
            break
    return found


def _poll(element: etree._Element) -> dict[str, Any]:
    question = _first(element, "question")
    answers = [one for one in element.iter("div") if "answer" in _classes(one)]
    return {
        "question": _line(question) if question is not None else "",
        "answers": [{"text": _line(one).lstrip("- ")} for one in answers],
    }


def _day(stamp: etree._Element | None) -> str:
    match = _STAMP.search((stamp.get("title") or _line(stamp)) if stamp is not None else "")
    if match is None:
        return ""
    day, month, year, hour = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}" + (f"T{hour}" if hour else "")


def _first(
    element: etree._Element, *names: str, outside: etree._Element | None = None
) -> etree._Element | None:
    """The first element below that bears all the classes, and does not stand in ``outside``."""
    for one in element.iterdescendants():
        if isinstance(one.tag, str) and set(names) <= _classes(one):
            if outside is not None and (one is outside or outside in one.iterancestors()):
                continue
            return one
    return None


def _classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())


def _words(element: etree._Element) -> str:
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        if event == "start":
            pieces.append("\n" if node.tag in _BREAKS and node is not element else "")
            pieces.append(re.sub(r"\s+", " ", node.text or ""))
        elif node is not element:
            pieces.append(re.sub(r"\s+", " ", node.tail or ""))
    return "\n".join(line.strip() for line in "".join(pieces).split("\n")).strip()


def _line(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
