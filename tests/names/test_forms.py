"""A name is written as other alphabets, papers and lists write it, and every form is found again."""

import json
import subprocess
import sys
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizme import names, tables
from tizme.model import BadTable
from tizme.names.spelling import spelt, systems
from tizme.text import LANGUAGES


@pytest.mark.parametrize(
    ("word", "source", "system", "written"),
    [
        ("Жўраев", "uz-Cyrl", "uz-Latn", "Joʻrayev"),
        ("Жўраев", "uz-Cyrl", "uz-straight", "Jo'rayev"),
        ("Жўраев", "uz-Cyrl", "uz-curly", "Jo’rayev"),
        ("Жўраев", "uz-Cyrl", "uz-passport", "Jorayev"),
        ("Жўраев", "uz-Cyrl", "uz-2026", "Jõrayev"),
        ("Ғайрат", "uz-Cyrl", "uz-2026", "Ğayrat"),
        ("Чўлпон", "uz-Cyrl", "uz-2026", "Çõlpon"),
        ("Шерзод", "uz-Cyrl", "uz-2026", "Şerzod"),
        ("Чўлпон", "uz-Cyrl", "uz-2026-c", "Cõlpon"),
        ("Ҷамшед", "tg", "ru", "Джамшед"),
        ("Сафарӣ", "tg", "ru", "Сафари"),
        ("Қурбон", "tg", "bgn-tg", "Qurbon"),
        ("Өмүрбек", "ky", "ru", "Омурбек"),
        ("Өмүрбек", "ky", "bgn-ky", "Ömürbek"),
        ("Жаңыл", "ky", "passport-ky", "Zhanyl"),
        ("Әлихан", "kk", "ru", "Алихан"),
        ("Ғабит", "kk", "kk-Latn", "Ğabit"),
        ("Ұлан", "kk", "kk-Latn", "Ūlan"),
        ("Сергеевич", "ru", "uk", "Сергійович"),
        ("Игорь", "ru", "uk", "Ігор"),
        ("Александр", "ru", "uk", "Олександр"),
        ("Олександр", "uk", "ru", "Александр"),
        ("Сергійович", "uk", "ru", "Сергеевич"),
        ("Александр", "ru", "press-x", "Alexander"),
        ("Юрьев", "ru", "icao", "Iurev"),
        ("Юрьев", "ru", "bgn-ru", "Yuryev"),
        ("Ермек", "ru", "bgn-ru", "Yermek"),
        ("Щербаков", "ru", "icao", "Shcherbakov"),
        ("Алишеров", "ru", "french", "Alicherov"),
        ("Алишеров", "ru", "german", "Alischerow"),
        ("Чолпонбаев", "ru", "german", "Tscholponbajew"),
        ("Жанибек", "ky", "turkish", "Janibek"),
        ("Чынгыз", "ky", "turkish", "Çıngız"),
    ],
)
def test_a_word_is_spelt_by_the_table_of_its_system(word: str, source: str, system: str, written: str):
    assert spelt(word, source, system) == written


def test_russian_letters_are_given_back_what_russian_lost_where_a_list_of_names_knows():
    assert spelt("Омурбек", "ru", "ky") == "Өмүрбек"
    assert spelt("Джамшед", "ru", "tg") == "Ҷамшед"


@pytest.mark.parametrize(
    ("name", "lang", "expected"),
    [
        (
            "Аян Алишеров",
            "ru",
            {"Alisherov Aian", "Alisherov Ayan", "Ajan Alischerow", "Алишеров А.", "АЛИШЕРОВ, Аян"},
        ),
        (
            "Асан уулу Бакыт",
            "ky",
            {"Bakyt Asan uulu", "Асанов Бакыт", "Asan uulu Bakyt", "АСАН УУЛУ БАКЫТ"},
        ),
        (
            "Шарифов Фирдавс Саидович",
            "ru",
            {"Шарифзода Фирдавс", "Sharifzoda Firdavs", "Шариф Фирдавс", "Шарифӣ Фирдавс", "Шарифов Ф.С."},
        ),
        (
            "Ҳасанзода Ҷамшед",
            "tg",
            {"Хасанзода Джамшед", "Хасанов Джамшед", "Hasanzoda Jamshed", "Ҳасан Ҷамшед"},
        ),
        ("Ғабитұлы Нұрлан", "kk", {"Gabituly Nurlan", "Габитов Нурлан", "Нурлан Габитулы"}),
        ("Alexander Mikhailovich Lukin", "en", {"Лукин Александр Михайлович", "Лукін Олександр Михайлович"}),
        (
            "Олександр Сергійович Ткаченко",
            "uk",
            {"Ткаченко Александр Сергеевич", "Tkachenko Alexander Sergeevich"},
        ),
        ("Saidova Nilufar Zokirjon qizi", "uz-Latn", {"Саидова Нилуфар", "Саидова Нилуфар Зокиржоновна"}),
    ],
)
def test_the_forms_hold_what_lists_hold(name: str, lang: str, expected: set[str]):
    assert expected - {form.text for form in names.forms(name, lang=lang)} == set()


def test_the_first_form_is_the_name_as_given_and_no_form_comes_twice():
    found = names.forms("Жўраев Сардор Каримович", lang="uz-Cyrl")
    texts = [form.text for form in found]
    assert texts[0] == "Жўраев Сардор Каримович"
    assert len(texts) == len(set(texts)) <= names.MOST_FORMS
    assert len(names.forms("Жўраев Сардор", lang="uz-Cyrl", most=4)) == 4


def test_a_womans_name_keeps_her_endings():
    found = names.forms("Асанова Айгүл Бакыт кызы", lang="ky")
    assert not [f.text for f in found if "уулу" in f.text or "Асанов " in f.text or "ович" in f.text]


def test_a_call_sign_is_another_name_and_a_rank_is_none():
    found = names.forms("рядовой Айбек Сарыбеков, позывной «Бобо» (1994 г.р.)", lang="ru", most=20)
    called = [form.text for form in found if form.shape == "alternate"]
    assert called == ["Бобо", "Бобо Сарыбеков"]
    assert len(found) == 20


def test_a_neighbour_says_the_same_name_otherwise():
    said = {form.text for form in names.forms("Юсуф Каримов", lang="ru") if "given:kin" in form.changed}
    assert "Жүсіп Каримов" in said or "Каримов Жүсіп" in said


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=25), st.sampled_from(["", *LANGUAGES, "de"]))
def test_anything_that_is_typed_in_gets_an_answer(text: str, lang: str):
    found = names.forms(text, lang=lang, most=40)
    assert len({form.text for form in found}) == len(found) <= 40
    assert all(form.text for form in found)


def test_a_mark_that_unicode_calls_a_letter_has_no_empty_form():
    assert all(form.text for form in names.forms("ʻ"))


@pytest.mark.parametrize("nothing", ["", "***", "12"])
def test_what_is_no_name_has_no_forms(nothing: str):
    assert names.forms(nothing) == ()


def test_every_system_builds_on_one_that_exists():
    known = set(systems()) | {""}
    assert [s.code for s in systems().values() if s.base not in known] == []
    likes = {row["system"] for row in tables.rows("names/forms_letters.csv", "system")} | {""}
    assert [s.code for s in systems().values() if s.like not in likes] == []


def test_a_pattern_with_a_group_is_refused(monkeypatch: pytest.MonkeyPatch):
    from tizme.names import spelling

    bad = tables.Row({"system": "icao", "pattern": "(а)", "to": "a"}, "names/forms_letters.csv", 7)
    monkeypatch.setattr(spelling, "rows", lambda *_: (bad,))
    monkeypatch.setattr(spelling, "systems", dict)
    spelling._writing.cache_clear()
    with pytest.raises(BadTable, match=r"names/forms_letters\.csv:7"):
        spelling._writing("icao")
    spelling._writing.cache_clear()


PEOPLE = {
    "ky": (("Бакыт", "Өмүрбек", "Чынгыз"), ("Алымкулов", "Жээнбеков", "Сыдыков"), "{} уулу"),
    "uz-Cyrl": (("Сардор", "Жаҳонгир", "Ғайрат"), ("Жўраев", "Раҳмонов", "Эргашев"), "{} ўғли"),
    "tg": (("Фирдавс", "Ҷамшед", "Суҳроб"), ("Шарифзода", "Раҳимов", "Назаров"), "{}ович"),
    "kk": (("Нұрлан", "Әлихан", "Қайрат"), ("Әбдіраимов", "Жұмабаев", "Оспанов"), "{}ұлы"),
    "ru": (("Сергей", "Рустам", "Хуршед"), ("Сарыбеков", "Кузнецов", "Хайдаров"), "{}ович"),
}
# Of forms that change letters and order alone, so many may be lost. Counted at .006 in November 2026: initials of Ж Ч Ў Ө in other letters.
LOST_SHARE = 0.02


def test_nearly_every_spelling_is_found_again_by_comparison():
    """A form that comparison does not take for the same man would search in vain."""
    lost: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for lang, (given_names, families, father) in PEOPLE.items():
        for i, (one, family) in enumerate(product(given_names, families)):
            name = f"{family} {one}" + (f" {father.format('Асан')}" if i % 2 else "")
            for form in names.forms(name, lang=lang):
                if any(changed.startswith(("given", "family")) for changed in form.changed):
                    continue
                tried[form.system] += 1
                found = names.compare(name, form.text, left_lang=lang, right_lang=form.lang)
                lost[form.system] += found.probability < 0.5
    worst = [(system, count, tried[system]) for system, count in lost.most_common(8) if count]
    sys.stdout.write(f"lost, by system: {worst}\n")
    assert sum(lost.values()) <= LOST_SHARE * sum(tried.values()), worst


def test_the_door_prints_forms_as_lines_or_as_objects():
    command = [sys.executable, "-m", "tizme", "names", "forms"]
    told = subprocess.run(
        [*command, "Аян Алишеров", "--most", "3"], capture_output=True, text=True, check=True
    )
    header, first, *_ = told.stdout.splitlines()
    assert header.split("\t") == ["name", "text", "system", "lang", "script", "shape", "changed"]
    assert first.split("\t")[:2] == ["Аян Алишеров", "Аян Алишеров"]
    lines = subprocess.run(
        [*command, "Аян Алишеров", "Бакыт Асан уулу", "--format", "json"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert [json.loads(line)["name"] for line in lines] == ["Аян Алишеров", "Бакыт Асан уулу"]
    nobody = subprocess.run(command, capture_output=True, text=True, check=False)
    assert nobody.returncode == 2
