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
