"""Who is told of and who tells in Uzbek texts of several men. Everybody here is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Extraction


def _read(lang: str, text: str) -> Extraction:
    return extract_text(text, lang=lang, published="2025-03-14")


def _of(found: Extraction, name: str) -> dict[str, str]:
    """Property -> value of everything affirmed of whoever is called ``name``."""
    ids = {s.id for s in found.subjects if s.label == name}
    assert ids, [s.label for s in found.subjects]
    return {c.property: c.value for c in found.claims if c.subject in ids and c.polarity == "affirmed"}


def _evidence(found: Extraction, prop: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(c.evidence.value, c.speakers) for c in found.claims if c.property == prop}


def test_the_second_and_the_third_prisoner_are_others() -> None:
    found = _read(
        "uz-Cyrl",
        "Уч нафар асир видеога туширилди. Биринчиси – 30 ёшли Комил Ашуров. "
        "Иккинчи асир – 25 ёшли Равшан Носиров, у оёғидан яраланган. Учинчи асир исмини айтмади. У 41 ёшда.",
    )
    assert _of(found, "Равшан Носиров").get("wounded") == "true"
    assert "wounded" not in _of(found, "Комил Ашуров")
    assert _of(found, "Комил Ашуров")["age"] == "30"
    assert len([s for s in found.subjects if s.role == "subject" and not s.group]) == 3


def test_soldiers_to_whom_somebody_surrenders_suffer_nothing() -> None:
    found = _read("uz-Latn", "27 yoshli Jasur Xolmatov yaralanib, ukrain askarlariga taslim bo‘ldi.")
    assert {"wounded", "captured"} <= set(_of(found, "Jasur Xolmatov"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "uz-Latn",
            "27 yoshli Jasur Xolmatov topildi. Xolmatovning aytishicha, u Moskvada taksida ishlagan.",
        ),
        ("uz-Cyrl", "27 ёшли Жасур Холматов топилди. Холматовнинг айтишича, у Москвада таксида ишлаган."),
    ],
)
def test_a_family_name_in_the_genitive_is_met_again(lang: str, text: str) -> None:
    assert {kind for kind, _ in _evidence(_read(lang, text), "occupation")} == {"direct"}


def test_who_opens_the_sentence_tells_it() -> None:
    found = _read(
        "uz-Latn",
        "Sud Jasur Xolmatovga hukm o‘qidi. Onasi sudda o‘g‘li urushga aldanib ketganini ma’lum qilgan.",
    )
    assert all("mother" in speakers[0] for _, speakers in _evidence(found, "pathway"))


def test_one_word_for_both_spouses_is_a_womans_husband() -> None:
    found = _read(
        "uz-Cyrl",
        "Дилором Қаюмованинг турмуш ўртоғи Баҳром Қаюмов бедарак йўқолган. Аёлнинг айтишича, эри май ойида "
        "Волгоградга ишлашга кетган.",
    )
    assert {"missing", "migrated", "kin.wife"} <= set(_of(found, "Баҳром Қаюмов"))
    assert "missing" not in _of(found, "Дилором Қаюмова")


def test_a_letter_that_says_your_son() -> None:
    found = extract_text(
        "91701-сонли ҳарбий қисм\n\nФуқаро Тожибоева Мукаррам Юсуповнага, Андижон вилояти, Шаҳрихон тумани.\n\n"
        "Ўғлингиз, оддий аскар Тожибоев Фарҳод Алимжонович (1996 йил 7 март куни туғилган) 2024 йил 28 август куни ҳалок бўлганини чуқур қайғу билан "
        "маълум қиламиз.",
        lang="uz-Cyrl",
        published="2024-09-19",
    )
    son = _of(found, "Тожибоев Фарҳод Алимжонович")
    assert son["died"] == "true"
    assert son["died.date"] == "2024-08-28"
    assert son["birth_date"] == "1996-03-07"
    assert "kin.mother" in son
    assert "died" not in _of(found, "Тожибоева Мукаррам Юсуповна")


def test_could_not_is_a_denial() -> None:
    found = _read("uz-Latn", "Jasur Xolmatov jangda halok bo‘ldi, jasadini olib chiqa olmadik.")
    assert {c.polarity.value for c in found.claims if c.property == "body_repatriated"} == {"denied"}


def test_the_age_behind_a_brother_is_the_brothers() -> None:
    found = _read(
        "uz-Cyrl",
        "26 ёшли Отабек Эшматов бедарак. Отабекнинг акаси, 31 ёшли Ойбек Эшматов уни қидирмоқда.",
    )
    assert _of(found, "Отабек Эшматов")["age"] == "26"
    assert _of(found, "Отабек Эшматов")["kin.brother"]


def test_their_own_years_of_birth_part_two_men_of_one_name() -> None:
    found = _read(
        "uz-Latn",
        "Otabek Salimov (1988) tirik. Otabek Salimov (1995) 3-dekabr kuni halok bo‘ldi va dafn etildi.",
    )
    dead = {c.subject for c in found.claims if c.property == "died" and c.value == "true"}
    alive = {c.subject for c in found.claims if c.property == "seen_alive"}
    assert dead
    assert not dead & alive


def test_a_family_name_of_two_brothers_loses_its_plural() -> None:
    found = _read("uz-Cyrl", "Ака-ука Ҳамро ва Ҳаким Ражабовларнинг жасадлари ерга қўйилди.")
    assert {"Ҳамро Ражабов", "Ҳаким Ражабов"} <= {s.label for s in found.subjects}


def test_then_is_no_later() -> None:
    found = _read(
        "uz-Latn", "Jasur Xolmatov 2023-yilda ushlandi. Keyin olti yilga qamashdi, o‘g‘irlik uchun."
    )
    assert not any(c.value.startswith("2029") for c in found.claims)


def test_who_says_my_brother_in_a_quotation_is_a_brother() -> None:
    found = _read(
        "uz-Latn",
        "“Ukam Sanjar Hamroyev o‘qishga ketgan edi, mart oyida uni olib ketishibdi”, deydi Abdumalik Hamroyev. "
        "“Birga xizmat qilgan qirg‘izistonlik yigit bizga ukamni dronlar urganini aytdi”, deydi Abdumalik.",
    )
    subjects = [s for s in found.subjects if s.role == "subject"]
    assert [s.label for s in subjects] == ["Sanjar Hamroyev"]
    assert "kin.brother" in _of(found, "Sanjar Hamroyev")
    assert not any(c.property == "citizenship" for c in found.claims)


def test_the_word_for_the_dead_says_whose_wife_she_is() -> None:
    found = _read(
        "uz-Cyrl", "Шоҳжаҳон Холмуродов 3 март куни вафот этди. Марҳумдан рафиқаси Маҳлиё ва фарзанди қолди."
    )
    assert {c.subject for c in found.claims if c.property == "died"} == {
        s.id for s in found.subjects if s.label == "Шоҳжаҳон Холмуродов"
    }


def test_a_town_of_a_university_is_no_family_name() -> None:
    found = _read("uz-Cyrl", "Шоҳжаҳон Холмуродов вафот этди. Шоҳжаҳон Термиз давлат университетида ўқиган.")
    assert [s.label for s in found.subjects] == ["Шоҳжаҳон Холмуродов"]


def test_an_exchange_refutes_a_comrade() -> None:
    found = _read(
        "uz-Latn",
        "Qaytarilganlar orasida Ravshan Haydarov ham bor. Mart oyida bir safdoshi uni o‘lgan deb aytgan edi.",
    )
    assert not any(
        c.property == "died" and c.value == "true" and c.polarity == "affirmed" for c in found.claims
    )


def test_no_woman_is_the_son_who_died() -> None:
    found = _read(
        "uz-Latn",
        "Zebuniso Karimova (61 yosh) uni kutgan. 8-iyulda unga Donetskdan bir ayol o‘g‘li Murodjon Karimovning "
        "o‘limi haqida xabar bergan. Murodjon olti yil Krasnodarda suvoqchilik qilgan.",
    )
    assert "died" not in _of(found, "Zebuniso Karimova")
    assert _of(found, "Murodjon Karimov")["died"] == "true"
    assert "kin.mother" in _of(found, "Murodjon Karimov")


def test_the_second_uzbek_has_his_name_behind_a_dash() -> None:
    found = _read("uz-Cyrl", "Иккита йигит асирга тушган. Иккинчи ўзбекистонлик – 19 ёшли Муҳаммадали.")
    assert _of(found, "Муҳаммадали")["citizenship"] == "UZ"
    assert _of(found, "Муҳаммадали")["age"] == "19"


def test_doctors_of_another_country_give_no_citizenship() -> None:
    found = _read("uz-Latn", "Bekzod Yunusov yaralandi. Uni ukrainalik tibbiyotchilar qutqargan.")
    assert "citizenship" not in _of(found, "Bekzod Yunusov")


def test_uzbek_typed_on_a_russian_keyboard() -> None:
    found = _read(
        "uz-Cyrl",
        "Абдуллаев Норкул 1979 йилда тугилган булиб, Шахрисабз шахрида яшаган. У 2021 йили 5 йилга камалган. "
        "Рафикасининг айтишича, эри 2024 йил мартда халок булган ва дафн килинган.",
    )
    told = _of(found, "Абдуллаев Норкул")
    assert told["birth_date"] == "1979"
    assert told["died"] == "true"
    assert {"buried", "kin.wife"} <= set(told)


def test_the_youngest_of_three_brothers() -> None:
    found = _read(
        "uz-Cyrl",
        "Тўнғичи Азизбек ўтган йили ҳалок бўлди ва дафн этилди. Кенжаси Муроджон эса қамоқда ўтирибди.",
    )
    assert "imprisoned" not in _of(found, "Азизбек")
    assert _of(found, "Муроджон")["imprisoned"] == "true"
    assert "died" not in _of(found, "Муроджон")


def test_a_womans_brother_whose_body_she_waits_for_is_the_one_told_of() -> None:
    found = _read(
        "uz-Cyrl",
        "Самарқандлик 30 ёшли Шаҳноза Эшонқулова акаси Акмалнинг жасадини беш ой кутди. 4 октябрда тобут келди. "
        "Акмал Эшонқулов қишлоқ қабристонида дафн этилди.",
    )
    assert {"buried", "kin.sister"} <= set(_of(found, "Акмал Эшонқулов"))
    assert "buried" not in _of(found, "Шаҳноза Эшонқулова")


def test_who_testifies_himself_is_not_dead_by_what_swindlers_told_his_wife() -> None:
    found = _read(
        "uz-Latn",
        "Sudda jabrlanuvchi Murod Sodiqovning o‘zi guvohlik berdi. Firibgar xotiniga «eringiz o‘lgan» degan.",
    )
    assert not any(
        c.property == "died" and c.polarity == "affirmed" and c.value == "true" for c in found.claims
    )


def test_a_sum_behind_a_regiment_is_no_number_of_it() -> None:
    found = _read("uz-Latn", "Zarif Norovga polkiga 700 ming rubl va’da qilingan, u 25-polkida bo‘lgan.")
    assert not any("700" in c.value for c in found.claims if c.property == "unit")


@pytest.mark.parametrize(
    ("text", "prop", "evidence"),
    [
        # a relative who received the body knows of the death
        (
            "Karim Aliyev topildi. Akasi uning 3-mayda halok bo‘lganini, jasadi keltirilganini tasdiqladi.",
            "died",
            "direct",
        ),
        # what is confirmed before the verb, and a quotation behind it
        (
            "Karim Aliyev topildi. Akasi Sobir ukasi halok bo‘lganini tasdiqladi: “Jasadini o‘zim olib keldim”.",
            "died",
            "direct",
        ),
        # what stands between the speaker and the colon
        (
            "Karim Aliyev urushga ketgan. Akasining aytishicha, ukasi tirik bo‘lishi mumkin: “Kecha qo‘ng‘iroq qildi”.",
            "seen_alive",
            "direct",
        ),
        # the police act in what he says; what a quotation says is nobody's outside it
        (
            "Videoda Karim Aliyev may oyida politsiya uni ushlaganini aytadi: “Yo qamoq, yo front, deyishdi”.",
            "detained",
            "direct",
        ),
        # "deydiki" opens what is said
        (
            "Karim Aliyev topildi. Onasi deydiki, o‘g‘li 2021-yilda Rossiyaga ishlash uchun ketgan.",
            "migrated",
            "direct",
        ),
        # before his own eyes
        (
            "Asir Karim Aliyevning aytishicha, Olim Saidov ko‘z o‘ngida minaga bosib nobud bo‘lgan.",
            "died",
            "direct",
        ),
        # intelligence is an office; so is whoever publishes
        ("Razvedka ma’lumotiga ko‘ra, Karim Aliyev 2-iyunda taslim bo‘lgan.", "captured", "official"),
    ],
)
def test_how_they_know_what_they_say(text: str, prop: str, evidence: str) -> None:
    assert evidence in {kind for kind, _ in _evidence(_read("uz-Latn", text), prop)}


def test_a_place_where_something_happens_is_nobodys_origin_or_name() -> None:
    found = _read(
        "uz-Latn",
        "Xonqa tumanidan 28 yoshli Bobur Rustamov asir tushdi. Andijonda esa Rustamovni kutishmoqda. "
        "Onasi o‘g‘lining Klishchiyevkada halok bo‘lganini eshitgan.",
    )
    assert "Klishchiyevkada" not in {s.label for s in found.subjects}
    assert len([s for s in found.subjects if s.role == "subject"]) == 1


def test_the_day_on_which_a_channel_shows_a_prisoner_is_not_that_of_his_capture() -> None:
    found = _read("uz-Latn", "Telegram-kanal 3-mart kuni asirga olingan Karim Aliyevning videosini tarqatdi.")
    assert "captured.date" not in _of(found, "Karim Aliyev")


def test_a_trade_is_known_by_the_words_for_working_as() -> None:
    found = _read("uz-Latn", "Karim Aliyev Moskvada pitsachi bo‘lib ishlagan, keyin asir tushgan.")
    assert _of(found, "Karim Aliyev")["occupation"] == "pitsachi"


def test_a_man_who_calls_himself_is_alive() -> None:
    found = _read(
        "uz-Latn",
        "Guruhda Ravshan Usmonov shahid bo‘ldi degan xabar tarqaldi. Peshinda Ravshanning o‘zi bog‘landi.",
    )
    assert _of(found, "Ravshan Usmonov").get("seen_alive") == "true"
    assert "died" not in _of(found, "Ravshan Usmonov")


def test_only_the_body_of_one_told_dead_is_brought_and_laid_down() -> None:
    dead = _read(
        "uz-Latn", "Karim Aliyev halok bo‘ldi. Akasi: “29-mayda olib keldim, ertasiga qo‘ydik”, dedi."
    )
    alive = _read("uz-Latn", "Karim Aliyev qaytdi. Akasi: “29-mayda olib keldim, qo‘ydik”, dedi.")
    assert {"body_repatriated", "buried"} <= {c.property for c in dead.claims}
    assert not {"body_repatriated", "buried"} & {c.property for c in alive.claims}


def test_a_channel_is_known_by_a_name_in_two_alphabets() -> None:
    text = "«Водий» Telegram-канали Карим Алиев ҳалок бўлганини маълум қилди."
    assert _evidence(_read("uz-Cyrl", text), "died") == {("hearsay", ("Telegram-канали",))}


def test_an_entry_is_whoever_told_it_by_the_source_that_it_names() -> None:
    found = _read(
        "uz-Latn",
        "Ro‘yxat\n\n"
        "1. Norov Elyor, 30 yosh, Koson. 2025-yil martdan beri bedarak. Manba: xotini Munira.\n"
        "2. Hayitov Bahrom, 1979-yil, Koson. Yarador bo‘lgan. Manba: o‘zi, telefonda.\n"
        "3. Eshmatov Jasur, 1985-yil. Asirda. Manba: mahalla raisi T. Choriyev.\n"
        "4. To‘rayeva Sitora, 1991-yil, hamshira. Manba: viloyat gazetasi.\n",
    )
    told = {(c.value, c.evidence.value) for c in found.claims if c.property in {"birth_date", "age"}}
    assert told == {("30", "direct"), ("1979", "direct"), ("1985", "official"), ("1991", "press")}
    assert _of(found, "To‘rayeva Sitora").get("sex") == "female"


def test_the_son_of_a_dead_man_is_told_of_and_the_chairman_tells_it() -> None:
    found = _read(
        "uz-Latn",
        "Hurmatli mahalla ahli!\n\n"
        "Marhum Yo‘ldoshev Tursun akaning kenja o‘g‘li Yo‘ldoshev Nodir (2001-yil 14-iyul) Rossiya–Ukraina "
        "urushida vafot etdi.\n\nMarhum 2022-yilda Chelyabinskka ketgan. Ortida rafiqasi qoldi.\n\n"
        "Janoza ertaga o‘qiladi.\n\nBog‘iston mahallasi raisi R. Xudoyberganov",
    )
    nodir = next(c.subject for c in found.claims if c.property == "name" and c.value == "Yo‘ldoshev Nodir")
    told = {c.property: c for c in found.claims if c.subject == nodir}
    assert told["birth_date"].value == "2001-07-14"
    assert told["died"].evidence.value == "official"
    assert "died.place" not in told


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (
            "Karim Aliyev halok bo‘ldi. Jasadini tog‘asi Rostovda, qo‘lidagi tatuirovkadan tanigan.",
            "qo‘lidagi",
        ),
        ("Karim Aliyev halok bo‘ldi. Jasadi DNK orqali aniqlandi.", "DNK"),
    ],
)
def test_by_what_a_body_was_known(text: str, method: str) -> None:
    said = _of(_read("uz-Latn", text), "Karim Aliyev")
    assert said["body_identified.method"].startswith(method)


def test_a_wife_speaks_of_his_mother_as_her_mother_in_law() -> None:
    found = _read(
        "uz-Latn",
        "Termizlik Nilufar Choriyeva eri Sherzod Choriyevni kutmoqda. Nilufar qaynonasining uyida yashaydi.",
    )
    assert {"kin.mother", "kin.wife"} <= set(_of(found, "Sherzod Choriyev"))


def test_a_name_is_met_again_with_the_fathers_name_and_a_nearer_home() -> None:
    found = _read(
        "uz-Latn",
        "37 yoshli surxondaryolik Abdusalom Norqulov asirga tushdi.\n"
        "Sho‘rchi tumanidan Norqulov Abdusalom Eshmurod o‘g‘li Krasnodarda ishlagan.",
    )
    assert len([x for x in found.subjects if x.role == "subject"]) == 1


def test_a_newspaper_in_quotation_marks_is_nobody() -> None:
    found = _read("uz-Latn", "“Erkin so‘z” nashri Karim Aliyev halok bo‘lganini yozdi.")
    assert {x.label for x in found.subjects if x.role == "subject"} == {"Karim Aliyev"}


def test_who_opens_a_long_telling_tells_it_however_far_the_verb_stands() -> None:
    found = _read(
        "uz-Latn",
        "Farhod Mo‘minov topildi. O‘shanda Mo‘minov Rossiyaga 2018-yilda kelgani, Ryazanda jinoyatda ayblanib, 11 "
        "yilga qamalgani, qamoqdan chiqish uchun “Shtorm-V” otryadiga yozilganini aytgan edi.",
    )
    assert {kind for kind, _ in _evidence(found, "migrated")} == {"direct"}


def test_a_state_prosecutor_is_no_man_called_davlat() -> None:
    found = _read("uz-Latn", "Sud fuqaroga hukm o‘qidi. Davlat ayblovchisi unga 7 yil so‘ragan edi.")
    assert not [c for c in found.claims if c.property == "name"]


def test_the_day_of_a_sentence_is_not_that_of_the_war_he_went_to() -> None:
    found = _read(
        "uz-Latn", "Uchko‘prik tuman sudida 26-fevral kuni urushga yollangan fuqaroga hukm o‘qildi."
    )
    said = {c.property: c.value for c in found.claims}
    assert said["sentenced.date"] == "2025-02-26"
    assert "recruited.date" not in said


def test_a_day_of_birth_before_another_man_is_his() -> None:
    found = _read(
        "uz-Cyrl",
        "1990 йилда туғилган Дониёр Раҳматов пахта даласида бўлган. Ҳалок бўлган шахс — исм-фамилияси бир хил, "
        "аммо Қамаши туманида 1992 йилда туғилган бошқа киши.",
    )
    born = {c.value: c.subject for c in found.claims if c.property == "birth_date"}
    assert born["1990"] != born["1992"]


def test_a_lawyer_who_is_quoted_makes_a_text_an_outlets() -> None:
    found = _read(
        "uz-Latn",
        "Marg‘ilon shahar sudi 41 yoshli Bahodir Ismoilovni aybdor deb topdi va 5 yil ozodlikdan mahrum qildi. Hukm "
        "kecha o‘qilgan, buni sud matbuot xizmati ma’lum qildi.\nAdvokatining aytishicha, u yaralangan.",
    )
    assert {kind for kind, _ in _evidence(found, "age")} == {"press"}


def test_what_stands_in_a_channels_list_is_the_channels_word() -> None:
    found = _read(
        "uz-Cyrl",
        "«Водий» Telegram-канали 3 март куни ҳалок бўлганлар рўйхатини эълон қилди. "
        "Унда Карим Алиев, 40 ёш, деб кўрсатилган одам ҳам бор. Газета эса 22 ёшли Одил Собировни топди.",
    )
    told = {(c.value, c.evidence.value) for c in found.claims if c.property == "age"}
    assert told == {("40", "hearsay"), ("22", "press")}


def test_between_dashes_in_a_quotation_it_is_said_who_speaks() -> None:
    found = _read(
        "uz-Latn",
        "Asir Murod Yusupov 33 yoshda. “Men bu yerga oktyabrda kelganman, — deya so‘z boshladi u. — Politsiya surat "
        "topdik, deb qo‘rqitdi. Ikki hafta o‘rgatib, Avdeyevkaga olib borishdi”.",
    )
    assert {kind for kind, _ in _evidence(found, "deployed")} == {"direct"}


def test_who_sends_word_says_it_and_nobody_is_sent() -> None:
    found = _read(
        "uz-Latn",
        "Karim Aliyev urushga ketgan. 2-fevralda safdoshi ovozli xabar yubordi: Karim Baxmutda halok bo‘lgan.",
    )
    assert {kind for kind, _ in _evidence(found, "died")} == {"hearsay"}
    assert "deployed.place" not in _of(found, "Karim Aliyev")


def test_a_promised_sum_is_not_what_was_paid() -> None:
    found = _read(
        "uz-Latn", "Karim Aliyev halok bo‘ldi. Oila va’da qilingan 5 million rubldan hech nima olmagan."
    )
    assert not [c for c in found.claims if c.property == "compensated.amount"]
