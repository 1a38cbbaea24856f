"""Open a case, run its stages in order, say where it stands.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
