"""Person names: parts, case forms, spellings, comparison.

Reads: tables/names. Writes: model.NameParts, model.NameComparison. Never: imports a sibling room, or
changes a name that already stands in the nominative.
"""

from tizme.names.inflect import nominative, sex_of
from tizme.names.kinds import token_kinds
from tizme.names.ocr import clean_ocr
from tizme.names.translit import bones, canon

__all__ = ["bones", "canon", "clean_ocr", "nominative", "sex_of", "token_kinds"]
