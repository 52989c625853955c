"""Step 2, Reports to Lineage: which reports repeat one text, and what the copy changed."""

from contested.trace.compare import compare
from contested.trace.lineage import trace

__all__ = ["compare", "trace"]
