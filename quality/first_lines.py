"""Leaves out of predicted times what stands after the first lines of each text, for sets whose gold ends there.

    python -m quality.first_lines GOLD.jsonl PREDICTED.jsonl OUT.jsonl [LINES]

MEANTIME marks the headline, the date and the first sentences of each text only, six lines at most; what is found below them is neither right nor wrong.
"""

import json
import sys
from pathlib import Path

LINES = 6


def kept(text: str, times: list[dict[str, list[int]]], lines: int) -> list[dict[str, list[int]]]:
    """The times that begin within the first lines of a text."""
    end = len("\n".join(text.split("\n")[:lines]))
    return [time for time in times if time["span"][0] < end]


def main(arguments: list[str]) -> int:
    if len(arguments) not in (3, 4) or not all(argument.isdigit() for argument in arguments[3:]):
        print(__doc__, file=sys.stderr)
        return 2
    gold, predicted, out = (Path(argument) for argument in arguments[:3])
    lines = int(arguments[3]) if len(arguments) == 4 else LINES
    texts = {told["id"]: told["text"] for told in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    rows = [json.loads(line) for line in predicted.read_text(encoding="utf-8").splitlines()]
    out.write_text("".join(json.dumps(row | {"times": kept(texts[row["id"]], row["times"], lines)}) + "\n" for row in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
