"""Weights correct the class of evidence that rules gave, and keep away from what could call a man dead."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tizme.extract import evidence_words, extract_document, extract_text
from tizme.extract.evidence_along import ALONG, REACH, along
from tizme.extract.evidence_weights import times_as_likely
from tizme.extract.evidence_words import BITS, CLASSES, Numbers
from tizme.model import Document, Source, SourceKind
from tizme.tables import rows, tree

_NEWS = (
    "Житель Джалал-Абада Нурлан Асанов, 34 года, погиб под Бахмутом 3 мая 2023 года. "
    "Тело похоронили в родном селе. Его земляк Тимур Садыков вернулся домой живым в июне."
)
_SAID = "Нурлан Асанов, 34 года, погиб под Бахмутом 3 мая 2023 года, ходят слухи в селе. Он повар."


def _speaking_for(evidence: str, loudly: float = 100.0) -> Callable[[], tuple[Numbers, Numbers]]:
    nothing = np.zeros((1 << BITS, len(CLASSES)), np.float32)
    spoken = np.array([loudly if c == evidence else 0.0 for c in CLASSES], np.float32)
    return lambda: (nothing, spoken)


def _classes(text: str, *roots: str) -> set[str]:
    found = extract_text(text, lang="ru", published="2023-07-01")
    got = {c.evidence.value for c in found.claims if c.property.split(".")[0] in roots}
    assert got, f"no claim of {roots}"
    return got


def test_weights_change_a_class_where_they_speak_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _classes(_NEWS, "age") == {"press"}
    monkeypatch.setattr(evidence_words, "model", _speaking_for("hearsay"))
    assert _classes(_NEWS, "age", "died") == {"hearsay"}


def test_weights_leave_the_rules_answer_where_another_is_hardly_likelier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needed = float(np.log(times_as_likely("press", here=False)))
    claims = len(extract_text(_NEWS, lang="ru", published="2023-07-01").claims)
    monkeypatch.setattr(evidence_words, "model", _speaking_for("hearsay", needed / np.sqrt(claims) - 0.1))
    assert _classes(_NEWS, "age") == {"press"}


def test_claims_of_one_stretch_say_together_what_none_says_loudly_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hardly = float(np.log(times_as_likely("press", here=False))) - 0.1
    monkeypatch.setattr(evidence_words, "model", _speaking_for("hearsay", hardly))
    assert _classes(_NEWS, "age") == {"hearsay"}


def test_a_claim_that_stands_alone_says_what_it_says() -> None:
    sums = np.array([[0.0, 2.0, -1.0, 3.0, 0.5]])
    assert along(sums, [(4, 1)]) == pytest.approx(sums)


def test_many_claims_weigh_as_the_square_root_of_their_number_and_far_ones_nothing() -> None:
    told = np.array([[0.0, 4.0]])
    together = along(np.repeat(told, 9, axis=0), [(0, 0)] * 9)
    assert together[0] == pytest.approx([0.0, (1 - ALONG) * 4 + ALONG * 4 * 3])
    apart = along(np.array([[0.0, 4.0], [0.0, -9.0]]), [(0, 0), (REACH + 1, 1)])
    assert apart[0] == pytest.approx([0.0, 4.0])


def test_another_paragraph_is_heard_less() -> None:
    sums = np.array([[0.0, 4.0], [0.0, -4.0], [0.0, 4.0]])
    same, other = along(sums, [(0, 0), (1, 0), (2, 0)])[0], along(sums, [(0, 0), (1, 1), (2, 1)])[0]
    assert same[1] < other[1]


@pytest.mark.parametrize("evidence", ["official", "document"])
def test_safety_no_office_and_no_document_decides_a_fate_by_weights(
    evidence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An office or a document suffices to call somebody dead."""
    monkeypatch.setattr(evidence_words, "model", _speaking_for(evidence))
    assert _classes(_NEWS, "died", "buried", "returned") == {"press"}


@pytest.mark.parametrize("evidence", ["press", "direct", "official", "document"])
def test_safety_rumour_of_a_death_stays_a_rumour(evidence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sources call somebody dead if one of them is more than hearsay."""
    assert _classes(_SAID, "died") == {"hearsay"}
    monkeypatch.setattr(evidence_words, "model", _speaking_for(evidence))
    assert _classes(_SAID, "died") == {"hearsay"}


def test_safety_word_of_a_life_is_never_weakened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_words, "model", _speaking_for("hearsay"))
    assert _classes(_NEWS, "returned") == {"press"}


def test_safety_all_that_policies_take_for_a_death_or_a_life_is_marked_so() -> None:
    says = tree("status/signals-1.yaml")["says"]
    may = {r["property"]: r["may"] for r in rows("extract/evidence_properties.csv", "property", "may")}
    for signal, mark in (
        *((s, "lower") for s in ("death", "burial", "identified", "repatriated", "death_report", "grave")),
        *((s, "raise") for s in ("life", "life_on_a_day")),
    ):
        assert {may[p.split(".")[0]] for p in says[signal]} == {mark}, signal


def test_what_an_office_is_quoted_with_stays_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_words, "model", _speaking_for("direct"))
    text = "«Нурлан Асанов попал в плен под Бахмутом в мае», — сообщил прокурор области."
    assert _classes(text, "captured") == {"official"}


def test_a_source_that_the_case_names_is_not_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence_words, "model", _speaking_for("hearsay"))
    document = Document("text/plain", _NEWS)
    source = Source("Военкомат", SourceKind.OFFICIAL)
    found = extract_document(document, item="", published="2023-07-01", source=source, lang="ru")
    assert {c.evidence.value for c in found.claims if c.property == "age"} == {"official"}


def test_words_around_a_claim_are_read_alike_wherever_the_text_begins() -> None:
    """The sums hang on sentences and language, not on where in a document they stand."""
    alone = {(c.property, c.value, c.evidence) for c in extract_text(_NEWS, lang="ru").claims}
    again = {(c.property, c.value, c.evidence) for c in extract_text(f"  {_NEWS}  ", lang="ru").claims}
    assert alone == again


@pytest.mark.with_words
def test_the_shipped_weights_say_something() -> None:
    weights, start = evidence_words.model()
    assert weights.shape == (1 << BITS, len(CLASSES))
    assert start.shape == (len(CLASSES),)
    assert np.count_nonzero(weights.any(axis=1)) > 10_000


SOURCE_IN_THE_SENTENCE = [
    ("ru", "По словам жены, Азамат Норов уехал в Россию в 2022 году.", "direct"),
    ("ru", "Говорят, что Азамат Норов попал в плен под Бахмутом.", "hearsay"),
    ("ru", "В МИД сообщили, что Азамат Норов попал в плен под Бахмутом.", "official"),
    ("ru", "Согласно свидетельству о смерти, Азамат Норов погиб 3 мая 2023 года.", "document"),
    ("en", "According to rumours in the village, Azamat Norov was captured near Bakhmut.", "hearsay"),
    ("en", "The Foreign Ministry said that Azamat Norov was captured near Bakhmut.", "official"),
    ("en", "The death certificate says that Azamat Norov died on May 3, 2023.", "document"),
    ("en", "“My husband went to Russia in 2022,” says Azamat Norov's wife.", "direct"),
    ("ky", "Айылда Азамат Норов туткунга түшүптүр деген ушак бар.", "hearsay"),
    ("ky", "Тышкы иштер министрлиги Азамат Норов туткунга түшкөнүн билдирди.", "official"),
    ("kk", "Сыртқы істер министрлігі Азамат Норов тұтқынға түскенін хабарлады.", "official"),
    ("uz-Latn", "Tashqi ishlar vazirligi Azamat Norov asir tushganini ma’lum qildi.", "official"),
    ("uz-Cyrl", "Ташқи ишлар вазирлиги Азамат Норов асир тушганини маълум қилди.", "official"),
    ("tg", "Вазорати корҳои хориҷӣ гуфт, ки Азамат Норов ба асорат афтодааст.", "official"),
    ("uk", "У МЗС повідомили, що Азамат Норов потрапив у полон під Бахмутом.", "official"),
    ("uk", "Кажуть, що Азамат Норов потрапив у полон під Бахмутом.", "hearsay"),
]


@pytest.mark.with_words
@pytest.mark.parametrize(("lang", "text", "evidence"), SOURCE_IN_THE_SENTENCE)
def test_a_source_that_stands_in_the_sentence_keeps_its_word(lang: str, text: str, evidence: str) -> None:
    found = extract_text(text, lang=lang, published="2024-05-01").claims
    told = {c.evidence.value for c in found if c.property in {"migrated", "captured", "died"}}
    assert told == {evidence}
