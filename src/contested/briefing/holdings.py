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
    """`since` is in words ("not told" where nobody says); `ended` is in words, "" while it lasts."""

    holding: Holding
    where: str
    status: str
    holder: str
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


def _order(holding: Holding) -> tuple[bool, str, str, str, str, str]:
    ref = holding.place_ref
    return (holding.until is not None, (ref and ref.country) or "", (ref and ref.admin1) or "", holding.place, holding.since or "", holding.id)


def _row(holding: Holding, shelf: Shelf) -> HoldingRow:
    speaking, against = shelf.told(holding.claims), shelf.told(holding.disputed_by)
    return HoldingRow(
        holding=holding,
        where=where_words(holding.place_ref, within=holding.within),
        status=HOLDING[holding.status],
        holder=holding.holder or "not known",
        since=day_words(holding.since) or "not told",
        ended=day_words(holding.until),
        known_from=day_words(holding.known_from),
        voices=shelf.voices(speaking),
        against=shelf.voices(against),
        passages=passages(speaking, shelf.view),
        passages_against=passages(against, shelf.view),
    )
