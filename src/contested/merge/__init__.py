"""Which claims speak of one happening."""

from contested.merge.step import merge

__all__ = ["merge"]
