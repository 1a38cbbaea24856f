"""Claims become records, and records of one person meet across languages."""

import pytest

from tizme import link
from tizme.engines import PlainEngine
from tizme.model import Claim, Evidence, Extraction, Place, Polarity, Record, Subject

OSH = Place("KG-O-kara-suu", "Кара-Суу", "district", ("KG-O", "KG"), "KG", None, None)


def lookup_place(name, *, lang=""):
    return ((OSH, 0.9),) if "Кара" in name else ()


def claim(subject, prop, value, *, polarity=Polarity.AFFIRMED):
    return Claim(
        f"c-{subject}-{prop}",
        "item",
        subject,
        prop,
        value,
        0,
        1,
        "x",
        Evidence.PRESS,
        polarity,
        (),
        "2023-01-28",
        "test",
    )


def extraction(*claims):
    subjects = (
        Subject("s1", named=True, group=False, label="Айбек Сарыбеков", name="Айбек Сарыбеков"),
        Subject("s2", named=False, group=False, label="mother of s1"),
        Subject("s3", named=True, group=False, label="Нурбек", name="Нурбек"),
        Subject("g1", named=False, group=True, label="prisoners"),
    )
    return Extraction("ru", (), subjects, (), tuple(claims))


def records(*claims):
    found = link.records_of(
        "item", extraction(*claims), lang="ru", published="2023-01-28", lookup_place=lookup_place
    )
    return {record.subject: record for record in found}


def test_each_person_named_or_not_is_a_record_and_a_group_is_none():
    assert set(records()) == {"s1", "s2", "s3"}
    assert records()["s2"].name == ""


def test_an_age_leaves_two_years_of_birth_open():
    found = records(claim("s1", "age", "29"))["s1"]
    assert (found.born, found.born_low, found.born_high) == ("", 1993, 1994)


def test_about_fifty_is_wider_than_fifty():
    found = records(claim("s1", "age", "50~"))["s1"]
    assert (found.born_low, found.born_high) == (1969, 1976)


def test_a_birth_date_outranks_an_age():
    found = records(claim("s1", "age", "29"), claim("s1", "birth_date", "1993-05-02"))["s1"]
    assert (found.born, found.born_low, found.born_high) == ("1993-05-02", 1993, 1993)


def test_a_denied_claim_is_kept_with_the_record_but_not_compared():
    found = records(claim("s1", "died.date", "2022-11", polarity=Polarity.DENIED))["s1"]
    assert found.event_dates == ()
    assert found.claim_ids == ("c-s1-died.date",)


def test_places_hold_the_finest_first_and_then_what_it_lies_in():
    found = records(claim("s1", "origin", "Кара-Суу"), claim("s1", "residence", "Атлантида"))["s1"]
    assert found.places == ("KG-O-kara-suu", "KG-O", "KG")
    assert found.place_words == ("Кара-Суу", "Атлантида")


def test_kin_are_known_from_both_ends_and_the_tie_tells_their_sex():
    found = records(claim("s1", "kin.brother", "s3"), claim("s1", "kin.mother", "s2"))
    assert found["s1"].kin_names == ("Нурбек",)
    assert found["s3"].kin_names == ("Айбек Сарыбеков",)
    assert found["s2"].sex == "female"


def _record(number, name, lang, **known):
    return Record(id=f"r{number}", list_id=f"item{number}", subject="s1", name=name, lang=lang, **known)


def _joined(*made):
    pairs = PlainEngine().pairs([link.features(r) for r in made], link.plan())
    return [c.record_ids for c in link.cluster([r.id for r in made], pairs, [])]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Ayan Sarybekov", "en"), ("Аян Сарыбеков", "ru")),
        (("Отабек Эргашев", "uz-Cyrl"), ("Отабек Ергашев", "uk")),
        (("Фирдавс Ҳасанзода", "tg"), ("ХАСАНОВ Фирдавс Саидович", "ru")),
        (("Shuhrat Qodirov", "uz-Latn"), ("Кадыров Шухрат Рустамович", "ru")),
        (("Асан уулу Бакыт", "ky"), ("Бакыт Асанов", "ru")),
    ],
)
def test_one_man_in_two_languages_is_joined_when_birth_year_and_place_agree(left, right):
    known = {"born_low": 1997, "born_high": 1998, "places": ("KG-O-kara-suu", "KG-O", "KG")}
    assert _joined(_record(1, *left, **known), _record(2, *right, **known)) == [("r1", "r2")]


def test_two_men_of_one_name_stay_apart_by_age():
    older, younger = (
        _record(i, "Отабек Эргашев", "uz-Cyrl", born_low=y, born_high=y + 1)
        for i, y in ((1, 1983), (2, 1997))
    )
    assert len(_joined(older, younger)) == 2


def test_two_men_of_one_name_stay_apart_by_their_fathers():
    made = (
        _record(i, f"Исаков Азамат {father}", "ru", born_low=1990, born_high=1990)
        for i, father in ((1, "Муратович"), (2, "Талайбекович"))
    )
    assert len(_joined(*made)) == 2


def test_a_name_alone_does_not_join():
    assert len(_joined(_record(1, "Айбек Сарыбеков", "ru"), _record(2, "Aibek Sarybekov", "en"))) == 2


def test_unnamed_records_are_never_joined_by_the_machine():
    known = {"born_low": 1997, "born_high": 1997, "places": ("KG-O",)}
    assert len(_joined(_record(1, "", "ru", **known), _record(2, "", "en", **known))) == 2
