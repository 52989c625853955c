"""Clauses that one side has and the other lacks."""

import re
from collections.abc import Iterator

from contested.records import Change, Span
from contested.trace.sides import Side, Sides, span_of
from contested.trace.words import Token

_CUT = re.compile(r"[,;:()]|\s[-–—]{1,2}\s|—")
_KNOWN = 0.25
_SHORTEST = 3
_COUNTERPART = 0.8


def find_clause_changes(sides: Sides) -> Iterator[Change]:
    """A stretch between commas whose words the other side does not have, and where it has no words to spare that could tell the same."""
    for span in _alone(sides.a, against=sides.b):
        yield sides.change("dropped", span, None, "a clause that b does not have")
    for span in _alone(sides.b, against=sides.a):
        yield sides.change("added", None, span, "a clause that a does not have")


def _alone(side: Side, *, against: Side) -> Iterator[Span]:
    if len(side.sentence.content - side.other_stems) < _SHORTEST * (1 - _KNOWN):
        return  # nothing left over that could make a clause
    spare = sum(token.content and token.stem not in against.other_stems for token in against.tokens)
    for clause in _clauses(side):
        content = [token for token in clause if token.content]
        if len(content) < _SHORTEST or side.sentence.quoted(clause[0]):
            continue
        own = sum(token.stem not in side.other_stems for token in content)
        if own < len(content) * (1 - _KNOWN):
            continue
        if spare < own * _COUNTERPART:  # else the other may tell it in other words, which is no drift
            yield span_of(clause)


def _clauses(side: Side) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in side.tokens:
        if run and side.text[run[-1].end : token.start] != " " and _CUT.search(side.text, run[-1].end, token.start):
            yield run
            run = []
        run.append(token)
    if run:
        yield run
