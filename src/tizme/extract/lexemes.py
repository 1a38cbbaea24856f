"""Every form of a word that states a fact: "=погибнуть" in a cue table stands for погиб, погибла, погибли.

Left out are infinitives, futures, imperatives and full participles: they plan, order or describe. A row that
wants one of these writes it. Russian forms come from pymorphy3's dictionary, English ones from rules and
tables/extract/irregular_en.csv.
"""

from __future__ import annotations

from functools import cache

from tizme.places.common_words import analyzer
from tizme.tables import rows
from tizme.text import fold

SIGN = "="
CLASS = "$"
_STATING = frozenset({"VERB", "PRTS", "GRND"})
_VOWELS = "aeiou"


@cache
def word_classes(lang: str) -> dict[str, str]:
    """Class -> its words as a pattern has them, joined by "|"."""
    return {
        row["class"]: fold(row["words"])
        for row in rows("extract/word_classes.csv", "lang", "class", "words")
        if row["lang"] == lang
    }


def with_classes(pattern: str, lang: str) -> str:
    """A pattern with every "$class" replaced by the words of the class.

    Raises:
        LookupError: the language has no such class.
    """
    if CLASS not in pattern:
        return pattern
    known = word_classes(lang)
    for word in pattern.replace("|", " ").split():
        if word.startswith(CLASS) and word[1:] not in known:
            has = ", ".join(sorted(known)) or "none"
            raise LookupError(
                f"no class '{word}' for {lang} (there are: {has}); add it to extract/word_classes.csv"
            )
    return " ".join(
        "|".join(known[word[1:]] if word.startswith(CLASS) else word for word in element.split("|"))
        for element in pattern.split(" ")
    )


def expanded(pattern: str, lang: str) -> str:
    """A pattern with every "=word" replaced by the forms of the word, joined by "|".

    Raises:
        LookupError: the pattern has a class that the language does not have.
    """
    pattern = with_classes(pattern, lang)
    if SIGN not in pattern:
        return pattern
    elements = pattern.split(" ")
    return " ".join(
        "|".join(_forms_of(word, lang, alone=len(elements) == 1) for word in element.split("|"))
        for element in elements
    )


def _forms_of(word: str, lang: str, *, alone: bool) -> str:
    if not word.startswith(SIGN):
        return word
    return "|".join(_russian(word[1:], alone=alone) if lang == "ru" else _english(word[1:]))


@cache
def _russian(word: str, *, alone: bool) -> tuple[str, ...]:
    parses = [p for p in analyzer("ru").parse(word) if fold(p.normal_form) == fold(word)]
    if not parses:
        return (word,)
    verb = next((p for p in parses if p.tag.POS == "INFN"), None)
    if verb is None:
        return tuple(sorted({fold(form.word) for form in parses[0].lexeme}))
    forms = {
        fold(form.word)
        for form in verb.lexeme
        if form.tag.POS in _STATING and form.tag.tense != "futr" and form.tag.mood != "impr"
    }
    if not alone:
        forms |= {
            fold(form.word) for form in verb.lexeme if {"PRTF", "past", "sing"} <= form.tag.grammemes
        }  # "получивший ранение", "взятого в плен"
    return tuple(sorted(forms))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {
        row["verb"]: tuple(row["forms"].split()) for row in rows("extract/irregular_en.csv", "verb", "forms")
    }


@cache
def _english(verb: str) -> tuple[str, ...]:
    """Present in -s, past and -ing form; the bare form is mostly an infinitive, which states nothing."""
    last_doubles = len(verb) > 2 and verb[-1] not in "wxy" + _VOWELS and verb[-2] in _VOWELS
    short = sum(letter in _VOWELS for letter in verb) == 1
    base = verb + verb[-1] if last_doubles and short else verb
    if verb.endswith("ie"):
        past, going = verb + "d", verb[:-2] + "ying"
    elif verb.endswith("e"):
        past, going = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past, going = verb[:-1] + "ied", verb + "ing"
    else:
        past, going = base + "ed", base + "ing"
    third = verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in _VOWELS else verb + "s"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = verb + "es"
    return tuple(dict.fromkeys((third, *_irregular().get(verb, (past,)), going)))


@cache
def english_past(verb: str) -> str:
    """The past of a verb in its bare form: "die" -> "died", "fall" -> "fell"."""
    return _english(verb)[1]


@cache
def is_instrumental_person(low: str) -> bool:
    """True for a Russian word for a person in the instrumental: "сварщиком"."""
    return any({"NOUN", "anim", "ablt"} <= p.tag.grammemes for p in analyzer("ru").parse(low)[:2])


@cache
def nominative_noun(low: str) -> str:
    """A Russian noun in the nominative singular."""
    parses = analyzer("ru").parse(low)
    return next((str(p.normal_form) for p in parses if "NOUN" in p.tag.grammemes), low)
