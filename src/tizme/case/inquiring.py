"""Inquiries of a case: drafted from a request and the case's own claims, logged, and their answers kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tizme import readers
from tizme.case.case import Case
from tizme.case.requests import Desk, draw_id, find, requests_in
from tizme.case.sealed import write_private
from tizme.case.sidecar import Provenance
from tizme.model import Document, Interest, Polarity, Source, SourceKind, UnusableInput, sha256_hex
from tizme.model.request import OWN_CASE, Inquiry, Purpose, TracingRequest
from tizme.publish import gather
from tizme.publish.withhold import Withholding
from tizme.trace import inquiries, letters
from tizme.trace.letter_docx import docx_bytes
from tizme.trace.letters import CaseFact, Letter
from tizme.trace.requests import check_day, demand_consent, live_consent

SEALED_ANSWER = "sealed:"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter that was written to a file, and the inquiry that stands for it."""

    inquiry: Inquiry
    letter: Letter


def draft_inquiry(
    desk: Desk,
    wanted: str,
    *,
    recipient: str,
    lang: str,
    out: Path,
    person: str = "",
    addressee: str = "",
    lawyer: bool = False,
    signatory: str = "",
) -> Drafted:
    """A letter to an office, as far as the family's consent for this office goes, written to ``out``.

    Args:
        person: The person of the case who was found to be the one sought; then what public sources say of
            them may stand in the letter, if the consent covers case_facts.

    Raises:
        UnusableInput: no live consent for this office, no such office in that language, or ``out`` lies in
            the case or is taken.
    """
    if out.resolve().is_relative_to(desk.work.layout.root.resolve()):
        raise UnusableInput("a letter is not sealed", str(out), "write it outside the case folder")
    request = find(desk, wanted)
    consent = demand_consent(request, Purpose.INQUIRY, recipient, today=desk.today)
    letter = letters.compose(
        request,
        consent,
        letters.addressee_of(recipient, lang, addressee_id=addressee),
        dated=desk.today,
        case_facts=_case_facts(desk, person) if person else (),
        lawyer=lawyer,
        signatory=signatory,
    )
    content = docx_bytes(letter)
    inquiry = Inquiry(
        id=draw_id("q"),
        request=request.id,
        recipient=recipient,
        addressee=letter.addressee.id,
        lang=lang,
        dated=letter.dated,
        law=letter.law,
        disclosed=letter.disclosed,
        letter_sha256=sha256_hex(content),
        drafted_by=desk.by,
        deadline=letter.due,
    )
    write_private(out, content)
    desk.append(*inquiries.drafting(inquiry))
    return Drafted(inquiry, letter)


def log_sent(desk: Desk, wanted: str, *, on: str) -> Inquiry:
    """The inquiry, sent; its deadline counts from there.

    Raises:
        UnusableInput: the consent was withdrawn since, or it was sent before.
    """
    check_day(on, "--sent")
    inquiry = find_inquiry(desk, wanted)
    # What went out before the consent was withdrawn did go out, and the record must be able to say so.
    demand_consent(find(desk, inquiry.request), Purpose.INQUIRY, inquiry.recipient, today=on)
    desk.append(*inquiries.sending(inquiry, on=on))
    return find_inquiry(desk, inquiry.id)


def log_answer(desk: Desk, wanted: str, *, answer: Path, on: str) -> Inquiry:
    """The inquiry, answered; the answer is kept.

    As an item of the case, from which claims are read, where its text can be read and names neither the one
    who asks nor their contacts, or where they agreed to that (purpose ``evidence``). Else sealed with the
    request: an answer that begins with the mother's name would tell everybody who searches.

    Raises:
        UnusableInput: the inquiry was never sent, or the file cannot be read.
    """
    inquiry = find_inquiry(desk, wanted)
    request = requests_in(desk)[inquiry.request]
    try:
        content = answer.read_bytes()
    except OSError as error:
        raise UnusableInput(
            f"cannot be read ({error.strerror})", str(answer), "name the answer's file"
        ) from error
    inquiries.answering(inquiry, on=on, answer="")  # refuses before anything is kept
    if _may_be_item(desk, request, content, answer.suffix):
        kept = _capture(desk, inquiry, content, on=on, suffix=answer.suffix)
    else:
        kept = f"{SEALED_ANSWER}{desk.book.keep_file(content)}"
    desk.append(*inquiries.answering(inquiry, on=on, answer=kept))
    return find_inquiry(desk, inquiry.id)


def read_answer(desk: Desk, wanted: str) -> bytes:
    """The bytes of an answer, wherever they are kept.

    Raises:
        UnusableInput: none was logged.
    """
    inquiry = find_inquiry(desk, wanted)
    if not inquiry.answer:
        raise UnusableInput("no answer was logged", inquiry.id, "`tizme inquiry log --answer` does that")
    if inquiry.answer.startswith(SEALED_ANSWER):
        assert desk.key is not None, "events() above has asked for it"
        return desk.book.read_file(desk.key, inquiry.answer.removeprefix(SEALED_ANSWER))
    return desk.work.archive.read(inquiry.answer)


def inquiries_in(desk: Desk) -> tuple[inquiries.Due, ...]:
    """Every inquiry, overdue ones first."""
    return inquiries.by_urgency(inquiries.inquiries_of(desk.events()).values(), today=desk.today)


def find_inquiry(desk: Desk, wanted: str) -> Inquiry:
    """The inquiry of that id or beginning.

    Raises:
        UnusableInput: none, or more than one.
    """
    return inquiries.find_inquiry(inquiries.inquiries_of(desk.events()), wanted)


def _case_facts(desk: Desk, person_id: str) -> tuple[CaseFact, ...]:
    """What the case says of a person, each with a source that anybody can read, if any."""
    with closing(Case.open(desk.work.layout.root, clock=desk.clock)) as case:
        person = case.person(person_id)
        evidence = gather(case.store, (person,))
        withholding, found = Withholding(evidence, inside=False), []
        for claim in evidence.of(person):
            if claim.polarity is not Polarity.AFFIRMED:
                continue
            capture = evidence.captures[claim.item]
            citable = capture.source.kind.value in letters.citable_kinds()
            found.append(
                CaseFact(
                    property=claim.property,
                    value=claim.value,
                    source=capture.source.name if citable else "",
                    day=evidence.published.get(claim.item, ""),
                    withheld=withholding.claim_reason(claim),
                )
            )
    return tuple(found)


def _may_be_item(desk: Desk, request: TracingRequest, content: bytes, suffix: str) -> bool:
    if live_consent(request, Purpose.EVIDENCE, OWN_CASE, today=desk.today) is not None:
        return True
    made = readers.read_bytes(content, name=f"answer{suffix}")
    # A scan without a layer of text may name her as well as any letter.
    return (
        isinstance(made, Document)
        and bool(made.text.strip())
        and not letters.names_requester(made.text, request)
    )


def _capture(desk: Desk, inquiry: Inquiry, content: bytes, *, on: str, suffix: str) -> str:
    office = letters.addressee_of(inquiry.recipient, inquiry.lang, addressee_id=inquiry.addressee)
    kind = SourceKind.NGO if inquiry.recipient == "icrc" else SourceKind.OFFICIAL
    provenance = Provenance(
        origin="an office's answer to an inquiry",
        published=on,
        source=Source(name=office.name, kind=kind, interest=Interest.UNKNOWN),
    )
    # Neither the file's own name nor its folder is kept: people name files after the family.
    case = Case.open(desk.work.layout.root, clock=desk.clock)
    return case.capture(content, name=f"answer{suffix}", provenance=provenance, by=desk.by).capture.sha256
