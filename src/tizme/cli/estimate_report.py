"""The page that `tizme estimate --report` writes: self-contained, no script, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from tizme.cli.estimate_form import headline_words, rounded
from tizme.cli.estimate_svg import density_svg, forest_svg, overlap_svg
from tizme.model import AnswerSheet, ModelAnswer

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}"
    "h1{font-size:1.6rem}h2{margin-top:2.2rem;font-size:1.2rem}"
    ".head{font-size:1.25rem;border-left:.4rem solid #14532d;padding:.4rem 1rem;background:#f3f6f4}"
    ".head.no{border-color:#8b1a1a;background:#faf2f2}"
    ".warn{border-left:.25rem solid #b45309;padding-left:.8rem;margin:.5rem 0}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    "figure{margin:1rem 0;overflow-x:auto}figcaption{color:#444;font-size:.9rem}"
    "svg text{font:12px system-ui,sans-serif;fill:#1a1a1a}"
)


def report_html(sheet: AnswerSheet) -> str:
    """The whole sheet as one page."""
    found = sheet.headline
    refused = found.estimate is None
    counted = (
        f"<p><strong>Who is counted:</strong> {escape(sheet.definition)}</p>" if sheet.definition else ""
    )
    parts = [
        _seen(sheet),
        counted,
        f'<p class="head{" no" if refused else ""}">{escape(headline_words(sheet))}</p>',
        f"<p><em>Assumption:</em> {escape(found.assumes)}</p>",
        *(f'<p class="warn">{escape(f.words)}</p>' for f in sheet.findings if f.severity == "warn"),
        _figure(
            density_svg(sheet.curves, sheet.seen),
            "How likely each number of people is, by the models that the headline mixes. Dashed: those seen.",
        ),
        "<h2>All models side by side</h2>",
        _figure(
            forest_svg([("pooled (headline)", found), *sheet.models.items()], sheet.seen),
            "Estimate and 95 % interval of every model, on a logarithmic scale; none where it is refused.",
        ),
        _models(sheet),
        *_others("Without one of the lists", "list left out", sheet.leave_one_out, sheet.seen),
        *_others("By stratum", "stratum", sheet.strata, None),
        *_sensitivity(sheet.sensitivity),
        *_linkage(sheet),
        *_registry(sheet),
        "<h2>How the lists overlap</h2>",
        _figure(
            overlap_svg(sheet.overlap, sheet.lists),
            "People on exactly these lists. Suppressed cells are hatched.",
        ),
        "<h2>What no count can see</h2>",
        f"<ul>{''.join(f'<li>{escape(words)}</li>' for words in sheet.cannot_see)}</ul>",
    ]
    body = "\n".join(part for part in parts if part)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>How many are on no list</title>'
        f"<style>{_STYLE}</style></head><body><h1>How many are on no list</h1>\n{body}\n</body></html>\n"
    )


def _seen(sheet: AnswerSheet) -> str:
    lists = escape(", ".join(sheet.lists))
    return (
        f"<p>{sheet.seen:,} people are on at least one of {len(sheet.lists)} lists: {lists}. "
        "Everything below estimates all people, those seen included.</p>"
    )


def _models(sheet: AnswerSheet) -> str:
    rows = []
    for name, found in (("pooled (headline)", sheet.headline), *sheet.models.items()):
        why = "<br>".join(escape(f.words) for f in found.refused) or escape(found.assumes)
        rows.append((escape(name), *_numbers(found), why))
    return _table(("model", "estimate", "95 % from", "to", "assumes, or why refused"), rows)


def _others(title: str, what: str, others: Mapping[str, ModelAnswer], seen: int | None) -> Iterable[str]:
    if not others:
        return
    yield f"<h2>{escape(title)}</h2>"
    yield _figure(forest_svg(list(others.items()), seen), "The headline of each, on a logarithmic scale.")
    rows = [
        (escape(name), *_numbers(found), "<br>".join(escape(f.words) for f in found.refused))
        for name, found in others.items()
    ]
    yield _table((what, "estimate", "95 % from", "to", "why refused"), rows)


def _sensitivity(told: Mapping[str, Mapping[str, object]]) -> Iterable[str]:
    if not told:
        return
    yield "<h2>What other priors and caps would have given</h2>"
    rows = [
        (escape(change), *(_cell(numbers.get(key)) for key in ("estimate", "low95", "high95")))
        for change, numbers in told.items()
    ]
    yield _table(("change", "estimate", "95 % from", "to"), rows)


def _linkage(sheet: AnswerSheet) -> Iterable[str]:
    if sheet.linkage:
        yield "<h2>Doubt about who is who</h2>"
        yield (
            f"<p>Every model ran on {sheet.linkage['linkages']} ways in which the records may be persons. "
            f"{float(sheet.linkage['variance_share']):.0%} of the variance comes from that doubt.</p>"
        )


def _registry(sheet: AnswerSheet) -> Iterable[str]:
    told = sheet.registry
    if not told:
        return
    yield "<h2>A second road: a registry made for another purpose</h2>"
    rows = [
        (escape(" / ".join(row["stratum"])), *(f"{row[key]:.0%}" for key in ("share", "low95", "high95")))
        for row in told["shares"]
    ]
    yield _table(("stratum", "share found", "95 % from", "to"), rows)
    if "estimate" in told:
        cells = [_cell(told[key]) for key in ("estimate", "low95", "high95")]
        yield f"<p>By the registry about {cells[0]} people (95 % interval {cells[1]} to {cells[2]}).</p>"
    if "compared" in told:
        yield f"<p>{escape(told['compared']['words'])}</p>"


def _numbers(found: ModelAnswer) -> tuple[str, str, str]:
    if found.estimate is None:
        return "refused", "", ""
    return _cell(found.estimate), _cell(found.low95), _cell(found.high95)


def _cell(value: object) -> str:
    return f"{rounded(float(value)):,}" if isinstance(value, int | float) else ""


def _figure(drawing: str, caption: str) -> str:
    return f"<figure>{drawing}<figcaption>{escape(caption)}</figcaption></figure>" if drawing else ""


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are HTML already, the second to fourth column are numbers."""
    kind = ["", ' class="n"', ' class="n"', ' class="n"', ""]
    head = "".join(f"<th{kind[i]}>{escape(cell)}</th>" for i, cell in enumerate(header))
    body = "".join(
        "<tr>" + "".join(f"<td{kind[i]}>{cell}</td>" for i, cell in enumerate(row)) + "</tr>\n"
        for row in rows
    )
    return f"<table><tr>{head}</tr>\n{body}</table>"
