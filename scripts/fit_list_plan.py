"""Print the weights of tables/link/lists.yaml, fitted to pairs of a list whose truth is known.

Input: the work folder that `tizme link RECORDS --out DIR` left (DIR/work), made with a plan whose `keep` is 0, and RECORDS
(Parquet, columns id and person). Every third pair is taken, by the hash of its left row.
Redo with: python scripts/fit_list_plan.py DIR/work DATA/names/records_1m.parquet
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import duckdb

from tizme import link
from tizme.link.refit import refitted
from tizme.ports.list_engine import ListPlan
from tizme.tables import table_root

# Real lists err where the synthetic one never does; these are our word, not the data's.
LOWEST = {
    "place:differs": -6.0,
    "place:agree-by-region": -3.0,
    "father:contradicted": -8.0,
    "born:contradicted": -9.0,
}
_KEPT_BY_HAND = frozenset({"sex", "unit", "document", "email", "address", "postcode", "occupation"})


def fitted(work: Path, records: Path, *, part: int = 3) -> ListPlan:
    db = duckdb.connect()
    found = db.execute(
        f"""SELECT p.pattern, p.weight, (a.person = b.person)::INT AS same FROM '{work}/pairs/*/*.parquet' p
        JOIN '{work}/lists/*/rows.parquet' l ON l.row = p.left_seq JOIN '{work}/lists/*/rows.parquet' r ON r.row = p.right_seq
        JOIN '{records}' a ON a.id::VARCHAR = l.id JOIN '{records}' b ON b.id::VARCHAR = r.id
        WHERE hash(p.left_seq) % {part} = 0"""
    ).fetchnumpy()
    rows = db.execute(f"SELECT count(*) FROM '{records}'").fetchall()[0][0]
    # The prior is counted, not fitted: a true pair in about a million. Nearly all rows have both names, so the
    # fit could not tell it from what names weigh, and a row without a name would be weighed wrongly.
    return refitted(
        link.list_plan(),
        found["pattern"],
        found["weight"],
        found["same"],
        rows=rows,
        most_negative=LOWEST,
        held=_KEPT_BY_HAND | {"prior"},
    )


def written(plan: ListPlan) -> str:
    """The table with these weights, everything else as it stands."""
    text = (table_root() / "link" / "lists.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^prior_bits: .*$", f"prior_bits: {plan.prior_bits}", text)
    lines, field, at = [], "", 0
    by_name = {one.name: one.levels for one in plan.fields}
    for line in text.split("\n"):
        if found := re.match(r"  - field: (\w+)", line):
            field, at = found[1], 0
        if re.match(r"      - \{code:", line):
            level = by_name[field][at]
            at += 1
            if field not in _KEPT_BY_HAND and level.when != "missing":
                line = re.sub(r", weight: [-\d.]+", "", line)[:-1] + f", weight: {level.weight}}}"  # noqa: PLW2901
        lines.append(line)
    return "\n".join(lines)


if __name__ == "__main__":
    print(written(fitted(Path(sys.argv[1]), Path(sys.argv[2]))), end="")
