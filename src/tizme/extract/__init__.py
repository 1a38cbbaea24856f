"""Mentions and claims, each with its exact words.

Reads: a Document's text, passages, sections and rows. Writes: an Extraction.
Never: invents a day, follows an advertisement, or changes a letter of a quote.
"""

import sys
from types import ModuleType

from tizme.extract.whole import RULE_VERSION, extract_document, extract_text
from tizme.model import Extraction

__all__ = ["RULE_VERSION", "extract_document", "extract_text"]


class _Door(ModuleType):
    """``tizme.extract`` is this room and, called, the Python door of the same name (design: doors)."""

    def __call__(self, text: str, lang: str | None = None, published: str | None = None) -> Extraction:
        """Everything that a plain text says; see ``extract_text``."""
        return extract_text(text, lang=lang, published=published)


sys.modules[__name__].__class__ = _Door
