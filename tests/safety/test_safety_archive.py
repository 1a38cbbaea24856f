"""What was captured and recorded is never lost, changed or counted twice, whatever happens around it."""

import os
import subprocess
import sys

import pytest

from tizme.archive import check_ledger
from tizme.case import Case, Provenance
from tizme.model import IntegrityFailure, Source

pytestmark = pytest.mark.safety

# Names as a hostile sender chooses them.
HOSTILE = [
    "../../../etc/passwd",
    "/etc/passwd",
    "..",
    "a\nb.txt",
    "\x1b[2J\x1b[31mred.txt",
    "moc.\u202egpj.exe",
    "\udcff\udcfe.txt",
    "a" * 5000,
    "-rf",
    "con.txt\x00.pdf",
    "",
    "$(reboot).txt",
]


@pytest.fixture
def case(tmp_path):
    return Case.init(tmp_path / "case", who="Aida")


def put(case, content=b"words", *, name="a.txt", origin="here"):
    return case.capture(content, name=name, provenance=Provenance(origin, "", Source("S"))).capture


def files_outside_the_archive(root):
    return {
        p.name
        for p in root.parent.rglob("*")
        if p.is_file() and "archive" not in p.relative_to(root.parent).parts
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_safety_a_hostile_name_is_kept_in_the_record_and_never_used_as_a_path(case, name):
    before = files_outside_the_archive(case.root)
    capture = put(case, name=name, origin=name)
    assert files_outside_the_archive(case.root) == before
    (item,) = case.items()
    assert item.captures[0][1] == capture
    if "\udcff" not in name:
        assert capture.original_name == name
    assert case.verify() == ()
    assert len([p for p in (case.root / "archive").rglob("*") if p.is_file()]) == 1


def test_safety_nothing_that_a_terminal_obeys_is_printed(case, tmp_path):
    for number, name in enumerate(HOSTILE):
        put(case, b"%d" % number, name=name)
    file = tmp_path / "plain\u202e\x1b[2J.txt"
    file.write_text("words")
    root = str(case.root)
    for words in (["status", root], ["add", root, str(file), "--origin", "x\x1b[2Jx"], ["run", root]):
        done = subprocess.run([sys.executable, "-m", "tizme", *words], capture_output=True, check=False)
        shown = (done.stdout + done.stderr).decode()
        assert not set(shown) & {"\x1b", "\u202e", "\x00", "\x9b"}
        assert "Traceback" not in shown
        assert "plain" in shown or words[0] == "status"


def test_safety_a_broken_chain_stops_adding_and_running_and_judging(case):
    put(case)
    put(case, b"more")
    path = case.root / "ledger.ndjson"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[2]]))
    before = path.read_bytes()
    opened = Case.open(case.root)
    for act in (lambda: put(opened, b"new"), opened.run, opened.status, opened.items):
        with pytest.raises(IntegrityFailure):
            act()
    assert path.read_bytes() == before
    assert len([p for p in (case.root / "archive").rglob("*") if p.is_file()]) == 2, (
        "nothing new was taken in"
    )


# In a process of its own, because each step ends a fork of it without any tidying up.
_KILLED_AT_EVERY_STEP = """
import os, sys
from pathlib import Path
from tizme.case import Case, Provenance
from tizme.model import Source

REAL = {name: getattr(os, name) for name in "fsync link unlink replace rename mkdir fchmod open write".split()}
done = 0

def put(case, number):
    said = case.capture(b"words %d" % number, name="a.txt", provenance=Provenance("here", "", Source("S")))
    return said.capture.sha256

def dying(name, last):
    def call(*args, **kwargs):
        global done
        done += 1
        if done == last:
            if name == "write":
                REAL["write"](args[0], args[1][: len(args[1]) // 2])
            os._exit(137)
        return REAL[name](*args, **kwargs)
    return call

def capture_until(last, root, report):
    case = Case.open(root)
    for name in REAL:
        setattr(os, name, dying(name, last))
    for number in range(2):
        REAL["write"](report, (put(case, number) + "\\n").encode())
    os._exit(0)

for step in range(1, 500):
    root = Path(sys.argv[1]) / str(step)
    Case.init(root, who="Aida")
    out, report = os.pipe()
    child = os.fork()
    if not child:
        capture_until(step, root, report)
    os.close(report)
    reported = os.fdopen(out).read().split()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, 137}, status
    case = Case.open(root)
    assert all(finding.harmless for finding in case.verify()), (step, case.verify())
    assert [captured.item for captured in case.items()][: len(reported)] == reported, step
    put(case, 0), put(case, 1)
    assert len(case.items()) == 2, step
    assert all(finding.harmless for finding in case.verify()), (step, case.verify())
    if status == 0:
        break
print(step)
"""


def test_safety_a_capture_killed_at_any_step_loses_nothing_it_reported(tmp_path):
    """Every call that touches the disk is in turn the last one; a write is cut in half."""
    command = [sys.executable, "-c", _KILLED_AT_EVERY_STEP, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 20 < int(done.stdout) < 499, "the last round ran to its end"


def test_safety_captured_bytes_cannot_be_opened_for_writing_by_their_owner(case):
    capture = put(case)
    path = case.root / "archive" / capture.sha256[:2] / capture.sha256[2:4] / capture.sha256
    assert not path.stat().st_mode & 0o222
    if os.geteuid() != 0:
        with pytest.raises(PermissionError):
            path.open("ab")


def test_safety_every_single_flipped_byte_of_the_ledger_is_noticed(case):
    put(case)
    put(case, b"more")
    path = case.root / "ledger.ndjson"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        findings = check_ledger(Case.open(case.root)._work.ledger)
        assert [f for f in findings if not f.harmless], f"byte {at} ({whole[at : at + 1]!r})"
    path.write_bytes(whole)
    assert case.verify() == ()
