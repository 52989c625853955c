"""Step 4: who says that what happened, to whom, where, when."""

from contested.extract.claims import Extractor, claim_extractor

__all__ = ["Extractor", "claim_extractor"]
