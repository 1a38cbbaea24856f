"""The gazetteer and places in words.

Reads: tables/places. Writes: values of ``model``. Never: imports a sibling room, or guesses a place
that the words do not name.
"""

from tizme.places.demonyms import Demonym, find_demonyms
from tizme.places.find import find_places, lookup
from tizme.places.gazetteer import display, place, same_or_inside

__all__ = ["Demonym", "display", "find_demonyms", "find_places", "lookup", "place", "same_or_inside"]
