"""Our probabilities on pairs that the weights have not seen: the fitting script's five folds."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tizme
from tizme.cli.measuring.name_peers import Missing

SCRIPT = "fit_name_weights.py"
_NAME = "tizme, five folds"


def held_out_probabilities(rows: Sequence[dict[str, str]]) -> list[float] | Missing:
    """For each row of the list, by weights that were fitted without its fifth; or why there are none.

    The script lies in the repository and not in the package: an installed tizme has no held-out figure.
    """
    path = Path(tizme.__file__).resolve().parents[2] / "scripts" / SCRIPT
    spec = importlib.util.spec_from_file_location("fit_name_weights", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return Missing(_NAME, f"scripts/{SCRIPT} is not here: run from the repository")
    script: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script  # its dataclasses look there for their annotations
    spec.loader.exec_module(script)
    if not hasattr(script, "held_out") or not hasattr(script, "examples"):
        return Missing(_NAME, f"scripts/{SCRIPT} has no functions examples(rows) and held_out(examples)")
    return [float(chance) for chance in script.held_out(script.examples(list(rows)))[: len(rows)]]
