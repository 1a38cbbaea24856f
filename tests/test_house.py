"""The house stands as docs/architecture.md draws it, and its walls are seen to hold."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"
ROOMS = sorted(path.parent.name for path in SRC.glob("tizme/*/__init__.py"))
SHARED = Path(os.environ.get("TIZME_SHARED", ROOT.parent / "shared"))
LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"
BINARY = {".npz", ".docx", ".pdf", ".png", ".xlsx", ".ico", ".woff2", ".gz"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(LINT_IMPORTS), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so nothing says which files are the project's")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in tracked_files()
        if path.suffix not in BINARY
    ]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package in which walls may be broken."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(SRC, copy / "src", ignore=shutil.ignore_patterns("__pycache__", "tables", "static"))
    shutil.copytree(
        SRC / "tizme" / "tables",
        copy / "src/tizme/tables",
        ignore=lambda _, names: [name for name in names if name.endswith((".csv", ".yaml", ".pyc"))],
    )
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def test_the_walls_between_the_rooms_hold(house: Path):
    done = lint_imports(house)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("room", "planted", "contract"),
    [
        ("decide", "import django", "plain core"),
        ("decide", "import django", "framework at the edge"),
        ("link", "import splink", "plain core"),
        ("extract", "from tizme import link", "one-way flow"),
        ("names", "from tizme import decide", "one-way flow"),
        ("model", "from tizme import tables", "no cycles"),
    ],
)
def test_a_broken_wall_is_named(house: Path, room: str, planted: str, contract: str):
    crack = house / "src" / "tizme" / room / "planted.py"
    crack.write_text(f'"""A planted violation."""\n{planted}\n', encoding="utf-8")
    try:
        done = lint_imports(house)
    finally:
        crack.unlink()
    assert done.returncode != 0
    assert re.search(rf"{contract}[^\n]* BROKEN", done.stdout), done.stdout
    assert room in done.stdout.split("Broken contracts")[-1]


def test_a_room_nobody_planned_is_named(house: Path):
    """`exhaustive`: a new package has to be given its place in the flow."""
    annex = house / "src" / "tizme" / "annex"
    annex.mkdir()
    (annex / "__init__.py").write_text('"""A planted room."""\n', encoding="utf-8")
    try:
        done = lint_imports(house)
    finally:
        shutil.rmtree(annex)
    assert done.returncode != 0
    assert "annex" in done.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_what_it_reads_writes_and_never_does(room: str):
    docstring = ast.get_docstring(
        ast.parse((SRC / "tizme" / room / "__init__.py").read_text(encoding="utf-8"))
    )
    assert docstring is not None
    positions = [docstring.find(word) for word in ("Reads:", "Writes:", "Never:")]
    assert positions == sorted(positions), "in this order"
    assert -1 not in positions
    assert "see the modules" not in docstring, "a stub is no promise"


def swallows_everything(handler: ast.ExceptHandler) -> bool:
    caught = (
        {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else {""}
    )
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return bool(caught & {"", "Exception", "BaseException"}) and not passes_on


def test_only_the_edge_and_the_per_item_boundary_catch_everything():
    """Elsewhere a swallowed error would turn into a missing person (conventions §3)."""
    allowed = ("cli/", "web/", "readers/", "archive/", "case/", "extract/")
    catching = [
        f"{name}:{node.lineno}"
        for path in SRC.rglob("*.py")
        if not (name := path.relative_to(SRC / "tizme").as_posix()).startswith(allowed)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and swallows_everything(node)
    ]
    assert catching == []


def test_no_file_names_a_place_on_somebodys_machine():
    """Neither folders of one machine nor the host of one registry may stand in what others install."""
    places = re.compile(
        r"(?<![\w.~-])/(work|root|home/\w+|Users/\w+)/|files\.pythonhosted|pypi\.org|--index-url"
    )
    ours = Path(__file__).relative_to(ROOT).as_posix()
    found = [
        f"{name}: {match.group()}"
        for name, text in texts()
        if name != ours and (match := places.search(text)) and not name.startswith(".git")
    ]
    assert found == []


def test_nothing_of_the_lent_data_stands_in_the_repository():
    """The annotated texts and name lists are lent for measuring; a copy of them here would train on the test."""
    if not SHARED.is_dir():
        pytest.skip(f"no lent data at {SHARED.name}/ (set TIZME_SHARED)")
    lent = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path.name
        for path in SHARED.rglob("*")
        if path.is_file() and path.stat().st_size > 200
    }
    # A licence's text is everybody's.
    copies = [
        f"{path.relative_to(ROOT)} is {lent[digest]}"
        for path in tracked_files()
        if (digest := hashlib.sha256(path.read_bytes()).hexdigest()) in lent and path.name != "LICENSE"
    ]
    assert copies == []


def test_no_sentence_of_the_annotated_texts_stands_in_the_repository():
    gold = sorted([*SHARED.glob("gold/*.txt"), *SHARED.glob("seed/*.txt")])
    if not gold:
        pytest.skip(f"no annotated texts at {SHARED.name}/gold (set TIZME_SHARED)")
    sentences = {
        part.strip()
        for path in gold
        for part in re.split(r"[.!?»”]\s|\n", path.read_text(encoding="utf-8"))
        if len(part.strip()) > 60
    }
    ours = "\n".join(text for _, text in texts())
    assert [sentence for sentence in sentences if sentence in ours] == []


def test_the_two_sets_of_requirements_pin_the_same_versions():
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^([a-z0-9.-]+==\S+(?: ; [^\\]+)?)", text, flags=re.MULTILINE))

    named = {pin.split("==")[0] for pin in pins("demo.txt")}
    assert {pin for pin in pins("dev.txt") if pin.split("==")[0] in named} >= pins("demo.txt")


def test_every_requirement_is_pinned_by_its_hash():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"\n(?=[a-z0-9])", path.read_text(encoding="utf-8").strip())
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == [], path.name


def test_fragments_of_the_change_log_are_well_formed():
    kinds = "safety|decision|breaking|added|fixed"
    for path in (ROOT / "changes").iterdir():
        if path.name == "README.md":
            continue
        assert re.fullmatch(rf"\d+\.({kinds})\.md", path.name), path.name
        words = path.read_text(encoding="utf-8").strip()
        assert words.endswith("."), f"{path.name} ends in the middle of a sentence"
        assert "tizme." not in words, f"{path.name} names the inside of the code"


def test_every_extra_is_listed_where_a_missing_one_is_explained():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = set(
        re.findall(
            r"MissingExtra\(\s*\"(\w+)\"", "\n".join(p.read_text(encoding="utf-8") for p in SRC.rglob("*.py"))
        )
    )
    assert named <= set(project["optional-dependencies"])
