import hashlib
import json
import subprocess
import sys

import pytest

from tizme.archive import GENESIS, Ledger
from tizme.model import IntegrityFailure


class Fixed:
    def now(self):
        return "2026-01-02T03:04:05Z"


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "ledger.ndjson", clock=Fixed())


def fill(ledger, count=3):
    for number in range(count):
        ledger.append("captured", {"n": number})


def test_each_line_names_the_digest_of_the_bytes_of_the_line_before(ledger):
    fill(ledger)
    lines = ledger.path.read_bytes().splitlines()
    events = [json.loads(line) for line in lines]
    assert [event["seq"] for event in events] == [0, 1, 2]
    assert events[0]["prev"] == GENESIS
    assert events[1]["prev"] == hashlib.sha256(lines[0]).hexdigest()
    assert events[2]["prev"] == hashlib.sha256(lines[1]).hexdigest()


def test_events_are_read_back_as_they_were_written(ledger):
    fill(ledger)
    assert [event.body for event in Ledger(ledger.path).events()] == [{"n": 0}, {"n": 1}, {"n": 2}]
    assert ledger.events("judged") == ()
    assert ledger.events()[0].at == "2026-01-02T03:04:05Z"


def test_two_ledgers_on_one_file_see_each_others_events(ledger):
    other = Ledger(ledger.path)
    fill(ledger, 1)
    other.append("judged", {})
    ledger.append("captured", {"n": 1})
    assert [event.kind for event in other.events()] == ["captured", "judged", "captured"]


_APPEND_MANY = """
import pathlib, sys
from tizme.archive import Ledger
ledger = Ledger(pathlib.Path(sys.argv[1]))
for number in range(15):
    ledger.append("captured", {"n": number})
"""


def test_processes_that_append_at_once_lose_nothing_and_break_nothing(ledger):
    command = [sys.executable, "-c", _APPEND_MANY, str(ledger.path)]
    workers = [subprocess.Popen(command) for _ in range(3)]
    assert [worker.wait() for worker in workers] == [0, 0, 0]
    assert len(ledger.events()) == 45


def test_a_line_that_a_crash_cut_short_is_set_aside_and_noted(ledger):
    fill(ledger)
    torn = b'{"at":"2026-01-02T03:04:05Z","body":{"n":3'
    with ledger.path.open("ab") as stream:
        stream.write(torn)
    fresh = Ledger(ledger.path)
    assert len(fresh.events()) == 3
    fresh.append("captured", {"n": 4})
    kinds = [event.kind for event in fresh.events()]
    assert kinds == ["captured"] * 3 + ["ledger-repaired", "captured"]
    note = fresh.events("ledger-repaired")[0].body
    assert ledger.path.with_name(note["file"]).read_bytes() == torn
    assert note["sha256"] == hashlib.sha256(torn).hexdigest()


def test_unreadable_bytes_past_the_head_are_set_aside_even_with_a_line_break(ledger):
    fill(ledger)
    with ledger.path.open("ab") as stream:
        stream.write(b"\0\0\0\0\n")
    fresh = Ledger(ledger.path)
    assert len(fresh.events()) == 3
    fresh.append("captured", {"n": 4})
    assert ledger.path.with_name("ledger.torn-1").read_bytes() == b"\0\0\0\0\n"


def test_a_second_crash_gets_a_piece_of_its_own(ledger):
    for number in range(2):
        fill(ledger, 1)
        with ledger.path.open("ab") as stream:
            stream.write(b"cut %d" % number)
    fill(Ledger(ledger.path), 1)
    assert [path.read_bytes() for path in ledger.torn_files()] == [b"cut 0", b"cut 1"]
    assert len(ledger.events("ledger-repaired")) == 2


def test_a_crash_between_setting_aside_and_noting_is_made_good(ledger):
    fill(ledger)
    ledger.path.with_name("ledger.torn-1").write_bytes(b"cut")
    fill(Ledger(ledger.path), 1)
    assert [event.body["file"] for event in ledger.events("ledger-repaired")] == ["ledger.torn-1"]


def test_a_crash_between_the_first_line_and_its_head_is_made_good(ledger):
    fill(ledger, 1)
    ledger.head_path.unlink()
    fresh = Ledger(ledger.path)
    fill(fresh, 1)
    assert len(fresh.events()) == 2


@pytest.mark.parametrize("line", [0, 1, 2])
def test_an_altered_line_stops_reading_and_appending(ledger, line):
    fill(ledger)
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'{"n":', b'{"n":9')
    ledger.path.write_bytes(b"".join(lines))
    before = ledger.path.read_bytes()
    for act in (Ledger(ledger.path).events, lambda: fill(Ledger(ledger.path), 1)):
        with pytest.raises(IntegrityFailure, match=f"ndjson:{line + 1}"):
            act()
    assert ledger.path.read_bytes() == before


def _rehash(value):
    from tizme.model import canonical_json, sha256_hex

    value.pop("hash")
    return canonical_json({**value, "hash": sha256_hex(canonical_json(value).encode())}).encode()


def test_a_line_altered_with_its_own_hash_mended_is_still_out_of_chain(ledger):
    fill(ledger)
    lines = ledger.path.read_bytes().splitlines()
    value = json.loads(lines[1])
    value["body"] = {"n": 99}
    lines[1] = _rehash(value)
    ledger.path.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(IntegrityFailure, match="does not follow"):
        Ledger(ledger.path).events()


def test_the_newest_line_altered_with_its_own_hash_mended_is_noticed_by_the_head(ledger):
    fill(ledger)
    lines = ledger.path.read_bytes().splitlines()
    value = json.loads(lines[2])
    value["body"] = {"n": 99}
    lines[2] = _rehash(value)
    ledger.path.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(IntegrityFailure, match="not the one reported"):
        Ledger(ledger.path).events()


def test_lines_cut_off_the_end_are_noticed(ledger):
    fill(ledger)
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join(lines[:2]))
    with pytest.raises(IntegrityFailure, match="reported and are gone"):
        Ledger(ledger.path).events()
    with pytest.raises(IntegrityFailure, match="are gone"):
        ledger.events()


def test_a_reported_line_that_lost_its_line_break_is_damage_and_not_a_torn_tail(ledger):
    fill(ledger)
    ledger.path.write_bytes(ledger.path.read_bytes()[:-1])
    with pytest.raises(IntegrityFailure):
        fill(Ledger(ledger.path), 1)
    assert ledger.torn_files() == ()


@pytest.mark.parametrize("order", [(0, 2, 1), (1, 0, 2), (0, 2), (0, 1, 1, 2)])
def test_lines_moved_removed_or_doubled_are_noticed(ledger, order):
    fill(ledger)
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join(lines[n] for n in order))
    with pytest.raises(IntegrityFailure):
        Ledger(ledger.path).events()
