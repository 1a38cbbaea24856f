"""Mentions and claims, each with its exact words.

Reads: a Document's text, passages, sections and rows. Writes: an Extraction.
Never: invents a day, follows an advertisement, or changes a letter of a quote.
"""

from tizme.extract.whole import RULE_VERSION, extract_document, extract_text

__all__ = ["RULE_VERSION", "extract_document", "extract_text"]
