"""`tizme show CASE PERSON`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

import tizme
from tizme import names
from tizme.cli.sentences import claim_lines, conflict_line, reason_lines, whereabouts_line
from tizme.model import Person, UnusableInput
from tizme.ports import Store
from tizme.publish import Line, PersonPage, gather, person_page, sentence
from tizme.publish.page import SHORT_ITEM
from tizme.text.safe import safe_text

# A name typed by hand that is this likely (0..1) one of a person's names is a hit.
LIKELY_NAME = 0.5
_SAME_WORD = 0.9  # likeness of two words that are one in two spellings
_FEWEST_ID_LETTERS = 3


@click.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.argument("person", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", type=click.Choice(["en", "ru"]), default="en", help="Language of the sentences.")
def command(case: Path, person: tuple[str, ...], form: str, lang: str) -> None:
    """Print one person of CASE: fate, reasons, timeline, words.

    PERSON is an id, the beginning of one, or a name in any alphabet.
    """
    with closing(tizme.open_case(case)) as opened:
        _show(opened.store, " ".join(person), form=form, lang=lang)


def _show(store: Store, wanted: str, *, form: str, lang: str) -> None:
    hits = find_persons(wanted, gather(store, ()).run.persons)
    if not hits:
        raise UnusableInput(
            f"no person '{safe_text(wanted)}'", "show", "give an id or a name; tizme status CASE counts them"
        )
    if len(hits) > 1:
        _list(hits, form=form, lang=lang)
        return
    page = person_page(hits[0], gather(store, (hits[0],)))
    if form == "json":
        click.echo(json.dumps(page_json(page, lang=lang), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(page_lines(page, lang=lang)))


def find_persons(wanted: str, persons: Sequence[Person]) -> tuple[Person, ...]:
    """The persons of that id, else whose id begins so, else whose label is so or is likely the same name."""
    exact = [person for person in persons if person.id == wanted]
    if exact:
        return tuple(exact)
    begins = [
        p
        for p in persons
        if len(wanted) >= _FEWEST_ID_LETTERS and p.id.removeprefix("p-").startswith(wanted.removeprefix("p-"))
    ]
    if begins:
        return tuple(begins)
    same = [p for p in persons if p.label.casefold() == wanted.casefold()]
    if same:
        return tuple(same)
    likely = [(names.compare(wanted, p.label).probability, p) for p in persons]
    hits = [(chance, p) for chance, p in likely if chance >= LIKELY_NAME or _all_words_in(wanted, p.label)]
    return tuple(p for _, p in sorted(hits, key=lambda hit: (-hit[0], hit[1].id)))


def _all_words_in(wanted: str, label: str) -> bool:
    """Whether every word asked for stands in the name: a family name alone finds its bearers."""
    asked, told = (
        [names.sexless(names.canon(word)) for word in name.replace("-", " ").split()]
        for name in (wanted, label)
    )
    found = [
        any(names.likeness(word, other) >= _SAME_WORD for other in told) for word in asked if len(word) > 2
    ]
    return bool(found) and all(found)


def _list(hits: Sequence[Person], *, form: str, lang: str) -> None:
    for person in hits:
        if form == "json":
            click.echo(
                json.dumps(
                    {"person": person.id, "label": person.label, "fate": person.status.fate},
                    ensure_ascii=False,
                )
            )
        else:
            fate = sentence(f"fate.{person.status.fate}", lang=lang)
            click.echo(f"{person.id}  {safe_text(person.label)}  ({fate})")
    click.echo(f"{len(hits)} persons fit; show one by its id", err=True)


def page_lines(page: PersonPage, *, lang: str = "en") -> Iterator[str]:
    """The page as lines for a terminal, every word from outside made safe."""
    person, status = page.person, page.person.status
    yield f"{safe_text(person.label)}   [{person.id}]"
    yield f"Fate: {sentence(f'fate.{status.fate}', lang=lang).upper()}   by policy {status.policy}"
    yield f"  {sentence(f'policy.{policy_name(status.policy)}', lang=lang)}"
    yield f"Whereabouts: {whereabouts_line(status.whereabouts, lang=lang)}"
    by_id = {line.claim.id: line for line in (*page.dated, *page.undated) if line.claim}
    for title, reasons in (("For", status.reasons_for), ("Against", status.reasons_against)):
        if reasons:
            yield f"\n{title}"
            yield from reason_lines(reasons, by_id, lang=lang)
    if status.conflicts:
        yield "\nConflicts (all values are kept)"
        yield from (conflict_line(conflict, by_id) for conflict in status.conflicts)
    if status.open_questions:
        yield "\nOpen"
        yield from (f"  - {sentence(code, lang=lang)}" for code in status.open_questions)
    yield "\nTimeline"
    for line in page.dated:
        yield from _line(line, lang=lang)
    if page.undated:
        yield "\nWithout a day of its own"
        for line in page.undated:
            yield from _line(line, lang=lang)


def policy_name(policy_id: str) -> str:
    """The name in "two-sources@1"."""
    return policy_id.partition("@")[0]


def _line(line: Line, *, lang: str) -> Iterator[str]:
    if line.claim is not None:
        yield from claim_lines(line, lang=lang)
        return
    lane = sentence(f"lane.{line.lane}", lang=lang)
    source = safe_text(line.source) or "unnamed source"
    yield f"  {safe_text(line.day):<12} {lane}: {source}, item {line.item[:SHORT_ITEM]}"


def page_json(page: PersonPage, *, lang: str = "en") -> dict[str, Any]:
    """The page as JSON: the person's fields, sentences beside the codes, the timeline with its quotes."""
    person = asdict(page.person)
    for side in ("reasons_for", "reasons_against"):
        for reason in person["status"][side]:
            reason["sentence"] = sentence(reason["code"], lang=lang, n=len(reason["source_ids"]))
    return {
        **person,
        "sources": page.sources,
        "timeline": [asdict(line) for line in page.dated],
        "undated": [asdict(line) for line in page.undated],
    }
