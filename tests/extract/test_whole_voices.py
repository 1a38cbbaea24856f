"""Words that must not turn a report into somebody's own text, and words for what others only say."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

WANTED = {
    "ru": (
        "Городской суд приговорил 37-летнего Ерлана Тажибаева к шести годам.\n\nЖена и трое детей "
        "осуждённого живут в Ташкенте. Ещё один фигурант, 29-летний Бахром Содиков, объявлен в "
        "розыск."
    ),
    "en": (
        "A city court sentenced Erlan Tajibaev, 37, to six years.\n\nHis wife and three children "
        "live in Tashkent. Another suspect, Bahrom Sodiqov, 29, has been put on the wanted list."
    ),
    "uk": (
        "Міський суд засудив 37-річного Єрлана Тажибаєва до шести років.\n\nДружина і троє дітей "
        "засудженого живуть у Ташкенті. Ще одного фігуранта, 29-річного Бахрома Содікова, оголошено "
        "в розшук."
    ),
    "uz-Latn": (
        "Shahar sudi 37 yoshli Erlan Tojiboyevni olti yilga qamadi.\n\nMahkumning xotini va uch "
        "bolasi Toshkentda yashaydi. Yana bir gumonlanuvchi, 29 yoshli Bahrom Sodiqovga qidiruv "
        "e’lon qilingan."
    ),
    "uz-Cyrl": (
        "Шаҳар суди 37 ёшли Эрлан Тожибоевни олти йилга қамади.\n\nМаҳкумнинг хотини ва уч боласи "
        "Тошкентда яшайди. Яна бир гумонланувчи, 29 ёшли Баҳром Содиқовга қидирув эълон қилинган."
    ),
    "tg": (
        "Суди шаҳр Эрлан Тоҷибоеви 37-соларо ба шаш соли зиндон маҳкум кард.\n\nЗан ва се фарзанди "
        "маҳкум дар Хуҷанд зиндагӣ мекунанд. Боз як гумонбар, Баҳром Содиқови 29-сола, дар ҷустуҷӯ "
        "эълон шудааст."
    ),
    "ky": (
        "Шаардык сот 37 жаштагы Эрлан Тажибаевди алты жылга кести.\n\nСоттолгондун аялы жана үч "
        "баласы Ошто жашайт. Дагы бир шектүү, 29 жаштагы Бахром Содиковго издөө жарыяланган."
    ),
    "kk": (
        "Қалалық сот 37 жастағы Ерлан Тәжібаевты алты жылға соттады.\n\nСотталғанның әйелі мен үш "
        "баласы Шымкентте тұрады. Тағы бір күдікті, 29 жастағы Бахром Содықовқа іздеу жарияланды."
    ),
}
RUMOUR = {
    "ru": (
        "Канал «Шимолий» опубликовал список погибших. В нём значился и Алишер Сапаев, 27 лет, из "
        "Хивы: якобы погиб 21 мая под Курском. Сам Сапаев жив."
    ),
    "en": (
        "The channel “Shimoli” published a list of the dead. In it was also Alisher Sapaev, 27, "
        "from Khiva, who allegedly died on 21 May near Kursk. Sapaev himself is alive."
    ),
    "uk": (
        "Канал «Шимолі» опублікував список загиблих. У ньому був і Алішер Сапаєв, 27 років, із "
        "Хіви: нібито загинув 21 травня під Курськом. Сам Сапаєв живий."
    ),
    "uz-Latn": (
        "«Shimol» kanali halok bo‘lganlar ro‘yxatini e’lon qildi. Unda xivalik Alisher Sapayev, 27 "
        "yosh, ham bor edi: go‘yo 21-may kuni Kursk yaqinida halok bo‘lgan. Sapayevning o‘zi tirik."
    ),
    "uz-Cyrl": (
        "«Шимол» канали ҳалок бўлганлар рўйхатини эълон қилди. Унда хивалик Алишер Сапаев, 27 ёш, "
        "ҳам бор эди: гўё 21 май куни Курск яқинида ҳалок бўлган. Сапаевнинг ўзи тирик."
    ),
    "tg": (
        "Дар гурӯҳи Телеграм рӯйхати кушташудагон паҳн шуд. Дар он номи Алишер Сапоев, 27-сола, аз "
        "Данғара низ буд: гӯё ӯ 21-уми май дар наздикии Курск ҳалок шудааст. Худи Сапоев зинда аст."
    ),
    "ky": (
        "«Түндүк» каналы каза болгондордун тизмесин жарыялады. Анда Алишер Сапаев, 27 жашта, "
        "Баткенден деген да бар эле: имиш, 21-майда Курскиге жакын каза болуптур. Сапаевдин өзү "
        "тирүү."
    ),
    "kk": (
        "«Солтүстік» арнасы қаза тапқандардың тізімін жариялады. Онда Әлішер Сапаев, 27 жаста, "
        "Ақтаудан дегені де бар еді: 21 мамырда Курск маңында қаза тапқан-мыс. Сапаевтың өзі тірі."
    ),
}

CHANNEL = {
    "ru": (
        "Канал «Шимолий» опубликовал список погибших. В нём указано, что Алишер Сапаев, 27 лет, "
        "погиб 21 мая под Курском."
    ),
    "en": (
        "The Telegram channel “Shimoli” published a list of the dead. In it, it says that Alisher "
        "Sapaev, 27, died on 21 May near Kursk."
    ),
    "uk": (
        "Телеграм-канал «Шимолі» опублікував список загиблих. У ньому вказано, що Алішер Сапаєв, 27 "
        "років, загинув 21 травня під Курськом."
    ),
    "uz-Latn": (
        "«Shimol» Telegram-kanali halok bo‘lganlar ro‘yxatini e’lon qildi. Unda Alisher Sapayev, 27 "
        "yosh, 21-may kuni Kursk yaqinida halok bo‘lgan deb ko‘rsatilgan."
    ),
    "uz-Cyrl": (
        "«Шимол» Telegram-канали ҳалок бўлганлар рўйхатини эълон қилди. Унда Алишер Сапаев, 27 ёш, "
        "21 май куни Курск яқинида ҳалок бўлган деб кўрсатилган."
    ),
    "tg": (
        "Дар канали телеграмии «Шимол» рӯйхати кушташудагон нашр шуд. Дар он навишта шудааст, ки "
        "Алишер Сапоев, 27-сола, 21-уми май дар наздикии Курск ҳалок шудааст."
    ),
    "ky": (
        "«Түндүк» телеграм-каналы каза болгондордун тизмесин жарыялады. Анда Алишер Сапаев, 27 "
        "жашта, 21-майда Курскиге жакын каза болгон деп жазылган."
    ),
    "kk": (
        "«Солтүстік» телеграм-арнасы қаза тапқандардың тізімін жариялады. Онда Әлішер Сапаев, 27 "
        "жаста, 21 мамырда Курск маңында қаза тапқан деп жазылған."
    ),
}
OFFICE = {
    "ru": (
        "Мать ищет сына Улана Асанова. Она пишет: «Он пропал в мае». В МИД ответили: «информация уточняется»."
    ),
    "uz-Latn": (
        "Onasi Ulan Asanovni qidirmoqda. Tashqi ishlar vazirligi «bu haqda ma’lumot yo‘q» deb javob berdi."
    ),
    "uz-Cyrl": (
        "Онаси Улан Асановни қидирмоқда. Ташқи ишлар вазирлиги «бу ҳақда маълумот йўқ» деб жавоб берди."
    ),
    "tg": ("Модараш Улан Асановро мекобад. Вазорати корҳои хориҷӣ ҷавоб дод: «дар ин бора маълумот нест»."),
    "ky": (
        "Апасы Улан Асановду издеп жүрөт. Тышкы иштер министрлиги «бул тууралуу маалымат жок» деп жооп берди."
    ),
    "kk": (
        "Анасы Ұлан Асановты іздеп жүр. Сыртқы істер министрлігі «бұл туралы мәлімет жоқ» деп жауап берді."
    ),
}


def _classes(lang: str, text: str, *wanted: str) -> set[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    return {c.evidence.value for c in claims if c.property in wanted}


@pytest.mark.parametrize("lang", WANTED)
def test_a_wanted_list_is_no_appeal_of_a_relative(lang: str) -> None:
    assert _classes(lang, WANTED[lang], "name", "age", "kin.wife") == {"press"}
    assert _classes(lang, WANTED[lang], "sentenced") == {"official"}


@pytest.mark.parametrize("lang", RUMOUR)
def test_what_allegedly_befell_him_is_hearsay(lang: str) -> None:
    assert _classes(lang, RUMOUR[lang], "died", "died.date") == {"hearsay"}


def test_the_outlet_names_the_official_who_speaks() -> None:
    text = (
        "Акаш Искандар мегӯяд: «Додарам Меҳробро моҳи май полис дошт». Раиси маҳалла Абдусалом Ғаниев гуфт, "
        "ки ба оила кӯмак расонданд."
    )
    claims = extract_text(text, lang="tg", published="2025-03-01").claims
    names = {c.evidence.value for c in claims if c.property == "name" and text[c.start :].startswith("Абд")}
    assert names == {"press"}


@pytest.mark.parametrize("lang", CHANNEL)
def test_what_is_written_in_a_channels_list_is_hearsay(lang: str) -> None:
    assert _classes(lang, CHANNEL[lang], "died", "died.date") == {"hearsay"}


@pytest.mark.parametrize("lang", OFFICE)
def test_an_office_that_says_it_knows_nothing_speaks(lang: str) -> None:
    assert _classes(lang, OFFICE[lang], "official_no_info") == {"official"}


def test_a_wife_whose_word_ends_like_an_object_speaks_before_a_colon() -> None:
    text = (
        "Dilshod G‘aniyev, 38 yoshda, duradgor. Xotini bunga ishonmaydi: «Erim Qozonda ishlardi, mayda "
        "shartnoma imzolagan»."
    )
    assert _classes("uz-Latn", text, "contract_signed") == {"direct"}
