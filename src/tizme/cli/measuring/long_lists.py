"""Time and memory of `tizme link` on made-up lists: a short one and one ten times as long, in one run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tizme.cli.measuring.child import run_alone
from tizme.cli.measuring.synthetic import write_records

LONGER = 10  # times the short list
_COLUMNS = ("id", "lang", "name", "born", "place")


@dataclass(frozen=True, slots=True)
class LongLinked:
    """One list, linked in a process of its own.

    Attributes:
        pairs: Written down (probability of the plan's ``keep`` or more).
        seconds: From the start of the process to its end, files included. peak_gib: the most memory at once.
        failed: Why there are no figures; "" where there are.
    """

    records: int
    pairs: int = 0
    seconds: float = 0.0
    peak_gib: float = 0.0
    failed: str = ""


@dataclass(frozen=True, slots=True)
class LongMeasured:
    """The same way of making people, two lengths. ratio: how many times the short list's seconds."""

    short: LongLinked
    long: LongLinked
    ratio: float


def measure_long_lists(
    shared: Path, *, records: int, tell: Callable[[str], None] = lambda _line: None
) -> LongMeasured:
    """Link a made list of ``records``/10 rows, then one of ``records``. Accuracy is not looked at.

    Raises:
        UnusableInput: what names are drawn from is missing.
    """
    short, long = (_linked(shared, count, tell) for count in (records // LONGER, records))
    ratio = 0.0 if short.failed or long.failed else long.seconds / short.seconds
    return LongMeasured(short, long, ratio)


def _linked(shared: Path, count: int, tell: Callable[[str], None]) -> LongLinked:
    import duckdb

    with TemporaryDirectory(prefix="tizme-measure-") as name:
        made, out = Path(name) / "made.parquet", Path(name) / "out"
        tell(f"making {count:,} records")
        write_records(shared, made, count=count, columns=_COLUMNS)
        tell(f"linking {count:,} records")
        ran = run_alone([sys.executable, "-W", "ignore", "-m", "tizme", "link", str(made), "--out", str(out)])
        if ran.error:
            return LongLinked(count, failed=ran.error)
        with duckdb.connect() as db:
            pairs = db.execute(f"SELECT count(*) FROM '{out}/pairs.parquet'").fetchall()[0][0]  # noqa: S608
    return LongLinked(count, pairs, ran.seconds, ran.peak_bytes / 2**30)
