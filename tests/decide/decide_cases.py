"""Invented claims and items, in the fewest words."""

from __future__ import annotations

from tizme.decide import ItemFacts
from tizme.model import Capture, Claim, Evidence, Interest, Polarity, Source, SourceKind, Subject, short_id

P1 = Subject(id="s1", named=True, group=False, label="Асан Токтосунов", name="Асан Токтосунов")


def claim(
    prop,
    value="true",
    *,
    item="a",
    evidence="press",
    polarity="affirmed",
    speakers=(),
    said="2023-06-14",
    subject="s1",
    quote="слова",
    start=0,
):
    return Claim(
        id=short_id("c", item, subject, prop, value, evidence, polarity, *speakers, said),
        item=item,
        subject=subject,
        property=prop,
        value=value,
        start=start,
        stop=start + len(quote),
        quote=quote,
        evidence=Evidence(evidence),
        polarity=Polarity(polarity),
        speakers=tuple(speakers),
        said_on=said,
        rule="test@1",
    )


def item(
    key,
    *,
    name=None,
    kind="press",
    interest="none",
    text="",
    subjects=(P1,),
    published="",
    origin="",
    links=(),
    repeats=(),
):
    source = Source(
        name=f"Outlet {'ABCDEFGHIJ'[sum(map(ord, key)) % 10] * 4}" if name is None else name,
        kind=SourceKind(kind),
        interest=Interest(interest),
    )
    capture = Capture(
        key, 1, origin or "handed over", "2024-12-01T00:00:00Z", "me", "t", "text/plain", "a.txt", "", source
    )
    return ItemFacts(
        item=key,
        source=source,
        captures=(capture,),
        published=published,
        text=text,
        links=tuple(links),
        repeats=tuple(repeats),
        subjects=tuple(subjects),
    )


def facts(*items):
    return {one.item: one for one in items}
