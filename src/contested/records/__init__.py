"""What flows through the house: frozen dataclasses over the standard library alone."""

from contested.records.claim import Claim, Count, CountKind, Dated, Extract, Standing, TargetKind
from contested.records.event import Agreement, Assessment, Event, FieldAssessment, Status, Variant
from contested.records.holding import Holding, HoldingStatus
from contested.records.lineage import Aligned, Change, ChangeKind, Kinship, Lineage, Relation
from contested.records.marks import (
    Actor,
    ActorRef,
    Attribution,
    Doubt,
    Marks,
    Modality,
    Place,
    PlaceKind,
    PlaceRef,
    Quantity,
    Stance,
    TimeType,
    When,
)
from contested.records.reason import Reason
from contested.records.report import Report, report_id
from contested.records.span import Span, Spans
from contested.records.tally import Known, SetAside, Tally

__all__ = [
    "Actor", "ActorRef", "Agreement", "Aligned", "Assessment", "Attribution", "Change", "ChangeKind", "Claim", "Count", "CountKind", "Dated",
    "Doubt", "Event", "Extract", "FieldAssessment", "Holding", "HoldingStatus", "Kinship", "Known", "Lineage", "Marks", "Modality", "Place", "PlaceKind",
    "PlaceRef", "Quantity", "Reason", "Relation", "Report", "SetAside", "Span", "Spans", "Stance", "Standing", "Status", "Tally", "TargetKind",
    "TimeType", "Variant", "When", "report_id",
]
