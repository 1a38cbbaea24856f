"""Whether two versions of the code read the same out of every text: for work that may change the speed alone.

    compare_extractions.py write BEFORE.jsonl [--shared DIR]    in the version before
    compare_extractions.py write AFTER.jsonl  [--shared DIR]    in the version after
    compare_extractions.py compare BEFORE.jsonl AFTER.jsonl     exit status 1 where they differ

The texts: the annotated ones beside the product, its own under tests/gates/texts, FactRuEval and KazNERD,
whole and in pieces, and all of one language joined, since caches and discourse meet more in a long text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tizme.extract import extract_document
from tizme.model.codec import to_json
from tizme.readers import read_bytes

REPOSITORY = Path(__file__).resolve().parents[1]
DAYS = ("", "2023-03-14")


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """Name and text of everything there is."""
    own = sorted((REPOSITORY / "tests/gates/texts").rglob("*.txt"))
    joined: dict[str, list[str]] = {}
    for path in [*sorted((shared / "gold").glob("*.txt")), *own]:
        text = path.read_bytes().decode()
        joined.setdefault(path.name[:2], []).append(text)
        yield path.stem, text
    for path in sorted((shared / "data/factrueval/devset").glob("*.txt")):
        yield path.stem, path.read_bytes().decode()
    words = [line.split()[0] for line in _kazakh(shared) if line.strip()]
    for start in range(0, len(words), 2_000):
        yield f"kaznerd_{start}", " ".join(words[start : start + 2_000])
    for name, some in joined.items():
        yield f"joined_{name}", "\n\n".join(some)


def _kazakh(shared: Path) -> list[str]:
    path = shared / "data/kaznerd/IOB2_valid.txt"
    return path.read_text(encoding="utf-8").splitlines()[:60_000] if path.is_file() else []


def write(out: Path, shared: Path) -> None:
    """One line a text and day: everything that was extracted but the rule's version."""
    with out.open("w", encoding="utf-8") as stream:
        for name, text in texts(shared):
            document = read_bytes(text.encode(), name=f"{name}.txt")
            for day in DAYS:
                found = to_json(extract_document(document, item="", published=day))
                for claim in found["claims"]:
                    claim["rule"] = ""
                line = {"text": name, "day": day, "found": found}
                stream.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")


def compare(before: Path, after: Path) -> int:
    """Tell each text that reads differently; how many there are."""
    pairs = zip(before.open(encoding="utf-8"), after.open(encoding="utf-8"), strict=True)
    total = differ = 0
    for old, new in pairs:
        total += 1
        if old != new:
            differ += 1
            print(json.loads(old)["text"], json.loads(old)["day"])
            _show(json.loads(old)["found"], json.loads(new)["found"])
    print(f"{total} readings compared, {differ} differ")
    return differ


def _show(old: dict[str, list[object]], new: dict[str, list[object]]) -> None:
    for part in ("claims", "mentions", "subjects"):
        for sign, one, other in (("-", old, new), ("+", new, old)):
            for value in one[part]:
                if value not in other[part]:
                    print(f"  {sign} {part}: {json.dumps(value, ensure_ascii=False)[:200]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    writing = verbs.add_parser("write")
    writing.add_argument("out", type=Path)
    writing.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    comparing = verbs.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.verb == "write":
        write(given.out, given.shared)
    else:
        sys.exit(1 if compare(given.before, given.after) else 0)


if __name__ == "__main__":
    main()
