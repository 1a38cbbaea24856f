"""What is remembered of words between texts, kept within bounds.

Names, places and the dictionary remember what they made of a word: joining lists of millions lives on that,
and their memories are large. A process that reads texts meets new words in every one, without end, and
the few that come again are met again soon. So what has outgrown what texts need is forgotten between texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

# Words that each memory may hold when a text begins. Some 15 memories of 250 bytes a word: 30 MB.
# `tizme measure speed` shows the memory over 10,000 texts.
MOST_WORDS = 8_000
_EVERY = 32  # texts between two looks, each of a third of a millisecond
_CACHE = type(lru_cache(maxsize=1)(len))
_texts = 0


def forget_rare_words() -> None:
    """Forget what has grown too large; called before each text. It changes no result."""
    global _texts  # noqa: PLW0603  (a counter of this process; a lost count only moves the next look)
    _texts += 1
    if _texts % _EVERY == 0:
        for memory in _memories():
            if memory.cache_info().currsize > MOST_WORDS:
                memory.cache_clear()


def _memories() -> Iterator[Any]:
    """Every bounded memory of a module of ours that may hold more than texts need."""
    for name, module in list(sys.modules.items()):
        if name.startswith("tizme."):
            for value in list(vars(module).values()):
                if isinstance(value, _CACHE) and (value.cache_info().maxsize or 0) > MOST_WORDS:
                    yield value
