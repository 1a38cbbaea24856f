"""Gate: a workbook of 60 rows with titles, sections, sums and persons who stand in it twice, from file to persons."""

from __future__ import annotations

import pytest
from whole_list import workbook

from tizme.case import Case, Provenance
from tizme.model import Document, Source, SourceKind
from tizme.readers import read_bytes

RIGHT_SHARE = 0.95

pytestmark = pytest.mark.gate


@pytest.fixture(scope="module")
def content_and_truth() -> tuple[bytes, dict[str, int]]:
    return workbook()


@pytest.fixture(scope="module")
def case(content_and_truth, tmp_path_factory) -> Case:
    root = tmp_path_factory.mktemp("list")
    made = Case.init(root / "case", who="tests")
    source = Source("Registrars", SourceKind.LIST)
    origin = Provenance(source=source, published="2024-03-01", origin="handed over")
    made.capture(content_and_truth[0], name="list.xlsx", provenance=origin)
    made.run()
    yield made
    made.close()


def addresses(case: Case, content: bytes) -> dict[str, str]:
    document = read_bytes(content, name="list.xlsx")
    assert isinstance(document, Document)
    return {f"r{number}": row.address for number, row in enumerate(document.rows, start=1)}


def test_every_line_that_is_a_person_becomes_a_row_and_no_other(content_and_truth, case):
    content, truth = content_and_truth
    where = addresses(case, content)
    (extraction,) = case.extractions().values()
    read = {where[subject.id] for subject in extraction.subjects}
    assert read == set(truth)


def test_a_person_who_stands_there_twice_is_one_and_namesakes_are_two(content_and_truth, case):
    content, truth = content_and_truth
    where = addresses(case, content)
    persons: dict[int, set[str]] = {}
    for address, person in truth.items():
        persons.setdefault(person, set()).add(address)
    (extraction,) = case.extractions().values()
    subject_of = {claim.id: claim.subject for claim in extraction.claims}
    found = [{where[subject_of[one]] for one in person.claim_ids} for person in case.persons()]
    right = sum(rows in found for rows in persons.values())
    assert right / len(persons) >= RIGHT_SHARE, [rows for rows in persons.values() if rows not in found]
    assert len(found) <= len(persons) / RIGHT_SHARE


def test_linking_the_workbook_alone_finds_the_same_people(content_and_truth, tmp_path):
    import duckdb
    from click.testing import CliRunner

    from tizme.cli import cli

    (tmp_path / "list.xlsx").write_bytes(content_and_truth[0])
    run = CliRunner().invoke(cli, ["link", str(tmp_path / "list.xlsx"), "--out", str(tmp_path / "out")])
    assert run.exit_code == 0, run.output
    found = duckdb.sql(
        f"SELECT count(*), count(DISTINCT cluster) FROM '{tmp_path}/out/clusters.parquet'"
    ).fetchall()[0]
    persons = len(set(content_and_truth[1].values()))
    assert found[0] == len(content_and_truth[1])
    assert persons <= found[1] <= persons / RIGHT_SHARE
