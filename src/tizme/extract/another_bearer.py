"""When a name that looks like one met before is a relative's: "A. Abenova" beside "D. K. Abenov".

Initials, fathers and endings tell them apart: "Нурбек Аширали уулу" is not "Нурбек Аширов".
"""

from __future__ import annotations

from tizme.extract.annotate import Sentence
from tizme.extract.discourse import Discourse
from tizme.extract.name_stems import alike
from tizme.extract.people import stem
from tizme.names import sex_of, token_kinds
from tizme.text import fold

ANOTHER_WITHIN = 2  # tokens from "another" to the words for somebody
FULL_INITIALS = 2  # initials that leave no doubt who is meant, whatever case the family name is in
_HIS, _HERS = ("ov", "ev", "in"), ("ova", "eva", "ina")  # endings of family names
_VOWELS = "аеиоуыэюяйі"


def says_another(sentence: Sentence, first: int, discourse: Discourse) -> bool:
    """ "іншого громадянина Узбекистану": whoever follows is not the one told of, whatever he is called."""
    before = sentence.words[max(0, first - ANOTHER_WITHIN) : first + 1]
    return any(t.low in discourse.grammar.another for t in before)


def another_bearer(written: str, known: str, lang: str) -> bool:
    """ "Кочкоров Н." beside "Кочкоров Эрмек", "A. Abenova" beside "D. K. Abenov": a relative."""
    if _fathers_differ(written, known, lang):
        return True
    own, others = _initials(written), _initials(known)
    if not own or not others:
        return False
    if not own & others or _other_given(written, known):
        return True
    if len(own) >= FULL_INITIALS and lang in {"ru", "uk"} and own <= _initials_of_rest(known):
        return False  # "Раджабова К. Н.": the genitive of Раджабов Комрон Негматович
    shortened = "." in written or "." in known  # "гр. Сатторовій Х. Р.", "Ваш син Сатторов Джамшед"
    return shortened and {sex_of(written, lang=lang), sex_of(known, lang=lang)} == {"male", "female"}


def _other_given(written: str, known: str) -> bool:
    """ "Холов А. Д." beside "Давлат Холов": the first initial is a given name's, and not his."""
    parts = written.casefold().replace(".", ". ").split()
    family = [part for part in parts if len(part) > len("A.")]
    given = next((part[0] for part in parts if len(part) == len("A.") and part.endswith(".")), "")
    rest = [p for p in known.casefold().split() if not any(alike(stem(p), stem(f)) for f in family)]
    whole = rest and not any(p.endswith(".") for p in rest)
    return bool(len(family) == 1 and given and whole and len(rest) < len(known.split())) and not any(
        p[0] == given for p in rest
    )


def _initials_of_rest(name: str) -> set[str]:
    """The first letters of a name's parts, none of which is an initial itself."""
    parts = name.casefold().split()
    return set() if any(part.endswith(".") for part in parts) else {part[0] for part in parts}


def of_the_other_sex(written: str, known: str) -> bool:
    """ "Ismailov" beside "Roza Ismailova": English leaves no ending off, so it is her son."""
    last = fold(written).split()[-1]
    parts = fold(known).split()
    return (last.endswith(_HIS) and last + "a" in parts) or (last.endswith(_HERS) and last[:-1] in parts)


def _fathers_differ(written: str, known: str, lang: str) -> bool:
    """ "Нурбек Аширали уулу" is not "Нурбек Аширов"; "Бекзат Абдулла уулу" is "Бекзат Абдуллаев"."""
    own, others = _father(written, lang), _father(known, lang)
    if bool(own) == bool(others):
        return False
    father, name = (own, known) if own else (others, written)
    families = [stem(part) for part in name.split()[:3] if "family" in token_kinds(part, lang=lang)]
    whole = written if own else known
    if any(stem(part) in families for part in whole.split() if fold(part) != father):
        return False  # "Norqulov Abdusalom Eshmurod o'g'li" is Abdusalom Norqulov
    bare = father.rstrip(_VOWELS)
    return bool(families) and not any(one.rstrip(_VOWELS) == bare for one in families)


def _father(name: str, lang: str) -> str:
    """The folded name right before a word for son or daughter, "" where there is none."""
    parts = name.split()
    for at, part in enumerate(parts):
        if at and "patronymic-marker" in token_kinds(part, lang=lang):
            return fold(parts[at - 1])
    return ""


def _initials(name: str) -> set[str]:
    """The initials of a name, or the first letters of its parts where it has none."""
    parts = name.casefold().replace(".", ". ").split()
    short = {part[0] for part in parts if part.endswith(".") and len(part) == len("A.")}
    return short or ({part[0] for part in parts} if len(parts) > 1 else set())
