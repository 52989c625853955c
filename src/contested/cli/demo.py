"""`contested demo`: the bundled example, end to end, to a briefing."""

from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from contested.cli.choices import settings_from
from contested.cli.progress import progress_bar
from contested.cli.tally import print_tally
from contested.cli.written import write_page
from contested.errors import CallError

_STORY = "siege"


def demo_command(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where the briefing goes.")] = Path("briefing.html"),
) -> None:
    """Read the bundled story of a siege, print what is found, write a briefing."""
    from contested.assembly import build, open_view  # here, so that asking for help loads no machine
    from contested.briefing import briefing
    from contested.briefing.terminal import digest

    if not output.parent.is_dir():
        raise CallError(f"{output}: cannot be written (the folder {output.parent} does not exist)")
    console = Console()
    with as_file(files("contested")) as package, TemporaryDirectory() as folder:
        story = next((known for known in (package / "corpus" / _STORY, package.parents[1] / "corpus" / _STORY) if known.is_dir()), None)
        if story is None:
            raise CallError("the bundled example is missing from this installation")
        places = story / "places.tsv"
        chosen = settings_from(None, places if places.is_file() else None)
        store = str(Path(folder) / "demo.db")
        with progress_bar() as progress:
            tally = build([story], store=store, settings=chosen, progress=progress)
        print_tally(tally, store="the demo store")
        view = open_view(store)
        for part in digest(view, where="in the briefing"):
            console.print(part)
        write_page(output, briefing(view, since=None, until=None, title="A siege, as eight reports tell it"))
    console.print(f"Briefing written to {output}. Open it in a browser: every row leads back to its sentences.", markup=False, soft_wrap=True)
