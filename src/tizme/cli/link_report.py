"""The page that `tizme link` leaves beside its results: self-contained, no script, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from tizme.engines.list_linking import Linked
from tizme.engines.list_rows import ListRows
from tizme.engines.list_showing import ShownPair, shown
from tizme.ports.list_engine import ListPlan
from tizme.tables import rows

_SHOWN = 50
_BAR, _ROW, _BITS = 230, 16, 12.0  # of a waterfall: pixels, pixels, bits to each side of the middle
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "svg{max-width:100%;height:auto}td svg{min-width:26rem}svg text{font:11px system-ui,sans-serif}"
    "td{overflow-wrap:anywhere}"
)


def report_html(
    mappings: Mapping[str, Mapping[str, str]],
    lists: Sequence[ListRows],
    out: Path,
    *,
    plan: ListPlan,
    threshold: float,
    found: Linked,
) -> str:
    """How the lists were read, what was joined, and which pairs a human should look at first."""
    seen = shown(lists, out, plan, threshold=threshold, most=_SHOWN)
    told = f"{found.rows} records, {found.persons} persons, {found.joined} of them in more than one record."
    read = ((name, h, m or "left aside") for name, mapping in mappings.items() for h, m in mapping.items())
    sizes = ((str(size), str(count)) for size, count in seen.sizes)
    chances = ((f"{tenth:.1f}–{tenth + 0.1:.1f}", str(count)) for tenth, count in seen.chances)
    joined = ((f"{certainty:.3f}", escape(" · ".join(some))) for certainty, some in seen.joined)
    parts = [
        f"<p>{told} Plan {escape(plan.version)}, joined from probability {threshold}.</p>",
        "<h2>How the columns were read</h2>",
        _table(("list", "column", "taken as"), (tuple(map(escape, one)) for one in read)),
        "<h2>Records per person</h2>",
        _table(("records", "persons"), sizes),
        f"<h2>Pairs left open, likeliest first (at most {_SHOWN})</h2>",
        "<p>Bars: bits for (right) and against (left) the two being one person, prior left out.</p>",
        _table(("probability", "records", "bits"), (_pair(pair) for pair in seen.open_pairs)),
        f"<h2>Joined, least certain first (at most {_SHOWN})</h2>",
        _table(("certainty", "records"), joined),
        "<h2>Pairs by probability</h2>",
        _table(("probability", "pairs"), chances),
        "<h2>Calibration of the plan</h2>",
        "<p>On the development list: probability of pairs (across), share that are one person (up).</p>",
        calibration_svg(
            [
                (float(r["predicted"]), float(r["observed"]))
                for r in rows("link/calibration.csv", "predicted", "observed")
            ]
        ),
    ]
    body = "\n".join(parts)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Linked lists</title>'
        f"<style>{_STYLE}</style></head><body><h1>Linked lists</h1>\n{body}\n</body></html>\n"
    )


def _pair(pair: ShownPair) -> tuple[str, ...]:
    return (
        f"{pair.probability:.3f}",
        f"{escape(pair.left)}<br>{escape(pair.right)}",
        waterfall_svg(pair.parts),
    )


def waterfall_svg(parts: Iterable[tuple[str, str, float]]) -> str:
    """Bits for and against, a bar for every field that says something, as SVG."""
    told = [(field, code, bits) for field, code, bits in parts if code != "left-out"]
    middle, bars = _BAR / 2, []
    for i, (field, code, bits) in enumerate(told):
        width = min(abs(bits), _BITS) / _BITS * middle / 2
        left = middle - width if bits < 0 else middle
        colour = "#b00" if bits < 0 else "#063"
        text = f'<text x="{_BAR}" y="{i * _ROW + 12}">{escape(field)}: {escape(code)} {bits:+.1f}</text>'
        bars.append(
            f'<rect x="{left:.0f}" y="{i * _ROW + 2}" width="{width:.0f}" height="{_ROW - 4}" '
            f'fill="{colour}"/>{text}'
        )
    height = len(told) * _ROW
    return (
        f'<svg viewBox="0 0 {_BAR * 2} {height}" width="{_BAR * 2}" height="{height}" role="img">'
        f"{''.join(bars)}</svg>"
    )


def calibration_svg(points: Sequence[tuple[float, float]]) -> str:
    """Predicted against observed shares, 0..1, as SVG; the grey line is what a calibrated plan gives."""
    side = 240
    dots = "".join(
        f'<circle cx="{x * side:.0f}" cy="{(1 - y) * side:.0f}" r="3" fill="#063">'
        f"<title>{x:.2f}: {y:.2f}</title></circle>"
        for x, y in points
    )
    line = f'<line x1="0" y1="{side}" x2="{side}" y2="0" stroke="#aaa"/>'
    return f'<svg width="{side}" height="{side}" role="img" style="border:1px solid #ccc">{line}{dots}</svg>'


def _table(header: Iterable[str], cells: Iterable[Iterable[str]]) -> str:
    """A table; cells are HTML already."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in cells)
    return f"<table><tr>{head}</tr>\n{body}</table>"
