"""What a language model says of the case's texts: asked once and kept, believed where borne out.

    ledger.ndjson      model-answered: the item, the digest of its text, the model, the SHA-256 of the answers
    archive/           the answers, as they came: like captured bytes they cannot be made again
    derived/suggest/   the rules' claims with those added that the text bears out, and what is no claim

A later run asks nobody: it holds the kept answers against the text again, so that two rebuilds give the same
bytes. An answer counts only for the text that it was given about, and of several models the one asked last.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from tizme.case.derived import key_of
from tizme.case.items import CapturedItem
from tizme.case.progress import Progress
from tizme.case.reading import Output, load_document, load_extraction
from tizme.case.workplace import MODEL_ANSWERED, Workplace
from tizme.model import Asked, Document, Suggestion, canonical_json, sha256_hex
from tizme.model.codec import from_json, to_json
from tizme.ports.language_model import LanguageModel

STAGE = "suggest"
# So many items in a row that nobody answered about, and the rest waits for another run.
_GIVEN_UP_AFTER = 2

Text: TypeAlias = tuple[CapturedItem, Output, Output]  # an item, its text, and what the rules found there


@dataclass(frozen=True, slots=True)
class NotAsked:
    """An item without a whole answer, and why. ``code`` as in docs/errors.md."""

    item: str
    name: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What a run has of a language model.

    Attributes:
        model: The model that was to be asked in this run, "" where none was.
        asked: Items that it was asked about in this run.
        claims: Claims in the case that rest on a model's suggestion.
        suggestions: Suggestions in the case that are no claims.
        not_asked: Confidential items, where the model is on another machine, and those without an answer.
    """

    model: str = ""
    asked: int = 0
    claims: int = 0
    suggestions: int = 0
    not_asked: tuple[NotAsked, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """One item's suggestions, held against its text."""

    item: str
    model: str
    added: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


def ask_about(
    work: Workplace,
    texts: Sequence[Text],
    model: LanguageModel,
    *,
    progress: Progress,
    stop: Callable[[], bool],
) -> Heard:
    """Ask a model about every text that it has not answered about, each answer kept before the next question.

    A confidential item is never shown to a model on another machine.
    """
    answered = _answers(work)
    asked, in_a_row = 0, 0
    not_asked: list[NotAsked] = []
    progress.stage("ask", len(texts), f"texts ({model.name})")
    for captured, read, _ in texts:
        if stop():
            break
        refused = partial(NotAsked, captured.item, captured.name)
        known = answered.get((captured.item, read.digest))
        document = load_document(read, work.derived)
        if document.rows or (known is not None and known.model == model.name):
            continue
        if captured.confidential and not model.is_local:
            not_asked.append(refused("stays-on-this-machine", _STAYS))
            continue
        if in_a_row >= _GIVEN_UP_AFTER:
            not_asked.append(refused("model-unavailable", _GIVEN_UP))
            continue
        failed = _ask(work, captured, read, document, model=model, stop=stop)
        if failed is None:
            break
        asked += not failed
        in_a_row = in_a_row + 1 if failed else 0
        if failed:
            not_asked.append(refused("model-unavailable", failed))
    return Heard(model.name, asked, not_asked=tuple(not_asked))


_GIVEN_UP = "the model gave no answer about two items before it; run again, or give --llm-seconds more"
_STAYS = "it is marked confidential, and the model is served on another machine; ask one on this machine"


def _ask(
    work: Workplace,
    captured: CapturedItem,
    read: Output,
    document: Document,
    *,
    model: LanguageModel,
    stop: Callable[[], bool],
) -> str | None:
    """Why there is no whole answer, "" where there is one and it is kept, None where the run was stopped."""
    from tizme.extract.asking import ask

    day = captured.published or document.published
    asked = ask(document, model, published=day, lang=document.lang, stop=stop)
    if asked.failures:
        return asked.failures[0]
    if stop():
        return None
    stored = work.archive.put(canonical_json(to_json(asked)).encode())
    body = {
        "item": captured.item,
        "text": read.digest,
        "model": model.name,
        "answers": stored.sha256,
        "size_bytes": stored.size_bytes,
        "is_local": model.is_local,
        "by": work.settings.who,
    }
    work.ledger.append(MODEL_ANSWERED, body)
    return ""


def hold_answers(work: Workplace, texts: Sequence[Text]) -> Iterator[Output]:
    """What stands of each text: the rules' claims, with those of kept answers added where there are some."""
    answers = _answers(work)
    for captured, read, extracted in texts:
        answer = answers.get((captured.item, read.digest))
        if answer is None:
            yield extracted
        else:
            found = _held_before(work, captured, extracted, answer)
            yield found or _hold(work, captured, read, extracted, answer)


def held_before(work: Workplace, texts: Sequence[Text]) -> list[Output | None]:
    """The same as far as earlier runs made it; None where a kept answer waits to be held against its text."""
    answers = _answers(work)
    return [
        extracted if answer is None else _held_before(work, captured, extracted, answer)
        for captured, read, extracted in texts
        for answer in [answers.get((captured.item, read.digest))]
    ]


def held(work: Workplace, outputs: Sequence[Output]) -> Iterator[Held]:
    """The suggestions of every text that a model was asked about."""
    for output in outputs:
        if not output.file.startswith(f"{STAGE}/"):
            continue
        content = work.derived.load(output.file)
        assert content is not None, output.file
        value = json.loads(content)
        suggestions = from_json(tuple[Suggestion, ...], value["suggestions"], where=output.file)
        yield Held(output.item, model_of(output) or "", tuple(value["added"]), suggestions)


def model_of(output: Output) -> str | None:
    """Model and version ("qwen@llm-1") that had a say in an output, None where only rules had."""
    _, sign, after = output.rule.partition("+llm:")
    return after.rpartition("+")[0] if sign else None


@dataclass(frozen=True, slots=True)
class _Answer:
    model: str
    sha256: str


def _answers(work: Workplace) -> dict[tuple[str, str], _Answer]:
    """(item, digest of its text) -> the newest answer about it."""
    return {
        (event.body["item"], event.body["text"]): _Answer(event.body["model"], event.body["answers"])
        for event in work.ledger.events(MODEL_ANSWERED)
    }


def _holding(captured: CapturedItem, extracted: Output, answer: _Answer) -> tuple[str, str]:
    """The rule and the file of holding this answer against this text today."""
    from tizme.extract import RULE_VERSION
    from tizme.extract.asking import MODEL_CODE_VERSION

    rule = f"{RULE_VERSION}+llm:{answer.model}@{MODEL_CODE_VERSION}"
    key = key_of(rule, answer.sha256, captured.published, extracted.digest)
    return f"{rule}+{key[:8]}", f"{STAGE}/{captured.item[:2]}/{captured.item}.{key}.json"


def _held_before(
    work: Workplace, captured: CapturedItem, extracted: Output, answer: _Answer
) -> Output | None:
    rule, file = _holding(captured, extracted, answer)
    content = work.derived.load(file)
    return (
        None if content is None else Output(captured.item, rule, file, sha256_hex(content), None, fresh=False)
    )


def _hold(
    work: Workplace, captured: CapturedItem, read: Output, extracted: Output, answer: _Answer
) -> Output:
    from tizme.extract.asking import verified

    rule, file = _holding(captured, extracted, answer)
    where = str(work.archive.path_of(answer.sha256))
    asked = from_json(Asked, json.loads(work.archive.read(answer.sha256)), where=where)
    document = load_document(read, work.derived)
    day = captured.published or document.published
    rules = load_extraction(extracted, work.derived)
    done = verified(document, rules, asked, published=day, lang=document.lang)
    value = {
        "item": captured.item,
        "rule": rule,
        "extraction": to_json(done.extraction),
        "added": [claim.id for claim in done.added],
        "agreed": done.agreed,
        "suggestions": to_json(done.suggestions),
    }
    content = (canonical_json(value) + "\n").encode()
    body: dict[str, object] = {"item": captured.item, "rule": rule}
    digest = work.derived.keep(file, content, kind="suggested", body=body)
    return Output(captured.item, rule, file, digest, None, fresh=True)
