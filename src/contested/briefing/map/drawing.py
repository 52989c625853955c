"""The map, ready for the template."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contested.briefing.map.labels import Label, Sheet
from contested.briefing.map.land import Land, land
from contested.briefing.map.spots import Spot
from contested.briefing.map.window import WIDTH, Window, window_of
from contested.briefing.wording import NO_COUNTRY

_colours = 6
_least_area = 9000.0
_least, _least_uncharted = 4.5, 1.2
"""How many degrees a map shows at least: enough of the land around to be recognised, where land is drawn."""



@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """`colour` 0 is for no holder known, 1 to 6 for the holders by how many places they hold."""

    x: float
    y: float
    spot: Spot
    colour: int
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """`charted`: whether land is drawn, as most places lie in countries of the world; `countries`: the names of the largest;
    `scale_long` units of the sheet are `scale_km` kilometres; `holders`: (colour, name) for the legend;
    `unnamed`: whether a holding is drawn in no holder's colour; `outside`: the spots that the map does not reach."""

    width: float
    height: float
    charted: bool
    land: tuple[Land, ...]
    countries: tuple[Label, ...]
    scale_km: int
    scale_long: float
    dots: tuple[Dot, ...]
    holders: tuple[tuple[int, str], ...]
    unnamed: bool
    statuses: tuple[str, ...]
    outside: tuple[str, ...]


def draw(spots: Sequence[Spot]) -> Drawing | None:
    """None where there is nothing to put on a map."""
    if not spots:
        return None
    # Places of no country lie where their authors put them: the outlines there would be somebody else's land.
    charted = 2 * sum(spot.country == NO_COUNTRY for spot in spots) <= len(spots)
    window = window_of(spots, least=_least if charted else _least_uncharted)
    shown = [spot for spot in spots if window.holds(spot)]
    colours = _coloured(shown)
    points = [window.point(window.near(spot.lon), spot.lat) for spot in shown]
    sheet = Sheet(points, width=WIDTH, height=window.height)
    labels = [sheet.name_spot(number, spot.name) for number, spot in enumerate(shown)]
    pieces = land(window) if charted else ()
    scale_km = _round_km(window)
    dots = tuple(
        Dot(x=x, y=y, spot=spot, colour=colours.get(spot.holder or "", 0), label=label)
        for (x, y), spot, label in zip(points, shown, labels, strict=True)
    )
    return Drawing(
        width=WIDTH,
        height=window.height,
        charted=charted,
        land=pieces,
        countries=tuple(_named(pieces, sheet)),
        scale_km=scale_km,
        scale_long=scale_km / window.kilometres(1),
        dots=dots,
        holders=tuple((colour, name) for name, colour in colours.items()),
        unnamed=any(dot.colour == 0 and dot.spot.status != "event" for dot in dots),
        statuses=tuple(dict.fromkeys(spot.status for spot in shown)),
        outside=tuple(spot.name for spot in spots if not window.holds(spot)),
    )


def _round_km(window: Window) -> int:
    """The longest round distance that takes no more than a fifth of the sheet."""
    return max((km for km in (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if km <= window.kilometres(WIDTH / 5)), default=5)


def _named(pieces: Sequence[Land], sheet: Sheet) -> Iterator[Label]:
    """The names of the countries that take a good part of the sheet, the largest first, where there is room."""
    for piece in sorted(pieces, key=lambda piece: -piece.area):
        label = sheet.name_area(piece.coast, piece.middle, piece.country) if piece.area > _least_area else None
        if label:
            yield label


def _coloured(spots: Sequence[Spot]) -> dict[str, int]:
    """The holders of most places get colours of their own; the others share the one of "not known", and are named on their spots."""
    held = Counter(spot.holder for spot in spots if spot.holder)
    ranked = sorted(held, key=lambda name: (-held[name], name))
    return {name: number for number, name in enumerate(ranked[:_colours], start=1)}
