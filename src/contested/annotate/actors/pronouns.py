"""Pronouns that clearly stand for an actor: the relative's antecedent, else the subject spoken of last."""

from typing import TYPE_CHECKING

from contested.annotate.actors.mention import Mention, Resolved
from contested.annotate.actors.speakers import Resolves, speaker_before
from contested.records import ActorRef, Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANY = frozenset({"they", "them", "their", "themselves"})
_ONE = frozenset({"he", "him", "his", "she", "her"})
_RELATIVE = frozenset({"who", "whose", "whom", "which", "that"})
_SPEAKER = frozenset({"we", "our", "us"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COLLECTIVE = frozenset(
    {"rebel_group", "political_militia", "identity_militia", "private_force", "state_force", "external_force", "government", "monitor", "aid_body"}
)
_ARMED = _COLLECTIVE - {"monitor", "aid_body"}
_FORCES = frozenset({"rebel", "militia", "state", "force", "unit"})
_MARKS = frozenset({'"', "“", "”", "«", "»"})
_NOBODY = Reason(score=0.0, because="nobody before it fits")


def antecedent(resolver: Resolves, mention: Mention) -> Resolved:
    """Whom a pronoun stands for; `ref` None where nobody clearly does."""
    token = resolver.scene.doc[mention.head]
    if mention.base in _RELATIVE:
        return _relative(resolver, mention, token)
    if mention.base in _SPEAKER:
        found = speaker_before(resolver, mention)
        because = "the one who speaks"
        if found is None and resolver.scene.report.outlet and not _is_quoted(resolver, token):
            outlet = ActorRef(name=resolver.scene.report.outlet, kind="unknown")
            return Resolved(mention=mention, ref=outlet, generic=True, reason=Reason(score=0.6, because=f"{outlet.name} speaks for itself"))
    else:
        found, because = _subject_before(resolver, mention, token), "the subject spoken of last"
    if found is None or found.ref is None:
        return Resolved(mention=mention, ref=None, generic=True, reason=_NOBODY)
    return Resolved(mention=mention, ref=found.ref, generic=True, reason=Reason(score=0.7 * found.reason.score, because=f"{because}, {found.ref.name}"))


def _is_quoted(resolver: Resolves, token: "Token") -> bool:
    """Whether quotation marks are open at a token, or stand in its sentence."""
    if any(other.text in _MARKS for other in token.sent):
        return True
    text = resolver.scene.report.text
    before = text[text.rfind("\n\n", 0, token.idx) + 1 : token.idx]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _relative(resolver: Resolves, mention: Mention, token: "Token") -> Resolved:
    for above in (token, *token.ancestors):
        if above.dep_ == "relcl":
            owner = resolver.by_head.get(above.head.i)
            if owner is not None and owner.head < mention.head:
                found = resolver.resolve(owner)
                return Resolved(mention=mention, ref=found.ref, generic=True, reason=Reason(score=0.9 * found.reason.score, because="the words before it"))
            break
    return Resolved(mention=mention, ref=None, generic=True, reason=_NOBODY)


def _subject_before(resolver: Resolves, mention: Mention, token: "Token") -> Resolved | None:
    """The last subject that fits in number, in this sentence or the one before; in this sentence also one that is no subject."""
    here = resolver.scene.sentence[token.i]
    for above in token.ancestors:
        if above.dep_ == "appos" and (whole := resolver.by_head.get(above.head.i)) is not None and whole.first < mention.first:
            return resolver.resolve(whole)  # "three villagers, two of them children"
    armed = _owns_force(resolver, token)
    spare = None
    for found in reversed(resolver.order):
        head = resolver.scene.doc[found.mention.head]
        distance = here - resolver.scene.sentence[head.i]
        if distance > 1 or (distance == 1 and spare is not None):
            break
        if found.ref is None or not _fits(mention, found) or found.mention.span.covers(mention.span) or _co_argument(token, head):
            continue
        if armed and found.ref.kind not in _ARMED:
            continue
        if head.dep_ in _SUBJECTS:
            return found
        if (distance == 0 or (mention.base in _ONE and found.ref.kind == "person")) and spare is None:
            spare = found
    return spare


def _owns_force(resolver: Resolves, token: "Token") -> bool:
    """ "their fighters": only somebody armed has them."""
    owned = resolver.by_head.get(token.head.i) if token.dep_ == "poss" else None
    return owned is not None and owned.role in _FORCES


def _fits(mention: Mention, found: Resolved) -> bool:
    assert found.ref is not None
    other = found.mention
    if other.role == "pronoun" and mention.base not in _SPEAKER:
        same = _MANY if mention.base in _MANY else _ONE if mention.base in _ONE else {"it", "its"}
        return other.base in same
    if mention.base in _ONE:
        return found.ref.kind == "person" or (other.role in {"official", "party", "unidentified"} and not other.plural)
    if mention.base in _MANY:
        return other.plural or (found.ref.kind in _COLLECTIVE and other.role not in {"official", "person"})
    return (found.ref.kind in _COLLECTIVE and not other.plural) or other.role in {"ministry", "government", "group", "proper", "named"}


def _co_argument(pronoun: "Token", head: "Token") -> bool:
    """ "The rebels shelled them": two arguments of one verb are two parties."""
    return pronoun.dep_ != "poss" and pronoun.head == head.head and head.pos_ != "VERB"
