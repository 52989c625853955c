"""The annotator of places."""

from dataclasses import replace
from typing import TYPE_CHECKING

from contested.annotate.part import AnnotatorPart
from contested.annotate.places.anaphora import OF_A_SOURCE, Anaphora, Named
from contested.annotate.places.areas import compass_start, part_ref, road_ref, road_span
from contested.annotate.places.context import Setting, read_setting
from contested.annotate.places.cues import Cues, load_cues
from contested.annotate.places.demonyms import demonyms
from contested.annotate.places.evidence import ENOUGH, kind_beside, weigh, weigh_entry
from contested.annotate.places.home import home_country, is_venue, names_a_source
from contested.annotate.places.mention import Mention, find_mentions
from contested.annotate.places.resolve import Choice, chosen
from contested.annotate.places.roles import acts, is_near, salience
from contested.annotate.places.unlisted import unlisted_places
from contested.records import Marks, Place, Reason, Report, Span
from contested.reference.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINS = frozenset({"and", "or", ","})
_ELSEWHERE = 1.2  # what it counts that the same name is surely a place elsewhere in the report

_Found = list[tuple[Mention, Choice, float]]


def places_part(gazetteer: Gazetteer) -> AnnotatorPart:
    """Names of places and words that stand for them. Reads the sentences, gives `Marks.places`, sorted, never overlapping."""
    cues = load_cues()

    def annotate(report: Report, doc: "Doc", marks: Marks) -> tuple[Place, ...]:
        return _places(report.text, doc, marks, cues=cues, gazetteer=gazetteer)

    return AnnotatorPart(gives="places", needs=("sentences",), annotate=annotate)


def _places(text: str, doc: "Doc", marks: Marks, *, cues: Cues, gazetteer: Gazetteer) -> tuple[Place, ...]:
    people = demonyms(text, doc, gazetteer)
    folk = {i for first, last, _ in people for i in range(first, last + 1)}
    mentions = [replace(m, kind=kind_beside(doc, m, cues)) for m in find_mentions(text, doc, gazetteer) if m.last not in folk]
    named = {i for m in mentions for i in range(m.first, m.last + 1)}
    people = [p for p in people if p[0] not in named]
    setting = read_setting(doc, mentions, people, cues)
    found = _accepted(doc, mentions, setting=setting, folk=people, cues=cues, gazetteer=gazetteer)
    places = _marked(text, doc, found, cues=cues, gazetteer=gazetteer)
    taken = frozenset(i for m, _, _ in found for i in range(m.first, m.last + 1))
    places += unlisted_places(doc, taken=taken | folk, persons=setting.persons, main=setting.main, cues=cues, gazetteer=gazetteer)
    anaphora = Anaphora(text, doc, marks, main=setting.main, home=_home(doc, found, places, share=setting.share, cues=cues), cues=cues, gazetteer=gazetteer)
    out_of_focus = [p.span for p in places if p.as_actor or (p.ref and p.ref.kind == "road")]
    spoken_of = [n for n in (_named(doc, m, c.entry, anaphora, cues) for m, c, _ in found) if not any(r.start <= n.start < r.end for r in out_of_focus)]
    countries = {i: iso for first, last, iso in people for i in range(first, last + 1)}
    countries |= {i: c.entry.country for m, c, _ in found if c.entry.kind == "country" and c.entry.country for i in range(m.first, m.last + 1)}
    places += anaphora.resolve(spoken_of, taken, countries)
    return _apart(places)


def _home(doc: "Doc", found: _Found, places: list[Place], *, share: dict[str, float], cues: Cues) -> str | None:
    governments = {place.span.start for place in places if place.as_actor}
    return home_country((c.entry for m, c, _ in found if m.span(doc).start not in governments and not is_venue(doc, m, cues)), share=share)


def _named(doc: "Doc", mention: Mention, entry: Entry, anaphora: Anaphora, cues: Cues) -> Named:
    start = mention.span(doc).start
    weight = OF_A_SOURCE if names_a_source(doc[mention.first : mention.last + 1].root) else salience(doc, mention, cues)
    return Named(start=start, sentence=anaphora.sentence(start), salience=weight, entry=entry)


def _accepted(doc: "Doc", mentions: list[Mention], *, setting: Setting, folk: list[tuple[int, int, str]], cues: Cues, gazetteer: Gazetteer) -> _Found:
    """Names with enough evidence that they are places here, with the place chosen."""
    names = {m.last: m.first for m in mentions}
    starts = frozenset(names.values()) | {first for first, _, _ in folk}
    weighed: _Found = []
    for mention, choice in zip(mentions, chosen(doc, mentions, setting=setting, gazetteer=gazetteer), strict=True):
        if choice is not None:
            weight = weigh(doc, mention, cues=cues, setting=setting, names=names, starts=starts) + weigh_entry(choice.entry, mention, setting)
            weighed.append((mention, choice, weight + (2.5 if choice.chained else 0.0)))
    for at in range(1, len(weighed)):
        (before, _, lead), (mention, choice, weight) = weighed[at - 1], weighed[at]
        if lead >= ENOUGH and 1 < mention.first - before.last <= 3 and all(t.lower_ in _JOINS for t in doc[before.last + 1 : mention.first]):
            weighed[at] = (mention, choice, weight + 1.0)  # "Norvale, Eastmere and Ost": a list has one kind of thing
    sure = {m.words for m, _, weight in weighed if weight >= ENOUGH + 1}
    return [(m, c, weight) for m, c, weight in weighed if weight + (_ELSEWHERE if m.words in sure else 0.0) >= ENOUGH]


def _marked(text: str, doc: "Doc", found: _Found, *, cues: Cues, gazetteer: Gazetteer) -> list[Place]:
    places, at = [], 0
    while at < len(found):
        mention, choice, weight = found[at]
        if at + 1 < len(found) and (road := road_span(doc, mention, found[at + 1][0], cues)):
            words = text[road.start : road.end]
            ref = road_ref(words, (choice.entry, found[at + 1][1].entry))
            places.append(Place(span=road, wording=words, ref=ref, reason=Reason(score=0.8, because="the road between two places")))
            at += 2
            continue
        places.append(_mark(text, doc, mention, choice, weight=weight, cues=cues, gazetteer=gazetteer))
        at += 1
    return places


def _mark(text: str, doc: "Doc", mention: Mention, choice: Choice, *, weight: float, cues: Cues, gazetteer: Gazetteer) -> Place:
    span, entry = mention.span(doc), choice.entry
    reason = Reason(score=round(min(0.99, 0.5 + 0.06 * (weight - ENOUGH) + 0.06 * min(choice.margin, 4.0)), 2), because=choice.because)
    first, directions = compass_start(doc, mention, cues)
    if directions and entry.kind in ("country", "admin1", "region"):
        span = Span(doc[first].idx, span.end)
        ref = part_ref(text[span.start : span.end], entry, directions=directions, gazetteer=gazetteer)
        return Place(span=span, wording=text[span.start : span.end], ref=ref, reason=reason)
    actor = acts(doc, mention, entry, cues=cues, gazetteer=gazetteer)
    if actor:
        reason = Reason(score=reason.score, because=f"{reason.because}; a government: {actor}")
    ref = entry.ref(2 if entry.kind in ("settlement", "facility") and is_near(doc, mention, cues) else None)
    after = doc[mention.last + 1] if mention.last + 1 < len(doc) else None
    if after is not None and mention.kind and after.text[0].isupper() and after.lower_ in cues.types[mention.kind]:
        span = Span(span.start, after.idx + len(after))
    return Place(span=span, wording=text[span.start : span.end], ref=ref, as_actor=actor is not None, reason=reason)


def _apart(places: list[Place]) -> tuple[Place, ...]:
    """Sorted; of two that overlap the one that starts first, then the longer, stays."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return tuple(kept)
