"""Write what the tool prints into README.md's marked blocks: ``make readme``.

tests/test_register.py fails when README shows anything that the tool does not print.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
ELLIPSIS = "      …"
# As his wife might write it: Turkish letters, half an age, the father in another alphabet.
SOUGHT = "Turganbaew Mirbek, father's name Кенеш, about 27"


def tizme(*words: str, folder: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tizme", *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def first_reasons(shown: str) -> str:
    """The head of a person, and under each reason for the fate only the line with the day of death."""
    # Not every person has something against; the reasons end where the next heading begins.
    lines = re.split(r"\n(?:Against|Conflicts|Open|Timeline)\b", shown, maxsplit=1)[0].splitlines()
    start = lines.index("For") + 1
    kept = lines[:start]
    for line in lines[start:]:
        if line.startswith("  - ") or ("died.date" in line and not any("died.date" in one for one in kept)):
            kept.append(line)
        elif line.strip() and kept[-1] != ELLIPSIS:
            kept.append(ELLIPSIS)
    return "\n".join(kept)


def with_block(page: str, mark: str, words: str) -> str:
    """``page`` with ``words`` in the first fenced block below the comment that starts with ``mark``."""
    start = page.index("```\n", page.index(f"<!-- {mark}"))
    indent = " " * (start - page.rindex("\n", 0, start) - 1)
    stop = page.index("```", start + 3)
    block = "".join(f"{indent}{line}".rstrip() + "\n" for line in words.splitlines())
    return page[:start] + "```\n" + block + indent + page[stop:]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = with_block(README.read_text(encoding="utf-8"), "demo", tizme("demo", folder=folder))
        person = tizme("show", "demo-case", "Турганбаев", folder=folder)
        found = tizme("trace", "--in", "demo-case", SOUGHT, folder=folder)
    page = with_block(page, "show", first_reasons(person))
    asked = f'$ tizme trace --in demo-case "{SOUGHT}"'
    README.write_text(with_block(page, "trace", f"{asked}\n{found}"), encoding="utf-8")


if __name__ == "__main__":
    main()
