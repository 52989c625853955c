"""The `contested` command."""

import sys

import typer
from rich.console import Console

from contested.cli.briefing import briefing_command
from contested.cli.build import build_command
from contested.cli.demo import demo_command
from contested.cli.inspect import inspect_command
from contested.cli.show import show_app
from contested.errors import CallError, ContestedError

app = typer.Typer(
    name="contested",
    help="Reads news reports about armed conflict and keeps who says what happened, who only repeats whom, where accounts clash, and who holds which place.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("build")(build_command)
app.command("inspect")(inspect_command)
app.add_typer(show_app, name="show")
app.command("briefing")(briefing_command)
app.command("demo")(demo_command)


def main() -> None:
    """Exit status: 0 done; 1 some reports were set aside; 2 the call itself was wrong."""
    try:
        app()
    except CallError as error:
        Console(stderr=True).print(f"[bold red]contested:[/] {error}", markup=True, highlight=False, soft_wrap=True)
        sys.exit(2)
    except ContestedError as error:
        Console(stderr=True).print(f"[bold red]contested:[/] {error}", highlight=False, soft_wrap=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)
