"""Who holds what: one row a holding."""

from dataclasses import dataclass

from contested.briefing.events import where_words
from contested.briefing.passages import Passage, passages
from contested.briefing.period import Period
from contested.briefing.shelf import Shelf
from contested.briefing.wording import HOLDING, day_words
from contested.records import Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingRow:
    """`told` says it in one phrase ("besieged by Rebels; held by Army"). `since` is in words ("not told" where nobody says);
    `ended` is in words, "" while it lasts.
    """

    holding: Holding
    where: str
    told: str
    since: str
    ended: str
    known_from: str
    voices: tuple[str, ...]
    against: tuple[str, ...]
    passages: tuple[Passage, ...]
    passages_against: tuple[Passage, ...]


def holding_rows(shelf: Shelf, period: Period) -> tuple[HoldingRow, ...]:
    """The holdings that share a day with the period: those that last first, then by country, province and place."""
    shown = [holding for holding in shelf.view.holdings() if period.overlaps(_first(holding), _last(holding))]
    return tuple(_row(holding, shelf) for holding in sorted(shown, key=_order))


def _first(holding: Holding) -> str | None:
    """When it began; where nobody says, not before the first report of it, nor after its end."""
    if holding.since:
        return holding.since.partition("/")[0]
    return min((day for day in (holding.known_from, _last(holding)) if day), default=None)


def _last(holding: Holding) -> str | None:
    return holding.until.rpartition("/")[2] if holding.until else None


def _order(holding: Holding) -> tuple[bool, bool, str, str, str, bool, str, str, str]:
    """A part of a place stands after it, a place that nobody knows where to find after all others."""
    ref, last = holding.place_ref, holding.until is not None
    whole = holding.within or (ref.name if ref else holding.place)
    lost = ref is None or ref.kind in ("country", "road")
    country, province = (ref.country or "", ref.admin1 or "") if ref else ("", "")
    return (last, lost, country, province, whole, holding.place != whole, holding.place, holding.since or "", holding.id)


def _told(holding: Holding) -> str:
    holder = f"held by {holding.holder}" if holding.holder else "holder not told"
    if holding.status == "held":
        return f"{holder}, challenged by {holding.challenger}" if holding.challenger else holder if holding.holder else "held; by whom is not told"
    return f"{HOLDING[holding.status]}{f' by {holding.challenger}' if holding.challenger else ''}; {holder}"


def _row(holding: Holding, shelf: Shelf) -> HoldingRow:
    speaking, against = shelf.told(holding.claims), shelf.told(holding.disputed_by)
    return HoldingRow(
        holding=holding,
        where=where_words(holding.place_ref, within=holding.within, name=holding.place),
        told=_told(holding),
        since=day_words(holding.since) or "not told",
        ended=day_words(holding.until),
        known_from=day_words((holding.known_from or "")[:10]),
        voices=shelf.voices(speaking),
        against=shelf.voices(against),
        passages=passages(speaking, shelf.view),
        passages_against=passages(against, shelf.view),
    )
