"""Which country an outlet is of, for reports that say little about where they play: by its name, or by the end of its address."""

from urllib.parse import urlsplit

from contested.records import Report
from contested.reference.gazetteer import Gazetteer

_GENERIC = frozenset({"ai", "cc", "co", "eu", "fm", "io", "ly", "me", "su", "to", "tv", "ws"})  # country endings that anybody buys
_UNLIKE = {"uk": "GB"}
_LONGEST = 3  # words of a name
_OF_NOTE = 200_000  # people; a town of that size in an outlet's name is the town


def outlet_home(report: Report, gazetteer: Gazetteer) -> str | None:
    """ISO alpha-2; None where neither tells. "Norlandic Observer" is of Norland, "norvale-post.uk" of Britain."""
    return _by_name((report.outlet or "").removeprefix("The "), gazetteer) or _by_address(report.url, gazetteer)


def _by_name(name: str, gazetteer: Gazetteer) -> str | None:
    words = name.split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        opening = " ".join(words[:count])
        if not opening[:1].isupper():
            continue
        if demonym := gazetteer.country_of_demonym(opening):
            return demonym
        best = next(iter(gazetteer.lookup(opening)), None)
        if best is not None and (best.kind in ("country", "admin1") or (best.kind == "settlement" and best.population >= _OF_NOTE)) and best.grade:
            return best.country
    return None


def _by_address(url: str | None, gazetteer: Gazetteer) -> str | None:
    try:
        ending = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        return None
    if len(ending) != 2 or ending in _GENERIC:
        return None
    iso = _UNLIKE.get(ending, ending.upper())
    return iso if gazetteer.country(iso) is not None else None
