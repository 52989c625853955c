"""One set of real parts for all tests of extraction: loading the parser takes longer than all of them."""

from typing import Any

import pytest
from told import PLACES, WAR, Tell, Told

from contested.assembly import assemble
from contested.pipeline import through
from contested.settings import ReferenceSettings, Settings
from factory import report


@pytest.fixture(scope="session")
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """Texts in, told by the whole way from sentences to claims; Norvale and its neighbours are known places."""
    table = tmp_path_factory.mktemp("extract") / "places.tsv"
    rows = ["\t".join((*row, "ZZ", "")) for row in PLACES]
    table.write_text("\n".join(["name\tkind\tlat\tlon\tadmin1\tcountry\taliases", *rows]) + "\n", encoding="utf-8")
    parts = assemble(Settings(reference=ReferenceSettings(places=table)))

    def run(text: str, *, war: bool = True, **fields: Any) -> Told:
        source = report(text + WAR if war else text, **fields)
        return Told(inspected=next(iter(through([source], parts))))

    return run
