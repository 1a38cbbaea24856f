"""`tizme link`: lists in, pairs and clusters out, the reading of the columns shown."""

import subprocess
import sys

import duckdb
import pytest

NEWS = """id,ФИО,Год рождения,Район
1,Исаков Азамат Муратович,1988,Кара-Сууйский р-н
2,Исаков Азамат Талайбекович,1999,Ак-Талинский р-н
3,Сарыбеков Айбек,1995,Джумгальский р-н
"""
PRESS = """no,full_name,dob,place
a,Azamat Isakov,1999-03-01,Ak-Talaa district
b,Aibek Sarybekov,1995,Jumgal district
"""


def _run(folder, *options):
    (folder / "news.csv").write_text(NEWS, encoding="utf-8")
    (folder / "press.csv").write_text(PRESS, encoding="utf-8")
    command = [sys.executable, "-m", "tizme", "link", "news.csv", "press.csv", "--out", "out", *options]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


@pytest.mark.contract
@pytest.mark.parametrize("engine", ["plain", "duckdb"])
def test_two_lists_are_joined_and_the_columns_shown(tmp_path, engine):
    done = _run(tmp_path, "--engine", engine, "--clean", "news", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert "ФИО -> name" in done.stderr
    assert "dob -> birth_date" in done.stderr
    members = duckdb.sql(f"SELECT list, id, cluster FROM '{tmp_path}/out/clusters.parquet'").fetchall()
    by_cluster = {}
    for name, row_id, cluster in members:
        by_cluster.setdefault(cluster, set()).add((name, row_id))
    assert {("news", "2"), ("press", "a")} in by_cluster.values()
    assert {("news", "3"), ("press", "b")} in by_cluster.values()
    assert {("news", "1")} in by_cluster.values()
    columns = duckdb.sql(f"SELECT * FROM '{tmp_path}/out/pairs.parquet'").columns
    assert columns[:6] == ["left_list", "left_id", "right_list", "right_id", "probability", "weight_bits"]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Сарыбеков Айбек" in page
    assert "http" not in page
    assert "<script" not in page


def test_relatives_and_days_of_events_are_read_by_their_headers_and_shown_in_the_report(tmp_path):
    (tmp_path / "one.csv").write_text(
        "id,ФИО,Мать,Дата гибели,Попал в плен\n1,Исаков Азамат,Асанова Гульнара,12.09.2022,\n"
        "2,Исаков Азамат,Зулфия,,2022-03\n",
        encoding="utf-8",
    )
    (tmp_path / "two.csv").write_text(
        "id,name,mother name,wife's name,date of death,missing_since,last contact\n"
        "a,Azamat Isakov,Gulnara,Aigul,2022-09-13,2022-09-10,\n",
        encoding="utf-8",
    )
    command = [
        sys.executable,
        "-m",
        "tizme",
        "link",
        "one.csv",
        "two.csv",
        "--out",
        "out",
        "--threshold",
        "1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    for shown in (
        "Мать -> kin.mother", "mother name -> kin.mother", "wife's name -> kin.wife", "Дата гибели -> died.date",
        "date of death -> died.date", "missing_since -> missing.date", "last contact -> last_contact.date",
        "Попал в плен -> captured.date",
    ):  # fmt: skip
        assert shown in done.stderr
    pairs = duckdb.sql(f"SELECT left_id, right_id, probability, reasons FROM '{tmp_path}/out/pairs.parquet'")
    by_ids = {frozenset(ids): (chance, reasons) for *ids, chance, reasons in pairs.fetchall()}
    chance, reasons = by_ids[frozenset("1a")]
    assert "died:agree-within-days" in reasons
    assert "kin:agree" in reasons
    assert "kin:mother-differs" in by_ids[frozenset("2a")][1]
    assert chance > by_ids[frozenset("12")][0]
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "kin: mother-differs -3.0" in page
    assert "died: agree-within-days +4.5" in page


def test_a_mapping_by_hand_wins_over_what_the_header_seems_to_say(tmp_path):
    (tmp_path / "map.toml").write_text(
        '[lists.press.columns]\n"full_name" = ""\n"place" = "name"\n', encoding="utf-8"
    )
    done = _run(tmp_path, "--map", "map.toml")
    assert done.returncode == 0, done.stderr
    assert "place -> name" in done.stderr
    assert "full_name -> (left aside)" in done.stderr


def test_a_list_without_a_name_column_is_refused_with_the_next_step(tmp_path):
    (tmp_path / "map.toml").write_text('[columns]\n"full_name" = ""\n', encoding="utf-8")
    done = _run(tmp_path, "--map", "map.toml")
    assert done.returncode == 2
    assert "no column holds a name" in done.stderr
    assert "--map" in done.stderr


def test_markup_in_a_cell_does_not_become_markup_of_the_page(tmp_path):
    (tmp_path / "evil.csv").write_text("id,name\n1,<script>alert(1)</script> Isakov\n", encoding="utf-8")
    command = [sys.executable, "-m", "tizme", "link", "evil.csv", "--out", "out", "--engine", "plain"]
    subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert "<script" not in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
