"""How much of one text stands in another: copies, reposts, wire text with a new first line."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from tizme.text.fold import fold

# Words that follow each other; three are the fewest that rarely agree by chance in news about one subject.
SHINGLE_WORDS = 3
# A longer text keeps the smallest this many of its hashes (a bottom-k sketch, Broder 1997); below it the
# comparison is exact. The error of a share of 0.5 is then about 0.01.
SKETCH_SIZE = 2000
# Two texts that share this much of the shorter one are one source. Over the 66 pairs of the 12 gold texts the
# highest similarity is 0.012; redo with tests/text/test_fingerprint.py.
SAME_SOURCE_SHARE = 0.5
# Two texts too short to be told apart by their words ("Светлая память") prove nothing.
_FEWEST_SHINGLES = 8
_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> tuple[int, ...]:
    """The hashes of the text's word triples, sorted; case, marks and line breaks do not count."""
    words = _WORD.findall(fold(text))
    triples = {
        " ".join(words[at : at + SHINGLE_WORDS]) for at in range(max(0, len(words) - SHINGLE_WORDS + 1))
    }
    hashes = {int.from_bytes(hashlib.blake2b(one.encode(), digest_size=8).digest()) for one in triples}
    return tuple(sorted(hashes)[:SKETCH_SIZE])


def similarity(left: str | tuple[int, ...], right: str | tuple[int, ...]) -> float:
    """The share (0..1) of the shorter text's word triples that stand in the longer one too.

    Args:
        left, right: Texts, or what ``fingerprint`` gave for them.

    Returns:
        0 where one of them is shorter than ten words, unless the two are the same.
    """
    one, other = (_hashes(side) for side in (left, right))
    if one == other and one:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST_SHINGLES:
        return 0.0
    if len(longer) == SKETCH_SIZE:  # only hashes below both sketches' ends were kept on both sides
        end = min(longer[-1], shorter[-1]) if len(shorter) == SKETCH_SIZE else longer[-1]
        shorter = tuple(value for value in shorter if value <= end)
        longer = tuple(value for value in longer if value <= end)
    fewer = min(len(shorter), len(longer))
    return len(set(shorter) & set(longer)) / fewer if fewer else 0.0


def _hashes(side: str | tuple[int, ...]) -> tuple[int, ...]:
    return _remembered(side) if isinstance(side, str) else side


@lru_cache(maxsize=512)
def _remembered(text: str) -> tuple[int, ...]:
    return fingerprint(text)
