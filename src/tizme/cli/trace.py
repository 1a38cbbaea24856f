"""`tizme trace --in DIR|CASE (--query FILE | NAME...)`: is he in any list?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from tizme.cli.trace_queries import queries_in, typed, unread
from tizme.cli.trace_sentences import answer_lines
from tizme.model import UnusableInput
from tizme.text.safe import safe_text
from tizme.trace.answer import Answer, answer
from tizme.trace.index import Index, open_index
from tizme.trace.query import Query

_TELL_EVERY = 500  # queries between two lines of progress
_BEGINS = b'{"query_id": '  # of every answer in --out
_LANGUAGES = ["en", "ru", "ky"]


@click.command()
@click.argument("name", nargs=-1)
@click.option(
    "--in", "folder", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="An index (tizme index) or a case folder.",
)  # fmt: skip
@click.option(
    "--query", "query_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TSV or CSV with columns query_id, name and what else is known: born, age, from, lang, ...",
)  # fmt: skip
@click.option("--ask", is_flag=True, help="Type the name at a prompt: it stays out of the shell's history.")
@click.option("--born", default="", help="Birth date or year.")
@click.option("--age", default="", help="Age in years, or 27-33.")
@click.option("--on", default="", help="Day to which --age refers, if known.")
@click.option("--from", "home", default="", help="Where he is from.")
@click.option("--last-seen", "seen", default="", help="Where he was last seen or heard of.")
@click.option("--prison", default="", help="Where he was held.")
@click.option("--father", default="", help="The father's given name.")
@click.option("--sex", type=click.Choice(["male", "female"]))
@click.option("--unit", default="", help="Military unit.")
@click.option("--kin", default="", help='Relatives: "mother Burul; wife Saltanat", in any language.')
@click.option("--call-sign", default="", help="Call sign.")
@click.option("--top", type=click.IntRange(1, 100), default=10, show_default=True)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path),
    help="Write JSON Lines here; run again with the same file to go on where it stopped.",
)  # fmt: skip
@click.option("--lang", type=click.Choice(_LANGUAGES), default="en", help="Language of the sentences.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    name: tuple[str, ...], folder: Path, query_file: Path | None, ask: bool, born: str, age: str, on: str,
    home: str, seen: str, prison: str, father: str, sex: str | None, unit: str,
    kin: str, call_sign: str, top: int, out: Path | None,
    lang: str, form: str,
) -> None:  # fmt: skip
    """Search lists, or a case, for a person by whatever is known.

    NAME may be in any alphabet and spelling, and may hold the rest in plain words:
    tizme trace --in lists "Аян, father's name Асан, from Кара-Суу, about 30".
    With "-" for NAME one question a line is read from standard input, with --ask one is typed at a
    prompt: names given as arguments can be read by other users of this machine and stay in the
    shell's history. Nothing of a query is written anywhere but to --out.
    """
    given = Query(
        "",
        "",
        born=born,
        age=age,
        on=on,
        home=home,
        seen=seen or prison,
        father=father,
        sex=sex or "",
        unit=unit,
        kin=kin,
        call_sign=call_sign,
        today=datetime.now(UTC).date().isoformat(),
    )
    facts = any((born, age, home, seen, prison, father, unit, kin, call_sign))
    if sum([bool(name), query_file is not None, ask]) != 1 and not (facts and not query_file and not ask):
        raise UnusableInput(
            "give one of NAME, --query FILE, --ask, or a fact such as --born",
            "tizme trace",
            "see `tizme trace --help`",
        )
    queries = queries_in(query_file, given=given) if query_file else typed(name, ask=ask, given=given)
    case = folder if (folder / "case.toml").is_file() else None
    index = _case_index(case) if case else open_index(folder)
    for stale in index.stale():
        click.echo(f"note: '{stale}' was indexed under other rules for names; index it again", err=True)
    if query_file:
        _wake(index)
    if out is not None:
        _to_file(index, list(queries), out, top=top, case=case)
        return
    total = len(queries) if isinstance(queries, list) else 0
    for done, query in enumerate(queries, start=1):
        _tell_unread(query)
        found = answer(index, query, top=top)
        if form == "json":
            click.echo(json.dumps(_shown(found, case), ensure_ascii=False))
        else:
            click.echo("\n".join(answer_lines(query, found, lang=lang)))
        if done % _TELL_EVERY == 0:
            click.echo(f"{done} of {total} queries", err=True)


def _tell_unread(query: Query) -> None:
    for problem in unread(query):
        click.echo(f"note: query {safe_text(query.id)}: {problem}", err=True)


def _case_index(case: Path) -> Index:
    from tizme.cli.trace_case import case_index

    return case_index(case)


def _wake(index: Index) -> None:
    """Answer one made-up query, so that what is loaded once is not counted as the first query's time."""
    answer(index, Query("", "Wake Wakeson", born="1900-01-01"))


def _shown(found: Answer, case: Path | None) -> dict[str, Any]:
    """The answer as the door shows it; in a case with the spans that name each candidate."""
    shown = asdict(found)
    if case is not None and found.candidates:
        from tizme.cli.trace_case import spans_of

        spans = spans_of(case, [one.id for one in found.candidates])
        for one in shown["candidates"]:
            one["spans"] = spans.get(one["id"], [])
    return shown


def _to_file(index: Index, queries: list[Query], out: Path, *, top: int, case: Path | None) -> None:
    done = _done(out)
    if done:
        click.echo(f"{len(done)} of {len(queries)} queries are answered in {out} already", err=True)
    # Who is searched for is a secret: the answers can be read by nobody else on this machine.
    out.touch(mode=0o600)
    with out.open("a", encoding="utf-8") as lines:
        for number, line in enumerate(_answers(index, queries, done, top=top, case=case), start=1):
            lines.write(line + "\n")
            lines.flush()
            if number % _TELL_EVERY == 0:
                click.echo(f"{len(done) + number} of {len(queries)} queries", err=True)
    click.echo(f"answers to {len(queries)} queries are in {out}", err=True)


def _answers(
    index: Index, queries: Iterable[Query], done: set[str], *, top: int, case: Path | None
) -> Iterator[str]:
    for query in queries:
        if query.id not in done:
            _tell_unread(query)
            yield json.dumps(_shown(answer(index, query, top=top), case), ensure_ascii=False)


def _done(out: Path) -> set[str]:
    """Ids of the queries that stand answered in ``out``; a line that was cut short is taken off.

    Raises:
        UnusableInput: the file holds something else.
    """
    if not out.exists():
        return set()
    with out.open("rb+") as lines:
        whole = lines.read()
        end = whole.rfind(b"\n") + 1
        # Nothing is taken off before it is sure that this is a file of ours.
        try:
            found = {str(json.loads(line)["query_id"]) for line in whole[:end].splitlines()}
        except (ValueError, KeyError, TypeError) as error:
            raise _no_answers(out) from error
        if whole[end:][: len(_BEGINS)] != _BEGINS[: len(whole) - end]:
            raise _no_answers(out)
        lines.truncate(end)
    return found


def _no_answers(out: Path) -> UnusableInput:
    return UnusableInput("it holds something else than answers", str(out), "name another file for --out")
