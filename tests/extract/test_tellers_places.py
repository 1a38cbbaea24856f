"""Places and outlets beside whoever tells. All people are invented."""

from __future__ import annotations

from tizme.extract import extract_text


def _claims(text: str, prop: str) -> list[tuple[str, str]]:
    read = extract_text(text, lang="ru", published="2024-06-10")
    return [(c.value, c.evidence.value) for c in read.claims if c.property == prop]


def test_an_outlet_called_as_a_town_is_not_where_he_died() -> None:
    assert _claims("34-летний Мирлан Осмонов погиб в марте, сообщает «Фергана».\n", "died.place") == []


def test_whoever_stands_behind_the_name_of_an_outlet_told_it() -> None:
    text = (
        "24 мая взят в плен 33-летний Сухроб Назаров, "
        "сообщил «Радио Хатлон» представитель посольства в Москве.\n"
    )
    assert _claims(text, "captured") == [("true", "official")]
    assert _claims(text, "captured.place") == []


def test_a_mother_of_several_writes_of_one() -> None:
    text = (
        "Меня зовут Зебо. Сыновей у меня трое, пишу про среднего, Фаридуна.\n\n"
        "Ему двадцать восемь. Развозил пиццу в Челябинске. Больше я голоса его не слышала.\n"
    )
    read = extract_text(text, lang="ru", published="2024-06-10")
    names = {s.id: s.name for s in read.subjects}
    lost = [names[c.subject] for c in read.claims if c.property == "contact_lost"]
    assert lost == ["Фаридун"]
    assert [names[c.value] for c in read.claims if c.property == "kin.mother"] == ["Зебо"]
