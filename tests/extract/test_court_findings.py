"""What a court finds is the court's word, in eight variants; every person is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

FINDINGS = {
    "en": (
        "The Navoi District Court sentenced Otabek Sharipov, 33, to six years for mercenary activity.",
        "The court found that Sharipov left for Samara in 2021 and signed a contract in March 2023.",
    ),
    "ru": (
        "Навоийский районный суд приговорил Отабека Шарипова, 33 лет, к шести годам за наёмничество.",
        "Суд установил, что Шарипов в 2021 году уехал в Самару и в марте 2023 года подписал контракт.",
    ),
    "uk": (
        "Навоїйський районний суд засудив Отабека Шаріпова, 33 років, до шести років за найманство.",
        "Суд встановив, що Шаріпов у 2021 році поїхав до Самари і в березні 2023 року підписав контракт.",
    ),
    "ky": (
        "Навои райондук соту 33 жаштагы Отабек Шариповду жалданмачылык үчүн алты жылга кести.",
        "Сот Шарипов 2021-жылы Самарага кеткенин жана 2023-жылдын мартында келишимге кол койгонун аныктады.",
    ),
    "kk": (
        "Навои аудандық соты 33 жастағы Отабек Шариповты жалдамалылық үшін алты жылға соттады.",
        "Сот Шариповтің 2021 жылы Самараға кеткенін және 2023 жылғы наурызда келісімшартқа қол қойғанын анықтады.",
    ),
    "uz-Latn": (
        "Navoiy tuman sudi 33 yoshli Otabek Sharipovni yollanmachilik uchun olti yilga qamadi.",
        "Sud Sharipov 2021-yilda Samaraga ketganini va 2023-yil mart oyida shartnoma imzolaganini aniqladi.",
    ),
    "uz-Cyrl": (
        "Навоий туман суди 33 ёшли Отабек Шариповни ёлланмачилик учун олти йилга қамади.",
        "Суд Шарипов 2021 йилда Самарага кетганини ва 2023 йил март ойида шартнома имзолаганини аниқлади.",
    ),
    "tg": (
        "Додгоҳи ноҳияи Навоӣ Отабек Шарипови 33-соларо барои зархаридӣ ба шаш сол маҳкум кард.",
        "Додгоҳ муайян кард, ки Шарипов соли 2021 ба Самара рафт ва моҳи марти соли 2023 қарордод имзо кард.",
    ),
}


@pytest.mark.parametrize("lang", FINDINGS)
def test_what_a_court_finds_is_the_courts_word(lang: str) -> None:
    heading, finding = FINDINGS[lang]
    text = f"{heading}\n\n{finding}\n"
    found = extract_text(text, lang=lang, published="2025-06-10")
    told = [
        c for c in found.claims if c.start > len(heading) and c.property in {"migrated", "contract_signed"}
    ]
    assert {c.property for c in told} == {"migrated", "contract_signed"}
    assert {c.evidence.value for c in told} == {"official"}


@pytest.mark.parametrize(
    "opening", ["Judges ruled that", "Court documents show that", "The panel established that"]
)
def test_judges_and_their_papers_say_what_they_say(opening: str) -> None:
    text = f"Otabek Sharipov, 33, is on trial.\n\n{opening} Sharipov left for Samara in 2021 and signed a contract in 2023.\n"
    found = extract_text(text, lang="en", published="2025-06-10")
    assert {c.evidence.value for c in found.claims if c.property == "contract_signed"} == {"official"}
