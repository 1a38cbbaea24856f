"""Open a case, run its stages in order, say where it stands.

Reads: a case folder (layout.py draws it) and the files that are added to it. Writes: that folder, and the
store that its case.toml names. Never: reports as done what is not on the disk and in the ledger.
"""

from tizme.case.case import Added, Case, check_intact
from tizme.case.items import CapturedItem
from tizme.case.layout import Layout
from tizme.case.policies import Move, PolicyChange
from tizme.case.progress import Progress, Silent
from tizme.case.settings import Settings
from tizme.case.sidecar import Provenance, read_sidecar
from tizme.case.stages import Outcome
from tizme.case.standing import Standing
from tizme.case.suggesting import Heard, Held
from tizme.case.workplace import Workplace

__all__ = [
    "Added",
    "CapturedItem",
    "Case",
    "Heard",
    "Held",
    "Layout",
    "Move",
    "Outcome",
    "PolicyChange",
    "Progress",
    "Provenance",
    "Settings",
    "Silent",
    "Standing",
    "Workplace",
    "check_intact",
    "read_sidecar",
]
