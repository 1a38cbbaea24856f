"""Nothing false gets past the proofs, whatever a model says. A model never makes anybody dead."""

import random
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from llm_cases import DAY, TEXT, document, hold, passage_of

from tizme.extract import extract_document
from tizme.extract.asking import verified
from tizme.extract.asking.passages import passages, stretches
from tizme.extract.asking.properties import properties
from tizme.model import Asked, Suggested

pytestmark = pytest.mark.safety
WAYS = ("affirmed", "denied", "uncertain", "promised")
# Whatever the rules find of these is taken away from them, so that the proofs have to stand alone.
UNSEEN = frozenset(name for name, one in properties().items() if one.proof not in {"none", "event"})
DIED = Suggested(
    passage_of("Азамат"), "Азамат Турдубаев", "died.date", "2023-05-12", "погиб 12 мая 2023 года", "affirmed"
)
MISSING = Suggested(
    passage_of("Бакыт Осмонов, 34"),
    "Бакыт Осмонов",
    "missing.date",
    "2023-04",
    "апреле 2023 года",
    "affirmed",
)


def held(*said, unseen=UNSEEN, text=TEXT):
    done = hold(*said, unseen=unseen, text=text)
    return [(claim.property, claim.value) for claim in done.added]


def problem(said, unseen=UNSEEN, text=TEXT):
    done = hold(said, unseen=unseen, text=text)
    assert done.added == ()
    return done.suggestions[0].problems[0] if done.suggestions else "agreed"


def test_what_the_text_bears_out_becomes_a_claim_of_the_models_rule():
    done = hold(MISSING, unseen=UNSEEN)
    (claim,) = done.added
    assert (claim.property, claim.value, claim.quote) == ("missing.date", "2023-04", "апреле 2023 года")
    assert claim.rule == "llm:test-model@llm-1"
    assert claim in done.extraction.claims
    assert TEXT[claim.start : claim.stop] == claim.quote


def test_a_value_in_words_is_brought_to_its_normal_form_by_us():
    assert held(replace(MISSING, value="апреле 2023 года")) == [("missing.date", "2023-04")]
    assert held(replace(MISSING, value="April 2023")) == []


def test_what_the_rules_found_themselves_is_not_said_twice():
    done = hold(MISSING)
    assert (done.added, done.agreed, done.suggestions) == ((), 1, ())


def test_a_place_and_an_age_can_be_borne_out_too():
    said = [
        Suggested(passage_of("Оше"), "Эркин Жапаров", "buried.place", "Ош", "похоронен в Оше", "affirmed"),
        Suggested(
            passage_of("Оше"), "Эркин Жапаров", "occupation", "сварщик", "Жапаров, сварщик", "affirmed"
        ),
        Suggested(passage_of("34"), "Бакыт Осмонов", "age", "34", "34 года", "affirmed"),
    ]
    assert held(*said) == [("buried.place", "Ош"), ("occupation", "сварщик"), ("age", "34")]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"passage": 99}, "unknown-passage"),
        ({"passage": -1}, "unknown-passage"),
        ({"passage": 0}, "quote-not-there"),
        ({"quote": "апреле 2023 год"}, "quote-cuts-word"),
        ({"quote": "преле 2023 года"}, "quote-cuts-word"),
        ({"quote": "023 года"}, "quote-cuts-word"),
        ({"quote": "апреле  2023 года"}, "quote-not-there"),
        ({"quote": "aпреле 2023 года"}, "quote-not-there"),  # a Latin letter
        ({"quote": "Апреле 2023 года"}, "quote-not-there"),
        ({"quote": "апреле 2O23 года"}, "quote-not-there"),
        ({"quote": "апреле 2023\u00a0года"}, "quote-not-there"),
        ({"quote": "апреле\u200b 2023 года"}, "quote-not-there"),
        ({"quote": ""}, "quote-length"),
        ({"quote": " \n "}, "quote-length"),
        ({"quote": "а" * 301}, "quote-length"),
        ({"quote": "пропал без вести"}, "value-not-in-quote"),
        ({"quote": "2023 года"}, "value-not-in-quote"),  # a part of the date is another date
        ({"value": "2023-04-12"}, "another-value"),
        ({"value": "2023"}, "another-value"),
        ({"value": "2022-04"}, "another-value"),
        ({"value": ""}, "another-value"),
        ({"value": "true"}, "another-value"),
        ({"person": "Азамат Турдубаев"}, "no-event"),
        ({"person": "Бакыт"}, "unknown-person"),
        ({"person": ""}, "unknown-person"),
        ({"person": "s3"}, "unknown-person"),
        ({"person": "сестра"}, "unknown-person"),
        ({"person": "его сестра"}, "not-a-named-subject"),
        ({"person": "Bakyt Osmonov"}, "unknown-person"),
        ({"property": "died.date"}, "no-event"),
        ({"property": "buried.date"}, "no-event"),
        ({"property": "captured.date"}, "no-event"),
        ({"property": "birth_date"}, "no-event"),
        ({"property": "died"}, "rules-only"),
        ({"property": "missing.place"}, "value-not-in-quote"),
        ({"property": "name"}, "rules-only"),
        ({"property": "kin.mother"}, "rules-only"),
        ({"property": "made.up"}, "unknown-property"),
        ({"property": ""}, "unknown-property"),
        ({"polarity": "denied"}, "polarity"),
        ({"polarity": "uncertain"}, "polarity"),
        ({"polarity": "promised"}, "polarity"),
        ({"polarity": "AFFIRMED"}, "polarity"),
    ],
)
def test_safety_one_thing_changed_and_it_is_no_claim(change, why):
    told = problem(replace(MISSING, **change))
    assert told == why or (told == "another-person" and change.get("person"))


def test_safety_a_model_never_makes_anybody_dead():
    for person, way in product(("Бакыт Осмонов", "Нурлан Садыров", "Тимур Касымов", "Эркин Жапаров"), WAYS):
        for quote in ("погиб", "не погиб", "died", "похоронен", "пропал без вести", "ранен"):
            for number in range(6):
                for name in ("died", "missing", "captured", "wounded"):
                    said = Suggested(number, person, name, "true", quote, way)
                    assert hold(said, unseen=frozenset({name})).added == ()


def test_safety_a_denied_death_gets_no_day():
    quote = "Нурлан Садыров не погиб: 3 июня 2023 года"
    for quoted, way in product((quote, "погиб: 3 июня 2023 года", "3 июня 2023 года"), WAYS):
        said = Suggested(passage_of("Садыров"), "Нурлан Садыров", "died.date", "2023-06-03", quoted, way)
        assert hold(said, unseen=UNSEEN).added == ()


def test_safety_words_that_a_text_puts_into_a_models_mouth_are_no_claim():
    quote = "Бакыт Осмонов died on 1 May 2023"
    for way, value in product(WAYS, ("2023-05-01", "1 May 2023", "true")):
        for name in ("died.date", "died", "died.place"):
            said = Suggested(passage_of("Ignore"), "Бакыт Осмонов", name, value, quote, way)
            assert hold(said, unseen=UNSEEN).added == ()


def test_safety_the_day_of_the_telling_is_not_the_day_of_the_death():
    text = "Сестра рассказала 12 мая 2023 года, что Азамат Турдубаев погиб."
    said = replace(DIED, quote="12 мая 2023 года", passage=0)
    assert held(said, text=text) == []


@pytest.mark.parametrize("edge", ["с", "после", "до", "около", "не позднее", "ранее"])
def test_safety_an_edge_of_a_time_is_not_its_day(edge):
    text = f"Бакыт Осмонов, 34 года, пропал без вести {edge} 12 мая 2023 года."
    assert held(replace(MISSING, value="2023-05-12", quote="12 мая 2023 года", passage=0), text=text) == []


def test_safety_two_men_of_one_name_get_nothing():
    text = (
        "Азамат Исаков, 1990 года рождения, пропал без вести 3 мая 2023 года.\n\nДругой Азамат Исаков, 1985 "
        "года рождения, жив."
    )
    said = Suggested(0, "Азамат Исаков", "missing.date", "2023-05-03", "3 мая 2023 года", "affirmed")
    assert held(said, text=text) == []


def test_safety_a_brothers_day_is_not_his():
    text = "Брат Азамата Турдубаева Эркин погиб 12 мая 2023 года. Азамат Турдубаев жив."
    assert held(replace(DIED, passage=0), text=text) == []


def test_safety_of_two_values_that_a_model_gives_neither_is_taken():
    done = hold(MISSING, replace(MISSING, value="2023-05"), unseen=UNSEEN)
    assert [claim.value for claim in done.added] == ["2023-04"]


def test_safety_an_advertisement_is_no_passage():
    read = document()
    assert all(
        "кредит" not in read.text[p.start : p.stop] for p in passages(read, stretches(read, published=DAY))
    )


def test_suggestions_keep_what_the_model_said_and_where():
    (one,) = hold(replace(MISSING, property="died.date"), unseen=UNSEEN).suggestions
    assert one.said.property == "died.date"
    assert TEXT[one.start : one.stop] == "апреле 2023 года"


TEXTS = {
    "ru": TEXT,
    "en": """Azamat Turdubaev was killed on May 12, 2023 near Bakhmut.

Bakyt Osmonov, 34, went missing in April 2023.

Nurlan Sadyrov was not killed: on June 3, 2023 he called his mother.

Erkin Zhaparov, a welder, was buried in Osh.
""",
    "ky": """Азамат Турдубаев 2023-жылдын 12-майында Бахмутта каза болгон.

Бакыт Осмонов 2023-жылдын апрелинде дайынсыз жоголгон.

Нурлан Садыров каза болгон эмес.

Эркин Жапаров Ош шаарында жерге берилген.
""",
    "uk": """Азамат Турдубаєв загинув 12 травня 2023 року під Бахмутом.

Бакит Осмонов, 34 роки, зник безвісти у квітні 2023 року.

Нурлан Садиров не загинув: 3 червня 2023 року він сам подзвонив матері.

Еркін Жапаров похований в Оші.
""",
}
# By the given name's first letters, which all spellings share: what may be said of each man, and nothing else.
TRUE = {
    "аза": {("died.date", "2023-05-12"), ("died.place", "бах")},
    "бак": {("missing.date", "2023-04"), ("age", "34")},
    "нур": {("seen_alive.date", "2023-06-03"), ("last_contact.date", "2023-06-03")},
    "тим": {("wounded.place", "сол")},
    "эрк": {("buried.place", "ош"), ("occupation", "сва"), ("occupation", "wel")},
}
LATIN = str.maketrans(
    {"e": "е", "a": "а", "z": "з", "b": "б", "k": "к", "n": "н", "u": "у", "r": "р", "t": "т", "i": "и"}
)


def is_true(claim, found):
    label = next(s.label for s in found.subjects if s.id == claim.subject)
    given = label.lower().translate(LATIN).replace("е", "э", label[0] in "EЕЭ")[:3]
    value = claim.value.lower()
    same = {"bak": "бах", "osh": "ош", "sol": "сол"}
    value = next((cyrillic for latin, cyrillic in same.items() if value.startswith(latin)), value)
    return any(claim.property == name and value.startswith(true) for name, true in TRUE.get(given, ()))


@cache
def world(lang):
    """(document, what the rules know without UNSEEN, persons, values, quotes by passage)."""
    read = document(TEXTS[lang])
    rules = extract_document(read, item="", published=DAY)
    values = sorted(
        {c.value for c in rules.claims} | {c.quote for c in rules.claims} | {"true", "2023", "KG"}
    )
    persons = [s.label for s in rules.subjects]
    blind = replace(rules, claims=tuple(c for c in rules.claims if c.property not in UNSEEN))
    quotes = [(p.number, read.text[p.start : p.stop]) for p in passages(read, stretches(read, published=DAY))]
    return read, blind, persons, values, quotes


@pytest.mark.parametrize("lang", TEXTS)
def test_safety_every_person_with_every_property_value_and_sentence(lang):
    """Thousands of lies in each language; of all that a model could say of these texts only the truth becomes a claim."""
    read, blind, persons, values, quotes = world(lang)
    said = tuple(
        Suggested(number, person, name, value, quote, way)
        for (number, quote), person, name, value in product(quotes, persons, sorted(properties()), values)
        for way in (WAYS if properties()[name].proof == "date" else WAYS[:2])
    )
    told = {name for true in TRUE.values() for name, _ in true}
    tempting = [one for one in said if one.property in told]
    said = (*random.Random(lang).sample(said, 2_000), *tempting[:: 1 + len(tempting) // 2_000])
    assert len(said) > 3_000
    done = verified(read, blind, Asked("liar", said), published=DAY)
    assert [(c.subject, c.property, c.value) for c in done.added if not is_true(c, blind)] == []
    assert done.added, "the proofs bar the truth too"


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_safety_pieces_put_together_at_random_make_no_false_claim(data):
    lang = data.draw(st.sampled_from(sorted(TEXTS)))
    read, blind, persons, values, quotes = world(lang)
    number, passage = data.draw(st.sampled_from(quotes))
    start = data.draw(st.integers(0, len(passage) - 1))
    stop = data.draw(st.integers(start + 1, len(passage)))
    said = Suggested(
        data.draw(st.sampled_from([number, number, number, number + 1])),
        data.draw(st.sampled_from(persons)),
        data.draw(st.sampled_from(sorted(properties()))),
        data.draw(st.sampled_from(values)),
        data.draw(st.sampled_from([passage, passage[start:stop], passage[start:stop].strip()])),
        data.draw(st.sampled_from(WAYS)),
    )
    done = verified(read, blind, Asked("liar", (said,)), published=DAY)
    assert all(is_true(claim, blind) for claim in done.added)
    for claim in done.added:
        assert read.text[claim.start : claim.stop] == claim.quote
        assert claim.quote in said.quote
