"""Step 1, bytes to Report: what was published, by whom, when."""

from contested.read.sources import nothing_known, read

__all__ = ["nothing_known", "read"]
