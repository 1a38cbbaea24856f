"""Stable names for things, derived from what the things are.

Two rebuilds of the same inputs must give the same bytes, so nothing here
counts, draws or looks at a clock.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

SHORT_HEX = 16  # 64 bits: at ten million ids the chance of one clash is below 1e-5


def sha256_hex(content: bytes) -> str:
    """The SHA-256 of ``content`` in lower-case hexadecimal, 64 characters."""
    return hashlib.sha256(content).hexdigest()


def canonical_json(value: Any) -> str:
    """One line of JSON that is the same for equal values: keys sorted, no spaces, no escapes.

    Raises:
        ValueError: the value holds NaN or an infinity, which JSON cannot say.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def short_id(prefix: str, *parts: object) -> str:
    """An id such as ``"c-3f2a…"`` that depends on ``parts`` alone, 16 hex digits long."""
    return f"{prefix}-{sha256_hex(canonical_json([str(part) for part in parts]).encode())[:SHORT_HEX]}"
