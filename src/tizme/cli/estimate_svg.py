"""The figures of an estimate as SVG: densities, intervals side by side, and the overlap of lists."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

from tizme.cli.estimate_form import rounded
from tizme.model import ModelAnswer

_WIDE, _LEFT, _RIGHT = 860, 210, 40  # pixels
_ROW = 22
_HATCH = (
    '<defs><pattern id="h" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<path d="M0 6L6 0" stroke="#888"/></pattern></defs>'
)
_COLOURS = ("#14532d", "#1d4ed8", "#b45309", "#6b21a8")


class _Scale:
    """People to pixels, by their logarithm."""

    def __init__(self, low: float, high: float, *, left: int = _LEFT, right: int = _WIDE - _RIGHT) -> None:
        self.low, self.high = math.log(max(low, 1.0)), math.log(max(high, low * 1.2, 2.0))
        self.left, self.right = left, right

    def __call__(self, value: float) -> float:
        share = (math.log(max(value, 1.0)) - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> list[float]:
        """Round numbers, four to eight of them."""
        found: list[float] = []
        for steps in ((1, 2, 5), (1, 1.5, 2, 3, 5, 7), tuple(1 + i / 5 for i in range(45))):
            found = [
                step * 10.0**power
                for power in range(9)
                for step in steps
                if self.low <= math.log(step * 10.0**power) <= self.high
            ]
            if len(found) >= 4:
                break
        return found[:: max(1, len(found) // 7)]


def _svg(height: float, content: Sequence[str], title: str) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDE} {height:.0f}" width="{_WIDE}" height="{height:.0f}" role="img" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>{"".join(content)}</svg>'
    )


def _axis(scale: _Scale, bottom: float) -> list[str]:
    out = [f'<line x1="{scale.left}" y1="{bottom}" x2="{scale.right}" y2="{bottom}" stroke="#666"/>']
    for tick in scale.ticks():
        x = scale(tick)
        out.append(f'<line x1="{x:.1f}" y1="{bottom}" x2="{x:.1f}" y2="{bottom + 5}" stroke="#666"/>')
        out.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{rounded(tick):,}</text>')
    return out


def density_svg(curves: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]], seen: int) -> str:
    """Posterior densities over one axis, each with its top at the same height."""
    if not curves:
        return ""
    high = 260
    scale = _Scale(seen * 0.95, max(xs[-1] for xs, _ in curves.values()), left=40)
    out = _axis(scale, high - 40)
    for at, (name, (xs, ys)) in enumerate(curves.items()):
        colour = _COLOURS[at % len(_COLOURS)]
        points = " ".join(
            f"{scale(x):.1f},{high - 40 - y * (high - 70):.1f}" for x, y in zip(xs, ys, strict=True)
        )
        fill = f"{colour}22" if name == "pooled" else "none"
        out.append(f'<polyline points="{points}" fill="{fill}" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<rect x="{_WIDE - 170}" y="{14 + at * 20}" width="14" height="4" fill="{colour}"/>')
        out.append(f'<text x="{_WIDE - 150}" y="{20 + at * 20}">{escape(name)}</text>')
    x = scale(seen)
    out.append(
        f'<line x1="{x:.1f}" y1="20" x2="{x:.1f}" y2="{high - 40}" stroke="#666" stroke-dasharray="4 3"/>'
    )
    return _svg(high, out, "How likely each number of people is")


def forest_svg(rows: Sequence[tuple[str, ModelAnswer]], seen: int | None) -> str:
    """A line for every model: its interval, its estimate; no line where it is refused."""
    ends = [v for _, f in rows for v in (f.low95, f.high95, f.estimate) if v is not None and math.isfinite(v)]
    if not ends:
        return ""
    scale = _Scale(min([*ends, float(seen or min(ends))]) * 0.95, max(ends) * 1.05)
    bottom = len(rows) * _ROW + 14
    out = _axis(scale, bottom)
    if seen:
        x = scale(seen)
        out.append(
            f'<line x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{bottom}" stroke="#666" stroke-dasharray="4 3"/>'
        )
    for at, (name, found) in enumerate(rows):
        y = at * _ROW + 16
        out.append(f'<text x="{_LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(name)}</text>')
        if found.estimate is None:
            out.append(f'<text x="{_LEFT + 4}" y="{y + 4}" fill="#8b1a1a">refused</text>')
            continue
        colour = _COLOURS[0] if at == 0 else "#333"
        if found.low95 is not None and found.high95 is not None:
            out.append(
                f'<line x1="{scale(found.low95):.1f}" y1="{y}" x2="{scale(found.high95):.1f}" y2="{y}" '
                f'stroke="{colour}" stroke-width="{3 if at == 0 else 1.5}"/>'
            )
        out.append(
            f'<circle cx="{scale(found.estimate):.1f}" cy="{y}" r="{5 if at == 0 else 3.5}" fill="{colour}"/>'
        )
    return _svg(bottom + 30, out, "Estimates and 95 % intervals")


def overlap_svg(overlap: Sequence[tuple[tuple[str, ...], int]], lists: Sequence[str]) -> str:
    """An UpSet figure: a column for every set of lists, its dots and its bar."""
    shown = list(overlap)[:24]
    if not shown:
        return ""
    step, bar, left = 26, 150, 160
    most = max(1, *(count for _, count in shown))
    out = [_HATCH]
    for j, name in enumerate(lists):
        out.append(
            f'<text x="{left - 14}" y="{bar + 30 + j * _ROW + 4}" text-anchor="end">{escape(name)}</text>'
        )
    for at, (names, count) in enumerate(shown):
        x = left + at * step + 8
        tall = 12.0 if count < 0 else count / most * (bar - 20)
        fill = "url(#h)" if count < 0 else _COLOURS[0]
        out.append(f'<rect x="{x - 8}" y="{bar - tall:.1f}" width="16" height="{tall:.1f}" fill="{fill}"/>')
        told = "" if count < 0 else f"{count:,}"
        out.append(
            f'<text x="{x}" y="{bar - tall - 4:.1f}" text-anchor="middle" '
            f'style="font-size:10px">{told}</text>'
        )
        rows = [j for j, name in enumerate(lists) if name in names]
        for j in range(len(lists)):
            y = bar + 30 + j * _ROW
            out.append(f'<circle cx="{x}" cy="{y}" r="5" fill="{_COLOURS[0] if j in rows else "#ddd"}"/>')
        if len(rows) > 1:
            top, low = bar + 30 + rows[0] * _ROW, bar + 30 + rows[-1] * _ROW
            out.append(
                f'<line x1="{x}" y1="{top}" x2="{x}" y2="{low}" stroke="{_COLOURS[0]}" stroke-width="2"/>'
            )
    return _svg(bar + 40 + len(lists) * _ROW, out, "How the lists overlap")
