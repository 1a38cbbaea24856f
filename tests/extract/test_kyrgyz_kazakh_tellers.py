"""Who seeks, who is sought, who speaks and who is only named, in Kyrgyz and Kazakh. All persons are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim, Extraction


def _read(text: str, lang: str) -> Extraction:
    return extract_text(text, lang=lang, published="2024-06-10")


def _claims(text: str, lang: str, prop: str) -> list[Claim]:
    return [c for c in _read(text, lang).claims if c.property == prop]


def _names(text: str, lang: str) -> set[str]:
    return {c.value for c in _claims(text, lang, "name")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ky",
            (
                "Нарындык Берди Касымов беш айдан бери инисин издеп жүрөт. "
                "23 жаштагы Темир Касымов былтыр Орусияга иштегени кеткен."
            ),
        ),
        (
            "kk",
            "Тараздық Берді Қасымов інісін іздеп жүр. 23 жастағы Темір Қасымов былтыр Ресейге жұмысқа кеткен.",
        ),
    ],
)
def test_who_looks_for_his_brother_is_a_brother_and_not_the_one_sought(lang: str, text: str) -> None:
    read = _read(text, lang)
    kin = [c for c in read.claims if c.property.startswith("kin.")]
    assert [c.property for c in kin] == ["kin.brother"]
    labels = {s.id: s.label for s in read.subjects}
    assert labels[kin[0].subject].startswith(("Темир", "Темір"))
    assert labels[kin[0].value].startswith(("Берди", "Берді"))
    assert {c.subject for c in read.claims if c.property in {"age", "migrated"}} == {kin[0].subject}


def test_a_name_that_is_a_verb_of_the_language_is_a_name() -> None:
    text = "Ошто 26 жаштагы Төлөгөн Эсенов жерге берилди."
    assert _names(text, "ky") == {"Төлөгөн Эсенов"}
    assert _claims(text, "ky", "compensated") == []


def test_two_names_that_meet_without_a_mark_are_two() -> None:
    text = "Министрлік өкілі Қайрат Омаров Дәулет Сабыровтың қаза болғанын растады."
    assert _names(text, "kk") == {"Қайрат Омаров", "Дәулет Сабыров"}


def test_a_village_of_two_parts_is_no_man() -> None:
    text = "Ош облусундагы Кара-Ата айылында 22 жаштагы Азат Мурзаев жерге берилди."
    assert _names(text, "ky") == {"Азат Мурзаев"}
    assert [c.value for c in _claims(text, "ky", "buried.place")] == ["Ош облусундагы Кара-Ата айылы"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ky", "Марат Эсенов энесине чалып, бул жерде өлүп калам деп коркконун айткан."),
        ("kk", "Марат Есенов анасына қоңырау шалып, осы жерде өліп қаламын деп қорыққан."),
        ("uz-Latn", "Marat Esenov onasiga telefon qilib, bu yerda o'lib qolaman deb qo'rqqan."),
    ],
)
def test_a_fear_told_with_a_helping_verb_is_no_death(lang: str, text: str) -> None:
    assert _claims(text, lang, "died") == []


def test_a_wish_to_bring_the_body_brings_no_body() -> None:
    text = "Азат Мурзаев каза болгон. Апасы: «Сөөгүн алып келейин десем, акчам жок» дейт."
    assert _claims(text, "ky", "body_repatriated") == []


def test_he_said_is_the_mother_whom_the_paragraph_began_with() -> None:
    text = (
        "25 жастағы Ерлан Сабыров былтыр Ресейге кеткен.\n\n"
        "Ерланның анасы Күләш Сабырова одан хабар күтеді. «Балам үш айдан бері хабарласпады», – дейді ол."
    )
    lost = _claims(text, "kk", "contact_lost")
    assert [(c.evidence.value, c.speakers) for c in lost] == [("direct", ("Күләш Сабырова",))]


def test_what_a_relative_quotes_reaches_us_through_the_relative() -> None:
    text = (
        "25 жаштагы Азат Мурзаев дайынсыз.\n\n"
        "«Октябрда чалып, “апа, мени Донецкке алып кетишти” деди. Ошондон бери кабар жок», — дейт апасы."
    )
    sent = _claims(text, "ky", "deployed")
    assert {c.evidence.value for c in sent} == {"hearsay"}


def test_a_quotation_announced_by_a_colon_is_his_who_announces_it() -> None:
    text = (
        "Ат-Башыдан жаңы кабар.\n\n"
        "25 жаштагы Азат Мурзаев Украинада каза болгон. Муну анын агасы Манас Мурзаев айтат:\n\n"
        "«Былтыр декабрдан бери чалбай калган. Телефону өчүк болчу, эч ким жооп бербеди, биз күттүк»."
    )
    lost = _claims(text, "ky", "contact_lost")
    assert lost
    assert {c.speakers for c in lost} == {("Манас Мурзаев",)}


def test_two_who_are_joined_by_with_share_what_befell_them() -> None:
    text = "Былтыр айылга Азат Мурзаев менен Данияр Эсеновдун сөөгү алынып келинген."
    assert len({c.subject for c in _claims(text, "ky", "body_repatriated")}) == 2


def test_a_son_of_another_father_is_another_man() -> None:
    text = (
        "Сузактык Нурлан Ашымов Москвада такси айдайт.\n\n"
        "Туткунга түшкөн адам — Лейлек районунун тургуну, 1997-жылы туулган Нурлан Ашымбек уулу."
    )
    read = _read(text, "ky")
    labels = {s.id: s.label for s in read.subjects}
    assert [labels[c.subject] for c in read.claims if c.property == "captured"] == ["Нурлан Ашымбек уулу"]


def test_what_is_written_in_a_paper_is_the_papers_word() -> None:
    text = (
        "27 жаштагы Азат Мурзаевдин үй-бүлөсүнө мартта кара кагаз келген. "
        "Анда Азат 2024-жылдын 19-январында каза болгону жазылган."
    )
    assert {c.evidence.value for c in _claims(text, "ky", "died.date")} == {"document"}


def test_the_day_of_the_call_before_since_then_is_the_last_contact() -> None:
    text = (
        "27 жастағы Азат Мұрзаев былтыр Ресейге кеткен. 2023 жылғы 5 желтоқсанда қоңырау шалып, "
        "әскерге алып жатқанын айтты. Содан бері телефоны өшірулі."
    )
    assert [c.value for c in _claims(text, "kk", "last_contact.date")] == ["2023-12-05"]


def test_from_a_month_of_one_year_to_a_month_of_the_next_is_one_stretch() -> None:
    text = "27 жастағы Азат Мұрзаев 2023 жылғы қарашадан 2024 жылғы наурызға дейін майданда болған."
    assert [c.value for c in _claims(text, "kk", "deployed.date")] == ["2023-11/2024-03"]


def test_the_home_of_a_wife_who_seeks_is_hers() -> None:
    text = "Семей тұрғыны Айнұр Тасболатова күйеуі Азат Мұрзаевты екі жылдан бері іздеп жүр."
    read = _read(text, "kk")
    labels = {s.id: s.label for s in read.subjects}
    assert [labels[c.subject] for c in read.claims if c.property == "origin"] == ["Айнұр Тасболатова"]


def test_the_father_is_not_his_son() -> None:
    text = (
        "1996 жылы туған ауыл тұрғыны Қуанышкерей Нұрболат Ғабитұлы 2024 жылғы 2 наурызда қаза болды. "
        "Әкесі Ғабит Қуанышкереев зейнеткер."
    )
    assert _names(text, "kk") == {"Қуанышкерей Нұрболат Ғабитұлы", "Ғабит Қуанышкереев"}


def test_who_says_that_he_lives_was_not_the_one_whom_they_buried() -> None:
    text = (
        "«Мен тірімін»: анасы жерлеген жігіт хабарласты\n\n"
        "Ақсу тұрғыны Роза Мұқатаева былтыр ұлы Әлібектің табытын жерлеген. «Комиссариаттан келген кісі "
        "балаңыз қарашада қаза тапты деп қағаз ұстатты», – дейді ол.\n\n"
        "Екі аптадан кейін Әлібек анасына қоңырау шалған. «Апа, мен тірімін деп күледі», – дейді анасы."
    )
    assert {c.polarity.value for c in _claims(text, "kk", "died")} == {"denied"}
    assert {c.polarity.value for c in _claims(text, "kk", "buried")} == {"uncertain"}


def test_what_the_second_sentence_of_a_heading_says_is_heard() -> None:
    text = (
        "«Үйүмө кайткым келет». Украинада туткунда отурган кыргызстандык менен маек\n\n"
        "29 жаштагы Канат Эсенов Якутскиде курулушта иштеген. Ал азыр лагерде дарыланып жатат."
    )
    assert [c.value for c in _claims(text, "ky", "captured")] == ["true"]


def test_somebody_who_writes_is_not_called_as_the_one_he_writes_of() -> None:
    text = (
        "Менин атым Гүлзина. Жолдошум Тилек Абдрахмановду издеп жатам. "
        "Майда бирөө жазып, Тилек оор жарадар болуп, госпиталда жатканын айтты."
    )
    wounded = _claims(text, "ky", "wounded")
    assert [(c.evidence.value, c.speakers) for c in wounded] == [("hearsay", ("бирөө", "Гүлзина"))]


def test_a_promised_mercy_for_a_signature_is_no_signature() -> None:
    text = "Ержан Сабыров тергеуде болған. Адвокат «келісімшартқа қол қойсаң, іс жабылады» деген."
    assert _claims(text, "kk", "contract_signed") == []


def test_the_day_before_a_cause_of_death_is_the_day_of_the_death() -> None:
    text = (
        "Үй-бүлөсү Азат Мурзаев менен акыркы жолу 11-январда сүйлөшкөн. 2-февралда аскер бөлүгүнөн бир аял "
        "телефон чалып, Азат 19-январда минага жарылып каза тапканын угузган."
    )
    assert [c.value for c in _claims(text, "ky", "died.date")] == ["2024-01-19"]
    assert [c.value for c in _claims(text, "ky", "death_reported.date")] == ["2024-02-02"]
    assert _claims(text, "ky", "wounded") == []
