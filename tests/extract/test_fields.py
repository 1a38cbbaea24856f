"""Labelled lines, cards, writers who say "I", numbers without a noun. Every person here is invented."""

from __future__ import annotations

from tizme.extract import extract_text


def _said(text: str, lang: str = "ru") -> set[tuple[str, str, str]]:
    found = extract_text(text, lang=lang, published="2024-06-10")
    labels = {s.id: s.label for s in found.subjects}
    return {(labels[c.subject], c.property, labels.get(c.value, c.value)) for c in found.claims}


def test_a_labelled_notice_is_read_line_by_line() -> None:
    said = _said(
        "Помогите найти!\n\nФИО: Турдубаев Жаныбек Асанович\nДата рождения: 12.03.1993, Ош\nПозывной: «Хан»\n"
        "Приметы: шрам на левой щеке, рост 180 см\nПоследняя связь: 5 мая 2024\n"
    )
    man = "Турдубаев Жаныбек Асанович"
    assert {
        (man, "birth_date", "1993-03-12"),
        (man, "birth_place", "Ош"),
        (man, "call_sign", "Хан"),
        (man, "marks", "шрам на левой щеке"),
        (man, "last_contact.date", "2024-05-05"),
    } <= said


def test_an_english_notice_gives_both_spellings() -> None:
    said = _said("Name: Jasur Tagaev (Жасур Тагаев in his passport)\nBorn: 3 May 1999, Osh\n", "en")
    assert ("Jasur Tagaev", "alternate_name", "Жасур Тагаев") in said
    assert ("Jasur Tagaev", "birth_date", "1999-05-03") in said


def test_a_card_of_a_name_and_the_days_of_a_life_tells_a_death() -> None:
    said = _said(
        "Светлая память\n\nТУРДУБАЕВ Жаныбек Асанович\n12.03.1993 – 21.02.2024\n\nОн работал сварщиком.\n"
    )
    assert {value for _, prop, value in said if prop in {"birth_date", "died.date"}} == {
        "1993-03-12",
        "2024-02-21",
    }


def test_days_as_far_apart_as_a_contract_are_no_life() -> None:
    said = _said("Турдубаев Жаныбек Асанович\n\nСлужил 12.03.2022 – 21.02.2024 под Луганском.\n")
    assert not {prop for _, prop, _ in said} & {"died", "died.date", "birth_date"}


def test_a_writer_who_says_my_brother_is_his_relative() -> None:
    text = (
        "Пропал мой брат, Жаныбек Турдубаев, 31 год. В марте его мобилизовали. Я обращалась в военкомат 5 мая 2024 года. "
        "Мне ничего не сказали.\n"
    )
    found = extract_text(text, lang="ru", published="2024-06-10")
    evidence = {c.property: c.evidence.value for c in found.claims}
    assert evidence["info_requested"] == "direct"
    assert evidence["pathway"] == "hearsay"


def test_a_man_who_tells_of_himself_is_direct() -> None:
    text = (
        "Меня зовут Жаныбек Турдубаев, мне 31 год. В марте меня задержали в Москве. Потом я попал в плен.\n"
    )
    found = extract_text(text, lang="ru", published="2024-06-10")
    labels = {s.id: s.label for s in found.subjects}
    captured = next(c for c in found.claims if c.property == "captured")
    assert (labels[captured.subject], captured.evidence.value) == ("Жаныбек Турдубаев", "direct")


def test_children_are_counted() -> None:
    assert ("Жаныбек Турдубаев", "kin.children", "3") in _said(
        "31-летний Жаныбек Турдубаев погиб. У него остались жена и трое детей.\n"
    )
    assert ("Ulan Sadykov", "kin.children", "2") in _said(
        "Ulan Sadykov, 33, a father of two, was killed.\n", "en"
    )


def test_a_number_alone_beside_a_death_is_a_group() -> None:
    said = _said("По подсчётам проекта, из района погибло не менее 17.\n")
    assert {value for _, prop, value in said if prop == "group.count"} == {"17"}
    assert "died" in {prop for _, prop, _ in said}


def test_what_is_charged_is_not_told_a_second_time() -> None:
    said = _said(
        "Ulan Sadykov, 33, was sentenced to ten years for fighting in the war on the Russian side.\n", "en"
    )
    assert "deployed" not in {prop for _, prop, _ in said}


def test_a_name_alone_at_the_end_is_the_writer_s() -> None:
    text = (
        "Здравствуйте.\n\nИщу брата. Турдубаев Жаныбек Асанович, 1993 г. р., Ош. В январе его задержали. "
        "После этого связи с ним нет.\n\nПрошу помочь.\n\nБолот Турдубаев\n"
    )
    found = extract_text(text, lang="ru", published="2024-06-10")
    roles = {s.label: s.role for s in found.subjects}
    assert roles["Болот Турдубаев"] != "subject"
    assert roles["Турдубаев Жаныбек Асанович"] == "subject"
