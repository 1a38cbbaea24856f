"""Drawing an estimate as SVG: one width that reads on paper and on a telephone, colours by class only.

Nothing here carries a style of its own, so that a page whose policy forbids inline styles can show it;
``figures.css`` gives the colours, light and dark.
"""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from html import escape

from tizme.estimate.sentences import rounded

WIDE = 480  # units of the view box; the page scales it
_EDGE = 14
_ROW = 40  # a name, and its interval below it
_DOT = 22
_LONGEST = 25  # letters of a name that find room beside its numbers
_MOST_SETS = 30
_LEAST_BAR = 2.0
_TICK_ROOM = 66.0  # between two numbers of an axis

Numbers = tuple[float | None, float | None, float | None]
Curves = Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]


class Scale:
    """People to places across the drawing, by their logarithm."""

    def __init__(self, low: float, high: float, *, left: float = _EDGE, right: float = WIDE - _EDGE) -> None:
        self.low, self.high = math.log(max(low, 1.0)), math.log(max(high, low * 1.2, 2.0))
        self.left, self.right = left, right

    def __call__(self, value: float) -> float:
        share = (math.log(max(value, 1.0)) - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> list[float]:
        """Round numbers, far enough from each other to be written side by side."""
        found: list[float] = []
        for steps in ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 5, 7), tuple(1 + i / 5 for i in range(45))):
            tried = (step * 10.0**power for power in range(13) for step in steps)
            found = [tick for tick in tried if self.low <= math.log(tick) <= self.high]
            if len(found) >= 3:
                break
        kept: list[float] = []
        for tick in found:
            if not kept or self(tick) - self(kept[-1]) >= _TICK_ROOM:
                kept.append(tick)
        return kept


class ShareScale(Scale):
    """Shares, 0 to 1, to places across the drawing."""

    def __init__(self) -> None:
        super().__init__(1.0, 2.0)

    def __call__(self, value: float) -> float:
        return self.left + min(max(value, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> list[float]:
        """Quarters."""
        return [0.0, 0.25, 0.5, 0.75, 1.0]


def people(value: float) -> str:
    """Rounded, with commas."""
    return f"{rounded(value):,}"


def percent(value: float) -> str:
    """A share of 0 to 1."""
    return f"{value:.0%}"


def _svg(height: float, content: Sequence[str], title: str, told: str) -> str:
    return (
        f'<svg class="tz-svg" viewBox="0 0 {WIDE} {height:.0f}" role="img" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title><desc>{escape(told)}</desc>'
        f"{''.join(content)}</svg>"
    )


def _text(x: float, y: float, words: str, *, kind: str = "", anchor: str = "start") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _axis(scale: Scale, bottom: float, *, percents: bool = False) -> list[str]:
    out = [_line(scale.left, bottom, scale.right, bottom, "tz-axis")]
    for tick in scale.ticks():
        x = scale(tick)
        anchor = "start" if x < scale.left + 20 else "end" if x > scale.right - 20 else "middle"
        out.append(_line(x, bottom, x, bottom + 5, "tz-axis"))
        out.append(
            _text(x, bottom + 20, percent(tick) if percents else people(tick), kind="tz-tick", anchor=anchor)
        )
    return out


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def density(curves: Curves, seen: int, *, names: Mapping[str, str], told: str) -> str:
    """Posterior densities over one axis, each with its top at the same height; "" without any."""
    if not curves:
        return ""
    head = 22.0 * len(curves) + 8
    base = head + 190
    scale = Scale(seen * 0.95, max(xs[-1] for xs, _ in curves.values()))
    out = _axis(scale, base)
    for at, (name, (xs, ys)) in enumerate(curves.items()):
        points = " ".join(f"{scale(x):.1f},{base - y * 180:.1f}" for x, y in zip(xs, ys, strict=True))
        kind = f"tz-curve tz-c{at % 4}"
        if at == 0:
            first, last = scale(xs[0]), scale(xs[-1])
            out.append(
                f'<polygon class="tz-under" points="{first:.1f},{base:.1f} {points} {last:.1f},{base:.1f}"/>'
            )
        out.append(f'<polyline class="{kind}" points="{points}"/>')
        out.append(_line(_EDGE, 14 + at * 22, _EDGE + 22, 14 + at * 22, kind))
        out.append(_text(_EDGE + 30, 19 + at * 22, names.get(name, name)))
    out.append(_line(scale(seen), head, scale(seen), base, "tz-seen"))
    out.append(_text(scale(seen) + 4, head + 12, f"seen: {seen:,}", kind="tz-tick"))
    return _svg(base + 30, out, "How likely each number of people is", told)


def forest(
    rows: Sequence[tuple[str, Numbers, str]],
    seen: int | None,
    *,
    title: str,
    told: str,
    shares: bool = False,
    first_leads: bool = False,
) -> str:
    """A name, its numbers and its interval in each row; what stands instead where there are none.

    Args:
        rows: (name, (estimate, low, high), words where the estimate is None).
        seen: Drawn as a broken line; None for none.
        shares: The numbers are shares of 0 to 1 and not people.
        first_leads: The first row is drawn stronger than the others.
    """
    ends = [v for _, numbers, _ in rows for v in numbers if v is not None and math.isfinite(v)]
    if not ends:
        return ""
    scale = ShareScale() if shares else Scale(min([*ends, seen or min(ends)]) * 0.95, max(ends) * 1.05)
    say = percent if shares else people
    bottom = len(rows) * _ROW + 4.0
    out = _axis(scale, bottom, percents=shares)
    if seen:
        out.append(_line(scale(seen), 0, scale(seen), bottom, "tz-seen"))
    for at, (name, (estimate, low, high), instead) in enumerate(rows):
        y = at * _ROW + 17.0
        first = " tz-first" if at == 0 and first_leads else ""
        out.append(f"<g><title>{escape(name)}</title>{_text(_EDGE, y, _short(name))}</g>")
        if estimate is None:
            out.append(_text(WIDE - _EDGE, y, instead, kind="tz-refused", anchor="end"))
            continue
        numbers = say(estimate)
        if low is not None and high is not None:
            numbers += f"  ({say(low)} to {say(high)})"
            out.append(_line(scale(low), y + 12, scale(high), y + 12, f"tz-interval{first}"))
        out.append(
            f'<circle class="tz-point{first}" cx="{scale(estimate):.1f}" cy="{y + 12:.1f}" '
            f'r="{5 if first else 4}"/>'
        )
        out.append(_text(WIDE - _EDGE, y, numbers, kind="tz-number", anchor="end"))
    return _svg(bottom + 28, out, title, told)


def upset(overlap: Sequence[tuple[tuple[str, ...], int]], lists: Sequence[str], *, told: str) -> str:
    """Sets of lists as rows: a dot under each list, then how many stand on exactly these.

    Args:
        overlap: (names of lists, people); -1 where the number is suppressed.
    """
    shown = list(overlap)[:_MOST_SETS]
    if not shown:
        return ""
    letters = [chr(ord("A") + j) for j in range(len(lists))]
    out: list[str] = []
    for j, name in enumerate(lists):
        out.append(_text(_EDGE, 16 + j * 20, f"{letters[j]}  {name}"))
    top = 16.0 + len(lists) * 20 + 14
    out += [_text(_EDGE + 8 + j * _DOT, top, letters[j], anchor="middle") for j in range(len(lists))]
    left = _EDGE + len(lists) * _DOT + 8.0
    room = WIDE - _EDGE - left - 60
    most = max(1, *(count for _, count in shown)) if len(shown) > 1 else max(1, shown[0][1])
    for at, (names, count) in enumerate(shown):
        y = top + 16 + at * _DOT
        on = [j for j, name in enumerate(lists) if name in names]
        if len(on) > 1:
            out.append(_line(_EDGE + 8 + on[0] * _DOT, y, _EDGE + 8 + on[-1] * _DOT, y, "tz-joined"))
        for j in range(len(lists)):
            kind = "tz-on" if j in on else "tz-off"
            out.append(f'<circle class="{kind}" cx="{_EDGE + 8 + j * _DOT}" cy="{y:.1f}" r="6"/>')
        if count < 0:
            out.append(_text(left, y + 5, "not told (few)", kind="tz-tick"))
            continue
        width = max(count / most * room, _LEAST_BAR)
        out.append(
            f'<rect class="tz-bar" x="{left:.1f}" y="{y - 7:.1f}" width="{width:.1f}" height="14" rx="2"/>'
        )
        out.append(_text(left + width + 6, y + 5, f"{count:,}", kind="tz-number"))
    bottom = top + 16 + len(shown) * _DOT
    if len(overlap) > len(shown):
        out.append(_text(_EDGE, bottom + 8, f"and {len(overlap) - len(shown)} smaller sets", kind="tz-tick"))
        bottom += 20
    return _svg(bottom + 4, out, "How the lists overlap", told)


def alone(drawing: str, style: str, caption: str) -> str:
    """A drawing as a file of its own, with its style, and its caption in lines below it."""
    height = float(re.search(r'viewBox="0 0 \d+ (\d+)"', drawing)[1])  # type: ignore[index]
    lines = textwrap.wrap(caption, 74)
    below = "".join(_text(_EDGE, height + 14 + i * 16, line, kind="tz-tick") for i, line in enumerate(lines))
    tall = height + 14 + 16 * len(lines)
    drawing = drawing.replace(f'viewBox="0 0 {WIDE} {height:.0f}"', f'viewBox="0 0 {WIDE} {tall:.0f}"', 1)
    head, mark, rest = drawing.partition("<title>")
    return f"{head}<style>{style}</style>{mark}{rest.removesuffix('</svg>')}{below}</svg>\n"
