"""What the tests of extraction share."""

from __future__ import annotations

import numpy as np
import pytest

from tizme.extract import evidence_words


@pytest.fixture(autouse=True)
def rules_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Classes of evidence as the rules give them: a test of a rule shows what the rule says.

    With the words weighed too (as in use) where a test is marked ``with_words``; the gates always are.
    """
    if request.node.get_closest_marker("with_words") is None:
        nothing = np.zeros((1 << evidence_words.BITS, len(evidence_words.CLASSES)), np.float32)
        monkeypatch.setattr(evidence_words, "model", lambda: (nothing, nothing[0]))
