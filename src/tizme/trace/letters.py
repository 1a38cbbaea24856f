"""An inquiry as a letter: whom it goes to, what it may say, what it asks, by when an answer is due.

What a letter says is decided here once: a fact stands in it only if the family's consent for this recipient
covers its category, if anybody could read its source, and if it names nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tizme import names
from tizme.model import UnusableInput
from tizme.model.request import Consent, Sought, TracingRequest
from tizme.tables import rows, tree
from tizme.text import fold, script_of
from tizme.trace.terms import day_in_words, due_day

LETTER_LANGUAGES = ("ru", "ky", "en")
RECIPIENTS = ("ministry", "prison_service", "commissioner", "icrc", "commander")
CASE_FACTS = "case_facts"
REQUESTER = ("requester_name", "requester_relation", "requester_contact")
_DATES = {"birth_date", "last_contact_on"}
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.\w+|(?<!\w)@\w{3,}|\+?\d(?:[\s().-]*\d){8,}")
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Addressee:
    """A row of addressees.csv. ``address`` "" is left to fill in."""

    id: str
    recipient: str
    lang: str
    name: str
    address: str
    address_source: str
    law: str
    lawyer_law: str


@dataclass(frozen=True, slots=True)
class CaseFact:
    """What the case holds of the one who is sought, as far as a letter needs it.

    Attributes:
        source: Name of a source that anybody can read, "" where there is none; day is EDTF.
        withheld: Why it must not leave, "" where it may.
    """

    property: str
    value: str
    source: str
    day: str = ""
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a letter, in words."""

    key: str
    label: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """A fact that is known and does not stand in the letter.

    Attributes:
        reason: not-covered | names-requester | names-other | contact | no-open-source, or what the
            case itself withholds it for.
    """

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Letter:
    """An inquiry in words, ready to be set.

    Attributes:
        signatory, reply_to: "" is left to fill in; the family's own only where they agreed to both.
        due: ISO day by which an answer is due, or on which we ask again; "" where neither is known.
        warnings: Codes of what a human must look at before sending.
    """

    lang: str
    addressee: Addressee
    dated: str
    law: str
    title: str
    intro: str
    rows: tuple[Row, ...]
    questions: tuple[str, ...]
    ground: str
    due: str
    due_line: str
    remarks: tuple[str, ...]
    signatory: str
    reply_to: str
    withheld: tuple[Withheld, ...]
    warnings: tuple[str, ...]

    @property
    def disclosed(self) -> tuple[str, ...]:
        return tuple(row.key for row in self.rows)


def words_of(lang: str) -> Mapping[str, Any]:
    """The wording of letters in a language: tables/letters/<lang>.yaml.

    Raises:
        UnusableInput: there is none.
    """
    if lang not in LETTER_LANGUAGES:
        raise UnusableInput(f"no letters in '{lang}'", "--lang", f"use one of: {', '.join(LETTER_LANGUAGES)}")
    found: Mapping[str, Any] = tree(f"letters/{lang}.yaml")
    return found


def addressee_of(recipient: str, lang: str, *, addressee_id: str = "") -> Addressee:
    """The office: the first of its kind in that language, or the one that was named.

    Raises:
        UnusableInput: there is none.
    """
    columns = ("id", "recipient", "lang", "name", "address", "address_source", "law", "lawyer_law")
    fitting = [
        row
        for row in rows("letters/addressees.csv", *columns)
        if row["recipient"] == recipient and row["lang"] == lang
    ]
    for row in fitting:
        if addressee_id in {"", row["id"]}:
            return Addressee(**{column: row[column] for column in columns})
    known = ", ".join(row["id"] for row in fitting) or "none"
    raise UnusableInput(
        f"no office '{addressee_id or recipient}' in '{lang}'", "--to", f"letters/addressees.csv has: {known}"
    )


def compose(
    request: TracingRequest,
    consent: Consent,
    addressee: Addressee,
    *,
    dated: str,
    case_facts: Sequence[CaseFact] = (),
    lawyer: bool = False,
    signatory: str = "",
) -> Letter:
    """The letter that this consent allows, and what it leaves out.

    Args:
        dated: ISO day; the term is counted from it until the letter is logged as sent.
        lawyer: A lawyer writes, on a lawyer's ground.
        signatory: Who signs for the family; "" is the one who asks where the consent covers name and
            contact, else left to fill in.
    """
    lang = addressee.lang
    words = words_of(lang)
    law = addressee.lawyer_law if lawyer else addressee.law
    kept: list[Row] = []
    withheld: list[Withheld] = []
    for key, category, value, source in _facts(request, case_facts, lang):
        reason = _reason(request, consent, key, category, value)
        if reason:
            withheld.append(Withheld(key, reason))
        elif (key, value) not in {(row.key, row.value) for row in kept}:
            kept.append(Row(key, words["labels"][key], value, source))
    withheld += [Withheld(fact.property, fact.withheld) for fact in case_facts if fact.withheld]
    withheld += [
        Withheld(fact.property, "no-open-source") for fact in case_facts if not (fact.withheld or fact.source)
    ]
    due = due_day(law, dated)
    named = {"requester_name", "requester_contact"} <= set(consent.covers)
    return Letter(
        lang=lang,
        addressee=addressee,
        dated=dated,
        law=law,
        title=words["title"],
        intro=words["intro"][addressee.recipient],
        rows=tuple(kept),
        questions=tuple(words["questions"][addressee.recipient]),
        ground=words["grounds"][law],
        due=due.day,
        due_line=words["deadline" if due.binding else "remind"].format(day=day_in_words(due.day, words)),
        remarks=(words["consent"], *(() if named else (words["no_name"],))),
        signatory=signatory or (request.requester.name if named and not lawyer else ""),
        reply_to=request.requester.address if named and not (lawyer or signatory) else "",
        withheld=tuple(dict.fromkeys(withheld)),
        warnings=tuple(_warnings(addressee, due, named=named or lawyer)),
    )


def _warnings(addressee: Addressee, due: Any, *, named: bool) -> Iterator[str]:
    yield "verify-law"
    if not addressee.address:
        yield "fill-address"
    if due.needs_name and not named:
        yield "needs-name-and-address"
    if due.basis == "working" and due.binding:
        yield "public-holidays"
    if addressee.lang == "ky" and addressee.recipient == "commander":
        yield "office-reads-russian"


def _facts(
    request: TracingRequest, case_facts: Sequence[CaseFact], lang: str
) -> Iterator[tuple[str, str, str, str]]:
    """(key, category, value in words, source in words) of everything known, in the letter's order."""
    words = words_of(lang)
    for row in rows("letters/facts.csv", "field", "category"):
        for value in _values(request.sought, row["field"], words):
            yield row["field"], row["category"], value, words["by_family"]
    for key, value in _requester_values(request):
        if value:
            yield key, key, value, words["by_family"]
    allowed = {row["property"] for row in rows("letters/case_facts.csv", "property")}
    for fact in case_facts:
        if fact.property in allowed and fact.source and not fact.withheld:
            yield fact.property, CASE_FACTS, _case_value(fact, words), _source(fact, words)


def _requester_values(request: TracingRequest) -> tuple[tuple[str, str], ...]:
    who = request.requester
    contact = "; ".join(part for part in (who.address, who.phone, who.email) if part)
    return (
        ("requester_name", who.name),
        ("requester_relation", who.relation),
        ("requester_contact", contact),
    )


def _values(sought: Sought, field: str, words: Mapping[str, Any]) -> Iterator[str]:
    if field in {"names", "other_names"}:
        # The fullest name in the letter's own alphabet goes first, where the family gave one.
        ordered = sorted(sought.names, key=lambda name: script_of(name) != words["script"])
        yield from ordered[:1] if field == "names" else ordered[1:]
    elif field == "age" and sought.age:
        day = f" ({day_in_words(sought.age_on, words)})" if sought.age_on else ""
        yield f"{sought.age}{day}"
    elif field == "previous_steps":
        for step in sought.previous_steps:
            day = day_in_words(step.on, words) if step.on else ""
            yield ": ".join(part for part in (day, step.to, step.answer) if part)
    elif value := getattr(sought, field):
        yield day_in_words(value, words) if field in _DATES else value


def _case_value(fact: CaseFact, words: Mapping[str, Any]) -> str:
    if fact.property.endswith(".date"):
        return day_in_words(fact.value, words)
    return str(words["values"].get(fact.value, fact.value))


def _source(fact: CaseFact, words: Mapping[str, Any]) -> str:
    if not fact.day:
        return str(words["by_source_undated"].format(name=fact.source))
    return str(words["by_source"].format(name=fact.source, day=day_in_words(fact.day, words)))


def _reason(request: TracingRequest, consent: Consent, key: str, category: str, value: str) -> str:
    """Why the value stays out of the letter, "" where it may stand in it."""
    if category not in consent.covers:
        return "not-covered"
    if key in REQUESTER:
        return ""
    who, free = request.requester, key not in {"document_number", *_DATES}
    if "requester_name" not in consent.covers and _names(value, key, [who.name], request.sought):
        return "names-requester"
    if "requester_contact" not in consent.covers and _holds_contact_of(value, request):
        return "contact"
    if free and key not in {"unit", "previous_steps"} and _CONTACT.search(value):
        return "contact"
    others = [*request.sought.kin, request.sought.last_contact_with]
    if key not in {"father", "mother", "grandfather"} and _names(value, key, others, request.sought):
        return "names-other"
    return ""


def _names(value: str, key: str, people: Iterable[str], sought: Sought) -> bool:
    """Whether the value names one of the people, in whatever case form, beside the one who is sought."""
    if key in {"names", "other_names"}:
        return False
    return names_anybody(value, people, beside=sought.names)


def names_requester(text: str, request: TracingRequest) -> bool:
    """Whether a text names the one who asks, or holds an address or number of theirs."""
    named = names_anybody(text, [request.requester.name], beside=request.sought.names)
    return named or _holds_contact_of(text, request)


def names_anybody(text: str, people: Iterable[str], *, beside: Sequence[str]) -> bool:
    """Whether a text names one of the people, in whatever case form.

    A family name that they share with the one the text is about tells nothing unless it stands in a form
    that his does not take; a doubt counts as yes.

    Args:
        beside: The names of whom the text is about.
    """
    own = _capitalised(" ".join(beside))
    theirs = {word for name in people for word in _capitalised(name)}
    shared = {word for word in theirs if any(_one_word(word, mine) for mine in own)}
    for word in _capitalised(text) - own:
        if any(_one_word(word, name) for name in theirs - shared):
            return True
        if shared and any(word.startswith(mine) and len(word) >= len(mine) + 2 for mine in own):
            return True
    return False


def _holds_contact_of(value: str, request: TracingRequest) -> bool:
    who, folded = request.requester, fold(value)
    digits = re.sub(r"\D", "", who.phone)
    return (
        bool(
            who.address and (fold(who.address) in folded or (len(folded) > 4 and folded in fold(who.address)))
        )
        or bool(who.email and fold(who.email) in folded)
        or bool(len(digits) >= 6 and digits in re.sub(r"\D", "", value))
    )


def _capitalised(text: str) -> set[str]:
    """The words that are written like names, in canonical Latin, so that alphabets do not part them."""
    words = {names.canon(word) for word in _WORD.findall(text) if word[0].isupper()}
    return {word for word in words if len(word) >= _FEWEST_LETTERS}


def _one_word(word: str, name: str) -> bool:
    return word.startswith(name[: max(_FEWEST_LETTERS, len(name) - 2)])


@lru_cache(maxsize=1)
def categories() -> tuple[str, ...]:
    """What a family's consent to an inquiry can cover."""
    found = dict.fromkeys(row["category"] for row in rows("letters/facts.csv", "field", "category"))
    return (*found, CASE_FACTS, *REQUESTER)


@lru_cache(maxsize=1)
def citable_kinds() -> frozenset[str]:
    """Kinds of source that a letter may name."""
    return frozenset(row["kind"] for row in rows("letters/citable.csv", "kind"))
