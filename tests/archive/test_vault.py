import hashlib
import io
import stat

import pytest

from tizme.archive import Archive
from tizme.model import IntegrityFailure


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "archive")


def test_bytes_stand_under_their_digest_and_cannot_be_written(archive):
    stored = archive.put("Асан".encode())
    path = archive.root / stored.sha256[:2] / stored.sha256[2:4] / stored.sha256
    assert path.read_bytes().decode() == "Асан"
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert stored.new


def test_the_same_bytes_twice_are_one_file(archive):
    first, second = archive.put(b"a"), archive.put(b"a")
    assert first.sha256 == second.sha256
    assert not second.new
    assert len(list(archive.files())) == 1


def test_a_stream_larger_than_one_piece_is_kept_whole(archive):
    content = bytes(range(256)) * 10_000
    stored = archive.put(io.BytesIO(content))
    assert stored.size_bytes == len(content)
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert archive.read(stored.sha256) == content


def test_an_empty_file_is_bytes_like_any_other(archive):
    assert archive.read(archive.put(b"").sha256) == b""


def test_nothing_half_written_is_left_behind_when_the_sender_breaks_off(archive):
    class Breaking(io.BytesIO):
        def read(self, _size=-1):
            raise OSError("the cable was pulled")

    with pytest.raises(OSError, match="cable"):
        archive.put(Breaking())
    assert list(archive.files()) == []


def test_changed_bytes_are_refused_on_reading_and_on_adding_again(archive):
    stored = archive.put(b"he is alive")
    path = archive.path_of(stored.sha256)
    path.chmod(0o644)
    path.write_bytes(b"he is dead!")
    with pytest.raises(IntegrityFailure, match="changed"):
        archive.read(stored.sha256)
    with pytest.raises(IntegrityFailure, match="changed"):
        archive.put(b"he is alive")


def test_missing_bytes_are_an_integrity_failure(archive):
    with pytest.raises(IntegrityFailure, match="missing"):
        archive.read("0" * 64)


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "", "0" * 63])
def test_only_a_digest_is_ever_turned_into_a_path(archive, name):
    with pytest.raises(ValueError, match="SHA-256"):
        archive.path_of(name)


def test_a_file_system_without_hard_links_works_too(archive, monkeypatch):
    def no_links(*_args, **_kwargs):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("tizme.archive.vault.os.link", no_links)
    stored = archive.put(b"x")
    assert archive.read(stored.sha256) == b"x"
    assert not archive.put(b"x").new
    assert len(list(archive.files())) == 1
