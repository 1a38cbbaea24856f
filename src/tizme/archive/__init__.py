"""Bytes kept write-once, and the ledger of what happened to them.

Reads: bytes as they were handed in. Writes: the archive's files, the ledger and its head.
Never: changes or deletes what was captured; judges what it says.
"""

from tizme.archive.check import Finding, check_archive, check_derived, check_ledger
from tizme.archive.ledger import Ledger
from tizme.archive.lines import GENESIS, Broken, Event
from tizme.archive.vault import Archive, Stored

__all__ = [
    "GENESIS",
    "Archive",
    "Broken",
    "Event",
    "Finding",
    "Ledger",
    "Stored",
    "check_archive",
    "check_derived",
    "check_ledger",
]
