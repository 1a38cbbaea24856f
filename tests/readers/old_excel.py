"""A workbook as Excel 97 to 2003 wrote it (BIFF8 in an OLE container), made by hand: enough for a list."""

from __future__ import annotations

import struct

_SECTOR = 512
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def xls(*rows: tuple[str | float, ...], sheet: str = "Лист1") -> bytes:
    """One sheet of words and numbers; "" leaves a cell empty."""
    return _container(_workbook(rows, sheet))


def _record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _words(text: str, *, count: str) -> bytes:
    """Length, a byte that says UTF-16, the letters."""
    return struct.pack(count, len(text)) + b"\x01" + text.encode("utf-16-le")


def _workbook(rows: tuple[tuple[str | float, ...], ...], sheet: str) -> bytes:
    version = struct.pack("<HHHII", 0x0600, 0x0005, 0x0DBB, 0, 6)  # followed by 0x0010 for a worksheet
    begin = _record(0x0809, version)
    codepage = _record(0x0042, struct.pack("<H", 1200))

    def bound(at: int) -> bytes:
        return _record(0x0085, struct.pack("<IBB", at, 0, 0) + _words(sheet, count="<B"))

    at = len(begin + codepage + bound(0) + _record(0x000A))
    head = begin + codepage + bound(at) + _record(0x000A)
    cells = b"".join(
        _cell(number, column, value)
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
        if value != ""
    )
    width = max(map(len, rows))
    size = _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    sheet_begins = _record(0x0809, struct.pack("<HHHII", 0x0600, 0x0010, 0x0DBB, 0, 6))
    return head + sheet_begins + size + cells + _record(0x000A)


def _cell(row: int, column: int, value: str | float) -> bytes:
    where = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x0204, where + _words(value, count="<H"))
    return _record(0x0203, where + struct.pack("<d", value))


def _container(stream: bytes) -> bytes:
    """The OLE file: a header, one sector of the table of sectors, one of the directory, the stream."""
    stream = stream.ljust(4096, b"\0")  # shorter ones stand in a second kind of sectors
    stream += b"\0" * (-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    table = [_FAT, _END, *range(3, 2 + count), _END]
    table += [_FREE] * (128 - len(table))
    assert len(table) == 128, "too long for one sector of the table"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, child=1, first=_END, size=0)
    directory += _entry("Workbook", 2, child=_FREE, first=2, size=len(stream))
    directory += _entry("", 0, child=_FREE, first=0, size=0) * 2
    return header + struct.pack("<128I", *table) + directory + stream


def _entry(name: str, kind: int, *, child: int, first: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    length = len(written) + 2 if name else 0
    entry = written.ljust(64, b"\0") + struct.pack("<HBB", length, kind, 1)
    entry += struct.pack("<III", _FREE, _FREE, child) + b"\0" * 36
    return entry + struct.pack("<IQ", first, size)
