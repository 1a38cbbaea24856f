import pytest

from tizme.archive import Archive, Ledger, check_archive, check_derived, check_ledger


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "archive")


@pytest.fixture
def ledger(tmp_path):
    ledger = Ledger(tmp_path / "ledger.ndjson")
    for number in range(4):
        ledger.append("captured", {"n": number})
    return ledger


def found(findings):
    return [(finding.problem, finding.what) for finding in findings]


def test_an_untouched_ledger_has_no_findings(ledger):
    assert check_ledger(ledger) == ()


def test_every_altered_line_is_named_and_not_only_the_first(ledger):
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    for number in (0, 2):
        lines[number] = lines[number].replace(b'"captured"', b'"Captured"')
    ledger.path.write_bytes(b"".join(lines))
    assert found(check_ledger(ledger)) == [
        ("changed", "ledger.ndjson:1"),
        ("out-of-chain", "ledger.ndjson:2"),
        ("changed", "ledger.ndjson:3"),
        ("out-of-chain", "ledger.ndjson:4"),
    ]


def test_lines_cut_off_are_named_by_number(ledger):
    lines = ledger.path.read_bytes().splitlines(keepends=True)
    ledger.path.write_bytes(b"".join(lines[:2]))
    (finding,) = check_ledger(ledger)
    assert (finding.problem, finding.detail) == ("missing", "lines 3 to 4 were reported and are gone")


def test_a_missing_ledger_and_a_missing_head_are_named(ledger):
    ledger.head_path.unlink()
    assert found(check_ledger(ledger)) == [("missing", "ledger.head")]
    ledger.path.unlink()
    assert found(check_ledger(ledger)) == [("missing", "ledger.ndjson")]


def test_a_spoilt_head_is_named(ledger):
    ledger.head_path.write_bytes(b"?")
    assert found(check_ledger(ledger)) == [("changed", "ledger.head")]


def test_a_torn_tail_is_told_but_is_no_failure(ledger):
    with ledger.path.open("ab") as stream:
        stream.write(b'{"at"')
    (finding,) = check_ledger(ledger)
    assert finding.harmless


def test_set_aside_pieces_must_stay_as_they_were_noted(ledger):
    with ledger.path.open("ab") as stream:
        stream.write(b'{"at"')
    Ledger(ledger.path).append("captured", {})
    assert check_ledger(ledger) == ()
    (piece,) = ledger.torn_files()
    piece.write_bytes(b"other")
    assert found(check_ledger(ledger)) == [("changed", "ledger.torn-1")]
    piece.unlink()
    assert found(check_ledger(ledger)) == [("missing", "ledger.torn-1")]


def test_missing_changed_and_extra_files_of_the_archive_are_each_named(archive):
    kept, lost, altered = (archive.put(content) for content in (b"kept", b"lost", b"altered"))
    archive.path_of(lost.sha256).unlink()
    path = archive.path_of(altered.sha256)
    path.chmod(0o644)
    path.write_bytes(b"Altered")
    (archive.root / "note.txt").write_text("hello")
    captured = {stored.sha256: stored.size_bytes for stored in (kept, lost, altered)}
    assert found(check_archive(archive, captured)) == [
        ("missing", f"archive/{lost.sha256[:2]}/{lost.sha256[2:4]}/{lost.sha256}"),
        ("changed", f"archive/{altered.sha256[:2]}/{altered.sha256[2:4]}/{altered.sha256}"),
        ("extra", "archive/note.txt"),
    ]


def test_one_flipped_bit_is_enough(archive):
    stored = archive.put(bytes(1000))
    path = archive.path_of(stored.sha256)
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    content[500] ^= 1
    path.write_bytes(content)
    assert [f.problem for f in check_archive(archive, {stored.sha256: 1000})] == ["changed"]


def test_what_a_stopped_capture_leaves_is_told_but_is_no_failure(archive):
    archive.put(b"whole, but its event was never written")
    (archive.root / ".tmp-123-abc").write_bytes(b"half")
    findings = check_archive(archive, {})
    assert len(findings) == 2
    assert all(finding.harmless for finding in findings)


def test_a_stranger_whose_name_is_a_digest_of_other_bytes_is_extra(archive):
    path = archive.path_of("ab" * 32)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"planted")
    assert [f.problem for f in check_archive(archive, {})] == ["extra"]


def test_a_changed_derived_file_is_named_and_an_absent_one_is_not(tmp_path):
    folder = tmp_path / "derived"
    folder.mkdir()
    (folder / "a.json").write_text("{}")
    assert found(check_derived(folder, [("a.json", "0" * 64), ("b.json", "0" * 64)])) == [
        ("changed", "derived/a.json")
    ]


def test_a_ledger_cannot_send_the_check_outside_derived(tmp_path):
    folder = tmp_path / "derived"
    folder.mkdir()
    (tmp_path / "secret").write_text("x")
    assert [f.problem for f in check_derived(folder, [("../secret", "0" * 64)])] == ["out-of-chain"]
