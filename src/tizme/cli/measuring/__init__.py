"""What `tizme measure` runs: this version over annotated data, scored by the scorers beside it.

Reads: the shared data, where it is there. Writes: temporary files. Never: copies data or scorer into the
product, or counts in a way of its own what a scorer counts.
"""

from tizme.cli.measuring.claims import ClaimsMeasured, Score, measure_claims
from tizme.cli.measuring.linking import LinkMeasured, measure_link
from tizme.cli.measuring.long_lists import LongMeasured, measure_long_lists
from tizme.cli.measuring.pairs import NamesMeasured, measure_names
from tizme.cli.measuring.phrase_lists import ListsMeasured, lists_folder, measure_lists
from tizme.cli.measuring.recognising import NamesFound, RecognitionMeasured, measure_recognition
from tizme.cli.measuring.retrieval import TraceMeasured, measure_trace
from tizme.cli.measuring.shared import corpus_digest, file_digest, find_shared
from tizme.cli.measuring.spans import SpansMeasured, measure_dates, measure_places

__all__ = [
    "ClaimsMeasured",
    "LinkMeasured",
    "ListsMeasured",
    "LongMeasured",
    "NamesFound",
    "NamesMeasured",
    "RecognitionMeasured",
    "Score",
    "SpansMeasured",
    "TraceMeasured",
    "corpus_digest",
    "file_digest",
    "find_shared",
    "lists_folder",
    "measure_claims",
    "measure_dates",
    "measure_link",
    "measure_lists",
    "measure_long_lists",
    "measure_names",
    "measure_places",
    "measure_recognition",
    "measure_trace",
]
