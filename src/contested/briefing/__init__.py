"""Pages for readers: a self-contained HTML page and tables for a terminal, both from a View."""

from contested.briefing.page import briefing

__all__ = ["briefing"]
