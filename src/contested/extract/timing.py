"""When a claim says it happened: the time its words stand with. The publication date is never a fallback."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.records import Dated, Reason, Spans, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST = 7
_CUE_COST = 3
_CLAUSE_COST = 2
_WEEK = 10
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`dated` None: no words date it."""

    spans: Spans = ()
    dated: Dated | None = None
    reason: Reason | None = None


def timing_of(scene: Scene, find: Find, *, others: Sequence[Find]) -> Timing:
    """The nearest time by grammar, in the sentence of the find; a time nearer to another event of it (`others`) belongs to that one."""
    best: tuple[float, When] | None = None
    rivals = [other for other in others if other is not find]
    for when in scene.within(find.sentence).times:
        if when.type == "SET" or (when.value or "").endswith("_REF"):
            continue
        if when.earliest is None and when.latest is None:
            continue
        token = scene.tokens(when.span)[0]
        if _dates_the_telling(scene, token, find.head):
            continue
        cost = _cost(scene, token, find)
        if any(_cost(scene, token, rival) + 1 < cost for rival in rivals):
            cost += _CLAUSE_COST
        cost += _apart(token, find)
        if cost <= _FARTHEST and (best is None or cost < best[0]):
            best = (cost, when)
    if best is None:
        return Timing()
    cost, when = best
    dated = Dated(earliest=_day(when.earliest), latest=_day(when.latest), precision=when.precision, wording=when.wording)
    because = f"{when.wording!r} is the time nearest to the event in its sentence"
    time = scene.tokens(when.span)[0]
    led = time.i and time.nbor(-1).lower_ == "since" and when.latest is None  # whatever the parse hangs it on
    if when.earliest is not None and scene.report.published is not None and (led or _is_since(time, find.head)):
        first, last = when.earliest[:10], scene.report.published[:10]
        dated = Dated(earliest=first, latest=last, precision=_precision(first, last), wording=when.wording)
        because = f"told as what came about since {when.wording!r}, up to the day of publication"
    reason = Reason(score=1 - cost / 10, because=because)
    return Timing(spans=(when.span,), dated=dated, reason=reason)


def _dates_the_telling(scene: Scene, time: "Token", event: "Token") -> bool:
    """"The toll of the blast rose to 31 on Wednesday": the day is that of the rising, which the event stands in the subject of."""
    verb = next((ancestor for ancestor in _ancestors(time) if ancestor.pos_ == "VERB"), None)
    if verb is None or verb.i == event.i or not scene.ontology.is_a(scene.lemma(verb), "toll_verb"):
        return False
    line = _ancestors(event)
    below = next((child for child, above in pairwise(line) if above.i == verb.i), None)
    return below is not None and below.dep_ in ("nsubj", "nsubjpass")


def _is_since(time: "Token", event: "Token") -> bool:
    """Whether the time stands below a "since" of the event ("have fled since the bombing began in March"), not the event with it."""
    event_line = {token.i for token in _ancestors(event)}
    for ancestor in _ancestors(time):
        if ancestor.i in event_line:
            return False
        if ancestor.lower_ == "since" or any(child.dep_ == "mark" and child.lower_ == "since" for child in ancestor.children):
            return True
    return False


def _precision(first: str, last: str) -> Literal[1, 2, 3]:
    """ACLED's: a day, about a week, more."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return 1 if days <= 1 else 2 if days <= _WEEK else 3


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _cost(scene: Scene, token: "Token", find: Find) -> float:
    """Steps through the tree between time and event; clause borders and verbs of saying cost more."""
    up_time, up_event = _ancestors(token), _ancestors(find.head)
    place_in_event = {t.i: n for n, t in enumerate(up_event)}
    for n, ancestor in enumerate(up_time):
        if ancestor.i in place_in_event:
            m = place_in_event[ancestor.i]
            crossed = sum(t.dep_ in _CLAUSES for t in (*up_time[:n], *up_event[:m]))
            cue = any(cue.start <= ancestor.idx < cue.end for attribution in scene.within(find.sentence).attributions for cue in attribution.cue)
            return max(0, n + m - 2) + _CLAUSE_COST * crossed + (_CUE_COST if cue and ancestor.i != find.head.i else 0)
    return float(_FARTHEST + 1)


def _apart(token: "Token", find: Find) -> float:
    """Of two times that are as near by grammar, the one behind the event's words and nearest to them: a part of a step."""
    at = (find.at or find.head).i
    return min(0.99, (token.i - at if token.i > at else 2 * (at - token.i)) / 200)


def _ancestors(token: "Token") -> list["Token"]:
    return [token, *token.ancestors]
