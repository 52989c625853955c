"""Measuring places on passages, and times on first lines."""

import json
from pathlib import Path

from quality import first_lines, places


def test_the_gold_has_what_it_says() -> None:
    gold = places.load_gold()
    assert len({passage["war"] for passage in gold}) >= 20
    assert sum(toponym["lat"] is not None for passage in gold for toponym in passage["toponyms"]) >= 600
    for passage in gold:
        for toponym in passage["toponyms"]:
            start, end = toponym["span"]
            assert passage["text"][start:end] == toponym["name"]
    by_split = {split: {passage["war"] for passage in places.load_gold(split)} for split in ("dev", "test")}
    assert by_split["dev"].isdisjoint(by_split["test"])


def test_no_place_of_the_gold_stands_in_it_too_often() -> None:
    points = [(round(t["lat"], 1), round(t["lon"], 1)) for p in places.load_gold() for t in p["toponyms"] if t["lat"] is not None]
    assert max(points.count(point) for point in set(points)) <= 15


def test_what_is_missed_astray_or_far_off_lowers_the_figures() -> None:
    text = "Shells hit Aleppo and Nowhereville on Monday."
    at = text.index("Nowhereville")
    right = {"span": [11, 17], "name": "Aleppo", "lat": 36.2, "lon": 37.16, "kind": "settlement"}
    passage = {"id": "a", "split": "dev", "war": "w", "published": None, "text": text, "toponyms": [right], "ignore": [[at, at + 12]]}
    assert places.score([passage]).figures()["places.all_within_25_km"] == 1.0
    far = passage | {"toponyms": [right | {"lat": 35.0}]}
    total = places.score([far])
    assert total.figures()["places.all_within_25_km"] == 0.0
    assert "km away" in total.wrong[0]
    missed = passage | {"toponyms": [right | {"span": [0, 6], "name": "Shells"}]}
    assert places.score([missed]).figures()["places.recognition_recall"] == 0.0


def test_times_below_the_first_lines_are_left_out(tmp_path: Path) -> None:
    gold, predicted, out = tmp_path / "g.jsonl", tmp_path / "p.jsonl", tmp_path / "o.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": "one\ntwo\nthree"}) + "\n")
    predicted.write_text(json.dumps({"id": "a", "times": [{"span": [0, 3]}, {"span": [8, 13]}]}) + "\n")
    assert first_lines.main([str(gold), str(predicted), str(out), "2"]) == 0
    assert json.loads(out.read_text())["times"] == [{"span": [0, 3]}]
    assert first_lines.main([]) == 2
