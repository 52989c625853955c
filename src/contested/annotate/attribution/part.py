"""The part: drafts by grammar and phrase, quotations joined, speakers resolved."""

from typing import TYPE_CHECKING

from contested.annotate.attribution.denied import with_denials
from contested.annotate.attribution.draft import Draft, pieces
from contested.annotate.attribution.phrasal import phrasal_drafts
from contested.annotate.attribution.quotations import quotations
from contested.annotate.attribution.quoted import with_quotations
from contested.annotate.attribution.speakers import Speaker, Speakers
from contested.annotate.attribution.speech import speech_drafts
from contested.annotate.part import AnnotatorPart
from contested.records import Attribution, Marks, Reason, Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def attribution_part() -> AnnotatorPart:
    """Marks who is made to say what. Speakers' names come from the actor marks where there are any."""
    return AnnotatorPart(gives="attributions", needs=("sentences", "actors"), annotate=_annotate)


def _annotate(report: Report, doc: "Doc", marks: Marks) -> tuple[Attribution, ...]:
    drafts = sorted([*speech_drafts(doc), *phrasal_drafts(doc)], key=lambda draft: draft.anchor.i)
    drafts = [draft for draft in drafts if not _in_furniture(report, draft)]
    speakers = Speakers(report, doc, marks)
    found: list[Attribution] = []
    for draft in with_denials(with_quotations(drafts, doc, quotations(report.text)), doc):
        named: list[Speaker | None] = [speakers.resolve(source) for source in draft.sources]
        made = (_attribution(doc, draft, speaker) for speaker in named or [None])
        found.extend(attribution for attribution in made if attribution is not None)
    return tuple(sorted(found, key=lambda attribution: min((*attribution.source, *attribution.cue, *attribution.content))))


def _attribution(doc: "Doc", draft: Draft, speaker: Speaker | None) -> Attribution | None:
    words = {i for i in draft.content if speaker is None or not speaker.span.start <= doc[i].idx < speaker.span.end}
    content = pieces(doc, words - set(draft.cue)) if words else ()
    if not content:
        return None
    first, last = doc[draft.cue[0]], doc[draft.cue[-1]]
    return Attribution(
        source=(speaker.span,) if speaker else (),
        cue=(Span(first.idx, last.idx + len(last)),),
        content=content,
        stance=draft.stance,
        anonymous=speaker.anonymous if speaker else False,
        speaker=speaker.name if speaker else None,
        speaker_kind=speaker.kind if speaker else None,
        reason=Reason(score=0.9 if speaker else 0.6, because=f"{draft.because} attributes it" + (f" to {speaker.name}" if speaker and speaker.name else "")),
    )


def _in_furniture(report: Report, draft: Draft) -> bool:
    return any(span.start <= draft.anchor.idx < span.end for span in report.furniture)
