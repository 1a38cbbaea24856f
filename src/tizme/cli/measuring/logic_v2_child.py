"""Run by a Python that has nomenklatura, never imported: scores the pairs of standard input by logic-v2.

Reads one JSON list of [left, right] from standard input; writes {"scores": [...], "seconds": s} to standard
output, the seconds without start and import.
"""

from __future__ import annotations

import importlib
import json
import sys
from time import perf_counter
from typing import Any


def main() -> None:
    model: Any = importlib.import_module("followthemoney").model
    logic: Any = importlib.import_module("nomenklatura.matching.logic_v2.model").LogicV2
    config = logic.default_config()

    def person(number: int, name: str) -> Any:
        return model.get_proxy({"id": str(number), "schema": "Person", "properties": {"name": [name]}})

    pairs = json.load(sys.stdin)
    logic.compare(person(0, "Aibek Asanov"), person(1, "Айбек Асанов"), config)  # loads its tables
    started = perf_counter()
    scores = [
        logic.compare(person(2 * at, left), person(2 * at + 1, right), config).score
        for at, (left, right) in enumerate(pairs)
    ]
    json.dump({"scores": scores, "seconds": perf_counter() - started}, sys.stdout)


if __name__ == "__main__":
    main()
