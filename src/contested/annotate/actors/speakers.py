"""Whose voice a sentence speaks in, as far as the enemy and "we" depend on it."""

from typing import TYPE_CHECKING, Literal, Protocol

from contested.annotate.actors.mention import Mention, Resolved
from contested.annotate.actors.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEECH = frozenset(
    [
        "say",
        "tell",
        "claim",
        "add",
        "announce",
        "confirm",
        "state",
        "warn",
        "report",
        "insist",
        "vow",
        "declare",
        "deny",
        "acknowledge",
        "write",
        "post",
        "tweet",
        "boast",
        "admit",
        "note",
    ]
)
_STATE_KINDS = frozenset({"state_force", "government", "external_force"})
_REBEL_KINDS = frozenset({"rebel_group", "political_militia", "identity_militia"})


class Resolves(Protocol):
    """What speakers and pronouns need of the resolver."""

    scene: Scene
    by_head: dict[int, Mention]
    order: list[Resolved]

    def resolve(self, mention: Mention) -> Resolved: ...


def speaker_before(resolver: Resolves, mention: Mention) -> Resolved | None:
    """Who speaks in the mention's sentence; a spokesman of nobody speaks for the body that the sentence before is about."""
    doc = resolver.scene.doc
    for token in doc[mention.head].sent:
        if token.lemma_ in _SPEECH and token.pos_ == "VERB":
            for child in token.children:
                if child.dep_ == "nsubj" and child.i in resolver.by_head and child.i != mention.head:
                    return _speaks_for(resolver, resolver.by_head[child.i])
    return None


def _speaks_for(resolver: Resolves, mention: Mention) -> Resolved | None:
    doc = resolver.scene.doc
    if mention.owner is not None and (entry := resolver.scene.entry_at(mention.owner)) is not None:
        return Resolved(mention=mention, ref=entry.ref, generic=False, reason=resolver.resolve(mention).reason)
    found = resolver.resolve(mention)
    if found.mention.role == "person" and found.mention.kind in _STATE_KINDS:
        return Resolved(mention=mention, ref=found.ref, generic=False, reason=found.reason)
    if side_of(found) is not None:
        return found
    apposed = [resolver.resolve(resolver.by_head[c.i]) for c in doc[mention.head].children if c.dep_ == "appos" and c.i in resolver.by_head]
    for other in apposed:
        if side_of(other) is not None:
            return other
    return _body_before(resolver, doc[mention.head])


def _body_before(resolver: Resolves, head: "Token") -> Resolved | None:
    here = resolver.scene.sentence[head.i]
    for found in reversed(resolver.order):
        token = resolver.scene.doc[found.mention.head]
        if resolver.scene.sentence[token.i] < here - 1:
            return None
        if resolver.scene.sentence[token.i] == here - 1 and token.dep_ in {"nsubj", "nsubjpass"} and side_of(found) is not None:
            return found
    return None


def side_of(found: Resolved | None) -> Literal["state", "rebel"] | None:
    """The side a speaker is on, None where it is on neither."""
    if found is None:
        return None
    kind = found.ref.kind if found.ref is not None and found.ref.kind != "person" else found.mention.kind
    return "state" if kind in _STATE_KINDS else "rebel" if kind in _REBEL_KINDS else None
