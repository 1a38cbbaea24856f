"""What is read from Uzbek texts in both scripts. Every person, place of death and sum here is invented."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from tizme.extract import extract_text

ROOT = Path(__file__).parents[2]
DEATH = {
    "uz-Latn": "Ishtixon tumanidan 27 yoshli Jasur Xolmatov 14-may kuni Donetsk viloyatida halok bo‘lgan. "
    "Jasadi 2-iyun kuni Toshkentga olib kelingan va ertasi kuni dafn qilingan.",
    "uz-Cyrl": "Иштихон туманидан 27 ёшли Жасур Холматов 14 май куни Донецк вилоятида ҳалок бўлган. "
    "Жасади 2 июнь куни Тошкентга олиб келинган ва эртаси куни дафн қилинган.",
}
COURT = {
    "uz-Latn": "Navoiy viloyati sudi 29 yoshli Sherzod Qodirovni yollanmalik uchun 4 yilga ozodlikdan mahrum qildi. "
    "U 2023-yil iyunda vataniga qaytgan va Davlat xavfsizlik xizmati tomonidan ushlangan.",
    "uz-Cyrl": "Навоий вилояти суди 29 ёшли Шерзод Қодировни ёлланмалик учун 4 йилга озодликдан маҳрум қилди. "
    "У 2023 йил июнда ватанига қайтган ва Давлат хавфсизлик хизмати томонидан ушланган.",
}
LIVING = {"uz-Latn": "27 yoshli Jasur Xolmatov 2023-yilda Rossiyaga ketgan. ",
          "uz-Cyrl": "27 ёшли Жасур Холматов 2023 йилда Россияга кетган. "}  # fmt: skip
NOT_DEAD = [
    ("uz-Latn", "U bedarak yo‘qolgan."),
    ("uz-Latn", "U halok bo‘lmagan."),
    ("uz-Latn", "O‘lgan degan qog‘oz yo‘q."),
    ("uz-Latn", "Uning o‘lgani haqida hujjat yo‘q."),
    ("uz-Latn", "Uning halok bo‘lgani tasdiqlanmadi."),
    ("uz-Latn", "Uni o‘lgan deb o‘ylashgan edi."),
    ("uz-Latn", "Uning otasi o‘tgan yili vafot etgan."),
    ("uz-Latn", "Do‘sti Otabek halok bo‘lgan."),
    ("uz-Latn", "Sheriklari halok bo‘lgan, u esa taslim bo‘lgan."),
    ("uz-Latn", "12 kishi halok bo‘ldi."),
    ("uz-Latn", "Halok bo‘lganlar soni 300 ga yetdi."),
    ("uz-Latn", "Onasi u halok bo‘lishidan qo‘rqadi."),
    ("uz-Cyrl", "У ўлмаган, асирда."),
    ("uz-Cyrl", "Ҳеч ким уни ўлди демади."),
    ("uz-Cyrl", "Оиласи унинг ўлими ҳақидаги хабарни рад этди."),
    ("uz-Cyrl", "Агар у ҳалок бўлган бўлса, жасадини берсинлар."),
    ("uz-Cyrl", "Гуруҳидаги беш киши ўлди, у тирик қолди."),
    ("uz-Cyrl", "Ўн икки кишидан тўққизтаси ўлган."),
    ("uz-Cyrl", "Қўмондони ҳалок бўлган."),
    ("uz-Cyrl", "Унинг бобоси урушда ҳалок бўлган."),
]


def _said(lang: str, text: str, name: str) -> set[tuple[str, str, str]]:
    """(property, value, polarity) of everything claimed of the person called ``name``."""
    found = extract_text(text, lang=lang, published="2024-06-10")
    ids = {s.id for s in found.subjects if s.label == name}
    assert ids, f"nobody called {name} was found"
    return {(c.property, c.value, c.polarity.value) for c in found.claims if c.subject in ids}


@pytest.mark.parametrize(
    ("lang", "name", "region"),
    [("uz-Latn", "Jasur Xolmatov", "Donetsk viloyati"), ("uz-Cyrl", "Жасур Холматов", "Донецк вилояти")],
)
def test_a_death_carries_its_day_and_place_and_the_body_its_own(lang: str, name: str, region: str) -> None:
    said = _said(lang, DEATH[lang], name)
    assert ("died", "true", "affirmed") in said
    assert ("died.date", "2024-05-14", "affirmed") in said
    assert ("died.place", region, "affirmed") in said
    assert ("body_repatriated.date", "2024-06-02", "affirmed") in said
    assert ("buried.date", "2024-06-03", "affirmed") in said
    assert ("age", "27", "affirmed") in said


@pytest.mark.parametrize(
    ("lang", "name", "charge"),
    [("uz-Latn", "Sherzod Qodirov", "yollanmalik"), ("uz-Cyrl", "Шерзод Қодиров", "ёлланмалик")],
)
def test_a_sentence_carries_term_and_charge_and_the_return_its_day(lang: str, name: str, charge: str) -> None:
    said = _said(lang, COURT[lang], name)
    assert ("sentenced.term", "P4Y", "affirmed") in said
    assert ("sentenced.charge", charge, "affirmed") in said
    assert ("returned.date", "2023-06", "affirmed") in said
    assert ("detained", "true", "affirmed") in said


@pytest.mark.parametrize(("lang", "sentence"), NOT_DEAD)
def test_nobody_dies_by_a_denial_a_doubt_or_the_death_of_another(lang: str, sentence: str) -> None:
    name = "Jasur Xolmatov" if lang == "uz-Latn" else "Жасур Холматов"
    said = _said(lang, LIVING[lang] + sentence, name)
    assert ("died", "true", "affirmed") not in said


def test_a_daughter_named_by_her_father_is_one_person() -> None:
    found = extract_text(
        "1. Yusupova Dildora Rustam qizi, 1990, hamshira. Yaralangan.\n"
        "2. Karimov Anvar Baxtiyor o‘g‘li, 1995. Halok bo‘lgan.\n",
        lang="uz-Latn",
        published="2024-06-10",
    )
    assert [s.label for s in found.subjects] == [
        "Yusupova Dildora Rustam qizi",
        "Karimov Anvar Baxtiyor o‘g‘li",
    ]


def test_the_cyrillic_table_is_in_step_with_the_latin_one() -> None:
    spec = importlib.util.spec_from_file_location("uzbek_cues", ROOT / "scripts" / "uzbek_cues.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script
    spec.loader.exec_module(script)
    written = (script.TABLES / "cues_uz-Cyrl.csv").read_text(encoding="utf-8")
    assert written == script.made(), "run: python scripts/uzbek_cues.py"
    assert script.phrase("mobilizatsiya mayor e'lon o'g'li yo'q") == "мобилизация майор эълон ўғли йўқ"
