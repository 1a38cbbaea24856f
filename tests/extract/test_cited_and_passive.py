"""Who is cited in the dative, what is said in an office, what a son told his mother. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text


def _read(text: str, lang: str) -> dict[str, str]:
    claims = extract_text(text, lang=lang, published="2024-04-10").claims
    return {c.property: c.evidence.value for c in claims}


@pytest.mark.parametrize(
    ("lang", "text", "evidence"),
    [
        ("uz-Latn", "Elchixona vakiliga ko‘ra, Dilshod Karimov 3-mayda asirga tushgan.", "official"),
        ("uz-Latn", "Qo‘shnilariga ko‘ra, Dilshod Karimov 3-mayda asirga tushgan.", "hearsay"),
        ("ky", "Элчиликтеги кызматкерге ылайык, Дилшод Каримов 3-майда туткунга түшкөн.", "official"),
        ("kk", "Консулдықтағы қызметкерге сәйкес, Дилшод Каримов 3 мамырда тұтқынға түскен.", "official"),
    ],
)
def test_whoever_is_cited_in_the_dative_tells(lang: str, text: str, evidence: str) -> None:
    assert _read(text, lang)["captured"] == evidence


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz-Latn", "Bosh prokuraturada Rustam Aliyev 2022-yilda Rossiyaga ketgani aytildi."),
        ("ky", "Башкы прокуратурада Рустам Алиев 2022-жылы Россияга кеткени айтылды."),
        ("kk", "Бас прокуратурада Рустам Алиев 2022 жылы Ресейге кеткені айтылды."),
    ],
)
def test_what_is_said_in_an_office_is_its_word(lang: str, text: str) -> None:
    assert _read(text, lang)["migrated"] == "official"


def test_nobody_says_what_is_said_nowhere() -> None:
    told = "Rustam Aliyev 2022-yilda Rossiyaga ketgani, u yerda shartnoma tuzgani aytildi."
    assert _read(told, "uz-Latn")["migrated"] == "press"


def test_a_prisoner_tells_of_his_having_gone() -> None:
    told = "Asir Rustam Aliyev videoda 2023-yilda Rossiyaga ketganini gapiradi."
    assert _read(told, "uz-Latn")["migrated"] == "direct"
    spoke = "Rustam Aliyev 2023-yilda Rossiyaga ketgan. U rus tilida yaxshi gapiradi."
    assert _read(spoke, "uz-Latn")["migrated"] == "press"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uz-Latn", "Yigit onasiga gospitaldan gapirayotganini, chap qo‘li yaralanganini aytibdi."),
        ("ky", "Жигит апасына госпиталдан чалып жатканын, колу жараланганын айтыптыр."),
        ("kk", "Жігіт анасына госпитальдан сөйлеп тұрғанын, қолы жараланғанын айтыпты."),
    ],
)
def test_what_he_told_his_mother_comes_through_her(lang: str, text: str) -> None:
    assert _read(text, lang)["wounded"] == "hearsay"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "tg",
            "Бародараш гуфт, ҷасади Зафарро аз Маскав оварданд, ҳамон рӯз гӯр карданд: «Тобут баста буд».",
        ),
        (
            "ru",
            "Брат сказал, тело Зафара привезли в Худжанд, вечером похоронили: «Гроб был запаян, не открыли».",
        ),
        (
            "uk",
            "Брат розповів, тіло Зафара привезли до Худжанда, увечері поховали: «Труна була запаяна зверху».",
        ),
    ],
)
def test_what_stands_between_the_verb_and_the_quotation_is_told_too(lang: str, text: str) -> None:
    assert _read(text, lang)["body_repatriated"] == "direct"


def test_what_he_did_while_he_spoke_is_the_outlets() -> None:
    told = "Брат сказал, вернувшись с могилы, где похоронили Зафара: «Гроб был запаян, открыть не дали»."
    assert _read(told, "ru")["buried"] == "press"


def test_a_correspondent_to_whom_it_is_told_does_not_tell() -> None:
    told = "Ҳамсараш Мавзуна ба хабарнигори мо нақл кард, ки шавҳарашро моҳи июн аз хона бурданд."
    assert _read(told, "tg")["detained"] == "direct"


def test_a_fellow_prisoner_killed_before_his_eyes() -> None:
    told = "Далер Наимов гуфт, ки Нозим Ғафуров моҳи январ дар Соледар пеши чашмаш аз тир кушта шуд."
    assert _read(told, "tg")["died"] == "direct"


def test_children_who_do_not_know_are_no_doubtful_children() -> None:
    told = "Рустам Солиев асир афтод. Ҳамсараш мегӯяд: «Се кӯдакам намедонанд, ки падарашон куҷост»."
    claims = extract_text(told, lang="tg", published="2024-04-10").claims
    assert next(c.polarity.value for c in claims if c.property == "kin.children") == "affirmed"


def test_his_voice_is_no_rumour() -> None:
    told = "Рустам Солиев ба ҷанг рафт. Падараш гуфт: «Моҳи май занг зад, дигар овозашро нашунидем»."
    assert _read(told, "tg")["contact_lost"] == "direct"
    rumour = "Рустам Солиев ба ҷанг рафт. Дар деҳа овоза шуд, ки ӯ дар Бахмут кушта шудааст."
    assert _read(rumour, "tg")["died"] == "hearsay"
