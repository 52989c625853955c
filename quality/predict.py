"""Predictions of the product's own parts, in the formats that public gold data is scored in.

    python -m quality.predict TASK IN.jsonl OUT.jsonl

TASK: events event_type templates actors places times attribution factuality coref lineage. IN holds one object a line:
"id" and "text", "published" or "dct" where known, "target" for factuality, "a", "b", "text_a", "text_b" for lineage pairs.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from contested.assembly import assemble, reports_of
from contested.errors import ContestedError, NotBuiltError
from contested.export.inspect_json import claim_object
from contested.pipeline import Inspected, through
from contested.records import Report, Span, report_id
from contested.settings import Settings
from contested.trace import compare
from quality.incidents import templates_of

Line = dict[str, Any]
_BATCH = 200


def events(line: Line, seen: Inspected) -> Line:
    """All claims, with the spans of their roles."""
    fields = ("event_type", "trigger", "actor", "target", "place", "time", "quantities", "modality")
    objects = [claim_object(claim, event=None) for claim in seen.extract.claims]
    return {"id": line["id"], "claims": [{field: claim[field] for field in fields} for claim in objects]}


def event_type(line: Line, seen: Inspected) -> Line:
    """The type of the claim that fills most of its frame; null where there is none."""
    best = max(seen.extract.claims, key=lambda claim: (claim.modality == "actual", claim.confidence, -claim.trigger.start), default=None)
    return {"id": line["id"], "event_type": best.event_type if best else None}


def templates(line: Line, seen: Inspected) -> Line:
    """Incidents with who did them, to whom, with what."""
    return {"id": line["id"], "templates": templates_of(seen)}


def actors(line: Line, seen: Inspected) -> Line:
    """Who acts and who is acted upon: the roles of the claims; where a sentence claims nothing, its first two actors."""
    source = {span for claim in seen.extract.claims for span in claim.actor}
    target = {span for claim in seen.extract.claims for span in claim.target} - source
    named = [actor.span for actor in seen.marks.actors if actor.ref is not None]
    if not source:
        source = {span for span in named if span not in target and not any(span.overlaps(other) for other in target)}
        source = set(sorted(source)[:1])
    if not target:
        target = set(sorted(span for span in named if not any(span.overlaps(other) for other in source))[:1])
    return {"id": line["id"], "source": [list(s) for s in sorted(source)], "target": [list(s) for s in sorted(target)]}


def places(line: Line, seen: Inspected) -> Line:
    """Named places; words that stand for one ("the city") are no toponyms."""
    return {
        "id": line["id"],
        "places": [
            {"span": list(p.span), "lat": p.ref.lat if p.ref else None, "lon": p.ref.lon if p.ref else None} for p in seen.marks.places if not p.anaphor
        ],
    }


def times(line: Line, seen: Inspected) -> Line:
    """Times with their TIMEX3 values."""
    return {"id": line["id"], "times": [{"span": list(when.span), "type": when.type, "value": when.value} for when in seen.marks.times]}


def attribution(line: Line, seen: Inspected) -> Line:
    """Source, cue and content."""
    found = [
        {"source": [list(s) for s in a.source], "cue": [list(s) for s in a.cue], "content": [list(s) for s in a.content]} for a in seen.marks.attributions
    ]
    return {"id": line["id"], "attributions": found}


def factuality(line: Line, seen: Inspected) -> Line:
    """The modality of one word: the strongest doubt over it, else actual."""
    target = Span(*line["target"])
    over = {doubt.modality for doubt in seen.marks.doubts if any(span.overlaps(target) for span in doubt.over)}
    return {"id": line["id"], "modality": next((m for m in ("negated", "possible", "planned", "ongoing") if m in over), "actual")}


SEEING: dict[str, Callable[[Line, Inspected], Line]] = {
    task.__name__: task for task in (events, event_type, templates, actors, places, times, attribution, factuality)
}


def lineage(lines: list[Line]) -> Iterator[Line]:
    """The relation of each pair; the agency that each lone report credits."""
    for line in lines:
        if "text_a" in line:
            kinship = compare(_report(line["a"], line["text_a"]), _report(line["b"], line["text_b"]))
            yield {"a": line["a"], "b": line["b"], "relation": kinship.relation if kinship else "independent"}
    for line, report in _read([line for line in lines if "text" in line]):
        yield {"id": line["id"], "agency": report.agency}


def predict(task: str, lines: list[Line]) -> Iterator[Line]:
    """Predictions, one a line, in the order of the lines. Raises NotBuiltError for a task that nothing answers yet."""
    if task == "lineage":
        yield from lineage(lines)
        return
    if task == "coref":
        raise NotBuiltError("coref: given mentions are not clustered yet; `contested inspect --json` gives each claim the id of its event")
    if task not in SEEING:
        raise NotBuiltError(f"{task}: no such task; known are {', '.join([*SEEING, 'coref', 'lineage'])}")
    parts = assemble(Settings())
    for start in range(0, len(lines), _BATCH):
        read = list(_read(lines[start : start + _BATCH]))
        for (line, _), seen in zip(read, through([report for _, report in read], parts), strict=True):
            yield SEEING[task](line, seen)


def _read(lines: Iterable[Line]) -> Iterator[tuple[Line, Report]]:
    """The lines as reports, through the product's own reader."""
    by_number = {str(i): line for i, line in enumerate(lines)}
    with TemporaryDirectory() as folder:
        source = Path(folder) / "lines.jsonl"
        with source.open("w", encoding="utf-8") as out:
            for number, line in by_number.items():
                told = {"id": number, "text": line["text"], "published": line.get("published") or line.get("dct"), "outlet": line.get("outlet")}
                out.write(json.dumps({key: value for key, value in told.items() if value}) + "\n")
        for item in reports_of([source], settings=Settings()):
            if isinstance(item, Report):
                yield by_number[item.name], item


def _report(name: str, text: str) -> Report:
    return Report(id=report_id(text, outlet=None, published=None, title=None, url=None, given=name), name=name, text=text)


def main(arguments: list[str]) -> int:
    """0 done, 2 the call was wrong."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    task, source, target = arguments
    opened = gzip.open if source.endswith(".gz") else open
    try:
        with opened(source, "rt", encoding="utf-8") as text:
            lines = [json.loads(line) for line in text if line.strip()]
        with open(target, "w", encoding="utf-8") as out:
            for prediction in predict(task, lines):
                out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    except (OSError, ValueError, ContestedError) as error:
        print(f"quality.predict: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
