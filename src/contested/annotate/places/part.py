"""The annotator of places."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from contested.annotate.part import AnnotatorPart
from contested.annotate.places.anaphora import OF_A_SOURCE, Anaphora, Named
from contested.annotate.places.areas import compass_start, inside_ref, part_ref, road_ref, road_span
from contested.annotate.places.candidates import Candidate, Candidates, find_candidates
from contested.annotate.places.cues import Cues, load_cues
from contested.annotate.places.figures import IsWord
from contested.annotate.places.home import home_country, is_venue, names_a_source
from contested.annotate.places.mention import Mention
from contested.annotate.places.outlet_home import outlet_home
from contested.annotate.places.resolve import Choice
from contested.annotate.places.roles import acts, is_near, salience
from contested.annotate.places.unlisted import unlisted_place
from contested.records import Marks, Place, Reason, Report, Span
from contested.reference.gazetteer import Entry, Gazetteer
from contested.reference.place_weights import recognition
from contested.reference.question import chance_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_UNSURE = 0.45  # the score, at most, of a place that nothing else in the report speaks for
_SAID = 3.0  # too seldom in the passages to be learnt there
_PREPOSITIONS = frozenset({"preposition_strong", "preposition_weak", "preposition_from"})
_ELSEWHERE, _SURE = 1.5, 0.85  # what it counts, as a logit, that the same name is surely a place elsewhere in the report

_Found = list[tuple[Mention, Choice, float]]


def nothing(_: str) -> bool:
    """Knows no word."""
    return False


def places_part(gazetteer: Gazetteer, is_word: IsWord = nothing) -> AnnotatorPart:
    """Names of places and words that stand for them. Reads the sentences, gives `Marks.places`, sorted, never overlapping.

    `is_word` tells names from words of the language ("Reading", "Hit"); without it they are judged by their surroundings alone.
    """
    cues = load_cues()

    def annotate(report: Report, doc: "Doc", marks: Marks) -> tuple[Place, ...]:
        candidates = find_candidates(report.text, doc, cues=cues, gazetteer=gazetteer, is_word=is_word, home=outlet_home(report, gazetteer))
        return _places(report.text, doc, marks, candidates, cues=cues, gazetteer=gazetteer)

    return AnnotatorPart(gives="places", needs=("sentences",), annotate=annotate)


def _places(text: str, doc: "Doc", marks: Marks, candidates: Candidates, *, cues: Cues, gazetteer: Gazetteer) -> tuple[Place, ...]:
    setting = candidates.setting
    found = [(c.mention, c.choice, chance) for c, chance in _accepted(candidates.listed, "listed") if c.choice is not None]
    places = _marked(text, doc, found, cues=cues, gazetteer=gazetteer)
    taken = frozenset(i for m, _, _ in found for i in range(m.first, m.last + 1))
    known = [(m.first, c.entry) for m, c, _ in found if not (c.inside or c.alone)]
    for candidate, chance in _accepted(candidates.unlisted, "unlisted"):
        places.append(unlisted_place(doc, candidate, chance=chance, main=setting.main, known=known, cues=cues, gazetteer=gazetteer))
    anaphora = Anaphora(text, doc, marks, main=setting.main, home=_home(doc, found, places, share=setting.share, cues=cues), cues=cues, gazetteer=gazetteer)
    out_of_focus = [p.span for p in places if p.as_actor or (p.ref and p.ref.kind == "road")]
    named = [_named(doc, m, c.entry, anaphora, cues) for m, c, _ in found if not (c.inside or c.alone)]
    spoken_of = [n for n in named if not any(r.start <= n.start < r.end for r in out_of_focus)]
    countries = {i: iso for first, last, iso in candidates.folk for i in range(first, last + 1)}
    for mention, choice, _ in found:
        if choice.entry.kind == "country" and choice.entry.country and not (choice.inside or choice.alone):
            countries |= dict.fromkeys(range(mention.first, mention.last + 1), choice.entry.country)
    places += anaphora.resolve(spoken_of, taken, countries)
    return _apart(places)


def _accepted(candidates: Sequence[Candidate], which: Literal["listed", "unlisted"]) -> list[tuple[Candidate, float]]:
    """The names that are places here, with the chance that they are; one that surely is elsewhere in the report is more likely here."""
    weights = recognition()
    question, least = (weights.listed if which == "listed" else weights.unlisted), weights.least[which]
    scored = [(candidate, question.score(candidate.figures) + _said(candidate)) for candidate in candidates]
    sure = {candidate.mention.words for candidate, score in scored if chance_of(score) >= _SURE}
    lifted = [(candidate, score + (_ELSEWHERE if candidate.mention.words in sure else 0.0)) for candidate, score in scored]
    return [(candidate, chance_of(score)) for candidate, score in lifted if chance_of(score) >= least]


def _said(candidate: Candidate) -> float:
    """What it counts, as a logit, that the words say the name is of a town ("the village of X"), a building stood at ("at X Hospital"), a body ("X Front")."""
    told = candidate.figures
    stood_at = candidate.choice is None and "kind_within" in told and not _PREPOSITIONS.isdisjoint(told)
    return _SAID * (told.get("kind_beside", 0.0) + float(stood_at) - told.get("body_after", 0.0))


def _home(doc: "Doc", found: _Found, places: list[Place], *, share: dict[str, float], cues: Cues) -> str | None:
    governments = {place.span.start for place in places if place.as_actor}
    return home_country((c.entry for m, c, _ in found if not c.alone and m.span(doc).start not in governments and not is_venue(doc, m, cues)), share=share)


def _named(doc: "Doc", mention: Mention, entry: Entry, anaphora: Anaphora, cues: Cues) -> Named:
    start = mention.span(doc).start
    weight = OF_A_SOURCE if names_a_source(doc[mention.first : mention.last + 1].root) else salience(doc, mention, cues)
    return Named(start=start, sentence=anaphora.sentence(start), salience=weight, entry=entry)


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
    score = min(_UNSURE if choice.alone else 0.99, weight * (0.6 + 0.1 * min(choice.margin, 4.0)))
    reason = Reason(score=round(score, 2), because=choice.because)
    if choice.astray:
        return Place(span=span, wording=text[span.start : span.end], ref=None, reason=Reason(score=0.3, because=choice.because))
    if choice.inside:
        return Place(span=span, wording=text[span.start : span.end], ref=inside_ref(mention.words, entry), reason=Reason(score=0.4, because=choice.because))
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
    runner_up = choice.runner_up.ref() if choice.runner_up else None
    return Place(span=span, wording=text[span.start : span.end], ref=ref, as_actor=actor is not None, runner_up=runner_up, reason=reason)


def _apart(places: list[Place]) -> tuple[Place, ...]:
    """Sorted; of two that overlap the one that starts first, then the longer, stays."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return tuple(kept)
