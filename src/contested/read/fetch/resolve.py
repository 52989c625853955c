"""From a host's name to the addresses it may be reached at, asked once: who answers later with another address is not heard."""

import socket
from collections.abc import Callable
from ipaddress import ip_address
from threading import Thread

from contested.errors import UnreadableError
from contested.read.fetch.address import IPAddress, Target, written_in_numbers

Resolve = Callable[[str, float], list[str]]
"""The addresses of a host's name, found within some seconds. Raises OSError where there are none."""


def system_resolve(host: str, timeout_s: float) -> list[str]:
    """As the system resolves it. The system knows no time limit, so it is asked on the side."""
    found: list[str] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:  # UnicodeError: a label too long for a name
            failed.append(error if isinstance(error, OSError) else OSError(str(error)))

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout_s)
    if thread.is_alive():
        raise TimeoutError
    if failed:
        raise failed[0]
    return found


def addresses_of(target: Target, resolve: Resolve, allowed: Callable[[IPAddress], bool], *, timeout_s: float) -> tuple[IPAddress, ...]:
    """Where a host may be reached. Raises UnreadableError where its name is unknown, or one of its addresses must not be asked."""
    written = written_in_numbers(target.host)
    if written is None:
        try:
            found = tuple(ip_address(words) for words in resolve(target.host, timeout_s))
        except (OSError, ValueError) as error:
            raise UnreadableError(target.url, f'cannot be reached (nothing is known of "{target.host}")') from error
    else:
        found = (written,)
    if not found:
        raise UnreadableError(target.url, f'cannot be reached (nothing is known of "{target.host}")')
    if any(not allowed(address) for address in found):
        raise UnreadableError(target.url, "not a public address: this machine and the networks around it are not asked")
    return found
