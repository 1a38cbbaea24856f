"""Where a voice ends: papers and neighbours say so much, officials give way to relatives. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction


def _read(text: str, lang: str) -> Extraction:
    return extract_text(text, lang=lang, published="2024-06-10")


def _evidence(text: str, prop: str, lang: str = "en") -> set[str]:
    return {c.evidence.value for c in _read(text, lang).claims if c.property == prop}


def test_behind_a_notice_the_outlet_goes_on_whoever_told_before() -> None:
    text = (
        "Его сестра Айгуль рассказала, что 40-летний Нурбек Сатаров подписал контракт сам. "
        "В извещении военкомата сказано, что Сатаров погиб 3 мая. Тело привезли в Ош 1 июня.\n"
    )
    assert _evidence(text, "died.date", "ru") == {"document"}
    assert _evidence(text, "body_repatriated", "ru") == {"press"}


def test_behind_a_neighbours_words_the_outlet_goes_on() -> None:
    text = (
        "Nurbek Satarov, 40, drove a bus in Tula. A neighbour said he had been taken by police in May. "
        "His coffin was brought to Osh on June 1.\n"
    )
    assert _evidence(text, "detained") == {"hearsay"}
    assert _evidence(text, "body_repatriated") == {"press"}


def test_a_relative_brought_in_behind_an_official_is_told_of_by_the_outlet() -> None:
    text = (
        "Nurbek Satarov, 40, died in May, the district governor said. "
        "His elder sister, Aigul, who works as a nurse in Tula, does not believe it.\n"
    )
    assert _evidence(text, "kin.sister") == {"press"}


def test_the_official_whose_name_stands_in_commas_is_not_told_of() -> None:
    text = (
        'Nurbek Satarov, 40, "chose it himself," the deputy commissar of the Kalinin district, Oleg Drozdov, '
        "told a newspaper. His coffin was brought to Osh on June 1.\n"
    )
    read = _read(text, "en")
    labels = {s.id: s.label for s in read.subjects}
    assert {labels[c.subject] for c in read.claims if c.property == "body_repatriated"} == {"Nurbek Satarov"}


def test_what_police_did_a_quoted_relative_was_told() -> None:
    text = 'Nurbek Satarov, 40, drove a bus. "He was detained in May and forced to sign," his mother said.\n'
    assert _evidence(text, "detained") == {"hearsay"}


def test_an_officer_who_tells_the_father_speaks_and_the_father_hears() -> None:
    text = (
        "Nurbek Satarov, 40, drove a bus in Tula. In June an officer wrote to his father that Satarov "
        "had died near Kupyansk.\n"
    )
    assert "direct" not in _evidence(text, "died")


def test_a_call_in_which_nothing_is_said_is_no_saying() -> None:
    text = "Nurbek Satarov, 40, from Osh, was in hospital in Tula. He telephoned his uncle on 19 October.\n"
    assert _evidence(text, "kin.uncle") == {"press"}


def test_examiners_say_that_he_died_and_not_he() -> None:
    text = "Nurbek Satarov, 40, drove a bus in Tula. Forensic examiners say he died of blood loss.\n"
    assert _evidence(text, "died.cause") == {"official"}


def test_the_story_of_a_woman_that_ends_in_her_words_is_hers() -> None:
    text = (
        "One woman from Osh looked for her husband, a 40-year-old bus driver, for a year. In August a cellmate's "
        'mother messaged her that he had been killed in July. "I do not know if I am a widow," she said.\n'
    )
    read = _read(text, "en")
    assert _evidence(text, "occupation") == {"press"}  # the outlet brings them in
    assert _evidence(text, "died") == {"hearsay"}
    assert {c.property for c in read.claims if c.property.startswith("kin.")} == {"kin.wife"}
    assert len({c.subject for c in read.claims if c.property in {"occupation", "died"}}) == 1


def test_only_what_stands_in_the_clause_of_a_parenthesis_is_the_speakers() -> None:
    text = (
        "Nurbek Satarov, 40, from Osh, was held for a week at a police station in Tula, where, he told our lawyer, "
        "guards beat him until he signed.\n"
    )
    assert _evidence(text, "detained") <= {"press"}
    assert _evidence(text, "coercion") == {"direct"}


def test_a_line_that_says_which_relative_writes_makes_the_text_hers_until_the_editor_comes_in() -> None:
    text = (
        "Пишет сестра.\n\n40-летний Нурбек Сатаров, водитель. Последний раз выходил на связь 7 января.\n\n"
        "UPD 10.02. Админ на связи. Сатаров ранен.\n"
    )
    read = _read(text, "ru")
    assert _evidence(text, "last_contact.date", "ru") == {"direct"}
    assert {c.property for c in read.claims if c.property.startswith("kin.")} == {"kin.sister"}
    assert _evidence(text, "wounded", "ru") == {"press"}


def test_some_fellow_in_the_comments_is_not_the_one_told_of() -> None:
    text = (
        "40-летний Нурбек Сатаров из Оша уехал в Тулу. Вчера какой-то парень в комментариях написал, "
        "что Сатаров погиб.\n"
    )
    assert _evidence(text, "died", "ru") == {"hearsay"}


def test_who_is_named_at_the_end_of_a_field_speaks_for_that_field_alone() -> None:
    text = (
        "Список\n\n"
        "1) Сатаров Нурбек Алиевич / 1990 / Ош / водитель / погиб 02.02.2024 — со слов сослуживца\n"
        "2) Юнусов Азамат Рустамович / 1985 / Фергана / повар / ранен 08.11.2023, лежит в г. Самара (сообщ. жена)\n"
        "3) Ким Олег Петрович / 1978 / Ташкент / сварщик / пропал 01.01.2024, ищет мать\n"
    )
    read = _read(text, "ru")
    told = {(c.property, c.value): c.evidence.value for c in read.claims}
    assert told["died.date", "2024-02-02"] == "hearsay"
    assert told["occupation", "водитель"] == "press"
    assert _evidence(text, "name", "ru") == {"press"}
    assert _evidence(text, "kin.wife", "ru") == {"direct"}
    assert _evidence(text, "kin.mother", "ru") == {"press"}


def test_she_who_heard_his_voice_did_not_hear_it_from_others() -> None:
    text = "40-летний Нурбек Сатаров уехал в Тулу. «Больше я его голоса не слышала», — говорит его мать.\n"
    assert _evidence(text, "contact_lost", "ru") == {"direct"}


def test_what_activists_have_counted_is_not_the_outlets_own() -> None:
    text = "По подсчётам активистов, с начала войны в области похоронены не менее 26 человек.\n"
    assert _evidence(text, "buried", "ru") == {"hearsay"}


def test_he_who_said_it_is_whoever_spoke_last() -> None:
    text = (
        "Nurbek Satarov, 40, from Osh, served near Kupyansk. A fellow soldier told the agency that Satarov was "
        "wounded in May. The body, he said, was left in a field.\n"
    )
    assert _evidence(text, "body_repatriated") == {"hearsay"}


def test_what_an_office_told_a_relative_is_the_offices_word() -> None:
    text = (
        "Nurbek Satarov, 40, from Osh, served near Kupyansk. In June the enlistment office informed his father that "
        "Satarov was missing.\n"
    )
    assert _evidence(text, "missing") == {"official"}
    # one man's word on the telephone is no office's: so the annotated texts have it
    rung = text.replace("the enlistment office", "an officer").replace("was missing", "was killed")
    assert _evidence(rung, "died") == {"hearsay"}


def test_what_a_son_said_his_mother_passes_on() -> None:
    text = (
        "40-летний Нурбек Сатаров уехал в Тулу. «Сказал, что подписал контракт на год», — говорит его мать.\n"
    )
    assert _evidence(text, "contract_signed.duration", "ru") == {"hearsay"}


@pytest.mark.parametrize(
    "speaker", ["the 33-year-old says", "the Uzbek told us", "says the 33-year-old Uzbek"]
)
def test_an_age_or_a_country_stands_for_whoever_is_told_of(speaker: str) -> None:
    text = f'Anvar Toshev came back in May. "In March I was wounded near Svatove," {speaker}.\n'
    assert _evidence(text, "wounded") == {"direct"}


def test_an_age_stands_for_the_relative_who_was_quoted_before() -> None:
    text = (
        'Anvar Toshev, 22, drove a bus in Tula. "I begged him to stay," says his mother, Karima Tosheva. '
        '"He rang in May and said he had been wounded," the 54-year-old says.\n'
    )
    assert _evidence(text, "wounded") == {"hearsay"}


def test_an_unsigned_quotation_that_names_the_man_is_his_relatives() -> None:
    text = (
        "Karima, the mother of Anvar Toshev, meets us at the gate.\n\n"
        '"Anvar left for Tula in March 2023 and worked there as a driver. He was my only help.\n\n'
        '"On September 3 he told me by phone: I have signed a contract with the army."\n'
    )
    read = _read(text, "en")
    assert {c.evidence.value for c in read.claims if c.property == "contract_signed"} == {"hearsay"}


def test_who_opens_what_is_said_is_no_speaker() -> None:
    text = "Anvar Toshev is a prisoner. He said a recruiter called Murod had promised him $2,000 a month.\n"
    assert _evidence(text, "promised.pay") == {"direct"}
