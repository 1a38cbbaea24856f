"""The page that `tizme link` leaves beside its results: self-contained, no script, no network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from tizme.model import Cluster, Pair, Record
from tizme.ports import LinkPlan

_SHOWN = 100
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "code{font-size:.85em}"
)


def report_html(
    mappings: Mapping[str, Mapping[str, str]],
    records: Sequence[Record],
    pairs: Sequence[Pair],
    clusters: Sequence[Cluster],
    *,
    plan: LinkPlan,
    threshold: float,
) -> str:
    """How the lists were read, what was joined, and which pairs a human should look at first."""
    by_id = {record.id: record for record in records}
    open_pairs = sorted(
        (p for p in pairs if p.probability < threshold), key=lambda p: (-p.probability, p.left, p.right)
    )
    joined = sorted((c for c in clusters if len(c.record_ids) > 1), key=lambda c: (c.certainty, c.id))
    sizes = Counter(len(c.record_ids) for c in clusters)
    told = f"{len(records)} records, {len(clusters)} persons, {len(joined)} of them in more than one record."
    parts = [
        f"<p>{told} Plan {escape(plan.version)}, joined from probability {threshold}.</p>",
        "<h2>How the columns were read</h2>",
        _table(
            ("list", "column", "taken as"),
            ((name, h, m or "left aside") for name, mapping in mappings.items() for h, m in mapping.items()),
        ),
        "<h2>Records per person</h2>",
        _table(("records", "persons"), ((str(size), str(count)) for size, count in sorted(sizes.items()))),
        f"<h2>Pairs left open, likeliest first (at most {_SHOWN})</h2>",
        _table(("probability", "left", "right", "reasons"), (_pair(p, by_id) for p in open_pairs[:_SHOWN])),
        f"<h2>Joined, least certain first (at most {_SHOWN})</h2>",
        _table(
            ("certainty", "records"),
            (
                (f"{c.certainty:.3f}", " · ".join(_label(by_id[r]) for r in c.record_ids))
                for c in joined[:_SHOWN]
            ),
        ),
    ]
    body = "\n".join(parts)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Linked lists</title>'
        f"<style>{_STYLE}</style></head><body><h1>Linked lists</h1>\n{body}\n</body></html>\n"
    )


def _pair(pair: Pair, by_id: Mapping[str, Record]) -> tuple[str, ...]:
    return (
        f"{pair.probability:.3f}",
        _label(by_id[pair.left]),
        _label(by_id[pair.right]),
        " ".join(pair.reasons),
    )


def _label(record: Record) -> str:
    born = record.born or (f"{record.born_low}/{record.born_high}" if record.born_low else "")
    told = ", ".join(filter(None, [record.name or "(no name)", born, *record.place_words]))
    return f"{told} [{record.list_id} {record.subject}]"


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table><tr>{head}</tr>\n{body}</table>"
