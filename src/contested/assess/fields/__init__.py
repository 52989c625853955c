"""One field a file; ASPECTS lists them in the order an assessment shows them."""

from typing import get_args

from contested.assess.fields.aspect import Aspect, Value
from contested.assess.fields.counts import count_aspect
from contested.assess.fields.date import DATE
from contested.assess.fields.happened import HAPPENED
from contested.assess.fields.parties import ACTOR, TARGET
from contested.assess.fields.place import PLACE
from contested.assess.fields.type import TYPE
from contested.records import CountKind

ASPECTS: tuple[Aspect, ...] = (TYPE, HAPPENED, ACTOR, TARGET, PLACE, DATE, *(count_aspect(kind) for kind in get_args(CountKind)))

__all__ = ["ASPECTS", "Aspect", "Value"]
