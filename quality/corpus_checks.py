"""What one story of the corpus must keep to: its card, its reports, the gold of each, who repeats whom, who holds what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

from contested.records import ChangeKind, CountKind, HoldingStatus, Modality, Relation, Stance

CLAIM_FIELDS = frozenset({
    "id", "event", "event_type", "sentence", "trigger", "actor", "actor_name", "target", "target_name", "place", "place_name", "admin1", "country",
    "date", "quantities", "speaker", "speaker_name", "stance", "anonymous", "modality",
})
STORY_FIELDS = frozenset({"title", "conflict", "split", "invented", "places_file", "mixed_events", "style"})
SPLITS = frozenset({"train", "dev", "test"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong: the file it stands in and the reason."""

    file: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One folder as read: its card, its report lines in order, gold and second readings by report id, and what it has of lineage, holdings and places."""

    folder: Path
    card: dict[str, Any]
    reports: list[dict[str, Any]]
    gold: dict[str, dict[str, Any]]
    second: dict[str, dict[str, Any]]
    lineage: dict[str, Any]
    holdings: list[dict[str, Any]]
    places: frozenset[str] | None

    @property
    def texts(self) -> dict[str, str]:
        return {r["id"]: r["text"] for r in self.reports}


def check_story(story: Story, types: frozenset[str]) -> Iterator[Problem]:
    """Everything that can be told from one story alone. `types` are the event type ids."""
    yield from problems_in(story.folder / "story.json", _card(story.card))
    yield from problems_in(story.folder / "reports.jsonl", _reports(story.reports))
    unread = set() if story.gold or not story.card.get("style") else story.texts.keys()  # a retold story may be told for its lineage alone
    for missing in sorted((story.texts.keys() ^ story.gold.keys()) - unread):
        yield Problem(file=story.folder / "gold" / f"{missing}.json", reason="gold without a report" if missing in story.gold else "no gold for this report")
    published = {r["id"]: r for r in story.reports}
    for name in sorted(story.texts.keys() & story.gold.keys()):
        yield from problems_in(story.folder / "gold" / f"{name}.json", _gold(story.gold[name], published[name], types, places=story.places))
    for name, again in story.second.items():
        path = story.folder / "second" / f"{name}.json"
        yield from problems_in(path, _gold(again, published[name], types, places=story.places) if name in published else ["a second reading of no report"])
    yield from problems_in(story.folder / "gold", _one_type_an_event(story))
    if story.lineage:
        yield from problems_in(story.folder / "lineage.json", _lineage(story))
    yield from problems_in(story.folder / "holdings.json", _holdings(story))


def problems_in(file: Path, reasons: Iterable[str]) -> Iterator[Problem]:
    """The reasons, each as a problem of that file."""
    return (Problem(file=file, reason=reason) for reason in reasons)


def _card(card: dict[str, Any]) -> Iterator[str]:
    for field in ("title", "conflict"):
        if not card.get(field):
            yield f"no {field}"
    if card.get("split") not in SPLITS:
        yield f"split {card.get('split')!r} is none of {', '.join(sorted(SPLITS))}"
    if not isinstance(card.get("invented"), bool):
        yield "invented: expected true or false"
    for field in sorted(card.keys() - STORY_FIELDS):
        yield f"unknown field {field!r}"


def _reports(reports: list[dict[str, Any]]) -> Iterator[str]:
    if not reports:
        yield "no reports"
    for name, times in Counter(r["id"] for r in reports).items():
        if times > 1:
            yield f"{name}: id used {times} times"
    for report in reports:
        if not report["text"].strip():
            yield f"{report['id']}: empty text"
        if not report.get("outlet"):
            yield f"{report['id']}: no outlet"
        if not _is_time(report.get("published")):
            yield f"{report['id']}: published {report.get('published')!r} is no ISO day or time"
        if report.get("title") is not None and report["title"] not in report["text"]:
            yield f"{report['id']}: the title does not stand in the text"


def _gold(gold: dict[str, Any], report: dict[str, Any], types: frozenset[str], *, places: frozenset[str] | None) -> Iterator[str]:
    text = report["text"]
    if gold.get("report") != report["id"]:
        yield f"report {gold.get('report')!r} is not the file's name"
    if gold.get("sha256") != sha256(text.encode()).hexdigest():
        yield "sha256 is not that of the text"
    if gold.get("published") != str(report.get("published"))[:10]:
        yield f"published {gold.get('published')!r} is not the report's day"
    if gold.get("outlet") != report.get("outlet"):
        yield f"outlet {gold.get('outlet')!r} is not the report's"
    for name, times in Counter(c.get("id") for c in gold["claims"]).items():
        if times > 1:
            yield f"claim id {name!r} is used {times} times"
    for claim in gold["claims"]:
        for reason in _claim(claim, text, types):
            yield f"{claim.get('id')}: {reason}"
        if claim.get("modality") in {"actual", "ongoing"} and _is_day(claim.get("date")) and claim["date"][:10] > str(report.get("published"))[:10]:
            yield f"{claim.get('id')}: {claim['date']} lies after the report, though the claim is {claim['modality']}"
        if places is not None and claim.get("place_name") not in places | {None}:
            yield f"{claim.get('id')}: place {claim['place_name']!r} is not in the story's places file"
    sentences = sorted({tuple(c["sentence"]) for c in gold["claims"] if _is_span(c.get("sentence"), text)})
    for left, right in pairwise(sentences):
        if right[0] < left[1]:
            yield f"sentences {list(left)} and {list(right)} overlap"


def _claim(claim: dict[str, Any], text: str, types: frozenset[str]) -> Iterator[str]:
    if claim.keys() != CLAIM_FIELDS:
        yield f"fields missing or unknown: {', '.join(sorted(claim.keys() ^ CLAIM_FIELDS))}"
        return
    if not claim["id"] or not claim["event"]:
        yield "empty id or event"
    if claim["event_type"] not in types:
        yield f"unknown event type {claim['event_type']!r}"
    if claim["stance"] not in get_args(Stance):
        yield f"unknown stance {claim['stance']!r}"
    if claim["modality"] not in get_args(Modality):
        yield f"unknown modality {claim['modality']!r}"
    if not isinstance(claim["anonymous"], bool):
        yield "anonymous: expected true or false"
    if claim["date"] is not None and not _is_day(claim["date"]):
        yield f"date {claim['date']!r} is no day and no interval"
    yield from _claim_spans(claim, text)
    yield from _quantities(claim["quantities"])


def _claim_spans(claim: dict[str, Any], text: str) -> Iterator[str]:
    if not _is_span(claim["sentence"], text):
        yield f"sentence {claim['sentence']} is no span of the text"
        return
    start, end = claim["sentence"]
    for field in ("trigger", "actor", "target", "place", "speaker"):
        for span in [claim[field]] if field == "trigger" else claim[field]:
            if not _is_span(span, text):
                yield f"{field} {span} is no span of the text, or has space at its ends"
            elif not start <= span[0] <= span[1] <= end:
                yield f"{field} {text[slice(*span)]!r} stands outside the sentence"
    for field in ("actor_name", "target_name", "place_name", "admin1", "country", "speaker_name"):
        if claim[field] is not None and not str(claim[field]).strip():
            yield f"{field}: expected a name or null"
    if claim["place_name"] is None and claim["admin1"] is not None:
        yield "admin1 without a place"


def _quantities(quantities: dict[str, Any]) -> Iterator[str]:
    for kind, bounds in quantities.items():
        if kind not in get_args(CountKind):
            yield f"unknown quantity {kind!r}"
        if not isinstance(bounds, list) or len(bounds) != 2 or not all(b is None or (isinstance(b, int) and b >= 0) for b in bounds):
            yield f"{kind}: expected [low, high], got {bounds!r}"
        elif bounds == [None, None] or (None not in bounds and bounds[0] > bounds[1]):
            yield f"{kind}: {bounds!r} holds no number"


def _one_type_an_event(story: Story) -> Iterator[str]:
    """Two types for one event are a slip of the pen, unless the story says that accounts differ on it."""
    types: dict[str, set[str]] = defaultdict(set)
    for gold in story.gold.values():
        for claim in gold["claims"]:
            types[claim["event"]].add(claim["event_type"])
    for event, found in types.items():
        if len(found) > 1 and event not in story.card.get("mixed_events", []):
            yield f"event {event!r} has several types: {', '.join(sorted(found))}"
    for event in story.card.get("mixed_events", []):
        if event not in types:
            yield f"mixed_events names {event!r}, which no claim tells of"


def _lineage(story: Story) -> Iterator[str]:
    grouped = Counter(name for group in story.lineage["origins"] for name in group["reports"])
    for name in sorted(grouped.keys() - story.texts.keys()):
        yield f"origins name {name!r}, which is no report"
    for name in story.texts:
        if grouped[name] != 1:
            yield f"report {name!r} stands in {grouped[name]} origins, expected 1"
    origin = {name: group["id"] for group in story.lineage["origins"] for name in group["reports"]}
    for pair in story.lineage["pairs"]:
        where = f"{pair['a']} / {pair['b']}"
        if unknown := {pair["a"], pair["b"]} - story.texts.keys():
            yield f"{where}: no such report: {', '.join(sorted(unknown))}"
            continue
        if pair["a"] == pair["b"] or origin.get(pair["a"]) != origin.get(pair["b"]):
            yield f"{where}: a pair has two reports of one origin"
        if pair["relation"] not in get_args(Relation):
            yield f"{where}: unknown relation {pair['relation']!r}"
        if pair.get("upstream") not in {pair["a"], pair["b"], None}:
            yield f"{where}: upstream {pair['upstream']!r} is neither of them"
        for change in pair.get("lost", []):
            if change["kind"] not in get_args(ChangeKind):
                yield f"{where}: unknown kind of change {change['kind']!r}"
        for aligned in pair.get("aligned", []):
            yield from (f"{where}: {reason}" for reason in _aligned(aligned, story.texts[pair["a"]], story.texts[pair["b"]]))


def _aligned(aligned: dict[str, Any], text_a: str, text_b: str) -> Iterator[str]:
    for side, text in (("a", text_a), ("b", text_b)):
        if not _is_span(aligned[side], text):
            yield f"{side} {aligned[side]} is no span of the text"
            continue
        sentence = text[slice(*aligned[side])]
        yield from (f"{change[side]!r} does not stand in the sentence of {side}" for change in aligned["changes"] if change[side] not in sentence)
    yield from (f"unknown kind of change {change['kind']!r}" for change in aligned["changes"] if change["kind"] not in get_args(ChangeKind))


def _holdings(story: Story) -> Iterator[str]:
    for holding in story.holdings:
        where = holding["place"]
        if holding["status"] not in get_args(HoldingStatus):
            yield f"{where}: unknown status {holding['status']!r}"
        days = [holding["since"], holding["until"]]
        for day in days:
            if day is not None and not _is_day(day):
                yield f"{where}: {day!r} is no day and no interval"
        if all(days) and str(days[0])[:10] > str(days[1])[-10:]:
            yield f"{where}: until lies before since"
        if not holding["according_to"]:
            yield f"{where}: according to nobody"
        for voice in holding["according_to"] + holding["disputed_by"]:
            if voice["report"] not in story.texts:
                yield f"{where}: no such report: {voice['report']!r}"
            elif not _is_span(voice["sentence"], story.texts[voice["report"]]):
                yield f"{where}: sentence {voice['sentence']} is no span of {voice['report']}"


def _is_span(span: Any, text: str) -> bool:
    if not isinstance(span, list) or len(span) != 2 or not all(isinstance(n, int) for n in span):
        return False
    words = text[span[0] : span[1]] if 0 <= span[0] < span[1] <= len(text) else ""
    return bool(words) and words == words.strip()


def _is_time(value: Any) -> bool:
    try:
        datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return len(value) >= 10


def _is_day(value: Any) -> bool:
    """A day or an interval "A/B" in order."""
    parts = value.split("/") if isinstance(value, str) else []
    try:
        days = [date.fromisoformat(part) for part in parts if len(part) == 10]
    except ValueError:
        return False
    return len(days) == len(parts) and 1 <= len(parts) <= 2 and days == sorted(days)
