"""How well each event is known: who says so, how many origins, where accounts agree, clash, drifted or were corrected."""

from contested.assess.step import assess

__all__ = ["assess"]
