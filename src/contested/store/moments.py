"""The two clocks: when a report became known, and until when a view looks."""

from datetime import UTC, datetime

from contested.errors import CallError
from contested.records import Report

_second = "%Y-%m-%dT%H:%M:%S"


def known_moment(report: Report, read_at: str) -> tuple[str, str]:
    """When a report became known, as given and as a UTC second.

    That is its publication, or `read_at` where it has none that can be read. A day without an hour counts from its first
    second. Raises CallError where `read_at` is no ISO time.
    """
    if report.published:
        try:
            return report.published, _utc_second(report.published)
        except ValueError:
            pass  # a publication time nobody can read is an unknown one
    try:
        return read_at, _utc_second(read_at)
    except ValueError as error:
        raise CallError(f"read_at: expected an ISO day or time, got {read_at!r}") from error


def last_second(moment: str) -> str:
    """The last UTC second that belongs to an ISO day, minute or second. Raises CallError where it is none of them."""
    try:
        first = _utc_second(moment)
    except ValueError as error:
        raise CallError(f"known_at: expected an ISO day or time, got {moment!r}") from error
    if len(moment) <= len("2031-03-04"):
        return first[:10] + "T23:59:59"
    if len(moment) == len("2031-03-04T17:40"):
        return first[:16] + ":59"
    return first


def _utc_second(moment: str) -> str:
    """A time without a zone counts as UTC."""
    time = datetime.fromisoformat(moment)
    return (time.astimezone(UTC) if time.tzinfo else time).strftime(_second)
