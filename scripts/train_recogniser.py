"""Train the recogniser of names: src/tizme/engines/recogniser/recogniser.npz, and its row in tables/extract/models.csv.

Inputs (the folder of shared data as the only argument; none is copied into the repository):
    data/factrueval/devset            factRuEval-2016 (MIT)
    data/kaznerd/IOB2_valid.txt       KazNERD validation split (CC BY 4.0)
    data/names/wikidata_name_forms.txt, wd_russian_80    Wikidata names (CC0)
    scripts/recogniser_templates.tsv  our own sentences, filled with names from tables/names
    natasha                           the Python package (MIT) carries the weights of slovnet and navec (both MIT)
Every tenth text is kept from training and is what `tizme measure recognise` scores on. ``--folds N`` trains nothing that
ships and prints what N-fold cross-validation gives. Two runs give the same bytes.

Redo with: uv pip install natasha==1.6.0 python-crfsuite==0.9.12 && python scripts/train_recogniser.py ../shared
"""

from __future__ import annotations

import argparse
import hashlib
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from recogniser_net import net_arrays
from recogniser_templates import made_texts

from tizme.cli.measuring.named_texts import NamedText, factrueval, is_held_out, kaznerd
from tizme.engines.recogniser.chain import word_features
from tizme.engines.recogniser.engine import FAMILIES, ShippedRecogniser, spans_of
from tizme.engines.recogniser.lookups import word_hash
from tizme.engines.recogniser.sentences import elsewhere_of, sentences_of, together
from tizme.engines.recogniser.words import word_tells
from tizme.text import Token

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src/tizme/engines/recogniser/recogniser.npz"
TABLE = ROOT / "src/tizme/tables/extract/models.csv"
# L1 keeps the weights few, L2 keeps them small; both from a grid of three on the first fold of factRuEval.
SETTINGS = {"c1": 0.05, "c2": 0.05, "feature.possible_transitions": True}
ITERATIONS = {"ru": 70, "east": 70, "west": 70}
NAME_LETTERS = re.compile(r"^[a-zа-яіїєґқғүұөәңһўҳӣӯҷçşğıöüäéèáíóúñćčšžřýâêôãõåøæœëïłńśźżțșőűđ'-]{3,}$")
LEAST_TIMES = 2  # in COLING's list: once is often a slip
Sentence = tuple[list[list[str]], list[str]]


def name_hashes(folder: Path) -> np.ndarray:
    """Sorted hashes of the folded spellings of the names of the world."""
    forms: set[str] = set()
    for line in (folder / "wikidata_name_forms.txt").read_text(encoding="utf-8").splitlines():
        forms.update(form.strip().lower().replace("ё", "е") for form in line.split(" => ")[0].split(", "))
    for line in (folder / "wd_russian_80").read_text(encoding="utf-8").splitlines():
        _, spelt, times = line.split("\t")
        if int(times) >= LEAST_TIMES:
            forms.add(spelt.replace(" ", "").replace("ё", "е"))
    return np.unique(np.array([word_hash(form) for form in forms if NAME_LETTERS.match(form)], np.uint32))


def labels_of(sentence: Sequence[Token], spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """BILOU labels; where names overlap, the longer counts, but a person before any other."""
    labels = ["O"] * len(sentence)
    for start, stop, kind in sorted(spans, key=lambda s: (s[2] != "PER", s[0] - s[1])):
        inside = [i for i, token in enumerate(sentence) if token.start < stop and start < token.stop]
        if not inside or any(labels[i] != "O" for i in inside):
            continue
        if len(inside) == 1:
            labels[inside[0]] = f"U-{kind}"
            continue
        for i in inside:
            labels[i] = f"I-{kind}"
        labels[inside[0]], labels[inside[-1]] = f"B-{kind}", f"L-{kind}"
    return labels


@dataclass
class Examples:
    """Sentences with features and labels, text by text."""

    texts: list[NamedText]
    sentences: list[list[list[Token]]]
    prepared: list[list[Sentence]]


def prepare(texts: list[NamedText], engine: ShippedRecogniser, names: np.ndarray, *, net: bool) -> Examples:
    remembered: dict[tuple[str, str], Any] = {}

    def tells(token: Token, lang: str) -> Any:
        key = (token.text, lang)
        if key not in remembered:
            remembered[key] = word_tells(token, lang, names)
        return remembered[key]

    found = Examples(texts, [], [])
    for text in texts:
        sentences = sentences_of(text.text)
        elsewhere = elsewhere_of(sentences)
        context = engine.context(sentences, text.lang) if net else [[] for _ in sentences]
        prepared = []
        for sentence, read in zip(sentences, context, strict=True):
            told = [tells(token, text.lang) for token in sentence]
            beside = together(sentence, told, elsewhere, read)
            features = [word_features(told, i) + beside[i] for i in range(len(sentence))]
            prepared.append((features, labels_of(sentence, text.spans)))
        found.sentences.append(sentences)
        found.prepared.append(prepared)
    return found


def train(sentences: Iterable[Sentence], path: str, iterations: int) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in sentences:
        trainer.append(features, labels)
    trainer.set_params({**SETTINGS, "max_iterations": iterations})
    trainer.train(path)


def chain_arrays(path: str, family: str) -> dict[str, np.ndarray]:
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    info = tagger.info()
    labels = sorted(tagger.labels())
    place = {label: i for i, label in enumerate(labels)}
    features = sorted({feature for feature, _ in info.state_features})
    row = {feature: i for i, feature in enumerate(features)}
    weights = np.zeros((len(features), len(labels)), np.float16)
    for (feature, label), weight in info.state_features.items():
        weights[row[feature], place[label]] = weight
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for (before, now), weight in info.transitions.items():
        transitions[place[before], place[now]] = weight
    return {
        f"{family}.features": as_bytes(features), f"{family}.weights": weights,
        f"{family}.transitions": transitions, f"{family}.labels": as_bytes(labels),
    }  # fmt: skip


def as_bytes(words: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def cross_validated(examples: Examples, extra: list[Sentence], family: str, folds: int) -> str:
    right = found = wanted = 0
    for fold in range(folds):
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/fold.crf"
            rest = [s for i, text in enumerate(examples.prepared) if i % folds != fold for s in text]
            train([*rest, *extra], path, ITERATIONS[family])
            tagger = pycrfsuite.Tagger()
            tagger.open(path)
            for i in range(fold, len(examples.texts), folds):
                spans = {
                    (span.start, span.stop)
                    for sentence, (features, _) in zip(
                        examples.sentences[i], examples.prepared[i], strict=True
                    )
                    for span in spans_of(sentence, tagger.tag(features))
                    if span.kind == "person"
                }
                gold = examples.texts[i].persons()
                right, found, wanted = right + len(spans & gold), found + len(spans), wanted + len(gold)
    f1 = 2 * right / (found + wanted)
    return f"{family}: recall {right / wanted:.4f} precision {right / found:.4f} F1 {f1:.4f} ({wanted} names)"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--family", action="append", choices=sorted(set(FAMILIES.values())))
    given = parser.parse_args()
    names = name_hashes(given.shared / "data/names")
    arrays = {"names": names, **net_arrays()}
    if given.family and not given.folds:
        with np.load(MODEL) as stored:  # the families that are not trained again
            arrays |= {name: stored[name] for name in stored.files if name not in arrays}
    engine = ShippedRecogniser(arrays)
    for family in given.family or sorted(set(FAMILIES.values())):
        corpus = {"ru": factrueval, "east": kaznerd, "west": factrueval}[family](given.shared)
        own = [text for text in made_texts() if FAMILIES[text.lang] == family]
        made = prepare(own, engine, names, net=family == "ru")
        extra = [sentence for text in made.prepared for sentence in text]
        if given.folds:
            examples = prepare(corpus, engine, names, net=family == "ru")
            print(cross_validated(examples, extra, family, given.folds), flush=True)
            continue
        seen = [text for number, text in enumerate(corpus) if not is_held_out(number)]
        examples = prepare(seen, engine, names, net=family == "ru")
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/{family}.crf"
            train([s for text in examples.prepared for s in text] + extra, path, ITERATIONS[family])
            arrays |= chain_arrays(path, family)
        print(f"{family}: {len(seen)} texts and {len(extra)} made sentences", flush=True)
    if not given.folds:
        np.savez_compressed(MODEL, **arrays)
        digest = hashlib.sha256(MODEL.read_bytes()).hexdigest()
        head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        TABLE.write_text("\n".join([*head, "file,sha256", f"{MODEL.name},{digest}", ""]), encoding="utf-8")
        print(f"{MODEL.name} {MODEL.stat().st_size:,} bytes sha256 {digest}")


if __name__ == "__main__":
    main()
