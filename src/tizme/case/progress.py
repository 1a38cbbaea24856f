"""What a run says while it works. It speaks only of what is already recorded."""

from __future__ import annotations

from typing import Protocol

from tizme.case.reading import Output


class Progress(Protocol):
    """Told of each step once it is safe."""

    def stage(self, name: str, count: int | None = None, of: str = "") -> None:
        """A stage begins."""
        ...

    def item(self, output: Output, *, name: str) -> None:
        """An item's output is recorded, or was found as recorded before."""
        ...


class Silent:
    """Says nothing."""

    def stage(self, name: str, count: int | None = None, of: str = "") -> None:
        """A stage begins."""

    def item(self, output: Output, *, name: str) -> None:
        """An item's output is recorded."""
