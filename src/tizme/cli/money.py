"""`tizme money FILE.tsv`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tizme.cli.dates import FILE, FORMAT, print_with
from tizme.dates import parse_money


def _sum(row: dict[str, str]) -> dict[str, Any]:
    found = parse_money(row["text"], lang=row["lang"])
    if found is None:
        return {"amount": "", "currency": ""}
    amount, currency = found
    return {"amount": int(amount) if amount == int(amount) else amount, "currency": currency}


@click.command()
@FILE
@FORMAT
def command(file: Path, form: str) -> None:
    """Read sums of money.

    FILE is tab-separated with the columns text and lang. Prints the same rows with amount and currency
    (ISO 4217) added, empty where the text holds no sum of a known currency.
    """
    print_with(file, form, _sum)
