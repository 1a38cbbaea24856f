"""What is read from Ukrainian texts. Every person, place of death and sum here is invented."""

from __future__ import annotations

from tizme.extract import extract_text
from tizme.model import Extraction

COURT = (
    "Яккасарайський районний суд Ташкента засудив 36-річного Рустама Юлдашева за найманство до шести "
    "років позбавлення волі. Вирок оголосили 5 лютого.\n"
)
CAPTIVE = (
    "Рустам Юлдашев, 36 років, потрапив у полон 9 січня під Торецьком. "
    "Брат його, Ільхом, загинув у 2023 році під Соледаром. «Командира теж убили», — каже він.\n"
)
ALIVE = (
    "Карим Ісмаїлов, 28 років, живий. Родина пів року вважала його загиблим. "
    "«Сказали, що мене вбили», — розповів він.\n"
)


def _read(text: str) -> Extraction:
    return extract_text(text, lang="uk", published="2025-03-12")


def _said(text: str, name: str) -> set[tuple[str, str, str]]:
    """(property, value, polarity) of everything claimed of the person called ``name``."""
    found = _read(text)
    ids = {s.id for s in found.subjects if s.label == name}
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


def test_a_court_is_named_in_full_with_term_and_day() -> None:
    rows = {(c.property, c.value) for c in _read(COURT).claims}
    assert ("sentenced.court", "Яккасарайський районний суд Ташкента") in rows
    assert ("sentenced.term", "P6Y") in rows
    assert ("sentenced.date", "2025-02-05") in rows
    assert ("sentenced.charge", "найманство") in rows


def test_the_death_of_a_brother_or_a_commander_is_not_the_captives() -> None:
    said = _said(CAPTIVE, "Рустам Юлдашев")
    assert ("captured", "true", "affirmed") in said
    assert not [row for row in said if row[0].startswith("died")]


def test_nobody_dies_who_was_only_thought_dead() -> None:
    said = _said(ALIVE, "Карим Ісмаїлов")
    assert ("seen_alive", "true", "affirmed") in said
    assert ("died", "false", "denied") in said
    assert ("died", "true", "affirmed") not in said


def test_an_office_that_does_not_confirm_a_death_denies_nothing() -> None:
    text = "Алішер Мадаміров, 30 років, загинув під Бахмутом. Військкомат у Тулі смерть не підтвердив.\n"
    said = _said(text, "Алішер Мадаміров")
    assert ("died", "true", "affirmed") in said
    assert ("official_no_info", "true", "affirmed") in said
    assert ("died", "false", "denied") not in said


def test_a_contract_that_the_family_denies_is_denied() -> None:
    text = (
        "Алішер Мадаміров, 30 років, працює в Казані. Чутки, що він підписав контракт, родичі заперечують.\n"
    )
    assert ("contract_signed", "false", "denied") in _said(text, "Алішер Мадаміров")


def test_a_comrade_named_by_his_given_name_does_not_die_the_tellers_death() -> None:
    text = "Азіз Хамідов у полоні. «Мій товариш Шерзод загинув поруч», — каже він."
    found = extract_text(text, lang="uk", published="2025-02-03")
    dead = {c.subject for c in found.claims if c.property == "died"}
    assert not dead & {s.id for s in found.subjects if s.name == "Азіз Хамідов"}


def test_his_words_open_a_paragraph_of_whoever_spoke_before() -> None:
    text = (
        "Карима Ісмаїлова з Андижана обміняли 18 жовтня 2024 року. Про це розповів його брат Тахір.\n\n"
        "«Я чекав рік», — говорить Тахір.\n\n"
        "За його словами, Карим у 2022 році поїхав до Росії. Командир у серпні 2023-го повідомив родині, "
        "що Ісмаїлов загинув.\n"
    )
    claims = _read(text).claims
    assert all("Тахір" in c.speakers for c in claims if c.property.startswith("migrated"))
    # told of as dead in 2023, exchanged in 2024: the report was wrong
    assert {(c.value, c.polarity.value) for c in claims if c.property == "died"} == {("false", "denied")}


def test_several_of_a_people_say_nothing_of_the_one_told_of() -> None:
    text = "Карима Ісмаїлова передали росіянам 5 березня. Росіяни відправили його до Москви.\n"
    assert not any(c.property in {"ethnicity", "citizenship"} for c in _read(text).claims)


def test_another_of_the_same_name_and_another_year_of_birth_is_another_man() -> None:
    text = (
        "Канал опублікував паспорт Салімова Темура 1994 р. н. і підписав: «ліквідований під Вовчанськом». "
        "Темур живий, каже його дружина.\n\n"
        "Документ знайшли при тілі іншого громадянина Узбекистану, Темура Салімова 1988 року народження. "
        "Він загинув 17 серпня.\n"
    )
    found = _read(text)
    born = {c.subject: c.value for c in found.claims if c.property == "birth_date"}
    dead = {born[c.subject]: c.polarity.value for c in found.claims if c.property == "died"}
    assert dead == {"1994": "denied", "1988": "affirmed"}


def test_whom_she_knew_in_a_video_is_no_body() -> None:
    text = "Мати дізналася про полон сина з відео. «Я впізнала його по родимці на шиї», — каже вона.\n"
    assert not any(c.property == "body_identified" for c in _read(text).claims)


def test_no_to_whether_they_know_that_he_is_alive_does_not_deny_it() -> None:
    text = (
        "— Представся.\n— Салімов Темур, 1999 року народження.\n"
        "— Рідні знають, що ти живий?\n— Ні. Мама думає, що я на будові.\n"
    )
    assert not any(c.property == "seen_alive" and c.value == "false" for c in _read(text).claims)


def test_a_captors_brigade_is_not_his_and_what_did_not_happen_has_no_place() -> None:
    text = "Темура Салімова взяли в полон бійці 47-ї бригади. До того він не воював під Бахмутом.\n"
    claims = _read(text).claims
    assert not any(c.property in {"unit", "deployed.place"} for c in claims)
    assert any(c.property == "captured.by" and "47" in c.value for c in claims)


def test_his_mother_speaks_and_he_is_captured() -> None:
    text = (
        "Темур Салімов повернувся з полону. Його мати дізналася про це вночі. «Ми плакали», — каже Нодіра "
        "Салімова.\n\nСалімова захопили десантники під Покровськом 25 березня.\n"
    )
    found = _read(text)
    names = {s.id: s.label for s in found.subjects}
    assert {names[c.subject] for c in found.claims if c.property == "captured"} == {"Темур Салімов"}
    assert any(c.property == "kin.mother" and names[c.value] == "Нодіра Салімова" for c in found.claims)


def test_a_notice_of_death_is_denied_by_whoever_lives_in_a_camp() -> None:
    text = (
        "Військкомат надіслав дружині сповіщення: рядовий Темур Салімов загинув 29 червня 2024 року.\n\n"
        "Родина Салімових справила поминки. Зараз Темур утримується в таборі для полонених.\n"
    )
    found = _read(text)
    assert {(c.value, c.polarity.value) for c in found.claims if c.property == "died"} == {
        ("false", "denied")
    }
    assert not any(s.name.startswith("Салімових") for s in found.subjects)  # a family is none of its men
    assert not any(c.property == "info_requested" for c in found.claims)  # the office wrote of itself


def test_to_agree_to_an_exchange_is_not_to_be_exchanged() -> None:
    text = "Темур Салімов дав згоду на обмін. Замість Бішкека він поїхав під Донецьк.\n"
    claims = [(c.property, c.value, c.polarity.value) for c in _read(text).claims]
    assert ("exchanged", "true", "promised") in claims
    assert not any(value == "Бішкек" for _, value, _ in claims)


def test_days_stand_behind_their_words_in_a_list() -> None:
    text = (
        "1. Салімов Темур, 1991 р.н. Полонений 11.10.2024.\n"
        "2. Гафуров Далер, 2002 р.н. ПОМЕР у полоні 18.01.2025.\n"
        "3. Сафаров Комрон, 1994 р.н., на війні не був.\n"
    )
    found = _read(text)
    names = {s.id: s.label for s in found.subjects}
    said = {(names[c.subject], c.property, c.value) for c in found.claims}
    assert ("Салімов Темур", "captured.date", "2024-10-11") in said
    assert ("Гафуров Далер", "died.date", "2025-01-18") in said
    assert ("Сафаров Комрон", "deployed", "false") in said


def test_a_letter_to_his_mother_is_about_the_son() -> None:
    text = (
        "Військова частина 95411\n27.03.2025 № 318/ОК\n\nгр. Салімовій Х. Р.\n\nПовідомлення\n\n"
        "На Ваше звернення від 10.03.2025 повідомляємо, що Ваш син рядовий Салімов Темур "
        "Рустамович, 08.09.2000 р.н., не повернувся з бойового завдання 19.01.2025 р.\n\n"
        "Відомостями про перебування Салімова Т. Р. у полоні командування не володіє.\n"
    )
    found = _read(text)
    names = {s.id: s.label for s in found.subjects}
    said = {(names[c.subject], c.property) for c in found.claims}
    assert ("Салімов Темур Рустамович", "missing") in said
    assert not any(prop == "captured" for _, prop in said)
    assert not any(name.startswith("Салімова") and prop in {"missing", "rank"} for name, prop in said)


def test_a_wife_tells_of_her_husband_where_one_cue_holds_both_words() -> None:
    text = "Мій чоловік Темур поїхав до Росії у 2019 році. Торік він подзвонив: «Я підписав, інакше тюрма».\n"
    found = _read(text)
    assert any(s.role == "relative" for s in found.subjects)
    moved = [c for c in found.claims if c.property == "migrated"]
    assert moved
    assert all(c.evidence.value == "direct" for c in moved)


def test_an_unlisted_given_name_before_a_family_name_is_a_name() -> None:
    text = "Серед загиблих громадянин Казахстану Єрлан Байжанов, 1992 року народження.\n"
    assert any(s.label == "Єрлан Байжанов" for s in _read(text).subjects)


def test_a_promised_exchange_did_not_happen() -> None:
    text = "Темур Салімов у полоні з серпня. Двічі обіцяли обмін, і двічі його не було.\n"
    claims = [(c.value, c.polarity.value) for c in _read(text).claims if c.property == "exchanged"]
    assert ("true", "affirmed") not in claims
