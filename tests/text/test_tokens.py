from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizme.text import paragraphs, sentences, tokens

ALPHABET = st.text(alphabet="аБ ёҳo‘'-.,!?«»\n0129 г.р")


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind == "word"]


@given(st.one_of(st.text(), ALPHABET))
def test_every_token_stands_where_it_says(text: str):
    for token in tokens(text):
        assert text[token.start : token.stop] == token.text
        assert len(token.low) == len(token.text)


@given(st.one_of(st.text(), ALPHABET))
def test_tokens_leave_out_nothing_but_blanks(text: str):
    covered = {at for token in tokens(text) for at in range(token.start, token.stop)}
    assert [c for at, c in enumerate(text) if at not in covered and not c.isspace()] == []


@given(st.one_of(st.text(), ALPHABET))
def test_sentences_follow_one_another_and_leave_out_nothing_but_blanks(text: str):
    end = 0
    for start, stop in sentences(text):
        assert start >= end
        assert text[end:start].strip() == ""
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert text[end:].strip() == ""


@given(st.one_of(st.text(), ALPHABET))
def test_sentences_and_paragraphs_cover_the_same_words(text: str):
    assert (
        "".join(text[a:b] for a, b in paragraphs(text)).split()
        == [word for a, b in paragraphs(text) for word in text[a:b].split()]
        or len(paragraphs(text)) > 1
    )


@given(ALPHABET, st.integers(0, 20), st.integers(0, 20))
def test_tokens_of_a_part_have_offsets_in_the_whole(text: str, first: int, second: int):
    start, stop = sorted((min(first, len(text)), min(second, len(text))))
    for token in tokens(text, start, stop):
        assert start <= token.start < token.stop <= stop
        assert text[token.start : token.stop] == token.text


def test_an_apostrophe_does_not_split_an_uzbek_or_ukrainian_word():
    assert words("O‘zbekiston va Jo'rayev, п’ять") == ["O‘zbekiston", "va", "Jo'rayev", "п’ять"]


def test_a_hyphen_inside_does_not_split_a_word():
    assert words("Ростов-на-Дону, Кара-Суу") == ["Ростов-на-Дону", "Кара-Суу"]


def test_a_number_keeps_its_decimal_mark_but_not_the_full_stop():
    assert [t.text for t in tokens("Дали 1,5 млн. В 2022.") if t.kind == "number"] == ["1,5", "2022"]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("ШАРИФ0В", "шарифов"),
        ("Пoгиб", "погиб"),
        ("Bосейский", "восейский"),
        ("paнена", "ранена"),
        ("Xатлон", "хатлон"),
    ],
)
def test_a_word_spoiled_by_ocr_is_mended_in_its_folded_form_only(written: str, mended: str):
    (token,) = tokens(written)
    assert (token.text, token.low) == (written, mended)


@pytest.mark.parametrize("word", ["Bakhmut", "Kadyrov", "Бахмут", "2024"])
def test_a_word_of_one_alphabet_is_not_mended(word: str):
    (token,) = tokens(word)
    assert token.low == word.lower()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Исаков А. Т. признан виновным. Приговор не вступил в силу.", 2),
        ("Он умер в 2022 г. Тело не нашли.", 2),
        ("Родился в 1988 г. р. в Оше.", 1),
        ("Жил в г. Ош. Погиб.", 2),
        ("Ему дали 100 тыс. рублей. Всё.", 2),
        ("Mr. Grant said so. He left.", 2),
        ("He left on Oct. 3, 2023. He signed in Sept. Nobody knew.", 3),
        ("Выехал в сент. 2023. Пропал.", 2),
        ("«Я жив!» — сказал он. Она плакала.", 2),
        ("Первая строка\nвторая строка", 2),
    ],
)
def test_abbreviations_and_initials_do_not_end_a_sentence(text: str, count: int):
    assert len(sentences(text)) == count, [text[a:b] for a, b in sentences(text)]


def test_a_dash_after_a_quotation_goes_on_with_the_sentence():
    """The speaker stands behind the dash; cut off, the words would have nobody who said them."""
    text = "«Он погиб!» — сказала мать. Она плакала."
    assert [text[a:b] for a, b in sentences(text)] == ["«Он погиб!» — сказала мать.", "Она плакала."]


def test_a_very_long_row_of_full_stops_is_one_step_of_work():
    """A table of contents, or malice: reading it letter by letter from every letter would never end."""
    assert sentences("." * 300_000) == [(0, 300_000)]


def test_no_sentence_crosses_a_line_break():
    text = "Один\nДва. Три\n\nЧетыре"
    assert all("\n" not in text[a:b] for a, b in sentences(text))


def test_paragraphs_are_the_lines_without_their_margins():
    text = "  первый \n\n\tвторой\n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["первый", "второй"]
