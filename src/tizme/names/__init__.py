"""Person names: parts, forms, comparison.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
