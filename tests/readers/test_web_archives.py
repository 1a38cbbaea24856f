from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from tizme.extract import extract_document
from tizme.model import Document, ReadFailure
from tizme.readers import read_bytes
from tizme.readers.sniff import sniff

ONE = """<html><head><meta charset="utf-8"><meta property="og:site_name" content="Вести долины"><meta property="article:published_time" content="2023-03-04"></head>
<body><nav><a href="/">Главная</a></nav><article><h1>В Алае похоронили Эркина Асанова</h1><p>Эркин Асанов погиб 3 октября 2022 года под Бахмутом, рассказала его мать. Он уехал в Самару в 2021 году и работал на стройке.</p></article></body></html>"""
TWO = """<html><head><title>Второй</title><meta property="article:published_time" content="2023-05-06"></head><body><article><h1>Замир Осмонов вернулся домой</h1>
<p>Замир Осмонов вернулся домой 1 мая 2023 года. Он полгода провёл в госпитале, рассказали его родные, и встретила его вся улица.</p></article></body></html>"""
FRAME = "<html><body><p>Купи!</p></body></html>"


def record(kind: str, address: str, payload: bytes, content_type: str) -> bytes:
    """One record as ISO 28500 has it."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-06-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-{abs(hash(address)) % 10**12:012}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def archive(*, packed: bool = False, encoding: str = "") -> bytes:
    records = [record("warcinfo", "", b"software: test\r\n", "application/warc-fields")]
    for address, kind, status, body in (
        ("https://a.example/1", "text/html; charset=utf-8", "200 OK", ONE.encode()),
        ("https://a.example/old", "text/html", "301 Moved", b""),
        ("https://a.example/p.png", "image/png", "200 OK", b"\x89PNG"),
        ("https://b.example/2", "text/html; charset=windows-1251", "200 OK", TWO.encode("cp1251")),
        ("https://ads.example/f", "text/html", "200 OK", FRAME.encode()),
    ):
        sent = gzip.compress(body) if encoding else body
        told = f"Content-Encoding: {encoding}\r\n" if encoding else ""
        http = (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{told}Content-Length: {len(sent)}\r\n\r\n".encode()
        )
        records.append(record("response", address, http + sent, "application/http; msgtype=response"))
    return b"".join(gzip.compress(one) if packed else one for one in records)


def read(content: bytes, name: str) -> Document:
    answer = read_bytes(content, name=name)
    assert isinstance(answer, Document), answer
    return answer


@pytest.mark.parametrize(
    ("packed", "encoding", "name"),
    [(False, "", "a.warc"), (True, "", "a.warc.gz"), (False, "gzip", "a.warc")],
)
def test_the_pages_of_a_web_archive_are_sections_with_their_address_and_day(packed, encoding, name):
    found = read(archive(packed=packed, encoding=encoding), name)
    assert [(one.address, one.published) for one in found.sections] == [
        ("https://a.example/1", "2023-03-04"),
        ("https://b.example/2", "2023-05-06"),
    ]
    assert found.text[found.sections[1].start :].startswith("Замир Осмонов")
    assert any("1 x image/png" in said for said in found.warnings)
    claims = extract_document(found, item="", published="").claims
    assert ("died.date", "2022-10-03", "2023-03-04") in {(c.property, c.value, c.said_on) for c in claims}
    assert ("returned.date", "2023-05-01", "2023-05-06") in {(c.property, c.value, c.said_on) for c in claims}
    assert all(found.text[c.start : c.stop] == c.quote for c in claims)
    menu = found.text.index("Главная")
    assert any(start <= menu < stop for start, stop in found.boilerplate)


def test_of_a_packed_collection_the_pages_that_it_lists_are_read():
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr("archive/data.warc.gz", archive(packed=True))
        lines = [{"format": "json-pages-1.0"}, {"url": "https://b.example/2", "title": "Второй"}]
        packed.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
    found = read(into.getvalue(), "a.wacz")
    assert [one.address for one in found.sections] == ["https://b.example/2"]


def test_an_archive_without_pages_and_one_that_is_cut_off_are_stored_failures():
    cut = read_bytes(archive()[:300], name="a.warc")
    assert isinstance(cut, ReadFailure)
    assert cut.reason in {"no-text", "malformed"}
    assert sniff(gzip.compress(b"x" * 90), "a.gz") == "application/gzip"
