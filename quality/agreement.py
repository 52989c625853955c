"""How well two careful readers agree: the ceiling for every figure on claims.

    python -m quality.agreement

Some reports of corpus/ were annotated a second time, from the text and the guidelines alone (`second/` beside `gold/`). The second reading is measured against
the first as our own claims are.
"""

import json
from pathlib import Path

from quality.corpus import CORPUS
from quality.measure import Measured, compare_report


def readings() -> list[tuple[Path, Path]]:
    """First and second reading of every report that has both."""
    return [(second.parent.parent / "gold" / second.name, second) for second in sorted(CORPUS.glob("*/second/*.json"))]


def agreement() -> Measured:
    """The second reading measured against the first."""
    measured = Measured()
    for first, second in readings():
        gold, again = (json.loads(path.read_text(encoding="utf-8"))["claims"] for path in (first, second))
        compare_report(measured, gold, again)
    return measured


def main() -> None:
    measured = agreement()
    print(f"{len(readings())} reports read twice: {measured.events.gold} claims by the first reader, {measured.events.predicted} by the second")
    for name, value in measured.figures().items():
        print(f"{name.removeprefix('claims.'):24} {value:.3f}")


if __name__ == "__main__":
    main()
