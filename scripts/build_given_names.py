"""Derive tables/names/given_names.csv, the compact list of given names with sex.

Inputs (a folder given as the only argument; none is copied):
    names.parquet                     russiannames 2.0 (BSD-3-Clause, Ivan Begtin): given names with
                                      sex and count in Russian registers
    midnames.parquet                  the same: patronymics with the father's name they come from
    wikidata_name_forms.txt           Wikidata name items (CC0), carried by rigour (MIT)
    common-forenames-by-country.csv   popular-names-by-country (CC0)
Needs duckdb. Redo with: python scripts/build_given_names.py DATA/names
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

import duckdb

OUT = Path(__file__).parents[1] / "src/tizme/tables/names/given_names.csv"
CYRILLIC = re.compile(r"^[А-ЯЁЄІЇҐӨҮҚҒҲӢЎҶӘҢҰҺ][а-яёєіїґөүқғҳӣўҷӯәңұһ'’ʼ-]{2,}$")
SURNAME_END = re.compile(r"(ова|ева|ёва|ович|евич|овна|евна|ский|ская|зода|заде|ұлы|қызы|оглы|кызы)$")
# A register puts a family name into the given name's column now and then; these few end so and are given names.
MALE_SURNAME_END = re.compile(r"(ов|ев|енко|чук)$")
NOT_SURNAMES = {"Лев", "Яков", "Иов", "Хосров", "Збигнев", "Любов"}
# Below these counts the registers hold more slips of the pen than names; a rarer name is kept
# when Wikidata knows it too.
ENOUGH, ENOUGH_FATHERS = 4, 25
COUNTRIES = {"KG", "KZ", "UZ", "TJ", "TM", "RU", "UA", "BY", "AZ"}


def wikidata_forms(path: Path) -> set[str]:
    """Every Cyrillic spelling of a name item, lower case."""
    forms: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            forms.update(
                form.strip() for form in line.split("=>")[0].split(",") if "а" <= form.strip()[:1] <= "ӿ"
            )
    return forms


def good(name: str) -> bool:
    if SURNAME_END.search(name.lower()) or (
        MALE_SURNAME_END.search(name.lower()) and name not in NOT_SURNAMES
    ):
        return False
    return bool(CYRILLIC.match(name))


def main(folder: Path) -> None:
    known = wikidata_forms(folder / "wikidata_name_forms.txt")
    votes: dict[str, dict[str, int]] = {}

    def vote(name: str, sex: str, count: int) -> None:
        votes.setdefault(name.replace("ё", "е").replace("Ё", "Е"), {"m": 0, "f": 0})[sex] += count

    db = duckdb.connect()
    named = db.execute(f"SELECT text, gender, count FROM '{folder}/names.parquet' WHERE gender IN ('m', 'f')")
    for name, sex, count in named.fetchall():
        if good(name) and (count >= ENOUGH or name.lower() in known):
            vote(name, sex, count)
    fathers = db.execute(
        f"SELECT fname, sum(count) FROM '{folder}/midnames.parquet' WHERE fname IS NOT NULL GROUP BY 1"
    )
    for name, count in fathers.fetchall():
        if good(name) and (count >= ENOUGH_FATHERS or (count >= 3 and name.lower() in known)):
            vote(name, "m", 1)
    with (folder / "common-forenames-by-country.csv").open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            local = row["Localized Name"]
            if row["Country"] in COUNTRIES and good(local) and row["Gender"] in "MF" and row["Gender"]:
                vote(local, row["Gender"].lower(), 1)
    with OUT.open("w", encoding="utf-8") as out:
        out.write(
            "# Given names in Cyrillic with the sex they are borne by; ё is written е. Made by scripts/build_given_names.py.\n"
        )
        out.write(
            "# source: russiannames 2.0 by Ivan Begtin (BSD-3-Clause), Wikidata name items (CC0), "
            "popular-names-by-country (CC0)\n"
        )
        out.write("name,sex\n")
        for name in sorted(votes):
            men, women = votes[name]["m"], votes[name]["f"]
            # One clerk in twenty ticks the wrong box.
            sex = "m" if men > 20 * women else "f" if women > 20 * men else "u" if min(men, women) else ""
            sex = sex or ("m" if men else "f")
            out.write(f"{name},{sex}\n")
    print(f"{len(votes)} names, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
