"""What was published: one text by one outlet."""

from dataclasses import dataclass
from hashlib import sha256

from contested.records.span import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text, unchanged; every offset of every other record points into `text`.

    id         content hash (`report_id`)
    name       the file name, or the id its source gave it: what a reader calls it
    text       the text as given, never cleaned
    outlet     who published it; None where the text and the source do not say
    agency     the wire it credits ("AFP"); None where it credits none
    published  ISO day or ISO minute ("2021-08-12", "2021-08-12T17:40"); None where unknown
    title      the headline; None where there is none
    byline     the author line; None where there is none
    url        where it was published; None where unknown
    found_at   where it was read: "a.txt", "a.jsonl:3" a line, "a.zip!b.html" a member, "a.warc.gz@1234" a record by its byte, "a.mbox#3" a letter
    fetched_at when it was fetched from the web (ISO minute, UTC); None where it was not, or nobody says
    digest     SHA-256 (hex) of the bytes it was read from; "" where it was not read from bytes
    language   ISO 639-1; None where it could not be told
    furniture  spans that are not telling: bylines, datelines, share lines; no claim starts there
    """

    id: str
    name: str
    text: str
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    found_at: str = ""
    fetched_at: str | None = None
    digest: str = ""
    language: str | None = None
    furniture: Spans = ()

    @property
    def whole(self) -> Span:
        return Span(0, len(self.text))

    @property
    def day(self) -> str | None:
        """The publication day (ISO), or None."""
        return self.published[:10] if self.published else None

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]


def report_id(text: str, *, outlet: str | None, published: str | None, title: str | None, url: str | None, given: str | None) -> str:
    """The content id of a report: the same publication read twice has one id; one text in two outlets has two.

    `given` is an id that a structured source (JSONL) gave; a file's name does not count.
    """
    parts = (text, outlet or "", published or "", title or "", url or "", given or "")
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
