"""The fetcher: robots.txt asked first, a pause between two requests to one host, every redirect checked like the address itself."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from importlib.metadata import version
from io import BytesIO

from contested.errors import UnreadableError
from contested.read.fetch.address import IPAddress, Target, is_public, target_of
from contested.read.fetch.request import Answer, ask
from contested.read.fetch.resolve import Resolve, addresses_of, system_resolve
from contested.read.fetch.robots import LONGEST, Robots
from contested.read.reader import HEAD, Envelope, Fetch, Input
from contested.settings import FetchSettings

_REDIRECTS = (301, 302, 303, 307, 308)
_KINDS = ("text/", "application/xhtml", "application/xml", "application/json", "application/feed+json", "application/pdf")
_MOST_SITES = 1000


def web_fetcher(
    settings: FetchSettings, *, resolve: Resolve = system_resolve, allowed: Callable[[IPAddress], bool] = is_public, sleep: Callable[[float], None] = time.sleep
) -> Fetch:
    """What fetches pages from the web. It remembers what sites ask of robots, and when each was asked last."""
    return _Fetcher(settings, resolve, allowed, sleep)


class _Fetcher:
    def __init__(self, settings: FetchSettings, resolve: Resolve, allowed: Callable[[IPAddress], bool], sleep: Callable[[float], None]) -> None:
        self._settings = settings
        self._resolve = resolve
        self._allowed = allowed
        self._sleep = sleep
        self._agent = f"Contested/{version('contested')}"
        self._robots: dict[str, Robots | UnreadableError] = {}
        self._asked: dict[str, float] = {}

    def __call__(self, url: str) -> Input:
        """The page. Raises UnreadableError."""
        target = first = target_of(url, ports=self._settings.ports)
        answer, target = self._through_redirects(target, self._page)
        kind = answer.headers.get("content-type")
        if kind and not _is_readable(kind):
            raise UnreadableError(first.url, f"no text on this page ({kind.partition(';')[0].strip()[:40]})")
        raw = answer.body
        envelope = Envelope(url=target.url, fetched_at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M}", content_type=kind)
        return Input(where=first.url, name=first.url, head=raw[:HEAD], stream=BytesIO(raw), size=len(raw), envelope=envelope)

    def _through_redirects(self, target: Target, get: Callable[[Target], Answer]) -> tuple[Answer, Target]:
        """The answer, and the target that gave it."""
        first = target
        for _ in range(self._settings.max_redirects + 1):
            answer = get(target)
            if answer.status not in _REDIRECTS:
                return answer, target
            if not answer.headers.get("location", "").strip():
                raise UnreadableError(target.url, "leads on to nowhere")
            target = target_of(answer.headers.get("location", ""), ports=self._settings.ports, base=target)
        raise UnreadableError(first.url, f"more than {self._settings.max_redirects} redirects")

    def _page(self, target: Target) -> Answer:
        robots = self._robots_of(target)
        if not robots.allows(target.url):
            raise UnreadableError(target.url, "the site asks robots to leave this page alone (robots.txt)")
        answer = self._ask(target, wait_s=robots.wait_s, max_bytes=self._settings.max_bytes)
        if answer.status != HTTPStatus.OK and answer.status not in _REDIRECTS:
            raise UnreadableError(target.url, f"the site answers {_said(answer.status)}")
        return answer

    def _robots_of(self, target: Target) -> Robots:
        """Asked for once; that it could not be had is remembered, too."""
        if target.site not in self._robots:
            if len(self._robots) >= _MOST_SITES:
                self._robots.clear()
            try:
                self._robots[target.site] = self._read_robots(target)
            except UnreadableError as error:
                self._robots[target.site] = error
        found = self._robots[target.site]
        if isinstance(found, UnreadableError):
            raise UnreadableError(target.url, found.reason)
        return found

    def _read_robots(self, target: Target) -> Robots:
        """No rules where there is no such file. Raises UnreadableError where the site does not say what it asks."""
        place = target_of(f"{target.site}/robots.txt", ports=self._settings.ports)
        answer, _ = self._through_redirects(place, lambda at: self._ask(at, wait_s=0, max_bytes=LONGEST, cut=True))
        if answer.status == HTTPStatus.OK:
            return Robots(self._agent, answer.body.decode("utf-8", errors="replace"))
        if 400 <= answer.status < 500:
            return Robots(self._agent)
        raise UnreadableError(place.url, f"the site does not say what robots may read (robots.txt: {_said(answer.status)})")

    def _ask(self, target: Target, *, wait_s: float, max_bytes: int, cut: bool = False) -> Answer:
        self._pause(target.host, max(wait_s, self._settings.pause_s))
        deadline = time.monotonic() + self._settings.timeout_s
        addresses = addresses_of(target, self._resolve, self._allowed, timeout_s=self._settings.timeout_s)
        return ask(target, addresses, agent=self._agent, deadline=deadline, max_bytes=max_bytes, cut=cut)

    def _pause(self, host: str, wait_s: float) -> None:
        now = time.monotonic()
        last = self._asked.get(host)
        if last is not None and (left := last + wait_s - now) > 0:
            self._sleep(left)
            now += left
        if len(self._asked) >= _MOST_SITES:
            self._asked = {known: at for known, at in self._asked.items() if now - at < wait_s}
        self._asked[host] = now


def _is_readable(kind: str) -> bool:
    plain = kind.partition(";")[0].strip().lower()
    return plain.startswith(_KINDS) or (plain.endswith("+xml") and not plain.startswith("image/"))


def _said(status: int) -> str:
    """"404 (not found)"."""
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)
