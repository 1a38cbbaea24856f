"""The form in which a request is taken down: a TOML file, filled in by hand or by another program.

    tizme request form > form.toml          an empty one, with what each field means

A request never comes as words of a command line: those stay in the shell's history and show in the list of
processes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from tizme.model import UnusableInput
from tizme.model.request import Consent, Purpose, Requester, Sought, Step
from tizme.tables import table_root
from tizme.trace.letters import RECIPIENTS, categories

T = TypeVar("T")
_FORM = "letters/request_form.toml"


def empty_form() -> str:
    """The form to fill in."""
    return (table_root() / _FORM).read_text(encoding="utf-8")


def read_form(text: str, *, where: str) -> tuple[Sought, Requester, tuple[Consent, ...]]:
    """Who is sought, who asks, and what they agreed to.

    Raises:
        UnusableInput: not TOML, a field nobody knows, or a value of the wrong kind.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnusableInput(f"not readable as TOML ({error})", where, "mend the line") from error
    unknown = found.keys() - {"sought", "requester", "consent"}
    if unknown:
        raise UnusableInput(f"unknown part '{min(unknown)}'", where, "use sought, requester and consent")
    sought = dict(found.get("sought", {}))
    taken = sought.pop("previous_steps", ())
    steps = tuple(_part(Step, step, f"{where}: sought.previous_steps") for step in taken)
    sought = {name: value for name, value in sought.items() if value not in ("", [])}
    sought.setdefault("names", [])
    who = _part(Sought, sought, f"{where}: sought", previous_steps=steps)
    asks = _part(Requester, {"name": "", "relation": "", **found.get("requester", {})}, f"{where}: requester")
    consents = tuple(_consent(given, f"{where}: consent") for given in found.get("consent", ()))
    return who, asks, consents


def check_covers(covers: tuple[str, ...], *, where: str) -> tuple[str, ...]:
    """The categories, if each is one.

    Raises:
        UnusableInput: one is not.
    """
    for category in covers:
        if category not in categories():
            raise UnusableInput(f"no category '{category}'", where, f"use: {', '.join(categories())}")
    return covers


def _consent(given: Mapping[str, Any], where: str) -> Consent:
    known = [purpose.value for purpose in Purpose]
    if given.get("purpose") not in known:
        raise UnusableInput(f"no purpose '{given.get('purpose')}'", where, f"use one of: {', '.join(known)}")
    recipient = str(given.get("recipient", "case"))
    if recipient not in {"case", *RECIPIENTS}:
        raise UnusableInput(f"no recipient '{recipient}'", where, f"use case or: {', '.join(RECIPIENTS)}")
    values = {"given_on": "", "informed": "", **given}
    values |= {"recipient": recipient, "purpose": Purpose(given["purpose"])}
    consent = _part(Consent, values, where)
    check_covers(consent.covers, where=where)
    return consent


def _part(kind: type[T], values: Mapping[str, Any], where: str, **more: Any) -> T:
    known = {field.name: str(field.type) for field in fields(kind)}  # type: ignore[arg-type]
    made: dict[str, Any] = dict(more)
    for name, value in values.items():
        if name not in known or name in more:
            raise UnusableInput(f"unknown field '{name}'", where, f"use: {', '.join(known)}")
        if known[name].startswith("tuple"):
            if not isinstance(value, list):
                raise UnusableInput(f"'{name}' must be a list", where, f'write {name} = ["…", "…"]')
            made[name] = tuple(str(one).strip() for one in value if str(one).strip())
        else:
            # TOML's own dates print as EDTF does.
            made[name] = value if isinstance(value, Purpose) else str(value).strip()
    return kind(**made)
