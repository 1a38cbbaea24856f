"""Other ways to compare two names, on the same pairs; each says what it needs where that is not there."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from time import perf_counter
from typing import Any

from tizme import names

# left, left_lang, right, right_lang
NamePair = tuple[str, str, str, str]
# The scores (0..1) and the seconds that they took, tables loaded before.
Scored = tuple[list[float], float]
Scores = Callable[[Sequence[NamePair]], Scored]

EXTRA = "pip install 'tizme[bench]'"
NOMENKLATURA = "TIZME_NOMENKLATURA"
LOGIC_V2 = "nomenklatura logic-v2"
_LOGIC_V2_CHILD = Path(__file__).with_name("logic_v2_child.py")
_WORD = re.compile(r"\w+")
# Of a longer name the first words are compared: 5! orders are 120.
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Missing:
    """A peer that was not run, and why; ``stored`` is what was measured elsewhere, if anything was."""

    name: str
    reason: str
    stored: str = ""


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to score pairs. ``reasons``: it also says why, as ours does."""

    name: str
    scores: Scores
    reasons: bool = False


def name_peers() -> Iterator[Peer | Missing]:
    """Every peer of name comparison, ready to run or with the reason why not."""
    yield Peer("rapidfuzz WRatio", each_pair(_wratio))
    yield Peer("WRatio over our Latin forms", each_pair(_wratio_over_latin))
    yield _needing(
        "anyascii",
        "token alignment over anyascii",
        lambda: each_pair(lambda left, _l, right, _r: alignment(left, right)),
    )
    yield _needing("rigour", "rigour", lambda: each_pair(_rigour()))
    yield _logic_v2()


def _needing(module: str, name: str, ready: Callable[[], Scores]) -> Peer | Missing:
    try:
        importlib.import_module(module)
    except ImportError as error:
        return Missing(name, f"{error}; {EXTRA}")
    return Peer(name, ready())


def each_pair(one: Callable[[str, str, str, str], float]) -> Scores:
    """One pair after another."""

    def scores(pairs: Sequence[NamePair]) -> Scored:
        one(*pairs[0])  # loads the tables before the clock starts
        started = perf_counter()
        found = [one(*pair) for pair in pairs]
        return found, perf_counter() - started

    return scores


def _wratio(left: str, _left_lang: str, right: str, _right_lang: str) -> float:
    from rapidfuzz import fuzz, utils

    return fuzz.WRatio(left, right, processor=utils.default_process) / 100


def _wratio_over_latin(left: str, _left_lang: str, right: str, _right_lang: str) -> float:
    """Tells what the weights add from what writing both names in one alphabet adds."""
    from rapidfuzz import fuzz

    one, other = (" ".join(map(names.canon, name.split())) for name in (left, right))
    return fuzz.WRatio(one, other) / 100


@lru_cache(maxsize=200_000)
def ascii_words(name: str) -> tuple[str, ...]:
    """The words of a name over anyascii, in small letters; apostrophes joined."""
    anyascii: Any = importlib.import_module("anyascii")
    return tuple(_WORD.findall(anyascii.anyascii(name).lower().replace("'", "").replace("`", "")))


@lru_cache(maxsize=1_000_000)
def _word_likeness(left: str, right: str) -> float:
    from rapidfuzz.distance import JaroWinkler, Levenshtein

    return (JaroWinkler.similarity(left, right) + Levenshtein.normalized_similarity(left, right)) / 2


def alignment(left: str, right: str) -> float:
    """The shorter name's words under their best one-to-one assignment: between mean and worst likeness.

    Of nine ways to sum up, with and without a price for words left over, this one had the best average
    precision on pairs_dev (.968; the mean alone has .960): the peer stands here at its best.
    """
    short, long = sorted((ascii_words(left)[:_MOST_WORDS], ascii_words(right)[:_MOST_WORDS]), key=len)
    if not short:
        return 0.0
    best = max(
        (
            [_word_likeness(*both) for both in zip(short, order, strict=True)]
            for order in permutations(long, len(short))
        ),
        key=sum,
    )
    return (sum(best) / len(best) + min(best)) / 2


def _rigour() -> Callable[[str, str, str, str], float]:
    """rigour's symbols and residue distance, put together with the weights that logic-v2 gives them."""
    rigour: Any = importlib.import_module("rigour.names")
    symbol = rigour.Symbol.Category
    scores = {symbol.NAME: 0.9, symbol.NICK: 0.6, symbol.INITIAL: 0.9}
    weights = {symbol.INITIAL: 0.5, symbol.NICK: 0.8}
    person, config = rigour.NameTypeTag.PER, rigour.CompareConfig()

    def read(name: str) -> Any:
        return next(iter(rigour.analyze_names(person, [name], infer_initials=True)), None)

    def best(left: str, _left_lang: str, right: str, _right_lang: str) -> float:
        query, result = read(left), read(right)
        if query is None or result is None:
            return 0.0
        return max((_rigour_score(rigour, edges) for edges in pairings(query, result)), default=0.0)

    def pairings(query: Any, result: Any) -> Iterator[list[Any]]:
        for edges in rigour.pair_symbols(query, result):
            for edge in edges:
                edge.score = 1.0 if edge.qstr == edge.rstr else scores.get(edge.symbol.category, 0.9)
                edge.weight = weights.get(edge.symbol.category, 1.0)
            left = [p for p in query.parts if all(p not in edge.qps for edge in edges)]
            right = [p for p in result.parts if all(p not in edge.rps for edge in edges)]
            left, right = rigour.align_person_name_order(left, right)
            yield [*edges, *(rigour.compare_parts(left, right, config) if left or right else ())]

    return best


# What a part without a partner weighs, on the asking and on the answering side: logic-v2's settings.
_EXTRA_QUERY, _EXTRA_RESULT, _FAMILY = 0.8, 0.2, 1.3


def _rigour_score(rigour: Any, alignments: list[Any]) -> float:
    family = rigour.NamePartTag.FAMILY
    weight = score = 0.0
    for one in alignments:
        own = one.weight
        if not one.qps:
            own = _EXTRA_RESULT
        elif not one.rps:
            own = _EXTRA_QUERY
        if any(part.tag == family for part in (*one.qps, *one.rps)):
            own *= _FAMILY
        weight += own
        score += own * one.score
    return score / weight if weight else 0.0


def _logic_v2() -> Peer | Missing:
    """nomenklatura does not go into our environment: it runs in its own, which a variable names."""
    python = os.environ.get(NOMENKLATURA, "")
    if not python:
        reason = (
            f"{NOMENKLATURA} names no Python that has nomenklatura (a venv with pip install nomenklatura)"
        )
        return Missing(
            LOGIC_V2, reason, "stored reference, not run here: AP .941, F1 .906, recall at .99 .830"
        )
    tried = _run_logic_v2(python, [("Aibek Asanov", "", "Айбек Асанов", "")])
    if isinstance(tried, str):
        return Missing(LOGIC_V2, tried)

    def scores(pairs: Sequence[NamePair]) -> Scored:
        found = _run_logic_v2(python, pairs)
        assert not isinstance(found, str), found  # it ran a moment ago
        return found

    return Peer(LOGIC_V2, scores, reasons=True)


def _run_logic_v2(python: str, pairs: Sequence[NamePair]) -> Scored | str:
    """The scores, or why there are none."""
    shown = json.dumps([(left, right) for left, _, right, _ in pairs])
    try:
        done = subprocess.run(  # noqa: S603  (the interpreter that the user named)
            [python, str(_LOGIC_V2_CHILD)], input=shown, capture_output=True, encoding="utf-8", check=False
        )
    except OSError as error:
        return f"{python}: {error.strerror}"
    if done.returncode:
        return f"{python}: {(done.stderr.strip().splitlines() or ['no message'])[-1]}"
    told = json.loads(done.stdout)
    return told["scores"], told["seconds"]
