"""Strangers who ring, what was heard from others, papers handed over, in Kyrgyz, Kazakh and Uzbek. All invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

MAN_KY = "33 жаштагы Нурбек Исаков 2023-жылы Екатеринбургга кеткен.\n\n"
MAN_UZ = "33 yoshli Aziz Karimov 2023-yilda Yekaterinburgga ketgan.\n\n"
MAN_KK = "33 жастағы Азамат Омаров 2023 жылы Екатеринбургке кеткен.\n\n"


def _classes(text: str, lang: str, prop: str) -> list[str]:
    claims = extract_text(text, lang=lang, published="2025-03-01").claims
    return [c.evidence.value for c in claims if c.property == prop]


@pytest.mark.parametrize(
    ("lang", "text", "prop", "evidence"),
    [
        (
            "ky",
            MAN_KY + "Келинге бир жоокер жазып, Нурбек 2-ноябрда жарадар болгонун билдирген.",
            "wounded",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Келинге бир жоокер жазып, Нурбек кайтпаганын билдирген. "
            "Анын кабарында жигит туткунга түшкөн деп айтылат.",
            "captured",
            "hearsay",
        ),
        (
            "uz",
            MAN_UZ + "Oilaga bir askar qo'ng'iroq qilib, Aziz 2-noyabrda yaralanganini aytgan.",
            "wounded",
            "hearsay",
        ),
        (
            "kk",
            MAN_KK + "Отбасына бір сарбаз телефон шалып, Азамат 2 қарашада жараланғанын айтқан.",
            "wounded",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Айылдыктардын айтымында, Нурбек Тюменде курулушта иштеген.",
            "occupation",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Анын курдашы Улан жигит согушка 2024-жылы кеткенин айтты.",
            "deployed",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Каналда Нурбек 2-декабрда Кураховодо каза болгон деп жазылган.",
            "died",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Москвадан келген расмий жоопто Исаков дайынсыз жоголгондордун катарында турат.",
            "missing",
            "document",
        ),
        (
            "ky",
            MAN_KY + "«Мага кагаз беришти: 14-февралда каза тапкан деп жазылыптыр», — дейт агасы.",
            "died",
            "document",
        ),
        (
            "ky",
            (
                "Дилбар күйөөсүнүн өлүмү тууралуу эки кагаз алган. Биринчисинде Акрам Жусупов апрелде каза болгон "
                "деп жазылган. Экинчисинде ал 3-июнда дайынсыз жоголгон деп көрсөтүлгөн."
            ),
            "missing",
            "document",
        ),
        (
            "ky",
            (
                "Адам укуктарын коргоочу Рита Карасартова тизме жарыялады.\n\n"
                "«Ошолордун бири — Алмаз Исманов. Алмаз декабрда Соледардын жанында жарадар болгон», — дейт ал."
            ),
            "wounded",
            "hearsay",
        ),
        (
            "kk",
            MAN_KK + "Анасына «Тигр» деген жауынгер жазып, Азамат жараланғанын айтқан.",
            "wounded",
            "hearsay",
        ),
        (
            "kk",
            MAN_KK + "Анасына бір сарбаз жазыпты. Оның хабарламасында Азамат тұтқынға түскен делінген.",
            "captured",
            "hearsay",
        ),
        ("kk", MAN_KK + "Штаб мәліметінше, Азамат тұтқынға түскен.", "captured", "official"),
        ("kk", MAN_KK + "Арнада Азамат қыркүйекте қаза тапқан деп жазылған.", "died", "hearsay"),
        (
            "ky",
            (
                "Тактайчалардын биринде «Касымов Э. Т., 1991-2024» деп жазылган. "
                "Экинчисинде Кубанычбек Асанов 2024-жылы 19-октябрда каза болгону көрсөтүлгөн."
            ),
            "died",
            "document",
        ),
        (
            "ky",
            MAN_KY
            + "Ал Нурбек менен бир окопто болгонун, аны майдын аягында чабуулга алып кетишкенин айткан.",
            "deployed",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Аскер комиссариатынын кызматкери Валерий Сухов медаль тапшырды. "
            "Суховдун айтымында, Нурбек майда набыт болгон.",
            "died",
            "official",
        ),
        ("ky", MAN_KY + "Нурбек штурмга кирип, кайтпай калган.", "missing", "press"),
        ("kk", MAN_KK + "Азамат шабуылдан оралмай қалған.", "missing", "press"),
        (
            "ky",
            MAN_KY + "Коштомо барактагы маалыматка ылайык, маркум 3-мартта Луганскиде каза болгон.",
            "died",
            "document",
        ),
        (
            "ky",
            MAN_KY + "Район администрациясынын телеграм-каналында ал августта курман болгону жазылган.",
            "died",
            "official",
        ),
        (
            "ky",
            MAN_KY + "Майда Мээримге Наташа аттуу кыз жазып, Нурбек госпиталда жатканын билдирген.",
            "seen_alive",
            "hearsay",
        ),
        (
            "ky",
            MAN_KY + "Чогуу иштеген кыргыздардын айтымында, аны базардан кармашкан.",
            "detained",
            "hearsay",
        ),
        ("ky", MAN_KY + "Апасы Токтобүбү өлүм кабарын айылдашынан укканын айтты.", "kin.mother", "press"),
    ],
)
def test_whose_word_it_is(lang: str, text: str, prop: str, evidence: str) -> None:
    assert evidence in _classes(text, lang, prop)


def test_behind_a_name_the_word_for_a_mother_only_honours() -> None:
    text = "70 жаштагы Шаарбүбү апанын үйү. Небереси Кубан Асанов дайынсыз. Шаарбүбү апа күтүп жүрөт."
    assert _classes(text, "ky", "kin.mother") == []


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        (MAN_KY + "Дрон сокку урганда Нурбек окопто болгон.", "coercion"),
        (MAN_KY + "Аялы сотко берип, күйөөсүн өлдү деп тааныткысы келет.", "died"),
        (MAN_KY + "Агасына орус номерден чалышкан.", "ethnicity"),
        (MAN_KY + "Аны Сахарово борборунда үч күн кармашыптыр.", "deployed"),
        (MAN_KY + "Бөлүгүндө кызмат кылган жигит аялына апрелде жазган.", "info_requested"),
        (MAN_KY + "2023-жылы машине менен бирөөнү уруп алып, абакка түшкөн.", "coercion"),
        (MAN_KY + "Айылдаштары аны көмүлдү деп угушкан.", "buried"),
        (MAN_KY + "Бул берене боюнча он жылга чейин эркинен ажыратуу каралган.", "sentenced"),
        (MAN_KY + "Жогорку сот өкүмдү шарттуу жазага алмаштырган.", "exchanged"),
        (MAN_KY + "Карточкасын командир кармап турат.", "detained"),
        (MAN_KY + "Анын көмүлгөнү белгисиз.", "buried"),
        (MAN_KY + "Аялы сотко кайрылган.", "info_requested"),
        (MAN_KY + "Бул айылга келген үчүнчү табыт.", "returned"),
    ],
)
def test_what_is_not_said_in_kyrgyz(text: str, prop: str) -> None:
    assert _classes(text, "ky", prop) == []


@pytest.mark.parametrize(
    ("text", "prop"),
    [
        (MAN_KK + "Ол Оралға төрт тәулік жүк көлігімен келді.", "died"),
        (MAN_KK + "Үйге келген хатта бір сөз бар.", "returned"),
        (MAN_KK + "Танысы оны әскери бөлімге апарған.", "detained"),
        (MAN_KK + "Бұл ауылға келген екінші табыт.", "returned"),
        (MAN_KK + "Әйелі сотқа жүгінген.", "info_requested"),
        (MAN_KK + "Әйелі оны соттан өлді деп танытуды сұраған.", "died"),
    ],
)
def test_what_is_not_said_in_kazakh(text: str, prop: str) -> None:
    assert _classes(text, "kk", prop) == []
