"""The docs fail when they lag behind the code."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import click
import pytest

from tizme.cli import VERBS, cli

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "tizme"
DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [
        *ROOT.glob("*.md"),
        *DOCS.rglob("*.md"),
        *(ROOT / "examples").rglob("*.md"),
        *(ROOT / "changes").glob("README.md"),
    ]
)
DECISIONS = sorted(path.name for path in (DOCS / "decisions").glob("*.md"))


def page(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def string_fields(name: str) -> set[str]:
    """Every string given to the class attribute ``name`` anywhere in the package."""
    return {
        node.value.value
        for path in SRC.rglob("*.py")
        for owner in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.Assign)
        and [ast.unparse(target) for target in node.targets] == [name]
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def test_every_error_code_is_explained_and_every_explained_code_exists():
    explained = set(
        re.findall(
            r"^\| `([a-z-]+)` \|", page("docs/errors.md").split("## Why an item")[0], flags=re.MULTILINE
        )
    )
    assert explained == string_fields("code")


def test_every_reason_why_an_item_is_not_read_is_explained():
    reasons = re.search(r"reason: str  # (.+)", (SRC / "model/item.py").read_text(encoding="utf-8"))
    assert reasons is not None
    below = page("docs/errors.md").split("## Why an item")[1]
    assert re.findall(r"^\| `([a-z-]+)` \|", below, flags=re.MULTILINE) == reasons[1].split("|")


def section(verb: str) -> str:
    found = re.search(
        rf"^## tizme {verb}\n(.*?)(?=^## |\Z)", page("docs/commands.md"), flags=re.MULTILINE | re.DOTALL
    )
    assert found, f"docs/commands.md has no section '## tizme {verb}'"
    return found[1]


def commands_of(verb: str) -> list[click.Command]:
    command = cli.get_command(click.Context(cli), verb)
    assert command is not None
    if isinstance(command, click.Group):
        return list(command.commands.values())
    return [command]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented_with_all_its_options(verb: str):
    words = section(verb)
    options = {
        max(parameter.opts, key=len)
        for command in commands_of(verb)
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
    }
    assert sorted(option for option in options if f"`{option}" not in words) == []


def test_no_page_documents_a_verb_that_does_not_exist():
    assert set(re.findall(r"^## tizme (\w+)", page("docs/commands.md"), flags=re.MULTILINE)) == set(VERBS)


@pytest.mark.parametrize("path", PAGES)
def test_the_commands_that_a_page_tells_people_to_run_exist(path: str):
    targets = set(re.findall(r"^([a-z-]+):", page("Makefile"), flags=re.MULTILINE))
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", page(path), flags=re.DOTALL))
    assert set(re.findall(r"(?:^\s*(?:\$ )?|`)make ([a-z-]+)", code, flags=re.MULTILINE)) - targets == set()
    verbs = set(re.findall(r"(?:^|[`/ ])tizme ([a-z]+)\b", code, flags=re.MULTILINE))
    assert verbs - set(VERBS) == set()


@pytest.mark.parametrize("path", PAGES)
def test_every_link_inside_the_repository_leads_somewhere(path: str):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page(path))
    here = (ROOT / path).parent
    assert [link for link in links if "://" not in link and not (here / link).exists()] == []


@pytest.mark.parametrize("name", DECISIONS)
def test_a_decision_record_says_what_forced_it_what_it_costs_and_what_would_undo_it(name: str):
    record = page(f"docs/decisions/{name}")
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name)
    assert record.startswith(f"# {int(name[:4])}. ")
    headings = re.findall(r"^## (.+)", record, flags=re.MULTILINE)
    assert headings == [
        "What forced the choice",
        "What we chose",
        "What we gave up",
        "What would change our mind",
    ]
    assert len(record.split()) < 700, "one page"


def test_decision_records_are_numbered_without_gaps():
    assert [int(name[:4]) for name in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_core_dependency_has_its_line_in_the_record():
    project = tomllib.loads(page("pyproject.toml"))["project"]
    names = {re.split(r"[<>=;\[ ]", line)[0] for line in project["dependencies"]}
    # A record is not edited once accepted: what came later has its row in a later record.
    record = "\n".join(page(f"docs/decisions/{name}") for name in DECISIONS if name >= "0003")
    listed = {
        name
        for row in re.findall(r"^\| ([a-z0-9, -]+) \|", record, flags=re.MULTILINE)
        for name in row.split(", ")
    }
    assert names - listed == set()
    assert listed - names - {"package", "dicts-ru"} == set()


def test_every_folder_of_tables_is_listed_for_those_who_mend_them():
    folders = {
        path.parent.relative_to(SRC / "tables").as_posix().split("/")[0]
        for path in (SRC / "tables").rglob("*.csv")
    }
    listed = set(re.findall(r"^\| `(\w+)/` \|", page("docs/tables.md"), flags=re.MULTILINE))
    assert folders <= listed
