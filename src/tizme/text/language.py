"""The language and script of a stretch of text, for ru en ky uz (both scripts) tg kk uk."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from tizme.model import UnknownLanguage
from tizme.tables import rows
from tizme.text.fold import fold
from tizme.text.script import script_of

LANGUAGES = ("ru", "en", "ky", "uz-Latn", "uz-Cyrl", "tg", "kk", "uk")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Below this many letters the written evidence is too thin for the library; the letters decide alone.
_ENOUGH_LETTERS = 25
_ENOUGH_WORDS = 5  # with fewer small words the names must tell the language
_WRITTEN = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`´][^\W\d_]+)*")


def normal_language(lang: str, text: str = "") -> str:
    """One of LANGUAGES for a code as people write it ("uz", "uzb", "uz_Cyrl", "RU").

    Raises:
        UnknownLanguage: the code is not one of ours.
    """
    code = lang.strip().replace("_", "-")
    for known in LANGUAGES:
        if code.lower() == known.lower():
            return known
    aliases = {row["code"]: row["lang"] for row in rows("text/language_codes.csv", "code", "lang")}
    found = aliases.get(code.lower())
    if found == "uz":
        return "uz-Latn" if script_of(text) == "Latn" else "uz-Cyrl"
    if found is None:
        raise UnknownLanguage(lang, LANGUAGES)
    return found


@cache
def _cues() -> tuple[dict[str, list[tuple[str, float]]], dict[str, list[tuple[str, float]]]]:
    letters: dict[str, list[tuple[str, float]]] = {}
    words: dict[str, list[tuple[str, float]]] = {}
    for row in rows("text/language_cues.csv", "kind", "form", "lang", "weight"):
        into = letters if row["kind"] == "letter" else words
        into.setdefault(row["form"], []).append((row["lang"], float(row["weight"])))
    return letters, words


@lru_cache(maxsize=64)  # whole texts are keys here: few, so that they do not stay in memory
def detect_language(text: str) -> str:
    """One of LANGUAGES, from telling letters and small words, then py3langid where they are silent.

    A text without letters is "en" if nothing else; a passage should then take its item's language.
    """
    letters, words = _cues()
    script = script_of(text)
    folded = fold(text)
    score = dict.fromkeys(LANGUAGES, 0.0)
    common = _without_names(text, folded)
    for form, votes in letters.items():
        count = common.count(form)
        for lang, weight in votes:
            score[lang] += count * weight
    for word in _WORD.findall(folded):
        for lang, weight in words.get(word, ()):
            score[lang] += weight
    allowed = {lang for lang in LANGUAGES if _script_of_language(lang) == script} or set(LANGUAGES)
    best = max(sorted(allowed), key=lambda lang: score[lang])
    rest = max((score[lang] for lang in allowed if lang != best), default=0.0)
    if score[best] > rest + 1 or sum(map(str.isalpha, text)) < _ENOUGH_LETTERS:
        return best if score[best] > 0 else ("en" if script == "Latn" else "ru")
    return _by_library(text, allowed) or best


def _without_names(text: str, folded: str) -> str:
    """The folded words that do not begin with a capital: a list of Uzbek names may be an English one."""
    small = [folded[m.start() : m.end()] for m in _WRITTEN.finditer(text) if not m.group()[0].isupper()]
    return " ".join(small) if len(small) >= _ENOUGH_WORDS else folded


def _script_of_language(lang: str) -> str:
    return "Latn" if lang in {"en", "uz-Latn"} else "Cyrl"


def _by_library(text: str, allowed: set[str]) -> str | None:
    guess = str(_identifier().classify(text)[0])
    candidates = {guess, f"{guess}-Latn", f"{guess}-Cyrl"} & allowed
    return min(candidates) if candidates else None


@lru_cache(maxsize=1)
def _identifier() -> Any:  # py3langid ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["ru", "en", "ky", "uz", "tg", "kk", "uk"])
    return identifier
