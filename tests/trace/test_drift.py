import pytest
from trace_stories import REWRITE, WIRE

from contested.records import Change
from contested.trace.alignment import Alignment, Pair, align
from contested.trace.compare import compare
from contested.trace.drift import find_drift
from contested.trace.prepared import prepare
from factory import report


def _drift(left: str, right: str) -> list[Change]:
    """The changes between two sentences that are known to be a pair."""
    a, b = prepare(report(left)), prepare(report(right))
    assert len(a.sentences) == len(b.sentences) == 1
    alignment = Alignment(pairs=(Pair(a=0, b=0, score=1.0, wording=1.0),), meanings=None)
    return list(find_drift(a, b, alignment)[0])


def _told(left: str, right: str) -> set[tuple[str, str, str]]:
    return {(change.kind, change.a, change.b) for change in _drift(left, right)}


@pytest.mark.parametrize(
    ("left", "right", "change"),
    [
        ("Shelling killed 12 people in Norvale.", "Shelling killed 21 people in Norvale.", ("number", "12 people", "21 people")),
        ("Shelling killed 12 people in Norvale.", "Shelling killed dozens of people in Norvale.", ("number", "12 people", "dozens")),
        ("Shelling wounded 12 people near the mill.", "Shelling wounded people near the mill.", ("number", "12 people", "")),
        ("The convoy left for Norvale at once.", "The convoy left for Eastford at once.", ("name", "Norvale", "Eastford")),
        ("Troops fired rockets in Norvale again.", "Troops fired rockets in Eastford again.", ("place", "Norvale", "Eastford")),
        ("The town fell on Monday after a siege.", "The town fell on Tuesday after a siege.", ("time", "Monday", "Tuesday")),
        ("The town fell on Monday after a siege.", "The town fell after a siege.", ("time", "Monday", "")),
        ("They blew up Selm Span, the longest bridge on the lower river.", "They blew up Selm Span, the longest bridge in the country.",
         ("qualifier", "the longest bridge on the lower river", "the longest bridge in the country")),
        ("Tarsk is the third harbour of Merrow.", "Tarsk is the last harbour of Merrow.",
         ("qualifier", "the third harbour of Merrow", "the last harbour of Merrow")),
        ("The slightly cracked pier was shelled.", "The severely cracked pier was shelled.", ("qualifier", "slightly cracked", "severely cracked")),
        ("The dockers are on the army's side.", "The dockers are partly on the army's side.", ("qualifier", "", "partly on")),
        ('He said "nine keepers had stepped ashore before the shot".', 'He said "nine keepers had jumped ashore after the shot".',
         ("quote", "nine keepers had stepped ashore before the shot", "nine keepers had jumped ashore after the shot")),
        ("The presidency acknowledged the collapse of the truce, which was due to last until October.", "The truce was due to last until October.",
         ("attribution", "The presidency acknowledged the collapse of the truce", "")),
        ("The dockers said they had sunk the barge.", "The dockers alleged they had sunk the barge.", ("attribution", "said", "alleged")),
        ("Rebels hold the bridge.", "According to the governor, rebels hold the bridge.", ("attribution", "", "According to the governor")),
        ("The governor said rebels hold the bridge.", "The bishop said rebels hold the bridge.", ("attribution", "governor", "bishop")),
        ("The army may have used gas in the valley.", "The army used gas in the valley.", ("hedge", "may have used", "")),
        ("The army did not bomb the mill.", "The army bombed the mill.", ("negation", "not bomb the", "")),
        ("Rebels took the mill, burning two grain trucks beside the old church, and left at dawn.", "Rebels took the mill and left at dawn.",
         ("dropped", "burning two grain trucks beside the old church", "")),
    ],
)  # fmt: skip
def test_a_change_of_what_a_sentence_commits_to_is_told_with_its_words(left: str, right: str, change: tuple[str, str, str]) -> None:
    assert change in _told(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Marines shot at the ferry.", "Marines fired at the ferry."),
        ("They shelled Tarsk, the biggest island in the bay.", "They bombarded Tarsk, the largest island in the bay."),
        ("Shelling killed ten people.", "Shelling killed 10 people."),
        ("He said “we will hold the town”.", 'He said "we will hold the town".'),
        ("The governor said rebels hold the bridge.", "Rebels hold the bridge, the governor said."),
        ("The sixth dyke burst.", "Six dykes burst."),
    ],
)
def test_other_words_for_the_same_are_no_drift(left: str, right: str) -> None:
    assert _told(left, right) == set()


def test_a_sentence_told_in_two_has_dropped_nothing() -> None:
    left = "Rebels seized the river town of Norvale on Tuesday after burning two grain trucks, the governor said."
    right = "Rebels seized the river town of Norvale on Tuesday. The governor said rebels burned two grain trucks before the river town fell."
    a, b = prepare(report(left)), prepare(report(right))
    alignment = align(a, b)
    assert {(pair.a, pair.b) for pair in alignment.pairs} == {(0, 0), (0, 1)}
    kinds = {change.kind for changes in find_drift(a, b, alignment) for change in changes}
    assert not kinds & {"dropped", "attribution", "number"}


def test_the_drift_of_a_rewrite_is_told_sentence_by_sentence() -> None:
    left, right = report(WIRE, name="a"), report(REWRITE, name="b")
    found = compare(left, right)
    assert found is not None
    flipped = found.a != left.id
    told = {(c.kind, *((c.b, c.a) if flipped else (c.a, c.b))) for pair in found.aligned for c in pair.changes}
    assert ("qualifier", "the longest bridge in the archipelago", "the country's longest bridge") in told
    assert ("quote", "no keeper goes home while our people sit in a locked bus", "no keeper sails home while our people rot in a locked bus") in told
    assert ("attribution", "The presidency acknowledged the collapse of the truce", "") in told
    assert ("hedge", "may have aimed", "") in told
