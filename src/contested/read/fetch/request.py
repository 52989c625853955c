"""One request to one address, with its limits: time in all, bytes as sent and as unpacked."""

import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from time import monotonic

from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NewConnectionError
from urllib3.exceptions import SSLError as Urllib3SSLError
from urllib3.util.ssl_match_hostname import CertificateError

from contested.errors import UnreadableError
from contested.read.fetch.address import IPAddress, Target

_PIECE = 1 << 16
_PACKED = ("", "identity", "gzip", "x-gzip", "deflate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`status` 200, `headers` by lower-case name, the unpacked `body` (empty where the status is another)."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(target: Target, addresses: tuple[IPAddress, ...], *, agent: str, deadline: float, max_bytes: int, cut: bool = False) -> Answer:
    """What a host answers, reached at the first of its addresses that takes a connection. `deadline` on the clock of time.monotonic().

    Raises UnreadableError where it cannot be reached, takes too long or sends more than `max_bytes` (with `cut`, the rest is left).
    """
    for number, address in enumerate(addresses, 1):
        connection = _connection(target, address, max(deadline - monotonic(), 0.001))
        watch = Timer(max(deadline - monotonic(), 0), _cut_off, [connection])  # a timeout of the socket begins anew with every byte
        watch.daemon = True
        watch.start()
        try:
            answer = _asked(connection, target, agent=agent, max_bytes=max_bytes, cut=cut)
            if monotonic() >= deadline:  # what was cut off may look whole
                raise TimeoutError
            return answer
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            if number == len(addresses) or not isinstance(error, NewConnectionError) or monotonic() >= deadline:
                reason = "took too long" if monotonic() >= deadline or isinstance(error, TimeoutError) else f"cannot be reached ({_why(error)})"
                raise UnreadableError(target.url, reason) from error
        finally:
            watch.cancel()
            connection.close()
    raise UnreadableError(target.url, "cannot be reached")


def _connection(target: Target, address: IPAddress, timeout_s: float) -> HTTPConnection:
    """To that very address, and no other that the host's name may lead to by now; the certificate must be the name's."""
    if target.scheme == "http":
        return HTTPConnection(str(address), target.port, timeout=timeout_s)
    return HTTPSConnection(
        str(address), target.port, timeout=timeout_s, server_hostname=target.host, assert_hostname=target.host, cert_reqs=ssl.CERT_REQUIRED
    )


def _cut_off(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):  # closed already
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


def _asked(connection: HTTPConnection, target: Target, *, agent: str, max_bytes: int, cut: bool) -> Answer:
    host = target.site.partition("://")[2]
    headers = {"Host": host, "User-Agent": agent, "Accept-Encoding": "gzip, deflate", "Accept": "text/html, application/xml, */*;q=0.5", "Connection": "close"}
    connection.request("GET", target.path, headers=headers, preload_content=False)
    response = connection.getresponse()
    try:
        named = {name.lower(): value for name, value in response.headers.items()}
        if response.status != 200:
            return Answer(status=response.status, headers=named, body=b"")
        if named.get("content-encoding", "").strip().lower() not in _PACKED:
            raise UnreadableError(target.url, f"packed in a way that was not asked for ({named['content-encoding'][:40]})")
        return Answer(status=200, headers=named, body=_body(response, target, max_bytes=max_bytes, cut=cut))
    finally:
        response.close()


def _body(response: BaseHTTPResponse, target: Target, *, max_bytes: int, cut: bool) -> bytes:
    """Unpacked piece by piece, so that what is packed small and is huge never lies in memory."""
    pieces: list[bytes] = []
    length = 0
    while piece := response.read(_PIECE):
        pieces.append(piece)
        length += len(piece)
        if length > max_bytes:
            if cut:
                break
            raise UnreadableError(target.url, f"too long: more than {max_bytes:,} bytes")
    return b"".join(pieces)[:max_bytes]


def _why(error: Exception) -> str:
    """A clause for people: "connection refused", "its certificate does not hold"."""
    cause = error.__cause__ if isinstance(error, NewConnectionError) and error.__cause__ else error
    if isinstance(cause, ssl.SSLError | Urllib3SSLError | CertificateError):
        return "its certificate does not hold" if isinstance(cause, CertificateError) or "certificate" in str(cause).lower() else "no safe connection"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror.lower()
    return "its answer breaks off" if isinstance(cause, HTTPError | HTTPException) else type(cause).__name__
