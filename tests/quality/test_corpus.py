"""The checker of the stories: a sound story passes, and each way of spoiling it is told with the file and the reason."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from quality.corpus import event_types, frame, main
from quality.corpus_checks import CLAIM_FIELDS

TEXT = "Norvale falls\n\nRebels seized Norvale on Monday, the mayor said."
REWRITE = "Norvale is taken\n\nNorvale was captured by rebels, as the mayor told us."
SENTENCE = [15, 63]


def claim(**fields: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": "c1", "event": "norvale_seized", "event_type": "seize", "sentence": SENTENCE, "trigger": [22, 28], "actor": [[15, 21]], "actor_name": "rebels",
        "target": [[29, 36]], "target_name": "Norvale", "place": [[29, 36]], "place_name": "Norvale", "admin1": None, "country": None,
        "date": "2031-03-03", "quantities": {"killed": [3, None]}, "speaker": [[48, 57]], "speaker_name": "mayor", "stance": "says", "anonymous": False,
        "modality": "actual",
    }
    assert known.keys() == CLAIM_FIELDS
    return known | fields


def gold(name: str, text: str, *claims: dict[str, Any], **fields: Any) -> dict[str, Any]:
    known = {"report": name, "sha256": sha256(text.encode()).hexdigest(), "published": "2031-03-04", "outlet": "Courier", "claims": list(claims)}
    return known | fields


def write_story(folder: Path, *, prefix: str = "norvale", text: str = TEXT, **card: Any) -> Path:
    """A sound story of two reports, of which the second rewrites the first. `text` must keep the offsets of TEXT."""
    (folder / "gold").mkdir(parents=True)
    first, second = f"{prefix}-1", f"{prefix}-2"
    write(folder / "story.json", {"title": "The fall of Norvale", "conflict": f"war of {prefix}", "split": "train", "invented": True} | card)
    rows = [{"id": name, "text": body, "published": "2031-03-04T08:00", "outlet": "Courier"} for name, body in ((first, text), (second, REWRITE))]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    write(folder / "gold" / f"{first}.json", gold(first, text, claim(event=f"{prefix}_seized")))
    write(folder / "gold" / f"{second}.json", gold(second, REWRITE))
    aligned = {"a": SENTENCE, "b": [18, 71], "changes": [{"kind": "dropped", "a": "on Monday", "b": "", "note": "no day"}]}
    pair = {"a": first, "b": second, "relation": "rewrite", "upstream": first, "because": "the same in other words", "aligned": [aligned]}
    write(folder / "lineage.json", {"pairs": [pair], "origins": [{"id": "o1", "reports": [first, second]}]})
    voice = {"report": first, "sentence": SENTENCE, "speaker": "mayor"}
    holding = {"place": "Norvale", "status": "held", "since": "2031-03-03", "until": None, "according_to": [voice], "disputed_by": []}
    write(folder / "holdings.json", [holding])
    return folder


def write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value), encoding="utf-8")


def spoil(path: Path, change: Callable[[Any], object]) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    write(path, value)


def test_our_own_corpus_is_sound_and_meets_every_event_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().err


def test_a_sound_story_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(write_story(tmp_path / "norvale"))]) == 0
    assert "2 reports, 1 claims, 0 problems" in capsys.readouterr().out


def test_a_folder_without_stories_is_a_wrong_call(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2


@pytest.mark.parametrize(("fields", "reason"), [
    ({"trigger": [22, 22]}, "trigger [22, 22] is no span"),
    ({"trigger": [21, 28]}, "has space at its ends"),
    ({"trigger": [0, 7]}, "trigger 'Norvale' stands outside the sentence"),
    ({"actor": [[15, 900]]}, "actor [15, 900] is no span"),
    ({"place": [[0, 7]]}, "place 'Norvale' stands outside the sentence"),
    ({"sentence": [15, 900]}, "sentence [15, 900] is no span"),
    ({"event_type": "conquer"}, "unknown event type 'conquer'"),
    ({"stance": "mutters"}, "unknown stance 'mutters'"),
    ({"modality": "maybe"}, "unknown modality 'maybe'"),
    ({"anonymous": "no"}, "anonymous: expected true or false"),
    ({"date": "Monday"}, "date 'Monday' is no day"),
    ({"date": "2031-03-03/2031-03-01"}, "is no day and no interval"),
    ({"date": "2031-03-05"}, "lies after the report"),
    ({"quantities": {"killed": 3}}, "expected [low, high], got 3"),
    ({"quantities": {"killed": [None, None]}}, "holds no number"),
    ({"quantities": {"killed": [9, 3]}}, "holds no number"),
    ({"quantities": {"dead": [3, 3]}}, "unknown quantity 'dead'"),
    ({"speaker_name": " "}, "speaker_name: expected a name or null"),
    ({"event": ""}, "empty id or event"),
    ({"note": "?"}, "fields missing or unknown: note"),
])
def test_a_wrong_claim_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], fields: dict[str, Any], reason: str) -> None:
    story = write_story(tmp_path / "norvale")
    spoil(story / "gold" / "norvale-1.json", lambda g: g["claims"][0].update(fields))
    assert main([str(story)]) == 1
    told = capsys.readouterr().err
    assert "norvale-1.json: c1: " in told
    assert reason in told


@pytest.mark.parametrize(("file", "change", "reason"), [
    ("gold/norvale-1.json", lambda g: g.update(sha256="0"), "sha256 is not that of the text"),
    ("gold/norvale-1.json", lambda g: g.update(report="other"), "report 'other' is not the file's name"),
    ("gold/norvale-1.json", lambda g: g.update(published="2031-03-05"), "is not the report's day"),
    ("gold/norvale-1.json", lambda g: g.update(outlet="Herald"), "outlet 'Herald' is not the report's"),
    ("gold/norvale-1.json", lambda g: g["claims"].append(claim()), "claim id 'c1' is used 2 times"),
    ("gold/norvale-1.json", lambda g: g["claims"].append(claim(id="c2", sentence=[15, 46], speaker=[])), "overlap"),
    ("gold/norvale-1.json", lambda g: g["claims"].append(claim(id="c2", event_type="attack")), "several types: attack, seize"),
    ("story.json", lambda s: s.update(split="rest"), "split 'rest' is none of"),
    ("story.json", lambda s: s.update(invented="yes"), "invented: expected true or false"),
    ("story.json", lambda s: s.update(mixed_events=["ghost"]), "mixed_events names 'ghost'"),
    ("lineage.json", lambda x: x["pairs"][0].update(relation="cousin"), "unknown relation 'cousin'"),
    ("lineage.json", lambda x: x["pairs"][0].update(b="norvale-9"), "no such report: norvale-9"),
    ("lineage.json", lambda x: x["pairs"][0].update(upstream="norvale-9"), "upstream 'norvale-9' is neither"),
    ("lineage.json", lambda x: x["pairs"][0]["aligned"][0].update(b=[0, 900]), "b [0, 900] is no span"),
    ("lineage.json", lambda x: x["pairs"][0]["aligned"][0]["changes"][0].update(a="on Friday"), "'on Friday' does not stand in the sentence of a"),
    ("lineage.json", lambda x: x["pairs"][0]["aligned"][0]["changes"][0].update(kind="mood"), "unknown kind of change 'mood'"),
    ("lineage.json", lambda x: x["origins"][0]["reports"].pop(), "report 'norvale-2' stands in 0 origins"),
    ("lineage.json", lambda x: x["origins"][0]["reports"].append("norvale-9"), "origins name 'norvale-9'"),
    ("holdings.json", lambda h: h[0].update(status="owned"), "unknown status 'owned'"),
    ("holdings.json", lambda h: h[0].update(since="spring"), "'spring' is no day"),
    ("holdings.json", lambda h: h[0].update(until="2031-03-01"), "until lies before since"),
    ("holdings.json", lambda h: h[0].update(according_to=[]), "according to nobody"),
    ("holdings.json", lambda h: h[0]["according_to"][0].update(report="norvale-9"), "no such report: 'norvale-9'"),
])
def test_a_wrong_file_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, change: Callable[[Any], object], reason: str) -> None:
    story = write_story(tmp_path / "norvale")
    spoil(story / file, change)
    assert main([str(story)]) == 1
    assert reason in capsys.readouterr().err


def test_a_report_without_gold_and_gold_without_a_report_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = write_story(tmp_path / "norvale")
    (story / "gold" / "norvale-2.json").rename(story / "gold" / "norvale-3.json")
    assert main([str(story)]) == 1
    told = capsys.readouterr().err
    assert "norvale-2.json: no gold for this report" in told
    assert "norvale-3.json: gold without a report" in told


def test_a_changed_text_no_longer_fits_its_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = write_story(tmp_path / "norvale")
    path = story / "reports.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("Monday", "Friday"), encoding="utf-8")
    assert main([str(story)]) == 1
    assert "sha256" in capsys.readouterr().err


def test_a_file_that_is_no_json_is_told_and_the_rest_is_still_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (write_story(tmp_path / "halmere", prefix="halmere", text=TEXT.replace("Monday", "Sunday")) / "story.json").write_text("{", encoding="utf-8")
    write_story(tmp_path / "norvale")
    assert main([str(tmp_path)]) == 1
    output = capsys.readouterr()
    assert "halmere: cannot be read" in output.err
    assert "norvale: 2 reports" in output.out


def test_one_conflict_may_not_stand_in_two_splits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_story(tmp_path / "norvale", conflict="one war")
    write_story(tmp_path / "halmere", prefix="halmere", conflict="one war", split="test")
    assert main([str(tmp_path)]) == 1
    assert "conflict 'one war' stands in several splits: test, train" in capsys.readouterr().err


def test_a_report_id_and_an_event_id_belong_to_one_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_story(tmp_path / "norvale")
    write_story(tmp_path / "again", conflict="another war")
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "report id 'norvale-1' is used 2 times" in told
    assert "event id 'norvale_seized' is used in several stories: again, norvale" in told


def test_a_sentence_frame_may_be_used_twice_but_not_three_times(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, name in enumerate(("norvale", "halmere", "sundry")):
        write_story(tmp_path / name, prefix=name)
        assert main([str(tmp_path)]) == (1 if number == 2 else 0)
    assert "one sentence frame in 3 places (halmere/o1, norvale/o1, sundry/o1): _ seized _ on _ the mayor said" in capsys.readouterr().err


def test_frames_differ_in_words_and_not_in_names_or_numbers() -> None:
    assert frame("Troops of the 4th Brigade left Norvale at 5.") == frame("Troops of the 91st Regiment left Fort Halden at 17.30.")
    assert frame("Troops left the town in the night.") != frame("Troops took the town in the night.")
    assert frame("Norvale, March 3") is None


def test_a_place_must_stand_in_the_places_file_of_its_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = write_story(tmp_path / "norvale", places_file="places.tsv")
    places = story / "places.tsv"
    places.write_text("name\tkind\nNorvale\tsettlement\n", encoding="utf-8")
    assert main([str(story)]) == 0
    places.write_text("name\tkind\nHalmere\tsettlement\n", encoding="utf-8")
    assert main([str(story)]) == 1
    assert "place 'Norvale' is not in the story's places file" in capsys.readouterr().err


def test_the_event_types_are_those_of_the_ontology() -> None:
    assert len(event_types()) == 33
    assert {"seize", "riot"} <= event_types()
