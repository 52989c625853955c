"""Words to reports."""

from sqlalchemy import ColumnElement, Select, func, literal_column, select, table
from sqlalchemy import column as named

from contested.store.tables import reports, search_table


def search_query(words: str, *, dialect: str, shown: ColumnElement[bool]) -> Select[tuple[str]] | None:
    """The ids of the reports (of those `shown`) that have every word in title or text, best match first; None where there are no words.

    SQLite answers from its full-text index, which knows whole words and no accents; other databases look for the letters.
    """
    wanted = [word for word in words.split() if any(letter.isalnum() for letter in word)]
    if not wanted:
        return None
    if dialect == "sqlite":
        index = table(search_table, named("rowid"), named("rank"))
        # Each word in quotation marks: the index has a query language of its own, and a reader's words are not in it.
        phrase = " ".join('"' + word.replace('"', '""') + '"' for word in wanted)
        matches = literal_column(search_table).match(phrase)
        joined = reports.join(index, index.c.rowid == reports.c.number)
        return select(reports.c.id).select_from(joined).where(matches, shown).order_by(index.c.rank, reports.c.known_second, reports.c.id)
    whole = func.lower(func.coalesce(reports.c.title, "") + " " + reports.c.text)
    found = (whole.contains(word.lower(), autoescape=True) for word in wanted)
    return select(reports.c.id).where(shown, *found).order_by(reports.c.known_second, reports.c.id)
