"""Pages from the web, asked for politely and only where they are public."""

from contested.read.fetch.fetcher import web_fetcher

__all__ = ["web_fetcher"]
