"""From the claims of one event to one assessed field: its variants, which of them live, and whether those clash."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from contested.assess.fields import Aspect, Value
from contested.assess.sources import Sources, is_later
from contested.records import Agreement, Claim, Count, FieldAssessment, Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    value: Value
    claims: tuple[Claim, ...]
    origins: frozenset[str]


def assess_field(aspect: Aspect, claims: Sequence[Claim], *, sources: Sources) -> FieldAssessment | None:
    """None where no claim has a value for the field. `claims`: of one event, in a fixed order."""
    drafts = _draft(aspect, claims, sources)
    if not drafts:
        return None
    drifted = _drifted(aspect, drafts, sources)
    accounts = [draft for draft in drafts if draft.value.text not in drifted]
    superseded = {draft.value.text for draft in accounts if aspect.grows and _is_superseded(aspect, draft, accounts, sources)}
    live = [draft for draft in accounts if draft.value.text not in superseded] or drafts
    best = _best(aspect, live)
    clashes = [(one, other) for one, other in combinations(live, 2) if not aspect.fits(one.value, other.value)]
    voices = {sources.voice(claim) for draft in drafts for claim in draft.claims}
    agreement: Agreement = "differ" if clashes else "single" if len(voices) == 1 else "agree"
    return FieldAssessment(
        field=aspect.field,
        value=best.value.text,
        variants=tuple(
            Variant(value=draft.value.text, claims=tuple(claim.id for claim in draft.claims), origins=len(draft.origins),
                    superseded=draft.value.text in superseded, drifted=draft.value.text in drifted)
            for draft in sorted(drafts, key=lambda draft: (draft is not best, draft not in live, -len(draft.origins), -len(draft.claims), draft.value.text))
        ),
        agreement=agreement,
        because=_because(agreement, drafts, clashes, drifted=drifted, superseded=superseded),
    )


def _draft(aspect: Aspect, claims: Sequence[Claim], sources: Sources) -> list[_Draft]:
    told: dict[str, list[tuple[Value, Claim]]] = defaultdict(list)
    for claim in claims:
        if value := aspect.read(claim):
            told[value.text].append((value, claim))
    return [
        _Draft(value=readings[0][0], claims=tuple(claim for _, claim in readings), origins=frozenset(sources.origin(claim) for _, claim in readings))
        for _, readings in sorted(told.items())
    ]


def _best(aspect: Aspect, live: Sequence[_Draft]) -> _Draft:
    """What most origins can agree to; among those the narrowest, then the one with most claims."""

    def support(draft: _Draft) -> tuple[int, float, int, int]:
        fitting = [other for other in live if aspect.fits(draft.value, other.value)]
        return len(frozenset().union(*(other.origins for other in fitting))), draft.value.narrow, sum(len(other.claims) for other in fitting), len(draft.claims)

    return max(reversed(live), key=support)


def _drifted(aspect: Aspect, drafts: Sequence[_Draft], sources: Sources) -> set[str]:
    """Values that stand only where a copy's sentence says otherwise than the sentence it repeats: born in the copying, no second account."""
    drifted: set[str] = set()
    for one, other in combinations(drafts, 2):
        if aspect.fits(one.value, other.value):
            continue
        few, many = sorted((one, other), key=lambda draft: (len(draft.origins), len(draft.claims)))
        for copy, model in ((few, many), (many, few)):  # where nothing tells the copy, it is the one told less often
            if model.value.text not in drifted and all(any(_repeats(claim, said, sources) for said in model.claims) for claim in copy.claims):
                drifted.add(copy.value.text)
    return drifted


def _repeats(copy: Claim, model: Claim, sources: Sources) -> bool:
    """The copy's sentence follows the model's; a sentence that corrects a count, or shares but a source with the other, is an account of its own."""
    kinship = sources.kinship(copy, model)
    if kinship is None or kinship.relation == "shared_source" or sources.corrects(copy):
        return False
    if kinship.upstream is not None:
        return kinship.upstream == model.report
    earlier, later = sources.published(model), sources.published(copy)
    return is_later(later, earlier) or not is_later(earlier, later)


def _is_superseded(aspect: Aspect, draft: _Draft, drafts: Sequence[_Draft], sources: Sources) -> bool:
    return any(_supersedes(other, draft, sources) for other in drafts if not aspect.fits(other.value, draft.value))


def _supersedes(new: _Draft, old: _Draft, sources: Sources) -> bool:
    """A higher count told later, or a count that is told as a correction."""
    rises = _size(new) > _size(old)
    for claim in new.claims:
        corrects = sources.corrects(claim)
        if corrects and all(said.report == claim.report and said.sentence <= claim.sentence for said in old.claims) and rises:
            return True
        if (rises or corrects) and all(is_later(sources.published(claim), sources.published(said)) for said in old.claims):
            return True
    return False


def _size(draft: _Draft) -> int:
    count = cast(Count, draft.value.detail)
    return count.low if count.low is not None else count.high or 0


def _because(agreement: Agreement, drafts: Sequence[_Draft], clashes: Sequence[tuple[_Draft, _Draft]], *, drifted: set[str], superseded: set[str]) -> str:
    count = sum(len(draft.claims) for draft in drafts)
    said = [f"{one.value.text} ({_who(one)}) against {other.value.text} ({_who(other)})" for one, other in clashes[:2]]
    if not said:
        said = [f"only {_who(drafts[0])} tells it"] if agreement == "single" else [f"{count} claims fit"]
    said += [f"{text} was replaced by a later count" for text in sorted(superseded)]
    said += [f"{text} stands only in a reworded copy" for text in sorted(drifted)]
    return "; ".join(said)


def _who(draft: _Draft) -> str:
    names = sorted({claim.speaker_name or ("an unnamed source" if claim.speaker else "the report itself") for claim in draft.claims})
    return ", ".join(names[:3]) + (" and others" if len(names) > 3 else "")
