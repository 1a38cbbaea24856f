"""Letters: what stands in them, in three languages, and what never does."""

import io
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from tracing_cases import MOTHER, SOUGHT, consent, request

from tizme.model import UnusableInput
from tizme.model.request import Inquiry, Purpose
from tizme.tables import rows
from tizme.trace.inquiries import answering, by_urgency, sending
from tizme.trace.letter_docx import docx_bytes
from tizme.trace.letters import (
    LETTER_LANGUAGES,
    RECIPIENTS,
    REQUESTER,
    CaseFact,
    addressee_of,
    categories,
    compose,
    names_requester,
    words_of,
)
from tizme.trace.terms import day_in_words, due_day

DATED = "2026-11-23"  # a Monday
INSIDE = tuple(category for category in categories() if category not in REQUESTER)
EVERYTHING = categories()


def letter(*covers, recipient="ministry", lang="ru", held=None, **more):
    held = held or request(consent(Purpose.INQUIRY, recipient, *covers))
    return compose(held, held.consents[-1].consent, addressee_of(recipient, lang), dated=DATED, **more)


def text_of(made):
    document = docx.Document(io.BytesIO(docx_bytes(made)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def withheld(made):
    return {left_out.key: left_out.reason for left_out in made.withheld}


@pytest.mark.parametrize("lang", LETTER_LANGUAGES)
@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_office_gets_a_letter_in_every_language_with_name_dates_questions_and_term(recipient, lang):
    made = letter("identity", "last_contact", recipient=recipient, lang=lang)
    words, text = words_of(lang), text_of(made)
    assert made.addressee.name in text
    assert {"Болотов Акмат Эркинович", "Bolotov Akmat"} <= set(text.split("\n"))
    for day in ("1988-05-03", "2022-09-12", DATED):
        assert day_in_words(day, words) in text
    assert day_in_words(made.due, words) in text
    assert all(question in text for question in words["questions"][recipient])
    assert words["grounds"][made.law] in text
    assert "{" not in text


def test_all_languages_word_the_same_things():
    def shape(value):
        return {key: shape(inner) for key, inner in value.items()} if isinstance(value, dict) else None

    shapes = [shape(dict(words_of(lang))) for lang in LETTER_LANGUAGES]
    assert shapes[0] == shapes[1] == shapes[2]
    labels = words_of("ru")["labels"]
    fields = {row["field"] for row in rows("letters/facts.csv", "field")}
    properties = {row["property"] for row in rows("letters/case_facts.csv", "property")}
    assert fields | properties | set(REQUESTER) <= labels.keys()
    laws = {row["id"] for row in rows("letters/laws.csv", "id")}
    for row in rows("letters/addressees.csv", "law", "lawyer_law"):
        assert {row["law"], row["lawyer_law"]} <= laws
    assert all(laws == words_of(lang)["grounds"].keys() for lang in LETTER_LANGUAGES)


def test_the_name_in_the_letters_own_alphabet_stands_first():
    assert letter("identity", lang="en").rows[0].value == "Bolotov Akmat"
    assert letter("identity", lang="ru").rows[0].value == "Болотов Акмат Эркинович"


@pytest.mark.parametrize("category", [c for c in INSIDE if c != "case_facts"])
def test_only_the_categories_that_the_consent_covers_stand_in_it(category):
    made = letter(category)
    fields = {row["field"] for row in rows("letters/facts.csv", "field") if row["category"] == category}
    assert set(made.disclosed) <= fields
    assert text_of(letter()).count("Акмат") == 0


def test_the_one_who_asks_is_named_only_where_they_agreed_to_it():
    silent, named = text_of(letter(*INSIDE)), text_of(letter(*EVERYTHING))
    for secret in ("Гүлсара", "Сапаровна", "Мелиоративная", "555", "gulsara", "Назгүл", "не звонить"):
        assert secret not in silent, secret
    for told in ("Болотова Гүлсара Сапаровна", "Мелиоративная 5", "+996 555 123 456", "мать"):
        assert told in named, told
    for never in ("Назгүл", "не звонить", "при сестре"):
        assert never not in named, never


def test_a_mother_who_asks_is_not_given_away_as_his_mother():
    assert withheld(letter("parents"))["mother"] == "names-requester"
    father_asks = request(
        consent(Purpose.INQUIRY, "ministry", "parents"), requester=replace(MOTHER, name="Болотов Эркин")
    )
    made = letter(held=father_asks)
    assert withheld(made)["father"] == "names-requester"
    assert "Болотова Гүлсара" in text_of(made)


def test_words_that_name_somebody_else_are_left_out_and_said_to_be():
    assert withheld(letter("last_contact"))["last_contact_how"] == "names-other"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("marks", "шрам; писать на gulsara@example.org"),
        ("clothing", "куртка, тел. +996 (555) 123-456"),
        ("last_contact_place", "дома: Ош, ул. Мелиоративная 5"),
    ],
)
def test_a_contact_inside_another_field_is_left_out(field, value):
    held = request(consent(Purpose.INQUIRY, "ministry", *INSIDE), sought=replace(SOUGHT, **{field: value}))
    made = letter(held=held)
    assert withheld(made)[field] == "contact"
    assert value not in text_of(made)


def test_his_home_is_left_out_where_it_is_theirs():
    assert withheld(letter("residence"))["residence"] == "contact"
    elsewhere = request(
        consent(Purpose.INQUIRY, "ministry", "residence"), sought=replace(SOUGHT, residence="Каракол")
    )
    assert "Каракол" in text_of(letter(held=elsewhere))


def test_what_the_case_holds_stands_in_it_only_with_a_source_that_anybody_can_read():
    facts = (
        CaseFact("died.date", "2022-11~", "Вести", "2023-02-01"),
        CaseFact("unit", "в/ч 12345", "", "2023-02-02"),
        CaseFact("captured.place", "Бахмут", "Вести", "2023-02-01", withheld="relative"),
        CaseFact("kin.mother", "Гүлсара", "Вести", "2023-02-01"),
    )
    made = letter(*INSIDE, case_facts=facts)
    text = text_of(made)
    assert "примерно ноябрь 2022 г." in text
    assert "Вести, 1 февраля 2023 г." in text
    for hidden in ("12345", "Бахмут", "Гүлсара"):
        assert hidden not in text
    assert withheld(made)["unit"] == "no-open-source"
    assert withheld(made)["captured.place"] == "relative"
    assert "died.date" not in letter("identity", case_facts=facts).disclosed


def test_the_file_tells_nothing_of_who_wrote_it_where():
    content = docx_bytes(letter("identity"))
    document = docx.Document(io.BytesIO(content))
    core = document.core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert core.created.isoformat()[:10] == DATED
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            assert not re.search(rb"python-docx|/root|/home", parts.read(name)), name


def test_the_page_is_a4_with_a_table_inside_its_margins_and_the_right_language():
    document = docx.Document(io.BytesIO(docx_bytes(letter("identity", lang="ky"))))
    section = document.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    (table,) = document.tables
    width = sum(cell.width for cell in table.rows[0].cells)
    assert width <= section.page_width - section.left_margin - section.right_margin
    assert [column.width for column in table.columns] == [cell.width for cell in table.rows[0].cells]
    assert 'w:val="ky-KG"' in document.styles["Normal"].element.xml
    assert "tblHeader" in table.rows[0]._tr.xml


def test_an_office_that_needs_a_name_and_address_is_pointed_out():
    assert "needs-name-and-address" in letter(*INSIDE).warnings
    assert "needs-name-and-address" not in letter(*EVERYTHING).warnings
    assert "needs-name-and-address" not in letter(*INSIDE, lawyer=True).warnings
    assert "needs-name-and-address" not in letter(*INSIDE, recipient="icrc").warnings
    assert letter("identity", lawyer=True).law == "ru-63fz"


def test_an_answer_that_names_the_family_is_known_from_one_that_does_not():
    held = request()
    for naming in (
        "Уважаемая Гүлсара Сапаровна! Сообщаем",
        "Болотовой Г.С. на обращение",
        "г. Ош, ул. Мелиоративная 5",
        "тел. 996555123456",
        "Dear Ms Gulsara Bolotova, we regret",
    ):
        assert names_requester(naming, held), naming
    for silent in ("Болотов Акмат Эркинович в списках не значится", "В отношении Болотова А.Э. сведений нет"):
        assert not names_requester(silent, held), silent


@pytest.mark.parametrize(
    ("law", "sent", "due", "binding"),
    [
        ("ru-59fz", "2026-11-23", "2026-12-26", True),  # 3 days to register, 30 to answer
        ("ru-63fz", "2026-11-23", "2026-12-23", True),
        ("kg-67", "2026-11-23", "2026-12-14", True),  # 1 and 14 working days, three weekends
        ("kg-67", "2026-11-27", "2026-12-18", True),  # from a Friday
        ("ihl", "2026-11-23", "2027-02-21", False),
    ],
)
def test_a_term_is_counted_by_its_law(law, sent, due, binding):
    counted = due_day(law, sent)
    assert (counted.day, counted.binding) == (due, binding)


@pytest.mark.parametrize(
    ("edtf", "ru", "ky", "en"),
    [
        ("2022-11-14", "14 ноября 2022 г.", "2022-жылдын 14-ноябры", "14 November 2022"),
        ("2022-11", "ноябрь 2022 г.", "2022-жылдын ноябрь айы", "November 2022"),
        ("2022", "2022 г.", "2022-жыл", "2022"),
        ("2022-10~", "примерно октябрь 2022 г.", "болжол менен 2022-жылдын октябрь айы", "about October 2022"),
        ("2022-10/2022-11", "между октябрь 2022 г. и ноябрь 2022 г.", "2022-жылдын октябрь айы – 2022-жылдын ноябрь айы аралыгында", "between October 2022 and November 2022"),
    ],
)  # fmt: skip
def test_a_day_is_written_as_exactly_as_it_is_known(edtf, ru, ky, en):
    assert [day_in_words(edtf, words_of(lang)) for lang in ("ru", "ky", "en")] == [ru, ky, en]


def test_a_season_is_not_sharpened_into_a_month():
    assert day_in_words("2022-22", words_of("en")).startswith("between 1 June 2022")


def inquiry(key, **more):
    return Inquiry(key, "r-1", "ministry", "ru-mod", "ru", "2026-10-01", "ru-59fz", (), "", "Aida", **more)


def test_overdue_inquiries_come_first_the_longest_overdue_at_the_top():
    held = [
        inquiry("answered", sent_on="2026-09-01", deadline="2026-10-04", answered_on="2026-10-01"),
        inquiry("draft"),
        inquiry("waiting", sent_on="2026-11-01", deadline="2026-12-04"),
        inquiry("late", sent_on="2026-10-01", deadline="2026-11-03"),
        inquiry("later", sent_on="2026-08-01", deadline="2026-09-03"),
    ]
    found = by_urgency(held, today="2026-11-22")
    assert [due.inquiry.id for due in found] == ["later", "late", "waiting", "draft", "answered"]
    assert [due.days_left for due in found[:3]] == [-80, -19, 12]


def test_the_deadline_is_counted_again_from_the_day_of_sending():
    _, body = sending(inquiry("q", deadline="2026-11-03"), on="2026-11-20")
    assert body["deadline"] == "2026-12-23"
    with pytest.raises(UnusableInput, match="was sent"):
        sending(inquiry("q", sent_on="2026-11-20"), on="2026-11-21")
    with pytest.raises(UnusableInput, match="never logged as sent"):
        answering(inquiry("q"), on="2026-11-21", answer="x")


def test_an_office_that_the_table_does_not_hold_is_refused():
    assert addressee_of("ministry", "ru", addressee_id="kg-mfa-ru").law == "kg-67"
    with pytest.raises(UnusableInput, match="kg-mfa"):
        addressee_of("ministry", "ky", addressee_id="ru-mod")
    with pytest.raises(UnusableInput, match="no letters in 'uz-Latn'"):
        words_of("uz-Latn")
