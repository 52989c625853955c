"""Damages small sound inputs of every kind and reads them: nothing may be raised, no offset may lie outside its text, nothing may take long.

    python -m quality.fuzz_read [--minutes N] [--seed N] [--only ENDING]

What fails is kept under tests/read/damaged/ and printed; exit status 1 where anything did. The same seed damages in the same way.
"""

import argparse
import random
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import FrameType

from contested.read.dispatch import expand
from contested.read.reader import HEAD, Input, Means
from contested.read.readers import READERS
from contested.records import Report
from contested.settings import ReadSettings
from quality.reader_samples import samples

DAMAGED = Path(__file__).parent.parent / "tests" / "read" / "damaged"
LONGEST_S = 10.0

_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"99999999999", b"4294967296", b"1e9", b"00000000", b"")
_ODD = (
    b"\0", b"\xff\xfe", b"\r\n\r\n", b"\n\n", b'"', b"<", b">", b"&#x110000;", b"\x1f\x8b\x08", b"PK\x03\x04", b"WARC/1.0\r\n", b"From a 10:00 2011\n",
    b"<![CDATA[", b"]]>", b"<!--", b"{", b"[" * 50, b"endstream", b"obj", b"\xed\xa0\x80", b"\xe2\x80\xae", b"--cut", b"=?utf-8?b?", b"\x80\x81",
)


class SlowError(BaseException):
    """Reading took too long; not an Exception, so that no reader takes it for one of its own."""


def damaged(raw: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The bytes with one to four kinds of damage."""
    for _ in range(chance.randint(1, 4)):
        raw = chance.choice(_DAMAGES)(raw, others, chance)[:200_000]
    return raw


def _cut(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def _without(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start = chance.randint(0, len(raw))
    return raw[:start] + raw[start + chance.randint(1, 64) :]


def _flipped(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _time in range(chance.choice((1, 1, 2, 8))):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _spliced(raw: bytes, others: list[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, at = chance.randint(0, len(other)), chance.randint(0, len(raw))
    return raw[:at] + other[start : start + chance.choice((16, 256, 100_000))] + raw[at:]


def _repeated(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    start = chance.randint(0, len(raw))
    piece = raw[start : start + chance.choice((4, 64, 1024))]
    return raw[:start] + piece * chance.choice((2, 5, 40)) + raw[start:]


def _odd(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(raw))
    return raw[:at] + chance.choice(_ODD) + raw[at:]


def _other_number(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(raw))
    if not found:
        return raw
    number = chance.choice(found)
    return raw[: number.start()] + chance.choice(_NUMBERS) + raw[number.end() :]


def _other_bytes(raw: bytes, _: list[bytes], chance: random.Random) -> bytes:
    """Four bytes that may be a length in a binary header."""
    at = chance.randint(0, len(raw))
    return raw[:at] + chance.choice((b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\0\0\0\0")) + raw[at + 4 :]


_DAMAGES: tuple[Callable[[bytes, list[bytes], random.Random], bytes], ...] = (
    _cut, _without, _flipped, _flipped, _spliced, _repeated, _odd, _other_number, _other_bytes,
)


def complaint(name: str, raw: bytes) -> str | None:
    """What is wrong with how these bytes are read; None where nothing is."""
    means = Means(settings=ReadSettings(), known=lambda _digest, _url: False, today=date(2030, 1, 1))
    start = time.monotonic()
    try:
        for item in expand(Input(where=name, name=name, head=raw[:HEAD], stream=BytesIO(raw), size=len(raw)), means, READERS):
            if isinstance(item, Report) and any(not 0 <= span.start < span.end <= len(item.text) for span in item.furniture):
                return "a span outside the text"
            if isinstance(item, Report):
                item.text.encode()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # everything is a finding, a library's panic too
        return traceback.format_exc(limit=-6)
    return f"took {time.monotonic() - start:.0f} s" if time.monotonic() - start > LONGEST_S else None


def _too_slow(_number: int, _frame: FrameType | None) -> None:
    raise SlowError


def _keep(name: str, raw: bytes) -> Path:
    DAMAGED.mkdir(parents=True, exist_ok=True)
    path = DAMAGED / f"{sha256(raw).hexdigest()[:8]}-{name}"
    path.write_bytes(raw)
    return path


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="fuzz_read")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    options = parser.parse_args(arguments)
    sound = {name: raw for name, raw in samples().items() if name.endswith(options.only)}
    others, chance = list(samples().values()), random.Random(options.seed)
    signal.signal(signal.SIGALRM, _too_slow)
    until, count, seen = time.process_time() + options.minutes * 60, 0, set[str]()
    while time.process_time() < until:
        name = chance.choice(list(sound))
        raw = damaged(sound[name], others, chance)
        signal.setitimer(signal.ITIMER_REAL, LONGEST_S * 3)
        wrong = complaint(name, raw)
        signal.setitimer(signal.ITIMER_REAL, 0)
        count += 1
        if wrong and wrong not in seen:
            seen.add(wrong)
            print(f"{_keep(name, raw)}\n{wrong}", flush=True)
    print(f"{count} damaged inputs in {options.minutes:g} min of processor time, {len(seen)} findings")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
