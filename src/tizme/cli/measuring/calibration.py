"""Is what is said with probability p true in the share p? A table, and a drawing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 15  # as bench/score_names.py counts
_SIDE, _EDGE = 400, 48  # the drawing, in pixels


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs whose probability lies in [low, high): how many, what was said, which share is true."""

    low: float
    high: float
    pairs: int
    said: float
    true: float


def reliability(probabilities: Sequence[float], truth: Sequence[bool]) -> tuple[Bin, ...]:
    """Equal bins of probability, the empty ones left out."""
    inside: dict[int, list[tuple[float, bool]]] = {}
    for p, same in zip(probabilities, truth, strict=True):
        inside.setdefault(min(BINS - 1, int(p * BINS)), []).append((p, same))
    return tuple(
        Bin(
            low=at / BINS, high=(at + 1) / BINS, pairs=len(found),
            said=sum(p for p, _ in found) / len(found), true=sum(same for _, same in found) / len(found),
        )
        for at, found in sorted(inside.items())
    )  # fmt: skip


def calibration_gap(bins: Sequence[Bin]) -> float:
    """Mean distance between what was said and the share that is true, over pairs (0..1)."""
    return sum(one.pairs * abs(one.said - one.true) for one in bins) / max(1, sum(one.pairs for one in bins))


def calibration_svg(bins: Sequence[Bin], *, title: str) -> str:
    """A reliability diagram: said against true, a dot's area in proportion to the root of its pairs."""

    def across(share: float) -> float:
        return _EDGE + share * _SIDE

    def up(share: float) -> float:
        return _EDGE + (1 - share) * _SIDE

    most = max((one.pairs for one in bins), default=1)
    dots = [
        f'<circle cx="{across(one.said):.1f}" cy="{up(one.true):.1f}" '
        f'r="{3 + 9 * (one.pairs / most) ** 0.25:.1f}">'
        f"<title>said {one.said:.3f}, true {one.true:.3f}, {one.pairs} pairs</title></circle>"
        for one in bins
    ]
    marks = [
        f'<text x="{across(share):.0f}" y="{up(0) + 18:.0f}" text-anchor="middle">{share:.1f}</text>'
        f'<text x="{_EDGE - 8}" y="{up(share) + 4:.0f}" text-anchor="end">{share:.1f}</text>'
        for share in (0, 0.2, 0.4, 0.6, 0.8, 1)
    ]
    path = " ".join(f"{across(one.said):.1f},{up(one.true):.1f}" for one in bins)
    size = _SIDE + 2 * _EDGE
    return "\n".join(
        (
            (
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" '
                'font-family="sans-serif" font-size="12">'
            ),
            f'<rect width="{size}" height="{size}" fill="white"/>',
            f'<text x="{size / 2:.0f}" y="24" text-anchor="middle" font-size="14">{title}</text>',
            f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>',
            (
                f'<line x1="{across(0)}" y1="{up(0)}" x2="{across(1)}" y2="{up(1)}" '
                'stroke="#999" stroke-dasharray="4 4"/>'
            ),
            f'<polyline points="{path}" fill="none" stroke="#1f5fa8"/>',
            f'<g fill="#1f5fa8" fill-opacity="0.7">{"".join(dots)}</g>',
            *marks,
            f'<text x="{size / 2:.0f}" y="{size - 8}" text-anchor="middle">probability that is said</text>',
            (
                f'<text transform="translate(14 {size / 2:.0f}) rotate(-90)" '
                'text-anchor="middle">share that is true</text>'
            ),
            "</svg>\n",
        )
    )


def calibration_lines(bins: Sequence[Bin]) -> list[tuple[str, ...]]:
    """A row a bin, with the share that is true as a bar and the share that is said as a mark on it."""
    width = 30
    rows: list[tuple[str, ...]] = []
    for one in bins:
        bar = ["#" if at < round(one.true * width) else "." for at in range(width + 1)]
        bar[round(one.said * width)] = "|"
        cells = (f"{one.low:.2f}-{one.high:.2f}", str(one.pairs), f"{one.said:.3f}", f"{one.true:.3f}")
        rows.append((*cells, "".join(bar)))
    return rows
