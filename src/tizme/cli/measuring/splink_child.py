"""Run as a process of its own: Splink with plain comparisons on anyascii names, the peer of `tizme link`.

Arguments: a Parquet list (id, name, born, place, each text or missing) and a folder; writes pairs.parquet and
clusters.parquet there, and prints one JSON object: what each step took, and the share of true pairs in the
blocks where a truth (id, person) is given as the third argument, outside the time that counts.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Any

from tizme.cli.measuring.name_peers import ascii_words

# Pairs below this probability are not written down; the scorer looks for the best threshold above.
KEEP = 0.001
CLUSTER_AT = 0.4  # the best of .2, .4, .6, .8, .9 on the list of a million: cluster F1 .721
RANDOM_PAIRS, SAMPLED_PAIRS = 4_000_000, 1_000_000
SEED = 7


def main(source: Path, out: Path, truth: str) -> None:
    import duckdb

    pa: Any = importlib.import_module("pyarrow")
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    started = perf_counter()
    db = duckdb.connect()
    rows = db.execute(f"SELECT id::VARCHAR id, name, born, place FROM '{source}'").to_arrow_table()  # noqa: S608
    words = [ascii_words(name or "") for name in rows["name"].to_pylist()]
    born = rows["born"].to_pylist()
    records = pa.table(
        {
            "unique_id": rows["id"],
            "two": pa.array([word_pairs(one) for one in words]),
            "two_begun": pa.array([word_pairs([word[:3] for word in one]) for one in words]),
            "words": pa.array([sorted(set(one)) or None for one in words]),
            "ordered": pa.array([" ".join(sorted(one)) or None for one in words]),
            "dob": pa.array([b if b and len(b) == 10 else None for b in born]),
            "year": pa.array([b[:4] if b else None for b in born]),
            "place": rows["place"],
        }
    )
    read = perf_counter() - started
    rules = blocking(block_on)
    linker = Linker(
        DuckDBAPI(connection=db).register(records),
        SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="unique_id",
            comparisons=comparisons(),
            blocking_rules_to_generate_predictions=rules,
            retain_matching_columns=False,
            retain_intermediate_calculation_columns=False,
        ),
        log_level=40,
    )
    train(linker, block_on)
    trained = perf_counter() - started
    predicted = linker.inference.predict(threshold_match_probability=KEEP)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, CLUSTER_AT)
    out.mkdir(parents=True, exist_ok=True)
    db.execute(
        f"COPY (SELECT unique_id_l left_id, unique_id_r right_id, match_probability probability "  # noqa: S608
        f"FROM {predicted.physical_name}) TO '{out / 'pairs.parquet'}' (FORMAT parquet)"
    )
    db.execute(
        f"COPY (SELECT unique_id id, cluster_id cluster FROM {clusters.physical_name}) "  # noqa: S608
        f"TO '{out / 'clusters.parquet'}' (FORMAT parquet)"
    )
    told = {"read_seconds": read, "trained_seconds": trained, "seconds": perf_counter() - started}
    if truth:
        counting = perf_counter()
        told["blocking_recall"] = blocking_recall(db, records, truth)
        told["counting_seconds"] = perf_counter() - counting
    json.dump(told, sys.stdout)


def word_pairs(words: Sequence[str]) -> list[str] | None:
    """Every two words of a name, in alphabetical order: it survives another order and a word left out."""
    return [" ".join(two) for two in combinations(sorted(set(words)), 2)] or None


# The worst Jaro-Winkler similarity of a word of the shorter name to its best word of the other.
_WORST = (
    "list_min(list_transform(CASE WHEN len(words_l) <= len(words_r) THEN words_l ELSE words_r END, "
    "lambda one: list_max(list_transform("
    "CASE WHEN len(words_l) <= len(words_r) THEN words_r ELSE words_l END, "
    "lambda other: jaro_winkler_similarity(one, other)))))"
)
WORD_LEVELS = (1.0, 0.92, 0.8)
TF_LEAST = 0.92  # levels from here on weigh a rare name more


def comparisons() -> list[Any]:
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl

    dob = cl.CustomComparison(
        output_column_name="born",
        comparison_levels=[
            cll.NullLevel("year"),
            cll.ExactMatchLevel("dob"),
            cll.DamerauLevenshteinLevel("dob", 1),
            cll.ExactMatchLevel("year"),
            cll.ElseLevel(),
        ],
    )
    name = cl.CustomComparison(
        output_column_name="name",
        comparison_levels=[
            cll.NullLevel("ordered"),
            cll.ExactMatchLevel("ordered", term_frequency_adjustments=True),
            *(
                cll.CustomLevel(f"{_WORST} >= {least}", f"every word {least}").configure(
                    tf_adjustment_column="ordered" if least >= TF_LEAST else None
                )
                for least in WORD_LEVELS
            ),
            cll.ElseLevel(),
        ],
    )
    return [name, dob, cl.ExactMatch("place")]


def blocking(block_on: Any) -> list[Any]:
    return [
        block_on("ordered"),
        block_on("two", arrays_to_explode=["two"]),
        block_on("dob"),
        block_on("two_begun", "year", arrays_to_explode=["two_begun"]),
    ]


def train(linker: Any, block_on: Any) -> None:
    rules = [block_on("ordered", "dob"), block_on("ordered", "year")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
    for rule in (block_on("ordered"), block_on("dob")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, record_sample_proportion=1.0, max_pairs=SAMPLED_PAIRS
        )


def blocking_recall(db: Any, records: Any, truth: str) -> float:
    """Share of the true pairs that meet one of the rules."""
    db.register("listed", records)
    db.execute(f"CREATE TEMP TABLE meant AS SELECT listed.*, person FROM listed "  # noqa: S608
               f"JOIN (SELECT id::VARCHAR id, person FROM '{truth}') t ON t.id = unique_id")  # fmt: skip
    rules = (
        "l.ordered = r.ordered", "list_has_any(l.two, r.two)", "l.dob = r.dob",
        "list_has_any(l.two_begun, r.two_begun) AND l.year = r.year",
    )  # fmt: skip
    met = " OR ".join(f"coalesce({rule}, false)" for rule in rules)
    found = db.execute(f"SELECT avg(({met})::INT) FROM meant l JOIN meant r "  # noqa: S608
                       f"ON l.person = r.person AND l.unique_id < r.unique_id").fetchone()  # fmt: skip
    return float(found[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
