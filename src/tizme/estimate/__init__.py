"""How many are on no list (a later version).

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
