"""The case with a reader and an extractor small enough to see through.

A text holds lines "NAME | PROPERTY | VALUE | EVIDENCE"; bytes that begin with 0xFF cannot be read.
"""

import importlib
import json
import re

import pytest

import tizme
from tizme import readers
from tizme.case import Case, Provenance
from tizme.model import (
    Claim,
    Document,
    Evidence,
    Extraction,
    Fate,
    IntegrityFailure,
    Mention,
    Polarity,
    ReadFailure,
    Source,
    SourceKind,
    Subject,
    UnusableInput,
    Verdict,
    short_id,
)
from tizme.model.codec import to_json

_LINE = re.compile(r"(?P<name>[^|\n]+) \| (?P<property>\S+) \| (?P<value>\S+) \| (?P<evidence>\S+)")


class Counting:
    """What was read and extracted, by name."""

    def __init__(self):
        self.read, self.extracted = [], []


def _extraction(document, *, item, published, source, lang=""):
    subjects, mentions, claims = {}, [], []
    for match in _LINE.finditer(document.text):
        name = match["name"].strip()
        subject = subjects.setdefault(
            name, Subject(f"s{len(subjects) + 1}", named=True, group=False, label=name, name=name)
        )
        mentions.append(Mention(subject.id, match.start("name"), match.end("name"), "name"))
        for name_of, value in (("name", name), (match["property"], match["value"])):
            claims.append(
                Claim(
                    id=short_id("c", item, subject.id, name_of, value, match.start()),
                    item=item,
                    subject=subject.id,
                    property=name_of,
                    value=value,
                    start=match.start(),
                    stop=match.end(),
                    quote=document.text[match.start() : match.end()],
                    evidence=Evidence(match["evidence"]),
                    polarity=Polarity.AFFIRMED,
                    speakers=(source.name,) if source.name else (),
                    said_on=published,
                    rule="fake@1",
                )
            )
    return Extraction(lang or "en", (), tuple(subjects.values()), tuple(mentions), tuple(claims))


@pytest.fixture
def rooms(monkeypatch):
    counting = Counting()
    extract = importlib.import_module("tizme.extract")  # not the door tizme.extract()

    def read_bytes(content, *, name, media_type="", mapping=None):
        counting.read.append(name)
        if content.startswith(b"\xff"):
            return ReadFailure("malformed", "begins with 0xFF")
        return Document("text/plain", content.decode(), lang="en")

    def extract_document(document, *, item, published, source, lang=""):
        counting.extracted.append(item)
        if "crash" in document.text:
            raise KeyError("no such rule")
        return _extraction(document, item=item, published=published, source=source, lang=lang)

    monkeypatch.setattr(readers, "read_bytes", read_bytes)
    monkeypatch.setattr(readers, "READER_VERSION", "fake-reader@1")
    monkeypatch.setattr(extract, "extract_document", extract_document)
    monkeypatch.setattr(extract, "RULE_VERSION", "fake@1")
    return counting


class Clock:
    def now(self):
        return "2026-01-02T03:04:05Z"


@pytest.fixture
def case(tmp_path, rooms):
    opened = Case.init(tmp_path / "case", who="Aida", clock=Clock())
    yield opened
    opened.close()


def source(name, kind="press"):
    return Source(name, SourceKind(kind), "B", 2)


def put(
    case, text, *, name="a.txt", outlet="Outlet", kind="press", published="2023-01-01", origin="handed over"
):
    content = text if isinstance(text, bytes) else text.encode()
    return case.capture(content, name=name, provenance=Provenance(origin, published, source(outlet, kind)))


NEWS = "Akmat Bolotov | died | true | document\nAkmat Bolotov | died.date | 2022-11-14 | document"
OTHER = "Bakyt Sydykov | missing | true | press\nBakyt Sydykov | last_contact.date | 2022-10-02 | press"
THIRD = "Sagyn Tokoev | died | true | press"


@pytest.fixture
def filled(case):
    put(case, NEWS, name="news.txt", outlet="Ministry", kind="official")
    put(case, OTHER, name="other.txt", outlet="Herald", origin="https://herald.example/1")
    put(case, THIRD, name="third.txt", outlet="Courier")
    put(case, b"\xff\x00", name="broken.bin", outlet="Nobody")
    return case


def tree(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def persons(case):
    return {person.label: person for person in case.persons()}


def test_a_run_reads_extracts_and_decides_and_keeps_what_it_could_not_read(filled):
    outcome = filled.run()
    assert [failure.failure.reason for failure in outcome.failures] == ["malformed"]
    assert persons(filled)["Akmat Bolotov"].status.fate is Fate.DEAD
    standing = filled.status()
    assert (standing.items, standing.read, standing.waiting) == (4, 3, 0)
    assert [failed.name for failed in standing.failed] == ["broken.bin"]
    assert standing.decided
    assert filled.verify() == ()


def test_a_second_run_does_nothing_and_writes_nothing(filled, rooms):
    filled.run()
    before, worked = (
        filled.root.joinpath("ledger.ndjson").read_bytes(),
        (list(rooms.read), list(rooms.extracted)),
    )
    outcome = filled.run()
    assert not outcome.changed
    assert (rooms.read, rooms.extracted) == worked
    assert filled.root.joinpath("ledger.ndjson").read_bytes() == before


def test_a_new_item_is_read_and_the_old_ones_are_not_read_again(filled, rooms):
    filled.run()
    rooms.read.clear()
    put(filled, "Ulan Asanov | missing | true | press", name="new.txt")
    assert filled.status().waiting == 1
    outcome = filled.run()
    assert rooms.read == ["new.txt"]
    assert len(outcome.fresh) == 1
    assert "Ulan Asanov" in persons(filled)


def test_the_same_bytes_twice_are_one_item_with_two_captures(case):
    assert put(case, NEWS, name="a.txt").new
    assert not put(case, NEWS, name="b.txt", origin="elsewhere").new
    (item,) = case.items()
    assert [capture.origin for _, capture in item.captures] == ["handed over", "elsewhere"]
    assert len([path for path in tree(case.root) if path.startswith("archive/")]) == 1


def test_a_newer_capture_corrects_what_is_known_of_an_item_and_is_extracted_again(case, rooms):
    put(case, NEWS, published="2023-01-01")
    case.run()
    put(case, NEWS, published="2023-02-02")
    case.run()
    (item,) = case.items()
    assert item.published == "2023-02-02"
    assert len(rooms.extracted) == 2
    assert {claim.said_on for claim in case.claims(case.persons()[0])} == {"2023-02-02"}


def test_a_crash_of_the_extractor_is_a_stored_failure_and_not_a_traceback(case):
    put(case, "crash here")
    outcome = case.run()
    assert [(f.stage, f.failure.reason) for f in outcome.failures] == [("extract", "crashed")]
    assert "no such rule" in case.status().failed[0].detail
    assert [f.stage for f in case.store.failures()] == ["extract"]


def test_a_run_that_is_asked_to_stop_ends_between_items_and_the_next_goes_on(filled, rooms):
    asked = iter([False, False, True, True, True, True])
    outcome = filled.run(stop=lambda: next(asked))
    assert outcome.run is None
    assert len(rooms.read) == 2
    filled.run()
    assert sorted(rooms.read) == ["broken.bin", "news.txt", "other.txt", "third.txt"]


def _store_dump(case):
    store = case.store
    items = [captured.item for captured in case.items()]
    return json.dumps(
        to_json(
            {
                "captures": store.captures(),
                "documents": [store.document(item) for item in items],
                "extractions": [store.extraction(item) for item in items],
                "failures": store.failures(),
                "judgements": store.judgements(),
                "run": store.current_run(),
                "runs": store.run_ids(),
            }
        ),
        sort_keys=True,
    )


def test_a_rebuild_gives_back_every_derived_byte_and_the_same_store(filled):
    filled.run()
    before, dump = tree(filled.root / "derived"), _store_dump(filled)
    ledger = filled.root.joinpath("ledger.ndjson").read_bytes()
    filled.close()
    filled.run(rebuild=True)
    assert tree(filled.root / "derived") == before
    assert _store_dump(filled) == dump
    assert filled.root.joinpath("ledger.ndjson").read_bytes() == ledger, (
        "nothing new was found, so nothing is recorded"
    )


def test_a_rebuild_in_another_folder_from_archive_ledger_and_settings_alone_gives_the_same(filled, tmp_path):
    filled.run()
    copy = tmp_path / "copy"
    for relative, content in tree(filled.root).items():
        if relative.startswith(("archive/", "ledger.", "case.toml")):
            (copy / relative).parent.mkdir(parents=True, exist_ok=True)
            (copy / relative).write_bytes(content)
    other = Case.open(copy)
    other.run()
    assert tree(copy / "derived") == tree(filled.root / "derived")
    assert _store_dump(other) == _store_dump(filled)
    other.close()


def test_derived_files_deleted_by_hand_are_made_again(filled):
    filled.run()
    before = tree(filled.root / "derived")
    for path in filled.root.joinpath("derived").rglob("*.ndjson"):
        path.unlink()
    filled.run()
    assert tree(filled.root / "derived") == before


def test_changing_the_policy_decides_again_without_reading_and_says_who_moved(filled, rooms):
    filled.run()
    worked = (list(rooms.read), list(rooms.extracted))
    change = filled.change_policy("newsroom")
    assert (rooms.read, rooms.extracted) == worked
    assert [(m.person.label, m.before, m.after) for m in change.moved] == [
        ("Sagyn Tokoev", Fate.REPORTED_DEAD, Fate.DEAD)
    ]
    assert "Akmat Bolotov" in {person.label for person in change.stayed}
    assert filled.policy() == "newsroom"
    assert Case.open(filled.root).settings.policy == "newsroom"
    assert persons(filled)["Sagyn Tokoev"].status.policy.startswith("newsroom@")


def test_changing_the_policy_there_and_back_gives_the_old_answer(filled):
    filled.run()
    before = filled.persons()
    filled.change_policy("newsroom")
    filled.change_policy("two-sources")
    assert filled.persons() == before


def test_the_policy_can_be_changed_in_case_toml_and_the_ledger_notes_it(filled):
    filled.run()
    path = filled.root / "case.toml"
    path.write_text(path.read_text().replace('policy = "two-sources"', 'policy = "strict"'))
    again = Case.open(filled.root)
    again.run()
    assert again.policy() == "strict"
    assert again.persons()[0].status.policy.startswith("strict@")


def test_the_policy_is_not_changed_while_items_wait(filled):
    with pytest.raises(UnusableInput, match="wait to be read"):
        filled.change_policy("newsroom")
    assert filled.policy() == "two-sources"


def test_an_unknown_policy_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(UnusableInput, match="no policy 'mine'"):
        Case.init(tmp_path / "case", who="Aida", policy="mine")
    assert not (tmp_path / "case").exists()


def test_two_records_judged_different_are_two_persons_and_one_again_when_it_is_withdrawn(case):
    for number in range(2):
        born = f"Akmat Bolotov | birth_date | 1988-05-03 | document\nAkmat Bolotov | origin | Naryn{number} | press"
        put(case, born, outlet=f"O{number}")
    case.run()
    (one,) = case.persons()
    assert len(one.record_ids) == 2
    left, right = one.record_ids
    case.judge(left, right, Verdict.DIFFERENT, note="seen together")
    assert not case.status().decided
    case.run()
    assert len(case.persons()) == 2
    assert case.store.judgements()[0].made_by == "Aida"
    case.withdraw(left, right)
    case.run()
    assert case.persons() == (one,)


def test_two_records_judged_same_are_one_person(case):
    put(case, NEWS, outlet="A")
    put(case, THIRD, outlet="B")
    case.run()
    left, right = case.persons()
    case.judge(left.id, right.id, Verdict.SAME)
    case.run()
    (person,) = case.persons()
    assert set(person.record_ids) == {*left.record_ids, *right.record_ids}


def test_an_id_that_nobody_has_is_refused(filled):
    filled.run()
    with pytest.raises(UnusableInput, match="no record or person 'r-x'"):
        filled.judge("r-x", filled.persons()[0].id, Verdict.SAME)
    with pytest.raises(UnusableInput, match="no person 'p-x'"):
        filled.person("p-x")


def test_a_second_run_at_the_same_time_is_refused(filled):
    def meddle():
        with pytest.raises(UnusableInput, match="another run is at work"):
            Case.open(filled.root).run()
        return False

    assert filled.run(stop=meddle).run is not None


def test_the_python_door_opens_the_case_and_its_claims_lead_to_their_words(filled):
    filled.run()
    case = tizme.open_case(filled.root)
    person = next(person for person in case.persons() if person.label == "Akmat Bolotov")
    texts = {captured.item: case.store.document(captured.item) for captured in case.items()}
    claims = case.claims(person.id)
    assert claims
    assert all(texts[claim.item].text[claim.start : claim.stop] == claim.quote for claim in claims)
    case.close()


def test_a_folder_that_is_no_case_and_one_that_is_not_there_say_so(tmp_path):
    with pytest.raises(UnusableInput, match="not a case"):
        tizme.open_case(tmp_path)
    with pytest.raises(UnusableInput, match="no such folder"):
        tizme.open_case(tmp_path / "nowhere")


def test_a_case_is_not_started_twice_nor_in_a_folder_that_holds_something(case, tmp_path):
    with pytest.raises(UnusableInput, match="a case already"):
        Case.init(case.root, who="Aida")
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.doc").write_text("mine")
    with pytest.raises(UnusableInput, match=r"not empty \('thesis.doc'\)"):
        Case.init(other, who="Aida")


def test_a_start_that_was_cut_short_can_be_made_again(case):
    case.settings.who.strip()
    (case.root / "case.toml").unlink()
    again = Case.init(case.root, who="Aida")
    assert [event.kind for event in again._work.ledger.events()] == ["case-opened"]


@pytest.mark.parametrize("changed", ["derived", "archive"])
def test_bytes_that_were_changed_stop_the_run(filled, changed):
    filled.run()
    if changed == "derived":
        path = next(filled.root.joinpath("derived", "read").rglob("*.json"))
    else:
        path = next(p for p in filled.root.joinpath("archive").rglob("*") if p.is_file())
        for derived in filled.root.joinpath("derived").rglob("*.json"):
            derived.unlink()
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(IntegrityFailure, match="changed"):
        filled.run()
    assert [finding.problem for finding in filled.verify()] == ["changed"]


def test_many_texts_are_shared_out_over_processes_with_the_same_result(tmp_path):
    """The real rooms: fakes do not travel to other processes."""
    from tizme.case import reading

    trees = []
    for name, many in (("one", 10_000), ("several", 2)):
        case = Case.init(tmp_path / name, who="Aida")
        for number in range(6):
            put(case, f"Akmat Bolotov, {20 + number}, died in Bakhmut in November 2022, his mother said.")
        before = reading.MANY_ITEMS
        reading.MANY_ITEMS = many
        try:
            case.run()
        finally:
            reading.MANY_ITEMS = before
        trees.append(
            {
                path: content
                for path, content in tree(case.root / "derived").items()
                if path.startswith("extract")
            }
        )
        assert [event.body["item"] for event in case._work.ledger.events("extracted")] == [
            i.item for i in case.items()
        ]
    assert trees[0] == trees[1]


def test_words_of_other_captures_do_not_change_what_stands_in_the_store(filled):
    filled.run()
    assert filled.store.person(filled.persons()[0].id) == filled.persons()[0]
    assert OTHER.splitlines()[0] in filled.store.document(filled.items()[1].item).text
