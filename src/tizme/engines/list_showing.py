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
        rows = _Rows(db, lists, out / "work")
        open_pairs = tuple(_shown_pair(rows, plan, *one) for one in found)
        groups = db.execute(
            "SELECT cluster_certainty, list(list ORDER BY list, id), list(id ORDER BY list, id) "  # noqa: S608
            f"FROM '{clusters}' "
            "GROUP BY cluster, cluster_certainty HAVING count(*) > 1 ORDER BY 1, 2, 3 LIMIT ?",
            [most],
        ).fetchall()
        joined = tuple(
            (certainty, tuple(rows.label(a, b) for a, b in zip(names, ids, strict=True)))
            for certainty, names, ids in groups
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


@dataclass(frozen=True, slots=True)
class _Rows:
    db: Any
    lists: Sequence[ListRows]
    work: Path

    def row(self, name: str, row_id: str) -> tuple[int, dict[str, Any]]:
        """(seq, cells as written) of a row."""
        first = 0
        for one in self.lists:
            if one.name == name:
                found = self.db.execute(
                    f"SELECT * FROM '{quoted(one.folder / 'rows.parquet')}' WHERE id = ?",  # noqa: S608
                    [row_id],
                )
                names = [column[0] for column in found.description]
                cells = dict(zip(names, found.fetchall()[0], strict=True))
                return first + int(cells.pop("row")), cells
            first += one.rows
        raise LookupError(name)

    def label(self, name: str, row_id: str) -> str:
        _, cells = self.row(name, row_id)
        told = ", ".join(str(value) for prop, value in cells.items() if value and prop not in {"id", "lang"})
        return f"{told} [{name} {row_id}]"

    def compared(self, seq: int) -> dict[str, Any]:
        found = self.db.execute(
            f"SELECT * FROM '{quoted(self.work / 'table')}/*.parquet' WHERE seq = ?",  # noqa: S608
            [seq],
        )
        return dict(zip([column[0] for column in found.description], found.fetchall()[0], strict=True))


def _shown_pair(rows: _Rows, plan: ListPlan, chance: float, *where: str) -> ShownPair:
    (left, _), (right, _) = rows.row(where[0], where[1]), rows.row(where[2], where[3])
    parts = explained(rows.compared(left), rows.compared(right), plan)
    return ShownPair(chance, rows.label(where[0], where[1]), rows.label(where[2], where[3]), parts)
