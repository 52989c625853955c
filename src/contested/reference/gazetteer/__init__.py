"""Places by name: settlements, provinces, countries, regions, and the spellings of war reporting."""

from contested.reference.gazetteer.entry import Entry
from contested.reference.gazetteer.further import FurtherGazetteer, open_gazetteer
from contested.reference.gazetteer.gazetteer import Gazetteer
from contested.reference.gazetteer.names import name_key, plain_name
from contested.reference.gazetteer.space import distance_km

__all__ = ["Entry", "FurtherGazetteer", "Gazetteer", "distance_km", "name_key", "open_gazetteer", "plain_name"]
