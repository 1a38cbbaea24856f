"""slovnet's network over navec's words, in the fewer numbers that tizme ships; used by train_recogniser.py.

The first layer is linear in a word's 300 numbers. 150 combinations of them carry what it lets through
of the words' variance; each three of these are one byte, an index into 256 centroids (product quantisation).
"""

from __future__ import annotations

import gzip
import json
import tarfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from tizme.engines.recogniser.lookups import word_hash

KEPT, PIECE, CENTROIDS = 150, 3, 256
SAMPLE, ROUNDS = 20_000, 8
SEED = 1


def _package() -> Path:
    found = find_spec("natasha")
    if found is None or found.origin is None:
        raise SystemExit("natasha is not installed; pip install natasha==1.6.0")
    return Path(found.origin).parent / "data"


def _slovnet() -> tuple[dict[int, np.ndarray], dict[str, list[str]]]:
    """The arrays of the tagger by number, and its vocabularies."""
    weights: dict[int, np.ndarray] = {}
    words: dict[str, list[str]] = {}
    with tarfile.open(_package() / "model/slovnet_ner_news_v1.tar") as tar:
        read = {member.name: tar.extractfile(member).read() for member in tar.getmembers() if member.isfile()}
    pending: list[Any] = [json.loads(read["model.json"])]
    while pending:
        one = pending.pop()
        if isinstance(one, dict) and isinstance(one.get("array"), int):
            raw = read[f"arrays/{one['array']}.bin"]
            raw = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
            weights[one["array"]] = np.frombuffer(raw, one["dtype"]).reshape(one["shape"])
        elif isinstance(one, dict):
            pending += one.values()
        elif isinstance(one, list):
            pending += one
    for name in ("shape", "tag"):
        words[name] = gzip.decompress(read[f"vocabs/{name}.gz"]).decode().splitlines()
    return weights, words


def _navec() -> tuple[list[str], np.ndarray]:
    from navec import Navec

    stored = Navec.load(str(_package() / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    dense = np.concatenate(
        [stored.pq.codes[q][stored.pq.indexes[:, q]] for q in range(stored.pq.qdim)], axis=1
    )
    return stored.vocab.words, dense.astype(np.float32)


def _combinations(dense: np.ndarray, layer: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(words x KEPT, KEPT x outputs): the best KEPT combinations for what ``layer`` makes of the words."""
    spread, axes = np.linalg.eigh(((dense.T @ dense) / len(dense)).astype(np.float64))
    spread = np.maximum(spread, 1e-9)
    root, inverse = axes * np.sqrt(spread) @ axes.T, axes / np.sqrt(spread) @ axes.T
    left, strength, right = np.linalg.svd(layer @ root, full_matrices=False)
    take = (strength[:KEPT, None] * right[:KEPT] @ inverse).astype(np.float32)
    return dense @ take.T, left[:, :KEPT].astype(np.float32)


def _quantised(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Codes (words x pieces) and centroids (pieces x 256 x PIECE); piece m holds every pieces-th number."""
    chosen = np.random.default_rng(SEED)
    pieces = values.shape[1] // PIECE
    codes = np.empty((len(values), pieces), np.uint8)
    centroids = np.empty((pieces, CENTROIDS, PIECE), np.float32)
    for m in range(pieces):
        mine = np.ascontiguousarray(values[:, m::pieces])
        sample = mine[chosen.choice(len(mine), SAMPLE, replace=False)]
        middle = sample[:CENTROIDS].copy()
        for _ in range(ROUNDS):
            nearest = ((middle**2).sum(1) / 2 - sample @ middle.T).argmin(1)
            members = np.bincount(nearest, minlength=CENTROIDS)
            for d in range(PIECE):
                total = np.bincount(nearest, sample[:, d], CENTROIDS)
                middle[:, d] = np.where(members > 0, total / np.maximum(members, 1), middle[:, d])
        for i in range(0, len(mine), 50_000):
            codes[i : i + 50_000, m] = ((middle**2).sum(1) / 2 - mine[i : i + 50_000] @ middle.T).argmin(1)
        centroids[m] = middle
    return codes, centroids


def net_arrays() -> dict[str, np.ndarray]:
    """Everything that engines/recogniser/net.py reads."""
    weights, words = _slovnet()
    vocabulary, dense = _navec()
    filters = weights[1]  # outputs x (300 word + 30 shape numbers) x 3 places
    layer = np.concatenate([filters[:, : dense.shape[1], k] for k in range(3)], axis=0)
    values, mix = _combinations(dense, layer)
    codes, centroids = _quantised(values)
    shapes = weights[0] @ np.concatenate([filters[:, dense.shape[1] :, k] for k in range(3)], axis=0).T
    hashes = np.array([word_hash(word) for word in vocabulary], np.uint32)
    hashes, order = np.unique(hashes, return_index=True)
    found = {
        "net.hashes": hashes,
        "net.codes": codes[order],
        "net.centroids": centroids.astype(np.float16),
        "net.mix": mix.astype(np.float16),
        "net.shapes": shapes.astype(np.float16),
        "net.shape_names": np.frombuffer("\n".join(words["shape"]).encode(), np.uint8),
        "net.tags": np.frombuffer("\n".join(words["tag"]).encode(), np.uint8),
        "net.unknown": np.array(int(np.searchsorted(hashes, word_hash("<unk>")))),
        "net.out": weights[19],
        "net.out_bias": weights[20],
        "net.transitions": weights[21],
    }
    for k in range(3):
        taps, bias, weight, shift, mean, std = (weights[1 + 6 * k + j] for j in range(6))
        beside = np.concatenate([taps[:, :, j] for j in range(3)], axis=0).T
        found[f"net.{k}.filters"] = beside.astype(np.float16) if k else np.zeros((0, 0), np.float16)
        found[f"net.{k}.bias"] = bias
        found[f"net.{k}.scale"] = weight / std
        found[f"net.{k}.shift"] = shift - mean / std * weight
    return found
