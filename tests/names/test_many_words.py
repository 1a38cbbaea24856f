"""Many words worked on at once give what each gives alone, to the last letter."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tizme.names import compare, compare_many, name_table, translit
from tizme.names.ocr import clean_many, clean_ocr
from tizme.names.translit import canon
from tizme.names.vocabulary import Vocabulary
from tizme.names.words import canons_of, form_columns, word_forms
from tizme.tables import rows
from tizme.text import fold, fold_many

_LETTERS = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёәөүұіғқңҳӣўҷӯһїє" + "abcdefghijklmnopqrstuvwxyzşçğıöüž" + "ʻ’'-.013"
)
_ODD = "\u0130\u00df\ufb01\u0301\u00ad\u03a3\u0001\ue000\u00b2\u5c71"
_words = st.text(st.sampled_from(_LETTERS + _LETTERS.upper() + _ODD), min_size=1, max_size=12)


def _written() -> list[str]:
    """Every name and marker of the tables, spoilt and not, in several letter cases."""
    drawn = random.Random(3)
    names = [row["name"] for row in rows("names/given_names.csv", "name")][::7]
    markers = [word for row in rows("names/markers.csv", "form") for word in row["form"].split()]
    ends = [row["suffix"] for row in rows("names/suffixes.csv", "suffix")]
    fathers = [row["suffix"] for row in rows("names/patronymics.csv", "suffix")]
    found = [*names, *markers, *(name + drawn.choice(ends) for name in names)]
    found += [name + drawn.choice(fathers) for name in names]
    for word in found[::2]:
        at = drawn.randrange(len(word))
        found.append(word[:at] + drawn.choice(_LETTERS) + word[at + drawn.randrange(2) :])
    found += [word.upper() for word in found[::3]] + [word.title() for word in markers]
    return list(dict.fromkeys(word for one in found for word in one.split()))


def _alone(word: str) -> tuple[object, ...]:
    return tuple(column[0] for column in form_columns([word]))


def test_words_of_the_tables_have_the_same_forms_together_and_alone():
    words = _written()
    assert len(words) > 5_000
    together = zip(*form_columns(words), strict=True)
    assert [word for word, forms in zip(words, together, strict=True) if forms != _alone(word)] == []


@given(st.lists(_words, max_size=8))
def test_any_words_have_the_same_forms_together_and_alone(words: list[str]):
    assert list(zip(*form_columns(words), strict=True)) == [_alone(word) for word in words]
    assert [word_forms(word) for word in words] == [_alone(word) for word in words]


@given(st.lists(_words | st.text(max_size=6), max_size=8))
def test_each_step_gives_what_it_gives_for_one_word(words: list[str]):
    assert fold_many(words) == [fold(word) for word in words]
    assert canons_of(words) == [canon(word) for word in words]
    whole = [word for word in words if word and not any(map(str.isspace, word))]
    assert clean_many(whole) == [clean_ocr(word) for word in whole]


@given(st.lists(st.text("abdeghijklmnoprstuvwz", min_size=1, max_size=12), max_size=8))
def test_every_stage_gives_what_it_gives_for_one_form(forms: list[str]):
    for stage in ("bones", "sexless", "root"):
        assert translit.through(stage, forms) == [getattr(translit, stage)(form) for form in forms]


def test_a_letter_is_folded_as_it_is_alone():
    every = [chr(n) for n in range(0x20, 0x2FFFF) if not 0xD800 <= n < 0xE000]
    assert fold_many(every) == [fold(letter) for letter in every]


def test_a_word_learnt_among_others_has_the_numbers_of_the_same_forms():
    words = _written()[::5]
    together, apart = Vocabulary(), Vocabulary()
    together.learn(words)

    def told(known: Vocabulary, word: str) -> tuple[object, ...]:
        kind, *ids, men, women = known.word(word)
        places = [at for at in ids if at >= 0]
        named = [known.forms[at] if at >= 0 else "" for at in ids]
        columns = [(known.letters[at].tobytes(), known.known[at].tolist()) for at in places]
        rare = [(known.rarity[at].tolist(), int(known.length[at])) for at in places]
        linked = [
            [known.forms[int(c[at])] if c[at] >= 0 else "" for c in (known.root, known.stem)] for at in places
        ]
        return kind, named, columns, rare, linked, men, women

    assert [word for word in words if told(together, word) != told(apart, word)] == []


def test_two_forms_of_one_skeleton_share_its_number_whenever_they_came():
    known = Vocabulary()
    known.learn(["Мухаммад", "Асанов"])
    known.learn(["Mukhamed", "Hasanov"])
    one, other = (known.bones[known.word(word)[1]] for word in ("Мухаммад", "Mukhamed"))
    assert one == other >= 0


def test_names_read_together_are_compared_as_each_alone():
    names = [
        "Жўраев Сардор",
        "Joʻrayev S.",
        "АСАНОВ Айбек Маратович",
        "Aibek Marat uulu",
        "он же",
        "",
        "Ким, Вилен",
    ]
    pairs = [(one, other) for one in names for other in names]
    assert list(compare_many(pairs)) == [compare(one, other) for one, other in pairs]


def test_garbage_is_collected_again_after_names_were_read():
    import gc

    assert gc.isenabled()
    name_table(["Асанов Айбек"])
    assert gc.isenabled()
