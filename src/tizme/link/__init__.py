"""Records joined into clusters.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
