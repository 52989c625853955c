"""Web addresses: which may be asked for, and which hosts are public."""

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from contested.errors import UnreadableError

IPAddress = IPv4Address | IPv6Address

_DEFAULT_PORTS = {"http": 80, "https": 443}
_USER = re.compile(r"^([a-z][a-z0-9+.-]*:)?//[^/?#]*@", re.I)
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", re.I | re.A)
_TRANSLATED = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_LONGEST = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A web address taken apart: `host` without brackets, `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """Put together again, as it is shown to people."""
        return self.site + self.path


def target_of(url: str, *, ports: tuple[int, ...], base: Target | None = None) -> Target:
    """A web address, one that stands on the page of `base` in full. Raises UnreadableError where it must not be asked for."""
    where = without_user(url)
    try:
        if len(url) > _LONGEST or _UNSEEN.search(url.strip()):
            raise UnreadableError(where[:_LONGEST], "not a web address")
        found = parse_url(urljoin(base.url, url) if base else url.strip())
    except (LocationParseError, ValueError) as error:
        raise UnreadableError(where, "not a web address") from error
    if found.scheme not in _DEFAULT_PORTS:
        raise UnreadableError(where, "only addresses that begin with http:// or https:// are fetched")
    if found.auth is not None:
        raise UnreadableError(where, "an address with a user name or password is not fetched")
    host = (found.host or "").strip("[]").rstrip(".").lower()
    if not host:
        raise UnreadableError(where, "not a web address")
    port = _DEFAULT_PORTS[found.scheme] if found.port is None else found.port
    if port not in ports:
        raise UnreadableError(where, f"port {port} is not asked (read.fetch.ports)")
    return Target(scheme=found.scheme, host=host, port=port, path=found.request_uri)


def without_user(url: str) -> str:
    """The address without user name and password, for messages."""
    return _USER.sub(r"\1//", url.strip())


def written_in_numbers(host: str) -> IPAddress | None:
    """The address that a host is which is no name: also 2130706433, 0x7f.1 and 0177.0.0.1, as the system reads them. None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        pass
    if _NUMBERS.fullmatch(host) is None:
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the public net: not this machine, not a network around it, not many at once. An IPv4 address inside an IPv6 one counts."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and (address in _TRANSLATED or address in _COMPATIBLE):
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address.is_site_local:
            return False
    private = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not private
