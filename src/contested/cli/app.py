"""The `contested` command."""

import sys
from typing import NoReturn

import typer
from rich.console import Console
from rich.text import Text

from contested.cli.briefing import briefing_command
from contested.cli.build import build_command
from contested.cli.demo import demo_command
from contested.cli.inspect import inspect_command
from contested.cli.places import places_command
from contested.cli.show import show_app
from contested.errors import ContestedError

app = typer.Typer(
    name="contested",
    help="Reads news reports about armed conflict and keeps who says what happened, who only repeats whom, where accounts clash, and who holds which place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("build")(build_command)
app.command("inspect")(inspect_command)
app.command("places")(places_command)
app.add_typer(show_app, name="show")
app.command("briefing")(briefing_command)
app.command("demo")(demo_command)


def main() -> None:
    """Exit status: 0 done; 1 some reports were set aside; 2 the call could not be carried out."""
    try:
        app(prog_name="contested")
    except ContestedError as error:
        _fail(str(error))
    except OSError as error:  # a full disk, a terminal that is gone: nothing of ours to mend
        _fail(": ".join(part for part in (error.filename and str(error.filename), error.strerror or type(error).__name__) if part))


def _fail(words: str) -> NoReturn:
    Console(stderr=True).print(Text.assemble(("contested: ", "bold red"), words), soft_wrap=True)
    sys.exit(2)
