"""Read a table of counts, and the mask that says which list could not hold whom.

    EXH,ABA,OSCE,period,count        one 0/1 column a list, stratum columns, the count
    1,0,0,1999-03,214
    1,,1,1999-04,17                  an empty list cell: this list could hold nobody of this stratum
    0,1,0,,9                         an empty stratum: not known

The mask may stand in a TOML file instead:

    definition = "civilians killed, March to June 1999"
    [[leaves_out]]
    list = "ABA"
    period = ["1999-04", "1999-05"]
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tizme.model import CountsRow, CountsTable, Uncovered, UnusableInput
from tizme.tables import rows as table_rows

MOST_LISTS = 16
MOST_PEOPLE = 1_000_000_000  # a table of more is a mistake, and past what the sums of the models carry
COUNT_COLUMNS = ("count", "counts", "n", "freq", "frequency")
_BLANK = {"", "na", "nan"}


def load_counts(file: Path, *, coverage: Path | None = None, count_column: str = "") -> CountsTable:
    """The counts in a CSV file.

    Raises:
        UnusableInput: as ``read_counts``, with file and line.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInput("not UTF-8 text", str(file), "save it as UTF-8 and run again") from error
    table = read_counts(text, where=str(file), count_column=count_column)
    return table if coverage is None else with_coverage(table, coverage)


def read_counts(text: str, *, where: str = "counts", count_column: str = "") -> CountsTable:
    """The counts in the text of a CSV (comma, semicolon or tab).

    Columns whose cells are all 0, 1 or empty are lists; ``count`` is the count; the rest are strata.
    Rows of one history and stratum are added up; a history of zeros only is refused, as nobody can
    have counted whom no list holds, unless its count is 0 or empty.

    Raises:
        UnusableInput: no count column, no list, a count that is no whole number, a mask against itself.
    """
    numbered = [(n, line) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
    numbered = [(n, line) for n, line in numbered if not line.startswith("#")]
    if len(numbered) < 2:
        raise UnusableInput("no rows", where, "give a header and one row for each history")
    delimiter = max(",;\t", key=numbered[0][1].count)
    cells = list(csv.reader(io.StringIO("\n".join(line for _, line in numbered)), delimiter=delimiter))
    header = [name.strip() for name in cells[0]]
    if len(set(header)) < len(header):
        raise UnusableInput("two columns of one name", f"{where}:{numbered[0][0]}", "rename one")
    at_count = _count_column(header, count_column, where=f"{where}:{numbered[0][0]}")
    body = [(n, [cell.strip() for cell in row]) for (n, _), row in zip(numbered[1:], cells[1:], strict=True)]
    for line, row in body:
        if len(row) != len(header):
            raise UnusableInput(
                f"{len(row)} cells where the header has {len(header)}", f"{where}:{line}", "mend it"
            )
    at_lists = [
        i
        for i in range(len(header))
        if i != at_count
        and {row[i].casefold() for _, row in body} <= {"0", "1"} | _BLANK
        and any(row[i] in {"0", "1"} for _, row in body)
    ]
    if not at_lists:
        raise UnusableInput("no column of 0 and 1", where, "give one such column for each list")
    if len(at_lists) > MOST_LISTS:
        raise UnusableInput(
            f"{len(at_lists)} lists", where, f"join some: at most {MOST_LISTS} can be told apart"
        )
    at_strata = [i for i in range(len(header)) if i != at_count and i not in at_lists]
    return _table(body, header, at_lists, at_strata, at_count, where=where)


def _count_column(header: Sequence[str], wanted: str, *, where: str) -> int:
    for name in (wanted,) if wanted else COUNT_COLUMNS:
        for i, column in enumerate(header):
            if column.casefold() == name.casefold():
                return i
    raise UnusableInput(f"no column '{wanted or 'count'}'", where, f"there are: {', '.join(header)}")


def _table(
    body: Sequence[tuple[int, list[str]]],
    header: Sequence[str],
    at_lists: Sequence[int],
    at_strata: Sequence[int],
    at_count: int,
    *,
    where: str,
) -> CountsTable:
    lists, columns = tuple(header[i] for i in at_lists), tuple(header[i] for i in at_strata)
    missing = {row["word"].casefold() for row in table_rows("estimate/missing.csv", "word")} | {""}
    found = []
    blank: dict[tuple[str, tuple[str, ...]], int] = {}
    filled: dict[tuple[str, tuple[str, ...]], int] = {}
    for line, row in body:
        stratum = tuple("" if row[i].casefold() in missing else row[i] for i in at_strata)
        for i in at_lists:
            side = blank if row[i].casefold() in _BLANK else filled
            # Whom a list leaves out is a matter of strata: an empty cell of somebody whose stratum is not
            # known is no more than a list that they are not on.
            if all(stratum):
                side.setdefault((header[i], stratum), line)
        history = tuple(1 if row[i] == "1" else 0 for i in at_lists)
        count = _count(row[at_count], where=f"{where}:{line}", on_a_list=any(history))
        if not any(history):
            if count:
                raise UnusableInput(
                    f"{count} people on no list",
                    f"{where}:{line}",
                    "leave the row out: it is what is estimated",
                )
            continue
        found.append(CountsRow(history, stratum, count, line))
    for key, line in blank.items():
        if not columns:
            raise UnusableInput(
                f"an empty cell under list '{key[0]}'",
                f"{where}:{line}",
                "write 0 or 1, or add a stratum column",
            )
        if key in filled:
            raise UnusableInput(
                f"list '{key[0]}' is empty here and filled at line {filled[key]} of the same stratum",
                f"{where}:{line}",
                "leave the list empty in the whole stratum, or in none of it",
            )
    masks = tuple(
        Uncovered(
            name, tuple((column, (value,)) for column, value in zip(columns, stratum, strict=True) if value)
        )
        for name, stratum in blank
        if any(stratum)
    )
    return CountsTable(lists, columns, tuple(found), masks)


def _count(cell: str, *, where: str, on_a_list: bool) -> int:
    """The count of a cell; empty only in the row of those on no list, whom nobody can have counted."""
    if cell.casefold() in _BLANK and not on_a_list:
        return 0
    try:
        value = float(cell.replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        value = -1.0
    # What is not a number compares as false to everything.
    if not 0 <= value <= MOST_PEOPLE or value != int(value):
        raise UnusableInput(
            f"'{cell}' is no count", where, f"write a whole number of people, 0 to {MOST_PEOPLE:,}"
        )
    return int(value)


def with_coverage(table: CountsTable, file: Path) -> CountsTable:
    """The table with the mask of a TOML file on top of its own.

    Raises:
        UnusableInput: not TOML, an unknown list, column or value, or counts under the mask.
    """
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnusableInput(f"not TOML ({error})", str(file), "mend it") from error
    unknown = sorted(set(read) - {"definition", "leaves_out"})
    if unknown:
        raise UnusableInput(f"unknown key '{unknown[0]}'", str(file), "use definition and [[leaves_out]]")
    masks = list(table.uncovered)
    for number, entry in enumerate(read.get("leaves_out", []), start=1):
        masks.append(_mask(entry, table, where=f"{file}, leaves_out {number}"))
    full = CountsTable(
        table.lists,
        table.stratum_columns,
        table.rows,
        tuple(masks),
        str(read.get("definition", table.definition)),
        table.held_back,
    )
    for row in full.rows:
        for i, name in enumerate(full.lists):
            if row.count and row.history[i] and not covers(full, name, row.stratum):
                raise UnusableInput(
                    f"list '{name}' holds {row.count} people of a stratum that the mask says it leaves out",
                    f"{file} and line {row.line} of the counts",
                    "mend one of the two",
                )
    return full


def _mask(entry: Any, table: CountsTable, *, where: str) -> Uncovered:
    if not isinstance(entry, dict) or "list" not in entry:
        raise UnusableInput("an entry without 'list'", where, "name the list that leaves somebody out")
    name = entry["list"]
    if name not in table.lists:
        raise UnusableInput(f"no list '{name}'", where, f"there are: {', '.join(table.lists)}")
    conditions = []
    for column, given in entry.items():
        if column == "list":
            continue
        if column not in table.stratum_columns:
            raise UnusableInput(
                f"no stratum column '{column}'",
                where,
                f"there are: {', '.join(table.stratum_columns) or 'none'}",
            )
        values = tuple(str(value) for value in (given if isinstance(given, list) else [given]))
        at = table.stratum_columns.index(column)
        known = {row.stratum[at] for row in table.rows}
        for value in values:
            if value not in known:
                raise UnusableInput(f"no {column} '{value}' in the counts", where, "mend it")
        conditions.append((column, values))
    if not conditions:
        raise UnusableInput(
            f"list '{name}' would leave out everybody", where, "name the strata, or drop the list"
        )
    return Uncovered(name, tuple(conditions))


def covers(table: CountsTable, name: str, stratum: Sequence[str]) -> bool:
    """Whether the list could hold somebody of this stratum."""
    value = dict(zip(table.stratum_columns, stratum, strict=True))
    return not any(
        mask.list_name == name and all(value[column] in values for column, values in mask.where)
        for mask in table.uncovered
    )


def table_of(counts: Any, *, coverage: Path | str | None = None) -> CountsTable:
    """A table from whatever the Python door is given.

    Args:
        counts: A CountsTable; a path; rows as mappings (list columns, strata, ``count``); a mapping of
            histories such as {"101": 17}; or a data frame of pandas or polars.

    Raises:
        UnusableInput: it is none of these, or as ``read_counts``.
    """
    if isinstance(counts, CountsTable):
        table = counts
    elif isinstance(counts, str | Path):
        table = load_counts(Path(counts))
    elif isinstance(counts, Mapping) and all(isinstance(k, str) and set(k) <= {"0", "1"} for k in counts):
        width = max(len(key) for key in counts)
        names = [f"L{i + 1}" for i in range(width)]
        lines = [",".join([*names, "count"])]
        lines += [",".join([*key.zfill(width), str(value)]) for key, value in counts.items()]
        table = read_counts("\n".join(lines))
    else:
        table = read_counts(_as_csv(counts))
    return table if coverage is None else with_coverage(table, Path(coverage))


def _as_csv(counts: Any) -> str:
    if hasattr(counts, "to_dicts"):
        counts = counts.to_dicts()
    elif hasattr(counts, "to_dict") and hasattr(counts, "columns"):
        counts = counts.to_dict("records")
    if not isinstance(counts, Iterable):
        raise UnusableInput("no counts", "tizme.estimate", "give a path, rows, or a mapping of histories")
    found = list(counts)
    if not found or not all(isinstance(row, Mapping) for row in found):
        raise UnusableInput("no rows", "tizme.estimate", "give a path, rows, or a mapping of histories")
    out = io.StringIO()
    header = list(found[0])
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(["" if row.get(name) is None else row.get(name) for name in header] for row in found)
    return out.getvalue()
