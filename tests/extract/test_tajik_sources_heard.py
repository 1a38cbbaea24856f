"""Sources that the Tajik press names in other ways than a verb of saying. Everybody here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

WHO = "Комрон Назиров, 29-сола, сокини шаҳри Кӯлоб аст. "
SIGNED = "ӯ дар шаҳри Қазон қарордод имзо кард"
DIED = "ӯ моҳи майи соли 2024 дар наздикии Авдеевка ҳалок шуд"


def _class(text: str, prop: str, who: str = WHO) -> str:
    claims = extract_text(who + text + "\n", lang="tg", published="2024-11-01").claims
    return next(c.evidence.value for c in claims if c.property == prop)


@pytest.mark.parametrize(
    "paper",
    [
        "Дар нусхаи шартномааш, ки падараш нишон дод, санаи марг 5 майи соли 2024 сабт аст",
        "Дар рухсатномаи госпитал санаи марг 5 майи соли 2024 зикр ёфтааст",
        "Дар хабарномаи расмии қисм, ки дирӯз расид, санаи марг 5 майи соли 2024 сабт шудааст",
        "Дар варақае, ки бо тобут омад, сабаби марг «захми тир» ва санаи марг 5 майи соли 2024 сабт аст",
    ],
)
def test_a_paper_of_which_a_clause_tells_says_it(paper: str) -> None:
    assert _class(f"{paper}.", "died.date") == "document"


def test_what_only_stands_in_a_paper_needs_the_paper_first() -> None:
    assert _class("Дар билети ҳарбии ӯ лақаби «Кӯҳсор» ҳаст.", "call_sign") == "document"


def test_a_letter_of_his_own_is_no_paper() -> None:
    assert _class(f"Комрон дар мактубаш навиштааст, ки {SIGNED}.", "contract_signed") == "direct"


@pytest.mark.parametrize("knows", ["шунида", "мешунавад", "фаҳмидааст"])
def test_what_a_relative_heard_is_hearsay(knows: str) -> None:
    assert _class(f"Модараш аз касе {knows}, ки {SIGNED}.", "contract_signed") == "hearsay"


@pytest.mark.parametrize("knows", ["аз он огоҳ аст", "медонад", "дар ёд дорад", "хабар дорад"])
def test_what_a_relative_knows_is_their_own(knows: str) -> None:
    assert _class(f"Модараш {knows}, ки {SIGNED}.", "contract_signed") == "direct"


def test_an_opening_verb_goes_on_for_the_man_himself() -> None:
    text = f"Мегӯяд, ки соли 2021 ба Русия рафт. Моҳи май {SIGNED}."
    assert _class(text, "contract_signed") == "direct"


def test_an_office_answers_that_it_knows_nothing() -> None:
    text = "Аз комиссариати ҳарбӣ ҷавоб доданд, ки ӯ дар рӯйхати ҳалокшудагон нест."
    assert _class(text, "official_no_info") == "official"


def test_the_head_of_an_office_goes_on_as_he() -> None:
    text = f"Раиси ҷамоати деҳот гуфт, ки ҷасад оварда шуд. Ба гуфтаи ӯ, марҳум {SIGNED[2:]}."
    assert _class(text, "contract_signed") == "official"


def test_behind_a_colon_all_is_told() -> None:
    text = "Хоҳараш тасдиқ кард: ӯ дар шаҳри Қазон қарордод имзо кард, «баъд худаш занг зад»."
    assert _class(text, "contract_signed") == "direct"


def test_what_is_told_of_a_speaker_behind_the_verb_is_not_what_they_say() -> None:
    text = "«Дар шаҳри Қазон қарордод имзо кард, — ба ёд меорад модараш, ки инро дидааст. — Рафт»."
    assert _class(text, "contract_signed") == "direct"


@pytest.mark.parametrize(
    "words",
    ["Тавре дар деҳа мегӯянд,", "Чуноне ки мегӯянд,", "Тибқи баъзе маълумотҳо,", "Аз рӯи шунидаи мо,"],
)
def test_nobody_knows_who_says_it(words: str) -> None:
    assert _class(f"{words} {DIED}.", "died") == "hearsay"


def test_a_family_announces_the_death_of_our_brother() -> None:
    text = "Хабар медиҳем, ки бародари калонии мо Комрон Назиров вафот кард. Соли 2008 ба Твер рафт."
    assert _class(text, "migrated", who="") == "direct"


def test_a_preposition_with_a_capital_is_no_name() -> None:
    claims = extract_text("Бо Қодир Назиров соли 2020 вохӯрданд.\n", lang="tg").claims
    assert {c.value for c in claims if c.property == "name"} == {"Қодир Назиров"}


def _claims(text: str) -> list[tuple[str, str, str]]:
    claims = extract_text(text, lang="tg", published="2024-11-01").claims
    return [(c.property, c.value, c.evidence.value) for c in claims]


def test_who_is_asked_about_her_son_does_not_deny_his_death() -> None:
    text = (
        "Сӯҳбат бо Мавлуда, модари Беҳрӯз\n\n— Писаратон кай рафт?\n\n"
        "— Соли 2021 ба Қазон рафт. Командираш навишт, ки 3 ноябр дар Работино ҳалок шуд.\n"
    )
    claims = _claims(text)
    assert ("migrated", "true", "direct") in claims
    assert ("died", "true", "hearsay") in claims
    assert not any(p in {"died", "seen_alive"} and (p, v) != ("died", "true") for p, v, _ in claims)


def test_behind_an_interview_the_outlet_tells_who_he_is() -> None:
    text = (
        "Озодӣ бо Далер Камолов, ки дар асорати Украина аст, сӯҳбат кард.\n\n— Кай ба Русия рафтед?\n\n"
        "— Соли 2019 ба Самара рафтам.\n\nДалери 31-сола аз ноҳияи Варзоб аст.\n"
    )
    assert ("age", "31", "press") in _claims(text)


def test_his_name_is_not_the_writers() -> None:
    text = (
        "Ассалому алайкум, додарамро меҷӯем.\n\n"
        "Номаш Бахтиёр Саидов, аз ноҳияи Восеъ. Соли 2022 барои кор ба Краснодар рафт.\n"
    )
    claims = _claims(text)
    assert ("name", "Бахтиёр Саидов", "direct") in claims
    assert ("migrated", "true", "direct") in claims


def test_a_wife_who_seeks_in_one_entry_does_not_write_the_list() -> None:
    text = (
        "Рӯйхат\n\n1. Одил Шарифов. Бедарак аз моҳи май. Ҳамсараш ҷустуҷӯ дорад.\n\n"
        "2. Самад Сафаров, 33-сола. 3 июни 2024 захмӣ шуд.\n"
    )
    assert ("wounded", "true", "press") in _claims(text)


def test_an_entry_closes_with_a_word_for_news_or_a_paper() -> None:
    text = (
        "Рӯйхат\n\n1. Одил Шарифов, 1991. Моҳи марти 2024 дар Бахмут захмӣ шуд. Хабари модараш.\n\n"
        "2. Самад Сафаров, 1979. Дар зиндони Тамбов шартнома бастааст. Аз рӯи шартнома.\n"
    )
    claims = _claims(text)
    assert ("wounded", "true", "direct") in claims
    assert ("contract_signed", "true", "document") in claims


def test_who_reports_a_death_was_not_told_it() -> None:
    text = "Бо дили пурдард хабар медиҳем, ки Амрулло Саидов 5 май дар Украина ҳалок шуд.\n"
    assert ("died", "true", "press") in _claims(text)


def test_the_outlets_count_is_no_relatives() -> None:
    text = "Бародараш мегӯяд, ки Комрон пул фиристод. Аз оғози ҷанг дар ноҳия ҳашт нафар дафн шудаанд."
    assert _class(text, "group.count") == "press"


@pytest.mark.parametrize(
    "says",
    [
        "Дар бригадаи 79-ум тасдиқ карданд, ки", "Дар ҷараёни тафтишот муайян шуд, ки",
        "Тафтишот исбот кард, ки", "Дар суд гуфтанд, ки",
    ],
)  # fmt: skip
def test_where_nobody_is_named_the_place_says_it(says: str) -> None:
    assert _class(f"{says} {SIGNED}.", "contract_signed") == "official"


def test_a_defendant_in_court_tells_of_himself() -> None:
    text = f"Комрон дар ҷаласаи суд изҳор дошт, ки {SIGNED}."
    assert _class(text, "contract_signed") == "direct"


def test_they_say_without_that() -> None:
    assert _class(f"Мегӯянд, {DIED}.", "died") == "hearsay"


@pytest.mark.parametrize("answer", ["Посух омад, ки", "Ҷавоб доданд, ки", "Ҷавоб гирифт, ки"])
def test_an_answer_is_the_offices_that_was_asked(answer: str) -> None:
    text = f"Модараш ба комиссариат нома навишт. {answer} {SIGNED}."
    assert _class(text, "contract_signed") == "official"
