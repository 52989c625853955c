"""Two claims of one sentence."""

from contested.merge.telling import Telling
from contested.records import Reason


def compare_sentence(left: Telling, right: Telling) -> Reason | None:
    """One speaker tells one happening once in a sentence; two speakers who are credited with the same words tell the same."""
    one, other = left.claim, right.claim
    if one.report != other.report or not one.sentence.overlaps(other.sentence):
        return None
    if one.trigger == other.trigger:
        return Reason(score=0.85, because="told by the same words")
    if one.speaker_name == other.speaker_name:
        return Reason(score=0.2, because="told apart in one sentence")
    return None
