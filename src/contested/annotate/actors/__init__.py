"""Who acts: named actors, and the words that stand for them."""

from contested.annotate.actors.part import actors_part

__all__ = ["actors_part"]
