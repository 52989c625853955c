"""Who acts in a sentence, and whom or what it is done to."""

import re

from contested.pipeline import Inspected
from contested.records import Claim, Span

_PRONOUN = re.compile(
    r"(?:he|him|his|she|hers?|it|its|they|them|theirs?|who|whom|whose|we|us|ours?|i|my|you|yours?|these|those|this|that|others?|itself|themselves)", re.I
)
_OWN = re.compile(r"(?:its|their|his|her|our|my)\b", re.I)
_ARTICLE = re.compile(r"\b(?:the|an?) $", re.I)
_PLACED = re.compile(r"\b(?:in|at|near|of|from|to|into|on|for|across|outside|inside|through|against|with|by)(?: the)? $", re.I)
_AND = re.compile(r"\s*(?:,\s*)?(?:and|&)\s*(?:the\s+)?", re.I)
_LISTED = re.compile(r"\s*(?:,|(?:,\s*)?and|&)\s*(?:the\s+)?", re.I)


def sides_of(seen: Inspected) -> tuple[list[Span], list[Span]]:
    """The words for who acts, and for whom or what is acted upon; either may be empty.

    Who acts comes first, unless a claim says that something is done to it. What a claim of theirs is done to is the other side,
    and where no claim says, whoever is named next.
    """
    claims = sorted(seen.extract.claims, key=lambda claim: claim.trigger)
    struck = {span for claim in claims for span in claim.target} - {span for claim in claims for span in claim.actor}
    able = [span for span in _named(seen, _acting(seen, claims)) if not any(span.overlaps(other) for other in struck)]
    source = _joined(able, seen, by=_AND) or [span for claim in claims[:1] for span in claim.actor]
    return source, _done_to(seen, claims, source) or _next_named(seen, claims, source)


def _acting(seen: Inspected, claims: list[Claim]) -> list[Span]:
    """Everything that could act: actors, speakers, and places that no preposition makes a mere place."""
    marks = seen.marks
    spans = [actor.span for actor in marks.actors] + [span for claim in claims for span in claim.actor]
    spans += [span for said in marks.attributions if said.tells for span in said.source[:1]]
    return spans + [place.span for place in marks.places if place.as_actor or not (place.anaphor or _PLACED.search(seen.report.text[: place.span.start]))]


def _done_to(seen: Inspected, claims: list[Claim], source: list[Span]) -> list[Span]:
    for claim in claims:
        if any(actor.overlaps(span) for actor in claim.actor for span in source) or not claim.actor:
            target = [_with_article(seen, span) for span in claim.target if not any(span.overlaps(other) for other in source)]
            if target:
                return target
    return []


def _next_named(seen: Inspected, claims: list[Claim], source: list[Span]) -> list[Span]:
    speakers = [span for said in seen.marks.attributions if said.tells for span in said.source[:1]]
    spans = _named(seen, [*_acting(seen, claims), *(place.span for place in seen.marks.places if not place.anaphor)])
    free = [span for span in spans if not any(span.overlaps(other) for other in (*source, *speakers)) and not _OWN.match(seen.report.words(span))]
    return _joined(free, seen, by=_LISTED)


def _named(seen: Inspected, spans: list[Span]) -> list[Span]:
    """Without pronouns, with their articles, in order, the longest of those that overlap."""
    kept: list[Span] = []
    for span in sorted({_with_article(seen, span) for span in spans if not _PRONOUN.fullmatch(seen.report.words(span))}, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _joined(spans: list[Span], seen: Inspected, *, by: re.Pattern[str]) -> list[Span]:
    """The first, and those that follow it with nothing else between."""
    found = spans[:1]
    for span in spans[1:]:
        if not by.fullmatch(seen.report.text, found[-1].end, span.start):
            break
        found.append(span)
    return found


def _with_article(seen: Inspected, span: Span) -> Span:
    found = _ARTICLE.search(seen.report.text, 0, span.start)
    return Span(found.start(), span.end) if found else span
