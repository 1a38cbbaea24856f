"""Forms of words (tables/extract/word_endings.csv): what "тап~", "тап!" and "жигит@" in a cue table take.

One stem stands for a whole paradigm; the ending of a verb says whether the event is affirmed, denied, in
doubt or told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from tizme.tables import Row, rows
from tizme.text import fold

MOODS = frozenset({"affirmed", "going", "denied", "uncertain", "told", "wished"})
# Uzbek in Cyrillic is often typed on a Russian keyboard: "улган", "камалган", "фукаро". Latin letters have no
# like: without its apostrophe "o'lgan" (died) would be "olgan" (took).
_PLAIN = str.maketrans("ўқғҳ", "укгх")
PLAIN_LANGUAGES = frozenset({"uz-Cyrl"})
FEWEST_OWN = 0.018  # share of its own letters in a text of such a language; in print it is .035 and more
SHORTEST_PLAIN = 80  # letters of a text that can show it
# Words of a language end in some thousands of ways; what was asked once is remembered up to this many.
REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Forms:
    """What can stand before and behind a stem.

    Attributes:
        prefixes: Of verbs, each with what it says of the event ("" says nothing).
        verbs: Patterns of endings of verbs, each with its mood; the first that fits counts.
        noun: Pattern of the endings of a noun in the singular.
        helpers: Verbs that carry the mood of a converb before them ("өлүп калам", "olib kelsam").
        converbs: Endings of such a converb.
    """

    prefixes: tuple[tuple[str, str], ...]
    verbs: tuple[tuple[re.Pattern[str], str], ...]
    noun: re.Pattern[str]
    helpers: frozenset[str] = frozenset()
    converbs: tuple[str, ...] = ()
    _moods: dict[str, str] = field(default_factory=dict)

    def mood(self, low: str, stem: str) -> str:
        """One of MOODS, or "" where ``low`` is no form of the verb ``stem``."""
        for prefix, mood in self.prefixes:
            if low.startswith(stem, len(prefix)) and low.startswith(prefix):
                ending = self._ending(low[len(prefix) + len(stem) :])
                if ending:
                    return mood or ending
        return ""

    def helper_mood(self, low: str, behind: str) -> str:
        """What the helping verb behind a converb says of the event, "" where there is none."""
        if not low.endswith(self.converbs):
            return ""
        return next(
            (m for stem in self.helpers if behind.startswith(stem) and (m := self.mood(behind, stem))), ""
        )

    def is_noun(self, low: str, stem: str) -> bool:
        """True where ``low`` is the noun ``stem`` with an ending of case or possession, or none."""
        return low.startswith(stem) and self.noun.fullmatch(low, len(stem)) is not None

    def _ending(self, ending: str) -> str:
        known = self._moods.get(ending)
        if known is None:
            if len(self._moods) > REMEMBERED:
                self._moods.clear()
            known = next((mood for pattern, mood in self.verbs if pattern.fullmatch(ending)), "")
            self._moods[ending] = known
        return known


def without_letters(word: str) -> str:
    """A folded word as a Russian keyboard writes it.

    >>> without_letters("қўйилган")
    'куйилган'
    """
    return word.translate(_PLAIN)


def writes_plainly(text: str, lang: str) -> bool:
    """Whether a text does without the letters of its language."""
    if lang not in PLAIN_LANGUAGES:
        return False
    letters = [c for c in text.lower() if c.isalpha()]
    own = sum(c in "ўқғҳ" for c in letters)
    return len(letters) >= SHORTEST_PLAIN and own < FEWEST_OWN * len(letters)


@cache
def word_forms(lang: str, *, plain: bool = False) -> Forms:
    """The forms of ``lang``; none for a language that the table does not hold.

    Args:
        plain: In plain letters (without_letters).

    Raises:
        BadTable: a row has an unknown mood.
    """
    spelled = without_letters if plain else str
    sounds: dict[str, str] = {}
    prefixes, verbs, nouns = [("", "")], [], []
    helpers: list[str] = []
    converbs: list[str] = []
    for row in rows("extract/word_endings.csv", "lang", "what", "mood", "form"):
        if row["lang"] != lang:
            continue
        if row["what"] == "prefix":
            prefixes += [(fold(form), row["mood"]) for form in row["form"].split("|")]
        elif row["what"] == "verb":
            verbs.append((re.compile(spelled(_pattern(row["form"], sounds))), _mood(row)))
        elif row["what"] == "noun":
            nouns.append(spelled(_pattern(row["form"], sounds)))
        elif row["what"] in {"helper", "converb"}:
            (helpers if row["what"] == "helper" else converbs).extend(spelled(fold(row["form"])).split())
        else:
            sounds[row["what"]] = "[" + "".join(row["form"].split()) + "]"
    return Forms(
        tuple(prefixes),
        tuple(verbs),
        re.compile("|".join(nouns) or "(?!)"),
        frozenset(helpers),
        tuple(converbs),
    )


def _mood(row: Row) -> str:
    if row["mood"] not in MOODS:
        raise row.error(f"unknown mood '{row['mood']}' (known: {', '.join(sorted(MOODS))})")
    return row["mood"]


def _pattern(form: str, sounds: dict[str, str]) -> str:
    """The slots of a row as one regular expression: a blank parts slots, "|" alternatives, "-" is nothing."""
    slots = []
    for slot in form.split():
        options = ["" if option == "-" else option for option in slot.split("|")]
        slots.append("|".join("".join(sounds.get(c) or fold(c) for c in option) for option in options))
    return "".join(f"(?:{slot})" for slot in slots)
