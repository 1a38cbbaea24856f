"""Mentions and claims, each with its exact words.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
