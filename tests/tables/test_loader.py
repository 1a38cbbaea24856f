"""Tables are read by linguists' rules: a bad row is reported as file:line, never skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tizme import tables
from tizme.model import BadTable
from tizme.tables import loader

ROOT = tables.table_root()
CSV_FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.csv"))
YAML_FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.yaml"))


def _forget() -> None:
    for cached in (loader.rows, loader.tree, loader.table_digest):
        cached.cache_clear()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of tables in place of the shipped ones."""
    monkeypatch.setattr(loader, "table_root", lambda: tmp_path)
    _forget()
    yield tmp_path
    _forget()


@pytest.mark.parametrize("path", CSV_FILES)
def test_every_shipped_table_loads_and_names_its_source(path: str):
    assert tables.source_of(path)
    found = tables.rows(path)
    assert found, "a table without rows says nothing"
    assert {row.path for row in found} == {path}


def test_every_shipped_tree_loads_and_names_its_source():
    assert [path for path in YAML_FILES if not tables.tree(path)["source"]] == []


# In a table whose comment says "in this order" a rule may come round again.
UNORDERED = [path for path in CSV_FILES if "in this order" not in (ROOT / path).read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", UNORDERED)
def test_no_shipped_table_holds_one_row_twice(path: str):
    seen: dict[tuple[str, ...], int] = {}
    twice = []
    for row in tables.rows(path):
        first = seen.setdefault(tuple(row.values()), row.line)
        if first != row.line:
            twice.append(f"{path}:{row.line} repeats line {first}")
    assert twice == []


def test_a_row_with_too_few_cells_is_named_by_its_line(root: Path):
    (root / "t.csv").write_text("# words\n# source: own\nform,lang\n\nа,ru\nб\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"^t\.csv:6: 1 cells where the header has 2; mend the row") as caught:
        tables.rows("t.csv")
    assert (caught.value.path, caught.value.line) == ("t.csv", 6)


def test_a_missing_column_says_which_there_are(root: Path):
    (root / "t.csv").write_text("# source: own\nform,lang\nа,ru\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"t\.csv:2: no column 'weight' \(there are: form, lang\)"):
        tables.rows("t.csv", "form", "weight")


def test_a_table_without_a_source_is_refused(root: Path):
    (root / "t.csv").write_text("# words\nform\nа\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"t\.csv:2: no '# source:' comment"):
        tables.rows("t.csv")


@pytest.mark.parametrize("content", ["", "# source: own\n", "# source: own\n\n# nothing more\n"])
def test_a_table_without_a_header_is_refused(root: Path, content: str):
    (root / "t.csv").write_text(content, encoding="utf-8")
    with pytest.raises(BadTable, match=r"^t\.csv:\d+: "):
        tables.rows("t.csv")


def test_a_row_knows_its_line_so_that_its_reader_can_complain(root: Path):
    (root / "t.csv").write_text("# source: own\nform,weight\nа, x \n", encoding="utf-8")
    (row,) = tables.rows("t.csv")
    assert row["weight"] == "x"
    assert str(row.error("'x' is not a number")).startswith("t.csv:3: 'x' is not a number")


def test_a_cell_in_quotes_may_hold_a_comma(root: Path):
    (root / "t.csv").write_text('# source: own\nform,note\nа,"b, c"\n', encoding="utf-8")
    assert tables.rows("t.csv")[0]["note"] == "b, c"


def test_a_tree_that_is_no_yaml_is_named_by_its_line(root: Path):
    (root / "t.yaml").write_text("source: own\nrules: [a\nb: c\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"^t\.yaml:3: "):
        tables.tree("t.yaml")


def test_a_tree_without_a_source_is_refused(root: Path):
    (root / "t.yaml").write_text("rules: []\n", encoding="utf-8")
    with pytest.raises(BadTable, match="no top-level key 'source'"):
        tables.tree("t.yaml")


def test_a_changed_cell_changes_the_digest_that_claims_carry(root: Path):
    (root / "t.csv").write_text("# source: own\nform\nа\n", encoding="utf-8")
    before = tables.table_digest()
    tables.table_digest.cache_clear()
    assert tables.table_digest() == before
    (root / "t.csv").write_text("# source: own\nform\nб\n", encoding="utf-8")
    tables.table_digest.cache_clear()
    assert tables.table_digest() != before
