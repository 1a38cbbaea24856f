"""Invented people for the tests of requests, watches and letters."""

from tizme.model import Claim, Evidence, Polarity, Record, short_id
from tizme.model.request import Consent, Purpose, Requester, Sought, Step
from tizme.trace.requests import SealedEvent, opening, requests_of

SOUGHT = Sought(
    names=("Болотов Акмат Эркинович", "Bolotov Akmat"),
    father="Эркин",
    mother="Болотова Гүлсара",
    birth_date="1988-05-03",
    origin="Кара-Суу",
    residence="Ош, ул. Мелиоративная 5",
    last_contact_on="2022-09-12",
    last_contact_place="Калуга",
    last_contact_how="телефон, говорил с Назгүл",
    last_contact_with="Назгүл Болотова",
    kin=("Назгүл Болотова",),
    marks="шрам на левой руке",
    previous_steps=(Step("2023-02", "Военкомат", "нет данных"),),
    also="не звонить вечером",
)
MOTHER = Requester(
    name="Болотова Гүлсара Сапаровна",
    relation="мать",
    address="Ош, ул. Мелиоративная 5",
    phone="+996 555 123 456",
    email="gulsara@example.org",
    tell_how="при сестре",
)


def consent(purpose=Purpose.INQUIRY, recipient="ministry", *covers, **more):
    given = {"given_on": "2026-11-01", "informed": "кыргызча, А. түшүндүргөн", **more}
    return Consent(purpose=purpose, recipient=recipient, covers=covers, **given)


WATCH = consent(Purpose.WATCH, "case")


def request(*consents, sought=SOUGHT, requester=MOTHER):
    kind, body = opening("r-1", sought, requester, consents)
    return requests_of([event(kind, body)])["r-1"]


def event(kind, body, *, at="2026-11-02T10:00:00Z", by="Aida"):
    return SealedEvent(kind, at, by, body)


def record(item, name, **more):
    return Record(id=f"rec-{item}", list_id=item, subject="s1", name=name, lang="ru", **more)


def claim(item, prop, value, quote="", *, polarity=Polarity.AFFIRMED, start=0):
    quote = quote or value
    return Claim(
        id=short_id("c", item, prop, value),
        item=item,
        subject="s1",
        property=prop,
        value=value,
        start=start,
        stop=start + len(quote),
        quote=quote,
        evidence=Evidence.PRESS,
        polarity=polarity,
        speakers=(),
        said_on="",
        rule="test@1",
    )
