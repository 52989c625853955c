"""`contested places`: a name looked up, and why one place of it would be meant."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from contested.briefing.safe import cell, plain
from contested.cli.choices import JsonChoice, PlacesChoice, SettingsChoice, settings_from
from contested.cli.rows import print_rows
from contested.errors import CallError

if TYPE_CHECKING:
    from contested.reference.gazetteer import Entry

_SHOWN = 10

NearChoice = Annotated[list[str] | None, typer.Option("--near", help="A place that the report names as well; may be given again.")]
CountryChoice = Annotated[str | None, typer.Option("--country", help="Only places of this country (two letters, as AF).")]


def places_command(
    name: Annotated[str, typer.Argument(help="A name as a report writes it.", metavar="NAME")],
    near: NearChoice = None,
    country: CountryChoice = None,
    as_json: JsonChoice = False,
    settings: SettingsChoice = None,
    places: PlacesChoice = None,
) -> None:
    """Look a place's name up: every place called so, which one a report would be read to mean, and why."""
    from contested.assembly import look_up_place  # here, so that asking for help loads no machine

    if not name.strip():
        raise CallError("NAME: expected the name of a place, got nothing")
    if country is not None and not (len(country) == 2 and country.isalpha()):
        raise CallError(f"--country {country}: expected two letters, as AF")
    found = look_up_place(name, near=near or (), country=country.upper() if country else None, settings=settings_from(settings, places))
    if as_json:
        print_rows(
            _row(ranked.entry) | {"score": round(ranked.score, 2), "because": [{"weight": round(w, 2), "because": words} for w, words in ranked.pieces if w]}
            for ranked in found.ranked
        )
        raise typer.Exit(0)
    console, name = Console(markup=False, highlight=False), plain(name)
    if not found.ranked:
        console.print(f"The gazetteer has no place called {name}" + (f" in {country.upper()}." if country else "."))
        if found.alike:
            console.print("Spelled alike: " + ", ".join(found.alike))
        raise typer.Exit(0)
    for other in map(plain, found.unknown):
        console.print(f"The gazetteer has no place called {other}; --near {other} counts for nothing.")
    console.print(_table(name, [ranked.entry for ranked in found.ranked[:_SHOWN]]))
    if len(found.ranked) > _SHOWN:
        console.print(f"and {len(found.ranked) - _SHOWN} more")
    best = found.ranked[0]
    console.print(f"A report that names it{_beside(found.near)} is read to mean {_where(best.entry)}:")
    for weight, words in sorted(best.pieces, reverse=True):
        if weight > 0:
            console.print(f"  {weight:+.1f}  {words}")
    if len(found.ranked) > 1:
        console.print(f"It leads {_where(found.ranked[1].entry)} by {best.score - found.ranked[1].score:.1f}.")
    console.print("Places: GeoNames (CC BY 4.0), airportsdata (MIT) and our own tables.", style="dim")


def _beside(near: tuple["Entry", ...]) -> str:
    return " beside " + " and ".join(_where(entry) for entry in near) if near else " alone"


def _where(entry: "Entry") -> str:
    within = _within(entry)
    return f"{entry.name} ({entry.sort}{'; ' if within else ''}{within})"


def _within(entry: "Entry") -> str:
    return ", ".join(part for part in (entry.parent, entry.admin1 if entry.admin1 != entry.name else None, entry.country) if part)


def _table(name: str, entries: list["Entry"]) -> Table:
    table = Table(title=cell(f"Places called {name}"), title_justify="left", box=None, header_style="bold")
    for heading in ("place", "kind", "lies in", "point", "people", "precision"):
        table.add_column(heading, justify="right" if heading in ("people", "precision") else "left", no_wrap=heading == "point")
    for entry in entries:
        point = "none" if entry.point is None else f"{entry.point[0]:.3f} {entry.point[1]:.3f}"
        people = f"{entry.population:,}" if entry.population else ""
        table.add_row(entry.name, entry.sort or entry.kind, _within(entry), point, people, str(entry.ref().precision or ""))
    return table


def _row(entry: "Entry") -> dict[str, Any]:
    return {
        "name": entry.name, "kind": entry.kind, "sort": entry.sort or entry.kind, "lat": entry.lat, "lon": entry.lon, "admin1": entry.admin1,
        "country": entry.country, "parent": entry.parent, "geonameid": entry.geonameid, "population": entry.population or None,
        "precision": entry.ref().precision,
    }
