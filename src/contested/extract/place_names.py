"""What the report itself calls the places of its claims: "Duékoué", where the gazetteer writes Duekoue."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from contested.extract.scene import Scene
from contested.records import Claim, PlaceRef


def with_place_names(scene: Scene, claims: Sequence[Claim]) -> list[Claim]:
    """Name every claim's place as the report does most often; a report that has the gazetteer's own spelling as well means that."""
    names = names_said(scene)
    return [replace(claim, place_name=names.get(claim.place_ref, claim.place_ref.name)) if claim.place_ref is not None else claim for claim in claims]


def names_said(scene: Scene) -> dict[PlaceRef, str]:
    """What the report calls each place that it names."""
    said: dict[PlaceRef, Counter[str]] = {}
    for place in scene.marks.places:
        if place.ref is not None and not place.anaphor:
            said.setdefault(place.ref, Counter())[place.wording] += 1
    return {ref: ref.name if ref.name in words else words.most_common(1)[0][0] for ref, words in said.items()}
