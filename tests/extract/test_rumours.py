"""What is rumoured is hearsay, in whichever words. Every person here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

BEFORE = {
    "en": "Bakyt Sadykov, 24, left Naryn for Moscow in 2023. His mother, Aida, waits at home. ",
    "ru": "Бакыт Садыков, 24 года, уехал из Нарына в Москву в 2023 году. Его мать Аида ждёт дома. ",
    "uk": "Бакит Садиков, 24 роки, поїхав з Нарина до Москви у 2023 році. Його мати Аїда чекає вдома. ",
    "ky": "24 жаштагы Бакыт Садыков 2023-жылы Нарындан Москвага кеткен. Апасы Аида үйдө күтүп жүрөт. ",
    "kk": "24 жастағы Бақыт Садықов 2023 жылы Тараздан Мәскеуге кеткен. Анасы Аида үйде күтіп отыр. ",
    "tg": "Сайдалӣ Назаров, 24-сола, соли 2023 аз Хуҷанд ба Маскав рафт. Модараш Оиша дар хона интизор аст. ",
    "uz-Latn": "24 yoshli Baxtiyor Sodiqov 2023-yilda Namangandan Moskvaga ketgan. Onasi Oysha kutib o'tiribdi. ",
}


@pytest.mark.parametrize(
    ("lang", "rumour", "prop"),
    [
        ("en", "Neighbours whisper that he was captured near Lyman.", "captured"),
        ("en", "Word has it that he was wounded near Bakhmut.", "wounded"),
        ("en", "There is talk in the village that he deserted in May.", "deserted"),
        ("en", "It is whispered that he signed a contract in Rostov.", "contract_signed"),
        ("ru", "Соседи шепчутся, что его взяли в плен под Лиманом.", "captured"),
        ("ru", "По селу говорят, что он подписал контракт в Ростове.", "contract_signed"),
        ("ru", "Ходят слухи, что он ранен под Бахмутом.", "wounded"),
        ("uk", "Сусіди шепочуться, що його взяли в полон під Лиманом.", "captured"),
        ("uk", "Подейкують, що він підписав контракт у Ростові.", "contract_signed"),
        ("ky", "Ал Бахмутта жарадар болуптур деп кошуналар шыбырашат.", "wounded"),
        ("ky", "Ростовдо келишимге кол койгон деген кеп-сөз тараган.", "contract_signed"),
        ("kk", "Ол Лиманның маңында тұтқынға түсті деген қауесет тарады.", "captured"),
        ("kk", "Ростовта келісімшартқа қол қойған деген әңгіме бар.", "contract_signed"),
        ("tg", "Овозае ҳаст, ки ӯ назди Лиман асир афтодааст.", "captured"),
        ("tg", "Дар деҳа гап мегардад, ки ӯ дар Бахмут захмӣ шудааст.", "wounded"),
        ("uz-Latn", "U Liman yaqinida asirga tushgan degan gap tarqalgan.", "captured"),
        ("uz-Latn", "Rostovda shartnoma imzolagan degan mish-mish bor.", "contract_signed"),
    ],
)
def test_a_rumour_is_hearsay(lang: str, rumour: str, prop: str) -> None:
    found = extract_text(BEFORE[lang] + rumour, lang=lang, published="2025-03-20")
    assert {c.evidence for c in found.claims if c.property == prop} == {"hearsay"}


def test_behind_a_rumour_the_outlet_goes_on() -> None:
    text = (
        BEFORE["en"] + "Neighbours whisper that he was captured near Lyman. He signed a contract in Rostov."
    )
    found = extract_text(text, lang="en", published="2025-03-20")
    assert {c.evidence for c in found.claims if c.property == "contract_signed"} == {"press"}
