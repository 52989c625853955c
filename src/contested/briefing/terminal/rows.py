"""Rows that read well at 80 columns: a narrow margin for the day, then what is told on lines of its own, no boxes."""

from collections.abc import Iterable

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from contested.briefing.passages import Role, Segment
from contested.briefing.safe import cell, plain
from contested.briefing.wording import MONTHS
from contested.records import PlaceRef

STYLES: dict[Role, str] = {
    "actor": "blue",
    "target": "magenta",
    "place": "green",
    "time": "yellow",
    "count": "cyan",
    "speaker": "italic red",
    "trigger": "bold reverse",
    "changed": "bold underline yellow",
}
"""How the roles look; what comes later lies over what comes before."""

_margin = 14


def sheet(title: str, *, margin: int = _margin) -> Table:
    """Rows to fill with `fill`; `margin` characters are kept for what stands before them."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.title, table.title_justify, table.title_style = cell(f"\n{title}"), "left", "bold underline"
    table.add_column(width=margin, overflow="fold")
    table.add_column(overflow="fold")
    return table


def fill(table: Table, before: str | Text, head: Text | Padding, *below: str | Text | Padding) -> None:
    """One row; what is `below` stands on lines of its own, dim unless it has a style, and is left out where empty."""
    lines = [head, *(cell(one, "dim") if isinstance(one, str) else one for one in below if one)]
    table.add_row(cell(before) if isinstance(before, str) else before, Group(*lines))


def indented(words: Text, by: int) -> Padding:
    """Words whose every line begins further in."""
    return Padding(words, (0, 0, 0, by), expand=False)


def quoted(words: Text) -> Text:
    """In quotation marks, unless the words begin with some of their own."""
    return words if words.plain[:1] in "“\"" else Text.assemble("“", words, "”")


def headline(what: str, *rest: str | None, style: str = "bold") -> Text:
    """What happened, in bold, then whatever is known of the rest."""
    return Text.assemble((plain(what), style), *(plain(part) for part in rest if part))


def coloured(segments: Iterable[Segment]) -> Text:
    """A sentence on one line, its words in the colours of their roles."""
    text = Text.assemble(*((plain(part.text), STYLES[part.roles[0]] if part.roles else "") for part in segments))
    text.plain = text.plain.replace("\n", " ")
    return text


def short_day(words: str) -> str:
    """ "3 March 2031, 17:40" as "3 Mar 2031, 17:40"."""
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words


def lies_in(ref: PlaceRef | None, name: str | None, wanted: str | None) -> bool:
    """Whether a place goes by the wanted name, or its province does; case does not matter."""
    names = (name, ref.name if ref else None, ref.admin1 if ref else None)
    return wanted is None or wanted.casefold() in {known.casefold() for known in names if known}
