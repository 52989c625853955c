"""Whom the mentions of a report stand for. Unknown stays unknown: a mention that cannot be resolved keeps None."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from contested.annotate.actors.groups import REBEL_KINDS, Groups
from contested.annotate.actors.mention import Mention, Resolved
from contested.annotate.actors.naming import government_of
from contested.annotate.actors.pronouns import antecedent
from contested.annotate.actors.scene import Scene
from contested.annotate.actors.speakers import side_of, speaker_before
from contested.records import ActorRef, Reason
from contested.reference.actors import Country

_NAMED = Reason(score=1.0, because="the words name it")
_STATE = frozenset({"state", "force", "unit"})
_SEVERAL = frozenset({"groups", "movements", "factions", "organisations", "organizations", "outfits", "armies", "alliances", "coalitions"})
_ANY_GROUP = frozenset({"group", "organisation", "faction"})
_GROUPS = REBEL_KINDS | {"monitor", "aid_body"}
_ARMIES = frozenset({"army", "military"})
_ARMY_NAMES = frozenset({"army", "force", "forces", "military"})
_BODIES = frozenset({"government", "political", "ministry"})


class Resolver:
    """Resolves the mentions of one report in the order of the text; each looks only at what stands before it, and at the report as a whole."""

    def __init__(self, scene: Scene, mentions: Iterable[Mention]) -> None:
        self.scene = scene
        self.mentions = sorted(mentions, key=lambda m: (m.first, -m.last))
        self.by_head = {m.head: m for m in self.mentions}
        self.groups = Groups(scene, self.mentions)
        self.done: dict[int, Resolved] = {}
        self.order: list[Resolved] = []
        self._busy: set[int] = set()
        self._armies: set[ActorRef] | None = None
        self._titles: list[tuple[ActorRef, str]] | None = None

    def resolve_all(self) -> list[Resolved]:
        for mention in self.mentions:
            found = self.resolve(mention)
            self.order.append(found)
        return self.order

    def resolve(self, mention: Mention) -> Resolved:
        """Whom one mention stands for; a circle of owners resolves to nobody."""
        if (known := self.done.get(mention.head)) is not None and known.mention == mention:
            return known
        if mention.head in self._busy:
            return Resolved(mention=mention, ref=None, generic=True, reason=Reason(score=0.0, because="it stands for itself"))
        self._busy.add(mention.head)
        found = self._outright(mention) or self._owned(mention) or self._by_role(mention)
        self._busy.discard(mention.head)
        self.done[mention.head] = found
        return found

    def _outright(self, mention: Mention) -> Resolved | None:
        if mention.role == "pronoun":
            return antecedent(self, mention)
        if mention.ref is None:
            return None
        if mention.because:
            return Resolved(mention=mention, ref=mention.ref, generic=True, reason=Reason(score=0.9, because=mention.because))
        ref = self.groups.full_name(mention.ref) if mention.role in {"person", "proper"} else mention.ref
        if "-led " in ref.name and (led := self.groups.of_people(ref.name.split("-")[0])) is not None:
            return Resolved(mention=mention, ref=led, generic=True, reason=Reason(score=0.6, because=f"{led.name} is what the report calls so"))
        return Resolved(mention=mention, ref=ref, generic=False, reason=_NAMED)

    def _owned(self, mention: Mention) -> Resolved | None:
        """Words that belong to a named or resolved actor: "Taliban fighters", "the ministry's spokesman", "their forces"."""
        men = mention.role == "civil" and mention.base == "men" and mention.plural
        if mention.role in {"civil", "enemy", "source", "media"} and not men:
            return None
        if mention.inner is not None:
            if mention.role == "asset" and mention.inner.role == "government":
                found = self._of_country(replace(mention.inner, role="state", base="security forces", kind="state_force"))
                return replace(found, mention=mention)
            inner = self._by_role(mention.inner) if mention.owner is None else self._owned(mention.inner) or self._by_role(mention.inner)
            if inner.ref is not None:
                return Resolved(mention=mention, ref=inner.ref, generic=inner.generic, reason=inner.reason)
        if mention.owner is None:
            return None
        entry = self.scene.entry_at(mention.owner)
        owner = self.by_head.get(mention.owner)
        if entry is not None and (owner is None or owner.role == "named"):
            if (men and entry.kind not in REBEL_KINDS) or (mention.role in _BODIES and mention.role != "ministry"):
                return None
            if entry.kind == "international_body" and (mention.role == "peacekeepers" or mention.base in {"army", "military"}):
                sent = ActorRef(name=f"{entry.names[0]} peacekeepers", kind="external_force", key=f"{entry.key}.peacekeepers", countries=entry.countries)
                return self._made(mention, sent, "the words name them")
            return Resolved(mention=mention, ref=entry.ref, generic=False, reason=Reason(score=0.95, because=f"they belong to {entry.names[0]}"))
        if owner is None or owner is mention:
            return None
        found = self.resolve(owner)
        if found.ref is None:
            return Resolved(mention=mention, ref=None, generic=True, reason=found.reason) if mention.role == "part" else None
        if found.ref.kind == "person" and (men or mention.role in {"rebel", "militia", "force", "state", "unit"}):
            followers = self._followers(mention, found)
            if followers is not None or mention.role not in _STATE:
                return followers
        if men:
            return None
        if mention.role in {"official", "party", "part", "asset", "rebel", "militia", "unidentified", "group"} or (
            mention.role in _STATE and found.ref.kind not in {"government", "person", "civilians"}
        ):
            if found.ref.kind in {"civilians", "person"} and mention.role not in {"part", "official", "party"}:
                return None
            generic = found.generic or found.mention.role == "pronoun"
            return Resolved(
                mention=mention, ref=found.ref, generic=generic, reason=Reason(score=found.reason.score * 0.95, because=f"they belong to {found.ref.name}")
            )
        if found.ref.countries and mention.nation is None and mention.role in _STATE | _BODIES:
            return self._by_role(replace(mention, nation=found.ref.countries[0]))
        return None

    def _followers(self, mention: Mention, leader: Resolved) -> Resolved | None:
        """ "Tol Varga's men": a side of their own, unless he speaks for a state."""
        assert leader.ref is not None
        name = leader.ref.name
        if any(m.role == "person" and m.kind in {"government", "state_force"} and self.groups.full_name(m.ref).name == name for m in self.mentions if m.ref):
            return None
        return self._made(mention, ActorRef(name=f"{name}'s forces", kind="political_militia"), f"they belong to {name}")

    def _by_role(self, mention: Mention) -> Resolved:
        match mention.role:
            case "rebel" | "militia" | "unidentified" | "group":
                return self._called(mention) or self._armed(mention)
            case "enemy":
                return self._enemy(mention)
            case "state" | "force" | "unit" | "government" | "ministry" | "political":
                return self._of_country(mention)
            case "coalition" | "peacekeepers" | "monitors":
                return self._allied(mention)
            case "part" | "asset":
                return self._forces_of_nation(mention)
            case "official" | "party" if (titled := self._titled(mention)) is not None:
                return titled
            case "body" | "proper":
                return self._called(mention) or self._narrowed(mention)
            case _:
                return self._narrowed(mention)

    def _called(self, mention: Mention) -> Resolved | None:
        """ "the movement", "the brigade", "the group": the body that the report names so, else for a group the last body named."""
        if not mention.definite or mention.unidentified or self._adjective(mention):
            return None
        entry = self.scene.bodies.last_called(self.scene.lower[mention.head], mention.head)
        if entry is not None:
            return Resolved(mention=mention, ref=entry.ref, generic=True, reason=Reason(score=0.8, because=f"{entry.names[0]} is what the report calls so"))
        head = self.scene.doc[mention.head]
        if mention.role != "group" or mention.base not in _ANY_GROUP or mention.span.end != head.idx + len(head):
            return None  # "the group responsible" is one nobody has named yet
        here = self.scene.sentence[mention.head]
        near = self._last(lambda r: r.ref is not None and r.ref.kind in _GROUPS and r.mention.role in {"named", "proper", "group", "party", "rebel"})
        if near is None or near.ref is None or here - self.scene.sentence[near.mention.head] > 2:
            return None
        return Resolved(mention=mention, ref=near.ref, generic=True, reason=Reason(score=0.6, because=f"{near.ref.name} is the last such group named"))

    def _armed(self, mention: Mention) -> Resolved:
        if mention.unidentified:
            return self._unresolved(mention, "nobody knows who they are")
        adjective = self._adjective(mention)
        if mention.people is not None and (ours := self.groups.of_people(mention.people)) is not None:
            return Resolved(mention=mention, ref=ours, generic=True, reason=Reason(score=0.7, because=f"{ours.name} is what the report calls {mention.people}"))
        if mention.role == "unidentified" or (adjective and not self.groups.fits_nation(mention)):
            return self._narrowed(mention)
        if (mention.role == "group" and not mention.definite) or self.scene.lower[mention.head] in _SEVERAL:
            return self._narrowed(mention)
        return self.groups.armed(mention, self.order) or self._narrowed(mention)

    def _titled(self, mention: Mention) -> Resolved | None:
        """ "The prime minister", "the brigadier": the one person whom the report gives that title."""
        if mention.plural or not mention.definite or mention.owner is not None or mention.base.endswith("s"):
            return None
        if self._titles is None:
            self._titles = [(m.ref, f" {self.scene.report.words(m.span).lower().replace(',', ' ')} ") for m in self.mentions if m.role == "person" and m.ref]
        found = {self.groups.full_name(ref) for ref, words in self._titles if f" {mention.base.lower()} " in words}
        if len(found) != 1:
            return None
        (person,) = found
        return Resolved(mention=mention, ref=person, generic=True, reason=Reason(score=0.7, because=f"{person.name} is the {mention.base} of the report"))

    def _enemy(self, mention: Mention) -> Resolved:
        """The other side of whoever speaks."""
        side = side_of(speaker_before(self, mention))
        if side == "state" and (found := self.groups.armed(mention, self.order)) is not None and found.ref is not None:
            return replace(found, reason=Reason(score=0.8, because=f"the state's side speaks of its enemy, {found.ref.name}"))
        if side == "rebel" and (code := self.scene.country_near(mention.head)) is not None:
            found = self._of_country(replace(mention, role="state", base="security forces", kind="state_force", nation=code))
            return Resolved(mention=mention, ref=found.ref, generic=True, reason=Reason(score=0.7, because="the rebels' side speaks of its enemy, the state"))
        return Resolved(mention=mention, ref=None, generic=True, reason=Reason(score=0.0, because="it is not clear who speaks of an enemy"))

    def _of_country(self, mention: Mention) -> Resolved:
        """State forces and offices: of the country or place in the phrase, else of the report's country."""
        if mention.role in _BODIES and mention.indefinite:
            return self._narrowed(mention)
        capital = self._capital(mention)
        nation = mention.nation or (capital.code if capital else None)
        if mention.place and not capital and (mention.base == "police" or mention.role in _BODIES - {"ministry"}):
            code = nation or self.scene.country_near(mention.head)
            name = mention.base if mention.place in mention.base else f"{mention.place} {mention.base}"
            return self._made(mention, ActorRef(name=name, kind=mention.kind, countries=(code,) if code else ()), "the place beside the words narrows them")
        if mention.people and not nation:
            kind = "rebel_group" if mention.role == "force" else mention.kind
            return self._made(mention, ActorRef(name=f"{mention.people} {mention.base}", kind=kind), "the words name a people")
        if mention.base == "ministry" and nation is None and (last := self._last(lambda r: r.mention.role == "ministry" and r.ref is not None)) is not None:
            return Resolved(mention=mention, ref=last.ref, generic=True, reason=Reason(score=0.8, because="the ministry named before"))
        if mention.role == "unit" and mention.base[:1].isupper():
            return self._made(mention, ActorRef(name=mention.base, kind=mention.kind, countries=(nation,) if nation else ()), "the words name a unit")
        if mention.role == "unit" and (called := self._called(mention)) is not None:
            return called
        if nation is None and mention.land is not None:
            return self._made(mention, ActorRef(name=f"{mention.land} {mention.base}", kind=mention.kind), "the words name a country")
        if nation is None and mention.land is None and mention.people is None and mention.base in _ARMIES and (own := self._own_army()) is not None:
            return Resolved(mention=mention, ref=own, generic=True, reason=Reason(score=0.8, because=f"{own.name} is the army that the report names"))
        code = nation or (self.scene.country_near(mention.head) if mention.role != "force" else None)
        adjective = self.scene.adjective(code) if code else None
        if code is None and self.scene.land is not None and mention.role != "force":
            theirs = ActorRef(name=f"{self.scene.land} {mention.base}", kind=mention.kind)
            return Resolved(mention=mention, ref=theirs, generic=True, reason=Reason(score=0.7, because=f"the report is about {self.scene.land}"))
        if adjective is None or code is None:
            return self._unresolved(mention, "the report does not tell whose they are")
        ref = government_of(self.scene, code) if mention.base in {"government", "authorities"} else None
        ref = ref or self._state_ref(f"{adjective} {mention.base}", mention, code)
        if nation is not None:
            return Resolved(mention=mention, ref=ref, generic=False, reason=_NAMED)
        because = f"the report is about {self.scene.actors.country(code).name}" if self.scene.actors.country(code) else "the report's country"  # type: ignore[union-attr]
        return Resolved(mention=mention, ref=ref, generic=True, reason=Reason(score=0.8, because=because))

    def _own_army(self) -> ActorRef | None:
        """The one state's army that the report names by a name of its own ("the Norvale Defence Force"), at home where the report plays."""
        if self._armies is None:
            named = (m.ref for m in self.mentions if m.role == "named" and m.ref is not None and m.ref.name.split()[-1].lower() in _ARMY_NAMES)
            self._armies = {replace(ref, kind="state_force") for ref in named if ref.kind == "state_force" or (ref.kind == "unknown" and not ref.key)}
        if len(self._armies) != 1:
            return None
        (own,) = self._armies
        return own if not own.countries or self.scene.country in own.countries else None

    def _capital(self, mention: Mention) -> Country | None:
        """The country whose capital stands in the phrase: "the Kabul government", "Kyiv's forces"; "Kabul police" are the city's."""
        if mention.place is None or mention.place in mention.base:
            return None
        rules = mention.role in _BODIES or (mention.role in _STATE and mention.base != "police" and mention.owner in self.scene.places)
        return self.scene.actors.country_of_capital(mention.place) if rules else None

    def _state_ref(self, name: str, mention: Mention, code: str) -> ActorRef:
        if (entry := self.scene.actors.lookup(name, year=self.scene.year)) is not None:
            return entry.ref
        abroad = mention.nation is not None and self.scene.country is not None and code != self.scene.country
        kind = "external_force" if abroad and mention.kind == "state_force" else mention.kind
        return ActorRef(name=name, kind=kind, key=f"{code}.{mention.base.lower().replace(' ', '-')}", countries=(code,))

    def _allied(self, mention: Mention) -> Resolved:
        """ "the coalition", "peacekeepers", "the monitoring group": the last such body named, else what the words say."""
        last = None
        if mention.definite and not (mention.nation or mention.people):
            last = self._last(lambda r: r.ref is not None and r.ref.kind == mention.kind and (mention.role != "coalition" or _is_coalition(r.ref)))
        if last is not None and last.ref is not None:
            return Resolved(mention=mention, ref=last.ref, generic=True, reason=Reason(score=0.6, because=f"the last one named is {last.ref.name}"))
        return self._narrowed(mention)

    def _forces_of_nation(self, mention: Mention) -> Resolved:
        adjective = self._adjective(mention)
        if adjective is None and mention.land is not None:
            return self._of_country(replace(mention, base="army", kind="state_force", role="state"))
        if adjective is None:
            return Resolved(mention=mention, ref=None, generic=True, reason=Reason(score=0.0, because="the words tell nobody"))
        return self._of_country(replace(mention, base="forces", kind="state_force", role="force"))

    def _narrowed(self, mention: Mention) -> Resolved:
        """What the words say, with the country, people or place in the phrase."""
        if adjective := self._adjective(mention):
            name = mention.base if mention.base.startswith(adjective) else f"{adjective} {mention.base}"
            codes = (mention.nation,) if mention.nation else ()
            return self._made(mention, ActorRef(name=name, kind=mention.kind, countries=codes), "the words name a country or people")
        if mention.place and (mention.role == "official" or (mention.role == "civil" and not mention.plural)):
            link = "of" if mention.base.split()[-1] in {"governor", "mayor", "chief"} else "in"
            codes = (self.scene.country,) if self.scene.country else ()
            return self._made(mention, ActorRef(name=f"{mention.base} {link} {mention.place}", kind=mention.kind, countries=codes), "the words name a place")
        return self._unresolved(mention, "the words name nobody further")

    def _unresolved(self, mention: Mention, because: str) -> Resolved:
        """The words alone: they tell a kind, not who."""
        if mention.role in {"group", "proper"} and " " not in mention.base:  # "movement" is nobody's name
            return Resolved(mention=mention, ref=None, generic=True, reason=Reason(score=0.0, because=because))
        codes = (self.scene.country,) if self.scene.country and mention.kind in {"government", "state_force"} else ()
        return Resolved(
            mention=mention, ref=ActorRef(name=mention.base, kind=mention.kind, countries=codes), generic=True, reason=Reason(score=0.4, because=because)
        )

    def _made(self, mention: Mention, ref: ActorRef, because: str) -> Resolved:
        return Resolved(mention=mention, ref=ref, generic=False, reason=Reason(score=0.8, because=because))

    def _adjective(self, mention: Mention) -> str | None:
        return mention.people or (self.scene.adjective(mention.nation) if mention.nation else None)

    def _last(self, fits: Callable[[Resolved], bool]) -> Resolved | None:
        return next((found for found in reversed(self.order) if fits(found)), None)


def _is_coalition(ref: ActorRef) -> bool:
    return "-led " in ref.name or "coalition" in ref.name.lower() or (ref.key is not None and ref.kind == "external_force" and not ref.countries)
