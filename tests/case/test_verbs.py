"""The verbs that work on a case: what they print and the exit status they end with."""

import json
import re
import signal
import sys
from contextlib import closing

import pytest

from tizme import cli
from tizme.cli.telling import stops_on_ctrl_c

# A list: what is read from it does not hang on how well running text is understood.
HEADER = "ФИО,Дата рождения,Дата гибели\n"
NEWS = f"{HEADER}Болотов Акмат Эркинович,03.05.1988,14.11.2022\n"
OTHER = f"{HEADER}Токоев Сагын Маратович,11.12.1990,02.03.2023\n"


@pytest.fixture
def tizme(monkeypatch, capsys):
    """Run a verb; (exit status, standard output, standard error)."""

    def call(*words):
        monkeypatch.setattr(sys, "argv", ["tizme", *map(str, words)])
        status = 0
        try:
            cli.main()
        except SystemExit as done:
            status = done.code or 0
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


@pytest.fixture
def case(tizme, tmp_path):
    root, file = tmp_path / "case", tmp_path / "news.csv"
    file.write_text(NEWS)
    assert tizme("init", root, "--who", "Aida")[0] == 0
    assert tizme("add", root, file, "--published", "2023-02-01", "--source-name", "Herald")[0] == 0
    return root


def test_init_add_run_and_verify_end_with_0_and_say_what_comes_next(tizme, tmp_path):
    root, file = tmp_path / "case", tmp_path / "news.csv"
    file.write_text(NEWS)
    status, out, _ = tizme("init", root)
    assert (status, f"next: tizme add {root} FILE..." in out) == (0, True)
    status, out, _ = tizme("add", root, file)
    assert (status, f"next: tizme run {root}" in out) == (0, True)
    status, out, err = tizme("run", root)
    assert status == 0
    assert "items       1: 1 read, 0 failed, 0 waiting" in out
    assert "read" in err
    status, out, _ = tizme("verify", root)
    assert (status, out.startswith("intact: 1 item,")) == (0, True)


def test_a_run_with_a_failure_ends_with_1_and_lists_its_reason(tizme, case, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    tizme("add", case, broken)
    status, out, err = tizme("run", case)
    assert status == 1
    assert re.search(r"failed +[0-9a-f]{12} broken\.pdf: \w", out)
    assert "1 item could not be read" in err


def test_damage_ends_with_3_and_each_thing_stands_on_its_own_line(tizme, case):
    tizme("run", case)
    captured = next(path for path in (case / "archive").rglob("*") if path.is_file())
    captured.chmod(0o644)
    captured.write_bytes(b"other")
    (case / "archive" / "stranger").write_text("x")
    status, out, err = tizme("verify", case)
    assert status == 3
    assert sorted(line.split()[0] for line in out.splitlines()) == ["changed", "extra"]
    assert "integrity-failure" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "nowhere"], "no such folder"),
        (["status", "."], "not a case"),
        (["add", "{case}", "nothing.txt"], "no such file"),
        (["init", "{case}"], "a case already"),
        (["init", "{other}", "--policy", "mine"], "no policy 'mine'"),
        (["policy", "{case}", "mine"], "no policy 'mine'"),
        (["judge", "{case}", "a", "b", "same"], "nothing was decided yet"),
        (["judge", "{case}", "a", "b"], "--withdraw is needed"),
        (["demo", "{case}"], "something is there already"),
        (["demo", "{case}", "--fresh"], "not a demo case"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_one_line_that_says_why(
    tizme, case, tmp_path, monkeypatch, words, said
):
    monkeypatch.chdir(tmp_path)
    status, out, err = tizme(*(word.format(case=case, other=tmp_path / "other") for word in words))
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_the_first_ctrl_c_lets_the_item_be_finished_and_the_second_breaks_off(capsys):
    before = signal.getsignal(signal.SIGINT)  # a shell may have the whole run ignore it
    with stops_on_ctrl_c() as stop:
        assert not stop()
        signal.raise_signal(signal.SIGINT)
        assert stop()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
    assert "press again" in capsys.readouterr().err


def test_status_gives_json_with_every_fate(tizme, case):
    tizme("run", case)
    status, out, _ = tizme("status", case, "--format", "json")
    held = json.loads(out)
    assert status == 0
    assert (held["items"], held["read"], held["decided"]) == (1, 1, True)
    assert set(held["fates"]) == {"unknown", "alive", "missing", "reported_dead", "dead"}
    assert sum(held["fates"].values()) == held["persons"]


def test_an_empty_case_is_told_to_be_filled_and_a_filled_one_to_be_run(tizme, tmp_path, case):
    tizme("init", tmp_path / "empty")
    assert f"tizme add {tmp_path / 'empty'} FILE..." in tizme("status", tmp_path / "empty")[1]
    assert f"tizme run {case}" in tizme("status", case)[1]


def test_add_gives_each_capture_as_a_line_of_json(tizme, case, tmp_path):
    _, out, _ = tizme("add", case, tmp_path / "news.csv", "--format", "json", "--source-kind", "press")
    (capture,) = map(json.loads, out.splitlines())
    assert (capture["new"], capture["source"]["kind"]) == (False, "press")


def test_policy_lists_the_policies_and_marks_the_one_in_force(tizme, case):
    status, out, _ = tizme("policy", case)
    assert status == 0
    assert [line[:1] for line in out.splitlines() if "two-sources" in line] == ["*"]
    assert "newsroom" in out
    assert "strict" in out


def test_a_change_of_policy_names_who_moved_and_who_did_not(tizme, case):
    tizme("run", case)
    status, out, _ = tizme("policy", case, "strict", "--format", "json")
    change = json.loads(out)
    assert status == 0
    assert (change["before"].split("@")[0], change["after"].split("@")[0]) == ("two-sources", "strict")
    assert {move["label"] for move in change["moved"] + change["stayed"]} >= {"Болотов Акмат Эркинович"}


def test_a_judgement_takes_effect_with_the_next_run_and_can_be_withdrawn(tizme, case, tmp_path):
    (tmp_path / "other.csv").write_text(OTHER)
    tizme("add", case, tmp_path / "other.csv")
    tizme("run", case)
    before = json.loads(tizme("status", case, "--format", "json")[1])
    persons = [
        json.loads(line)
        for path in (case / "derived" / "persons").iterdir()
        for line in path.read_text().splitlines()
    ]
    left, right = (next(p["id"] for p in persons if name in p["label"]) for name in ("Болотов", "Токоев"))
    status, out, _ = tizme("judge", case, left, right, "same", "--by", "Bakyt", "--note", "photo")
    assert (status, out.splitlines()[1]) == (0, f"next: tizme run {case}")
    tizme("run", case)
    joined = json.loads(tizme("status", case, "--format", "json")[1])
    assert joined["persons"] == before["persons"] - 1
    assert (joined["judgements"][0]["made_by"], joined["judgements"][0]["note"]) == ("Bakyt", "photo")
    records = joined["judgements"][0]
    assert tizme("judge", case, records["left"], records["right"], "--withdraw")[0] == 0
    tizme("run", case)
    assert json.loads(tizme("status", case, "--format", "json")[1])["persons"] == before["persons"]


def test_what_a_lists_columns_hold_is_shown_and_can_be_set(tizme, case, tmp_path):
    _, _, err = tizme("run", case)
    assert "columns: ФИО = name; Дата рождения = birth_date; Дата гибели = died.date" in err
    assert tizme("add", case, tmp_path / "news.csv", "--map", "Дата гибели=captured.date")[0] == 0
    assert tizme("status", case, "--format", "json")[1].count('"waiting": 1')
    _, _, err = tizme("run", case)
    assert "Дата гибели = captured.date" in err
    assert tizme("add", case, tmp_path / "news.csv", "--map", "Дата гибели=Good luck")[0] == 2
    assert tizme("add", case, tmp_path / "news.csv", "--map", "luck")[0] == 2


@pytest.mark.slow
def test_demo_builds_the_example_and_is_deleted_only_when_asked(tizme, tmp_path):
    status, out, _ = tizme("demo", tmp_path / "demo")
    assert status == 0
    assert "items       13: 12 read, " in out
    assert "13_cut_off.docx: malformed" in out
    assert re.search(r"persons +[1-9]", out)
    assert tizme("demo", tmp_path / "demo")[0] == 2
    assert tizme("demo", tmp_path / "demo", "--keep")[0] == 0
    assert tizme("verify", tmp_path / "demo")[0] == 0


GROUP = "The Foreign Ministry of Kyrgyzstan has not commented on the deaths of its citizens in the war.\n"


def test_status_and_the_first_page_count_the_same_claims_of_groups_too(tizme, case, tmp_path):
    from tizme.store import open_store

    said = tmp_path / "ministry.txt"
    said.write_text(GROUP)
    tizme("add", case, said, "--published", "2023-02-02", "--source-name", "Brief")
    tizme("run", case)
    held = json.loads(tizme("status", case, "--format", "json")[1])
    with closing(open_store(f"sqlite:///{case}/case.sqlite", create=False)) as store:
        from tizme.web import lookup  # once the store has set Django up

        assert lookup.overview(store).claims == held["claims"]
    assert held["claims"] > held["claims_in_records"] > 0
    assert f"claims      {held['claims']}, {held['claims_in_records']} of them in" in tizme("status", case)[1]
