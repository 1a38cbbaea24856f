"""Who is searched for is a secret: a query leaves nothing behind."""

import hashlib
import subprocess
import sys

import pytest

import tizme

_SECRET = "Жаныбек Шамсиддинов"


def _bytes_of(folder):
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


def _run(work, home, *words, typed=""):
    """tizme with a home and a temporary folder of its own; compiled code is kept, as in any installation."""
    import os
    from pathlib import Path

    cache = str(Path(tizme.__file__).parent / "trace" / "__pycache__")
    environment = os.environ | {
        "HOME": str(home), "TMPDIR": str(home / "tmp"), "XDG_CACHE_HOME": str(home / "cache"),
        "NUMBA_CACHE_DIR": os.environ.get("NUMBA_CACHE_DIR", cache),
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-B", "-m", "tizme", *words],
        capture_output=True, text=True, check=False, cwd=work, env=environment, input=typed,
    )  # fmt: skip


@pytest.mark.safety
def test_safety_a_query_writes_nothing_into_the_index_the_folder_or_the_home(tmp_path):
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    (home / "tmp").mkdir(parents=True)
    (work / "list.csv").write_text("id,name\n1,Жаныбек Шамсиддинов\n2,Асан Усенов\n", encoding="utf-8")
    (work / "q.tsv").write_text(f"query_id\tname\n1\t{_SECRET} Орозович\n", encoding="utf-8")
    made = _run(work, home, "index", "list.csv", "--out", "ix")
    assert made.returncode == 0, made.stderr
    assert _run(work, home, "trace", "--in", "ix", "Вака Вакаев").returncode == 0  # whatever is loaded once
    before = _bytes_of(tmp_path)
    for words, typed in (
        (("trace", "--in", "ix", _SECRET), ""),
        (("trace", "--in", "ix", "-"), f"{_SECRET}, из Оша, около 30 лет\n"),
        (("trace", "--in", "ix", "--ask"), f"{_SECRET}\n"),
        (("trace", "--in", "ix", "--query", "q.tsv", "--format", "json"), ""),
    ):
        done = _run(work, home, *words, typed=typed)
        assert done.returncode == 0, done.stderr
        assert "Шамсиддинов" in done.stdout
    assert _bytes_of(tmp_path) == before


@pytest.mark.safety
def test_safety_an_answer_never_says_that_a_man_who_is_not_found_lives(index_of_nobody):
    from tizme.cli.trace_sentences import answer_lines
    from tizme.trace.answer import answer
    from tizme.trace.query import Query

    query = Query("q", _SECRET)
    for lang in ("en", "ru", "ky"):
        said = " ".join(answer_lines(query, answer(index_of_nobody, query), lang=lang))
        assert any(
            words in said
            for words in ("does not say that he is alive", "не значит, что он жив", "билдирбейт")
        )


@pytest.fixture
def index_of_nobody(tmp_path):
    from tizme.trace.build import Batch
    from tizme.trace.index import add_list, open_index

    add_list(tmp_path, "one", [Batch(["1"], ["Aaa Bbb"])], digest="0" * 64)
    return open_index(tmp_path)
