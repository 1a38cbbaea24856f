"""Derive tables/names/frequencies.csv: how many in a million bear a given name, a family name.

Inputs (a folder given as the only argument; none is copied): names, midnames and surnames.parquet of russiannames 2.0
(BSD-3-Clause, Ivan Begtin): counts in Russian registers, with the peoples a name is usual among.
Two regions: ``ru``, the registers as they are; ``ca``, their names of Turkic, Iranian and Arabic origin alone, which are
those of the migrants from Central Asia; their family names come from given names and are judged by these (names/rarity.py).
Forms are canonical, family names without suffix. Needs duckdb. Redo with: python scripts/build_name_frequencies.py DATA/names
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import duckdb

from tizme.names.translit import canon, root, sexless

OUT = Path(__file__).parents[1] / "src/tizme/tables/names/frequencies.csv"
ELSEWHERE = {"slav", "arm", "germ", "jew", "polsk", "cz", "geor", "greek"}
# A name rarer than this in a million tells hardly more than one that is not listed.
LEAST = {"given": 2.5, "family": 8}


def main(folder: Path) -> None:
    db = duckdb.connect()
    given: dict[str, Counter[str]] = {"ru": Counter(), "ca": Counter()}
    family: dict[str, Counter[str]] = {"ru": Counter()}
    for name, peoples, count in db.execute(
        f"SELECT text, ethnic, count FROM '{folder}/names.parquet' WHERE count >= 2"
    ).fetchall():
        form = canon(name)
        given["ru"][form] += count
        if not ELSEWHERE & {p.strip() for p in peoples or ()} and (count < 20_000 or peoples):
            given["ca"][form] += count
    western = {
        canon(name)
        for (name,) in db.execute(
            f"SELECT text FROM '{folder}/names.parquet' WHERE list_has_any(list_transform(ethnic, lambda x: trim(x)), ?) UNION "
            f"SELECT fname FROM '{folder}/midnames.parquet' WHERE list_has_any(list_transform(ethnic, lambda x: trim(x)), ?)",
            [sorted(ELSEWHERE)] * 2,
        ).fetchall()
        if name
    }
    given["ca"] = Counter({f: n for f, n in given["ca"].items() if f not in western})
    given["ca"] = Counter({form: n for form, n in given["ca"].items() if form not in western})
    for name, count in db.execute(
        f"SELECT text, count FROM '{folder}/surnames.parquet' WHERE count >= 2"
    ).fetchall():
        family["ru"][root(sexless(canon(name)))] += count
    with OUT.open("w", encoding="utf-8") as out:
        out.write(
            "# How many in a million bear a name. form: canonical (names/translit.csv), family names without suffix. region: ru, the Russian\n"
            "# registers; ca, their names of Turkic, Iranian and Arabic origin. Rarer names are left out. Made by scripts/build_name_frequencies.py.\n"
            "# source: russiannames 2.0 by Ivan Begtin (BSD-3-Clause)\n"
            "part,region,form,per_million\n"
        )
        for part, regions in (("given", given), ("family", family)):
            for region, counted in regions.items():
                total = sum(counted.values())
                shares = {form: count / total * 1e6 for form, count in counted.items() if len(form) > 1}
                kept = {form: share for form, share in shares.items() if share >= LEAST[part]}
                print(
                    part,
                    region,
                    len(kept),
                    round(sum(kept.values()) / 1e6, 3),
                    sorted(kept.items(), key=lambda x: -x[1])[:12],
                )
                out.writelines(
                    f"{part},{region},{form},{share:.3g}\n" for form, share in sorted(kept.items())
                )
    print(OUT.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
