"""Papers found on somebody, and who tells of them. All people are invented."""

from __future__ import annotations

from tizme.extract import extract_text


def _told(text: str, lang: str) -> dict[str, str]:
    read = extract_text(text, lang=lang, published="2024-09-01")
    return {c.property: c.evidence.value for c in read.claims}


def test_who_he_was_stands_in_the_paper_and_not_that_he_fell() -> None:
    told = _told(
        "В нагрудном кармане лежал военный билет на имя Рустама Холматова, 1992 года рождения. "
        "Там же, в файле, — годовой контракт с Минобороны РФ от 4 июля 2023 года. Погиб он в марте.\n",
        "ru",
    )
    assert told["name"] == told["birth_date"] == told["contract_signed"] == "document"
    assert told["died"] != "document"


def test_what_befell_him_behind_the_paper_is_not_its_word() -> None:
    text = "При ньому знайшли паспорт громадянина Узбекистану: Рустам Холматов; він загинув у березні.\n"
    told = _told(text, "uk")
    assert told["citizenship"] == "document"
    assert told["died"] == "press"


def test_papers_are_found_in_english_too() -> None:
    text = "In his pocket lay a military ID in the name of Rustam Kholmatov, born in 1992 in Termez.\n"
    assert _told(text, "en")["birth_date"] == "document"


def test_a_sister_beside_his_family_name_has_her_own_name() -> None:
    text = (
        "Нурлан Сатибеков із Ошу поїхав до Росії. Сестра Сатибекова Айнура востаннє чула брата 22 липня. "
        "«Мені написали, що він утік. Неправда!» — обурюється жінка.\n"
    )
    read = extract_text(text, lang="uk", published="2024-09-01")
    assert [c.value for c in read.claims if c.property == "name"] == ["Нурлан Сатибеков", "Айнура"]


def test_not_among_the_prisoners_is_not_alive() -> None:
    text = "Нурлан Сатыбеков пропал в марте. В списках пленных его нет.\n"
    read = extract_text(text, lang="ru", published="2024-09-01")
    assert not [c for c in read.claims if c.property == "died"]


def test_a_name_that_no_list_knows_stands_behind_the_paper() -> None:
    text = "У кишені, каже речник поліції, лежав паспорт Непалу: Бікаш Тапа, 24 роки, Покхара.\n"
    read = extract_text(text, lang="uk", published="2024-09-01")
    told = {c.property: (c.value, c.evidence.value) for c in read.claims}
    assert told["name"] == ("Бікаш Тапа", "document")


def test_a_regiment_ends_a_sentence() -> None:
    text = "Нурлан Сатыбеков попал в 1435-й полк. Утром 3 мая он погиб под Торецком.\n"
    read = extract_text(text, lang="ru", published="2024-09-01")
    assert [c.value for c in read.claims if c.property == "unit"] == ["1435-й полк"]


def test_what_she_last_heard_of_him_is_no_rumour() -> None:
    text = "Нурлан Сатибеков зник. Сестра Айнура востаннє чула брата 22 липня.\n"
    read = extract_text(text, lang="uk", published="2024-09-01")
    assert "hearsay" not in {c.evidence.value for c in read.claims}
