"""Whose account a sentence is in reports of funerals, courts and searches. All people are invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text

RU = "В селе простились с Рустамом Юсуповым. Он погиб под Лиманом.\n\n"
UK = "У селі попрощалися з Рустамом Юсуповим. Він загинув під Лиманом.\n\n"


def _found(lang: str, text: str, prop: str) -> set[str]:
    read = extract_text(text, lang=lang, published="2025-06-20")
    return {c.evidence.value for c in read.claims if c.property == prop}


@pytest.mark.parametrize(
    ("lang", "text", "prop", "evidence"),
    [
        # "as somebody told": behind the comma stands of whom
        (
            "ru",
            RU + "Как рассказал на митинге военный комиссар района, Юсупов в феврале получил ранение.",
            "wounded",
            "official",
        ),
        (
            "ru",
            RU + "Как рассказала нам бригадир цеха, Юсупов в феврале получил ранение.",
            "wounded",
            "hearsay",
        ),
        (
            "uk",
            UK + "Як розповів на мітингу військовий комісар району, Юсупов у лютому отримав поранення.",
            "wounded",
            "official",
        ),
        # a pronoun is nobody whom its own sentence names behind it
        (
            "ru",
            RU + "На митинге выступил военный комиссар Пётр Орлов. По его словам, контракт Рустам подписал в "
            "мае. В июле был ранен.",
            "wounded",
            "official",
        ),
        # in court one man tells it, and not the court
        (
            "ru",
            "Суд в Оше судит Бакыта Т. В суде он рассказал, что контракт подписал в мае.",
            "contract_signed",
            "direct",
        ),
        (
            "uk",
            "Суд в Оші судить Бакита Т. У суді він розповів, що контракт підписав у травні.",
            "contract_signed",
            "direct",
        ),
        # a sentence that the court passed, before his own words
        (
            "ru",
            (
                "Подсудимый Умед Назаров воевал в «Вагнере».\n\nНазарову назначили восемь лет лишения свободы. "
                "Сам он сказал, что был ранен дважды."
            ),
            "sentenced",
            "official",
        ),
        # papers of a case, papers before a colon
        (
            "ru",
            (
                "Суд признал Вадима Лучко виновным. К делу приобщены копия контракта и выписка госпиталя: 6 мая "
                "осколочное ранение бедра."
            ),
            "wounded",
            "document",
        ),
        (
            "uk",
            (
                "Суд визнав Вадима Лучка винним. До справи долучено виписку госпіталю: 6 травня осколкове "
                "поранення стегна."
            ),
            "wounded",
            "document",
        ),
        (
            "ru",
            "Сестра Ержана Садыкова, Айгуль, показала нам этот листок: «Погиб 14 января 2024 года».",
            "died.date",
            "document",
        ),
        (
            "ru",
            (
                "Вскрыли могилу. Заключение ДНК-экспертизы у нас на руках: это Данияр Исаков, генетическое "
                "совпадение с отцом."
            ),
            "name",
            "document",
        ),
        # nobody knows who
        (
            "ru",
            "Брат ждёт Рустама Юсупова. В группе кто-то выложил список: «Юсупов Р., погиб».",
            "died",
            "hearsay",
        ),
        (
            "uk",
            "Брат чекає на Рустама Юсупова. В групі хтось виклав список: «Юсупов Р., загинув».",
            "died",
            "hearsay",
        ),
        # among the dead an office names one
        (
            "ru",
            (
                "Сведения передал консул Азамат Дыйканов. Среди погибших он назвал Нурлана Сатыбалдиева. Тот погиб "
                "3 марта."
            ),
            "died.date",
            "official",
        ),
        # of one person who says it where an office is; who stands behind a colon says nothing
        (
            "ru",
            (
                "Суд судит Хуршеда Мирова. Он повторил то, что говорил на следствии: вербовщики обещали гражданство. "
                "На родину вернулся в мае."
            ),
            "returned",
            "direct",
        ),
        # an outlet in quotation marks
        (
            "ru",
            "Лазиз Тошев сидел в колонии.\n\nОн был худ: в мае, как пишет «Кавказ.Реалии», его отправили на фронт.",
            "deployed",
            "press",
        ),
        # whom a video shows
        (
            "ru",
            "3. Жоробеков Эмиль, 1988 г.р. На видео говорит, что подписал контракт.",
            "contract_signed",
            "direct",
        ),
        (
            "uk",
            "3. Жоробеков Еміль, 1988 р.н. На відео каже, що підписав контракт.",
            "contract_signed",
            "direct",
        ),
        ("uz", "3. Jorobekov Emil. Videoda shartnoma imzolaganini aytadi.", "contract_signed", "direct"),
        ("kk", "3. Жоробеков Еміл. Видеода келісімшартқа қол қойғанын айтады.", "contract_signed", "direct"),
        # who answers names whoever told him
        ("ru", "Шерзод вернулся.\n\n— Родные знали?\n— Отец сказал: беги.", "kin.father", "direct"),
        # whose neighbour, and who only writes of him
        (
            "ru",
            "Фаррух Одинаев пропал. Сосед Фарруха по комнате говорит, что тот погиб 5 мая.",
            "died.date",
            "hearsay",
        ),
        (
            "ru",
            "Жавохир Эргашев погиб. «Это наш Жава», — написала нам Мадина К. В мае он уехал в Челябинск.",
            "migrated",
            "press",
        ),
        # black on white
        (
            "ru",
            "Мать Рустама Юсупова показывает справку. В ней чёрным по белому: сын пропал без вести.",
            "missing",
            "document",
        ),
        # what stands on a plate
        (
            "ru",
            "Погиб Икром Самадов. На кладбище стоит табличка с фамилией и датами «11.03.1989 – 02.01.2023».",
            "birth_date",
            "document",
        ),
        ("ru", "Там стоит крест с надписью «Рустам Юсупов, погиб 5 мая 2023».", "died.date", "document"),
        # a database of an office
        (
            "ru",
            "Абубакр Сафаров уехал в Россию. Он осуждён в Омске и воевал, следует из базы МВД.",
            "deployed",
            "official",
        ),
        # a channel that seeks a countryman is no relative
        (
            "ru",
            "Друзья, ищем земляка!\n\nДостон Рахматуллаев уехал в Красноярск в 2022 году.",
            "migrated",
            "press",
        ),
    ],
)
def test_whose_account_it_is(lang: str, text: str, prop: str, evidence: str) -> None:
    assert _found(lang, text, prop) == {evidence}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Лазиз Тошев пропал. Брат Лазиза Акмаль ждёт его.", {"Лазиз Тошев", "Акмаль"}),
        ("Сестра Икрома Самадова Манижа ищет могилу.", {"Икром Самадов", "Манижа"}),
        ("Погиб Икром Самадов. О брате Рустама Алиева известно мало.", {"Икром Самадов", "Рустам Алиев"}),
    ],
)
def test_whose_relative_and_who(text: str, names: set[str]) -> None:
    read = extract_text(text, lang="ru", published="2025-06-20")
    assert {str(c.value) for c in read.claims if c.property == "name"} == names


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Деньги за «погибшего» Рустама Турдубаева родня получила в апреле."),
        ("ru", "Рустам Турдубаев вернулся. Семье «погибшего» 5 млн рублей уже выплатили."),
        ("uk", "Гроші за «загиблого» Рустама Турдубаєва родина отримала у квітні."),
        ("en", "The family was paid for the “dead” Rustam Turdubaev in April."),
    ],
)
def test_a_word_that_the_text_does_not_share_makes_nobody_dead(lang: str, text: str) -> None:
    read = extract_text(text, lang=lang, published="2025-06-20")
    assert all(c.polarity.value != "affirmed" for c in read.claims if c.property == "died")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Сухроб М. живёт в лагере. Так погиб Равшан из Бухары: истёк кровью."),
        ("ru", "Сухроб М. живёт в лагере. Вчера погиб Нурлан."),
        ("uk", "Сухроб М. живе в таборі. Так загинув Равшан із Бухари."),
        ("en", "Sukhrob Mirzaev lives in a camp. Ravshan died beside him."),
        ("uz", "Suhrob Mirzayev lagerda yashaydi. Ravshan halok bo‘ldi."),
        ("tg", "Суҳроб Мирзоев дар лагер аст. Равшан ҳалок шуд."),
    ],
)
def test_a_given_name_beside_a_death_is_whose_death_it_is(lang: str, text: str) -> None:
    read = extract_text(text, lang=lang, published="2025-06-20")
    first = min(read.mentions, key=lambda m: m.start).subject
    died = [c for c in read.claims if c.property == "died"]
    assert died
    assert all(c.subject != first for c in died)
