"""Protocols: what the core asks of the world outside it.

Reads: nothing. Writes: nothing. Never: holds an implementation that touches a framework.
"""

from tizme.ports.clock import Clock, SystemClock
from tizme.ports.link_engine import BlockingKey, Field, Level, LinkEngine, LinkPlan, RecordFeatures
from tizme.ports.recogniser import NamedSpan, Recogniser, install_recogniser, installed_recogniser
from tizme.ports.store import Run, Store, StoredFailure

__all__ = [
    "BlockingKey",
    "Clock",
    "Field",
    "Level",
    "LinkEngine",
    "LinkPlan",
    "NamedSpan",
    "Recogniser",
    "RecordFeatures",
    "Run",
    "Store",
    "StoredFailure",
    "SystemClock",
    "install_recogniser",
    "installed_recogniser",
]
