"""The armed groups one report names, and which of them a general word ("the militants") means."""

from collections import Counter
from collections.abc import Iterable, Sequence

from contested.annotate.actors.mention import Mention, Resolved
from contested.annotate.actors.scene import Scene
from contested.records import ActorRef, Reason
from contested.reference.actors import ActorEntry

REBEL_KINDS = frozenset({"rebel_group", "political_militia", "identity_militia", "private_force"})
_JIHADI_WORDS = frozenset({"jihadists", "Islamists", "extremists", "terrorists"})
_SECULAR_WORDS = frozenset({"rebels", "opposition forces", "separatists", "guerrillas"})
_JIHADI = frozenset({"islamic-state", "al-qaeda"})
_NEAR = 2  # sentences
_PREVAILS = 0.75


class Groups:
    """Counts of the groups a report names; fuller names for the short ones it uses later."""

    def __init__(self, scene: Scene, mentions: Iterable[Mention]) -> None:
        self._scene = scene
        self._full: dict[str, ActorRef] = {}
        self._co_arguments: dict[int, list[ActorRef]] = {}
        self._peoples: dict[str, set[ActorRef]] | None = None
        self.counts: Counter[ActorRef] = Counter()
        listed = list(mentions)
        self._unknown = {m.ref for m in listed if m.role == "named" and m.ref is not None and m.ref.key is None and m.ref.kind == "unknown"}
        for mention in listed:
            if mention.ref is not None and mention.role in {"person", "proper"}:
                self._learn(mention.ref)
        self._militias = {entry.ref for m in listed if m.role == "militia" and m.owner is not None and (entry := scene.entry_at(m.owner)) is not None}
        for mention in listed:
            ref = self._group_of(mention)
            if ref is None or (mention.ref == ref and ref.key is None and mention.role not in {"named", "proper"}):  # "Iran-backed militias" are many
                continue
            self.counts[ref] += 1
            self._co_arguments.setdefault(scene.doc[mention.head].head.i, []).append(ref)

    def _group_of(self, mention: Mention) -> ActorRef | None:
        ref = self.full_name(mention.ref) if mention.ref is not None else None
        if ref is None and mention.owner is not None and (entry := self._scene.entry_at(mention.owner)) is not None and mention.role != "part":
            ref = entry.ref
        return (
            ref if ref is not None and ref.kind in REBEL_KINDS and mention.role in {"named", "proper", "rebel", "militia", "party", "part", "force"} else None
        )

    def _learn(self, ref: ActorRef) -> None:
        words = ref.name.split()
        if len(words) < 2:
            return
        short = words[-1] if ref.kind == "person" else "".join(w[0] for w in words if w[:1].isupper())
        self._full.setdefault(short, ref)

    def full_name(self, ref: ActorRef) -> ActorRef:
        """ "Renn" after "Ivo Renn", "NLF" for "Norvale Liberation Front"."""
        return self._full.get(ref.name, ref) if " " not in ref.name else ref

    def of_people(self, people: str) -> ActorRef | None:
        """The one armed group that the report calls by the name of a people: the YPG after "the Kurdish YPG"."""
        if self._peoples is None:
            self._peoples = {}
            for hit in self._scene.hits:
                before = self._scene.people_at(hit.first - 1) if hit.first else None
                if before is not None and isinstance(hit.name.named, ActorEntry) and hit.name.named.kind in REBEL_KINDS:
                    self._peoples.setdefault(before, set()).add(hit.name.named.ref)
        known = {ref for name, refs in self._peoples.items() if name == people for ref in refs}
        return next(iter(known)) if len(known) == 1 else None

    def fits_nation(self, mention: Mention) -> bool:
        """Whether a group of the report can be the "Afghan insurgents" it speaks of: the one group, and at home there."""
        return len(self.counts) == 1 and mention.people is None and mention.nation in next(iter(self.counts)).countries

    def armed(self, mention: Mention, before: Sequence[Resolved]) -> Resolved | None:
        """The group that a general word means: the only one, else the last one named nearby. None where the report names none."""
        against = self._co_arguments.get(self._scene.doc[mention.head].head.i, ())
        candidates = {ref: n for ref, n in self.counts.items() if self._can_be(mention, ref)}
        if mention.base in _JIHADI_WORDS and any(self._is_jihadi(ref) for ref in candidates):
            candidates = {ref: n for ref, n in candidates.items() if self._is_jihadi(ref)}
        if not candidates:
            return self._only_unknown(mention)
        free = {ref: n for ref, n in candidates.items() if ref not in against}
        if len(candidates) == 1 and free:
            (only,) = free
            return Resolved(mention=mention, ref=only, generic=True, reason=Reason(score=0.9, because=f"{only.name} is the armed group the report names"))
        here = self._scene.sentence[mention.head]
        for found in reversed(before):
            if here - self._scene.sentence[found.mention.head] > _NEAR:
                break
            if found.ref in free:
                return Resolved(
                    mention=mention, ref=found.ref, generic=True, reason=Reason(score=0.6, because=f"{found.ref.name} is the last such group named")
                )
        top = max(free, key=lambda ref: free[ref], default=None)
        if top is not None and free[top] >= _PREVAILS * sum(candidates.values()):
            return Resolved(mention=mention, ref=top, generic=True, reason=Reason(score=0.6, because=f"the report speaks mostly of {top.name}"))
        return Resolved(mention=mention, ref=None, generic=True, reason=Reason(score=0.0, because="the report names several groups that it could be"))

    def _only_unknown(self, mention: Mention) -> Resolved | None:
        """The one body of unknown kind that the list lacks, where the report names no armed group."""
        if len(self._unknown) != 1 or not mention.definite:
            return None
        (only,) = self._unknown
        return Resolved(mention=mention, ref=only, generic=True, reason=Reason(score=0.6, because=f"{only.name} is the one group the report names"))

    def _can_be(self, mention: Mention, ref: ActorRef) -> bool:
        if mention.role == "militia":
            return ref.kind != "rebel_group" or ref in self._militias
        return not (mention.base in _SECULAR_WORDS and ref.key and "islamic-state" in self._scene.actors.family(ref.key))

    def _is_jihadi(self, ref: ActorRef) -> bool:
        return bool(self._scene.actors.family(ref.key) & _JIHADI)
