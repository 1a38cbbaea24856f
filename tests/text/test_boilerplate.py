"""Advertisement and 'read also' lines, in eight languages; every line here was written for this test."""

import json
import os
from pathlib import Path

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
NOT_ARTICLE = [
    ("en", "Photo gallery: The funeral of Maksat Orozov in Jalal-Abad"),
    ("en", "From the archive (2019): Sanjar Usmonov wins judo gold"),
    ("ru", "Вам будет интересно: 23-летний Данияр Сапаров попал в плен"),
    ("ru", "Из архива: Санжар Усмонов взял золото по дзюдо"),
    ("uk", "Більше за темою: Тіло Айбека Токтогулова повернули додому"),
    ("ky", "Архивден: Эмил Касымов, Оштун мыкты ашпозчусу"),
    ("kk", "Ең көп оқылған: Мақсат Оразов жерленді"),
    ("uz-Latn", "Sizga qiziq bo‘lishi mumkin: Doniyor Saparov asirga tushdi"),
    ("uz-Cyrl", "Яна янгиликлар: Хонанда Шерали Жўраев вафот этди"),
    ("tg", "Инчунин бинед: Ҷасади се ҷавон ба ватан расонида шуд"),
    ("ru", "Читайте также: «Он звонил каждый вечер». История погибшего из Оша"),
    ("ru", "ЧИТАЙТЕ ТАКЖЕ | Пять вопросов о мобилизации"),
    ("ru", "Материалы по теме: Кто вербует мигрантов"),
    ("ru", "👉 Подписывайтесь на наш Telegram-канал, чтобы первыми узнавать новости о войне"),
    ("ru", "Подпишитесь на рассылку «Утро»"),
    ("ru", "Больше новостей — в нашем телеграм-канале"),
    ("ru", "Хотите получать новости первыми? Подпишитесь на нас в WhatsApp"),
    ("ru", "Реклама"),
    ("ru", "Поделиться:"),
    ("ru", "Комментарии (12)"),
    ("ru", "Мы используем файлы cookie, чтобы сайт работал лучше."),
    ("ru", "Нашли ошибку? Выделите её и нажмите Ctrl+Enter"),
    ("ru", "© 2024 «Вести Ошской долины». Все права защищены"),
    ("ru", "https://t.me/vymyshlennyi_kanal"),
    ("en", "Read also: Three Brothers From Osh Killed In One Month"),
    ("en", "RELATED: How recruiters find migrants"),
    ("en", "Sign up for our daily newsletter and never miss a story"),
    ("en", "Subscribe to Steppe Weekly"),
    ("en", "Follow us on Telegram and Instagram"),
    ("en", "Join our WhatsApp channel for breaking news"),
    ("en", "ADVERTISEMENT"),
    ("en", "Share this article"),
    ("en", "This website uses cookies. Accept all cookies?"),
    ("en", "Copyright 2024 Steppe Weekly. All rights reserved."),
    ("ky", "Дагы окуңуз: Ошто эки үй-бүлө уулдарын издейт"),
    ("ky", "Окуй отуруңуз: Чек арадан өткөндөр"),
    ("ky", "Биздин Telegram каналга жазылыңыз!"),
    ("ky", "Ошондой эле караңыз: Москвадагы соттор"),
    ("ky", "Каналыбызга жазылыңыз: t.me/oylop_tapkan"),
    ("ky", "Жарнама"),
    ("ky", "Бөлүшүү"),
    ("kk", "Тағы оқыңыз: Қарағандыда жерленген жауынгер"),
    ("kk", "Сондай-ақ оқыңыз — Шекарадан өткендер"),
    ("kk", "Біздің Telegram арнамызға жазылыңыз"),
    ("kk", "Жарнама"),
    ("kk", "Пікір қалдыру"),
    ("uz-Latn", "Shuningdek o‘qing: Toshkentda sud boshlandi"),
    ("uz-Latn", "Mavzuga oid: Urushdan qaytganlar"),
    ("uz-Latn", "Telegram kanalimizga obuna bo‘ling"),
    ("uz-Latn", "Bizni Instagram va Facebook sahifalarida kuzatib boring"),
    ("uz-Latn", "Reklama"),
    ("uz-Cyrl", "Шунингдек ўқинг: Тошкентда суд бошланди"),
    ("uz-Cyrl", "Мавзуга доир: Урушдан қайтганлар"),
    ("uz-Cyrl", "Телеграм каналимизга обуна бўлинг!"),
    ("uz-Cyrl", "Реклама ўрнида"),
    ("tg", "Инчунин бихонед: Ду бародар аз Кӯлоб"),
    ("tg", "Ба канали мо дар Телеграм обуна шавед"),
    ("tg", "Моро дар Facebook ва Instagram пайгирӣ кунед"),
    ("tg", "Реклама"),
    ("tg", "Дар ҳамин мавзӯъ: Муҳоҷирон ва ҷанг"),
    ("uk", "Читайте також: Полонений з Оша розповів про вербування"),
    ("uk", "До теми: Хто такі найманці"),
    ("uk", "Підписуйтесь на наш Telegram-канал"),
    ("uk", "Ми в соцмережах"),
    ("uk", "Помітили помилку? Виділіть її та натисніть Ctrl+Enter"),
]
ARTICLE = [
    ("ru", "О смерти Асанова сообщил телеграм-канал «Земляки»."),
    ("ru", "Подписал контракт в марте 2023 года, погиб через месяц."),
    ("ru", "Реклама контрактной службы появилась в метро Бишкека в 2023 году."),
    ("ru", "Поделитесь, пожалуйста: ищем сына, Асанова Эркина, 1999 г. р., пропал под Бахмутом."),
    ("ru", "Читайте приговор так: десять лет колонии строгого режима."),
    ("ru", "«Подпишитесь, и через полгода выйдете», — говорили вербовщики."),
    ("ru", "Наш сын был подписан на этот канал и увидел там объявление."),
    ("ru", "Печать на контракте стояла от 5 мая 2023 года."),
    ("ru", "Ему было 24 года."),
    ("ru", "Подробнее о гибели сына матери рассказал сослуживец."),
    ("ru", "Похожие истории рассказали ещё три семьи."),
    ("ru", "В его телефоне нашли подписку на канал наёмников; канал писал о нём в мае."),
    ("en", "A Telegram channel, Fellow Villagers, was the first to report his death."),
    ("en", "Sign up for the army and you will be free, the recruiter said."),
    ("en", "“Subscribe to nothing, sign nothing,” his mother told him."),
    ("en", "Share of prisoners among the dead rose in 2023."),
    ("en", "Related families say that they were told nothing."),
    ("en", "Follow-up requests to the ministry went unanswered."),
    ("en", "Watching a video on YouTube, she recognised her husband."),
    ("en", "He died there."),
    ("en", "Missing since May."),
    ("ky", "Анын өлүмү тууралуу Telegram-канал билдирди."),
    ("ky", "Жарнамадан көрүп, келишимге кол койгон."),
    ("ky", "Биздин уул Telegram аркылуу жазышчу, март айынан бери кабар жок."),
    ("ky", "Окуңуз деп берген катын апасы сактап жүрөт."),
    ("kk", "Қазасы туралы Telegram арнасы хабарлады."),
    ("kk", "Жарнаманы көріп, келісімшартқа отырған."),
    ("kk", "Біздің ұлымыз WhatsApp арқылы хабарласып тұрды, мамырдан бері хабарсыз."),
    ("uz-Latn", "Uning o‘limi haqida Telegram-kanal xabar berdi."),
    ("uz-Latn", "Reklamani ko‘rib, shartnoma imzolagan."),
    ("uz-Latn", "Bizning o‘g‘limiz Telegramda yozib turardi, maydan beri xabar yo‘q edi."),
    ("uz-Cyrl", "Унинг ўлими ҳақида Телеграм-канал хабар берди."),
    ("uz-Cyrl", "Бизнинг ўғлимиз Телеграмда ёзиб турарди, майдан бери хабар йўқ эди."),
    ("tg", "Дар бораи марги ӯ канали телеграмии «Ҳамдеҳагон» хабар дод."),
    ("tg", "Рекламаро дида, шартнома баст."),
    ("tg", "Канали телеграмии артиши Украина видеои асиронро нашр кард."),
    ("uk", "Про його смерть повідомив телеграм-канал «Земляки»."),
    ("uk", "Реклама контракту висіла в гуртожитку."),
    ("uk", "Підписав контракт у березні, зник у травні."),
]


@pytest.mark.parametrize(("lang", "line"), NOT_ARTICLE)
def test_a_line_that_is_no_article_is_marked_whole_and_alone(lang: str, line: str) -> None:
    before = BEFORE[lang]
    text = f"{before}\n\n{line}\n\n{before}\n"
    start = len(before) + 2
    assert boilerplate_lines(text) == ((start, start + len(line) + 1),)


@pytest.mark.parametrize(("lang", "line"), ARTICLE)
def test_a_line_that_tells_something_stays_article(lang: str, line: str) -> None:
    assert boilerplate_lines(f"{BEFORE[lang]}\n\n{line}\n\n{BEFORE[lang]}\n") == ()
    assert boilerplate_lines(f"{BEFORE[lang]}\n{line}\n{BEFORE[lang]}\n") == ()


def marked(text: str) -> list[str]:
    return [text[a:b] for a, b in boilerplate_lines(text)]


def test_slogans_after_a_call_go_with_it_and_the_next_article_line_does_not() -> None:
    text = (
        "Relatives received word in January.\nSign up for The Ferghana Letter\nLong reads. Every Friday. From Osh to Oslo.\n"
        "One woman said that she had not heard from her husband for months and then found his grave.\n"
    )
    assert marked(text) == ["Sign up for The Ferghana Letter\nLong reads. Every Friday. From Osh to Oslo.\n"]


def test_a_short_line_about_a_death_after_a_call_is_not_taken_for_a_slogan() -> None:
    assert marked("Subscribe to our newsletter\nHe died in May.\nHer son was 24.\n") == [
        "Subscribe to our newsletter\n"
    ]


def test_slogans_before_a_call_go_with_it_where_blank_lines_set_the_block_off() -> None:
    text = "He died in May.\n\nThe Valley Digest\nEvery Friday\nSign up for our newsletter\n\nHis mother was told.\n"
    assert marked(text) == ["The Valley Digest\nEvery Friday\nSign up for our newsletter\n"]


def test_a_bare_read_also_takes_the_headlines_under_it() -> None:
    text = "Он погиб в мае.\n\nЧитайте также:\nСын вернулся домой\nКак ищут пропавших\n\nЕго мать узнала об этом в июне.\n"
    assert marked(text) == ["Читайте также:\nСын вернулся домой\nКак ищут пропавших\n"]


def test_a_bare_read_also_before_article_sentences_takes_none_of_them() -> None:
    text = "Он погиб в мае.\n\nЧитайте также:\n\nЕго мать узнала об этом в июне.\n"
    assert marked(text) == ["Читайте также:\n"]


def test_an_announced_advertisement_takes_its_lines_up_to_the_blank_one() -> None:
    text = "Он погиб в мае.\n\nРеклама\nКредит до 500 000 сомов за один день!\nЗвоните: 0555 00 00 00\n\nТело вернули.\n"
    assert marked(text) == ["Реклама\nКредит до 500 000 сомов за один день!\nЗвоните: 0555 00 00 00\n"]


def test_line_breaks_of_every_kind_belong_to_their_line() -> None:
    assert boilerplate_lines("a\r\nРеклама\r\n\r\nb") == ((3, 12),)
    assert boilerplate_lines("Реклама") == ((0, 7),)
    assert boilerplate_lines("") == ()


def test_the_gold_texts_have_exactly_their_boilerplate() -> None:
    shared = Path(os.environ.get("TIZME_SHARED", Path(__file__).parents[2].parent / "shared")) / "gold"
    if not shared.is_dir():
        pytest.skip(f"no gold texts at {shared}; set TIZME_SHARED")
    for path in sorted(shared.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode()
        wanted = tuple(
            (one["start"], one["end"]) if isinstance(one, dict) else tuple(one[:2])
            for one in gold["boilerplate"]
        )
        assert boilerplate_lines(text) == wanted, path.name


@pytest.mark.parametrize(
    "line",
    [
        "Поправки и дополнения: spisok@example.org, ред. Токтоматов А.",
        "Сверка: группа «Список», отв. за выпуск Шарипов Д., list@example.org",
        "Corrections and additions to names@example.org. Compiled by R. Usmonov.",
        "Толуктоолор: barak@example.org. Түзгөн: Т. Сыдыков",
        "Qo‘shimchalar: royxat@example.org. Tuzuvchi: A. Karimov",
        "Распечатано 12.04.2025, набор — Исмаилова Г.",
        "Тартиб дод С. Раҳимов",
        "By Anna Kim",
    ],
)
def test_whoever_made_a_list_stands_in_its_imprint(line: str) -> None:
    assert boilerplate_lines(line + "\n")


@pytest.mark.parametrize(
    "line",
    [
        "Кто видел моего сына Азиза Каримова, пишите: a@example.org",
        "Редактор газеты Азиз Каримов погиб под Бахмутом, сообщила жена.",
        "By then he was in prison.",
        "Составил завещание перед отъездом, сказала мать Рустама Назарова.",
    ],
)
def test_a_plea_with_an_address_is_no_imprint(line: str) -> None:
    assert not boilerplate_lines(line + "\n")
