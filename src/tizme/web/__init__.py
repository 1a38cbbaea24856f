"""Pages over one case, on this machine only: items, persons, and one person's evidence in its words.

Reads: the store. Writes: nothing. Never: makes a request to another machine, sets a cookie, or takes anything
but GET and HEAD from a loopback name.
"""
