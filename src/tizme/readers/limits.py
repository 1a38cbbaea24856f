"""What one file may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading one item; past any of them the item is kept and the failure stored.

    Attributes:
        seconds: Wall-clock time, and processor time, of the parser.
        ocr_seconds: The same for an item whose words are read off pictures.
        memory_bytes: Address space of the parser's process, libraries included.
        input_bytes: Largest file that is handed to a parser.
        output_bytes: Largest answer that is taken from a parser.
        cells: Most filled cells of one list.
    """

    seconds: float = 60.0
    ocr_seconds: float = 900.0
    memory_bytes: int = 2 * 1024**3
    input_bytes: int = 256 * 1024**2
    output_bytes: int = 256 * 1024**2
    cells: int = 1_000_000


DEFAULT = Limits()
