"""What gets past the proofs that a language model's suggestions have to pass: nothing false should.

Three models are held against the annotated texts: one that answers just what the annotators marked, one that
lies about everything they marked, and, where an endpoint is given, a real one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tizme.cli.measuring.shared import annotation_of, find_texts, gold_files, run_scorer
from tizme.extract import RULE_VERSION, extract_document
from tizme.extract.asking import MODEL_CODE_VERSION, ask, verified
from tizme.extract.asking.passages import Passage, passages, stretches
from tizme.extract.asking.properties import properties
from tizme.model import Asked, Claim, Document, Extraction, ReadFailure, Suggested, UnusableInput
from tizme.ports.language_model import LanguageModel
from tizme.readers import read_bytes
from tizme.text import sentences

SCORER = "score_claims.py"
_WAYS = ("affirmed", "denied", "uncertain", "promised")


@dataclass(frozen=True, slots=True)
class ModelMeasured:
    """One model over all texts.

    Attributes:
        name: "annotators", "liar", or the model's own.
        literal: Suggestions whose quote stands in the passage that they name.
        agreed: Suggestions that the rules had found themselves.
        verified: Claims that were added on the model's word and the text's proof.
        false: Of these, those that the annotators do not have.
        problems: What barred the others, the most frequent first.
    """

    name: str
    texts: int
    suggested: int
    malformed: int
    literal: int
    agreed: int
    verified: int
    false: int
    failures: int
    seconds: float
    problems: tuple[tuple[str, int], ...]
    let_through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskingMeasured:
    """Every model, with the versions that were measured."""

    rule: str
    code: str
    texts: tuple[str, ...]
    models: tuple[ModelMeasured, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    path: Path
    document: Document
    gold: dict[str, Any]
    rules: Extraction


Answers = Callable[[_Text], Asked]


def measure_asking(
    shared: Path, *, model: LanguageModel | None, tell: Callable[[str], None]
) -> AskingMeasured:
    """Hold the annotators, the liar and a real model against the texts beside us and our own open ones.

    Raises:
        UnusableInput: no annotated texts, or one cannot be read.
    """
    texts = [_read(path) for path in (*gold_files(shared), *find_texts("open"))]
    measured = [
        _measure("annotators", texts, shared, lambda text: Asked("annotators", tuple(_true(text)))),
        _measure("liar", texts, shared, lambda text: Asked("liar", tuple(_lies(text)))),
    ]
    if model is not None:
        asked = model

        def answers(text: _Text) -> Asked:
            tell(f"asking {asked.name} about {text.path.stem}")
            return ask(text.document, asked, published=text.gold["doc_date"])

        measured.append(_measure(model.name, texts, shared, answers))
    return AskingMeasured(
        RULE_VERSION, MODEL_CODE_VERSION, tuple(text.path.stem for text in texts), tuple(measured)
    )


def _read(path: Path) -> _Text:
    source = path.with_suffix(".txt")
    document = read_bytes(source.read_bytes(), name=source.name)
    if isinstance(document, ReadFailure):
        raise UnusableInput(f"not read ({document.reason}): {document.detail}", str(source), "mend the file")
    gold = annotation_of(path)
    return _Text(path, document, gold, extract_document(document, item="", published=gold["doc_date"]))


def _measure(name: str, texts: Sequence[_Text], shared: Path, answers: Answers) -> ModelMeasured:
    began = perf_counter()
    problems: Counter[str] = Counter()
    suggested = malformed = literal = agreed = failures = 0
    added: list[tuple[_Text, tuple[Claim, ...]]] = []
    for text in texts:
        asked = answers(text)
        done = verified(text.document, text.rules, asked, published=text.gold["doc_date"])
        suggested += len(asked.suggested)
        malformed += asked.malformed
        failures += len(asked.failures)
        literal += sum(_stands(said, text) for said in asked.suggested)
        agreed += done.agreed
        problems.update(one.problems[0] for one in done.suggestions)
        added.append((text, done.added))
    seconds = perf_counter() - began
    false = [line for text, claims in added for line in _false(text, claims, shared)]
    return ModelMeasured(
        name, len(texts), suggested, malformed, literal, agreed, sum(len(claims) for _, claims in added),
        len(false), failures, seconds, tuple(problems.most_common()), tuple(false),
    )  # fmt: skip


def _stands(said: Suggested, text: _Text) -> bool:
    found = _passages(text)
    if not said.quote.strip() or not 0 <= said.passage < len(found):
        return False
    one = found[said.passage]
    return said.quote in text.document.text[one.start : one.stop]


def _false(text: _Text, claims: tuple[Claim, ...], shared: Path) -> list[str]:
    """The claims that the scorer does not count as strict hits, each judged alone."""
    found = []
    mentions = [{"subject": m.subject, "start": m.start, "end": m.stop} for m in text.rules.mentions]
    for claim in claims:
        one = {
            "subject": claim.subject, "property": claim.property, "value": claim.value,
            "start": claim.start, "end": claim.stop, "quote": claim.quote,
            "evidence": claim.evidence.value, "polarity": claim.polarity.value,
        }  # fmt: skip
        with TemporaryDirectory(prefix="tizme-measure-") as folder:
            for path in (text.path, text.path.with_suffix(".txt")):
                (Path(folder) / path.name).symlink_to(path.resolve())
            predictions = Path(folder) / "predictions.jsonl"
            line = {"file": f"{text.path.stem}.txt", "mentions": mentions, "claims": [one]}
            predictions.write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
            summary = json.loads(run_scorer(shared, SCORER, folder, str(predictions))[-1])["all"]
        if summary["precision"] < 1 or summary["polarity"] < 1:
            said = f"{text.path.stem}: {claim.subject} {claim.property} = {claim.value} «{claim.quote}»"
            found.append(said)
    return found


def _passages(text: _Text) -> tuple[Passage, ...]:
    return passages(text.document, stretches(text.document, published=text.gold["doc_date"]))


def _called(text: _Text) -> dict[str, str]:
    """Person -> how the text calls them: by the first name written, else by the first noun."""
    called = {person["id"]: person["label"] for person in text.gold["persons"]}
    for form in ("nominal", "name"):
        for mention in reversed(text.gold["mentions"]):
            if mention["form"] == form:
                called[mention["person"]] = text.document.text[mention["start"] : mention["end"]]
    return called


def _true(text: _Text) -> Iterator[Suggested]:
    """What the annotators marked, with their quotes and once more with the whole sentence as quote."""
    labels = _called(text)
    found = _passages(text)
    for claim in text.gold["claims"]:
        home = next((p for p in found if p.start <= claim["start"] and claim["end"] <= p.stop), None)
        if home is None or claim["property"] not in properties():
            continue
        said = Suggested(
            home.number, labels.get(claim["subject"], ""), claim["property"], str(claim["value"]),
            text.document.text[claim["start"] : claim["end"]], claim["polarity"],
        )  # fmt: skip
        yield said
        for start, stop in sentences(text.document.text, home.start, home.stop):
            if start <= claim["start"] and claim["end"] <= stop:
                yield replace(said, quote=text.document.text[start:stop])


def _lies(text: _Text) -> Iterator[Suggested]:
    """Every marked claim turned: another person, value, property, polarity, letter or passage."""
    labels = list(_called(text).values())
    true = list(_true(text))
    values: dict[str, set[str]] = {}
    for said in true:
        values.setdefault(properties()[said.property].proof, set()).add(said.value)
    for said in true:
        proof = properties()[said.property].proof
        yield from (replace(said, person=label) for label in labels if label != said.person)
        yield from (replace(said, value=value) for value in sorted(values[proof]) if value != said.value)
        yield from (
            replace(said, property=one.name)
            for one in properties().values()
            if one.proof == proof and one.name != said.property
        )
        yield from (replace(said, polarity=way) for way in _WAYS if way != said.polarity)
        yield replace(said, quote=said.quote[::-1])
        yield replace(said, quote=said.quote[:-1] + ("x" if said.quote[-1:] != "x" else "y"))
        yield replace(said, passage=said.passage + 1)
