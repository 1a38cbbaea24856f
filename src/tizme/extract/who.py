"""The people and groups of a text while it is being read, and the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tizme.extract.cues import Hit

# Relations in which a man may stand.
MALE_KIN = frozenset({"brother", "cousin", "son", "nephew", "uncle", "brother_in_law", "husband"})


@dataclass(slots=True)
class Who:
    """A person or group while the text is being read."""

    id: str
    label: str
    role: str = "subject"
    named: bool = False
    group: bool = False
    name: str = ""
    sex: str = ""
    keys: set[str] = field(default_factory=set)
    age: str = ""
    origin: set[str] = field(default_factory=set)
    relation: str = ""
    anchor: Who | None = None
    head: str = ""
    paragraph: int = -1
    last_paragraph: int = -1
    since: int = -1  # index of the sentence that brought them in
    by_kin: bool = False  # brought in as somebody's husband or son
    entry: int | None = None
    born: int = 0  # year of birth, 0 where none was told beside the name
    homes: set[str] = field(default_factory=set)  # ids of places at home told beside the name
    namesake: Who | None = None  # somebody met before who has the same name and is another


@dataclass(slots=True)
class Ref:
    """Words that stand for somebody: tokens ``[first, last]`` of a sentence."""

    who: Who
    start: int
    stop: int
    first: int
    last: int
    form: str  # name | nominal | pronoun
    sentence: int
    new: bool = False
    kin: Hit | None = None
    says_sex: str = ""  # male | female where the noun itself says so ("yigit", "громадянин")


@dataclass(slots=True)
class KinLink:
    """Somebody is somebody's relative, and the words that say so."""

    anchor: Who
    relation: str
    relative: Who
    start: int
    stop: int
    sentence: int
