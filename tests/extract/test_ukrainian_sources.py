"""Whose word it is in Ukrainian: verbs, "according to", offices, papers, witnesses, rumours. All is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

INTRO = "Азізу Каримову 27 років, він родом з Оша.\n\n"
DIED = "він загинув під Авдіївкою в травні 2024 року"
SIGNED = "він підписав контракт у Казані в березні 2024 року"
CAPTURED = "його взяли в полон під Торецьком у січні 2024 року"


def _evidence(text: str, prop: str) -> set[str]:
    found = extract_text(INTRO + text + "\n", lang="uk", published="2024-11-01")
    return {c.evidence.value for c in found.claims if c.property == prop and c.start >= len(INTRO)}


@pytest.mark.parametrize(
    "text",
    [
        "«{F}», — переповідає його мати.",
        "«{F}», — пояснювала мати Азіза Гульнара.",
        "«{F}», — витирає сльози його мати.",
        "«{F}», — сердиться його брат.",
        "«{F}», — крізь сльози пригадує його мати.",
        "«{F}», — його мати пригадує спокійно.",
        "«{F}, — підхопила його мати. — Більше нам нічого не відомо».",
        "«Ми довго чекали, — наголошує його брат. — {F}».",
        "— {F}, — голосить його мати.",
        "{F}, — розмірковує його брат.",
        "{F}, зауважує його мати Гульнара.",
        "Як пригадує його мати, {f}.",
        "Його батьки оповідають, що {f}.",
        "{F}. Про це наполягає його брат.",
        "{F}. Так розповіла його мати.",
        "Зі спогадів матері Азіза, {f}.",
        "На переконання його брата Бакита, {f}.",
        "Якщо вірити словам дружини, {f}.",
        "З розповіді родини випливає, що {f}.",
        "Як стало відомо від батька, {f}.",
        "Відповідно до слів сестри, {f}.",
        "За припущенням рідних, {f}.",
    ],
)
def test_a_relative_says_it_by_whatever_verb(text: str) -> None:
    told = text.replace("{f}", DIED).replace("{F}", DIED.capitalize().replace("авдіївкою", "Авдіївкою"))
    assert _evidence(told, "died") == {"hearsay"}


@pytest.mark.parametrize(
    "text",
    [
        "Посольство Киргизстану зазначило, що {f}.",
        "Як підтвердило посольство, {f}.",
        "У СБУ повідомили, що {f}.",
        "«{F}», — заявило Міноборони.",
        "Генпрокуратура заявила, що {f}.",
        "У ГУР повідомили, що {f}.",
        "За даними МЗС, {f}.",
        "Як розповів консул, {f}.",
        "Як розповіла речниця, {f}.",
        "За даними суду, {f}.",
        "У суді заявили, що {f}.",
        "Судом встановлено, що {f}.",
        "Слідство встановило, що {f}.",
        "Державне бюро розслідувань повідомило, що {f}.",
        "Губернатор заявив, що {f}.",
        "{F}. Про це підтвердив прокурор.",
        "У мерії повідомили, що {f}.",
        "Сільрада підтвердила, що {f}.",
        "У шпиталі повідомили, що {f}.",
        "Омбудсманка повідомила, що {f}.",
        "Пресофіцер бригади розповів, що {f}.",
        "У проєкті «Хочу жить» повідомили, що {f}.",
    ],
)
def test_an_office_says_it(text: str) -> None:
    told = text.replace("{f}", CAPTURED).replace("{F}", CAPTURED[0].upper() + CAPTURED[1:])
    assert _evidence(told, "captured") == {"official"}


@pytest.mark.parametrize(
    "text",
    [
        "Як зазначено у витягу з реєстру, {f}.",
        "У військовому квитку вказано: {f}.",
        "У медкартці записано, що {f}.",
        "Довідка підтверджує: {f}.",
        "Документи свідчать, що {f}.",
        "Мати показує довідку, де вказано, що {f}.",
        "Судячи з документів, {f}.",
        "Відповідно до довідки, {f}.",
        "Згідно з випискою зі шпиталю, {f}.",
    ],
)
def test_a_paper_says_it(text: str) -> None:
    assert _evidence(text.replace("{f}", DIED), "died") == {"document"}


@pytest.mark.parametrize(
    "text",
    [
        "Як розповів друг, {f}.",
        "Односельчанин каже, що {f}.",
        "Вчителька розповіла, що {f}.",
        "Один із жителів села розповів, що {f}.",
        "Таксист каже, що {f}.",
        "«{F}», — сказала медсестра.",
        "Хтось із односельців чув, що {f}.",
        "Матері зателефонували і повідомили, що {f}.",
        "Сестра дізналася від побратимів, що {f}.",
        "Дехто каже, що {f}.",
        "За неперевіреними даними, {f}.",
        "У селі пішли розмови, що {f}.",
        "Мовляв, {f}.",
    ],
)
def test_a_witness_or_a_rumour_is_hearsay(text: str) -> None:
    told = text.replace("{f}", DIED).replace("{F}", "В" + DIED[1:])
    assert _evidence(told, "died") == {"hearsay"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Його батьки кажуть, що {f}.", "direct"),  # "they say" is no rumour where it is said who
        ("Він розповів журналістам, що {f}.", "direct"),  # they only hear it
    ],
)
def test_who_says_it_and_who_only_stands_there(text: str, expected: str) -> None:
    assert _evidence(text.replace("{f}", SIGNED), "contract_signed") == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "{F}. Мати живе в Оші.",
        "{F}. Його мати плаче.",
        "{F}, а мати хворіла.",
        "{F}. Прокурор оскаржив інший вирок.",
        "{F}. Документи лишилися вдома.",
        "Батьки передали йому гроші, і {f}.",
        "{F}. У посольстві на запит редакції не відповіли.",
    ],
)
def test_nobody_says_it_but_the_outlet(text: str) -> None:
    told = text.replace("{f}", DIED).replace("{F}", "В" + DIED[1:])
    assert _evidence(told, "died") == {"press"}
