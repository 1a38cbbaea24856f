"""Derive tables/names/given_variants.csv: which spellings of a given name are one name, and which are two.

Input (a folder given as the only argument; nothing is copied whole):
    wikidata_name_forms.txt   spellings of one name item of Wikidata (CC0), carried by rigour (MIT)
Kept are items that bear a Cyrillic spelling of a given name that given_names.csv or given_by_hand.csv holds, or
a letter of Kazakh, Kyrgyz, Tajik, Uzbek, Tatar or Bashkir. Of an item's spellings one is kept for each canonical
form, and no item whose canonical forms all stand in another: both leave every answer of names/variants.py as it
was. Redo after translit.csv or sounds.csv changed: python scripts/build_given_variants.py DATA/names
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from tizme.names import canon
from tizme.names.variants import letters_of
from tizme.tables import rows
from tizme.text import fold, script_of

OUT = Path(__file__).parents[1] / "src/tizme/tables/names/given_variants.csv"
REGIONAL = re.compile("[әғқңөұүһҳӣўҷӯҗҙҫҡ]")
# A longer list of spellings is an item that several names fell into.
MOST_FORMS = 60
HEAD = """\
# Spellings of given names by name item of Wikidata: two spellings in one row are one name, two known spellings that share no row
# are two names. One spelling stands for all of the same canonical form. Made by scripts/build_given_variants.py; do not edit.
# source: Wikidata name items (CC0), carried by rigour (MIT)
item,forms
"""


def listed_given() -> set[str]:
    found = {fold(row["name"]) for row in rows("names/given_names.csv", "name")}
    for row in rows("names/given_by_hand.csv", "names"):
        found.update(map(fold, row["names"].split()))
    return found


def kept_items(path: Path) -> dict[str, dict[str, str]]:
    """Item -> canonical form -> the spelling that stands for it."""
    given = listed_given()
    found: dict[str, dict[str, str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        written, _, item = line.rpartition("=>")
        forms = [f for form in written.split(",") if script_of(f := form.strip()) in {"Cyrl", "Latn"}]
        if not any(REGIONAL.search(form) or fold(form) in given for form in forms):
            continue
        by_canon: dict[str, str] = {}
        for form in forms:
            key = canon(letters_of(form))
            if len(key) > 1:
                by_canon.setdefault(key, letters_of(form))
        if by_canon and len(by_canon) <= MOST_FORMS:
            found[item.strip()] = by_canon
    return found


def without_subsets(items: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Drop each item whose canonical forms all stand in one other item."""
    by_form: dict[str, set[str]] = defaultdict(set)
    kept: dict[str, dict[str, str]] = {}
    for item in sorted(items, key=lambda q: (-len(items[q]), q)):
        holders = [by_form[form] for form in items[item]]
        if not set.intersection(*holders):
            kept[item] = items[item]
            for form in items[item]:
                by_form[form].add(item)
    return kept


def main(folder: Path) -> None:
    kept = without_subsets(kept_items(folder / "wikidata_name_forms.txt"))
    lines = [f"{item},{' '.join(kept[item].values())}\n" for item in sorted(kept, key=lambda q: int(q[1:]))]
    OUT.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(kept)} items, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
