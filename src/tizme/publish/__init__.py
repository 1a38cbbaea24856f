"""What is shown of a person and what leaves the house.

Reads: persons, claims, captures and extractions of a store; the sentences in tables/status.
Writes: pages and files as values; the command line puts them on a disk.
Never: exports a request, or a relative's name, telephone or mailbox unless it was asked to; imports a
sibling room.
"""

from tizme.publish.evidence import Evidence, gather
from tizme.publish.export import ExportFormat, export_files
from tizme.publish.page import Line, PersonPage, person_page
from tizme.publish.sentences import sentence, sentence_codes

__all__ = [
    "Evidence",
    "ExportFormat",
    "Line",
    "PersonPage",
    "export_files",
    "gather",
    "person_page",
    "sentence",
    "sentence_codes",
]
