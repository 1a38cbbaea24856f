"""The example, built from its raw sources, says what expected.toml says a right register holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tizme.case import Case
from tizme.model import Person

EXAMPLE = Path(__file__).parents[1] / "examples" / "01_first_case"
EXPECTED = tomllib.loads((EXAMPLE / "expected.toml").read_text(encoding="utf-8"))
PERSONS = {person["key"]: person for person in EXPECTED["person"]}
POLICIES = ("two-sources", "newsroom", "strict")


def tizme(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tizme", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("register") / "demo"
    done = tizme("demo", built)
    assert done.returncode == 0, done.stderr[-3000:]
    return built


@pytest.fixture(scope="module")
def case(folder: Path) -> Iterator[Case]:
    opened = Case.open(folder)
    yield opened
    opened.close()


def item_of(case: Case, file: str) -> str:
    (item,) = [item for item in case.items() if item.name == file]
    return item.item


def persons_named(case: Case, file: str, name: str) -> list[Person]:
    """The persons whom the words ``name`` stand for in ``file``: one, if the register is right."""
    item = item_of(case, file)
    document, extraction = case.store.document(item), case.extractions()[item]
    assert document is not None
    subjects = {m.subject for m in extraction.mentions if document.text[m.start : m.stop] == name}
    return [
        person
        for person in case.persons()
        if any(claim.item == item and claim.subject in subjects for claim in case.claims(person))
    ]


def the_person(case: Case, key: str) -> Person:
    found = {
        person.id: person
        for record in PERSONS[key]["records"]
        if record["name"]
        for person in persons_named(case, record["file"], record["name"])
    }
    assert len(found) == 1, f"{key} is {len(found)} persons: {[p.label for p in found.values()]}"
    return next(iter(found.values()))


NAMED = [key for key, person in PERSONS.items() if person["records"][0]["name"]]


@pytest.mark.parametrize("key", NAMED)
def test_records_of_one_man_are_one_person(case: Case, key: str):
    assert the_person(case, key)


@pytest.mark.parametrize("pair", EXPECTED["apart"], ids=lambda pair: "-".join(pair["keys"]))
@pytest.mark.safety
def test_safety_two_men_of_one_name_stay_two(case: Case, pair: dict[str, Any]):
    left, right = (the_person(case, key) for key in pair["keys"])
    assert left.id != right.id


@pytest.mark.parametrize("key", NAMED)
def test_fate_by_the_default_policy(case: Case, key: str):
    assert the_person(case, key).status.fate == PERSONS[key]["fate"]["two-sources"]


@pytest.mark.parametrize("key", NAMED)
def test_what_a_person_s_sources_say_is_read(case: Case, key: str):
    held = case.claims(the_person(case, key))
    missing = [
        wanted
        for wanted in PERSONS[key].get("claims", [])
        if not any(
            claim.item == item_of(case, wanted["file"])
            and all(getattr(claim, field) == wanted[field] for field in wanted if field != "file")
            for claim in held
        )
    ]
    assert missing == []


@pytest.mark.parametrize("key", [key for key, person in PERSONS.items() if "conflicts" in person])
def test_conflicting_values_are_kept(case: Case, key: str):
    shown = {conflict.property: set(conflict.values) for conflict in the_person(case, key).status.conflicts}
    for name, values in PERSONS[key]["conflicts"].items():
        assert set(values) <= shown.get(name, set())


@pytest.mark.parametrize("key", [key for key, person in PERSONS.items() if "no_conflicts" in person])
def test_another_event_s_day_makes_no_conflict(case: Case, key: str):
    shown = {conflict.property: conflict.values for conflict in the_person(case, key).status.conflicts}
    assert {name: shown[name] for name in PERSONS[key]["no_conflicts"] if name in shown} == {}
    years = {value[:4] for value in shown.get("died.date", ())}
    assert years <= {"2022"}, "neither a year of birth nor the day of a telling is a day of death"


@pytest.mark.safety
def test_safety_those_who_speak_of_the_missing_are_not_themselves_missing(case: Case):
    bystanders = {name for entry in EXPECTED["bystander"] for name in entry["names"]}
    assert {person.label: person.status.fate for person in case.persons() if person.label in bystanders} == {}


@pytest.mark.parametrize("entry", EXPECTED["silent"], ids=lambda entry: entry["file"])
@pytest.mark.safety
def test_safety_an_advertisement_makes_nobody_a_casualty(case: Case, entry: dict[str, Any]):
    item = item_of(case, entry["file"])
    document, extraction = case.store.document(item), case.extractions()[item]
    assert document is not None
    touched = []
    for words in entry["words"]:
        at = document.text.find(words)
        while at >= 0:
            touched += [c.quote for c in extraction.claims if c.start < at + len(words) and at < c.stop]
            at = document.text.find(words, at + 1)
    assert touched == []


@pytest.mark.safety
def test_safety_every_quote_is_the_text_s_own_words(case: Case):
    for item, extraction in case.extractions().items():
        document = case.store.document(item)
        assert document is not None
        for claim in extraction.claims:
            assert document.text[claim.start : claim.stop] == claim.quote


def test_what_cannot_be_read_is_kept_and_listed(case: Case):
    failed = {failure.item: failure.failure.reason for failure in case.store.failures()}
    assert failed == {item_of(case, entry["file"]): entry["reason"] for entry in EXPECTED["unreadable"]}


def readme_blocks(command: str) -> list[str]:
    """The lines of README's blocks that follow the mark ``command``."""
    text = (EXAMPLE.parents[1] / "README.md").read_text(encoding="utf-8")
    block = text.split(f"<!-- {command}", 1)[1].split("```", 2)[1]
    return [
        line.strip()
        for line in block.splitlines()
        if line.strip() not in {"", "…"} and not line.startswith("$ ")
    ]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("demo", ["status", "{case}"]),
        ("show", ["show", "{case}", "Турганбаев"]),
        ("trace", ["trace", "--in", "{case}", "Turganbaew Mirbek, father's name Кенеш, about 27"]),
    ],
)
def test_the_readme_prints_what_the_tool_prints(folder: Path, mark: str, words: list[str]):
    done = tizme(*[word.format(case=folder) for word in words])
    printed = {line.strip() for line in done.stdout.replace(str(folder), "demo-case").splitlines()}
    assert [line for line in readme_blocks(mark) if line not in printed] == []


def test_another_policy_moves_those_it_should(folder: Path):
    """Kept last: it changes the policy of the case that the tests above look at."""
    for policy in (*POLICIES[1:], POLICIES[0]):
        done = tizme("policy", folder, policy, "--by", "test")
        assert done.returncode == 0, done.stderr
        case = Case.open(folder)
        try:
            found = {key: str(the_person(case, key).status.fate) for key in NAMED}
        finally:
            case.close()
        assert found == {key: PERSONS[key]["fate"][policy] for key in NAMED}, policy
