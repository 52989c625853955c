"""The ledger of one place: signs in the order of time, and the intervals they make."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from contested.control.evidence import Sign
from contested.control.sites import Site
from contested.records import HoldingStatus, Reason
from contested.reference.parties import Party, likeness, opposed

_SAME = ("same", "compatible")
_NEAR, _LONG = 3, 30


@dataclass(slots=True, kw_only=True)
class Entry:
    """One interval in the making. `opened`: the sign that began it; `last`: the last day that it is known to have lasted to."""

    site: Site
    status: HoldingStatus
    holder: Party | None
    challenger: Party | None
    since: str | None
    opened: Sign
    until: str | None = None
    signs: list[Sign] = field(default_factory=list)
    disputed_by: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)


class Ledger:
    """Takes signs in order; `entries` are the intervals so far, the last one open unless its `until` is set."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._fights: list[Sign] = []
        self._entered: list[Sign] = []
        self._left: list[Sign] = []
        self.entries: list[Entry] = []

    def read(self, signs: Iterable[Sign]) -> list[Entry]:
        """All intervals that the signs make; the order in which signs are given changes nothing."""
        turns = {"takes": self._take, "leaves": self._leave, "besieges": self._besiege, "cut_off": self._cut_off, "fights": self._fight, "held": self._stand,
                 "enters": self._enter}
        for sign in sorted(signs, key=lambda sign: sign.order):
            turns[sign.kind](sign)
        return self.entries

    @property
    def _now(self) -> Entry | None:
        return self.entries[-1] if self.entries and self.entries[-1].until is None else None

    def _take(self, sign: Sign) -> None:
        now = self._now
        if sign.actor is None and not sign.again:
            if len(self._entered) == 1 and _is_near(sign, self._entered[0]):
                self._hold(self._entered[0], sign)
                return
            if now and now.holder is not None and now.status == "held" and not (sign.last and _comes_after(sign, now)):
                _add(now, sign)
                return
        if now and now.status == "held" and _is_one(now.holder, sign.actor):
            _add(now, sign)
            now.since = now.since or sign.since
            return
        if now and now.status == "held" and now.holder is not None and not _comes_after(sign, now):
            self._weigh(sign, now)
            return
        self._open("held", sign, holder=sign.actor, challenger=None, since=sign.since)

    def _weigh(self, sign: Sign, now: Entry) -> None:
        """Two sides are said to have taken it, and nothing tells which came last: the better supported stands, the other disputes it."""
        if _weight(sign) > _weight(now.opened):
            contrary = [name for said in now.signs for name in said.claims]
            self.entries.pop()
            self._open("held", sign, holder=sign.actor, challenger=now.holder, since=sign.since)
            self.entries[-1].disputed_by += contrary
        else:
            now.disputed_by += sign.claims
            now.challenger = now.challenger or sign.actor
        self.entries[-1].reasons.append(Reason(score=0.4, because="two sides are said to have taken it, and nothing tells who came last"))

    def _enter(self, sign: Sign) -> None:
        """Who comes in holds the place only if the other side leaves it, or if it leaves again itself. Who comes in anew had lost it."""
        now = self._now
        if now and now.status == "held" and _is_one(now.holder, sign.actor) and _is_long_after(sign, now):
            self._close(sign)
        self._entered.append(sign)
        if now and now.status == "contested" and now.holder is None:
            attacker, now.holder = self._attacker(now.opened)
            now.challenger = attacker or now.challenger
        elif now and now.status == "contested" and _is_one(now.holder, sign.actor) and len(self.entries) > 1 and _is_long_after(sign, self.entries[-2]):
            now.holder, now.challenger = now.challenger, now.holder
        left = next((gone for gone in self._left if opposed(gone.actor, sign.actor) and _is_near(gone, sign)), None)
        if left is not None:
            self._left.remove(left)
            self._hold(sign, left)

    def _leave(self, sign: Sign) -> None:
        """Who leaves does not say who comes: the place is nobody's until somebody is said to take it, or came in before."""
        now = self._now
        if now is not None and now.status != "contested" and (_is_one(now.holder, sign.actor) or (now.holder is None and _is_one(now.challenger, sign.actor))):
            self._close(sign)
            now = None
        elif now is None and (came := next((came for came in self._entered if _is_one(came.actor, sign.actor)), None)):
            self._hold(came, sign)
            self._close(sign)
            return
        came = next((came for came in self._entered if opposed(came.actor, sign.actor) and _is_near(sign, came)), None)
        if came is None:
            self._left.append(sign)
        else:
            self._hold(came, sign)

    def _hold(self, came: Sign, other: Sign) -> None:
        """One side came in, and of the place it is told that the other left, that this one left later, or that it fell."""
        self._entered = [sign for sign in self._entered if not _is_one(sign.actor, came.actor)]
        if self._now and self._now.status == "held":
            if _is_one(self._now.holder, came.actor):
                return
        elif any(entry.status == "held" and _is_one(entry.holder, came.actor) and _covers(entry, came) for entry in self.entries):
            return
        self._open("held", came, holder=came.actor, challenger=None, since=came.since)
        told = "the place was taken" if other.kind == "takes" else "it left later" if _is_one(other.actor, came.actor) else "the other side left"
        self.entries[-1].signs.append(other)
        self.entries[-1].reasons.append(Reason(score=0.6, because=f"this side came in, and {told}"))

    def _besiege(self, sign: Sign) -> None:
        now = self._now
        if now and now.status == "held" and _is_one(now.holder, sign.actor):
            return
        if now and now.status == "besieged":
            _add(now, sign)
            now.holder, now.challenger = now.holder or sign.other, now.challenger or sign.actor
            return
        holder = now.holder if now and now.holder else sign.other
        self._open("besieged", sign, holder=holder, challenger=sign.actor, since=_began(sign))

    def _cut_off(self, sign: Sign) -> None:
        now = self._now
        if now and now.status in ("besieged", "cut_off"):
            _add(now, sign)
            return
        self._open("cut_off", sign, holder=now.holder if now else sign.other, challenger=sign.actor, since=_began(sign))

    def _fight(self, sign: Sign) -> None:
        """Fighting makes a place contested, unless it is besieged already or was taken that day."""
        self._fights.append(sign)
        now = self._now
        if now and now.status in ("besieged", "contested", "cut_off"):
            _add(now, sign)
            now.challenger = now.challenger or _challenger(sign, now.holder)
            return
        if now and now.status == "held":
            if sign.ongoing and _comes_after(sign, now):
                self._open("contested", sign, holder=now.holder, challenger=_challenger(sign, now.holder), since=sign.since)
            elif sign.ongoing and not any(said.admitted for said in now.signs):
                now.disputed_by += sign.claims
            return
        if not sign.ongoing and sign.last is None:
            return  # over, and nobody knows when
        attacker, holder = self._attacker(sign)
        self._open("contested", sign, holder=holder, challenger=attacker or _challenger(sign, None), since=None if sign.ongoing else sign.since)
        if not sign.ongoing:
            self.entries[-1].until = sign.last

    def _attacker(self, fight: Sign) -> tuple[Party | None, Party | None]:
        """Of two sides that fight, the one that came in, and the one it came in upon."""
        for one, other in ((fight.actor, fight.other), (fight.other, fight.actor)):
            came = any(_is_one(sign.actor, one) for sign in self._entered)
            if came and other is not None and not any(_is_one(sign.actor, other) for sign in self._entered):
                return one, other
        return None, None

    def _stand(self, sign: Sign) -> None:
        now = self._now
        if now is None:
            self._open("held", sign, holder=sign.actor, challenger=None, since=sign.since)
        elif now.holder is None or _is_one(now.holder, sign.actor):
            now.holder = now.holder or sign.actor
            _add(now, sign)
        elif now.status == "held" and _comes_after(sign, now):
            self._open("held", sign, holder=sign.actor, challenger=None, since=sign.since)
        else:
            now.disputed_by += sign.claims

    def _open(self, status: HoldingStatus, sign: Sign, *, holder: Party | None, challenger: Party | None, since: str | None) -> None:
        qualified = self._overlapping(sign) if status == "held" and not sign.admitted else []
        carried = self._close(sign)
        entry = Entry(site=self._site, status=status, holder=holder, challenger=challenger, since=since, opened=sign, signs=[*carried, sign])
        entry.disputed_by += [*sign.against, *qualified]
        self.entries.append(entry)

    def _overlapping(self, sign: Sign) -> list[str]:
        """Fighting that is said to go on, on the very day of the taking."""
        return [name for fight in self._fights if fight.ongoing and not _ended_before(fight, sign) for name in fight.claims]

    def _close(self, sign: Sign) -> list[Sign]:
        """End the open interval where the sign begins. A contest of unknown start that ends that day is no interval: its signs are handed on."""
        now = self._now
        if now is None:
            return []
        if now.status == "contested" and now.holder is None and now.since is None and sign.kind in ("besieges", "takes") and not _comes_after(sign, now):
            self.entries.pop()
            return now.signs if sign.kind == "besieges" else []
        start = now.since[:10] if now.since else (now.opened.published or "")[:10]
        told = (sign.published or "")[:10]
        now.until = sign.since or (f"{start}/{told}" if start and told and start < told else told or start or None)
        return []


def _add(entry: Entry, sign: Sign) -> None:
    entry.signs.append(sign)
    entry.disputed_by += sign.against


def _is_one(one: Party | None, other: Party | None) -> bool:
    return one is not None and likeness(one, other) in _SAME


def _comes_after(sign: Sign, now: Entry) -> bool:
    """A later day, a retaking, or the same day told by a later report. What has no day comes after what has none, if it is told later."""
    start, known = now.opened.last, sign.last
    told, told_before = sign.published or "", now.opened.published or ""
    if known and start:
        return known > start or sign.again or (known == start and told[:10] == told_before[:10] and len(told) == len(told_before) and told > told_before)
    if sign.again or start is None:
        return sign.again or told[:10] > told_before[:10]
    # An undated taking may be old news; an undated state is told as of the report.
    return sign.kind != "takes" and told[:10] > start


def _ended_before(fight: Sign, taking: Sign) -> bool:
    return bool(fight.last and taking.first and fight.last < taking.first)


def _began(sign: Sign) -> str | None:
    """A siege that goes on began with the interval; one that is told as done began in it."""
    return sign.first if sign.ongoing else sign.since


def _challenger(sign: Sign, holder: Party | None) -> Party | None:
    """Of two that fight, the one that does not hold the place; where nobody is known to, the one that is no state."""
    sides = [somebody for somebody in (sign.actor, sign.other) if somebody is not None and not _is_one(holder, somebody)]
    return next((somebody for somebody in sides if somebody.side == "armed_group"), sides[0] if sides else None)


def _is_near(left: Sign, came: Sign) -> bool:
    """A leaving within days of a coming in; a leaving of no known day counts if it was told no earlier than the coming in."""
    if left.first and left.last and came.first and came.last:
        return _days_between(came.first, left.last) >= -_NEAR and _days_between(came.last, left.first) <= _NEAR
    return (left.published or "9999")[:10] >= (came.last or came.published or "")[:10]


def _is_long_after(sign: Sign, now: Entry) -> bool:
    start, day = now.opened.last, sign.first or (sign.published or "")[:10]
    return bool(start and day) and _days_between(start or "", day) > _LONG


def _days_between(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _covers(entry: Entry, sign: Sign) -> bool:
    return sign.last is not None and (entry.since or "")[:10] <= sign.last and (entry.until is None or sign.last <= entry.until[-10:])


def _weight(sign: Sign) -> tuple[bool, int, bool, int]:
    return sign.admitted, sign.origins, not sign.own_word, len(sign.claims)
