"""Person names: parts, case forms, spellings, comparison.

Reads: tables/names. Writes: model.NameParts, model.NameComparison. Never: imports a sibling room, or
changes a name that already stands in the nominative.
"""

from tizme.names.alternates import full_names, short_forms, short_relation
from tizme.names.compare import compare, compare_many, features_of_pairs, likeness, score_pairs
from tizme.names.forms import MOST_FORMS, NameForm, forms
from tizme.names.inflect import nominative, sex_of
from tizme.names.keys import NameKeys, initials_of, keys_of, language_of_name, name_keys
from tizme.names.kinds import token_kinds
from tizme.names.ocr import clean_ocr
from tizme.names.parts import parse
from tizme.names.patronymic import father_name
from tizme.names.table import NameTable, name_table
from tizme.names.translit import bones, canon, root, sexless
from tizme.names.variants import kin_items, variant_items, variant_relation
from tizme.names.vocabulary import Vocabulary

__all__ = [
    "MOST_FORMS",
    "NameForm",
    "NameKeys",
    "NameTable",
    "Vocabulary",
    "bones",
    "canon",
    "clean_ocr",
    "compare",
    "compare_many",
    "father_name",
    "features_of_pairs",
    "forms",
    "full_names",
    "initials_of",
    "keys_of",
    "kin_items",
    "language_of_name",
    "likeness",
    "name_keys",
    "name_table",
    "nominative",
    "parse",
    "root",
    "score_pairs",
    "sex_of",
    "sexless",
    "short_forms",
    "short_relation",
    "token_kinds",
    "variant_items",
    "variant_relation",
]
