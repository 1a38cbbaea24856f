"""Offices that list a man, papers whose words the next sentence gives, and what a comrade saw. Everybody is invented."""

from __future__ import annotations

import pytest

from tizme.extract import extract_text
from tizme.model import Claim


def _claims(text: str, lang: str = "en") -> list[Claim]:
    return list(extract_text(text, lang=lang, published="2025-03-01").claims)


def _classes(text: str, *properties: str, lang: str = "en") -> set[str]:
    return {c.evidence.value for c in _claims(text, lang) if c.property in properties}


@pytest.mark.parametrize(
    "sentence",
    [
        "Investigators say Suhrob Safarov signed a contract in May.",
        "The ministry says Suhrob Safarov had signed a contract in May.",
        "Investigators believe Suhrob Safarov signed a contract in May.",
        "Suhrob Safarov lived in Tomsk. Investigators think he signed a contract in May.",
    ],
)
def test_of_whom_an_office_says_it_is_no_official(sentence: str) -> None:
    assert _classes(sentence, "contract_signed", "contract_signed.date") == {"official"}


def test_an_office_lists_him() -> None:
    text = (
        "The Foreign Ministry counts Akmal Saidov, born in 1997, among the Uzbeks killed on May 3 near Lyman."
    )
    assert _classes(text, "name", "birth_date", "died", "died.date") == {"official"}
    text = "Suhrob Safarov, 24, worked in Omsk. The Ministry of Foreign Affairs lists him as missing."
    assert _classes(text, "missing") == {"official"}
    assert not _classes("Akmal Saidov, 24, left in May. His mother lists him as missing on forms.", "missing")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Azamat Safarov left in May. His mother keeps his contract. In it he is to get 195,000 rubles a month."),
        ("ru", "Сухроб Сафаров уехал в мае. Мать хранит его контракт. В нём он обязуется служить за 195 тысяч рублей в месяц."),
        ("kk", "Нұрлан Асанов Ресейге кеткен. Отбасы оның келісімшартын сақтап жүр. Оған сәйкес, ол айына 195 мың рубль алуы керек еді."),
        ("uz-Latn", "Safar Nazarov Rossiyaga ketgan. Oila uning shartnomasini saqlaydi. Unga ko'ra, u oyiga 195 ming rubl olishi kerak edi."),
    ],
)  # fmt: skip
def test_what_stands_in_the_paper_told_of_before(lang: str, text: str) -> None:
    assert _classes(text, "wage.amount", lang=lang) == {"document"}


def test_a_notice_that_an_office_stamped_says_it() -> None:
    text = (
        "His father still has the death notice, stamped by the Perm commissariat. "
        "It says that Private Suhrob Safarov died near Kreminna on May 5, 2023."
    )
    assert _classes(text, "died", "died.date", "died.place") == {"document"}


def test_nobody_answers_and_no_cross_is_read() -> None:
    text = "Suraj Safarov, 24, left in May. Akmal has written to the embassy twice, on March 10; nobody has answered."
    assert _classes(text, "info_requested") == {"press"}
    text = "Suraj Safarov, 24, left in May. The Red Cross confirmed he was wounded."
    assert _classes(text, "wounded") == {"official"}


def test_what_a_comrade_saw_and_what_a_cousin_heard_from_him() -> None:
    text = (
        "Bimal Safarov, who ran away from the unit, saw Suhrob Kamolov carried off with a leg wound on May 2."
    )
    assert _classes(text, "wounded") == {"direct"}
    text = (
        "From the station Suhrob Kamolov, 24, rang his cousin Akmal. "
        '"He said it was deportation or a contract. So he signed. He was crying," Akmal recalled.'
    )
    assert _classes(text, "contract_signed") == {"hearsay"}


def test_behind_what_a_family_was_told_the_outlet_goes_on() -> None:
    text = (
        "In February the military commissariat had informed the family that Sardor Ergashev, 30, was killed. "
        "A zinc coffin came to Tashkent on February 25."
    )
    assert _classes(text, "body_repatriated", "body_repatriated.date") == {"press"}


def test_a_bulletin_with_several_notices_is_no_relatives_letter() -> None:
    text = (
        "BULLETIN OF FAMILIES\n\nSought. Behruz Kamolov, 23, of Vahdat. Detained in a raid on October 9.\n\n"
        "Sought. Aibek Nurov, 30, of Naryn. His father was told he was wounded.\n\n"
        "A list on Telegram includes our member's son, Timur Akhmetov."
    )
    assert _classes(text, "name", "age", "detained") == {"press"}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Suhrob Safarov, 24, was in Tomsk. His truck was hit near Bakhmut on May 3.", "wounded"),
        ("Suhrob Safarov, 24, was in Tomsk. A drone had hit the trench.", "wounded"),
        ("A comrade of Suhrob Safarov, 24, said the tags had been swapped.", "exchanged"),
        ("Suhrob Safarov came back to life in May.", "returned"),
        ("Suhrob Safarov, 24, undertakes to serve for one year.", "imprisoned"),
    ],
)
def test_what_befell_things_befell_no_man(text: str, none: str) -> None:
    assert not _classes(text, none)


HE = "Azamat Toshev, 26, a welder from Termez, left for Omsk in 2022. "


@pytest.mark.parametrize(
    ("sentence", "prop", "evidence"),
    [
        (
            "It was his cellmate who brought the news: Azamat was killed near Bakhmut on May 3.",
            "died",
            "hearsay",
        ),
        (
            "What little is known comes from a nurse: he was wounded in both legs on May 3.",
            "wounded",
            "hearsay",
        ),
        ("The indictment has him signing a contract in Tver a week later.", "contract_signed", "official"),
        ("The register of the cemetery has him buried on June 11.", "buried", "document"),
        ("Bank records show that 195,000 rubles were paid to him in June.", "compensated", "document"),
        ("Two women at the well say he was wounded in May.", "wounded", "hearsay"),
        ("By the regiment's account he left his unit on May 3.", "deserted", "official"),
        ("The Defense Ministry in Moscow wrote to the family that he was wounded.", "wounded", "official"),
        (
            "He was detained during a document check in August, the ministry's spokesman said.",
            "detained",
            "official",
        ),
        (
            "The deputy head of the district stood at the grave. Azamat, he said, had volunteered.",
            "pathway",
            "official",
        ),
    ],
)
def test_by_whom_it_is_known(sentence: str, prop: str, evidence: str) -> None:
    assert _classes(HE + sentence, prop) == {evidence}


def test_a_letter_that_is_dated_and_informs_her() -> None:
    text = (
        HE + "His mother, Oysha, showed us a letter with the stamp of military unit 33744. It is dated "
        'December 3 and informs her that Private Toshev "died on November 19 as a result of shelling".'
    )
    assert _classes(text, "died", "died.date") == {"document"}


def test_whoever_wrote_one_letter_does_not_tell_it() -> None:
    text = (
        HE
        + "In July 2023 he was held in a prison, from which he wrote one letter. He had worked in a sawmill."
    )
    assert "direct" not in _classes(text, "imprisoned", "occupation")


def test_what_a_prosecutor_reads_from_the_file() -> None:
    text = (
        "In Jizzakh the court hears the case of Otabek Yusupov. The prosecutor read from the file: Yusupov had "
        "gone to Chelyabinsk in 2021. On November 3 he signed for a year."
    )
    assert _classes(text, "migrated", "contract_signed", "contract_signed.date") == {"official"}


def test_a_hotline_that_somebody_called_says_nothing() -> None:
    text = "An inmate who called our hotline said Komil Sharipov, 34, signed a contract in March."
    assert "official" not in _classes(text, "contract_signed")


@pytest.mark.parametrize(
    "text",
    [
        "Amir Qosimov had received his passport three months before.",
        "Two, Ulan Jeenbekov and Adyl Toktomatov, were convicts from a colony in Mordovia.",
    ],
)
def test_what_is_no_sentence_of_a_court(text: str) -> None:
    assert not _classes(text, "sentenced")


def test_they_who_open_the_sentence_before() -> None:
    text = (
        "Azamat Toshev, 26, was sentenced in absentia. The court found that he had signed a contract. "
        "His parents learned of the verdict from a newspaper. They maintain that he was deceived."
    )
    assert "official" not in _classes(text, "pathway")
    text = HE + "In June his mother wrote to the embassy. They answered that he was missing."
    assert _classes(text, "missing") == {"official"}


def test_a_clause_with_when_is_the_outlets() -> None:
    text = (
        "When the coffin of Azamat Toshev, 26, came to Termez in March, the escort, a sergeant, told the "
        "family he had died a hero."
    )
    assert _classes(text, "body_repatriated", "body_repatriated.date") == {"press"}
    assert _classes(text, "died") == {"hearsay"}


def test_whoever_stepped_on_a_mine_may_live() -> None:
    assert not _classes(HE + "In the first version, told by the commander, he stepped on a mine.", "died")
