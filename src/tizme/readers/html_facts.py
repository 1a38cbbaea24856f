"""What a page says of itself: title, day of publication, publisher, links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from tizme.readers.days import day_of
from tizme.tables import rows

_MOST_LINKS = 2000
_MOST_LD_VALUES = 5000


def facts(root: etree._Element) -> dict[str, str]:
    """fact -> value for "title", "published" (EDTF) and "publisher"; "" where the page gives none."""
    given = list(_linked_data(root))
    found = {"title": "", "published": "", "publisher": ""}
    for row in rows("readers/page_facts.csv", "fact", "where", "form"):
        fact = row["fact"]
        if found[fact]:
            continue
        value = _said(root, given, row["where"], row["form"])
        found[fact] = day_of(value) if fact == "published" else " ".join(value.split())[:500]
    found["title"] = found["title"] or _text_of(root, "h1") or _text_of(root, "title")
    found["published"] = found["published"] or _first_time(root)
    found["publisher"] = found["publisher"] or (urlsplit(address(root)).hostname or "").removeprefix("www.")
    return found


def address(root: etree._Element) -> str:
    """The address that the page gives for itself, "" where none."""
    for element in root.iter("link", "meta", "base"):
        name = (element.get("rel") or element.get("property") or str(element.tag)).lower()
        value = element.get("href") or element.get("content") or ""
        if name in {"canonical", "og:url", "base"} and value.startswith(("http://", "https://")):
            return value
    return ""


def links(root: etree._Element) -> tuple[str, ...]:
    """Where the page's links lead, in order, each once; resolved where the page says its own address."""
    base, found = address(root), dict[str, None]()
    for element in root.iter("a"):
        target = (element.get("href") or "").strip()
        if not target or target.startswith(("#", "javascript:", "data:", "mailto:", "tel:")):
            continue
        try:
            found[urljoin(base, target)] = None
        except ValueError:  # "http://[" is in the wild
            found[target] = None
        if len(found) == _MOST_LINKS:
            break
    return tuple(found)


def _said(root: etree._Element, given: list[tuple[str, Any]], where: str, form: str) -> str:
    if where == "ld":
        return next((_plain(value) for key, value in given if key == form and _plain(value)), "")
    for element in root.iter("meta") if where == "meta" else root.iterfind(f".//*[@itemprop='{form}']"):
        names = {(element.get(name) or "").lower() for name in ("property", "name", "itemprop")}
        if form.lower() in names:
            value = element.get("content") or element.get("datetime") or ""
            if value.strip():
                return value.strip()
    return ""


def _linked_data(root: etree._Element) -> Iterator[tuple[str, Any]]:
    """(key, value) of every object in the page's JSON-LD, outermost first."""
    waiting: list[Any] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                waiting.append(json.loads(script.text or "null", strict=False))
            except (ValueError, RecursionError):  # a page's own slip; its words are read all the same
                continue
    for _ in range(_MOST_LD_VALUES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield from value.items()
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _plain(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name", "")
    return value.strip() if isinstance(value, str) else ""


def _first_time(root: etree._Element) -> str:
    for element in root.iter("time"):
        if not any(True for _ in element.iterancestors("nav", "aside", "footer")):
            day = day_of(element.get("datetime") or "")
            if day:
                return day
    return ""


def _text_of(root: etree._Element, tag: str) -> str:
    element = next(root.iter(tag), None)
    return "" if element is None else " ".join("".join(element.itertext()).split())[:500]
