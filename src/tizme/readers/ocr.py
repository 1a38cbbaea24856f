"""Words in pictures, through the program tesseract: what it needs, what it sees, how sure it is.

The program gets a picture that was decoded and drawn anew here, on its standard input, and answers on its
standard output: it opens no file of ours, and nothing of the item touches the disk.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tizme.readers.failure import UnreadableError
from tizme.readers.page_lines import CUT, PageLine, PageWord
from tizme.tables import rows
from tizme.text import detect_language

if TYPE_CHECKING:
    from PIL.Image import Image

PROGRAM = "tesseract"
# Words below this confidence (0..1) are called doubtful: tesseract's own words for a guess begin about here.
DOUBTFUL = 0.6
# A picture is read at about 300 dpi; a page narrower than this many dots was scanned coarser.
_COARSE_WIDTH = 1300
_MOST_DOTS = 60_000_000
# Below this share of sure words a page is taken to lie on its side, and the program is asked which way.
# An upright page of clean print is at 0.97 and more, one upside down at 0.35.
_LIES_ON_ITS_SIDE = 0.6
# A language's own pack may be a little less sure of itself than the first look.
_NEARLY_AS_SURE = 0.1
_FEWEST_LETTERS = 20
_SECONDS_A_PAGE = 120
_TURN = re.compile(r"Rotate:\s*(\d+)")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands on one page, block by block.

    Attributes:
        packs: The language packs that read it.
        turned: By how many degrees clockwise the picture had to be turned first.
    """

    lines: tuple[tuple[PageLine, ...], ...]
    packs: str
    turned: int = 0

    def words(self) -> list[PageWord]:
        return [word for block in self.lines for line in block for word in line.words]


def missing_part() -> str:
    """What has to be installed before pictures can be read, "" where nothing is missing."""
    if importlib.util.find_spec("PIL") is None:
        return "install Pillow (in a clone `pip install '.[ocr]'`)"
    if program() == "":
        return (
            "install the program tesseract and its language packs (on Debian `apt-get install tesseract-ocr "
            "tesseract-ocr-rus tesseract-ocr-kir tesseract-ocr-uzb tesseract-ocr-uzb-cyrl tesseract-ocr-tgk "
            "tesseract-ocr-kaz tesseract-ocr-ukr`)"
        )
    return ""


@lru_cache(maxsize=1)
def program() -> str:
    """Where tesseract is, "" where it is not."""
    return shutil.which(PROGRAM) or ""


def read_page(picture: Image, *, lang: str) -> Seen:
    """The words of one page, in the language that is named or else found from a first look.

    Args:
        lang: One of text.LANGUAGES, "" where it is not known.
    """
    drawn, scale = _drawn(picture)
    first = _seen(drawn, lang, scale)
    if _sure_share(first) < _LIES_ON_ITS_SIDE and (degrees := _turn(drawn)):
        drawn, scale = _drawn(picture.rotate(-degrees, expand=True))
        upright = replace(_seen(drawn, lang, scale), turned=degrees)
        if _sure_share(upright) > _sure_share(first):
            first = upright
        else:
            drawn, scale = _drawn(picture)
    if lang or len("".join(word.text for word in first.words())) < _FEWEST_LETTERS:
        return first
    found = detect_language(" ".join(word.text for word in first.words()))
    second = replace(_seen(drawn, found, scale), turned=first.turned)
    return second if _sure_share(second) >= _sure_share(first) - _NEARLY_AS_SURE else first


def packs_for(lang: str, installed: frozenset[str]) -> str:
    """The installed packs for a language, joined by "+"; what there is where its own is missing."""
    wanted = next(
        row["packs"] for row in rows("readers/ocr_languages.csv", "lang", "packs") if row["lang"] == lang
    )
    found = [pack for pack in wanted.split("+") if pack in installed]
    return (
        "+".join(found)
        or "+".join(sorted(installed & {"rus", "eng"}))
        or next(iter(sorted(installed)), "eng")
    )


@lru_cache(maxsize=1)
def installed_packs() -> frozenset[str]:
    """The language packs that tesseract finds."""
    answer = subprocess.run(  # noqa: S603  (the one program, found by its name; no words of an item reach it so)
        [program(), "--list-langs"], capture_output=True, text=True, timeout=30, check=False
    )
    return frozenset(line.strip() for line in answer.stdout.splitlines()[1:]) - {"osd", ""}


def _seen(drawn: bytes, lang: str, scale: float) -> Seen:
    packs = packs_for(lang, installed_packs())
    answer = _ask(drawn, "-l", packs, "--psm", "3", "tsv")
    return Seen(tuple(_blocks(answer, scale)), packs)


def _ask(drawn: bytes, *arguments: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603  (likewise; the picture goes to its standard input)
            [program(), "stdin", "stdout", *arguments],
            input=drawn,
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        said = f"A page took tesseract longer than {_SECONDS_A_PAGE} seconds; scan it coarser or cut it up."
        raise UnreadableError("timed-out", said) from error
    if answer.returncode:
        said = " ".join(answer.stderr.decode("utf-8", "replace").split())[:200]
        raise UnreadableError("crashed", f"tesseract broke down on this picture ({said}); save it once more.")
    return answer.stdout.decode("utf-8", "replace")


def _turn(drawn: bytes) -> int:
    """By how many degrees the page has to be turned clockwise to stand upright, 0 where nothing tells."""
    try:
        found = _TURN.search(_ask(drawn, "--psm", "0"))
    except UnreadableError:  # too few letters to tell
        return 0
    return int(found.group(1)) if found else 0


def _drawn(picture: Image) -> tuple[bytes, float]:
    """The picture in grey as PNM, and the factor from its dots back to the picture's own."""
    from PIL import Image as Images

    width, height = picture.size
    if width * height > _MOST_DOTS:
        said = f"The picture has {width} x {height} dots, more than {_MOST_DOTS}; save it smaller."
        raise UnreadableError("too-large", said)
    grey = picture.convert("RGBA") if "A" in picture.getbands() or picture.mode == "P" else picture
    if grey.mode == "RGBA":  # black on nothing is black on white
        grey = Images.alpha_composite(Images.new("RGBA", grey.size, "white"), grey)
    grey, scale = grey.convert("L"), 1.0
    if width < _COARSE_WIDTH:
        scale = 0.5
        grey = grey.resize((width * 2, height * 2), Images.Resampling.LANCZOS)
    head = f"P5 {grey.width} {grey.height} 255\n".encode()
    return head + grey.tobytes(), scale


def _blocks(tsv: str, scale: float) -> list[tuple[PageLine, ...]]:
    """tesseract's table of words as lines, per block."""
    blocks: dict[str, dict[tuple[str, str], list[PageWord]]] = {}
    for line in tsv.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (float(one) * scale for one in cells[6:10])
        confidence = max(0.0, float(cells[10]) / 100)
        word = PageWord(_own_letters(cells[11].strip()), (left, top, left + width, top + height), confidence)
        blocks.setdefault(cells[2], {}).setdefault((cells[3], cells[4]), []).append(word)
    return [tuple(PageLine(_with_cut(words)) for words in lines.values()) for lines in blocks.values()]


def _with_cut(words: list[PageWord]) -> tuple[PageWord, ...]:
    """A hyphen at a line's end may cut a word: "Турган-" over "баев"."""
    last = words[-1]
    if len(last.text) > 1 and last.text[-1] in "-‐¬" and last.text[-2].isalpha():
        words = [*words[:-1], PageWord(last.text[:-1] + CUT, last.box, last.confidence)]
    return tuple(words)


def _own_letters(word: str) -> str:
    """The word in one alphabet where all that is Latin in a Cyrillic word looks the same in both."""
    if not _CYRILLIC.search(word) or not _LATIN.search(word):
        return word
    alike = _alike()
    own = set(_CYRILLIC.findall(word)) - set(alike.values())  # letters that only Cyrillic has
    if own and all(letter in alike for letter in _LATIN.findall(word)):
        return "".join(alike.get(char, char) for char in word)
    return word


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    return {row["latin"]: row["cyrillic"] for row in rows("readers/ocr_letters.csv", "latin", "cyrillic")}


def _sure_share(seen: Seen) -> float:
    words = seen.words()
    return sum(word.confidence >= DOUBTFUL for word in words) / len(words) if words else 0.0
