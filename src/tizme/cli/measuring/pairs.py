"""Name comparison over annotated pairs, scored by bench/score_names.py, beside other ways to compare."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tizme import names
from tizme.cli.measuring.calibration import Bin, reliability
from tizme.cli.measuring.held_out import held_out_probabilities
from tizme.cli.measuring.name_peers import Missing, NamePair, Peer, Scored, name_peers
from tizme.cli.measuring.name_speed import BatchSpeed, ColdSpeed, batch_speed, cold_speed, one_core
from tizme.cli.measuring.patronymics import EXAMPLES, PatronymicTest, patronymic_test
from tizme.cli.measuring.shared import file_digest, part_of, room_rule, run_scorer

SCORER = "score_names.py"
OURS = "tizme names compare"
HELD_OUT = "tizme, five folds"
# Strata that hold spellings which people really wrote; scored together as a stratum of its own.
REAL, REAL_STRATA = "real strata", ("eu", "ep", "ofac")
IN_SAMPLE = "in-sample: the weights were fitted on these pairs"
NOT_SEEN = "held out: weights fitted on four fifths, scored on the fifth not seen; features chosen on all"
NOT_FITTED = "not fitted on these pairs"
# Invented pairs, as many as a batch.
_WARM_UP = [
    *(pair for pair in EXAMPLES.values() for _ in range(100)),
    ("Tokoev Aibek «Sokol», 1990", "Токоев А. (Сокол)"),
]
Row = dict[str, str]
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Method:
    """One way to compare, scored.

    Attributes:
        strata: Stratum ("all" first, "real strata" second) -> the scorer's measures.
        fitted: What its figures are worth: in-sample, held out, or not fitted.
        seconds: For all pairs on one core, tables loaded before; None where the run was not for speed.
        reasons: Whether it says why as well.
    """

    name: str
    strata: dict[str, dict[str, float]]
    fitted: str
    seconds: float | None
    reasons: bool = False


@dataclass(frozen=True, slots=True)
class NamesMeasured:
    """Name comparison, measured; ``methods`` begins with ours."""

    rule: str
    corpus: str
    corpus_sha256: str
    scorer_sha256: str
    pairs: int
    methods: tuple[Method, ...]
    missing: tuple[Missing, ...]
    cold: ColdSpeed
    batch: BatchSpeed | None
    patronymics: PatronymicTest | None
    reliability: tuple[Bin, ...]
    reliability_of: str


def measure_names(shared: Path, *, peers: bool = True, tell: Tell = lambda _line: None) -> NamesMeasured:
    """Compare every pair of the development list and have it scored.

    Args:
        peers: Whether the other ways to compare are run too; the gates need ours alone.
        tell: Hears what is being done.

    Raises:
        UnusableInput: the list or its scorer is missing.
    """
    gold = part_of(shared, "data", "names", "pairs_dev.tsv")
    with gold.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    pairs = [(row["left"], row["left_lang"], row["right"], row["right_lang"]) for row in rows]
    tell(f"comparing {len(pairs):,} pairs")
    ours = Peer(OURS, our_probabilities, reasons=True)
    probabilities, cold = cold_speed(pairs, ours.scores)
    methods = [
        Method(OURS, _scored(shared, gold, rows, probabilities), IN_SAMPLE, cold.seconds, reasons=True)
    ]
    missing: list[Missing] = []
    tell("fitting on four fifths, five times")
    unseen = held_out_probabilities(rows)
    if isinstance(unseen, Missing):
        missing.append(unseen)
    else:
        methods.append(Method(HELD_OUT, _scored(shared, gold, rows, unseen), NOT_SEEN, None))
    ready: list[Peer] = []
    for peer in name_peers() if peers else ():
        if isinstance(peer, Missing):
            missing.append(peer)
            continue
        tell(f"the same pairs with {peer.name}")
        ready.append(peer)
        with one_core():
            found, seconds = peer.scores(pairs)
        scored = _scored(shared, gold, rows, found)
        methods.append(Method(peer.name, scored, NOT_FITTED, seconds, reasons=peer.reasons))
    tell("speed of the score-only batch; patronymics")
    shown = probabilities if isinstance(unseen, Missing) else unseen
    return NamesMeasured(
        rule=room_rule("names"), corpus=str(gold), corpus_sha256=file_digest(gold),
        scorer_sha256=file_digest(part_of(shared, "bench", SCORER)), pairs=len(pairs),
        methods=tuple(methods), missing=tuple(missing), cold=cold,
        batch=batch_speed(pairs) if peers else None,
        patronymics=patronymic_test(pairs, [ours, *ready]),
        reliability=reliability(shown, [row["label"] == "1" for row in rows]),
        reliability_of=OURS if isinstance(unseen, Missing) else HELD_OUT,
    )  # fmt: skip


def our_probabilities(pairs: Sequence[NamePair]) -> Scored:
    """What `tizme names compare` says of the pairs, reasons made too."""
    # Loads the tables of both alphabets and the compiled loops before the clock starts.
    list(names.compare_many(_WARM_UP))
    started = perf_counter()
    found = [one.probability for one in names.compare_many((left, right) for left, _, right, _ in pairs)]
    return found, perf_counter() - started


def _scored(
    shared: Path, gold: Path, rows: Sequence[Row], probabilities: Sequence[float]
) -> dict[str, dict[str, float]]:
    whole = _strata(shared, gold, rows, probabilities)
    real = [at for at, row in enumerate(rows) if row["stratum"] in REAL_STRATA]
    if not real:
        return whole
    with TemporaryDirectory(prefix="tizme-measure-") as folder:
        some = Path(folder) / "real.tsv"
        with some.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter="\t")
            writer.writeheader()
            writer.writerows(rows[at] for at in real)
        own = _strata(shared, some, [rows[at] for at in real], [probabilities[at] for at in real])
    return {"all": whole.pop("all"), REAL: own["all"], **whole}


def _strata(
    shared: Path, gold: Path, rows: Sequence[Row], probabilities: Sequence[float]
) -> dict[str, dict[str, float]]:
    """The scorer prints "stratum {measures}" a line, as Python writes a dict, and last a JSON summary."""
    with TemporaryDirectory(prefix="tizme-measure-") as folder:
        path = Path(folder) / "scored.tsv"
        # Six digits: what the verb `tizme names compare` writes.
        lines = [f"{row['id']}\t{p:.6f}\n" for row, p in zip(rows, probabilities, strict=True)]
        path.write_text("id\tprobability\n" + "".join(lines), encoding="utf-8")
        told = run_scorer(shared, SCORER, "pairs", str(gold), str(path))
    strata: dict[str, dict[str, float]] = {}
    for line in told[:-1]:
        stratum, _, measures = line.partition(" ")
        found: dict[str, Any] = json.loads(measures.replace("'", '"'))
        strata[stratum] = found
    return strata


__all__ = [
    "HELD_OUT",
    "OURS",
    "REAL",
    "Method",
    "NamePair",
    "NamesMeasured",
    "measure_names",
    "our_probabilities",
]
