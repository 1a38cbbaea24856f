"""Events that rules of several modules treat alike.

A death and the news of it are both of the dead; a death and the wound it came of are one moment.
"""

from __future__ import annotations

# A death and the wound it came of; never a death and the news of it.
OF_ONE_MOMENT = frozenset({"died", "wounded", "captured", "missing", "last_contact", "seen_alive"})
OF_THE_DEAD = frozenset({"died", "death_reported"})
