"""Lists linked step by step in a work folder, so that a run that was stopped goes on where it was.

work/lists/<name>-<digest>/   rows.parquet, columns-*.parquet
work/state.json               the plan and the lists that pairs stand for, in order
work/begun.json               the lists and the engine of a step that is not done
work/reference/               what rarity and block sizes were counted on: the lists of the first run
work/table/<step>.parquet     what engines compare; one step for each time that lists were added
work/pairs/<step>/            what an engine found; a later step holds only pairs with a new row
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from tizme.engines.list_judged import SURE, Judged, judged_rows, plan_by_verdicts, weight_shifts
from tizme.engines.list_learning import learn_plan
from tizme.engines.list_rows import ListRows, columns_sql
from tizme.engines.list_sql import least_weight, probability_sql
from tizme.engines.list_table import connected, count_reference, make_table, quoted, write_query
from tizme.link import RowFacts, join_rows, plan_text, read_plan, silent_columns
from tizme.ports.list_engine import ListEngine, ListPlan, pattern_reasons

Tell = Callable[[str], None]
_LEARNT = "learnt.yaml"
# Lists of more than this many times the rows that rarity was counted on are compared from the beginning.
_MOST_GROWTH = 2


@dataclass(frozen=True, slots=True)
class Linked:
    """What a run left in its folder: numbers of rows, pairs, persons and persons of more than one row.

    Attributes:
        plan: By which its pairs were weighed, with what was learnt.
    """

    rows: int
    pairs: int
    persons: int
    joined: int
    plan: ListPlan


@dataclass(frozen=True, slots=True)
class _Step:
    number: int
    lists: tuple[tuple[int, ListRows, int], ...]  # (number, list, first seq)
    first_new: int


def link_lists(
    lists: Sequence[ListRows], out: Path, plan: ListPlan, engine: ListEngine, *,
    clean: frozenset[str], threshold: float, memory: str, tell: Tell, judged: Sequence[Judged] = (),
    learn: bool = False,
) -> Linked:  # fmt: skip
    """Compare, join and write pairs.parquet, clusters.parquet and plan.yaml; the lists' columns stand there.

    Args:
        judged: A human's verdicts on rows: obeyed, and where there are enough of both kinds learnt from.
        learn: Whether the weights are learnt from the lists of the first run, without a label.

    Lists that begin with those of the last run, unchanged, are added to it: only pairs with a
    new row are compared.
    """
    work = out / "work"
    state = _state(work, lists, plan, clean, engine=type(engine).__name__, learn=learn)
    step = _new_step(lists, state)
    total = sum(one.rows for one in lists)
    db = connected(work, memory=memory)
    if step.lists:
        silent = frozenset.intersection(*(silent_columns(one.properties) for _, one, _ in step.lists))
        columns = " UNION ALL ".join(
            columns_sql(one, first_seq=first, number=number, clean=one.name in clean, silent=silent)
            for number, one, first in step.lists
        )
        if not (work / "reference" / "rows.json").exists():
            tell("counting how rare values are")
            count_reference(db, columns, work / "reference", plan, rows=total, silent=silent)
            (work / "reference" / "rows.json").write_text(str(total), encoding="utf-8")
        reference_rows = int((work / "reference" / "rows.json").read_text(encoding="utf-8"))
        table = work / "table" / f"{step.number:03}.parquet"
        table.parent.mkdir(exist_ok=True)
        if not table.exists():
            make_table(db, columns, work / "reference", plan, table, rows=reference_rows, silent=silent)
        plan = _learnt(db, work, plan, engine, tell) if learn else plan
        tell(
            f"comparing {total - step.first_new} new rows with {total}"
            if step.first_new
            else f"comparing {total} rows"
        )
        engine.pairs(
            str(work / "table" / "*.parquet"), plan, out=str(work / "pairs" / f"{step.number:03}"),
            first_new=step.first_new, least_weight=least_weight(plan, reference_rows),
        )  # fmt: skip
        _save(work, state, step, total)
    else:
        tell("nothing is new: joining again what was compared")
        plan = read_plan(work / "reference" / _LEARNT) if learn else plan
    reference_rows = int((work / "reference" / "rows.json").read_text(encoding="utf-8"))
    found = _gather(
        db, lists, out, plan, rows=total, reference_rows=reference_rows, threshold=threshold, tell=tell,
        judged=judged,
    )  # fmt: skip
    db.close()
    return found


def _learnt(db: Any, work: Path, plan: ListPlan, engine: ListEngine, tell: Tell) -> ListPlan:
    """The plan that the lists of the first run told; lists that come later are weighed by the same."""
    path = work / "reference" / _LEARNT
    if not path.exists():
        tell("learning what agreement is worth in these lists")
        path.write_text(plan_text(learn_plan(db, work, plan, engine, tell=tell).plan), encoding="utf-8")
    return read_plan(path)


def _state(
    work: Path, lists: Sequence[ListRows], plan: ListPlan, clean: frozenset[str], *, engine: str, learn: bool
) -> dict[str, Any]:
    """What pairs stand there; nothing where the plan or an earlier list is another one.

    What a stopped run left of its step is kept only for the same lists, in their order, and the same engine.
    """
    mine = [one.digest for one in lists]
    how = {"plan": _plan_text(plan), "clean": sorted(clean)} | ({"learn": True} if learn else {})
    state = _done(work, lists, how, plan)
    wanted = json.dumps([state, mine, engine])
    begun = work / "begun.json"
    if not (begun.exists() and begun.read_text(encoding="utf-8") == wanted):
        begun.unlink(missing_ok=True)
        _forget(work, state["steps"])
        begun.write_text(wanted, encoding="utf-8")
    return state


def _done(work: Path, lists: Sequence[ListRows], now: dict[str, Any], plan: ListPlan) -> dict[str, Any]:
    """The state that these lists begin with, or that of a run that begins anew."""
    path, counted = work / "state.json", work / "reference" / "rows.json"
    if path.exists() and counted.exists():
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        done = found.get("done", [])
        begins = [one.digest for one in lists[: len(done)]] == done
        # What is rare, and how unlikely any pair is, must be counted again on lists of another size.
        reference_rows = max(int(counted.read_text(encoding="utf-8")), plan.least_rows)
        grown = sum(one.rows for one in lists) > _MOST_GROWTH * reference_rows
        same_way = {key: found.get(key) for key in ("plan", "clean", "learn")} == {"learn": None, **now}
        if begins and not grown and same_way:
            return found
    return {**now, "done": [], "steps": 0}


def _plan_text(plan: ListPlan) -> str:
    """A plan as text that is the same in every process: sets have no order of their own."""
    bare = replace(plan, vetoes=frozenset(), trumps=frozenset())
    return f"{bare!r} {sorted(plan.vetoes)} {sorted(plan.trumps)}"


def _forget(work: Path, step: int) -> None:
    """Remove what stands there of a step; for the first one, of every step."""
    if step == 0:
        for folder in ("reference", "table", "pairs"):
            shutil.rmtree(work / folder, ignore_errors=True)
        (work / "state.json").unlink(missing_ok=True)
    (work / "table" / f"{step:03}.parquet").unlink(missing_ok=True)
    shutil.rmtree(work / "pairs" / f"{step:03}", ignore_errors=True)


def _new_step(lists: Sequence[ListRows], state: dict[str, Any]) -> _Step:
    first, new = 0, []
    first_new = 0
    for number, one in enumerate(lists):
        if number < len(state["done"]):
            first_new = first + one.rows
        else:
            new.append((number, one, first))
        first += one.rows
    return _Step(state["steps"], tuple(new), first_new)


def _save(work: Path, state: dict[str, Any], step: _Step, total: int) -> None:
    done = [*state["done"], *(one.digest for _, one, _ in step.lists)]
    whole = {**state, "done": done, "steps": step.number + 1, "rows": total}
    partial = work / "state.part"
    partial.write_text(json.dumps(whole), encoding="utf-8")
    partial.rename(work / "state.json")
    (work / "begun.json").unlink(missing_ok=True)


def _gather(
    db: Any, lists: Sequence[ListRows], out: Path, plan: ListPlan, *,
    rows: int, reference_rows: int, threshold: float, tell: Tell, judged: Sequence[Judged],
) -> Linked:  # fmt: skip
    work = out / "work"
    _make_ids(db, lists)
    # DuckDB leaves files, Spark folders of files.
    db.execute(
        "CREATE OR REPLACE TEMP VIEW found AS SELECT * FROM "  # noqa: S608
        f"read_parquet('{quoted(work)}/pairs/*/**/*.parquet')"
    )
    patterns = [row[0] for row in db.execute("SELECT DISTINCT pattern FROM found").fetchall()]
    same, different = _obeyed(db, judged, out, tell)
    plan = _moved_by_verdicts(db, patterns, plan, same, different, rows=reference_rows, tell=tell)
    (out / "plan.yaml").write_text(plan_text(plan), encoding="utf-8")
    reasons = {pattern: pattern_reasons(pattern, plan) for pattern in patterns}
    told = {
        "pattern": np.array(patterns, np.int64),
        "reasons": np.array(
            [" ".join(r for r in reasons[p] if not r.endswith(":left-out")) for p in patterns], dtype=object
        ),
        "trump": np.array([not plan.trumps.isdisjoint(reasons[p]) for p in patterns], dtype=bool),
        "vetoed": np.array([_vetoed(reasons[p], plan) for p in patterns], dtype=bool),
    }
    db.register("told", told)
    db.execute(
        "CREATE OR REPLACE TEMP TABLE patterns AS "
        "SELECT pattern, reasons::VARCHAR AS reasons, trump, vetoed FROM told"
    )
    chance = probability_sql(plan, reference_rows)
    tell("writing pairs")
    write_query(
        db,
        f"""SELECT l.list AS left_list, l.id AS left_id, r.list AS right_list, r.id AS right_id,
        {chance} AS probability,
        round(weight / 100000.0, 3) AS weight_bits, reasons FROM found JOIN patterns USING (pattern)
        JOIN ids l ON l.seq = left_seq JOIN ids r ON r.seq = right_seq""",  # noqa: S608
        out / "pairs.parquet",
    )
    count = db.execute("SELECT count(*) FROM found").fetchall()[0][0]
    tell(f"{count} pairs of probability {plan.keep} or more; joining")
    likely = db.execute(
        "SELECT left_seq, right_seq, weight, trump FROM found JOIN patterns USING (pattern) "  # noqa: S608
        f"WHERE NOT vetoed AND {chance} >= ?",
        [threshold],
    ).fetchnumpy()
    left, right, weights, over = (
        np.asarray(likely[name]) for name in ("left_seq", "right_seq", "weight", "trump")
    )
    different = _with_vetoes(db, same, different)
    left, right = np.concatenate((same[0], left)), np.concatenate((same[1], right))
    weights = np.concatenate((np.full(len(same[0]), SURE, np.int64), weights.astype(np.int64)))
    over = np.concatenate((np.ones(len(same[0]), bool), over.astype(bool)))
    group, least = join_rows(
        left, right, weights, _facts(db, work, rows), rows=rows, trumps=over, barred=different
    )
    persons = _write_clusters(db, group, least, plan, reference_rows, out)
    sizes = np.bincount(group, minlength=rows)
    return Linked(rows, int(count), persons, int((sizes > 1).sum()), plan)


def _moved_by_verdicts(
    db: Any, patterns: list[int], plan: ListPlan, same: Any, different: Any, *, rows: int, tell: Tell
) -> ListPlan:  # fmt: skip
    """The plan as verdicts move it, with every pair in ``found``; the same plan where they are few."""
    moved = plan_by_verdicts(db, plan, same, different, rows=rows)
    if moved is None:
        return plan
    tell("weights moved by the verdicts")
    moved = replace(moved, version=f"{plan.version}-judged")
    numbers = np.array(patterns, np.int64)
    db.register("shifts", {"pattern": numbers, "shift": weight_shifts(numbers, plan, moved)})
    db.execute("ALTER VIEW found RENAME TO compared")
    db.execute(
        "CREATE OR REPLACE TEMP VIEW found AS "
        "SELECT left_seq, right_seq, pattern, weight + shift AS weight "
        "FROM compared JOIN shifts USING (pattern)"
    )
    return moved


def _with_vetoes(db: Any, same: Any, different: Any) -> Any:
    """Pairs that may not stand in one group: judged different, or vetoed and not judged same."""
    found = db.execute(
        "SELECT left_seq, right_seq FROM found JOIN patterns USING (pattern) WHERE vetoed"
    ).fetchnumpy()
    left, right = (np.asarray(found[side], np.int64) for side in ("left_seq", "right_seq"))
    sure = {tuple(sorted(pair)) for pair in zip(*(side.tolist() for side in same), strict=True)}
    if sure:
        free = np.array([pair not in sure for pair in zip(left.tolist(), right.tolist(), strict=True)], bool)
        left, right = left[free], right[free]
    return np.concatenate((different[0], left)), np.concatenate((different[1], right))


def _obeyed(db: Any, judged: Sequence[Judged], out: Path, tell: Tell) -> tuple[Any, Any]:
    """Pairs of row numbers that a human called one person, and two."""
    asked = {row for one in judged for row in (one.left, one.right)}
    place_of: dict[tuple[str, str], int] = {}
    for name in {row[0] for row in asked}:
        ids = [row[1] for row in asked if row[0] == name]
        found = db.execute("SELECT id, seq FROM ids WHERE list = ? AND id IN (SELECT unnest(?))", [name, ids])
        place_of |= {(name, row_id): seq for row_id, seq in found.fetchall()}
    same, different, absent = judged_rows(judged, place_of, where=str(out))
    if absent:
        tell(f"{len(absent)} of {len(judged)} verdicts are on rows that stand in no list here")
    return same, different


def _vetoed(reasons: tuple[str, ...], plan: ListPlan) -> bool:
    return not plan.vetoes.isdisjoint(reasons) and plan.trumps.isdisjoint(reasons)


def _make_ids(db: Any, lists: Sequence[ListRows]) -> None:
    parts, first = [], 0
    for one in lists:
        name = one.name.replace("'", "''")
        parts.append(
            f"SELECT row + {first} AS seq, '{name}' AS list, id FROM '{quoted(one.folder / 'rows.parquet')}'"  # noqa: S608
        )
        first += one.rows
    db.execute(f"CREATE OR REPLACE TEMP TABLE ids AS {' UNION ALL '.join(parts)}")


def _facts(db: Any, work: Path, rows: int) -> RowFacts:
    found = db.execute(
        "SELECT seq, coalesce(born_low, -1)::BIGINT AS low, coalesce(born_high, -1)::BIGINT AS high, "  # noqa: S608
        "(born_day IS NOT NULL)::BIGINT AS day, "
        "CASE sex WHEN 'm' THEN 0 WHEN 'f' THEN 1 ELSE -1 END AS sex, apart "
        f"FROM '{quoted(work / 'table')}/*.parquet'"
    ).fetchnumpy()
    columns = []
    for name in ("low", "high", "day", "sex", "apart"):
        column = np.full(rows, -1, np.int64)
        column[found["seq"]] = found[name]
        columns.append(column)
    return RowFacts(*columns)


def _write_clusters(db: Any, group: Any, least: Any, plan: ListPlan, reference_rows: int, out: Path) -> int:
    db.register("groups", {"seq": np.arange(len(group)), "first": group, "weight": least[group]})
    chance = probability_sql(plan, reference_rows)
    alone = np.iinfo(np.int64).max
    write_query(
        db,
        f"""SELECT i.list, i.id, 'p-' || (g.first + 1) AS cluster,
        CASE WHEN g.weight = {alone} THEN 1.0 ELSE {chance} END AS cluster_certainty
        FROM groups g JOIN ids i ON i.seq = g.seq""",  # noqa: S608
        out / "clusters.parquet",
    )
    return int((group == np.arange(len(group))).sum())
