"""Whoever gives his own name, whoever is quoted behind a colon, and what stands in a paper just told of."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

NAMES_HIMSELF = {
    "ru": (
        "Украинские военные взяли в плен мужчину. Пленный назвался Комроном Гафуровым, 29 лет, из Баткена."
    ),
    "en": (
        "Ukrainian soldiers captured a man. The prisoner gave his name as Komron Gafurov, 29, from Batken."
    ),
    "uk": (
        "Українські військові взяли в полон чоловіка. Полонений назвався Комроном Гафуровим, 29 "
        "років, з Баткена."
    ),
    "uz-Latn": (
        "Ukraina harbiylari bir erkakni asir oldi. Asir o‘zini Komron G‘afurov, 29 yoshda, Batkendan, "
        "deb tanishtirdi."
    ),
    "uz-Cyrl": (
        "Украина ҳарбийлари бир эркакни асир олди. Асир ўзини Комрон Ғафуров, 29 ёшда, Баткендан, деб "
        "таништирди."
    ),
    "tg": (
        "Низомиёни Украина мардеро асир гирифтанд. Асир худро Комрон Ғафуров, 29-сола, аз Исфара "
        "муаррифӣ кард."
    ),
    "ky": (
        "Украин аскерлери бир эркекти туткунга алды. Туткун өзүн Комрон Гафуров, 29 жашта, Баткенден "
        "деп тааныштырды."
    ),
    "kk": (
        "Украин сарбаздары бір ер адамды тұтқынға алды. Тұтқын өзін Комрон Ғафуров, 29 жаста, "
        "Ақтаудан деп таныстырды."
    ),
}
DENIES = {
    "ru": (
        "Глава села сказал, что Улан Асанов ушёл на войну сам. Его жена Гульнара это отрицает: «Мой "
        "муж не хотел воевать. В мае его задержала полиция в Казани и заставила подписать контракт»."
    ),
    "en": (
        "The village head said Ulan Asanov went to war by himself. His wife Gulnara denies it: “My "
        "husband did not want to fight. In May the police detained him in Kazan and forced him to "
        "sign a contract.”"
    ),
    "uk": (
        "Голова села сказав, що Улан Асанов пішов на війну сам. Його дружина Гульнара це заперечує: "
        "«Мій чоловік не хотів воювати. У травні його затримала поліція в Казані і змусила підписати "
        "контракт»."
    ),
    "uz-Latn": (
        "Qishloq raisi Ulan Asanov urushga o‘zi ketganini aytdi. Uning xotini Gulnora buni rad etadi: "
        "«Erim urushni xohlamagan. Mayda Qozonda politsiya uni ushlab, majburan shartnoma "
        "imzolatgan»."
    ),
    "uz-Cyrl": (
        "Қишлоқ раиси Улан Асанов урушга ўзи кетганини айтди. Унинг хотини Гулнора буни рад этади: "
        "«Эрим урушни хоҳламаган. Майда Қозонда полиция уни ушлаб, мажбуран шартнома имзолатган»."
    ),
    "tg": (
        "Раиси деҳа гуфт, ки Улан Асанов ба ҷанг худаш рафт. Занаш Гулнора инро рад мекунад: "
        "«Шавҳарам ҷангро намехост. Моҳи май ӯро дар Қазон полис дошта, маҷбуран шартнома имзо "
        "кунонд»."
    ),
    "ky": (
        "Айыл башчысы Улан Асанов согушка өзү кеткенин айтты. Аялы Гүлнара муну четке кагат: «Күйөөм "
        "согушту каалаган эмес. Майда Казанда полиция аны кармап, келишимге мажбурлап кол койдурган»."
    ),
    "kk": (
        "Ауыл әкімі Ұлан Асанов соғысқа өзі кеткенін айтты. Әйелі Гүлнара мұны жоққа шығарады: "
        "«Күйеуім соғысқысы келмеген. Мамырда Қазанда полиция оны ұстап, келісімшартқа мәжбүрлеп қол "
        "қойғызған»."
    ),
}
GOES_ON = {
    "ru": (
        "Рустам Хошимов, 45 лет, водитель. Он этого не скрывает: «Мне нужны были деньги. 14 мая 2023 "
        "года я подписал контракт». Под Купянском был ранен в плечо, в июне 2024 года вернулся домой."
    ),
    "en": (
        "Rustam Hoshimov, 45, is a driver. He does not hide it: “I needed the money. On 14 May 2023 I "
        "signed a contract.” He was wounded in the shoulder near Kupiansk and returned home in June "
        "2024."
    ),
    "uk": (
        "Рустам Хошимов, 45 років, водій. Він цього не приховує: «Мені потрібні були гроші. 14 травня "
        "2023 року я підписав контракт». Під Куп’янськом був поранений у плече, у червні 2024 року "
        "повернувся додому."
    ),
    "uz-Latn": (
        "Rustam Hoshimov, 45 yosh, haydovchi. U buni yashirmaydi: «Pul kerak edi. 2023-yil 14-mayda "
        "shartnoma imzoladim». Kupyansk yaqinida yelkasidan yaralangan, 2024-yil iyunda uyiga "
        "qaytgan."
    ),
    "uz-Cyrl": (
        "Рустам Ҳошимов, 45 ёш, ҳайдовчи. У буни яширмайди: «Пул керак эди. 2023 йил 14 майда "
        "шартнома имзоладим». Купянск яқинида елкасидан яраланган, 2024 йил июнда уйига қайтган."
    ),
    "tg": (
        "Рустам Ҳошимов, 45-сола, ронанда. Ӯ инро пинҳон намекунад: «Пул лозим буд. 14-уми майи соли "
        "2023 шартнома имзо кардам». Дар назди Купянск аз китфаш захмӣ шуд, моҳи июни соли 2024 ба "
        "хона баргашт."
    ),
    "ky": (
        "Рустам Хошимов, 45 жашта, айдоочу. Ал муну жашырбайт: «Акча керек эле. 2023-жылы 14-майда "
        "келишимге кол койдум». Купянскинин жанында ийнинен жарадар болгон, 2024-жылы июнда үйүнө "
        "кайткан."
    ),
    "kk": (
        "Рустам Хошимов, 45 жаста, жүргізуші. Ол мұны жасырмайды: «Ақша керек болды. 2023 жылы 14 "
        "мамырда келісімшартқа қол қойдым». Купянск маңында иығынан жараланды, 2024 жылы маусымда "
        "үйіне оралды."
    ),
}
NOTICE = {
    "ru": (
        "Шерзод Чориев ушёл на войну. В январе военкомат прислал семье извещение; в нём указано, что "
        "Чориев пропал без вести 9 августа 2024 года."
    ),
    "en": (
        "Sherzod Choriev went to war. In January the enlistment office sent the family a notice; it "
        "says that Choriev has been missing since 9 August 2024."
    ),
    "uk": (
        "Шерзод Чорієв пішов на війну. У січні військкомат надіслав родині сповіщення; у ньому "
        "вказано, що Чорієв зник безвісти 9 серпня 2024 року."
    ),
    "uz-Latn": (
        "Sherzod Choriyev urushga ketgan. Yanvarda komissariat oilaga bildirishnoma yubordi; unda "
        "Choriyev 2024-yil 9-avgustdan beri bedarak yo‘qolgan deb ko‘rsatilgan."
    ),
    "uz-Cyrl": (
        "Шерзод Чориев урушга кетган. Январда комиссариат оилага билдиришнома юборди; унда Чориев "
        "2024 йил 9 августдан бери бедарак йўқолган деб кўрсатилган."
    ),
    "ky": (
        "Шерзод Чориев согушка кеткен. Январда комиссариат үй-бүлөгө кабарлама жиберди; анда Чориев "
        "2024-жылдын 9-августунан бери дайынсыз жоголгон деп көрсөтүлгөн."
    ),
    "kk": (
        "Шерзод Чориев соғысқа кетті. Қаңтарда комиссариат отбасына хабарлама жіберді; онда Чориев "
        "2024 жылғы 9 тамыздан бері хабар-ошарсыз кетті деп көрсетілген."
    ),
}


def _classes(lang: str, text: str, *wanted: str) -> set[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    return {c.evidence.value for c in claims if c.property in wanted}


@pytest.mark.parametrize("lang", NAMES_HIMSELF)
def test_whoever_gives_his_name_says_it_himself(lang: str) -> None:
    assert _classes(lang, NAMES_HIMSELF[lang], "name", "age") == {"direct"}


@pytest.mark.parametrize("lang", DENIES)
def test_a_wife_before_a_colon_speaks_to_the_end_of_the_quotation(lang: str) -> None:
    assert _classes(lang, DENIES[lang], "detained", "detained.by") == {"hearsay"}


@pytest.mark.parametrize("lang", GOES_ON)
def test_he_goes_on_behind_the_quotation_that_a_colon_opened(lang: str) -> None:
    assert _classes(lang, GOES_ON[lang], "contract_signed", "wounded", "returned") == {"direct"}


@pytest.mark.parametrize("lang", NOTICE)
def test_what_stands_in_a_notice_named_in_the_same_sentence(lang: str) -> None:
    assert _classes(lang, NOTICE[lang], "missing", "missing.date") == {"document"}


def test_an_outlet_that_quotes_the_accused_is_no_office() -> None:
    text = (
        "Marg‘ilon shahar sudi 41 yoshli Bahodir Ismoilovni aybdor deb topdi. Hukmni sud matbuot xizmati "
        "ma’lum qildi.\n\n«Menga afv va’da qilishdi», — dedi u majlisda. Rafiqasi Zuhra hukmdan norozi."
    )
    claims = extract_text(text, lang="uz-Latn", published="2025-03-01").claims
    assert {c.evidence.value for c in claims if c.property in {"age", "kin.wife"}} == {"press"}
