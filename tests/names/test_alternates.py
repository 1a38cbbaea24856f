"""Short names lead to full ones and back; spellings of one name are told from two names."""

import pytest

from tizme import names, tables


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Саша", "Александр"),
        ("Серёга", "Сергей"),
        ("Vova", "Владимир"),
        ("Аяш", "Аян"),
        ("Бакыт", "Бакытбек"),
        ("Мамат", "Мухаммад"),
        ("Джамшед", "Джамшед"),
    ],
)
def test_a_short_name_leads_to_its_full_name(short: str, full: str):
    found = names.full_names(short)
    assert full in found or (short == full and not found)


def test_both_directions_agree_for_every_row_of_the_table():
    for row in tables.rows("names/diminutives.csv", "full", "short"):
        for full in row["full"].split():
            assert set(row["short"].split()) <= set(names.short_forms(full)), f"{row.path}:{row.line}"
        for short in row["short"].split():
            assert row["full"].split()[0] in names.full_names(short), f"{row.path}:{row.line}"


@pytest.mark.parametrize(
    ("a", "b", "related"),
    [
        ("Саша", "Alexander", True),
        ("Женя", "Yevgeniy", True),
        ("Нурик", "Нурлан", True),
        ("Бакытбек", "Бакыт", True),
        ("Бакытбек", "Бакытжан", False),
        ("Нурбек", "Нурлан", False),
        ("Саша", "Алексей", False),
        ("", "Саша", False),
    ],
)
def test_short_names_relate_to_their_own_full_names_alone(a: str, b: str, *, related: bool):
    forth = names.short_relation(names.canon(a), names.canon(b))
    assert forth is names.short_relation(names.canon(b), names.canon(a)) is related


@pytest.mark.parametrize(
    ("a", "b", "known"),
    [
        ("Гасан", "Хәсән", "same"),
        ("Джамиль", "Camil", "same"),
        ("Евгений", "Yauhen", "same"),
        ("Мухаммад", "Мамат", "kin"),
        ("Али", "Халил", "apart"),
        ("Марат", "Мурат", "apart"),
        ("Бурбурхан", "Али", ""),
    ],
)
def test_spellings_of_one_name_are_told_from_two_names(a: str, b: str, known: str):
    assert names.variant_relation(names.canon(a), names.canon(b)) == known
    assert names.variant_relation(names.canon(b), names.canon(a)) == known
