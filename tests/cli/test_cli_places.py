"""`contested places`."""

import json

from conftest import Call


def test_a_name_is_shown_with_its_places_and_why_one_is_meant(call: Call) -> None:
    done = call("places", "Tripoli", "--near", "Beirut")
    assert done.status == 0
    assert "is read to mean Tripoli (settlement; " in " ".join(done.out.split())
    assert "the report speaks of Lebanon" in done.out


def test_as_json_the_best_comes_first_with_all_that_speaks_for_it(call: Call) -> None:
    rows = [json.loads(line) for line in call("places", "Hit", "--country", "iq", "--json").out.splitlines()]
    assert (rows[0]["name"], rows[0]["country"], rows[0]["precision"]) == ("Hit", "IQ", 1)
    assert {"weight", "because"} == set(rows[0]["because"][0])
    assert all(row["country"] == "IQ" for row in rows)


def test_a_name_that_is_not_there_is_told_with_what_is_spelled_alike(call: Call) -> None:
    done = call("places", "Lashkarga")
    assert done.status == 0
    assert "has no place called Lashkarga" in done.out
    assert "Lashkar Gah" in done.out


def test_what_is_no_name_and_no_country_is_refused(call: Call) -> None:
    assert call("places", " ").status == 2
    wrong = call("places", "Hit", "--country", "Iraq")
    assert wrong.status == 2
    assert "--country Iraq" in wrong.err


def test_words_of_markup_are_shown_as_they_are(call: Call) -> None:
    done = call("places", "[/bold]Norvale[red]", "--near", "[/x]")
    assert done.status == 0
    assert "[/bold]Norvale[red]" in done.out
    assert call("places", "Hit", "--near", "[/x]").out.startswith("The gazetteer has no place called [/x]")
