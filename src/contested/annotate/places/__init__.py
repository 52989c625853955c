"""Which words of a report name a place, and which place that is."""

from contested.annotate.places.demonyms import demonym_places
from contested.annotate.places.part import places_part

__all__ = ["demonym_places", "places_part"]
