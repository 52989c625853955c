"""Every name of a report that could be a place, with the place it would be and the figures by which that is judged."""

from bisect import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contested.annotate.places.beside import kind_beside
from contested.annotate.places.containers import holds, stated
from contested.annotate.places.context import Setting, full_name_words, read_setting
from contested.annotate.places.cues import Cues
from contested.annotate.places.demonyms import demonyms
from contested.annotate.places.figures import Around, Figures, IsWord, figures_of
from contested.annotate.places.mention import Mention, find_mentions
from contested.annotate.places.nearness import Company
from contested.annotate.places.resolve import Choice, chosen
from contested.annotate.places.strangers import find_strangers
from contested.reference.gazetteer import Entry, Gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A name. `choice` None: the gazetteer does not know it; `holder` is then what the words beside it say it lies in."""

    mention: Mention
    choice: Choice | None
    figures: Figures
    holder: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Those the gazetteer knows and those it lacks, each in order; `folk`: (first token, last token, country) of demonyms."""

    listed: tuple[Candidate, ...]
    unlisted: tuple[Candidate, ...]
    folk: tuple[tuple[int, int, str], ...]
    setting: Setting


def find_candidates(text: str, doc: "Doc", *, cues: Cues, gazetteer: Gazetteer, is_word: IsWord, home: str | None = None) -> Candidates:
    """`text` is the report's own: the parse may hold a headline's words in lower case. `home`: the country of the outlet."""
    people = demonyms(text, doc, gazetteer)
    folk = {i for first, last, _ in people for i in range(first, last + 1)}
    found = [m for m in find_mentions(text, doc, gazetteer, cues=cues) if m.last not in folk and m.words.lower() not in cues.never]
    mentions = [replace(m, kind=kind_beside(doc, m, cues)) for m in found]
    named = {i for m in mentions for i in range(m.first, m.last + 1)}
    people = [p for p in people if p[0] not in named]
    setting = read_setting(doc, mentions, people, cues, home=home)
    company = Company(mentions)
    choices = chosen(doc, mentions, setting=setting, company=company, cues=cues, gazetteer=gazetteer)
    strangers = find_strangers(text, doc, taken=named | folk, cues=cues)
    names = {m.last: m.first for m in (*mentions, *strangers)}
    starts = frozenset(names.values()) | {first for first, _, _ in people}
    located = frozenset(m.words for m in (*mentions, *strangers) if m.first and doc[m.first - 1].lower_ in cues.strong)
    around = Around(
        doc=doc, text=text, cues=cues, setting=setting, names=names, starts=starts, persons=full_name_words(doc), located=located, is_word=is_word,
    )  # fmt: skip
    listed = []
    for at, (mention, choice) in enumerate(zip(mentions, choices, strict=True)):
        if choice is not None:
            before = choices[at - 1] if at and mention.first - mentions[at - 1].last <= 2 else None
            holds_before = before is not None and before.chained and not before.inside and holds(choice.entry, before.entry)
            near, of_state = company.of(choice.entry, mention.words), _is_of_state(choice.entry, gazetteer)
            figures = figures_of(around, mention, choice, company=near, holds_before=holds_before, of_state=of_state)
            listed.append(Candidate(mention=mention, choice=choice, figures=figures))
    firsts = [candidate.mention.first for candidate in listed]
    unlisted = []
    for stranger in strangers:
        at = bisect(firsts, stranger.first)
        unlisted.append(_stranger(stranger, around, before=listed[at - 1] if at else None, following=listed[at] if at < len(listed) else None))
    return Candidates(listed=tuple(listed), unlisted=tuple(unlisted), folk=tuple(people), setting=setting)


def _is_of_state(entry: Entry, gazetteer: Gazetteer) -> bool:
    capital = gazetteer.capital(entry.country) if entry.kind == "settlement" and entry.country else None
    return entry.kind == "country" or (capital is not None and capital.id == entry.id)


def _stranger(mention: Mention, around: Around, *, before: Candidate | None, following: Candidate | None) -> Candidate:
    """A name that the gazetteer lacks, with what the known names on either side say holds it."""
    sides = {"before": before.mention if before else None, "following": following.mention if following else None}
    outer = stated(around.doc, mention.first, mention.last, **sides, cues=around.cues)
    holder = next((c.choice.entry for c in (before, following) if c and c.choice and c.choice.entry in outer.entries), None)
    figures = figures_of(around, mention, None, company=0.0, holds_before=False, of_state=False)
    if holder is not None:
        figures["placed"] = 1.0
    return Candidate(mention=mention, choice=None, figures=figures, holder=holder if holder and holder.country and holder.point else None)
