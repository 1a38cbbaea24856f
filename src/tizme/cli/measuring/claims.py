"""Extraction over the annotated texts, scored by bench/score_claims.py."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from tizme.cli.measuring.mixed import Mixed, mixed_subjects
from tizme.cli.measuring.shared import (
    annotation_of,
    corpus_digest,
    file_digest,
    gold_files,
    part_of,
    run_scorer,
)
from tizme.extract import RULE_VERSION, extract_document
from tizme.model import Document, ReadFailure, UnusableInput
from tizme.readers import read_bytes

SCORER = "score_claims.py"
SEED = "seed"
# Read before the clock starts, so that tables and dictionaries are loaded: as many code points of each text.
_WARM_UP_CHARS = 300
_PROPERTY_LINE = re.compile(r"^  (\S+)\s+(\d+)/\s*(\d+)$")
_FILE_LINE = re.compile(r"^\S+ .* strict ")


@dataclass(frozen=True, slots=True)
class Score:
    """What the scorer says of one file or group. Shares are in [0, 1].

    Attributes:
        claims: Claims that the annotators marked; ``found`` is how many we made.
        evidence, polarity: Share of the strict hits that have the annotators' value.
        ads: Claims that touch an advertisement. broken: whose span is not the quoted words.
    """

    name: str
    claims: int
    found: int
    recall: float
    precision: float
    evidence: float
    polarity: float
    ads: int
    broken: int


@dataclass(frozen=True, slots=True)
class PropertyScore:
    """Claims of one property: marked by the annotators, found by us, and both (strict)."""

    name: str
    claims: int
    found: int
    strict: int


@dataclass(frozen=True, slots=True)
class ClaimsMeasured:
    """Extraction, measured.

    Attributes:
        mixed: Subjects that hold two persons; counted here, since the scorer cannot see them.
        faults: The scorer's own lines about missed and false claims.
    """

    rule: str
    corpus: str
    corpus_sha256: str
    scorer_sha256: str
    files: tuple[Score, ...]
    groups: tuple[Score, ...]
    properties: tuple[PropertyScore, ...]
    mixed: tuple[Mixed, ...]
    characters: int
    seconds: float
    faults: tuple[str, ...]

    @property
    def characters_per_second(self) -> float:
        """Code points extracted in a second, once tables and dictionaries are loaded."""
        return self.characters / self.seconds

    def group(self, name: str) -> Score:
        """The score of the group with this name."""
        return next(score for score in self.groups if score.name == name)


def measure_claims(shared: Path, texts: Path | None = None) -> ClaimsMeasured:
    """Extract every annotated text, knowing its day and nothing else, and have it scored.

    Args:
        texts: A folder of annotated texts to take instead of the shared ones; the scorer is the shared one.

    Raises:
        UnusableInput: no annotated texts, or one cannot be read.
    """
    files = gold_files(shared, texts)
    annotated = [(path, _read(path.with_suffix(".txt")), annotation_of(path)) for path in files]
    for _, document, _ in annotated:
        _predict(Document(document.text[:_WARM_UP_CHARS], document.media_type), "", "")
    started = perf_counter()
    found = [_predict(doc, path.stem, gold["doc_date"]) for path, doc, gold in annotated]
    seconds = perf_counter() - started
    with TemporaryDirectory(prefix="tizme-measure-") as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in found)
        predictions.write_text("".join(lines), encoding="utf-8")
        by_file = [_score(shared, path.stem, [path], predictions) for path in files]
        languages = {path: gold["lang"] for path, _, gold in annotated}
        by_group = [
            _score(shared, name, some, predictions) for name, some in _groups(languages).items() if some
        ]
        whole = run_scorer(
            shared, SCORER, str(files[0].parent), str(predictions), "--by-property", "--misses"
        )
    return ClaimsMeasured(
        rule=RULE_VERSION, corpus=str(files[0].parent), corpus_sha256=corpus_digest(shared, texts),
        scorer_sha256=file_digest(part_of(shared, "bench", SCORER)),
        files=tuple(by_file), groups=tuple(by_group), properties=_properties(whole, found),
        mixed=tuple(
            mixed
            for (path, document, gold), one in zip(annotated, found, strict=True)
            for mixed in mixed_subjects(path.stem, document.text, gold, one)
        ),
        characters=sum(len(document.text) for _, document, _ in annotated), seconds=seconds,
        faults=tuple(line for line in whole if line.startswith("   ") or _FILE_LINE.match(line)),
    )  # fmt: skip


def _read(path: Path) -> Document:
    """Through the reader, as `tizme extract` does, so that its faults are measured too."""
    document = read_bytes(path.read_bytes(), name=path.name)
    if isinstance(document, ReadFailure):
        raise UnusableInput(f"not read ({document.reason}): {document.detail}", str(path), "mend the file")
    return document


def _predict(document: Document, name: str, published: str) -> dict[str, Any]:
    """One line of what the scorer reads; the same fields as `tizme extract --format json`."""
    found = extract_document(document, item="", published=published)
    return {
        "file": f"{name}.txt",
        "mentions": [{"subject": m.subject, "start": m.start, "end": m.stop} for m in found.mentions],
        "claims": [
            {
                "subject": c.subject, "property": c.property, "value": c.value,
                "start": c.start, "end": c.stop, "quote": c.quote,
                "evidence": c.evidence.value, "polarity": c.polarity.value,
            }
            for c in found.claims
        ],
    }  # fmt: skip


def _groups(languages: dict[Path, str]) -> dict[str, list[Path]]:
    """Name -> annotations. The seed is English; it is shown alone, and with ru + en once more."""
    main = [path for path, lang in languages.items() if lang in {"ru", "en"}]
    groups = {
        SEED: [path for path in languages if path.stem == SEED],
        "ru+en": [path for path in main if path.stem != SEED],
        "ru+en+seed": main,
        "others": [path for path in languages if path not in main],
        "all": list(languages),
    }
    for lang in sorted(set(languages.values())):
        groups[f"lang:{lang}"] = [path for path, own in languages.items() if own == lang]
    return groups


def _score(shared: Path, name: str, annotations: Sequence[Path], predictions: Path) -> Score:
    """The scorer's summary over some of the texts: it is shown a folder of links to them."""
    with TemporaryDirectory(prefix="tizme-measure-") as folder:
        for annotation in annotations:
            for path in (annotation, annotation.with_suffix(".txt")):
                (Path(folder) / path.name).symlink_to(path.resolve())
        summary = json.loads(run_scorer(shared, SCORER, folder, str(predictions))[-1])["all"]
    return Score(
        name=name, claims=summary["gold"], found=summary["pred"], recall=summary["recall"],
        precision=summary["precision"], evidence=summary["evidence"], polarity=summary["polarity"],
        ads=summary["ads"], broken=summary["broken"],
    )  # fmt: skip


def _properties(lines: list[str], predictions: list[dict[str, Any]]) -> tuple[PropertyScore, ...]:
    """By the scorer's lines; a property that only we found has no line there and comes last."""
    found = Counter(claim["property"] for one in predictions for claim in one["claims"])
    scored = [
        PropertyScore(match[1], int(match[3]), found.pop(match[1], 0), int(match[2]))
        for match in map(_PROPERTY_LINE.match, lines)
        if match
    ]
    return (*scored, *(PropertyScore(name, 0, count, 0) for name, count in found.most_common()))
