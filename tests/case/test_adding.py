import os

import pytest

from tizme.case import Case
from tizme.model import SourceKind, UnusableInput


@pytest.fixture
def case(tmp_path):
    return Case.init(tmp_path / "case", who="Aida")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "sources"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("one")
    (folder / "deep" / "b.txt").write_text("two")
    (folder / ".hidden").write_text("no")
    return folder


def test_a_folder_is_captured_with_everything_in_it_and_its_sidecar_says_where_from(case, folder):
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "deep/b.txt"\norigin = "https://x.example/1"\npublished = 2023-01-28\n'
        'name = "Вести"\nkind = "press"\nreliability = "b"\ncredibility = 2\n'
    )
    added = {one.capture.original_name: one.capture for one in case.add([folder])}
    assert set(added) == {"a.txt", "b.txt"}
    assert (added["b.txt"].published, added["b.txt"].source.name) == ("2023-01-28", "Вести")
    assert (added["b.txt"].source.kind, added["b.txt"].source.reliability) == (SourceKind.PRESS, "B")
    assert added["a.txt"].origin == str(folder / "a.txt")
    assert added["a.txt"].captured_by == "Aida"


def test_what_the_command_line_says_wins_over_the_sidecar(case, folder):
    (folder / "sources.toml").write_text('[[source]]\nfile = "a.txt"\nname = "Herald"\npublished = "2023"\n')
    (added,) = case.add([folder / "a.txt"], given={"published": "2024-02"}, by="Bakyt")
    assert (added.capture.published, added.capture.source.name) == ("2024-02", "Herald")
    assert added.capture.captured_by == "Bakyt"


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        ('[[source]]\nfile = "c.txt"\n', "names 'c.txt', which is not there"),
        ('[[source]]\nfile = "a.txt"\nkind = "gossip"\n', "'gossip' is not known"),
        ('[[source]]\nfile = "a.txt"\nreliability = "G"\n', "reliability 'G' is no grade"),
        ('[[source]]\nfile = "a.txt"\ncredibility = 7\n', "credibility '7' is no grade"),
        ('[[source]]\nfile = "a.txt"\npublished = "yesterday"\n', "'yesterday' is no date"),
        ('[[source]]\nfile = "a.txt"\npublised = "2023"\n', "unknown key 'publised'"),
        ('[[source]]\nname = "x"\n', "no 'file'"),
        ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "./a.txt"\n', "named twice"),
        ("[[source]\n", "not readable as TOML"),
    ],
)
def test_a_sidecar_that_cannot_be_used_is_refused_before_anything_is_captured(case, folder, sidecar, problem):
    (folder / "sources.toml").write_text(sidecar)
    with pytest.raises(UnusableInput, match=problem):
        list(case.add([folder]))
    assert case.items() == ()


def test_one_missing_file_among_several_captures_none(case, folder):
    with pytest.raises(UnusableInput, match="no such file"):
        list(case.add([folder / "a.txt", folder / "nowhere.txt"]))
    assert case.items() == ()


def test_a_case_does_not_capture_itself(case, tmp_path):
    for path in (case.root, case.root / "case.toml", tmp_path):
        with pytest.raises(UnusableInput, match="its own folder"):
            list(case.add([path]))


def test_what_is_no_ordinary_file_is_refused_and_links_in_a_folder_are_left_out(case, folder, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnusableInput, match="no ordinary file"):
        list(case.add([tmp_path / "pipe"]))
    (folder / "link.txt").symlink_to("/etc/passwd")
    assert {one.capture.original_name for one in case.add([folder])} == {"a.txt", "b.txt"}


def test_an_empty_folder_says_so(case, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnusableInput, match="no file in it"):
        list(case.add([tmp_path / "empty"]))


def test_a_capture_without_anybodys_name_is_refused(case, folder):
    path = case.root / "case.toml"
    path.write_text(path.read_text().replace('who = "Aida"', 'who = " "'))
    with pytest.raises(UnusableInput, match="a capture needs a name"):
        list(Case.open(case.root).add([folder / "a.txt"]))
    assert not [path for path in (case.root / "archive").rglob("*") if path.is_file()]
