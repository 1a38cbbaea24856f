"""Linkage of lists whose truth is known: `tizme link` and Splink, each in its own process, on one input."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tizme.cli.measuring.child import Ran, run_alone
from tizme.cli.measuring.shared import file_digest, part_of, run_scorer

SCORER = "score_names.py"
OURS, LEARNT = "tizme link", "tizme link --learn"
SPLINK = "Splink 5, plain comparisons on anyascii names"
Tell = Callable[[str], None]
_KEY = re.compile(r"k[0-9]+")  # the columns of the table that engines block on
_RECORDS = "records_1m.parquet"


@dataclass(frozen=True, slots=True)
class Linked:
    """One way to link one list, scored. Shares in [0, 1].

    Attributes:
        pair_f1, pair_precision, pair_recall: At the best threshold of those that the scorer tries, ``at``.
        kept_recall: Share of the true pairs that were written down at all.
        blocking_recall: Share of the true pairs that were compared; None where the way does not tell.
        cluster_f1: Of the pairs that its clusters make, at its own threshold.
        records_a_second: Over the whole process, from start to written files.
        failed: Why there are no figures; "" where there are.
    """

    method: str
    pair_f1: float = 0.0
    pair_precision: float = 0.0
    pair_recall: float = 0.0
    at: float = 0.0
    kept_recall: float = 0.0
    blocking_recall: float | None = None
    cluster_f1: float = 0.0
    cluster_precision: float = 0.0
    cluster_recall: float = 0.0
    seconds: float = 0.0
    records_a_second: float = 0.0
    peak_gib: float = 0.0
    failed: str = ""


@dataclass(frozen=True, slots=True)
class ListLinked:
    """One list, by every way."""

    name: str
    records: int
    true_pairs: int
    source: str
    source_sha256: str
    methods: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class LinkMeasured:
    """Linkage, measured."""

    scorer_sha256: str
    lists: tuple[ListLinked, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """A list to link (no truth in it), its truth apart (id, person), and where it came from."""

    name: str
    source: Path
    # SQL over the source: what `tizme link` reads, what the peer reads (id, name, born, place), the truth.
    ours: str
    plain: str
    truth: str


def measure_link(
    shared: Path,
    *,
    persons: int | None,
    peers: bool = True,
    small: bool = True,
    tell: Tell = lambda _line: None,
) -> LinkMeasured:
    """Link the list of a million, or its first ``persons`` with all their records, and the two small lists.

    Args:
        peers: Whether Splink runs too.
        small: Whether FEBRL 3 and fake_1000 are linked as well.

    Raises:
        UnusableInput: a list or the scorer is missing.
    """
    lists = [_records(shared, persons), *(_small(shared) if small else ())]
    found = [_linked(shared, one, peers=peers, tell=tell) for one in lists]
    return LinkMeasured(file_digest(part_of(shared, "bench", SCORER)), tuple(found))


def _records(shared: Path, persons: int | None) -> _List:
    source = part_of(shared, "data", "names", _RECORDS)
    some = "" if persons is None else f" WHERE person::BIGINT < {persons}"
    columns = f"SELECT id, lang, name, born, place FROM '{source}'{some}"  # noqa: S608  (a path and a number)
    name = "records_1m" if persons is None else f"records_1m, first {persons:,} persons"
    return _List(name, source, columns, columns, f"SELECT id, person FROM '{source}'{some}")  # noqa: S608


def _small(shared: Path) -> Iterator[_List]:
    """FEBRL 3 (5,000 records, 2,000 persons) and Splink's fake_1000: name, birth date, place."""
    febrl = part_of(shared, "data", "names", "dataset3.csv")
    read = f"read_csv('{febrl}', all_varchar=true)"
    born = "strftime(try_strptime(trim(date_of_birth), '%Y%m%d'), '%Y-%m-%d')"
    name = "concat_ws(' ', trim(given_name), trim(surname)) AS name"
    own = "trim(given_name) given_name, trim(surname) surname"
    yield _List(
        "FEBRL 3", febrl,
        f"SELECT trim(rec_id) id, {own}, {born} born, trim(suburb) suburb FROM {read}",  # noqa: S608
        f"SELECT trim(rec_id) id, {name}, {born} born, trim(suburb) place FROM {read}",  # noqa: S608
        f"SELECT trim(rec_id) id, regexp_extract(rec_id, 'rec-([0-9]+)', 1) person FROM {read}",  # noqa: S608
    )  # fmt: skip
    fake = part_of(shared, "data", "names", "fake_1000.csv")
    read = f"read_csv('{fake}', all_varchar=true)"
    name = "concat_ws(' ', first_name, surname) AS name"
    yield _List(
        "fake_1000", fake,
        f"SELECT unique_id id, first_name, surname, dob, city FROM {read}",  # noqa: S608
        f"SELECT unique_id id, {name}, dob born, city place FROM {read}",  # noqa: S608
        f"SELECT unique_id id, cluster person FROM {read}",  # noqa: S608
    )  # fmt: skip


def _linked(shared: Path, one: _List, *, peers: bool, tell: Tell) -> ListLinked:
    import duckdb

    with TemporaryDirectory(prefix="tizme-measure-") as name:
        folder = Path(name)
        ours, plain, truth = folder / "list.parquet", folder / "plain.parquet", folder / "truth.parquet"
        with duckdb.connect() as db:
            for path, query in ((ours, one.ours), (plain, one.plain), (truth, one.truth)):
                db.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
            records = int(db.execute(f"SELECT count(*) FROM '{ours}'").fetchone()[0])  # noqa: S608
        python = [sys.executable, "-W", "ignore", "-m"]
        link = [*python, "tizme", "link", str(ours), "--format", "json", "--out"]
        commands = {OURS: [*link, str(folder / "ours")], LEARNT: [*link, str(folder / "learnt"), "--learn"]}
        places = {OURS: folder / "ours", LEARNT: folder / "learnt"}
        if peers:
            child = "tizme.cli.measuring.splink_child"
            commands[SPLINK] = [*python, child, str(plain), str(folder / "peer"), str(truth)]
        methods = []
        pairs = 0
        for method, command in commands.items():
            tell(f"{one.name}: {records:,} records with {method}")
            out = places.get(method, folder / "peer")
            found, pairs = _scored(shared, method, run_alone(command), out, truth, records)
            methods.append(found)
    return ListLinked(one.name, records, pairs, str(one.source), file_digest(one.source), tuple(methods))


def _scored(shared: Path, method: str, ran: Ran, out: Path, truth: Path, records: int) -> tuple[Linked, int]:
    if ran.error:
        return Linked(method, failed=ran.error), 0
    paths = (str(truth), str(out / "pairs.parquet"), str(out / "clusters.parquet"))
    told: dict[str, Any] = json.loads(run_scorer(shared, SCORER, "link", *paths)[-1])
    f1, precision, recall, at = (*told["best"], 0.0, 0.0, 0.0)[:4]
    clusters = told["clusters"]
    said = _last_object(ran.said)
    if method in {OURS, LEARNT}:
        said["blocking_recall"] = our_blocking_recall(out, truth)
    # What the peer takes to count its own blocks is no part of its work.
    seconds = ran.seconds - said.get("counting_seconds", 0.0)
    return Linked(
        method=method, pair_f1=f1, pair_precision=precision, pair_recall=recall, at=at,
        kept_recall=told["recall_all_scored"], blocking_recall=said.get("blocking_recall"),
        cluster_f1=clusters[0], cluster_precision=clusters[1], cluster_recall=clusters[2],
        seconds=seconds, records_a_second=records / seconds, peak_gib=ran.peak_bytes / 2**30,
    ), told["true_pairs"]  # fmt: skip


def our_blocking_recall(out: Path, truth: Path) -> float | None:
    """Share of the true pairs that share a key in the table that `tizme link` left in its work folder.

    One list alone: its rows are numbered there in their own order. None where the folder looks otherwise.
    """
    import duckdb

    table, rows = (
        out / "work" / "table" / "000.parquet",
        list((out / "work" / "lists").glob("*/rows.parquet")),
    )
    if not table.is_file() or len(rows) != 1:
        return None
    with duckdb.connect() as db:
        columns = [row[0] for row in db.execute(f"DESCRIBE FROM '{table}'").fetchall()]
        keys = [column for column in columns if _KEY.fullmatch(column)]
        shared = " OR ".join(f"coalesce(l.{key} = r.{key}, false)" for key in keys)
        db.execute(
            f"CREATE TABLE met AS SELECT person, t.* FROM '{table}' t "  # noqa: S608
            f"JOIN '{rows[0]}' one ON one.row = t.seq JOIN '{truth}' meant ON meant.id = one.id"
        )
        found = db.execute(
            f"SELECT avg(({shared})::INT) FROM met l JOIN met r ON l.person = r.person AND l.seq < r.seq"  # noqa: S608
        ).fetchone()
    return float(found[0]) if keys and found[0] is not None else None


def _last_object(said: str) -> dict[str, Any]:
    lines = [line for line in said.splitlines() if line.startswith("{")]
    found: dict[str, Any] = json.loads(lines[-1]) if lines else {}
    return found
