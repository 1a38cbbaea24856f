"""Write tables/link/calibration.csv: how often pairs of each probability are one person, on a list whose truth is known.

Redo, after `tizme link LIST --out OUT`, with: python scripts/calibrate_link.py LIST.parquet OUT/pairs.parquet
LIST has the columns id and person; the page that `tizme link` writes draws the table beside its own pairs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

OUT = Path(__file__).parents[1] / "src/tizme/tables/link/calibration.csv"
BANDS = 20
# Fewer pairs than this in a band tell more of chance than of the plan.
FEWEST = 200


def main(records: Path, pairs: Path) -> None:
    found = (
        duckdb.connect()
        .execute(
            f"""WITH r AS (SELECT id::VARCHAR id, person FROM '{records}'),
            p AS (SELECT probability s, (a.person = b.person)::INT y FROM '{pairs}' p
                  JOIN r a ON a.id = p.left_id JOIN r b ON b.id = p.right_id)
            SELECT avg(s), avg(y), count(*) FROM p GROUP BY least(floor(s * {BANDS}), {BANDS - 1}) ORDER BY 1"""
        )
        .fetchall()
    )
    with OUT.open("w", encoding="utf-8") as out:
        out.write(
            "# Share of pairs that are one person, by the probability that lists.yaml gives them, in twentieths, over all kept pairs of a list.\n"
            f"# source: {records.name}, truth known, by scripts/calibrate_link.py; every third row of the left side also served to fit the weights\n"
            "predicted,observed\n"
        )
        for predicted, observed, count in found:
            if count >= FEWEST:
                out.write(f"{predicted:.3f},{observed:.3f}\n")
                print(f"{predicted:.3f} {observed:.3f} {count}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
