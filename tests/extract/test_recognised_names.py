"""What the recogniser finds joins what the rules find: exact ends, people who are only named, words that are no name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tizme.extract import extract_text
from tizme.link.records import records_of
from tizme.places import lookup
from tizme.ports import NamedSpan, install_recogniser, installed_recogniser


class Told:
    """A recogniser that finds the words it was told of."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def recognise(self, text: str, *, lang: str) -> tuple[NamedSpan, ...]:
        found = [(text.find(name), name) for name in self.names]
        return tuple(NamedSpan(at, at + len(name), "person") for at, name in sorted(found) if at >= 0)


@pytest.fixture(autouse=True)
def _the_shipped_one_comes_back() -> Iterator[None]:
    shipped = installed_recogniser()
    yield
    install_recogniser(lambda: shipped)


def names_in(text: str, lang: str = "ru") -> list[str]:
    found = extract_text(text, lang=lang, published="2024-06-10")
    return [text[m.start : m.stop] for m in found.mentions if m.form == "name"]


def test_somebody_who_is_only_named_is_context_and_nobodys_record():
    install_recogniser(lambda: Told("Айбек Токоев", "Гжегож Бжезицкий"))
    text = "Айбек Токоев погиб 3 мая 2023 года. Репортаж вёл Гжегож Бжезицкий"
    found = extract_text(text, lang="ru", published="2024-06-10")
    roles = {subject.name: subject.role for subject in found.subjects}
    assert roles["Гжегож Бжезицкий"] in {"context", "subject"}
    assert not any(claim.subject.startswith("c") for claim in found.claims)
    records = records_of("i", found, lang="ru", published="2024-06-10", lookup_place=lookup)
    context = {subject.id for subject in found.subjects if subject.role == "context"}
    assert not context & {record.subject for record in records}


def test_a_person_met_again_by_the_recogniser_alone_is_the_same_person():
    install_recogniser(lambda: Told("Айбек Токоев", "Токоева"))
    text = "Айбек Токоев погиб 3 мая 2023 года.\n\nО Токоева судьбе пишут."
    found = extract_text(text, lang="ru", published="2024-06-10")
    named = [m for m in found.mentions if m.form == "name"]
    assert len({m.subject for m in named}) == 1
    assert [text[m.start : m.stop] for m in named] == ["Айбек Токоев", "Токоева"]


def test_two_names_that_stand_together_are_two_mentions():
    install_recogniser(lambda: Told("Скотт Хоровиц", "Scott Horowitz"))
    assert names_in("Об этом сказал Скотт Хоровиц (Scott Horowitz) вчера.") == [
        "Скотт Хоровиц",
        "Scott Horowitz",
    ]


def test_the_full_stop_of_an_initial_stays_with_the_name():
    install_recogniser(lambda: Told("Токоев А. Б"))
    assert "Токоев А. Б." in names_in(
        "В списке стоит Токоев А. Б., 1990 года рождения, погиб 3 мая 2023 года."
    )


def test_without_a_recogniser_the_rules_read_alone():
    install_recogniser(lambda: None)
    assert names_in("Айбек Токоев погиб 3 мая 2023 года.") == ["Айбек Токоев"]


def test_a_word_that_only_looks_like_a_name_is_dropped_where_the_recogniser_is_trusted():
    text = "Экспедиция высадится на Луну в мае. Айбек Токоев погиб 3 мая 2023 года."
    install_recogniser(lambda: Told("Айбек Токоев"))
    assert names_in(text) == ["Айбек Токоев"]
