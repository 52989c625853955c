"""Words that name a time: found by a grammar of our own, placed on the calendar by what the report says and when it was published."""

from contested.annotate.times.part import times_part

__all__ = ["times_part"]
