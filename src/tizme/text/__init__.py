"""Text as it came: fold without moving an offset, split, tell script and language.

Reads: strings. Writes: nothing. Never: changes the length of a text.
"""

from tizme.text.fold import fold, fold_many
from tizme.text.language import LANGUAGES, detect_language, normal_language
from tizme.text.script import script_of
from tizme.text.tokens import Token, is_abbreviation, paragraphs, sentence_openers, sentences, tokens

__all__ = [
    "LANGUAGES",
    "Token",
    "detect_language",
    "fold",
    "fold_many",
    "is_abbreviation",
    "normal_language",
    "paragraphs",
    "script_of",
    "sentence_openers",
    "sentences",
    "tokens",
]
