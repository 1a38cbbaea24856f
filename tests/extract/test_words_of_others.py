"""Whose words they are: between dashes, of channels and groups, of him who told his wife. Everybody is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

CALLED_FIRST = {
    "kk": "Жанболат Сейітов 34 жаста. «Ағам таңертең хабарласты. Майданға барған жоқпын, — дейді Жанболат. — "
    "2023 жылы Самараға құрылысқа кеттім. Былтыр елге қайттым».",
    "ky": "Урмат Касымов үйүнө келди. «Апам ыйлап чалды. Мен согушка барган жокмун, — дейт Урмат. — "
    "2023-жылы Казанга иштегени кеткем. Былтыр үйгө кайттым».",
    "uz-Latn": "Sherzod Olimov uyiga qaytdi. “Onam yig'lab qo'ng'iroq qildi. Men urushga bormaganman, — deydi "
    "Sherzod. — 2023-yilda Qozonga ishlagani ketganman”.",
    "tg": "Фирӯз Назаров ба хона омад. «Модарам гиря карда занг зад. Ман ба ҷанг нарафтаам, — мегӯяд Фирӯз. — "
    "Соли 2023 ба Қазон барои кор рафтам».",
}
CHANNELS_LIST = {
    "kk": "«Құба жон» телеграм-арнасы 12 ақпанда Украинадағы соғыста қаза тапқан қазақстандықтардың тізімін жариялады. "
    "Жетінші жолда «Асанов Ермек, 1990 жылы туған, Ақтау» деп жазылған.",
    "ky": "«Боз дала» телеграм-каналы 12-февралда Украинадагы согушта каза тапкан кыргызстандыктардын тизмесин "
    "жарыялады. Тизменин жетинчи сабында «Асанов Эрмек, 1990-жылы туулган, Ош» деп жазылган.",
    "uz-Latn": "“Qizil qum” telegram-kanali 12 fevral kuni Ukrainadagi urushda halok bo'lgan o'zbekistonliklar "
    "ro'yxatini e'lon qildi. Ro'yxatning yettinchi qatorida “Asanov Ermek, 1990-yilda tug'ilgan” deb yozilgan.",
}
WENT_ROUND = {
    "kk": "Уотсап топтарында Нұрбек Тоқтаров Украинадағы соғыста қаза тапты деген хабарлама тарады. "
    "Онда 27 жастағы жігіт 6 тамызда Херсон бағытында мерт болғаны жазылған.",
    "ky": "Ватсап топтордо Нурбек Токтоев Украинадагы согушта курман болду деген билдирүү тарады. "
    "Анда 27 жаштагы жигит 6-августта Херсон багытында набыт болгону жазылган.",
    "uz-Latn": "Telegram guruhlarda Nurbek To'xtayev Ukrainadagi urushda halok bo'ldi degan xabar tarqaldi. "
    "Unda 27 yoshli yigit 6 avgust kuni Xerson yo'nalishida halok bo'lgani yozilgan.",
}
HE_TOLD_HER = {
    "kk": "Самат Ермеков Самарада жүргізуші болған. Әйелі Ольга: «Өзі маған Қорғаныс министрлігімен келісімшарт "
    "жасадым деп айтқан. Мен сенбедім», – дейді.",
    "ky": "Талант Исаков Самарада айдоочу болгон. Анын аялы Жаркын: «Өзү мага келишимге кол койдум деп айткан. Мен "
    "ишенген жокмун», — дейт.",
    "uz-Latn": "Botir Ergashev Samarada haydovchi bo'lgan. Uning xotini Dilnoza: “O'zi menga shartnomaga imzo chekdim "
    "deb aytgan. Men ishonmaganman”, — deydi.",
}
HELD_BY_AN_OFFICE = {
    "kk": "Ұлттық қауіпсіздік департаменті Санжар Ермеков 2023 жылғы көктемде Ресей қорғаныс министрлігімен келісімшарт "
    "жасасқан деп санайды.",
    "ky": "Тергөө Бакыт Осмонов 2023-жылы Орусиянын Коргоо министрлиги менен келишим түзгөн деп эсептейт.",
    "uz-Latn": "DXX Jasur Toshev 2023-yilda Rossiya mudofaa vazirligi bilan shartnoma imzolagan deb hisoblaydi.",
    "tg": "Прокуратура тахмин мекунад, ки Далер Саидов соли 2023 бо Вазорати мудофиаи Русия шартнома бастааст.",
}


def _classes(text: str, lang: str, *properties: str) -> set[str]:
    read = extract_text(text, lang=lang, published="2025-06-01")
    return {c.evidence.value for c in read.claims if c.property in properties}


@pytest.mark.parametrize("lang", CALLED_FIRST)
def test_whoever_is_quoted_around_dashes_tells_it_himself(lang: str) -> None:
    assert _classes(CALLED_FIRST[lang], lang, "deployed", "migrated", "migrated.date") == {"direct"}


@pytest.mark.parametrize("lang", CHANNELS_LIST)
def test_what_a_channel_publishes_and_the_lines_of_its_list_are_its_word(lang: str) -> None:
    assert _classes(CHANNELS_LIST[lang], lang, "died", "birth_date") == {"hearsay"}


@pytest.mark.parametrize("lang", WENT_ROUND)
def test_a_message_that_goes_round_is_no_paper(lang: str) -> None:
    assert _classes(WENT_ROUND[lang], lang, "died", "died.date", "died.place") == {"hearsay"}


@pytest.mark.parametrize("lang", HE_TOLD_HER)
def test_what_he_himself_told_his_wife_she_only_heard(lang: str) -> None:
    assert _classes(HE_TOLD_HER[lang], lang, "contract_signed") == {"hearsay"}


@pytest.mark.parametrize("lang", HELD_BY_AN_OFFICE)
def test_what_an_office_holds_is_its_word_and_not_of_the_one_signed_with(lang: str) -> None:
    read = extract_text(HELD_BY_AN_OFFICE[lang], lang=lang, published="2025-06-01")
    told = {c.property: c for c in read.claims}
    assert told["contract_signed"].evidence.value == told["recruiter"].evidence.value == "official"


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("kk", "Көршілері оны полиция алып кетті деседі. Әйелі Ольга бұл сөзді жоққа шығарды."),
        ("ky", "Кошуналары аны полиция кармап кетти дешет. Аялы бул кабарды жокко чыгарды."),
        ("tg", "Ҳамсояҳо мегӯянд, ки ӯро полис бурд. Модараш ин овозаро рад кард."),
    ],
)
def test_who_refutes_a_word_refutes_no_death_where_none_was_told(lang: str, word: str) -> None:
    read = extract_text(f"Самат Ермеков. {word}", lang=lang, published="2025-06-01")
    assert not [c for c in read.claims if c.property == "died"]


COMRADE_WRITES = {
    "ky": "Нурлан Бекиев фронтто дайынсыз жоголгон. Майдын аягында Нурлан менен чогуу кызмат кылган Артур аттуу жигит "
    "агасына телеграмдан жазып, анын 4-мартта дрондон каза тапканын кабарлаган.",
    "kk": "Нұрлан Бекиев майданда хабарсыз кетті. Ағасы Шыңғыс оны іздейді. Онымен бірге болған өзбек жігіт Шыңғысқа "
    "дауыстық хат жіберіп, інісінің аяғынан жараланғанын, бірақ тірі екенін айтқан.",
    "uz-Latn": "Jasur Toshev frontda bedarak yo'qolgan. Aprel boshida Jasur bilan birga xizmat qilgan Artur ismli "
    "yigit opasiga telegramdan yozib, uning 4 mart kuni dron zarbasidan halok bo'lganini xabar qilgan.",
}


@pytest.mark.parametrize("lang", COMRADE_WRITES)
def test_who_served_with_him_brings_word_and_is_nobody_told_of(lang: str) -> None:
    read = extract_text(COMRADE_WRITES[lang], lang=lang, published="2025-06-01")
    told = [c for c in read.claims if c.property in {"died", "died.date", "wounded", "seen_alive"}]
    assert {c.subject for c in told} == {c.subject for c in read.claims if c.property == "missing"}
    assert {c.evidence.value for c in told} == {"hearsay"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ky", "Эламан Сатов фронтто дайынсыз жоголгон. Агасы Чыңгыз Сатов аны издейт."),
        ("kk", "Нұрлан Бекиев майданда хабарсыз кетті. Ағасы Шыңғыс Бекиев оны іздейді."),
        ("uz-Latn", "Jasur Toshev frontda bedarak yo'qolgan. Akasi Botir Toshev uni qidirmoqda."),
    ],
)
def test_a_brother_who_looks_for_him_is_not_looked_for(lang: str, text: str) -> None:
    read = extract_text(text, lang=lang, published="2025-06-01")
    (missing,) = {c.subject for c in read.claims if c.property == "missing"}
    assert [c.subject for c in read.claims if c.property == "kin.brother"] == [missing]


WAITS = {
    "ky": "Каракол шаарынын тургуну Гүлзат Садыкова эки айдан бери инисинен кабар ала албай жүрөт. 24 жаштагы Нурсултан "
    "Садыков 2022-жылы Екатеринбургга барып, кампада иштеген.",
    "kk": "Айнұр Сейітова сегіз айдан бері күйеуінен хабар күтіп жүр. 31 жастағы Ермек 2020 жылы Мәскеуге барған.",
    "uz-Latn": "Buxorolik Dilnoza Karimova to'qqiz oydan beri eridan xabar kutmoqda. 31 yoshli Sherzod 2020-yilda Moskvaga "
    "ishlagani ketgan.",
    "tg": "Гулнора Саидова се моҳ боз аз бародараш хабар надорад. Далери 24-сола соли 2022 ба Маскав барои кор рафт.",
    "ru": "Зухра Каримова полгода ждёт вестей от брата. 24-летний Далер Каримов уехал в Москву в 2022 году.",
}


@pytest.mark.parametrize("lang", WAITS)
def test_whom_she_waits_for_is_named_in_the_next_sentence(lang: str) -> None:
    read = extract_text(WAITS[lang], lang=lang, published="2025-06-01")
    (gone,) = {c.subject for c in read.claims if c.property == "migrated"}
    (kin,) = [c for c in read.claims if c.property.startswith("kin.")]
    assert kin.subject == gone
    assert kin.property in {"kin.sister", "kin.wife"}


def test_two_who_are_told_of_beside_her_stay_two() -> None:
    text = (
        "Айнура Садыкова күйөөсүнөн кабар күтүп жүрөт. Анын иниси 31 жаштагы Эрмек Садыков 2020-жылы Москвага барган. "
        "31 жаштагы Талант 2021-жылы Казанга барган."
    )
    read = extract_text(text, lang="ky", published="2025-06-01")
    labels = {s.id: s.label for s in read.subjects}
    assert not [c for c in read.claims if c.property == "kin.wife" and labels[c.subject] == "Талант"]


DEFENDANT = (
    "Талас шаардык соту 33 жаштагы Мирлан Садыбаевди күнөөлүү деп тапты. Сотто Садыбаев менен бир взводдо болгон дагы эки "
    "кишинин тагдыры козголду. Анын көрсөтмөсүнө караганда, бири, 24 жаштагы Нурсултан Ниязов, апрелде көз алдында "
    "дрондон мерт болгон. Тышкы иштер министрлигине 3-мартта кат жөнөткөнбүз."
)


def test_by_his_testimony_and_the_newsroom_that_wrote() -> None:
    told = {
        c.property: c.evidence.value
        for c in extract_text(DEFENDANT, lang="ky", published="2025-06-01").claims
    }
    assert told["died"] == "direct"
    assert told["info_requested"] == "press"


CONVICTS = {
    "ru": "Азиз Мирзоев, 28 лет, из Пенджикента. Другие осуждённые сказали адвокату, что Мирзоева похоронили под Луганском.",
    "kk": "Азиз Мирзоев 28 жаста, Пенджикенттен. Басқа сотталғандар адвокатқа Мирзоевтің Луганск маңында жерленгенін айтқан.",
    "tg": "Азиз Мирзоев 28-сола, аз Панҷакент. Маҳбусони дигар ба вакил гуфтаанд, ки Мирзоевро дар Луганск дафн кардаанд.",
}


@pytest.mark.parametrize("lang", CONVICTS)
def test_what_convicts_told_a_lawyer_is_hearsay(lang: str) -> None:
    found = extract_text(CONVICTS[lang], lang=lang, published="2025-03-20")
    assert {c.evidence.value for c in found.claims if c.property == "buried"} == {"hearsay"}
