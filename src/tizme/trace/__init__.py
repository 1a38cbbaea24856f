"""A family's question answered: who in the case may be the person sought. Empty in this version.

Reads: nothing yet; later requests, records and what the lists cover. Writes: nothing yet; later candidates,
each with reasons for and against.
Never: tells anybody who searches for whom, or pushes news of a death past the caseworker.
"""
