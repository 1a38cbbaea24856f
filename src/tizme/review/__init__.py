"""What people judged: same, different or unsure, about two records.

Reads: the ledger's ``judged`` events. Writes: ``judged`` events. Never: changes or removes one; taking a
verdict back is an event of its own.

"Signed" means here: named, dated and chained in the ledger. It is no cryptographic signature.
"""

from tizme.review.judgements import JUDGED, EventLog, judge, judgements, standing, withdraw

__all__ = ["JUDGED", "EventLog", "judge", "judgements", "standing", "withdraw"]
