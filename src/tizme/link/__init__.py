"""Records joined into persons.

Reads: model.Extraction, tables/link. Writes: model.Record, ports.RecordFeatures, model.Cluster.
Never: compares a pair itself (an engine does, through ports.LinkEngine), or overrules a human's verdict.
"""

from tizme.link.cluster import cluster, standing_verdicts
from tizme.link.draws import draw_linkages
from tizme.link.features import features
from tizme.link.learn import ChancePairs, KeyPairs, Learnt, learn_weights
from tizme.link.list_clusters import RowFacts, join_rows
from tizme.link.list_columns import list_columns, silent_columns
from tizme.link.list_plan import BITS, LIST_COLUMNS, list_plan, plan_text, read_plan
from tizme.link.lists import row_record
from tizme.link.plan import plan
from tizme.link.records import records_of
from tizme.link.refit import refitted

__all__ = [
    "BITS",
    "LIST_COLUMNS",
    "ChancePairs",
    "KeyPairs",
    "Learnt",
    "RowFacts",
    "cluster",
    "draw_linkages",
    "features",
    "join_rows",
    "learn_weights",
    "list_columns",
    "list_plan",
    "plan",
    "plan_text",
    "read_plan",
    "records_of",
    "refitted",
    "row_record",
    "silent_columns",
    "standing_verdicts",
]
