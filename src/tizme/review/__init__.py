"""What people judged.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
