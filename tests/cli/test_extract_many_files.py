"""`tizme extract` on many files: all cores, in order, nothing lost, stopping when told to."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from tizme.cli import cli
from tizme.cli.extract import json_line
from tizme.cli.extracting import ENOUGH_FILES, Task, extracted
from tizme.model import TizmeError, UnusableInput

LINE = "Азамат Турдубаев{n} погиб 12 мая 2023 года под Бахмутом.\n"


@pytest.fixture
def files(tmp_path):
    made = []
    for n in range(ENOUGH_FILES + 3):
        made.append(tmp_path / f"{n:03}.txt")
        made[-1].write_text(LINE.format(n="а" * (n + 1)), encoding="utf-8")
    made[5].write_bytes(b"\x00\x01\x02 not a text \xff")
    return made


def test_many_files_are_printed_in_the_order_given_and_what_cannot_be_read_is_told(files):
    done = CliRunner().invoke(cli, ["extract", "--format", "json", "--quiet", *map(str, files)])
    assert done.exit_code == 1
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["file"] for one in found] == [str(path) for path in files]
    assert [number for number, one in enumerate(found) if "failure" in one] == [5]
    assert all(any(c["property"] == "died" for c in one["claims"]) for one in found if "claims" in one)


@pytest.mark.slow
def test_a_file_that_is_not_there_is_named_however_many_there_are(files, tmp_path):
    tasks = [Task(path, "", "") for path in (*files, tmp_path / "none.txt")]
    with pytest.raises(UnusableInput, match=r"none\.txt"):
        list(extracted(tasks, json_line, stop=lambda: False))


def test_an_error_is_handed_from_one_process_to_another_as_it_was_raised():
    import pickle

    error = pickle.loads(pickle.dumps(UnusableInput("what", "where", "next")))
    assert (type(error), str(error), error.where) == (UnusableInput, "where: what; next", "where")
    assert isinstance(error, TizmeError)


@pytest.mark.slow
def test_ctrl_c_stops_cleanly_and_leaves_no_process_behind(files):
    process = subprocess.Popen(
        [sys.executable, "-m", "tizme", "extract", *[str(path) for path in files] * 40],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "Traceback" not in errors
    assert "stopping" in errors
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.2)
    pytest.fail("a process was left behind")


def test_a_day_of_publication_that_is_no_edtf_is_refused(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Азамат Турдубаев погиб в мае.\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["extract", str(file), "--published", "12.05.2023"])
    assert isinstance(result.exception, UnusableInput)
    assert "write 2023-01-28" in str(result.exception)


def test_a_language_that_the_text_is_not_in_is_doubted_aloud(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Азамат Турдубаев, 34 года, погиб 12 мая 2023 года под Бахмутом.\n", encoding="utf-8")
    run = CliRunner().invoke
    assert "it looks like ru" in run(cli, ["extract", str(file), "--lang", "en"]).output
    assert "looks like" not in run(cli, ["extract", str(file), "--lang", "ru"]).output
    assert "looks like" not in run(cli, ["extract", str(file), "--lang", "en", "--quiet"]).output
