"""The heavy machines behind small protocols: the parser, and the rules that split sentences before it."""

from contested.language.parser import Parser, SpacyParser
from contested.language.sentences import split_sentences

__all__ = ["Parser", "SpacyParser", "split_sentences"]
