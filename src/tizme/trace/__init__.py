"""A family's question answered: who in the case or in any list may be the person sought.

Reads: requests, records, indexed lists and what they cover. Writes: candidates with reasons for and against,
a watch's notices, letters to offices.
Never: tells anybody who searches for whom, or pushes news of a death past the caseworker.

    index, answer           lists made searchable, and the answer to one query
    requests                a request's history and what the family's consent allows
    watches, list_watches   what is new, against standing requests
    letters, inquiries      letters to offices, their terms and answers
"""
