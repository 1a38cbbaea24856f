"""A small case, built through the Store port. All people and papers are invented."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from tizme.model import (
    Capture,
    Cell,
    Claim,
    Cluster,
    Conflict,
    Document,
    Evidence,
    Extraction,
    Fate,
    Interest,
    Judgement,
    ListRow,
    Mention,
    Person,
    Polarity,
    ReadFailure,
    Reason,
    Record,
    Source,
    SourceKind,
    Status,
    Subject,
    Verdict,
    Whereabouts,
    short_id,
)
from tizme.ports import Run, StoredFailure
from tizme.store import open_store

NEWS = (
    "Уроженец Кара-Сууйского района Замирбек Токтосунов погиб на войне\n\n"
    "Замирбек Токтосунов, 28 лет, уехал на заработки в Екатеринбург в 2021 году. По словам его сестры, последний раз он "
    "звонил в конце сентября 2022 года. «Нам сказали, что брат погиб в ноябре под Бахмутом», — рассказала она "
    "24 декабря 2022 года.\n\nЧитайте также: лучшие кредиты без справок!\n\n"
    "Мать погибшего, Гүлнара Токтосунова, получила письмо из военкомата."
)
HOSTILE = (
    "<script>alert('xss')</script><img src=x onerror=alert(1)> Асель Ёлкина жива & здорова.\x00 "
    "{{ site.store }} {% load static %} \ud83d <b>она</b> вернулась домой 3 марта 2023 года. \u202eefas"
)
LIST = "Алишер Раҳимов\t1990\tФаргона\nБекзод Юсупов\t1988\tАндижон"


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _claim(text: str, subject: str, prop: str, value: str, quote: str, **more: object) -> Claim:
    start = text.index(quote)
    item = _sha(text)
    fields = {
        "evidence": Evidence.PRESS, "polarity": Polarity.AFFIRMED, "speakers": (), "said_on": "2022-12-24",
        "rule": "rules@1", "cell": "", **more,
    }  # fmt: skip
    claim_id = short_id("c", item, start, subject, prop, value)
    return Claim(claim_id, item, subject, prop, value, start, start + len(quote), quote, **fields)


def _capture(text: str, name: str, source: Source, published: str, media_type: str = "text/plain") -> Capture:
    return Capture(
        sha256=_sha(text), size_bytes=len(text.encode("utf-8", "surrogatepass")), origin=f"https://example.org/{name}",
        captured_at="2026-03-04T05:06:07Z", captured_by="Р. Дежурная", tool="tizme 0.1.0", media_type=media_type,
        original_name=name, published=published, source=source,
    )  # fmt: skip


def _news_claims() -> tuple[Claim, ...]:
    sister = {"evidence": Evidence.HEARSAY, "speakers": ("неизвестный", "сестра", "Вестник долины")}
    return (
        _claim(NEWS, "s1", "name", "Замирбек Токтосунов", "Замирбек Токтосунов"),
        _claim(NEWS, "s1", "died", "true", "погиб на войне"),
        _claim(NEWS, "s1", "origin", "Кара-Сууйский район", "Кара-Сууйского района"),
        _claim(NEWS, "s1", "age", "28", "28 лет"),
        _claim(NEWS, "s1", "migrated.date", "2021", "в 2021 году"),
        _claim(NEWS, "s1", "migrated.place", "Екатеринбург", "Екатеринбург"),
        _claim(NEWS, "s1", "last_contact.date", "2022-09|late", "в конце сентября 2022 года", **sister),
        _claim(NEWS, "s1", "died.date", "2022-11", "погиб в ноябре", **sister),
        _claim(NEWS, "s1", "died.place", "Бахмут", "под Бахмутом", **sister),
        _claim(NEWS, "s1", "death_reported.date", "2022-12-24", "24 декабря 2022 года"),
        _claim(NEWS, "s1", "kin.mother", "s2", "Гүлнара Токтосунова"),
    )


def _save_news(store) -> None:
    source = Source("Вестник долины", SourceKind.PRESS, "B", 3, Interest.NONE)
    store.save_capture(_capture(NEWS, "vestnik.html", source, "2022-12-25", "text/html"), ledger_seq=1)
    start = NEWS.index("Читайте также")
    dull = ((start, NEWS.index("\n", start)),)
    store.save_document(
        _sha(NEWS),
        Document(
            "text/html", NEWS, lang="ru", title=NEWS.split("\n")[0], published="2022-12-25", boilerplate=dull
        ),
        reader="html@1",
    )
    subjects = (
        Subject("s1", named=True, group=False, label="Замирбек Токтосунов", name="Замирбек Токтосунов"),
        Subject(
            "s2",
            named=True,
            group=False,
            label="Гүлнара Токтосунова",
            role="relative",
            name="Гүлнара Токтосунова",
        ),
    )
    mentions = (Mention("s1", 32, 51, "name"),)
    store.save_extraction(
        _sha(NEWS), Extraction("ru", dull, subjects, mentions, _news_claims()), rule="rules@1"
    )


def _hostile_claims() -> tuple[Claim, ...]:
    return (
        _claim(HOSTILE, "s1", "name", "Асель <i>Ёлкина</i>", "Асель Ёлкина"),
        _claim(HOSTILE, "s1", "returned.date", "2023-03-03", "<b>она</b> вернулась домой 3 марта 2023 года", speakers=("<u>сосед</u>",)),
        _claim(HOSTILE, "s1", "returned", "true", "вернулась домой"),
        _claim(HOSTILE, "s1", "died", "false", "жива & здорова.\x00", polarity=Polarity.DENIED),
    )  # fmt: skip


def _save_hostile(store) -> None:
    source = Source("<script>alert('source')</script>", SourceKind.SOCIAL)
    store.save_capture(_capture(HOSTILE, '"><svg onload=alert(2)>.txt', source, ""), ledger_seq=2)
    store.save_document(
        _sha(HOSTILE), Document("text/plain", HOSTILE, lang="ru", title="<h1>Заголовок</h1>"), reader="text@1"
    )
    subject = Subject("s1", named=True, group=False, label="Асель <i>Ёлкина</i>", name="Асель Ёлкина")
    store.save_extraction(
        _sha(HOSTILE), Extraction("ru", (), (subject,), (), _hostile_claims()), rule="rules@1"
    )


def _save_list(store) -> tuple[Claim, ...]:
    item, rows, at = _sha(LIST), [], 0
    for number, line in enumerate(LIST.split("\n"), start=2):
        cells, begin = [], at
        for column, header, value in zip("ABC", ("Исм", "Туғилган", "Вилоят"), line.split("\t"), strict=True):
            cells.append(Cell("Рўйхат", number, column, header, value, begin, begin + len(value)))
            begin += len(value) + 1
        rows.append(ListRow(f"Рўйхат!{number}", tuple(cells), (("name", "Исм"),)))
        at += len(line) + 1
    store.save_capture(
        _capture(LIST, "royhat.xlsx", Source("Рўйхат", SourceKind.LIST), "2023-05"), ledger_seq=3
    )
    document = Document("text/csv", LIST, lang="uz-Cyrl", rows=tuple(rows))
    store.save_document(item, document, reader="table@1")
    claims = (
        _claim(LIST, "s1", "name", "Алишер Раҳимов", "Алишер Раҳимов", cell="Рўйхат!A2"),
        _claim(LIST, "s2", "name", "Бекзод Юсупов", "Бекзод Юсупов", cell="Рўйхат!A3"),
    )
    subjects = tuple(
        Subject(f"s{n}", named=True, group=False, label=c.value, name=c.value)
        for n, c in enumerate(claims, 1)
    )
    store.save_extraction(item, Extraction("uz-Cyrl", (), subjects, (), claims), rule="rules@1")
    return claims


def _person(person_id: str, label: str, fate: Fate, claims: tuple[Claim, ...], **status: object) -> Person:
    fields = {
        "policy": "two-sources@1", "fate": fate, "whereabouts": Whereabouts("unknown", "", "unknown"),
        "reasons_for": (), "reasons_against": (), "conflicts": (), "open_questions": (), **status,
    }  # fmt: skip
    return Person(
        person_id, label, (f"r-{person_id}",), tuple(claim.id for claim in claims), 1.0, Status(**fields)
    )


def build_sample(store):
    """Save the sample in an empty store; give back what stands in it."""
    _save_news(store)
    _save_hostile(store)
    listed = _save_list(store)
    broken = _capture("%PDF-broken", "scan.pdf", Source("Архив"), "", "application/pdf")
    store.save_capture(broken, ledger_seq=4)
    store.save_failure(
        StoredFailure(broken.sha256, "read", ReadFailure("malformed", "no <xref> table")), reader="pdf@1"
    )
    store.save_judgement(
        Judgement("r-p-1", "r-p-2", Verdict.DIFFERENT, "Р. Дежурная", "2026-03-05T00:00:00Z"), ledger_seq=5
    )
    claims, hostile = _news_claims(), _hostile_claims()
    by = {claim.property: claim.id for claim in claims}
    persons = (
        _person(
            "p-1", "Замирбек Токтосунов", Fate.REPORTED_DEAD, claims,
            whereabouts=Whereabouts("place", "Бахмут", "reported", "2022-11", (by["died.place"],)),
            reasons_for=(Reason("reported-dead", (by["died"],), (claims[0].item,)), Reason("reported-dead-by-hearsay", (by["died.date"],))),
            conflicts=(Conflict("died.date", ("2022-11", "2022-12"), (by["died.date"],), "2022-11/2022-12"),),
            open_questions=("second-independent-source",),
        ),
        _person("p-2", "Асель <i>Ёлкина</i>", Fate.ALIVE, hostile),
        _person("p-3", "Алишер Раҳимов", Fate.UNKNOWN, listed[:1]),
        _person("p-4", "Бекзод Юсупов", Fate.UNKNOWN, listed[1:]),
    )  # fmt: skip
    records = tuple(
        Record(f"r-{person.id}", "list", "s1", person.label, ("Замир",) if person.id == "p-1" else ())
        for person in persons
    )
    clusters = tuple(Cluster(person.id, person.record_ids, 1.0) for person in persons)
    store.save_run(Run("run-1", "two-sources@1", (("rules", "1"),), records, (), clusters, persons))
    return SimpleNamespace(
        store=store, news=NEWS, hostile=HOSTILE, list=LIST, news_item=_sha(NEWS), hostile_item=_sha(HOSTILE), list_item=_sha(LIST),
        broken_item=broken.sha256, claims=claims, hostile_claims=hostile, list_claims=listed,
    )  # fmt: skip


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """An open store holding the sample, and what stands in it."""
    store = open_store(f"sqlite://{tmp_path_factory.mktemp('web')}/case.sqlite")
    yield build_sample(store)
    store.close()


@pytest.fixture
def postgres_client(postgres_address):
    """The same over PostgreSQL."""
    store = open_store(postgres_address)
    yield _client(build_sample(store))
    store.close()


@pytest.fixture
def client(sample):
    """Django's own client, looking at the sample under a loopback name."""
    return _client(sample)


def _client(sample):
    from django.test import Client

    from tizme.web.site import ENVIRON_KEY, Site

    return Client(SERVER_NAME="127.0.0.1", **{ENVIRON_KEY: Site(sample.store, "Пример", "/cases/primer")})
