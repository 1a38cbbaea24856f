"""Template filters: codes and normal forms in words."""

from django import template

from tizme.web import words

register = template.Library()
register.filter("code_words", words.code_words)
register.filter("property_words", words.property_words)
register.filter("date_words", words.date_words)


@register.filter
def short(sha256: str) -> str:
    """Enough of a digest to tell items apart by eye."""
    return sha256[:12]


@register.filter
def times(count: int, word: str) -> str:
    """A number with its noun: ``{{ 1|times:"item" }}``."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
