"""Kill `tizme run` and `tizme add` without warning, many times, and count what is lost.

    python scripts/kill_test.py 200 [--seed 1] [--workdir DIR]

Each round starts from the same captured example, kills the process group with SIGKILL (half of the rounds
at a random moment, half just as the ledger grows), sometimes kills the second attempt too, then checks:

- `tizme verify` finds the chain whole and every file as it was left;
- every line that was printed as done, and every event the ledger's head spoke of, is still there;
- a last run ends with the same bytes under derived/ as a run that nobody disturbed.

Exit status 1 if anything was lost or broken.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tizme.cli.demo import example_folder

TIZME = [sys.executable, "-m", "tizme"]
_DONE = re.compile(r"^(?:  (?P<stage>read|extract)|added(?: again)?) (?P<item>[0-9a-f]{12}) ", re.MULTILINE)
_KINDS = {"read": {"read", "read-failed"}, "extract": {"extracted", "extract-failed"}, None: {"captured"}}


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a case is where nobody kills anything."""

    captured: Path  # a case with everything captured and nothing run
    derived: dict[str, bytes]
    items: frozenset[str]
    run_s: float
    add_s: float


def main() -> int:
    """Run the rounds and print the counts."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("rounds", type=int)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workdir", type=Path)
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(dir=given.workdir, prefix="kill-test-") as temporary:
        folder = Path(temporary)
        undisturbed = make_undisturbed(folder)
        for number in range(given.rounds):
            verb = "add" if chance.random() < 0.2 else "run"
            problems = one_round(folder / "case", verb, undisturbed, chance, counts)
            for problem in problems:
                counts[problem.split(":", 1)[0]] += 1
                print(f"round {number} ({verb}): {problem}", flush=True)
            counts[verb] += 1
            print(f"{number + 1}/{given.rounds}", end="\r", file=sys.stderr, flush=True)
    print(
        f"{given.rounds} rounds (run {counts['run']}, add {counts['add']}), {counts['kills']} kills that hit a "
        f"living process, {counts['mid']} of them with work left: {counts['loss']} losses, {counts['broken']} broken chains, "
        f"{counts['different']} different results (seed {given.seed})"
    )
    return 1 if counts["loss"] or counts["broken"] or counts["different"] else 0


def make_undisturbed(folder: Path) -> Undisturbed:
    """The captured example, and what comes of it undisturbed; run twice, to know that two runs agree."""
    captured = folder / "captured"
    call("init", captured, "--who", "kill-test")
    begun = time.monotonic()
    call("add", captured, *sources())
    add_s = time.monotonic() - begun
    trees = []
    for name in ("first", "second"):
        shutil.copytree(captured, folder / name)
        begun = time.monotonic()
        call("run", folder / name)
        run_s = time.monotonic() - begun
        trees.append(tree(folder / name / "derived"))
    if trees[0] != trees[1]:
        raise SystemExit("two undisturbed runs differ: " + ", ".join(differing(*trees)[:5]))
    items = frozenset(
        event["body"]["capture"]["sha256"] for event in events(captured) if event["kind"] == "captured"
    )
    return Undisturbed(captured, trees[0], items, run_s, add_s)


def one_round(
    case: Path, verb: str, undisturbed: Undisturbed, chance: random.Random, counts: Counter[str]
) -> list[str]:
    """What went wrong in one round of kills, each with its kind before a colon."""
    shutil.rmtree(case, ignore_errors=True)
    if verb == "run":
        shutil.copytree(undisturbed.captured, case)
        command, usual_s = ["run", str(case)], undisturbed.run_s
    else:
        call("init", case, "--who", "kill-test")
        command, usual_s = ["add", str(case), *map(str, sources())], undisturbed.add_s
    problems: list[str] = []
    for _ in range(chance.choice([1, 1, 1, 2])):
        printed, alive = kill_while(command, case, usual_s, chance)
        counts["kills"] += alive
        reported = reported_lines(case)
        counts["mid"] += alive and not any(b'"kind":"run"' in line for line in reported)
        problems += check_printed(case, printed)
        problems += check_intact(case)
    call(*command)
    if events_bytes(case)[: len(reported)] != reported:
        problems.append("loss: reported events are gone after the last attempt")
    problems += check_intact(case)
    if verb == "run":
        problems += [
            f"different: {path}" for path in differing(tree(case / "derived"), undisturbed.derived)[:3]
        ]
    else:
        held = {event["body"]["capture"]["sha256"] for event in events(case) if event["kind"] == "captured"}
        if held != undisturbed.items:
            problems.append("loss: items are missing after adding again")
    return problems


def kill_while(command: list[str], case: Path, usual_s: float, chance: random.Random) -> tuple[str, bool]:
    """Start a command and kill it; what it had printed by then, and whether it was still alive."""
    log = case.parent / "printed"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*TIZME, *command], stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    if chance.random() < 0.5:
        time.sleep(chance.random() * usual_s * 1.05)
    else:
        wait_for_growth(case / "ledger.ndjson", times=chance.randint(1, 30), process=process)
    alive = process.poll() is None
    if alive:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return log.read_text(errors="replace"), alive


def wait_for_growth(path: Path, *, times: int, process: subprocess.Popen[bytes]) -> None:
    """Until the file has grown so many times, or the process has ended."""
    size = path.stat().st_size
    while times and process.poll() is None:
        now = path.stat().st_size
        times -= now != size
        size = now


def check_printed(case: Path, printed: str) -> list[str]:
    """Every whole line that was printed as done must be in the ledger, and its file as the ledger says."""
    known = events(case)
    problems = []
    for line in _DONE.finditer(printed[: printed.rfind("\n") + 1]):
        found = [
            event
            for event in known
            if event["kind"] in _KINDS[line["stage"]]
            and (event["body"].get("item") or event["body"]["capture"]["sha256"]).startswith(line["item"])
        ]
        if not found:
            problems.append(f"loss: printed {line[0].strip()!r}, not in the ledger")
    for event in known:
        file = event["body"].get("file")
        if event["body"].get("derived") and not (case / "derived" / file).is_file():
            problems.append(f"loss: {file} is in the ledger and not on the disk")
    return problems


def check_intact(case: Path) -> list[str]:
    """What `tizme verify` has against the case."""
    done = subprocess.run([*TIZME, "verify", str(case)], capture_output=True, text=True, check=False)
    return (
        [] if done.returncode == 0 else [f"broken: {done.stdout.strip()[:300]} {done.stderr.strip()[:200]}"]
    )


def reported_lines(case: Path) -> list[bytes]:
    """The ledger's lines that its head speaks of."""
    head = case / "ledger.head"
    count = json.loads(head.read_bytes())["seq"] + 1 if head.exists() else 0
    return events_bytes(case)[:count]


def events_bytes(case: Path) -> list[bytes]:
    """The ledger's whole lines."""
    return (case / "ledger.ndjson").read_bytes().split(b"\n")[:-1]


def events(case: Path) -> list[dict]:
    """The same, read."""
    return [json.loads(line) for line in events_bytes(case)]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(left: dict[str, bytes], right: dict[str, bytes]) -> list[str]:
    """Names that only one holds, or that hold other bytes."""
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def sources() -> list[Path]:
    """The example's raw files, with what is known of them."""
    folder = example_folder()
    return [folder / "sources", Path("--sources"), folder / "sources.toml"]


def call(*arguments: object) -> None:
    """Run a verb to its end; 1 (stored failures) is a good end too."""
    done = subprocess.run([*TIZME, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1} or "Traceback" in done.stderr:
        raise SystemExit(
            f"tizme {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}"
        )


if __name__ == "__main__":
    sys.exit(main())
