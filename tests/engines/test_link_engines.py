"""One suite for every link engine: same records, same plan, same pairs, same weights."""

import random

import pytest

from tizme import link
from tizme.engines import ENGINES, PlainEngine, link_engine
from tizme.model import Record

pytestmark = pytest.mark.contract

_GIVEN = ["Айбек", "Aibek", "Нурлан", "Nurlan", "Отабек", "Otabek", "Шуҳрат", "Shukhrat", "А.", "Саодат"]
_FAMILY = ["Сарыбеков", "Sarybekov", "Қодиров", "Kadyrov", "Шарифов", "Шарифзода", "Осмонова", "Дж."]
_FATHER = ["", "", "Асанович", "Асан уулу", "Саидович", "Р.", "Karimovich"]


def _made_up(count: int, seed: int) -> list[Record]:
    draw = random.Random(seed)
    made = []
    for i in range(count):
        born = draw.choice([None, 1990, 1991, 1997])
        died = draw.choice(["", "2022-11-24", "2022-11", "2022-12-03", "2022~"])
        name = f"{draw.choice(_FAMILY)} {draw.choice(_GIVEN)} {draw.choice(_FATHER)}".strip()
        made.append(
            Record(
                id=f"r-{i:04}",
                list_id=f"list-{i % 5}",
                subject="s1",
                name=draw.choice([name, name, name, ""]),
                alternate_names=draw.choice([(), ("Сарыбеков А.",)]),
                lang="",
                sex=draw.choice(["", "male", "female"]),
                born=draw.choice(["", f"{born}-02-09", f"{born}-02-11"]) if born else "",
                born_low=born,
                born_high=born + draw.choice([0, 1, 4]) if born else None,
                places=draw.choice(
                    [(), ("KG-O-kara-suu", "KG-O", "KG"), ("KG-O", "KG"), ("KG",), ("TJ-x", "TJ")]
                ),
                unit=draw.choice(["", "Wagner", "Вагнер", "полк"]),
                kin_names=draw.choice([(), ("Нурбек",), ("Nurbek", "Erkin")]),
                event_dates=(("died.date", died),) if died else (),
            )
        )
    return made


def _columns(records, *, clean=True):
    return [link.features(record, clean=clean) for record in records]


@pytest.mark.parametrize("engine", ENGINES)
def test_engines_give_the_pairs_and_weights_of_the_plain_engine(engine):
    columns = _columns(_made_up(150, seed=1))
    expected = PlainEngine().pairs(columns, link.plan())
    found = link_engine(engine).pairs(columns, link.plan())
    assert len(expected) > 100
    assert [(p.left, p.right, p.reasons) for p in found] == [(p.left, p.right, p.reasons) for p in expected]
    for one, other in zip(found, expected, strict=True):
        assert one.weight_bits == pytest.approx(other.weight_bits, abs=1e-6)
        assert one.probability == pytest.approx(other.probability, abs=1e-6)


@pytest.mark.parametrize("engine", ENGINES)
def test_records_of_one_clean_list_are_never_compared(engine):
    one, other = _made_up(2, seed=2)
    same = [
        Record(id=r.id, list_id="a", subject="s", name="Айбек Сарыбеков", born="1990") for r in (one, other)
    ]
    assert link_engine(engine).pairs(_columns(same), link.plan()) == ()
    assert len(link_engine(engine).pairs(_columns(same, clean=False), link.plan())) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_a_record_without_a_name_is_compared_with_nothing(engine):
    unnamed = [
        Record(
            id=f"r{i}", list_id=f"l{i}", subject="s", name="", born_low=1990, born_high=1990, places=("KG-O",)
        )
        for i in range(3)
    ]
    assert link_engine(engine).pairs(_columns(unnamed), link.plan()) == ()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("count", [0, 1])
def test_no_pair_comes_from_fewer_than_two_records(engine, count):
    assert link_engine(engine).pairs(_columns(_made_up(count, seed=3)), link.plan()) == ()


@pytest.mark.parametrize("engine", ENGINES)
def test_pairs_do_not_depend_on_the_order_of_records(engine):
    columns = _columns(_made_up(40, seed=4))
    assert link_engine(engine).pairs(columns, link.plan()) == link_engine(engine).pairs(
        columns[::-1], link.plan()
    )
