"""Who searches for whom is itself a secret: nobody reads it without a key, and nothing else in the case tells it."""

import json
import os
import shutil
import stat
import sys
from pathlib import Path

import docx
import pytest

from tizme import cli
from tizme.case import Case

pytest.importorskip("pyrage", reason="the extra 'sealed' (pyrage) is not installed")
pytestmark = pytest.mark.safety

SOUGHT, MOTHER = "Жыргалбеков Нурсейит", "Жыргалбекова Бурулча"
SECRETS = ("Жыргалбек", "Нурсейит", "Бурулча", "Мелиоративная", "996700", "Сезимгүл", "burulcha")
FORM = f"""
[sought]
names = ["{SOUGHT}"]
birth_date = "1991-04-17"
last_contact_on = "2022-09-12"
last_contact_with = "Сезимгүл"
kin = ["Сезимгүл"]
[requester]
name = "{MOTHER}"
relation = "мать"
address = "Ош, ул. Мелиоративная 5"
phone = "+996 700 123 456"
email = "burulcha@example.org"
[[consent]]
purpose = "watch"
given_on = "2026-11-01"
informed = "in Kyrgyz"
[[consent]]
purpose = "inquiry"
recipient = "ministry"
given_on = "2026-11-01"
informed = "in Kyrgyz"
covers = ["identity", "parents", "last_contact", "case_facts"]
"""
NEWS = "ФИО,Дата рождения,Дата гибели\nТокоев Сагын Маратович,11.12.1990,02.03.2023\n"
HIT = f"ФИО,Дата рождения,Дата гибели\n{SOUGHT},17.04.1991,14.11.2022\n"


@pytest.fixture
def tizme(monkeypatch, capsys, tmp_path):
    """Run a verb in a folder of its own; (exit status, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIZME_KEY", raising=False)

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


@pytest.fixture(scope="module")
def before_any_request(tmp_path_factory):
    """A case with one run, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("before")
    (folder / "news.csv").write_text(NEWS)
    opened = Case.init(folder / "case", who="Aida")
    given = {"published": "2023-04-01", "name": "Herald", "kind": "press"}
    list(opened.add([folder / "news.csv"], given=given))
    assert opened.run().run is not None
    opened.close()
    return folder / "case"


@pytest.fixture
def case(tizme, tmp_path, before_any_request):
    """That case, a key outside it, and one sealed request."""
    root = tmp_path / "case"
    shutil.copytree(before_any_request, root)
    (tmp_path / "form.toml").write_text(FORM)
    assert tizme("request", "key", root, "--new", "aida.key")[0] == 0
    assert tizme("request", "add", root, "--form", "form.toml")[0] == 0
    return root


@pytest.fixture
def request_id(tizme, case):
    return json.loads(tizme("request", "list", case, "--key", "aida.key", "--format", "json")[1])["id"]


def leaks(folder):
    return [
        f"{path.relative_to(folder)}: {secret}"
        for path in folder.rglob("*")
        if path.is_file()
        for secret in SECRETS
        for code in ("utf-8", "utf-16-le", "cp1251")
        if secret.encode(code, "ignore").strip() and secret.encode(code, "ignore") in path.read_bytes()
        if len(secret.encode(code, "ignore")) >= len(secret)
    ]


def test_safety_no_file_of_the_case_holds_the_sought_name_or_who_asks(tizme, case, request_id, tmp_path):
    assert leaks(case) == []
    # Nor after everything that can be done with a request was done.
    tizme("watch", "run", case, "--key", "aida.key")
    tizme(
        "inquiry",
        "draft",
        case,
        request_id,
        "--to",
        "ministry",
        "--lang",
        "ru",
        "--out",
        "l.docx",
        "--key",
        "aida.key",
    )
    q = json.loads(tizme("inquiry", "list", case, "--key", "aida.key", "--format", "json")[1])["inquiry"][
        "id"
    ]
    assert tizme("inquiry", "log", case, q, "--sent", "2026-11-20", "--key", "aida.key")[0] == 0
    (tmp_path / "burulcha.txt").write_text(f"Уважаемая {MOTHER}! О судьбе Жыргалбекова Н. сведений нет.")
    status, out, _ = tizme("inquiry", "log", case, q, "--answer", "burulcha.txt", "--key", "aida.key")
    assert (status, "sealed" in out) == (0, True)
    tizme("request", "withdraw", case, request_id, "--key", "aida.key")
    tizme("run", case, "--quiet")
    assert leaks(case) == []


def test_safety_a_secret_that_did_leak_would_be_found(case):
    (case / "derived" / "planted").write_text(SOUGHT)
    assert leaks(case) == ["derived/planted: Жыргалбек", "derived/planted: Нурсейит"]


def test_safety_only_the_owner_may_enter_the_folder_and_read_its_files(tizme, case, request_id):
    tizme("watch", "run", case, "--key", "aida.key")
    folder = case / "requests"
    for path in (folder, *folder.rglob("*")):
        bits = stat.S_IMODE(path.stat().st_mode)
        assert bits == (0o700 if path.is_dir() else 0o600), path
    assert stat.S_IMODE(Path("aida.key").stat().st_mode) == 0o600


def test_safety_whatever_the_umask_nobody_else_reads(tizme, case, tmp_path):
    before = os.umask(0)
    try:
        tizme("request", "add", case, "--form", "form.toml")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (case / "requests/log").iterdir()} == {0o600}


def test_safety_the_ledger_says_only_that_something_was_sealed(case, request_id):
    lines = [json.loads(line) for line in (case / "ledger.ndjson").read_text().splitlines()]
    sealed = [line for line in lines if line["kind"] == "sealed"]
    assert len(sealed) == 1
    assert sealed[0]["body"].keys() == {"sha256"}
    assert request_id not in (case / "ledger.ndjson").read_text()


def test_safety_sealed_events_of_different_length_have_one_size(tizme, case, tmp_path):
    (tmp_path / "long.toml").write_text(FORM.replace('"Сезимгүл"', f'"{"Сезимгүл " * 60}"', 1))
    tizme("request", "add", case, "--form", "long.toml")
    sizes = [path.stat().st_size for path in (case / "requests/log").iterdir()]
    # What is left is age's own grease: some random bytes in the header, drawn for each file.
    assert min(sizes) > 8192
    assert max(sizes) - min(sizes) < 1024


def test_safety_without_a_key_or_with_anothers_nothing_is_read(tizme, case, request_id):
    tizme("request", "key", case, "--new", "stranger.key")
    for words in (
        ("request", "list", case),
        ("request", "show", case, request_id),
        ("watch", "run", case),
        ("request", "search", case, request_id),
        ("inquiry", "draft", case, request_id, "--to", "ministry", "--lang", "ru", "--out", "x.docx"),
        ("inquiry", "list", case),
    ):
        for key in ((), ("--key", "stranger.key"), ("--key", "form.toml")):
            status, out, err = tizme(*words, *key)
            assert status == 2, words
            assert not any(secret in out + err for secret in SECRETS)
    assert not Path("x.docx").exists()


def test_safety_a_key_reads_only_once_a_keyholder_granted_it(tizme, case, request_id):
    _, out, _ = tizme("request", "key", case, "--new", "bermet.key")
    public = out.split("public half: ")[1].split()[0]
    assert tizme("request", "key", case, "--grant", public, "--key", "bermet.key")[0] == 2
    assert tizme("request", "key", case, "--grant", public, "--key", "aida.key")[0] == 0
    assert SOUGHT in tizme("request", "list", case, "--key", "bermet.key")[1]


@pytest.mark.slow
def test_safety_a_key_with_a_passphrase_opens_nothing_without_it(tizme, case, request_id, monkeypatch):
    """Age makes each try cost seconds, on purpose."""
    answers = iter(["kara-suu 1876", "kara-suu 1876"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(answers))
    status, out, _ = tizme("request", "key", case, "--new", "safe.key", "--passphrase")
    assert status == 0
    public = out.split("public half: ")[1].split()[0]
    assert b"AGE-SECRET-KEY" not in Path("safe.key").read_bytes()
    tizme("request", "key", case, "--grant", public, "--key", "aida.key")
    answers = iter(["kara-suu 1876"])
    assert SOUGHT in tizme("request", "list", case, "--key", "safe.key")[1]
    answers = iter(["wrong"])
    assert tizme("request", "list", case, "--key", "safe.key")[0] == 2


def test_safety_a_key_is_never_kept_in_the_case(tizme, case):
    assert tizme("request", "key", case, "--new", case / "my.key")[0] == 2
    (case / "my.key").write_bytes(Path("aida.key").read_bytes())
    assert tizme("request", "list", case, "--key", case / "my.key")[0] == 2


def test_safety_no_letter_is_written_into_the_case_or_readable_by_others(tizme, case, request_id):
    draft = (
        "inquiry",
        "draft",
        case,
        request_id,
        "--to",
        "ministry",
        "--lang",
        "ru",
        "--key",
        "aida.key",
        "--out",
    )
    assert tizme(*draft, case / "letter.docx")[0] == 2
    assert tizme(*draft, "letter.docx")[0] == 0
    assert stat.S_IMODE(Path("letter.docx").stat().st_mode) == 0o600
    assert tizme(*draft, "letter.docx")[0] == 2, "nothing is overwritten"


def test_safety_exports_show_and_status_never_hold_a_request(tizme, case, tmp_path):
    tizme("watch", "run", case, "--key", "aida.key")
    for inside in ((), ("--inside",)):
        out = tmp_path / f"out{len(inside)}"
        assert tizme("export", case, "--out", out, *inside)[0] == 0
        assert leaks(out) == []
        assert not [path for path in out.rglob("*") if "request" in path.name]
    for words in (
        ("status", case, "--all"),
        ("status", case, "--format", "json"),
        ("show", case, "Токоев"),
        ("verify", case),
    ):
        _, out, err = tizme(*words)
        assert not any(secret in out + err for secret in SECRETS), words


def test_safety_no_page_holds_a_request(case):
    """The pages read the store, and the store has no table that could hold one."""
    import sqlite3

    with sqlite3.connect(case / "case.sqlite") as store:
        tables = [name for (name,) in store.execute("select name from sqlite_master where type='table'")]
    assert tables
    assert not [name for name in tables if "request" in name or "inquir" in name or "watch" in name]
    web = Path(cli.__file__).parents[1] / "web"
    assert not [
        path.name
        for path in web.rglob("*.py")
        if "case.requests" in path.read_text() or "sealed" in path.read_text()
    ]


def test_safety_a_missing_or_changed_sealed_event_stops_everything(tizme, case):
    (sealed,) = (case / "requests/log").iterdir()
    content = sealed.read_bytes()
    sealed.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert tizme("request", "list", case, "--key", "aida.key")[0] == 3
    sealed.unlink()
    assert tizme("watch", "run", case, "--key", "aida.key")[0] == 3


def test_safety_a_request_sealed_for_a_strangers_key_is_told_of(tizme, case):
    """Whoever puts their own key in the place of the case's would read every later request, unnoticed."""
    assert tizme("request", "key", case, "--new", "stranger.key")[0] == 0
    line = Path("stranger.key").read_text().splitlines()[0]
    (case / "requests/case.pub").write_text(line.removeprefix("# public key: ") + "\n")
    assert tizme("request", "add", case, "--form", "form.toml")[0] == 0
    status, _, err = tizme("request", "list", case, "--key", "aida.key")
    assert (status, "case.pub was replaced" in err) == (3, True)


def test_safety_a_withdrawal_on_a_day_written_otherwise_is_refused_not_put_off(tizme, case, request_id):
    withdraw = ("request", "withdraw", case, request_id, "--key", "aida.key", "--on")
    status, _, err = tizme(*withdraw, "20201122")
    assert (status, "no day" in err) == (2, True)
    assert tizme(*withdraw, "2020-11-22")[0] == 0


def test_safety_nobody_is_searched_for_without_the_consent_to_search(tizme, case, request_id, tmp_path):
    key = ("--key", "aida.key")
    (tmp_path / "hit.csv").write_text(HIT)
    tizme("add", case, "hit.csv", "--source-name", "Vesti", "--source-kind", "press")
    tizme("run", case, "--quiet")
    search = ("request", "search", case, request_id, *key)
    status, out, err = tizme(*search)
    assert (status, out) == (2, "")
    assert "no consent for search" in err
    tizme("request", "consent", case, request_id, "--purpose", "search", "--informed", "in Kyrgyz", *key)
    status, out, _ = tizme(*search)
    assert (status, SOUGHT in out) == (0, True)
    assert leaks(case / "requests") == []


def test_safety_a_withdrawn_consent_stops_letters_and_watches(tizme, case, request_id, tmp_path):
    key = ("--key", "aida.key")
    for purpose, recipient in (("watch", "case"), ("inquiry", "ministry")):
        done = tizme(
            "request",
            "consent",
            case,
            request_id,
            "--purpose",
            purpose,
            "--to",
            recipient,
            "--withdraw",
            *key,
        )
        assert done[0] == 0
    (tmp_path / "hit.csv").write_text(HIT)
    tizme("add", case, "hit.csv", "--source-name", "Vesti", "--source-kind", "press")
    tizme("run", case, "--quiet")
    status, out, _ = tizme("watch", "run", case, *key)
    assert (status, "not run" in out, SOUGHT in out) == (0, True, False)
    status, _, err = tizme(
        "inquiry", "draft", case, request_id, "--to", "ministry", "--lang", "ru", "--out", "x.docx", *key
    )
    assert status == 2
    assert "withdrawn" in err
    assert not Path("x.docx").exists()


def test_safety_a_withdrawn_request_is_neither_watched_nor_told_of(tizme, case, request_id, tmp_path):
    key = ("--key", "aida.key")
    (tmp_path / "hit.csv").write_text(HIT)
    tizme(
        "add",
        case,
        "hit.csv",
        "--published",
        "2023-02-01",
        "--source-name",
        "Vesti",
        "--source-kind",
        "press",
    )
    tizme("run", case, "--quiet")
    report = json.loads(tizme("watch", "run", case, "--format", "json", *key)[1])
    (notice,) = report["notices"]
    assert (notice["level"], notice["for_caseworker"]) == ("act", True)
    tizme("request", "withdraw", case, request_id, *key)
    release = (
        "watch",
        "release",
        case,
        notice["id"],
        "--lang",
        "ky",
        "--note",
        "read",
        "--out",
        "t.txt",
        *key,
    )
    assert tizme(*release)[0] == 2
    assert not Path("t.txt").exists()
    assert "not run" in tizme("watch", "run", case, *key)[1]


def test_safety_a_death_reaches_the_caseworker_with_its_words_and_the_family_only_by_a_human(
    tizme, case, tmp_path
):
    key = ("--key", "aida.key")
    (tmp_path / "hit.csv").write_text(HIT)
    tizme(
        "add",
        case,
        "hit.csv",
        "--published",
        "2023-02-01",
        "--source-name",
        "Vesti",
        "--source-kind",
        "press",
    )
    tizme("run", case, "--quiet")
    files = {path for path in tmp_path.rglob("*") if "case" not in path.parts}
    status, out, _ = tizme("watch", "run", case, *key)
    assert status == 0
    assert "ACT" in out
    assert '"17.04.1991"' in out
    assert {path for path in tmp_path.rglob("*") if "case" not in path.parts} == files, (
        "nothing was written for anybody"
    )
    notice = json.loads(tizme("watch", "list", case, "--format", "json", *key)[1])["id"]
    assert tizme("watch", "told", case, notice, "--on", "2026-11-23", "--how", "in person", *key)[0] == 2
    release = ("watch", "release", case, notice, "--lang", "ky", "--out", "t.txt", *key)
    assert tizme(*release)[0] == 2, "a release needs its reason"
    assert tizme(*release, "--note", "two sources read", "--by", "Bermet")[0] == 0
    text = Path("t.txt").read_text()
    assert not any(word in text for word in (*SECRETS, "погиб", "каза", "өлүм"))
    assert tizme("watch", "told", case, notice, "--on", "2026-11-23", "--how", "in person", *key)[0] == 0
    assert "told on 2026-11-23" in tizme("watch", "list", case, *key)[1]


def test_safety_an_answer_becomes_an_item_only_where_it_names_nobody_who_asks(
    tizme, case, request_id, tmp_path
):
    key = ("--key", "aida.key")
    draft = (
        "inquiry",
        "draft",
        case,
        request_id,
        "--to",
        "ministry",
        "--lang",
        "ru",
        *key,
        "--format",
        "json",
        "--out",
    )
    ids = [json.loads(tizme(*draft, f"{n}.docx")[1])["id"] for n in range(3)]
    for inquiry in ids:
        tizme("inquiry", "log", case, inquiry, "--sent", "2026-11-20", *key)
    (tmp_path / "blank.txt").write_text(" \n")
    (tmp_path / "plain.txt").write_text("В списках части указанный военнослужащий не значится.")
    (tmp_path / "scan.bin").write_bytes(b"\x00\x01 nobody can read this")
    assert "kept as item" in tizme("inquiry", "log", case, ids[0], "--answer", "plain.txt", *key)[1]
    assert "sealed" in tizme("inquiry", "log", case, ids[1], "--answer", "scan.bin", *key)[1]
    assert "sealed" in tizme("inquiry", "log", case, ids[2], "--answer", "blank.txt", *key)[1]
    events = [json.loads(line) for line in (case / "ledger.ndjson").read_text().splitlines()]
    names = [event["body"]["capture"]["original_name"] for event in events if event["kind"] == "captured"]
    assert names == ["news.csv", "answer.txt"]
    assert tizme("inquiry", "answer", case, ids[1], "--out", "back.bin", *key)[0] == 0
    assert Path("back.bin").read_bytes() == (tmp_path / "scan.bin").read_bytes()
    assert tizme("verify", case)[0] == 0


def test_safety_no_verb_takes_a_sought_name_as_words_of_the_command_line():
    """They would stay in the shell's history and show in the list of processes."""
    from tizme.cli.request import command

    options = {option for verb in command.commands.values() for one in verb.params for option in one.opts}
    assert not options & {"--name", "--father", "--mother", "--born", "--address", "--phone", "--relation"}


def test_safety_without_the_optional_part_nothing_is_kept_in_the_clear(tizme, case, monkeypatch):
    before = sorted((case / "requests").rglob("*"))
    monkeypatch.setitem(sys.modules, "pyrage", None)
    status, _, err = tizme("request", "add", case, "--form", "form.toml")
    assert status == 2
    assert "tizme[sealed]" in err
    assert sorted((case / "requests").rglob("*")) == before
    assert leaks(case) == []


def test_safety_a_letter_of_the_verb_holds_what_the_consent_covers_and_no_more(tizme, case, request_id):
    tizme(
        "inquiry",
        "draft",
        case,
        request_id,
        "--to",
        "ministry",
        "--lang",
        "ru",
        "--out",
        "l.docx",
        "--key",
        "aida.key",
    )
    document = docx.Document("l.docx")
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert SOUGHT in text
    assert not any(secret in text for secret in ("Бурулча", "Мелиоративная", "700", "Сезимгүл", "мать"))


def test_safety_verify_names_a_sealed_event_that_is_gone_or_changed_and_needs_no_key(tizme, case):
    assert tizme("verify", case)[0] == 0
    (sealed,) = (case / "requests/log").iterdir()
    sealed.write_bytes(sealed.read_bytes()[:-1] + b"!")
    status, out, _ = tizme("verify", case)
    assert (status, out.split()[:2]) == (3, ["changed", f"requests/log/{sealed.name}:"])
    sealed.unlink()
    status, out, _ = tizme("verify", case)
    assert (status, out.split()[0]) == (3, "missing")


def test_safety_a_letter_cites_what_anybody_can_read_and_never_a_private_source(
    tizme, case, request_id, tmp_path
):
    header = "ФИО,Дата рождения,Дата гибели,Воинская часть\n"
    (tmp_path / "press.csv").write_text(f"{header}{SOUGHT},17.04.1991,14.11.2022,\n")
    (tmp_path / "aunt.csv").write_text(f"{header}{SOUGHT},17.04.1991,15.11.2022,54321\n")
    tizme(
        "add",
        case,
        "press.csv",
        "--published",
        "2023-02-01",
        "--source-name",
        "Vesti",
        "--source-kind",
        "press",
    )
    tizme(
        "add",
        case,
        "aunt.csv",
        "--published",
        "2023-02-02",
        "--source-name",
        "Айнура",
        "--source-kind",
        "relative",
    )
    tizme("run", case, "--quiet")
    found = [person for person in Case.open(case).persons() if person.label.startswith("Жыргалбек")]
    assert len(found) == 1, "both sources speak of one person"
    draft = ("inquiry", "draft", case, request_id, "--to", "ministry", "--lang", "ru", "--key", "aida.key")
    status, _, err = tizme(*draft, "--out", "l.docx", "--person", found[0].id)
    assert status == 0
    document = docx.Document("l.docx")
    text = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "14 ноября 2022 г." in text
    assert "Vesti, 1 февраля 2023 г." in text
    assert not any(hidden in text for hidden in ("Айнура", "15 ноября", "54321"))
    assert "died.date (private-letter)" in err
