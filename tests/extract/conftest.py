"""What the tests of extraction share."""

from __future__ import annotations

import pytest

from tizme.extract import evidence_weights


@pytest.fixture
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Classes of evidence as the rules give them, without the weights that may correct them."""
    monkeypatch.setattr(evidence_weights, "weight_table", dict)
