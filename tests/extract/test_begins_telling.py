"""Who begins to tell in a sentence that itself tells nothing: the next ones are theirs. Everybody is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

ANSWERED = {
    "en": "Talant Osmonov, 33, is from Naryn. The embassy answered our letter in two sentences. After the assault he went missing.",
    "ru": "Талант Осмонов, 33 года, родом из Нарына. На наше письмо военный комиссар ответил двумя предложениями. После штурма он пропал без вести.",
    "uk": "Талант Осмонов, 33 роки, родом із Нарина. На наш лист військовий комісар відповів двома реченнями. Після штурму він зник безвісти.",
    "ky": "Нарындык Талант Осмонов 33 жашта. Катыбызга аскер комиссары эки сүйлөм менен жооп берди. Чабуулдан кийин ал дайынсыз жоголгон.",
    "kk": "Нарындық Талант Осмонов 33 жаста. Хатымызға әскери комиссар екі сөйлеммен жауап берді. Шабуылдан кейін ол хабарсыз кеткен.",
    "tg": "Талант Осмонов 33-сола, аз Норин аст. Ба номаи мо комиссари ҳарбӣ бо ду ҷумла ҷавоб дод. Баъди ҳамла ӯ бедарак шудааст.",
    "uz-Latn": "Norinlik Talant Osmonov 33 yoshda. Maktubimizga harbiy komissar ikki jumla bilan javob berdi. Hujumdan keyin u bedarak yo‘qolgan.",
    "uz-Cyrl": "Норинлик Талант Осмонов 33 ёшда. Мактубимизга ҳарбий комиссар икки жумла билан жавоб берди. Ҳужумдан кейин у бедарак йўқолган.",
}
TELLS = {
    "ru": "Талант Осмонов, 33 года, погиб в мае. Его мать рассказывает неохотно. В 2021 году он уехал в Россию.",
    "ky": "Талант Осмонов 33 жашта эле, май айында каза болгон. Апасы акырын сүйлөйт. Ал 2021-жылы Россияга кеткен.",
    "kk": "Талант Осмонов 33 жаста еді, мамырда қаза тапты. Анасы баяу сөйлейді. Ол 2021 жылы Ресейге кеткен.",
    "tg": "Талант Осмонов, 33-сола, моҳи май ҳалок шуд. Модараш оҳиста нақл мекунад. Ӯ соли 2021 ба Русия рафт.",
    "uz-Latn": "Talant Osmonov 33 yoshda edi, may oyida halok bo‘lgan. Onasi sekin gapiradi. U 2021-yilda Rossiyaga ketgan.",
    "uz-Cyrl": "Талант Осмонов 33 ёшда эди, май ойида ҳалок бўлган. Онаси секин гапиради. У 2021 йилда Россияга кетган.",
}


def classes(lang: str, text: str, prop: str) -> set[str]:
    found = extract_text(text, lang=lang, published="2025-03-20")
    return {c.evidence for c in found.claims if c.property == prop}


@pytest.mark.parametrize("lang", ANSWERED)
def test_an_office_that_answers_says_what_stands_behind(lang: str) -> None:
    assert classes(lang, ANSWERED[lang], "missing") == {"official"}


@pytest.mark.parametrize("lang", TELLS)
def test_a_mother_who_tells_haltingly_says_what_stands_behind(lang: str) -> None:
    assert classes(lang, TELLS[lang], "migrated") == {"direct"}


LINE = {
    "en": "Talant Osmonov, 33, is from Naryn. In answer to our letter a single line came from the consulate. "
    "There is no information about Osmonov.",
    "ru": "Талант Осмонов, 33 года, родом из Нарына. Из консульства пришла одна строка. Сведений об Осмонове нет.",
    "ky": "Нарындык Талант Осмонов 33 жашта. Консулдуктан бир сап жооп келди. Осмонов тууралуу маалымат жок.",
    "kk": "Нарындық Талант Осмонов 33 жаста. Консулдықтан бір жол жауап келді. Осмонов туралы мәлімет жоқ.",
    "tg": "Талант Осмонов 33-сола, аз Норин аст. Аз консулгарӣ як сатр омад. Дар бораи Осмонов маълумот нест.",
    "uz-Latn": "Norinlik Talant Osmonov 33 yoshda. Konsullikdan bir satr javob keldi. Osmonov haqida ma’lumot yo‘q.",
}
ASKED = {
    "en": "His sister Dilfuza says his phone is off. Our newspaper sent the Defence Ministry a request about him.",
    "ru": "Телефон у него отключён, рассказывает сестра. Наша газета направила запрос в Минобороны.",
    "uk": "Телефон у нього вимкнений, розповідає сестра. Наша газета надіслала запит до Міноборони.",
    "kk": "Телефоны өшірулі, дейді әпкесі. Біздің газет ол туралы қорғаныс министрлігіне сауал жолдады.",
    "uz-Latn": "Telefoni o‘chiq, deydi opasi. Gazetamiz u haqida Mudofaa vazirligiga so‘rov yubordi.",
}
YOURS = {
    "en": "A stranger phoned his father. “Your son has been wounded,” the man said, the father recounts.",
    "ru": "Отцу позвонил незнакомец. «Ваш сын ранен», — сказал мужчина, вспоминает отец.",
}
MAN = {
    "en": "Talant Osmonov, 33, is from Naryn. ",
    "ru": "Талант Осмонов, 33 года, родом из Нарына. ",
    "uk": "Талант Осмонов, 33 роки, родом із Нарина. ",
    "kk": "Нарындық Талант Осмонов 33 жаста. ",
    "uz-Latn": "Norinlik Talant Osmonov 33 yoshda. ",
}


@pytest.mark.parametrize("lang", LINE)
def test_an_office_that_sends_a_line_says_that_it_knows_nothing(lang: str) -> None:
    assert classes(lang, LINE[lang], "official_no_info") == {"official"}


@pytest.mark.parametrize("lang", ASKED)
def test_what_a_newspaper_asks_is_its_own_to_tell(lang: str) -> None:
    assert classes(lang, MAN[lang] + ASKED[lang], "info_requested") == {"press"}


@pytest.mark.parametrize("lang", YOURS)
def test_nobody_says_your_son_of_himself(lang: str) -> None:
    found = extract_text(MAN[lang] + YOURS[lang], lang=lang, published="2025-03-20")
    wounded = [c for c in found.claims if c.property == "wounded"]
    assert wounded
    assert not [c for c in wounded if c.speakers[0].startswith(("Talant", "Талант"))]
    assert "press" not in {c.evidence for c in wounded}


TO_AN_OFFICE = {
    "ru": "Талант Осмонов, 33 года, родом из Нарына. В посольство пришло письмо. После штурма он пропал без вести.",
    "en": "Talant Osmonov, 33, is from Naryn. A letter came to the embassy. After the assault he went missing.",
    "ky": "Нарындык Талант Осмонов 33 жашта. Консулдукка кат келди. Чабуулдан кийин ал дайынсыз жоголгон.",
    "uz-Latn": "Norinlik Talant Osmonov 33 yoshda. Konsullikka xat keldi. Hujumdan keyin u bedarak yo‘qolgan.",
}


@pytest.mark.parametrize("lang", TO_AN_OFFICE)
def test_an_office_to_which_a_letter_comes_says_nothing(lang: str) -> None:
    assert "official" not in classes(lang, TO_AN_OFFICE[lang], "missing")


def test_somebody_in_an_office_answers_for_it() -> None:
    text = (
        "Талант Осмонов, 33 года, из Нарына. В посольстве ответили двумя предложениями. Он пропал без вести."
    )
    assert classes("ru", text, "missing") == {"official"}
