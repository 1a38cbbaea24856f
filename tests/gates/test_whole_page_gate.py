"""Gate: one article in six sites' clothes and seven languages: all of it is read, and nothing else says anything."""

from __future__ import annotations

import pytest
from whole_page import DAY, article_lines, furniture_lines, pages

from tizme.extract import extract_document
from tizme.model import Document
from tizme.readers import read_bytes

PAGES = {name: (html, words) for name, html, words in pages()}

pytestmark = pytest.mark.gate


def places(document: Document, lines: list[str]) -> list[tuple[int, int]]:
    found = []
    for line in lines:
        at = document.text.find(line)
        while at >= 0:
            found.append((at, at + len(line)))
            at = document.text.find(line, at + 1)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_read_whole_and_no_claim_comes_from_furniture(name: str):
    html, words = PAGES[name]
    document = read_bytes(html.encode(), name=name)
    assert isinstance(document, Document)
    assert document.published == DAY
    for line in article_lines(words):
        own = places(document, [line])
        assert any(not marked(document, *one) for one in own), line
    claims = extract_document(document, item="", published=document.published).claims
    assert claims
    outside = places(document, furniture_lines(words))
    false = [c for c in claims if any(start < c.stop and c.start < stop for start, stop in outside)]
    assert not false


def marked(document: Document, start: int, stop: int) -> bool:
    return any(a <= start and stop <= b for a, b in document.boilerplate)
