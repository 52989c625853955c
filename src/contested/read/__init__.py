"""Step 1, bytes to Report: what was published, by whom, when."""

from contested.read.sources import read

__all__ = ["read"]
