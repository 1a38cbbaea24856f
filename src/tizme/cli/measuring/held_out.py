"""Our probabilities on pairs that the weights have not seen: the fitting script's five folds."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from typing import Any

import tizme
from tizme.cli.measuring.name_peers import Missing

SCRIPT = "fit_name_weights.py"
_NAME = "tizme, five folds"


def held_out_probabilities(pairs: Path, count: int) -> list[float] | Missing:
    """For each row of the list, by weights that were fitted without its fifth; or why there are none.

    The script lies in the repository and not in the package: an installed tizme has no held-out figure.
    """
    path = Path(tizme.__file__).resolve().parents[2] / "scripts" / SCRIPT
    if not path.is_file():
        return Missing(_NAME, f"scripts/{SCRIPT} is not here: run from the repository")
    spec = importlib.util.spec_from_file_location("fit_name_weights", path)
    assert spec is not None and spec.loader is not None  # noqa: PT018  (a path ending in .py has both)
    script: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    if not hasattr(script, "held_out"):
        return Missing(_NAME, f"scripts/{SCRIPT} has no function held_out(path)")
    found = [float(value) for value in script.held_out(pairs)][:count]
    if any(value < 0 or value > 1 for value in found):  # logits
        return [1 / (1 + math.exp(-max(-60.0, min(60.0, value)))) for value in found]
    return found
