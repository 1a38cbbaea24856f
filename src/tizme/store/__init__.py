"""What a person opens of a case, in SQLite or PostgreSQL, behind the Store port.

Reads: rows. Writes: rows, each once; triggers refuse every change. Never: decides, or is the only place where
evidence lives: the archive and the ledger are the truth, and the store can be made again from them.
"""

from tizme.store.connections import open_store
from tizme.store.memory import MemoryStore

__all__ = ["MemoryStore", "open_store"]
