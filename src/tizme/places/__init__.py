"""The gazetteer and places in words.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
