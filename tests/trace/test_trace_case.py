"""`tizme trace --in CASE`: who in the case may be the one sought."""

import json
import subprocess
import sys

NEWS = "ФИО,Дата рождения,Дата гибели\nБолотов Акмат Эркинович,03.05.1988,14.11.2022\n"


def _tizme(folder, *words):
    command = [sys.executable, "-m", "tizme", *words]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)


def test_a_case_is_searched_and_the_answer_points_at_the_words(tmp_path):
    (tmp_path / "news.csv").write_text(NEWS, encoding="utf-8")
    for words in (("init", "case", "--who", "Aida"), ("add", "case", "news.csv"), ("run", "case")):
        assert _tizme(tmp_path, *words).returncode == 0
    done = _tizme(tmp_path, "trace", "--in", "case", "Bolotow Akmat", "--born", "1988", "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["candidates"][0]
    assert found["list"] == "persons"
    assert found["spans"][0]["quote"] == "Болотов Акмат Эркинович"
    assert "born:same-year" in found["reasons_for"]
    again = _tizme(tmp_path, "trace", "--in", "case", "Bolotow Akmat")
    assert "making" not in again.stderr
    assert _tizme(tmp_path, "verify", "case").returncode == 0


def test_a_case_in_which_nothing_ran_says_what_to_do(tmp_path):
    assert _tizme(tmp_path, "init", "case", "--who", "Aida").returncode == 0
    done = _tizme(tmp_path, "trace", "--in", "case", "Асан")
    assert done.returncode == 2
    assert "tizme run" in done.stderr
