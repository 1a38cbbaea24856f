"""Bytes kept write-once, and the ledger of what happened to them.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
