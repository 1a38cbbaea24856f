"""How many people are on no list, from the overlap of the lists. Empty in this version.

Reads: nothing yet; later counts by list, never names. Writes: nothing yet; later estimates with their bounds.
Never: prints a number without the model and the diagnostics that it rests on.
"""
