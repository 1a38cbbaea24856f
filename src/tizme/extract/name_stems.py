"""Whether two written names may be one: their parts are compared as stems, and the shorter decides.

"Назарову", "Далер Назаров" and "Далера Назарова" share their stems; "Ғабит" is the father of "Ғабитұлы".
"""

from __future__ import annotations

from tizme.extract.people import stem
from tizme.text import fold

_OF_A_FATHER = ("ович", "евич", "овн", "евн", "ұлы", "улы", "қызы", "кызы", "ovich", "evich", "ovn", "evn")
# Letters that two forms of one name part share at the start: the quick question, asked first of everyone
# whom a long list has named.
HEAD = 4


def name_keys(name: str) -> set[str]:
    """Folded stems of the parts of a name; initials only where there is nothing else."""
    parts = name.split()
    keys = {stem(part) for part in parts if len(part) > 2}
    return keys or ({fold("".join(parts))} if len(parts) > 1 else set())


def keys_agree(a: set[str], b: set[str]) -> bool:
    """Every part of the shorter name has its like in the longer."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return bool(shorter) and all(any(alike(x, y) for y in longer) for x in shorter)


def alike(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if long.removeprefix(short).startswith(_OF_A_FATHER):
        return False  # "Ғабит" is the father of whoever is called "Ғабитұлы"
    return len(short) >= HEAD and long.startswith(short) and len(long) - len(short) <= 4
