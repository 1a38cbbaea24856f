"""The order of work, on one screen.

    read       bytes to text                       an item at a time
    extract    text to mentions and claims         an item at a time, many at once on all cores
    suggest    a language model's answers held     an item at a time, where a model was ever asked
    records    the claims of each mention chain    from here on the whole case
    pairs      records compared
    clusters   records held to be one human being, what people judged first
    sources    items that are one source
    persons    fate and whereabouts by one policy
    store      what a person opens

A stage writes its output, then records it in the ledger, then reports it. A run that was stopped
anywhere goes on from there; a run with nothing new to do changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from tizme import __version__, decide, review
from tizme.case.people import (
    Extracted,
    Made,
    OneSource,
    Whole,
    make_clusters,
    make_pairs,
    make_persons,
    make_records,
    make_sources,
)
from tizme.case.progress import Progress
from tizme.case.reading import Output, extract_items, extracted_before, read_before, read_item
from tizme.case.storing import store_everything
from tizme.case.suggesting import Heard, Text, ask_about, held, held_before, hold_answers, model_of
from tizme.case.workplace import Workplace
from tizme.model import Judgement, UnusableInput, short_id
from tizme.ports import Run, StoredFailure
from tizme.ports.language_model import LanguageModel
from tizme.tables import table_digest

RAN = "run"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left behind.

    Attributes:
        run: None where the run was stopped before the whole case was looked at.
        fresh: Items read or extracted in this run, in order.
        changed: False where nothing was new.
        heard: What a language model had a say in.
    """

    run: Run | None
    failures: tuple[StoredFailure, ...]
    fresh: tuple[str, ...]
    changed: bool
    heard: Heard = field(default_factory=Heard)


def run_stages(
    work: Workplace, *, progress: Progress, stop: Callable[[], bool], model: LanguageModel | None = None
) -> Outcome:
    """Do all that is left to do.

    Args:
        model: Asked about every text that it has not answered about; None asks nobody.
        stop: Asked between items; True ends the run there, with nothing lost.

    Raises:
        IntegrityFailure: the chain is broken, or bytes are not those that were captured or derived.
    """
    read, extracted = _item_stages(work, progress=progress, stop=stop)
    heard = Heard()
    if not stop():
        heard, extracted = _suggestions(work, read, extracted, progress=progress, stop=stop, model=model)
    if stop():
        fresh = any(output.fresh for output in (*read, *extracted))
        return Outcome(None, _failures(read, extracted), _fresh(read, extracted), changed=fresh, heard=heard)
    return replace(finish(work, read, extracted, progress=progress), heard=heard)


def finish(
    work: Workplace, read: Sequence[Output], extracted: Sequence[Output], *, progress: Progress
) -> Outcome:
    """The stages that look at the whole case, then the store, then the ledger."""
    failures, fresh = _failures(read, extracted), _fresh(read, extracted)
    items = extracted_items(work, read, extracted)
    run, made = whole_case(work, items, policy=work.settings.policy, progress=progress)
    progress.stage("store")
    store_everything(work, run, read=read, extracted=extracted)
    changed = _record(work, run, made, failed=len(failures))
    return Outcome(run, failures, fresh, changed=changed or bool(fresh))


def finished_before(work: Workplace) -> tuple[tuple[Output, ...], tuple[Output, ...]]:
    """What earlier runs read and extracted.

    Raises:
        UnusableInput: an item was captured, or the rules were renewed, since the last run.
    """
    items = work.items().values()
    read = [(captured, read_before(captured, derived=work.derived)) for captured in items]
    done = [(captured, output) for captured, output in read if output is not None]
    texts = [(captured, output) for captured, output in done if output.failure is None]
    extracted = [extracted_before(captured, output, derived=work.derived) for captured, output in texts]
    found = [(*text, output) for text, output in zip(texts, extracted, strict=True) if output is not None]
    waiting = len(read) - len(done) + len(texts) - len(found)
    rules_alone = [output for *_, output in found if output.failure is not None]
    with_claims = [one for one in found if one[-1].failure is None]
    said = held_before(work, with_claims)
    waiting += sum(output is None for output in said)
    by_item = {output.item: output for output in (*rules_alone, *said) if output is not None}
    if waiting or not work.ledger.events(RAN):
        where = str(work.layout.root)
        raise UnusableInput(
            f"{waiting} items wait to be read and extracted", where, f"run `tizme run {where}` first"
        )
    return tuple(output for _, output in done), tuple(by_item[output.item] for *_, output in found)


def whole_case(
    work: Workplace, items: Sequence[Extracted], *, policy: str, progress: Progress
) -> tuple[Run, tuple[Made, ...]]:
    """Records, pairs, clusters, sources and persons of ``items``, by ``policy``."""
    judgements = review.judgements(work.ledger)
    rules = decide.load_policy(policy)
    whole = Whole(items, derived=work.derived)
    progress.stage("records")
    records = make_records(whole)
    progress.stage("pairs", len(records), "records")
    pairs = make_pairs(whole, records, engine=work.settings.engine)
    progress.stage("clusters", len(pairs), "pairs")
    clusters = make_clusters(whole, records, pairs, judgements)
    progress.stage("sources")
    sources = make_sources(whole)
    progress.stage("persons", len(clusters), "clusters")
    persons = make_persons(whole, clusters, records, policy=rules)
    run = Run(
        id=short_id("run", rules.id, *(made.digest for made in whole.made)),
        policy=rules.id,
        rules=_versions(work, items, rules),
        records=records,
        pairs=pairs,
        clusters=clusters,
        persons=persons,
        same_source=_groups(sources),
    )
    return run, tuple(whole.made)


def standing_judgements(work: Workplace) -> tuple[Judgement, ...]:
    """What people judged and did not take back."""
    return review.standing(review.judgements(work.ledger))


def _item_stages(
    work: Workplace, *, progress: Progress, stop: Callable[[], bool]
) -> tuple[list[Output], list[Output]]:
    items = list(work.items().values())
    read: list[Output] = []
    progress.stage("read", len(items), "items")
    for captured in items:
        if stop():
            return read, []
        read.append(read_item(captured, archive=work.archive, derived=work.derived))
        progress.item(read[-1], name=captured.name)
    texts = [
        (captured, output) for captured, output in zip(items, read, strict=True) if output.failure is None
    ]
    progress.stage("extract", len(texts), "texts")
    extracted: list[Output] = []
    names = {captured.item: captured.name for captured in items}
    for output in extract_items(texts, derived=work.derived, stop=stop):
        extracted.append(output)
        progress.item(output, name=names[output.item])
    return read, extracted


def _suggestions(
    work: Workplace,
    read: Sequence[Output],
    extracted: Sequence[Output],
    *,
    progress: Progress,
    stop: Callable[[], bool],
    model: LanguageModel | None,
) -> tuple[Heard, list[Output]]:
    """What models said, and each item's claims with those added that its text bears out."""
    items = work.items()
    texts: list[Text] = [
        (one.captured, one.read, one.extracted) for one in extracted_items(work, read, extracted)
    ]
    heard = Heard()
    if model is not None:
        heard = ask_about(work, texts, model, progress=progress, stop=stop)
    by_item = {output.item: output for output in extracted}
    for output in hold_answers(work, texts):
        by_item[output.item] = output
        if model_of(output) is not None:
            progress.item(output, name=items[output.item].name)
    outputs = list(by_item.values())
    found = list(held(work, outputs))
    counted = replace(
        heard,
        claims=sum(len(one.added) for one in found),
        suggestions=sum(len(one.suggestions) for one in found),
    )
    return counted, outputs


def extracted_items(
    work: Workplace, read: Sequence[Output], extracted: Sequence[Output]
) -> tuple[Extracted, ...]:
    items = work.items()
    texts = {output.item: output for output in read}
    return tuple(
        Extracted(items[output.item], texts[output.item], output)
        for output in extracted
        if output.failure is None
    )


def _fresh(read: Sequence[Output], extracted: Sequence[Output]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(output.item for output in (*read, *extracted) if output.fresh))


def _failures(read: Sequence[Output], extracted: Sequence[Output]) -> tuple[StoredFailure, ...]:
    return tuple(
        StoredFailure(output.item, stage, output.failure)
        for stage, outputs in (("read", read), ("extract", extracted))
        for output in outputs
        if output.failure is not None
    )


def _versions(
    work: Workplace, items: Sequence[Extracted], rules: decide.Policy
) -> tuple[tuple[str, str], ...]:
    """(component, version) of everything that had a say; an item's own inputs stand in its rule after "+"."""
    readers = sorted({item.read.rule.split("+")[0] for item in items})
    extractors = sorted({item.extracted.rule.split("+")[0] for item in items})
    models = sorted({model for item in items if (model := model_of(item.extracted)) is not None})
    return (
        ("tizme", __version__),
        ("tables", table_digest()),
        *(("reader", version) for version in readers),
        *(("extract", version) for version in extractors),
        *(("llm", version) for version in models),
        ("engine", work.settings.engine),
        ("policy", f"{rules.id} {rules.digest}"),
    )


def _groups(sources: Sequence[OneSource]) -> tuple[tuple[str, ...], ...]:
    return tuple(group.items for group in sources)


def _record(work: Workplace, run: Run, made: Sequence[Made], *, failed: int) -> bool:
    """Record the run unless it is the one recorded last; whether it was."""
    last = work.ledger.events(RAN)
    if last and last[-1].body["run"] == run.id and last[-1].body["failed"] == failed:
        return False
    body = {
        "run": run.id,
        "policy": run.policy,
        "rules": [list(rule) for rule in run.rules],
        "outputs": {output.stage: {"file": output.file, "sha256": output.digest} for output in made},
        "persons": len(run.persons),
        "failed": failed,
    }
    work.ledger.append(RAN, body)
    return True
