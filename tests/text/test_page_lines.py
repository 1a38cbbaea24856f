"""Lines that several words together tell from an article, in eight languages; every line was written for this test."""

import pytest

from tizme.text.boilerplate import boilerplate_lines

BEFORE = {
    "ru": "Эркина Асанова похоронили в родном селе 3 марта.",
    "en": "Erkin Asanov was buried in his home village on 3 March.",
    "ky": "Эркин Асановду үчүнчү мартта айылында көмүштү.",
    "kk": "Еркін Асановты үшінші наурызда ауылында жерледі.",
    "uz-Latn": "Erkin Asanov uchinchi mart kuni qishlog‘ida dafn etildi.",
    "uz-Cyrl": "Эркин Асанов учинчи март куни қишлоғида дафн этилди.",
    "tg": "Эркин Асановро сеюми март дар деҳааш ба хок супурданд.",
    "uk": "Еркіна Асанова поховали в рідному селі 3 березня.",
}

TEASERS = [
    ("ru", "Ещё в рубрике: Борец Темир Жээнбеков взял бронзу в Баку"),
    ("ru", "Тем временем: В Оше задержан мэр"),
    ("en", "More from this series: Bakyt Omurov is back from captivity"),
    ("en", "Most viewed: Tajik singer Manija Aliyeva dies at 51"),
    ("uk", "Інші матеріали автора: Хто платить за труни"),
    ("uk", "Читайте далі: Нурлан Осмонов повернувся з полону"),
    ("ky", "Мурдараак: Алматы соту үч жалданмага өкүм чыгарды"),
    ("ky", "Эң окумалуу: Ырчы Руслан Жаныбеков каза болду"),
    ("kk", "Айдардағы басқа мақалалар: Балуан Темір Жәнібеков қола алды"),
    ("uz-Latn", "Eng ommabop: Xonanda Ruslan Jonibekov vafot etdi"),
    ("uz-Cyrl", "Аввалроқ: Тошкент суди уч ёлланмани қамади"),
    ("tg", "Аз ҳама маъмул: Сароянда Руслан Ҷонибеков даргузашт"),
]
PLEAS = [
    ("ru", "Станьте другом редакции: от 200 рублей в месяц"),
    ("ru", "Поддержите «Степной вестник» — карта 4444 5555 6666 7777"),
    ("en", "Help us stay independent: become a supporter for as little as €4 a month"),
    ("en", "Support our reporting on the war: from $5 a month"),
    ("uk", "Підтримайте «Вісник степу» — картка 4444 5555 6666 7777"),
    ("ky", "Көз карандысыз журналистиканы колдоңуз: айына 3 доллар"),
    ("kk", "Тәуелсіз журналистиканы қолдаңыз: айына 3 доллар"),
    ("uz-Latn", "Tahririyat do‘sti bo‘ling: oyiga 20 000 so‘mdan"),
    ("uz-Cyrl", "Мустақил журналистикани қўллаб-қувватланг: ойига 3 доллар"),
    ("tg", "Дӯсти идора шавед: моҳе аз 20 сомонӣ"),
]
OFFERS = [
    ("ru", "Требуются швеи, оплата от 40 000 сомов, жильё есть. Тел.: 0700 11 22 33"),
    ("ru", "Ремонт телефонов у метро «Люблино», спросить Азиза"),
    ("en", "Immigration lawyer Timur Aliev, free first consultation, 24/7, +7 900 000 00 00"),
    ("en", "Navruz Cafe needs a cook, 1,800 rubles a shift"),
    ("uk", "У кафе «Навруз» потрібен кухар, 1200 грн за зміну"),
    ("ky", "«Нооруз» кафесине ашпозчу керек, күнүнө 1800 сом"),
    ("kk", "Таразда үй сатылады, 5 сотық, 45 000 доллар"),
    ("uz-Latn", "Toshkent — Moskva avtobusi, har seshanba, 900 000 so‘m"),
    ("uz-Cyrl", "“Ишончли” омонати — йиллик 22%. Марказий банк лицензияси № 12"),
    ("tg", "Таъмири телефон, метрои «Люблино», Азизро пурсед"),
]
CREDITS = [
    ("ru", "Перепечатка со ссылкой на комитет. Составила А. Исаева"),
    ("ru", "Номер подготовили Бекназар Омуров и Лилия Хан"),
    ("ru", "Свёрстано в редакции «Долины», ответственный секретарь Б. Кадыров"),
    ("ru", "Снимки Азата Исаева"),
    ("en", "Reproduction permitted with credit to the committee. Compiled by A. Isaeva"),
    ("en", "Words: Anna Reed. Pictures: Azat Isaev"),
    ("uk", "Підготувала Мадіна Юсупова, спеціально для «Вісника»"),
    ("ky", "Материалды Мадина Юсупова даярдады"),
    ("ky", "Материал чогулткан: Салтанат Исаева. Жасалгалаган: Пётр Цой"),
    ("kk", "А. Исаева құрастырған"),
    ("uz-Latn", "Materialni Madina Yusupova tayyorladi"),
    ("uz-Cyrl", "Азат Исаев суратлари"),
    ("tg", "Шумораро омода карданд: Бекназар Умаров, Лилия Хан"),
]
DESK = [
    ("ru", "По вопросам рекламы: @reklama_demo_bot"),
    ("ru", "Уточнение: в первой версии статьи возраст был указан неверно"),
    ("ru", "#новости #Ош #мигранты"),
    ("ru", "12 комментариев"),
    ("en", "This story was updated on May 5 to add a comment"),
    ("en", "1.2K views"),
    ("uk", "Погода на завтра: вдень +12, без опадів"),
    ("ky", "Пикир калтыруу үчүн катталыңыз"),
    ("kk", "Автор пікірі редакция ұстанымымен сәйкес келмеуі мүмкін"),
    ("uz-Latn", "Ro‘yxatda xato ko‘rsangiz, Narimonga yozing: royxat@example.org"),
    ("uz-Cyrl", "Изоҳ қолдириш учун рўйхатдан ўтинг"),
    ("tg", "Назари муаллиф метавонад бо назари идора мувофиқ набошад"),
]
ARTICLE = [
    ("ru", "Азиз пожертвовал 200 000 сомов на памятник односельчанам."),
    ("ru", "Помогите найти Азиза Каримова, звоните по номеру 8 900 000-00-00, спросить Гульнару."),
    ("ru", "Асанов Эркин, 1999 г. р., Узген. Тел. сестры: 0555 00 00 00"),
    ("ru", "Автобус шёл из Бишкека в Москву, билет стоил 9500 сомов, Нурлан купил его в долг."),
    ("ru", "Требуются разнорабочие в Донецк, обещали 180 тысяч, но отвезли на полигон."),
    ("ru", "Составил список староста, он же собирал деньги на дорогу."),
    ("ru", "Подготовили троих: Азиза, Бахрома и Шухрата, и через неделю отправили."),
    ("ru", "Автор жалобы — сестра Умида."),
    ("ru", "Смотрите: вот его жетон."),
    ("ru", "Фото: Эркин с матерью на вокзале, март 2023 года."),
    ("ru", "Подписка о невыезде, статья 375."),
    ("ru", "Главное — вернуть тело, повторяет Айша."),
    ("en", "Aziz donated 200,000 soms to the village memorial."),
    ("en", "He earned up to $900 a month as a courier."),
    ("en", "More: three cousins, one neighbour."),
    ("en", "Photo: Aziz, 12 May, Rostov."),
    ("uk", "Склав список староста, він же збирав гроші на дорогу."),
    ("uk", "Автобус ішов з Бішкека до Москви, квиток коштував 9500 сомів."),
    ("uk", "Більше новин від Азіза не було."),
    ("ky", "Айлыгы 210 миң рубль."),
    ("ky", "Жазылуу пунктунда үч күн турду."),
    ("ky", "Тизмени айыл башчысы түзгөн, жол акчасын да ошол чогулткан."),
    ("kk", "Жалақысы 210 мың рубль."),
    ("kk", "Айдар Осмонов үйіне оралмады."),
    ("kk", "Өткен сәрсенбіде ауылға екі табыт келді."),
    ("uz-Latn", "Kuryer bo‘lib, oyiga 9 million so‘mgacha topardi."),
    ("uz-Latn", "Ro‘yxatni oqsoqol tuzgan, yo‘l pulini ham u yig‘gan."),
    ("uz-Cyrl", "Мартда 50 000 000 сўм кредит олган."),
    ("tg", "Тарҷумон Азизро шинохт."),
    ("tg", "Дар қаҳвахонаи «Наврӯз» ошпаз буду рӯзе 180 сомонӣ мегирифт."),
    ("tg", "Дар акс — Нурлан Сидиқов, тарафи рост."),
]


@pytest.mark.parametrize(("lang", "line"), TEASERS + PLEAS + OFFERS + CREDITS + DESK)
def test_a_line_of_the_page_is_marked_whole_and_alone(lang: str, line: str) -> None:
    before = BEFORE[lang]
    start = len(before) + 2
    assert boilerplate_lines(f"{before}\n\n{line}\n\n{before}\n") == ((start, start + len(line) + 1),)


@pytest.mark.parametrize(("lang", "line"), ARTICLE)
def test_a_line_that_looks_like_one_and_tells_something_stays(lang: str, line: str) -> None:
    assert boilerplate_lines(f"{BEFORE[lang]}\n\n{line}\n\n{BEFORE[lang]}\n") == ()
    assert boilerplate_lines(f"{BEFORE[lang]}\n{line}\n{BEFORE[lang]}\n") == ()


def test_a_photo_of_somebody_whom_the_text_names_is_no_credit() -> None:
    assert not boilerplate_lines("Эркин Асанов погиб в мае.\n\nФото: Эркин Асанов\n")
    assert boilerplate_lines("Эркин Асанов погиб в мае.\n\nФото: Данияр Усенов\n")


def test_a_credit_after_a_sentence_of_the_article_does_not_take_it() -> None:
    assert not boilerplate_lines("Азиз ушёл в мае и не вернулся. Записала М. Ким\n")


@pytest.mark.parametrize(
    "line",
    [
        "Казахстан читает нас: подпишитесь на наш телеграм-канал",
        "Скачайте наше приложение: новости для сотрудников и студентов",
    ],
)
def test_a_word_that_only_begins_like_one_of_an_article_does_not_keep_a_call(line: str) -> None:
    assert boilerplate_lines(line + "\n")
