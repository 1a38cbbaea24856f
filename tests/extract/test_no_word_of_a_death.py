"""An office that says it knows nothing of a death tells of no death: a false one is the worst that we can do."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

KNOWS_NOTHING = [
    ("ru", "МИД Казахстана на запрос редакции ответил, что сведений о гибели Азамата Норова не имеет."),
    ("ru", "МИД Казахстана ответил, что не имеет сведений о гибели Азамата Норова."),
    ("ru", "В посольстве сказали, что информации о смерти Азамата Норова у них нет."),
    ("ru", "В министерстве заявили, что данных о гибели Азамата Норова не поступало."),
    (
        "ru",
        "В военкомате ответили, что сведениями о гибели гражданина Казахстана не располагают. Азамат Норов уехал в 2022 году.",
    ),
    ("en", "The Foreign Ministry said it had no information about the death of Azamat Norov."),
    ("en", "The embassy replied that it has no record of Azamat Norov's death."),
    ("en", "The ministry said it had not received any information on Azamat Norov's death."),
    ("uk", "МЗС відповіло, що відомостей про загибель Азамата Норова не має."),
    ("uk", "У посольстві сказали, що інформації про смерть Азамата Норова немає."),
    ("ky", "Тышкы иштер министрлиги Азамат Норовдун өлүмү тууралуу маалымат жок экенин билдирди."),
    ("ky", "Элчилик Азамат Норовдун каза болгону тууралуу маалымат түшкөн жок деп жооп берди."),
    ("kk", "Сыртқы істер министрлігі Азамат Норовтың қазасы туралы мәлімет жоқ екенін айтты."),
    ("kk", "Елшілік Азамат Норовтың қаза тапқаны туралы ақпарат түспегенін хабарлады."),
    ("uz-Latn", "Tashqi ishlar vazirligi Azamat Norovning o‘limi haqida ma’lumot yo‘qligini bildirdi."),
    ("uz-Latn", "Elchixona Azamat Norovning halok bo‘lgani haqida ma’lumot kelmaganini aytdi."),
    ("uz-Cyrl", "Ташқи ишлар вазирлиги Азамат Норовнинг ўлими ҳақида маълумот йўқлигини билдирди."),
    ("tg", "Вазорати корҳои хориҷӣ гуфт, ки дар бораи марги Азамат Норов маълумот надорад."),
    ("tg", "Сафорат посух дод, ки аз ҳалокати Азамат Норов хабар надорад."),
]


@pytest.mark.safety
@pytest.mark.parametrize(("lang", "text"), KNOWS_NOTHING)
def test_safety_an_office_that_knows_nothing_of_a_death_tells_of_none(lang: str, text: str) -> None:
    claims = extract_text(text, lang=lang, published="2024-10-12").claims
    assert not [
        c for c in claims if c.property == "died" and c.value == "true" and c.polarity.value == "affirmed"
    ]
