"""Records with something in every field, and all that can be derived from two reports."""

from contested.records import (
    Aligned,
    Assessment,
    Change,
    Claim,
    Count,
    Event,
    FieldAssessment,
    Holding,
    Kinship,
    Lineage,
    Reason,
    Report,
    Span,
    Standing,
    Variant,
)
from factory import claim, dated, place_ref

NOON = "2031-03-05T12:00:00+00:00"


def standing(**fields: object) -> Standing:
    known = {
        "id": "s1", "report": "r1", "sentence": Span(0, 32), "trigger": Span(0, 6), "status": "held", "place_name": "Norvale prison",
        "place_ref": None, "holder": "Rebels", "dated": dated(),
    } | fields
    return Standing(**known)  # type: ignore[arg-type]


def full_claim(told: Report) -> Claim:
    """A claim with something in every field."""
    return claim(
        id="full", report=told.id, time=(Span(25, 31),), speaker=(Span(0, 6),), speaker_name="Mayor", speaker_kind="person", cue=(Span(7, 13),),
        quantities=(Count(kind="killed", low=3, high=None, wording="at least three", span=Span(1, 5)),), stance="claims", anonymous=True,
        modality="possible", confidence=0.5, reasons=(Reason(score=0.5, because="tried"),), place_ref=place_ref(geonameid=7),
    )


def derived(a: Report, b: Report) -> dict[str, object]:
    """Everything that can be derived from two reports with the claims c1 and c2."""
    low, high = sorted((a.id, b.id))
    change = Change(kind="number", a="3", b="30", a_span=Span(0, 1), b_span=None, note="ten times")
    kinship = Kinship(
        a=low, b=high, relation="rewrite", score=0.8, reasons=(Reason(score=0.8, because="one order"),),
        aligned=(Aligned(a=Span(0, 5), b=Span(1, 6), score=0.9, changes=(change,)),), upstream=low, only_b=(Span(7, 9),),
    )
    place = FieldAssessment(
        field="place", value="Norvale", variants=(Variant(value="Norvale", claims=("c1", "c2"), origins=1),), agreement="agree", because="all say so"
    )
    assessment = Assessment(
        event="e1", event_type="seize", status="single_origin", origins=1, reports=(a.id, b.id), outlets=("Norvale Courier",), speakers=(),
        fields=(place,), known_from="2031-03-04",
    )
    holding = Holding(
        id="h1", place="Norvale", place_ref=place_ref(), status="held", holder="Rebels", challenger=None, since="2031-03-03", until=None,
        known_from="2031-03-04", disputed=False, claims=("c1",), disputed_by=(),
    )
    return {
        "lineage": Lineage(kinships=(kinship,), origins=((low, "o1"), (high, "o1"))),
        "events": (Event(id="e1", event_type="seize", claims=("c1", "c2")),),
        "assessments": (assessment,),
        "holdings": (holding,),
    }
