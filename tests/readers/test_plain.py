from __future__ import annotations

import pytest

from tizme.model import Document, ReadFailure
from tizme.readers import READER_VERSION, read_bytes, sniff
from tizme.readers.decode import decode

RUSSIAN = "Эркин Асанов, 24 года, погиб под Бахмутом. Суд приговорил «Вагнер» — № 5."
UKRAINIAN = "Єркін зник у травні, його мати їздила до Києва."


def read(content: bytes, name: str = "note.txt") -> Document:
    answer = read_bytes(content, name=name)
    assert isinstance(answer, Document), answer
    return answer


def test_utf8_text_is_exactly_the_files_code_points():
    text = "\ufeffОдин\r\nдва\rтри\n\n\u2028четыре\tпять  \n"
    assert read(text.encode()).text == text


@pytest.mark.parametrize(
    "encoding", ["cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_russian_comes_right_from_every_encoding_and_the_guess_is_said(encoding: str):
    text = RUSSIAN.replace("«", '"').replace("»", '"').replace(" — ", " - ").replace("№", "No.")
    found = decode(text.encode(encoding))
    assert found.text == text
    if encoding != "utf-16":
        assert "read as" in found.warnings[0]


@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), "Асанов Эркин", UKRAINIAN])
def test_windows_1251_comes_right_even_when_short_or_in_capitals(text: str):
    assert decode(text.encode("cp1251")).text == text


def test_english_with_curly_quotes_is_not_taken_for_cyrillic():
    text = "The “husband’s” grave — in Fryanovo, near a café."
    assert decode(text.encode("cp1252")).text == text


def test_a_cut_off_utf8_file_is_utf8_with_one_damaged_place():
    found = read((RUSSIAN * 3).encode()[:-1] + b"\xd0")
    assert found.text.startswith(RUSSIAN)
    assert found.text.count("\ufffd") >= 1
    assert "damaged" in found.warnings[0]


def test_passages_carry_their_own_language_and_short_ones_their_items():
    text = f"BBC News\n{RUSSIAN}\nOne Kyrgyzstani woman told the BBC that she found the grave.\n"
    found = read(text.encode())
    assert [(p.lang, p.script) for p in found.passages] == [("ru", "Latn"), ("ru", "Cyrl"), ("en", "Latn")]
    assert found.lang == "ru"


def test_advertisement_has_no_say_in_the_items_language():
    advert = "Subscribe to our weekly newsletter and follow us on Telegram, Instagram and Facebook"
    text = f"{advert}\n\nЭркин Асанов погиб.\n\n{advert}\n"
    found = read(text.encode())
    assert found.lang == "ru"
    assert len(found.boilerplate) == 2


def test_zero_bytes_in_a_text_are_shown_and_keep_every_place():
    found = read(b"\xd0\x90" * 3000 + b"\n\x00 end")
    assert found.text == "А" * 3000 + "\n\ufffd end"
    assert "no text may hold" in found.warnings[0]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"---\n***\n"])
def test_a_file_without_words_is_a_failure_that_says_so(content: bytes):
    answer = read_bytes(content, name="empty.txt")
    assert isinstance(answer, ReadFailure)
    assert answer.reason == "no-text"


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7", "a.txt", "application/pdf"),
        (b"junk\n%PDF-1.4", "a.bin", "application/pdf"),
        (b"<!DOCTYPE html><p>x", "a.txt", "text/html"),
        ("<html><p>ы".encode("utf-16"), "a", "text/html"),
        (b"a;b\n1;2", "a.csv", "text/csv"),
        (b'{"messages": []}', "result", "application/json"),
        (b"From: a@example.org\nTo: b@example.org\nSubject: x\n\nbody", "letter", "message/rfc822"),
        ("Просто слова".encode(), "README", "text/plain"),
        ("Просто слова".encode("cp1251"), "слова.txt", "text/plain"),
        (b"\x00\x01\x02\x03" * 9, "a.txt", "application/octet-stream"),
        (b"\x89PNG\r\n\x1a\n", "a.html", "image/png"),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_bytes_before_its_name(content: bytes, name: str, expected: str):
    assert sniff(content, name) == expected


@pytest.mark.parametrize(
    ("content", "name", "reason", "says"),
    [
        (bytes(4) + b"ftypheic" + bytes(20), "scan.heic", "unknown-type", ".png"),
        (b"{\\rtf1 x}", "a.rtf", "unknown-type", ".docx"),
        (b"\x7fELF\x00\x00", "a", "unknown-type", "save it as text"),
        (b'{"some": "json"}', "a.json", "unknown-type", "Telegram"),
    ],
)
def test_what_is_not_read_says_why_and_what_to_do(content: bytes, name: str, reason: str, says: str):
    answer = read_bytes(content, name=name)
    assert isinstance(answer, ReadFailure)
    assert answer.reason == reason
    assert says in answer.detail


def test_the_senders_media_type_decides_where_bytes_and_name_do_not():
    answer = read_bytes(b"name;age\nErkin;24\n", name="download", media_type="text/csv; charset=utf-8")
    assert isinstance(answer, Document)
    assert answer.media_type == "text/csv"
    assert len(answer.rows) == 1


def test_the_readers_version_names_the_tables_it_was_made_with():
    assert READER_VERSION.startswith("readers@")
    assert len(READER_VERSION.split("+")[1]) == 12
