"""What is read from a paper, and what lists take from registers. All people, outlets and papers are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

REGISTER = (
    "Steppe Graves: transcript of the cemetery register, plot 3\n\n"
    "1. Saparov Ilyas, b. 12.03.1990, Osh. Killed near Kreminna on 3 January 2023. [Comrade in a group chat; not confirmed.]\n"
    "2. Nurov Bakhtiyor, b. 1988, Kulob. Buried 14.02.2023.\n"
    "3. Odilov Sherzod, b. 1995, Termez. [STRUCK OUT. Alive. He rang us himself in May 2023: wounded near Svatove.]\n"
)
OWN_LIST = (
    "Проект «Степные имена». Погибшие, лист 2\n\n"
    "1. Сапаров Ильяс, 1990 г. р., Ош. Погиб 03.01.2023 под Кременной. (Со слов сослуживца, документов нет.)\n"
    "2. Нуров Бахтиёр, 1988 г. р., Куляб. Погиб 14.02.2023.\n"
    "3. Одилов Шерзод, 1995 г. р. (Жена утверждает, что он вернулся домой в мае 2023 г.; в журнале отметки нет.)\n"
)


def _classes(text: str, lang: str) -> dict[tuple[str, str], str]:
    """(first word of the person, property) -> class of evidence."""
    read = extract_text(text, lang=lang, published="2024-04-10")
    labels = {s.id: s.label.split()[0].strip(",") for s in read.subjects}
    return {(labels[c.subject], c.property): c.evidence.value for c in read.claims}


def _class_of(text: str, lang: str, prop: str) -> str:
    return next(v for (_, p), v in _classes(text, lang).items() if p == prop)


def test_what_a_register_holds_is_a_documents() -> None:
    told = _classes(REGISTER, "en")
    assert told["Nurov", "name"] == told["Nurov", "buried"] == "document"
    assert told["Saparov", "birth_date"] == "document"


def test_a_note_says_who_told_what_became_of_the_person() -> None:
    told = _classes(REGISTER, "en")
    assert told["Saparov", "died"] == told["Saparov", "died.place"] == "hearsay"
    assert told["Odilov", "seen_alive"] == told["Odilov", "wounded"] == "direct"


def test_a_list_of_ones_own_stays_its_makers_word() -> None:
    told = _classes(OWN_LIST, "ru")
    assert told["Нуров", "name"] == told["Нуров", "died"] == "press"


def test_an_entry_without_papers_is_whoever_told_its() -> None:
    told = _classes(OWN_LIST, "ru")
    assert told["Сапаров", "died"] == told["Сапаров", "birth_date"] == "hearsay"


def test_what_a_relative_tells_in_a_note_is_hers_and_the_entry_is_not() -> None:
    told = _classes(OWN_LIST, "ru")
    assert told["Одилов", "returned"] == "direct"
    assert told["Одилов", "birth_date"] == "press"


@pytest.mark.parametrize(
    ("lang", "text", "prop"),
    [
        ("ru", "Рустам Алиев, 30, пропал. В справке сказано, что в мае 2023 года его ранили под Бахмутом.", "wounded"),
        ("uk", "Рустам Алієв зник. У довідці зазначено, що при ньому знайшли жетон К-51120.", "document_number"),
        ("ky", "Күбөлүгүндө жазылгандай, Азамат Токтосунов 2019-жылы Орусияга кеткен.", "migrated"),
        ("kk", "Хатта «Қатардағы жауынгер Асан Серіков 2024 жылғы 3 мамырда қаза тапты» деп жазылған.", "died"),
        ("uz-Cyrl", "Тобут устига «Анвар Каримов, 1989» деб ёзилган эди. У 2023 йилда кетган.", "name"),
        ("uz-Latn", "Anvar Karimovga xat keldi. Unda “Anvar Karimov 2023-yil 2-iyunda halok bo‘lgan” deyilgan.", "died"),
        ("tg", "Дар шаҳодатнома омадааст, ки Рустам Алиев соли 2021 ба Русия рафтааст.", "migrated"),
        ("en", "According to the certificate, Rustam Aliev moved to Russia in May 2021.", "migrated"),
    ],
)  # fmt: skip
def test_what_is_read_from_a_paper_is_a_documents(lang: str, text: str, prop: str) -> None:
    assert _class_of(text, lang, prop) == "document"


@pytest.mark.parametrize(
    ("lang", "text", "prop"),
    [
        ("uk", "У вироку зазначено, що Рустам Алієв у 2021 році виїхав до Росії.", "migrated"),
        (
            "ky",
            "Иштин материалдарында көрсөтүлгөндөй, Азамат Токтосунов 2019-жылы Орусияга кеткен.",
            "migrated",
        ),
        ("tg", "Дар ҳукми додгоҳ омадааст, ки Рустам Алиев соли 2021 ба Русия рафтааст.", "migrated"),
        ("uz-Latn", "Hukmga ko‘ra, Rustam Aliyev 2021-yilda Rossiyaga ketgan.", "migrated"),
    ],
)
def test_what_a_courts_papers_say_is_the_courts_word(lang: str, text: str, prop: str) -> None:
    assert _class_of(text, lang, prop) == "official"


def test_the_story_of_a_verdict_goes_on_and_that_of_a_letter_does_not() -> None:
    verdict = "Ҳукмга кўра, Рустам Алиев 2021 йилда Россияга кетган. 2023 йил май ойида у жароҳат олган."
    letter = "Хатда Рустам Алиев шартнома имзолагани айтилган. 2023 йил май ойида у жароҳат олган."
    assert _class_of(verdict, "uz-Cyrl", "wounded") == "official"
    assert _class_of(letter, "uz-Cyrl", "wounded") == "press"


def test_what_a_ministry_publishes_is_no_paper() -> None:
    text = "Сыртқы істер министрлігінің хабарламасында Асан Серіков тұтқынға түскені айтылған."
    assert _class_of(text, "kk", "captured") != "document"


def test_a_death_that_is_quoted_is_no_doubt_of_who_quotes_it() -> None:
    text = "Хат келди. Унда «оддий аскар Анвар Каримов 2 июнда ҳалок бўлган» деб ёзилган."
    doubted = "Анвар Каримов рўйхатда «ҳалок бўлган» деб ёзилган, лекин уни тирик дейишади."
    told, unsure = (
        {
            (c.property, c.polarity.value)
            for c in extract_text(t, lang="uz-Cyrl", published="2024-04-10").claims
        }
        for t in (text, doubted)
    )
    assert ("died", "affirmed") in told
    assert ("died", "affirmed") not in unsure


def test_whoever_is_named_behind_a_comma_is_no_officer_of_the_court() -> None:
    text = "According to the prosecutors, Rustam Aliev moved to Russia in May 2021."
    assert ("Rustam", "migrated") in _classes(text, "en")
    spoken = "A spokesman, Ivan Petrov, said that Rustam Aliev was killed in May 2023."
    assert {who for who, p in _classes(spoken, "en") if p == "died"} == {"Rustam"}


VERDICT_AT_HAND = {
    "uz-Latn": "Sud Rustam Yo‘ldoshevni besh yilga qamadi. Hukm nusxasi bizda bor.\n\n"
    "Unda aytilishicha, Yo‘ldoshev 2020-yilda Rossiyaga ketgan. 2023-yilda u Soledarda jang qilgan.",
    "ky": "Сот Рустам Жолдошовду беш жылга кести. Өкүмдүн көчүрмөсү редакцияда бар.\n\n"
    "Анда жазылгандай, Жолдошов 2020-жылы Россияга кеткен. 2023-жылы ал Соледарда согушкан.",
    "kk": "Сот Рустам Жолдошевті бес жылға соттады. Үкімнің көшірмесі редакцияда бар.\n\n"
    "Онда айтылғандай, Жолдошев 2020 жылы Ресейге кеткен. 2023 жылы ол Соледарда соғысқан.",
    "tg": "Суд Рустам Йӯлдошевро ба панҷ сол зиндонӣ кард. Нусхаи ҳукм дар дасти мост.\n\n"
    "Дар он омадааст, ки Йӯлдошев соли 2020 ба Русия рафтааст. Соли 2023 ӯ дар Соледар ҷангид.",
    "ru": "Суд приговорил Рустама Юлдашева к пяти годам. Копия приговора есть в редакции.\n\n"
    "Согласно документу, Юлдашев в 2020 году уехал в Россию. В 2023 году он воевал под Соледаром.",
    "en": "A court sentenced Rustam Yuldashev to five years. The newsroom has a copy of the verdict.\n\n"
    "It says that Yuldashev went to Russia in 2020. In 2023 he signed a contract and fought near Soledar.",
}


@pytest.mark.parametrize(("lang", "text"), list(VERDICT_AT_HAND.items()))
def test_behind_a_verdict_at_hand_the_court_goes_on(lang: str, text: str) -> None:
    assert _class_of(text, lang, "migrated") == "official"
    assert _class_of(text, lang, "deployed.place") == "official"


def test_a_verdict_without_words_of_it_does_not_speak() -> None:
    told = "Рустам Юлдашев вернулся в мае. Приговор оглашён. В 2020 году Юлдашев уехал в Россию."
    assert _class_of(told, "ru", "migrated") == "press"
