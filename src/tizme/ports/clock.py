"""Where the time of day comes from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> str:
        """UTC, RFC 3339 to the second with a trailing "Z"."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> str:
        """UTC, RFC 3339 to the second with a trailing "Z"."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
