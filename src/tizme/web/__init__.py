"""Pages over a case on this machine.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
