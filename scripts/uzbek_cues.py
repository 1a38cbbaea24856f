"""Make tables/extract/cues_uz-Cyrl.csv from cues_uz-Latn.csv.

Run: python scripts/uzbek_cues.py   (a test checks that the two files are in step)
Source of the letters: the Uzbek Cyrillic alphabet of 1940 and the Latin one of 1995.
"""

from __future__ import annotations

import re
from pathlib import Path

TABLES = Path(__file__).parent.parent / "src" / "tizme" / "tables" / "extract"
PAIRS = [
    ("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е"),
    ("a", "а"), ("b", "б"), ("d", "д"), ("f", "ф"), ("g", "г"), ("h", "ҳ"), ("i", "и"), ("j", "ж"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"),
    ("u", "у"), ("v", "в"), ("x", "х"), ("y", "й"), ("z", "з"), ("'", "ъ"),
]  # fmt: skip
# Loanwords whose Cyrillic spelling the letters do not give: ц, ь, э after a consonant, "yo" that is not ё.
LOANWORDS = [
    ("tsiya", "ция"), ("tsiy", "ций"), ("tsent", "цент"), ("ofitser", "офицер"), ("mayor", "майор"), ("rayon", "район"),
    ("kuryer", "курьер"), ("batalyon", "батальон"), ("artilleriya", "артиллерия"), ("gospital", "госпитал"),
    ("espanyola", "эспаньола"), ("apellyatsion", "апелляцион"), ("malyar", "маляр"), ("sudya", "судья"),
    ("intervyu", "интервью"),
]  # fmt: skip
LATIN_TOO = {"z", "v"}
TRANSLATED_VALUES = {"occupation", "rank", "charge", "cause", "unit"}


def cyrillic(word: str) -> str:
    """One Latin word in Cyrillic letters; "e" is э at the beginning and after a vowel, else е."""
    low = word.lower()
    for latin, letters in LOANWORDS:
        low = low.replace(latin, letters)
    for latin, letter in PAIRS:
        low = low.replace(latin, letter)
    low = re.sub(r"(?<![а-яёўғқҳ])e", "э", low)
    low = re.sub(r"(?<=[аоуиўэ])e", "э", low).replace("e", "е")
    return low[:1].upper() + low[1:] if word[:1].isupper() else low


def phrase(text: str) -> str:
    """A pattern or value in Cyrillic letters, its signs kept."""
    return re.sub(r"[A-Za-z'-]+", lambda m: cyrillic(m.group()), text)


def _both(word: str) -> str:
    """A word of a pattern; a trade name is written in either script ("Telegram-канал", "Телеграм-канал")."""
    if word in LATIN_TOO:
        return f"{word}|{phrase(word)}"
    if word.startswith("telegram"):
        rest = phrase(word.removeprefix("telegram"))
        return f"telegram{rest}|телеграм{rest}"
    return phrase(word)


def row(line: str) -> str:
    """One line of the table, its pattern and, where it is a word, its value in Cyrillic letters."""
    if line.startswith(("#", "kind,")) or not line.strip():
        return line
    kind, pattern, prop, value, flags = line.split(",")
    pattern = " ".join(
        element if element in {"...", "_"} else "|".join(_both(w) for w in element.split("|"))
        for element in pattern.split(" ")
    )
    if kind in TRANSLATED_VALUES:
        prop = prop if kind == "unit" else phrase(prop)
        value = phrase(value) if kind == "unit" else value
    if kind == "event" and prop in {"occupation", "migrated.purpose"}:
        value = phrase(value)
    return f"{kind},{pattern},{prop},{value},{flags}"


def made() -> str:
    """The whole Cyrillic table."""
    lines = (TABLES / "cues_uz-Latn.csv").read_text(encoding="utf-8").splitlines()
    lines = [
        "# Cue words for Uzbek in Cyrillic script.",
        "# Made from cues_uz-Latn.csv by scripts/uzbek_cues.py; mend that one and run the script.",
        *lines[2:],
    ]
    return "\n".join(row(line) for line in lines) + "\n"


if __name__ == "__main__":
    (TABLES / "cues_uz-Cyrl.csv").write_text(made(), encoding="utf-8")
    print("wrote", TABLES / "cues_uz-Cyrl.csv")
