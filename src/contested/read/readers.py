"""The readers, in the order in which they are asked. A new kind of input is a new file and one line here."""

from contested.read.feed import FEED
from contested.read.html import WEB_PAGE
from contested.read.json_array import JSON_ARRAY
from contested.read.jsonl import JSON_LINES
from contested.read.mail import LETTER, MAILBOX
from contested.read.not_read import NOT_READ
from contested.read.packed import PACKED
from contested.read.pdf import PDF
from contested.read.reader import Reader
from contested.read.table import TABLE
from contested.read.tarred import TAR
from contested.read.text import PLAIN_TEXT
from contested.read.warc import WEB_ARCHIVE
from contested.read.zipped import ZIP

READERS: tuple[Reader, ...] = (
    WEB_ARCHIVE, ZIP, PACKED, TAR, PDF,  # told by their first bytes; a packed web archive before any packed file
    MAILBOX, LETTER,  # before web pages: a saved page may be written as a letter
    FEED, JSON_LINES, JSON_ARRAY, WEB_PAGE,
    NOT_READ,
    TABLE,
    PLAIN_TEXT,  # takes whatever is left
)
