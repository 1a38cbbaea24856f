import pytest

from tizme.text.safe import safe_text


@pytest.mark.parametrize("text", ["Айбек Алымкулов", "Oʻgʻli", "Ӯ қ ҳ ҷ ї", "e\u0301", "a b-c «d»"])
def test_ordinary_words_are_printed_as_they_are(text):
    assert safe_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2J",
        "a\nb",
        "a\rb",
        "\u202egpj.exe",
        "\u2066x\u2069",
        "\u200b",
        "\ufeff",
        "\x9b31m",
        "\u2028",
        "\x00",
        "\ud800",
        "\u061c",
    ],
)
def test_nothing_that_moves_or_hides_what_a_terminal_shows_gets_through(text):
    shown = safe_text(text)
    assert "\\u{" in shown
    assert shown.isprintable()
    shown.encode("utf-8")


def test_a_long_text_is_cut_where_asked_and_says_so():
    assert safe_text("абвгд", limit=3) == "аб…"
    assert safe_text("абв", limit=3) == "абв"
