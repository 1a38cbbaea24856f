"""`tizme dates` and `tizme money` add their columns and keep the rows."""

import json

from click.testing import CliRunner

from tizme.cli.dates import command as dates
from tizme.cli.money import command as money
from tizme.model import UnusableInput


def run(command, tmp_path, content, *options):
    path = tmp_path / "in.tsv"
    path.write_text(content, encoding="utf-8")
    return CliRunner().invoke(command, [str(path), *options])


def test_dates_adds_edtf_and_leaves_it_empty_where_there_is_none(tmp_path):
    done = run(dates, tmp_path, "text\tlang\tpublished\nв мае\tru\t2024-06-01\nон уехал\tru\t\n")
    assert done.output.splitlines() == [
        "text\tlang\tpublished\tedtf",
        "в мае\tru\t2024-06-01\t2024-05",
        "он уехал\tru\t\t",
    ]


def test_dates_needs_no_column_of_publication(tmp_path):
    done = run(dates, tmp_path, 'lang\ttext\nen\t"5 May 2023" he wrote\n', "--format", "json")
    assert json.loads(done.output) == {"lang": "en", "text": '"5 May 2023" he wrote', "edtf": "2023-05-05"}


def test_money_adds_amount_and_currency(tmp_path):
    done = run(
        money, tmp_path, "text\tlang\n2,5 млн рублей\tru\n1 million migrants\ten\n", "--format", "json"
    )
    assert [json.loads(line) for line in done.output.splitlines()] == [
        {"text": "2,5 млн рублей", "lang": "ru", "amount": 2500000, "currency": "RUB"},
        {"text": "1 million migrants", "lang": "en", "amount": "", "currency": ""},
    ]


def test_a_missing_column_or_an_unknown_language_is_unusable_input(tmp_path):
    for content in ("text\n5 May\n", "text\tlang\n5 mai\tfr\n", ""):
        assert isinstance(run(dates, tmp_path, content).exception, UnusableInput)
