"""What is marked confidential does not leave the machine, whatever a run is told."""

import pytest
from click.testing import CliRunner

from tizme.case import Case, Provenance
from tizme.cli import cli
from tizme.model import UnusableInput

pytestmark = pytest.mark.safety
OPEN = "Азамат Турдубаев погиб 12 мая 2023 года под Бахмутом.\n"
SECRET = "Бакыт Осмонов пропал без вести в апреле 2023 года, сказала мать.\n"


class Listener:
    """A model that remembers what it was shown."""

    name = "listener"

    def __init__(self, *, is_local):
        self.is_local = is_local
        self.heard = []

    def answer(self, system, user, *, schema):
        self.heard.append(user)
        return '{"claims": []}'


def captured(case, text, name, *, confidential=False):
    given = Provenance(origin="x", confidential=confidential)
    return case.capture(text.encode(), name=name, provenance=given).capture.sha256


@pytest.fixture
def case(tmp_path):
    made = Case.init(tmp_path / "case", who="Asel")
    captured(made, OPEN, "open.txt")
    captured(made, SECRET, "letter.txt", confidential=True)
    return made


def test_a_model_elsewhere_is_shown_nothing_confidential_and_the_item_is_named(case):
    model = Listener(is_local=False)
    outcome = case.run(model=model)
    assert len(model.heard) == 1
    assert "Бакыт" not in model.heard[0]
    assert [(one.name, one.code) for one in outcome.heard.not_asked] == [
        ("letter.txt", "stays-on-this-machine")
    ]
    assert outcome.run is not None  # the rules read it all the same


def test_a_model_on_this_machine_may_read_it(case):
    model = Listener(is_local=True)
    outcome = case.run(model=model)
    assert len(model.heard) == 2
    assert outcome.heard.not_asked == ()


def test_a_mark_is_not_lost_when_the_file_is_added_again_without_it(case):
    item = captured(case, SECRET, "letter.txt")
    assert {one.item: one.confidential for one in case.items()}[item]


def test_a_file_that_was_open_becomes_confidential_when_it_is_added_so(case):
    item = captured(case, OPEN, "open.txt", confidential=True)
    assert {one.item: one.confidential for one in case.items()}[item]


def test_the_mark_stands_in_the_ledger_before_the_capture(case):
    kinds = [event.kind for event in case._work.ledger.events("captured", "marked-confidential")]
    assert kinds == ["captured", "marked-confidential", "captured"]


def test_a_source_can_be_confidential_by_its_sidecar(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(SECRET, encoding="utf-8")
    (folder / "b.txt").write_text(OPEN, encoding="utf-8")
    book = folder / "sources.toml"
    book.write_text('[[source]]\nfile = "a.txt"\nconfidential = true\n', encoding="utf-8")
    made = Case.init(tmp_path / "case", who="Asel")
    list(made.add([folder]))
    assert {one.name: one.confidential for one in made.items()} == {"a.txt": True, "b.txt": False}
    book.write_text('[[source]]\nfile = "a.txt"\nconfidential = "no"\n', encoding="utf-8")
    with pytest.raises(UnusableInput, match="neither true nor false"):
        list(made.add([folder]))


def test_the_command_line_marks_refuses_and_lists(tmp_path):
    run = CliRunner().invoke
    root, file = tmp_path / "case", tmp_path / "letter.txt"
    file.write_text(SECRET, encoding="utf-8")
    run(cli, ["init", str(root), "--who", "Asel"], catch_exceptions=False)
    run(cli, ["add", str(root), str(file), "--confidential"], catch_exceptions=False)
    elsewhere = ["--llm", "http://192.0.2.7:9", "--llm-model", "m", "--llm-host", "192.0.2.7"]
    result = run(cli, ["run", str(root), "--quiet", *elsewhere], catch_exceptions=False)
    assert result.exit_code == 1
    assert "letter.txt" in result.output
    assert "[stays-on-this-machine]" in result.output
    listed = run(cli, ["status", str(root)], catch_exceptions=False).output
    assert "1 confidential: nothing of them leaves this machine" in listed
    assert "letter.txt" in listed
