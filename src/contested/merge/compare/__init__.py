"""One aspect a file: two tellings in, a Reason out.

A score above 0.5 speaks for one happening, below against; None says nothing. A score of 0 is firm: whatever else agrees, they are two.
"""

from contested.merge.compare.actors import compare_actors
from contested.merge.compare.definite import compare_definite
from contested.merge.compare.lineage import compare_lineage
from contested.merge.compare.place import compare_place
from contested.merge.compare.quantities import compare_quantities
from contested.merge.compare.reality import compare_reality
from contested.merge.compare.sentence import compare_sentence
from contested.merge.compare.targets import compare_targets
from contested.merge.compare.time import compare_time
from contested.merge.compare.type import compare_type
from contested.merge.compare.words import Rarity, compare_words

__all__ = [
    "Rarity", "compare_actors", "compare_definite", "compare_lineage", "compare_place", "compare_quantities", "compare_reality", "compare_sentence",
    "compare_targets", "compare_time", "compare_type", "compare_words",
]
