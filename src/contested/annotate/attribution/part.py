"""The part: drafts by grammar and phrase, quotations joined, speakers resolved."""

from typing import TYPE_CHECKING

from contested.annotate.attribution.accounts import account_drafts
from contested.annotate.attribution.denied import with_denials
from contested.annotate.attribution.draft import Draft, indices, pieces
from contested.annotate.attribution.inserted import inserted_drafts
from contested.annotate.attribution.labels import label_drafts
from contested.annotate.attribution.phrasal import phrasal_drafts
from contested.annotate.attribution.quotations import quotations
from contested.annotate.attribution.quoted import with_quotations, within
from contested.annotate.attribution.source import source_clause
from contested.annotate.attribution.speakers import Speaker, Speakers
from contested.annotate.attribution.speech import speech_drafts
from contested.annotate.attribution.views import view_drafts, without_own_views
from contested.annotate.part import AnnotatorPart
from contested.language.phrases import span_of
from contested.records import Attribution, Marks, Reason, Report, Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc


def attribution_part() -> AnnotatorPart:
    """Marks who is made to say what. Speakers' names come from the actor marks where there are any."""
    return AnnotatorPart(gives="attributions", needs=("sentences", "actors"), annotate=_annotate)


def _annotate(report: Report, doc: "Doc", marks: Marks) -> tuple[Attribution, ...]:
    quoted = quotations(report.text)
    inside = within(doc, quoted)
    told = [*speech_drafts(doc, quoted=inside), *phrasal_drafts(doc), *account_drafts(doc), *label_drafts(doc)]
    inserted = list(inserted_drafts(doc, beside=told))
    lost = {draft.anchor.i for draft in inserted}
    told = [*(draft for draft in told if draft.anchor.i not in lost), *inserted]
    drafts = sorted([*told, *view_drafts(doc, beside=told, quoted=inside)], key=lambda draft: draft.anchor.i)
    drafts = without_own_views([draft for draft in drafts if not _in_furniture(report, draft)])
    speakers = Speakers(report, doc, marks)
    found: list[Attribution] = []
    for draft in with_denials(with_quotations(drafts, doc, quoted), doc):
        named: list[Speaker | None] = [speakers.resolve(source, phrase=draft.phrase) for source in draft.sources]
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
        source=_source(doc, draft, speaker) if speaker else (),
        cue=(Span(first.idx, last.idx + len(last)),),
        content=content,
        stance=draft.stance,
        anonymous=speaker.anonymous if speaker else False,
        speaker=speaker.name if speaker else None,
        speaker_kind=speaker.kind if speaker else None,
        tells=draft.tells,
        reason=Reason(score=0.9 if speaker else 0.6, because=f"{draft.because} attributes it" + (f" to {speaker.name}" if speaker and speaker.name else "")),
    )


def _source(doc: "Doc", draft: Draft, speaker: Speaker) -> Spans:
    """The speaker's phrase, and the clause behind it that tells more of him."""
    phrase = [token for token in doc[draft.anchor.sent.start : draft.anchor.sent.end] if speaker.span.start <= token.idx < speaker.span.end]
    clause = source_clause(phrase, draft.cue) if phrase else []
    return (speaker.span, span_of(clause)) if clause and draft.content.isdisjoint(indices(clause)) else (speaker.span,)


def _in_furniture(report: Report, draft: Draft) -> bool:
    return any(span.start <= draft.anchor.idx < span.end for span in report.furniture)
