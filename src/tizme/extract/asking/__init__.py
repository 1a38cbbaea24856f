"""Reading with a language model that is not believed.

Reads: a Document, what the rules found in it, a model behind a port. Writes: claims that the text itself
bears out, and suggestions for a human. Never: takes a claim on a model's word.
"""

from tizme.extract.asking.ask import ask
from tizme.extract.asking.merge import MODEL_CODE_VERSION, Verified, verified

__all__ = ["MODEL_CODE_VERSION", "Verified", "ask", "verified"]
