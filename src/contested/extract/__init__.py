"""Step 4: who says that what happened, to whom, where, when."""

from contested.extract.rules import Extractor, rule_extractor

__all__ = ["Extractor", "rule_extractor"]
