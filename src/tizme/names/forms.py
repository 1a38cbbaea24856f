"""The ways in which one person's name may stand written in other people's lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tizme.model import NameParts
from tizme.names.alternates import short_forms
from tizme.names.keys import language_of_name
from tizme.names.markers import marker
from tizme.names.parts import parse
from tizme.names.spelling import OWN, System, in_cyrillic, spelt, systems
from tizme.tables import Row, rows

# Room for the plain orders of every system and for the other orders of the common ones.
MOST_FORMS = 150
_AS_GIVEN = "as-given"
# The shapes that every system contributes before any other is taken.
_PLAIN = frozenset({"family-given", "given-family", "family-given-father", "marked", "marked-after", "given"})
_ASKED = re.compile(r"\{(\w+)\}")
# Added to the rank of a form in which a part was exchanged for the one that the bearer's friends use.
_SHORT_NAME_RANK = 14
_OWN_LETTERS = {
    "tg": re.compile("[ӣӯҷ]|зода"),
    "kk": re.compile("[әіұһ]|ұлы|қызы"),
    "uz-Cyrl": re.compile("ў|ўғли|қизи| угли| кизи"),
    "ky": re.compile("[өүң]|уулу| кызы"),
    "uk": re.compile("[їєґ]"),
}
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NameForm:
    """One written form of a name.

    Attributes:
        system: A row of tables/names/forms_systems.csv: what wrote the letters.
        lang, script: Of the written form; a romanisation for readers of English is "en", "Latn".
        shape: Order and abbreviation, a row of forms_shapes.csv.
        changed: What differs from the name as given besides letters and order: "family:zoda",
            "father:ovich", "given:short"; empty for nothing.
    """

    text: str
    system: str
    lang: str
    script: str
    shape: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    """A name in Cyrillic, its family and father taken to their roots. ``own``: the name's own language."""

    own: str
    female: bool
    given: str
    family: str
    family_root: str
    family_kind: str
    father: str
    marked: bool  # "Асан уулу": the father stands where others have a family name


@dataclass(frozen=True, slots=True)
class _Choice:
    """One way to say a part: the Cyrillic words, what changed, and how far down the list it belongs."""

    words: str
    changed: str
    rank: int


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
    person = _person(parts, known, sex or parts.sex)
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
    return (given, *_chosen(ranked, most - 1, {given.text}))


def _chosen(ranked: list[tuple[int, NameForm]], most: int, known: set[str]) -> list[NameForm]:
    """At most ``most`` forms in their order, the plain ones of every system before all others."""
    first: dict[str, NameForm] = {}
    plain: set[str] = set()
    for _, form in ranked:
        if form.text in known:
            continue
        first.setdefault(form.text, form)
        if form.shape in _PLAIN and not any(c.startswith(("family", "given")) for c in form.changed):
            plain.add(form.text)
    texts = list(first)
    taken = sorted(range(len(texts)), key=lambda i: texts[i] not in plain)[: max(0, most)]
    return [first[texts[i]] for i in sorted(taken)]


def _person(parts: NameParts, lang: str, sex: str) -> _Person:
    whole = parts.nominative.lower()
    if lang in {"uz-Latn", "uz-Cyrl"} or (lang == "en" and re.search(r"[og]['ʻʼ’‘`]", whole)):
        own = "uz-Cyrl"
    elif lang in {"ru", "en"}:
        own = next((code for code, letters in _OWN_LETTERS.items() if letters.search(whole)), "ru")
    else:
        own = lang

    def cyrillic(words: str) -> str:
        return " ".join(in_cyrillic(word, own) for word in words.split() if not marker(word))

    family = cyrillic(parts.family)
    root, kind = _root_of(family)
    return _Person(
        own=own,
        female=sex == "female",
        given=cyrillic(parts.given),
        family=family,
        family_root=root,
        family_kind=kind,
        father=cyrillic(parts.father),
        marked=bool(parts.father) and not parts.family,
    )


@lru_cache(maxsize=1)
def _family_endings() -> tuple[tuple[str, str], ...]:
    found = {
        (ending, row["what"]) for row in _endings("ov", "zoda", "iyon") for ending in (row["m"], row["f"])
    }
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _endings(*what: str) -> list[Row]:
    columns = ("what", "lang", "own", "after", "cut", "m", "f", "rank")
    return [row for row in rows("names/forms_endings.csv", *columns) if row["what"] in what]


def _root_of(family: str) -> tuple[str, str]:
    """A Cyrillic family name without its ending, and the ending's kind ("plain" where it has none)."""
    low = family.lower()
    for ending, kind in _family_endings():
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            return _whole_root(family[: len(family) - len(ending)]), kind
    if low.endswith("ӣ") and len(low) > 4:
        return family[:-1], "i"
    return family, "plain"


def _whole_root(stem: str) -> str:
    """Жумабаев is from Жумабай and not from "Жумаба"."""
    for row in _endings("root"):
        if re.search(f"(?:{row['after']})$", stem.lower()):
            return stem + row["m"]
    return stem


def _built(stem: str, row: Row, *, female: bool) -> str:
    ending = row["f"] if female else row["m"]
    return (stem[: len(stem) - int(row["cut"] or 0)] + ending).replace("_", " ")


def _fits(row: Row, base: str, own: str, stem: str) -> bool:
    return (
        row["lang"] in {"*", base}
        and row["own"] in {"*", own}
        and bool(re.search(f"(?:{row['after']})$", stem.lower()))
    )


def _families(person: _Person, base: str) -> list[_Choice]:
    if not person.family:
        return []
    found = [_Choice(person.family, "", 0)]
    seen = {person.family_kind}
    if len(person.family_root) < 3 or " " in person.family or "-" in person.family:
        return found
    if person.family_kind == "plain" and (person.own == "ru" or base == "uk"):
        return found
    for row in _endings("ov", "zoda", "plain", "i", "iyon"):
        if row["what"] not in seen and _fits(row, base, person.own, person.family_root):
            seen.add(row["what"])
            words = _built(person.family_root, row, female=person.female)
            found.append(_Choice(words, f"family:{row['what']}", int(row["rank"])))
    return found


def _fathers(person: _Person, base: str) -> list[_Choice]:
    if not person.father or len(person.father.rstrip(".")) < 2:
        return []
    found, seen = [], set()
    for row in _endings("uulu", "ogli", "uly", "ovich", "bare"):
        if row["what"] not in seen and _fits(row, base, person.own, person.father):
            seen.add(row["what"])
            words = _built(person.father, row, female=person.female)
            found.append(_Choice(words, f"father:{row['what']}", int(row["rank"])))
    return sorted(found, key=lambda one: one.rank)


def _base_of(system: System, person: _Person) -> str:
    """The language whose grammar a system's spelling follows."""
    code = system
    while code.base and code.base != OWN:
        code = systems()[code.base]
    return person.own if code.code == OWN or code.script != "Cyrl" else code.code


def _by_system(person: _Person, system: System) -> Iterator[tuple[int, NameForm]]:
    base = _base_of(system, person)
    lang, script = system.lang or person.own, system.script or "Cyrl"
    code = person.own if system.code == OWN else system.code

    def write(words: str) -> str:
        return " ".join(spelt(word, person.own, system.code) for word in words.split())

    def form(choice: tuple[_Choice | None, ...], row: Row) -> NameForm:
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


def _choices(
    person: _Person, base: str
) -> Iterator[tuple[_Choice | None, _Choice | None, _Choice | None, int]]:
    """Parts to write together, with what they add to the rank: one thing is changed at a time."""
    given = _Choice(person.given, "", 0) if person.given else None
    families, fathers = _families(person, base), _fathers(person, base)
    father = fathers[0] if fathers else None
    family = families[0] if families else None
    yield given, family, father, 0
    if family and father:
        yield given, family, None, 1
    for other in fathers[1:]:
        yield given, family, other, other.rank + 3
    for other in families[1:]:
        yield given, other, father, other.rank
        if father:
            yield given, other, None, other.rank + 2
    if person.marked and given and father:
        # A man entered as "Асан уулу Бакыт" may stand as Асанов in Russian papers.
        row = next(r for r in _endings("ov") if _fits(r, base, person.own, person.father))
        words = _built(person.father, row, female=person.female)
        yield given, _Choice(words, "family:ov", 4), None, 4
    for short in short_forms(person.given)[:2] if family else ():
        yield _Choice(short, "given:short", 0), family, None, _SHORT_NAME_RANK


def _suits(
    template: str, given: _Choice | None, family: _Choice | None, father: _Choice | None, *, marked: bool
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
