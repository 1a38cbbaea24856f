import json

import pytest
from click.testing import CliRunner
from publish_cases import PERSONS, FakeStore

import tizme
from tizme.cli import cli
from tizme.cli.show import find_persons, page_lines
from tizme.model import Fate
from tizme.publish import gather, person_page, sentence, sentence_codes


class FakeCase:
    def __init__(self, store):
        self.store = store

    def close(self):
        pass


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(tizme, "open_case", lambda _path: FakeCase(FakeStore()), raising=False)
    return lambda *args: CliRunner().invoke(cli, list(args))


def test_a_page_has_fate_reasons_conflict_and_every_claim_with_its_words(run):
    shown = run("show", "case", "p-aaaa")
    assert shown.exit_code == 0, shown.output
    for words in (
        "Асан Токтосунов", "Fate: DEAD", "two-sources@1", "A document or an official notice",
        "died.date: 2022-10 (Вести) vs 2022-11-14 (Вести); shown as 2022-10/2022-11-14",
        "«смерти Асана Токтосунова»", "hearsay: сослуживец Бакыт → Гульнара Сатыбалдиева → Вести",
        "item aaaaaaaaaaaa", "told: death_reported.date 2023-01", "reported: Вести", "captured: Вести",
        "days of death that exclude each other",
    ):  # fmt: skip
        assert words in shown.output


def test_the_timeline_is_in_the_order_of_days():
    page = person_page(PERSONS[0], gather(FakeStore()))
    assert [line.day for line in page.dated] == [
        "2022-09-21",
        "2022-10",
        "2022-11-14",
        "2023-01",
        "2023-01-28",
        "2023-02-01",
        "2024-02-01",
    ]
    assert [line.lane for line in page.dated][-4:] == ["told", "reported", "captured", "captured"]


def test_json_holds_the_same_person(run):
    shown = json.loads(run("show", "case", "p-aaaa", "--format", "json").stdout)
    assert shown["status"]["fate"] == "dead"
    assert shown["status"]["reasons_for"][0]["sentence"].startswith("A document")
    assert {line["what"] for line in shown["timeline"]} >= {"died.date", "published", "captured"}


def test_a_name_in_another_alphabet_finds_the_person(run):
    assert "Fate: DEAD" in run("show", "case", "Asan", "Toktosunov").output


def test_several_hits_are_listed_instead_of_one_being_chosen(run):
    shown = run("show", "case", "p-aa")
    assert "p-aaaa" in shown.output
    assert "p-aabb" in shown.output
    assert "Fate:" not in shown.output


def test_nobody_of_that_name_is_said_plainly(run):
    shown = run("show", "case", "Zzyzx Qwerty")
    assert shown.exit_code != 0
    assert "no person" in str(shown.exception)


def test_an_exact_id_wins_over_others_that_begin_so():
    assert [p.id for p in find_persons("p-aaaa", PERSONS)] == ["p-aaaa"]
    assert [p.id for p in find_persons("aabb", PERSONS)] == ["p-aabb"]


@pytest.mark.safety
def test_control_and_bidi_characters_of_a_source_do_not_reach_the_terminal():
    from dataclasses import replace

    evil = replace(PERSONS[0], label="Асан\x1b[2J\u202eвонус")
    text = "\n".join(page_lines(person_page(evil, gather(FakeStore()))))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_export_writes_a_private_folder_and_never_overwrites(run, tmp_path):
    out = tmp_path / "out"
    assert run("export", "case", "--out", str(out)).exit_code == 0
    assert out.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in out.iterdir())
    again = run("export", "case", "--out", str(out))
    assert "not empty" in str(again.exception)


def test_every_code_of_a_policy_has_a_sentence_in_english_and_russian():
    from tizme.decide import load_policy, policy_names

    wanted = {f"fate.{f}" for f in Fate} | {f"means.{f}" for f in Fate}
    for name in policy_names():
        wanted.add(f"policy.{name}")
        for needs in load_policy(name).needs.values():
            wanted |= {code for need in needs for code in (need.code, need.open, need.open_of_which) if code}
    for lang in ("en", "ru"):
        assert wanted <= sentence_codes(lang)
    assert sentence_codes("en") == sentence_codes("ru")


def test_a_code_without_a_sentence_is_shown_as_it_is():
    assert sentence("no-such-code", lang="ky") == "no-such-code"
    assert sentence("fate.dead", lang="ky") == "dead"
