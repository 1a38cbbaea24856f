"""Parts of a person's name and the comparison of two names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameParts:
    """A written name taken apart. Every part is in the nominative, in the script it came in.

    Attributes:
        given, family: "" where the words give none.
        father: The father's *given name*, bare ("Асан" from "Асанович", "Асан уулу"); "" where none.
        patronymic: The patronymic as written, in the nominative.
        other: Ranks, nicknames and call signs that stood with the name.
        script: "Cyrl" or "Latn".
        doubt: 0 where the reading is plain, towards 1 where order or part is a guess.
    """

    as_written: str
    nominative: str
    given: str
    father: str
    family: str
    script: str
    patronymic: str = ""
    other: tuple[str, ...] = ()
    sex: str = ""  # "male" | "female" | "" from the forms themselves
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How likely two written names are the same person's name.

    Attributes:
        probability: 0..1, that both are written for one name.
        weight_bits: log2 of the likelihood ratio; 0 says nothing either way.
        reasons: Codes with their parts, e.g. "given:agree-by-form", "father:contradicted".
    """

    probability: float
    weight_bits: float
    reasons: tuple[str, ...]
