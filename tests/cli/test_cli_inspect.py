"""`contested inspect`: what it prints for machines, and what it says to bad input."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import STORY, Call, Outcome, story_lines

GOOD = "Gunmen killed 12 soldiers near Herat on Monday, the army said.\n"

# key -> the types its value may have; the shapes that other programs rely on
REPORT = {
    "report": (str,), "id": (str,), "outlet": (str, None), "agency": (str, None), "published": (str, None), "title": (str, None), "text": (str,),
    "sentences": (list,), "places": (list,), "times": (list,), "actors": (list,), "quantities": (list,), "attributions": (list,), "claims": (list,),
}
MARKS = {
    "places": {
        "name": (str,), "lat": (float, None), "lon": (float, None), "admin1": (str, None), "country": (str, None), "geonameid": (int, None),
        "precision": (int, None),
    },
    "times": {"type": (str,), "value": (str, None), "earliest": (str, None), "latest": (str, None)},
    "actors": {"name": (str, None), "kind": (str, None)},
    "quantities": {"low": (int, None), "high": (int, None), "unit": (str, None)},
}
CLAIM = {
    "id": (str,), "event": (str, None), "event_type": (str,), "actor_name": (str, None), "target_name": (str, None), "place_name": (str, None),
    "admin1": (str, None), "country": (str, None), "date": (str, None), "quantities": (dict,), "speaker_name": (str, None), "stance": (str,),
    "anonymous": (bool,), "modality": (str,), "confidence": (float, int),
}


def has_shape(row: dict[str, Any], shape: dict[str, tuple[type | None, ...]]) -> bool:
    return all(key in row and any(row[key] is None if kind is None else type(row[key]) is kind for kind in kinds) for key, kinds in shape.items())


def is_inside(span: list[int], text: str) -> bool:
    start, end = span
    return 0 <= start < end <= len(text) and text[start:end] == text[start:end].strip()


@pytest.fixture
def told(call: Call) -> Outcome:
    return call("inspect", "-", "--json", stdin=story_lines().encode())


def test_each_report_is_one_object_with_its_text_unchanged(told: Outcome) -> None:
    assert (told.status, told.err) == (0, "")
    assert [(row["report"], row["text"], row["published"], row["outlet"]) for row in told.rows] == [
        (entry["id"], entry["text"], entry["published"], entry["outlet"]) for entry in STORY
    ]
    assert all(has_shape(row, REPORT) for row in told.rows)


def test_every_mark_has_its_keys_and_lies_in_the_text(told: Outcome) -> None:
    for row in told.rows:
        assert all(is_inside(span, row["text"]) for span in row["sentences"])
        for kind, shape in MARKS.items():
            assert all(has_shape(mark, shape) and is_inside(mark["span"], row["text"]) for mark in row[kind]), kind
        for said in row["attributions"]:
            assert all(is_inside(span, row["text"]) for part in ("source", "cue", "content") for span in said[part])
    assert all(any(row[kind] for row in told.rows) for kind in (*MARKS, "attributions"))


def test_every_claim_has_its_keys_and_its_trigger_lies_in_its_sentence(told: Outcome) -> None:
    claims = [(row, claim) for row in told.rows for claim in row["claims"]]
    assert claims
    for row, claim in claims:
        assert has_shape(claim, CLAIM)
        assert claim["sentence"] in row["sentences"]
        assert claim["sentence"][0] <= claim["trigger"][0] < claim["trigger"][1] <= claim["sentence"][1]
        assert all(is_inside(span, row["text"]) for part in ("actor", "target", "place", "time", "speaker") for span in claim[part])
        assert 0 <= claim["confidence"] <= 1


def test_claims_of_one_event_share_its_id_across_reports(told: Outcome) -> None:
    first, second, third, fourth = ({claim["event"] for claim in row["claims"] if claim["event_type"] in ("seize", "bomb")} for row in told.rows)
    assert first & second
    assert third == fourth
    assert not third & first


def test_a_bad_file_among_good_ones_is_named_and_the_good_are_shown(call: Call, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "[").mkdir()
    (tmp_path / "[/b] bad.txt").touch()
    done = call("inspect", tmp_path / "good.txt", tmp_path / "[/b] bad.txt", tmp_path / "gone.txt", "--json")
    assert done.status == 1
    assert [row["report"] for row in done.rows] == ["good.txt"]
    assert done.err.splitlines() == [f"set aside: {tmp_path}/[/b] bad.txt: empty file", f"set aside: {tmp_path}/gone.txt: no such file"]


@pytest.mark.parametrize("stdin", [b"", None])
def test_nothing_on_standard_input_is_said_in_one_line(call: Call, stdin: bytes | None) -> None:
    done = call("inspect", "-", "--json", stdin=stdin)
    assert (done.status, done.out, done.err) == (1, "", "set aside: -: nothing is on standard input\n")


HOSTILE = {
    "emoji and scripts": "🔥🔥 Rebels seized 👩‍👩‍👧 Herat 🇦🇫 on Monday. قال الجيش إن المقاتلين سيطروا على المدينة. צה״ל אמר. " + GOOD,
    "markup": "[/bold] Rebels seized [/red]Herat[/] [nope on Monday, the [b]army[/b] said.",
    "escapes": "\x1b[31mRebels\x1b[0m seized Herat on Monday, the army said. " + GOOD * 4,
    "nested quotes": "“‘" * 40 + "Rebels seized Herat" + ",’ he said,” she said" * 40 + ".",
    "carriage returns": GOOD.replace(" ", "\r") + GOOD.replace("\n", "\r\n"),
    "one word": "Killed",
    "many words alone": "Killed. " * 200,
    "no end": "Rebels seized Herat and " * 150,
    "wide spaces": "Rebels\u00a0seized\u2003Herat\u2028on\u3000Monday\ufeff, the army\u200bsaid.",
    "accents apart": "Rebels seized Córdoba on Monday, the mayor said. Zwölf Menschen starben.",
    "a zero": "Rebels \x00 seized Herat on Monday, the army said.",
}


@pytest.mark.parametrize("as_json", [True, False], ids=["json", "people"])
def test_hostile_texts_are_told_with_true_spans_and_no_error(call: Call, as_json: bool) -> None:
    lines = "".join(json.dumps({"id": name, "text": text, "title": "[/x]", "outlet": "[/y]"}) + "\n" for name, text in HOSTILE.items())
    done = call("inspect", "-", *(["--json"] if as_json else []), stdin=lines.encode())
    assert (done.status, done.err) == (0, "")
    if as_json:
        assert {row["report"]: row["text"] for row in done.rows} == HOSTILE
        spans = [(row["text"], span) for row in done.rows for span in row["sentences"] + [mark["span"] for kind in MARKS for mark in row[kind]]]
        assert all(is_inside(span, text) for text, span in spans)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z"])
def test_days_at_the_ends_of_the_calendar_are_taken(call: Call, published: str) -> None:
    text = "Rebels seized Herat on Monday. They left yesterday, last month, and will come tomorrow, next week, in ten years. " + GOOD
    done = call("inspect", "-", "--json", stdin=json.dumps({"id": "r", "text": text, "published": published}).encode())
    assert (done.status, done.err) == (0, "")
    assert done.rows[0]["times"]
