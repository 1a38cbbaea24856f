import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publish_cases import LETTER, FakeStore

from tizme.model import Fate, UnusableInput
from tizme.publish import ExportFormat, export_files, gather
from tizme.publish.cells import csv_bytes, safe_cell
from tizme.publish.withhold import holds_contact

SECRETS = (
    "Гульнара",
    "Сатыбалдиева",
    "Бакыт",
    "Фаррух",
    "Давлатов",
    "555",
    "mail.example",
    "AN1234567",
    "брат мой",
)


def files(**options):
    return export_files(gather(FakeStore()), **options)


def table(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.safety
def test_by_default_no_relative_private_speaker_contact_or_document_number_is_in_any_file():
    for name, content in files().items():
        for secret in SECRETS:
            assert secret not in content.decode("utf-8-sig"), f"{secret} stands in {name}"


@pytest.mark.safety
def test_what_is_withheld_is_counted_by_reason():
    counted = {row["reason"]: int(row["count"]) for row in table(files()["withheld.csv"])}
    assert counted["relative-person"] == 1
    assert counted["contact"] == 1
    assert counted["identity-document"] == 1
    assert counted["private-letter"] == 1
    assert counted["relative"] >= 3
    assert counted["speaker"] >= 3


def test_inside_withholds_nothing_and_says_so():
    inside = files(inside=True)
    assert "Гульнара" in inside["claims.csv"].decode()
    assert "Nothing was withheld" in inside["README.txt"].decode()
    assert table(inside["withheld.csv"]) == []


def test_every_claim_has_its_item_span_quote_and_source():
    claims = {row["claim"]: row for row in table(files()["claims.csv"])}
    died = claims["c-died"]
    assert (died["item_sha256"], died["quote"], died["source"]) == (
        "a" * 64,
        "смерти Асана Токтосунова",
        "Вести",
    )
    assert int(died["stop"]) - int(died["start"]) == len(died["quote"])
    assert died["speakers"] == "[withheld] | [withheld] | Вести"
    assert claims["c-letter"]["item_sha256"] == LETTER
    assert claims["c-letter"]["source"] == "[withheld]"


def test_the_readme_defines_every_fate_and_the_policy_and_is_for_work_inside_the_house():
    readme = files()["README.txt"].decode()
    assert readme.startswith("FOR WORK INSIDE THE HOUSE ONLY")
    for fate in Fate:
        assert f"  {fate.value}: " in readme
    assert "two-sources@1" in readme
    assert "two independent sources" in readme


def test_the_json_holds_the_words_as_they_are():
    whole = json.loads(files()["export.json"])
    assert {claim["value"] for claim in whole["claims"]} >= {"=1+1", "2022-11-14"}
    assert whole["persons"][0]["reasons_for"] == [
        {"claim_ids": ["c-date"], "code": "document-or-notice", "source_ids": ["a" * 64]}
    ]


def test_a_cell_that_a_spreadsheet_would_run_has_an_apostrophe():
    claims = {row["claim"]: row for row in table(files()["claims.csv"])}
    assert claims["c-formula"]["value"] == "'=1+1"


@given(st.text(max_size=20))
def test_no_cell_begins_like_a_formula_and_every_cell_survives_reading(text):
    cell = safe_cell(text)
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell in {text, f"'{text}"}
    if "\x00" not in text:
        (row,) = list(
            csv.reader(
                io.StringIO(
                    csv_bytes(["h"], [[text or "x"]], bom=False).decode("utf-8", "replace"), newline=""
                )
            )
        )[1:]
        assert row == [safe_cell(text or "x")]


def test_formats_and_the_byte_order_mark_are_as_asked():
    assert set(files(form=ExportFormat.JSON)) == {"README.txt", "export.json", "withheld.csv"}
    assert set(files(form=ExportFormat.CSV)) == {"README.txt", "persons.csv", "claims.csv", "withheld.csv"}
    assert files(bom=True)["claims.csv"].startswith(b"\xef\xbb\xbf")
    assert not files()["claims.csv"].startswith(b"\xef\xbb\xbf")


def test_two_exports_of_one_run_are_the_same_bytes():
    assert files() == files()


@pytest.mark.parametrize(
    "text",
    ["+996 555 12-34-56", "0555123456", "8 (999) 123 45 67", "a.b@mail.example", "@someone", "t.me/abc"],
)
def test_contacts_are_seen(text):
    assert holds_contact(f"пишите {text} всегда")


@pytest.mark.parametrize(
    "text", ["14 ноября 2022 года", "2022-10/2022-11-14", "100 тысяч рублей", "100,000 rubles", "25.01.2023"]
)
def test_days_and_sums_are_no_contacts(text):
    assert not holds_contact(text)


def test_a_case_that_was_never_run_says_what_to_do():
    store = FakeStore()
    store.current_run = lambda: None
    with pytest.raises(UnusableInput, match="tizme run"):
        gather(store)
