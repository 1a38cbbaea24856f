"""Samples of pairs from a table of lists, compared by any engine, from which a plan's weights are learnt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tizme.engines.list_sql import key_sql, needed_columns
from tizme.engines.list_table import quoted, write_query
from tizme.link.learn import ChancePairs, KeyPairs, Learnt, learn_weights, rarity_bits
from tizme.ports.list_engine import ListEngine, ListKey, ListPlan

Tell = Callable[[str], None]
# Rows of the samples: enough for a level that one pair in ten thousand reaches to be met a hundred times.
_RANDOM_ROWS, _RANDOM_GROUP = 60_000, 40
_KEY_ROWS, _KEY_LARGEST = 200_000, 100
# key -> the fields that it decides
_KEYS = {
    ("born_day",): frozenset({"born"}),
    ("fold_low", "fold_high"): frozenset({"given", "family"}),
}
# field -> what two people agree on already when its chance is counted; any two people where it is not named
_AMONG = {
    "given": ("family_fold",),
    "father": ("fold_low", "fold_high"),
    "place": ("fold_low", "fold_high"),
}
_EVERYTHING = -(1 << 60)


def learn_plan(db: Any, work: Path, plan: ListPlan, engine: ListEngine, *, tell: Tell) -> Learnt:
    """The plan with weights learnt on samples of work/table; the samples are removed again."""
    folder = work / "learning"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    table = f"'{quoted(work / 'table')}/*.parquet'"
    columns = ", ".join(("seq", "apart", *needed_columns(plan)))
    rows = db.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]  # noqa: S608
    chance = _chance(db, folder, plan, engine, f"SELECT {columns}", table, rows)
    keys = [_key(db, folder, plan, engine, f"SELECT {columns}", table, key) for key in _KEYS]
    learnt = learn_weights(plan, chance, keys)
    for name, pairs, same in learnt.same:
        tell(f"  learnt on {pairs} pairs of one {name}: {same:.0f} seem one person's")
    kept = [field.name for field in plan.fields if field.name not in learnt.fields]
    if kept:
        tell(f"  too little told of {', '.join(kept)}: the plan's own weights stand")
    shutil.rmtree(folder)
    return replace(learnt, plan=replace(learnt.plan, version=f"{plan.version}-learnt"))


def _chance(
    db: Any, folder: Path, plan: ListPlan, engine: ListEngine, select: str, table: str, rows: int
) -> dict[str, ChancePairs]:
    """For every field, pairs of a sample of rows that agree on what stands before it in a name."""
    every = max(1, rows // _RANDOM_ROWS)
    some = f"(SELECT * FROM {table} WHERE hash(seq, 2) % {every} = 0)"  # noqa: S608
    found = {}
    compared: dict[tuple[str, str], ChancePairs] = {}
    for field in plan.fields:
        key = _AMONG.get(field.name, ())
        if key:
            hashed = _hashed(plan, key)
            # A block of thousands would fill the sample with one name.
            query = (
                f"{select}, {hashed} AS k0 FROM {some} WHERE {hashed} IS NOT NULL "
                f"QUALIFY row_number() OVER (PARTITION BY {hashed} ORDER BY hash(seq, 4)) <= {_KEY_LARGEST}"
            )
        else:
            groups = max(1, min(rows, _RANDOM_ROWS) // _RANDOM_GROUP)
            query = f"{select}, CAST(hash(seq, 1) % {groups} AS BIGINT) AS k0 FROM {some}"
        path = folder / f"{'-'.join(key) or 'random'}.parquet"
        if not path.exists():
            write_query(db, query, path)
        # Fields without rarity ask the same of a sample: it is compared once for all of them.
        rare = field.name if any(level.bits for level in field.levels) else "plain"
        asked = (path.stem, rare)
        if asked not in compared:
            plan_of_one = _only(plan, {field.name})
            patterns, weights = _pairs(db, path, plan_of_one, engine, folder / f"c-{'-'.join(asked)}")
            compared[asked] = ChancePairs(patterns, rarity_bits(weights))
        found[field.name] = compared[asked]
    return found


def _key(
    db: Any, folder: Path, plan: ListPlan, engine: ListEngine, select: str, table: str, key: tuple[str, ...]
) -> KeyPairs:
    """Whole blocks of a key, as many as come to the rows of a sample."""
    name = " and ".join(key)
    hashed = _hashed(plan, key)
    blocks = (
        f"SELECT {hashed} AS k, count(*) AS n FROM {table} WHERE {hashed} IS NOT NULL GROUP BY 1 "  # noqa: S608
        f"HAVING count(*) BETWEEN 2 AND {_KEY_LARGEST}"
    )
    held = db.execute(f"SELECT coalesce(sum(n), 0) FROM ({blocks})").fetchall()[0][0]  # noqa: S608
    every = max(1, round(held / _KEY_ROWS))
    query = f"{select}, k AS k0 FROM {table} JOIN ({blocks}) ON k = {hashed} WHERE hash(k, 3) % {every} = 0"
    path = folder / f"{'-'.join(key)}.parquet"
    write_query(db, query, path)
    within = _KEYS[key]
    asked = _only(plan, {field.name for field in plan.fields} - within)
    patterns, weights = _pairs(db, path, asked, engine, folder / f"p-{'-'.join(key)}")
    return KeyPairs(name, patterns, rarity_bits(weights), within)


def _hashed(plan: ListPlan, key: tuple[str, ...]) -> str:
    """The hash of a key's columns where the table has them, else that of the plan's own key."""
    if set(key) <= set(needed_columns(plan)):
        return key_sql(ListKey(key, 0))
    return next(f"k{at}" for at, one in enumerate(plan.keys) if one.columns == key)


def _only(plan: ListPlan, fields: Iterable[str]) -> ListPlan:
    """The plan in which nothing weighs but the rarity of values, and that of these fields only."""
    kept = frozenset(fields)
    made = []
    for field in plan.fields:
        levels = (
            replace(one, weight=0.0, share=one.share if field.name in kept else 0) for one in field.levels
        )
        made.append(replace(field, levels=tuple(levels)))
    return replace(plan, fields=tuple(made))


def _pairs(db: Any, table: Path, plan: ListPlan, engine: ListEngine, out: Path) -> tuple[Any, Any]:
    """(patterns, weights) of all pairs that share the table's one key."""
    one_key = replace(plan, keys=(ListKey(("seq",), 0),))
    engine.pairs(str(table), one_key, out=str(out), first_new=0, least_weight=_EVERYTHING)
    found = db.execute(f"SELECT pattern, weight FROM '{quoted(out)}/**/*.parquet'").fetchnumpy()  # noqa: S608
    return np.asarray(found["pattern"], np.int64), np.asarray(found["weight"], np.int64)
