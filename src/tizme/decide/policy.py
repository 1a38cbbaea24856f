"""Policies: what each fate needs, read from versioned tables.

Nothing here knows what any policy says. A policy is a YAML under ``tables/status/`` (docs/policies.md
explains every key); a house may hand in its own file in the same shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from tizme.model import (
    BadTable,
    Evidence,
    Fate,
    Interest,
    SourceKind,
    UnusableInput,
    canonical_json,
    sha256_hex,
)
from tizme.tables import rows, table_root, tree


@dataclass(frozen=True, slots=True)
class SourceTest:
    """Matches a source by kind and interest; "" matches any."""

    kind: str = ""
    interest: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """One way to reach a fate.

    Attributes:
        code: The reason's code when the need is met.
        says: Signals, any of which counts.
        evidence: Classes that count.
        sources: How many independent sources it takes.
        of_which_evidence, of_which: So many of them must have one of these classes.
        came_from: What the source counts as (source_kinds.csv), empty for any.
        open, open_of_which: Codes of what is still wanting, "" to say nothing.
    """

    code: str
    says: frozenset[str]
    evidence: frozenset[str]
    sources: int = 1
    of_which_evidence: frozenset[str] = frozenset()
    of_which: int = 0
    came_from: frozenset[str] = frozenset()
    named_source: bool = False
    not_from: tuple[SourceTest, ...] = ()
    open: str = ""
    open_of_which: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy table, checked.

    Attributes:
        fates: In the order in which they are tried; the first that holds is the fate.
        signals: The table that says which properties say what.
        digest: SHA-256 over the policy and its signals.
    """

    name: str
    version: int
    source: str
    fates: tuple[str, ...]
    needs: Mapping[str, tuple[Need, ...]]
    signals: Mapping[str, Any]
    document_chain_at_most: int
    unnamed_speakers_are_one: bool
    joined_certainty_at_least: float
    life_open: frozenset[str]
    life_later: frozenset[str]
    life_polarity: Mapping[str, str]
    denial_evidence: frozenset[str]
    weak: frozenset[str]
    denial_overtakes: Mapping[str, frozenset[str]]
    digest: str

    @property
    def id(self) -> str:
        """Name and version, e.g. "two-sources@1"."""
        return f"{self.name}@{self.version}"


def policy_names() -> tuple[str, ...]:
    """The shipped policies, the default first."""
    found = sorted(path.stem for path in (table_root() / "status").glob("*.yaml"))
    mine = [name for name in found if "fates" in tree(f"status/{name}.yaml")]
    return tuple(sorted(mine, key=lambda name: (name != "two-sources", name)))


@cache
def load_policy(name: str) -> Policy:
    """The shipped policy of that name, e.g. "two-sources"; "two-sources@1" asks for that version.

    Raises:
        UnusableInput: there is no such policy, or not in that version.
        BadTable: its table cannot be used.
    """
    wanted, _, version = name.partition("@")
    if wanted not in policy_names():
        raise UnusableInput(f"no policy '{wanted}'", "policy", f"use one of: {', '.join(policy_names())}")
    policy = read_policy(tree(f"status/{wanted}.yaml"), path=f"status/{wanted}.yaml")
    if version and version != str(policy.version):
        raise UnusableInput(
            f"policy '{wanted}' is shipped as version {policy.version}, not {version}",
            "policy",
            "use that one",
        )
    return policy


def load_policy_file(path: Path) -> Policy:
    """A house's own policy, a YAML in the shape of the shipped ones.

    Raises:
        BadTable: it is not YAML, or a key is missing or cannot be used.
    """
    try:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        raise BadTable(
            str(path), error.problem_mark.line + 1 if error.problem_mark else 1, str(error.problem)
        ) from error
    return read_policy(table, path=str(path))


def read_policy(table: Mapping[str, Any], *, path: str) -> Policy:
    """Check a policy table and give it back as a value.

    Raises:
        BadTable: a key is missing, or names a class, fate, signal or kind that does not exist.
    """
    try:
        signals = tree(table["signals"])
        known = _known_signals(signals)
        fates = tuple(table["fates"])
        against, overtakes = table["against_dead"], table["overtakes"]
        policy = Policy(
            name=table["name"],
            version=int(table["version"]),
            source=table["source"],
            fates=fates,
            needs={fate: tuple(_need(need, known, path) for need in table[fate]) for fate in fates},
            signals=signals,
            document_chain_at_most=int(table["document_chain_at_most"]),
            unnamed_speakers_are_one=bool(table["unnamed_speakers_are_one"]),
            joined_certainty_at_least=float(table["joined_certainty_at_least"]),
            life_open=_evidence(against["life"]["open"], path),
            life_later=_evidence(against["life"]["later"], path),
            life_polarity=dict(against["life_polarity"]),
            denial_evidence=_evidence(against["denial"], path),
            weak=_evidence(overtakes["weak"], path),
            denial_overtakes={str(k): _evidence(v, path) for k, v in overtakes["denial"].items()},
            digest=sha256_hex(canonical_json([table, signals]).encode()),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise BadTable(path, 1, f"not a policy table ({type(error).__name__}: {error})") from error
    for fate in fates:
        if fate not in set(Fate):
            raise BadTable(path, 1, f"no fate '{fate}'")
    return policy


def _need(table: Mapping[str, Any], known: frozenset[str], path: str) -> Need:
    of_which = table.get("of_which", {})
    says = frozenset(table["says"])
    if says - known:
        raise BadTable(path, 1, f"no signal '{min(says - known)}' in need '{table['code']}'")
    return Need(
        code=table["code"],
        says=says,
        evidence=_evidence(table["evidence"], path),
        sources=int(table.get("sources", 1)),
        of_which_evidence=_evidence(of_which.get("evidence", ()), path),
        of_which=int(of_which.get("sources", 0)),
        came_from=frozenset(table.get("from", ())),
        named_source=bool(table.get("named_source", False)),
        not_from=tuple(_source_test(test, path) for test in table.get("not_from", ())),
        open=table.get("open", ""),
        open_of_which=table.get("open_of_which", ""),
    )


def _source_test(table: Mapping[str, str], path: str) -> SourceTest:
    test = SourceTest(kind=table.get("kind", ""), interest=table.get("interest", ""))
    if test.kind not in {"", *SourceKind} or test.interest not in {"", *Interest} or test == SourceTest():
        raise BadTable(path, 1, f"not_from holds no kind or interest that exists: {dict(table)}")
    return test


def _evidence(classes: Any, path: str) -> frozenset[str]:
    found = frozenset(classes)
    if found - set(Evidence):
        raise BadTable(path, 1, f"no evidence class '{min(found - set(Evidence))}'")
    return found


def _known_signals(signals: Mapping[str, Any]) -> frozenset[str]:
    return frozenset({*signals["says"], *signals["says_by_value"], "spoke", "denial"})


@lru_cache(maxsize=1)
def counts_as() -> dict[str, str]:
    """Kind of source -> what a policy's "from" calls it."""
    table = {row["kind"]: row for row in rows("status/source_kinds.csv", "kind", "counts_as")}
    for kind in SourceKind:
        if kind not in table:
            raise BadTable("status/source_kinds.csv", 1, f"no row for kind '{kind}'")
    return {kind: row["counts_as"] for kind, row in table.items()}
