"""The road to the front that several claims together tell of, though no words name it.

"Отбывал срок в ИК-17. Осенью ушёл в «Шторм»": recruited in prison.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tizme.extract.draft import Draft

# What shows that somebody went to the war.
_AT_WAR = frozenset({"unit", "deployed", "deployed.place", "recruited", "contract_signed", "captured"})
# Whoever is tried or has come home may sit in prison for having been there.
_AFTERWARDS = frozenset({"sentenced", "charged", "returned", "exchanged"})
_KNOWN = frozenset({"prison_recruitment", "prison_amnesty"})


def roads_told_together(drafts: Sequence[Draft]) -> list[Draft]:
    """The pathways that follow from what else is claimed of a person, at the words that tell it."""
    of_person: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.who.role == "subject" and draft.polarity == "affirmed":
            of_person[draft.who.id].append(draft)
    found: list[Draft] = []
    for told in of_person.values():
        props = {d.property for d in told}
        roads = {d.value for d in told if d.property == "pathway"}
        jailed = next((d for d in told if d.property == "prison"), None)
        if jailed is not None and props & _AT_WAR and not props & _AFTERWARDS and not roads & _KNOWN:
            found.append(_road(jailed, "prison_recruitment"))
    return found


def _road(draft: Draft, pathway: str) -> Draft:
    return Draft(draft.who, "pathway", pathway, draft.start, draft.stop, draft.sentence, at=draft.at)


def forced_to_sign(drafts: list[Draft]) -> list[Draft]:
    """ "Келишимге кол койдурушту": who was made to sign was coerced, by the same words."""
    told = {d.who.id for d in drafts if d.property == "coercion"}
    first: dict[str, Draft] = {}
    for draft in drafts:
        forced = draft.property == "pathway" and draft.value == "coerced_contract"
        if forced and draft.polarity == "affirmed" and draft.who.id not in told:
            first.setdefault(draft.who.id, draft)
    return [replace(draft, property="coercion", value="true") for draft in first.values()]
