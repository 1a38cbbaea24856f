"""One suite for every engine of whole lists: same rows, same plan, same pairs, same weights."""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace

import duckdb
import pytest

from tizme import link
from tizme.engines import LIST_ENGINES, list_engine
from tizme.engines.list_linking import link_lists
from tizme.engines.list_rows import make_columns, stage_rows
from tizme.ports.list_engine import ListKey, levels_of, pattern_reasons, radixes

pytestmark = pytest.mark.contract

_GIVEN = [
    "Айбек",
    "Aibek",
    "Нурлан",
    "Nurlan",
    "Отабек",
    "Otabek",
    "Шуҳрат",
    "Shukhrat",
    "А.",
    "Саодат",
    "Нурлна",
]
_FAMILY = ["Сарыбеков", "Sarybekov", "Қодиров", "Kadyrov", "Шарифов", "Шарифзода", "Осмонова", "Cарыбекав"]
_FATHER = ["", "", "Асанович", "Асан уулу", "Саидович", "Karimovich"]
_MAPPING = {
    "id": "id", "name": "name", "born": "birth_date", "place": "origin", "sex": "sex", "passport": "document_number",
    "mail": "email", "street": "address", "age": "age", "mother": "kin.mother", "kin": "kin", "died": "died.date",
    "captured": "captured.date", "missing": "missing.date", "last": "last_contact.date",
}  # fmt: skip
_MOTHERS = ["", "", "Гульнара", "Асанова Гулнора", "Gulnara", "Гульнора", "Зулфия", "Зулфиё"]
_KIN = ["", "", "жена Айгуль", "Aigul; Gulnara", "отец Асан", "брат Бакыт, мать Гульнара", "тел. 0555"]
_DAYS = [
    "",
    "",
    "2022-09-12",
    "12.09.2022",
    "2022-09",
    "2022-09-14",
    "2022-10-20",
    "2023-05",
    "2022-09-10/2022-09-13",
]


def _rows(count, seed):
    draw = random.Random(seed)
    for i in range(count):
        name = f"{draw.choice(_FAMILY)} {draw.choice(_GIVEN)} {draw.choice(_FATHER)}".strip()
        born = draw.choice(
            [
                "",
                "1990",
                "1990-02-09",
                "1990-09-02",
                "1991-02-09",
                "1990-02-10",
                "19900209",
                "1990-01-01",
                "09.02.1990",
                "1990~",
            ]
        )
        place = draw.choice(["", "Ош", "Кара-Суу", "Osh", "Атлантида"])
        passport, mail = (
            draw.choice(["", "", "AN1234567", "AN1234568"]),
            draw.choice(["", "a.b@mail.kg", "ab@mail.kg"]),
        )
        street = draw.choice(["", "12 Lenin str.", "12 Lenina str"])
        yield (
            f"r{i}",
            name,
            born,
            place,
            draw.choice(["", "м", "m", "f"]),
            passport,
            mail,
            street,
            draw.choice(["", "33"]),
            draw.choice(_MOTHERS),
            draw.choice(_KIN),
            *(draw.choice(_DAYS) for _ in range(4)),
        )


def _list(folder, name, rows):
    """A list with as many of the columns as its rows are long."""
    path = folder / f"{name}.csv"
    cells = list(rows)
    lines = [list(_MAPPING)[: len(cells[0])], *cells]
    path.write_text("".join(",".join(f'"{c}"' for c in line) + "\n" for line in lines), encoding="utf-8")
    return path


def _staged(path, out):
    (out / "work").mkdir(parents=True, exist_ok=True)
    header = path.read_text(encoding="utf-8").split("\n")[0].replace('"', "").split(",")
    mapping = {column: _MAPPING[column] for column in header}
    one = stage_rows(path, path.stem, mapping, out / "work", published="2023-01-01")
    make_columns(one, published="2023-01-01", tell=lambda _: None)
    return one


def _link(paths, out, engine="duckdb", plan=None, clean=(), told=None, *, learn=False):
    made = list_engine(engine, memory="500MB", spark_master="local[2]")
    tell = (told if told is not None else []).append
    return link_lists(
        [_staged(path, out) for path in paths], out, plan or link.list_plan(), made,
        clean=frozenset(clean), threshold=0.5, memory="500MB", tell=tell, learn=learn,
    )  # fmt: skip


def _pairs(out):
    return set(duckdb.sql(f"SELECT * FROM '{out}/pairs.parquet'").fetchall())


def _persons(out):
    found = duckdb.sql(f"SELECT cluster, list, id FROM '{out}/clusters.parquet'").fetchall()
    groups = {}
    for cluster, name, row in found:
        groups.setdefault(cluster, set()).add((name, row))
    return {frozenset(group) for group in groups.values()}


def _needs(engine):
    if engine == "spark" and (
        shutil.which("java") is None
        or subprocess.run(["java", "-version"], capture_output=True, check=False).returncode
    ):
        pytest.skip("Spark needs Java, and there is none here")
    if engine == "spark":
        pytest.importorskip("pyspark", reason="pyspark is not installed")


@pytest.fixture
def small(tmp_path):
    return [_list(tmp_path, "one", _rows(120, 1)), _list(tmp_path, "two", _rows(80, 2))]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("engine", [one for one in LIST_ENGINES if one != "plain"])
def test_engines_give_the_pairs_and_weights_of_the_plain_engine(engine, small, tmp_path):
    _needs(engine)
    # Blocks of at most six rows here, so that the cap and the keys after it are at work.
    plan = replace(
        link.list_plan(), keep=0.0001, keys=tuple(ListKey(key.columns, 6) for key in link.list_plan().keys)
    )
    _link(small, tmp_path / "plain", "plain", plan)
    _link(small, tmp_path / engine, engine, plan)
    expected = _pairs(tmp_path / "plain")
    assert len(expected) > 60
    assert _pairs(tmp_path / engine) == expected
    assert _persons(tmp_path / engine) == _persons(tmp_path / "plain")


_NEW_FIELDS = {"died", "captured", "missing", "last_contact", "kin"}


def test_lists_that_name_no_kin_and_no_event_are_linked_as_by_a_plan_without_them(tmp_path):
    lists = [
        _list(tmp_path, name, [row[:9] for row in _rows(100, seed)]) for name, seed in (("a", 1), ("b", 2))
    ]
    plan = link.list_plan()
    fields = tuple(one for one in plan.fields if one.name not in _NEW_FIELDS)
    keys = tuple(one for one in plan.keys if one.columns[-1] not in {"mother_fold", "died_day"})
    _link(lists, tmp_path / "whole")
    _link(lists, tmp_path / "less", plan=replace(plan, fields=fields, keys=keys))
    assert _pairs(tmp_path / "whole") == _pairs(tmp_path / "less")
    folders = [tmp_path / one / "work" / "pairs" for one in ("whole", "less")]
    found = [duckdb.sql(f"SELECT * FROM '{one}/*/*.parquet'").fetchall() for one in folders]
    assert sorted(found[0]) == sorted(found[1])


def test_a_list_that_brings_columns_which_the_first_one_lacked_is_compared_by_them(tmp_path):
    first = _list(tmp_path, "first", [("1", "Сарыбеков Айбек", "")])
    mother = ("", "", "", "", "", "", "Гульнара", "", "", "2022-09-12")
    others = [_list(tmp_path, f"other{i}", [(str(i), "Aibek Sarybekov", "", *mother)]) for i in (2, 3)]
    for engine in ("duckdb", "plain"):
        _link([first], tmp_path / engine, engine)
        _link([first, *others], tmp_path / engine, engine)
    assert _pairs(tmp_path / "duckdb") == _pairs(tmp_path / "plain")
    told = [reasons for *_, reasons in _pairs(tmp_path / "plain")]
    assert sum("kin:agree" in r and "captured:agree" in r for r in told) == 1


def test_adding_a_list_compares_only_its_rows_and_ends_where_one_run_would(small, tmp_path):
    first, second = small
    out, told = tmp_path / "out", []
    work = out / "work"
    _link([first], out)
    before = (out / "work" / "pairs" / "000" / "key02.parquet").stat().st_mtime_ns
    _link([first, second], out, told=told)
    assert "comparing 80 new rows with 200" in told
    assert (out / "work" / "pairs" / "000" / "key02.parquet").stat().st_mtime_ns == before
    new = duckdb.sql(f"SELECT min(right_seq) FROM '{work}/pairs/001/*.parquet'").fetchall()[0][0]
    assert new >= 120
    # From the beginning, with rarity and block sizes counted on the same first list.
    fresh = tmp_path / "fresh"
    _link([first], fresh)
    shutil.rmtree(fresh / "work" / "pairs")
    state = (fresh / "work" / "state.json").read_text(encoding="utf-8")
    (fresh / "work" / "state.json").unlink()
    (fresh / "work" / "state.json").write_text(state, encoding="utf-8")
    shutil.copytree(out / "work" / "table", fresh / "work" / "table", dirs_exist_ok=True)
    engine = list_engine("duckdb", memory="500MB", spark_master="")
    from tizme.engines.list_sql import least_weight

    engine.pairs(
        str(fresh / "work" / "table" / "*.parquet"), link.list_plan(), out=str(tmp_path / "whole"), first_new=0,
        least_weight=least_weight(link.list_plan(), 120),
    )  # fmt: skip
    columns = "left_seq, right_seq, pattern, weight"
    whole = set(duckdb.sql(f"SELECT {columns} FROM '{tmp_path}/whole/*.parquet'").fetchall())
    steps = set(duckdb.sql(f"SELECT {columns} FROM '{work}/pairs/*/*.parquet'").fetchall())
    assert steps == whole


def test_a_second_run_makes_nothing_again(small, tmp_path):
    _link(small, tmp_path / "out")
    told = []
    expected = _pairs(tmp_path / "out")
    _link(small, tmp_path / "out", told=told)
    assert "nothing is new: joining again what was compared" in told
    assert _pairs(tmp_path / "out") == expected


def test_a_run_that_was_stopped_between_two_keys_goes_on(small, tmp_path):
    out = tmp_path / "out"
    _link(small, out)
    expected = _pairs(out)
    (out / "work" / "state.json").unlink()
    for file in sorted((out / "work" / "pairs" / "000").glob("key*.parquet"))[5:]:
        file.unlink()
    _link(small, out)
    assert _pairs(out) == expected


def test_rows_of_one_clean_list_are_never_one_person(small, tmp_path):
    _link(small, tmp_path / "out", clean=("one",))
    assert all(sum(name == "one" for name, _ in person) <= 1 for person in _persons(tmp_path / "out"))


def test_a_pattern_tells_the_level_of_every_field():
    plan = link.list_plan()
    places = [len(field.levels) - 1 for field in plan.fields]
    pattern = sum(place * radix for place, radix in zip(places, radixes(plan), strict=True))
    assert [level.code for level in levels_of(pattern, plan)] == [
        field.levels[-1].code for field in plan.fields
    ]
    assert "given:contradicted" in pattern_reasons(pattern, plan)


class _Stops:
    """An engine that is stopped after it has found something."""

    def __init__(self, engine):
        self.engine = engine

    def pairs(self, table, plan, *, out, first_new, least_weight):
        self.engine.pairs(table, plan, out=out, first_new=first_new, least_weight=least_weight)
        raise KeyboardInterrupt


def _stop(paths, out, engine="duckdb"):
    made = list_engine(engine, memory="500MB", spark_master="")
    stopping = type(type(made).__name__, (_Stops,), {})(made)
    with pytest.raises(KeyboardInterrupt):
        link_lists(
            [_staged(path, out) for path in paths], out, link.list_plan(), stopping,
            clean=frozenset(), threshold=0.5, memory="500MB", tell=lambda _: None,
        )  # fmt: skip


def test_what_a_stopped_run_found_is_kept(small, tmp_path):
    out = tmp_path / "out"
    _stop(small, out)
    before = (out / "work" / "pairs" / "000" / "key02.parquet").stat().st_mtime_ns
    _link(small, out)
    assert (out / "work" / "pairs" / "000" / "key02.parquet").stat().st_mtime_ns == before


def test_a_list_added_after_another_one_was_stopped_is_compared_itself(small, tmp_path):
    first, second = small
    other = _list(tmp_path, "other", _rows(70, seed=9))
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    _link([first], out)
    _stop([first, second], out)
    _link([first, other], out)
    _link([first], fresh)
    _link([first, other], fresh)
    assert _pairs(out) == _pairs(fresh)
    assert _persons(out) == _persons(fresh)


def test_a_list_that_is_taken_away_leaves_nothing(small, tmp_path):
    first, second = small
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    _link([first], out)
    _link([first, second], out)
    _link([first], out)
    _link([first], fresh)
    assert _pairs(out) == _pairs(fresh)


def test_a_run_that_goes_on_with_another_engine_finds_no_pair_twice(small, tmp_path):
    out = tmp_path / "out"
    _stop(small, out)
    _link(small, out, engine="plain")
    _link(small, tmp_path / "fresh")
    found = duckdb.sql(f"SELECT count(*) FROM '{out}/pairs.parquet'").fetchall()[0][0]
    assert found == len(_pairs(tmp_path / "fresh"))


def test_lists_that_outgrew_the_first_one_are_counted_anew(tmp_path):
    plan = replace(link.list_plan(), least_rows=20)
    lists = [_list(tmp_path, "little", _rows(20, seed=3)), _list(tmp_path, "long", _rows(90, seed=4))]
    _link(lists[:1], tmp_path / "out", plan=plan)
    _link(lists, tmp_path / "out", plan=plan)
    _link(lists, tmp_path / "fresh", plan=plan)
    assert _pairs(tmp_path / "out") == _pairs(tmp_path / "fresh")


def test_a_plan_is_known_again_in_another_process():
    asked = "from tizme import link; from tizme.engines.list_linking import _plan_text as t; print(t(link.list_plan()))"
    told = {
        subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


@pytest.mark.parametrize("rows", [[], [("1", "Айбек Сарыбеков")]])
def test_a_list_of_no_row_is_linked_as_any_other(rows, tmp_path):
    empty, other = tmp_path / "empty [1].csv", tmp_path / "other.csv"
    empty.write_text('id,"the ""name"""\n', encoding="utf-8")
    other.write_text("\n".join(["row,name", *(",".join(row) for row in rows)]) + "\n", encoding="utf-8")
    out, found = tmp_path / "out", []
    for path, mapping in (
        (empty, {"id": "id", 'the "name"': "name"}),
        (other, {"row": "id", "name": "name"}),
    ):
        found.append(stage_rows(path, path.stem, mapping, out / "work", published=""))
        make_columns(found[-1], published="", tell=lambda _: None)
    link_lists(
        found, out, link.list_plan(), list_engine("duckdb", memory="500MB", spark_master=""),
        clean=frozenset(), threshold=0.5, memory="500MB", tell=lambda _: None,
    )  # fmt: skip
    assert {row for person in _persons(out) for row in person} == {("other", row[0]) for row in rows}


def _twice(count, seed):
    """Men of many names, every third of them written down twice, the second time in other letters."""
    draw = random.Random(seed)
    syllables = ["ал", "бек", "дин", "ту", "кар", "мо", "сай", "рус", "жан", "ило"]
    mothers = [
        f"{a}{b}" for a in ("Гул", "Ай", "Зул", "Нур", "Бак", "Сай") for b in ("нара", "жан", "фия", "зат")
    ]
    for i in range(count):
        family = f"{draw.choice(syllables).title()}{draw.choice(syllables)}{draw.choice(syllables)}ов"
        given = draw.choice(["Айбек", "Нурлан", "Отабек", "Шухрат", "Талант", "Бакыт", "Руслан", "Жаныбек"])
        born = f"19{draw.randint(70, 99)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        place = draw.choice(["Ош", "Нарын", "Талас", "Баткен"])
        mother, died = draw.choice(mothers), f"2022-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        for turn in range(2 if i % 3 == 0 else 1):
            name = f"{family} {given}" if turn == 0 else f"{given} {family}"
            born_told = born if draw.random() < 0.8 else born[:4]
            mother_told = (
                "" if draw.random() < 0.3 else mother if draw.random() < 0.9 else draw.choice(mothers)
            )
            yield (f"r{i}-{turn}", name, born_told, place, *[""] * 5, mother_told, "", died)


def test_weights_are_learnt_without_a_label_and_serve_lists_that_come_later(tmp_path):
    one, two = _list(tmp_path, "one", _twice(1500, 5)), _list(tmp_path, "two", _twice(60, 6))
    told: list[str] = []
    first = _link([one], tmp_path / "out", told=told, learn=True)
    assert "learning what agreement is worth in these lists" in told
    assert first.plan.version == f"{link.list_plan().version}-learnt"
    learnt = {one.name: one for one in first.plan.fields}
    shipped = {one.name: one for one in link.list_plan().fields}
    assert all(learnt[name] != shipped[name] for name in ("given", "born", "kin", "died"))
    assert learnt["captured"] == shipped["captured"]
    by_code = {level.code: level.weight for level in learnt["kin"].levels}
    assert by_code["agree"] > 2
    assert by_code["mother-differs"] < 0
    joined = {
        frozenset(row.split("-")[0] for _, row in group)
        for group in _persons(tmp_path / "out")
        if len(group) > 1
    }
    assert len([group for group in joined if len(group) == 1]) > 400  # of 500 men who are written down twice
    assert len([group for group in joined if len(group) > 1]) < 10
    again = _link([one, two], tmp_path / "out", learn=True)
    assert again.plan == first.plan
    assert link.read_plan(tmp_path / "out" / "plan.yaml") == first.plan
    plain = _link([one, two], tmp_path / "out")
    assert plain.plan == link.list_plan()
