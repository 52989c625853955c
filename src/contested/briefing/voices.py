"""Who says so: speakers by the way they say it, then the outlets that say it themselves."""

from collections.abc import Iterable, Iterator

from contested.briefing.wording import outlet_words
from contested.records import Claim, Report, Stance, Standing
from contested.records.view import View

_LEADS: dict[Stance, str] = {"confirms": "confirmed by", "says": "according to", "claims": "claimed by", "denies": "denied by"}

_own = "own voice:"
"""Before an outlet that names nobody as its source."""

_most = 6
"""How many names a line shows."""


def voice(said: Claim | Standing, report: Report) -> str:
    """Who says so, and how: "denied by Ann", "own voice: Norvale Courier"."""
    name = _name(said, report)
    return f"{_LEADS[said.stance]} {name}" if name else f"{_own} {outlet_words(report)}"


def voice_lines(said: Iterable[Claim | Standing], view: View, *, denying: bool = True) -> tuple[str, ...]:
    """One line for every way of saying it; with `denying` False a denial is told as what its speaker says (beside "it did not happen").

    Somebody who says it and confirms or claims it elsewhere stands once, with the more telling word.
    """
    speakers: dict[Stance, dict[str, None]] = {stance: {} for stance in _LEADS}
    outlets: dict[str, None] = {}
    for one in said:
        report = view.report(one.report)
        name = _name(one, report)
        if name is None:
            outlets.setdefault(outlet_words(report))
        else:
            speakers["says" if one.stance == "denies" and not denying else one.stance].setdefault(name)
    for name in (*speakers["confirms"], *speakers["claims"]):
        speakers["says"].pop(name, None)
    return tuple(_lines(speakers, outlets))


def _lines(speakers: dict[Stance, dict[str, None]], outlets: dict[str, None]) -> Iterator[str]:
    for stance, lead in _LEADS.items():
        if speakers[stance]:
            yield f"{lead} {_listed(tuple(speakers[stance]))}"
    if outlets:
        yield f"{_own} {_listed(tuple(outlets))}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_most]) + (f" and {len(names) - _most} more" if len(names) > _most else "")


def _name(said: Claim | Standing, report: Report) -> str | None:
    """The speaker's name, else the words for him; None where the outlet itself speaks."""
    unnamed = " (unnamed)" if isinstance(said, Claim) and said.anonymous else ""
    if said.speaker_name:
        return said.speaker_name + unnamed
    if said.speaker:
        return f"“{' … '.join(report.words(span) for span in said.speaker)}”{unnamed}"
    return None
