"""The readers, in the order in which they are asked. A new kind of input is a new file and one line here."""

from contested.read.jsonl import JSON_LINES
from contested.read.not_read import NOT_READ
from contested.read.reader import Reader
from contested.read.text import PLAIN_TEXT

READERS: tuple[Reader, ...] = (JSON_LINES, NOT_READ, PLAIN_TEXT)
