"""`tizme serve`, as a person starts and ends it."""

import signal
import subprocess
import sys
import urllib.request

import pytest

from tizme.store import open_store


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "дело"
    folder.mkdir()
    (folder / "case.toml").write_text('who = "Р. Дежурная"\n', encoding="utf-8")
    return folder


def _tizme(*arguments):
    return [sys.executable, "-m", "tizme", *map(str, arguments)]


def test_serve_prints_its_address_serves_until_interrupted_and_ends_well(case):
    open_store(f"sqlite://{case}/case.sqlite").close()
    started = subprocess.Popen(
        _tizme("serve", case, "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        address = started.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert "дело" in answer.read().decode()
    finally:
        started.send_signal(signal.SIGINT)
        _, said = started.communicate(timeout=20)
    assert started.returncode == 0, said
    assert "this machine only" in said


def test_serve_says_what_is_missing_where_nothing_was_run(case):
    ended = subprocess.run(_tizme("serve", case), capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 2
    assert "there is no store yet" in ended.stderr
    assert "tizme run" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_serve_refuses_what_is_no_case(tmp_path):
    ended = subprocess.run(_tizme("serve", tmp_path), capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
