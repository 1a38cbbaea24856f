"""Dates, durations and money in words.

Reads: see the modules. Writes: values of ``model``. Never: imports a sibling room.
"""
