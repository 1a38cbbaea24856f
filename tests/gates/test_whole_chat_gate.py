"""Gate: a Telegram export in both of its shapes: forwards are what they forward, and a retraction takes a death back."""

from __future__ import annotations

import pytest
import whole_chat

from tizme.case import Case, Provenance
from tizme.extract import extract_document
from tizme.model import Document, Fate, Source, SourceKind
from tizme.readers import read_bytes

SHAPES = {"result.json": whole_chat.as_json, "messages.html": whole_chat.as_html}

pytestmark = pytest.mark.gate


def read(name: str) -> Document:
    found = read_bytes(SHAPES[name](), name=name)
    assert isinstance(found, Document)
    return found


def test_both_shapes_of_an_export_are_the_same_chat():
    one, other = read("result.json"), read("messages.html")
    assert one.text == other.text
    assert one.sections == other.sections


def test_every_message_with_words_is_read_with_its_day_its_author_and_what_it_repeats():
    sections = {section.address: section for section in read("result.json").sections}
    assert list(sections) == [f"message {number}" for number in (*range(2, 13), 15)]
    assert sections["message 3"].repost_of == whole_chat.CHANNEL
    assert sections["message 9"].answers == "message 6"
    assert sections["message 11"].published == "2023-04-02"


@pytest.mark.parametrize("name", SHAPES)
def test_what_was_taken_back_is_denied_and_nothing_comes_from_service_lines_or_adverts(name: str):
    document = read(name)
    extraction = extract_document(document, item="", published="")
    names = {subject.id: subject.name for subject in extraction.subjects}
    back = document.text.index(whole_chat.RETRACTION)
    told = {
        (claim.property, claim.polarity.value)
        for claim in extraction.claims
        if back <= claim.start < back + len(whole_chat.RETRACTION)
    }
    assert ("died", "affirmed") not in told
    assert {("died", "denied"), ("seen_alive", "affirmed")} <= told
    assert {names[claim.subject] for claim in extraction.claims if names[claim.subject]} == {
        "Осмонов Эрлан Бакирович",
        "Сыдыков Айбек Нурланович",
        "Турганбаев Мирбек Кенешович",
        "Жумалиев Тилек",
    }


@pytest.mark.parametrize("name", SHAPES)
def test_three_posts_of_one_death_are_one_source_and_the_man_whose_death_was_taken_back_lives(
    name: str, tmp_path
):
    case = Case.init(tmp_path / "case", who="tests")
    source = Source(whole_chat.GROUP, SourceKind.MESSENGER)
    case.capture(SHAPES[name](), name=name, provenance=Provenance(origin="export", source=source))
    case.run()
    fates = {person.label: person.status.fate for person in case.persons()}
    assert fates["Осмонов Эрлан Бакирович"] is Fate.REPORTED_DEAD
    assert fates["Сыдыков Айбек Нурланович"] is Fate.ALIVE
    assert len(fates) == 4
    case.close()
