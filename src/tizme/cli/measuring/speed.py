"""How fast one core reads texts, by language, beside what it does in plain Python and in a peer."""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from tizme.cli.measuring.named_texts import NamedText
from tizme.cli.measuring.recognising import natasha_finder
from tizme.cli.measuring.shared import annotation_of, find_texts, gold_files
from tizme.extract import RULE_VERSION, extract_text

# Rounds of the yardstick: about 70 ms on a core of 2024.
_ROUNDS = 1_000_000
_WARM_UP_CHARS = 300
_PEER = "natasha (names, ru)"


@dataclass(frozen=True, slots=True)
class LanguageSpeed:
    """Code points a second of processor time: words met for the first time, and the same texts again."""

    lang: str
    characters: int
    first: float
    again: float


@dataclass(frozen=True, slots=True)
class SpeedMeasured:
    """Speed on one core.

    Attributes:
        yardstick: Rounds of an empty counting loop a second of processor time, in millions: how fast this
            core was meanwhile.
        characters_per_mega_round: Code points read (again) in the time of a million rounds: a figure that
            another machine, or a busy one, leaves about as it is.
        held: (texts read, MiB that the process holds then), ten times on the way.
        peers: (name, code points a second or the reason why there is none).
    """

    rule: str
    languages: tuple[LanguageSpeed, ...]
    characters_per_second: float
    yardstick: float
    characters_per_mega_round: float
    held: tuple[tuple[int, float], ...]
    peers: tuple[tuple[str, str], ...]


def measure_speed(shared: Path, *, documents: int, tell: Callable[[str], None]) -> SpeedMeasured:
    """Read the annotated texts twice, made ones once, and let the peers read the Russian ones."""
    texts: dict[str, list[str]] = {}
    for path in (*gold_files(shared), *find_texts("open")):
        text = path.with_suffix(".txt").read_bytes().decode()
        texts.setdefault(annotation_of(path)["lang"], []).append(text)
    for lang, some in texts.items():
        extract_text(some[0][:_WARM_UP_CHARS], lang=lang)
    before = yardstick()
    speeds = tuple(_language(lang, some) for lang, some in sorted(texts.items()))
    after = yardstick()
    rounds = (before + after) / 2
    again = sum(one.characters for one in speeds) / sum(one.characters / one.again for one in speeds)
    tell(f"reading {documents} made texts")
    held = _memory([text for some in texts.values() for text in some], documents, tell)
    return SpeedMeasured(
        RULE_VERSION, speeds, again, rounds / 1e6, again / (rounds / 1e6), held,
        (_natasha(texts.get("ru", [])),),
    )  # fmt: skip


def yardstick() -> float:
    """Rounds a second of processor time of a loop that only counts: the best of three."""
    best = float("inf")
    for _ in range(3):
        began, total = process_time(), 0
        for number in range(_ROUNDS):
            total += number
        best = min(best, process_time() - began)
    return _ROUNDS / best


def _language(lang: str, texts: list[str]) -> LanguageSpeed:
    characters = sum(map(len, texts))
    seconds = []
    for ending in ("", " "):  # another text for every cache of whole texts, the same words
        began = process_time()
        for text in texts:
            extract_text(text + ending, lang=lang, published="2023-03-14")
        seconds.append(process_time() - began)
    return LanguageSpeed(lang, characters, characters / seconds[0], characters / seconds[1])


def _memory(texts: list[str], documents: int, tell: Callable[[str], None]) -> tuple[tuple[int, float], ...]:
    """(texts read so far, MiB held), ten times on the way, over texts no two of which are alike."""
    held = []
    for number in range(1, documents + 1):
        # Words that no text had before, as many as a page of news brings, so that whatever is remembered of
        # words is filled as well.
        strange = " ".join(
            f"Жолдошбек{number:x}{'абвгде'[n]} Абдыкадыр{number:x}{'абвгде'[n]}ов" for n in range(_STRANGE)
        ).translate(_AS_LETTERS)
        text = f"{texts[number % len(texts)]}\n{strange}, {number % 60 + 18} лет.\n"
        extract_text(text, published="2023-03-14")
        if number % max(1, documents // 10) == 0:
            held.append((number, _resident() / 1024))
            tell(f"{number:,} texts: {held[-1][1]:.0f} MiB")
    return tuple(held)


_STRANGE = 6
_AS_LETTERS = str.maketrans("0123456789abcdef", "абвгдежзиклмнопр")


def _resident() -> int:
    """KiB that the process holds, or held at most so far where the system does not say the first."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text().partition("VmRSS:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _natasha(texts: list[str]) -> tuple[str, str]:
    """Names alone by natasha's neural models: a part of what extraction does."""
    find = natasha_finder()
    if find is None:
        return _PEER, "not installed (pip install natasha 'setuptools<81')"
    find(NamedText("", "ru", texts[0][:_WARM_UP_CHARS], ()))
    began = process_time()
    for text in texts:
        find(NamedText("", "ru", text, ()))
    return _PEER, f"{sum(map(len, texts)) / (process_time() - began):,.0f}"


def tell_speed(measured: SpeedMeasured) -> str:
    """A row for each language, then the machine, the memory and the peers."""
    lines = [
        f"characters a second of one core, {measured.rule}",
        f"{'language':<12}{'characters':>12}{'first time':>12}{'again':>12}",
    ]
    lines += [
        f"{one.lang:<12}{one.characters:>12,}{one.first:>12,.0f}{one.again:>12,.0f}"
        for one in measured.languages
    ]
    lines += [
        f"all, again: {measured.characters_per_second:,.0f}",
        f"this core meanwhile: {measured.yardstick:.1f} million rounds of a counting loop a second",
        f"characters in the time of a million rounds: {measured.characters_per_mega_round:,.0f}",
        "memory: " + ", ".join(f"{mib:.0f} MiB after {number:,} texts" for number, mib in measured.held),
    ]
    lines += [f"{name}: {said}" for name, said in measured.peers]
    return "\n".join(lines)
