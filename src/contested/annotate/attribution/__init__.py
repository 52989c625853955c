"""Who is made to say what: direct, indirect and mixed quotation."""

from contested.annotate.attribution.part import attribution_part

__all__ = ["attribution_part"]
