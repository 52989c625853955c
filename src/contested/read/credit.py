"""Who is credited: the agencies and outlets in the words of a credit."""

import re
from dataclasses import dataclass

from contested.reference.outlets import Outlet, outlet_named

_SPLIT = re.compile(r"\s*(?:[/,;&|•]|\s[-–—]\s|\band\b)\s*")
_NAME = re.compile(r"[A-Z0-9À-Þ][\w'’.&-]*(?: (?:[A-Z0-9À-Þ][\w'’.&-]*|of|the|for|al|el))*")
_EDGES = re.compile(r"^(?:source|sources|from|by|the|via|with)\b[:\s]*|[\s.:]+$", re.I)
_OFFICE = re.compile(r"(?:[A-Z][\w-]+ ){0,3}(?:Writers?|Reporters?|Correspondents?|Editors?)")
_PHOTO = re.compile(r"\b(?:photos?|pictures?|images?|getty|pool|file|handout|courtesy|illustration|video|via)\b|\w ?/ ?[A-Z]{2,}(?:$|\W)|\|", re.I)
_UNSAID = frozenset(
    {"agencies", "news agencies", "agency", "wires", "wire", "wire services", "web desk", "staff", "news desk", "monitoring desk", "correspondent"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """`agencies`, `outlets`: known names, in order; `others`: capitalised names that are in no list; `rest`: the pieces that are no names."""

    agencies: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        return bool(self.agencies or self.outlets)


def credit_of(words: str) -> Credit:
    """The credit in a few words: "AFP/Reuters", "Euronews / Kyiv Post", "Jane Doe, Associated Press"."""
    if known := outlet_named(_EDGES.sub("", words)):
        return Credit(agencies=(known.name,)) if known.kind == "agency" else Credit(outlets=(known.name,))
    agencies: list[str] = []
    outlets: list[str] = []
    others: list[str] = []
    rest: list[str] = []
    for piece in _SPLIT.split(words):
        piece = _EDGES.sub("", piece.strip("() "))
        if not piece:
            continue
        person, known = _person_and_outlet(piece)
        if known:
            (agencies if known.kind == "agency" else outlets).append(known.name)
            others.extend([person] if person else [])
        elif piece.casefold() in _UNSAID:
            continue
        else:
            (others if _NAME.fullmatch(piece) else rest).append(piece)
    return Credit(agencies=tuple(agencies), outlets=tuple(outlets), others=tuple(others), rest=tuple(rest))


def is_photo_credit(words: str, credit: Credit) -> bool:
    """Whether a credit names who took a picture: it speaks of one, or joins a person to an agency with a stroke ("Jane Doe / AFP")."""
    return bool(_PHOTO.search(words)) and bool(credit.others or credit.rest or re.search(r"\b(?:photo|via|images)\b", words, re.I))


def _person_and_outlet(piece: str) -> tuple[str | None, Outlet | None]:
    """ "AFP" is an outlet, "Jane Doe Associated Press" and "Jane Doe AP National Writer" a person and an outlet."""
    words = piece.split()
    for start in range(min(len(words), 6)):
        for end in range(len(words), start, -1):
            if (end == len(words) or _OFFICE.fullmatch(" ".join(words[end:]))) and (known := outlet_named(" ".join(words[start:end]))):
                return " ".join(words[:start]) or None, known
    return None, None
