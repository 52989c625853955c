"""The last of reading, the same for every kind of input: what is known of a text is put together, and a text that cannot be read is refused."""

from datetime import date, timedelta

from contested.errors import UnreadableError
from contested.language import language_of
from contested.read.mojibake import refuse_damaged
from contested.read.reader import Draft, Envelope, Means
from contested.records import Report, report_id
from contested.reference.outlets import outlet_at


def finish(draft: Draft, envelope: Envelope, means: Means, *, where: str, name: str, digest: str) -> Report:
    """The report. What the envelope says wins over what the text says of itself.

    Raises UnreadableError: no words, too long, damaged characters, in a language that no installed language pack reads.
    """
    limit = means.settings.max_characters
    if len(draft.text) > limit:
        raise UnreadableError(where, f"too long: {len(draft.text):,} characters, the limit is {limit:,}")
    if not any(character.isalnum() for character in draft.text):
        raise UnreadableError(where, "no words in it")
    refuse_damaged(draft.text, where)
    language = language_of(draft.text)
    if language is not None and language not in means.settings.languages:
        raise UnreadableError(where, f"written in another language ({language}); read here: {', '.join(means.settings.languages)}")
    url = draft.url or envelope.url
    outlet = envelope.outlet or (outlet_at(url) if url and draft.outlet is None else None) or draft.outlet or means.settings.default_outlet
    published, title = envelope.published or draft.published, envelope.title or draft.title
    return Report(
        id=report_id(draft.text, outlet=outlet, published=published, title=title, url=url, given=envelope.given),
        name=name,
        text=draft.text,
        outlet=outlet,
        agency=draft.agency,
        published=published,
        title=title,
        byline=envelope.byline or draft.byline,
        url=url,
        found_at=where,
        fetched_at=envelope.fetched_at,
        digest=digest,
        language=language,
        furniture=draft.furniture,
    )


def refuse_future(published: str | None, means: Means, *, where: str, fetched_at: str | None = None) -> None:
    """Raises UnreadableError where a page claims a day later than the day it was fetched on (today where unknown); a day's grace for zones."""
    latest = date.fromisoformat(fetched_at[:10]) if fetched_at else means.today
    if published and date.fromisoformat(published[:10]) > latest + timedelta(days=1):
        raise UnreadableError(where, f"its date lies in the future: {published[:10]}")
