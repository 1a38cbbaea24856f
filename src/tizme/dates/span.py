"""One stretch of tokens that the grammar found, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from tizme.dates.lexer import Lexed
from tizme.dates.moments import Moment, moment_of, yearless
from tizme.dates.vocabulary import Word

# "in the year 45" of our texts is 1945.
FIRST_SHORT_YEAR_OF_1900S = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A date already found in this text: what a later "a month after" goes by."""

    moment: Moment
    start: int
    stop: int
    born: bool
    story: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens ``first`` to ``last`` (half open), with the item's day and the dates told before."""

    lexed: Lexed
    first: int
    last: int
    lang: str
    text: str
    published: Moment | None
    told: tuple[Told, ...]

    @property
    def codes(self) -> str:
        return self.lexed.codes[self.first : self.last]

    @property
    def start(self) -> int:
        return self.lexed.starts[self.first]

    @property
    def stop(self) -> int:
        return self.lexed.stops[self.last - 1]

    def form(self, at: int) -> str:
        """Folded words of the token ``at`` (counted in the whole text)."""
        return self.lexed.folded[self.lexed.starts[at] : self.lexed.stops[at]]

    def before(self) -> str:
        """The class of the token before, "" at the start."""
        return self.lexed.codes[self.first - 1 : self.first] if self.first else ""

    def after(self) -> str:
        """The class of the token after, "" at the end."""
        return self.lexed.codes[self.last : self.last + 1]

    def numbers(self, classes: str) -> list[float]:
        """The values of the tokens of ``classes``, in order."""
        found = []
        for at in range(self.first, self.last):
            if self.lexed.codes[at] in classes:
                value = self.lexed.values[at]
                found.append(float(value.value if isinstance(value, Word) else value))
        return found

    def word(self, classes: str) -> Word | None:
        """The first word of ``classes``."""
        for at in range(self.first, self.last):
            value = self.lexed.values[at]
            if self.lexed.codes[at] in classes and isinstance(value, Word):
                return value
        return None

    def days(self) -> list[int]:
        return [int(n) for n in self.numbers("do0")]

    def months(self) -> list[int]:
        return [int(n) for n in self.numbers("MmQObx")]

    def years(self) -> list[int | None]:
        """Each year in order; None for one told from a day that is not known."""
        found: list[int | None] = []
        for at in range(self.first, self.last):
            code, value = self.lexed.codes[at], self.lexed.values[at]
            if code == "Y" and isinstance(value, int | float):
                found.append(int(value))
            elif code in "Rr" and isinstance(value, Word):
                base = self.published if code == "R" else self.last_told()
                found.append(None if base is None else base.year + int(value.value))
        return found

    def short_year(self) -> int | None:
        """ "22-го" as 2022, "98-го" as 1998; None where no two figures stand."""
        days = [n for n in self.numbers("dn") if n == int(n) and 0 < n < 100]
        if len(days) != 1:
            return None
        return int(days[0]) + (2000 if days[0] < FIRST_SHORT_YEAR_OF_1900S else 1900)

    def about(self) -> bool:
        """Whether "about" stands before, with a preposition between at most: "примерно в мае"."""
        before = self.lexed.codes[max(0, self.first - 3) : self.first].replace(".", "")
        at = self.first - 1
        while at > 0 and self.lexed.codes[at] in "pF.":
            at -= 1
        if "~" not in before or at < 0 or self.lexed.codes[at] != "~":
            return False
        word = self.lexed.values[at]
        return isinstance(word, Word) and word.value != "bound"

    def about_by_ending(self) -> bool:
        """Whether an ending says about: "он жылдай", "o'n yilcha"."""
        return any(
            isinstance(value, Word) and value.value == "about" and value.kind != "about"
            for value in self.lexed.values[self.first : self.last]
        )

    def relative_year(self) -> bool:
        return "R" in self.codes or "r" in self.codes

    def last_told(self, *, to_the_day: bool = False) -> Moment | None:
        """The date told last, births aside; ``to_the_day`` passes over less precise ones."""
        for told in reversed(self.told):
            if not told.born and (told.moment.day or not to_the_day):
                return told.moment
        return None

    def same_paragraph(self) -> Told | None:
        """The date told last, if no line break lies between it and this span, births aside."""
        for told in reversed(self.told):
            if "\n" in self.text[told.stop : self.start]:
                return None
            if not told.born:
                return told
        return None

    def without_year(self, month: int, day: int) -> Moment | None:
        """The month, or day and month, with the year that fits best (see moments.yearless)."""
        told = self.same_paragraph()
        return yearless(
            month,
            day,
            published=self.published,
            told=None if told is None else told.moment,
            story=told is not None and told.story,
        )

    def same_sentence_day(self) -> Moment | None:
        """A day told before in this very sentence."""
        for told in reversed(self.told):
            if any(mark in ".!?…\n" for mark in self.text[told.stop : self.start]):
                return None
            if told.moment.day and not told.born:
                return told.moment
        return None


def edtf_moment(edtf: str) -> Moment | None:
    """The moment that later words go by."""
    return moment_of(edtf.split("|", maxsplit=1)[0])
