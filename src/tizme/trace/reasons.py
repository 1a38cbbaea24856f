"""Codes of reasons that several parts of a search share."""

# Ends of codes: what one side leaves out, or what cannot be told, speaks neither for nor against.
NEITHER = (":left-out", ":not-comparable", ":doubtful")
