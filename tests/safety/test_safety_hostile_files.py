"""A hostile or broken file never ends the program, never hangs it, and is never lost without a reason."""

from __future__ import annotations

import io
import json
import os
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from tizme.model import Document, ReadFailure
from tizme.readers import DEFAULT, WORKER, Limits, read_bytes

pytestmark = pytest.mark.safety

REASONS = {
    "unknown-type",
    "too-large",
    "timed-out",
    "crashed",
    "malformed",
    "encrypted",
    "no-text",
    "missing-extra",
}
PAGE = b"<html><body><p>Erkin Asanov died near Bakhmut in October.</p></body></html>"
TIGHT = Limits(seconds=1.0, memory_bytes=1 << 30, output_bytes=1 << 22)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.delenv("TIZME_READER_FAULT", raising=False)


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["ФИО", "Дата гибели"])
    book.active.append(["Асанов Эркин", "2022"])
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def docx_bytes() -> bytes:
    made, into = docx.Document(), io.BytesIO()
    made.add_paragraph("Эркин Асанов погиб.")
    made.save(into)
    return into.getvalue()


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    """The package with one part replaced."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return into.getvalue()


def failure(content: bytes, name: str, limits: Limits = DEFAULT) -> ReadFailure:
    answer = read_bytes(content, name=name, limits=limits)
    assert isinstance(answer, ReadFailure), answer
    assert answer.reason in REASONS
    assert answer.detail.endswith((".", "!"))
    assert "Traceback" not in answer.detail
    return answer


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("abort", "crashed"),
        ("exit", "crashed"),
        ("hang", "timed-out"),
        ("spin", "timed-out"),
        ("memory", "too-large"),
        ("garbage", "crashed"),
        ("flood", "too-large"),
        ("network", "malformed"),
        ("write", "malformed"),
        ("an exception of no known type", "malformed"),
    ],
)
def test_safety_whatever_a_parser_does_is_a_stored_reason_and_the_next_file_is_read(
    faulty: pytest.MonkeyPatch, fault: str, reason: str
):
    faulty.setenv("TIZME_READER_FAULT", fault)
    started = time.monotonic()
    limits = TIGHT if reason == "timed-out" else replace(TIGHT, seconds=30.0)
    assert failure(PAGE, "page.html", limits).reason == reason
    assert time.monotonic() - started < 60
    faulty.delenv("TIZME_READER_FAULT")
    assert isinstance(read_bytes(PAGE, name="page.html"), Document)
    assert not Path("a-reader-was-here").exists()


def test_safety_a_killed_parsers_process_is_started_again():
    assert isinstance(read_bytes(PAGE, name="page.html"), Document)
    assert WORKER._process is not None
    os.kill(WORKER._process.pid, 9)
    assert isinstance(read_bytes(PAGE, name="page.html"), Document)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(("make", "name"), [(xlsx, "list.xlsx"), (docx_bytes, "a.docx")])
def test_safety_a_cut_off_office_file_is_a_reason(make: object, name: str, share: float):
    content = make()
    failure(content[: int(share * len(content))], name)


def test_safety_a_sheet_that_claims_a_far_corner_does_not_take_the_memory():
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
    )
    answer = read_bytes(with_part(xlsx(), "xl/worksheets/sheet1.xml", sheet), name="list.xlsx", limits=TIGHT)
    assert isinstance(answer, ReadFailure)
    assert answer.reason in {"crashed", "too-large", "timed-out"}


def test_safety_a_zip_bomb_is_stopped_by_its_limits():
    bomb = b"<w:document xmlns:w='x'>" + b" " * (200 << 20)
    limits = Limits(seconds=20, memory_bytes=500 << 20)
    answer = failure(with_part(docx_bytes(), "word/document.xml", bomb), "a.docx", limits)
    assert answer.reason in {"too-large", "malformed", "timed-out", "crashed"}


def test_safety_a_billion_laughs_are_not_laughed():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "lol">{entities}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Asanov &l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    answer = read_bytes(
        with_part(docx_bytes(), "word/document.xml", xml.encode()), name="a.docx", limits=TIGHT
    )
    assert isinstance(answer, ReadFailure) or "lollol" not in answer.text


def test_safety_an_entity_never_brings_in_a_file_of_this_machine(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("who searches for whom", encoding="utf-8")
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Asanov &x; died</w:t></w:r></w:p></w:body></w:document>"
    )
    answer = read_bytes(with_part(docx_bytes(), "word/document.xml", xml.encode()), name="a.docx")
    assert "who searches" not in (answer.text if isinstance(answer, Document) else answer.detail)


@pytest.mark.parametrize("depth", [2_000, 100_000])
def test_safety_words_under_a_hundred_thousand_nested_tags_are_kept(depth: int):
    content = (
        b"<html><body>"
        + b"<div>" * depth
        + b"Erkin Asanov died."
        + b"</div>" * depth
        + b"<p>His mother was told.</p>"
    )
    answer = read_bytes(content, name="deep.html")
    assert isinstance(answer, Document)
    assert "Erkin Asanov died." in answer.text
    assert "His mother was told." in answer.text


def test_safety_nested_json_is_a_reason():
    failure(b'{"messages": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "result.json")


@pytest.mark.parametrize(
    ("make", "name"),
    [(xlsx, "photo.jpg"), (docx_bytes, "list.csv"), (xlsx, "notes.txt"), (docx_bytes, "page.html")],
)
def test_safety_a_file_that_lies_about_its_kind_is_read_as_what_it_is(make: object, name: str):
    answer = read_bytes(make(), name=name)
    assert isinstance(answer, Document)
    assert "Асанов" in answer.text
    assert name == "notes.txt" or "read as what they are" in answer.warnings[0]


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.pdf", "a.docx", "a.xlsx", "a.csv", "a.json", "a.eml", "a"]
)
@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 99, b"\xff" * 99, b"%PDF-1.4\n%%EOF", b"PK\x03\x04" + b"\x00" * 60]
)
def test_safety_nonsense_under_any_name_is_a_document_or_a_reason(name: str, content: bytes):
    answer = read_bytes(content, name=name)
    assert isinstance(answer, Document) or answer.reason in REASONS


@pytest.mark.parametrize("make", [xlsx, docx_bytes])
def test_safety_flipped_bytes_never_end_the_program(make: object):
    whole = make()
    for at in range(0, len(whole), max(1, len(whole) // 25)):
        content = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        answer = read_bytes(content, name="a")
        assert isinstance(answer, Document) or answer.reason in REASONS


def test_safety_a_file_over_the_size_limit_is_named_and_never_handed_to_a_parser():
    answer = failure(b"x" * 2000, "a.txt", Limits(input_bytes=1000))
    assert answer.reason == "too-large"
    assert "2000" in answer.detail


def test_safety_the_same_bytes_are_read_the_same_twice():
    for content, name in (
        (xlsx()[:700], "a.xlsx"),
        (PAGE, "a.html"),
        (json.dumps({"a": 1}).encode(), "a.json"),
    ):
        assert read_bytes(content, name=name) == read_bytes(content, name=name)
