import random
import time

import pytest
from trace_stories import INDEPENDENT, REWRITE, TRIMMED, WIRE

from contested.records import Kinship, Lineage, Report
from contested.settings import TraceSettings
from contested.trace import compare, trace
from factory import report

_SETTINGS = TraceSettings()


_LAKE = """The lake froze early in Harrow this year and the ferries stopped running for good after one of them lost its rudder off the pier.
Fish prices doubled within days at every stall on the quay, and the smokehouses by the old harbour wall put out their fires one after another.
Schools in four villages closed because their stoves had no fuel left, and the teachers walked home along the shore with their books on sledges.
A choir from the hills sang for the refugees in the old brewery, where families sleep on sacks of barley under the copper kettles.
Engineers hope to mend the weir before the thaw reaches the valley, but the parts they ordered in autumn are still in a warehouse abroad.
Nobody has counted the skaters who vanished on the eastern bay, though parish priests keep lists of the names that mothers bring them.
The museum lent its wooden boats to the rescuers, who drag them over the ice by lantern light whenever somebody hears a cry.
Snow is forecast until the end of the month, according to the observatory, whose roof collapsed under its weight last weekend.""".splitlines()
_BUDGET = """Parliament debated the budget until two in the morning without a vote, and the speaker fell asleep twice behind her desk.
The finance minister offered to resign and was asked to stay until spring, when the loans from the coastal banks come due.
Opposition benches stayed empty as members marched to the palace gates carrying lamps, drums and a coffin made of cardboard.
Markets fell sharply when the central bank raised its rate once more, wiping out the savings of many pensioners in the capital.
A strike by railway clerks is to begin on Sunday unless wages rise, and the dockers voted to join them within the week.
Economists at the university doubt that the new tax on salt will bring in even half of what the treasury has written down.
The crown prince cancelled his wedding banquet to save money and gave the wine to hospitals, the court circular announced.
Newspapers appeared with blank columns where the censors had cut letters from readers about the price of bread and paraffin.""".splitlines()


def _report(text: str, name: str, **fields: object) -> Report:
    return report(text, name=name, **fields)


def _kinship(left: str, right: str, **fields: object) -> Kinship | None:
    return compare(_report(left, "left.txt", **fields), _report(right, "right.txt", **fields))


def _origins(lineage: Lineage) -> int:
    return len({origin for _, origin in lineage.origins})


def test_the_same_text_in_two_outlets_is_a_duplicate() -> None:
    found = _kinship(WIRE, WIRE)
    assert found is not None
    assert (found.relation, found.score) == ("duplicate", 1.0)
    assert found.only_a == found.only_b == ()


def test_a_trimmed_copy_is_a_copy() -> None:
    found = _kinship(WIRE, TRIMMED)
    assert found is not None
    assert found.relation == "copy"
    assert bool(found.only_a) != bool(found.only_b)


def test_a_reworded_story_is_a_rewrite_and_says_why() -> None:
    found = _kinship(WIRE, REWRITE)
    assert found is not None
    assert found.relation == "rewrite"
    assert len(found.aligned) >= 7
    assert all(reason.because for reason in found.reasons)


def test_an_independent_report_of_the_same_day_is_no_kin() -> None:
    assert _kinship(WIRE, INDEPENDENT) is None
    assert _kinship(REWRITE, INDEPENDENT) is None


def test_short_reports_with_the_same_facts_in_their_own_order_are_no_kin() -> None:
    left = "A bomb killed 14 people at a market in Norvale on Tuesday, police said. The device was hidden in a fruit cart. No group claimed it at once."
    right = "At least 14 people died when a blast hit the main market of Norvale. Ambulances took 30 wounded to Eastford. The governor blamed the Front."
    assert _kinship(left, right) is None


def test_a_few_sentences_word_for_word_in_two_long_stories_are_a_shared_source() -> None:
    shared = [sentence.strip() for sentence in WIRE.split("\n\n")[4:7]]
    found = _kinship("\n".join([*_LAKE, *shared]), "\n".join([*_BUDGET, *shared]))
    assert found is not None
    assert found.relation == "shared_source"
    assert len(found.aligned) == len(shared)
    assert found.upstream is None


def test_nothing_to_compare_is_no_kin() -> None:
    assert _kinship("Rebels.", "Army.") is None
    assert _kinship("...", "...") is None


def test_which_of_two_comes_first_does_not_matter() -> None:
    left, right = _report(WIRE, "left.txt"), _report(REWRITE, "right.txt")
    assert compare(left, right) == compare(right, left)


def test_aligned_sentences_are_spans_of_the_texts() -> None:
    left, right = sorted((_report(WIRE, "left.txt"), _report(REWRITE, "right.txt")), key=lambda r: r.id)
    found = compare(left, right)
    assert found is not None
    for pair in found.aligned:
        assert left.words(pair.a).strip()
        assert right.words(pair.b).strip()
        for change in pair.changes:
            assert change.a == (left.words(change.a_span) if change.a_span else "")
            assert change.b == (right.words(change.b_span) if change.b_span else "")


def test_the_earlier_report_is_upstream_and_the_day_alone_does_not_tell() -> None:
    early = _report(WIRE, "early.txt", published="2031-03-04T08:00")
    late = _report(REWRITE, "late.txt", published="2031-03-04T11:00")
    same_day = _report(REWRITE, "day.txt", published="2031-03-04")
    assert (kin := compare(early, late)) is not None
    assert kin.upstream == early.id
    assert (kin := compare(early, same_day)) is not None
    assert kin.upstream is None


def test_the_agency_itself_is_upstream_of_who_credits_it() -> None:
    agency = _report(WIRE, "agency.txt", outlet="Reuters", published="2031-03-05")
    client = _report(REWRITE, "client.txt", agency="Reuters", published="2031-03-04")
    assert (kin := compare(agency, client)) is not None
    assert kin.upstream == agency.id


def test_origins_group_what_goes_back_to_one_text() -> None:
    reports = [_report(text, name) for text, name in ((REWRITE, "rewrite.txt"), (TRIMMED, "trimmed.txt"), (INDEPENDENT, "own.txt"))]
    reports.insert(0, _report(WIRE, "wire.txt", published="2031-03-03"))
    lineage = trace(reports, settings=_SETTINGS)
    origins = dict(lineage.origins)
    assert set(origins) == {r.id for r in reports}
    assert origins[reports[1].id] == origins[reports[2].id] == reports[0].id
    assert origins[reports[3].id] == reports[3].id


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [_report(text, f"{i}.txt") for i, text in enumerate((WIRE, REWRITE, TRIMMED, INDEPENDENT, WIRE))]
    lineage = trace(reports, settings=_SETTINGS)
    shuffled = reports[:]
    random.Random(7).shuffle(shuffled)
    assert trace(shuffled, settings=_SETTINGS) == lineage
    assert trace(reports + reports, settings=_SETTINGS) == lineage


def test_new_reports_find_their_kin_among_earlier_ones() -> None:
    wire, trimmed, rewrite = (_report(text, f"{i}.txt") for i, text in enumerate((WIRE, TRIMMED, REWRITE)))
    first = trace([wire, trimmed], settings=_SETTINGS)
    second = trace([rewrite], earlier=[wire, trimmed], known=first.kinships, settings=_SETTINGS)
    assert all(rewrite.id in (kinship.a, kinship.b) for kinship in second.kinships)
    assert second.origins == trace([wire, trimmed, rewrite], settings=_SETTINGS).origins
    assert _origins(second) == 1


def test_reports_far_apart_in_time_are_not_compared_unless_a_date_is_unknown() -> None:
    wire = _report(WIRE, "wire.txt", published="2031-03-04")
    late = _report(REWRITE, "late.txt", published="2031-06-04")
    undated = _report(REWRITE, "undated.txt", published=None)
    assert trace([wire, late], settings=_SETTINGS).kinships == ()
    assert len(trace([wire, undated], settings=_SETTINGS).kinships) == 1


def test_nothing_in_nothing_out() -> None:
    assert trace([], settings=_SETTINGS) == Lineage()


@pytest.mark.parametrize("crowd", [60])
def test_a_crowd_of_copies_is_one_origin_without_pairing_all_of_it(crowd: int) -> None:
    reports = [_report(WIRE + f"\nEdition {i} of the evening.\n", f"{i}.txt") for i in range(crowd)]
    started = time.process_time()
    lineage = trace(reports, settings=_SETTINGS)
    assert time.process_time() - started < 20
    assert _origins(lineage) == 1
    assert len(lineage.kinships) < crowd * 8
