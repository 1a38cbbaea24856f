"""Django models without behaviour, and the repository over them.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
