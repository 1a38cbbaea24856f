"""Whose word it is in Tajik, however the press puts it. Everybody here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

WHO = "Комрон Назиров, 29-сола, сокини шаҳри Кӯлоб аст. "
SIGNED = "ӯ дар шаҳри Қазон қарордод имзо кард"
DIED = "ӯ моҳи майи соли 2024 дар наздикии Авдеевка ҳалок шуд"


def _class(text: str, prop: str) -> str:
    claims = extract_text(WHO + text + "\n", lang="tg", published="2024-11-01").claims
    return next(c.evidence.value for c in claims if c.property == prop)


@pytest.mark.parametrize(
    "says",
    [
        "иброз намуд", "изофа мекунад", "тавзеҳ медиҳад", "хотирнишон сохт", "ёдовар мешавад", "мефаҳмонад",
        "ошкор кард", "шикоят мекунад", "бар ин назар аст", "мутмаин аст", "боварии комил дорад",
        "ба забон овард", "дар миён гузошт", "мешуморад", "қасам мехӯрад", "менигорад", "ҳушдор дод",
        "инкор намекунад", "бо дард гуфт", "хабар мерасонад",
    ],
)  # fmt: skip
def test_a_relative_says_it_with_whatever_verb(says: str) -> None:
    assert _class(f"Модараш {says}, ки {SIGNED}.", "contract_signed") == "direct"
    assert _class(f"Модараш {says}, ки {DIED}.", "died") == "hearsay"


@pytest.mark.parametrize("says", ["оҳ мекашад", "табассум кард", "пурсид", "дод зад", "идома медиҳад"])
def test_what_a_speaker_does_beside_a_quotation_closes_it(says: str) -> None:
    assert _class(f"«Ӯ дар шаҳри Қазон қарордод имзо кард», {says} падараш.", "contract_signed") == "direct"


@pytest.mark.parametrize("says", ["эълон кард", "эълом дошт", "гузориш дод", "иттилоъ медиҳад"])
@pytest.mark.parametrize(
    "office",
    [
        "Вазорати маориф", "Маъмурияти зиндон", "Мақомоти қудратӣ", "ШВКД", "Омбудсмен", "Масъули ҷамоат",
        "Вакили порлумон", "Сардухтури беморхона", "Корманди полис", "Айбдоркунандаи давлатӣ", "Додгоҳ",
        "Маркази матбуоти ВКД",
    ],
)  # fmt: skip
def test_offices_say_it(office: str, says: str) -> None:
    assert _class(f"{office} {says}, ки {DIED}.", "died") == "official"


@pytest.mark.parametrize(
    "words",
    [
        "Ба ҳикояи", "Ба эътиқоди", "Ба иддаои", "Ба андешаи", "Ба нақл аз", "Аз забони", "Аз рӯи суханони",
        "Тибқи гузориши", "Мутобиқ ба гуфтаи", "Бо истинод ба", "Бар асоси гузориши", "Бо такя ба гуфтаҳои",
        "Ба таъбири", "Ба ёдоварии",
    ],
)  # fmt: skip
def test_in_whose_words_it_is(words: str) -> None:
    assert _class(f"{words} модараш, {DIED}.", "died") == "hearsay"
    assert _class(f"{words} Вазорати корҳои дохилӣ, {SIGNED}.", "contract_signed") == "official"


@pytest.mark.parametrize(
    "one", ["як шоҳид", "як корбари шинос", "як ҳамдеҳаи ӯ", "ҳамҳуҷрааш", "мӯйсафеди деҳа", "адвокатонаш"]
)
def test_one_of_whom_nobody_heard_before_tells(one: str) -> None:
    assert _class(f"Ба гуфтаи {one}, {SIGNED}.", "contract_signed") == "hearsay"


def test_a_court_is_cited_and_tells() -> None:
    assert _class(f"Тибқи иттилои суд, {SIGNED}.", "contract_signed") == "official"


def test_with_an_office_one_signs_and_with_pain_it_says() -> None:
    text = "Вазорати корҳои дохилӣ бо таассуф гуфт: «Ӯ моҳи майи соли 2024 дар Авдеевка ҳалок шуд»."
    assert _class(text, "died") == "official"
    text = "Ӯ дар Қазон бо Вазорати мудофиаи Русия қарордод баст, мегӯяд модараш."
    assert _class(text, "contract_signed") == "direct"


@pytest.mark.parametrize(
    "paper",
    ["хулосаи ташхис", "санади марг", "барқия", "акси ҳуҷҷат", "хати сиёҳ", "таъзиянома", "эпикриз"],
)
@pytest.mark.parametrize("says", ["таъкид мешавад", "дарҷ ёфтааст", "гуфта шудааст", "зикр гардидааст"])
def test_papers_say_it(paper: str, says: str) -> None:
    assert _class(f"Дар {paper} {says}, ки {DIED}.", "died") == "document"
    assert _class(f"«Ӯ дар шаҳри Қазон қарордод имзо кард», {says} дар {paper}.", "contract_signed") == (
        "document"
    )


@pytest.mark.parametrize("paper", ["айбнома", "ҳукми суд", "хулосаи айбдоркунӣ", "қарори додгоҳ"])
@pytest.mark.parametrize(
    "words",
    ["Дар {} омадааст, ки {}.", "Тавре дар {} омадааст, {}.", "Аз {} бармеояд, ки {}.", "Тибқи {}, {}."],
)
def test_a_court_speaks_in_its_papers(words: str, paper: str) -> None:
    assert _class(words.format(paper, SIGNED), "contract_signed") == "official"


@pytest.mark.parametrize("paper", ["изҳороти вазорат", "посухи сафорат", "иттилоияи додситонӣ"])
def test_an_office_speaks_in_what_it_publishes(paper: str) -> None:
    assert _class(f"Дар {paper} гуфта мешавад, ки {DIED}.", "died") == "official"


@pytest.mark.parametrize(
    "told",
    ["Ба модараш гуфтанд, ки {}.", "Ба оилааш хабар доданд, ки {}.", "Ҳамсафаш ба модараш гуфт, ки {}."],
)
def test_what_a_family_was_told(told: str) -> None:
    assert _class(told.format(SIGNED), "contract_signed") == "hearsay"
    assert _class(told.format(DIED), "died") == "hearsay"


@pytest.mark.parametrize(
    "heard",
    [
        "Мегӯянд, ки {}.", "Дар деҳа мегӯянд, ки {}.", "Гуфта мешавад, ки {}.", "Гап мезананд, ки {}.",
        "Хабаре паҳн шуд, ки {}.", "Дар Фейсбук навиштанд, ки {}.", "Ба гӯш мерасад, ки {}.",
        "Баъзеҳо мегӯянд, ки {}.", "Ривоят мекунанд, ки {}.", "Модараш аз ҳамсояҳо шунид, ки {}.",
        "Корбарони Фейсбук навиштанд, ки {}.", "Ба гуфтаи мардум, {}.",
    ],
)  # fmt: skip
def test_what_goes_round_is_nobodys_word(heard: str) -> None:
    assert _class(heard.format(SIGNED), "contract_signed") == "hearsay"
    assert _class(heard.format(DIED), "died") == "hearsay"


def test_parents_who_told_go_on_in_the_next_sentence() -> None:
    text = f"Волидонаш нақл карданд, ки ӯ дар Русия кор мекард. Мегӯянд, ки {SIGNED}."
    assert _class(text, "contract_signed") == "direct"


def test_behind_of_a_name_says_whose_friend() -> None:
    assert _class(f"Дӯсти Комрон мегӯяд, ки {SIGNED}.", "contract_signed") == "hearsay"
