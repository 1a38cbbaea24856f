"""`tizme index` and `tizme trace` as others call them."""

import json
import subprocess
import sys

MIA = """id,ФИО,Дата рождения,Откуда
1,АЛИШЕРОВ Аян Асанович,02.05.1993,Кара-Суу
2,Алишеров Аян Бакытович,1971-01-01,Ош
3,Nurbek Toktosunov,,Бишкек
"""
QUERIES = "query_id\tname\tborn\tlang\na\tАян Алишеров\t1993\tru\nb\tToktosunow Nurbek\t\ten\n"
ABOUT = '[mia]\nwhom = "men of one region"\nuntil = "2023-06"\nleaves_out = "women"\n'


def _tizme(folder, *words, typed=""):
    command = [sys.executable, "-m", "tizme", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False, input=typed)


def _lists(folder):
    (folder / "mia.csv").write_text(MIA, encoding="utf-8")
    (folder / "about.toml").write_text(ABOUT, encoding="utf-8")
    (folder / "q.tsv").write_text(QUERIES, encoding="utf-8")
    done = _tizme(folder, "index", "mia.csv", "--out", "ix", "--about", "about.toml")
    assert done.returncode == 0, done.stderr
    return done


def test_lists_are_indexed_once_and_queries_answered_in_the_shape_of_the_door(tmp_path):
    assert "ФИО -> name" in _lists(tmp_path).stderr
    again = _tizme(tmp_path, "index", "mia.csv", "--out", "ix")
    assert "unchanged" in again.stderr
    done = _tizme(tmp_path, "trace", "--in", "ix", "--query", "q.tsv", "--format", "json")
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["query_id"] for one in found] == ["a", "b"]
    assert [one["candidates"][0]["id"] for one in found] == ["1", "3"]
    first = found[0]["candidates"][0]
    assert {"list", "id", "probability", "reasons_for", "reasons_against", "would_decide"} <= set(first)
    assert found[0]["coverage"][0]["leaves_out"] == "women"
    assert found[0]["elapsed_ms"] > 0


def test_a_batch_goes_on_where_it_was_cut_off(tmp_path):
    _lists(tmp_path)
    whole = _tizme(tmp_path, "trace", "--in", "ix", "--query", "q.tsv", "--out", "a.jsonl")
    assert whole.returncode == 0, whole.stderr
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "a.jsonl").write_text(lines[0] + lines[1][:20], encoding="utf-8")
    again = _tizme(tmp_path, "trace", "--in", "ix", "--query", "q.tsv", "--out", "a.jsonl")
    assert "1 of 2" in again.stderr
    ids = [json.loads(line)["query_id"] for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert ids == ["a", "b"]


def test_a_name_may_be_piped_in_and_the_answer_is_in_plain_words(tmp_path):
    _lists(tmp_path)
    done = _tizme(tmp_path, "trace", "--in", "ix", "-", typed="Аян Алишеров, 1993\n")
    assert "АЛИШЕРОВ Аян Асанович" in done.stdout
    assert "the year of birth is the same" in done.stdout
    nobody = _tizme(tmp_path, "trace", "--in", "ix", "Вильгельмина", "Шпрингер", "--lang", "ru")
    assert "не найден" in nobody.stdout
    assert "кого не содержит: women" in nobody.stdout


def test_a_folder_without_an_index_is_refused_with_the_next_step(tmp_path):
    done = _tizme(tmp_path, "trace", "--in", ".", "Асан")
    assert done.returncode == 2
    assert "tizme index" in done.stderr


def test_a_second_column_of_names_is_searched_as_well(tmp_path):
    (tmp_path / "two.csv").write_text(
        "id,name,name_en,dob\n1,محسن جردات,Mohsen Jaradat,1990-01-02\n2,علي حداد,Ali Haddad,\n",
        encoding="utf-8",
    )
    made = _tizme(tmp_path, "index", "two.csv", "--out", "ix")
    assert "name_en -> (left aside)" not in made.stderr
    done = _tizme(tmp_path, "trace", "--in", "ix", "Muhsin Jaradaat", "--format", "json")
    found = json.loads(done.stdout)["candidates"][0]
    assert (found["id"], found["name"]) == ("1", "Mohsen Jaradat")


def test_an_answer_says_how_the_question_was_read_and_answers_can_be_read_by_nobody_else(tmp_path):
    _lists(tmp_path)
    done = _tizme(tmp_path, "trace", "--in", "ix", "-", typed="Аян, father's name Асан, мать Бурул, 1993\n")
    told = "Understood as: father's name: Асан; birth date: 1993; a relative's name: мать Бурул"
    assert told in done.stdout.splitlines()
    _tizme(tmp_path, "trace", "--in", "ix", "--query", "q.tsv", "--out", "a.jsonl")
    assert (tmp_path / "a.jsonl").stat().st_mode & 0o077 == 0


def test_facts_alone_may_be_asked(tmp_path):
    _lists(tmp_path)
    done = _tizme(tmp_path, "trace", "--in", "ix", "--born", "02.05.1993", "--from", "Кара-Суу")
    assert "АЛИШЕРОВ Аян Асанович" in done.stdout
    assert "Without a name only rows" in done.stdout


def test_relatives_stand_in_columns_of_a_query_file(tmp_path):
    _lists(tmp_path)
    (tmp_path / "k.tsv").write_text("query_id\tname\tmother\twife\nk\tАян\tБурул\tСалтанат\n", "utf-8")
    done = _tizme(tmp_path, "trace", "--in", "ix", "--query", "k.tsv")
    assert "a relative's name: mother Бурул; wife Салтанат" in done.stdout
