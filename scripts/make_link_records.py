"""Write a Parquet list of made-up people in the style of records_1m.parquet: id, person (the truth), lang, name, born, place.

Arguments: the shared data (folder that holds data/ and bench/), the file to write, how many records (10,000,000 if not
given). Drawn by a fixed seed: the same arguments write the same list. Needs anyascii (the extra `bench`).
Redo with: python scripts/make_link_records.py ../shared /tmp/records_10m.parquet 10000000
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from tizme.cli.measuring.synthetic import write_records

COLUMNS = ("id", "person", "lang", "name", "born", "place")


def main(shared: Path, out: Path, count: int) -> None:
    started = perf_counter()
    write_records(shared, out, count=count, columns=COLUMNS)
    print(f"{count:,} records in {out} after {perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 10_000_000)
