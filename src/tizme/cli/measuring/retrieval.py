"""Search of lists of names: `tizme index` and `tizme trace`, and other engines, each in its own process."""

from __future__ import annotations

import csv
import json
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tizme.cli.measuring.child import run_alone
from tizme.cli.measuring.name_peers import EXTRA, Missing
from tizme.cli.measuring.releases import LISTED_ON, make_releases
from tizme.cli.measuring.shared import file_digest, part_of, run_scorer
from tizme.cli.measuring.synthetic import write_records

SCORER = "score_names.py"
OURS = "tizme trace"
# What is shown -> (the child's word for it, the module that it needs, whether it is slow: then on a sample).
PEERS = {
    "tantivy, trigrams": ("tantivy", "tantivy", False),
    "tantivy, 2- and 3-grams": ("tantivy-2-3", "tantivy", False),
    "tantivy, 100 trigram hits aligned": ("tantivy-ranked", "tantivy", False),
    "rapidfuzz WRatio scan": ("wratio", "rapidfuzz", True),
    "SQLite FTS5 trigram": ("fts5", "sqlite3", True),
}
_SAMPLE_SEED = 7
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Searched:
    """One way to search one list, scored.

    Attributes:
        queries: How many were asked (slow ways are asked a sample).
        recall_1, recall_10: Share of the queries whose first, or one of whose first ten, is right.
        mean_ms, p50_ms, p95_ms: For one query, as the way itself tells, its index opened before.
        index_seconds: For the whole process that makes the index (ours) or for making it (others).
        peak_gib: The most memory of the processes. failed: why there are no figures.
    """

    method: str
    queries: int = 0
    recall_1: float = 0.0
    recall_10: float = 0.0
    mean_ms: float = 0.0
    p50_ms: float = 0.0
    p95_ms: float = 0.0
    index_seconds: float = 0.0
    peak_gib: float = 0.0
    failed: str = ""


@dataclass(frozen=True, slots=True)
class ListSearched:
    """One list and its queries, by every way."""

    name: str
    rows: int
    methods: tuple[Searched, ...]


@dataclass(frozen=True, slots=True)
class TraceMeasured:
    """Search, measured. ``missing``: the ways that were not run."""

    corpus: str
    corpus_sha256: str
    queries_sha256: str
    scorer_sha256: str
    lists: tuple[ListSearched, ...]
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class _Search:
    """A list to search (Parquet), its queries (TSV) and the scorer's file of right answers."""

    name: str
    rows: int
    source: Path
    queries: Path
    truth: Path
    on: str = ""  # the day to which ages refer
    plain: Path | None = None  # what the peers read (id, name), where it is another file


def measure_trace(
    shared: Path,
    *,
    rows: int | None,
    sample: int,
    peers: bool = True,
    releases: bool = True,
    tell: Tell = lambda _line: None,
) -> TraceMeasured:
    """Search the list of a million, or of ``rows`` rows, and two made releases of one list.

    Args:
        rows: Fewer than the list holds: what the queries ask for, and others up to so many. More: made-up
            people are added, among whom namesakes of the right ones count as wrong.
        sample: How many queries the slow ways are asked.
        releases: Whether the two releases are made and searched.

    Raises:
        UnusableInput: a list or the scorer is missing.
    """
    corpus = part_of(shared, "data", "names", "retrieval_corpus.parquet")
    queries = part_of(shared, "data", "names", "retrieval_queries_dev.tsv")
    missing: list[Missing] = []
    with TemporaryDirectory(prefix="tizme-measure-") as name:
        folder = Path(name)
        tell("writing the list and its queries")
        ways = dict(_ready(missing)) if peers else {}
        whole = _corpus(shared, corpus, queries, folder, rows)
        found = [_searched(shared, whole, ways, folder, sample=sample, tell=tell)]
        if releases:
            tell("making two releases of one list")
            for one in _releases(shared, folder):
                found.append(_searched(shared, one, ways, folder, sample=sample, tell=tell))  # noqa: PERF401
    return TraceMeasured(
        str(corpus), file_digest(corpus), file_digest(queries), file_digest(part_of(shared, "bench", SCORER)),
        tuple(found), tuple(missing),
    )  # fmt: skip


def _ready(missing: list[Missing]) -> Iterable[tuple[str, tuple[str, bool]]]:
    import importlib

    for name, (way, module, slow) in PEERS.items():
        try:
            importlib.import_module(module)
            importlib.import_module("anyascii")
        except ImportError as error:
            missing.append(Missing(name, f"{error}; {EXTRA}"))
        else:
            yield name, (way, slow)


def _corpus(shared: Path, corpus: Path, queries: Path, folder: Path, rows: int | None) -> _Search:
    import duckdb

    with queries.open(encoding="utf-8", newline="") as file:
        asked = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    _write_tsv(
        folder / "queries.tsv",
        ("query_id", "name", "lang"),
        ((one["qid"], one["query"], one["lang"]) for one in asked),
    )
    source = folder / "corpus.parquet"
    with duckdb.connect() as db:
        held = int(db.execute(f"SELECT count(*) FROM '{corpus}'").fetchone()[0])  # noqa: S608
        if rows is None or rows == held:
            return _Search("retrieval_corpus", held, corpus, folder / "queries.tsv", queries)
        if rows > held:
            write_records(shared, folder / "more.parquet", count=rows - held, columns=("id", "name"))
            db.execute(
                f"COPY (SELECT id::VARCHAR id, name FROM '{corpus}' UNION ALL "  # noqa: S608
                f"SELECT 'made-' || id, name FROM '{folder / 'more.parquet'}') TO '{source}' (FORMAT parquet)"
            )
            (folder / "more.parquet").unlink()
            return _Search(
                "retrieval_corpus with made-up people", rows, source, folder / "queries.tsv", queries
            )
        wanted = sorted({int(i) for one in asked for i in one["target_ids"].split(",")})
        db.execute("CREATE TABLE wanted AS SELECT unnest(?::BIGINT[]) AS id", [wanted])
        db.execute(
            f"COPY (SELECT id, name FROM '{corpus}' ORDER BY id NOT IN (FROM wanted), id LIMIT {rows}) "  # noqa: S608
            f"TO '{source}' (FORMAT parquet)"
        )
    return _Search("part of retrieval_corpus", rows, source, folder / "queries.tsv", queries)


def _releases(shared: Path, folder: Path) -> Iterable[_Search]:
    """The second release asked of the first: names alone, then with birth date and age."""
    made = make_releases(shared, folder)
    _write_tsv(
        folder / "truth.tsv", ("qid", "target_ids"), ((one.query_id, one.official_id) for one in made.asked)
    )
    alone = [(one.query_id, one.name, one.lang) for one in made.asked]
    _write_tsv(folder / "alone.tsv", ("query_id", "name", "lang"), alone)
    more = [(one.query_id, one.name, one.lang, one.born, one.age) for one in made.asked]
    _write_tsv(folder / "more.tsv", ("query_id", "name", "lang", "born", "age"), more)
    for name, file in (("names alone", "alone.tsv"), ("with birth date and age", "more.tsv")):
        label = f"two made releases of one list, {name}"
        yield _Search(
            label, made.rows, made.source, folder / file, folder / "truth.tsv", LISTED_ON, made.plain
        )


def _searched(
    shared: Path,
    one: _Search,
    ways: dict[str, tuple[str, bool]],
    folder: Path,
    *,
    sample: int,
    tell: Tell,
) -> ListSearched:
    tell(f"{one.name}: {one.rows:,} rows with {OURS}")
    methods = [_ours(shared, one, folder)]
    few, few_truth = folder / "sample.tsv", folder / "sample-truth.tsv"
    _sample(one, few, few_truth, sample)
    for name, (way, slow) in ways.items():
        if slow and one.rows > 2_000_000:
            methods.append(Searched(name, failed="not run on so long a list: seconds for each query"))
            continue
        tell(f"{one.name}: the same with {name}")
        queries, truth = (few, few_truth) if slow else (one.queries, one.truth)
        methods.append(_peer(shared, name, way, one.plain or one.source, queries, truth, folder))
    return ListSearched(one.name, one.rows, tuple(methods))


def _ours(shared: Path, one: _Search, folder: Path) -> Searched:
    tizme = [sys.executable, "-W", "ignore", "-m", "tizme"]
    index, answers = folder / "index", folder / "answers.jsonl"
    _empty(index)
    published, on = (["--published", one.on], ["--on", one.on]) if one.on else ([], [])
    made = run_alone([*tizme, "index", str(one.source), "--out", str(index), *published])
    if made.error:
        return Searched(OURS, failed=made.error)
    asked = run_alone(
        [*tizme, "trace", "--in", str(index), "--query", str(one.queries), "--format", "json", *on]
    )
    if asked.error:
        return Searched(OURS, failed=asked.error)
    answers.write_text(asked.said, encoding="utf-8")
    peak = max(made.peak_bytes, asked.peak_bytes)
    return _scored(shared, OURS, one.truth, answers, made.seconds, peak)


def _peer(
    shared: Path, name: str, way: str, source: Path, queries: Path, truth: Path, folder: Path
) -> Searched:
    answers = folder / "answers.jsonl"
    child = [sys.executable, "-W", "ignore", "-m", "tizme.cli.measuring.search_child"]
    ran = run_alone([*child, way, str(source), str(queries), str(answers)])
    if ran.error:
        return Searched(name, failed=ran.error)
    seconds = json.loads(ran.said.splitlines()[-1])["index_seconds"]
    return _scored(shared, name, truth, answers, seconds, ran.peak_bytes)


def _scored(
    shared: Path, method: str, truth: Path, answers: Path, index_seconds: float, peak_bytes: int
) -> Searched:
    told: dict[str, Any] = json.loads(run_scorer(shared, SCORER, "retrieval", str(truth), str(answers))[-1])
    with answers.open(encoding="utf-8") as lines:
        took = [float(json.loads(line).get("elapsed_ms") or 0) for line in lines if line.startswith("{")]
    return Searched(
        method=method, queries=told["queries"], recall_1=told["recall@1"], recall_10=told["recall@10"],
        mean_ms=sum(took) / max(1, len(took)), p50_ms=told["ms_p50"] or 0.0, p95_ms=told["ms_p95"] or 0.0,
        index_seconds=index_seconds, peak_gib=peak_bytes / 2**30,
    )  # fmt: skip


def _sample(one: _Search, queries: Path, truth: Path, count: int) -> None:
    """So many of the queries, and their right answers, by a fixed seed."""
    header, *lines = one.queries.read_text(encoding="utf-8").splitlines()
    some = random.Random(_SAMPLE_SEED).sample(lines, min(count, len(lines)))  # noqa: S311  (a sample, no secret)
    queries.write_text("\n".join([header, *some]) + "\n", encoding="utf-8")
    kept = {line.split("\t", 1)[0] for line in some}
    header, *lines = one.truth.read_text(encoding="utf-8").splitlines()
    right = [line for line in lines if line.split("\t", 1)[0] in kept]
    truth.write_text("\n".join([header, *right]) + "\n", encoding="utf-8")


def _write_tsv(path: Path, header: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines("\t".join(line) + "\n" for line in (header, *lines))


def _empty(folder: Path) -> None:
    """An index of the list before would be added to."""
    import shutil

    if folder.exists():
        shutil.rmtree(folder)
