"""What a notice or a letter that came says, whoever tells of it. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

BEFORE = {
    "ru": "Азамат Токтосунов, 27 лет, родом из Оша. ",
    "uk": "Азамат Токтосунов, 27 років, родом з Оша. ",
    "en": "Azamat Toktosunov, 27, is from Osh. ",
    "ky": "Азамат Токтосунов 27 жашта, Ош шаарынан. ",
    "kk": "Азамат Тоқтасынов 27 жаста, Ош қаласынан. ",
    "tg": "Азамат Тоқтосунов 27-сола, аз шаҳри Ош аст. ",
    "uz-Latn": "Azamat To'qtasinov 27 yoshda, Osh shahridan. ",
    "uz-Cyrl": "Азамат Тўқтасинов 27 ёшда, Ош шаҳридан. ",
}
BROUGHT = [
    ("ru", "«В апреле маме пришло письмо: пропал без вести 9 марта», — говорит его сестра."),
    ("ru", "«Мать уже получила бумагу из военкомата, что я пропал без вести 9 марта», — рассказал он."),
    ("ru", "В апреле его матери пришло извещение: пропал без вести 9 марта."),
    ("ru", "В извещении, которое получила его мать, сказано, что он пропал без вести 9 марта."),
    ("ru", "Военкомат прислал его матери справку: пропал без вести 9 марта."),
    ("ru", "Его мать показала нам извещение. В нём написано: пропал без вести 9 марта."),
    ("ru", "По словам сестры, семье вручили извещение о том, что он пропал без вести 9 марта."),
    ("uk", "«У квітні мамі прийшов лист: зник безвісти 9 березня», — каже його сестра."),
    ("uk", "«Мати вже мала папір із військкомату, що я зник безвісти 9 березня», — розповів він."),
    ("uk", "У квітні його матері прийшло сповіщення: зник безвісти 9 березня."),
    ("uk", "У сповіщенні, яке отримала його мати, сказано, що він зник безвісти 9 березня."),
    ("uk", "Військкомат надіслав його матері довідку: зник безвісти 9 березня."),
    ("uk", "Його мати показала нам сповіщення. У ньому написано: зник безвісти 9 березня."),
    ("uk", "За словами сестри, родині вручили сповіщення про те, що він зник безвісти 9 березня."),
    ("en", "“In April a letter came to our mother: missing since 9 March,” his sister says."),
    (
        "en",
        "“My mother already had a paper from the enlistment office that I had gone missing on 9 March,” he said.",
    ),
    ("en", "In April a notice reached his mother: missing since 9 March."),
    ("en", "The notice his mother received says that he has been missing since 9 March."),
    ("en", "The enlistment office sent his mother a certificate: missing since 9 March."),
    ("en", "His mother showed us the notice. It says: missing since 9 March."),
    ("en", "According to his sister, the family was handed a notice that he went missing on 9 March."),
    ("ky", "«Апрелде апама кат келди: 9-мартта дайынсыз жоголгон деп», — дейт эжеси."),
    ("ky", "«Апам военкоматтан менин 9-мартта дайынсыз жоголгонум тууралуу кагаз алыптыр», — деди ал."),
    ("ky", "Апрелде апасына кабарлама келген: 9-мартта дайынсыз жоголгон."),
    ("ky", "Апасы алган билдирүүдө ал 9-мартта дайынсыз жоголгону жазылган."),
    ("ky", "Военкомат апасына маалымкат жөнөткөн: 9-мартта дайынсыз жоголгон."),
    ("ky", "Апасы бизге билдирүүнү көрсөттү. Анда: 9-мартта дайынсыз жоголгон деп жазылган."),
    ("ky", "Эжесинин айтымында, үй-бүлөгө анын 9-мартта дайынсыз жоголгону тууралуу кабарлама тапшырышкан."),
    ("kk", "«Сәуірде анама хат келді: 9 наурызда хабарсыз кеткен деп», – дейді әпкесі."),
    ("kk", "«Анам әскери комиссариаттан менің 9 наурызда хабарсыз кеткенім туралы қағаз алыпты», – деді ол."),
    ("kk", "Сәуірде анасына хабарлама келді: 9 наурызда хабарсыз кеткен."),
    ("kk", "Анасы алған хабарламада оның 9 наурызда хабарсыз кеткені жазылған."),
    ("kk", "Әскери комиссариат анасына анықтама жіберді: 9 наурызда хабарсыз кеткен."),
    ("kk", "Анасы бізге хабарламаны көрсетті. Онда: 9 наурызда хабарсыз кеткен деп жазылған."),
    ("kk", "Әпкесінің айтуынша, отбасына оның 9 наурызда хабарсыз кеткені туралы хабарлама берілген."),
    ("tg", "«Моҳи апрел ба модарам мактуб омад: 9 март бедарак шудааст», мегӯяд хоҳараш."),
    ("tg", "«Модарам аз комиссариат коғаз гирифтааст, ки ман 9 март бедарак шудаам», гуфт ӯ."),
    ("tg", "Моҳи апрел ба модараш огоҳинома расид: 9 март бедарак шудааст."),
    ("tg", "Дар огоҳиномае, ки модараш гирифт, гуфта мешавад, ки ӯ 9 март бедарак шудааст."),
    ("tg", "Комиссариат ба модараш маълумотнома фиристод: 9 март бедарак шудааст."),
    ("tg", "Модараш ба мо огоҳиномаро нишон дод. Дар он навишта шудааст: 9 март бедарак шудааст."),
    ("tg", "Ба гуфтаи хоҳараш, ба оила огоҳинома доданд, ки ӯ 9 март бедарак шудааст."),
    ("uz-Latn", "«Aprelda onamga xat keldi: 9-martda bedarak yo'qolgan, deb», — deydi opasi."),
    (
        "uz-Latn",
        "«Onam harbiy komissarlikdan mening 9-martda bedarak yo'qolganim haqida qog'oz olibdi», — dedi u.",
    ),
    ("uz-Latn", "Aprelda onasiga xabarnoma keldi: 9-martda bedarak yo'qolgan."),
    ("uz-Latn", "Onasi olgan xabarnomada u 9-martda bedarak yo'qolgani yozilgan."),
    ("uz-Latn", "Harbiy komissarlik onasiga ma'lumotnoma yubordi: 9-martda bedarak yo'qolgan."),
    ("uz-Latn", "Onasi bizga xabarnomani ko'rsatdi. Unda: 9-martda bedarak yo'qolgan, deb yozilgan."),
    (
        "uz-Latn",
        "Opasining aytishicha, oilaga uning 9-martda bedarak yo'qolgani haqida xabarnoma topshirilgan.",
    ),
    ("uz-Cyrl", "«Апрелда онамга хат келди: 9-мартда бедарак йўқолган, деб», — дейди опаси."),
    (
        "uz-Cyrl",
        "«Онам ҳарбий комиссарликдан менинг 9-мартда бедарак йўқолганим ҳақида қоғоз олибди», — деди у.",
    ),
    ("uz-Cyrl", "Апрелда онасига хабарнома келди: 9-мартда бедарак йўқолган."),
    ("uz-Cyrl", "Онаси олган хабарномада у 9-мартда бедарак йўқолгани ёзилган."),
    ("uz-Cyrl", "Ҳарбий комиссарлик онасига маълумотнома юборди: 9-мартда бедарак йўқолган."),
    ("uz-Cyrl", "Онаси бизга хабарномани кўрсатди. Унда: 9-мартда бедарак йўқолган, деб ёзилган."),
    ("uz-Cyrl", "Опасининг айтишича, оилага унинг 9-мартда бедарак йўқолгани ҳақида хабарнома топширилган."),
]


def classes(lang: str, told: str, prop: str) -> set[str]:
    found = extract_text(BEFORE[lang] + told, lang=lang, published="2025-03-20")
    return {c.evidence for c in found.claims if c.property == prop}


@pytest.mark.parametrize(("lang", "told"), BROUGHT)
def test_a_paper_that_came_speaks_for_itself(lang: str, told: str) -> None:
    assert classes(lang, told, "missing") == {"document"}


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "«Пришло письмо: он погиб 9 марта», — говорит его сестра."),
        ("uk", "«Прийшов лист: він загинув 9 березня», — каже його сестра."),
        ("en", "“A letter came that he died on 9 March,” his sister says."),
    ],
)
def test_a_letter_of_nobody_knows_whom_is_no_document_of_a_death(lang: str, told: str) -> None:
    assert "document" not in classes(lang, told, "died")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "Он подписал бумагу о том, что пропал без вести по своей воле, говорит его сестра."),
        ("en", "His sister wrote a letter to the ministry that he had gone missing on 9 March."),
    ],
)
def test_what_they_wrote_or_signed_themselves_brings_no_news(lang: str, told: str) -> None:
    assert "document" not in classes(lang, told, "missing")


KEPT = {
    "en": "Azamat Toktosunov was 27. His wife keeps the certificate in a box. Two lines in it are underlined: "
    "he was killed in Donetsk region.",
    "uk": "Азамату Токтосунову було 27 років. Його дружина зберігає довідку в скриньці. Два рядки в ній "
    "підкреслено: загинув у Донецькій області.",
    "ru": "Азамату Токтосунову было 27 лет. Его жена хранит справку в шкатулке. Две строки в ней подчёркнуты: "
    "погиб в Донецкой области.",
    "ky": "Азамат Токтосунов 27 жашта эле. Жубайы справканы кутучада сактайт. Андагы эки сап сызылган: "
    "Донецк облусунда курман болгон.",
    "kk": "Азамат Тоқтасынов 27 жаста еді. Жұбайы анықтаманы қорапта сақтайды. Ондағы екі жолдың асты сызылған: "
    "Донецк облысында қаза тапты.",
    "tg": "Азамат Тоқтосунов 27-сола буд. Ҳамсараш маълумотномаро дар қуттӣ нигоҳ медорад. Зери ду сатри он хат "
    "кашида шудааст: дар вилояти Донетск кушта шудааст.",
    "uz-Latn": "Azamat To'qtasinov 27 yoshda edi. Xotini ma'lumotnomani qutida saqlaydi. Undagi ikki satr tagiga "
    "chizilgan: Donetsk viloyatida halok bo'lgan.",
}
LINES = {
    "ru": "Азамату Токтосунову 27 лет. В распоряжении редакции копия списка полка. В строке 41 значится: "
    "«Токтосунов А., рядовой, пропал без вести».",
    "uk": "Азамату Токтосунову 27 років. У розпорядженні редакції копія списку полку. У рядку 41 значиться: "
    "«Токтосунов А., рядовий, зник безвісти».",
    "uz-Latn": "Azamat To'qtasinov 27 yoshda. Tahririyat qo'lida polk ro'yxatining nusxasi bor. 41-qatorda shunday "
    "yozilgan: “To'qtasinov A., oddiy askar, bedarak yo'qolgan”.",
}


@pytest.mark.parametrize("lang", KEPT)
def test_what_is_underlined_in_a_paper_that_she_keeps_is_the_papers(lang: str) -> None:
    found = extract_text(KEPT[lang], lang=lang, published="2025-03-20")
    assert {c.evidence for c in found.claims if c.property == "died"} == {"document"}


@pytest.mark.parametrize("lang", LINES)
def test_a_line_of_a_copied_list_is_the_lists(lang: str) -> None:
    found = extract_text(LINES[lang], lang=lang, published="2025-03-20")
    assert {c.evidence for c in found.claims if c.property == "missing"} == {"document"}


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "Сослуживец прислал письмо: он погиб 9 марта."),
        ("ru", "От сослуживца пришла телеграмма: он погиб 9 марта."),
        ("en", "A voice message came from a comrade: he was killed on 9 March."),
        ("en", "A notification on Telegram said he was killed on 9 March."),
        ("ky", "Жолдошунан үн кабарлама келди: ал 9-мартта каза болду."),
        ("kk", "Жолдасынан дауыстық хабарлама келді: ол 9 наурызда қаза тапты."),
    ],
)
def test_a_friends_letter_or_a_voice_message_is_no_document(lang: str, told: str) -> None:
    found = classes(lang, told, "died")
    assert found
    assert "document" not in found


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "Сосед принёс извещение: он погиб 9 марта."),
        ("ru", "Из военкомата пришла телеграмма: он погиб 9 марта."),
        ("en", "A neighbour brought the notice: he was killed on 9 March."),
    ],
)
def test_a_notice_is_a_document_whoever_brings_it(lang: str, told: str) -> None:
    assert classes(lang, told, "died") == {"document"}
