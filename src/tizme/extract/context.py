"""Mentions get the recogniser's exact words; people whom no rule speaks of come in as context."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tizme.extract.name_stems import keys_agree, name_keys
from tizme.extract.recognised import trusted
from tizme.extract.who import Who
from tizme.model import Mention
from tizme.names import nominative

CONTEXT = "context"


def with_persons(
    mentions: Iterable[Mention],
    persons: Sequence[tuple[int, int]],
    everyone: Sequence[Who],
    text: str,
    *,
    lang: str,
) -> tuple[set[Mention], list[Who]]:
    """The mentions with the recogniser's names among them, and the people who come in by these alone.

    Args:
        everyone: Whom the rules brought in, whether or not anything is said of them.
    """
    kept = set(mentions)
    names = sorted((m for m in kept if m.form == "name"), key=lambda m: (m.start, m.stop))
    met = [who for who in everyone if who.named and not who.group]
    added: list[Who] = []
    for start, stop in persons:
        over = [m for m in names if m.start < stop and start < m.stop]
        if over:
            if len(over) == 1 and trusted(lang) and not _same_but_stop(over[0], start, stop, text):
                kept.discard(over[0])
                names.remove(over[0])  # it may have held two names: the second is looked for on its own
                kept.add(replace(over[0], start=start, stop=stop))
            continue
        who = _bearer(text[start:stop], [*met, *added], lang)
        if who is None:
            name = nominative(text[start:stop], lang=lang)
            who = Who(f"c{len(added) + 1}", name, CONTEXT, named=True, name=name, keys=name_keys(name))
            added.append(who)
        elif who in met and who not in added:
            added.append(who)
        kept.add(Mention(who.id, start, stop, "name"))
    return kept, added


def _same_but_stop(mention: Mention, start: int, stop: int, text: str) -> bool:
    """Whether two ranges are one, or differ by the full stop behind an initial alone."""
    ends = {stop, stop + 1} if text[stop : stop + 1] == "." else {stop}
    return mention.start == start and mention.stop in ends


def _bearer(written: str, people: Sequence[Who], lang: str) -> Who | None:
    """The one among the people whose name this can be; None where none or several can."""
    keys = name_keys(nominative(written, lang=lang).replace(".", " "))
    found = [who for who in people if keys_agree(keys, who.keys)]
    return found[0] if len(found) == 1 else None
