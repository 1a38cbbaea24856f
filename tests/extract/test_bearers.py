"""Two men of one name in one text, and what must never be said of the one who lives."""

from __future__ import annotations

from tizme.extract import extract_text


def _fates(text: str, published: str = "2025-02-06", lang: str = "en") -> dict[str, list[str]]:
    """Subject -> polarities of its deaths, "alive" for signs of life."""
    found: dict[str, list[str]] = {}
    for claim in extract_text(text, lang=lang, published=published).claims:
        if claim.property == "died":
            found.setdefault(claim.subject, []).append(claim.polarity.value)
        if claim.property == "seen_alive" and claim.value == "true":
            found.setdefault(claim.subject, []).append("alive")
    return found


def test_a_birth_that_does_not_fit_the_age_is_a_namesakes() -> None:
    text = (
        "We reported, citing a channel, that Nurbek Saliev, 33, a resident of Talas, had been killed. "
        "That was wrong: the channel confused him with a man of the same name.\n\n"
        "Nurbek Saliev, born in 1999 in the village of Pokrovka, died in battle on 29 December 2024."
    )
    fates = _fates(text)
    assert len(fates) == 2
    first, second = fates.values()
    assert "affirmed" not in first
    assert second == ["affirmed"]


def test_another_man_of_that_name_is_not_the_one_told_of() -> None:
    text = (
        "Farhod Yusupov called his wife on Monday. A channel had put him on a list of the dead. "
        "The dead man is another Farhod Yusupov, from Vose, who was killed near Bakhmut."
    )
    fates = _fates(text)
    assert all(not ("alive" in told and "affirmed" in told) for told in fates.values())
    assert len(fates) == 2


def test_russian_says_another_too() -> None:
    text = (
        "Фарход Юсупов позвонил жене в понедельник. Его перепутали с однофамильцем: погиб другой Фарход Юсупов, "
        "1979 года рождения."
    )
    fates = _fates(text, lang="ru")
    assert all(not ("alive" in told and "affirmed" in told) for told in fates.values())


def test_nobody_tells_of_his_own_death() -> None:
    text = (
        '"I am drinking tea," says Otabek Saidov, 31. A list published in January gave his name among the men '
        "killed with Wagner. How his name ended up on the list of the dead he does not know."
    )
    assert all("affirmed" not in told for told in _fates(text).values())
