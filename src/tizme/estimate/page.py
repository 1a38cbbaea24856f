"""An answer sheet as HTML: a page of its own, or the body of one. No script, no network, no inline style."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from tizme.estimate.figures import HEADLINE, Figure, named, style
from tizme.estimate.sentences import counted, headline_words, rounded
from tizme.model import AnswerSheet, ModelAnswer

Cell = Mapping[str, Any]
_SPANS = 5  # words of a person on a page of its own
_PAGE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:1.5rem auto;padding:0 1rem;"
    "background:#fbfaf7;color:#1d2326}"
    "h1{font-size:1.5rem}h2{margin-top:2rem;font-size:1.2rem}a{color:inherit}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.93rem}"
    "td,th{border-bottom:1px solid #b9b5aa;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "li{overflow-wrap:anywhere}summary{cursor:pointer}"
    "@media(prefers-color-scheme:dark){body{background:#14181a;color:#e6e4de}td,th{border-color:#566067}}"
    "@media print{body{background:#fff;color:#000}}"
)


def report_html(
    sheet: AnswerSheet, cells: Sequence[Cell] = (), apart: Mapping[str, int | None] | None = None
) -> str:
    """The whole sheet as one page.

    Args:
        cells: Who stands where, with persons and spans inside the house and without outside it.
        apart: Fate -> persons; None where the counts are no register's.
    """
    body = body_html(sheet)
    if cells:
        body += "\n" + "\n".join(_cells(cells, apart or {}))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>How many are on no list</title>'
        f'<style>{_PAGE}{style()}</style></head><body class="tz-sheet"><h1>How many are on no list</h1>\n'
        f"{body}\n</body></html>\n"
    )


def body_html(
    sheet: AnswerSheet, *, heading: int = 2, link: Callable[[tuple[str, ...]], str] | None = None
) -> str:
    """Everything the sheet says, as the inside of a page.

    Args:
        heading: Level of its headings.
        link: Lists -> address of the persons who stand on exactly these, "" for none.
    """
    drawn = named(sheet)
    tag = f"h{heading}"
    found = sheet.headline
    parts = [
        _seen(sheet),
        f'<p class="tz-head{" tz-no" if found.estimate is None else ""}">{escape(headline_words(sheet))}</p>',
        f"<p><em>Assumption:</em> {escape(found.assumes)}</p>",
        *(f'<p class="tz-warn">{escape(f.words)}</p>' for f in sheet.findings if f.severity == "warn"),
        _drawing(drawn, "posterior"),
        f"<{tag}>All models side by side</{tag}>",
        _drawing(drawn, "models"),
        _models(sheet),
        *_others(tag, drawn, "leave-one-out", "list left out", sheet.leave_one_out),
        *_others(tag, drawn, "strata", "stratum", sheet.strata),
        *_sensitivity(tag, sheet.sensitivity),
        *_linkage(tag, sheet),
        *_registry(tag, drawn, sheet),
        f"<{tag}>How the lists overlap</{tag}>",
        _drawing(drawn, "overlap"),
        _overlap(sheet, link),
        f"<{tag}>What no count can see</{tag}>",
        f"<ul>{''.join(f'<li>{escape(words)}</li>' for words in sheet.cannot_see)}</ul>",
    ]
    return "\n".join(part for part in parts if part)


def _seen(sheet: AnswerSheet) -> str:
    lists = escape(", ".join(sheet.lists))
    return (
        f"<p>{sheet.seen:,} people are on at least one of {len(sheet.lists)} lists: {lists}. "
        f"Everything below estimates all people, those seen included. {escape(counted(sheet))}</p>"
    )


def _drawing(drawn: Mapping[str, Figure], name: str) -> str:
    return drawn[name].html() if name in drawn else ""


def _models(sheet: AnswerSheet) -> str:
    rows = []
    for name, found in ((HEADLINE, sheet.headline), *sheet.models.items()):
        why = "<br>".join(escape(f.words) for f in found.refused) or escape(found.assumes)
        rows.append((escape(name), *_numbers(found), why))
    return _table(("model", "estimate", "95 % from", "to", "assumes, or why refused"), rows)


def _others(
    tag: str, drawn: Mapping[str, Figure], name: str, what: str, others: Mapping[str, ModelAnswer]
) -> Iterable[str]:
    if not others:
        return
    title = drawn[name].title if name in drawn else f"By {what}"
    yield f"<{tag}>{escape(title)}</{tag}>"
    yield _drawing(drawn, name)
    why = any(found.refused for found in others.values())
    rows = [
        (escape(other), *_numbers(found), *(["<br>".join(escape(f.words) for f in found.refused)] * why))
        for other, found in others.items()
    ]
    yield _table((what, "estimate", "95 % from", "to", *(["why refused"] * why)), rows)


def _sensitivity(tag: str, told: Mapping[str, Mapping[str, object]]) -> Iterable[str]:
    if not told:
        return
    yield f"<{tag}>What other priors and caps would have given</{tag}>"
    rows = [
        (escape(change), *(_cell(numbers.get(key)) for key in ("estimate", "low95", "high95")))
        for change, numbers in told.items()
    ]
    yield _table(("change", "estimate", "95 % from", "to"), rows)


def _linkage(tag: str, sheet: AnswerSheet) -> Iterable[str]:
    if sheet.linkage:
        yield f"<{tag}>Doubt about who is who</{tag}>"
        yield (
            f"<p>Every model ran on {sheet.linkage['linkages']} ways in which the records may be persons. "
            f"{float(sheet.linkage['variance_share']):.0%} of the variance comes from that doubt.</p>"
        )


def _registry(tag: str, drawn: Mapping[str, Figure], sheet: AnswerSheet) -> Iterable[str]:
    told = sheet.registry
    if not told:
        return
    yield f"<{tag}>A second road: a registry made for another purpose</{tag}>"
    yield _drawing(drawn, "registry")
    rows = [
        (
            escape(" / ".join(row["stratum"]) or "all"),
            *(f"{row[key]:.0%}" for key in ("share", "low95", "high95")),
        )
        for row in told["shares"]
    ]
    yield _table(("stratum", "share found", "95 % from", "to"), rows)
    if "estimate" in told:
        cells = [_cell(told[key]) for key in ("estimate", "low95", "high95")]
        yield f"<p>By the registry about {cells[0]} people (95 % interval {cells[1]} to {cells[2]}).</p>"
    yield _drawing(drawn, "roads")
    if "compared" in told:
        yield f"<p>{escape(told['compared']['words'])}</p>"


def _overlap(sheet: AnswerSheet, link: Callable[[tuple[str, ...]], str] | None) -> str:
    rows = []
    for names, count in sheet.overlap:
        where = escape(" + ".join(names))
        if link is not None and link(names):
            where = f'<a href="{escape(link(names))}">{where}</a>'
        rows.append((where, "not told (few)" if count < 0 else f"{count:,}"))
    return _table(("on exactly these lists", "people"), rows) if rows else ""


def _cells(cells: Sequence[Cell], apart: Mapping[str, int | None]) -> Iterable[str]:
    """Who stands where: every count with its persons and their words, where these may be told."""
    yield "<h2>Who stands where</h2>"
    if apart:
        told = ", ".join(
            f"{fate.replace('_', ' ')} {'few' if count is None else count}" for fate, count in apart.items()
        )
        yield f"<p>Counted apart, and never added: {escape(told)}.</p>"
    for cell in cells:
        where = " + ".join(cell["lists"])
        if cell["stratum"]:
            where += f" ({', '.join(value or 'not known' for value in cell['stratum'])})"
        count = "not told (few)" if cell["count"] is None else f"{cell['count']:,}"
        head = f"{escape(where)}: {count}"
        if "persons" not in cell:
            yield f"<p>{head}</p>"
            continue
        persons = "".join(_person(person) for person in cell["persons"])
        yield f"<details><summary>{head}</summary><ul>{persons}</ul></details>"


def _person(person: Mapping[str, Any]) -> str:
    spans = "".join(
        f"<li><q>{escape(span['quote'])}</q> ({escape(span['property'])}, item {escape(span['item'][:12])}, "
        f"{span['start']}–{span['stop']})</li>"
        for span in person["spans"][:_SPANS]
    )
    more = len(person["spans"]) - _SPANS
    rest = f"<li>and {more} more: tizme show CASE {escape(person['id'])}</li>" if more > 0 else ""
    return f"<li><bdi>{escape(person['label'])}</bdi> [{escape(person['id'])}]<ul>{spans}{rest}</ul></li>"


def _numbers(found: ModelAnswer) -> tuple[str, str, str]:
    if found.estimate is None:
        return ("not told" if any(f.code == "small-cell" for f in found.refused) else "refused"), "", ""
    return _cell(found.estimate), _cell(found.low95), _cell(found.high95)


def _cell(value: object) -> str:
    return f"{rounded(float(value)):,}" if isinstance(value, int | float) else ""


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are HTML already, the second to fourth column are numbers."""
    number, words = ' class="tz-n"', ' class="tz-words"'
    kind = ["", number, number, number, words]
    head = "".join(f'<th scope="col"{kind[i]}>{escape(cell)}</th>' for i, cell in enumerate(header))
    body = "".join(
        "<tr>" + "".join(f"<td{kind[i]}>{cell}</td>" for i, cell in enumerate(row)) + "</tr>\n"
        for row in rows
    )
    return (
        f'<div class="tz-scroll" role="region" aria-label="{escape(header[0])}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table></div>"
    )
