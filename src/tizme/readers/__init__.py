"""Adapters that turn an item's bytes into a Document.

Reads: bytes, tables/readers and tables/text. Writes: nothing; gives back a Document or a ReadFailure.
Never: parses a hostile format in this process, drops an item, or raises on account of its bytes.
"""

from tizme.readers.limits import DEFAULT, Limits
from tizme.readers.read import READER_VERSION, read_bytes
from tizme.readers.sniff import sniff
from tizme.readers.worker import WORKER

__all__ = ["DEFAULT", "READER_VERSION", "WORKER", "Limits", "read_bytes", "sniff"]
