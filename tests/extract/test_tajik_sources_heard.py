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
