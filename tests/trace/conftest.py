"""An index over two small lists of invented people."""

import pytest

from tizme.trace.build import Batch
from tizme.trace.index import add_list, open_index

PRISONERS = [
    ("1", "АЛИШЕРОВ Аян Асанович", "1993-05-02", "Кара-Суу", "ИК-3 Калуга", "m"),
    ("2", "Алишеров Аян Бакытович", "1971-01-01", "Ош", "", "m"),
    ("3", "Nurbek Toktosunov", "", "Бишкек", "", "m"),
    ("4", "Тажибаев Мирлан", "1988", "", "", "m"),
    ("5", "Абдулрахман Жолдошев", "", "", "", "m"),
    ("6", "Кубатбек уулу Эрмек", "1999-11-30", "", "", "m"),
    ("7", "Оранбаева Гүлнара", "", "", "", "f"),
]
HOSPITAL = [
    ("h1", "محمد يوسف عبد الرحمن أبو شمعة", "1990-03-04"),
    ("h2", "محمد خالد عبدالله النجار", "2001-12-12"),
    ("h3", "Muhammad Khaled Abdullah al-Najjar", "1985-06-07"),
]


def batch(rows, *columns):
    """Rows of (id, name, *columns) as a Batch."""
    ids, names, *cells = zip(*rows, strict=True)
    return Batch(ids, names, dict(zip(columns, cells, strict=True)))


@pytest.fixture(scope="session")
def lists(tmp_path_factory):
    """The folder of the index."""
    folder = tmp_path_factory.mktemp("index")
    about = {"whom": "men recruited in prisons", "until": "2023-06", "leaves_out": "the wounded"}
    add_list(
        folder,
        "prisoners",
        [batch(PRISONERS, "birth_date", "origin", "prison", "sex")],
        digest="a" * 64,
        about=about,
    )
    add_list(folder, "hospital", [batch(HOSPITAL, "birth_date")], digest="b" * 64)
    return folder


@pytest.fixture(scope="session")
def index(lists):
    return open_index(lists)
