"""Print the shares m and u of every level of tables/link/plan.yaml, counted on a list whose truth is known.

Input: records_1m.parquet (id, person, lang, name, born, place), given as the only argument; the first 12,000 persons are
taken. m: pairs of one person. u: 300,000 pairs of two, drawn by a fixed seed. The list is synthetic: name frequencies are
true, the noise is somebody's idea of noise, so the plan takes from here what it must and says so.
Redo with: python scripts/measure_link_levels.py DATA/names/records_1m.parquet
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import duckdb

from tizme import link, places
from tizme.engines.plain import _columns, _level

PERSONS, DRAWN, SEED = 12_000, 300_000, 7


def main(path: Path) -> None:
    found = duckdb.execute(
        f"SELECT id, person, lang, name, coalesce(born, ''), coalesce(place, '') FROM '{path}' WHERE person::INT < {PERSONS}"
    ).fetchall()
    people: dict[str, list[dict[str, object]]] = {}
    for row_id, person, lang, name, born, place in found:
        cells = {"lang": lang, "name": name, "birth_date": born, "origin": place}
        record = link.row_record("list", row_id, cells, lookup_place=places.lookup)
        people.setdefault(person, []).append(_columns(link.features(record)))
    same = [pair for rows in people.values() for pair in combinations(rows, 2)]
    draw, everybody = random.Random(SEED), [(p, row) for p, rows in people.items() for row in rows]
    other = []
    while len(other) < DRAWN:
        (p, a), (q, b) = draw.choice(everybody), draw.choice(everybody)
        if p != q:
            other.append((a, b))
    for field in link.plan().fields:
        shares = []
        for pairs in (same, other):
            levels = [_level(field, a, b) for a, b in pairs]
            told = [level for level in levels if level.when != "missing"]
            counted = Counter(field.levels.index(level) for level in told)
            shares.append([counted[i] / max(1, len(told)) for i in range(len(field.levels))])
        for i, level in enumerate(field.levels):
            if level.when != "missing":
                print(f"{field.name:9}{level.code:20} m {shares[0][i]:.5f}  u {shares[1][i]:.6f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
