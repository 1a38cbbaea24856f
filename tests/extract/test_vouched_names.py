"""Names that no table knows are told by what stands beside them, and are names wherever the text writes them again."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def names_in(text: str, lang: str) -> list[str]:
    found = extract_text(text, lang=lang, published="2025-03-01")
    return [text[m.start : m.stop] for m in found.mentions if m.form == "name"]


VOUCHED = [
    ("en", "Bishnu Tamang, 29, from Dhading, died near Bakhmut in June.", ["Bishnu Tamang"]),
    ("en", "Etienne Fouda Mbarga, a 31-year-old cook, was killed.", ["Etienne Fouda Mbarga"]),
    ("en", "29-year-old Kwabena Dankwah was killed near Donetsk.", ["Kwabena Dankwah"]),
    ("en", "Her elder brother Dipak says nobody has paid.", ["Dipak"]),
    ("en", "His mother, Somawathi, has heard nothing.", ["Somawathi"]),
    ("en", "Bimal Gurung of Myagdi, who ran away from the unit, is home.", ["Bimal Gurung"]),
    ("en", "The comrade, Kojo, lost a leg.", ["Kojo"]),
    ("en", "“He sent one photo,” recalled Lahiru Madushanka.", ["Lahiru Madushanka"]),
    ("en", "Private Nuwan Herath was wounded in May.", ["Nuwan Herath"]),
    ("en", "A man named Kipyegon left for Moscow.", ["Kipyegon"]),
    ("uk", "Колишній охоронець, 33-річний Тапа, вилетів до Москви.", ["Тапа"]),
    ("uk", "У травні односелець Діпак Гурунг утік із фронту.", ["Діпак Гурунг"]),
    ("uk", "Батько, Хем Бахадур, провів обряд.", ["Хем Бахадур"]),
    ("uk", "Бікаш Тапа, 24 роки, загинув під Бахмутом.", ["Бікаш Тапа"]),
    ("uk", "Загинув Бішну з Покхари.", ["Бішну"]),
    ("ru", "29-летний Бишну Таманг погиб под Бахмутом.", ["Бишну Таманг"]),
    ("ky", "29 жаштагы Бишну Таманг каза болгон.", ["Бишну Таманг"]),
    ("tg", "Ҳамсолаи ӯ, 26-солаи Бишну Таманг ҳалок шуд.", ["Бишну Таманг"]),
    ("uz-Latn", "29 yoshli Bishnu Tamang halok bo'ldi.", ["Bishnu Tamang"]),
]


@pytest.mark.parametrize(("lang", "text", "names"), VOUCHED)
def test_what_stands_beside_them_tells_unknown_words_to_be_a_name(lang: str, text: str, names: list[str]):
    assert names_in(text, lang) == names


def test_words_told_to_be_a_name_once_are_it_again():
    text = (
        "Suraj Thapa called in May.\n\nHer son Suraj, 26, left in June. Thapa was wounded.\n\n"
        "A comrade wrote that Suraj had died."
    )
    assert names_in(text, "en") == ["Suraj Thapa", "Suraj", "Thapa", "Suraj"]


def test_names_of_other_parts_of_the_world_come_back_to_the_nominative():
    text = "У Катманду родина Рамеша Тапи спалила його одяг. Дружина Суніта згадує: Тапу вбило під Роботиним."
    found = extract_text(text, lang="uk", published="2025-03-01")
    assert [s.name for s in found.subjects if s.named] == ["Рамеш Тапа", "Суніта"]


def named(text: str, lang: str) -> list[str]:
    return [s.name for s in extract_text(text, lang=lang, published="2025-03-01").subjects if s.named]


def test_whoever_acts_stands_in_the_nominative():
    text = "Непалець Бірендра Рокая, 26 років, потрапив у полон. Про це каже Рокая. Батько Бірендри живе в Джумлі."
    assert named(text, "uk") == ["Бірендра Рокая"]


WHOSE_FRIEND = [
    ("uk", "Сантош Карки, 33 роки, зник у березні. Земляк Сантоша Дургеш Магар бачив його пораненим."),
    ("ru", "Сантош Карки, 33 года, пропал в марте. Земляк Сантоша Дургеш Магар видел его раненым."),
    ("ru", "Сантош Карки, 33 года, пропал в марте. Сослуживец Карки Дургеш Магар видел его раненым."),
]


@pytest.mark.parametrize(("lang", "text"), WHOSE_FRIEND)
def test_a_friends_name_begins_behind_the_name_of_whose_friend_he_is(lang: str, text: str):
    assert named(text, lang) == ["Сантош Карки", "Дургеш Магар"]


def test_a_brother_named_between_commas_behind_whose_brother_he_is():
    text = "Сантош Карки, 33 роки, загинув. Брат Сантоша, Нарендра Карки, тричі ходив до міністерства."
    found = extract_text(text, lang="uk", published="2025-03-01")
    roles = {s.name: s.role for s in found.subjects if s.named}
    assert roles == {"Сантош Карки": "subject", "Нарендра Карки": "relative"}


def test_two_whom_and_joins_are_both_named():
    text = "Two men, Kwabena Ofori-Atta and Yaw Dankwah, died in May. Dankwah, 28, was a mason."
    assert names_in(text, "en") == ["Kwabena Ofori-Atta", "Yaw Dankwah", "Dankwah"]


def test_countrymen_are_named_behind_the_word_for_them():
    text = "Two Ghanaians, Kwabena Ofori-Atta and Yaw Dankwah, died fighting for Russia, a comrade said."
    assert names_in(text, "en") == ["Kwabena Ofori-Atta", "Yaw Dankwah"]


def test_an_arabic_family_name_with_its_article_is_part_of_the_name():
    assert names_in("A Yemeni, Mohammed al-Hamdani, was recruited in Oman.", "en") == ["Mohammed al-Hamdani"]


def test_entries_of_a_list_begin_with_names():
    text = "Killed:\n1. Yoandry Leyva, 34, Santiago.\n2. Osniel Carrazana, 27, Villa.\n3. Dayron Montero, 31, Holguin."
    assert names_in(text, "en") == ["Yoandry Leyva", "Osniel Carrazana", "Dayron Montero"]


NO_NAMES = [
    ("en", "She told Steppe Service that the form came on Monday. Azamat Karimov died in May."),
    ("en", "Azamat Karimov died in May. Southern Losses announced it on March 9."),
    ("en", "A 31-year-old Dhading resident was killed. Azamat Karimov, 20, buried him."),
    ("en", "His mother, on Telegram, wrote to Azamat Karimov. He sent his wife Telegram messages."),
    ("en", "Before New Year somebody rang to say that Azamat Karimov was dead."),
    ("uk", "Азамат Карімов загинув. Родина поїхала на берег річки Багматі, у Дхадінг."),
    ("ru", "Азамат Каримов погиб. Представители Роскосмоса выразили соболезнования."),
    ("uz-Latn", "Azamat Karimov halok bo'ldi. O'g'lining Klishchiyevkada bo'lganini aytdi."),
]


@pytest.mark.parametrize(("lang", "text"), NO_NAMES)
def test_outlets_places_and_messengers_stay_what_they_are(lang: str, text: str):
    found = {name.split()[0] for name in names_in(text, lang)}
    assert found == {"Азамат" if lang in {"uk", "ru"} else "Azamat"}


@pytest.mark.parametrize(
    "text",
    [
        "Azamat Karimov told Parliament that 17 were dead.",
        "Azamat Karimov, the ministry's spokesman, said that 17 had been killed.",
        "Azamat Karimov said many had been killed.",
    ],
)
def test_safety_whoever_tells_of_others_who_died_is_not_dead(text: str):
    found = extract_text(text, lang="en", published="2025-03-01")
    named = {s.id for s in found.subjects if s.named}
    assert not [c for c in found.claims if c.property == "died" and c.subject in named]
