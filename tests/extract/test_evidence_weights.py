"""Weights correct the class of evidence that rules gave, and keep away from what could call a man dead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tizme.extract import evidence_weights, extract_document, extract_text
from tizme.extract.evidence_weights import CLASSES, spoke_for, weight_table
from tizme.model import Document, Source, SourceKind
from tizme.tables import rows, tree

_NEWS = (
    "Житель Джалал-Абада Нурлан Асанов, 34 года, погиб под Бахмутом 3 мая 2023 года. "
    "Тело похоронили в родном селе. Его земляк Тимур Садыков вернулся домой живым в июне."
)
_SAID = "Нурлан Асанов, 34 года, погиб под Бахмутом 3 мая 2023 года, ходят слухи в селе. Он повар."


def _speaking_for(evidence: str) -> dict[str, tuple[float, ...]]:
    return {"any": tuple(100.0 if c == evidence else 0.0 for c in CLASSES)}


def _classes(text: str, *roots: str) -> set[str]:
    found = extract_text(text, lang="ru", published="2023-07-01")
    got = {c.evidence.value for c in found.claims if c.property.split(".")[0] in roots}
    assert got, f"no claim of {roots}"
    return got


def test_weights_change_a_class_where_they_speak_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _classes(_NEWS, "age") == {"press"}
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: _speaking_for("hearsay"))
    assert _classes(_NEWS, "age", "died") == {"hearsay"}


def test_weights_leave_the_rules_answer_where_another_is_hardly_likelier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: {"any": (0.0, 0.0, 0.6, 0.0, 0.0)})
    assert _classes(_NEWS, "age") == {"press"}


@pytest.mark.parametrize("evidence", ["official", "document"])
def test_safety_no_office_and_no_document_comes_in_by_weights(
    evidence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office or a document suffices to call somebody dead."""
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: _speaking_for(evidence))
    assert _classes(_NEWS, "died", "buried", "age") == {"press"}


@pytest.mark.parametrize("evidence", ["press", "direct", "official", "document"])
def test_safety_rumour_of_a_death_stays_a_rumour(evidence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sources call somebody dead if one of them is more than hearsay."""
    assert _classes(_SAID, "died") == {"hearsay"}
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: _speaking_for(evidence))
    assert _classes(_SAID, "died") == {"hearsay"}


def test_safety_word_of_a_life_is_never_weakened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: _speaking_for("hearsay"))
    assert _classes(_NEWS, "returned") == {"press"}


def test_safety_all_that_policies_take_for_a_death_or_a_life_is_marked_so() -> None:
    says = tree("status/signals-1.yaml")["says"]
    may = {r["property"]: r["may"] for r in rows("extract/evidence_properties.csv", "property", "may")}
    for signal, mark in (
        *((s, "lower") for s in ("death", "burial", "identified", "repatriated", "death_report", "grave")),
        *((s, "raise") for s in ("life", "life_on_a_day")),
    ):
        assert {may[p.split(".")[0]] for p in says[signal]} == {mark}, signal


def test_a_source_that_the_case_names_is_not_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: _speaking_for("hearsay"))
    document = Document("text/plain", _NEWS)
    source = Source("Военкомат", SourceKind.OFFICIAL)
    found = extract_document(document, item="", published="2023-07-01", source=source, lang="ru")
    assert {c.evidence.value for c in found.claims if c.property == "age"} == {"official"}


def test_what_spoke_for_a_class_is_told_loudest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"quoted": (1.0, 0.0, 0.0, 0.0, 0.0), "named": (0.0, 0.0, 0.0, 0.0, 2.0)}
    monkeypatch.setattr(evidence_weights, "weight_table", lambda: table)
    assert spoke_for(["quoted", "named", "unheard"], "direct", against="press") == [
        ("named", -2.0),
        ("quoted", 1.0),
    ]


def test_every_weight_belongs_to_a_feature_that_is_looked_at() -> None:
    """A renamed feature would leave its weight without a voice, and nobody would notice."""
    text = (Path(evidence_weights.__file__)).read_text(encoding="utf-8")
    for feature in weight_table():
        assert feature.split("=")[0].split(" ")[0] in text, feature
