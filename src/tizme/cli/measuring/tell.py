"""What was measured, as tables that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tizme.cli.measuring.calibration import calibration_gap, calibration_lines
from tizme.cli.measuring.claim_phrases import PhrasesMeasured
from tizme.cli.measuring.claims import ClaimsMeasured, Score
from tizme.cli.measuring.death_book import DeathsMeasured
from tizme.cli.measuring.evidence_book import EvidenceMeasured
from tizme.cli.measuring.linking import Linked, LinkMeasured
from tizme.cli.measuring.long_lists import LongLinked, LongMeasured
from tizme.cli.measuring.name_peers import Missing
from tizme.cli.measuring.pairs import NamesMeasured
from tizme.cli.measuring.phrase_lists import ListScore, ListsMeasured
from tizme.cli.measuring.recognising import RecognitionMeasured
from tizme.cli.measuring.retrieval import Searched, TraceMeasured
from tizme.cli.measuring.spans import SpansMeasured
from tizme.text.safe import safe_text

_DIGEST_SHOWN = 16  # hexadecimal digits
_GROUPS = {
    "seed": "seed",
    "ru+en": "ru + en, without the seed",
    "ru+en+seed": "ru + en, with the seed",
    "others": "other languages together",
    "all": "all",
}


def tell_claims(measured: ClaimsMeasured, *, by_property: bool, misses: bool) -> str:
    """The tables of extraction."""
    header = ("", "claims", "found", "recall", "precision", "evidence", "polarity", "ads", "broken")
    speed = f"{measured.characters_per_second:,.0f} characters a second"
    lines = [
        f"extraction, rules {measured.rule}",
        *_of_which_data("annotated texts", measured.corpus, measured.corpus_sha256),
        f"scorer: score_claims.py, SHA-256 {measured.scorer_sha256[:_DIGEST_SHOWN]}, strict",
        f"speed: {speed} ({measured.characters:,} in {measured.seconds:.2f} s, tables loaded before)",
        "",
        *_table(header, map(_score_row, measured.files)),
        "",
        *_table(header, map(_score_row, measured.groups)),
        "",
        f"two persons read as one: {len(measured.mixed)} (not seen by the scorer)",
        *(f"  {mixed.file}: {safe_text(' / '.join(mixed.persons))}" for mixed in measured.mixed),
    ]
    if by_property:
        rows = [
            (
                one.name, str(one.claims), str(one.found), str(one.strict),
                _share(one.strict, one.claims), _share(one.strict, one.found),
            )
            for one in measured.properties
        ]  # fmt: skip
        lines += ["", *_table(("property", "claims", "found", "strict", "recall", "precision"), rows)]
    if misses:
        lines += ["", *(safe_text(line) for line in measured.faults)]
    return "\n".join(lines)


def tell_names(measured: NamesMeasured) -> str:
    """A table for each way to compare, then what only names have: speed, fathers, calibration."""
    lines = [
        f"name comparison, rules {measured.rule}",
        *_of_which_data(f"{measured.pairs:,} pairs", measured.corpus, measured.corpus_sha256),
        f"scorer: score_names.py, SHA-256 {measured.scorer_sha256[:_DIGEST_SHOWN]}",
    ]
    columns = ("ap", "f1", "precision", "recall", "recall_at_p99", "ece")
    for method in measured.methods:
        rows = [
            (stratum, *(f"{found[column]:.4f}" if column in found else "" for column in columns))
            for stratum, found in method.strata.items()
        ]
        lines += ["", f"{method.name} ({method.fitted})", *_table(("stratum", *columns), rows)]
    return "\n".join([*lines, *_missing_lines(measured.missing), "", *_speed_lines(measured),
                      *_patronymic_lines(measured), "", *_calibration(measured)])  # fmt: skip


def _missing_lines(missing: Iterable[Missing]) -> list[str]:
    found = [
        f"not run: {one.name}: {safe_text(one.reason)}{f' ({one.stored})' if one.stored else ''}"
        for one in missing
    ]
    return ["", *found] if found else []


def _speed_lines(measured: NamesMeasured) -> list[str]:
    rows = [
        (one.name, f"{measured.pairs / one.seconds:,.0f}", "yes" if one.reasons else "no")
        for one in measured.methods
        if one.seconds
    ]
    lines = ["speed on one core, tables loaded before, every name met for the first time:"]
    lines += _table(("", "pairs a second", "with reasons"), rows)
    cold = measured.cold
    first, again = cold.first / cold.first_seconds, cold.pairs / cold.again_seconds
    parts = f"the first {cold.first:,} pairs at {first:,.0f} a second, all once more at {again:,.0f}"
    lines.append(f"ours, {cold.words:,} words: {parts}")
    if measured.batch is None:
        return lines
    batch = measured.batch
    speed = f"{batch.pairs / batch.seconds:,.0f} pairs a second on {batch.cores} cores"
    rate = f"{batch.names / batch.table_seconds:,.0f} a second on one core"
    read = f"its {batch.names:,} names were read at {rate}"
    return [*lines, f"our score-only batch: {speed} ({batch.pairs:,} pairs); {read}"]


def _patronymic_lines(measured: NamesMeasured) -> list[str]:
    if measured.patronymics is None:
        return []
    test = measured.patronymics
    methods = list(test.told_apart)
    rows = [
        (f"{kind.name}: {kind.example[0]} / {kind.example[1]}", *(f"{kind.means[m]:.3f}" for m in methods))
        for kind in test.kinds
    ]
    apart = ("left out stands above another father, share", *(f"{test.told_apart[m]:.3f}" for m in methods))
    heading = (
        f"fathers' names: mean score on pairs made from {test.names:,} names of the list (examples invented)"
    )
    numbered = [f"  {at}  {method}" for at, method in enumerate(methods, start=1)]
    header = ("", *(str(at) for at in range(1, len(methods) + 1)))
    return ["", heading, *numbered, *_table(header, [*rows, apart])]


def _calibration(measured: NamesMeasured) -> list[str]:
    gap = calibration_gap(measured.reliability)
    heading = f"calibration of {measured.reliability_of}: mean gap {gap:.4f} (# true, | said)"
    return [
        heading,
        *_table(("said", "pairs", "mean said", "true", ""), calibration_lines(measured.reliability)),
    ]


def tell_link(measured: LinkMeasured) -> str:
    """A table for each list."""
    header = (
        "", "pair F1", "precision", "recall", "at", "kept", "blocked", "cluster F1", "precision", "recall",
        "seconds", "records/s", "GiB",
    )  # fmt: skip
    lines = [f"linkage; scorer: score_names.py, SHA-256 {measured.scorer_sha256[:_DIGEST_SHOWN]}"]
    for one in measured.lists:
        lines += ["", f"{one.name}: {one.records:,} records, {one.true_pairs:,} true pairs"]
        lines += _of_which_data("list", one.source, one.source_sha256)
        lines += _table(header, [_linked_row(way) for way in one.methods if not way.failed])
        lines += [f"failed: {way.method}: {safe_text(way.failed)}" for way in one.methods if way.failed]
    return "\n".join(
        [
            *lines, "",
            "at: the threshold of the best pair F1; kept: share of the true pairs written down",
            "blocked: share of the true pairs that were compared (- where the way does not tell)",
            "seconds, records/s, GiB (most memory at once): of the whole process, start and files included",
        ]
    )  # fmt: skip


def tell_long_lists(measured: LongMeasured) -> str:
    """A row a length, and how many times the short list's time the long one took."""
    both = (measured.short, measured.long)
    lines = [
        "`tizme link` on made-up lists, time and memory of the whole process",
        *_table(("records", "pairs", "seconds", "records/s", "GiB"), [_long_row(one) for one in both]),
        *(f"failed: {one.records:,} records: {safe_text(one.failed)}" for one in both if one.failed),
    ]
    if measured.ratio:
        times = measured.long.records / measured.short.records
        lines.append(f"{measured.ratio:.1f} times the seconds for {times:.0f} times the records")
    return "\n".join(lines)


def _long_row(one: LongLinked) -> tuple[str, ...]:
    if one.failed:
        return (f"{one.records:,}", "-", "-", "-", "-")
    speed = f"{one.records / one.seconds:,.0f}"
    return (f"{one.records:,}", f"{one.pairs:,}", f"{one.seconds:,.1f}", speed, f"{one.peak_gib:.2f}")


def _linked_row(way: Linked) -> tuple[str, ...]:
    shares = (way.pair_f1, way.pair_precision, way.pair_recall)
    blocked = "-" if way.blocking_recall is None else f"{way.blocking_recall:.3f}"
    clusters = (way.cluster_f1, way.cluster_precision, way.cluster_recall)
    return (
        way.method, *(f"{share:.3f}" for share in shares), f"{way.at:.3f}", f"{way.kept_recall:.3f}", blocked,
        *(f"{share:.3f}" for share in clusters), f"{way.seconds:,.0f}", f"{way.records_a_second:,.0f}",
        f"{way.peak_gib:.2f}",
    )  # fmt: skip


def _searched_row(way: Searched) -> tuple[str, ...]:
    recalls = (f"{way.recall_1:.3f}", f"{way.recall_10:.3f}")
    times = (f"{way.mean_ms:.2f}", f"{way.p50_ms:.2f}", f"{way.p95_ms:.2f}")
    return (way.method, str(way.queries), *recalls, *times, f"{way.index_seconds:.1f}", f"{way.peak_gib:.2f}")


def tell_trace(measured: TraceMeasured) -> str:
    """A table for each list."""
    header = ("", "queries", "recall@1", "recall@10", "mean ms", "p50 ms", "p95 ms", "index s", "GiB")
    lines = [
        "search of lists of names",
        *_of_which_data("names", measured.corpus, measured.corpus_sha256),
        f"queries: SHA-256 {measured.queries_sha256[:_DIGEST_SHOWN]}",
        f"scorer: score_names.py, SHA-256 {measured.scorer_sha256[:_DIGEST_SHOWN]}",
    ]
    for one in measured.lists:
        rows = [_searched_row(way) for way in one.methods if not way.failed]
        lines += ["", f"{one.name}: {one.rows:,} rows", *_table(header, rows)]
        lines += [f"failed: {way.method}: {safe_text(way.failed)}" for way in one.methods if way.failed]
    return "\n".join([*lines, *_missing_lines(measured.missing)])


def tell_spans(room: str, measured: SpansMeasured, *, misses: bool) -> str:
    """A row for each kind of thing."""
    rows = [
        (kind.name, str(kind.marked), str(kind.found), _share(kind.found, kind.marked))
        for kind in measured.kinds
    ]
    lines = [
        f"{room}, rules {measured.rule}",
        *_of_which_data("annotated texts", measured.corpus, measured.corpus_sha256),
        "",
        *_table(("", "marked", "found", "share"), rows),
    ]
    if misses:
        told = (f"{one.file} {one.property} = {one.value} | {one.quote}" for one in measured.missed)
        lines += ["", *(f"missed {safe_text(line)}" for line in told)]
    return "\n".join(lines)


def tell_lists(room: str, measured: ListsMeasured, *, misses: bool) -> str:
    """A row for each list and tool, then one for each language and tool."""
    header = ("", "tool", "phrases", "right", "wrong", "empty or missed")

    def rows(scores: tuple[ListScore, ...]) -> list[tuple[str, ...]]:
        return [
            (one.name, one.tool, str(one.phrases), str(one.right), str(one.wrong),
             str(one.phrases - one.right - one.wrong))
            for one in scores
        ]  # fmt: skip

    lines = [
        f"{room}, own lists of phrases",
        *_of_which_data("lists", measured.corpus, measured.corpus_sha256),
        "",
        *_table(header, rows(measured.scores)),
        "",
        *_table(header, rows(measured.languages)),
        *(f"{tool}: not run, {why}" for tool, why in measured.missing),
    ]
    if misses:
        told = (f"{name}: {text} | {wanted} | given {given}" for name, text, wanted, given in measured.faults)
        lines += ["", *(safe_text(line) for line in told)]
    return "\n".join(lines)


def tell_recognition(measured: RecognitionMeasured, *, misses: bool) -> str:
    """A row for each way to find names on each set of texts."""
    rows = [
        (
            one.texts, one.way, str(one.number), str(one.marked), str(one.found), str(one.right),
            *(f"{share:.3f}" for share in (one.recall, one.precision, one.f1)),
            f"{one.characters_per_second:,.0f}",
        )
        for one in measured.ways
    ]  # fmt: skip
    lines = ["names of persons, right where first and last letter are the annotators'"]
    for name, digest in measured.corpora:
        lines += [f"data: {name}, SHA-256 {digest[:_DIGEST_SHOWN]}"]
    titles = ("texts", "by", "texts", "marked", "found", "right", "recall", "precision", "F1", "characters/s")
    lines += ["", *_table(titles, rows)]
    if misses:
        for one in measured.ways:
            lines += ["", f"{one.texts} by {one.way}", *(safe_text(f"  {fault}") for fault in one.faults)]
    return "\n".join(lines)


def tell_phrases(measured: PhrasesMeasured, *, misses: bool) -> str:
    """A row for each language and half of its book; the faults of the open half."""
    rows = [
        (
            f"{one.lang} {one.half}", str(one.wanted), _share(one.right, one.wanted),
            _share(one.polarity, one.wanted), str(one.traps), str(one.fallen),
        )
        for one in measured.scores
    ]  # fmt: skip
    lines = [
        f"single sentences, rules {measured.rule}",
        *_of_which_data("books of phrases", measured.corpus, measured.corpus_sha256),
        "",
        *_table(("", "claims", "right", "with polarity", "traps", "fallen into"), rows),
    ]
    if misses:
        lines += ["", *(safe_text(" | ".join(fault)) for fault in measured.faults)]
    return "\n".join(lines)


def tell_deaths(measured: DeathsMeasured, *, misses: bool) -> str:
    """A row for each language and half of its book, then the sums; the faults of the open half."""
    rows = [
        (
            f"{one.lang} {one.half}", str(one.dead), str(one.said), _share(one.said, one.dead),
            str(one.denied), str(one.not_dead), str(one.wrong), str(one.unsure), str(one.unsure_said),
            str(one.others),
        )
        for one in measured.scores
    ]  # fmt: skip
    titles = (
        "", "dead", "said", "share", "denied", "not dead", "WRONG DEAD", "unsure", "said", "of others"
    )  # fmt: skip
    lines = [
        f"who is called dead, rules {measured.rule}",
        *_of_which_data("books of deaths", measured.corpus, measured.corpus_sha256),
        "",
        *_table(titles, rows),
    ]
    if misses:
        lines += ["", *(safe_text(" | ".join(fault)) for fault in measured.faults)]
    return "\n".join(lines)


def tell_evidence(measured: EvidenceMeasured, *, misses: bool) -> str:
    """A row for each language and half, then how far two readers agree; the faults of the open half."""
    rows = [
        (
            f"{one.lang} {one.half}", str(one.marked), str(one.claimed), str(one.right),
            _share(one.right, one.claimed),
        )
        for one in measured.scores
    ]  # fmt: skip
    readers = [
        (
            one.texts, str(one.claims), _share(one.agreed, one.claims),
            _share(one.same_polarity, one.claims),
        )
        for one in measured.agreements
    ]  # fmt: skip
    lines = [
        f"class of evidence, rules {measured.rule}",
        *_of_which_data("texts with marked evidence", measured.corpus, measured.corpus_sha256),
        "",
        *_table(("", "marked", "claimed", "right", "share"), rows),
        "",
        *_table(("two readers agree", "claims", "evidence", "polarity"), readers),
    ]
    if misses:
        lines += ["", *(safe_text(" | ".join(fault)) for fault in measured.faults)]
    return "\n".join(lines)


def _of_which_data(what: str, where: str, digest: str) -> list[str]:
    return [f"data: {what} in {safe_text(where)}, SHA-256 {digest[:_DIGEST_SHOWN]}"]


def _score_row(score: Score) -> tuple[str, ...]:
    shares = (score.recall, score.precision, score.evidence, score.polarity)
    name = _GROUPS.get(score.name, score.name.removeprefix("lang:"))
    counts = (str(score.claims), str(score.found))
    return (name, *counts, *(f"{share:.3f}" for share in shares), str(score.ads), str(score.broken))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The first column to the left, numbers to the right."""
    cells = [tuple(header), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
