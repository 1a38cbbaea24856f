"""Offices, strangers and papers that Kyrgyz, Kazakh and Tajik news name as their source."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

LANGS = ("ky", "kk", "tg")
FRAMES = {
    "ky": "{} Бакыт Ташиевдин Бахмут шаарынын жанында туткунга түшкөнүн билдирди.",
    "kk": "{} Ерлан Тәшіевтің Бахмут қаласының маңында тұтқынға түскенін хабарлады.",
    "tg": "{} хабар дод, ки Фирӯз Тошов дар назди шаҳри Бахмут асир афтодааст.",
}
TOLD = {
    "ky": "Бакыт Ташиев Бахмут шаарынын жанында туткунга түшкөн, — деди {}.",
    "kk": "Ерлан Тәшіев Бахмут қаласының маңында тұтқынға түскен, — деді {}.",
    "tg": "Фирӯз Тошов дар назди шаҳри Бахмут асир афтодааст, гуфт {}.",
}
OFFICES = {
    "ky": (
        "Мамлекеттик бажы кызматы|Россиянын Федералдык жазаларды аткаруу кызматы|Райондук сот"
        "|Биринчи май райондук соту|Кыргызстандын ТИМи|Адилет министрлиги|«Жашагым келет» долбоору"
        "|Гарнизондун командачылыгы|Соттук-медициналык экспертиза бюросу|Министрлер кабинети|Росгвардия"
        "|Чет өлкөдө жумушка орноштуруу борбору|Украинанын аскердик чалгыны|Колониянын администрациясы"
    ),
    "kk": (
        "Ресейдің Жазаны орындау федералды қызметі|Орал қалалық соты|Украина әскери барлауы|Мәслихат"
        "|Сот-медициналық сараптама орталығы|Гарнизонның қолбасшылығы|Көші-қон орталығы|Үкімет"
        "|Университет ректораты|Түрме басшылығы|Халыққа қызмет көрсету орталығы|Қауіпсіздік кеңесі"
    ),
    "tg": (
        "Нерӯҳои сарҳадӣ|Агентии меҳнат ва шуғли аҳолӣ дар хориҷа|Гумрук|Вазорати умури хориҷа|КҲФ"
        "|Сарконсули Тоҷикистон|Иктишофи ҳарбии Украина|Ситоди генералии Нерӯҳои мусаллаҳи Украина"
        "|Фармондеҳии гарнизон|Маркази экспертизаи тиббии судӣ|Ректори Донишгоҳи тиббӣ|Маркази муҳоҷират"
    ),
}
HEADS = {
    "ky": "участковый|ректор|спикер|гарнизондун коменданты|абактын начальниги",
    "kk": "ректор|спикер|премьер-министр|гарнизон коменданты|морг меңгерушісі",
    "tg": "ректор|спикер|шаҳрдор|сарконсул|военком",
}
STRANGERS = {
    "ky": (
        "Ватсап тобунун мүчөлөрү|Россиядагы мекендештер|Фейсбук колдонуучусу|Мечиттен чыккандар"
        "|Мигранттар|Базардагылар|Аты белгисиз булак"
    ),
    "kk": (
        "Топ мүшелері|Ресейдегі отандастары|Фейсбук қолданушысы|Мешіттен шыққандар|Базардағылар"
        "|Аты-жөнін атағысы келмеген дереккөз|Чаттағылар|Мигранттар"
    ),
    "tg": (
        "Аъзоёни гурӯҳ|Ҳамватанаш|Ҳамсинфонаш|Аз масҷид баромадагон|Намозгузорон|Муҳоҷирони меҳнатӣ"
        "|Бозориён|Таксист|Як сарбоз|Мардуми кӯча"
    ),
}
UNKNOWN = {
    "ky": "белгисиз адам|өзүн тааныштырбаган адам|таксист|мекендеши",
    "kk": "белгісіз адам|аты-жөнін айтқысы келмеген адам|таксист|отандасы",
    "tg": "таксист|ҳамватанаш|як сарбоз",
}


def named(sources: dict[str, str]) -> list[tuple[str, str]]:
    return [(lang, source) for lang in LANGS for source in sources[lang].split("|")]


def captured(lang: str, text: str) -> set[str]:
    read = extract_text(text, lang=lang, published="2025-03-01")
    return {c.evidence.value for c in read.claims if c.property == "captured"}


@pytest.mark.parametrize(("lang", "office"), named(OFFICES))
def test_what_an_office_reports_is_official(lang: str, office: str) -> None:
    assert "official" in captured(lang, FRAMES[lang].format(office))
    assert "hearsay" not in captured(lang, FRAMES[lang].format(office))


@pytest.mark.parametrize(("lang", "head"), named(HEADS))
def test_what_an_office_holder_says_is_official(lang: str, head: str) -> None:
    assert captured(lang, TOLD[lang].format(head)) == {"official"}


@pytest.mark.parametrize(("lang", "who"), named(STRANGERS))
def test_what_strangers_report_is_hearsay(lang: str, who: str) -> None:
    assert captured(lang, FRAMES[lang].format(who)) == {"hearsay"}


@pytest.mark.parametrize(("lang", "who"), named(UNKNOWN))
def test_what_an_unknown_man_says_is_hearsay(lang: str, who: str) -> None:
    assert captured(lang, TOLD[lang].format(who)) == {"hearsay"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ky", "Социалдык тармактарда Бакыт Чотбаевдин Соледарда курман болгону тарады."),
        ("ky", "Базардагы кеп боюнча, Бакыт Мойдунов келишимге кол коюптур."),
        ("kk", "Өсек-аяңға сенсек, Ерлан Төребеков Ресейде түрмеде отырған."),
        ("tg", "Дар шабакаҳои иҷтимоӣ паҳн шуд, ки Фирӯз Чориев дар Соледар кушта шудааст."),
    ],
)
def test_a_rumour_is_hearsay(lang: str, text: str) -> None:
    read = extract_text(text, lang=lang, published="2025-03-01")
    told = {"died", "contract_signed", "imprisoned"}
    assert {c.evidence.value for c in read.claims if c.property in told} == {"hearsay"}


def test_by_his_tag_is_a_paper() -> None:
    text = "Аскердик жетонго караганда, Бакыт Парпиев 70-мотоаткычтар дивизиясында кызмат өтөгөн."
    read = extract_text(text, lang="ky", published="2025-03-01")
    assert {c.evidence.value for c in read.claims if c.property == "unit"} == {"document"}


def test_a_stepfather_tells_of_what_he_knows() -> None:
    text = "Падарандараш ба ёд овард, ки Фирӯз Муҳаббатов дар 19-солагӣ ба Уфа рафт."
    read = extract_text(text, lang="tg", published="2025-03-01")
    assert {c.evidence.value for c in read.claims if c.property == "migrated"} == {"direct"}
