"""The recogniser that ships: it loads, it is small, it finds names, and it is one rule version with its digest."""

import hashlib

import pytest

from tizme.engines.recogniser import MODEL_PATH, shipped_recogniser
from tizme.engines.recogniser.engine import load_arrays, spans_of
from tizme.engines.recogniser.net import outline
from tizme.engines.recogniser.sentences import elsewhere_of, sentences_of
from tizme.model import IntegrityFailure
from tizme.tables import rows
from tizme.text import LANGUAGES, tokens

# All models of the wheel together.
MOST_BYTES = 20_000_000


def found(text: str, lang: str, kind: str = "person") -> list[str]:
    return [text[s.start : s.stop] for s in shipped_recogniser().recognise(text, lang=lang) if s.kind == kind]


def test_the_weights_are_small_and_the_ones_that_the_table_names():
    packed = MODEL_PATH.read_bytes()
    assert len(packed) <= MOST_BYTES
    named = {row["file"]: row["sha256"] for row in rows("extract/models.csv", "file", "sha256")}
    assert named[MODEL_PATH.name] == hashlib.sha256(packed).hexdigest()


def test_weights_that_the_table_does_not_name_are_refused(tmp_path):
    other = tmp_path / MODEL_PATH.name
    other.write_bytes(b"something else")
    with pytest.raises(IntegrityFailure, match="not the ones"):
        load_arrays(other)


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("ru", "Об этом сообщил Жан-Поль Бертье после встречи с Э. Ломако в Париже.", ["Жан-Поль Бертье", "Э. Ломако"]),
        ("ru", "По словам Гульнары Осмоновой, её сына Нурбека видели в Донецке.", ["Гульнары Осмоновой", "Нурбека"]),
        ("kk", "Бұл туралы тілшіміз Айдар Сейтқалиев Қарағандыдан хабарлады.", ["Айдар Сейтқалиев"]),
        ("ky", "Каза тапкан Азамат Сыдыковдун апасы Бишкекте жашайт.", ["Азамат Сыдыковдун"]),
        ("uz-Latn", "Sardor Mirzayevning onasi Toshkentda yashaydi.", ["Sardor Mirzayevning"]),
        ("tg", "Ҷасади Суҳроб Давлатов ба Кӯлоб оварда шуд.", ["Суҳроб Давлатов"]),
        ("uk", "Полонений Отабек Ергашев народився в Намангані.", ["Отабек Ергашев"]),
        ("en", "The lawyer Ayan Sadykov said that Mirbek Isakov was held in Rostov.", ["Ayan Sadykov", "Mirbek Isakov"]),
    ],
)  # fmt: skip
def test_persons_are_found_in_every_language(lang, text, names):
    assert found(text, lang) == names


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
@pytest.mark.parametrize("text", ["", " \n\n ", ".", "—", "42", "\u0000", "А" * 5000, "😀 😀"])
def test_any_text_is_read_and_nothing_is_found_where_nothing_is_said(lang, text):
    spans = shipped_recogniser().recognise(text, lang=lang)
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)


def test_the_same_text_gives_the_same_names_whatever_was_read_before():
    text = "Мать Мирбека Турганбаева живёт в Нарыне."
    before = shipped_recogniser().recognise(text, lang="ru")
    shipped_recogniser().recognise("Турганбаева! Мирбека? нарын", lang="ru")
    assert shipped_recogniser().recognise(text, lang="ru") == before


def test_labels_that_begin_nothing_mark_nothing():
    words = tokens("Асан Усенов пришёл")
    assert spans_of(words, ["L-PER", "I-PER", "O"]) == []
    assert [(s.start, s.stop, s.kind) for s in spans_of(words, ["B-PER", "L-PER", "O"])] == [
        (0, 11, "person")
    ]


def test_a_text_tells_which_of_its_words_are_written_small_too():
    told = elsewhere_of(sentences_of("Слава пришёл. Какая слава! Он и Асан."))
    assert "слава" in told.small
    assert "асан" in told.capital


def test_outlines_are_the_ones_that_the_network_knows():
    assert [outline(w) for w in ("Асан", "Усть-Кут", "ООН", "дом", "А", "NATO", "1994", "«", "…")] == [
        "RU_Xx", "RU_Xx-Xx", "RU_XX", "RU_xx", "RU_X", "EN_XX", "NUM", "PUNCT_«", "PUNCT_…",
    ]  # fmt: skip
