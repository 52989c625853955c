"""According to whom: the speakers in whose words an event is told."""

from dataclasses import dataclass

from contested.extract.find import Find
from contested.extract.scene import Scene
from contested.records import Attribution, Modality, Span, Spans, Stance

_RANK: tuple[Modality, ...] = ("negated", "possible", "planned", "ongoing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who tells it. No spans and no name: the outlet itself."""

    spans: Spans = ()
    name: str | None = None
    kind: str | None = None
    cue: Spans = ()
    stance: Stance = "says"
    anonymous: bool = False
    because: str = "told in the outlet's own voice"


def voices_of(scene: Scene, find: Find) -> list[Voice]:
    """One voice a speaker; two speakers joined by "and" are two. Of nested speakers the outermost that is not a medium."""
    holding = [attribution for attribution in scene.within(find.sentence).attributions if attribution.source and _holds(attribution, find.span)]
    if not holding:
        return [Voice()]
    widest = sorted(holding, key=lambda attribution: -_width(attribution))
    chosen = next((attribution for attribution in widest if attribution.speaker_kind != "media"), widest[0])
    together = [attribution for attribution in holding if attribution.cue == chosen.cue and attribution.content == chosen.content]
    return [_voice(scene, attribution) for attribution in together]


def modality_of(scene: Scene, find: Find) -> Modality:
    """The strongest doubt over the event's words."""
    spans = [Span(word.idx, word.idx + len(word)) for word in find.words]
    found = {doubt.modality for doubt in scene.within(find.sentence).doubts if any(over.overlaps(span) for over in doubt.over for span in spans)}
    return next((modality for modality in _RANK if modality in found), "actual")


def _holds(attribution: Attribution, trigger: Span) -> bool:
    told = any(piece.start <= trigger.start < piece.end for piece in attribution.content)
    return told and not any(piece.overlaps(trigger) for piece in (*attribution.cue, *attribution.source))


def _width(attribution: Attribution) -> int:
    return sum(piece.end - piece.start for piece in attribution.content)


def _voice(scene: Scene, attribution: Attribution) -> Voice:
    words = " ... ".join(scene.report.words(piece) for piece in attribution.source[:1])
    cue = " ... ".join(scene.report.words(piece) for piece in attribution.cue)
    return Voice(
        spans=attribution.source[:1], name=attribution.speaker or words, kind=attribution.speaker_kind, cue=attribution.cue,
        stance=attribution.stance, anonymous=attribution.anonymous, because=f"{cue!r} puts it in the mouth of {words!r}",
    )
