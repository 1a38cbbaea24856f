"""What reaches a text through others, and what a verb says its speaker did not see.

All persons invented.
"""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _classes(lang: str, text: str, prop: str) -> set[str]:
    claims = extract_text(text, lang=lang, published="2024-06-01").claims
    return {c.evidence.value for c in claims if c.property == prop}


# The same two sentences in eight variants: a burial, and who told the outlet of it.
REPORTED = {
    "ru": "В селе Кызыл-Жар 3 марта похоронили 31-летнего Азамата Садыкова. Об этом «Голосу» сообщил глава айыл "
    "окмоту Нурлан Асанов.",
    "en": "Azamat Sadykov, 31, was buried in the village of Kyzyl-Jar on March 3. This was announced by village "
    "head Nurlan Asanov.",
    "uk": "У селі Кизил-Жар 3 березня поховали 31-річного Азамата Садикова. Про це «Голосу» повідомив голова "
    "сільради Нурлан Асанов.",
    "ky": "Кызыл-Жар айылында 3-мартта 31 жаштагы Азамат Садыков жерге берилди. Бул тууралуу «Үнгө» айыл "
    "өкмөтүнүн башчысы Нурлан Асанов билдирди.",
    "kk": "Қызылжар ауылында 3 наурызда 31 жастағы Азамат Садықов жерленді. Бұл туралы «Дауысқа» ауыл әкімі "
    "Нұрлан Асанов хабарлады.",
    "uz-Latn": "Qizilyor qishlog‘ida 3-mart kuni 31 yoshli Azamat Sodiqov dafn etildi. Bu haqda «Ovoz»ga mahalla "
    "raisi Nurlan Asanov ma’lum qildi.",
    "uz-Cyrl": "Қизилёр қишлоғида 3 март куни 31 ёшли Азамат Содиқов дафн этилди. Бу ҳақда «Овоз»га маҳалла "
    "раиси Нурлан Асанов маълум қилди.",
    "tg": "Дар деҳаи Сурхбед рӯзи 3-юми март Азамат Содиқови 31-соларо ба хок супориданд. Дар ин бора ба «Садо» "
    "раиси ҷамоат Нурлан Асанов хабар дод.",
}


@pytest.mark.parametrize("lang", REPORTED)
def test_who_told_of_this_told_what_stands_before(lang: str) -> None:
    assert _classes(lang, REPORTED[lang], "buried") == {"official"}


# In a relative's own words: somebody else told it.
TOLD_ME = {
    "ky": "Кечээ Айша Садыкова айтып берди. «Уулум Азаматты 3-мартта полиция кармап кетти. Муну мага Нурлан "
    "айтты», — деди энеси Айша.",
    "kk": "Анасы Айша Садықова әңгімеледі. «Ұлым Азаматты 3 наурызда полиция ұстап әкетті. Мұны маған Нұрлан "
    "айтты», — деді анасы Айша.",
    "uz-Latn": "Onasi Oysha Sodiqova gapirib berdi. «O‘g‘lim Azamatni 3-mart kuni politsiya ushlab ketdi. Buni "
    "menga Nurlan aytdi», — dedi onasi Oysha.",
}


@pytest.mark.parametrize("lang", TOLD_ME)
def test_what_a_mother_was_told_by_another_is_hearsay(lang: str) -> None:
    assert _classes(lang, TOLD_ME[lang], "detained") == {"hearsay"}


@pytest.mark.parametrize(
    ("lang", "seen", "found_out"),
    [
        ("ky", "кол койдурду", "кол койдуруптур"),
        ("kk", "қол қойғызды", "қол қойғызыпты"),
    ],
)
def test_a_verb_tells_what_its_speaker_did_not_see(lang: str, seen: str, found_out: str) -> None:
    opening = {
        "ky": "Айыл өкмөтүнүн башчысы Нурлан Асанов мындай деди: «Азамат Садыковго келишимге {}».",
        "kk": "Ауыл әкімі Нұрлан Асанов былай деді: «Азамат Садықовқа келісімшартқа {}».",
    }[lang]
    assert _classes(lang, opening.format(seen), "contract_signed") <= {"official"}
    assert _classes(lang, opening.format(found_out), "contract_signed") == {"hearsay"}


def test_a_relatives_words_retold_are_direct_and_quoted_ones_with_what_he_was_told_hearsay() -> None:
    retold = "Азамат Садыков погиб. Его мать Айша рассказала, что в мае 2023 года его задержали в Казани."
    quoted = "Азамат Садыков погиб. Его мать Айша рассказала: «В мае 2023 года его задержали и заставили подписать»."
    assert _classes("ru", retold, "detained") == {"direct"}
    assert _classes("ru", quoted, "detained") == {"hearsay"}


def test_who_is_told_something_does_not_tell_it() -> None:
    text = (
        "Азамат Садыков жерге берилди. Айыл өкмөтүнүн башчысы Нурлан Асанов биздин кабарчыга маркум 2019-жылы "
        "Орусияга иштегени кеткенин айтты."
    )
    assert _classes("ky", text, "migrated.date") == {"official"}


# A notice that an office published, and what stands in it.
PUBLISHED = {
    "ru": (
        "Айыл окмоту села Кызыл-Жар 4 марта опубликовал соболезнование. В нём "
        "говорится, что тело Азамата Садыкова 2 марта доставили в Ош и 3 марта "
        "похоронили."
    ),
    "en": (
        "The Kyzyl-Jar village administration published a condolence notice on March "
        "4. It says that the body of Azamat Sadykov was brought to Osh on March 2 and "
        "that he was buried on March 3."
    ),
    "uk": (
        "Кизил-Жарська сільська рада 4 березня опублікувала співчуття. У ньому "
        "йдеться, що тіло Азамата Садикова 2 березня привезли до Оша, а 3 березня "
        "поховали."
    ),
    "ky": (
        "Кызыл-Жар айыл өкмөтү 4-мартта көңүл айтуу жарыялады. Анда Азамат Садыковдун "
        "сөөгү 2-мартта Ошко алынып келип, 3-мартта жерге берилгени айтылат."
    ),
    "kk": (
        "Қызылжар ауылдық әкімдігі 4 наурызда көңіл айту жариялады. Онда Азамат "
        "Садықовтың денесі 2 наурызда Ошқа жеткізіліп, 3 наурызда жерленгені айтылған."
    ),
    "uz-Latn": (
        "Qizilyor mahalla fuqarolar yig‘ini 4-mart kuni ta’ziya e’lon qildi. Unda "
        "Azamat Sodiqovning jasadi 2-mart kuni Andijonga olib kelingani va 3-mart kuni "
        "dafn etilgani aytilgan."
    ),
    "tg": (
        "Ҷамоати деҳоти Сурхбед рӯзи 4-уми март тасаллият нашр кард. Дар он гуфта "
        "мешавад, ки ҷасади Азамат Содиқов 2-юми март ба Душанбе оварда ва 3-юми март "
        "ба хок супорида шуд."
    ),
}


@pytest.mark.parametrize("lang", PUBLISHED)
def test_what_an_office_published_is_its_word(lang: str) -> None:
    assert _classes(lang, PUBLISHED[lang], "buried") == {"official"}


# A brother quotes a letter within one sentence.
LETTER = {
    "ru": (
        "«В феврале из военкомата пришло письмо, в нём написано, что Азамат Садыков "
        "погиб 24 января под Торецком», — говорит его брат Талант."
    ),
    "en": (
        "“In February a letter came from the enlistment office, and it says that "
        "Azamat Sadykov was killed on January 24 near Toretsk,” says his brother "
        "Talant."
    ),
    "uk": (
        "«У лютому з військкомату прийшов лист, у ньому написано, що Азамат Садиков "
        "загинув 24 січня під Торецьком», — каже його брат Талант."
    ),
    "ky": (
        "«Февралда аскер комиссариатынан кат келди, анда Азамат Садыков 24-январда "
        "Торецк шаарында каза болгон деп жазылган», — дейт агасы Талант."
    ),
    "kk": (
        "«Ақпанда әскери комиссариаттан хат келді, онда Азамат Садықов 24 қаңтарда "
        "Торецкіде қаза тапты деп жазылған», — дейді ағасы Талант."
    ),
    "uz-Latn": (
        "«Fevralda harbiy komissariatdan xat keldi, unda Azamat Sodiqov 24-yanvar kuni "
        "Toretskda halok bo‘lgan deb yozilgan», — deydi akasi Talant."
    ),
    "tg": (
        "«Моҳи феврал аз комиссариати ҳарбӣ нома омад, дар он навишта шудааст, ки "
        "Азамат Содиқов 24-уми январ дар Торецк кушта шуд», — мегӯяд бародараш Талант."
    ),
}


@pytest.mark.parametrize("lang", LETTER)
def test_what_a_letter_says_inside_a_quotation_is_the_letters(lang: str) -> None:
    assert _classes(lang, LETTER[lang], "died") == {"document"}


# The accused speaks, whoever spoke in the paragraph before.
ACCUSED = {
    "ru": (
        "Подсудимый Азамат Садыков признал вину. «Меня никто не заставлял, в мае я сам "
        "подписал контракт», — сказал он в последнем слове."
    ),
    "en": (
        "The defendant, Azamat Sadykov, pleaded guilty. “Nobody forced me, I signed "
        "the contract myself in May,” he said in his last word."
    ),
    "uk": (
        "Підсудний Азамат Садиков визнав провину. «Мене ніхто не змушував, у травні я "
        "сам підписав контракт», — сказав він в останньому слові."
    ),
    "ky": (
        "Тергөөнүн маалыматында, Азамат Садыков Бахмутта согушкан.\n\nСоттолуучу "
        "күнөөсүн мойнуна алды. «Мени эч ким мажбурлаган жок, майда келишимге өзүм кол "
        "койдум», — деди ал акыркы сөзүндө."
    ),
    "kk": (
        "Тергеу мәліметінше, Азамат Садықов Бахмутта соғысқан.\n\nСотталушы кінәсін "
        "мойындады. «Мені ешкім зорлаған жоқ, мамырда келісімшартқа өзім қол қойдым», "
        "— деді ол соңғы сөзінде."
    ),
    "uz-Latn": (
        "Tergovga ko‘ra, Azamat Sodiqov Baxmutda jang qilgan.\n\nSudlanuvchi aybini tan "
        "oldi. «Meni hech kim majburlagani yo‘q, may oyida shartnomaga o‘zim imzo "
        "chekdim», — dedi u so‘nggi so‘zida."
    ),
    "tg": (
        "Ба гуфтаи тафтишот, Азамат Содиқов дар Бахмут ҷангидааст.\n\nСудшаванда "
        "гуноҳашро эътироф кард. «Маро касе маҷбур накард, моҳи май шартномаро худам "
        "имзо кардам», — гуфт ӯ дар сухани охиринаш."
    ),
}


@pytest.mark.parametrize("lang", ACCUSED)
def test_the_accused_who_opens_a_paragraph_speaks_in_it(lang: str) -> None:
    assert _classes(lang, ACCUSED[lang], "contract_signed") == {"direct"}


# A newspaper tells of a sentence: the press service is its source, and no author of the whole.
COURT_NEWS = {
    "ru": "Бишкекский городской суд приговорил 37-летнего Азамата Садыкова к шести годам. Приговор вынесен 18 июня, "
    "сообщила пресс-служба суда.\n\nЕго жена Айша в суд не пришла.",
    "uk": "Одеський міський суд засудив 37-річного Азамата Садикова до шести років. Вирок ухвалено 18 червня, "
    "повідомила прес-служба суду.\n\nЙого дружина Айша до суду не прийшла.",
    "ky": "Ош шаардык соту 37 жаштагы Азамат Садыковду алты жылга эркинен ажыратты. Өкүм 18-июнда чыкты, деп "
    "билдирди соттун басма сөз кызматы.\n\nАнын аялы Айша сотко келген жок.",
    "kk": "Шымкент қалалық соты 37 жастағы Азамат Садықовты алты жылға бас бостандығынан айырды. Үкім 18 маусымда "
    "шықты, деп хабарлады соттың баспасөз қызметі.\n\nОның әйелі Айша сотқа келмеді.",
    "uz-Latn": "Marg‘ilon shahar sudi 37 yoshli Azamat Sodiqovni olti yilga ozodlikdan mahrum qildi. Hukm 18-iyunda "
    "chiqdi, deb xabar berdi sud matbuot xizmati.\n\nUning xotini Oysha sudga kelmadi.",
}


@pytest.mark.parametrize("lang", COURT_NEWS)
def test_a_press_service_that_is_cited_does_not_write_the_text(lang: str) -> None:
    assert _classes(lang, COURT_NEWS[lang], "kin.wife") == {"press"}
    assert _classes(lang, COURT_NEWS[lang], "sentenced") == {"official"}


def test_a_verb_alone_says_that_the_accused_speaks() -> None:
    text = (
        "Тергеу мәліметінше, Азамат Садықов Бахмутта соғысқан.\n\nСотталушы кінәсін мойындады. «Мамырда "
        "келісімшартқа қол қойдым», — деді ол соңғы сөзінде."
    )
    assert _classes("kk", text, "contract_signed") == {"direct"}


def test_a_man_put_on_a_wanted_list_is_sought_by_no_relative() -> None:
    text = "Азамат Садыков 3 мая объявлен в розыск. Его брат Талант живёт в Оше."
    assert _classes("ru", text, "kin.brother") == {"press"}


def test_whose_son_he_is_the_outlet_says_where_it_retells_his_mother() -> None:
    text = "Азамат Садыков погиб. По словам его матери Айши, её сын жил в Казани."
    assert _classes("ru", text, "sex") <= {"press"}


# Nobody but a chat says so.
CHAT = {
    "ru": "В чате однополчан написали, что Азамат Садыков погиб 3 марта под Авдеевкой.",
    "en": "A message in the unit's Telegram chat said that Azamat Sadykov was killed on March 3 near Avdiivka.",
    "uk": "У чаті однополчан написали, що Азамат Садиков загинув 3 березня під Авдіївкою.",
    "ky": "Жоокерлердин чатында Азамат Садыков 3-мартта Авдеевкада каза болду деп жазылган.",
    "kk": "Жауынгерлер чатында Азамат Садықов 3 наурызда Авдеевкада қаза тапты деп жазылған.",
    "uz-Latn": "Jangchilar chatida Azamat Sodiqov 3-mart kuni Avdeyevkada halok bo‘lgan deb yozilgan.",
    "uz-Cyrl": "Жангчилар чатида Азамат Содиқов 3 март куни Авдеевкада ҳалок бўлган деб ёзилган.",
    "tg": "Дар чати ҳамхизматон навиштаанд, ки Азамат Содиқов 3-юми март дар Авдеевка кушта шуд.",
}


@pytest.mark.parametrize("lang", CHAT)
def test_a_chat_is_no_paper(lang: str) -> None:
    assert _classes(lang, CHAT[lang], "died") == {"hearsay"}


# A comrade writes to the wife: she bears the case of who is told, however far from the verb.
WIFE_TOLD = {
    "ru": "Азамат Садыков воевал под Донецком. В апреле его жене Айше написал сослуживец: Азамат попал в плен.",
    "uk": "Азамат Садиков воював під Донецьком. У квітні його дружині Айші написав побратим: Азамат у полоні.",
    "ky": "Азамат Садыков Донецкте согушкан. Апрелде анын аялы Айшага чогуу кызмат кылган жигит Азамат "
    "3-мартта туткунга түшкөнүн жазды.",
    "kk": "Азамат Садықов Донецкіде соғысқан. Сәуірде оның әйелі Айшаға бірге қызмет еткен жігіт Азамат "
    "3 наурызда тұтқынға түскенін жазды.",
}


@pytest.mark.parametrize("lang", WIFE_TOLD)
def test_a_wife_who_is_written_to_does_not_write(lang: str) -> None:
    assert _classes(lang, WIFE_TOLD[lang], "captured") <= {"hearsay"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Азамат Садыков погиб 3 марта. Последний раз мать разговаривала с ним 11 января."),
        ("en", "Azamat Sadykov was killed on March 3. His mother last spoke to him on January 11."),
        ("kk", "Азамат Садықов 3 наурызда қаза тапты. Анасы онымен соңғы рет 11 қаңтарда сөйлескен."),
        ("tg", "Азамат Содиқов 3-юми март кушта шуд. Модараш бори охир бо ӯ 11-уми январ сӯҳбат кардааст."),
    ],
)
def test_the_last_talk_is_the_familys_own(lang: str, text: str) -> None:
    assert _classes(lang, text, "last_contact.date") == {"direct"}


def test_a_caller_behind_the_verb_is_somebody_new() -> None:
    text = (
        "Данияр Сеитов служил в Белгороде. 20 июня Гульнаре позвонил мужчина: сказал, что Данияр лежал в "
        "госпитале с ранением ноги."
    )
    assert "direct" not in _classes("ru", text, "wounded")


def test_by_anybodys_account() -> None:
    text = "Bakyt Alimov left in May. His wife, Meerim, waits. By Meerim's account he died on June 3."
    assert _classes("en", text, "died") == {"hearsay"}
