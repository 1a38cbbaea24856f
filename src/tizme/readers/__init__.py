"""Adapters that turn an item's bytes into a Document.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
