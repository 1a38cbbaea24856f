"""Name comparison over annotated pairs, scored by bench/score_names.py, beside a string measure."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tizme import names
from tizme.cli.measuring.shared import file_digest, part_of, room_rule, run_scorer

SCORER = "score_names.py"
Pair = dict[str, str]
# Row of the result -> what it is; the first is the one we answer for.
OURS = "tizme names compare"
PEER = "rapidfuzz WRatio"
PEER_LATIN = "WRatio over our Latin forms"


@dataclass(frozen=True, slots=True)
class Method:
    """One way to compare, scored. ``strata``: stratum ("all" first) -> the scorer's measures."""

    name: str
    strata: dict[str, dict[str, float]]
    seconds: float


@dataclass(frozen=True, slots=True)
class NamesMeasured:
    """Name comparison, measured; ``methods`` begins with ours."""

    rule: str
    corpus: str
    corpus_sha256: str
    scorer_sha256: str
    pairs: int
    methods: tuple[Method, ...]


def measure_names(shared: Path) -> NamesMeasured:
    """Compare every pair of the development list and have it scored.

    Raises:
        UnusableInput: the list or its scorer is missing.
    """
    gold = part_of(shared, "data", "names", "pairs_dev.tsv")
    with gold.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    methods = tuple(
        _scored(shared, gold, pairs, name, one)
        for name, one in ((OURS, _ours), (PEER, _peer), (PEER_LATIN, _peer_over_latin))
    )
    return NamesMeasured(
        rule=room_rule("names"), corpus=str(gold), corpus_sha256=file_digest(gold),
        scorer_sha256=file_digest(part_of(shared, "bench", SCORER)), pairs=len(pairs), methods=methods,
    )  # fmt: skip


def _ours(pair: Pair) -> float:
    found = names.compare(
        pair["left"], pair["right"], left_lang=pair["left_lang"], right_lang=pair["right_lang"]
    )
    return found.probability


def _peer(pair: Pair) -> float:
    from rapidfuzz import fuzz, utils

    return fuzz.WRatio(pair["left"], pair["right"], processor=utils.default_process) / 100


def _peer_over_latin(pair: Pair) -> float:
    """Tells what the weights add from what writing both names in one alphabet adds."""
    from rapidfuzz import fuzz

    left, right = (" ".join(map(names.canon, pair[side].split())) for side in ("left", "right"))
    return fuzz.WRatio(left, right) / 100


def _scored(shared: Path, gold: Path, pairs: list[Pair], name: str, one: Callable[[Pair], float]) -> Method:
    one(pairs[0])  # loads the tables before the clock starts
    started = perf_counter()
    probabilities = [one(pair) for pair in pairs]
    seconds = perf_counter() - started
    with TemporaryDirectory(prefix="tizme-measure-") as folder:
        path = Path(folder) / "scored.tsv"
        # Six digits: what the verb `tizme names compare` writes.
        lines = [f"{pair['id']}\t{p:.6f}\n" for pair, p in zip(pairs, probabilities, strict=True)]
        path.write_text("id\tprobability\n" + "".join(lines), encoding="utf-8")
        lines = run_scorer(shared, SCORER, "pairs", str(gold), str(path))
    return Method(name, _strata(lines), seconds)


def _strata(lines: list[str]) -> dict[str, dict[str, float]]:
    """The scorer prints "stratum {measures}" a line, as Python writes a dict, and last a JSON summary."""
    strata: dict[str, dict[str, float]] = {}
    for line in lines[:-1]:
        stratum, _, measures = line.partition(" ")
        found: dict[str, Any] = json.loads(measures.replace("'", '"'))
        strata[stratum] = found
    return strata
