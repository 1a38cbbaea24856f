"""An invented case in memory: a man, his mother who tells of him, a brother's letter."""

from __future__ import annotations

from tizme.model import (
    Capture,
    Claim,
    Cluster,
    Document,
    Evidence,
    Extraction,
    Fate,
    Mention,
    Person,
    Polarity,
    Reason,
    Source,
    SourceKind,
    Status,
    Subject,
    Whereabouts,
)
from tizme.model.person import Conflict
from tizme.ports import Run

TEXT = "Мать Гульнара Сатыбалдиева рассказала о смерти Асана Токтосунова. Звоните +996 555 12-34-56. =1+1"
ITEM, LETTER = "a" * 64, "b" * 64


def _claim(
    id_,
    prop,
    value,
    quote,
    *,
    item=ITEM,
    subject="s1",
    evidence="press",
    polarity="affirmed",
    speakers=("Вести",),
):
    start = TEXT.find(quote) if quote in TEXT else 0
    return Claim(
        id_,
        item,
        subject,
        prop,
        value,
        start,
        start + len(quote),
        quote,
        Evidence(evidence),
        Polarity(polarity),
        speakers,
        "2023-01-28",
        "t@1",
    )


CLAIMS = (
    _claim("c-name", "name", "Асан Токтосунов", "Асана Токтосунова"),
    _claim(
        "c-died",
        "died",
        "true",
        "смерти Асана Токтосунова",
        evidence="hearsay",
        speakers=("сослуживец Бакыт", "Гульнара Сатыбалдиева", "Вести"),
    ),
    _claim(
        "c-date",
        "died.date",
        "2022-11-14",
        "смерти",
        evidence="document",
        speakers=("свидетельство о смерти", "Вести"),
    ),
    _claim(
        "c-date2",
        "died.date",
        "2022-10",
        "смерти",
        evidence="hearsay",
        speakers=("сослуживец Бакыт", "Вести"),
    ),
    _claim("c-told", "death_reported.date", "2023-01", "рассказала"),
    _claim("c-mother", "kin.mother", "s2", "Мать Гульнара Сатыбалдиева"),
    _claim("c-who", "death_reported.by", "Гульнара", "Мать Гульнара"),
    _claim("c-span", "residence", "Алай", "Гульнара Сатыбалдиева рассказала о смерти"),
    _claim("c-phone", "occupation", "строитель", "Звоните +996 555 12-34-56"),
    _claim("c-formula", "unit", "=1+1", "=1+1"),
    _claim(
        "c-letter",
        "last_contact.date",
        "2022-09-21",
        "брат мой звонил",
        item=LETTER,
        speakers=("Фаррух Давлатов",),
    ),
    _claim("c-doc", "document_number", "AN1234567", "AN1234567"),
)
MOTHERS = (_claim("c-m", "residence", "Нарын", "Гульнара Сатыбалдиева", subject="s2"),)


def _person(id_, label, claims, *, fate=Fate.DEAD):
    reason = Reason("document-or-notice", ("c-date",), (ITEM,)) if fate is Fate.DEAD else None
    status = Status(
        policy="two-sources@1",
        fate=fate,
        whereabouts=Whereabouts("grave", "Гульнара Сатыбалдиева, двор", "doubtful"),
        reasons_for=(reason,) if reason else (),
        reasons_against=(),
        conflicts=(
            Conflict("died.date", ("2022-10", "2022-11-14"), ("c-date", "c-date2"), "2022-10/2022-11-14"),
        )
        if reason
        else (),
        open_questions=("conflicting-death-dates",) if reason else (),
    )
    return Person(id_, label, (), tuple(c.id for c in claims), 1.0, status)


PERSONS = (
    _person("p-aaaa", "Асан Токтосунов", CLAIMS),
    _person("p-aabb", "Гульнара Сатыбалдиева", MOTHERS, fate=Fate.UNKNOWN),
)


class FakeStore:
    def __init__(self, persons=PERSONS):
        self.persons = persons

    def current_run(self):
        return Run("run-1", "two-sources@1", (), (), (), (Cluster("p-aaaa", (), 1.0),), self.persons)

    def captures(self):
        return (
            Capture(
                ITEM,
                9,
                "https://vesti.example/1",
                "2023-02-01T10:00:00Z",
                "me",
                "t",
                "text/html",
                "a.html",
                "2023-01-28",
                Source("Вести", SourceKind.PRESS),
            ),
            Capture(
                LETTER,
                9,
                "farruh@mail.example",
                "2024-02-01T10:00:00Z",
                "me",
                "t",
                "text/plain",
                "b.eml",
                "",
                Source("Фаррух Давлатов", SourceKind.RELATIVE),
            ),
        )

    def document(self, item):
        return Document("text/plain", TEXT, published="2023-01-28" if item == ITEM else "")

    def extraction(self, item):
        subjects = (
            Subject("s1", named=True, group=False, label="Асан Токтосунов", name="Асан Токтосунов"),
            Subject(
                "s2",
                named=True,
                group=False,
                label="Гульнара Сатыбалдиева",
                role="relative",
                name="Гульнара Сатыбалдиева",
            ),
        )
        at = TEXT.index("Гульнара")
        mentions = (Mention("s2", at, at + len("Гульнара Сатыбалдиева"), "name"),)
        return Extraction(
            "ru",
            (),
            subjects,
            mentions if item == ITEM else (),
            tuple(c for c in (*CLAIMS, *MOTHERS) if c.item == item),
        )

    def claims(self, claim_ids):
        by_id = {c.id: c for c in (*CLAIMS, *MOTHERS)}
        return tuple(by_id[claim_id] for claim_id in claim_ids)

    def close(self):
        pass
