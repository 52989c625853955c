"""A Bloom filter over name keys, so that words that start no place name cost no query."""

from collections.abc import Iterable
from hashlib import blake2b

_BITS = 1 << 24
_PROBES = 4


def make_filter(keys: Iterable[str]) -> bytes:
    """Two megabytes; of keys never put in, about one in 500 passes at a million keys."""
    bits = bytearray(_BITS // 8)
    for key in keys:
        for probe in _probes(key):
            bits[probe >> 3] |= 1 << (probe & 7)
    return bytes(bits)


def may_hold(bits: bytes, key: str) -> bool:
    """False: the key was certainly never put in."""
    return all(bits[probe >> 3] & (1 << (probe & 7)) for probe in _probes(key))


def _probes(key: str) -> list[int]:
    digest = int.from_bytes(blake2b(key.encode(), digest_size=12).digest(), "little")
    return [(digest >> (24 * i)) & (_BITS - 1) for i in range(_PROBES)]
