"""What a report shows of a linkage: single pairs and persons, read from the folder that a run left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tizme.engines.list_plain import explained
from tizme.engines.list_rows import ListRows
from tizme.engines.list_table import quoted
from tizme.ports.list_engine import ListPlan


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A pair with its rows as written and the bits of every field."""

    probability: float
    left: str
    right: str
    parts: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Attributes:
    open_pairs: Below the threshold, likeliest first. joined: (certainty, rows), least certain first.
    sizes: (records, persons). chances: (lower end of a tenth of probability, pairs).
    """

    open_pairs: tuple[ShownPair, ...]
    joined: tuple[tuple[float, tuple[str, ...]], ...]
    sizes: tuple[tuple[int, int], ...]
    chances: tuple[tuple[float, int], ...]


def shown(lists: Sequence[ListRows], out: Path, plan: ListPlan, *, threshold: float, most: int) -> Shown:
    """What the report of a run shows, at most ``most`` pairs and persons."""
    import duckdb

    with duckdb.connect() as db:
        pairs, clusters = quoted(out / "pairs.parquet"), quoted(out / "clusters.parquet")
        found = db.execute(
            "SELECT probability, left_list, left_id, right_list, right_id "  # noqa: S608
            f"FROM '{pairs}' WHERE probability < ? "
            "ORDER BY probability DESC, left_list, left_id, right_list, right_id LIMIT ?",
            [threshold, most],
        ).fetchall()
        groups = db.execute(
            "SELECT cluster_certainty, list(list ORDER BY list, id), list(id ORDER BY list, id) "  # noqa: S608
            f"FROM '{clusters}' GROUP BY cluster, cluster_certainty HAVING count(*) > 1 "
            "ORDER BY 1, 2, 3 LIMIT ?",
            [most],
        ).fetchall()
        tied = [tuple(zip(names, ids, strict=True)) for _, names, ids in groups]
        compared = [(one[1], one[2]) for one in found] + [(one[3], one[4]) for one in found]
        written = _written(db, lists, {*compared, *(where for some in tied for where in some)})
        columns = _compared(db, out / "work", {written[where][0] for where in compared})
        open_pairs = tuple(_shown_pair(written, columns, plan, *one) for one in found)
        joined = tuple(
            (group[0], tuple(written[where][1] for where in some))
            for group, some in zip(groups, tied, strict=True)
        )
        sizes = db.execute(
            f"SELECT n, count(*) FROM (SELECT count(*) AS n FROM '{clusters}' GROUP BY cluster) "  # noqa: S608
            "GROUP BY n ORDER BY n"
        ).fetchall()
        chances = db.execute(
            "SELECT least(floor(probability * 10) / 10, 0.9) AS tenth, count(*) "  # noqa: S608
            f"FROM '{pairs}' GROUP BY 1 ORDER BY 1"
        ).fetchall()
    return Shown(open_pairs, joined, tuple(sizes), tuple(chances))


Where = tuple[str, str]  # list and id of a row


def _written(db: Any, lists: Sequence[ListRows], wanted: set[Where]) -> dict[Where, tuple[int, str]]:
    """(seq, cells as written) of rows: a list is read once for all of them."""
    found: dict[Where, tuple[int, str]] = {}
    first = 0
    for one in lists:
        ids = [row_id for name, row_id in wanted if name == one.name]
        file = quoted(one.folder / "rows.parquet")
        cursor = db.execute(f"SELECT * FROM '{file}' WHERE list_contains(?::VARCHAR[], id)", [ids])  # noqa: S608
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            cells = dict(zip(names, values, strict=True))
            told = ", ".join(str(v) for prop, v in cells.items() if v and prop not in {"id", "lang", "row"})
            found[one.name, cells["id"]] = (first + int(cells["row"]), f"{told} [{one.name} {cells['id']}]")
        first += one.rows
    return found


def _compared(db: Any, work: Path, wanted: set[int]) -> dict[int, dict[str, Any]]:
    """The columns that engines compared, by seq."""
    found = db.execute(
        f"SELECT * FROM '{quoted(work / 'table')}/*.parquet' WHERE list_contains(?::BIGINT[], seq)",  # noqa: S608
        [sorted(wanted)],
    )
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, values, strict=True)) for values in found.fetchall()]
    return {row["seq"]: row for row in rows}


def _shown_pair(
    written: dict[Where, tuple[int, str]],
    columns: dict[int, dict[str, Any]],
    plan: ListPlan,
    chance: float,
    *where: str,
) -> ShownPair:
    (left, left_label), (right, right_label) = written[where[0], where[1]], written[where[2], where[3]]
    return ShownPair(chance, left_label, right_label, explained(columns[left], columns[right], plan))
