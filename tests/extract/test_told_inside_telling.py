"""What a teller was told, by whom and how: talk inside talk, a letter in print, a man asked. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _classes(text: str, lang: str, prop: str) -> set[str]:
    claims = extract_text(text + "\n", lang=lang, published="2025-03-01").claims
    return {c.evidence.value for c in claims if c.property == prop}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "tg",
            "Ба гуфтаи падар, писараш Беҳрӯз моҳи июл занг зада, гуфтааст, ки ба қарордод имзо кардааст.",
        ),
        ("tg", "Ба гуфтаи модараш Зулфия, Беҳрӯз ба ӯ гуфтааст, ки ба қарордод имзо кардааст."),
        (
            "tg",
            (
                "Модараш Зулфия нақл мекунад: «Писарам Баҳодур Раҷабов дар Казон кор мекард. Моҳи апрел занг зад "
                "ва гуфт, ки ба қарордод имзо кардааст»."
            ),
        ),
        (
            "uz",
            "Onasining aytishicha, o‘g‘li Bahodir Karimov martda telefon qilib, shartnoma tuzganini aytgan.",
        ),
        (
            "uz",
            (
                "Bahodir Karimov 2023-yilda Moskvaga ketgan. “Akamni yotoqxonadan olib ketishdi. Aprelda "
                "qo‘ng‘iroq qilib, shartnoma tuzdim, Belgoroddaman dedi”, — deydi ukasi Sardor Karimov."
            ),
        ),
        (
            "uz",
            (
                "Баҳодир Каримов 2023 йилда Москвага кетган. «Апрелда қўнғироқ қилиб, шартнома туздим деди», — "
                "дейди укаси Сардор Каримов."
            ),
        ),
        (
            "ky",
            (
                "Бакыт Асанов 2023-жылы Москвага кеткен. «Апрелде чалып, келишимге кол койдум деди», — дейт "
                "иниси Талант Асанов."
            ),
        ),
    ],
)
def test_what_he_told_a_relative_she_only_heard(lang: str, text: str) -> None:
    assert _classes(text, lang, "contract_signed") == {"hearsay"}


LETTER = (
    "Ба мо номаи Мавҷуда Қодирова, сокини шаҳри Исфара, расид. Онро бо каме ихтисор нашр мекунем.\n\n"
    "«Шавҳарам Қодиров Илҳом Тоирович аз соли 2019 дар шаҳри Тюмен зиндагӣ мекунад.\n\n"
    "Моҳи марти имсол ӯро аз хобгоҳ бурданд. Пас аз ду рӯз бо WhatsApp овоз фиристод: “Маро фиреб доданд, ман "
    "ҳам имзо кардам”. Рӯзи 30-юми июл аз қисми ҳарбӣ қоғаз омад. Дар он навиштаанд, ки Қодиров И. Т. аз 12-уми "
    "май бедарак шудааст. Вазорати корҳои хориҷии Тоҷикистон гуфт, ки чунин маълумот надорад. Дигар илоҷ "
    "намеёбам»."
)


@pytest.mark.parametrize(
    ("prop", "evidence"),
    [
        ("detained", "direct"),
        ("contract_signed", "hearsay"),
        ("missing", "document"),
        ("official_no_info", "official"),
    ],
)
def test_a_letter_printed_in_quotation_marks_is_its_writers(prop: str, evidence: str) -> None:
    assert _classes(LETTER, "tg", prop) == {evidence}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz", "— Guruhingizda necha kishi edi?\n— Men Umid bilan birga edim. Iyulda Umid yonimda o‘ldi."),
        ("en", "Q: Who was with you?\nA: I was with Umid, a boy from Andijan. In July Umid died beside me."),
        (
            "ru",
            "— Кто был с вами?\n— Со мной был Умид из Андижана. В июле Умид погиб рядом со мной.",
        ),
    ],
)
def test_who_stood_beside_him_saw_him_die(lang: str, text: str) -> None:
    assert _classes(text, lang, "died") == {"direct"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uz",
            (
                "38 yoshli Bahodir Sattorov oshpaz edi. Bahodir 28-dekabrda yaralangan. Xotini buni erining do‘sti "
                "orqali bilgan."
            ),
        ),
        (
            "tg",
            (
                "29-солаи Баҳодур Раҷабов аз Кӯлоб аст. Баҳодур 28-уми декабр захмӣ шуд. Модараш инро аз дӯсти ӯ "
                "шунидааст."
            ),
        ),
        (
            "ru",
            (
                "29-летний Баходур Раджабов родом из Куляба. 28 декабря его ранили под Сватово. Об этом мать узнала "
                "от его сослуживца."
            ),
        ),
        (
            "uk",
            (
                "29-річний Баходур Раджабов родом із Куляба. 28 грудня його поранили під Сватовим. Про це мати "
                "дізналася від його товариша."
            ),
        ),
        (
            "en",
            (
                "Bahodur Rajabov, 29, is from Kulob. On December 28 he was wounded near Svatove. His mother learned "
                "this from a comrade."
            ),
        ),
        (
            "ky",
            "29 жаштагы Бакыт Асанов Оштон. 28-декабрда ал жарадар болгон. Апасы муну досунан уккан.",
        ),
        (
            "kk",
            "29 жастағы Ерлан Асанов Ақтөбеден. 28 желтоқсанда ол жараланған. Анасы мұны досынан естіген.",
        ),
    ],
)
def test_what_a_relative_learnt_from_a_friend_is_hearsay(lang: str, text: str) -> None:
    assert _classes(text, lang, "wounded") == {"hearsay"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uz",
            "29 yoshli Bahodir Karimov Kosonsoydan. Dekabrda onasiga 4-dekabrdan beri bedarak yo‘qolgan degan xat keldi.",
        ),
        (
            "kk",
            "29 жастағы Ерлан Асанов Ақтөбеден. Желтоқсанда анасына 4 желтоқсаннан бері хабарсыз кетті деген хат келді.",
        ),
        (
            "tg",
            (
                "29-солаи Баҳодур Раҷабов аз Кӯлоб аст. «Аз Вазорати дифоъ бошад, қоғазе омад, ки писарам бедарак "
                "аст», — мегӯяд модараш."
            ),
        ),
    ],
)
def test_what_a_letter_that_came_says_is_the_letters(lang: str, text: str) -> None:
    assert _classes(text, lang, "missing") == {"document"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uz",
            (
                "Xurshid Nazarov asirda. “Yonimda Bahrom degan namanganlik yigit bor edi, birinchi hujumda o‘ldi”, — "
                "deydi Nazarov."
            ),
        ),
        (
            "ky",
            (
                "Бакыт Асанов туткунда. «Жанымда Нурлан деген ноокаттык жигит бар эле, биринчи чабуулда өлдү», — "
                "дейт Асанов."
            ),
        ),
        (
            "tg",
            (
                "29-солаи Баҳодур Раҷабов асир аст. «Дар паҳлӯям Нозим ном ҷавони кӯлобӣ буд, дар ҳуҷуми якум мурд», "
                "— мегӯяд Раҷабов."
            ),
        ),
        (
            "ky",
            "Менин атым Бакыт Асанов, 29 жаштамын. Туткундамын. Жанымда Нурлан деген жигит бар эле, өлдү.",
        ),
    ],
)
def test_a_comrade_called_by_name_died_and_not_the_teller(lang: str, text: str) -> None:
    claims = extract_text(text + "\n", lang=lang, published="2025-03-01").claims
    dead = {c.subject for c in claims if c.property == "died"}
    names = {c.subject: str(c.value) for c in claims if c.property == "name"}
    assert len(dead) == 1
    assert names[dead.pop()] in {"Bahrom", "Нурлан", "Нозим"}


def test_a_man_who_names_himself_in_a_video_tells_of_himself() -> None:
    text = (
        "Дар навор марде худро Ҷамшед Ёров, сокини ноҳияи Рӯдакӣ муаррифӣ мекунад. Ӯ мегӯяд, ки 26 сол дорад ва "
        "дар Маскав дар сохтмон кор мекард."
    )
    assert _classes(text, "tg", "age") == {"direct"}


def test_the_day_of_a_visit_is_no_day_of_a_death() -> None:
    text = "Sanjarbek Karimov Kasbidan. “Noyabrda bir rus kelib, akang o‘ldi dedi”, — deydi singlisi Dilfuza."
    assert _classes(text, "uz", "died") == {"hearsay"}
    assert not _classes(text, "uz", "died.date")


OWN_LETTERS = {
    "uk": (
        "«Мене звати Нілуфар Хасанова. Мій чоловік Хасанов Даврон у 2023 році поїхав до Росії. Він подзвонив і "
        "сказав, що підписав контракт. З листопада зник безвісти»."
    ),
    "en": (
        "“My name is Nilufar Hasanova. My husband, Davron Hasanov, left for Russia in 2023. He called and said he "
        "had signed a contract. He has been missing since November.”"
    ),
    "tg": (
        "«Ман Нилуфар Ҳасанова ҳастам. Шавҳарам Ҳасанов Даврон соли 2023 ба Русия рафт. Занг зада гуфт, ки "
        "қарордод имзо кардааст. Аз ноябр бедарак аст»."
    ),
    "ky": (
        "«Менин атым Нилуфар. Күйөөм Асанов Даврон 2023-жылы Россияга кеткен. Чалып, келишимге кол койдум деди. "
        "Ноябрда жоголду»."
    ),
    "kk": (
        "«Менің атым Нилуфар. Күйеуім Асанов Даурен 2023 жылы Ресейге кеткен. Қоңырау шалып, келісімшартқа қол "
        "қойдым деді. Қарашада хабарсыз кетті»."
    ),
    "uz": (
        "«Мен Нилуфар Ҳасанова. Эрим Ҳасанов Даврон 2023 йилда Россияга кетган. Қўнғироқ қилиб, шартнома туздим "
        "деди. Ноябрда бедарак йўқолди»."
    ),
}


@pytest.mark.parametrize("lang", OWN_LETTERS)
def test_whoever_says_my_husband_is_not_the_husband(lang: str) -> None:
    assert _classes(OWN_LETTERS[lang], lang, "migrated") == {"direct"}
    assert _classes(OWN_LETTERS[lang], lang, "contract_signed") == {"hearsay"}


def test_who_told_it_in_her_letter_is_whose_word_it_is() -> None:
    text = (
        "«Мен Нилуфар Ҳасанова. Эрим Ҳасанов Даврон 2023 йилда Россияга кетган. 15 сентябрь куни заводга ОМОН "
        "келиб, уни олиб кетган. Буни эрим билан бирга ишлаган Собир айтди»."
    )
    assert _classes(text, "uz", "detained") == {"hearsay"}


CORRECTED = {
    "tg": "ТАСҲЕҲ: 10-уми феврал ҳалокшуда навишта будем. Бародараш занг зад: Илҳом дар госпитал аст.",
    "uz": "ТУЗАТИШ: 10 февралда ҳалок бўлган деб ёзган эдик. Акаси телефон қилди: Илҳом госпиталда.",
    "ru": "ИСПРАВЛЕНИЕ: 10 февраля писали о нём как о погибшем. Позвонил брат: Илхом в госпитале.",
    "uk": "ВИПРАВЛЕННЯ: 10 лютого писали про нього як про загиблого. Подзвонив брат: Ілхом у госпіталі.",
    "en": "CORRECTION: on February 10 we listed him as killed. His brother called: Ilhom is in hospital.",
    "kk": "ТҮЗЕТУ: 10 ақпанда қаза тапты деп жазған едік. Ағасы қоңырау шалды: Илхом госпитальде.",
}


@pytest.mark.parametrize("lang", CORRECTED)
def test_nobody_is_dead_in_a_note_of_correction(lang: str) -> None:
    name = "Boboev Ilhom" if lang == "en" else "Бобоев Илхом"
    text = f"1. {name}, 1994. {CORRECTED[lang]}\n"
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    assert "affirmed" not in {c.polarity.value for c in claims if c.property == "died"}


def test_two_words_for_one_capture_are_one() -> None:
    text = (
        "Улуғбек Тоиров Киевда. Украина прокуратурасига кўра, у 2024 йил мартда асирга олинган, декабрда эса яна "
        "Торецкда қўлга тушган."
    )
    assert not _classes(text, "uz", "detained")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz", "Kosonlik Shuhrat Bozorov Rostovda edi. Qishloqda u o‘lgan degan gap-so‘zlar ham bor."),
        ("uz", "Косонлик Шуҳрат Бозоров Ростовда эди. Қишлоқда у ўлган, деган гап ҳам юрибди."),
        ("tg", "29-солаи Баҳодур Раҷабов аз Кӯлоб аст. Дар деҳа чунин овозаҳо ҳам ҳастанд, ки ӯ мурдааст."),
        ("ky", "Ноокаттык Шухрат Бозоров Ростовдо эле. Айылда ал өлүптүр деген кеп да бар."),
        ("kk", "Шымкенттік Шухрат Бозоров Ростовта еді. Ауылда ол қаза тапты деген сөз де бар."),
    ],
)
def test_what_is_only_said_too_is_rumour(lang: str, text: str) -> None:
    assert _classes(text, lang, "died") == {"hearsay"}
