"""The words behind a row: sentences, in their context, with what was understood marked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from textwrap import shorten
from typing import Literal

from contested.briefing.voices import voice
from contested.records import Claim, Report, Span, Standing
from contested.records.view import View

Role = Literal["trigger", "speaker", "count", "time", "place", "actor", "target", "changed"]

ROLES: tuple[tuple[Role, str], ...] = (
    ("trigger", "what happened"),
    ("actor", "who did it"),
    ("target", "to whom or what"),
    ("place", "where"),
    ("time", "when"),
    ("count", "how many"),
    ("speaker", "who says so"),
)
"""The roles of words in a claim, and what the legend calls them."""

_reach = 300
"""How many characters of context to show at most on either side."""

_excerpt = 140
"""How many characters of a sentence stand in for it while it is folded."""

_lead = 25
"""How many of them, about, stand before the words that say what happened."""

_sentence_end = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of words with the roles it plays, most telling first; none for words that play no role."""

    text: str
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of one report; `before` and `after` are the sentences around it, `voices` who says so there."""

    report: Report
    before: str
    segments: tuple[Segment, ...]
    after: str
    voices: tuple[str, ...]

    @property
    def excerpt(self) -> str:
        """The sentence on one line, from shortly before the words that say what happened."""
        text = "".join(part.text for part in self.segments)
        lead = " ".join("".join(part.text for part in takewhile(lambda part: "trigger" not in part.roles, self.segments)).split())
        cut = lead.rfind(" ", 0, len(lead) - _lead) + 1 if len(lead) > 2 * _lead else 0
        return ("… " if cut else "") + shorten(" ".join(text.split())[cut:], width=_excerpt, placeholder=" …")


def passages(said: Iterable[Claim | Standing], view: View) -> tuple[Passage, ...]:
    """One passage a sentence, in the order of `said`; what several claims say in one sentence is marked together."""
    together: dict[tuple[str, Span], list[Claim | Standing]] = {}
    for one in said:
        together.setdefault((one.report, one.sentence), []).append(one)
    return tuple(_passage(view.report(report), sentence, group) for (report, sentence), group in together.items())


def marked(text: str, within: Span, roles: Iterable[tuple[Span, Role]]) -> tuple[Segment, ...]:
    """The words of a span, cut where a role begins or ends. What lies outside the span is left out."""
    inside = [(Span(max(span.start, within.start), min(span.end, within.end)), role) for span, role in roles if span.overlaps(within)]
    cuts = sorted({within.start, within.end, *(edge for span, _ in inside for edge in span)})
    return tuple(
        Segment(text=text[start:end], roles=tuple(dict.fromkeys(role for span, role in inside if span.start <= start and end <= span.end)))
        for start, end in pairwise(cuts)
    )


def roles_of(said: Claim | Standing) -> Iterator[tuple[Span, Role]]:
    """Every span that plays a role, the most telling roles first."""
    yield said.trigger, "trigger"
    for span in said.speaker:
        yield span, "speaker"
    if isinstance(said, Claim):
        for count in said.quantities:
            yield count.span, "count"
        fields: tuple[tuple[tuple[Span, ...], Role], ...] = ((said.time, "time"), (said.place, "place"), (said.actor, "actor"), (said.target, "target"))
        for spans, role in fields:
            for span in spans:
                yield span, role


def _passage(report: Report, sentence: Span, said: list[Claim | Standing]) -> Passage:
    return Passage(
        report=report,
        before=_before(report.text, sentence.start),
        segments=marked(report.text, sentence, [pair for one in said for pair in roles_of(one)]),
        after=_after(report.text, sentence.end),
        voices=tuple(dict.fromkeys(voice(one, report) for one in said)),
    )


def _before(text: str, start: int) -> str:
    """The sentence that ends where another starts; "" at the start of the text."""
    left = max(0, start - _reach)
    lead = text[left:start].rstrip()
    ends = [match.end() for match in _sentence_end.finditer(lead)]
    if ends:
        return lead[ends[-1] :]
    return lead if left == 0 else "… " + lead.partition(" ")[2]


def _after(text: str, end: int) -> str:
    rest = text[end : end + _reach].lstrip()
    stop = _sentence_end.search(rest)
    if stop:
        return rest[: stop.end()].rstrip()
    return rest if end + _reach >= len(text) else rest.rpartition(" ")[0] + " …"
