"""Relatives of whoever writes, initials with a case ending, and names made of known pieces."""

import pytest

import tizme

OWN = [
    ("kk", "Ағам 2023 жылдың күзінде Мәскеуге жұмыс іздеп кеткен."),
    ("ky", "Агам 2023-жылдын күзүндө Москвага иш издеп кеткен."),
    ("uz-Latn", "Akam 2023-yil kuzida Moskvaga ish izlab ketgan."),
    ("uz-Cyrl", "Акам 2023 йил кузида Москвага иш излаб кетган."),
    ("tg", "Бародарам тирамоҳи соли 2023 барои кор ба Маскав рафт."),
]
NOT_HE = [
    ("kk", "Соғыста қаза болған – Айдын Серіков емес, оның көршісі."),
    ("ky", "Согушта каза болгон – Айдын Сериков эмес, анын кошунасы."),
    ("uz-Latn", "Poyezdda vafot etgan — Nasim Qurbonov emas, uning hamrohi."),
    ("uz-Cyrl", "Поездда вафот этган — Насим Қурбонов эмас, унинг ҳамроҳи."),
]


@pytest.mark.parametrize(("lang", "text"), OWN)
def test_a_writers_own_relative_is_the_one_told_of(lang: str, text: str):
    found = tizme.extract(text, lang=lang, published="2024-05-05").claims
    assert {"migrated", "migrated.date", "migrated.place", "kin.brother"} <= {c.property for c in found}


@pytest.mark.safety
@pytest.mark.parametrize(("lang", "text"), NOT_HE)
def test_safety_the_one_who_died_is_not_he(lang: str, text: str):
    died = [c for c in tizme.extract(text, lang=lang, published="2024-05-05").claims if c.property == "died"]
    assert not [c for c in died if c.polarity.value == "affirmed"]


def test_an_initial_with_a_case_ending_is_the_one_on_trial():
    text = "Sud X.ni 18-sentabr kuni 4 yilu 6 oyga ozodlikdan mahrum etdi."
    found = tizme.extract(text, lang="uz-Latn", published="2023-10-01").claims
    assert ("sentenced.term", "P4Y6M") in {(c.property, c.value) for c in found}
    assert ("name", "X.") in {(c.property, c.value) for c in found}


def test_a_name_made_of_known_pieces_is_a_name_alone():
    text = "Меҳриддин 2023 йил 5 май куни Москвага кетган."
    found = tizme.extract(text, lang="uz-Cyrl", published="2024-05-05").claims
    assert ("name", "Меҳриддин") in {(c.property, c.value) for c in found}
