"""Vocabulary as data, and the one loader that reads it.

Reads: the CSV and YAML files beside this module. Writes: nothing. Never: holds a rule in code.

A linguist who cannot program adds a line to a CSV. Lines that start with "#" are comments; the
first comments of a file say what it is, and one of them must start with "# source:".
"""

from tizme.tables.loader import Row, rows, source_of, table_digest, table_root, tree

__all__ = ["Row", "rows", "source_of", "table_digest", "table_root", "tree"]
