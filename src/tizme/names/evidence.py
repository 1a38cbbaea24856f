"""What two names' keys say for and against: numbers for the weights, codes for the reader."""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from tizme.names.keys import NameKeys
from tizme.names.translit import bones
from tizme.tables import rows

Features = dict[str, float]
# Above CLOSE two forms read as one name badly spelt, below FAR as two names.
CLOSE, FAR = 0.84, 0.7
_BONES = 0.92  # how alike two forms with one skeleton are taken to be, at least
_MOST_WORDS = 5


@lru_cache(maxsize=500_000)
def likeness(a: str, b: str) -> float:
    """How alike two canonical forms are, 0..1; 1 means the same form.

    ``j`` may have been read as й ("Sergej") or as ж ("Rajab"), so both readings are tried.
    """
    if a == b:
        return 1.0
    best = _likeness(a, b)
    for x, y in ((a.replace("j", "i"), b), (a, b.replace("j", "i"))):
        if (x, y) != (a, b):
            best = max(best, _likeness(x, y) - 0.02)
    return best


@lru_cache(maxsize=1)
def _also() -> frozenset[tuple[str, str]]:
    return frozenset((row["initial"], row["also"]) for row in rows("names/initials.csv", "initial", "also"))


def initial_agrees(a: str, b: str) -> bool:
    """Whether two canonical forms, one of them a single letter, may begin one name."""
    return a[0] == b[0] or (len(a) == 1 and (a, b[0]) in _also()) or (len(b) == 1 and (b, a[0]) in _also())


def _likeness(a: str, b: str) -> float:
    blend = (JaroWinkler.similarity(a, b) + DamerauLevenshtein.normalized_similarity(a, b)) / 2
    frame = bones(a)
    if len(frame) >= 2 and frame == bones(b):
        return max(blend, _BONES)
    return blend


def evidence(left: NameKeys, right: NameKeys) -> tuple[Features, tuple[str, ...]]:
    """Features by name (most 0..1) and reason codes of a pair of names."""
    features: Features = {}
    reasons: list[str] = []
    given, family = _given_and_family(left, right)
    _part("given", *given, features, reasons)
    _family(left, right, family, features, reasons)
    _father(left, right, features, reasons)
    _bag(left, right, features)
    if left.sex and right.sex and left.sex != right.sex:
        features["sex-contradicted"] = 1.0
        reasons.append("sex:contradicted")
    sure = [features[f"{p}-likeness"] for p in ("given", "family") if f"{p}-likeness" in features]
    if len(sure) == 2:
        worst = min(sure)
        features["both-worst"] = worst
        features["both-worst-hinge"] = max(0.0, worst - 0.8) * 5
        features["both-same"] = float(worst == 1.0)
    return features, tuple(reasons)


def _given_and_family(left: NameKeys, right: NameKeys) -> tuple[tuple[str, str], tuple[str, str]]:
    """The given names to compare and the family names, swapped on one side where order was a guess."""
    straight = ((left.given, right.given), (left.family, right.family))
    if not (left.doubt or right.doubt):
        return straight
    crossed = ((left.given, right.family), (left.family, right.given))

    def fit(pairs: tuple[tuple[str, str], tuple[str, str]]) -> float:
        return sum(likeness(a, b) for a, b in pairs if a and b)

    if fit(crossed) <= fit(straight) + 0.2:
        return straight
    # Which of the two is the given name nobody knows: the order must not depend on who stands left.
    first, second = sorted(crossed, key=lambda pair: (-fit((pair, ("", ""))), sorted(pair)))
    return first, second


def _part(part: str, a: str, b: str, features: Features, reasons: list[str]) -> None:
    if not a or not b:
        features[f"{part}-left-out"] = 1.0
        if a or b:
            reasons.append(f"{part}:left-out")
        return
    if len(a) == 1 or len(b) == 1:
        agree = initial_agrees(a, b)
        features[f"{part}-initial-{'agrees' if agree else 'differs'}"] = 1.0
        reasons.append(f"{part}:{'initial' if agree else 'contradicted'}")
        return
    alike = likeness(a, b)
    _levels(part, alike, features)
    reasons.append(f"{part}:{_code(alike)}")


def _levels(part: str, alike: float, features: Features) -> None:
    features[f"{part}-likeness"] = alike
    features[f"{part}-hinge"] = max(0.0, alike - 0.8) * 5
    features[f"{part}-same"] = float(alike == 1.0)
    features[f"{part}-contradicted"] = float(alike < FAR)
    features[f"{part}-far"] = max(0.0, FAR - alike)


def _code(alike: float) -> str:
    if alike == 1.0:
        return "agree"
    if alike >= _BONES:
        return "agree-by-form"
    return "close" if alike >= CLOSE else "contradicted" if alike < FAR else "doubtful"


def _family(
    left: NameKeys, right: NameKeys, pair: tuple[str, str], features: Features, reasons: list[str]
) -> None:
    a, b = pair
    # "X uulu" stands where others write a family name; it is the father's and no family name.
    for named, other in ((left, right), (right, left)):
        if not named.family and named.father and other.family and not other.father:
            if len(named.father) > 1 and likeness(named.father, other.root) >= _BONES:
                features["family-by-root"] = 1.0
                reasons.append("family:agree-by-root")
            else:
                features["family-not-comparable"] = 1.0
                reasons.append("family:not-comparable")
            return
    as_parsed = (a, b) == (left.family, right.family)
    if as_parsed and left.root and right.root and likeness(a, b) < CLOSE:
        by_root = likeness(left.root, right.root) >= _BONES
        if by_root:
            features["family-by-root"] = 1.0
            reasons.append("family:agree-by-root")
            return
    _part("family", a, b, features, reasons)


def _father(left: NameKeys, right: NameKeys, features: Features, reasons: list[str]) -> None:
    a, b = left.father, right.father
    if not a and not b:
        return
    if a and b and len(a) > 1 and len(b) > 1:
        alike = likeness(a, b)
        _levels("father", alike, features)
        reasons.append(f"father:{_code(alike)}")
        return
    _part("father", a, b, features, reasons)


def _bag(left: NameKeys, right: NameKeys, features: Features) -> None:
    """The words of the shorter name against the best words of the longer, whatever their parts."""
    short, long = sorted((left.words[:_MOST_WORDS], right.words[:_MOST_WORDS]), key=len)
    features["bag-unmatched"] = float(min(3, len(long) - len(short)))
    if not short:
        features["bag-empty"] = 1.0
        return
    best: tuple[float, float] = (-1.0, 0.0)
    for order in permutations(range(len(long)), len(short)):
        alike = [likeness(word, long[i]) for word, i in zip(short, order, strict=True)]
        best = max(best, (sum(alike), min(alike)))
    features["bag-mean"] = best[0] / len(short)
    features["bag-worst"] = best[1]
    features["bag-worst-hinge"] = max(0.0, best[1] - 0.8) * 5
    features["bag-one"] = float(len(short) == 1)
    features["bag-three"] = float(len(short) >= 3) * best[1]
    features["bag-glued"] = likeness("".join(sorted(left.words)), "".join(sorted(right.words)))


@lru_cache(maxsize=100_000)
def initials_of(canonical: str) -> tuple[str, ...]:
    """The canonical letters that a form may be shortened to; a form of one letter is its own."""
    if len(canonical) <= 1:
        return (canonical,) if canonical else ()
    return tuple(sorted({canonical[0], *(one for one, whole in _also() if whole == canonical[0])}))
