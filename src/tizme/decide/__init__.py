"""Fate and whereabouts by a published policy, with reasons.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
