"""The ways in which one person's name may stand written in other people's lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tizme.model import NameParts
from tizme.names.alternates import short_forms
from tizme.names.bearer import Bearer, Choice, bearer, families, family_of_father, fathers, said_in
from tizme.names.keys import language_of_name
from tizme.names.markers import marker
from tizme.names.parts import parse
from tizme.names.spelling import OWN, System, kin_spellings, spelt, systems
from tizme.tables import Row, rows

# Room for the plain orders of every system and for the other orders of the common ones.
MOST_FORMS = 150
_AS_GIVEN = "as-given"
# The shapes that every system contributes before any other is taken.
_PLAIN = frozenset({"family-given", "given-family", "family-given-father", "marked", "marked-after", "given"})
_ASKED = re.compile(r"\{(\w+)\}")
# Added to the rank of a form in which a part was exchanged for the one that the bearer's friends use.
_SHORT_NAME_RANK, _KIN_NAME_RANK = 14, 9
_MOST_ALTERNATES = 3
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NameForm:
    """One written form of a name.

    Attributes:
        system: A row of tables/names/forms_systems.csv: what wrote the letters.
        lang, script: Of the written form; a romanisation for readers of English is "en", "Latn".
        shape: Order and abbreviation, a row of forms_shapes.csv,
            "as-given" or "alternate".
        changed: What differs from the name as given besides letters and order: "family:zoda",
            "father:ovich", "given:short", "given:kin" (as another people says it), "name:alternate"
            (a call sign or nickname that stood with it); empty for nothing.
    """

    text: str
    system: str
    lang: str
    script: str
    shape: str
    changed: tuple[str, ...] = ()


@lru_cache(maxsize=10_000)
def forms(name: str, *, lang: str = "", sex: str = "", most: int = MOST_FORMS) -> tuple[NameForm, ...]:
    """The written forms of ``name``, likeliest first, without repetition.

    Args:
        name: In the nominative, in any script and order.
        lang: One of text.LANGUAGES; told by the letters where not given.
        sex: "male", "female" or "" where the forms of the name itself tell.
        most: The most forms that come back.

    >>> [form.text for form in forms("Жўраев Сардор", lang="uz-Cyrl", most=3)]
    ['Жўраев Сардор', 'Сардор Жўраев', 'Джураев Сардор']
    """
    known = language_of_name(name, lang=lang)
    parts = parse(name, lang=known, in_nominative=True)
    if not (parts.given or parts.family or parts.father):
        return ()
    person = bearer(parts, known, sex or parts.sex)
    given = NameForm(
        parts.nominative,
        _AS_GIVEN,
        known if known in {"en", "uz-Latn"} else person.own,
        parts.script,
        _AS_GIVEN,
    )
    ranked = [
        one
        for system in systems().values()
        if system.code != person.own
        for one in _by_system(person, system)
    ]
    ranked.sort(key=lambda one: one[0])  # stable: equal ranks stay in the order of the table
    called = _alternates(parts, given)[: most - 1]
    return (given, *_chosen(ranked, most - 1 - len(called), {given.text}), *called)


def _alternates(parts: NameParts, given: NameForm) -> list[NameForm]:
    """Call signs and nicknames that stood with the name, as they stood and beside its family."""
    called = [
        one for one in parts.other if one.replace(" ", "").replace("-", "").isalpha() and not marker(one)
    ]
    texts = [text for one in called for text in (one, f"{one} {parts.family}".strip())]
    return [
        replace(given, text=text, shape="alternate", changed=("name:alternate",))
        for text in dict.fromkeys(texts[: 2 * _MOST_ALTERNATES])
    ]


def _chosen(ranked: list[tuple[int, NameForm]], most: int, known: set[str]) -> list[NameForm]:
    """At most ``most`` forms in their order, the plain ones of every system before all others."""
    first: dict[str, NameForm] = {}
    plain: set[str] = set()
    for _, form in ranked:
        if not form.text or form.text in known:
            continue  # of "ʻ" alone, which Unicode calls a letter, a system may leave nothing
        first.setdefault(form.text, form)
        if form.shape in _PLAIN and not any(c.startswith(("family", "given")) for c in form.changed):
            plain.add(form.text)
    texts = list(first)
    taken = sorted(range(len(texts)), key=lambda i: texts[i] not in plain)[: max(0, most)]
    return [first[texts[i]] for i in sorted(taken)]


def _base_of(system: System, person: Bearer) -> str:
    """The language whose grammar a system's spelling follows."""
    code = system
    while code.base and code.base != OWN and code.code != person.own:
        code = systems()[code.base]
    return person.own if code.code == OWN or code.script != "Cyrl" else code.code


def _by_system(person: Bearer, system: System) -> Iterator[tuple[int, NameForm]]:
    base = _base_of(system, person)
    person = said_in(person, base)
    lang, script = system.lang or person.own, system.script or "Cyrl"
    code = person.own if system.code == OWN else system.code

    def write(words: str) -> str:
        return " ".join(spelt(word, base, system.code) for word in words.split())

    def form(choice: tuple[Choice | None, ...], row: Row) -> NameForm:
        given, family, father = choice
        cells = {
            "given": write(given.words) if given else "",
            "family": write(family.words) if family else "",
            "father": write(father.words) if father else "",
        }
        changed = tuple(one.changed for one in choice if one and one.changed)
        return NameForm(_filled(row["template"], cells), code, lang, script, row["shape"], changed)

    for given, family, father, extra in _choices(person, base):
        for row in rows("names/forms_shapes.csv", "shape", "template", "rank"):
            altered = extra > 0 and any(one and one.changed for one in (given, family, father))
            if altered and row["shape"] not in _PLAIN:
                continue  # one departure at a time
            if _suits(row["template"], given, family, father, marked=person.marked and not family):
                yield system.rank + extra + int(row["rank"]), form((given, family, father), row)


def _choices(person: Bearer, base: str) -> Iterator[tuple[Choice | None, Choice | None, Choice | None, int]]:
    """Parts to write together, with what they add to the rank: one thing is changed at a time."""
    given = Choice(person.given, "", 0) if person.given else None
    all_families, all_fathers = families(person, base), fathers(person, base)
    father = all_fathers[0] if all_fathers else None
    family = all_families[0] if all_families else None
    yield given, family, father, 0
    if family and father:
        yield given, family, None, 1
    for other in all_fathers[1:]:
        yield given, family, other, other.rank + 3
    for other in all_families[1:]:
        yield given, other, father, other.rank
        if father:
            yield given, other, None, other.rank + 2
    if person.marked and given and father:
        yield given, family_of_father(person, base), None, 4
    for said in kin_spellings(person.given, base)[:1] if family else ():
        yield Choice(said, "given:kin", 0), family, None, _KIN_NAME_RANK
    for short in short_forms(person.given)[:2] if family else ():
        yield Choice(short, "given:short", 0), family, None, _SHORT_NAME_RANK


def _suits(
    template: str, given: Choice | None, family: Choice | None, father: Choice | None, *, marked: bool
) -> bool:
    asked = {field.lower() for field in _ASKED.findall(template)}
    asked = {{"g": "given", "p": "father"}.get(field, field) for field in asked}
    has = {name for name, part in (("given", given), ("family", family), ("father", father)) if part}
    if "father" in has and "father" not in asked and not {"g", "p"} & set(_ASKED.findall(template)):
        return False
    return (
        asked <= has and ("family" in asked or not family) and (marked or "family" in asked or len(has) == 1)
    )


def _filled(template: str, cells: dict[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        field = found[1]
        if field == "g":
            return cells["given"][:1]
        if field == "p":
            return cells["father"][:1]
        if field.isupper():
            return cells[field.lower()].upper()
        return cells[field]

    return _SPACE.sub(" ", _ASKED.sub(one, template)).strip()
