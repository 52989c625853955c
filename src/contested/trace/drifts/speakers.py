"""Who is made responsible for the words: speakers dropped, added or changed, and the tone of the verb that gives them the word."""

from collections.abc import Iterator

from contested.records import Change, Span
from contested.reference.wording import cues
from contested.trace.sides import Side, Sides, span_of
from contested.trace.words import Token

_LONGEST = 14


def find_speaker_changes(sides: Sides) -> Iterator[Change]:
    """Only what the words show: a verb of saying on one side alone, a verb of another tone, another named speaker."""
    left, right = _cues(sides.a), _cues(sides.b)
    if left and not right and not _says(sides.a.other_words):
        clause = _clause(sides.a, left[0])
        yield sides.change("attribution", clause, None, f"who says so is dropped: b does not have “{sides.a.text[clause.start : clause.end]}”")
    elif right and not left and not _says(sides.b.other_words):
        clause = _clause(sides.b, right[0])
        yield sides.change("attribution", None, clause, f"b credits somebody where a speaks in its own voice: “{sides.b.text[clause.start : clause.end]}”")
    elif left and right:
        tone = cues().say
        if not {tone[token.lower] for token in left} & {tone[token.lower] for token in right}:
            a, b = left[0], right[0]
            yield sides.change("attribution", span_of([a]), span_of([b]), f"a verb of another tone: {tone[a.lower]} becomes {tone[b.lower]}")
        yield from _other_speaker(sides, left[0], right[0])


def _cues(side: Side) -> list[Token]:
    """Verbs of saying, outside quotations and not used as nouns ("the reports")."""
    found = []
    for token in side.sentence.signs.get("say", ()):
        at = side.tokens.index(token)
        is_noun = at > 0 and side.tokens[at - 1].lower in cues().before_noun
        is_preposition = token.lower != "according" or side.text[token.end : token.end + 4].lower().startswith(" to")
        if is_preposition and not is_noun and not side.sentence.quoted(token):
            found.append(token)
    return found


def _says(words: frozenset[str]) -> bool:
    return not words.isdisjoint(cues().say)


def _clause(side: Side, cue: Token) -> Span:
    """The clause around the verb: between commas, at most some words to each side."""
    text, whole = side.text, side.sentence.span
    start, end = whole.start, whole.end
    for mark in ",;:—–“”\"()":
        start = max(start, text.rfind(mark, whole.start, cue.start) + 1)
        at = text.find(mark, cue.end, whole.end)
        end = at if at >= 0 and at < end else end
    kept = [token for token in side.tokens if start <= token.start < end]
    here = kept.index(cue)
    kept = kept[max(0, here - _LONGEST) : here + _LONGEST]
    return span_of(kept)


def _other_speaker(sides: Sides, left: Token, right: Token) -> Iterator[Change]:
    a, b = _speaker(sides.a, left), _speaker(sides.b, right)
    if a and b and not ({t.stem for t in a} & sides.a.other_stems) and not ({t.stem for t in b} & sides.b.other_stems):
        yield sides.change("attribution", span_of(a), span_of(b), "another speaker")


def _speaker(side: Side, cue: Token) -> list[Token]:
    """Words of content next to the verb, as far as the next mark; none where a pronoun speaks."""
    at = side.tokens.index(cue)
    if cue.lower == "according":
        run = side.tokens[at + 2 : at + 7]
    else:
        run = side.tokens[max(0, at - 5) : at]
        for i in range(len(run) - 1, 0, -1):
            if side.text[run[i - 1].end : run[i].start].strip():
                run = run[i:]
                break
    return [token for token in run if token.content and token.lower not in cues().not_speaker]
