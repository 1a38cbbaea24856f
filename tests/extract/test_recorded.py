"""A relative's story that an outlet wrote down: whose the "I" is. All people are invented."""

from __future__ import annotations

from tizme.extract import extract_text

RUSSIAN = """Мать из Ходжейли ищет сына

Айбек Сейтов, 1995 года рождения, пропал под Купянском. Его мать Гулнара живёт в Ходжейли. \
Публикуем её рассказ от первого лица.

Айбек уехал в Самару в 2021 году. Он позвонил мне 4 апреля. Больше я его голоса не слышала.

Тело выкатили — не он. Забирать я отказалась.

Редакция направила запрос в Минобороны России 3 октября. Ответа нет.
"""
UKRAINIAN = """Айдар Токтосунов, 1996 року народження, поїхав до Росії з Ошу. Його старша сестра Назгуль \
досі його шукає. Ми записали її розповідь.

Мені він подзвонив 10 травня, востаннє. У липні я поїхала до Ростова.
"""
ENGLISH = """Sanjar Karimov, 31, vanished near Pokrovsk last autumn. His wife Dilnoza lives in Namangan. \
Here is her story in her own words.

In March he was detained at a market. He rang me on 4 April. I never heard his voice again.
"""


def _told(text: str, lang: str) -> dict[str, str]:
    read = extract_text(text, lang=lang, published="2025-06-10")
    man = next(c.subject for c in read.claims if c.property == "name")
    return {c.property: c.evidence.value for c in read.claims if c.subject == man}


def test_who_is_sought_does_not_tell_it_himself() -> None:
    told = _told(RUSSIAN, "ru")
    assert told["name"] == told["birth_date"] == told["missing"] == "press"
    assert told["migrated"] == "direct"
    assert told["info_requested"] == "press"


def test_the_relative_is_the_one_the_outlet_brought_in() -> None:
    texts = (("ru", "mother", RUSSIAN), ("uk", "sister", UKRAINIAN), ("en", "wife", ENGLISH))
    for lang, relation, text in texts:
        told = _told(text, lang)
        assert told["name"] == told[f"kin.{relation}"] == "press"
        assert "direct" in told.values()


def test_a_story_of_his_own_stays_his() -> None:
    text = "Мы записали рассказ пленного.\n\nМеня зовут Айбек Сейтов. Я подписал контракт в марте. Меня ранило.\n"
    assert _told(text, "ru")["contract_signed"] == "direct"
