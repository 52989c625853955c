"""The heavy machines behind small protocols: the parser, the rules that split sentences before it, and what tells languages apart."""

from contested.language.identify import language_of
from contested.language.parser import Parser, SpacyParser
from contested.language.sentences import split_sentences

__all__ = ["Parser", "SpacyParser", "language_of", "split_sentences"]
