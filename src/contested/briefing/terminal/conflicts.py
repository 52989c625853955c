"""Where accounts differ: an event, its fields, their values with who says so."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from contested.briefing.differences import Account, Clash, clashes
from contested.briefing.events import day_of
from contested.briefing.safe import cell
from contested.briefing.shelf import shelf_of
from contested.briefing.terminal.events import chosen
from contested.briefing.terminal.rows import coloured, fill, indented, quoted, sheet
from contested.briefing.wording import counted
from contested.records.view import View

_passages = 2


def conflicts_tables(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> list[Table]:
    """One table for every event on which accounts clash, what matters most first: under each field a row a value, with who says so in what words."""
    shelf = shelf_of(view)
    return [_table(clash) for clash in clashes(shelf, chosen(shelf, since, until, place=place))]


def clash_title(clash: Clash) -> str:
    event = clash.event
    return f"{event.label[:1].upper()}{event.label[1:]}, {event.place or 'place not told'}, {day_of(event)}"


def _table(clash: Clash) -> Table:
    table = sheet(clash_title(clash), margin=1)
    for difference in clash.fields:
        fill(table, "", Text(difference.field, "bold yellow"), difference.because, "all in one report" if difference.inside else "")
        for account in difference.accounts:
            fill(table, "", indented(value_line(account), 2), *(indented(words, 4) for words in _words(account)))
    return table


def _words(account: Account) -> Iterator[Text]:
    """The sentences, each once, however many reports print it."""
    sentences = list({(words := coloured(passage.segments)).plain: words for passage in account.passages}.values())
    yield from (quoted(words) for words in sentences[:_passages])
    if len(sentences) > _passages:
        yield Text(f"and {counted(len(sentences) - _passages, 'more sentence')}", "dim")


def value_line(account: Account) -> Text:
    """The value with what backs it and who says so."""
    voices = "; ".join(account.voices)
    line = Text.assemble(cell(account.value, "dim" if account.note else "bold"), (f" · {account.backing}", "dim"))
    if account.note:
        line.append(f" · {account.note}", "yellow")
    return line.append_text(cell(f" · {voices}" if voices else "", "dim"))

