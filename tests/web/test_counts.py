"""The pages of counts: fates apart, the answer with its figures, and from each count to persons and words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from click.testing import CliRunner


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """The example case with one answer kept, and a client that looks at it."""
    from tizme.case import Case
    from tizme.cli import cli
    from tizme.web.site import ENVIRON_KEY, Site

    folder = tmp_path_factory.mktemp("counts") / "case"
    for words in (
        ["demo", str(folder)],
        ["estimate", str(folder), "--quick", "--models", "mt", "--linkages", "1"],
    ):
        done = CliRunner().invoke(cli, words)
        assert done.exit_code in {0, 1}, done.output
    case = Case.open(folder)
    store = case.store
    from django.test import Client

    site = Site(store, "Пример", str(folder))
    yield SimpleNamespace(case=case, client=Client(SERVER_NAME="127.0.0.1", **{ENVIRON_KEY: site}))
    case.close()


def text(counted, address: str, status: int = 200) -> str:
    answered = counted.client.get(address)
    assert answered.status_code == status
    return answered.content.decode()


def test_fates_are_counted_apart_and_no_sum_is_told(counted):
    page = text(counted, "/counts/")
    assert "Counted apart, never added" in page
    assert "reported dead" in page
    assert 'href="/counts/dead/"' in page
    assert "Backlog" in page


def test_an_answer_stands_with_its_figures_refusal_and_definition(counted):
    page = text(counted, "/counts/dead/")
    assert "No estimate is given." in page
    assert "Counted: persons whose fate is" in page
    assert "<svg" in page
    assert "What no count can see" in page
    assert 'href="/assets/figures.css"' in page
    assert " style=" not in page, "the policy of the pages lets no inline style in"


def test_every_count_leads_to_its_persons_and_these_to_their_words(counted):
    (kept,) = counted.case.answers()
    for number, cell in enumerate(kept.cells, start=1):
        page = text(counted, f"/counts/dead/{number}/")
        for person in cell.persons:
            assert f'href="/persons/{person.id}/"' in page
            for span in person.spans:
                assert f'href="/items/{span.item}/#{span.claim}"' in page
        person = cell.persons[0]
        assert counted.client.get(f"/persons/{person.id}/").status_code == 200
        assert person.spans[0].claim in text(counted, f"/items/{person.spans[0].item}/")


@pytest.mark.parametrize("address", ["/counts/alive/", "/counts/dead/99/", "/counts/dead/0/", "/counts/../"])
def test_what_was_not_counted_is_not_here(counted, address):
    assert counted.client.get(address).status_code == 404


def test_the_style_of_the_figures_is_served(counted):
    answered = counted.client.get("/assets/figures.css")
    assert answered["Content-Type"].startswith("text/css")
    assert b"tz-figure" in answered.content


def test_a_store_without_its_folder_says_that_nothing_was_estimated(client):
    page = client.get("/counts/").content.decode()
    assert "Nothing was estimated yet" in page
