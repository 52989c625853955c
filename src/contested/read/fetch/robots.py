"""What a site asks of robots in its robots.txt (RFC 9309): which pages to leave alone, how long to wait."""

from urllib.robotparser import RobotFileParser

LONGEST = 512_000
"""Bytes of a robots.txt that are read; the rest is left."""

_LONGEST_WAIT = 60.0


class Robots:
    """The rules of one site for one agent."""

    def __init__(self, agent: str, text: str = "") -> None:
        self._agent = agent
        self._rules = RobotFileParser()
        self._rules.parse(text.splitlines())

    def allows(self, url: str) -> bool:
        return self._rules.can_fetch(self._agent, url)

    @property
    def wait_s(self) -> float:
        """The seconds that the site wants between two requests, a minute at most; 0 where it does not say."""
        wanted = self._rules.crawl_delay(self._agent)
        return min(float(wanted), _LONGEST_WAIT) if wanted else 0.0
