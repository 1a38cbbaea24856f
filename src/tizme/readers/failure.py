"""How a parser says that it cannot go on; it never leaves this room."""

from __future__ import annotations

import re

from tizme.model import ReadFailure

_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
_DETAIL_LENGTH = 300


class UnreadableError(Exception):
    """Carries the failure row that the item's reading ends with."""

    def __init__(self, reason: str, detail: str) -> None:
        self.failure = ReadFailure(reason, detail)
        super().__init__(detail)


def failure_of(error: BaseException, *, media_type: str) -> ReadFailure:
    """The failure row for whatever a parser raised.

    Memory addresses are taken out of the message: two runs over the same bytes say the same.
    """
    if isinstance(error, UnreadableError):
        return error.failure
    if isinstance(error, MemoryError):
        return ReadFailure(
            "too-large",
            "Reading it needs more memory than one item may have; split the file, or raise the limit.",
        )
    said = _ADDRESS.sub("0x…", " ".join(str(error).split()))[:_DETAIL_LENGTH]
    return ReadFailure(
        "malformed",
        f"The reader for {media_type} could not follow it ({type(error).__name__}: {said}); "
        "open the file, save it again in the same format, and add that as well.",
    )
