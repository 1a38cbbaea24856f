"""Records joined into persons.

Reads: model.Extraction, tables/link. Writes: model.Record, ports.RecordFeatures, model.Cluster.
Never: compares a pair itself (an engine does, through ports.LinkEngine), or overrules a human's verdict.
"""

from tizme.link.cluster import cluster, standing_verdicts
from tizme.link.features import features
from tizme.link.lists import row_record
from tizme.link.plan import plan
from tizme.link.records import records_of

__all__ = ["cluster", "features", "plan", "records_of", "row_record", "standing_verdicts"]
