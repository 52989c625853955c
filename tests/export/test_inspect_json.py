import json

from contested.export.inspect_json import claim_object, inspected, standing_object
from contested.records import Actor, Attribution, Extract, Marks, Place, Quantity, Span, When
from factory import actor_ref, claim, count, place_ref, report, standing

TOLD = report("Rebels seized Norvale on Monday.", agency="Wire", title="Town falls")


def test_a_report_without_marks_is_its_text_and_empty_lists() -> None:
    row = inspected(report("Nothing happened.", outlet=None, published=None), Marks(sentences=(Span(0, 17),)), Extract(), events={})
    assert (row["text"], row["outlet"], row["agency"], row["published"], row["title"]) == ("Nothing happened.", None, None, None, None)
    assert row["sentences"] == [[0, 17]]
    assert all(row[name] == [] for name in ("places", "times", "actors", "quantities", "attributions", "claims", "standings"))


def test_marks_without_a_meaning_keep_their_words_and_null() -> None:
    marks = Marks(
        sentences=(Span(0, 32),), places=(Place(span=Span(14, 21), wording="Norvale", ref=None),), actors=(Actor(span=Span(0, 6), wording="Rebels", ref=None),),
        times=(When(span=Span(25, 31), wording="Monday", type="DATE", value=None, earliest=None, latest=None),),
    )  # fmt: skip
    row = inspected(TOLD, marks, Extract(), events={})
    (place,), (actor,), (when,) = row["places"], row["actors"], row["times"]
    assert (place["span"], place["name"], place["lat"], place["lon"], place["country"], place["precision"]) == ([14, 21], "Norvale", None, None, None, None)
    assert (actor["span"], actor["name"], actor["kind"]) == ([0, 6], None, None)
    assert (when["span"], when["type"], when["value"], when["earliest"], when["latest"]) == ([25, 31], "DATE", None, None, None)


def test_marks_with_a_meaning_tell_it() -> None:
    marks = Marks(
        sentences=(Span(0, 32),), places=(Place(span=Span(14, 21), wording="Norvale", ref=place_ref(geonameid=7)),),
        actors=(Actor(span=Span(0, 6), wording="Rebels", ref=actor_ref()),),
        quantities=(Quantity(span=Span(0, 2), number=Span(0, 1), wording="three people", low=3, high=None, unit="people"),),
        attributions=(Attribution(source=(Span(0, 6),), cue=(Span(7, 13),), content=(Span(14, 21),), speaker="Rebels"),),
    )  # fmt: skip
    row = inspected(TOLD, marks, Extract(), events={})
    assert (row["places"][0]["name"], row["places"][0]["admin1"], row["places"][0]["geonameid"]) == ("Norvale", "Westmark", 7)
    assert (row["actors"][0]["name"], row["actors"][0]["kind"]) == ("Red Front", "rebel_group")
    assert row["quantities"] == [{"span": [0, 2], "low": 3, "high": None, "unit": "people"}]
    assert [row["attributions"][0][part] for part in ("source", "cue", "content")] == [[[0, 6]], [[7, 13]], [[14, 21]]]


def test_a_claim_names_its_event_only_where_it_has_one() -> None:
    row = inspected(TOLD, Marks(sentences=()), Extract(claims=(claim(id="c1"), claim(id="c2"))), events={"c1": "e1"})
    assert [(told["id"], told["event"]) for told in row["claims"]] == [("c1", "e1"), ("c2", None)]


def test_a_claim_keeps_open_bounds_and_what_is_unknown() -> None:
    row = claim_object(claim(quantities=(count(low=24, high=None), count("injured", 3)), place_ref=None, dated=None), event=None)
    assert (row["place_name"], row["lat"], row["country"], row["date"]) == (None, None, None, None)
    assert row["quantities"]["injured"] == [3, 3]
    assert json.loads(json.dumps(row)) == row


def test_a_standing_says_who_holds_what() -> None:
    row = standing_object(standing())
    assert (row["place_name"], row["status"], row["holder"], row["sentence"]) == ("Norvale", "held", "Red Front", [0, 32])
    assert json.loads(json.dumps(row)) == row
