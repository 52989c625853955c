"""Which words of a report name a place, and which place that is."""

from contested.annotate.places.demonyms import national_adjectives
from contested.annotate.places.lookup import LookedUp, look_up
from contested.annotate.places.part import places_part

__all__ = ["LookedUp", "look_up", "national_adjectives", "places_part"]
