"""Whether what is told happened: planned, possible, negated, going on."""

from contested.annotate.doubt.part import doubt_part

__all__ = ["doubt_part"]
