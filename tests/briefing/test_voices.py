"""Who says so."""

from pathlib import Path

from contested.briefing.voices import voice, voice_lines
from contested.records import Extract, Span
from contested.store import open_store
from factory import claim, report


def test_a_voice_is_a_name_a_role_or_the_outlet() -> None:
    told = report("Rebels seized Norvale on Monday.")
    assert voice(claim(speaker_name="Ann", stance="confirms"), told) == "confirmed by Ann"
    assert voice(claim(speaker=(Span(0, 6),), anonymous=True, stance="claims"), told) == "claimed by “Rebels” (unnamed)"
    assert voice(claim(), told) == "own voice: Norvale Courier"
    assert voice(claim(), report(outlet=None)) == "own voice: unknown outlet (report.txt)"


def test_voices_are_told_together_each_once_and_outlets_last(tmp_path: Path) -> None:
    one = report()
    told = ((None, "says"), ("Ann", "says"), ("Ben", "says"), ("Ben", "claims"), ("Ann", "says"), ("Eve", "denies"))
    claims = [claim(report=one.id, speaker_name=name, stance=stance) for name, stance in told]
    with open_store(tmp_path / "a.db") as store:
        store.add(one, Extract(), read_at="2031-03-05")
        view = store.view()
        assert voice_lines(claims, view) == ("according to Ann", "claimed by Ben", "denied by Eve", "own voice: Norvale Courier")
        assert voice_lines(claims, view, denying=False)[0] == "according to Ann, Eve"
        crowd = [claim(report=one.id, speaker_name=f"Witness {number}") for number in range(8)]
        assert voice_lines(crowd, view)[0].endswith("Witness 4, Witness 5 and 2 more")
