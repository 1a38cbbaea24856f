"""A family's question answered (a later version).

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
