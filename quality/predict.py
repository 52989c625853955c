"""Predictions of the product's own parts, in the formats that public gold data is scored in.

    python -m quality.predict TASK IN OUT

TASK: events event_type templates actors places times attribution factuality lineage. IN is JSON lines (.gz as well), one object a line:
"id" and "text", "published" or "dct" where known, "target" for factuality; "a", "b", "text_a", "text_b" for the pairs of lineage.
OUT has one line for each line of IN, in the same order; a text that the product sets aside has an empty prediction.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from contested.annotate.places import national_adjectives
from contested.assembly import assemble, reports_of
from contested.errors import CallError, ContestedError, NotBuiltError
from contested.export.inspect_json import claim_object
from contested.language.encoder import open_encoder
from contested.pipeline import Inspected, through
from contested.records import Claim, Extract, Marks, Report, Span
from contested.reference.gazetteer import Gazetteer, open_gazetteer
from contested.reference.ontology import load_ontology
from contested.settings import Settings
from contested.trace import compare
from quality.harm_words import harm_words
from quality.incidents import templates_of
from quality.sides import sides_of

Line = dict[str, Any]
_BATCH = 200


def events(line: Line, seen: Inspected) -> Line:
    """All claims, with the spans of their roles, and the deaths and injuries that they count as events under the words for them."""
    fields = ("event_type", "trigger", "actor", "target", "place", "time", "quantities", "modality")
    objects = {claim.id: claim_object(claim, event=None) for claim in seen.extract.claims}
    found = [{field: claim[field] for field in fields} for claim in objects.values()]
    for claim, kind, word in harm_words(seen.report, seen.extract.claims):
        told = {field: objects[claim.id][field] for field in fields}
        found.append(told | {"event_type": "kill", "trigger": list(word), "quantities": {kind: told["quantities"][kind]}})
    return {"id": line.get("id"), "claims": found}


def event_type(line: Line, seen: Inspected) -> Line:
    """The type of the main claim: a plain fact before a plan, a happening before words about it, the surest, the first; null where there is none."""

    def rank(claim: Claim) -> tuple[bool, bool, float, int]:
        happens = load_ontology().type(claim.event_type).acled not in ("-", "Other")
        return claim.modality in ("actual", "ongoing"), happens, claim.confidence, -claim.trigger.start

    best = max(seen.extract.claims, key=rank, default=None)
    return {"id": line.get("id"), "event_type": best.event_type if best else None}


def templates(line: Line, seen: Inspected) -> Line:
    """Incidents with who did them, to whom, with what."""
    return {"id": line.get("id"), "templates": templates_of(seen)}


def actors(line: Line, seen: Inspected) -> Line:
    """Who acts and who is acted upon."""
    source, target = sides_of(seen)
    return {"id": line.get("id"), "source": [list(s) for s in source], "target": [list(s) for s in target]}


@cache
def _gazetteer() -> Gazetteer:
    return open_gazetteer()


def places(line: Line, seen: Inspected) -> Line:
    """Named places, and national adjectives ("the Syrian army"), which the sets count; words that stand for a place ("the city") are no toponyms."""
    named = [place for place in seen.marks.places if not place.anaphor]
    taken = [place.span for place in named]
    named += [place for place in national_adjectives(seen.report, _gazetteer()) if not any(place.span.overlaps(span) for span in taken)]
    named.sort(key=lambda place: place.span.start)
    found = [{"span": list(p.span), "lat": p.ref.lat if p.ref else None, "lon": p.ref.lon if p.ref else None} for p in named]
    return {"id": line.get("id"), "places": found}


def times(line: Line, seen: Inspected) -> Line:
    """Times with their TIMEX3 values."""
    return {"id": line.get("id"), "times": [{"span": list(when.span), "type": when.type, "value": when.value} for when in seen.marks.times]}


def attribution(line: Line, seen: Inspected) -> Line:
    """Source, cue and content."""
    found = [
        {"source": [list(s) for s in a.source], "cue": [list(s) for s in a.cue], "content": [list(s) for s in a.content]} for a in seen.marks.attributions
    ]
    return {"id": line.get("id"), "attributions": found}


def factuality(line: Line, seen: Inspected) -> Line:
    """The modality of one word: the strongest doubt over it, else actual. Raises CallError for a line without target."""
    if "target" not in line:
        raise CallError(f'line {line.get("id")}: factuality needs a "target" [start, end]')
    target = Span(*line["target"])
    over = {doubt.modality for doubt in seen.marks.doubts if any(span.overlaps(target) for span in doubt.over)}
    return {"id": line.get("id"), "modality": next((m for m in ("negated", "possible", "planned", "ongoing") if m in over), "actual")}


SEEING: dict[str, Callable[[Line, Inspected], Line]] = {
    task.__name__: task for task in (events, event_type, templates, actors, places, times, attribution, factuality)
}


def lineage(lines: Sequence[Line]) -> Iterator[Line]:
    """The relation of each pair; the agency that each lone report credits."""
    encoder = open_encoder()
    for line in lines:
        if "text_a" in line:
            a, b = read_as_reports([{"text": line["text_a"]}, {"text": line["text_b"]}])
            kinship = compare(a, b, encoder=encoder) if a and b else None
            yield {"a": line["a"], "b": line["b"], "relation": kinship.relation if kinship else "independent"}
        else:
            report = read_as_reports([line])[0]
            yield {"id": line.get("id"), "agency": report.agency if report else None}


def predict(task: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Predictions, one a line, in the order of the lines. Raises as `check` does, and CallError for a line that its task cannot use."""
    check(task)
    if task == "lineage":
        yield from lineage(lines)
        return
    parts = assemble(Settings())
    for start in range(0, len(lines), _BATCH):
        batch = lines[start : start + _BATCH]
        reports = read_as_reports(batch)
        inspected = through([report for report in reports if report], parts)
        for line, report in zip(batch, reports, strict=True):
            yield SEEING[task](line, next(inspected) if report else _NOTHING)


def check(task: str) -> None:
    """Raises NotBuiltError for what nothing answers yet, CallError for an unknown task."""
    if task == "coref":
        raise NotBuiltError("coref: given mentions are not clustered yet; `contested inspect --json` gives each claim the id of its event")
    if task not in SEEING and task != "lineage":
        raise CallError(f"{task}: no such task; known are {', '.join([*SEEING, 'lineage'])}")


_NOTHING = Inspected(report=Report(id="", name="", text=""), marks=Marks(), extract=Extract())


def read_as_reports(lines: Sequence[Line]) -> list[Report | None]:
    """The lines through the product's own reader, None for those that it sets aside; a date that it cannot read is left out."""
    reports = _read(lines, ("text", "published", "dct", "outlet"))
    again = _read([line if report is None else {} for line, report in zip(lines, reports, strict=True)], ("text",)) if None in reports else reports
    return [report or other for report, other in zip(reports, again, strict=True)]


def _read(lines: Sequence[Line], fields: tuple[str, ...]) -> list[Report | None]:
    """Numbers for ids, so that one text under two ids is two reports."""
    found: list[Report | None] = [None] * len(lines)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "lines.jsonl"
        with source.open("w", encoding="utf-8") as out:
            for number, line in enumerate(lines):
                told = {field: line[field] for field in fields if line.get(field)}
                out.write(json.dumps({"id": str(number), "published": told.pop("dct", None)} | told) + "\n")
        for item in reports_of([source], settings=Settings()):
            if isinstance(item, Report):
                found[int(item.name)] = item
    return found


def _lines_of(source: str) -> list[Line]:
    """Raises ValueError naming the line that is no JSON object or has no text."""
    opened = gzip.open if source.endswith(".gz") else open
    lines = []
    with opened(source, "rt", encoding="utf-8") as text:
        for number, words in enumerate(text, 1):
            if not words.strip():
                continue
            line = json.loads(words)
            if not isinstance(line, dict) or not ("text" in line or {"a", "b", "text_a", "text_b"} <= line.keys()):
                raise ValueError(f'{source}:{number}: expected an object with "text", or with "a", "b", "text_a" and "text_b"')
            lines.append(line)
    return lines


def main(arguments: list[str]) -> int:
    """0 done, 2 the call was wrong."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    task, source, target = arguments
    try:
        check(task)
        lines = _lines_of(source)
        predictions = predict(task, lines)
        first = list(islice(predictions, 1))  # a wrong call leaves no file behind
        with open(target, "w", encoding="utf-8") as out:
            for prediction in chain(first, predictions):
                out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    except (OSError, ValueError, ContestedError) as error:
        print(f"quality.predict: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
