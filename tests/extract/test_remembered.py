"""A process that reads texts without end does not remember words without end."""

from functools import lru_cache
from types import ModuleType

import pytest

from tizme.engines.recogniser import chain, net
from tizme.extract import extract_text, remembered
from tizme.ports import installed_recogniser

_LETTERS = str.maketrans("0123456789", "абвгдежзик")


@pytest.fixture
def small(monkeypatch):
    """All memories bounded so low that a few texts overflow them."""
    monkeypatch.setattr(remembered, "MOST_WORDS", 50)
    monkeypatch.setattr(remembered, "_EVERY", 1)
    monkeypatch.setattr(chain, "_MOST_WORDS", 50)
    monkeypatch.setattr(net, "_MOST_WORDS", 50)
    reader = installed_recogniser()
    for one in reader._chains.values():
        one._known.clear()  # what other tests of this process have read
    reader._net._first.clear()


def text_of(number):
    words = " ".join(f"Жолдошбек{number}{n} Абдыкадыр{number}{n}ов" for n in range(10)).translate(_LETTERS)
    return f"Азамат Турдубаев погиб 12 мая 2023 года под Бахмутом. {words}.\n"


def test_what_texts_brought_is_forgotten_again(small):
    for number in range(12):
        extract_text(text_of(number), lang="ru")
    remembered.forget_rare_words()
    assert all(memory.cache_info().currsize <= 50 for memory in remembered._memories())
    reader = installed_recogniser()
    # What is remembered of words may outgrow the bound by one text at most.
    assert all(len(one._known) < 150 for one in reader._chains.values())
    assert len(reader._net._first) < 150


def test_forgetting_changes_nothing_that_is_read(small):
    before = [extract_text(text_of(number), lang="ru") for number in range(5)]
    assert [extract_text(text_of(number), lang="ru") for number in range(5)] == before


def test_every_large_memory_of_a_module_is_found_and_no_small_one(monkeypatch):
    module = ModuleType("tizme.made_up")
    module.large = lru_cache(maxsize=100_000)(len)
    module.small = lru_cache(maxsize=4)(len)
    monkeypatch.setitem(__import__("sys").modules, "tizme.made_up", module)
    found = list(remembered._memories())
    assert module.large in found
    assert module.small not in found
