"""Who tells what, and how far it reaches, in Kyrgyz and Kazakh. All people and outlets are invented."""

from __future__ import annotations

from tizme.extract import extract_text

OFFICE = (
    "Лейлек районунда аскер жерге берилди\n\n"
    "Лейлек районунун Бешкент айылында 9-апрелде 27 жаштагы Азамат Жороевдин сөөгү жерге берилди. "
    "Бул тууралуу айыл өкмөтүнүн башчысы Мирлан Сапаров билдирди.\n\n"
    "Анын айтымында, Жороев Самарада жүк ташыган, былтыр Россиянын жарандыгын алган."
)
COURT = (
    "Ақтөбе қалалық соты 3 наурызда 29 жастағы Дархан Сәбитовті жалдамалылық үшін кінәлі деп танып, бес жылға соттады.\n\n"
    "Тергеу дерегінше, Сәбитов 2023 жылдың мамырында келісімшартқа отырған.\n\n"
    "Сотталушы кінәсін мойындады. «Мені ешкім мәжбүрлеген жоқ, өз еркіммен бардым», — деді ол.\n\n"
    "Сот залында оның досы Нұрлан Әбеновтің анасы Сәуле де отырды. "
    "Айтуынша, Нұрлан соңғы рет 2023 жылғы 7 маусымда хабарласқан. "
    "Шілдеде бір орыс жігіт телефон соғып, оның өлгенін айтыпты."
)
MOTHER = (
    "Айнагүл Сыдыкова бир жылдан бери уулунан кабар күтөт.\n\n"
    "— Балам Нурбек 1996-жылы туулган. Мага акыркы жолу 4-мартта чалды. "
    "Июнда аскер комиссариатынан кат келди, анда 12-майда Авдеевкада каза болгон деп жазылыптыр.\n\n"
    "Айнагүл эже уулунун сөөгүн издеп жүрөт. Үй-бүлөгө 300 миң рубль берилген."
)


def _told(text: str, lang: str) -> dict[tuple[str, str], str]:
    read = extract_text(text, lang=lang, published="2025-04-12")
    labels = {s.id: s.label for s in read.subjects}
    return {(labels[c.subject], c.property): c.evidence.value for c in read.claims}


def test_an_office_named_behind_what_it_told_said_it_and_goes_on_as_he() -> None:
    told = _told(OFFICE, "ky")
    man = "Азамат Жороев"
    assert told[man, "buried"] == told[man, "buried.date"] == "official"
    assert told[man, "citizenship"] == "official"  # he who told it before, and not the dead man


def test_a_defendant_quoted_with_i_speaks_for_himself() -> None:
    assert _told(COURT, "kk")["Дархан Сәбитов", "coercion"] == "direct"


def test_in_her_words_without_a_name_is_whoever_tells_and_a_caller_is_no_victim() -> None:
    told = _told(COURT, "kk")
    assert told["Нұрлан Әбенов", "last_contact.date"] == "direct"
    assert told["Нұрлан Әбенов", "died"] == "hearsay"
    assert not any(who.startswith("бір орыс") for who, prop in told if prop == "died")


def test_what_stands_in_a_letter_told_of_in_the_same_sentence_is_a_documents() -> None:
    told = _told(MOTHER, "ky")
    assert told["Нурбек", "died"] == told["Нурбек", "died.date"] == "document"
    assert told["Нурбек", "death_reported.date"] == "direct"


def test_paragraphs_that_call_the_mother_by_name_are_the_outlets() -> None:
    told = _told(MOTHER, "ky")
    assert told["Айнагүл Сыдыкова", "name"] == told["Нурбек", "compensated"] == "press"
    assert told["Нурбек", "birth_date"] == "direct"


def test_the_day_of_a_call_is_not_the_day_of_what_is_quoted() -> None:
    text = "Уулум Данияр 8-октябрда чалып: «Апа, келишимге кол койдурушту», — деди. Ошондон бери байланыш үзүлдү."
    claims = extract_text(text, lang="ky", published="2024-11-02").claims
    dates = {(c.property, c.value) for c in claims if c.property.endswith("date")}
    assert dates == {("last_contact.date", "2024-10-08")}


def test_trades_are_known_by_what_stands_behind() -> None:
    text = "Бегалиев Самат Томскиде бүктөөчү болуп иштеген."
    claims = extract_text(text, lang="ky", published="2024-11-02").claims
    assert ("occupation", "бүктөөчү") in {(c.property, c.value) for c in claims}


CHIEF = (
    "Айыл өкмөтүнүн башчысы Нурдин Сатаров биздин кабарчыга маркум Бакыт Жумаев 2019-жылы Орусияга иштегени кетип, "
    "Тверде такси айдаганын айтты. «Былтыр августта Орусиянын паспортун алыптыр. Муну бизге атасы айтып берди», — дейт ал.\n\n"
    "Тышкы иштер министрлиги үй-бүлөнүн январда жазган катына жооп берген жок."
)
VERDICT = (
    "Түркістан облыстық соты 41 жастағы Ерлан Бекетовты кінәлі деп танып, алты жылға бас бостандығынан айырды. "
    "Үкім 18 маусымда шықты, деп хабарлады облыстық соттың баспасөз қызметі. "
    "Тергеу мәліметінше, Бекетов Бахмут маңында соғысқан.\n\n"
    "Сотталушы кінәсін мойындады. «Омбыда құрылыста жүрдім, мамырда қолымнан жараландым», — деді ол соңғы сөзінде.\n\n"
    "Әйелі мен үш баласы Шиеліде тұрады."
)


def test_a_reporter_who_is_told_something_does_not_say_it() -> None:
    told = _told(CHIEF, "ky")
    assert told["Бакыт Жумаев", "migrated"] == "official"


def test_what_this_he_told_us_speaks_of_is_passed_on_and_a_silence_is_the_outlets() -> None:
    told = _told(CHIEF, "ky")
    assert told["Бакыт Жумаев", "citizenship"] == "hearsay"
    assert told["Бакыт Жумаев", "info_requested"] == "press"


def test_a_courts_press_service_makes_no_office_of_an_outlet_that_quotes_the_defendant() -> None:
    told = _told(VERDICT, "kk")
    assert told["Ерлан Бекетов", "sentenced"] == "official"
    assert told["Ерлан Бекетов", "name"] == told["Ерлан Бекетов", "kin.children"] == "press"
    assert told["Ерлан Бекетов", "wounded"] == "direct"


def test_a_place_in_its_case_behind_a_whole_name_is_no_part_of_it() -> None:
    text = "Бакыттын атасы, 61 жаштагы Токтосун Жумаев Ростовго өзү барып, уулун тырыгынан тааныган."
    names = {
        c.value for c in extract_text(text, lang="ky", published="2024-11-02").claims if c.property == "name"
    }
    assert "Токтосун Жумаев" in names


def _values(text: str, lang: str, prop: str) -> set[tuple[str, str, str]]:
    read = extract_text(text, lang=lang, published="2024-03-13")
    labels = {s.id: s.label for s in read.subjects}
    return {(labels[c.subject], c.value, c.polarity.value) for c in read.claims if c.property == prop}


def test_who_is_rung_up_about_his_brother_did_not_die() -> None:
    text = "20-февралда Мирланга бейтааныш номерден бирөө чалып, иниси Тилек Жороев Авдеевкада каза болгонун угузган."
    assert _values(text, "ky", "died") == {("Тилек Жороев", "true", "affirmed")}


def test_a_place_of_death_that_is_not_given_denies_no_death() -> None:
    text = "Бакыт Жумаев 9-февралда каза болгон деп жазылган. Күбөлүктө өлгөн жери көрсөтүлгөн эмес."
    assert _values(text, "ky", "died") == {("Бакыт Жумаев", "true", "affirmed")}


def test_a_dash_says_who_the_unnamed_dead_man_is() -> None:
    text = (
        "Ат-Башы районунда Украинадагы согушта каза тапкан жигит жерге берилди. "
        "Анын айтымында, маркум — 26 жаштагы Тилек Жороев."
    )
    assert _values(text, "ky", "buried") == {("Тилек Жороев", "true", "affirmed")}


def test_whoever_reads_of_his_own_death_denies_it() -> None:
    text = "«Интернеттен өзімнің өлгенімді оқыдым», — дейді 29 жастағы Дәурен Сағынов."
    assert all(polarity == "denied" for _, _, polarity in _values(text, "kk", "died"))


def test_a_list_of_the_dead_that_does_not_hold_a_name_denies_no_death() -> None:
    text = "Нурлан Эсенов тууралуу консул: анын аты каза болгондордун тизмесинде жок."
    assert not _values(text, "ky", "died")


def test_a_man_called_as_one_met_before_is_his_namesake() -> None:
    text = (
        "Азизбек Турдалиев, 29 жашта, кечээ редакцияга өзү келди.\n\n"
        "Ошол эле күнү Лебединовка айылында да Азизбек Турдалиев деген жигит жерге берилген."
    )
    read = extract_text(text, lang="ky", published="2024-03-13")
    alive = {c.subject for c in read.claims if c.property == "seen_alive"}
    buried = {c.subject for c in read.claims if c.property == "buried"}
    assert len(alive) == len(buried) == 1
    assert not alive & buried


def test_of_two_brothers_the_one_whom_something_befell_is_told_of() -> None:
    text = (
        "Екінші табытты Сағынғали Өтепов қабылдады.\n\n"
        "Інісі Асылжан Өтепов 2023 жылдың күзінде келісімшартқа отырған, желтоқсанда хабарсыз кеткен."
    )
    assert _values(text, "kk", "missing") == {("Асылжан Өтепов", "true", "affirmed")}


def test_a_later_sign_of_life_doubts_a_reported_death() -> None:
    text = "2 наурызда Нұрлан Сәрсенов Покровскте қаза тапты деп естідік. 5 наурызда Нұрлан редакцияға өзі келді."
    assert all(polarity != "affirmed" for _, _, polarity in _values(text, "kk", "died"))
