import os
from itertools import combinations
from pathlib import Path

import pytest

from tizme.text.fingerprint import SAME_SOURCE_SHARE, SKETCH_SIZE, fingerprint, similarity

NEWS = (
    "В Алайском районе похоронили Эркина Асанова, погибшего под Бахмутом. Ему было 24 года. По словам матери, "
    "он уехал на заработки в Самару в 2021 году и звонил домой каждую неделю до октября 2022 года."
)


def test_a_copy_with_other_case_and_line_breaks_is_the_same_source() -> None:
    assert similarity(NEWS, NEWS.upper().replace(". ", ".\n\n")) == 1.0


def test_a_copy_with_a_new_first_line_and_an_advertisement_inside_is_the_same_source() -> None:
    copy = (
        "Новости долины.\n"
        + NEWS.replace("Ему было", "Подписывайтесь на наш канал!\nЕму было")
        + "\nИсточник: агентство."
    )
    assert similarity(NEWS, copy) >= SAME_SOURCE_SHARE
    assert similarity(copy, NEWS) == similarity(NEWS, copy)


def test_two_reports_of_one_death_in_their_own_words_are_two_sources() -> None:
    other = (
        "Родные Эркина Асанова из Алая узнали о его гибели от сослуживца, и только через два месяца им отдали тело. "
        "Асанова осудили в Самаре в 2021 году; на войну он попал из колонии осенью следующего года."
    )
    assert similarity(NEWS, other) < 0.1


def test_texts_too_short_to_be_copies_are_not_called_copies_unless_equal() -> None:
    assert similarity("Светлая память Эркину", "Светлая память Эркину Асанову") == 0.0
    assert similarity("", "") == 0.0


def test_a_long_text_is_compared_by_a_sketch_of_fixed_size() -> None:
    long = " ".join(f"слово{n}" for n in range(9000))
    half = " ".join(f"слово{n}" for n in range(4500)) + " " + " ".join(f"иное{n}" for n in range(4500))
    assert len(fingerprint(long)) == SKETCH_SIZE
    assert similarity(long, half) == pytest.approx(0.5, abs=0.05)
    assert similarity(long, NEWS) == 0.0


def test_no_two_gold_texts_are_one_source() -> None:
    shared = Path(os.environ.get("TIZME_SHARED", Path(__file__).parents[2].parent / "shared")) / "gold"
    if not shared.is_dir():
        pytest.skip(f"no gold texts at {shared}; set TIZME_SHARED")
    texts = [path.read_text(encoding="utf-8") for path in sorted(shared.glob("*.txt"))]
    highest = max(similarity(one, other) for one, other in combinations(texts, 2))
    assert highest < SAME_SOURCE_SHARE / 2, highest
