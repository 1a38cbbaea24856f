"""The stores under test, and the values that the contract saves. All people are invented."""

from __future__ import annotations

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
    PageBox,
    Pair,
    Passage,
    Person,
    Polarity,
    ReadFailure,
    Reason,
    Record,
    Section,
    Source,
    SourceKind,
    Status,
    Subject,
    Verdict,
    Whereabouts,
)
from tizme.ports import Run, StoredFailure
from tizme.store import MemoryStore, open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Each database in turn."""
    return request.getfixturevalue("sqlite_address" if request.param == "sqlite" else "postgres_address")


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest):
    """The fake and each database in turn, empty."""
    if request.param == "memory":
        yield MemoryStore()
        return
    opened = open_store(
        request.getfixturevalue("sqlite_address" if request.param == "sqlite" else "postgres_address")
    )
    yield opened
    opened.close()


# -- values -------------------------------------------------------------------------------------------

ITEM = "a" * 64
OTHER_ITEM = "b" * 64
TEXT = "Замирбек Токтосунов погиб в ноябре 2022 года.\x00 Об этом сообщила сестра. \ud83d\x1a конец"


def _claim(claim_id: str, prop: str, value: str, start: int, stop: int, **more: object) -> Claim:
    fields = {
        "evidence": Evidence.HEARSAY, "polarity": Polarity.AFFIRMED, "speakers": ("сестра", "редакция"),
        "said_on": "2022-11-24", "rule": "extract@1", **more,
    }  # fmt: skip
    return Claim(claim_id, ITEM, "s1", prop, value, start, stop, TEXT[start:stop], **fields)


def _capture(name: str = "новость.txt") -> Capture:
    return Capture(
        sha256=ITEM, size_bytes=420, origin="https://example.org/a?b=c", captured_at="2026-01-02T03:04:05Z",
        captured_by="А. Редактор", tool="tizme 0.1.0", media_type="text/plain", original_name=name, published="2022-11",
        source=Source("Вестник долины", SourceKind.PRESS, "B", 2, Interest.NONE),
    )  # fmt: skip


def _document() -> Document:
    cell = Cell("Лист1", 7, "A", "ФИО", "Замирбек Токтосунов", 0, 19)
    return Document(
        media_type="text/plain", text=TEXT, lang="ru", title="Новость", published="2022-11-24", publisher="Вестник",
        passages=(Passage(0, 10, "ru", "Cyrl"),), sections=(Section(0, 10, "2022", "автор", "message 1", "канал"),),
        boilerplate=((44, 60),), rows=(ListRow("Лист1!7", (cell,), (("name", "ФИО"),)),),
        mapping=(("Лист1", "ФИО", "name"),), page_boxes=(PageBox(0, 5, 1, (0.5, 1.0, 2.25, 3.0)),),
        links=("https://example.org/",), warnings=("одна строка пуста",),
    )  # fmt: skip


def _extraction() -> Extraction:
    return Extraction(
        lang="ru",
        boilerplate=((44, 60),),
        subjects=(
            Subject("s1", named=True, group=False, label="Замирбек Токтосунов", name="Замирбек Токтосунов"),
            Subject("s2", named=False, group=False, label="сестра s1", role="relative"),
        ),
        mentions=(Mention("s1", 0, 19, "name"), Mention("s2", 66, 72, "nominal")),
        claims=(
            _claim("c-1", "died", "true", 20, 25),
            _claim("c-2", "died.date", "2022-11", 28, 45, evidence=Evidence.OFFICIAL, cell="Лист1!A7"),
            _claim("c-3", "alternate_name", "Ё\x00", 0, 19, polarity=Polarity.DENIED, speakers=()),
        ),
    )


def _person(person_id: str, label: str, fate: Fate, record_id: str) -> Person:
    reasons = (
        Reason("two-independent-sources", ("c-1", "c-2"), (ITEM,)),
        Reason("official-notice", ("c-2",)),
    )
    conflict = Conflict("died.date", ("2022-10", "2022-11"), ("c-2",), "2022-10/2022-11")
    status = Status(
        policy="two-sources@1", fate=fate, whereabouts=Whereabouts("grave", "Кара-Суу", "reported", "2023", ("c-2",)),
        reasons_for=reasons, reasons_against=(Reason("denied", ("c-3",)),), conflicts=(conflict,), open_questions=("where-buried",),
    )  # fmt: skip
    return Person(person_id, label, (record_id,), ("c-1", "c-2", "c-3"), 0.75, status)


def _run(run_id: str = "r-1", fate: Fate = Fate.DEAD) -> Run:
    born = {"born": "1994", "born_low": 1994, "born_high": None}
    records = (
        Record(
            "rec-2",
            ITEM,
            "s1",
            "Замирбек Токтосунов",
            ("Замир",),
            "ru",
            "male",
            **born,
            claim_ids=("c-1", "c-2"),
        ),
        Record(
            "rec-1",
            OTHER_ITEM,
            "s1",
            "Zamirbek To‘xtasinov",
            places=("KG-O",),
            event_dates=(("died.date", "2022-11"),),
        ),
    )
    persons = (
        _person("p-2", "Замирбек Токтосунов", fate, "rec-2"),
        _person("p-1", "Асель Ёлкина", Fate.UNKNOWN, "rec-1"),
    )
    return Run(
        id=run_id, policy="two-sources@1", rules=(("extract", "1"), ("link", "2")), records=records,
        pairs=(Pair("rec-1", "rec-2", -3.5, 0.0812345678901234, ("name:given:agree",)),),
        clusters=(Cluster("p-2", ("rec-2",), 1.0), Cluster("p-1", ("rec-1",), 0.5)), persons=persons,
        same_source=((ITEM, OTHER_ITEM),),
    )  # fmt: skip


@pytest.fixture
def values() -> SimpleNamespace:
    """One value of every kind with no field left empty, and makers for variants."""
    return SimpleNamespace(
        item=ITEM, other_item=OTHER_ITEM, text=TEXT, capture=_capture, document=_document(), extraction=_extraction(),
        failure=StoredFailure(OTHER_ITEM, "read", ReadFailure("crashed", "the parser ended with signal 6")),
        judgement=Judgement("rec-1", "rec-2", Verdict.DIFFERENT, "Б. Редактор", "2026-02-03T04:05:06Z", "два человека"),
        run=_run,
    )  # fmt: skip
