"""The recogniser of names that ships: chains of labels over features, and for Russian a small network.

Reads: text, tables/names, tables/places, the weights in ``recogniser.npz``. Writes: ``ports.NamedSpan``.
Never: fetches anything, or learns from what it reads. How it was made: docs/models/recogniser.md.
"""

from tizme.engines.recogniser.engine import MODEL_PATH, ShippedRecogniser, shipped_recogniser

__all__ = ["MODEL_PATH", "ShippedRecogniser", "shipped_recogniser"]
