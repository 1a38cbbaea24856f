"""What a human said of two rows of lists outweighs what the plan says."""

import csv

import duckdb
import pytest
from click.testing import CliRunner

from tizme.cli.link import command as link_verb
from tizme.link import list_plan, read_plan

ROWS = [
    ("1", "Айбек Сарыбеков", "1990-05-01"),
    ("2", "Aibek Sarybekov", "1990-05-01"),
    ("3", "Сарыбеков Айбек", "1990-05-01"),
    ("4", "Нурлан Токтосунов", "1985"),
]


def link(tmp_path, verdicts, *, out="out"):
    people, judged = tmp_path / "people.csv", tmp_path / "judged.csv"
    with people.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "name", "born"), *ROWS])
    with judged.open("w", encoding="utf-8", newline="") as file:
        header = ("left_list", "left_id", "right_list", "right_id", "verdict")
        csv.writer(file).writerows([header, *verdicts])
    words = [str(people), "--out", str(tmp_path / out), "--judged", str(judged)]
    return CliRunner().invoke(link_verb, words)


def groups(folder):
    found = duckdb.sql(
        f"SELECT cluster, list(id ORDER BY id) FROM '{folder / 'clusters.parquet'}' GROUP BY 1"
    )
    return sorted(tuple(ids) for _, ids in found.fetchall())


def test_rows_judged_different_stay_apart_and_rows_judged_same_are_joined(tmp_path):
    verdicts = [("people", "1", "people", "2", "different"), ("people", "3", "people", "4", "same")]
    link(tmp_path, verdicts)
    found = groups(tmp_path / "out")
    assert any({"3", "4"} <= set(ids) for ids in found)
    assert not any({"1", "2"} <= set(ids) for ids in found)


def test_without_verdicts_the_three_spellings_are_one_man(tmp_path):
    link(tmp_path, [("people", "4", "people", "1", "different")])
    assert groups(tmp_path / "out") == [("1", "2", "3"), ("4",)]


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (("people", "1", "people", "2", "perhaps"), "write 'same' or 'different'"),
        (("people", "1", "people", "", "same"), "no right_id"),
        (("others", "1", "others", "2", "same"), "none of the rows that were judged"),
    ],
)
def test_a_verdict_that_cannot_be_obeyed_is_told(tmp_path, verdict, said):
    done = link(tmp_path, [verdict])
    assert done.exit_code != 0
    assert said in (done.output + str(done.exception))


def test_two_fathers_are_not_joined_by_way_of_a_row_that_names_none(tmp_path):
    people = tmp_path / "people.csv"
    rows = [
        ("1", "Сарыбеков Айбек Нурланович", "1990-05-01"),
        ("2", "Сарыбеков Айбек", "1990-05-01"),
        ("3", "Сарыбеков Айбек Токтогулович", "1990-05-01"),
    ]
    with people.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "name", "born"), *rows])
    CliRunner().invoke(link_verb, [str(people), "--out", str(tmp_path / "out")], catch_exceptions=False)
    assert not any({"1", "3"} <= set(ids) for ids in groups(tmp_path / "out"))


def many(tmp_path, verdict_of, *, out, column="place", values=("Ош", "Нарын")):
    """Thirty pairs of rows that agree by name and differ in a column, each judged; one more that nobody judged."""
    people, judged = tmp_path / "men.csv", tmp_path / "men-judged.csv"
    families = [
        f"{a}{b}ов"
        for a in ("Абд", "Бол", "Сыд", "Тур", "Кал", "Мур")
        for b in ("ал", "ек", "ин", "ос", "ун", "ым")
    ]
    with people.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "name", "born", column))
        for i, family in enumerate(families):
            rows.writerow((f"a{i}", f"{family} Айбек", "1990", values[0]))
            rows.writerow((f"b{i}", f"{family} Айбек", "1990", values[1]))
    with judged.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("left_list", "left_id", "right_list", "right_id", "verdict"))
        for i in range(30):
            rows.writerow(("men", f"a{i}", "men", f"b{i}", verdict_of(i)))
    done = CliRunner().invoke(link_verb, [str(people), "--out", str(tmp_path / out), "--judged", str(judged)])
    assert done.exit_code == 0, done.output
    where = f"'{tmp_path / out / 'pairs.parquet'}' WHERE left_id = 'a35' AND right_id = 'b35'"
    return duckdb.sql(f"SELECT probability FROM {where}").fetchall()[0][0], done


def test_verdicts_move_the_weights_of_pairs_that_nobody_judged(tmp_path):
    few, _ = many(tmp_path, lambda i: "same" if i < 3 else "different", out="few")
    mostly_same, done = many(tmp_path, lambda i: "same" if i < 20 else "different", out="same")
    mostly_different, _ = many(tmp_path, lambda i: "same" if i < 10 else "different", out="different")
    assert "weights moved by the verdicts" in done.output
    assert mostly_different < few < mostly_same or mostly_different < mostly_same
    assert few != mostly_same
    assert "-judged" in (tmp_path / "same" / "plan.yaml").read_text(encoding="utf-8")
    assert "-judged" not in (tmp_path / "few" / "plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("column", "values", "field"),
    [
        ("kin.wife", ("Айгуль", "Назгуль"), "kin"),
        ("died.date", ("2022-09-12", "2022-10-12"), "died"),
    ],
)
def test_verdicts_move_what_relatives_and_days_of_events_weigh(tmp_path, column, values, field):
    options = {"column": column, "values": values}
    mostly_same, _ = many(tmp_path, lambda i: "same" if i < 20 else "different", out="same", **options)
    mostly_different, _ = many(
        tmp_path, lambda i: "same" if i < 10 else "different", out="different", **options
    )
    assert mostly_different < mostly_same
    moved = {one.name: one for one in read_plan(tmp_path / "same" / "plan.yaml").fields}
    shipped = {one.name: one for one in list_plan().fields}
    assert moved[field] != shipped[field]
    assert moved["captured"] == shipped["captured"]
